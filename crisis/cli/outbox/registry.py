"""The registry of accounts as a file: who owns each, who operates it, for what, in which languages. It holds no secret."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from crisis.cli.words import _, language

COLUMNS = (
    "account", "platform", "handle", "url", "owner", "operators", "languages", "purpose", "by_hand",
    "credentials_expire", "poll_every", "reads_per_day",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula."""


def as_csv(accounts: Sequence[Mapping[str, Any]]) -> str:
    """One line an account, with a byte order mark, as spreadsheets in Japan want it; no cell is taken for a formula."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for each in accounts:
        rows.writerow(_safe(cell(each[column])) for column in COLUMNS)
    return "\ufeff" + written.getvalue()


def as_page(accounts: Sequence[Mapping[str, Any]], name: str, speakers: Sequence[tuple[str, str, str]] = ()) -> str:
    """A page that needs nothing else, in the language of this run. `speakers` are who may speak now: name, accounts, until when."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("crisis.cli.outbox", "."), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["cell"] = cell
    return environment.get_template("registry.html.j2").render(
        accounts=accounts,
        desk=name,
        lang=language(),
        title=_("Official accounts"),
        head=_heads(),
        speakers=speakers,
        who=_("Who may speak for the company"),
        all=_("all accounts"),
        until=_("until"),
        others=_("Everybody else: please do not post about an incident, and pass questions on to them."),
    )


def write_page(path: Path, page: str) -> None:
    """The page into a file that all may read."""
    path.write_text(page, "utf-8")
    path.chmod(0o644)


def cell(value: Any) -> str:
    """A value in words."""
    if isinstance(value, bool):
        return _("by hand") if value else _("by the daemon")
    if isinstance(value, list):
        return " ".join(map(str, value)) if all(" " not in str(each) for each in value) else ", ".join(map(str, value))
    return "" if value is None else str(value)


def _heads() -> tuple[str, ...]:
    return (
        _("account"), _("platform"), _("handle"), _("owner"), _("operators"), _("languages"), _("purpose"), _("posted"),
    )  # fmt: skip


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
