"""The wire under tweepy's session: where requests go, how long they may take, and what was seen of them.

tweepy has a fixed host and no timeout. Its `session` is public, so an adapter mounted there sets both.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from crisis.channels._deadline import within
from crisis.channels.x.verdict import Exchange

CONNECT, READ, TOTAL = 5.0, 15.0, 30.0
"""Seconds to connect, to wait for the next bytes, and for the whole exchange."""
LARGEST = 4 * 1024 * 1024
"""Bytes of an answer that are read at most."""


TALKATIVE = ("oauthlib", "requests_oauthlib", "tweepy")
"""Libraries that write keys, tokens and signatures to their logs at the level DEBUG."""


class Wire(HTTPAdapter):
    """Sends to `api_base` where there is one, within the limits, and keeps what it saw in `exchange`."""

    def __init__(self, api_base: str | None) -> None:
        super().__init__(max_retries=0)
        self.exchange = Exchange()
        self._base = urlsplit(api_base) if api_base else None

    def mount(self, session: requests.Session) -> None:
        """Become the session's only way out, and keep credentials out of logs. A redirect is not followed: it would carry
        the post to another host."""
        for name in TALKATIVE:
            logging.getLogger(name).setLevel(logging.INFO)
        session.adapters.clear()
        session.mount("https://", self)
        session.max_redirects = 0

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: bool | str = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Send one request and read its whole answer. Raises as requests does; `exchange` then knows no status."""
        self._aim(request)
        self.exchange = Exchange(reached=True)
        direct = None if self._base is not None and self._base.scheme == "http" else proxies
        try:
            response, self.exchange = within(TOTAL, lambda: self._exchange(request, verify, cert, direct))
        except TimeoutError:
            raise requests.Timeout("no whole answer in time") from None
        return response

    def _exchange(
        self, request: requests.PreparedRequest, verify: bool | str, cert: Any, proxies: Mapping[str, str] | None
    ) -> tuple[requests.Response, Exchange]:
        response = super().send(request, True, (CONNECT, READ), verify, cert, proxies)
        try:
            body = response.raw.read(LARGEST + 1, decode_content=True)
        except HTTPError:
            raise requests.ConnectionError("the answer broke off") from None
        finally:
            # A connection kept for the next request may die meanwhile: a post on it would needlessly be in doubt.
            response.close()
            self.close()
        if len(body) > LARGEST:
            raise requests.ConnectionError("the answer is too long")
        response.raw = BytesIO(body)
        return response, Exchange(True, response.status_code, response.headers, body)

    def _aim(self, request: requests.PreparedRequest) -> None:
        request.headers["Connection"] = "close"
        if self._base is not None:
            parts = urlsplit(str(request.url))
            path = self._base.path.rstrip("/") + parts.path
            request.url = urlunsplit((self._base.scheme, self._base.netloc, path, parts.query, ""))
