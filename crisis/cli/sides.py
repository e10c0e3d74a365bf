"""How it looks where two departments differ: both words side by side, whom to phone, and what may go now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from crisis.cli import output
from crisis.cli.words import _, language, say
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.notices.conflicts import Dispute, Side
    from crisis.model.fact import Facts
    from crisis.model.records import StoredNotice


def disputes(desk: Desk, found: Sequence[Dispute]) -> None:
    """Each dispute: a line a side, and the one line that says what may be done."""
    for dispute in found:
        output.line(say("TWO DEPARTMENTS DIFFER ({field}):", field=dispute.field), "bold red")
        for side in dispute.sides:
            output.indented("  ".join(_row(desk, side)), 1)
        output.line(_verdict(dispute), "bold")


def of_notice(desk: Desk, stored: StoredNotice, facts: Facts | None) -> None:
    """The disputes that a notice is part of."""
    from crisis.desk.notices.conflicts import disputed

    if facts is not None:
        with desk.store.reading() as unit:
            found = disputed(desk, unit, stored, facts)
        disputes(desk, found)


def document(value: Dispute) -> dict[str, Any]:
    """A dispute for scripts; telephone numbers stay on the screen."""
    sides = [{"notice": s.notice, "department": s.department, "says": s.value, "owner": s.owner} for s in value.sides]
    return {"field": value.field, "sides": sides, "may_go": value.safer, "at_once": value.at_once}


def _row(desk: Desk, side: Side) -> tuple[str, ...]:
    owner = say("{department} (owner)", department=side.department) if side.owner else side.department
    return (
        owner,
        _says(desk, side),
        output.clock(side.at, desk.settings.zone),
        side.phone or _("no phone number"),
        side.notice,
    )


def _says(desk: Desk, side: Side) -> str:
    """Its word in ours, a time as the desk's screens write it."""
    if side.says:
        return name_in(side.says, language())
    try:
        return output.clock(datetime.fromisoformat(side.value), desk.settings.zone)
    except ValueError:
        return side.value


def _verdict(dispute: Dispute) -> str:
    if dispute.safer is None:
        return _("Ask both. What is right goes with --accept conflict --reason TEXT; the other is held then.")
    side = next(side for side in dispute.sides if side.value == dispute.safer)
    other = next(other for other in dispute.sides if other is not side)
    words = {
        "safer": name_in(side.says, language()) or side.value,
        "department": side.department,
        "held": name_in(other.says, language()) or other.value,
    }
    if dispute.at_once:
        return say("“{safer}” (owner: {department}) may go now. “{held}” is held until somebody decides.", **words)
    return say(
        "“{safer}” ({department}) is the safer word: it may go with --accept conflict --reason TEXT. "
        "“{held}” is held until somebody decides.",
        **words,
    )
