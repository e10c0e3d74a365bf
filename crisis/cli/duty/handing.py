"""`handover`: what one shift leaves to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.duty import boarding
from crisis.cli.options import As, DeskDir, Json, command, open_desk, who
from crisis.cli.words import _, language, say

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.duty import Handover


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "handover", _("Example: crisis handover --note 'GA calls at 6:00 about Sendai' --as tanaka"))(handover)


def handover(
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help=_("A free word to the next shift; it stays inside."))
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="ID", help=_("To this person; else to whoever comes next."))
    ] = None,
    take: Annotated[
        bool, typer.Option("--take", help=_("You have read it: what was promised and asked is yours now."))
    ] = False,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Hand over to the next shift, or take over. Without a note: the last handover, and what is open now."""
    from crisis.desk.duty import handing
    from crisis.desk.duty.board import board

    desk = open_desk(desk_dir)
    open_now = board(desk, person, language())
    if take:
        found, promises, enquiries = handing.take(desk, by=who(person))
        moved = {"promises": [p.release for p in promises], "enquiries": [e.id for e in enquiries]}
    elif note is not None:
        found = handing.write(desk, [task.about for task in open_now.tasks], note, by=who(person), to=to)
        moved = {}
    else:
        with desk.store.reading() as unit:
            last = handing.last(unit)
        _show(desk, last, {}, as_json=as_json)
        return
    _show(desk, found, moved, as_json=as_json)


def _show(desk: Desk, found: Handover | None, moved: dict[str, list[str]], *, as_json: bool) -> None:
    from crisis.desk.duty import handing
    from crisis.desk.duty.board import board

    with desk.store.reading() as unit:
        words = handing.words_of(unit, found) if found else None
    if as_json:
        output.emit({"handover": document(desk, found, words), **moved})
        return
    if found is None:
        output.line(_("Nobody has handed over yet."))
    else:
        output.line(_told(desk, found), "bold")
        output.indented(words or _("(no word beside it)"))
    for line in boarding.plain(desk, board(desk, language=language())):
        output.line(line.text, line.style)
    if found is not None and found.taken_at is None:
        output.note(_("Next, by whoever comes: crisis handover --take --as ID"))


def _told(desk: Desk, found: Handover) -> str:
    zone = desk.settings.zone
    words: dict[str, Any] = {"person": found.by, "at": output.clock(found.at, zone), "to": found.to or "-"}
    if found.taken_at is None:
        return say("{person} handed over at {at} (to: {to}); nobody has taken it yet.", **words)
    taken = {"by": found.taken_by or "-", "then": output.clock(found.taken_at, zone)}
    return say("{person} handed over at {at}; {by} took it at {then}.", **words, **taken)


def document(desk: Desk, found: Handover | None, words: str | None) -> dict[str, Any] | None:
    """A handover for scripts."""
    if found is None:
        return None
    zone = desk.settings.zone
    return {
        "handover": found.id,
        "at": output.iso(found.at, zone),
        "by": found.by,
        "to": found.to,
        "open": list(found.open),
        "note": words,
        "taken": output.iso(found.taken_at, zone),
        "taken_by": found.taken_by,
    }
