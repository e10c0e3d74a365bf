"""The SSH wire format's strings (RFC 4251, section 5: a length in four bytes, then that many bytes), and its armour."""

from __future__ import annotations

import base64

COLUMNS = 70
"""Characters in a line of the base64 that OpenSSH wraps its keys and signatures in."""


class Truncated(ValueError):
    """The bytes end before what they announce."""


def string(data: bytes) -> bytes:
    """One string for the wire."""
    return len(data).to_bytes(4) + data


def strings(*parts: bytes) -> bytes:
    """Several strings, one after the other."""
    return b"".join(map(string, parts))


def take(data: bytes) -> tuple[bytes, bytes]:
    """The first string and what follows it. Raises Truncated."""
    end = 4 + int.from_bytes(data[:4])
    if len(data) < max(4, end):
        raise Truncated
    return data[4:end], data[end:]


def take_all(data: bytes, count: int) -> list[bytes]:
    """Exactly `count` strings. Raises Truncated, and ValueError where something follows them."""
    parts = []
    for _ in range(count):
        part, data = take(data)
        parts.append(part)
    if data:
        raise ValueError("something follows")
    return parts


def base64_lines(data: bytes) -> list[str]:
    """Base64 in lines as OpenSSH breaks them."""
    text = base64.b64encode(data).decode()
    return [text[at : at + COLUMNS] for at in range(0, len(text), COLUMNS)]
