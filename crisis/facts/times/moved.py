"""A time that is moved: of 「18時から20時に延長」 and "moved from 18:00 to 20:00" the later holds, and the first is told no more."""

from __future__ import annotations

import re

from crisis.text.late import late

_DAY = r"(?:\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2}|\d{1,2}日|本日|明日|今日)(?:\(.\))?の?\s?"
_CLOCK = r"(?:午前|午後)?\d{1,2}(?:時(?:\d{1,2}分|半)?|:\d\d)"
_MOVED = late(
    rf"(?P<day>{_DAY})?(?P<clock>{_CLOCK})?(?:から|より|→|⇒)、?(?P<new>(?P<newday>{_DAY})?(?:{_CLOCK})?)(?=(?:に|へ|"
    rf"まで(?:に)?)、?"
    r"(?:延長|変更|延期|繰り?上げ|繰り?下げ|前倒し|後ろ倒し|ずら|遅ら|早め))"
)
_MOVED_LATIN = late(
    r"\b(?P<verb>extended|moved|changed|postponed|put back|pushed back|brought forward|rescheduled|delayed|"
    r"shifted) from "
    r"(?:[^.,;]{2,30}?) (?=(?:to|until) )"
)


def as_it_is_now(text: str) -> str:
    """Folded text without the times that it says are moved; the day is kept where the new time is of the same."""
    return _MOVED_LATIN().sub(r"\g<verb> ", _MOVED().sub(_new, text))


def _new(match: re.Match[str]) -> str:
    if not match["new"] or not (match["day"] or match["clock"]):
        return match[0]
    return match["new"] if match["newday"] else (match["day"] or "") + match["new"]
