"""How Mastodon and its like say no, and when to come back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crisis.channels._verdict import Manners


def pause(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds until the reset that the server names (Mastodon as ISO 8601, GoToSocial in seconds since 1970), by the server's
    own clock where it tells that; else its Retry-After."""
    reset = _moment(headers.get("X-RateLimit-Reset", ""))
    if reset is None:
        return _number(headers.get("Retry-After", ""))
    return (reset - (_date(headers.get("Date", "")) or now)).total_seconds()


def _moment(text: str) -> datetime | None:
    try:
        seconds = _number(text)
        at = datetime.fromisoformat(text) if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return at if at.tzinfo else None


def _date(text: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _number(text: str) -> float | None:
    return float(text) if text.isascii() and text.isdigit() else None


MANNERS = Manners(
    name="the server",
    refusals={
        401: "the server does not accept the token (401); renew it, or post by hand",
        403: "the server refuses the account or the token's scope (403); it needs write:statuses, or post by hand",
        404: "there is no Mastodon API at this address (404); check api_base, or post by hand",
        410: "the server says that this account or address is gone (410); post by hand",
        422: "the server does not take this text (422): too long for it, perhaps; see `crisis account check`",
    },
    pause=pause,
)
