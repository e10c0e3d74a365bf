"""The sentences of a notice with what they are read against, and what they say of its places and its people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from crisis.facts.places.naming import THE_PLACE, area_phrases, names_of, places_in
from crisis.facts.reading import Desk
from crisis.facts.vocabulary import Hit, hits_of, is_blocked
from crisis.facts.wording import services
from crisis.facts.wording.audience import for_all_named
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.phrases import after_phrase, before_phrase, said_terms
from crisis.facts.wording.sentences import caused, guesses, hearsay, named, products, requested, stated, subjects
from crisis.model.fact import Kind
from crisis.model.notice_type import Field, NoticeType
from crisis.text.folding import folded
from crisis.text.late import late

REASON = "reason"
_PEOPLE = late(
    r"\s?(?:area |region |metropolitan area )?(?:staff|employees|offices?|sites|colleagues|people|teams)(?![a-z])|"
    r"(?:\s?(?:地方|地域|地区|エリア|全域))?(?:の|に(?:ある|お勤め|勤務)|[のに]?)(?:各|全)?(?:拠点|事業所|オフィス|社員|従業員|勤務|在勤|皆)|\s?(?:向け|宛て?|方面)|への(?:出荷|配送|お?届け|納品|発送)"
)

_AND_AREA = late(r"\s*(?:地方|地域|エリア)?(?:と|や|、|・|/|,|及び|および|並びに|ならびに|\band\b|, and\b)\s*(?:the )?")
_SENT_TO = late(
    r"\b(?:shipments?|shipping|deliver(?:y|ies)|dispatch(?:es)?|orders?|goods)(?: [a-z]+)? (?:to|for|from|into)(?: the)? ?$"
)


@dataclass(frozen=True)
class Prose:
    """A notice's sentences with what they are read against."""

    passages: Sequence[Passage]
    desk: Desk
    type: NoticeType
    placed: bool = False
    """Whether a labelled line says which service the notice is about."""

    @cached_property
    def ours(self) -> tuple[str, ...]:
        """The organisation's own names, folded."""
        return tuple(folded(name) for name in self.desk.settings.organisation.values())

    @cached_property
    def doubtful(self) -> bool:
        """Whether a sentence tells what others say: then nobody knows which of it is so. A guess counts where it is of what the type
        requires."""
        required = [field for field in self.type.fields if field.required and field.kind is Kind.TERM]
        return any(
            hearsay(p.text)
            and not (guesses(p.text) and not any(hits_of(p.text, said_terms(f, whole=True)) for f in required))
            for p in self.passages
        )

    def names(self, kind: Kind) -> Mapping[str, tuple[str, ...]]:
        """The names of the desk's places of a kind; where the notice is about one alone, also "the office"."""
        settings = self.desk.settings
        names = names_of(settings.sites if kind is Kind.SITE else settings.services)
        found = {place for passage in self.passages for _, _, place in places_in(passage.text, names)}
        return {**names, **{place: (*names[place], *THE_PLACE[kind]) for place in found if len(found) == 1}}

    def places(
        self, passage: Passage, names: Mapping[str, tuple[str, ...]], *, strict: bool
    ) -> list[tuple[int, int, str]]:
        """The places of ours that a sentence is about as wholes, or else that it names."""
        if names == self._services.names:
            return products(passage.text, names)
        return (subjects if strict else named)(passage.text, names, self.ours)

    def hits(self, field: Field, passage: Passage) -> list[Hit]:
        """The terms of a field that a sentence states, and those that it denies."""
        if field.about is Kind.SERVICE:
            return services.stated(passage.text, said_terms(field, whole=True), self._services)
        if field.about is Kind.SITE:
            found = stated(passage.text, said_terms(field, whole=True), self.names(field.about), self.ours)
            return found or (list(hits_of(passage.text, said_terms(field))) if self._names_one(field.about) else [])
        if field.name == REASON:
            return caused(passage.text, field.terms)
        others = [phrase for other in self.type.fields if other is not field for phrase in other.after]
        text = passage.text if field.after else before_phrase(passage.text, others)
        text = after_phrase(text, field.after)
        hits = list(hits_of(text, field.terms if field.after else said_terms(field)))
        if field.topic:
            return [replace(hit, denied=False) for hit in hits if not is_blocked(text, hit, field.terms)]
        return hits or (requested(text, field.terms) if field.required else [])

    @cached_property
    def _services(self) -> services.About:
        """The desk's services, and whether the sentences name one alone."""
        names = names_of(self.desk.settings.services)
        found = {place for p in self.passages for *_, place in products(p.text, names)}
        return services.About(names, len(found) == 1 or (not found and self.placed))

    def for_all(self, passage: Passage, hit: Hit) -> bool:
        """Whether a sentence says a term of everybody at the places that it names."""
        sites = self.places(passage, names_of(self.desk.settings.sites), strict=False)
        areas = [(start, end, area) for start, end, area in people_of(passage.text, self.desk)]
        return for_all_named(passage.text, hit, [span[:2] for span in (*sites, *areas)], self.type)

    def tells(self, passage: Passage, *, loosely: bool = False) -> bool:
        """Whether a sentence states a term that the type requires; `loosely`: also where it leaves out the one place that
        the notice is about, as a sentence below its title does."""
        fields = [f for f in self.type.fields if f.kind is Kind.TERM and (f.required or f.about is Kind.SITE)]
        fields = [f for f in fields if not f.topic] or fields  # what it is about, it only names
        if any(not hit.denied for field in fields for hit in self.hits(field, passage)):
            return True
        return (
            loosely
            and self._of_one_place
            and any(
                not hit.denied
                for field in fields
                if field.about in (Kind.SITE, Kind.SERVICE) and not self._names_any(passage, field.about)
                for hit in hits_of(passage.text, said_terms(field, whole=True))
            )
        )

    def _names_one(self, kind: Kind) -> bool:
        """Whether the sentences name one place of ours and no other, whatever they say of it."""
        names = self.names(kind)
        return len({place for p in self.passages for *_, place in named(p.text, names, self.ours)}) == 1

    @cached_property
    def _of_one_place(self) -> bool:
        """Whether the sentences speak of one place alone."""
        kinds = [kind for kind in (Kind.SITE, Kind.SERVICE) if any(f.about is kind for f in self.type.fields)]
        return (
            len(
                {
                    place
                    for kind in kinds
                    for p in self.passages
                    for *_, place in subjects(p.text, self.names(kind), self.ours)
                }
            )
            == 1
        )

    def leaves_out_the_place(self, field: Field, passage: Passage) -> bool:
        """Whether a sentence names no place where the others speak of one alone."""
        placed = field.about in (Kind.SITE, Kind.SERVICE) and self._of_one_place
        return placed and field.about is not None and not self._names_any(passage, field.about)

    def _names_any(self, passage: Passage, kind: Kind) -> bool:
        return bool(places_in(passage.text, self.names(kind)))


def people_of(text: str, desk: Desk) -> Iterator[tuple[int, int, str]]:
    """The areas whose people or offices folded text speaks of: their spans, with what says so."""
    spans = places_in(text, area_phrases(desk.settings, desk.areas))
    for place, (start, end, area) in enumerate(spans):
        last = next((e for s, e, _ in _in_one_breath(text, spans[place:])), end)
        if people := _PEOPLE().match(text, last):
            yield start, people.end() if last == end else end, area
        elif _SENT_TO().search(text[: _first(text, spans[: place + 1])]):
            yield start, end, area


def _in_one_breath(text: str, spans: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The last of the places that are named in one breath with the first (「北海道および東北」)."""
    last = spans[0]
    for span in spans[1:]:
        if not _AND_AREA().fullmatch(text[last[1] : span[0]]):
            break
        last = span
    yield last


def _first(text: str, spans: Sequence[tuple[int, int, str]]) -> int:
    """Where the first of the places begins that are named in one breath with the last."""
    start = spans[-1][0]
    for before, _ in zip(reversed(spans[:-1]), spans, strict=False):
        if not _AND_AREA().fullmatch(text[before[1] : start]):
            break
        start = before[0]
    return start
