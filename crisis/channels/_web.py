"""One bounded look at a public address: time, size and redirects have limits."""

from __future__ import annotations

import time

from crisis.model.ports import NotSent

CONNECT, READ, TOTAL = 5.0, 15.0, 30.0
"""Seconds to connect, to wait for the next bytes, and in all."""
LARGEST = 8 * 1024 * 1024
"""Bytes that are read at most."""


def look(url: str) -> bytes | None:
    """What the address shows now, past caches; None where there is nothing (404, 410). Raises `NotSent` where it cannot
    be asked."""
    import requests

    try:
        with requests.Session() as session:
            session.max_redirects = 3
            headers = {"Cache-Control": "no-cache", "Accept-Encoding": "identity"}
            with session.get(url, headers=headers, timeout=(CONNECT, READ), stream=True) as response:
                status = response.status_code
                data = _body(response.raw) if status == requests.codes.ok else None
    except (requests.RequestException, OSError, ValueError):
        data, status = None, 0
    if data is None and status not in {404, 410}:
        told = f"it answered {status}" if status else "it cannot be reached, or answered with too much or too slowly"
        raise NotSent(f"{url} does not show what it holds: {told}", permanent=False)
    return data


def _body(raw: object) -> bytes:
    """Reads in pieces against a deadline, since a read timeout alone lets a dripping server hold us for ever."""
    read1 = raw.read1  # type: ignore[attr-defined]
    deadline, data = time.monotonic() + TOTAL, bytearray()
    while piece := read1(65536):
        data += piece
        if len(data) > LARGEST or time.monotonic() > deadline:
            raise ValueError("too much or too slow")
    return bytes(data)
