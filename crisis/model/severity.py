"""How bad an incident is, in the words of CAP 1.2 (3.2.2, severity), in lower case."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """From the worst: extraordinary, significant, possible and minimal threat to life or property."""

    EXTREME = "extreme"
    SEVERE = "severe"
    MODERATE = "moderate"
    MINOR = "minor"
    UNKNOWN = "unknown"
