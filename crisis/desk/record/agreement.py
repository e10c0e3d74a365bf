"""Where the desk's tables say something else than the ledger: what was changed behind its back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from crisis.canon import digest, timestamp
from crisis.clearance import keys, sshsig, statements
from crisis.clearance.approvals import namespace
from crisis.desk.people import registering
from crisis.desk.record import contents, events, signatures
from crisis.dispatch.fallbacks import delivery_key
from crisis.dispatch.states import ALLOWED
from crisis.errors import CrisisError, VerificationFailed
from crisis.ledger.epochs import Declared
from crisis.ledger.verify import Problem
from crisis.model.delivery import State
from crisis.model.records import StoredRelease
from crisis.model.release import Person
from crisis.model.settings import Mode
from crisis.store.unit import Reading

DELIVERIES = {f"delivery-{state.value}": state.value for state in State}
ENDS = {state.value for state, following in ALLOWED.items() if not following}
"""States after which nothing more is to come of a delivery."""
SETTLED = "delivery-settled"
Went = tuple[str | None, str, str | None, str | None]
"""Account, state, address and time of publication of a delivery."""


def disagreements(unit: Reading, mode: Mode, origin: str) -> Iterator[Problem]:
    """Everything of which table and ledger tell two stories: roster, policy, releases, deliveries, signatures, notices and more."""
    for compared in (
        lambda: _undecided(unit, mode, origin),
        lambda: _releases(unit),
        lambda: _deliveries(unit),
        lambda: signatures.disagreements(unit),
        lambda: contents.disagreements(unit),
        lambda: events.disagreements(unit),
    ):
        yield from _told(compared)


def undeclared(unit: Reading, moves: Sequence[Declared], mode: Mode) -> Iterator[Problem]:
    """Moves that nobody who was enrolled has signed."""
    return _told(lambda: _undeclared(unit, moves, mode)) if moves else iter(())


def _told(compared: Callable[[], Iterable[Problem]]) -> Iterator[Problem]:
    """What a comparison finds. A row that was damaged so that it cannot even be read is a finding too: never thrown."""
    try:
        yield from compared()
    except CrisisError as fault:
        yield Problem(None, str(fault.sentence))
    except Exception as odd:  # noqa: BLE001 - whatever a foreign hand has written there, the others are still compared
        what = f"{type(odd).__name__}: {odd}"
        yield Problem(None, f"A table cannot be compared with the ledger: a row of it is of another form ({what}).")


def _undecided(unit: Reading, mode: Mode, origin: str) -> Iterator[Problem]:
    """Changes of roster or policy that people did not sign as the ledger tells, and tables that say something else."""
    for entry, what in registering.faults(unit, mode, origin):
        yield Problem(entry, what)


def _undeclared(unit: Reading, moves: Sequence[Declared], mode: Mode) -> Iterator[Problem]:
    people = {person.id: person for person in unit.find(Person)}
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
        elif release.cleared_at and not _as_stated(release):
            yield Problem(None, f"Release {release.id} is not what its own statement says.")
    for gone in cleared:
        yield Problem(None, f"{gone} is in the ledger and gone from the desk.")


def _as_stated(release: StoredRelease) -> bool:
    """Whether its columns say what the statement says of itself."""
    stated = statements.decode(release.statement)
    columns = (release.id, release.digest, release.created_at, release.created_by)
    return columns == (stated.release, digest(release.statement), stated.created_at, stated.created_by)


def _deliveries(unit: Reading) -> Iterator[Problem]:
    told: dict[str, Went] = {}
    yield from _replayed(unit, told)
    for key, release, post, place, account, state, url, published in unit.deliveries():
        said = told.pop(key, None)
        if said is None or said[:2] != (account, state.value) or key != delivery_key(release, post, place):
            yield Problem(None, f"Post {post} is {state.value} for {account}; the ledger says otherwise.")
        elif said[2] != url or (said[3] is not None and said[3] != (published and timestamp(published))):
            yield Problem(None, f"Post {post} is not where the ledger says, or not since when.")
    for gone in told:
        yield Problem(None, f"{gone} is in the ledger and gone from the desk.")


def _replayed(unit: Reading, told: dict[str, Went]) -> Iterator[Problem]:
    """Fill in what the ledger says of each delivery at last; entries of before they bore it tell no time of publication. One that
    was over and goes on all the same was set back in its table: it went out twice, or although it had been taken back."""
    for entry in unit.ledger.told([*DELIVERIES, SETTLED]):
        body = entry["body"]
        account, state, url, published = told.get(body["delivery"], (None, "", None, None))
        if state in ENDS and DELIVERIES.get(entry["kind"], state) != state:
            yield Problem(entry["seq"], f"Entry {entry['seq']}: post {body['post']} goes on after it was {state}.")
        told[body["delivery"]] = (
            body.get("account", account),
            DELIVERIES.get(entry["kind"], state),
            body.get("url") or url,
            body.get("published") or published,
        )
