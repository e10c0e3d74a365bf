"""A finished report as it is read back: the JSON that lies beside the HTML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from crisis.errors import Mistake
from crisis.rehearsal.result import FORMAT

Told = Mapping[str, Any]


@dataclass(frozen=True)
class Report:
    """A report: the file's name, its bytes, and what it tells."""

    name: str
    raw: bytes
    told: Told

    @property
    def runbook(self) -> str:
        """The runbook's id."""
        return str(self.told["runbook"])

    @property
    def players(self) -> tuple[str, ...]:
        """Who played, as they were named; nobody where the players were simulated."""
        return tuple(self.told["sitting"]["players"]) if self.told["sitting"] else ()

    @property
    def day(self) -> str | None:
        """The day on which people played; None where the players were simulated."""
        return str(self.told["sitting"]["on"]) if self.told["sitting"] else None

    @property
    def met(self) -> int:
        """How many objectives were met."""
        return sum(bool(each["met"]) for each in self.told["objectives"])

    @property
    def leaked(self) -> int:
        """How many traps leaked."""
        return sum(trap["outcome"] == "leaked" for trap in self.told["traps"])


def read(name: str, raw: bytes) -> Report:
    """The report in a file's bytes. Raises `Mistake` where it is none."""
    try:
        told = json.loads(raw)
        _check(told)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Mistake(
            "no-report",
            "{name} is no report of a rehearsal.",
            "Name the .json that lies beside the .html, such as rehearsals/earthquake-1.json.",
            name=name,
        ) from None
    return Report(name, raw, told)


def _check(told: Any) -> None:
    """Raises one of the usual errors where something that is read later is not there, or of another kind."""
    if told["format"] != FORMAT:
        raise ValueError(told["format"])
    texts = [told["runbook"], *(each["name"] for each in told["objectives"]), *(each["id"] for each in told["injects"])]
    texts += [said for item in told["items"] for said in (item["id"], *item["says"].values(), item["owner"])]
    lines = [*told["near_misses"], *told["questions"], *(item["owner_names"] for item in told["items"])]
    texts += [said for line in lines for said in line.values()]
    texts += [word for each in told["traps"] for word in (each["id"], each["class"], each["outcome"])]
    numbers = [told["seed"], *(span for span in told["figures"].values() if span is not None)]
    numbers += [each["measured"] for each in told["objectives"] if each["measured"] is not None]
    sat = told["sitting"]
    if sat is not None:
        texts += [*sat["players"]]
        date.fromisoformat(sat["on"])
    if not all(isinstance(text, str) for text in texts) or not all(isinstance(n, (int, float)) for n in numbers):
        raise TypeError
    if not isinstance(told["stopped"], bool) or not isinstance(told["names"], dict):
        raise TypeError
    for each in told["injects"]:
        _said = each["seen"], each["ok"], each["says"]
