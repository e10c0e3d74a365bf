"""A notice that people dictate: who told it when, and the answers in the order in which they were given.

Its raw bytes are canonical text, so that the same answers always give the same bytes and read back as the same notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from crisis.intake.parts import refusals
from crisis.model.notice import Entry, Notice

_HEAD = re.compile(r"([^\n]*)\ntype: (.*)\nrole: (.*)\nat: (.*)\n")
_ANSWER = re.compile(r"^answer (\d+): ([^=\n]*) = (.*(?:\n  .*)*)$", re.MULTILINE)
_BLANKS = re.compile(r"\s+")


def written(mark: str, answers: Sequence[tuple[str, str]], *, type_id: str, role: str, at: datetime) -> bytes:
    """The bytes under a first line that marks the form: `answers` are (field name, answer) in order, `at` is aware.

    An answer of blanks alone is kept and becomes no entry. Raises `ValueError` for a naive `at`.
    """
    if at.tzinfo is None:
        raise ValueError("the time at which something was told needs its zone")
    head = f"{mark}\ntype: {_line(type_id)}\nrole: {_line(role)}\nat: {at.isoformat(timespec='seconds')}\n"
    lines = (
        f"answer {number}: {_line(label).replace('=', '-')} = {_indented(answer)}\n"
        for number, (label, answer) in enumerate(answers, start=1)
    )
    return (head + "".join(lines)).encode("utf-8", errors="replace")


def marked(raw: bytes, mark: str) -> bool:
    """Whether the bytes begin with the mark of a form."""
    return raw.startswith(f"{mark}\ntype: ".encode())


def read(raw: bytes, name: str, mark: str, form: str) -> Notice:
    """The one notice. Raises `Refused("broken-call")` where the record is not whole."""
    from crisis.intake.parts.envelope import aware

    text = raw.decode("utf-8", errors="replace")
    head = _HEAD.match(text)
    told_at = aware(head[4]) if head and head[1] == mark else None
    if head is None or told_at is None:
        raise refusals.broken_call(name)
    return Notice(
        form=form,
        name=name,
        raw=raw,
        title=f"{head[2]} ({mark.lower()}, {head[3]})",
        text=text.rstrip("\n"),
        entries=tuple(_entries(text)),
        written_at=told_at,
        owner=head[3] or None,
    )


def _entries(text: str) -> Iterator[Entry]:
    for found in _ANSWER.finditer(text):
        value = found[3].replace("\n  ", "\n").strip()
        label = found[2].strip()
        if label and value:
            yield Entry(label, value, f"answer {found[1]}")


def _line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _indented(answer: str) -> str:
    return "\n  ".join(answer.strip().splitlines())
