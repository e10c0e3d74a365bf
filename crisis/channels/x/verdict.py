"""How X says no: its statuses, its limits, and the duplicate that it tells in words alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from crisis.channels import _verdict
from crisis.channels._verdict import Exchange, Manners
from crisis.model.ports import InDoubt, NotSent

_RESETS = (
    ("x-rate-limit-remaining", "x-rate-limit-reset"),
    ("x-user-limit-24hour-remaining", "x-user-limit-24hour-reset"),
    ("x-app-limit-24hour-remaining", "x-app-limit-24hour-reset"),
)


def unsent(seen: Exchange, error: Exception, now: datetime) -> NotSent | InDoubt:
    """The verdict on a failed post."""
    if seen.status == 403 and "duplicate" in _said(seen.body).casefold():
        # Evidence that an earlier attempt got through, and no proof: X also refuses what somebody else posted before.
        return InDoubt("X refuses it as a duplicate: the same text seems to be out already; look on the account")
    return _verdict.unsent(MANNERS, seen, error, now)


def unaskable(seen: Exchange, error: Exception, now: datetime) -> NotSent:
    """The verdict on a failed question."""
    return _verdict.unaskable(MANNERS, seen, error, now)


def pause(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds until the latest reset among the limits that are used up; None where the headers name none."""
    named = [headers.get(reset) for remaining, reset in _RESETS if headers.get(remaining, "0") == "0"]
    resets = [float(reset) for reset in named if reset is not None and reset.isascii() and reset.isdigit()]
    return max(resets) - now.timestamp() if resets else None


MANNERS = Manners(
    name="X",
    refusals={
        400: "X calls the request malformed (400)",
        401: "X does not accept the credentials (401); renew them, or post by hand",
        402: "the account's API credit is used up (402); post by hand",
        403: "X refuses the post or the app's permission (403); check the app, or post by hand",
    },
    pause=pause,
)


def _said(body: bytes) -> str:
    """The words of an error answer: its `detail`, `title` and messages; empty where it is no JSON object."""
    try:
        answer = json.loads(body)
    except ValueError:
        return ""
    if not isinstance(answer, dict):
        return ""
    errors = answer.get("errors")
    said = [answer, *(errors if isinstance(errors, list) else [])]
    parts = [each.get(key) for each in said if isinstance(each, dict) for key in ("detail", "title", "message")]
    return " ".join(part for part in parts if isinstance(part, str))
