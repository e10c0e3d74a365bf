"""What dates a notice that no label dates: 「2026年11月20日 総務部」, 「(11/20 17:00現在)」, "HR London, 20 November 2026".

Such a line stands at the head or the foot of a notice, says one point of time and otherwise no more than who wrote it. A day
that stands beside 本日 or 明日 (「本日11月20日」) dates the notice as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from crisis.facts.times.dates import DAY, Frame, Lean, Point, moment
from crisis.facts.times.lexer import tokens
from crisis.facts.times.parser import gather
from crisis.facts.times.release import says_release
from crisis.facts.times.words import Tok, Token
from crisis.facts.unclear import Unclear
from crisis.model.moment import Moment
from crisis.model.notice import Notice
from crisis.text.folding import folded
from crisis.text.late import late

EARLY = timedelta(hours=2)  # by which a notice may lie ahead of its receipt: clocks differ
_HEAD, _FOOT = 4, 5  # how many of the first and the last written lines may date a notice
_LONGEST = 70  # letters of a line that says no more than when and by whom
_PARTS = late(r"\s[/|]\s|\||\u3000|\s{2,}")
_STAMPS = late(
    r"(?:現在|時点|発信日?時?|発表日?|掲載日?|最終更新|更新日?|配信日?|作成日?|発行日?|送信日時?|報告|"
    r"(?<![a-z])(?:sent|posted|issued|published|updated|as of|as at|written|dated?)(?![a-z]))(?:\s*:)?|"
    r"(?<![a-z])(?:on|at|by)(?![a-z])|[()\[\]【】<>,、.~-]"
)
# What a sender's name does not hold: particles, verbs, words of the matter.
_TELLS = late(
    r"[ぁ-ん]{2,}|・・|…|[はがをへにでとも]|次回|次報|続報|予定|開催|休業|閉鎖|休館|停止|中止|延期|発生|再開|開始|終了|期間|期限|締切|締め切り|復旧|実施|対象|"
    r"停電|工事|開館|出社|在宅|営業時間|勤務日|日程|会期|当日|日時|必着|分頃|時頃|"
    r"\b(?:is|are|was|now|re|were|will|be|been|has|have|from|until|till|to|for|closed|closes?|reopen\w*|opens?|"
    r"starts?|ends?|deadline|next|due|"
    r"we|you|your|please|again|answer|reply|call|register|"
    r"period|when|event|cancel\w*|postpone\w*|held|before|after|since|between|through|approx\w*|about|around)\b"
)
# A place alone beside a day is where something is to happen; a department of it, or a day before it, is who wrote.
_PLACE = late(
    r"^[\s]*(?:[^\s]+\s?){1,4}?(?:office|plant|branch|works|centre|center|factory|事業所|支社|支店|営業所|工場|本社|センター)\s*$"
)
_BRACKETED = late(r"[(【\[<]([^()【】\[\]<>]{4,40})[)】\]>]\s*$")
_SAYS_STAMP = late(r"現在|時点|発信|発表|掲載|更新|\bas (?:of|at)\b")
_ANSWERS = late(
    r"\s*on\b.{4,200}\bwrote:\s*$|.{4,200}(?:さん(?:は|が)書きました|のメール)\s*:\s*$|\s*-{2,}\s*original message|-- $"
)
_STAMPED_CLOCK = late(r"\d(?::\d\d|時(?:\d+分|半)?)\s*(?:現在|時点)|\bas (?:of|at) \d{1,2}:\d\d")
_POINT = frozenset({Tok.DATE, Tok.CLOCK, Tok.WEEKDAY, Tok.ZONE})
_BESIDE = _POINT | {Tok.GLUE, Tok.OTHER, Tok.NUMBER}
_BETWEEN = frozenset({Tok.GLUE, Tok.WEEKDAY})


def quoted_lines(text: str) -> frozenset[int]:
    """The numbers (from 1) of the lines that quote older messages: an old notice below a new one must not be read as the new.
    What is forwarded is the notice itself."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines, 1) if _ANSWERS().match(folded(line))), len(lines) + 1)
    return frozenset(n for n, line in enumerate(lines, 1) if n >= end or line.lstrip().startswith((">", "＞")))


def lines_that_date(text: str) -> frozenset[int]:
    """The numbers (from 1) of the lines that do nothing but date a notice: they are no sentences of it."""
    return frozenset(number for number, line in _edges(text) if _in_line(line))


def dated(notice: Notice, frame: Frame) -> tuple[Moment, str] | None:
    """When a notice was written and where it says so, as its dateline or a day beside 本日 or 明日 has it; None where nothing
    does, or several things that differ do. A clock time alone (「広報 15:40」) is that of the day that is known otherwise."""
    text = "\n".join(
        "" if n in quoted_lines(notice.text) else line for n, line in enumerate(notice.text.split("\n"), 1)
    )
    lines = [("title", notice.title), *((f"line {number}", line) for number, line in _edges(text))]
    ends = {lines[1][0], lines[-1][0]} if len(lines) > 1 else set()
    stamps = [(at, where) for where, line in lines for at in _of(line, frame, outermost=where in ends)]
    days = {at.at.astimezone(frame.zone).date() for at, _ in stamps}
    if len(days) == 1:
        return max(stamps, key=lambda stamp: (stamp[0].has_time, stamp[0].at))
    pinned = dict(_pinned(notice.title, text, frame) or _only_day(notice.title, text, frame)) if not days else {}
    if len(pinned) != 1:
        return None
    ((day, where),) = pinned.items()
    return _clock_of(day, lines, frame) or (Moment(datetime.combine(day, time(), frame.zone), has_time=False), where)


