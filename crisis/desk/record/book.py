"""The ledger as the desk keeps it: checkpoints and verification."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crisis.canon import timestamp
from crisis.clearance import keys
from crisis.desk.desk import Desk, found
from crisis.desk.record.agreement import disagreements, undeclared
from crisis.errors import CrisisError, Mistake, VerificationFailed
from crisis.ledger import checkpoint, seals
from crisis.ledger.checkpoint import Checkpoint
from crisis.ledger.epochs import EPOCH, KIND, Declared, declared
from crisis.ledger.seals import Tree, Trust
from crisis.ledger.verify import Problem, Verdict, verify
from crisis.model.records import LedgerCheckpoint
from crisis.store.unit import Reading

CHECKPOINT = "checkpoint.txt"
"""Where the newest checkpoint stands in `public/`: for anybody outside, and for the signer, who never contradicts it."""


def write_checkpoint(desk: Desk) -> LedgerCheckpoint | None:
    """Sign the ledger as it stands, after its commit and a re-read; None where nothing came since the last checkpoint.

    Never signs what contradicts a checkpoint that was signed before, here or in `public/`. Raises VerificationFailed
    `ledger-forked`.
    """
    shown = _shown(desk)
    with desk.store.reading() as unit:
        size, last = unit.ledger_size(), unit.newest(LedgerCheckpoint)
        if size == 0 or (last and last.size == size):
            return None
        trust = _trust(desk, unit)
        _refuse_fork(unit, shown, last, trust)
        root = unit.ledger_root(size)
    now = desk.clock.now()
    origin = str(trust.origin)
    key = keys.load(desk.ledger_key(), None)
    note = checkpoint.sign(origin, size, root, key, origin, at=now, after=last.size if last else None)
    made = LedgerCheckpoint(size, root, now, note)
    with desk.store.writing(now) as unit:
        if unit.newest(LedgerCheckpoint) != last:
            return None  # another process has signed meanwhile: this one never leaves
        # Before the commit: what the world may have seen is never more than what this file remembers.
        _remember(desk.public / CHECKPOINT, note)
        unit.add(made)
    return made


def newest_checkpoint(desk: Desk) -> LedgerCheckpoint:
    """The checkpoint that was signed last."""
    with desk.store.reading() as unit:
        return found(unit.newest(LedgerCheckpoint), "checkpoint", "")


def verify_ledger(
    desk: Desk,
    progress: Callable[[int], None] | None = None,
    *,
    outside: Sequence[str] = (),
    past: Checkpoint | None = None,
    shown: bool = True,
) -> Verdict:
    """Check every row of the ledger, its checkpoints under the desk's ledger key, that the tables agree with it, and that it
    continues the notes from `outside` and, where it is `shown`, the checkpoint in `public/`. With `past`, a trusted checkpoint,
    only what came after it is read."""
    text = _shown(desk) if shown else ""
    with desk.store.reading() as unit:
        moves = _moves(unit)
        line, on_trust = _ledger_key(desk, unit, moves)
        trust = Trust(keys.raw_public(line), desk.origin(unit), moves)
        verdict = verify(unit.ledger, trust, progress, outside=outside, past=past)
        problems = [*verdict.problems, *_other_key(unit, trust), *undeclared(unit, moves, desk.mode)]
        problems += [Problem(None, known.what) for known in _contradicted(text, unit, trust)]
        problems += [] if past else disagreements(unit, desk.mode, desk.origin(unit))
    return Verdict(
        not problems,
        verdict.entries,
        verdict.root,
        tuple(problems),
        verdict.contained,
        keys.fingerprint(line),
        on_trust,
    )


def _trust(desk: Desk, unit: Reading) -> Trust:
    """Whose checkpoints count at this desk."""
    moves = _moves(unit)
    line, _ = _ledger_key(desk, unit, moves)
    return Trust(keys.raw_public(line), desk.origin(unit), moves)


def _moves(unit: Reading) -> list[Declared]:
    """What the ledger tells of moves; not looked for, through all its entries, in a desk that knows of none. If that memory
    was tampered with, the checkpoints from before the move do not hold, and `verify` says so."""
    return declared(unit.ledger.told([KIND])) if unit.meta(EPOCH) else []


def _ledger_key(desk: Desk, unit: Reading, moves: Sequence[Declared]) -> tuple[str, bool]:
    """The public key that signs now (one OpenSSH line), and whether the ledger alone says so: a database without its keys."""
    try:
        return keys.public_of(keys.load(desk.ledger_key(), None)), False
    except Mistake:
        line = keys.public_line(bytes.fromhex(moves[-1].epoch.new_key)) if moves else _first_key(unit)
        if line is None:
            raise
        return line, True


def _first_key(unit: Reading) -> str | None:
    """The key that the ledger was opened with; None where its first entry is no such entry."""
    opened = unit.ledger.opened()
    try:
        return keys.normalise_public(str(opened["key"])) if opened else None
    except (KeyError, Mistake):
        return None


def _other_key(unit: Reading, trust: Trust) -> Iterator[Problem]:
    """A key in the desk's folder that the ledger does not know."""
    first = _first_key(unit)
    if first is not None and keys.raw_public(first) != trust.signs(0):
        yield Problem(0, "The ledger was opened with another key than the one that signs here.")


