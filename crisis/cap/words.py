"""How our notice types stand in CAP's vocabulary, and the few words of ours in a message.

A grade is given only where it is true of every post of the type; how bad something is, no company says of itself here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis.model.names import PLAIN_JAPANESE, Names


@dataclass(frozen=True, slots=True)
class Grades:
    """CAP's words for a notice type: category, what readers do, how soon, how certain."""

    category: str = "Other"
    response: str = "Monitor"
    urgency: str = "Unknown"
    certainty: str = "Observed"


SEVERITY = "Unknown"
"""Of every message: a grade would be a claim of extent, and 'Minor' one of smallness."""

_GRADES: Mapping[str, Grades] = {
    "safety-check": Grades("Safety", "Execute", "Immediate"),
    "office-status": Grades("Infra"),
    "work-instruction": Grades("Transport", "Execute", "Expected"),
    "service-status": Grades("Infra"),
    "security-advisory": Grades("Security", "Monitor"),
    "holding": Grades("Safety", certainty="Unknown"),
    "no-change": Grades("Safety", certainty="Unknown"),
    "building": Grades("Safety", "Avoid", "Immediate"),
    "health": Grades("Health"),
    "all-clear": Grades("Safety", "AllClear", "Past"),
}


def grades(notice_type: str, *, final: bool) -> Grades:
    """CAP's words for a post of that type; the last word on an incident is its all-clear (domain, 2.1)."""
    found = _GRADES.get(notice_type, Grades())
    return Grades(found.category, "AllClear", "Past", "Observed") if final else found


EVERYWHERE: Names = {
    "ja": "{organisation}の拠点とサービス",
    "en": "Sites and services of {organisation}",
    PLAIN_JAPANESE: "{organisation}の ぜんぶの ばしょ",
}
"""The area of a post that names no place."""

OURSELVES: Names = {"ja": "当社", "en": "our company", PLAIN_JAPANESE: "わたしたちの 会社(かいしゃ)"}

EXERCISE: Names = {"ja": "【訓練】実際の出来事ではありません", "en": "EXERCISE: not a real event"}
"""The note of a message of a rehearsal, before the name of the incident (CAP 1.2, 3.2.1 note)."""
