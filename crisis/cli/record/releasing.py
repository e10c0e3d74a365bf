"""`ledger releases` and `ledger report`: which notices were cleared for external release, and what became of them."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output
from crisis.cli import show as show_
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.words import _, names, say, told
from crisis.errors import Mistake

if TYPE_CHECKING:
    from datetime import tzinfo

    from crisis.desk.desk import Desk
    from crisis.desk.record.disclosures import Approved, DisclosedPost, Disclosure, Wanted

Since = Annotated[
    str | None,
    typer.Option("--since", metavar="TIME", help=_("From this day or time on (2026-10-09, 2026-10-09T15:00).")),
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="TIME", help=_("Up to and with this day, or before this time."))
]
Incident = Annotated[str | None, typer.Option("--incident", metavar="I-…", help=_("Of this incident alone."))]
Person = Annotated[
    str | None, typer.Option("--person", metavar="ID", help=_("Where this person drafted, edited or approved."))
]
SiteId = Annotated[str | None, typer.Option("--site", metavar="ID", help=_("About this site."))]

COLUMNS = (
    "at", "release", "notices", "incident", "post", "account", "language", "state", "by_hand", "published_at", "url",
    "cleared_by", "released", "withheld", "refused", "text",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def register(group: typer.Typer) -> None:
    """Add the commands."""
    command(group, "releases", _("Example: crisis ledger releases --since 2026-10-09"))(releases)
    command(group, "report", _("Example: crisis ledger report --out report.html"))(report)


def releases(
    since: Since = None,
    until: Until = None,
    incident: Incident = None,
    person: Person = None,
    site: SiteId = None,
    as_csv: Annotated[bool, typer.Option("--csv", help=_("A table for a spreadsheet: a row for each post."))] = False,
    as_lines: Annotated[bool, typer.Option("--jsonl", help=_("One JSON document a line."))] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Which notices were cleared for external release, as what text, by whom; what was withheld and refused."""
    from crisis.desk.record.disclosures import disclosures

    if as_csv + as_lines + as_json > 1:
        raise Mistake("two-forms", "--csv, --jsonl and --json are three forms of one list.", "Choose one of them.")
    desk = open_desk(desk_dir)
    zone = desk.settings.zone
    listed = disclosures(desk, wanted(desk, since, until, incident, person, site))
    if as_csv:
        sys.stdout.write(table(listed, zone))
    elif as_lines:
        sys.stdout.writelines(json.dumps(documents.disclosure(one, zone), ensure_ascii=False) + "\n" for one in listed)
    elif as_json:
        output.emit({"releases": [documents.disclosure(d, zone) for d in listed]})
    else:
        _show(listed, zone)


def report(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=_("Write it there."))] = Path("report.html"),
    since: Since = None,
    until: Until = None,
    incident: Incident = None,
    person: Person = None,
    site: SiteId = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """One page to print for the head of the response: what was released, what was not, who cleared it, where it went."""
    from crisis.cli.record.report import render

    desk = open_desk(desk_dir)
    asked = wanted(desk, since, until, incident, person, site)
    try:
        out.write_text(render(desk, asked), "utf-8")
    except OSError as error:
        why = error.strerror or "unwritable"
        raise Mistake(
            "not-written", "{path} cannot be written: {why}.", "Name another file with --out.", path=out, why=why
        ) from None
    if as_json:
        output.emit({"report": str(out.resolve())})
    else:
        output.line(say("The report: {path}", path=out.resolve()), "green")


def wanted(
    desk: Desk, since: str | None, until: str | None, incident: str | None, person: str | None, site: str | None
) -> Wanted:
    """What the options ask for. Raises `Mistake` for a time, an incident, a person or a site that there is not."""
    from crisis.desk.record.disclosures import Wanted
    from crisis.model.published import Incident as Opened
    from crisis.model.release import Person as Enrolled

    with desk.store.reading() as unit:
        known = [each.id for each in unit.find(Opened)]
        people = [each.id for each in unit.find(Enrolled)]
    return Wanted(
        _time(since, desk.settings.zone),
        _time(until, desk.settings.zone, end=True),
        _known(incident, known, "incident"),
        _known(person, people, "person"),
        _known(site, [each.id for each in desk.settings.sites], "site"),
    )


