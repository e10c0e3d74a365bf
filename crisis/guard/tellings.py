"""What words tell together within one sentence: an executive and a journey, a door and how its code is made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Voice(Enum):
    """Whose words it takes to be a leak, where no desk is configured."""

    ANYBODY = "anybody"
    COMPANY = "company"
    """Not an authority, which rightly tells such things of the public."""
    OURS = "ours"
    """The text speaks of the organisation's own people, rooms or machines."""
    REFUTING = "refuting"
    """Nobody who tells the public what to believe, but of the organisation itself."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Word classes that tell something in one sentence, each within `near` characters of the first: distinct places, in any
    order. A word of the classes `unless` in that sentence excuses it."""

    code: str
    parts: tuple[str, ...]
    near: int = 40
    unless: tuple[str, ...] = ()
    voice: Voice = Voice.OURS


ANYBODY, COMPANY, OURS, REFUTING = Voice

TELLINGS = (
    Telling("plan", ("leader", "whereabouts"), 48, ("faces-press",), COMPANY),
    Telling("plan", ("board", "meets"), 32, ("the-public",)),
    Telling("plan", ("business-part", "business-change", "business-intent"), 60, ("the-public",), COMPANY),
    Telling("plan", ("stock-left", "days-left"), 24, ("the-public",), COMPANY),
    Telling("vendor", ("third-party", "lets-down"), 40, ("the-public",), COMPANY),
    Telling("customer", ("company-name", "our-business"), 24, ("thanks", "impostor"), COMPANY),
    Telling("finance", ("money-matter", "money-moves"), 32, ("the-public", "thanks"), COMPANY),
    Telling("legal", ("our-duty", "falls-short"), 40, ("the-public", "impostor"), COMPANY),
    Telling("legal", ("counsel", "advises"), 32, ("the-public",), COMPANY),
    Telling("legal", ("victim", "redress"), 40, ("the-public", "thanks"), COMPANY),
    Telling("legal", ("harm", "absolute"), 32, ("asks-you",), COMPANY),
    Telling("rumour", ("hearsay", "says-so"), 48, ("impostor",), REFUTING),
    Telling("rumour", ("hearsay", "refutes"), 60, ("impostor",), REFUTING),
    Telling("speculation", ("hedge", "cause"), 40, ("the-sky",), COMPANY),
    Telling("speculation", ("hedge", "outcome"), 24, ("the-sky",), COMPANY),
    Telling("speculation", ("hunch",), 0, ("the-sky",), COMPANY),
    Telling("security-posture", ("takings", "left-lying"), 24, ("the-public",), COMPANY),
    Telling("exact-place", ("inside", "place-event", "spot"), 40, ("open-place",), COMPANY),
    Telling("exact-place", ("inside", "place-event", "our-own"), 40, ("open-place", "no-alarm"), COMPANY),
    Telling("exact-place", ("inside", "inside", "place-event"), 40, ("open-place", "no-alarm"), COMPANY),
    Telling("access-secret", ("opener", "derived"), 32, ("advice-on-secrets",), ANYBODY),
    Telling("infra-part", ("product", "machine-fails"), 40, ("for-customers",), COMPANY),
    Telling("infra-part", ("machine-inside", "machine-fails"), 40, ("for-customers",), COMPANY),
    Telling("security-posture", ("nobody", "left-alone"), 24, ("the-public", "open-place"), COMPANY),
    Telling("security-posture", ("power-source", "lasts"), 24, ("the-public",), COMPANY),
    Telling("vendor", ("runs-it", "lets-down"), 40, ("the-public",), COMPANY),
    Telling("customer", ("customer-firms", "is-affected"), 32, ("thanks",), COMPANY),
    Telling("customer", ("institution", "on-ours"), 32, ("thanks",), COMPANY),
    Telling("vendor", ("maker", "borrowed"), 32, ("thanks", "the-public"), COMPANY),
    Telling("finance", ("money-talk",), 0, ("the-public",), COMPANY),
    Telling("plan", ("business-part", "deep-change"), 32, ("the-public",), COMPANY),
    Telling("plan", ("secret-yet",), 0, (), COMPANY),
    Telling("classification", ("do-not-spread",), 0, (), REFUTING),
    Telling("infra-part", ("machine", "outdated"), 24, ("for-customers", "the-public"), COMPANY),
    Telling("customer", ("firms-counted", "firm-dealings"), 32, ("thanks", "the-public"), COMPANY),
    Telling("customer", ("big-name", "dealings-with"), 12, ("thanks", "the-public"), COMPANY),
    Telling("finance", ("attacker", "demand"), 40, ("impostor",), COMPANY),
    Telling("plan", ("inner-part", "inner-change", "will-be"), 40, ("the-public",), COMPANY),
    Telling("legal", ("our-doing", "flawed"), 24, ("the-public",), COMPANY),
    Telling("legal", ("who-erred", "erred"), 24, ("the-public", "inquiry"), COMPANY),
    Telling("legal", ("customer-data", "denies"), 24, ("asks-you", "inquiry"), COMPANY),
    Telling("legal", ("redress-due", "refused"), 24, ("the-public",), COMPANY),
    Telling("infra-part", ("machine", "deep-fail"), 32, ("for-customers", "the-public"), COMPANY),
    Telling("denial", ("all-safe",), 0, ("the-public",), COMPANY),
    Telling("health", ("somebody", "condition"), 40, ("of-the-sick",), COMPANY),
    Telling("small-count", ("few-people", "own-unit"), 40, ("the-public", "deaths"), COMPANY),
    Telling("small-count", ("few-people", "state-of-people"), 32, ("the-public", "deaths"), COMPANY),
)
