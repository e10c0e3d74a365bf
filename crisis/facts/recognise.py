"""Which notice type a notice is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crisis.facts import doubts
from crisis.facts.matching import aliases_of, tidy
from crisis.facts.vocabulary import hits_of, spans
from crisis.model.fact import Kind, Label
from crisis.model.finding import Finding
from crisis.model.notice import Entry, Notice
from crisis.model.notice_type import Field, NoticeType
from crisis.text.folding import folded
from crisis.text.late import late

_LINE = late(r"line (\d+)")
TYPE_LABELS = frozenset(
    {"種別", "種類", "通知種別", "お知らせ種別", "type", "notice type", "notice-type", "notice_type"}
)
Table = Mapping[str, tuple[tuple[Field, int], ...]]

ENOUGH = 2.0  # the score below which a notice is of no known type: one ordinary signal
TITLE = 2.0  # how much more a signal in the title says than one in the text
REQUIRED = 2.0  # how much more the label of a required field says than that of another
VOCABULARY = 3.0  # a required field said in a type's own words is a notice made for that type
DISTINCT = 0.5  # a label that at most two types share; one that all share says nothing of the type
RIVAL = 0.4  # a type with this share of the first one's score is asked whether the notice says all that it requires
CLOSE = 0.8  # a second type with this share of the first one's score is too close to tell


@dataclass(frozen=True, slots=True)
class Recognition:
    """`type` is the type's id, None where none fits or two are too close to tell; then `close` names them and `doubt` holds.
    `rivals` are the types that what the notice says could decide between, the likeliest first."""

    type: str | None
    close: tuple[str, ...] = ()
    doubt: Finding | None = None
    rivals: tuple[str, ...] = ()


def recognise(notice: Notice, types: Mapping[str, NoticeType], names: Iterable[str] = ()) -> Recognition:
    """The type of a notice: the one it names, else the one whose signals and labels it carries. `names` are those of the desk's
    places: what 受注システム and 配送所 are called says nothing of the matter.

    What stands in lines that are internal to any type never decides; lines of no known label only where nothing else does.
    """
    named = _named(notice, types)
    if named:
        return Recognition(named)
    tables = {type_id: aliases_of(t.fields) for type_id, t in types.items()}
    title = "" if _is_inside(notice, tables) else notice.title
    called = sorted({folded(name) for name in names}, key=len, reverse=True)
    scores = _scores(notice, types, tables, _less(called, title, _text(notice, tables, unknown=False)))
    if not scores:
        scores = _scores(notice, types, tables, _less(called, notice.title, _text(notice, tables, unknown=True)))
    ranked = sorted(scores, key=lambda type_id: (-scores[type_id], type_id))
    close = tuple(t for t in ranked if scores[t] >= CLOSE * scores[ranked[0]])
    rivals = tuple(t for t in ranked if scores[t] >= RIVAL * scores[ranked[0]])
    if len(close) > 1:
        return Recognition(None, close, doubts.ambiguous_type(" / ".join(close), close[0]), rivals)
    return Recognition(ranked[0] if ranked else None, rivals=rivals)


def _less(names: Iterable[str], title: str, body: str) -> tuple[str, str]:
    """Title and body, folded, with a mark in place of each name."""
    title, body = folded(title), folded(body)
    for name in names:
        title, body = title.replace(name, "〓"), body.replace(name, "〓")
    return title, body


def names_type(entry: Entry, notice_type: NoticeType) -> bool:
    """Whether a line says of which type the notice is (種別：安否確認), and so gives no field."""
    return tidy(entry.label) in TYPE_LABELS and folded(entry.value).strip() in _called(notice_type)


def _called(notice_type: NoticeType) -> set[str]:
    return {folded(name) for name in (notice_type.id, notice_type.id.replace("-", " "), *notice_type.names.values())}


def _named(notice: Notice, types: Mapping[str, NoticeType]) -> str | None:
    names = {name: t.id for t in types.values() for name in _called(t)}
    for entry in notice.entries:
        if tidy(entry.label) in TYPE_LABELS and (found := names.get(folded(entry.value).strip())):
            return found
    return None


def _is_inside(notice: Notice, tables: Mapping[str, Table]) -> bool:
    """Whether the title is a labelled line that is internal to a type: the subject of the safety-check mail."""
    lines = (e for e in notice.entries if e.value.strip() == notice.title.strip() and not e.where.startswith("header"))
    fields = (field for entry in lines for table in tables.values() for field, _ in table.get(tidy(entry.label), ()))
    return any(field.label is Label.INTERNAL for field in fields)


def _text(notice: Notice, tables: Mapping[str, Table], *, unknown: bool) -> str:
    """The text without the lines that are internal to a type, and (unless `unknown`) without those of no known label."""
    kept = notice.text.split("\n")
    for entry in notice.entries:
        fields = [field for table in tables.values() for field, _ in table.get(tidy(entry.label), ())]
        if any(field.label is Label.INTERNAL for field in fields) or not (fields or unknown):
            hidden = {line.strip() for line in entry.value.split("\n")} - {""}
            own = {int(number) for number in _LINE().findall(entry.where)}
            kept = ["" if n in own or _holds(line, hidden) else line for n, line in enumerate(kept, 1)]
    return "\n".join(kept)


def _holds(line: str, hidden: set[str]) -> bool:
    """Whether a line is one of the hidden ones, or ends with it after its label (a table's row)."""
    return any(line.strip() == value or line.rstrip().endswith(("\t" + value, " " + value)) for value in hidden)


def _scores(
    notice: Notice, types: Mapping[str, NoticeType], tables: Mapping[str, Table], said: tuple[str, str]
) -> dict[str, float]:
    title, body = said
    labels = {tidy(entry.label) for entry in notice.entries}
    rarity = {label: 1 / max(1, sum(label in table for table in tables.values())) for label in labels}
    scored = ((t.id, _score(notice, t, tables[type_id], rarity, (title, body))) for type_id, t in types.items())
    return {type_id: score for type_id, score in scored if score is not None}


def _score(
    notice: Notice, notice_type: NoticeType, table: Table, rarity: Mapping[str, float], said: tuple[str, str]
) -> float | None:
    """How much speaks for a type; None where too little does."""
    signals = sum(_weight(phrase, *said) * weight for phrase, weight in notice_type.signals)
    lines = [(entry, field) for entry in notice.entries for field, _ in table.get(tidy(entry.label), ())]
    found = {field.name: rarity[tidy(entry.label)] for entry, field in lines}
    understood = {field.name for entry, field in lines if _speaks(entry, field)}
    required = [f.name for f in notice_type.fields if f.required and f.name != "as_of"]
    given = [found.get(name, 0.0) for name in required]
    known = sum(name in understood for name in required)
    if signals < ENOUGH and not (all(given) and (known or max(given, default=0) >= DISTINCT)):
        return None
    return signals + sum(found.values()) + REQUIRED * sum(given) + VOCABULARY * known


def _speaks(entry: Entry, field: Field) -> bool:
    """Whether a line says a word of an enumerated field's vocabulary."""
    return field.kind is Kind.TERM and bool(hits_of(folded(entry.value), field.terms))


def _weight(phrase: str, title: str, body: str) -> float:
    """How much a signal counts: most in the title, once in the text."""
    if spans(phrase, title):
        return TITLE
    return 1.0 if spans(phrase, body) else 0.0
