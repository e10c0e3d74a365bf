"""A notice from a telephone call: who called when, and the answers in the order in which they were given.

Its raw bytes are canonical text, so that the same call always gives the same bytes and reads back as the same notice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from crisis.intake.parts import refusals
from crisis.model.notice import Entry, Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "phone"

_MARK = "By phone"
_HEAD = re.compile(r"By phone\ntype: (.*)\nrole: (.*)\nat: (.*)\n")
_ANSWER = re.compile(r"^answer (\d+): ([^=\n]*) = (.*(?:\n  .*)*)$", re.MULTILINE)
_BLANKS = re.compile(r"\s+")


def by_phone(answers: Sequence[tuple[str, str]], *, type_id: str, role: str, at: datetime) -> Notice:
    """The notice that a caller gives: `answers` are (field name, answer) in order, `role` is the caller's, `at` is aware.

    An answer of blanks alone is kept in `raw` and is no entry. Raises `ValueError` for a naive `at`.
    """
    if at.tzinfo is None:
        raise ValueError("the time of a call needs its zone")
    head = f"{_MARK}\ntype: {_line(type_id)}\nrole: {_line(role)}\nat: {at.isoformat(timespec='seconds')}\n"
    lines = (
        f"answer {number}: {_line(label).replace('=', '-')} = {_indented(answer)}\n"
        for number, (label, answer) in enumerate(answers, start=1)
    )
    raw = (head + "".join(lines)).encode("utf-8", errors="replace")
    (notice,) = read(raw, NAME)
    return notice


def recognises(raw: bytes, name: str) -> int:
    """By its own first line."""
    return 100 if raw.startswith(f"{_MARK}\ntype: ".encode()) else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The one call. Raises `Refused("broken-call")` where the record is not whole."""
    from crisis.intake.parts.envelope import aware

    text = raw.decode("utf-8", errors="replace")
    head = _HEAD.match(text)
    called_at = aware(head[3]) if head else None
    if head is None or called_at is None:
        raise refusals.broken_call(name)
    return (
        Notice(
            form=NAME,
            name=name,
            raw=raw,
            title=f"{head[1]} ({_MARK.lower()}, {head[2]})",
            text=text.rstrip("\n"),
            entries=tuple(_entries(text)),
            written_at=called_at,
            owner=head[2] or None,
        ),
    )


def _entries(text: str) -> Iterator[Entry]:
    for found in _ANSWER.finditer(text):
        value = found[3].replace("\n  ", "\n").strip()
        if value:
            yield Entry(found[2].strip(), value, f"answer {found[1]}")


def _line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _indented(answer: str) -> str:
    return "\n  ".join(answer.strip().splitlines())
