"""Patterns that are compiled when the first text needs them, so that importing this room costs next to nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def late(pattern: str) -> Callable[[], re.Pattern[str]]:
    """A function that gives the compiled pattern, compiling it once."""
    return cache(lambda: re.compile(pattern))
