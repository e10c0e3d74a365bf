"""What stands in the sentences that a draft is drawn from and that none of its facts carries: a day or an hour to come.

A time in a sentence that says how a place, a service or people are says from when, until when or by when that holds. Where no
fact took it and no rule knows it as harmless (the hours of a telephone, the date of an earlier notice, a hope), the post would
hold for another time than the notice does, and waits for a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from crisis.facts import doubts
from crisis.facts.times.dates import Frame, Lean, Point, moment
from crisis.facts.times.parser import runs
from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import hits_of
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.phrases import said_terms
from crisis.model.fact import Fact, Facts, Kind
from crisis.model.finding import Finding, Severity
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import NoticeType
from crisis.sentence import Sentence
from crisis.text.late import late

RIGHT = "right_time"
_THEN = late(
    r"(?:この|その)(?:間|期間|時間帯|日)|期間中|作業中|工事中|当日|同日|時間中|"
    r"\b(?:during (?:this|that|the|these)|in that time|on that day|"
    r"meanwhile|then)\b"
)
_CLAUSE = late(r"(?<=[、。;])|(?<=[.,] )|(?<=\))|(?= and )|(?= but )")
# Clauses whose times are of something else: hours of a telephone, meetings, what others announce, hopes, earlier notices, the past.
_HARMLESS = late(
    r"電話|窓口|受付時間|問い?合わ?せ|内線|tel\b|会議|打ち?合わ?せ|朝礼|ミーティング|本部員|点検|検査|工事|調査|修理|清掃|搬入|"
    r"見込|予想|予報|目標|めど|目途|目処|可能性|おそれ|恐れ|未定|検討|かもしれ|思われ|でしょう|次第|運休|運転|列車|ダイヤ|接近|上陸|通過|警報|注意報|気象庁|"
    r"付の|付け|前回|先に|先日|既に|すでに|お知らせし(?:た|まし)|お伝えし|ご案内し|通常(?:の|は)|平常(?:の|は)|普段|定休|例年|毎[日週月]|予備日|改めて|あらためて|判断|決定|"
    r"\b(?:phones?|lines?|hotline|helpdesk|desk|calls?|ext\.?|meeting|call|briefing|stand-?up|inspect\w*|check\w*|"
    r"repair\w*|works?|engineers?|"
    r"expect\w*|hope\w*|may|might|should|could|likely|forecast|estimate\w*|aim\w*|target|plan\w*|tbc|trains?|"
    r"typhoon|storm|warning|"
    r"earlier|previous\w*|last|already|announced|told|usual(?:ly)? (?:hours|closed)|normally|decide\w*|decision|"
    r"review\w*|confirm\w*|again|update)\b"
)


def unaccounted(
    notice_type: NoticeType, facts: Facts, passages: Sequence[Passage], frame: Frame
) -> tuple[Finding, ...]:
    """The doubt about the first time to come that no fact carries, in a sentence that a required fact is drawn from (what a title
    says in short, the sentences below it say in full). Nothing
    where the notice waits for another reason."""
    if any(doubt.stops for doubt in facts.doubts) or notice_type.field_named(RIGHT):
        return ()  # a correction speaks of what was wrong as well
    if found := _then(notice_type, facts, passages):
        return (found,)
    told = _Told.of(facts, frame)
    drawn = {f.where for f in facts.facts if (field := notice_type.field_named(f.name)) and field.required}
    for passage in passages:
        if ("title" in drawn or passage.where in drawn) and _states(notice_type, facts, passage):
            for at in _times(passage.text, frame):
                if not told.carries(at):
                    return (_left(passage.where, at),)
    return ()


def _then(notice_type: NoticeType, facts: Facts, passages: Sequence[Passage]) -> Finding | None:
    """The doubt about a state of "during that time", where no fact says which."""
    if any(fact.kind is Kind.PERIOD or fact.name in {"leave_at", "start_at"} for fact in facts.facts):
        return None
    for passage in passages:
        if _THEN().search(passage.text) and _states(notice_type, facts, passage):
            names = [f.name for f in notice_type.fields if f.kind is Kind.PERIOD]
            return doubts.unclear("dated", names[0], passage.where) if names else None
    return None


def _states(notice_type: NoticeType, facts: Facts, passage: Passage) -> bool:
    """Whether a sentence says what a required fact of a vocabulary says; of a type without one, every sentence does."""
    fields = [f for f in notice_type.fields if f.required and f.kind is Kind.TERM and not f.topic]
    return not fields or any(
        hit.term == fact.value and not hit.denied
        for field in fields
        if (fact := facts.get(field.name))
        for hit in hits_of(passage.text, said_terms(field, whole=True))
    )


def _left(where: str, at: Moment) -> Finding:
    shown = at.at.strftime("%Y-%m-%d %H:%M" if at.has_time else "%Y-%m-%d")
    mend = Sentence(
        "The notice says {time} ({where}), and no fact of the posts carries it. Accept this if they are true without it; else write "
        "in a line of its own what it is: from, until, or by when.",
        time=shown,
        where=where,
    )
    return Finding("unaccounted-time", Severity.HOLD, mend)


class _Told:
    """The days and the moments that the facts tell."""

    def __init__(self, days: set[date], moments: set[datetime]) -> None:
        self.days, self.moments = days, moments

    @classmethod
    def of(cls, facts: Facts, frame: Frame) -> _Told:
        ends = [end for fact in facts.facts for end in _ends(fact)]
        days = {end.at.astimezone(frame.zone).date() for end in ends}
        for fact in facts.facts:
            if isinstance(fact.value, Period) and fact.value.start and fact.value.end:
                first, last = (each.at.astimezone(frame.zone).date() for each in (fact.value.start, fact.value.end))
                days |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
        return cls(days, {end.at for end in ends if end.has_time})

    def carries(self, at: Moment) -> bool:
        """Whether a fact tells the moment; of a day alone, whether one tells anything of that day."""
        return at.at in self.moments if at.has_time else at.at.date() in self.days


def _ends(fact: Fact) -> list[Moment]:
    if isinstance(fact.value, Moment):
        return [fact.value]
    return [end for end in (fact.value.start, fact.value.end) if end] if isinstance(fact.value, Period) else []


def _times(text: str, frame: Frame) -> Iterator[Moment]:
    """The moments after the notice that folded text names outside its harmless clauses."""
    day: Point | None = None
    for clause in _CLAUSE().split(text):
        for _, words in runs(clause, lenient=True):
            for point in words.points:
                day = point if point.date or point.relative else day
                if not _HARMLESS().search(clause):
                    yield from _ahead(_on(point, day), frame)


def _on(point: Point, day: Point | None) -> Point:
    if day and point.clock and not (point.date or point.relative or point.day or point.weekday):
        return Point(date=day.date, relative=day.relative, clock=point.clock, zone=point.zone)
    return point


def _ahead(point: Point, frame: Frame) -> Iterator[Moment]:
    if point.about and not (point.clock or point.date):
        return
    for lean in (Lean.OPEN, Lean.FUTURE):
        try:
            at = moment(point, Frame(frame.anchor, frame.zone, lean, month_first=frame.month_first))
        except Unclear:
            continue
        if at.at > frame.anchor if at.has_time else at.at.astimezone(frame.zone).date() > frame.today:
            yield at
        return
