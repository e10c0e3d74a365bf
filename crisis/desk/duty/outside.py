"""Other tools and agencies that can post on our accounts: who was told to stop, in an incident."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.desk.desk import Desk
from crisis.desk.reasons import keep_reason
from crisis.errors import Mistake, Refused
from crisis.model.published import Incident
from crisis.model.settings import OutsideScheduler
from crisis.model.watched import OutsideStopped
from crisis.store.unit import Reading


def not_stopped(desk: Desk, unit: Reading) -> list[OutsideScheduler]:
    """Those that nobody has told to stop since the oldest incident that is open began; none where none is open."""
    if not unit.count(Incident, closed_at=None):
        return []
    told = stopped(unit)
    return [each for each in desk.settings.outside if each.name not in told]


def stopped(unit: Reading) -> Mapping[str, OutsideStopped]:
    """Who was told to stop in an incident that is open, by name."""
    open_now = [incident.id for incident in unit.find(Incident, closed_at=None)]
    return {each.outside: each for each in unit.find(OutsideStopped, incident=open_now)}


def tick(desk: Desk, which: str, *, by: str) -> OutsideScheduler:
    """A person has told one of them to stop. `which` is its number in the list, or the beginning of its name. Raises `Refused`
    where no incident is open, `Mistake` where nobody is meant."""
    outside = named(desk, which)
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        incidents = unit.find(Incident, closed_at=None)
        if not incidents:
            raise Refused(
                "no-incident", "No incident is open: nobody has to be stopped.", "crisis incident open KIND opens one."
            )
        name = keep_reason(desk, unit, outside.name)
        for incident in incidents:
            unit.put(OutsideStopped(incident.id, outside.name, unit.at, by))
            unit.record("outside-stopped", incident=incident.id, outside=name, accounts=list(outside.accounts), by=by)
    return outside


def named(desk: Desk, which: str) -> OutsideScheduler:
    """The one that is meant. Raises `Mistake` for none, and for several."""
    known = desk.settings.outside
    if which.isascii() and which.isdigit() and 1 <= int(which) <= len(known):
        return known[int(which) - 1]
    meant = [each for each in known if each.name.casefold().startswith(which.casefold())]
    if len(meant) != 1:
        raise Mistake(
            "unknown-outside",
            "{which} is none of the tools and agencies of crisis.toml ([[outside]]).",
            "Write its number: crisis incident stopped",
            which=which,
        )
    return meant[0]
