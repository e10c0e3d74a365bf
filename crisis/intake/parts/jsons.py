"""JSON exports, object by object, so that a file cut in the middle still gives what came before the cut."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crisis.intake.parts import refusals
from crisis.intake.parts.charset import Decoded
from crisis.intake.parts.records import Value

_WRAPPER = re.compile(r'\{\s*"(?:notices|items|entries|data|results|records|お知らせ|通知)"\s*:\s*\[')
_BLANK = re.compile(r"[\s,]*")
_PAIRS = (("label", "value"), ("name", "value"), ("key", "value"), ("項目", "内容"))


@dataclass(frozen=True, slots=True)
class Objects:
    """Each object's bytes and values; `damaged` where the text ends or breaks before its end."""

    records: tuple[tuple[bytes, tuple[Value, ...]], ...]
    damaged: bool


def read_objects(raw: bytes, decoded: Decoded, name: str) -> Objects:
    """The objects of a list, of a list inside a wrapper, of JSON lines, or the one object."""
    text = decoded.text
    start = _start(text)
    records: list[tuple[bytes, tuple[Value, ...]]] = []
    at = start
    decoder = json.JSONDecoder(
        object_pairs_hook=_Object, strict=False, parse_float=str, parse_int=str, parse_constant=str
    )
    while True:
        at = _BLANK.match(text, at).end()  # type: ignore[union-attr]
        if text[at : at + 1] != "{":
            break
        try:
            value, end = decoder.raw_decode(text, at)
        except ValueError:
            return Objects(tuple(records), damaged=True)
        piece = raw if start == 0 and not text[end:].strip() else _bytes(text[at:end], decoded.charset)
        records.append((piece, tuple(_values(value))))
        at = end
        refusals.check_count(len(records), name)
    return Objects(tuple(records), damaged=start > 0 and text[at : at + 1] != "]")


def _start(text: str) -> int:
    """Where the first object may stand: inside the list, past the wrapper, or at the start."""
    wrapper = _WRAPPER.match(text.lstrip())
    if wrapper:
        return len(text) - len(text.lstrip()) + wrapper.end()
    return text.find("[") + 1 if text.lstrip()[:1] == "[" else 0


def _bytes(text: str, charset: str) -> bytes:
    """The object's own bytes; exact for every charset in which a character has one form."""
    return text.encode(charset if "utf" not in charset else "utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class _Object:
    """A JSON object with every pair, also where two have one name: which is right is for a person."""

    pairs: list[tuple[str, Any]]

    def names_value(self) -> tuple[str, Any] | None:
        """Label and value, where that is all it says (`{"label": "状況", "value": "閉鎖"}`)."""
        keys = tuple(key for key, _ in self.pairs)
        one = keys in _PAIRS and not isinstance(self.pairs[1][1], _Object | list)
        return (_scalar(self.pairs[0][1]), self.pairs[1][1]) if one else None


def _values(record: _Object) -> Iterator[Value]:
    for label, value in record.pairs:
        yield from _value(label, value, f"field {label}")


def _value(label: str, value: Any, where: str) -> Iterator[Value]:
    """Scalars as they are, lists of scalars on one line, inner objects by their own names."""
    if isinstance(value, _Object):
        named = value.names_value()
        for inner, content in [named] if named else value.pairs:
            yield from _value(inner, content, f"{where} {inner}")
    elif isinstance(value, list) and any(isinstance(inner, _Object | list) for inner in value):
        for at, inner in enumerate(value, start=1):
            yield from _value(label, inner, f"{where} {at}")
    else:
        yield Value(label, ", ".join(map(_scalar, value)) if isinstance(value, list) else _scalar(value), where)


def _scalar(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
