"""What a bundle proves: checked offline, with nothing but the bundle and what the checker trusts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crisis.canon import salted_digest
from crisis.clearance import keys
from crisis.desk.record.chronicle import Entry, Unproven, chronicle
from crisis.desk.record.proven import Cleared, cleared, unbound
from crisis.errors import CrisisError, Mistake, VerificationFailed
from crisis.ledger import bundle as bundles
from crisis.ledger import checkpoint
from crisis.ledger.bundle import Bundle
from crisis.ledger.checkpoint import Checkpoint
from crisis.ledger.note import opened
from crisis.ledger.rowwise import Problem


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found. `key` is the fingerprint that signed the checkpoint; `on_trust` means that it came with the bundle and
    nothing else vouches for it."""

    entries: int
    root: str
    problems: tuple[Problem, ...]
    cleared: tuple[Cleared, ...]
    key: str
    on_trust: bool
    checkpoint: Checkpoint

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.problems


def check(data: bytes, key: str | None = None, outside: Sequence[str] = (), notice: bytes | None = None) -> Proof:
    """Check a bundle. `key` is the ledger's public key (one OpenSSH line), `outside` are notes that the checker trusts, `notice`
    is the notice itself, where the bundle holds its salt. Raises VerificationFailed where it cannot be read at all."""
    bundle = bundles.decode(data)
    key_line = _key(bundle) if key is None else keys.normalise_public(key)
    try:
        newest = _opened(bundle.checkpoint, key_line)
        older = [_opened(note, key_line) for note in outside]
    except VerificationFailed as fault:
        unsigned = Checkpoint("", 0, bytes(32))
        return Proof(
            0, "", (Problem(None, str(fault.sentence)),), (), keys.fingerprint(key_line), key is None, unsigned
        )
    problems = [Problem(number, what) for number, what in bundles.faults(bundle, newest)]
    problems += [Problem(None, what) for one in older if (what := bundles.continues(bundle, newest, one))]
    proven: tuple[Cleared, ...] = ()
    if not problems:
        entries = sorted((one.value for one in bundle.entries), key=lambda entry: int(entry["seq"]))
        proven, wrong = _proven(bundle, entries, newest.origin)
        problems += [*wrong, *_of_notice(bundle, entries, notice)]
    on_trust = key is None and not outside
    told = keys.fingerprint(key_line)
    return Proof(len(bundle.entries), newest.root.hex(), tuple(problems), proven, told, on_trust, newest)


def _key(bundle: Bundle) -> str:
    """The key that came with the bundle."""
    try:
        return keys.normalise_public(bundle.key)
    except Mistake:
        raise bundles.malformed() from None


def _proven(bundle: Bundle, entries: Sequence[Entry], origin: str) -> tuple[tuple[Cleared, ...], list[Problem]]:
    """The releases of a bundle that hold, and what does not."""
    good: list[Cleared] = []
    wrong: list[Problem] = []
    try:
        told = chronicle(entries, origin)
        wrong += [Problem(None, what) for what in unbound(bundle, told)]
    except (CrisisError, Unproven, KeyError, TypeError, ValueError, AttributeError) as fault:
        return (), [Problem(None, f"What the bundle holds is not proven: {_why(fault)}")]
    for release in bundle.releases:
        try:
            good.append(cleared(bundle, release, told))
        except (CrisisError, Unproven, KeyError, TypeError, ValueError, AttributeError, StopIteration) as fault:
            wrong.append(Problem(None, f"A release in the bundle does not hold: {_why(fault)}"))
    return tuple(good), wrong


def _why(fault: Exception) -> str:
    if isinstance(fault, CrisisError):
        return str(fault.sentence)
    return str(fault) if isinstance(fault, Unproven) else "A part of it is missing or of another form."


def _opened(note: str, key: str) -> Checkpoint:
    stated = checkpoint.read(opened(note)[0])
    return checkpoint.verify(note, keys.raw_public(key), stated.origin)


def _of_notice(bundle: Bundle, entries: Sequence[Entry], notice: bytes | None) -> Iterator[Problem]:
    """Whether the notice that the checker has is the one that the ledger took in."""
    if notice is None:
        return
    prints = [
        salted_digest(bytes.fromhex(salt), notice)
        for name, salt in (bundle.salts or {}).items()
        if name.startswith("N-")
    ]
    known = {one["body"].get("digest") for one in entries if one["kind"] in {"notice-received", "notice-refused"}}
    if not prints:
        yield Problem(None, "The bundle holds no salt, so it cannot say whether this is the notice.")
    elif known.isdisjoint(prints):
        yield Problem(None, "This is not the notice that the ledger took in.")
