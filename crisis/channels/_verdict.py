"""What a failed exchange with a platform means: provably not sent, or in doubt.

Judged by what passed over the wire and not by the libraries' errors, which lose the status (a garbled header raises a bare
ValueError) or hide it (a list for an answer raises AttributeError).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from crisis.model.ports import InDoubt, NotSent

PAUSE = 900.0
"""Seconds to wait after a 429 that names no reset."""
LONGEST_PAUSE = 86_400.0
"""Seconds: the longest window that a platform has. A reset further off is a wrong clock, theirs or ours."""
_Answer = TypeVar("_Answer")


@dataclass(slots=True)
class Exchange:
    """What the wire saw of one request. `reached` says that it was handed to the network at all; `status` is None where
    no answer came."""

    reached: bool = False
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Unconnected(Exception):
    """No connection came about: no byte of the request left."""


class Watch:
    """What sees the exchanges of a platform's library: its wire is one. `exchange` is the last one."""

    exchange = Exchange()

    def ask(self, request: Callable[[], _Answer], judge: Callable[[Exchange, Exception], Exception]) -> _Answer:
        """What the library's call answers. Raises the verdict on whatever it raised."""
        self.exchange = Exchange()
        try:
            return request()
        except Exception as error:  # noqa: BLE001 - libraries let requests', JSON's and their own slips through
            verdict = judge(self.exchange, error)
        # Raised here and not above, so that it has no context: that would hold the request and its headers.
        raise verdict


@dataclass(frozen=True, slots=True)
class Manners:
    """How a platform says no. `refusals` are the final ones, by status, in our own words; `pause` reads from the headers of
    a 429 how many seconds to wait, None where they do not say."""

    name: str
    refusals: Mapping[int, str]
    pause: Callable[[Mapping[str, str], datetime], float | None]


def unsent(manners: Manners, seen: Exchange, error: Exception, now: datetime) -> NotSent | InDoubt:
    """The verdict on a failed post."""
    if not seen.reached:
        return NotSent(f"the request could not be made ({type(error).__name__}); check the credentials", permanent=True)
    if seen.status is None:
        return _without_answer(manners, error)
    if 200 <= seen.status < 300:
        return InDoubt(f"{manners.name} took the request, but its answer cannot be read; look on the account")
    if seen.status == 429:
        wait = pause(manners, seen.headers, now)
        return NotSent(f"{manners.name} limits our rate (429)", permanent=False, retry_after=wait)
    if seen.status == 408 or not 400 <= seen.status < 500:
        return InDoubt(f"{manners.name} answered {seen.status}; the post may be out")
    why = manners.refusals.get(seen.status, f"{manners.name} refuses the request ({seen.status})")
    return NotSent(why, permanent=True)


def unaskable(manners: Manners, seen: Exchange, error: Exception, now: datetime) -> NotSent:
    """The verdict on a failed question: nothing was to be sent, so that the platform cannot be asked is all there is."""
    verdict = unsent(manners, seen, error, now)
    if isinstance(verdict, NotSent):
        return verdict
    told = f"it answered {seen.status}" if seen.status is not None else "no answer came"
    return NotSent(f"{manners.name} cannot be asked: {told}", permanent=False)


def pause(manners: Manners, headers: Mapping[str, str], now: datetime) -> float:
    """Seconds to wait after a 429, at least 1 and at most `LONGEST_PAUSE`."""
    named = manners.pause(headers, now)
    return PAUSE if named is None else min(max(named, 1.0), LONGEST_PAUSE)


def _without_answer(manners: Manners, error: Exception) -> NotSent | InDoubt:
    if before_sending(error):
        return NotSent(f"{manners.name} could not be reached: no connection", permanent=False)
    return InDoubt(f"the connection to {manners.name} broke or timed out after the post had left; it may be out")


def before_sending(error: Exception) -> bool:
    """Whether the error proves that no byte of the request left: it happened while connecting."""
    import ssl

    import requests
    from urllib3.exceptions import NewConnectionError

    early = (
        requests.exceptions.ConnectTimeout,
        requests.exceptions.ProxyError,
        Unconnected,
        NewConnectionError,
        ssl.SSLCertVerificationError,
    )
    return any(isinstance(cause, early) for cause in _causes(error))


def _causes(error: BaseException | None) -> list[Any]:
    """The error and what it wraps: requests and urllib3 nest in `args` and `reason`, other libraries raise anew."""
    found: list[Any] = []
    waiting: list[Any] = [error]
    while waiting and len(found) < 20:
        each = waiting.pop()
        if isinstance(each, BaseException) and each not in found:
            found.append(each)
            waiting += [*each.args, getattr(each, "reason", None), each.__cause__, each.__context__]
    return found
