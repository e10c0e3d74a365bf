"""A folder that any web server or bucket serves, changed so that no reader ever sees half of a change."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 90.0
"""Seconds to wait for another process that writes the same folder: longer than its publish command may take."""


SERVED = 0o644
"""What is public may be read by the web server's user, also where a hardened service has a umask of 077."""


class Busy(OSError):
    """Another process has been writing the folder for longer than `PATIENCE`."""


class Torn(OSError):
    """The disk failed after the first file had moved: some of the change is served and some is not."""


class Site:
    """A served folder, with a working place beside it for staged files, the lock and the mark of work not yet uploaded."""

    def __init__(self, public: Path) -> None:
        self.public = public
        # Renaming needs one filesystem, and `public` may be a mount of its own or a link to one.
        apart = public.exists() and public.stat().st_dev != public.parent.stat().st_dev
        self.workshop = (public if apart else public.parent) / f".{public.name}.work"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other writers out, threads and processes alike. Raises `OSError` where the folder cannot be written."""
        _folder(self.public)
        self.workshop.mkdir(exist_ok=True)
        with (self.workshop / "lock").open("ab") as handle:
            _acquire(handle.fileno())
            yield

    def holds(self, path: str) -> bytes | None:
        """The bytes of a served file, None where there is none."""
        try:
            return (self.public / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def replace(self, files: Mapping[str, bytes], order: Callable[[str], int], stale: Iterable[str] = ()) -> list[str]:
        """Serve these files, touching only what differs; answers with the paths that changed. Call it under `locked`.

        Everything is staged and on the disk before the first file moves. Files that are new go first (nothing served
        links to them yet), then changed ones by `order` (linked before linking), and `stale` ones leave last. Raises
        `Torn` after the first move, another `OSError` before it.
        """
        changed = [path for path, data in files.items() if self.holds(path) != data]
        known = {path for path in changed if (self.public / path).exists()}
        stage = self._stage({path: files[path] for path in changed})
        moved: list[str] = []
        if changed:
            _write(self._half, b"")
        try:
            for path in sorted(changed, key=lambda path: (path in known, order(path), path)):
                (stage / path).replace(self.public / path)
                moved.append(path)
            _sync_folders(self.public, changed)
            moved += self._remove(path for path in stale if path not in files)
            self._half.unlink(missing_ok=True)
        except OSError as error:
            if not moved:
                raise
            raise Torn(error.errno, error.strerror, error.filename) from None
        finally:
            shutil.rmtree(stage, ignore_errors=True)
        return moved

    def _remove(self, paths: Iterable[str]) -> list[str]:
        gone = [path for path in paths if (self.public / path).exists()]
        for path in gone:
            (self.public / path).unlink()
        return gone

    @property
    def pending(self) -> bool:
        """Whether the folder has changed since it was last uploaded in full."""
        return self._mark.exists()

    @pending.setter
    def pending(self, value: bool) -> None:
        if value:
            _write(self._mark, b"")
        else:
            self._mark.unlink(missing_ok=True)

    @property
    def whole(self) -> bool:
        """Whether the last change came to its end: a crash or a full disk may have left newer posts under an older index."""
        return not self._half.exists()

    @property
    def _half(self) -> Path:
        return self.workshop / "half-done"

    @property
    def _mark(self) -> Path:
        return self.workshop / "not-uploaded"

    def _stage(self, files: Mapping[str, bytes]) -> Path:
        stage = self.workshop / "stage"
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir()
        for path, data in files.items():
            (stage / path).parent.mkdir(exist_ok=True)
            _folder((self.public / path).parent)
            _write(stage / path, data)
            (stage / path).chmod(SERVED)
        return stage


def _folder(path: Path) -> None:
    """Make the served folder, for others to enter whatever the umask says; one that is there is left as it is."""
    if not path.is_dir():
        path.mkdir(parents=True)
        path.chmod(SERVED | 0o111)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())


def _sync_folders(public: Path, paths: Iterable[str]) -> None:
    for folder in {(public / path).parent for path in paths}:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _acquire(handle: int) -> None:
    import fcntl

    patient_until = time.monotonic() + PATIENCE
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > patient_until:
                raise Busy("another process is writing the folder") from None
            time.sleep(0.02)
