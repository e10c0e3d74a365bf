"""`queue`, `hold`, `resume`, `withdraw`, `correct`: what was cleared, on its way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import documents, output, show
from crisis.cli.clearance import countersigning
from crisis.cli.options import (
    AccountId,
    As,
    DeskDir,
    Json,
    KeyFile,
    PostId,
    Reason,
    Yes,
    command,
    confirm,
    open_desk,
    post_named,
    posts_named,
    read_text,
    reason_given,
    signer,
    who,
)
from crisis.cli.outbox import stopping
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.delivery import Delivery


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "queue", _("Example: crisis queue"))(queue)
    command(app, "hold", _("Example: crisis hold"))(hold)
    command(app, "resume", _("Example: crisis resume --as suzuki"))(resume)
    command(app, "withdraw", _("Example: crisis withdraw P-01… --as suzuki --reason 'plan changed'"))(withdraw)
    command(app, "correct", _("Example: crisis correct P-01… --text right.txt --as tanaka"))(correct)


def _rows(desk: Desk, deliveries: list[Delivery], how: Mapping[str, Sequence[str]] | None = None) -> None:
    """The deliveries; those that were cleared in an exceptional way say so."""
    zone = desk.settings.zone
    marks = {release: "".join(f" [{show.how(way)}]" for way in ways) for release, ways in (how or {}).items()}
    rows = [
        (
            show.short(d.post),
            d.account,
            _(d.state.value) + marks.get(d.release, ""),
            output.clock(d.published_at or d.due, zone),
            d.url or show.reason(d.reason),
        )
        for d in deliveries
    ]
    output.table((_("post"), _("account"), _("state"), _("when"), _("where or why")), rows)


def queue(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Where each cleared post stands."""
    from crisis.desk.clearance import preclearing
    from crisis.dispatch.timing import in_order
    from crisis.model.delivery import Delivery
    from crisis.model.owed import Countersignature

    desk = open_desk(desk_dir)
    with desk.store.reading() as unit:
        deliveries, exceptions = in_order(unit.find(Delivery)), unit.find(Countersignature)
        answered = {release: preclearing.answered(unit, release) for release in {d.release for d in deliveries}}
    how: dict[str, list[str]] = {}
    for each in exceptions:
        how.setdefault(each.release, []).append(each.how)
    if as_json:
        output.emit(
            {"deliveries": [_document(desk, d, answered[d.release], how.get(d.release, ())) for d in deliveries]}
        )
    elif deliveries:
        _rows(desk, deliveries, how)
        _show_alone(deliveries, answered)
        for each in exceptions:
            if each.by is None:
                output.line(countersigning.owed_line(each, desk), "yellow")
    else:
        output.line(_("The queue is empty."))


def _document(
    desk: Desk, delivery: Delivery, answered: tuple[tuple[str, ...], tuple[str, ...]], how: Sequence[str]
) -> dict[str, Any]:
    precleared, people = answered
    shown = documents.delivery(delivery, desk.settings.zone, how)
    return {**shown, "cleared_by": list(people), "precleared_by": list(precleared)}


