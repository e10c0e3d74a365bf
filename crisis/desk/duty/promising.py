"""Promises at the desk: made and ended with the deliveries that make and end them, in the same transaction; and what people do
with them."""

from __future__ import annotations

from dataclasses import replace

from crisis.desk.desk import Desk
from crisis.desk.reasons import keep_reason
from crisis.duty import promises as pure
from crisis.errors import Mistake
from crisis.model.delivery import Delivery, State
from crisis.model.duty import NO_CHANGE, Ending, Promise
from crisis.model.records import StoredPost
from crisis.store.told import drafted
from crisis.store.unit import Reading, Writing

OUT = (State.PUBLISHED, State.UNKNOWN)
GONE = frozenset({State.FAILED, State.WITHDRAWN, State.EXPIRED})


def follow(unit: Writing, delivery: Delivery) -> None:
    """What a delivery's new state does to promises: one that is out, or may be, makes the promise of its release; one that is
    out ends those that it answers; one that turned out not to be out takes its release's promise back."""
    if delivery.state in OUT:
        spoken = _spoken(unit, delivery)
        if delivery.state is State.PUBLISHED:
            for promise in open_promises(unit):
                if (how := pure.ending(promise, spoken)) is not None:
                    end(unit, promise, how, delivery.release)
        _make(unit, delivery, spoken)
    elif delivery.state in GONE:
        own = unit.get(Promise, delivery.release)
        if own is not None and own.ended_at is None and not unit.count(Delivery, release=delivery.release, state=OUT):
            end(unit, own, Ending.UNSAID, None)


def _spoken(unit: Reading, delivery: Delivery) -> pure.Spoken:
    draft = drafted(unit, delivery.post)
    thread = pure.thread(draft.incident, draft.facts)
    return pure.Spoken(
        release=delivery.release,
        incident=draft.incident,
        thread=thread,
        at=delivery.published_at or delivery.started_at or delivery.due,
        next=pure.promised(draft.facts),
        final=delivery.final,
        general=draft.type == NO_CHANGE and thread == pure.ROUTINE,
    )


def _make(unit: Writing, delivery: Delivery, spoken: pure.Spoken) -> None:
    """Once for each release, and not where a later one has spoken in its thread already."""
    if spoken.next is None or spoken.final or unit.get(Promise, delivery.release) is not None:
        return
    if any(one.release > delivery.release for one in unit.find(Promise, thread=spoken.thread)):
        return
    author = drafted(unit, delivery.post).by
    made = Promise(delivery.release, delivery.post, spoken.incident, spoken.thread, spoken.next, unit.at, author)
    unit.add(made)
    unit.record(
        "promise-made",
        promise=made.release,
        post=made.post,
        incident=made.incident,
        due=made.due.isoformat(),
        by=author,
    )


def end(unit: Writing, promise: Promise, how: Ending, by: str | None, reason: str | None = None) -> Promise:
    """A promise binds nobody any more."""
    ended = replace(promise, ended_at=unit.at, ending=how, ended_by=by, reason=reason)
    unit.put(ended)
    unit.record("promise-ended", promise=promise.release, how=how.value, by=by, reason=reason)
    return ended


def open_promises(unit: Reading) -> list[Promise]:
    """Those that bind, the earliest first."""
    return sorted(unit.find(Promise, ended_at=None), key=lambda promise: (promise.due, promise.release))


def promises(desk: Desk, *, ended: bool = False) -> list[Promise]:
    """The promises that bind, under their owners of now, the earliest first; with `ended` all that were ever made."""
    with desk.store.reading() as unit:
        found = sorted(unit.find(Promise), key=lambda p: (p.due, p.release)) if ended else open_promises(unit)
    return [owned(desk, promise) for promise in found]


def owned(desk: Desk, promise: Promise) -> Promise:
    """The promise under whoever it is with now."""
    return replace(promise, owner=pure.owner(promise, desk.settings.duty, desk.settings.zone))


def named(unit: Reading, name: str | None) -> Promise:
    """The open promise that a person means: by its release, one of its release's posts (or the last letters of either), or without
    a name the one that is due first. Raises `Mistake` where none or several are meant."""
    binding = open_promises(unit)
    if not binding:
        raise Mistake("no-promise", "No promised update is open.", "crisis promise list --all shows those that ended.")
    if name is None:
        return binding[0]
    meant = [one for one in binding if any(known.endswith(name) for known in _names(unit, one))]
    if len(meant) != 1:
        raise Mistake(
            "which-promise",
            "{name} names {count} open promises.",
            "Write one of: {known}.",
            name=name,
            count=len(meant),
            known=" ".join(one.post for one in binding),
        )
    return meant[0]


def _names(unit: Reading, promise: Promise) -> list[str]:
    return [promise.release, *(post.id for post in unit.find(StoredPost, release=promise.release))]


def take(desk: Desk, name: str | None, *, by: str, to: str | None = None) -> Promise:
    """Make a promise one person's: `by` takes it, or gives it to another. Raises `Refused` for who is not at the desk."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        owner = desk.person(unit, to or by).id
        return pass_on(unit, named(unit, name), owner, by=by)


def pass_on(unit: Writing, promise: Promise, to: str, *, by: str) -> Promise:
    """The promise under its new owner, written down."""
    taken = replace(promise, owner=to, taken_at=unit.at)
    unit.put(taken)
    unit.record("promise-taken", promise=promise.release, owner=to, by=by)
    return taken


def drop(desk: Desk, name: str | None, *, by: str, reason: str) -> Promise:
    """Give a promise up, with a reason. Readers are told nothing by that."""
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        promise = named(unit, name)
        return end(unit, promise, Ending.DROPPED, by, keep_reason(desk, unit, reason.strip()))
