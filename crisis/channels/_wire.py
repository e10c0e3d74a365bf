"""The wire under a platform library's requests session: how long an exchange may take, and what was seen of it.

Libraries set no total deadline and lose what the platform said. Their `session` is public, so an adapter mounted there does both.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from crisis.channels._deadline import within
from crisis.channels._verdict import Exchange, Watch

CONNECT, READ, TOTAL = 5.0, 15.0, 30.0
"""Seconds to connect, to wait for the next bytes, and for the whole exchange."""
LARGEST = 4 * 1024 * 1024
"""Bytes of an answer that are read at most."""
TALKATIVE = ("oauthlib", "requests_oauthlib", "tweepy")
"""Libraries that write keys, tokens and signatures to their logs at the level DEBUG."""


class Wire(Watch, HTTPAdapter):
    """Sends within the limits, and keeps what it saw in `exchange`. Only an address on this machine is plain http, and no
    proxy stands before that."""

    def __init__(self) -> None:
        super().__init__(max_retries=0)

    def mount(self, session: requests.Session) -> None:
        """Become the session's only way out, and keep credentials out of logs. A redirect is not followed: it would carry
        the post to another host."""
        for name in TALKATIVE:
            logging.getLogger(name).setLevel(logging.INFO)
        session.adapters.clear()
        session.mount("https://", self)
        session.mount("http://", self)
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
        request.headers["Connection"] = "close"
        request.url = self.aimed(str(request.url))
        # http.client would find out only once it is connected.
        "".join(map(str, request.headers.values())).encode("latin-1")
        self.exchange = Exchange(reached=True)
        direct = None if request.url.startswith("http:") else proxies
        try:
            response, self.exchange = within(TOTAL, lambda: self._exchange(request, verify, cert, direct))
        except TimeoutError:
            raise requests.Timeout("no whole answer in time") from None
        return response

    def aimed(self, url: str) -> str:
        """Where a request goes that the library made for this address."""
        return url

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
