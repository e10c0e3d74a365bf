"""What people may do."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person may do; one person may hold several."""

    DRAFTER = "drafter"
    APPROVER = "approver"
    LEGAL = "legal"
    IR = "ir"
    LEAD = "lead"
    DEPUTY = "deputy"
