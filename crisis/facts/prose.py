"""Facts that a notice says in sentences, when no labelled line gives them: the common cases, read conservatively.

A sentence must say it outright: 「仙台事業所を休業します」, "The London office will be closed until …". What it only mentions
(休業時の連絡先), denies, or ties to a condition is left alone or becomes a doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crisis.facts import doubts
from crisis.facts.dates import moment
from crisis.facts.late import late
from crisis.facts.passages import Passage
from crisis.facts.places import another, area_phrases, names_of, places_in
from crisis.facts.reading import Desk, NotPublic, read
from crisis.facts.times import gather, leading, period, runs
from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import Hit, hits_of
from crisis.model.fact import Fact, Kind, Value
from crisis.model.finding import Finding
from crisis.model.notice_type import Field, NoticeType

REASON = "reason"
# What may follow a term that a sentence states as its news, and what must precede it in English.
_STATED = late(
    r"(?:を|に|と|は|が|の|で)?(?:実施|決定|対応|措置|と?な[りっる]|させて|いただ)*(?:いた|致|しま|し(?:て(?:い|お)り?)?ます|する|しました|してい|中|です|ます|とな|"
    r"のお?知らせ|お知らせ|のご案内|ご案内|について|に関する|とします|決定|に伴う|[\s。、)\]】!]|$)"
)
_STATED_LATIN = late(
    r"(?:\b(?:is|are|be|been|remains?|stays?|now|will|has|have)(?: (?:temporarily|currently|fully|again|now))? |[:,] |- |^|office )$"
)
_CAUSES = late(r"(?:の|に|が)?(?:発生(?:の|した)?)?(?:ため|為|により|によって|による|に伴|の影響|を受け|で、)")
_CAUSES_LATIN = late(r"\b(?:due to|because of|owing to|following|caused by)(?: (?:the|a|an|today's|this morning's))? $")
_SENDER = late(
    r"\s?(?:[一-龠ァ-ヶー]{1,6}(?:部|課|室|係|長|グループ|センター)|より(?:お知らせ|連絡|通知)|からの?(?:お知らせ|連絡|通知)|発(?:[\s:]|$)|です|\s?担当)"
)
_PEOPLE = late(
    r"(?:\s?(?:地方|地域|地区|エリア|全域))?(?:の|に(?:ある|お勤め|勤務)|[のに]?)(?:各|全)?(?:拠点|事業所|オフィス|社員|従業員|勤務|在勤|皆)"
)
_AS_OF = late(r"(?P<before>[^。、]{4,40}?)\s?(?:現在|時点)|\bas of (?P<after>.{4,40})")
_NEXT = late(
    r"(?:次回|次報|次の(?:お知らせ|発表|更新|連絡))(?:の?(?:お知らせ|更新|連絡|発信|報告|発表))?(?:予定)?[はが:、\s]*(?P<a>.{3,40})|"
    r"\bnext (?:update|report|notice)(?: is| will be)?(?: due)?(?: at| by| on)?[: ]+(?P<b>.{3,40})"
)


@dataclass(frozen=True, slots=True)
class Prose:
    """A notice's sentences with what they are read against."""

    passages: Sequence[Passage]
    desk: Desk
    type: NoticeType

    def sentences_on_it(self) -> Iterator[Passage]:
        """The sentences that speak of a listed place, and the title."""
        names = {**names_of(self.desk.settings.sites), **names_of(self.desk.settings.services)}
        return (p for p in self.passages if p.where == "title" or places_in(p.text, names))


Said = Iterator[tuple[Value, str]]


def said(field: Field, prose: Prose) -> tuple[Fact | Finding, ...]:
    """What the sentences say of a field that no labelled line gives: one fact, a doubt, or nothing."""
    reader = _READERS.get(field.kind)
    if reader is None:
        return ()
    values: dict[Value, str] = {}
    try:
        for value, where in reader(field, prose):
            values.setdefault(value, where)
    except UnclearAt as at:
        return (doubts.unclear(at.code, field.name, at.where),)
    if len(values) > 1:
        first, second, *_ = values.values()
        return (doubts.contradictory(field.name, first, second),)
    return tuple(Fact(field.name, field.kind, value, field.label, where) for value, where in values.items())


