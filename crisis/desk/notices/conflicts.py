"""Two departments that say different things of one thing: both are shown, the safer word may go, the other waits for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import facts_of
from crisis.desk.notices.beside import (
    RECENT,
    Word,
    chief_changes,
    names_of,
    owns,
    registered_owner,
    same,
    stands,
    words,
)
from crisis.desk.outbox.queue import CONTRADICTED, change
from crisis.facts.changes import Change, safer
from crisis.model.delivery import State
from crisis.model.fact import Fact, Facts, Kind
from crisis.model.finding import Finding, Severity
from crisis.model.moment import Moment
from crisis.model.names import Names
from crisis.model.records import StoredDraft, StoredNotice, StoredPost
from crisis.sentence import Sentence
from crisis.store import notices
from crisis.store.unit import Reading, Writing

CONFLICT = "conflict"
UNDRAFTED = 50
"""So many notices of a type that nobody has drafted of are looked at, the newest: a feed may bring hundreds at once."""

MAY_GO = "{other} says “{theirs}” ({time}, {notice}). This notice comes from the owner, {owner}: “{ours}” may go now."
SAFER = "{other} says “{theirs}” ({time}, {notice}). “{ours}” is the safer word and may go with one person's reason. Ask: {phones}."
WAITS = (
    "{other} says “{theirs}” ({time}, {notice}), which is the safer word. “{ours}” waits until somebody has decided, "
    "with a reason. Ask: {phones}."
)
ASK = "{other} says “{theirs}” ({time}, {notice}). The owner is {owner}: ask there, or accept with the reason. Ask: {phones}."
NOBODYS = (
    "{other} says “{theirs}” ({time}, {notice}), and nobody is the owner. Ask both; what is right may go with a reason."
)


@dataclass(frozen=True)
class Side:
    """One department's word: `says` in the words of the vocabulary by language, or a time; `phone` is internal."""

    notice: str
    department: str
    at: datetime
    phone: str | None
    value: str
    says: Names
    owner: bool


@dataclass(frozen=True)
class Dispute:
    """Two words of one thing, the earlier first. `safer` is the value that may go, None where only a person can tell;
    `at_once` says that it may go without a reason, since it is the owner's."""

    field: str
    sides: tuple[Side, Side]
    safer: str | None
    at_once: bool


def conflicts(desk: Desk, unit: Reading, stored: StoredNotice, extracted: Facts) -> tuple[Finding, ...]:
    """What other notices of the last day say otherwise of the same thing, from another department.

    The owner's word, where it is not the less safe one, goes (advise); any other is held until a person has looked. An
    owner's own newer word is an update and no conflict.
    """
    owner = registered_owner(desk, extracted)
    return tuple(
        _finding(desk, owner, stored, word, found[0])
        for word in words(desk, unit, stored, extracted)
        if not word.ours and (found := chief_changes(desk, word))
    )


def disputes(desk: Desk, unit: Reading) -> list[Dispute]:
    """What departments say differently now: among the drafts that stand, and the newest notices that nobody has drafted of."""
    since = desk.clock.now() - RECENT
    standing = [draft for draft in unit.since(StoredDraft, "made_at", since) if stands(unit, draft)]
    drafted = {draft.notice: draft.facts for draft in standing}
    told: dict[frozenset[str], Dispute] = {}
    for kind in dict.fromkeys(draft.type for draft in standing):
        for stored in notices.since(unit, since, type=kind, most=UNDRAFTED + len(drafted)):
            extracted = drafted.get(stored.id) or facts_of(desk.kit, stored)
            for dispute in disputed(desk, unit, stored, extracted) if extracted and stored.refused is None else ():
                told[frozenset(side.notice for side in dispute.sides)] = dispute
    return list(told.values())


def disputed(desk: Desk, unit: Reading, stored: StoredNotice, extracted: Facts) -> list[Dispute]:
    """The disputes that one notice is part of."""
    owner = registered_owner(desk, extracted)
    return [
        _dispute(desk, owner, stored, word, found[0])
        for word in words(desk, unit, stored, extracted)
        if not word.ours and (found := chief_changes(desk, word))
    ]


