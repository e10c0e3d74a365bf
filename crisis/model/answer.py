"""What may be said on the telephone."""

from __future__ import annotations

from dataclasses import dataclass

from crisis.model.names import Names


@dataclass(frozen=True, slots=True)
class ApprovedAnswer:
    """What to say to one class of question that no post has answered: `asks` says which, `says` the words, by language; in them
    `{next}` stands for the next promised time."""

    id: str
    asks: Names
    says: Names
