"""The "as of" time of a page: it tells readers how old the page is, and must not make every rendering a change."""

from __future__ import annotations

import re
from pathlib import Path

STAMP = re.compile(rb'<time class="as-of".*?</time>', re.DOTALL)


def kept(data: bytes, served: Path) -> bytes:
    """The served bytes where they differ from `data` in the "as of" time alone, else `data`."""
    try:
        before = served.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return data
    return before if STAMP.sub(b"", before) == STAMP.sub(b"", data) else data
