"""One tree of errors. Each has a code for scripts, a sentence for people and the mend; each class has its exit code."""

from __future__ import annotations

from typing import Any, ClassVar

from crisis.sentence import Sentence


class CrisisError(Exception):
    """What went wrong, in one sentence, with what to do about it.

    `sentence` and `mend` are English templates filled with `details`; `code` is stable and lower-case-with-hyphens.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, sentence: str, mend: str = "", /, **details: Any) -> None:
        self.code = code
        self.sentence = Sentence(sentence, **details)
        self.mend = Sentence(mend, **details)
        super().__init__(str(self))

    def __str__(self) -> str:
        return f"{self.sentence} {self.mend}".strip()


class Mistake(CrisisError):
    """Wrong usage or configuration (exit 2)."""

    exit_code = 2


class Refused(CrisisError):
    """Nothing may be posted, or a rule refused (exit 3)."""

    exit_code = 3


class Held(CrisisError):
    """The guard holds it until a person has looked (exit 4)."""

    exit_code = 4


class VerificationFailed(CrisisError):
    """A signature, a digest or the ledger does not hold (exit 5)."""

    exit_code = 5


PLATFORM_FAILED = 6
"""The exit code where nothing was wrong here: a platform, a place or a delivery failed."""
