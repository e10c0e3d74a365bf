"""A desk's lists of protected terms, read when a text is first inspected and again whenever a file has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crisis.guard.protected import NO_TERMS, ProtectedTerms

Seen = tuple[tuple[int, int, int], ...]
"""Inode, size and time of change of each file."""


class TermLists:
    """The terms of some files. A daemon that runs for months guards what was listed a minute ago."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self._files = files
        self._seen: Seen | None = None
        self._terms = NO_TERMS

    def current(self) -> ProtectedTerms:
        """The terms as the files stand. A file that cannot be read any more, or just now, takes no protection away: the
        terms that were read last hold until it can. Raises `OSError` or `UnicodeDecodeError` where none were read yet."""
        try:
            seen = tuple((at.st_ino, at.st_size, at.st_mtime_ns) for at in (file.stat() for file in self._files))
            if seen != self._seen:
                self._terms = ProtectedTerms.compile(self._lines())
                self._seen = seen
        except (OSError, UnicodeDecodeError):
            if self._seen is None:
                raise
        return self._terms

    def _lines(self) -> Iterator[str]:
        """One term a line; lines that begin with # are remarks."""
        for file in self._files:
            for line in file.read_text("utf-8-sig").splitlines():
                if line.strip() and not line.lstrip().startswith("#"):
                    yield line
