"""`announced`: what posts waited for has happened, and they may go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output, show
from crisis.cli.options import As, DeskDir, Json, KeyFile, Yes, command, confirm, open_desk, posts_named, signer, who
from crisis.cli.words import _, say

if TYPE_CHECKING:
    from crisis.desk.clearance.review import Family
    from crisis.desk.desk import Desk
    from crisis.desk.outbox.announcing import Awaited
    from crisis.model.delivery import Delivery


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "announced", _("Example: crisis announced P-01… --as suzuki"))(announced)


def announced(
    posts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[P-…]", help=_("Posts; all of their releases go. Without any: what waits.")),
    ] = None,
    person: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """What these posts waited for has been announced: let them go, signed."""
    from crisis.desk.outbox import announcing

    desk = open_desk(desk_dir)
    if not posts:
        _list(desk, as_json=as_json)
        return
    seen = announcing.waiting_for(desk, posts_named(desk, posts))
    for one in seen if not as_json else ():
        output.line(say("WAITS FOR: {words}", words=one.words or _("(the words were erased)")), "bold")
        show.stored(one.posts)
    confirm(say("Has it been announced, and do these texts still hold? Then they go."), yes=yes)
    going = announcing.announce(desk, seen, signer(desk, who(person), key))
    if as_json:
        output.emit({"deliveries": [documents.delivery(d, desk.settings.zone) for d in going]})
        return
    _tell(going)


def _tell(going: list[Delivery]) -> None:
    from crisis.model.delivery import State

    held = [delivery for delivery in going if delivery.state is State.HELD]
    by_hand = [delivery for delivery in going if delivery.state is State.BY_HAND]
    output.line(say("On their way: {count} posts.", count=len(going) - len(held) - len(by_hand)), "bold")
    if by_hand:
        output.line(say("To be posted by hand: {count}. crisis hand", count=len(by_hand)), "yellow")
    if held:
        output.line(say("Held, for everything is stopped: {count}. crisis resume --as ID", count=len(held)), "bold red")


def _list(desk: Desk, *, as_json: bool) -> None:
    from crisis.desk.outbox import announcing

    with desk.store.reading() as unit:
        waiting = announcing.awaited(unit)
    if as_json:
        zone = desk.settings.zone
        output.emit({"deliveries": [documents.delivery(d, zone) for one in waiting for d in one.deliveries]})
    elif not waiting:
        output.line(_("Nothing waits for an announcement."))
    for one in waiting if not as_json else ():
        output.line(awaited_line(desk, one))


def awaited_line(desk: Desk, one: Awaited) -> str:
    """What waits for what, until when, and the command that lets it go."""
    return say(
        "WAITS FOR: {words} ({count} posts, until {until}): crisis announced {post} --as ID",
        words=one.words or _("(the words were erased)"),
        count=len(one.posts),
        until=output.clock(one.deliveries[0].not_after, desk.settings.zone),
        post=show.short(one.posts[0].id),
    )


def show_awaited(desk: Desk, family: Family) -> None:
    """What others have approved that these posts wait for."""
    from crisis.desk.outbox.announcing import awaited_words

    with desk.store.reading() as unit:
        words = {awaited_words(unit, post.release) for post in family.posts if post.release}
    for each in filter(None, words):
        output.line("  " + say("WAITS FOR: {words}", words=each), "yellow")
