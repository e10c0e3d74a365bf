"""Which field a labelled line gives: its label compared whole with the fields' aliases, never a part of a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crisis.model.fact import Kind, Label
from crisis.model.notice import Entry
from crisis.model.notice_type import Field
from crisis.text.folding import folded
from crisis.text.late import late, once_each

_DECORATION = late(r"^[\s・●○◎■□◆◇▼▽▲△★☆※*#>+-]*(?:[(\[]?\d{1,2}[)\].:、]\s*|[①-⑳]\s*)?|[\s:=?!]+$")
_QUALIFIED = late(r"(?P<alias>[^(\[【<]+?)\s*[(\[【<](?P<more>[^)\]】>]*)[)\]】>]")
_SUFFIXED = late(r"(?P<alias>.+?)\s*(?:/|・| - |、|,)\s*(?P<more>.+)")
_SPACED_OUT = late(r"(?<=[ぁ-龠々]) +(?=[ぁ-龠々])")  # 「期　　間」 is 期間
_CAMEL = late(r"(?<=[a-z])(?=[A-Z][a-z])")  # resolvedAt, of a program's export, is "resolved at"
_TWO_TONGUES = late(r"(?P<alias>[^a-z]*[ぁ-龠ァ-ヶー][^a-z]*?)[\s/・|]*(?P<more>[a-z][a-z' -]*)")  # 「次回 Next」
_BRACKETED = late(r"[【\[<(「](?P<alias>[^】\]>)」]+)[】\]>)」]")


@dataclass(frozen=True, slots=True)
class Given:
    """A field and a labelled line that gives it; `rank` is the alias's place among the field's, first means it best."""

    field: Field
    entry: Entry
    rank: int

    @property
    def half(self) -> str:
        """`start` or `end` where the label gives one end of a period alone."""
        label = tidy(self.entry.label)
        if label in map(tidy, self.field.starts):
            return "start"
        return "end" if label in map(tidy, self.field.ends) else ""


@lru_cache(maxsize=8192)
def tidy(label: str) -> str:
    """A label folded, without bullets, numbers and colons."""
    text = folded(_CAMEL().sub(" ", label)).replace("_", " ").strip()
    text = _DECORATION().sub("", text)
    text = _SPACED_OUT().sub("", text)
    whole = _BRACKETED().fullmatch(text)
    return " ".join((whole["alias"] if whole else text).split())


@once_each
def aliases_of(fields: Iterable[Field]) -> Mapping[str, tuple[tuple[Field, int], ...]]:
    """Folded alias → the fields that have it, with the alias's rank. A field's own name counts as its last alias, where no
    other field has it for one (`date` labels when a notice was written)."""
    table: dict[str, list[tuple[Field, int]]] = {}
    listed = tuple(fields)
    said = {tidy(alias) for field in listed for alias in (*field.aliases, *field.starts, *field.ends)}
    for field in listed:
        own = tuple(name for name in (field.name, field.name.replace("_", " ")) if tidy(name) not in said)
        for alias, rank in _ranks((*field.aliases, *field.starts, *field.ends, *own)).items():
            table.setdefault(alias, []).append((field, rank))
    return {alias: tuple(found) for alias, found in table.items()}


@lru_cache(maxsize=4096)
def _ranks(names: tuple[str, ...]) -> Mapping[str, int]:
    """Tidy name → its place among the names, the first where two are alike."""
    return {tidy(name): rank for rank, name in reversed(tuple(enumerate(names)))}


def givens(entries: Sequence[Entry], fields: Sequence[Field]) -> tuple[Given, ...]:
    """Each labelled line with the field or fields that it may give; lines of no field are left out. An internal field wins:
    what may be damage is damage."""
    table = aliases_of(fields)
    return tuple(
        Given(field, entry, rank)
        for entry in entries
        if entry.value.strip() and not _heads_columns(entry, table)
        for field, rank in _fields_for(entry.label, table)
    )


def _heads_columns(entry: Entry, table: Mapping[str, tuple[tuple[Field, int], ...]]) -> bool:
    """Whether an entry is the header row of a table of places (「拠点　状況」)."""
    placed = any(field.kind in (Kind.SITE, Kind.SERVICE, Kind.AREA) for field, _ in table.get(tidy(entry.label), ()))
    return placed and bool(table.get(tidy(entry.value)))


def _fields_for(label: str, table: Mapping[str, tuple[tuple[Field, int], ...]]) -> tuple[tuple[Field, int], ...]:
    text = tidy(label)
    found = table.get(text) or ()
    more = ""
    for shape in (_QUALIFIED, _SUFFIXED, _TWO_TONGUES):
        parts = shape().fullmatch(text)
        if not found and parts:
            found, more = table.get(parts["alias"].strip(), ()), parts["more"]
            if not found and shape is _TWO_TONGUES:
                found = table.get(tidy(more), ())
    kept = (*found, *table.get(tidy(more), ())) if more else found
    inside = tuple((field, rank) for field, rank in kept if field.label is Label.INTERNAL)
    return inside or tuple(found)
