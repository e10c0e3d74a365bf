"""Where the desk's tables say something else than the ledger: what was changed behind its back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crisis.canon import digest, timestamp
from crisis.clearance import keys, sshsig
from crisis.clearance.approvals import namespace
from crisis.desk.people import registering
from crisis.desk.record import events, signatures
from crisis.errors import CrisisError, VerificationFailed
from crisis.ledger.epochs import Declared
from crisis.ledger.verify import Problem
from crisis.model.delivery import State
from crisis.model.records import StoredRelease
from crisis.model.release import Person
from crisis.model.settings import Mode
from crisis.store.unit import Reading

DELIVERIES = {f"delivery-{state.value}": state.value for state in State}
SETTLED = "delivery-settled"
Went = tuple[str | None, str, str | None, str | None]
"""Account, state, address and time of publication of a delivery."""


def disagreements(unit: Reading) -> Iterator[Problem]:
    """Every release, delivery, signature, card and policy of which table and ledger tell two stories."""
    for compared in (_releases, _deliveries, signatures.disagreements, events.disagreements):
        try:
            yield from compared(unit)
        except (TypeError, ValueError, AttributeError, LookupError) as odd:
            yield Problem(None, f"A table cannot be compared with the ledger: a row of it is of another form ({odd}).")


def undecided(unit: Reading, mode: Mode, origin: str) -> Iterator[Problem]:
    """Changes of roster or policy that people did not sign as the ledger tells, and tables that say something else."""
    for entry, what in registering.faults(unit, mode, origin):
        yield Problem(entry, what)


def undeclared(moves: Sequence[Declared], people: Mapping[str, Person], mode: Mode) -> Iterator[Problem]:
    """Moves that nobody who was enrolled has signed."""
    for move in moves:
        person = people.get(move.epoch.person)
        try:
            theirs = [key for key in person.every_key if keys.fingerprint(key) == move.epoch.key] if person else []
            if not theirs:
                raise VerificationFailed("signer-unknown", "It is signed by nobody who is enrolled.")
            sshsig.verify(theirs[0], namespace(mode, "move"), move.statement.encode(), move.signature)
        except CrisisError as fault:
            yield Problem(move.entry, f"The move in entry {move.entry} does not hold: {fault.sentence}")


def _releases(unit: Reading) -> Iterator[Problem]:
    told = unit.ledger.told(["release-cleared"])
    cleared = {each["body"].get("release"): (each["body"].get("digest"), each["at"]) for each in told}
    for release in unit.find(StoredRelease):
        stands = (digest(release.statement), timestamp(release.cleared_at)) if release.cleared_at else None
        if cleared.pop(release.id, None) != stands:
            yield Problem(None, f"Release {release.id} is not as the ledger recorded its clearance.")
    for gone in cleared:
        yield Problem(None, f"{gone} is in the ledger and gone from the desk.")


def _deliveries(unit: Reading) -> Iterator[Problem]:
    told = _told_deliveries(unit)
    for key, post, account, state, url, published in unit.deliveries():
        said = told.pop(key, None)
        if said is None or said[:2] != (account, state.value):
            yield Problem(None, f"Post {post} is {state.value} for {account}; the ledger says otherwise.")
        elif said[2] != url or (said[3] is not None and said[3] != (published and timestamp(published))):
            yield Problem(None, f"Post {post} is not where the ledger says, or not since when.")
    for gone in told:
        yield Problem(None, f"{gone} is in the ledger and gone from the desk.")


def _told_deliveries(unit: Reading) -> dict[str, Went]:
    """What the ledger says of each delivery at last; entries of before they bore it tell no time of publication."""
    told: dict[str, Went] = {}
    for entry in unit.ledger.told([*DELIVERIES, SETTLED]):
        body = entry["body"]
        account, state, url, published = told.get(body["delivery"], (None, "", None, None))
        told[body["delivery"]] = (
            body.get("account", account),
            DELIVERIES.get(entry["kind"], state),
            body.get("url") or url,
            body.get("published") or published,
        )
    return told