def contradict(
    desk: Desk, unit: Writing, stored: StoredNotice, extracted: Facts, *, decided: bool = False
) -> list[str]:
    """Hold what other departments have queued against this word: where it is the safer or the owner's, or where a person has
    `decided` for it. The posts that were held; nothing else of their incident is touched."""
    owner, held = registered_owner(desk, extracted), list[str]()
    for word in words(desk, unit, stored, extracted):
        found = () if word.ours else chief_changes(desk, word)
        if found and (decided or _prevails(desk, owner, stored, word, found[0])):
            posts = _held(unit, word.draft)
            if posts:
                unit.record("notice-contradicted", notice=word.notice.id, by=stored.id, held=posts)
            held += posts
    return held


def _held(unit: Writing, draft: StoredDraft) -> list[str]:
    from crisis.model.delivery import Delivery

    posts = [post.id for post in unit.find(StoredPost, draft=draft.id)]
    queued = unit.find(Delivery, post=posts, state=[State.QUEUED, State.HELD])
    free = [delivery for delivery in queued if delivery.reason not in (CONTRADICTED, "stale")]
    return [
        change(unit, delivery.evolve(state=State.HELD, reason=CONTRADICTED), reason=CONTRADICTED).post
        for delivery in free
    ]


def _prevails(desk: Desk, owner: str | None, stored: StoredNotice, word: Word, found: Change) -> bool:
    """Whether a word stops the other one by itself: the safer one does, or the owner's where neither is safer."""
    first = safer(found, desk.kit.types[word.draft.type])
    return first or (first is None and owns(owner, stored))


def _finding(desk: Desk, owner: str | None, stored: StoredNotice, word: Word, found: Change) -> Finding:
    first = safer(found, desk.kit.types[word.draft.type])
    goes = owns(owner, stored) and first is not False
    template = MAY_GO if goes else SAFER if first else WAITS if first is False else ASK if owner else NOBODYS
    at = word.notice.received_at.astimezone(desk.settings.zone)
    mend = Sentence(
        template,
        other=_called(word.notice),
        theirs=_word(desk, found.old),
        ours=_word(desk, found.new),
        time=f"{at:%H:%M}",
        notice=word.notice.id,
        owner=owner or "-",
        phones=_phones(desk, (owner, word.notice.notice.owner, stored.notice.owner)),
    )
    return Finding(CONFLICT, Severity.ADVISE if goes else Severity.HOLD, mend)


def _dispute(desk: Desk, owner: str | None, stored: StoredNotice, word: Word, found: Change) -> Dispute:
    first = safer(found, desk.kit.types[word.draft.type])
    sides = [_side(desk, owner, word.notice, found.old), _side(desk, owner, stored, found.new)]
    prevailing = {True: sides[1], False: sides[0], None: None}[first]
    if prevailing is None and sides[0].owner != sides[1].owner:
        prevailing = next(side for side in sides if side.owner)
    sides.sort(key=lambda side: side.notice)
    return Dispute(
        found.name,
        (sides[0], sides[1]),
        prevailing.value if prevailing else None,
        bool(prevailing and prevailing.owner),
    )


def _side(desk: Desk, owner: str | None, stored: StoredNotice, fact: Fact) -> Side:
    called = _called(stored)
    phone = _phone(desk, stored.notice.owner)
    return Side(stored.id, called, stored.received_at, phone, str(fact.plain()), _said(desk, fact), owns(owner, stored))


def _said(desk: Desk, fact: Fact) -> Names:
    """The words of the vocabulary; a time speaks for itself."""
    if fact.kind is not Kind.TERM:
        return {}
    fields = (t.field_named(fact.name) for t in desk.kit.types.values())
    terms = (term for field in fields if field for term in field.terms if term.id == fact.value)
    return next((term.says for term in terms), {})


def _word(desk: Desk, fact: Fact) -> Names | str:
    """What a fact says, in the words of the vocabulary; a time as the desk's screens write it."""
    if isinstance(fact.value, Moment) and fact.value.has_time:
        return f"{fact.value.at.astimezone(desk.settings.zone):%m-%d %H:%M}"
    return _said(desk, fact) or str(fact.plain())


def _called(stored: StoredNotice) -> str:
    return stored.notice.owner or stored.notice.name


def _phone(desk: Desk, department: str | None) -> str | None:
    """The internal number of a department, as crisis.toml gives it."""
    called = names_of(department or "")
    known = desk.settings.departments
    return next((d.phone for d in known if any(same(own, name) for own in names_of(d.name) for name in called)), None)


def _phones(desk: Desk, departments: Sequence[str | None]) -> str:
    known = [(name, _phone(desk, name)) for name in dict.fromkeys(filter(None, departments))]
    return ", ".join(f"{name} {phone}" for name, phone in known if phone) or "-"
