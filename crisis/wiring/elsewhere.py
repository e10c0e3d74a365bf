"""A desk that comes up elsewhere: restored from a backup, and moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from crisis.catalogue.desk_folder import PUBLIC
from crisis.clearance import keys
from crisis.desk.desk import Desk
from crisis.desk.people import roster
from crisis.desk.record import book, moving
from crisis.desk.signer import Signer
from crisis.ledger.verify import Verdict
from crisis.model.release import Person
from crisis.store.store import COPY
from crisis.wiring import archive
from crisis.wiring.live import ledger_key_name, open_desk, write_key
from crisis.wiring.system import SystemEntropy


def restore(
    file: Path, folder: Path, key: Callable[[], bytes], environ: Mapping[str, str]
) -> tuple[archive.Manifest, Verdict]:
    """Unpack a backup into a new folder, as a copy that can be read and does nothing; what it says of itself, and whether its
    ledger holds. Raises as `archive.unpack`."""
    manifest = archive.unpack(file, folder, key)
    (folder / PUBLIC).mkdir(exist_ok=True)
    desk = open_desk(folder, environ)
    try:
        with desk.store.writing(desk.clock.now(), of_copy=True) as unit:
            unit.set_meta(COPY, manifest.made_at)
        return manifest, book.verify_ledger(desk)
    finally:
        desk.close()


def move(desk: Desk, folder: Path, signer: Signer, *, keys_safe: bool, reason: str) -> moving.Moved:
    """Declare that the desk goes on in this folder, with a new key for its ledger. Unless `keys_safe`, the keys that lie in its
    `keys/` lay at the old place too, and count no more. Raises as `moving.move`."""
    pair = keys.generate(SystemEntropy())
    old, new = ledger_key_name(desk), ledger_key_name(desk, following=True)
    (folder / "keys" / new).unlink(missing_ok=True)  # left by a move that did not come to its end
    write_key(folder, new, pair.private_openssh)
    lost = [] if keys_safe else people_with_keys(desk, folder)
    done = moving.move(desk, signer, pair.public, lost=lost, reason=reason)
    for person in lost:
        roster.suspend(desk, person, signer, _fingerprint(folder, person))
    (folder / "keys" / old).unlink(missing_ok=True)
    return done


def people_with_keys(desk: Desk, folder: Path) -> list[str]:
    """The people of whose keys one that counts lies in the desk's `keys/`."""
    with desk.store.reading() as unit:
        here = [person for person in unit.find(Person) if (folder / "keys" / person.id).is_file()]
    return sorted(p.id for p in here if _fingerprint(folder, p.id) in map(keys.fingerprint, p.keys))


def _fingerprint(folder: Path, person: str) -> str:
    return keys.fingerprint(keys.public_in((folder / "keys" / person).read_bytes()).line)
