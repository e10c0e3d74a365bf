"""`source list|check`: where notices come from by themselves, and whether each place answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from crisis.cli import output
from crisis.cli.helping import Group
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.words import _, say, told
from crisis.errors import PLATFORM_FAILED

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.settings import SourceSettings
    from crisis.sentence import Sentence

group = typer.Typer(
    cls=Group,
    help=_("Sources: where notices come from by themselves, whether they answer."),
    no_args_is_help=True,
    rich_markup_mode=None,
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="source")


@command(group, "list", _("Example: crisis source list"))
def list_(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """The sources of crisis.toml, and why any failed at its last look."""
    from crisis.desk.notices.polling import failing

    desk = open_desk(desk_dir)
    with desk.store.reading() as unit:
        failed = failing(desk, unit)
    if as_json:
        output.emit({"sources": [_document(s) for s in desk.settings.sources], "failing": [str(s) for s in failed]})
        return
    if not desk.settings.sources:
        output.line(_("No source: add a [[source]] to crisis.toml."))
        return
    rows = [(s.id, s.kind, _place(s), f"{s.every:g} s", s.type or "-") for s in desk.settings.sources]
    output.table((_("source"), _("kind"), _("place"), _("pace"), _("type")), rows)
    for sentence in failed:
        output.line(told(sentence), "yellow")


@command(group, "check", _("Example: crisis source check"))
def check(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Look at each source once. Takes nothing in, and changes nothing there."""
    desk = open_desk(desk_dir)
    looked = [(settings, *_looked(desk, settings)) for settings in desk.settings.sources]
    if as_json:
        documents = [
            {**_document(s), "ok": p is None, "found": found, "problem": None if p is None else str(p)}
            for s, found, p in looked
        ]
        output.emit({"sources": documents})
    else:
        for settings, found, problem in looked:
            state = told(problem) if problem is not None else say("answers; new or changed there: {count}", count=found)
            output.line(f"{settings.id}  {settings.kind}  {state}", None if problem is None else "red")
    raise typer.Exit(PLATFORM_FAILED if any(problem is not None for _s, _f, problem in looked) else 0)


def _looked(desk: Desk, settings: SourceSettings) -> tuple[int | None, Sentence | None]:
    """How much a source shows to somebody who has seen nothing of it, or why it cannot be looked at."""
    from crisis.desk.notices.looks import outcome
    from crisis.model.ports import SourceFailed

    build = desk.source(settings)
    found = None if build is None else outcome(settings, build, {})
    if isinstance(found, SourceFailed):
        return None, found.reason
    if found is None:
        return 0, None
    return len(found.found), found.failed[0] if found.failed else None


def _place(settings: SourceSettings) -> str:
    """Where it lies. An address may carry a key in its query: only what stands before it is shown."""
    if settings.url:
        return settings.url.partition("?")[0]
    return str(settings.path) if settings.path else f"{settings.host or ''} {settings.mailbox}"


def _document(settings: SourceSettings) -> dict[str, Any]:
    return {
        "source": settings.id,
        "kind": settings.kind,
        "place": _place(settings),
        "every": settings.every,
        "type": settings.type,
    }
