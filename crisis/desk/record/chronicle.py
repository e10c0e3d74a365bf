"""What the entries of a bundle tell, in their order: who could sign and under which policy at each moment, as people signed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crisis.clearance.register import KINDS, POLICY, Register, signatures_in
from crisis.desk.plain import time
from crisis.errors import CrisisError
from crisis.model.release import Person
from crisis.model.settings import Mode

Entry = Mapping[str, Any]


class Unproven(Exception):
    """What a bundle says and does not prove, as an English sentence."""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The entries by number, and after each that changed it (by number) the roster and the version of the policy."""

    entries: Sequence[Entry]
    mode: Mode
    origin: str
    registers: Sequence[tuple[int, Register]]
    policies: Sequence[tuple[int, str]]

    def register(self, before: int) -> Register:
        """Who could sign, as the ledger told it up to that entry."""
        return [register for number, register in self.registers if number < before][-1]

    def people(self, before: int) -> Mapping[str, Person]:
        """Everybody enrolled by then."""
        return self.register(before).people

    def adopted(self, before: int) -> list[str]:
        """The versions of the policies that had come into force up to that entry, the one in force last."""
        return [version for number, version in self.policies if number < before]

    def of(self, kind: str, **body: Any) -> Iterator[Entry]:
        """The entries of a kind whose bodies say so."""
        for one in self.entries:
            if one["kind"] == kind and all(one["body"].get(name) == value for name, value in body.items()):
                yield one

    def one(self, kind: str, **body: Any) -> Entry:
        """The first entry of a kind whose body says so. Raises Unproven where the bundle holds none."""
        found = next(self.of(kind, **body), None)
        if found is None:
            raise Unproven(f"The bundle lacks its entry of the kind {kind}.")
        return found


def chronicle(entries: Sequence[Entry], origin: str) -> Chronicle:
    """Replay what people decided about the desk, from the first entry on. Raises Unproven where it does not hold."""
    opened = entries[0] if entries else None
    if opened is None or (opened["seq"], opened["kind"], opened["body"].get("origin")) != (0, "desk-opened", origin):
        raise Unproven("The bundle lacks its entry of the kind desk-opened.")
    register = Register(Mode(opened["body"]["mode"]), origin)
    registers, policies = [(-1, register)], [(0, opened["body"]["policy"])]
    for entry in entries:
        if entry["kind"] in KINDS:
            register = _adopted(register, entry)
            registers.append((entry["seq"], register))
        if entry["kind"] == POLICY:
            policies.append((entry["seq"], entry["body"]["policy"]))
    return Chronicle(entries, register.mode, origin, registers, policies)


def _adopted(register: Register, entry: Entry) -> Register:
    at: datetime = time(entry["at"])
    try:
        return register.adopt(entry["body"]["statement"].encode(), signatures_in(entry["body"]), at)
    except CrisisError as fault:
        raise Unproven(f"Entry {entry['seq']} does not hold: {fault.sentence}") from None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Unproven(f"Entry {entry['seq']} does not hold: it carries no decision that people signed.") from None
