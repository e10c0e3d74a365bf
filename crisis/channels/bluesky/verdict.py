"""How servers of the AT Protocol say no: an XRPC error has a status and a name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from crisis.channels._answer import member
from crisis.channels._verdict import Exchange, Manners

ABSENT = "RecordNotFound"
ENDED = frozenset({"ExpiredToken", "InvalidToken"})
_SINCE_1970 = 1_000_000_000
"""A reset above this is a moment, below it a number of seconds."""


def error_name(seen: Exchange) -> str | None:
    """The name of the error that was answered; None where there is none."""
    if seen.status is None or seen.status < 400:
        return None
    try:
        name = member(json.loads(seen.body), "error")
    except ValueError:
        return None
    return name if isinstance(name, str) else None


def pause(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds until the reset that the server names; else its Retry-After."""
    reset = _number(headers.get("ratelimit-reset", ""))
    if reset is None:
        return _number(headers.get("retry-after", ""))
    return reset - now.timestamp() if reset > _SINCE_1970 else reset


def _number(text: str) -> float | None:
    return float(text) if text.isascii() and text.isdigit() else None


MANNERS = Manners(
    name="Bluesky",
    refusals={
        400: "Bluesky calls the request malformed (400): too long for it, perhaps; post by hand",
        401: "Bluesky does not accept the identifier and app password (401); renew them, or post by hand",
        403: "Bluesky refuses the account (403); look whether it is suspended, or post by hand",
        404: "there is no server of the AT Protocol at this address (404); check api_base, or post by hand",
    },
    pause=pause,
)
