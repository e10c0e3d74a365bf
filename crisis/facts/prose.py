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
from crisis.facts.places import area_phrases, names_of, places_in
from crisis.facts.reading import Desk, NotPublic, read
from crisis.facts.sentences import caused, hearsay, only_time_and, requested, stated, subjects
from crisis.facts.times import gather, leading, period, runs
from crisis.facts.unclear import Unclear
from crisis.model.fact import Fact, Kind, Value
from crisis.model.finding import Finding
from crisis.model.notice_type import Field, NoticeType
from crisis.text.folding import folded

REASON = "reason"
_PEOPLE = late(
    r"(?:\s?(?:地方|地域|地区|エリア|全域))?(?:の|に(?:ある|お勤め|勤務)|[のに]?)(?:各|全)?(?:拠点|事業所|オフィス|社員|従業員|勤務|在勤|皆)"
)
_AS_OF = late(r"(?P<before>[^。、]{4,40}?)\s?(?:現在|時点)|\bas of (?P<after>.{4,40})")
_NEXT = late(
    r"(?:次回|次報|次の(?:お知らせ|発表|更新|連絡))(?:の?(?:お知らせ|更新|連絡|発信|報告|発表))?(?:予定)?[はが:、\s]*(?P<a>.{3,40})|"
    r"\bnext (?:update|report|notice)(?: is| will be)?(?: due)?(?: at| by| on)?[: ]+(?P<b>.{3,40})"
)
_REOPENS = late(
    r"(?P<before>.{3,40}?)(?:営業|業務|通常(?:どおり|通り)?(?:の)?(?:営業|業務)?)?を?再開(?:いたします|致します|します|する予定|予定)|"
    r"\breopens? (?:on |at |from )?(?P<after>.{3,40})"
)
_ANNOUNCED = {"as_of": _AS_OF, "next_update": _NEXT, "reopens": _REOPENS}
# A stretch of time in these sentences is that of opening, or of the notice itself.
_OPENING = late(r"再開|解除|通常|平常|開館|開所|\b(?:reopen\w*|resum\w*|as usual|open)\b")
_NOTICE_TIME = late(r"現在|時点|次回|次報|発表|発信|更新|as of|next update|update")
_WHOLE_DAY = late(r"終日|休業(?:とし|いたし|致し|し)?ます|休業とします|休業です|closed (?:all day )?on")


@dataclass(frozen=True, slots=True)
class Prose:
    """A notice's sentences with what they are read against."""

    passages: Sequence[Passage]
    desk: Desk
    type: NoticeType

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the places that the type is about."""
        kinds = {field.kind for field in self.type.fields}
        settings = self.desk.settings
        sites = names_of(settings.sites) if Kind.SITE in kinds else {}
        return {**sites, **(names_of(settings.services) if Kind.SERVICE in kinds else {})}

    @property
    def ours(self) -> tuple[str, ...]:
        """The organisation's own names, folded."""
        return tuple(folded(name) for name in self.desk.settings.organisation.values())

    @property
    def placed(self) -> bool:
        """Whether the type is always about a place."""
        return any(field.required and field.kind in {Kind.SITE, Kind.SERVICE} for field in self.type.fields)


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
        yield from ((place, passage.where) for _, _, place in subjects(passage.text, names, prose.ours))


def _areas(field: Field, prose: Prose) -> Said:
    phrases = area_phrases(prose.desk.settings, prose.desk.areas)
    for passage in prose.passages:
        for _, end, area in places_in(passage.text, phrases):
            if _PEOPLE().match(passage.text, end):
                yield area, passage.where


def _terms(field: Field, prose: Prose) -> Said:
    if field.name != REASON and not field.required:
        return
    doubtful = any(hearsay(passage.text) for passage in prose.passages)
    for passage in prose.passages:
        if field.name == REASON:
            hits = caused(passage.text, field.terms)
        elif prose.placed:
            hits = stated(passage.text, field.terms, prose.names, prose.ours)
        else:
            hits = requested(passage.text, field.terms)
        if hits and field.required and prose.placed and (doubtful or all(hit.denied for hit in hits)):
            raise UnclearAt("negated", passage.where)
        yield from ((hit.term, passage.where) for hit in hits if not hit.denied)


def _periods(field: Field, prose: Prose) -> Said:
    """The one stretch of time in a sentence that states the type's required term."""
    if any(hearsay(passage.text) for passage in prose.passages):
        return
    terms = [term for f in prose.type.fields if f.required and f.kind is Kind.TERM for term in f.terms]
    about = len({place for p in prose.passages for _, _, place in subjects(p.text, prose.names, prose.ours)}) == 1
    for passage in prose.passages:
        told = any(not hit.denied for hit in stated(passage.text, terms, prose.names, prose.ours))
        if not _OPENING().search(passage.text) and (told or (about and only_time_and(passage.text, terms))):
            yield from _stretch(passage, prose)


def _stretch(passage: Passage, prose: Prose) -> Said:
    try:
        found = [words for text, words in runs(passage.text) if words.points and not _NOTICE_TIME().search(text)]
        whole = bool(_WHOLE_DAY().search(passage.text))
        if len(found) == 1 and (found[0].shape != "P" or (whole and not found[0].points[0].clock)):
            yield period(found[0], prose.desk.frame), passage.where
    except Unclear as unclear:
        raise UnclearAt(unclear.code, passage.where) from None


def _times(field: Field, prose: Prose) -> Said:
    """As of, next update and reopening, where a sentence announces them in so many words."""
    announced = _ANNOUNCED.get(field.name)
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
