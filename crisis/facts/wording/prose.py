"""Facts that a notice says in sentences, when no labelled line gives them: the common cases, read conservatively.

A sentence must say it outright: 「仙台事業所を休業します」, "The London office will be closed until …". What it only mentions
(休業時の連絡先), denies, or ties to a condition is left alone or becomes a doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from crisis.facts import doubts
from crisis.facts.places.naming import names_of, places_in
from crisis.facts.reading import HAS_HOURS, NotPublic, read
from crisis.facts.times.announced import announced
from crisis.facts.times.dates import Frame, Point, moment
from crisis.facts.times.hours import begins, says_hours
from crisis.facts.times.parser import says_day
from crisis.facts.times.stretches import periods, sole
from crisis.facts.unclear import Unclear, UnclearAt
from crisis.facts.vocabulary import Hit, excused, hits_of, joined
from crisis.facts.wording import loosely
from crisis.facts.wording.audience import WHO, excludes, of_people, only_some
from crisis.facts.wording.caution import EVERYBODY
from crisis.facts.wording.estimate import RETURNS, is_estimate
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.phrases import points_in, said_terms, spoken_times
from crisis.facts.wording.sentences import describes, hearsay, is_news, part_of, stated_alone
from crisis.facts.wording.told import Prose, people_of
from crisis.model.fact import Fact, Kind, Value
from crisis.model.finding import Finding
from crisis.model.notice_type import Field
from crisis.text.late import late

# A sentence that says again what was wrong, and not what is right.
_SAID_BEFORE = late(
    r"^(?!.*(?:正しくは|正:|正しい))[^。]*と(?:お知らせ|お伝え|ご案内|書き|書いて|掲載|発表|記載|投稿)|(?:^|[^正])誤[:「]|"
    r"^(?!.*(?:: it|; it|instead|should|(?:the|is|are) correct\b|correct (?:is|time|date|day|one|number))).*"
    r"(?:\bwe (?:said|wrote|told|posted|announced|stated|gave|reported)\b|"
    r"\b(?:posts?|notices?|messages?|pages?|updates?)\b.* (?:says?|said|states?|stated)\b)"
)


RIGHT = "right_time"
_ADDRESSES = late(r"(?:へ|各位|宛て?|[:,])\s*$|対象|^(?:to|for|dear|attn)\b|\bappl(?:y|ies)\b|含")
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
    narrowing = any(
        f.about is Kind.AREA for f in prose.type.fields
    )  # of an instruction, who it is for is never left out
    if len(values) > 1 and field.kind is Kind.TERM and not field.required and not narrowing:
        return ()  # what may be left out is left out: the rest stays true
    if len(values) > 1:
        first, second, *_ = values.values()
        return (doubts.contradictory(field.name, first, second),)
    return tuple(Fact(field.name, field.kind, value, field.label, where) for value, where in values.items())


def _site(field: Field, prose: Prose) -> Said:
    """The places that the sentences are about. What is said of a place as a whole is read strictly; elsewhere any place of
    ours that they name counts, so that two are never taken for one."""
    things = prose.desk.settings.sites if field.kind is Kind.SITE else prose.desk.settings.services
    if field.people:
        yield from _people(prose)
        return
    if field.kind is Kind.SITE and any(f.safest_first for f in prose.type.fields):
        names = names_of(things)
        for passage in prose.passages:
            if any(part_of(passage.text, end) for _, end, _ in places_in(passage.text, names)):
                raise UnclearAt("several-places", passage.where)  # of a part of it, which no field holds
    about = [f for f in prose.type.fields if f.about is field.kind]
    strict, phrased = bool(about), any(term.prose for f in about for term in f.terms)
    found = list(_places(prose, names_of(things), strict=strict))
    if not found and about and (phrased or any(loosely.said_plainly(f, prose) for f in about if f.required)):
        found = list(loosely.named_once(field.kind, prose))
    yield from found


def _people(prose: Prose) -> Said:
    """The sites whose people the sentences speak of. Raises `UnclearAt` where they speak of some only, and nobody says where."""
    names = names_of(prose.desk.settings.sites)
    found = [(place, p.where) for p in prose.passages for *_, place in of_people(p.text, places_in(p.text, names))]
    some = next((p.where for p in prose.passages if only_some(p.text)), None)
    if some and not found:
        raise UnclearAt("narrowed", some)
    yield from found


def _places(prose: Prose, names: Mapping[str, tuple[str, ...]], *, strict: bool) -> Said:
    for passage in prose.passages:
        yield from ((place, passage.where) for _, _, place in prose.places(passage, names, strict=strict))


def _areas(field: Field, prose: Prose) -> Said:
    found = [(area, passage) for passage in prose.passages for *_, area in people_of(passage.text, prose.desk)]
    telling = [(area, passage) for area, passage in found if prose.tells(passage)]  # elsewhere it may be as usual
    yield from ((area, passage.where) for area, passage in telling or found)


def _terms(field: Field, prose: Prose) -> Said:
    found = [(hit, passage) for passage in prose.passages for hit in prose.hits(field, passage)]
    if field.required and field.about is not Kind.SERVICE and all(hit.denied for hit, _ in found):
        found += _of_the_place(field, prose)
    said_hits = [hit for hit, _ in found]
    found = [
        (hit, p)
        for hit, p in found
        if not excused(hit, p.text, said_hits) and not (field.name == WHO and excludes(p.text))
    ]
    if field.name == WHO:
        found = _whom(found, prose)
    standing = _now(field, prose, [(hit, passage) for hit, passage in found if not hit.denied])
    if len({hit.term for hit, _ in standing}) > 1:
        standing = [(hit, p) for hit, p in standing if not describes(p.text, hit)] or standing
    if field.required and not found:
        yield from _plainly(field, prose)
        return
    if field.required and found:
        terms = {hit.term for hit, _ in standing}
        undone = next((passage for hit, passage in found if hit.denied and hit.term in terms), None)
        if (prose.doubtful and not field.topic) or not standing or undone:
            raise UnclearAt("negated", (undone or found[0][1]).where)
    if standing and field.about is Kind.AREA and not any(prose.for_all(p, hit) for hit, p in standing):
        raise UnclearAt("narrowed", standing[0][1].where)
    if len({hit.term for hit, _ in standing}) > 1 and not field.required:
        standing = [(hit, p) for hit, p in standing if prose.tells(p)] or standing
    said = [(hit.term, passage.where) for hit, passage in standing if field.topic or not hearsay(passage.text)]
    one = joined({term for term, _ in said}, field.terms) if said else None
    yield from [(one, said[0][1])] if one else said
    if standing and field.required and field.about is not Kind.SERVICE:
        yield from ((hit.term, passage.where) for hit, passage in _now(field, prose, _unplaced(field, prose)))


def _whom(found: list[tuple[Hit, Passage]], prose: Prose) -> list[tuple[Hit, Passage]]:
    """The groups of which sentences say the instruction, or whom they address. Raises `UnclearAt` for a group of which something
    else is said ("Night shift will be told by 18:00"): then the instruction is not for all."""
    told = [(hit, p) for hit, p in found if _heads(p) or _ADDRESSES().search(p.text) or prose.tells(p)]
    known = {hit.term for hit, _ in told}
    for hit, passage in found:
        if hit.term not in known and hit.term not in EVERYBODY:
            raise UnclearAt("narrowed", passage.where)
    return told


def _heads(passage: Passage) -> bool:
    """Whether it is a title that only names things, and tells nothing as a sentence does."""
    return passage.where == "title" and not passage.raw.rstrip().endswith(("。", "."))


def _plainly(field: Field, prose: Prose) -> Said:
    """What the sentences say plainly where the strict patterns know nothing of it: one term, or none."""
    told = loosely.said_plainly(field, prose)
    one = joined({term for term, _ in told}, field.terms) if told else None
    if one:
        yield one, told[0][1]


def _of_the_place(field: Field, prose: Prose) -> list[tuple[Hit, Passage]]:
    """What sentences state of the one place that the notice is about without naming it or anything else."""
    return [
        (hit, passage)
        for passage in prose.passages
        if prose.leaves_out_the_place(field, passage)
        for hit in stated_alone(passage.text, said_terms(field, whole=True))
    ]


def _now(field: Field, prose: Prose, standing: list[tuple[Hit, Passage]]) -> list[tuple[Hit, Passage]]:
    """What holds now: where a place is closed and opens later, the later is its reopening."""
    later = prose.type.field_named("reopens")
    if later is None or not field.safest_first or len({hit.term for hit, _ in standing}) < 2:
        return standing
    usual = field.safest_first[-1]
    return [(hit, p) for hit, p in standing if hit.term != usual or not _is_later(later, p, prose)]


def _is_later(field: Field, passage: Passage, prose: Prose) -> bool:
    try:
        times = [moment(point, prose.desk.frame).at for point in _announced(field, passage, prose)]
    except Unclear:
        return False
    return any(at > prose.desk.frame.anchor for at in times)


def _unplaced(field: Field, prose: Prose) -> list[tuple[Hit, Passage]]:
    """What sentences below the one that names the place state of it by leaving it out; of other days than now they say
    nothing. It only confirms or contradicts."""
    return [
        (hit, passage)
        for passage in prose.passages
        if prose.leaves_out_the_place(field, passage) and _of_today(passage.text, prose.desk.frame)
        for hit in hits_of(passage.text, said_terms(field, whole=True))
        if not hit.denied and is_news(passage.text, hit)
    ]


def _of_today(text: str, frame: Frame) -> bool:
    """Whether folded text speaks of no other time than the notice's day as a whole."""
    try:
        points = list(points_in(text))
        days = {moment(point, frame).at.date() for point in points if not point.clock}
    except Unclear:
        return False
    return not points or (not any(point.clock for point in points) and days == {frame.today})


