"""What a notice is read from, and what it says of each field: of labelled lines first, else of sentences."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crisis.facts import doubts
from crisis.facts.agreement import agreed, joined_term
from crisis.facts.labelled import elsewhere, labelled
from crisis.facts.matching import Given
from crisis.facts.reading import Desk
from crisis.facts.ties import Outcome
from crisis.facts.times import frames
from crisis.facts.times.frames import AS_OF, EARLY, HAPPENED, NEXT_UPDATE
from crisis.facts.wording.audience import WHO
from crisis.facts.wording.extent import EXTENT
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.prose import RIGHT, said
from crisis.facts.wording.told import REASON, Prose
from crisis.model.fact import Fact, Kind, Label, Withheld
from crisis.model.finding import Finding
from crisis.model.moment import Moment
from crisis.model.notice_type import Field, NoticeType

ASIDE = frozenset({"deadline", "leave_at", "start_at", "reopens", "right_time"})
CONTRACTORS = "contractors"  # whom their own employers instruct
MAY_DROP = frozenset({*HAPPENED, NEXT_UPDATE, "reopens"}) - {AS_OF}


@dataclass(frozen=True, slots=True)
class Reader:
    """All that a field is read from."""

    type: NoticeType
    given: tuple[Given, ...]
    passages: tuple[Passage, ...]
    desk: Desk

    def outcomes(self, field: Field) -> tuple[Outcome, ...]:
        """What the notice says of one field: its fact, that it is withheld, or what is unclear about it."""
        lines = tuple(given for given in self.given if given.field is field)
        if field.name == EXTENT:
            return ()  # it is read of all lines and sentences together
        if field.label is Label.INTERNAL or field.kind is Kind.TEXT:
            return (Withheld(field.name, Label.INTERNAL, field.why),) if lines else ()
        desk = self.framed(field)
        outcomes = (_not_ahead(outcome, desk) for outcome in self.told(field, lines, desk))
        return tuple(doubts.lesser(o) if isinstance(o, Finding) and self._may_drop(field) else o for o in outcomes)

    def _may_drop(self, field: Field) -> bool:
        """Whether all that is said stays true where a field is left out: why, what was done, when it happened or when we
        speak next. Whom, where and when a thing holds is never left out."""
        if field.required or field.label is Label.INTERNAL:
            return False
        if field.kind is Kind.TERM:
            return not any(f.about is Kind.AREA for f in self.type.fields) or field.name in {REASON, CONTRACTORS}
        return field.kind is Kind.TIME and field.name in MAY_DROP

    def told(self, field: Field, lines: tuple[Given, ...], desk: Desk) -> tuple[Outcome, ...]:
        """What the lines say of a field, else the sentences; of some fields what both say together."""
        told = labelled(field, lines, desk)
        strange = bool(told) and all(doubts.is_strange(outcome) for outcome in told)
        if told and not strange and not (field.required and any(term.joins for term in field.terms)):
            return (self._otherwise(field, told, desk) or told) if field.name in ASIDE else told
        sentences = said(field, self.prose(desk))
        if strange and field.name != WHO and sentences and all(isinstance(one, Fact) for one in sentences):
            return sentences  # the line is in words that are not known; the sentences say it in words that are
        return _with_said(field, told, sentences) or elsewhere(field, self.given, desk)

    def _otherwise(self, field: Field, told: tuple[Outcome, ...], desk: Desk) -> tuple[Outcome, ...]:
        """The doubt where the sentences say another time than the line: people act on it."""
        line, sentences = told[0], said(field, self.prose(desk))
        sentence = sentences[0] if len(sentences) == 1 else None
        if field.name == RIGHT and isinstance(sentence, Finding):
            return (sentence,)  # 「正しくは9時から18時」 is more than the line says
        if not isinstance(line, Fact) or not isinstance(sentence, Fact) or not isinstance(sentence.value, Moment):
            return ()
        if agreed(line.value, sentence.value) is not None:
            return ()
        return (doubts.contradictory(field.name, line.where, sentence.where),)

    def prose(self, desk: Desk) -> Prose:
        """The notice's sentences."""
        placed = any(given.field.kind is Kind.SERVICE for given in self.given)
        return Prose(self.passages, desk, self.type, placed)

    def framed(self, field: Field) -> Desk:
        """What the field's value is read against."""
        return replace(self.desk, frame=replace(self.desk.frame, lean=frames.lean(field, self.type)))


def _not_ahead(outcome: Outcome, desk: Desk) -> Outcome:
    """The outcome, or a doubt where what has happened would lie well after the notice."""
    if not isinstance(outcome, Fact) or outcome.name not in HAPPENED or not isinstance(outcome.value, Moment):
        return outcome
    early = outcome.value.at <= desk.frame.latest + EARLY
    return outcome if early else doubts.unclear("ambiguous-time", outcome.name, outcome.where)


def _with_said(field: Field, told: tuple[Outcome, ...], said: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
    """What the lines tell, joined with what the sentences say: 「停止」 below a title of maintenance is maintenance."""
    match told, said:
        case (Fact() as line,), (Fact() as sentence,):
            return (replace(line, value=joined_term(field, line.value, sentence.value) or line.value),)
    return told or said
