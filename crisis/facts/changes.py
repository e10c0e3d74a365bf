"""Two notices of one type beside each other: whether they speak of the same thing, and what the later one says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from crisis.model.fact import Fact, Facts, Kind, Value
from crisis.model.notice_type import NoticeType

_PLACES = frozenset({Kind.SITE, Kind.SERVICE, Kind.AREA})
_CHANGING = frozenset({Kind.TERM, Kind.TIME, Kind.PERIOD, Kind.PHONE})
_ASIDE = frozenset({"as_of", "next_update", "source_at", "replaced_time", "old_date"})
"""Times that differ in every report, or that are stated as being over."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that two notices state differently: `old` by the one, `new` by the other."""

    old: Fact
    new: Fact

    @property
    def name(self) -> str:
        """The field."""
        return self.new.name


def subject(extracted: Facts, notice_type: NoticeType) -> tuple[Value | None, ...]:
    """What a notice speaks of: its values of the fields that its type names in `about`, else its places."""
    names = notice_type.about
    if names is None:
        names = tuple(field.name for field in notice_type.fields if field.kind in _PLACES)
    facts = (extracted.get(name) for name in names)
    return tuple(fact.value if fact else None for fact in facts)


def changes(before: Facts, now: Facts, notice_type: NoticeType) -> tuple[Change, ...]:
    """The facts that both state and state differently, the chief one first: those of the type's `changes`, then the others."""
    about = notice_type.about or ()
    pairs = ((before.get(field.name), now.get(field.name)) for field in notice_type.fields if field.name not in about)
    differing = [
        Change(old, new)
        for old, new in pairs
        if old and new and new.kind in _CHANGING and new.name not in _ASIDE and old.value != new.value
    ]
    ranks = {name: rank for rank, name in enumerate(notice_type.changes)}
    return tuple(sorted(differing, key=lambda change: ranks.get(change.name, len(ranks))))


def chief(found: tuple[Change, ...], notice_type: NoticeType) -> tuple[Change, ...]:
    """Those for which a post says that it is a change: all, unless the type names the ones that count."""
    return tuple(change for change in found if not notice_type.changes or change.name in notice_type.changes)


def safer(change: Change, notice_type: NoticeType) -> bool | None:
    """Whether the new word is the safer one, by the vocabulary's order; None where the type knows no order between them."""
    field = notice_type.field_named(change.name)
    order = field.safest_first if field else ()
    if change.old.value not in order or change.new.value not in order:
        return None
    return order.index(str(change.new.value)) < order.index(str(change.old.value))
