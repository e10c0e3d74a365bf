"""Canonical bytes and digests: the one way in which a value becomes bytes that are hashed or signed."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any


def canonical(value: Any) -> bytes:
    """The RFC 8785 (JCS) bytes of a JSON value: dict, list, str, int, bool or None."""
    import rfc8785

    return rfc8785.dumps(value)


def digest(data: bytes) -> str:
    """SHA-256 of the bytes as `sha256:<64 hex digits>`."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def salted_digest(salt: bytes, data: bytes) -> str:
    """HMAC-SHA-256 under a salt, as `hmac-sha256:<hex>`: proves equality to whoever holds the salt, tells others nothing."""
    return "hmac-sha256:" + hmac.new(salt, data, hashlib.sha256).hexdigest()


def timestamp(at: datetime) -> str:
    """A time as canonical text: UTC, microseconds, `2026-10-09T06:20:00.000000Z`. Refuses a naive time."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone cannot be written down")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
