"""How a hazard telegram looks to people: whether it is real, which of the desk's sites it concerns, what may be opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crisis.cli import output
from crisis.cli.words import _, language, say
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.notices.hazards import Bearing
    from crisis.model.hazard import Hazard
    from crisis.model.proposal import Proposal
    from crisis.model.records import StoredNotice


def tell(desk: Desk, stored: StoredNotice) -> None:
    """What a telegram means for the desk; nothing for any other notice."""
    from crisis.desk.notices.hazards import bearing

    with desk.store.reading() as unit:
        found = bearing(desk, unit, stored)
    if found is not None:
        _tell(desk, found)


def document(value: Proposal) -> dict[str, Any]:
    """A proposal for scripts."""
    made = {"proposal": value.id, "kind": value.kind, "notice": value.notice, "sites": list(value.sites)}
    return {**made, "until": value.until.isoformat(timespec="seconds")}


def proposals(desk: Desk, found: Sequence[Proposal]) -> None:
    """What may be opened, as the command that opens it."""
    for proposal in found:
        sites = ", ".join(_site(desk, site) for site in proposal.sites)
        output.line(say("Propose: crisis incident open {kind} ({sites})", kind=proposal.kind, sites=sites), "bold red")
        output.line("  " + say("Why: crisis notice show {notice}", notice=proposal.notice))


def _tell(desk: Desk, found: Bearing) -> None:
    from crisis.model.hazard import Action, Status

    output.indented(_headline(desk, found.hazard), 1, "bold" if found.hazard.status is Status.ACTUAL else "yellow")
    for match in found.sites:
        worst = match.areas[0]
        words = {"site": _site(desk, match.site), "area": worst.name, "level": worst.level or "?"}
        output.indented(say("Concerns {site}: {area} {level}", **words), 1)
    if not found.sites and not found.hazard.over:
        output.indented(_("Concerns none of the desk's sites: too weak, elsewhere, or no [[site]] has an area."), 1)
    withdraws = found.hazard.action is Action.CANCEL
    for notice in found.replaces:
        replaced = (
            say("Withdraws {notice}", notice=notice) if withdraws else say("Takes the place of {notice}", notice=notice)
        )
        output.indented(replaced, 1)
    if found.replaced_by:
        output.indented(say("A later telegram has taken its place: {notice}", notice=found.replaced_by), 1, "yellow")
    if found.proposal is not None and found.proposal.ended_at is None:
        proposals(desk, [found.proposal])


def _headline(desk: Desk, hazard: Hazard) -> str:
    from crisis.model.hazard import Status

    words = {"title": hazard.title, "at": output.clock(hazard.issued_at, desk.settings.zone)}
    match hazard.status:
        case Status.ACTUAL:
            return say("ACTUAL hazard telegram of {at}: {title}", **words)
        case Status.EXERCISE:
            return say("EXERCISE telegram of {at}, not real: {title}", **words)
        case Status.TEST:
            return say("TEST telegram of {at}, nothing has happened: {title}", **words)


def _site(desk: Desk, site: str) -> str:
    known = desk.settings.site(site)
    return name_in(known.names, language()) if known else site
