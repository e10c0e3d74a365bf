"""Facts that a notice says in sentences, when no labelled line gives them: the common cases, read conservatively.

A sentence must say it outright: 「仙台事業所を休業します」, "The London office will be closed until …". What it only mentions
(休業時の連絡先), denies, or ties to a condition is left alone or becomes a doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from crisis.facts import doubts, loosely
from crisis.facts.agreement import together
from crisis.facts.announced import announced
from crisis.facts.audience import excludes, of_people, only_some
from crisis.facts.dates import Frame, Lean, Point, moment
from crisis.facts.late import late
from crisis.facts.passages import Passage
from crisis.facts.phrases import days_in_a_row, is_ahead, one_day, points_in, said_terms, spoken_times
from crisis.facts.places import names_of, places_in
from crisis.facts.reading import NotPublic, read
from crisis.facts.sentences import describes, hearsay, is_news, stated_alone
from crisis.facts.times import period, runs
from crisis.facts.told import Prose, people_of
from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import Hit, excused, hits_of, joined
from crisis.model.fact import Fact, Kind, Value
from crisis.model.finding import Finding
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import Field

# A stretch of time in these sentences is that of opening, or of the notice itself.
_OPENING = late(r"再開|解除|通常|平常|開館|開所|\b(?:reopen\w*|resum\w*|as usual|opens?|opening)\b")
_IS_TOPIC = late(r"は、?$|^on\b")  # 「28日は」, "On Tuesday 1 December the office …": of that day and no other
_BELOW = late(r"(?:以下|下記|次|下表)の(?:とおり|通り|ように)|\bas follows|\bas below|\blisted below")
_NOTICE_TIME = late(r"現在|時点|次回|次報|発表|発信|更新|as of|next update|update")
_ELSEWHERE = frozenset({"undecided-time", "ambiguous-time"})  # of one sentence, where another says it clearly
_ZONE_NOTE = late(r"\s*\([a-z]{2,4}(?: time)?, not [a-z ]+!?\)?|(?<=[a-z\d]) (?:on )?the same day")
# A sentence that says again what was wrong, and not what is right.
_SAID_BEFORE = late(
    r"^(?!.*(?:正しくは|正:|正しい))[^。]*と(?:お知らせ|お伝え|ご案内|書き|書いて|掲載|発表|記載|投稿)|(?:^|[^正])誤[:「]|"
    r"^(?!.*(?:: it|; it|instead|should|correct)).*\bwe (?:said|wrote|told|posted|announced|stated|gave|reported)\b"
)
_TOPIC_DAY = late(r"日(?:\(.\))?は、?\s*(?:午[前後])?(?:\d|正午)")  # 「24日は正午まで」: from the day's beginning
_WHOLE_DAY = late(r"終日|全日|休業|休館|お休み|\bclosed? (?:all day )?(?:on|for the day|today|tomorrow)")


WHO, RIGHT = "who", "right_time"
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


class UnclearAt(Exception):
    """`Unclear`, with its place."""

    def __init__(self, code: str, where: str, days: frozenset[date] = frozenset()) -> None:
        super().__init__(code)
        self.code, self.where, self.days = code, where, days


def _site(field: Field, prose: Prose) -> Said:
    """The places that the sentences are about. What is said of a place as a whole is read strictly; elsewhere any place of
    ours that they name counts, so that two are never taken for one."""
    things = prose.desk.settings.sites if field.kind is Kind.SITE else prose.desk.settings.services
    if field.people:
        yield from _people(prose)
        return
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


def _periods(field: Field, prose: Prose) -> Said:
    """The one stretch of time in a sentence that states the type's required term."""
    if prose.doubtful:
        return
    found: list[tuple[Value, str]] = []
    unclear: UnclearAt | None = None
    for passage in prose.passages if field.required else map(_before_opening, prose.passages):
        if (field.required or not _OPENING().search(passage.text)) and prose.tells(passage, loosely=True):
            try:
                found += _stretch(field, passage, prose)
            except UnclearAt as error:
                unclear = error if unclear is None or unclear.code in _ELSEWHERE else unclear
    if not found and not field.required:
        found += _of_the_list(prose)
    if not found and field.sole:
        found += [(Period(day, day), where) for day, where in _sole(field, prose) if not day.has_time]
    if unclear and not (
        found and (unclear.code in _ELSEWHERE or (unclear.code == "dated" and _covers(found, unclear.days)))
    ):
        raise unclear
    spans = [value for value, _ in found if isinstance(value, Period)]
    one = together(spans) if len(set(spans)) > 1 else None
    yield from [(one, found[0][1])] if one else found


