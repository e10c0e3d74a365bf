"""A notice from a telephone call: who called when, and the answers in the order in which they were given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from crisis.intake.parts import answers as told
from crisis.model.notice import Notice

NAME = "phone"

_MARK = "By phone"


def by_phone(answers: Sequence[tuple[str, str]], *, type_id: str, role: str, at: datetime) -> Notice:
    """The notice that a caller gives: `answers` are (field name, answer) in order, `role` is the caller's, `at` is aware.

    An answer of blanks alone is kept in `raw` and is no entry. Raises `ValueError` for a naive `at`.
    """
    (notice,) = read(told.written(_MARK, answers, type_id=type_id, role=role, at=at), NAME)
    return notice


def recognises(raw: bytes, name: str) -> int:
    """By its own first line."""
    return 100 if told.marked(raw, _MARK) else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The one call. Raises `Refused("broken-call")` where the record is not whole."""
    return (told.read(raw, name, _MARK, NAME),)