def _clock_of(day: date, lines: Iterable[tuple[str, str]], frame: Frame) -> tuple[Moment, str] | None:
    """The moment of that day at the clock time that a line gives beside its sender."""
    noon = replace(frame, anchor=datetime.combine(day, time(12), frame.zone), lean=Lean.OPEN)
    told = {moment(point, noon): where for where, line in lines for point in _in_line(line) if _is_clock(point)}
    return next(iter(told.items())) if len(told) == 1 else None


def _is_clock(point: Point) -> bool:
    return point.clock is not None and point.date is None and (point.clock.numbers[2] > 0 or point.zone is not None)


def _edges(text: str) -> Iterator[tuple[int, str]]:
    """The first and the last written lines: their numbers from 1, folded."""
    written = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    for place, (number, line) in enumerate(written):
        if place < _HEAD or place >= len(written) - _FOOT:
            yield number, folded(line.replace("\u3000", "  ")).strip() if "\u3000" not in line else _wide(line)


def _wide(line: str) -> str:
    """A line folded, with its wide blanks kept as breaks."""
    return "  ".join(folded(part).strip() for part in line.split("\u3000") if part.strip())


def _of(line: str, frame: Frame, *, outermost: bool = False) -> Iterator[Moment]:
    """The moments with a date that a line, or what stands in brackets at its end, dates a notice with. A month and day that
    are yet to come date it only in the very first or last line (`outermost`): elsewhere they may be those of the matter."""
    if says_release(folded(line)):
        return
    aside = _BRACKETED().search(folded(line))
    points = list(_in_line(folded(line))) or (
        list(_in_line(aside[1])) if aside and _SAYS_STAMP().search(aside[1]) else []
    )
    for point in points:
        if point.date:
            try:
                at = moment(point, replace(frame, lean=Lean.PAST))
            except Unclear:
                continue
            if point.date.numbers[0] or outermost or at.at <= frame.anchor + EARLY:
                yield at


def _in_line(line: str) -> list[Point]:
    """The one point of time of a line that says nothing else beside its sender."""
    if len(line) > _LONGEST or line.startswith((">", "・", "*", "#", "|")):
        return []
    whole = _stamp(line)
    parts = {} if whole else {part: _stamp(part) for part in _PARTS().split(line)}
    found = [point for point in (whole, *parts.values()) if point]
    told = [part for part, point in parts.items() if not point and _TELLS().search(_STAMPS().sub(" ", part))]
    headed = all(part.strip().startswith(("to:", "from:", "cc:", "宛", "発信")) for part in told)
    return found if len(found) == 1 and headed else []


def _stamp(words: str) -> Point | None:
    found = list(tokens(words))
    said = [t for t in found if t.kind in _POINT]
    if not said or any(t.kind not in _BESIDE and t.word != "-" for t in found):
        return None
    if ":" in _STAMPS().sub(" ", words[: said[0].start]):  # a label that is no stamp: 「会期: 11/25」
        return None
    if not any(t.kind in (Tok.DATE, Tok.CLOCK) for t in said) or _TELLS().search(_rest(words, said)):
        return None
    if _PLACE().match(_rest(words, said)[: said[0].start]):
        return None
    try:
        gathered = gather(said)
    except Unclear:
        return None
    return gathered.points[0] if gathered.shape == "P" else None


def _rest(words: str, said: list[Token]) -> str:
    """The words less those of time and those that say that it is a stamp."""
    for token in reversed(said):
        words = words[: token.start] + " " + words[token.end :]
    return _STAMPS().sub(" ", words)


def _pinned(title: str, text: str, frame: Frame) -> list[tuple[date, str]]:
    """The days that a notice calls today, each from a day that stands beside 本日 or 明日, with the line that says it."""
    days = []
    for number, line in enumerate([title, *text.split("\n")]):
        found = list(tokens(folded(line)))
        for place, token in enumerate(found):
            if token.kind is Tok.RELATIVE and len(token.numbers) == 1 and (beside := _date_beside(found, place)):
                days += [
                    (day - token.numbers[0] * DAY, f"line {number}" if number else "title")
                    for day in _day_of(beside, frame)
                ]
    return days


def _only_day(title: str, text: str, frame: Frame) -> list[tuple[date, str]]:
    """The one day that a notice speaks of, where that is just over and the notice gives clock times that hang on it: what
    came at 13:52 on the 19th and stands so "as of 14:10" was written on the 19th."""
    lines = [folded(line) for line in (title, *text.split("\n"))]
    found = [
        (day, n)
        for n, line in enumerate(lines)
        for t in tokens(line)
        if t.kind is Tok.DATE
        for day in _day_of(t, frame)
    ]
    stamped = any(_STAMPED_CLOCK().search(line) for line in lines) or any(
        _is_clock(point) for _, line in _edges(text) for point in _in_line(line)
    )
    near = [(day, f"line {n}" if n else "title") for day, n in found if timedelta() < frame.today - day <= 7 * DAY]
    return near if stamped and near and len({day for day, _ in found}) == 1 else []


def _day_of(token: Token, frame: Frame) -> list[date]:
    try:
        return [moment(Point(date=token), replace(frame, lean=Lean.OPEN)).at.date()]
    except Unclear:
        return []


def _date_beside(found: list[Token], place: int) -> Token | None:
    """The date right before or after a token, with nothing but brackets, blanks and a weekday between them."""
    for step in (1, -1):
        at = place + step
        while 0 <= at < len(found) and found[at].kind in _BETWEEN:
            at += step
        if 0 <= at < len(found) and found[at].kind is Tok.DATE:
            return found[at]
    return None