def _show_alone(deliveries: list[Delivery], answered: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    """What one person has sent, under whose pre-clearance."""
    for release in dict.fromkeys(delivery.release for delivery in deliveries if answered[delivery.release][0]):
        posts = dict.fromkeys(show.short(delivery.post) for delivery in deliveries if delivery.release == release)
        output.indented(f"{' '.join(posts)}: {show.by(*answered[release])}")


def hold(account: AccountId = None, person: As = None, desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Stop everything, at once. No key, no question."""
    from crisis.desk.outbox import queue

    desk = open_desk(desk_dir)
    held = queue.hold(desk, account, by=person)
    if as_json:
        zone = desk.settings.zone
        output.emit(
            {
                "held": [documents.delivery(d, zone) for d in held.caught],
                "left": [documents.delivery(d, zone) for d in held.left],
                "instead": [documents.delivery(d, zone) for d in held.instead],
                "already": [documents.delivery(d, zone) for d in held.already],
                "by_hand": [documents.delivery(d, zone) for d in held.by_hand],
            }
        )
        return
    stopping.show(desk, held)
    output.note(_("To go on: crisis resume --as ID (it shows first what would go)."))


def resume(
    account: AccountId = None,
    routine: Annotated[
        bool, typer.Option("--routine", help=_("Also the routine posts that an open incident has stopped."))
    ] = False,
    person: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Show what would go out, then let it go, signed."""
    from crisis.desk.outbox import queue, resuming

    desk = open_desk(desk_dir)
    seen = resuming.resumable(desk, account, routine=routine)
    if not as_json:
        _show_going(desk, seen)
        if not routine and resuming.keeps_routine(desk):
            output.line(_("An open incident keeps routine posts back: crisis resume --routine"), "yellow")
        if late := queue.late_ones(desk, seen):
            posts = " ".join(delivery.post for delivery in late)
            output.line(
                say(
                    "Something newer is out already on the same account; these would come after it: {posts}",
                    posts=posts,
                ),
                "bold",
            )
    confirm(say("Resume {what}?", what=account or _("everything")), yes=yes)
    going = resuming.resume(desk, account, seen, signer(desk, who(person), key), routine=routine)
    if as_json:
        output.emit({"deliveries": [documents.delivery(d, desk.settings.zone) for d in going]})
    else:
        output.line(say("Resumed: {count} posts.", count=len(going)))


def _show_going(desk: Desk, seen: list[Delivery]) -> None:
    """What goes at once, then what waits for which time, then how much stays where it is."""
    from crisis.desk.outbox.stopped import staying

    now = desk.clock.now()
    at_once = [delivery for delivery in seen if delivery.due <= now]
    output.line(say("Goes out at once: {count} posts.", count=len(at_once)), "bold")
    _show_texts(desk, at_once)
    for due in sorted({delivery.due for delivery in seen if delivery.due > now}):
        later = [delivery for delivery in seen if delivery.due == due]
        at = output.clock(due, desk.settings.zone)
        output.line(say("Waits for {at}: {count} posts.", at=at, count=len(later)), "bold")
        _show_texts(desk, later)
    for why, count in staying(desk, seen).items():
        output.line(say("Stays: {count} posts ({why}).", count=count, why=show.reason(why)), "yellow")


def _show_texts(desk: Desk, deliveries: list[Delivery]) -> None:
    from crisis.model.records import StoredPost

    with desk.store.reading() as unit:
        show.stored([unit.need(StoredPost, delivery.post) for delivery in deliveries])


def withdraw(
    posts: Annotated[list[str] | None, typer.Argument(metavar="[P-…]", help=_("Posts, or --stale."))] = None,
    stale: Annotated[
        bool, typer.Option("--stale", help=_("All that is held because its notice has changed; no reason needed."))
    ] = False,
    person: As = None,
    reason: Reason = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Take posts back before they leave."""
    from crisis.desk.outbox import undoing

    if stale == bool(posts):
        raise Mistake("withdraw-what", "Which posts?", "Name them, or write --stale for all whose notice has changed.")
    desk = open_desk(desk_dir)
    if stale:
        chosen, why = undoing.stale(desk), reason or str(_("its notice has changed"))
    else:
        why = reason_given(reason, Mistake("no-reason", "Withdrawing a post needs a reason.", "Add --reason TEXT."))
        chosen = posts_named(desk, posts or [])
    undoing.withdraw(desk, chosen, by=who(person), reason=why)
    if as_json:
        output.emit({"posts": [{"post": post, "state": "withdrawn"} for post in chosen]})
    elif chosen:
        output.line(say("Withdrawn: {posts}", posts=" ".join(chosen)))
    else:
        output.line(_("Nothing is held because its notice has changed."))


def correct(
    post: PostId,
    text: Annotated[Path, typer.Option("--text", metavar="FILE", help=_("The right text (- is standard input)."))],
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Draft the correction of a post that is out. What is out is never edited."""
    from crisis.desk.drafts import correcting

    desk = open_desk(desk_dir)
    post = post_named(desk, post)
    made = correcting.correct(desk, post, read_text(text), by=who(person))
    if as_json:
        output.emit(
            {
                "post": made.id,
                "corrects": post,
                "text": made.text,
                "findings": [documents.finding(f) for f in made.findings],
            }
        )
        return
    show.stored([made])
    for other in correcting.alike(desk, post):
        line = say(
            "The same words are out on {account}: crisis correct {post} --text {file} --as ID",
            account=other.account or other.platform,
            post=show.short(other.id),
            file=text,
        )
        output.line(line, "bold yellow")
    output.note(say("Next: crisis clear {posts} --as ID", posts=made.id))
