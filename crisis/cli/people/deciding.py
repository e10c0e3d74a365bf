"""Decisions on the screen: what one would change, who has signed it, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.options import confirm as ask_yes
from crisis.cli.options import signer
from crisis.cli.words import _, say

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from crisis.clearance.roster import Change
    from crisis.desk.desk import Desk
    from crisis.desk.people.deciding import Standing
    from crisis.model.decision import StoredDecision
    from crisis.model.release import Person

NOTHING = "-"

Code = Annotated[
    str | None, typer.Argument(metavar="[CODE]", help=_("The code of what waits; without it: all that waits."))
]


def document(standing: Standing) -> dict[str, Any]:
    """A decision for scripts."""
    stored, change = standing.stored, standing.counted.change
    return {
        "decision": stored.code,
        "subject": stored.subject.value,
        "person": change.now.id if change else None,
        "signed_by": [signature.person for signature in stored.signatures],
        "missing": standing.missing,
        "in_force": standing.missing == 0,
    }


def show(standing: Standing, zone: tzinfo) -> None:
    """What a decision does, and who signed it."""
    stored, change = standing.stored, standing.counted.change
    output.line(f"{stored.code}  {_subject(stored)}  {output.clock(stored.proposed_at, zone)}", "bold")
    for line in lines(change, stored.name, zone) if change else [_("Another policy: crisis policy show CODE")]:
        output.line("  " + line)
    output.line("  " + say("signed by {people}", people=", ".join(s.person for s in stored.signatures)))


def _subject(stored: StoredDecision) -> str:
    return _("roster") if stored.subject.value == "roster" else _("policy")


def tell(desk: Desk, standing: Standing, done: str, *, command: str) -> None:
    """What became of it: in force, and what it has overtaken, or waiting for a second person. `done` is said where it is in force."""
    from crisis.desk.people.deciding import overtaken

    if standing.missing == 0:
        output.line(done, "bold")
        for each in overtaken(desk, standing.stored):
            words = {"code": each.code, "person": each.signatures[0].person}
            output.line(
                say("This has overtaken {code}, which waited. {person} has to propose it again.", **words), "yellow"
            )
        return
    output.line(say("It waits for a second signature: {code}", code=standing.stored.code), "bold")
    output.note(say("Next: {command} {code} --as ID", command=command, code=standing.stored.code))


def sign(desk: Desk, code: str, person: str, key: Path | None, *, yes: bool, quiet: bool) -> Standing:
    """Show what waits under a code, ask once, sign it."""
    from crisis.desk.people import deciding

    with desk.store.reading() as unit:
        wanted = deciding.named(unit, code).code
    standing = next((one for one in deciding.waiting(desk) if one.stored.code == wanted), None)
    if standing is not None and not quiet:
        show(standing, desk.settings.zone)
    ask_yes(say("Sign this as {person}?", person=person), yes=yes)
    return deciding.confirm(desk, wanted, signer(desk, person, key))


def lines(change: Change, name: str, zone: tzinfo) -> Iterator[str]:
    """What happens to a person, line by line."""
    yield _title(change, f"{change.now.id} ({name})" if name else change.now.id)
    before = dict(_facts(change.was, zone)) if change.was else {}
    for what, now in _facts(change.now, zone):
        if before and before[what] != now:
            yield f"  {what}: {before[what]} → {now}"
        elif not before and now != NOTHING:
            yield f"  {what}: {now}"


def _title(change: Change, who: str) -> str:
    match change.act.value:
        case "person-enrolled":
            return say("Enrol {person}", person=who)
        case "person-suspended":
            return say("Suspend {person}", person=who)
        case "person-reinstated":
            return say("Reinstate {person}", person=who)
        case "person-revoked":
            return say("Revoke {person}", person=who)
    return say("Change {person}", person=who)


def _facts(person: Person, zone: tzinfo) -> Iterator[tuple[str, str]]:
    """What the roster says of a person, in words."""
    from crisis.clearance import keys
    from crisis.cli.people import voicing

    yield _("roles"), " ".join(role.value for role in person.roles)
    yield _("key"), keys.fingerprint(person.public_key)
    yield _("spare key"), keys.fingerprint(person.spare_key) if person.spare_key else NOTHING
    yield _("valid from"), _day(person.valid_from, zone)
    yield _("valid until"), _day(person.valid_to, zone)
    yield _("suspended"), _day(person.suspended_at, zone)
    yield _("revoked"), _day(person.revoked_at, zone)
    yield _("suspended keys"), " ".join(keys.fingerprint(key) for key in person.suspended_keys) or NOTHING
    yield from voicing.facts(person.voice, zone)


def _day(at: datetime | None, zone: tzinfo) -> str:
    return NOTHING if at is None else at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
