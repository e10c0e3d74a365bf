"""A notice that a step of a runbook gives where nobody else does: its answers, and whatever was answered besides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from crisis.intake.parts import answers as told
from crisis.model.notice import Notice

NAME = "runbook"

_MARK = "By runbook"


def by_runbook(answers: Sequence[tuple[str, str]], *, type_id: str, role: str, at: datetime, step: str) -> Notice:
    """The notice of a step, such as `earthquake/ack`: `answers` are (field name, answer) in order, `role` tells it, `at` is aware."""
    (notice,) = read(told.written(_MARK, answers, type_id=type_id, role=role, at=at), step)
    return notice


def recognises(raw: bytes, name: str) -> int:
    """By its own first line."""
    return 100 if told.marked(raw, _MARK) else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The one notice. Raises `Refused("broken-call")` where the record is not whole."""
    return (told.read(raw, name, _MARK, NAME),)
