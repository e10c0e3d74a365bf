"""`said`: what to read aloud while a reporter waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import output
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.words import _, language, say

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.said import Said, SaidText


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "said", _("Example: crisis said"))(said)


def said(
    incident: Annotated[
        str | None, typer.Option("--incident", metavar="I-…", help=_("Of this incident; else of all that is open."))
    ] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """What we have said, what we have not, and when we speak next: to read aloud."""
    from crisis.desk import said as saying

    desk = open_desk(desk_dir)
    told = saying.said(desk, incident)
    if as_json:
        output.emit(_document(desk, told))
    else:
        _read_aloud(desk, told)


def _document(desk: Desk, told: Said) -> dict[str, object]:
    zone = desk.settings.zone
    return {
        "said": [
            {
                "at": output.iso(each.at, zone),
                "text": each.text,
                "language": each.language,
                "accounts": list(each.accounts),
                "certain": each.certain,
            }
            for each in told.texts
        ],
        "unsaid": list(told.unsaid),
        "next": [{"at": output.iso(p.due, zone), "incident": p.incident, "overdue": p.overdue} for p in told.next],
    }


def _read_aloud(desk: Desk, told: Said) -> None:
    zone = desk.settings.zone
    if not told.texts:
        output.line(_("We have said nothing yet."), "bold")
    else:
        output.line(_("We have said (the newest first):"), "bold")
    for each in _in_own_language(told.texts):
        output.line(f"{output.clock(each.at, zone)}" + ("" if each.certain else "  " + _("NOT SURE WHETHER IT IS OUT")))
        output.indented(each.text, 1)
    if told.unsaid:
        output.line(_("We have not said, neither yes nor no:"), "bold")
        output.indented(", ".join(_(name) for name in told.unsaid))
    _next(desk, told)


def _in_own_language(texts: tuple[SaidText, ...]) -> list[SaidText]:
    """Each release once: in the reader's language where it was said in it, else in the first that there is."""
    chosen: dict[str, SaidText] = {}
    for each in texts:
        if each.release not in chosen or each.language == language() != chosen[each.release].language:
            chosen[each.release] = each
    return list(chosen.values())


def _next(desk: Desk, told: Said) -> None:
    if not told.next:
        output.line(
            _("We have promised no time. To any other question: we say it in public when it is confirmed."), "bold"
        )
        return
    due = told.next[0]
    if due.overdue:
        at = output.clock(due.due, desk.settings.zone)
        output.line(
            say("OVERDUE: we promised to speak at {at}. Say so, and: crisis say no-change --as ID", at=at), "bold red"
        )
    else:
        at = output.clock(due.due, desk.settings.zone)
        output.line(say("We speak next at {at}. To any other question: we say it then, and not before.", at=at), "bold")
