"""A folder into which files are written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crisis.model.settings import SourceSettings
from places.stage import NOW, Stage

LONG_AGO = NOW.timestamp() - 60


def write(path: Path, data: bytes, changed: float = LONG_AGO) -> None:
    """A file that was last written to at that time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (changed, changed))


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    watched = folder / "watched"
    watched.mkdir()

    def put(text: str) -> None:
        write(watched / f"{sum(1 for _ in watched.iterdir())}.txt", text.encode())

    def state() -> object:
        return [(path, path.lstat().st_mtime_ns, path.read_bytes()) for path in sorted(watched.rglob("*"))]

    def spoil() -> None:
        watched.rename(folder / "gone")

    settings = SourceSettings("inbox", "folder", path=watched)
    yield Stage(settings, put, spoil, state)
