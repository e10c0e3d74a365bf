"""Zones as notices write them: offsets, the few abbreviations that mean one thing, and local times that do not exist."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from crisis.facts.unclear import Unclear
from crisis.text.late import late

# Hours east of UTC. Only abbreviations in one wide use; CST, IST, BST, EST, PST, MST, AST, GST and SST each stand for
# zones on several continents and so are not here.
FIXED = {
    "z": 0.0, "utc": 0.0, "gmt": 0.0, "jst": 9.0, "kst": 9.0, "hkt": 8.0, "sgt": 8.0, "cet": 1.0, "cest": 2.0, "eet": 2.0,
    "eest": 3.0, "aest": 10.0, "aedt": 11.0, "acst": 9.5, "awst": 8.0, "nzst": 12.0, "nzdt": 13.0, "edt": -4.0, "pdt": -7.0,
    "akst": -9.0, "hst": -10.0, "sast": 2.0, "日本時間": 9.0, "日本標準時": 9.0, "japan time": 9.0,
    "japan standard time": 9.0, "tokyo time": 9.0,
}  # fmt: skip
LOCAL = frozenset({"現地時間", "local time"})
"""What the clocks of the place show of which the notice speaks."""
AMBIGUOUS = (
    "cst",
    "cdt",
    "ist",
    "bst",
    "est",
    "pst",
    "mst",
    "mdt",
    "ast",
    "adt",
    "gst",
    "sst",
    "pht",
    "ect",
    *LOCAL,
)
ABBREVIATIONS = tuple(sorted((*FIXED, *AMBIGUOUS), key=len, reverse=True))

_OFFSET = late(r"(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?")
_WIDEST = timedelta(hours=14)


def zoned(local: datetime, word: str, desk: ZoneInfo) -> datetime:
    """A naive local time in the zone that `word` names, in the desk's where it is empty.

    Raises `Unclear`: `ambiguous-zone` for an abbreviation with several meanings, `impossible-time` for a local time that
    a clock change skips, `ambiguous-time` for one that it repeats.
    """
    at = local.replace(tzinfo=_zone(word, local, desk))
    if at.astimezone(UTC).astimezone(at.tzinfo).replace(tzinfo=None) != local:
        raise Unclear("impossible-time")
    if at.utcoffset() != at.replace(fold=1).utcoffset():
        raise Unclear("ambiguous-time")
    return at


def _zone(word: str, local: datetime, desk: ZoneInfo) -> tzinfo:
    here = local.replace(tzinfo=desk)
    if not word or word == (here.tzname() or "").lower():
        return desk
    offset = _offset(word)
    if offset is None or abs(offset) > _WIDEST:
        raise Unclear("ambiguous-zone")
    return desk if offset == here.utcoffset() else timezone(offset)


def _offset(word: str) -> timedelta | None:
    if word in FIXED:
        return timedelta(hours=FIXED[word])
    match = _OFFSET().fullmatch(word)
    if match is None:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return -size if match[1] == "-" else size
