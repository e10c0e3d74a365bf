"""A notice and its type → facts. What is internal goes no further than its name; what is unclear is a doubt, not a guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crisis.facts import doubts, frames
from crisis.facts.agreement import agreed, joined_term
from crisis.facts.dates import Lean
from crisis.facts.frames import AS_OF, EARLY, HAPPENED, NEXT_UPDATE
from crisis.facts.matching import Given, givens
from crisis.facts.passages import Passage, passages
from crisis.facts.phrases import said_terms
from crisis.facts.places import Gazetteer
from crisis.facts.prose import said
from crisis.facts.reading import Desk, NotPublic, read
from crisis.facts.recognise import names_type
from crisis.facts.several import Places, given_for, passages_for, places_of, with_full_names
from crisis.facts.ties import Outcome, tied
from crisis.facts.times import is_span, read_stamp, says_time
from crisis.facts.told import Prose
from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import hits_of
from crisis.model.fact import Fact, Facts, Kind, Label, Value, Withheld
from crisis.model.finding import Finding
from crisis.model.moment import Moment, Period
from crisis.model.notice import Entry, Notice
from crisis.model.notice_type import Field, NoticeType
from crisis.model.settings import Settings
from crisis.text.folding import folded
from crisis.text.spelling import closed_up

# What is to come, beside a type's `ends_with`.
TO_COME = frozenset({"from_time", "start_at", "leave_at", "trains_stop_at", "deadline", "reopens", "until"})


@dataclass(frozen=True, slots=True)
class _Reader:
    """All that a field is read from."""

    type: NoticeType
    given: tuple[Given, ...]
    passages: tuple[Passage, ...]
    desk: Desk

    def outcomes(self, field: Field) -> tuple[Outcome, ...]:
        """What the notice says of one field: its fact, that it is withheld, or what is unclear about it."""
        lines = tuple(given for given in self.given if given.field is field)
        if field.label is Label.INTERNAL or field.kind is Kind.TEXT:
            return (Withheld(field.name, Label.INTERNAL, field.why),) if lines else ()
        desk = self.framed(field)
        return tuple(_not_ahead(outcome, desk) for outcome in self.told(field, lines, desk))

    def told(self, field: Field, lines: tuple[Given, ...], desk: Desk) -> tuple[Outcome, ...]:
        """What the lines say of a field, else the sentences; of some fields what both say together."""
        told = labelled(field, lines, desk)
        if told and not (field.required and any(term.joins for term in field.terms)):
            return told
        sentences = said(field, self.prose(desk))
        return _with_said(field, told, sentences) or self._topic(field) or self._number(field, desk)

    def _number(self, field: Field, desk: Desk) -> tuple[Outcome, ...]:
        """A listed telephone number under the label of another public field: 「正：0120-…」."""
        if field.kind is not Kind.PHONE:
            return ()
        lines = (replace(g, field=field) for g in self.given if g.field.label is not Label.INTERNAL)
        return tuple(o for o in labelled(field, lines, desk) if isinstance(o, Fact))

    def _topic(self, field: Field) -> tuple[Outcome, ...]:
        """What a line of another field is about: 「状況：出荷停止」 is about shipping."""
        terms = said_terms(field, whole=True) if field.topic else ()
        lines = (g for g in self.given if g.field.required and g.field.kind is Kind.TERM and terms)
        hits = {hit.term: g.entry.where for g in lines for hit in hits_of(folded(g.entry.value), terms)}
        return tuple(Fact(field.name, field.kind, term, field.label, at) for term, at in hits.items() if len(hits) == 1)

    def prose(self, desk: Desk) -> Prose:
        """The notice's sentences."""
        placed = any(given.field.kind is Kind.SERVICE for given in self.given)
        return Prose(self.passages, desk, self.type, placed)

    def framed(self, field: Field) -> Desk:
        """What the field's value is read against."""
        return replace(self.desk, frame=replace(self.desk.frame, lean=_lean(field, self.type)))


def extract(
    notice: Notice, notice_type: NoticeType, settings: Settings, received_at: datetime, areas: Gazetteer | None = None
) -> Facts:
    """The facts of a notice of that type. `received_at` is aware; times without a zone are the desk's.

    Each fact says where it stands: an entry's `where`, `title`, `line N`, and for a time that no line gives `envelope` or
    `received`. Two notices that differ only in what matches no public field give equal `facts`.
    """
    return _read(_reader(notice, notice_type, settings, received_at, areas), notice, received_at)


