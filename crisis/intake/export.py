"""Exports of a portal or a tool: JSON (one object, a list, `{"notices": […]}`, JSON lines) and CSV with a header row."""

from __future__ import annotations

import re

from crisis.errors import Refused
from crisis.intake.parts import refusals
from crisis.intake.parts.charset import Decoded, decode
from crisis.model.notice import Notice

NAME = "export"

_OBJECTS = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*[\"}]|^(?:\xef\xbb\xbf)?\s*\[\s*\]\s*$")


def recognises(raw: bytes, name: str) -> int:
    """By how JSON begins, or by its ending; a CSV without its ending only where its columns agree."""
    lowered = name.lower()
    if _OBJECTS.match(raw[:4096]):
        return 70
    if lowered.endswith((".json", ".jsonl", ".ndjson", ".csv", ".tsv")):
        return 55
    return 20 if not lowered.endswith((".txt", ".md", ".eml")) and _looks_like_csv(raw[:4096]) else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """One notice for each object or row. What is damaged is read as far as it goes, and the last one says so.

    Raises `Refused` (`binary-notice`, `no-entries`, `broken-export` where no object or row could be read).
    """
    decoded = decode(raw)
    if decoded.binary:
        raise refusals.binary(name)
    if name.lower().endswith((".csv", ".tsv")) or decoded.text.lstrip()[:1] not in ("{", "["):
        return _rows(raw, decoded, name)
    return _objects(raw, decoded, name)


def _looks_like_csv(head: bytes) -> bool:
    """Whether its first lines have the same number of commas, two at least, and no labelled line."""
    lines = [line for line in decode(head).text.split("\n")[:3] if line.strip()]
    counts = {line.count(",") for line in lines}
    return len(lines) > 1 and len(counts) == 1 and counts.pop() >= 2 and not re.search("[:：]", lines[0])


def _objects(raw: bytes, decoded: Decoded, name: str) -> tuple[Notice, ...]:
    from crisis.intake.parts.jsons import read_objects
    from crisis.intake.parts.records import record_notice

    found = read_objects(raw, decoded, name)
    if not found.records:
        raise _nothing(name, damaged=found.damaged)
    last = len(found.records) - 1
    return tuple(
        record_notice(
            NAME,
            name,
            piece,
            values,
            decoded.defects + ((refusals.truncated(),) if found.damaged and at == last else ()),
        )
        for at, (piece, values) in enumerate(found.records)
    )


def _rows(raw: bytes, decoded: Decoded, name: str) -> tuple[Notice, ...]:
    from crisis.intake.parts.csvs import read_rows
    from crisis.intake.parts.records import record_notice

    rows = read_rows(raw, decoded, name)
    if not rows:
        raise _nothing(name, damaged=True)
    return tuple(record_notice(NAME, name, piece, values, decoded.defects + defects) for piece, values, defects in rows)


def _nothing(name: str, *, damaged: bool) -> Refused:
    if damaged:
        return Refused(
            "broken-export",
            "{name} holds no notice that can be read: JSON needs objects, CSV a header row and rows below it.",
            "Export it again, or paste the text of the notice: crisis notice add -",
            name=name,
        )
    return Refused("no-entries", "{name} is an export without entries.", "There is nothing to take in.", name=name)
