"""What waits for somebody around posts, kind by kind, each with the command that does it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from crisis.desk.clearance import review
from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import HAZARD
from crisis.desk.duty.viewing import MOST, NOBODY, Viewer, beginning
from crisis.desk.notices.versions import alive, newer, out_of_date, to_draft_anew
from crisis.desk.outbox.announcing import awaited
from crisis.desk.outbox.queue import STALE
from crisis.duty.tasks import Kind, Task, Urgency, urgency
from crisis.model.delivery import Delivery, State
from crisis.model.records import Review, Stop, StoredPost
from crisis.sentence import Sentence
from crisis.store import notices
from crisis.store.unit import Reading

EVERYTHING_STOPPED = Sentence("everything is stopped: nothing goes out")

RECENT = timedelta(hours=24)
"""What came in longer ago and nobody has drafted is left where it is: a desk that was away begins with today."""


def unsure(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Posts of which nobody knows whether they are out."""
    for each in unit.first(Delivery, MOST, by="due", state=State.UNKNOWN):
        what = Sentence("is {post} out on {account}? Look there", post=each.post[-5:], account=each.account)
        yield Task(Kind.UNKNOWN, Urgency.LATE, what, ("settle", each.post, "--as", me.id), each.post)


def by_hand(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Cleared posts that a person has to post, none whose notice has changed; what a stop concerns waits until it is lifted."""
    stops = set_stops(unit)
    for each in unit.first(Delivery, MOST, by="not_after", state=State.BY_HAND):
        if each.reason == STALE or any(stop.covers(each.account, routine=False) for stop in stops):
            continue
        text = beginning(unit.need(StoredPost, each.post).text)
        what = Sentence("post on {account}: {text}", account=each.account, text=text)
        late = urgency(each.not_after, desk.clock.now())
        yield Task(
            Kind.HAND, min(late, Urgency.NOW), what, ("hand", each.post, "--as", me.id), each.post, each.not_after
        )


def to_clear(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Drafts that are filled and wait, a line for each fact, with who may clear it; the change of what is out before the others."""
    changes = {each.newer for each in out_of_date(unit)}
    for family in review.uncleared(unit, MOST):
        draft, text = family.draft, beginning(family.posts[0].text)
        held = any(f.stops for f in (*draft.findings, *(f for post in family.posts for f in post.findings)))
        what = (
            Sentence("needs a decision: {text}", text=text) if held else Sentence("read and clear: {text}", text=text)
        )
        who = review.may_clear(desk, unit, family)
        soon = Urgency.NOW if me.id in (*who, NOBODY) else Urgency.SOON
        if draft.notice in changes:
            soon, what = Urgency.LATE, Sentence("the change of what is out, read and clear: {text}", text=text)
        yield Task(Kind.CLEAR, soon, what, ("clear", draft.notice, "--as", me.id), draft.id, None, who)


def returned(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Posts that an approver sent back."""
    for post in unit.find(StoredPost, review=Review.RETURNED)[:MOST]:
        what = Sentence("sent back: {text}", text=beginning(post.text))
        yield Task(Kind.RETURNED, Urgency.SOON, what, ("clear",), post.id, None, (post.last_editor,))


def outdated(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """What is out or waits while its notice has changed, and nobody has drafted the change."""
    accounts: dict[str, list[str]] = {}
    for each in out_of_date(unit):
        accounts.setdefault(each.newer, []).append(each.account)
    for changed, out_on in accounts.items():
        if not alive(unit, changed):
            on = ", ".join(dict.fromkeys(out_on))
            what = Sentence("what is out on {accounts} is out of date: draft the change", accounts=on)
            yield Task(Kind.OUTDATED, Urgency.LATE, what, ("draft", changed, "--save", "--as", me.id), changed)
    for changed in to_draft_anew(unit):
        what = Sentence("what waits is out of date: draft the change")
        yield Task(Kind.OUTDATED, Urgency.NOW, what, ("draft", changed, "--save", "--as", me.id), changed)


def undrafted(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """What came in of late and nobody has drafted; of an open incident it wants somebody now."""
    came = notices.to_draft(unit, desk.clock.now() - RECENT, but=HAZARD, most=MOST)
    replacing = {each.newer for each in out_of_date(unit)} | set(to_draft_anew(unit)) if came else set()
    for stored in came:
        if stored.id in replacing or newer(unit, stored) is not None:
            continue
        notice = stored.notice
        what = Sentence(
            "draft it: {title} ({department})",
            title=beginning(notice.title or notice.text),
            department=notice.owner or "-",
        )
        soon = Urgency.NOW if stored.incident else Urgency.SOON
        yield Task(Kind.NOTICE, soon, what, ("draft", stored.id, "--save", "--as", me.id), stored.id)


def announced(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """What goes out once somebody says that it has been announced."""
    for each in awaited(unit):
        until = max(delivery.not_after for delivery in each.deliveries)
        post = next((post for post in each.posts if post.language == me.language), each.posts[0])
        what = Sentence("goes out once announced ({words}): {text}", words=each.words or "-", text=beginning(post.text))
        command = ("announced", post.id, "--as", me.id)
        yield Task(Kind.ANNOUNCEMENT, urgency(until, desk.clock.now()), what, command, each.release, until)


def set_stops(unit: Reading) -> list[Stop]:
    """Stops that somebody set; that on routine posts is the incident's own."""
    return [stop for stop in unit.find(Stop, lifted_at=None) if not stop.routine]


def stopped(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Stops that somebody set, now where something cleared waits for their end."""
    for each in set_stops(unit):
        account = {"account": each.account} if each.account else {}
        what = Sentence("stopped: {account}", **account) if account else EVERYTHING_STOPPED
        waits = unit.count(Delivery, state=[State.HELD, State.BY_HAND], **account)
        command = ("resume", *(("--account", each.account) if each.account else ()), "--as", me.id)
        yield Task(Kind.STOP, Urgency.NOW if waits else Urgency.SOON, what, command, each.id)