def _times(field: Field, prose: Prose) -> Said:
    """Times that sentences announce in so many words. What is unclear in one of them counts only where no other is clear."""
    found, unclear = [], None
    for passage in prose.passages:
        if field.name == RIGHT and _SAID_BEFORE().search(passage.text):
            continue
        if field.name in RETURNS and is_estimate(passage.text):
            continue
        try:
            found += [(moment(point, prose.desk.frame), passage.where) for point in _one_time(field, passage, prose)]
        except Unclear as error:
            unclear = unclear or UnclearAt(error.code, passage.where)
    if unclear and not found:
        raise unclear
    yield from found or (sole(field, prose) if field.sole else ())


def _one_time(field: Field, passage: Passage, prose: Prose) -> list[Point]:
    """The points of time that a sentence announces: of hours on a new date the first, of hours put right none. Raises `Unclear`."""
    text = begins(passage.text) if field.name in HAS_HOURS and says_day(passage.text) else passage.text
    points = list(_announced(field, replace(passage, text=text), prose))
    if points and field.name in {RIGHT, *HAS_HOURS} and says_hours(text):
        raise Unclear("not-a-time")
    return points


def _announced(field: Field, passage: Passage, prose: Prose) -> Iterator[Point]:
    """The shared announcements, and the points of time that the type's phrases stand around. Raises `Unclear`."""
    beside = field.beside if field.beside and prose.tells(passage) else ()
    yield from spoken_times((*field.prose, *beside), passage.text)
    yield from announced(field.name, passage.text)


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
    Kind.SITE: _site,
    Kind.SERVICE: _site,
    Kind.AREA: _areas,
    Kind.TERM: _terms,
    Kind.PERIOD: periods,
    Kind.TIME: _times,
    Kind.LINK: _whole_lines,
    Kind.PHONE: _whole_lines,
}
