"""`promise …`: the next updates that we have promised in public, whose they are, and what becomes of them."""

from __future__ import annotations

import shlex
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output, show
from crisis.cli.helping import Group
from crisis.cli.options import As, DeskDir, Json, Reason, command, open_desk, reason_given, who
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.duty import Promise

group = typer.Typer(
    cls=Group,
    help=_("Next updates that we have promised in public: whose they are, and until when."),
    no_args_is_help=True,
    rich_markup_mode=None,
)
Named = Annotated[
    str | None,
    typer.Argument(metavar="[P-…]", help=_("A post that promised it; without one, the promise that is due first.")),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="promise")


@command(group, "list", _("Example: crisis promise list"))
def list_(
    everything: Annotated[bool, typer.Option("--all", help=_("Those that have ended too."))] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """What is promised, the one that is due first first, and the command that keeps it when there is no news."""
    from crisis.desk.duty import promising

    desk = open_desk(desk_dir)
    found = promising.promises(desk, ended=everything)
    if as_json:
        output.emit({"promises": [document(desk, each) for each in found]})
        return
    if not found:
        output.line(_("No promised update is open."))
    for each in found:
        output.line(line(desk, each), "bold red" if each.overdue(desk.clock.now()) else None)
        if each.ended_at is None:
            output.indented(keeping(desk, each))


def keeping(desk: Desk, promise: Promise) -> str:
    """The command that keeps a promise when there is no news."""
    from crisis.desk.duty.offering import no_change

    return shlex.join(no_change(desk, promise, promise.owner))


def line(desk: Desk, promise: Promise) -> str:
    """A promise in one line."""
    words = {
        "at": output.clock(promise.due, desk.settings.zone),
        "post": show.short(promise.post),
        "owner": promise.owner,
    }
    if promise.ending is not None:
        return say("{at}  {owner}  {post}  {how}", how=_(promise.ending.value), **words)
    return say("{at}  {owner}  {post}  {left}", left=countdown(promise.due, desk.clock.now()), **words)


def countdown(due: datetime, now: datetime) -> str:
    """How long is left until a time, or how long it is past: whole minutes, rounded so that nobody is late by them."""
    minutes = int((due - now).total_seconds() // 60)
    if minutes < 0:
        return say("LATE {span}", span=_span(-minutes))
    return say("in {span}", span=_span(minutes))


def _span(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}" if minutes >= 100 else say("{minutes} min", minutes=minutes)


def document(desk: Desk, promise: Promise) -> dict[str, Any]:
    """A promise for scripts."""
    zone = desk.settings.zone
    return {
        "promise": promise.release,
        "post": promise.post,
        "incident": promise.incident,
        "due": output.iso(promise.due, zone),
        "overdue": promise.overdue(desk.clock.now()),
        "owner": promise.owner,
        "taken": output.iso(promise.taken_at, zone),
        "broken": output.iso(promise.broken_at, zone),
        "ended": output.iso(promise.ended_at, zone),
        "how": promise.ending and promise.ending.value,
        "by": promise.ended_by,
    }


@command(group, "take", _("Example: crisis promise take --as tanaka"))
def take(promise: Named = None, person: As = None, desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """This one is mine: I see to the next update."""
    from crisis.desk.duty import promising

    desk = open_desk(desk_dir)
    _one(desk, promising.take(desk, promise, by=who(person)), as_json=as_json)


@command(group, "give", _("Example: crisis promise give --to suzuki --as tanaka"))
def give(
    to: Annotated[str, typer.Option("--to", metavar="ID", help=_("Who sees to it from now on."))],
    promise: Named = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Give a promise to somebody else, who is reminded of it from now on."""
    from crisis.desk.duty import promising

    desk = open_desk(desk_dir)
    _one(desk, promising.take(desk, promise, by=who(person), to=to), as_json=as_json)


@command(group, "drop", _("Example: crisis promise drop --reason 'handed to the city' --as tanaka"))
def drop(
    promise: Named = None,
    reason: Reason = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Give a promise up, with a reason. Tell the readers by a post: this command tells nobody outside."""
    from crisis.desk.duty import promising

    why = reason_given(reason, Mistake("no-reason", "Giving a promise up needs a reason.", "Add --reason TEXT."))
    desk = open_desk(desk_dir)
    _one(desk, promising.drop(desk, promise, by=who(person), reason=why), as_json=as_json)


def _one(desk: Desk, promise: Promise, *, as_json: bool) -> None:
    if as_json:
        output.emit(document(desk, promise))
        return
    output.line(line(desk, promise), "bold")
    if promise.ended_at is None:
        output.note(say("No news? {command}", command=keeping(desk, promise)))
