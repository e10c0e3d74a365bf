"""Facts that a notice says in sentences, when no labelled line gives them: the common cases, read conservatively."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis.facts import doubts
from crisis.facts.matching import Given, tidy
from crisis.facts.places import another, names_of, places_in
from crisis.facts.reading import Desk
from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import hits_of, settled
from crisis.model.fact import Fact, Kind
from crisis.model.finding import Finding
from crisis.model.notice import Notice
from crisis.model.notice_type import Field, NoticeType
from crisis.text.folding import folded

FIRST_LINES = 12  # how far into the body "the first sentences" reach
_SENTENCE = re.compile(r"[^。!?\n]+[。!?]?")


@dataclass(frozen=True, slots=True)
class Passage:
    """One folded sentence that no labelled line holds, and where it stands: `title` or `line N`."""

    text: str
    where: str


def passages(notice: Notice, given: Sequence[Given]) -> tuple[Passage, ...]:
    """The title and the first sentences of the body, without the lines that are labelled ones (of whatever field: what
    matches no field may be internal)."""
    title = [Passage(folded(notice.title), "title")] if notice.title.strip() else []
    return (*title, *_body(notice))


def _body(notice: Notice) -> Iterator[Passage]:
    taken = {folded(line).strip() for e in notice.entries for line in (e.value, *e.value.splitlines()) if line.strip()}
    numbers = {int(m[1]) for e in notice.entries if (m := re.search(r"line (\d+)", e.where))}
    labels = {tidy(e.label) for e in notice.entries}
    left = FIRST_LINES
    for number, line in enumerate(notice.text.split("\n"), 1):
        text = folded(line).strip()
        if not text or number in numbers or text == folded(notice.title).strip():
            continue
        if left == 0 or number in numbers or text in taken or tidy(line) in labels or any(t in text for t in taken if len(t) > 3):
            continue
        left -= 1
        yield from (Passage(m[0].strip(), f"line {number}") for m in _SENTENCE.finditer(text))


def said(field: Field, found: Sequence[Passage], desk: Desk, notice_type: NoticeType) -> tuple[Fact | Finding, ...]:
    """What the passages say of a field that no labelled line gives; () where they say nothing of it."""
    values: dict[str, str] = {}
    if field.kind in {Kind.SITE, Kind.SERVICE}:
        things = desk.settings.sites if field.kind is Kind.SITE else desk.settings.services
        for passage in found:
            for start, end, place in places_in(passage.text, names_of(things)):
                if not another(passage.text, start, end):
                    values.setdefault(place, passage.where)
    elif field.kind is Kind.TERM and field.required:
        for passage in found:
            try:
                values.setdefault(settled(hits_of(passage.text, field.terms)), passage.where)
            except Unclear as unclear:
                if unclear.code != "not-understood":
                    return (doubts.unclear(unclear.code, field.name, passage.where),)
    if len(values) > 1:
        first, second, *_ = values.values()
        return (doubts.contradictory(field.name, first, second),)
    return tuple(Fact(field.name, field.kind, value, field.label, where) for value, where in values.items())
