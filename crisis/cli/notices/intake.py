"""`notice add|list|show`: internal notices, as they came in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output, sides, telegrams
from crisis.cli.helping import Group
from crisis.cli.notices import erasing
from crisis.cli.options import As, DeskDir, Json, command, open_desk, read
from crisis.cli.words import _, language, say, told
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.records import StoredNotice

group = typer.Typer(
    cls=Group, help=_("Internal notices: take them in, look at them."), no_args_is_help=True, rich_markup_mode=None
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    erasing.register(group)
    app.add_typer(group, name="notice")


def _kind(desk: Desk, stored: StoredNotice) -> str:
    """The notice's type by its name for people."""
    known = desk.kit.types.get(stored.type or "")
    return name_in(known.names, language()) if known else stored.type or "-"


def _document(stored: StoredNotice) -> dict[str, Any]:
    return {
        "notice": stored.id,
        "type": stored.type,
        "refused": None if stored.refused is None else str(stored.refused),
    }


@command(group, "add", _("Example: crisis notice add mail.eml portal.html"))
def add(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help=_("Notice files; - takes pasted text from standard input."))
    ],
    incident: Annotated[
        str | None, typer.Option("--incident", metavar="I-…", help=_("The incident it belongs to."))
    ] = None,
    type_id: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help=_("Say which notice type it is."))
    ] = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Take notices in. Nothing goes out by this; the same notice twice is one notice."""
    from crisis.desk.notices import receive

    desk = open_desk(desk_dir)
    kept: list[StoredNotice] = []
    for name in files:
        kept += receive.receive(desk, read(Path(name)), name, by=person, incident=incident, type_id=type_id)
    if as_json:
        output.emit({"notices": [_document(stored) for stored in kept]})
    else:
        for stored in kept:
            told_type = stored.type or _("no known type")
            output.line(f"{stored.id}  {told_type}  {stored.notice.title}")
            if stored.refused is not None:
                output.line("  " + say("REFUSED: {why}", why=told(stored.refused)), "bold red")
                telegrams.tell(desk, stored)
            else:
                _tell_what_differs(desk, stored)
                output.note(say("Next: crisis draft {notice} --save --as ID", notice=stored.id))
    raise typer.Exit(3 if kept and all(stored.refused is not None for stored in kept) else 0)


def _tell_what_differs(desk: Desk, stored: StoredNotice) -> None:
    """What a notice changes of what its own department said, and where another department says otherwise."""
    from crisis.cli.notices.changing import tell_changes
    from crisis.desk.drafts.compose import facts_of
    from crisis.desk.drafts.updates import heard

    changed = heard(desk, stored)
    tell_changes(desk, changed)
    if changed.changes:
        output.note(say("What still says the old: crisis changed {notice}", notice=stored.id))
    sides.of_notice(desk, stored, facts_of(desk.kit, stored))


@command(group, "list", _("Example: crisis notice list"))
def list_(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Every notice that was taken in, oldest first."""
    from crisis.store import notices

    desk = open_desk(desk_dir)
    with desk.store.reading() as unit:
        kept = notices.find(unit)
    if as_json:
        output.emit({"notices": [_document(stored) for stored in kept]})
        return
    rows = [
        (s.id, output.clock(s.received_at, desk.settings.zone), _kind(desk, s), s.notice.owner or "-", s.notice.title)
        for s in kept
    ]
    output.table((_("notice"), _("received"), _("type"), _("from"), _("title")), rows)


@command(group, "show", _("Example: crisis notice show N-01…"))
def show(
    notice: Annotated[str, typer.Argument(metavar="N-…", help=_("The notice's identifier."))],
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """One notice as it came in. It is internal: do not paste it anywhere."""
    from crisis.desk.desk import found
    from crisis.store import notices

    desk = open_desk(desk_dir)
    with desk.store.reading() as unit:
        stored = found(notices.get(unit, notice), "notice", notice)
    if as_json:
        received = output.iso(stored.received_at, desk.settings.zone)
        output.emit(
            {**_document(stored), "received": received, "title": stored.notice.title, "text": stored.notice.text}
        )
        return
    output.line(_("INTERNAL - not for release"), "bold red")
    output.line(f"{stored.id}  {stored.type or _('no known type')}  {stored.notice.name}")
    if stored.erased_at is not None:
        output.line(say("Its content was erased: {at}", at=output.clock(stored.erased_at, desk.settings.zone)))
        return
    telegrams.tell(desk, stored)
    _tell_what_differs(desk, stored)
    output.indented(stored.notice.text or _("(no readable text)"))
