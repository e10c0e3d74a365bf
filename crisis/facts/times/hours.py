"""The hours of a day that folded text says: from what hour until what hour."""

from __future__ import annotations

from crisis.text.late import late

_CLOCK = r"\d{1,2}(?:時(?:\d{1,2}分|半)?|:\d\d)"
_HOURS = late(rf"({_CLOCK})\s*(?:[~〜～–-]|から)\s*{_CLOCK}(?:まで)?(?!\s*[~〜～–-])")


def begins(text: str) -> str:
    """Folded text with the beginning alone of the hours of a day that it says (「6月27日10時~16時に延期」)."""
    return _HOURS().sub(r"\1", text)


def says_hours(text: str) -> bool:
    """Whether folded text says from what hour until what hour."""
    return _HOURS().search(text) is not None
