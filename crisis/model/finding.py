"""What intake, facts, drafting and the guard have to say about a notice or a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crisis.sentence import Sentence


class Severity(StrEnum):
    """`block`: only a change of the text helps. `hold`: a person with the role may accept it with a reason. `advise`: said and let go."""

    BLOCK = "block"
    HOLD = "hold"
    ADVISE = "advise"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `start`/`end` are character offsets into the post's text (code points, end exclusive) where it has a place;
    `post` is the index of the post in its draft. `mend` tells what to do and never repeats the secret."""

    code: str
    severity: Severity
    mend: Sentence
    post: int | None = None
    start: int | None = None
    end: int | None = None

    @property
    def stops(self) -> bool:
        """Whether it keeps a text from going out as it is."""
        return self.severity is not Severity.ADVISE
