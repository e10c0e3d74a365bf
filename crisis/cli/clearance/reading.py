"""What people read before they clear: what waits, each text once, and the one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crisis.cli import output, show, sides
from crisis.cli.clearance import announcing
from crisis.cli.duty import standing
from crisis.cli.options import confirm
from crisis.cli.words import _, say
from crisis.errors import Refused

if TYPE_CHECKING:
    from crisis.desk.clearance.review import Family
    from crisis.desk.desk import Desk
    from crisis.desk.outbox.undoing import Told


def read_out(desk: Desk, posts: list[str], fallback: list[str] | None, *, as_json: bool) -> list[Family]:
    """The posts with what stops them now, shown to people: the links are asked while they read."""
    from crisis.desk.clearance import review

    if not as_json:
        review.ask_links(desk, posts)
    with desk.store.reading() as unit:
        read = [review.read_anew(desk, unit, family) for family in review.families(unit, posts)]
    for family in read if not as_json else ():
        _show_family(desk, family, named=any(f.stops for post in family.posts for f in post.findings))
        announcing.show_awaited(desk, family)
        _show_ways(desk, family, fallback)
        output.line()
    return read


def confirmation(desk: Desk, read: list[Family]) -> str:
    """The one question before a release."""
    accounts = dict.fromkeys(post.account or "-" for family in read for post in family.posts)
    return say("{mode}: release these texts to {accounts}?", mode=_mode(desk), accounts=", ".join(accounts))


def _mode(desk: Desk) -> str:
    return _("ACTUAL") if desk.mode.value == "actual" else _("EXERCISE")


def _show_family(desk: Desk, family: Family, *, named: bool) -> None:
    from crisis.desk.notices.conflicts import CONFLICT

    draft, notice = family.draft, family.notice
    source = notice.notice.owner or notice.notice.name
    when = output.clock(notice.received_at, desk.settings.zone)
    output.line(f"{_mode(desk)}  {when}  {show.kind(desk.kit, draft.type)}  {source}", "bold")
    show.stored(family.posts, named=named)
    show.findings([finding for finding in draft.findings if finding.code != CONFLICT])  # whose sides stand below
    sides.of_notice(desk, notice, draft.facts)
    if draft.facts.withheld:
        output.line("  " + say("Withheld: {names}", names=", ".join(_(w.name) for w in draft.facts.withheld)))


def _show_ways(desk: Desk, family: Family, fallback: list[str] | None) -> None:
    """Where each post goes when its account fails, where that is settled."""
    from crisis.desk.outbox.fallbacks import ways

    for post in family.posts:
        account = desk.settings.account(post.account or "")
        left = ways(desk, family.posts, post, account, tuple(fallback) if fallback else None) if account else ()
        if left:
            names = [_("by hand") if target.platform == "hand" else target.account for target in left]
            output.line("  " + say("If {account} fails: {ways}", account=post.account, ways=", ".join(names)))


def _returned(desk: Desk) -> list[Told]:
    """What was sent back and waits for its drafter."""
    from crisis.desk.outbox.undoing import told as told_of
    from crisis.model.records import Review
    from crisis.model.records import StoredPost as Post

    with desk.store.reading() as unit:
        return list(told_of(unit, [post.id for post in unit.find(Post, review=Review.RETURNED)]).values())


def list_waiting(desk: Desk, person: str | None, *, as_json: bool) -> None:
    """Everything that waits, with who may clear it next."""
    from crisis.desk.clearance import review

    waiting = review.waiting(desk)
    if as_json:
        output.emit(
            {
                "posts": [
                    {"post": p.id, "state": p.review.value, "missing": []} for family in waiting for p in family.posts
                ]
            }
        )
        return
    if not waiting:
        output.line(_("Nothing waits for clearance."))
    for back in _returned(desk):
        output.line(standing.returned_line(back), "yellow")
        output.note(say("Next: crisis edit {post} --text FILE --as ID", post=show.short(back.post)))
    for family in waiting:
        _show_family(desk, family, named=True)
        notice = family.notice.id
        if person and any(post.last_editor == person for post in family.posts):
            output.note(
                say("You wrote this: somebody else has to clear it: crisis clear {notice} --as ID", notice=notice)
            )
        else:
            output.note(say("Next: crisis clear {notice} --as {person}", notice=notice, person=person or "ID"))
        output.line()


def agree(desk: Desk, read: list[Family], *, yes: bool) -> None:
    """Ask once. Who says no is told how to change a text, and how to send it back; then raises `Refused`."""
    try:
        confirm(confirmation(desk, read), yes=yes)
    except Refused:
        for post in (post for family in read for post in family.posts):
            output.note(f"  {post.language} · {post.account} {show.short(post.id)}")
        output.note(_("To change one: crisis edit P-… --text FILE. To send it back: crisis return P-… --reason TEXT"))
        raise
