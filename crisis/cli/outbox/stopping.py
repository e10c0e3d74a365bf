"""How it looks when everything is stopped: what was caught, what people may be posting now, and what had already left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from crisis.cli import output
from crisis.cli.show import beginning
from crisis.cli.words import _, say

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.outbox.stopped import Held
    from crisis.model.delivery import Delivery
    from crisis.model.records import StoredPost


def show(desk: Desk, held: Held) -> None:
    """The counts on one line, for whoever reads no further; then each text once with the accounts that it is for."""
    counts = {"caught": len(held.caught), "hand": len(held.by_hand), "left": len(held.left)}
    output.line(
        say("STOPPED. Caught: {caught}. In people's hands: {hand}. Had already left: {left}.", **counts), "bold"
    )
    show_hands(desk, held)
    _section(desk, _("Caught:"), held.caught)
    _section(desk, _("Held already:"), held.already)
    _section(desk, _("These go another way, as it was cleared:"), held.instead)
    show_left(desk, held)


def show_hands(desk: Desk, held: Held) -> None:
    """What no stop reaches: people may be posting it."""
    _section(desk, _("IN PEOPLE'S HANDS. Phone them: they may be posting it now."), held.by_hand, "bold red")


def show_left(desk: Desk, held: Held) -> None:
    """What a stop came too late for."""
    _section(desk, _("Had already left, in the last 24 hours:"), held.left)


def _section(desk: Desk, heading: str, deliveries: Sequence[Delivery], style: str | None = None) -> None:
    if deliveries:
        output.line(heading, style)
        output.table((_("accounts"), _("language"), _("state"), _("when"), _("text")), _rows(desk, deliveries))


def _rows(desk: Desk, deliveries: Sequence[Delivery]) -> list[tuple[str, ...]]:
    """A row for each text that stands alike: where, in which language, since or for when."""
    from crisis.model.records import StoredPost

    with desk.store.reading() as unit:
        posts = {post.id: post for post in unit.find(StoredPost, id=[d.post for d in deliveries])}
    texts: dict[tuple[str, str, str, str], list[str]] = {}
    for delivery in deliveries:
        texts.setdefault(_key(desk, delivery, posts[delivery.post]), []).append(delivery.account)
    return [
        (", ".join(dict.fromkeys(accounts)), language, _(state), when, text)
        for (language, state, when, text), accounts in texts.items()
    ]


def _key(desk: Desk, delivery: Delivery, post: StoredPost) -> tuple[str, str, str, str]:
    when = output.clock(delivery.published_at or delivery.due, desk.settings.zone)
    return post.language, delivery.state.value, when, beginning(post.text)
