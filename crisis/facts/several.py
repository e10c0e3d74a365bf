"""A notice that says one thing for each of several places: what it says of each, so that nothing is merged.

Rows of a table, blocks that each begin with a place, lines labelled with places (「仙台事業所：閉鎖」), several places under one
label, and sentences (「AとBは休業、Cは通常どおり」).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crisis.facts.matching import Given, tidy
from crisis.facts.places.naming import another, names_of, places_in, short_names
from crisis.facts.times.parser import runs
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.sentences import without_times
from crisis.model.fact import Kind
from crisis.model.notice import Entry
from crisis.model.notice_type import Field, NoticeType
from crisis.model.settings import Service, Settings, Site
from crisis.text.folding import folded
from crisis.text.late import late

SHARED = frozenset({"as_of", "next_update", "contact", "link", "reason"})
"""Fields that a notice gives once for all its places."""
_AND = late(r"\s*(?:と|、|,|・|/|&|及び|および|並びに|ならびに|\band\b)(?:\s*and\b)?\s*(?:the\s+)?")
_ONLY_AND = late(r"(?:[\s、,・/&と]|及び|および|並びに|ならびに|\band\b|\bthe\b|両?(?:拠点|事業所))*")
_ITS_PEOPLE = late(
    r"(?:(?:で|に)?(?:働く|勤務する|勤務している|勤務の|在籍する|所属する)|の)(?:すべての|全ての)?(?:社員|従業員|所員|職員|方々?|皆さん|皆様|全員|みなさん)?(?:のみ)?(?:\([^()]*\))?$"
)
_GOES_ON = late(r"(?:they|it|this|these|その|これ)(?![a-z])")
_OF_A_DAY = late(r"の?(?:対応|状況|営業|営業状況|措置|予定|扱い|体制|営業予定)$| ?(?:status|opening|hours|plan)$")
_LINE = late(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one kind that a type is about, by every name."""

    field: Field
    names: Mapping[str, tuple[str, ...]]
    short: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, notice_type: NoticeType, settings: Settings) -> Places | None:
        """Those of the type's first field for sites or services; None for a type that is about neither."""
        field = next((f for f in notice_type.fields if f.kind in (Kind.SITE, Kind.SERVICE)), None)
        if field is None:
            return None
        things: Sequence[Site | Service] = settings.sites if field.kind is Kind.SITE else settings.services
        return cls(field, names_of(things), short_names(things))

    def alone(self, text: str) -> tuple[str, ...]:
        """The places that a text names and nothing else: of a label, a heading, or a value that lists them."""
        plain = _ITS_PEOPLE().sub("", folded(text).strip(" 。.:【】[]「」<>")).strip(" 。.:()")
        known = {place: (*names, *self.short[place]) for place, names in self.names.items()}
        found = places_in(plain, known)
        for start, end, _ in reversed(found):
            plain = plain[:start] + " " * (end - start) + plain[end:]
        return tuple(place for _, _, place in found) if found and _ONLY_AND().fullmatch(plain) else ()

    def name(self, place: str) -> str:
        """A name of it, as a notice would write it."""
        return self.names[place][0]


def places_of(
    given: Iterable[Given], entries: Iterable[Entry], passages: Iterable[Passage], places: Places
) -> list[str]:
    """The places of which the notice says something of their own, in its order."""
    found = [place for g in given if g.field == places.field for place in places.alone(g.entry.value)]
    found += [place for entry in entries for place in places.alone(tidy(entry.label))]
    found += [
        place
        for p in passages
        for start, end, place in places_in(p.text, places.names)
        if not another(p.text, start, end)
    ]
    return list(dict.fromkeys(found))


def given_for(place: str, given: Sequence[Given], places: Places) -> tuple[Given, ...]:
    """The labelled lines that hold for one place: its own rows and blocks, and what is given once for all."""
    owners = _owners(given, places)
    kept = [(g, owners.get(id(g))) for g in given]
    mine = [g for g, owner in kept if owner is None or place in owner]
    own = replace_place(place, mine, places)
    told = {g.field.name for g, owner in kept if owner and place in owner}
    return tuple(g for g in own if owners.get(id(g)) or g.field.name not in told - SHARED or g.field == places.field)


def replace_place(place: str, given: Iterable[Given], places: Places) -> list[Given]:
    """The lines, with the one place where a line lists several."""
    return [
        replace(g, entry=replace(g.entry, value=places.name(place)))
        if g.field == places.field and place in places.alone(g.entry.value)
        else g
        for g in given
    ]


