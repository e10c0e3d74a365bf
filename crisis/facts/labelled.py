"""What the labelled lines of a notice say of a field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crisis.facts import doubts
from crisis.facts.agreement import agreed, joined_term
from crisis.facts.matching import Given
from crisis.facts.places.naming import names_of, places_in
from crisis.facts.reading import HAS_HOURS, Desk, NotPublic, read
from crisis.facts.ties import Outcome
from crisis.facts.times.frames import AS_OF
from crisis.facts.times.parser import read_stamp, says_day, says_time
from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import hits_of
from crisis.facts.wording.phrases import said_terms
from crisis.model.fact import Fact, Kind, Label, Value, Withheld
from crisis.model.finding import Finding
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import Field
from crisis.text.folding import folded


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


def elsewhere(field: Field, given: Iterable[Given], desk: Desk) -> tuple[Outcome, ...]:
    """What lines of other public fields say of a field: a listed telephone number (「正：0120-…」), the place of
    「内容：福岡支店での受注を停止」, the term of 「状況：出荷停止」, which is about shipping."""
    public = tuple(g for g in given if g.field.label is not Label.INTERNAL)
    if field.kind is Kind.PHONE:
        return tuple(o for o in labelled(field, (replace(g, field=field) for g in public), desk) if isinstance(o, Fact))
    if field.kind in (Kind.SITE, Kind.SERVICE):
        things = desk.settings.sites if field.kind is Kind.SITE else desk.settings.services
        named = {p: g.entry.where for g in public for *_, p in places_in(folded(g.entry.value), names_of(things))}
        return tuple(Fact(field.name, field.kind, p, field.label, at) for p, at in named.items() if len(named) == 1)
    if not (field.required and field.kind is Kind.TERM):
        return ()
    terms = said_terms(field, whole=True)
    lines = [g for g in public if (g.field.required and g.field.kind is Kind.TERM) or _says_no_day(g)]
    hits = {hit.term: (hit, g.entry.where) for g in lines for hit in hits_of(folded(g.entry.value), terms)}
    kept = {term: at for term, (hit, at) in hits.items() if field.topic or not hit.denied}
    return tuple(Fact(field.name, field.kind, term, field.label, at) for term, at in kept.items() if len(hits) == 1)


def _says_no_day(given: Given) -> bool:
    """Whether a line under the time of an event says something else: 「変更後：中止」."""
    return given.field.name in HAS_HOURS and not says_day(folded(given.entry.value))


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
    if field.name == AS_OF and code in {"not-a-time", "ambiguous-time", "unzoned"}:
        return None
    if code == "undecided-time" and field.kind is Kind.TIME and not field.required:
        return doubts.undecided(field.name, line.entry.where)
    if code == "not-a-time" and not field.required and not says_time(folded(line.entry.value)):
        return None
    return doubts.unclear(code, field.name, line.entry.where)