def extract_each(
    notice: Notice, notice_type: NoticeType, settings: Settings, received_at: datetime, areas: Gazetteer | None = None
) -> tuple[Facts, ...]:
    """The facts of a notice, one set for each place of which it says something of its own; one set where it speaks of one
    place, or where what it says of each cannot be told apart (then with the doubt)."""
    reader = _reader(notice, notice_type, settings, received_at, areas)
    whole = _read(reader, notice, received_at)
    places = Places.of(notice_type, settings)
    if places is None or not any(doubt.stops for doubt in whole.doubts):
        return (whole,)
    entries = with_full_names(_lines(notice), places)
    told = passages(replace(notice, entries=entries), settings, _hidden(reader.given))
    found = places_of(reader.given, entries, told, places)
    each = tuple(
        _read(_of_place(reader, place, told, places), notice, received_at) for place in found if len(found) > 1
    )
    complete = each and all(facts.get(places.field.name) and not _stops(facts) for facts in each)
    return each if complete else (whole,)


def _of_place(reader: _Reader, place: str, told: Sequence[Passage], places: Places) -> _Reader:
    return replace(reader, given=given_for(place, reader.given, places), passages=passages_for(place, told, places))


def _stops(facts: Facts) -> bool:
    return any(doubt.stops for doubt in facts.doubts)


def _reader(
    notice: Notice, notice_type: NoticeType, settings: Settings, received_at: datetime, areas: Gazetteer | None
) -> _Reader:
    lines = tuple(entry for entry in _lines(notice) if not names_type(entry, notice_type))
    given = tuple(_spanning(g, notice_type) for g in _unshared(givens(lines, notice_type.fields)))
    desk = Desk(settings, areas or Gazetteer(), frames.frame(notice, settings, received_at))
    return _Reader(notice_type, given, passages(notice, settings, _hidden(given)), desk)


def _hidden(given: Iterable[Given]) -> set[str]:
    return {g.entry.value.strip() for g in given if g.field.label is Label.INTERNAL}


def _read(reader: _Reader, notice: Notice, received_at: datetime) -> Facts:
    """All fields: the time of the notice first, then the days that it speaks of, since the others are read against them."""
    fields, desk = reader.type.fields, reader.desk
    time, promise = reader.type.field_named(AS_OF), reader.type.field_named(NEXT_UPDATE)
    as_of = _as_of(reader, time, notice, received_at) if time else ()
    reader = replace(reader, desk=replace(desk, frame=frames.anchored(desk.frame, as_of)))
    periods = tuple(o for f in fields if f.kind is Kind.PERIOD for o in reader.outcomes(f))
    reader = replace(reader, desk=replace(desk, frame=frames.in_days(reader.desk.frame, periods)))
    rest = tuple(outcome for f in fields if f not in (time, promise) for outcome in reader.outcomes(f))
    reader = replace(reader, desk=replace(desk, frame=frames.after(reader.desk.frame, (*as_of, *rest))))
    last = reader.outcomes(promise) if promise else ()
    return _facts(reader.type, _with_implied(reader.type, (*as_of, *rest, *last)))


