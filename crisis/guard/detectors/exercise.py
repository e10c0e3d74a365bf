"""Exercise and real never mix: the lesson of Hawaii, 13 January 2018."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.lexicon import Span
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector
from crisis.guard.voices import advice_if
from crisis.model.finding import Severity
from crisis.model.settings import Mode

CAPITALS = Pattern(
    r"(?<![a-z])(?:exercise|drill)(?![a-z'’])(?!\s(?:caution|extreme|care|patience|your|good|due|great|common|"
    r"restraint|vigilance))"
)
OPENED = Expression(r"[「『][^」』\n]{0,6}$")
SAID = Expression(r"[^」』\n]{0,24}[」』]\s?(?:と|が|の|は)")
ANNOUNCED = Expression(
    r"(?:防災|避難|消防|地震|津波|情報伝達|シェイクアウト|救助|水防|救命|誘導|発電所の|消火)訓練|訓練(?:を|で|の|に)[^。\n]{0,24}"
    r"(?:実施|行い|開催|サイレン|鳴|放送|参加|会場|受け|終え|見学|協力|ご迷惑|ご理解)|試験放送|一斉放送|緊急速報メール|jアラート"
    r"|sirens?[^.\n]{0,60}test|test[^.\n]{0,40}sirens?|(?:drill|exercise) with the (?:fire|police|rescue)|public drill|"
    r"test of the (?:national |wireless |public )?(?:emergency|alert|siren|outdoor|warning)|emergency alert system"
)
"""A drill or a test in which the public takes part."""

LABEL = Expression(r"訓練|演習|くんれん|exercise|drill")


@detector
def exercise_words(reading: Reading, context: Background) -> Iterator[Hit]:
    """In actual mode: words that label an exercise. In exercise mode: a missing label, or words that deny the exercise."""
    return _in_exercise(reading) if context.mode is Mode.EXERCISE else _in_actual(reading)


def _announced(text: str) -> Severity | None:
    """Advice where the public is told of a drill or of a test of sirens."""
    return advice_if(ANNOUNCED.search(text) is not None)


def _in_actual(reading: Reading) -> Iterator[Hit]:
    labels = reading.phrases.get("exercise-label", ())
    public = _announced(reading.folded.text)
    yield from (Hit("exercise-mix", *span, public) for span in labels if not _quoted(reading.text, span))
    words = reading.phrases.get("drill-word", ())
    yield from (
        Hit("exercise-mix", *span, public or Severity.HOLD) for span in words if not _quoted(reading.text, span)
    )
    for found in reading.find(CAPITALS):
        if found.written.isupper():
            yield Hit("exercise-mix", found.start, found.end)


def _quoted(text: str, span: Span) -> bool:
    """Whether it is what somebody else said (「これは訓練です」と放送します)."""
    start, end = span
    return OPENED.search(text, max(0, start - 8), start) is not None and SAID.match(text, end) is not None


def _in_exercise(reading: Reading) -> Iterator[Hit]:
    denials = reading.phrases.get("not-exercise", ())
    yield from (Hit("exercise-mix", *span) for span in denials)
    if not denials and not LABEL.search(reading.folded.text):
        yield Hit("exercise-mix")