class UnclearAt(Exception):
    """`Unclear`, with its place."""

    def __init__(self, code: str, where: str) -> None:
        super().__init__(code)
        self.code, self.where = code, where


def _places(names: Mapping[str, tuple[str, ...]], prose: Prose) -> Said:
    for passage in prose.passages:
        for start, end, place in places_in(passage.text, names):
            if not another(passage.text, start, end) and not _SENDER().match(passage.text, end):
                yield place, passage.where


def _areas(field: Field, prose: Prose) -> Said:
    phrases = area_phrases(prose.desk.settings, prose.desk.areas)
    for passage in prose.passages:
        for _, end, area in places_in(passage.text, phrases):
            if _PEOPLE().match(passage.text, end):
                yield area, passage.where


def _terms(field: Field, prose: Prose) -> Said:
    if field.name == REASON:
        sentences, states = list(prose.passages), _is_cause
    elif field.required:
        sentences, states = list(prose.sentences_on_it()), _is_stated
    else:
        return
    for passage in sentences:
        hits = [hit for hit in hits_of(passage.text, field.terms) if hit.denied or states(passage.text, hit)]
        if field.required and hits and all(hit.denied for hit in hits):
            raise UnclearAt("negated", passage.where)
        yield from ((hit.term, passage.where) for hit in hits if not hit.denied)


def _is_cause(text: str, hit: Hit) -> bool:
    return bool(_CAUSES().match(text, hit.end) or _CAUSES_LATIN().search(text[: hit.start]))


def _is_stated(text: str, hit: Hit) -> bool:
    if text[hit.end - 1].isascii():
        return bool(_STATED_LATIN().search(text[: hit.start]))
    return bool(_STATED().match(text, hit.end))


def _periods(field: Field, prose: Prose) -> Said:
    """The one stretch of time in a sentence that also states the type's required term."""
    terms = [f for f in prose.type.fields if f.required and f.kind is Kind.TERM]
    for passage in prose.sentences_on_it():
        stated = any(
            _is_stated(passage.text, h) and not h.denied for f in terms for h in hits_of(passage.text, f.terms)
        )
        if not stated:
            continue
        try:
            spans = [words for words in runs(passage.text) if words.points]
            if len(spans) == 1 and not (spans[0].shape == "P" and spans[0].points[0].clock):
                yield period(spans[0], prose.desk.frame), passage.where
        except Unclear as unclear:
            raise UnclearAt(unclear.code, passage.where) from None


def _times(field: Field, prose: Prose) -> Said:
    """As of and next update, where a sentence announces them in so many words."""
    announced = {"as_of": _AS_OF, "next_update": _NEXT}.get(field.name)
    if announced is None:
        return
    for passage in prose.passages:
        for match in announced().finditer(passage.text):
            words = leading(next(filter(None, match.groups())), last=match.lastgroup == "before")
            try:
                found = gather(words)
                if found.shape == "P":
                    yield moment(found.points[0], prose.desk.frame), passage.where
            except Unclear as unclear:
                raise UnclearAt(unclear.code, passage.where) from None


def _whole_lines(field: Field, prose: Prose) -> Said:
    """A listed address or number that stands anywhere in the sentences."""
    for passage in prose.passages:
        try:
            value = read(field, passage.raw, prose.desk)
        except NotPublic:
            continue
        except Unclear as unclear:
            raise UnclearAt(unclear.code, passage.where) from None
        if value is not None:
            yield value, passage.where


_READERS: Mapping[Kind, Callable[[Field, Prose], Said]] = {
    Kind.SITE: lambda field, prose: _places(names_of(prose.desk.settings.sites), prose),
    Kind.SERVICE: lambda field, prose: _places(names_of(prose.desk.settings.services), prose),
    Kind.AREA: _areas,
    Kind.TERM: _terms,
    Kind.PERIOD: _periods,
    Kind.TIME: _times,
    Kind.LINK: _whole_lines,
    Kind.PHONE: _whole_lines,
}