def _with_implied(notice_type: NoticeType, outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """The outcomes, with the term that facts imply of a field of which nothing is said: an old and a new date are a move."""
    facts = {o.name: o for o in outcomes if isinstance(o, Fact)}
    known = {*facts, *(doubts.field_of(o) for o in outcomes if isinstance(o, Finding))}
    implied = [
        Fact(field.name, field.kind, term.id, field.label, facts[term.implied_by[0]].where)
        for field in notice_type.fields
        if field.name not in known
        for term in field.terms
        if term.implied_by and all(name in facts for name in term.implied_by)
    ]
    return (*outcomes, *implied[:1])


def _lean(field: Field, notice_type: NoticeType) -> Lean:
    if field.name in HAPPENED:
        return Lean.PAST
    if field.name == NEXT_UPDATE:
        return Lean.PROMISE
    return Lean.FUTURE if field.name in TO_COME or field.name in notice_type.ends_with else Lean.OPEN


def _as_of(reader: _Reader, field: Field, notice: Notice, received_at: datetime) -> tuple[Outcome, ...]:
    """The time of the foremost label that gives one (現在 before 発信), else of a sentence, else of the envelope."""
    for rank in sorted({given.rank for given in reader.given if given.field is field}):
        lines = tuple(g for g in reader.given if g.field is field and g.rank == rank)
        if found := labelled(field, lines, reader.framed(field)):
            return found
    if found := said(field, reader.prose(reader.framed(field))):
        return found
    at = notice.written_at or received_at
    moment = Moment(at.astimezone(reader.desk.settings.zone).replace(second=0, microsecond=0))
    return (Fact(field.name, Kind.TIME, moment, field.label, "envelope" if notice.written_at else "received"),)


def _lines(notice: Notice) -> tuple[Entry, ...]:
    """The entries, less the envelope's subject: that is the title."""
    lines = (entry for entry in notice.entries if entry.where.casefold() != "header subject")
    return tuple(replace(entry, value=closed_up(entry.value)) for entry in lines)


def _unshared(given: tuple[Given, ...]) -> tuple[Given, ...]:
    """A header of the envelope counts only where no line of the notice itself gives the field."""
    lines = [g for g in given if not g.entry.where.startswith("header")]
    in_lines = {g.field.name for g in lines}
    return (*lines, *(g for g in given if g not in lines and g.field.name not in in_lines))


def _spanning(given: Given, notice_type: NoticeType) -> Given:
    """A span under 日時 is no time as of which the notice speaks: it is that of the matter."""
    spans = next((f for f in notice_type.fields if f.kind is Kind.PERIOD and f.label is not Label.INTERNAL), None)
    if given.field.name == AS_OF and spans and is_span(folded(given.entry.value)):
        return replace(given, field=spans)
    return given


def labelled(field: Field, lines: Iterable[Given], desk: Desk) -> tuple[Outcome, ...]:
    """What a field's labelled lines say together: one fact, or why there is none. Equal values count once."""
    outcomes = [outcome for line in lines if (outcome := _one(field, line, desk)) is not None]
    facts = [o for o in outcomes if isinstance(o, Fact)]
    others = tuple(dict.fromkeys(o for o in outcomes if not isinstance(o, Fact)))
    if not facts or any(isinstance(o, Finding) and o.code != "free-text" for o in others):
        return others
    best = facts[0]
    for fact in facts[1:]:
        value = joined_term(field, best.value, fact.value) or agreed(best.value, fact.value)
        if value is None:
            return (doubts.contradictory(field.name, best.where, fact.where),)
        best = best if value == best.value else fact if value == fact.value else replace(best, value=value)
    doubt = (doubts.free_text(field.name, best.where),) if field.kind is Kind.FREE else ()
    return (best, *others, *doubt)


def _not_ahead(outcome: Outcome, desk: Desk) -> Outcome:
    """The outcome, or a doubt where what has happened would lie well after the notice."""
    if not isinstance(outcome, Fact) or outcome.name not in HAPPENED or not isinstance(outcome.value, Moment):
        return outcome
    early = outcome.value.at <= desk.frame.anchor + EARLY
    return outcome if early else doubts.unclear("ambiguous-time", outcome.name, outcome.where)


def _with_said(field: Field, told: tuple[Outcome, ...], said: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """What the lines tell, joined with what the sentences say: 「停止」 below a title of maintenance is maintenance."""
    match told, said:
        case (Fact() as line,), (Fact() as sentence,):
            return (replace(line, value=joined_term(field, line.value, sentence.value) or line.value),)
    return told or said


def _one(field: Field, line: Given, desk: Desk) -> Outcome | None:
    where = line.entry.where
    try:
        value = _value(field, line, desk)
    except Unclear as unclear:
        return _doubt(unclear.code, field, line)
    except NotPublic as reason:
        return Withheld(field.name, Label.INTERNAL, reason.why)
    return None if value is None else Fact(field.name, field.kind, value, field.label, where)


def _value(field: Field, line: Given, desk: Desk) -> Value | None:
    """The line's value. Raises `Unclear`, `NotPublic`."""
    if line.half:
        return _half(line, desk)
    if field.name == AS_OF:
        return read_stamp(folded(line.entry.value), desk.frame)
    return read(field, line.entry.value, desk)


def _half(line: Given, desk: Desk) -> Period | None:
    """One end of a period, under a label of its own. Raises `Unclear`."""
    at = read(replace(line.field, kind=Kind.TIME), line.entry.value, desk)
    if not isinstance(at, Moment):
        return None
    return Period(at, None) if line.half == "start" else Period(None, at)


def _doubt(code: str, field: Field, line: Given) -> Outcome | None:
    """What is unclear about a line, unless nothing is lost by leaving it out: a sender or a span under 発信 or 日時 (when the
    notice was written is known without it), an optional time that is not decided yet."""
    if field.name == AS_OF and code in {"not-a-time", "ambiguous-time"}:
        return None
    if code == "undecided-time" and field.kind is Kind.TIME and not field.required:
        return doubts.undecided(field.name, line.entry.where)
    if code == "not-a-time" and not field.required and not says_time(folded(line.entry.value)):
        return None
    return doubts.unclear(code, field.name, line.entry.where)


def _facts(notice_type: NoticeType, outcomes: Iterable[Outcome]) -> Facts:
    """The outcomes sorted, with a doubt for each required field of which nothing is known."""
    found = tied(notice_type, tuple(outcomes))
    facts = tuple(o for o in found if isinstance(o, Fact))
    known = {fact.name for fact in facts} | {doubts.field_of(o) for o in found if isinstance(o, Finding)}
    missing = tuple(doubts.missing_field(f) for f in notice_type.fields if f.required and f.name not in known)
    withheld = tuple(dict.fromkeys(o for o in found if isinstance(o, Withheld)))
    return Facts(notice_type.id, facts, withheld, (*(o for o in found if isinstance(o, Finding)), *missing))