def _known(name: str | None, known: Iterable[str], what: str) -> str | None:
    """The one that is meant, by its identifier or the end of it."""
    if name is None:
        return None
    found = [each for each in known if each == name] or [each for each in known if each.lower().endswith(name.lower())]
    if len(found) != 1:
        raise Mistake(
            "not-found", "There is no {what} {key} at this desk.", "Check the identifier.", what=what, key=name
        )
    return found[0]


def _time(text: str | None, zone: tzinfo, *, end: bool = False) -> datetime | None:
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Mistake("time", "{text} is no time.", "Write 2026-10-09 or 2026-10-09T15:00.", text=text) from None
    at = at if at.tzinfo else at.replace(tzinfo=zone)
    return at + timedelta(days=1) if end and len(text) <= len("2026-10-09") else at


def table(listed: Iterable[Disclosure], zone: tzinfo) -> str:
    """The list as CSV with a byte order mark, as spreadsheets in Japan want it; no cell is taken for a formula."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for one in listed:
        for post in one.posts or (None,):
            rows.writerow(_safe(cell) for cell in _row(one, post, zone))
    return "\ufeff" + written.getvalue()


def _row(one: Disclosure, post: DisclosedPost | None, zone: tzinfo) -> list[str | None]:
    told_of = (
        [None] * 7
        if post is None
        else [
            post.post,
            post.account,
            post.language,
            post.state,
            "yes" if post.by_hand else "no",
            output.iso(post.at, zone),
            post.url,
        ]
    )
    return [
        output.iso(one.at, zone),
        one.release,
        " ".join(one.notices),
        one.incident,
        *told_of,
        " ".join(one.cleared_by),
        " ".join(one.released),
        " ".join(one.withheld),
        None if one.refused is None else str(one.refused),
        post.text if post else None,
    ]


def _safe(cell: str | None) -> str:
    return f"'{cell}" if cell and cell.startswith(FORMULA) else cell or ""


def _show(listed: Iterable[Disclosure], zone: tzinfo) -> None:
    if not listed:
        output.line(_("Nothing has been cleared for release yet."))
    for one in listed:
        what = _("MADE OUTSIDE") if one.outside else one.release or _("REFUSED")
        output.line(f"{output.clock(one.at, zone)}  {what}  {' '.join(one.notices)}", "bold")
        if one.refused is not None:
            output.line("  " + told(one.refused))
            continue
        if one.outside:
            output.line("  " + _("Cleared by nobody at this desk."))
            _show_texts(one.posts)
            continue
        output.line("  " + show_.by(one.precleared_by, [_approved(each) for each in one.approvals]))
        if one.on_duty == "no":
            output.line("  " + _("sent by somebody who was not on duty"))
        output.indented(say("released: {names}", names=names(one.released)))
        output.indented(say("withheld: {names}", names=names(one.withheld)))
        _show_texts(one.posts)


def _approved(one: Approved) -> str:
    """Who approved, marked where it was in an exceptional way."""
    if one.how in show_.ORDINARY:
        return one.person
    confirmed = (
        say("countersigned by {person}", person=one.countersigned_by)
        if one.countersigned_by
        else _("not countersigned yet")
    )
    return f"{one.person} ({show_.how(one.how)}; {confirmed})"


def _show_texts(posts: Iterable[DisclosedPost]) -> None:
    """Each text once, under the places where it went."""
    texts: dict[str, list[str]] = {}
    for post in posts:
        where = f"{post.account} {post.language} · {_(post.state)}" + (f" · {post.url}" if post.url else "")
        texts.setdefault(post.text, []).append(where)
    for text, places in texts.items():
        output.line("  " + ", ".join(places))
        output.indented(text, 2)
