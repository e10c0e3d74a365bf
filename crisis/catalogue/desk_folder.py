"""Where a desk lives: finds its folder, or makes a new one that works as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from crisis.catalogue.config import FILE, load
from crisis.errors import Mistake, Refused
from crisis.shipped import shipped

PUBLIC = "public"
NOTICES = "notices"
OWNER_ONLY = 0o700
"""Drafts, keys and the ledger of a desk concern nobody else on the machine."""


def find(explicit: Path | None, environ: Mapping[str, str], cwd: Path) -> Path | None:
    """The desk's folder: the one named, else `CRISIS_DESK`, else the current folder if it is a desk, else None.

    A folder that somebody named is taken at their word: `config.load` says it if there is no desk in it.
    """
    named = explicit or (Path(environ["CRISIS_DESK"]) if environ.get("CRISIS_DESK") else None)
    if named is not None:
        return cwd / named.expanduser()
    return cwd if (cwd / FILE).is_file() else None


def make(folder: Path, sample: bool, now: datetime) -> None:
    """A new desk: `crisis.toml`, `public/` and, with `sample`, the sample desk's files and its notices, told around `now`
    (aware). Overwrites nothing.

    Raises `Refused` where a desk is there already or a file would be overwritten, `Mistake` where the folder cannot be.
    """
    files = dict(_files(shipped("data") / ("sample" if sample else "desk"), now))
    _check_free(folder, list(files))
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        folder.chmod(OWNER_ONLY)
        (folder / PUBLIC).mkdir(exist_ok=True)
        # crisis.toml last: a desk that was interrupted half-way is no desk yet.
        for path in sorted(files, key=lambda path: path.name == FILE):
            _write(folder / path, files[path])
    except OSError as error:
        why = error.strerror or "unknown"
        raise Mistake(
            "desk-folder", "A desk cannot be made in {folder} ({why}); name another folder.", folder=folder, why=why
        ) from None


def _files(source: Path, now: datetime) -> Iterator[tuple[Path, bytes]]:
    """What a new desk consists of, by path within it."""
    from crisis.catalogue import sample as sample_notices  # costs the library of mail, and only a new desk needs it

    for path in source.rglob("*"):
        if path.is_file() and path.suffix != sample_notices.SUFFIX:
            yield path.relative_to(source), path.read_bytes()
    if (source / NOTICES).is_dir():
        local = now.astimezone(load(source).zone)
        for name, content in sample_notices.notices(source / NOTICES, local):
            yield Path(NOTICES) / name, content


def _check_free(folder: Path, names: list[Path]) -> None:
    """Refuse to touch what is there."""
    if folder.exists() and not folder.is_dir():
        raise Mistake("desk-folder", "{folder} is a file; name a folder for the desk.", folder=folder)
    if (folder / FILE).exists():
        raise Refused(
            "already-a-desk", "{folder} is a desk already; nothing was changed.", "Name another folder.", folder=folder
        )
    there = next((part for name in names for part in (name.parts[0],) if (folder / part).exists()), None)
    if there:
        raise Refused(
            "folder-in-use",
            "{folder} holds {name} already; nothing was changed.",
            "Name an empty or a new folder.",
            folder=folder,
            name=there,
        )


def _write(path: Path, content: bytes) -> None:
    """Write a new file; one that has appeared meanwhile is an error, not overwritten."""
    path.parent.mkdir(exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
