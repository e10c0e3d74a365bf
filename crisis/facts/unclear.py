"""Why a value could not be read: raised by the parsers of this room, turned into a finding by `doubts`."""

from __future__ import annotations

from datetime import date


class Unclear(Exception):
    """A value is there and cannot be taken as a fact; `code` is the finding's. Carries nothing of the value."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnclearAt(Exception):
    """`Unclear`, with its place; `days` are those that the sentence names."""

    def __init__(self, code: str, where: str, days: frozenset[date] = frozenset()) -> None:
        super().__init__(code)
        self.code, self.where, self.days = code, where, days
