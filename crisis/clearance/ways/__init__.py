"""The ways in which a person may approve: one file for each, with how it is given and which key it has to verify under."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from crisis.clearance.ways import glass, key, phone
from crisis.clearance.ways.way import Way
from crisis.errors import VerificationFailed
from crisis.model.release import Approval

WAYS: Final[Mapping[str, Way]] = MappingProxyType({way.how: way for way in (key.WAY, phone.WAY, glass.WAY)})


def way_of(approval: Approval) -> Way:
    """The way in which an approval says that it was given. Raises VerificationFailed `approval-how` for one that is none."""
    if approval.how not in WAYS:
        raise VerificationFailed(
            "approval-how",
            "The approval by {person} was given in an unknown way.",
            "Clear the posts again.",
            person=approval.person,
        )
    return WAYS[approval.how]
