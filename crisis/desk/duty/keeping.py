"""Promises that the desk keeps by itself, where two people signed that it may: at the time of the offer the pre-cleared post goes out.

Each promise is taken once, in one transaction with the look whether anything newer is on its way: a desk that ends between
that and the sending has sent nothing, and people are told as ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crisis.clearance import by_policy
from crisis.desk.clearance import precleared
from crisis.desk.desk import Desk
from crisis.desk.drafts import saving
from crisis.desk.drafts.compose import HAZARD
from crisis.desk.duty.alerting import raise_alert
from crisis.desk.duty.offering import answers
from crisis.desk.duty.promising import open_promises
from crisis.desk.notices import receive, telling
from crisis.desk.people import policies
from crisis.duty import promises as pure
from crisis.duty.promises import Stage
from crisis.errors import CrisisError
from crisis.model.delivery import Delivery, State
from crisis.model.duty import NO_CHANGE, Promise
from crisis.model.records import Review, Stop, StoredDraft, StoredPost
from crisis.model.role import Role
from crisis.model.speaking import BY_POLICY
from crisis.sentence import Sentence
from crisis.store import notices
from crisis.store.unit import Reading

WAITING = (Review.DRAFT, Review.IN_REVIEW, Review.RETURNED)
TOLD = (Role.LEAD, Role.DEPUTY, Role.DRAFTER, Role.APPROVER)


def keep(desk: Desk) -> list[str]:
    """Say that nothing has changed, for each promise that is due now and of which nothing newer is known; the posts."""
    with desk.store.reading() as unit:
        due = [promise.release for promise in _due(desk, unit)]
    return [post for name in due for post in _kept(desk, name)]


def _due(desk: Desk, unit: Reading) -> Iterator[Promise]:
    """The promises that are the desk's to keep now."""
    if not by_policy.lets(policies.in_force(desk, unit), NO_CHANGE):
        return
    now, duty = desk.clock.now(), desk.settings.duty
    for promise in open_promises(unit):
        if promise.alone_at is None and pure.stage(promise, duty, now) is Stage.NOW and not _has_news(unit, promise):
            yield promise


def _has_news(unit: Reading, promise: Promise) -> bool:
    """Whether somebody has something newer to say to the same readers, a notice came that nobody has read yet, or everything is
    stopped: then a person decides."""
    if any(stop.account is None and not stop.routine for stop in unit.find(Stop, lifted_at=None)):
        return True
    if notices.undrafted(unit, promise.made_at, but=HAZARD) & {None, promise.incident}:
        return True
    own = unit.need(StoredPost, promise.post).draft
    newer = [
        draft.id
        for draft in unit.since(StoredDraft, "made_at", promise.made_at)
        if draft.id != own and pure.thread(draft.incident, draft.facts) == promise.thread
    ]
    posts = unit.find(StoredPost, draft=newer)
    if any(post.review in WAITING and post.account is not None for post in posts):
        return True
    sent = unit.find(Delivery, post=[post.id for post in posts])
    return any(delivery.state is not State.PUBLISHED for delivery in sent)


def _kept(desk: Desk, name: str) -> list[str]:
    """Take one promise, once, and keep it; what stands in the way is told to people."""
    with desk.store.writing(desk.clock.now()) as unit:
        promise = next((one for one in _due(desk, unit) if one.release == name), None)
        if promise is None:
            return []
        unit.put(replace(promise, alone_at=unit.at))
        unit.record("promise-left", promise=promise.release, by=BY_POLICY)
    try:
        return _sent(desk, promise)
    except CrisisError as refusal:
        with desk.store.writing(desk.clock.now()) as unit:
            raise_alert(desk, unit, "promise-alone", _told(refusal), TOLD, promise.post)
        return []


def _sent(desk: Desk, promise: Promise) -> list[str]:
    """Draft it, put it under its pre-clearance and let it go, signed by the desk."""
    given = list(answers(desk, promise).items())
    notice = telling.of_policy(desk.kit.types[NO_CHANGE], given, at=desk.clock.now())
    stored = receive.keep(desk, notice, by=BY_POLICY, incident=promise.incident, type_id=NO_CHANGE)
    _, made = saving.draft(desk, stored.id, plain=True)
    posts = [post.id for post in saving.save(desk, stored, made, by=BY_POLICY)[1] if post.account]
    ready = precleared.prepare(desk, posts, BY_POLICY)
    return [outcome.post for outcome in precleared.send_by_policy(desk, ready)]


def _told(refusal: CrisisError) -> Sentence:
    return Sentence("The desk could not say by itself that nothing has changed: {why}", why=refusal.sentence)
