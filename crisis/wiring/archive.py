"""A desk in one file, and out of it again: a tar of its folder, encrypted with age to the keys of its people.

What is encrypted to an OpenSSH Ed25519 key is opened by its owner with `crisis restore`, or with the stock `age` program
(age-encryption.org/v1, recipient type ssh-ed25519). Whoever holds none of the keys can do nothing with the file.
"""

from __future__ import annotations

import hashlib
import json
import tarfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from crisis.canon import canonical, timestamp
from crisis.clearance import keys
from crisis.desk.desk import Desk
from crisis.errors import Mistake, Refused, VerificationFailed
from crisis.model.release import Person

FORMAT = "crisis.backup/1"
MANIFEST = "backup.json"
AGE = b"age-encryption.org/v1\n"
MADE_ANEW = frozenset({"public", ".public.work", "senders"})
"""What a desk makes again by itself, and what concerns only the computer it stood on."""

BESIDE = ("", "-wal", "-shm", "-journal")
"""Endings of a database's own files."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself: whose ledger, how far, and the SHA-256 (hex) of each file by its path in the desk."""

    origin: str
    made_at: str
    entries: int
    root: str
    files: Mapping[str, str]


def pack(
    desk: Desk, out: Path, readers: Sequence[Person], progress: Callable[[int, int], None] | None = None
) -> Manifest:
    """Write a desk's backup, encrypted to the keys of those people; without any it lies open. Overwrites nothing.

    Raises `Refused` (`file-exists`, `database-server`, `database-elsewhere`)."""
    folder = _folder(desk)
    if out.exists():
        raise Refused("file-exists", "{file} is there already; it is not overwritten.", "Name a new file.", file=out)
    with _workshop(folder) as work:
        desk.store.copy_to(work / "database", progress)
        files = {name: folder / name for name in _names(folder, _database(desk))}
        files[_database(desk)] = work / "database"
        manifest = _manifest(desk, files)
        tar = work / "tar"
        _write_tar(tar, manifest, files)
        _lock(tar, out, readers)
    return manifest


def unpack(archive: Path, folder: Path, key: Callable[[], bytes]) -> Manifest:
    """Unpack a backup into a new folder; `key` gives an OpenSSH private key file's bytes, asked for where it is encrypted.

    Raises `Mistake` for a file that is no backup or a key that does not open it, `Refused` for a folder that is there,
    `VerificationFailed` where a file is not what the backup says of it. Nothing stays behind of what failed.
    """
    if folder.exists():
        raise Refused("folder-in-use", "{folder} is there already.", "Name a new folder.", folder=folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _workshop(folder.parent) as work:
        tar = _unlocked(archive, work / "tar", key)
        inside = work / "desk"
        inside.mkdir(mode=0o700)
        manifest = _read_tar(tar, inside)
        inside.rename(folder)
    return manifest


def _folder(desk: Desk) -> Path:
    folder = desk.settings.folder
    if folder is None:
        raise Mistake("no-desk", "There is no desk here.", "Name one with --desk DIR.")
    return folder


@contextmanager
def _workshop(beside: Path) -> Iterator[Path]:
    """A folder of our own on the same disk, gone afterwards."""
    work = Path(mkdtemp(prefix=".backup-", dir=beside))
    try:
        yield work
    finally:
        rmtree(work, ignore_errors=True)


def _database(desk: Desk) -> str:
    """The database's file, by its path in the desk's folder."""
    path = Path(desk.store.engine.url.database or "")
    if not path.is_relative_to(_folder(desk)):
        raise Refused(
            "database-elsewhere",
            "This desk's database does not lie in its folder.",
            "Back both up by other means, or move it there: [desk] database in crisis.toml.",
        )
    return path.relative_to(_folder(desk)).as_posix()


def _names(folder: Path, database: str) -> list[str]:
    own = {database + ending for ending in BESIDE}
    names = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return [
        name.as_posix()
        for name in names
        if name.parts[0] not in MADE_ANEW and not name.parts[0].startswith(".backup-") and name.as_posix() not in own
    ]


def _manifest(desk: Desk, files: Mapping[str, Path]) -> Manifest:
    with desk.store.reading() as unit:
        origin, entries, root = desk.origin(unit), unit.ledger_size(), unit.ledger_root().hex()
    return Manifest(
        origin, timestamp(desk.clock.now()), entries, root, {name: _digest(path) for name, path in files.items()}
    )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_tar(tar: Path, manifest: Manifest, files: Mapping[str, Path]) -> None:
    with tarfile.open(tar, "w") as writer:
        (tar.parent / MANIFEST).write_bytes(canonical({"format": FORMAT, **asdict(manifest)}))
        writer.add(tar.parent / MANIFEST, MANIFEST)
        for name, path in files.items():
            writer.add(path, f"desk/{name}", recursive=False)


def _lock(tar: Path, out: Path, readers: Sequence[Person]) -> None:
    out.touch(mode=0o600, exist_ok=False)
    if not readers:
        tar.replace(out)
        out.chmod(0o600)
        return
    import pyrage

    lines = [key for person in readers for key in person.keys if keys.parse(key).application is None]
    recipients = [pyrage.ssh.Recipient.from_str(line) for line in lines]
    with tar.open("rb") as plain, out.open("wb") as locked:
        pyrage.encrypt_io(plain, locked, recipients)


def _unlocked(archive: Path, tar: Path, key: Callable[[], bytes]) -> Path:
    try:
        with archive.open("rb") as file:
            encrypted = file.read(len(AGE)) == AGE
    except OSError as error:
        raise Mistake(
            "no-file",
            "{path} cannot be read: {why}.",
            "Check the name.",
            path=archive,
            why=error.strerror or "unreadable",
        ) from None
    if not encrypted:
        return archive
    import pyrage

    try:
        identity = pyrage.ssh.Identity.from_buffer(key())
        with archive.open("rb") as locked, tar.open("wb") as plain:
            pyrage.decrypt_io(locked, plain, [identity])
    except (pyrage.DecryptError, pyrage.IdentityError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # the machine's, not age's
            raise
        raise Mistake(
            "backup-locked",
            "This key does not open the backup, or the file is damaged.",
            "Use the key of somebody who was enrolled when it was made: --key FILE.",
        ) from None
    return tar


def _read_tar(tar: Path, inside: Path) -> Manifest:
    try:
        with tarfile.open(tar, "r:") as reader:
            manifest = _stated(json.loads(_bytes(reader, MANIFEST)))
            for name in manifest.files:
                target = inside / _safe(name)
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with target.open("xb") as file:
                    target.chmod(0o600)
                    file.write(_bytes(reader, f"desk/{name}"))
    except (tarfile.TarError, KeyError, ValueError, TypeError, EOFError):
        raise Mistake("no-backup", "{file} is not a backup of a desk, or it was cut off.", file=tar.name) from None
    for name, digest in manifest.files.items():
        if _digest(inside / name) != digest:
            raise VerificationFailed(
                "backup-altered", "{name} in the backup is not what was packed.", "Use another backup.", name=name
            )
    return manifest


def _bytes(reader: tarfile.TarFile, name: str) -> bytes:
    file = reader.extractfile(name)
    if file is None:
        raise KeyError(name)
    with file:
        return file.read()


def _stated(document: Any) -> Manifest:
    if document.pop("format") != FORMAT:
        raise ValueError("not a backup's manifest")
    return Manifest(**document)


def _safe(name: str) -> PurePosixPath:
    """A path within the desk. Raises ValueError for one that leads out of it."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError(name)
    return path
