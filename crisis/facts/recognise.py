"""Which notice type a notice is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis.facts import doubts
from crisis.facts.matching import aliases_of, tidy
from crisis.facts.vocabulary import hits_of, spans
from crisis.model.fact import Kind, Label
from crisis.model.finding import Finding
from crisis.model.notice import Entry, Notice
from crisis.model.notice_type import Field, NoticeType
from crisis.text.folding import folded

TYPE_LABELS = frozenset(
    {"種別", "種類", "通知種別", "お知らせ種別", "type", "notice type", "notice-type", "notice_type"}
)
ENOUGH = 2.0  # the score below which a notice is of no known type: one ordinary signal
TITLE = 2.0  # how much more a signal in the title says than one in the text
REQUIRED = 2.0  # how much more the label of a required field says than that of another
VOCABULARY = 3.0  # a required field said in a type's own words is a notice made for that type
DISTINCT = 0.5  # a label that at most two types share; one that all share says nothing of the type
CLOSE = 0.8  # a second type with this share of the first one's score is too close to tell


@dataclass(frozen=True, slots=True)
class Recognition:
    """`type` is the type's id, None where none fits or two are too close to tell; then `close` names them and `doubt` holds."""

    type: str | None
    close: tuple[str, ...] = ()
    doubt: Finding | None = None


def recognise(notice: Notice, types: Mapping[str, NoticeType]) -> Recognition:
    """The type of a notice: the one it names, else the one whose signals and labels it carries."""
    named = _named(notice, types)
    if named:
        return Recognition(named)
    scores = _scores(notice, types, public_text(notice, types))
    if not scores:
        scores = _scores(notice, types, notice.text)
    ranked = sorted(scores, key=lambda type_id: (-scores[type_id], type_id))
    close = tuple(t for t in ranked if scores[t] >= CLOSE * scores[ranked[0]])
    if len(close) > 1:
        return Recognition(None, close, doubts.ambiguous_type(" / ".join(close), close[0]))
    return Recognition(ranked[0] if ranked else None)


def _named(notice: Notice, types: Mapping[str, NoticeType]) -> str | None:
    names = {folded(name): t.id for t in types.values() for name in (t.id, t.id.replace("-", " "), *t.names.values())}
    for entry in notice.entries:
        if tidy(entry.label) in TYPE_LABELS and (found := names.get(folded(entry.value).strip())):
            return found
    return None


def public_text(notice: Notice, types: Mapping[str, NoticeType]) -> str:
    """The text without the values of lines that are internal to a type or belong to none: what is not public does not
    decide what is drafted, unless nothing else does."""
    table = aliases_of(f for t in types.values() for f in t.fields)
    text = notice.text
    for entry in notice.entries:
        fields = table.get(tidy(entry.label), ())
        if not fields or any(field.label is Label.INTERNAL for field, _ in fields):
            text = text.replace(entry.value, " ")
    return text


def _scores(notice: Notice, types: Mapping[str, NoticeType], text: str) -> dict[str, float]:
    title, body = folded(notice.title), folded(text)
    labels = {tidy(entry.label) for entry in notice.entries}
    tables = {type_id: aliases_of(t.fields) for type_id, t in types.items()}
    rarity = {label: 1 / max(1, sum(label in table for table in tables.values())) for label in labels}
    scores = {}
    for type_id, notice_type in types.items():
        signals = sum(_weight(phrase, title, body) * weight for phrase, weight in notice_type.signals)
        found = {
            f.name: rarity[tidy(e.label)] for e in notice.entries for f, _ in tables[type_id].get(tidy(e.label), ())
        }
        understood = {
            f.name for e in notice.entries for f, _ in tables[type_id].get(tidy(e.label), ()) if _speaks(e, f)
        }
        required = [f.name for f in notice_type.fields if f.required and f.name != "as_of"]
        given = [found.get(name, 0.0) for name in required]
        known = sum(name in understood for name in required)
        if signals >= ENOUGH or (all(given) and (known or max(given, default=0) >= DISTINCT)):
            scores[type_id] = signals + sum(found.values()) + REQUIRED * sum(given) + VOCABULARY * known
    return scores


def _speaks(entry: Entry, field: Field) -> bool:
    """Whether a line says a word of an enumerated field's vocabulary."""
    return field.kind is Kind.TERM and bool(hits_of(folded(entry.value), field.terms))


def _weight(phrase: str, title: str, body: str) -> float:
    """How much a signal counts: most in the title, once in the text."""
    if spans(phrase, title):
        return TITLE
    return 1.0 if spans(phrase, body) else 0.0
