"""The labelled lines of a notice that may speak for it: not those for colleagues, and no time of something else as its own. A line
gives what it says, whatever its label: the place for whose people something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crisis.facts.matching import Given, givens, tidy
from crisis.facts.places.naming import Gazetteer, area_of, places_in
from crisis.facts.several import Places
from crisis.facts.times.dates import Frame
from crisis.facts.times.frames import AS_OF
from crisis.facts.times.lexer import tokens
from crisis.facts.times.parser import is_later, is_span, read_period, says_day
from crisis.facts.times.words import Tok
from crisis.facts.unclear import Unclear
from crisis.facts.wording.audience import WHO
from crisis.facts.wording.extent import EXTENT
from crisis.facts.wording.inside import inside_from, inside_label
from crisis.model.fact import Kind, Label
from crisis.model.notice import Entry, Notice
from crisis.model.notice_type import NoticeType
from crisis.model.settings import Settings
from crisis.text.folding import folded
from crisis.text.late import late

_OF_SOMETHING = frozenset({"日付", "日時", "日", "日にち", "date", "time", "date and time"})
_THE_REST = late(
    r"(?:その他|上記以外|それ以外)(?:の(?:製品|商品|品目|機種|地域|拠点|工場))?|(?:all )?others?(?: [a-z]+)?|the rest|everything else"
)
_AS_USUAL = late(r"(?:通常|平常)(?:どおり|通り)|影響(?:なし|はありません)|正常|normal|as usual|not affected")
_WHOLLY = late(
    r"^(?:(?:は|に|終日|全日|臨時|全館|全面|all day|fully)\s*)+|(?:と(?:する|します|いたします)|です|いたします|します)?[。.]?$"
)
_LINE = late(r"line (\d+)")


def speaking(
    notice: Notice,
    lines: Sequence[Entry],
    notice_type: NoticeType,
    settings: Settings,
    now: Frame,
    areas: Gazetteer,
) -> tuple[Given, ...]:
    """The lines with the fields that they give."""
    found = _unshared(givens(lines, notice_type.fields))
    told = any(g.field.kind is Kind.PERIOD for g in found)
    begins, places = inside_from(notice), Places.of(notice_type, settings)
    given = tuple(_spanning(g, notice_type, None if told else now) for g in found)
    given = given if told else tuple(part for g in given for part in _days_and_state(g, notice_type, now))
    given = tuple(_placed(g, notice_type, places, settings, areas) for g in given)
    given = tuple(g for g in given if _may_speak(g) or not _is_inside(g.entry, begins))
    rest = _rows_of_the_rest(lines) if notice_type.field_named(EXTENT) else frozenset()
    return tuple(g for g in given if not _tells_no_date(g, lines, places) and g.entry.where not in rest)


def _tells_no_date(given: Given, entries: Sequence[Entry], places: Places | None) -> bool:
    """Whether a time under 時刻 is one of a table's row, and so of the place that the row tells of."""
    row = [entry for entry in entries if entry.where == given.entry.where and not _LINE().fullmatch(entry.where)]
    placed = places is not None and any(places.alone(entry.value) for entry in row)
    return given.field.name == AS_OF and placed and len(row) > 1 and not says_day(folded(given.entry.value))


def _rows_of_the_rest(entries: Sequence[Entry]) -> frozenset[str]:
    """The rows of a table that only say that all else is as usual (「その他の製品｜通常どおり」)."""
    rows: dict[str, list[str]] = {}
    for entry in entries:
        if not _LINE().fullmatch(entry.where):
            rows.setdefault(entry.where, []).append(folded(entry.value).strip())
    return frozenset(
        where
        for where, said in rows.items()
        if any(_THE_REST().fullmatch(value) for value in said) and any(_AS_USUAL().fullmatch(value) for value in said)
    )


def _may_speak(given: Given) -> bool:
    """Whether a line counts wherever it stands: an internal one says that something is withheld, and a notice often closes with
    when it was written."""
    return given.field.label is Label.INTERNAL or given.field.name == AS_OF


def _is_inside(entry: Entry, begins: int | None) -> bool:
    """Whether a labelled line stands where the notice speaks to colleagues alone, or says so of itself."""
    found = _LINE().fullmatch(entry.where)
    return inside_label(entry.label) or bool(begins and found and int(found[1]) >= begins)


def _unshared(given: tuple[Given, ...]) -> tuple[Given, ...]:
    """A header of the envelope counts only where no line of the notice itself gives the field."""
    lines = [g for g in given if not g.entry.where.startswith("header")]
    in_lines = {g.field.name for g in lines}
    return (*lines, *(g for g in given if g not in lines and g.field.name not in in_lines))


def _spanning(given: Given, notice_type: NoticeType, now: Frame | None) -> Given:
    """A span under 日時, or a later day than that of the notice, is no time as of which it speaks: it is that of the matter."""
    spans = next((f for f in notice_type.fields if f.kind is Kind.PERIOD and f.label is not Label.INTERNAL), None)
    if given.field.name != AS_OF or not spans:
        return given
    text = folded(given.entry.value)
    if is_span(text) or (now and tidy(given.entry.label) in _OF_SOMETHING and is_later(text, now)):
        return replace(given, field=spans)
    return given


def _days_and_state(given: Given, notice_type: NoticeType, now: Frame) -> tuple[Given, ...]:
    """A line that says a state of some days (「措置：11月21日(土) 終日休業」) gives the days and the state."""
    days = next((f for f in notice_type.fields if f.kind is Kind.PERIOD and f.label is not Label.INTERNAL), None)
    if days is None or not given.field.required or given.field.kind is not Kind.TERM:
        return (given,)
    when, state = _parted(folded(given.entry.value))
    try:
        span = read_period(when, now)
    except Unclear:
        return (given,)
    phrases = {folded(phrase) for term in given.field.terms for phrase in term.matches}
    if _WHOLLY().sub("", state) not in phrases or span.start is None or span.end is None:
        return (given,)
    return (
        replace(given, entry=replace(given.entry, value=state)),
        replace(given, field=days, entry=replace(given.entry, value=when)),
    )


def _parted(text: str) -> tuple[str, str]:
    """The words of time with which folded text begins, and the rest."""
    others = (token.start for token in tokens(text) if token.kind is Tok.OTHER and token.word.strip(" ,、・:()"))
    begins = next(others, len(text))
    return text[:begins].strip(" :"), text[begins:].strip()


def _placed(
    given: Given, notice_type: NoticeType, places: Places | None, settings: Settings, areas: Gazetteer
) -> Given:
    """A line that says for whom by naming places and nothing else (「対象：仙台事業所・郡山工場の社員」) gives the places."""
    if given.field.name != WHO:
        return given
    if places and places.alone(given.entry.value):
        return replace(given, field=places.field)
    if places and places_in(folded(given.entry.value), places.names):
        return given  # the city in a site's name is no area
    area = next((f for f in notice_type.fields if f.kind is Kind.AREA), None)
    return replace(given, field=area) if area and _is_area(given.entry.value, settings, areas) else given


def _is_area(value: str, settings: Settings, areas: Gazetteer) -> bool:
    try:
        return bool(area_of(value, settings, areas))
    except Unclear:
        return False
