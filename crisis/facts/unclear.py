"""Why a value could not be read: raised by the parsers of this room, turned into a finding by `doubts`."""

from __future__ import annotations


class Unclear(Exception):
    """A value is there and cannot be taken as a fact; `code` is the finding's. Carries nothing of the value."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
