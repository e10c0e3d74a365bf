"""What we have said, what we have not, and when we speak next: for whoever holds the telephone while a reporter waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crisis.clearance import statements
from crisis.desk.desk import Desk, found
from crisis.desk.duty.promising import open_promises, owned
from crisis.model.delivery import Delivery, State
from crisis.model.duty import Promise
from crisis.model.published import Incident
from crisis.model.records import StoredRelease
from crisis.model.release import Statement
from crisis.model.watched import OutsidePost
from crisis.store.unit import Reading

OUT = (State.PUBLISHED, State.UNKNOWN)
LATELY = timedelta(hours=24)
"""So long a post that was made outside is told of while no incident is open."""
NO_ANSWER = frozenset({"as_of", "next_update", "link", "contact", "internal_contact", "meeting", "note"})
"""Fields that answer no question of a reporter's."""


@dataclass(frozen=True)
class SaidText:
    """One text that is out: since when, in which language, on which accounts; not `certain` where nobody knows whether it is."""

    at: datetime
    text: str
    language: str
    accounts: tuple[str, ...]
    certain: bool
    release: str


@dataclass(frozen=True)
class Said:
    """`texts`, the newest first; `unsaid` names the fields of these types of notice that no release told; `next` the promises that
    bind, the earliest first; `outside` what stands on our accounts and was not made here, the newest first."""

    texts: tuple[SaidText, ...]
    unsaid: tuple[str, ...]
    next: tuple[Promise, ...]
    outside: tuple[OutsidePost, ...] = ()


def said(desk: Desk, incident: str | None = None) -> Said:
    """Everything that is out, of one incident or of all that is not closed (and of none)."""
    with desk.store.reading() as unit:
        if incident is not None:
            found(unit.get(Incident, incident), "incident", incident)
        every = unit.find(Incident)
        closed = {each.id for each in every if each.closed_at is not None}
        told = [
            (delivery, statement)
            for delivery, statement in _out(unit)
            if (statement.incident == incident if incident else statement.incident not in closed)
        ]
        binding = [owned(desk, p) for p in open_promises(unit) if incident in (None, p.incident)]
        since = [i.opened_at for i in every if i.id == incident or (incident is None and i.id not in closed)]
        outside = unit.since(OutsidePost, "recorded_at", min(since, default=desk.clock.now() - LATELY))
    unsaid = _unsaid(desk, [statement for _, statement in told])
    return Said(_texts(told), unsaid, tuple(binding), tuple(reversed(outside)))


def _out(unit: Reading) -> Iterable[tuple[Delivery, Statement]]:
    read: dict[str, Statement] = {}
    for delivery in unit.find(Delivery, state=OUT):
        if delivery.release not in read:
            read[delivery.release] = statements.decode(unit.need(StoredRelease, delivery.release).statement)
        yield delivery, read[delivery.release]


def _texts(told: Iterable[tuple[Delivery, Statement]]) -> tuple[SaidText, ...]:
    """Each text of a release once, with all the accounts where it stands."""
    texts: dict[tuple[str, str, str], SaidText] = {}
    for delivery, statement in told:
        post = next(each for each in statement.posts if each.post == delivery.post)
        at, certain = delivery.published_at or delivery.due, delivery.state is State.PUBLISHED
        new = SaidText(at, post.text, post.language, (delivery.account,), certain, statement.release)
        key = (statement.release, post.language, post.text)
        before = texts.get(key)
        texts[key] = new if before is None else _joined(before, new)
    return tuple(sorted(texts.values(), key=lambda text: (text.at, text.release), reverse=True))


def _joined(one: SaidText, other: SaidText) -> SaidText:
    return replace(
        one,
        at=min(one.at, other.at),
        accounts=(*one.accounts, *other.accounts),
        certain=one.certain or other.certain,
    )


def _unsaid(desk: Desk, told: Iterable[Statement]) -> tuple[str, ...]:
    """What notices of these types can hold and no release has told, by field."""
    read = list(told)
    known = [desk.kit.types[name] for name in dict.fromkeys(s.notice_type for s in read) if name in desk.kit.types]
    settled = {name for statement in read for name in statement.released} | NO_ANSWER
    return tuple(dict.fromkeys(field.name for each in known for field in each.fields if field.name not in settled))
