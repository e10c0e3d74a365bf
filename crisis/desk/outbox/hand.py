"""By hand: taking a post from the daemon before its bytes are shown, and saying what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crisis.desk.clearance.review import ask_links
from crisis.desk.clearance.stating import account_of
from crisis.desk.desk import Desk, found
from crisis.desk.outbox.queue import NOT_SENT, STALE, change, fall_back, is_routine, overtakers, placed_behind, stopped
from crisis.desk.outbox.verifying import sendable, verified
from crisis.desk.people.speaking import asks, may_speak
from crisis.desk.reasons import keep_reason
from crisis.dispatch.states import moved
from crisis.dispatch.timing import in_order
from crisis.errors import Mistake, Refused
from crisis.model.delivery import Delivery, State
from crisis.model.records import StoredPost
from crisis.model.settings import Account
from crisis.model.watched import Odd, OddPost
from crisis.store.unit import Reading


@dataclass(frozen=True)
class Task:
    """A post to be made by a person: the exact cleared text and where it goes. It is `late` where something newer of its incident is
    out on the account already: it comes after that."""

    delivery: Delivery
    account: Account
    language: str
    text: str
    late: bool = False


def delivery_of(unit: Reading, post_id: str) -> Delivery:
    """The newest delivery of a post. Raises where it has never been cleared."""
    found(unit.get(StoredPost, post_id), "post", post_id)
    deliveries = in_order(unit.find(Delivery, post=post_id))
    if not deliveries:
        raise Refused(
            "not-cleared",
            "Post {post} has not been cleared, so it may not go out, by hand neither.",
            "`crisis clear {post}` first.",
            post=post_id,
        )
    return deliveries[-1]


def take(desk: Desk, post_id: str, *, by: str | None = None) -> Task:
    """Take a post from the daemon and give its exact text to a person who posts it. Raises `Refused` where it has left already or
    may not go, and where they may not speak there; `Mistake` where the policy asks who speaks and nobody has said."""
    ask_links(desk, [post_id])
    with desk.store.writing(desk.clock.now()) as unit:
        delivery = delivery_of(unit, post_id)
        if delivery.state is State.UNKNOWN:
            raise Refused(
                "unknown-first",
                "Nobody knows whether post {post} is out already.",
                "Look at the account. If it is there: `crisis settle {post} --published URL`; "
                "if not: `crisis settle {post} --not-sent --reason TEXT`.",
                post=post_id,
            )
        if stopped(unit, delivery.account, routine=is_routine(delivery)):
            raise Refused(
                "stopped",
                "Everything is stopped for {account}: post {post} may not go out now, by hand neither.",
                "`crisis resume --as ID` shows what would go, and lets it go.",
                account=delivery.account,
                post=post_id,
            )
        _refuse_silent(desk, unit, by, delivery.account)
        _, stated = sendable(desk, unit, delivery)
        newer = overtakers(unit, delivery)
        if any(other.state is State.SENDING for other in newer):
            raise Refused(
                "newer-under-way",
                "Something newer of its incident is being sent to {account} at this moment.",
                "In a minute: `crisis hand {post}` again. What it says then comes after that.",
                account=delivery.account,
                post=post_id,
            )
        if delivery.state is not State.BY_HAND:
            delivery = change(unit, placed_behind(unit, moved(delivery, State.BY_HAND, next_try=None), newer))
        elif newer:
            delivery = placed_behind(unit, delivery, newer)
            unit.put(delivery)
        return Task(delivery, account_of(desk, delivery.account), stated.language, stated.text, late=bool(newer))


def _refuse_silent(desk: Desk, unit: Reading, by: str | None, account: str) -> None:
    if by is not None:
        may_speak(desk, unit, by, [account])
    elif asks(desk, unit):
        raise Mistake("who-posts", "The policy says who may speak: who posts it?", "Add --as ID.")


def tasks(desk: Desk) -> list[Task]:
    """Every post that waits to be made by hand and still verifies, oldest first; none whose notice has changed."""
    made = []
    with desk.store.reading() as unit:
        for delivery in in_order(d for d in unit.find(Delivery, state=State.BY_HAND) if d.reason != STALE):
            _, stated = verified(desk, unit, delivery)
            made.append(Task(delivery, account_of(desk, delivery.account), stated.language, stated.text))
    return made


def done(desk: Desk, post_id: str, url: str, *, by: str | None, seen_text: str | None = None) -> Delivery:
    """A person has posted it: record where, who and when. `seen_text` is what stands there, pasted back; a difference is
    recorded and refused with the mend."""
    if seen_text is not None and not _same(desk, post_id, url, seen_text):
        raise Refused(
            "not-the-cleared-text",
            "What stands there is not the text that was cleared.",
            "Delete it there and paste the exact text again: `crisis hand {post}`.",
            post=post_id,
        )
    with desk.store.writing(desk.clock.now()) as unit:
        delivery = delivery_of(unit, post_id)
        published = moved(delivery, State.PUBLISHED, url=url, published_at=unit.at, remote_id=url, reason="by-hand")
        for odd in unit.find(OddPost, account=delivery.account, post=post_id, ended_at=None):
            unit.put(replace(odd, ended_at=unit.at))
        return change(unit, published, by=by, url=url, how="by-hand")


def _same(desk: Desk, post_id: str, url: str, seen_text: str) -> bool:
    """Whether the cleared text stands there. Another one is out and nobody cleared it: that is written down at once, until the
    post is done."""
    with desk.store.writing(desk.clock.now()) as unit:
        delivery = delivery_of(unit, post_id)
        _, stated = verified(desk, unit, delivery)
        if seen_text.strip() == stated.text.strip():
            return True
        odd = OddPost(delivery.account, url, Odd.CHANGED, url, post_id, found_at=unit.at)
        unit.put(odd)
        unit.record("account-differs", account=odd.account, odd=odd.odd.value, remote_id=url, post=post_id)
        return False


def settle(desk: Desk, post_id: str, *, published: str | None, reason: str | None, by: str | None) -> Delivery:
    """A person says what became of an unknown: published at a URL, or not sent, with the reason. What was not sent goes
    its next way, if one was cleared with it (that delivery comes back), else it needs a fresh clearance to go again.
    One that was settled as not sent may turn out to be out all the same. Raises `Refused` for a post that is neither."""
    with desk.store.writing(desk.clock.now()) as unit:
        delivery = _unsettled(unit, post_id, is_out=published is not None)
        if published is not None:
            settled = moved(
                delivery,
                State.PUBLISHED,
                url=published,
                remote_id=published,
                published_at=unit.at,
                next_try=None,
                reason=None,
            )
        else:
            settled = moved(delivery, State.FAILED, reason=NOT_SENT, next_try=None)
        hashed = keep_reason(desk, unit, reason) if reason else None
        unit.record(
            "delivery-settled",
            delivery=delivery.key,
            post=post_id,
            by=by,
            state=settled.state.value,
            url=published,
            reason=hashed,
        )
        settled = change(unit, settled, by=by)
        return (fall_back(desk, unit, settled) or settled) if settled.state is State.FAILED else settled


def _unsettled(unit: Reading, post_id: str, *, is_out: bool) -> Delivery:
    """The delivery of the post that a person can settle so: an unknown; or one that was not sent, as somebody said, and is out after
    all, which then is in a person's hands."""
    newest = delivery_of(unit, post_id)
    if newest.state is State.UNKNOWN:
        return newest
    denied = unit.find(Delivery, post=post_id, state=State.FAILED, reason=NOT_SENT) if is_out else []
    if not denied:
        raise Refused(
            "not-unknown",
            "Post {post} is {state}: there is nothing to settle.",
            "`crisis queue` shows where each post stands.",
            post=post_id,
            state=newest.state.value,
        )
    return moved(denied[-1], State.BY_HAND)
