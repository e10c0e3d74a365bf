"""`account list|check`: which official accounts there are, and whether they can be reached."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.helping import Group
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.outbox import logins, registry
from crisis.cli.people.voicing import speaking_now
from crisis.cli.words import _, say, told
from crisis.errors import PLATFORM_FAILED

if TYPE_CHECKING:
    from crisis.desk.outbox.accounts import Checked
    from crisis.model.ports import Inspected
    from crisis.model.settings import Account, Settings

group = typer.Typer(
    cls=Group,
    help=_("Official accounts: which there are, whether they can be reached."),
    no_args_is_help=True,
    rich_markup_mode=None,
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    logins.register(group)
    app.add_typer(group, name="account")


def _document(account: Account, languages: tuple[str, ...]) -> dict[str, Any]:
    from crisis.wiring.live import is_automatic

    return {
        "account": account.id,
        "platform": account.platform,
        "handle": account.handle,
        "owner": account.owner,
        "languages": list(account.languages or languages),
        "purpose": list(account.purpose) or None,
        "url": account.url,
        "by_hand": not is_automatic(account),
        "operators": list(account.operators),
        "credentials_expire": None if account.credentials_expire is None else account.credentials_expire.isoformat(),
        "poll_every": account.poll_every,
        "reads_per_day": account.reads_per_day,
    }


@command(group, "list", _("Example: crisis account list --csv > accounts.csv"))
def list_(
    as_csv: Annotated[bool, typer.Option("--csv", help=_("The whole registry as CSV, for a spreadsheet."))] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help=_("Write it as a page that all staff may read."))
    ] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """The registry that all staff may read; it holds no secret."""
    from crisis.catalogue import config
    from crisis.cli.options import desk_folder
    from crisis.errors import Mistake

    folder = desk_folder(desk_dir)
    if folder is None:
        raise Mistake("no-desk", "There is no desk here.", "Name one with --desk DIR.")
    settings = config.load(folder)
    listed = [_document(a, settings.languages) for a in settings.accounts]
    if as_csv:
        output.plain(registry.as_csv(listed))
    elif html is not None:
        registry.write_page(html, registry.as_page(listed, settings.name, speaking_now(open_desk(desk_dir))))
        output.note(say("Written to {file}.", file=html))
    elif as_json:
        output.emit(
            {"accounts": [each | {"reads_today": _reads(desk_dir, settings).get(each["account"])} for each in listed]}
        )
    else:
        _show(listed, _reads(desk_dir, settings))
        output.note(_("As a page for all staff: crisis account list --html accounts.html"))


def _reads(desk_dir: Path | None, settings: Settings) -> dict[str, int]:
    """How often each platform that has a limit was asked today."""
    limited = [account.id for account in settings.accounts if account.reads_per_day is not None]
    if not limited:
        return {}
    from crisis.desk.outbox import reads

    desk = open_desk(desk_dir)
    with desk.store.reading() as unit:
        return {account: reads.spent(desk, unit, account) for account in limited}


def _show(listed: list[dict[str, Any]], spent: dict[str, int]) -> None:
    rows = [
        (
            d["account"],
            d["platform"],
            d["handle"] or d["url"],
            d["owner"],
            " ".join(d["languages"]),
            _("by hand") if d["by_hand"] else _("by the daemon"),
        )
        for d in listed
    ]
    output.table((_("account"), _("platform"), _("handle"), _("owner"), _("languages"), _("posted")), rows)
    for each in listed:
        if each["account"] in spent:
            count, limit = spent[each["account"]], each["reads_per_day"]
            red = "red" if count >= limit else None
            output.line(
                say(
                    "{account}: {count} of {limit} reads spent today.",
                    account=each["account"],
                    count=count,
                    limit=limit,
                ),
                red,
            )


@command(group, "check", _("Example: crisis account check"))
def check(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Whether each account has what it needs to post, and what its platform says. Sends nothing."""
    from crisis.desk.outbox import accounts

    desk = open_desk(desk_dir)
    checked = accounts.check(desk)
    if as_json:
        output.emit({"accounts": [_document(c.account, desk.settings.languages) | _said(c.said) for c in checked]})
    else:
        for each in checked:
            red = "red" if each.said.problem else None
            output.line(f"{each.account.id}  {each.account.platform}  {_state(each)}", red)
    raise typer.Exit(PLATFORM_FAILED if any(each.said.problem for each in checked) else 0)


def _said(said: Inspected) -> dict[str, Any]:
    return {
        "ok": said.problem is None,
        "problem": None if said.problem is None else str(said.problem).strip(),
        "note": None if said.note is None else str(said.note),
    }


def _state(checked: Checked) -> str:
    if checked.said.problem is not None:
        return told(checked.said.problem).strip()
    ready = _("by hand") if checked.by_hand else _("ready")
    return ready if checked.said.note is None else f"{ready}  {told(checked.said.note)}"
