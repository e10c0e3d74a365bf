"""The `[daemon]` table of `crisis.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from crisis.catalogue import checks
from crisis.catalogue.checks import At, Check, wrong
from crisis.model.settings import Loopback

_ADDRESS = re.compile(r"(127(?:\.[0-9]{1,3}){3}|localhost|\[::1\]):([0-9]{1,5})")


def loopback(value: Any, at: At) -> Loopback:
    """An address of this machine alone, with its port: what is served there is for a monitor beside it."""
    found = _ADDRESS.fullmatch(value) if isinstance(value, str) else None
    if found is None or not 0 < int(found[2]) < 65_536:
        raise wrong(at, '{place}: no address of this machine alone; write one such as "127.0.0.1:8766".')
    return Loopback(found[1].strip("[]"), int(found[2]))


def ping(value: Any, at: At) -> str:
    """A web address, or where it stands. Never repeated: whoever has it can ping."""
    whole = isinstance(value, str) and value.startswith(("https://", "http://"))
    return checks.base(value, at) if whole else checks.secret(value, at)


DAEMON: Final[Mapping[str, Check]] = MappingProxyType({"health": loopback, "ping": ping})
