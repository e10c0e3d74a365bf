"""What is pre-cleared of the shipped types where nobody says otherwise: `data/preclearances.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from crisis.shipped import shipped


@lru_cache(maxsize=1)
def shipped_preclearances() -> Mapping[str, Mapping[str, Any]]:
    """Notice type → `values` (slot → values that narrow it) and `without` (slots left out)."""
    return tomllib.loads((shipped("data") / "preclearances.toml").read_text("utf-8"))
