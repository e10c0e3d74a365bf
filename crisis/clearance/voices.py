"""What the roster says of a person's speaking, in JSON: a member that stands only where it says something."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from crisis.canon import timestamp
from crisis.model.speaking import Authority, Voice

_TIME: Final = "%Y-%m-%dT%H:%M:%S.%fZ"


def content(voice: Voice) -> dict[str, Any]:
    """A voice in JSON."""
    return {
        "authority": voice.authority and _authority(voice.authority),
        "trained": _stamp(voice.trained),
        "acknowledged": voice.acknowledged,
    }


def voice_of(said: Mapping[str, Any]) -> Voice:
    """The voice of its JSON. Raises KeyError, TypeError or ValueError for what is none."""
    return Voice(
        authority=said["authority"] and _authority_of(said["authority"]),
        trained=_time(said["trained"]),
        acknowledged=said["acknowledged"],
    )


def _authority(authority: Authority) -> dict[str, Any]:
    return {
        "by": authority.by,
        "from": timestamp(authority.starts),
        "to": _stamp(authority.ends),
        "accounts": list(authority.accounts),
    }


def _authority_of(said: Mapping[str, Any]) -> Authority:
    starts = datetime.strptime(said["from"], _TIME).replace(tzinfo=UTC)
    return Authority(said["by"], starts, _time(said["to"]), tuple(said["accounts"]))


def _stamp(at: datetime | None) -> str | None:
    return None if at is None else timestamp(at)


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.strptime(text, _TIME).replace(tzinfo=UTC)
