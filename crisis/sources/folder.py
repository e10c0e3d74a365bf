"""A watched folder: files that are new or changed by content. Nothing in it is ever changed, moved or deleted."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crisis.canon import digest
from crisis.model.ports import Clock, Fetched, Look, Source, SourceFailed, Tap
from crisis.model.settings import SourceSettings
from crisis.sentence import Sentence

SECRETS = ()

SETTLE = 1.0
"""Seconds in which a file must not change to count as written to its end."""
LARGEST = 20_000_000
"""Bytes of a file at most, as many as are taken in at once."""
MOST = 10_000
"""Files in the folder at most."""
UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".filepart", ".swp", "~")
"""Endings under which programs write what is not whole yet."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it was seen: size in bytes, time of the last change in nanoseconds, and the digest of what was taken."""

    size: int
    changed: int
    digest: str | None = None

    def looks_like(self, other: Seen | None) -> bool:
        """Whether nothing tells that it was written to between the two."""
        return other is not None and (self.size, self.changed) == (other.size, other.changed)


@dataclass(frozen=True)
class Folder:
    """One folder with those below it. `wait` passes the time in which a fresh file must stay as it is."""

    settings: SourceSettings
    clock: Clock
    wait: Callable[[float], None] = time.sleep
    kind: str = "folder"

    def look(self, memory: Mapping[str, Any]) -> Look:
        """The files that are new or changed since the memory, by name. Raises `SourceFailed`."""
        root = self.settings.path or Path()
        known = _remembered(memory, root)
        seen = self._files(root)
        ripe = self._settled(root, seen, known)
        found: list[Fetched] = []
        failed: list[Sentence] = []
        for name in ripe:
            try:
                raw, seen[name] = _read(root / name)
            except OSError:
                failed.append(
                    Sentence("Source {source}: {name} cannot be read.", source=self.settings.id, name=_shown(name))
                )
            except ValueError:
                failed.append(
                    Sentence(
                        "Source {source}: {name} is too large for a notice.", source=self.settings.id, name=_shown(name)
                    )
                )
            else:
                before = known.get(name)
                if raw and (before is None or before.digest != seen[name].digest):
                    found.append(Fetched(_shown(name), _shown(name), raw))
        untouched = {n: known[n] for n, at in seen.items() if n not in ripe and at.looks_like(known.get(n))}
        files = {name: [s.size, s.changed, s.digest] for name, s in {**seen, **untouched}.items()}
        return Look(tuple(found), {"path": str(root), "files": files}, tuple(failed))

    def _files(self, root: Path) -> dict[str, Seen]:
        """Every file that counts, by its path below the folder."""
        try:
            os.scandir(root).close()
        except OSError:
            raise SourceFailed(
                Sentence("Source {source}: its folder is not there or cannot be read.", source=self.settings.id)
            ) from None
        files: dict[str, Seen] = {}
        for path in _below(root):
            if (seen := _seen(path)) is not None:
                files[path.relative_to(root).as_posix()] = seen
            if len(files) > MOST:
                raise SourceFailed(
                    Sentence("Source {source} holds more than {most} files.", source=self.settings.id, most=MOST)
                )
        return files

    def _settled(self, root: Path, seen: dict[str, Seen], known: Mapping[str, Seen]) -> list[str]:
        """Files to read: changed since they were taken, and written to their end. One that was just written to is waited
        for; one that goes on changing is left to the next look, and seen as it is then."""
        fresh = [n for n, at in seen.items() if not (at.looks_like(known.get(n)) and known[n].digest is not None)]
        young = [n for n in fresh if not seen[n].looks_like(known.get(n)) and self._age(seen[n]) < SETTLE]
        if young:
            self.wait(SETTLE)
        changed = set()
        for name in young:
            now = _seen(root / name)
            if not seen[name].looks_like(now):
                changed.add(name)
                seen[name] = now or seen[name]
        return [name for name in fresh if name not in changed]

    def _age(self, seen: Seen) -> float:
        return self.clock.now().timestamp() - seen.changed / 1e9


def build(tap: Tap) -> Source:
    """The folder."""
    return Folder(tap.settings, tap.clock)


def _remembered(memory: Mapping[str, Any], root: Path) -> dict[str, Seen]:
    """What stood there at the last look; nothing of another folder."""
    files = memory.get("files", {}) if memory.get("path") == str(root) else {}
    return {name: Seen(*values) for name, values in files.items()}


def _below(root: Path) -> Iterator[Path]:
    """Files by path, sorted; neither dotfiles nor what is still being written. No symbolic link is followed: it could lead
    out of the folder, and what it leads to within is seen by itself."""
    for where, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not name.lower().endswith(UNFINISHED):
                yield Path(where, name)


def _seen(path: Path) -> Seen | None:
    """A regular file as it stands; None for anything else, and for what has gone meanwhile."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return Seen(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def _shown(name: str) -> str:
    """A name as text, also where it is not in UTF-8 on the disk."""
    return name.encode("utf-8", "replace").decode()


def _read(path: Path) -> tuple[bytes, Seen]:
    """A file's bytes and how it stood when they were read. Raises OSError for a link or no file, ValueError for too much."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(handle, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ValueError
    return raw, Seen(found.st_size, found.st_mtime_ns, digest(raw))
