"""What a notice's own first lines state about it: its title and its issuing department."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from crisis.intake.parts.labels import BLANKS
from crisis.intake.parts.lines import Line
from crisis.model.notice import Entry

_TITLES = frozenset({"件名", "表題", "標題", "題名", "タイトル", "subject", "title"})
_OWNERS = frozenset(
    {"発信元", "発信者", "発信部署", "発信部門", "発行元", "差出人", "担当部署", "主管部署"}
    | {"from", "owner", "issued by", "department", "author"}
)
_LONGEST, _FIRST = 120, 8
# Whom a notice addresses, and from whom it comes, are no title of it.
_ADDRESS = re.compile(
    r"\s*(?:(?:to|from|cc|bcc|date|sent|宛先?|差出人|発信元?|発信者|日時|日付)\s*[:：].*|"
    r"(?:dear|hi|hello|good (?:morning|afternoon|evening))\b.{0,40}|"
    r"(?:all|team|everyone|colleagues)\s*[,:、]?|.{0,20}(?:各位|御中|殿|様|皆さま|皆様|みなさま|皆さん)(?:へ|、|。)?|拝啓.*|お疲れ(?:さま|"
    r"様)です.{0,20}|お世話になって.{0,12})\s*",
    re.IGNORECASE,
)


def title_in(entries: Sequence[Entry], lines: Sequence[Line]) -> str:
    """What is labelled as the title, else the first heading, else the first line that says something (at most 120 characters)."""
    stated = _stated(entries, _TITLES)
    heading = next((line.words for line in lines if line.head and line.words.strip(BLANKS)), "")
    written = [line.words for line in lines if any(c.isalnum() for c in line.words)]
    first = next((words for words in written if not _ADDRESS.fullmatch(words)), written[0] if written else "")
    return (stated or heading or first).strip(BLANKS)[:_LONGEST]


def owner_in(entries: Sequence[Entry]) -> str | None:
    """The issuing department, where a labelled line states it."""
    return _stated(entries, _OWNERS)


def aware(text: str | None) -> datetime | None:
    """An ISO 8601 time with its offset; None for anything else, a time without offset included."""
    try:
        at = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


def _stated(entries: Sequence[Entry], labels: frozenset[str]) -> str | None:
    found = (e.value for e in entries if e.label.replace("\u3000", "").lower() in labels and e.value and _leads(e))
    return next((value.split("\n")[0] for value in found), None)


def _leads(entry: Entry) -> bool:
    """Whether it stands among the first lines: 件名 further down is the subject of something that the notice tells of."""
    place, _, number = entry.where.rpartition(" ")
    return place != "line" or int(number) <= _FIRST