def _owners(given: Sequence[Given], places: Places) -> dict[int, tuple[str, ...]]:
    """Labelled line → the places whose row or block it stands in."""
    heads = [(g, places.alone(g.entry.value)) for g in given if g.field == places.field]
    heads = [(g, found) for g, found in heads if found]
    rows = {g.entry.where: found for g, found in heads if not _line_of(g.entry)}
    blocks = sorted((_line_of(g.entry), found) for g, found in heads if _line_of(g.entry))
    owners = {id(g): rows[g.entry.where] for g in given if g.entry.where in rows}
    once = {name for name in SHARED if sum(g.field.name == name for g in given) == 1}
    for g in given if len(blocks) > 1 else ():
        before = [found for line, found in blocks if line <= _line_of(g.entry)]
        if before and _line_of(g.entry) and g.field.name not in once:
            owners[id(g)] = before[-1]
    return owners


def _line_of(entry: Entry) -> int:
    found = _LINE().fullmatch(entry.where)
    return int(found[1]) if found else 0


def passages_for(place: str, passages: Iterable[Passage], places: Places) -> tuple[Passage, ...]:
    """The sentences that speak of one place, each reduced to what it says of it, and those that name no place; one that goes
    on from the sentence before it ("They get …") only where that speaks of the place."""
    kept: list[Passage] = []
    before, mine = "", True
    for passage in passages:
        goes_on = passage.where == before and _GOES_ON().match(passage.text)
        parts = list(_parts(place, passage, places)) if mine or not goes_on else []
        kept += parts
        before, mine = passage.where, bool(parts)
    return tuple(kept)


def _parts(place: str, passage: Passage, places: Places) -> Iterator[Passage]:
    text = passage.text
    groups = list(_groups(text, places))
    if not groups:
        yield passage
        return
    before = text[: groups[0][0][0]]
    ends = [group[0][0] for group in groups[1:]] + [len(text)]
    for group, end in zip(groups, ends, strict=True):
        for start, stop, named in group:
            if named == place:
                said = before + text[start:stop] + re.sub(r"[、,;]\s*$", "。", text[group[-1][1] : end])
                yield Passage(said, said, passage.where)


def _groups(text: str, places: Places) -> Iterator[list[tuple[int, int, str]]]:
    """Places that are named in one breath: 「AとB」 is one group, 「Aは…、Bは…」 two."""
    group: list[tuple[int, int, str]] = []
    for span in places_in(text, places.names):
        if group and not _AND().fullmatch(text[group[-1][1] : span[0]]):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def dated_rows(entries: Iterable[Entry], places: Places) -> Iterator[Passage]:
    """What the rows of a table say of a place under a day (「拠点｜12/16(水)」, below it 「郡山工場｜終日閉鎖」), as sentences."""
    rows: dict[str, list[Entry]] = {}
    for entry in entries:
        if not _line_of(entry):
            rows.setdefault(entry.where, []).append(entry)
    for where, row in rows.items():
        named = [(entry, found) for entry in row if len(found := places.alone(entry.value)) == 1]
        if len(named) == 1:
            ((head, (place,)),) = named
            name = folded(
                next((n for n in places.names[place] if n.isascii() == head.value.isascii()), places.name(place))
            )
            for entry in row:
                if entry is not head and _is_day(entry.label):
                    said = _of_place(
                        name, _OF_A_DAY().sub("", folded(entry.label).strip()), folded(entry.value).strip()
                    )
                    yield Passage(said, said, where)


def _is_day(label: str) -> bool:
    """Whether a label is a day and no more (「10/13（火）の対応」)."""
    text = _OF_A_DAY().sub("", folded(label).strip())
    found = [words for _, words in runs(text, lenient=True)]
    return len(found) == 1 and found[0].shape == "P" and not without_times(text).strip(" ()・:")


def _of_place(name: str, day: str, value: str) -> str:
    if name.isascii():
        return f"{name} is {value.rstrip('.')} on {day}."
    return f"{day}、{name}は{value}。"


def with_full_names(entries: Iterable[Entry], places: Places) -> tuple[Entry, ...]:
    """The lines, with the whole name for a label that is a place's short one (「仙台：閉鎖」)."""
    return tuple(
        replace(entry, label=places.name(found[0])) if len(found := places.alone(tidy(entry.label))) == 1 else entry
        for entry in entries
    )
