"""One bounded look at a public address: time, size and redirects have limits."""

from __future__ import annotations

from crisis.channels._deadline import within
from crisis.model.ports import NotSent

CONNECT, READ, TOTAL = 5.0, 15.0, 30.0
"""Seconds to connect, to wait for the next bytes, and in all."""
LARGEST = 8 * 1024 * 1024
"""Bytes that are read at most."""


def look(url: str) -> bytes | None:
    """What the address shows now, past caches; None where there is nothing (404, 410). Raises `NotSent` where it cannot
    be asked."""
    from requests import RequestException
    from urllib3.exceptions import HTTPError

    try:
        status, data = within(TOTAL, lambda: _get(url))
    except (RequestException, HTTPError, OSError, ValueError):
        status, data = 0, b""
    if status == 200:
        return data
    if status in {404, 410}:
        return None
    told = f"it answered {status}" if status else "it cannot be reached, or answers with too much or too slowly"
    raise NotSent(f"{url} does not show what it holds: {told}", permanent=False)


def _get(url: str) -> tuple[int, bytes]:
    import requests

    with requests.Session() as session:
        session.max_redirects = 3
        headers = {"Cache-Control": "no-cache", "Accept-Encoding": "identity"}
        with session.get(url, headers=headers, timeout=(CONNECT, READ), stream=True) as response:
            data = response.raw.read(LARGEST + 1)
            if len(data) > LARGEST:
                raise ValueError("too much")
            return response.status_code, data
