"""Who may speak: what a person lacks under a policy, and from when. One answer for drafting, clearing and sending.

Nobody is ever asked this for a stop, for taking a post back, or for saying what happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from crisis.model.release import Person, Policy
from crisis.model.speaking import Lapsed, Openness

OURS: Final = frozenset({"page", "feed", "cap", "hand"})
"""Platforms that are no social media: our own outlets, and text that a person hands to the press."""


class Lack(StrEnum):
    """What somebody lacks for speaking."""

    AUTHORITY = "authority"
    TRAINING = "training"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a person lacks under a policy from `since` on; `refuses` tells whether they may not speak then."""

    lack: Lack
    since: datetime
    refuses: bool


def shut(policy: Policy, platform: str) -> bool:
    """Whether nobody speaks on accounts of that platform."""
    return policy.speaking.mode is Openness.CLOSED and platform not in OURS


def lacks(person: Person, policy: Policy, in_force_since: datetime) -> Iterator[Lacking]:
    """What a person lacks or will lack, each from when on; nothing that never ends."""
    speaking, voice = policy.speaking, person.voice
    refuses, graced = speaking.lapsed is Lapsed.REFUSE, in_force_since + speaking.grace
    if speaking.mode is not Openness.OPEN:
        yield from _unauthorised(person, in_force_since)
    if speaking.training is not None:
        over = graced if voice.trained is None else max(voice.trained + speaking.training, graced)
        yield Lacking(Lack.TRAINING, over, refuses)
    if speaking.acknowledge and voice.acknowledged != policy.version:
        yield Lacking(Lack.POLICY, graced, refuses)


def _unauthorised(person: Person, since: datetime) -> Iterator[Lacking]:
    authority = person.voice.authority
    if authority is None:
        yield Lacking(Lack.AUTHORITY, since, refuses=True)
    elif authority.ends is not None:
        yield Lacking(Lack.AUTHORITY, authority.ends, refuses=True)


def refused(
    person: Person, policy: Policy, in_force_since: datetime, at: datetime, *, glass: bool = False
) -> Lacking | None:
    """Why a person may not speak at that time; None where they may. Who breaks the `glass` needs an authority and no more."""
    authority = person.voice.authority
    if policy.speaking.mode is not Openness.OPEN and authority is not None and at < authority.starts:
        return Lacking(Lack.AUTHORITY, in_force_since, refuses=True)
    standing = (each for each in lacks(person, policy, in_force_since) if each.refuses and each.since <= at)
    return next((each for each in standing if each.lack is Lack.AUTHORITY or not glass), None)


def beyond(person: Person, policy: Policy, accounts: Iterable[str]) -> tuple[str, ...]:
    """Of these accounts those on which the person's authority does not let them speak."""
    authority = person.voice.authority
    if policy.speaking.mode is Openness.OPEN or authority is None or not authority.accounts:
        return ()
    return tuple(dict.fromkeys(account for account in accounts if account not in authority.accounts))
