"""What a failed exchange with X means: provably not sent, or in doubt.

Judged by what passed over the wire and not by tweepy's errors, which lose the status (a garbled reset header raises a bare
ValueError) or hide it (a list for an answer raises AttributeError).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from crisis.model.ports import InDoubt, NotSent

PAUSE = 900.0
"""Seconds to wait after a 429 that names no reset: the length of X's usual window."""
LONGEST_PAUSE = 86_400.0
"""Seconds: X's longest window. A reset further off is a wrong clock, theirs or ours."""
_RESETS = (
    ("x-rate-limit-remaining", "x-rate-limit-reset"),
    ("x-user-limit-24hour-remaining", "x-user-limit-24hour-reset"),
    ("x-app-limit-24hour-remaining", "x-app-limit-24hour-reset"),
)


@dataclass(slots=True)
class Exchange:
    """What the wire saw of one request. `reached` says that it was handed to the network at all; `status` is None where
    no answer came."""

    reached: bool = False
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def unsent(seen: Exchange, error: Exception, now: datetime) -> NotSent | InDoubt:
    """The verdict on a failed post."""
    if not seen.reached:
        return NotSent(f"the request could not be made ({type(error).__name__}); check the credentials", permanent=True)
    if seen.status is None:
        return _without_answer(error)
    if 200 <= seen.status < 300:
        return InDoubt("X took the request, but its answer cannot be read; look on the account")
    if seen.status == 403 and "duplicate" in _said(seen.body).casefold():
        # Evidence that an earlier attempt got through, and no proof: X also refuses what somebody else posted before.
        return InDoubt("X refuses it as a duplicate: the same text seems to be out already; look on the account")
    return _refused(seen, now)


def unaskable(seen: Exchange, error: Exception, now: datetime) -> NotSent:
    """The verdict on a failed question: nothing was to be sent, so that the platform cannot be asked is all there is."""
    verdict = unsent(seen, error, now)
    if isinstance(verdict, NotSent):
        return verdict
    told = f"it answered {seen.status}" if seen.status is not None else "no answer came"
    return NotSent(f"X cannot be asked: {told}", permanent=False)


def _without_answer(error: Exception) -> NotSent | InDoubt:
    if before_sending(error):
        return NotSent("X could not be reached: no connection", permanent=False)
    return InDoubt("the connection to X broke or timed out after the post had left; it may be out")


def _refused(seen: Exchange, now: datetime) -> NotSent | InDoubt:
    status = seen.status or 0
    if status == 429:
        return NotSent("X limits our rate (429)", permanent=False, retry_after=pause(seen.headers, now))
    if status == 408 or not 400 <= status < 500:
        return InDoubt(f"X answered {status}; the post may be out")
    why = {
        400: "X calls the request malformed (400)",
        401: "X does not accept the credentials (401); renew them, or post by hand",
        402: "the account's API credit is used up (402); post by hand",
        403: "X refuses the post or the app's permission (403); check the app, or post by hand",
    }
    return NotSent(why.get(status, f"X refuses the request ({status})"), permanent=True)


def pause(headers: Mapping[str, str], now: datetime) -> float:
    """Seconds until the latest reset among the limits that are used up; `PAUSE` where the headers name none."""
    named = [headers.get(reset) for remaining, reset in _RESETS if headers.get(remaining, "0") == "0"]
    resets = [float(reset) for reset in named if reset is not None and reset.isascii() and reset.isdigit()]
    if not resets:
        return PAUSE
    return min(max(max(resets) - now.timestamp(), 1.0), LONGEST_PAUSE)


def before_sending(error: Exception) -> bool:
    """Whether the error proves that no byte of the request left: it happened while connecting."""
    import ssl

    import requests
    from urllib3.exceptions import NewConnectionError

    if isinstance(error, requests.exceptions.ConnectTimeout | requests.exceptions.ProxyError):
        return True
    causes = list(_causes(error))
    return any(isinstance(cause, NewConnectionError | ssl.SSLCertVerificationError) for cause in causes)


def _causes(error: BaseException | None) -> list[Any]:
    """The error and what it wraps: requests and urllib3 nest in `args` and `reason`."""
    found: list[Any] = []
    waiting: list[Any] = [error]
    while waiting and len(found) < 20:
        each = waiting.pop()
        if isinstance(each, BaseException) and each not in found:
            found.append(each)
            waiting += [*each.args, getattr(each, "reason", None)]
    return found


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
