"""What the daemon says to its log: each trouble once, never what may hold a secret."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from crisis.errors import CrisisError
from crisis.text.terminal import shown

FORGOTTEN = 30
"""Passes without a trouble after which it is over, and said again when it comes back."""


@dataclass
class Voice:
    """Says a trouble once, and not in every pass that it spoils."""

    say: Callable[[str], None]
    _heard: dict[str, int] = field(default_factory=dict)

    def hear(self, troubles: Sequence[Exception]) -> None:
        """What went wrong in a pass."""
        told = dict.fromkeys(in_words(trouble) for trouble in troubles)
        for sentence in told:
            if sentence not in self._heard:
                self.say(sentence)
        heard = {sentence: ago + 1 for sentence, ago in self._heard.items()} | dict.fromkeys(told, 0)
        self._heard = {sentence: ago for sentence, ago in heard.items() if ago < FORGOTTEN}
        for sentence in heard.keys() - self._heard.keys():
            self.say(f"over: {sentence}")


def in_words(error: Exception) -> str:
    """An error as one line of the log. Of one that is not ours the type alone: its message may carry what it was given."""
    return str(error) if isinstance(error, CrisisError) else f"{type(error).__name__}; the next pass tries again"


def say(what: str) -> None:
    """One line to the log; a log that is gone stops nothing."""
    with suppress(OSError, ValueError):
        print(f"crisis daemon: {shown(what)}", file=sys.stderr, flush=True)  # noqa: T201