def _before_opening(passage: Passage) -> Passage:
    """What a sentence says before it tells of opening: "closed from Saturday through Monday and reopens on Tuesday"."""
    opening = _OPENING().search(passage.text)
    cut = max(passage.text.rfind(mark, 0, opening.start()) for mark in ("、", ", ", " and ")) if opening else -1
    return replace(passage, text=passage.text[:cut]) if cut > 0 else passage


def _of_the_list(prose: Prose) -> Said:
    """The one day of which a sentence announces what stands below it: 「11月21日の状況は以下のとおりです」."""
    for passage in prose.passages:
        if _BELOW().search(passage.text) and (day := one_day(passage.text, prose.desk.frame)):
            yield period(day, prose.desk.frame), passage.where


def _stretch(field: Field, passage: Passage, prose: Prose) -> Said:
    try:
        if days := days_in_a_row(passage.text, prose.desk.frame):
            yield days, passage.where
            return
        if field.required and (day := one_day(passage.text, prose.desk.frame)):
            yield period(day, prose.desk.frame), passage.where
            return
        said = _ZONE_NOTE().sub("", passage.text)
        found = [words for text, words in runs(said) if words.points and not _NOTICE_TIME().search(text)]
        topics = [text for text, words in runs(said) if words.shape == "P" and _IS_TOPIC().search(text)]
        if len(found) > 1:  # opening hours beside the days for which they hold
            found = [w for w in found if any(p.date or p.day or p.relative for p in w.points)] or found
        if len(found) == 1 and found[0].shape == "PE" and _TOPIC_DAY().search(said) and found[0].points[0].clock:
            end = moment(found[0].points[0], prose.desk.frame)
            yield Period(replace(end, at=end.at.replace(hour=0, minute=0), has_time=False), end), passage.where
            return
        whole = field.required or bool(topics or _WHOLE_DAY().search(passage.text))
        if len(found) == 1 and (found[0].shape != "P" or (whole and not found[0].points[0].clock)):
            yield period(found[0], prose.desk.frame), passage.where
        else:
            begun = replace(prose.desk.frame, lean=Lean.OPEN)  # what goes on may have begun before the notice
            starts = [moment(point, begun) for point in spoken_times(field.beside, passage.text)]
            if not starts and any(is_ahead(words, prose.desk.frame, dated=field.required) for words in found):
                raise Unclear("dated")
            yield from ((Period(start, None), passage.where) for start in starts)
    except Unclear as unclear:
        raise UnclearAt(unclear.code, passage.where, _days_of(passage.text, prose.desk.frame)) from None


def _days_of(text: str, frame: Frame) -> frozenset[date]:
    """The days that folded text names."""
    try:
        return frozenset(moment(point, frame).at.date() for point in points_in(text) if point.date or point.day)
    except Unclear:
        return frozenset()


def _covers(found: Sequence[tuple[Value, str]], days: frozenset[date]) -> bool:
    """Whether the stretches that the sentences say hold all of these days."""
    spans = [value for value, _ in found if isinstance(value, Period)]
    first = min((s.start.at.date() for s in spans if s.start), default=None)
    last = None if any(s.end is None for s in spans) else max((s.end.at.date() for s in spans if s.end), default=None)
    return bool(days and spans) and all(
        (first is None or day >= first) and (last is None or day <= last) for day in days
    )


def _times(field: Field, prose: Prose) -> Said:
    """Times that sentences announce in so many words. What is unclear in one of them counts only where no other is clear."""
    found, unclear = [], None
    for passage in prose.passages:
        if field.name == RIGHT and _SAID_BEFORE().search(passage.text):
            continue
        try:
            found += [(moment(point, prose.desk.frame), passage.where) for point in _announced(field, passage, prose)]
        except Unclear as error:
            unclear = unclear or UnclearAt(error.code, passage.where)
    if unclear and not found:
        raise unclear
    yield from found or (_sole(field, prose) if field.sole else ())


def _sole(field: Field, prose: Prose) -> Iterator[tuple[Moment, str]]:
    """The one date that the sentences speak of, less the times of the notice and those that another field's phrases take."""
    days: dict[Moment, str] = {}
    others = tuple(phrase for f in prose.type.fields if f is not field for phrase in f.prose if "{}" in phrase)
    try:
        for passage in prose.passages:
            taken = [moment(point, prose.desk.frame) for point in spoken_times(others, passage.text)]
            for text, words in runs(passage.text):
                dated = [p for p in words.points if p.date or p.day] if not _NOTICE_TIME().search(text) else []
                days |= {at: passage.where for p in dated if (at := moment(p, prose.desk.frame)) not in taken}
    except Unclear:
        return
    exact = [at for at in days if at.has_time] or list(days)
    if len({at.at.date() for at in days}) == 1 and len(exact) == 1:
        yield exact[0], days[exact[0]]


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
    Kind.PERIOD: _periods,
    Kind.TIME: _times,
    Kind.LINK: _whole_lines,
    Kind.PHONE: _whole_lines,
}
