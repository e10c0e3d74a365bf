"""The ledger as a desk keeps it: checkpoints and verification."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from crisis.canon import digest
from crisis.clearance import keys, sshsig
from crisis.clearance.approvals import namespace
from crisis.desk.desk import Desk
from crisis.errors import CrisisError, VerificationFailed
from crisis.ledger import checkpoint
from crisis.ledger.epochs import KIND, Declared, declared
from crisis.ledger.verify import Problem, Verdict, verify
from crisis.model.delivery import Delivery, State
from crisis.model.records import LedgerCheckpoint, LedgerEntry, StoredRelease
from crisis.store.unit import Reading

STATES = frozenset(state.value for state in State)


def write_checkpoint(desk: Desk) -> LedgerCheckpoint | None:
    """Sign the ledger as it stands, after its commit and a re-read; None where nothing came since the last checkpoint."""
    with desk.store.reading() as unit:
        size, last = unit.ledger_size(), unit.newest(LedgerCheckpoint)
        if size == 0 or (last and last.size == size):
            return None
        root, origin = unit.ledger_root(), desk.origin(unit)
    key = keys.load(desk.ledger_key(), None)
    now = desk.clock.now()
    note = checkpoint.sign(origin, size, root, key, origin, at=now, after=last.size if last else None)
    with desk.store.writing(now) as unit:
        made = LedgerCheckpoint(size, root, now, note)
        if unit.get(LedgerCheckpoint, size) is None:
            unit.add(made)
    return made


def verify_ledger(desk: Desk, progress: Callable[[int], None] | None = None) -> Verdict:
    """Check every row of the ledger, its checkpoints under the desk's ledger key, and that the tables agree with it."""
    public = keys.raw_public(keys.public_of(keys.load(desk.ledger_key(), None)))
    with desk.store.reading() as unit:
        moves = declared(unit.find(LedgerEntry, kind=KIND))
        verdict = verify(
            unit.ledger_entries(),
            unit.ledger_node,
            unit.ledger_nodes(),
            unit.find(LedgerCheckpoint),
            public,
            progress,
            origin=unit.meta("origin"),
            moves=moves,
        )
        problems = (*verdict.problems, *_undeclared(desk, unit, moves), *_disagreements(desk, unit))
    return Verdict(not problems, verdict.entries, verdict.root, problems)


def _undeclared(desk: Desk, unit: Reading, moves: Sequence[Declared]) -> Iterator[Problem]:
    """Moves that nobody who was enrolled has signed."""
    people = desk.people(unit)
    for move in moves:
        person = people.get(move.epoch.person)
        try:
            if person is None or keys.fingerprint(person.public_key) != move.epoch.key:
                raise VerificationFailed("signer-unknown", "It is signed by nobody who is enrolled.")
            spoken = namespace(desk.mode, "move")
            sshsig.verify(person.public_key, spoken, move.statement.encode(), move.signature)
        except CrisisError as fault:
            yield Problem(move.entry, f"The move in entry {move.entry} does not hold: {fault.sentence}")


def _disagreements(desk: Desk, unit: Reading) -> Iterator[Problem]:
    """Where the tables say something else than the ledger: a release or a delivery changed behind its back."""
    cleared, states = _told(unit)
    for release in unit.find(StoredRelease):
        stands = digest(release.statement) if release.cleared_at else None
        if cleared.pop(release.id, None) != stands:
            yield Problem(None, f"Release {release.id} is not as the ledger recorded its clearance.")
    for delivery in unit.find(Delivery):
        if states.pop(delivery.key, None) != delivery.state.value:
            yield Problem(None, f"Post {delivery.post} is {delivery.state.value}; the ledger says otherwise.")
    for gone in (*cleared, *states):
        yield Problem(None, f"{gone} is in the ledger and gone from the desk.")


def _told(unit: Reading) -> tuple[dict[str, str], dict[str, str]]:
    """What the ledger says: the digest of each cleared release, and the last state of each delivery."""
    cleared: dict[str, str] = {}
    states: dict[str, str] = {}
    for entry in unit.ledger_entries():
        if entry.kind == "release-cleared" and (body := _body(entry)):
            cleared[body["release"]] = body["digest"]
        elif entry.kind.removeprefix("delivery-") in STATES and (body := _body(entry)):
            states[body["delivery"]] = entry.kind.removeprefix("delivery-")
    return cleared, states


def _body(entry: LedgerEntry) -> dict[str, Any]:
    """The body of an entry; empty where its bytes are damaged, of which the verification of the tree speaks."""
    try:
        return dict(json.loads(entry.body)["body"])
    except (ValueError, KeyError, TypeError):
        return {}
