"""The stretches of time that sentences tell: from when until when a place is closed, on which days people work from home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from crisis.facts.agreement import together
from crisis.facts.times.dates import Frame, Lean, moment
from crisis.facts.times.parser import period, runs
from crisis.facts.unclear import Unclear, UnclearAt
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.phrases import days_in_a_row, is_ahead, one_day, points_in, spoken_times
from crisis.facts.wording.told import Prose
from crisis.model.fact import Value
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import Field
from crisis.text.late import late

Said = Iterator[tuple[Value, str]]
# A stretch of time in these sentences is that of opening, or of the notice itself.
_OPENING = late(
    r"再開|復旧(?=は|時刻|見込|予定|目標|の(?:見込|予定|めど))|解除|通常|平常|開館|開所|\b(?:reopen\w*|resum\w*|as usual|opens?|opening)\b"
)
_IS_TOPIC = late(r"は、?$|^on\b")  # 「28日は」, "On Tuesday 1 December the office …": of that day and no other
_BELOW = late(r"(?:以下|下記|次|下表)の(?:とおり|通り|ように)|\bas follows|\bas below|\blisted below")
_ZONE_NOTE = late(r"\s*\([a-z]{2,4}(?: time)?, not [a-z ]+!?\)?|(?<=[a-z\d]) (?:on )?the same day")
_TOPIC_DAY = late(r"日(?:\(.\))?は、?\s*(?:午[前後])?(?:\d|正午)")  # 「24日は正午まで」: from the day's beginning
_WHOLE_DAY = late(
    r"終日|全日|休業|休館|お休み|\bclosed? (?:all day )?(?:on|for the day|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    r"\b(?:unavailable|not available|down|offline) (?:all day )?(?:on|tomorrow)\b"
)
_ELSEWHERE = frozenset({"undecided-time", "ambiguous-time"})  # of one sentence, where another says it clearly
_CLOSES = ("closes at {}", "close at {}", "closes early at {}", "close early at {}", "shuts at {}", "shut at {}")
NOTICE_TIME = late(r"現在|時点|次回|次報|発表|発信|更新|as of|next update|update")


def periods(field: Field, prose: Prose) -> Said:
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
        found += list(_of_the_list(prose)) or list(_of_a_row(prose))
    if not found and field.sole:
        found += [(Period(day, day), where) for day, where in sole(field, prose) if not day.has_time]
    if unclear and not (
        found and (unclear.code in _ELSEWHERE or (unclear.code == "dated" and _covers(found, unclear.days)))
    ):
        raise unclear
    spans = [value for value, _ in found if isinstance(value, Period)]
    one = together(spans) if len(set(spans)) > 1 else None
    yield from [(one, found[0][1])] if one else found


def _of_a_row(prose: Prose) -> Said:
    """The one day under which a table's row tells of a place."""
    for passage in prose.passages:
        if passage.where.startswith("table") and (day := one_day(passage.text, prose.desk.frame)):
            yield period(day, prose.desk.frame), passage.where


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
        found = [words for text, words in runs(said) if words.points and not NOTICE_TIME().search(text)]
        topics = [text for text, words in runs(said) if words.shape == "P" and _IS_TOPIC().search(text)]
        if len(found) > 1:  # opening hours beside the days for which they hold
            found = [w for w in found if any(p.date or p.day or p.relative for p in w.points)] or found
        if len(found) == 1 and found[0].shape == "PE" and _TOPIC_DAY().search(said) and found[0].points[0].clock:
            end = moment(found[0].points[0], prose.desk.frame)
            yield Period(replace(end, at=end.at.replace(hour=0, minute=0), has_time=False), end), passage.where
            return
        clocks = [point for point in spoken_times(_shuts(field), said) if point.clock]
        if len(found) == len(clocks) == 1 and found[0].shape == "P" and not found[0].points[0].clock:
            yield Period(moment(clocks[0], prose.desk.frame), None), passage.where  # "On Friday it closes at 13:00"
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


def _shuts(field: Field) -> tuple[str, ...]:
    """The phrases around the hour at which a stretch begins, on a day that is said elsewhere: none of what else is at that hour."""
    return (*(phrase for phrase in field.beside if not phrase.isascii()), *_CLOSES)


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


def sole(field: Field, prose: Prose) -> Iterator[tuple[Moment, str]]:
    """The one date that the sentences speak of, less the times of the notice and those that another field's phrases take."""
    days: dict[Moment, str] = {}
    others = tuple(phrase for f in prose.type.fields if f is not field for phrase in f.prose if "{}" in phrase)
    try:
        for passage in prose.passages:
            taken = [moment(point, prose.desk.frame) for point in spoken_times(others, passage.text)]
            for text, words in runs(passage.text):
                dated = [p for p in words.points if p.date or p.day] if not NOTICE_TIME().search(text) else []
                days |= {at: passage.where for p in dated if (at := moment(p, prose.desk.frame)) not in taken}
    except Unclear:
        return
    exact = [at for at in days if at.has_time] or list(days)
    if len({at.at.date() for at in days}) == 1 and len(exact) == 1:
        yield exact[0], days[exact[0]]
