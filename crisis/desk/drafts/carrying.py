"""Everything that still says the old thing: waiting, queued or live, in every language and on every account, however it is
written there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from crisis.desk.desk import Desk, found
from crisis.desk.drafts.compose import facts_of
from crisis.desk.drafts.updates import Update, update
from crisis.drafting.marks import without_cancelled
from crisis.facts.changes import Change
from crisis.facts.times.carried import Times, times_in, times_of
from crisis.model.delivery import Delivery, State
from crisis.model.fact import Facts, Kind
from crisis.model.names import Names
from crisis.model.notice_type import Field
from crisis.model.records import ENDED, Review, StoredDraft, StoredPost
from crisis.store import notices
from crisis.store.unit import Reading
from crisis.text.folding import folded

LIVE = frozenset({State.PUBLISHED, State.UNKNOWN, State.SENDING})
TO_COME = frozenset({State.QUEUED, State.HELD})
ORDER = ("live", "by-hand", "to-come", "waiting")
PLACES = frozenset({Kind.SITE, Kind.SERVICE, Kind.AREA})

Carries = Callable[[StoredPost, StoredDraft], bool]


@dataclass(frozen=True)
class Carrier:
    """A post that carries it: `where` is `live`, `by-hand` (in a person's hands, who may have posted it), `to-come` (cleared)
    or `waiting` (not cleared yet)."""

    post: StoredPost
    where: str
    delivery: Delivery | None


def carrying(desk: Desk, words: Sequence[str]) -> list[Carrier]:
    """The posts that say any of the words, live ones first, newest first: times and dates however they are written, a term of
    a vocabulary and a name in every language, anything else letter by letter (folded: 20：00 is 20:00).

    A live post that a newer one has corrected is still listed: it still stands there. One that only names the old value as
    cancelled is not.
    """
    wanted = [_carries(desk, word) for word in words if word.strip()]
    with desk.store.reading() as unit:
        return _standing_of(unit, lambda post, draft: any(carries(post, draft) for carries in wanted))


def carrying_old(desk: Desk, notice_id: str) -> tuple[Update, list[Carrier]]:
    """What a notice changes of what its department said before, and the posts that still carry an old value: those made of
    the earlier notices, and all others of the same place or incident that say the old time."""
    with desk.store.reading() as unit:
        stored = found(notices.get(unit, notice_id), "notice", notice_id)
        extracted = facts_of(desk.kit, stored)
        if extracted is None:
            return Update(), []
        changed = update(desk, unit, stored, extracted)
        earlier = {word.notice.id: word for word in changed.earlier}

        def carries(post: StoredPost, draft: StoredDraft) -> bool:
            if draft.notice == stored.id:
                return False
            if draft.notice in earlier:
                return any(_made_of(desk, post, draft, change) for change in earlier[draft.notice].changes)
            near = _share_a_place(draft.facts, extracted) or (stored.incident and draft.incident == stored.incident)
            return bool(near) and any(_says_time_of(desk, post, change) for change in changed.changes)

        return changed, _standing_of(unit, carries)


def _made_of(desk: Desk, post: StoredPost, draft: StoredDraft, change: Change) -> bool:
    """Whether a post of the older notice still carries the old value: by its facts while nobody has edited it."""
    return _is_as_drafted(post, draft) or _says_time_of(desk, post, change) or change.old.kind is Kind.TERM


def _says_time_of(desk: Desk, post: StoredPost, change: Change) -> bool:
    wanted = times_of(change.old.value, desk.settings.zone)
    return bool(wanted) and wanted.carried_by(_times(post))


def _share_a_place(one: Facts, other: Facts) -> bool:
    places = ({(f.kind, f.value) for f in facts.facts if f.kind in PLACES} for facts in (one, other))
    return bool(set.intersection(*places))


def _carries(desk: Desk, word: str) -> Carries:
    """Whether a post says a word that a person typed."""
    plain, wanted, values = folded(word).strip(), times_in(word), _values_called(desk, word)
    if wanted and not _is_only_time(word, wanted):
        wanted = Times()

    def carries(post: StoredPost, draft: StoredDraft) -> bool:
        if plain in folded(without_cancelled(post.text)) or (wanted and wanted.carried_by(_times(post))):
            return True
        stated = {(draft.type, fact.name, fact.value) for fact in draft.facts.facts}
        return _is_as_drafted(post, draft) and bool(values & stated)

    return carries


def _is_only_time(word: str, wanted: Times) -> bool:
    """Whether a word says nothing but a time: `20:00の会議` is searched letter by letter."""
    from crisis.facts.times.lexer import tokens
    from crisis.facts.times.words import Tok

    return all(token.kind not in (Tok.OTHER, Tok.NUMBER) or not token.word.strip() for token in tokens(folded(word)))


def _values_called(desk: Desk, word: str) -> set[tuple[str, str, object]]:
    """The values of the desk's vocabularies, sites and services that people call so, as (type, field, value)."""
    called = folded(word).strip()
    return {
        (notice_type.id, field.name, value)
        for notice_type in desk.kit.types.values()
        for field in notice_type.fields
        for value, names in _names_of(desk, field)
        if any(folded(name).strip() == called for name in names)
    }


def _names_of(desk: Desk, field: Field) -> Iterator[tuple[str, list[str]]]:
    def spoken(names: Names) -> list[str]:
        return list(names.values())

    yield from ((term.id, [term.id, *term.matches, *spoken(term.says)]) for term in field.terms)
    if field.kind is Kind.SITE:
        yield from ((site.id, [site.id, *spoken(site.names)]) for site in desk.settings.sites)
    if field.kind is Kind.SERVICE:
        yield from ((service.id, [service.id, *spoken(service.names)]) for service in desk.settings.services)


def _is_as_drafted(post: StoredPost, draft: StoredDraft) -> bool:
    """Whether nobody has put other words into it, so that it says its facts."""
    return post.edited_at == draft.made_at and draft.corrects is None


def _times(post: StoredPost) -> Times:
    return times_in(without_cancelled(post.text))


def _standing_of(unit: Reading, carries: Carries) -> list[Carrier]:
    """The posts that carry it, where they stand; newest first within each place."""
    drafts = {draft.id: draft for draft in unit.find(StoredDraft)}
    listed: list[Carrier] = []
    for post in reversed(unit.find(StoredPost)):
        if post.review not in ENDED and carries(post, drafts[post.draft]):
            listed += _standing(unit, post)
    return sorted(listed, key=lambda carrier: ORDER.index(carrier.where))


def _standing(unit: Reading, post: StoredPost) -> list[Carrier]:
    deliveries = unit.find(Delivery, post=post.id)
    places = (("live", LIVE), ("by-hand", frozenset({State.BY_HAND})), ("to-come", TO_COME))
    standing = [Carrier(post, where, d) for where, states in places for d in deliveries if d.state in states]
    waits = post.review in (Review.DRAFT, Review.IN_REVIEW, Review.RETURNED)
    return standing or ([Carrier(post, "waiting", None)] if waits else [])
