"""A notice and its type → facts. What is internal goes no further than its name; what is unclear is a doubt, not a guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from crisis.facts import doubts
from crisis.facts.implied import with_implied
from crisis.facts.labelled import labelled
from crisis.facts.lacking import absent
from crisis.facts.matching import Given, aliases_of, tidy
from crisis.facts.once import One
from crisis.facts.places.abroad import on_their_clocks
from crisis.facts.places.naming import Gazetteer
from crisis.facts.reader import Reader
from crisis.facts.reading import Desk
from crisis.facts.recognise import names_type
from crisis.facts.several import Places, dated_rows, given_for, passages_for, places_of, with_full_names
from crisis.facts.ties import Outcome, tied
from crisis.facts.times import dateline, days, frames
from crisis.facts.times.days import of_the_first_day
from crisis.facts.times.frames import AS_OF, NEXT_UPDATE
from crisis.facts.times.moved import as_it_is_now
from crisis.facts.unaccounted import unaccounted
from crisis.facts.wording.beside import less_beside
from crisis.facts.wording.caution import restart_as_span, taken_back
from crisis.facts.wording.extent import EXTENT, SOME, some_products
from crisis.facts.wording.minutes import decided
from crisis.facts.wording.passages import Passage, passages
from crisis.facts.wording.prose import said
from crisis.facts.wording.secondhand import second_hand
from crisis.facts.wording.speaking import speaking
from crisis.model.fact import Fact, Facts, Kind, Label, Withheld
from crisis.model.finding import Finding
from crisis.model.moment import Moment
from crisis.model.notice import Entry, Notice
from crisis.model.notice_type import Field, NoticeType
from crisis.model.settings import Settings
from crisis.text.folding import folded
from crisis.text.spelling import closed_up

OF_BEFORE = frozenset({"old_date", "replaced_time", "right_time"})  # fields of what was said before


def extract(
    notice: Notice, notice_type: NoticeType, settings: Settings, received_at: datetime, areas: Gazetteer | None = None
) -> Facts:
    """The facts of a notice of that type. `received_at` is aware; times without a zone are the desk's.

    Each fact says where it stands: an entry's `where`, `title`, `line N`, and for a time that no line gives `envelope` or
    `received`. Two notices that differ only in what matches no public field give equal `facts`.
    """
    return _whole(notice, One(notice_type), One(settings), received_at, One(areas))[1]


def _alone(reader: Reader, whole: Facts, notice: Notice, received_at: datetime) -> Facts:
    """What a notice whose `whole` is in doubt says of its matter alone, if that is not."""
    matter = less_beside(reader.passages, reader.desk.settings)
    alone = _read(replace(reader, passages=matter), notice, received_at) if matter != reader.passages else whole
    return whole if _stops(alone) else alone


def _of_nobody(notice_type: NoticeType, as_of: tuple[Outcome, ...]) -> Facts:
    """What a notice tells that only notes what somebody outside said: when it was written, and nothing else."""
    return Facts(notice_type.id, tuple(o for o in as_of if isinstance(o, Fact)), (), (doubts.second_hand(),))


def extract_each(
    notice: Notice, notice_type: NoticeType, settings: Settings, received_at: datetime, areas: Gazetteer | None = None
) -> tuple[Facts, ...]:
    """The facts of a notice, one set for each place of which it says something of its own; one set where it speaks of one
    place, or where what it says of each cannot be told apart (then with the doubt)."""
    reader, whole = _whole(notice, One(notice_type), One(settings), received_at, One(areas))
    places = Places.of(notice_type, settings)
    if places is None or not _stops(whole):
        return (whole,)
    alone = _alone(reader, whole, notice, received_at)
    if places.field.kind is Kind.SERVICE and not _stops(alone):
        return (alone,)  # a service that always worked is not restored
    notice = decided(notice)
    entries = with_full_names(_lines(notice), places)
    told = _passages(replace(notice, entries=entries), notice_type, settings, reader.given)
    found = places_of(reader.given, entries, told, places)
    each = tuple(
        _read(_of_place(reader, place, told, places), notice, received_at) for place in found if len(found) > 1
    )
    complete = each and all(facts.get(places.field.name) and not _stops(facts) for facts in each)
    return each if complete else (alone,)


@lru_cache(maxsize=8)
def _whole(
    notice: Notice,
    notice_type: One[NoticeType],
    settings: One[Settings],
    received_at: datetime,
    areas: One[Gazetteer | None],
) -> tuple[Reader, Facts]:
    """All that a notice says, and what it was read from: asked for when it arrives, when it is weighed and when it is drafted."""
    reader = _reader(notice, notice_type.thing, settings.thing, received_at, areas.thing)
    return reader, _read(reader, notice, received_at)


def _of_place(reader: Reader, place: str, told: Sequence[Passage], places: Places) -> Reader:
    return replace(reader, given=given_for(place, reader.given, places), passages=passages_for(place, told, places))


def _stops(facts: Facts) -> bool:
    return any(doubt.stops for doubt in facts.doubts)


def _reader(
    notice: Notice, notice_type: NoticeType, settings: Settings, received_at: datetime, areas: Gazetteer | None
) -> Reader:
    notice = decided(notice)
    lines = tuple(entry for entry in _lines(notice) if not names_type(entry, notice_type))
    gazetteer = areas or Gazetteer()
    now = on_their_clocks(frames.frame(notice, settings, received_at), notice, settings, gazetteer)
    stamp = dateline.dated(notice, now)
    written = frames.at(now, stamp[0]) if stamp else now
    given = speaking(notice, lines, notice_type, settings, written, gazetteer)
    desk = Desk(settings, gazetteer, now)
    sentences = tuple(of_the_first_day(_passages(notice, notice_type, settings, given), notice_type, now))
    return Reader(notice_type, given, sentences, desk)


def _passages(
    notice: Notice, notice_type: NoticeType, settings: Settings, given: Iterable[Given]
) -> tuple[Passage, ...]:
    """The sentences of a notice, with the lines whose label is itself a word of what the type requires."""
    required = (field for field in notice_type.fields if field.required and field.kind is Kind.TERM)
    topics = {tidy(phrase) for field in required for term in field.terms for phrase in term.matches}
    found = passages(notice, settings, _hidden(given), topics - set(aliases_of(notice_type.fields)))
    if not any(field.name in OF_BEFORE for field in notice_type.fields):
        found = tuple(replace(p, text=as_it_is_now(p.text)) for p in found)
    places = Places.of(notice_type, settings)
    return (*found, *dated_rows(_lines(notice), places)) if places else found


def _hidden(given: Iterable[Given]) -> set[str]:
    return {g.entry.value.strip() for g in given if g.field.label is Label.INTERNAL}


def _read(reader: Reader, notice: Notice, received_at: datetime) -> Facts:
    """All fields: the time of the notice first, then the days that it speaks of, since the others are read against them."""
    fields, desk = reader.type.fields, reader.desk
    time, promise = reader.type.field_named(AS_OF), reader.type.field_named(NEXT_UPDATE)
    as_of = _as_of(reader, time, notice, received_at) if time else ()
    if second_hand(notice):
        return _of_nobody(reader.type, as_of)
    reader = replace(reader, desk=replace(desk, frame=frames.anchored(desk.frame, as_of)))
    periods = tuple(o for f in fields if f.kind is Kind.PERIOD for o in reader.outcomes(f))
    reader = replace(reader, desk=replace(desk, frame=frames.in_days(reader.desk.frame, periods)))
    rest = tuple(outcome for f in fields if f not in (time, promise) for outcome in reader.outcomes(f))
    reader = replace(reader, desk=replace(desk, frame=frames.after(reader.desk.frame, (*as_of, *rest))))
    last = reader.outcomes(promise) if promise else ()
    facts = _facts(reader, with_implied(reader.type, (*as_of, *rest, *_extent(reader), *last)))
    found = (
        *days.untold(reader.type, facts, reader.passages, reader.desk.frame),
        *taken_back(reader.type, facts, reader.passages, reader.desk.settings),
        *restart_as_span(reader.given, facts),
    )
    return replace(
        facts, doubts=(*facts.doubts, *(found or unaccounted(reader.type, facts, reader.passages, reader.desk.frame)))
    )


def _extent(reader: Reader) -> tuple[Fact, ...]:
    """That only some products are meant, of a type that says so."""
    field = reader.type.field_named(EXTENT)
    if field is None:
        return ()
    settings = reader.desk.settings
    known = (settings.organisation, *(s.names for s in settings.sites), *(s.names for s in settings.services))
    ours = tuple(folded(name) for names in known for name in names.values())
    lines = (given.entry for given in reader.given if given.field is field)
    told = some_products(lines, reader.passages, ours)
    return (Fact(field.name, field.kind, SOME, field.label, told.where),) if told else ()


def _as_of(reader: Reader, field: Field, notice: Notice, received_at: datetime) -> tuple[Outcome, ...]:
    """The time of the foremost label that gives one (現在 before 発信), else of a sentence, else of the envelope."""
    stamp = dateline.dated(notice, reader.desk.frame)
    if stamp and frames.at(reader.desk.frame, stamp[0]) == reader.desk.frame:
        stamp = None  # it says the day alone, and the minute of that day at which it came is known
    if stamp:
        reader = replace(reader, desk=replace(reader.desk, frame=frames.at(reader.desk.frame, stamp[0])))
    for rank in sorted({given.rank for given in reader.given if given.field is field}):
        lines = tuple(g for g in reader.given if g.field is field and g.rank == rank)
        if found := labelled(field, lines, reader.framed(field)):
            return found
    sure = stamp is not None and stamp[0].has_time and stamp[1] != "title"
    if not sure and (found := said(field, reader.prose(reader.framed(field)))):
        return found
    if stamp:
        return (Fact(field.name, Kind.TIME, stamp[0], field.label, stamp[1]),)
    at = notice.written_at or received_at
    moment = Moment(at.astimezone(reader.desk.settings.zone).replace(second=0, microsecond=0))
    return (Fact(field.name, Kind.TIME, moment, field.label, "envelope" if notice.written_at else "received"),)


def _lines(notice: Notice) -> tuple[Entry, ...]:
    """The entries, less the envelope's subject: that is the title."""
    lines = (entry for entry in notice.entries if entry.where.casefold() != "header subject")
    return tuple(replace(entry, value=closed_up(entry.value)) for entry in lines)


def _facts(reader: Reader, outcomes: Iterable[Outcome]) -> Facts:
    """The outcomes sorted, with a doubt for each required field of which nothing is known."""
    notice_type = reader.type
    found = tied(notice_type, tuple(outcomes))
    facts = tuple(o for o in found if isinstance(o, Fact))
    known = {fact.name for fact in facts} | {doubts.field_of(o) for o in found if isinstance(o, Finding)}
    missing = tuple(absent(reader.type, known, reader.passages, reader.desk.settings))
    withheld = tuple(dict.fromkeys(o for o in found if isinstance(o, Withheld)))
    return Facts(notice_type.id, facts, withheld, (*(o for o in found if isinstance(o, Finding)), *missing))
