"""An Atom or RSS feed over HTTP(S): asked for only when it has changed, and never followed where it may not lead."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from crisis.canon import digest
from crisis.model.ports import Clock, Fetched, Look, Source, SourceFailed, Tap
from crisis.model.settings import SourceSettings
from crisis.sentence import Sentence
from crisis.sources._credentials import missing
from crisis.sources._exchange import Answer, Garbled, TooMuch, get
from crisis.sources._reach import Forbidden, Gate, NoSuchHost
from crisis.sources._why import failure

SECRETS = ("TOKEN", "USERNAME", "PASSWORD")

LARGEST = 5_000_000
"""Bytes of a feed at most, as sent and unpacked."""
TOTAL = 20.0
"""Seconds for everything, redirects among them."""
REDIRECTS = 3
LONGEST_WAIT = 3_600.0
"""Seconds: a server that asks to be left alone for longer is asked again after this."""

_MOVED = frozenset({301, 302, 303, 307, 308})
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
)
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class Feed:
    """One feed. `authorization` is sent to the origin of `settings.url` and to no other."""

    settings: SourceSettings
    clock: Clock
    authorization: str | None
    kind: str = "feed"

    def look(self, memory: Mapping[str, Any]) -> Look:
        """The feed's bytes where they have changed. The memory holds its address, validators (RFC 9110, 8.8) and digest.

        Raises `SourceFailed`."""
        known = memory if memory.get("url") == self.settings.url else {}
        answer = self._answer(known)
        if answer.status == 304:
            return Look((), memory)
        if answer.status != 200:
            raise self._refused(answer)
        new = {
            "url": self.settings.url,
            "etag": answer.headers.get("ETag"),
            "modified": answer.headers.get("Last-Modified"),
            "digest": digest(answer.body),
        }
        if new["digest"] == known.get("digest"):
            return Look((), new)
        return Look((Fetched(self.settings.url or "", self.settings.id, answer.body, form="feed"),), new)

    def _answer(self, known: Mapping[str, Any]) -> Answer:
        """The answer after redirects. Raises `SourceFailed`."""
        from urllib3.exceptions import HTTPError

        gate = Gate(TOTAL, private=self.settings.private)
        try:
            with gate:
                return self._followed(known, gate)
        except (Forbidden, NoSuchHost, TooMuch, Garbled, HTTPError, OSError, ValueError) as error:
            raise failure(error, self.settings.id, late=gate.over) from None

    def _followed(self, known: Mapping[str, Any], gate: Gate) -> Answer:
        url = self.settings.url or ""
        for _ in range(REDIRECTS + 1):
            answer = get(url, self._headers(url, known), gate, LARGEST)
            if gate.over:
                raise TimeoutError  # headers that were cut look like headers that ended
            if answer.status not in _MOVED:
                return answer
            url = self._next(url, answer.headers.get("Location") or "")
        raise SourceFailed(
            Sentence("Source {source} redirects more than {limit} times.", source=self.settings.id, limit=REDIRECTS)
        )

    def _headers(self, url: str, known: Mapping[str, Any]) -> dict[str, str]:
        stated = {
            "User-Agent": "crisis",
            "Accept": _ACCEPT,
            "If-None-Match": known.get("etag"),
            "If-Modified-Since": known.get("modified"),
            "Authorization": self.authorization if _origin(url) == _origin(self.settings.url or "") else None,
        }
        return {name: value for name, value in stated.items() if value}

    def _next(self, url: str, location: str) -> str:
        """Where a redirect leads: to the web, and never from https down to http."""
        there = urljoin(url, location)
        parts = urlsplit(there)
        if not location or parts.scheme not in _PORTS or not parts.hostname:
            raise SourceFailed(
                Sentence("Source {source} redirects to what is no web address.", source=self.settings.id)
            )
        if urlsplit(url).scheme == "https" and parts.scheme == "http":
            raise SourceFailed(
                Sentence(
                    "Source {source} redirects from https to http, which is not followed.", source=self.settings.id
                )
            )
        return there

    def _refused(self, answer: Answer) -> SourceFailed:
        wait = _seconds(answer.headers.get("Retry-After") or "", self.clock.now())
        if answer.status in (401, 403):
            refusal = SourceFailed(
                Sentence(
                    "Source {source} does not let us in ({status}): see its credentials.",
                    source=self.settings.id,
                    status=answer.status,
                )
            )
        elif answer.status in (404, 410):
            refusal = SourceFailed(
                Sentence(
                    "Source {source} is not there ({status}): see its url.",
                    source=self.settings.id,
                    status=answer.status,
                )
            )
        else:
            refusal = SourceFailed(
                Sentence("Source {source} answers {status}.", source=self.settings.id, status=answer.status)
            )
        refusal.retry_after = wait
        return refusal


def build(tap: Tap) -> Source:
    """The feed. Raises `Mistake` where credentials are configured and there are none."""
    authorization = _authorization(tap.secrets)
    if tap.settings.credentials is not None and authorization is None:
        raise missing(tap.settings, "TOKEN, or USERNAME and PASSWORD")
    return Feed(tap.settings, tap.clock, authorization)


def _authorization(secrets: Mapping[str, str]) -> str | None:
    """RFC 6750 for a token, RFC 7617 for a name and password."""
    if token := secrets.get("TOKEN"):
        return f"Bearer {token}"
    if (name := secrets.get("USERNAME")) and (password := secrets.get("PASSWORD")):
        return "Basic " + b64encode(f"{name}:{password}".encode()).decode()
    return None


def _origin(url: str) -> tuple[str, str, int | None]:
    """Scheme, host and port (RFC 6454)."""
    parts = urlsplit(url)
    return parts.scheme, (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme)


def _seconds(stated: str, now: datetime) -> float | None:
    """`Retry-After` (RFC 9110, 10.2.3) as seconds from now, an hour at most; None where it states nothing."""
    if stated.isascii() and stated.isdigit():
        return min(float(stated[:9]), LONGEST_WAIT)
    try:
        wait = (parsedate_to_datetime(stated) - now).total_seconds()
    except (TypeError, ValueError):
        return None
    return min(max(wait, 0.0), LONGEST_WAIT)