@dataclass(frozen=True)
class Contradicted:
    """A checkpoint of this ledger that it does not continue, and an English sentence that says so."""

    stated: Checkpoint
    what: str


def refuse_fork(desk: Desk) -> None:
    """Whether the ledger continues what was signed last, and what stands in `public/`: where it does not, the database is an
    older one, or another's, and what it holds as queued may be out. Raises VerificationFailed `ledger-forked`."""
    shown = _shown(desk)
    with desk.store.reading() as unit:
        _refuse_fork(unit, shown, unit.newest(LedgerCheckpoint), _trust(desk, unit))


def _refuse_fork(unit: Reading, shown: str, last: LedgerCheckpoint | None, trust: Trust) -> None:
    for known in _contradicted(f"{last.note if last else ''}\n{shown}", unit, trust):
        raise VerificationFailed(
            "ledger-forked",
            "This is not the database that the desk had: it does not continue the checkpoint of {at} over {size} entries.",
            "Nothing is signed and nothing sent by itself: what it holds as queued may be out. Look: crisis ledger verify. "
            "To go on with it: crisis move",
            size=known.stated.size,
            at=known.stated.at and timestamp(known.stated.at),
        )


def _shown(desk: Desk) -> str:
    """What stands in `public/`. To be read before the ledger, which another process may continue meanwhile, and sign."""
    path = desk.public / CHECKPOINT
    return path.read_text("utf-8", "replace") if path.is_file() else ""


def _contradicted(text: str, unit: Reading, trust: Trust) -> Iterator[Contradicted]:
    """The checkpoints in a text that this ledger signed and does not continue; others prove nothing here."""
    tree = Tree(unit.ledger_size(), unit.ledger_root)
    for note in seals.found_in(text):
        try:
            stated, fault = seals.outside(note, tree, trust)
        except LookupError:
            continue  # the tree has lost a node: the verification tells that, and it says nothing of what was signed
        if fault and stated and stated.origin == trust.origin:
            yield Contradicted(stated, fault)


def _remember(path: Path, note: str) -> None:
    """Write the file whole and to the disk, or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f".{path.name}.{os.getpid()}")
        with half.open("w", encoding="utf-8", newline="\n") as handle:
            handle.write(note)
            handle.flush()
            os.fsync(handle.fileno())
        half.chmod(0o644)
        half.replace(path)
    except OSError as error:
        raise CrisisError(
            "checkpoint-unwritten",
            "{file} cannot be written ({why}); no checkpoint was signed.",
            "Free space or mend the folder's rights; the next pass tries again.",
            file=path,
            why=error.strerror or "unwritable",
        ) from None
