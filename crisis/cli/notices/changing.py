"""`changed`: everything that still says the old thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output, show
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.words import _, language, say, told
from crisis.sentence import Sentence

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.drafts.carrying import Carrier
    from crisis.desk.drafts.updates import Update
    from crisis.facts.changes import Change

WHERE = {
    "live": (Sentence("LIVE: say what is right with crisis correct, or publish the update"), "bold red"),
    "by-hand": (Sentence("IN A PERSON'S HANDS, perhaps posted: ask, then crisis hand --done or withdraw"), "bold red"),
    "to-come": (Sentence("CLEARED, STILL TO COME: crisis hold, then crisis withdraw"), "yellow"),
    "waiting": (Sentence("WAITING FOR CLEARANCE: crisis edit, or draft again"), None),
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "changed", _("Example: crisis changed 20:00, or crisis changed N-01…"))(changed)


def changed(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help=_("What is not right any more, or a notice that changed it."))
    ],
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Everything that still says it, however it is written. Live, to come or waiting; every language, every account."""
    from crisis.desk.drafts.carrying import carrying

    desk = open_desk(desk_dir)
    named, said = [w for w in words if w.startswith("N-")], [w for w in words if not w.startswith("N-")]
    updates, found = _of_notices(desk, named)
    if said:
        listed = {carrier.post.id for carrier in found}
        found += [carrier for carrier in carrying(desk, said) if carrier.post.id not in listed]
    if as_json:
        output.emit(
            {
                "changes": [_change(c) for u in updates for c in u.changes],
                "posts": [_document(carrier) for carrier in found],
            }
        )
        return
    for update in updates:
        tell_changes(desk, update)
    if not found:
        output.line(say("Nothing says {words}.", words=", ".join(words)))
    for where, (heading, style) in WHERE.items():
        standing = [carrier.post for carrier in found if carrier.where == where]
        if standing:
            output.line(told(heading), style)
            show.stored(standing)
    places = [account.url for account in desk.settings.accounts if account.url]
    if found and places:
        output.note(say("Not seen from here: pictures and pinned posts. Look at {places}", places=" ".join(places)))


def _of_notices(desk: Desk, named: list[str]) -> tuple[list[Update], list[Carrier]]:
    """What notices change, and the posts that still carry the old."""
    from crisis.desk.drafts.carrying import carrying_old

    updates: list[Update] = []
    found: list[Carrier] = []
    for notice in named:
        update, carriers = carrying_old(desk, notice)
        updates.append(update)
        found += carriers
    return updates, found


def tell_changes(desk: Desk, update: Update) -> None:
    """What a notice changes, a line each: what it is called, the old value and the new one."""
    from crisis.drafting.spoken import said

    areas = desk.kit.areas.names if desk.kit.areas else None
    for change in update.changes:
        notice_type = desk.kit.types[update.type or ""]
        old, new = (said(fact, notice_type, desk.settings, language(), areas) for fact in (change.old, change.new))
        output.line(say("CHANGED {field}: {old} → {new}", field=change.name, old=old, new=new), "bold")


def _change(change: Change) -> dict[str, Any]:
    return {"name": change.name, "old": change.old.plain(), "new": change.new.plain()}


def _document(carrier: Carrier) -> dict[str, Any]:
    return {
        "post": carrier.post.id,
        "account": carrier.post.account,
        "language": carrier.post.language,
        "where": carrier.where,
        "state": carrier.delivery.state.value if carrier.delivery else carrier.post.review.value,
        "url": carrier.delivery.url if carrier.delivery else None,
        "text": carrier.post.text,
    }
