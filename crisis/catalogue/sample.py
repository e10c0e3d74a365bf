"""The sample desk's notices, told around the time at which the sample is made: a story that plays today.

A source in `data/sample/notices/` is a Jinja2 template named `NAME.CHARSET.EXT.j2` (UTF-8 where no charset is named) over
`ago(minutes)`, `ahead(minutes)` and `on(days, "8:30")`, times in the desk's zone, with the filters below.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SUFFIX = ".j2"
STEP = 5
"""Minutes to which the story's now is rounded down, as people write times."""

WEEKDAYS = "月火水木金土日"
_WIDE = str.maketrans("0123456789:()", "０１２３４５６７８９：（）")


def notices(folder: Path, now: datetime) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each sample notice, told around `now` (aware, in the zone of the story)."""
    start = now.replace(minute=now.minute - now.minute % STEP, second=0, microsecond=0)
    environment = _environment()
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        name, charset = _name_and_charset(path.name)
        text = environment.from_string(path.read_text("utf-8")).render(
            ago=lambda minutes: start - timedelta(minutes=minutes),
            ahead=lambda minutes: start + timedelta(minutes=minutes),
            on=lambda days, clock: _on(start, days, clock),
        )
        yield name, text.encode(charset)


def _name_and_charset(name: str) -> tuple[str, str]:
    """`01-mail.iso-2022-jp.eml.j2` → `01-mail.eml` and `iso-2022-jp`."""
    stem, *middle, ending = name.removesuffix(SUFFIX).split(".")
    return f"{stem}.{ending}", middle[0] if middle else "utf-8"


def _on(start: datetime, days: int, clock: str) -> datetime:
    hour, minute = map(int, clock.split(":"))
    return (start + timedelta(days=days)).replace(hour=hour, minute=minute)


def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters.update(
        {
            "hm": lambda at: f"{at.hour}:{at:%M}",
            "kanji_hm": lambda at: f"{at.hour}時{at:%M}分",
            "md": _month_day,
            "kanji": lambda at: f"{at.year}年{_kanji(at)}",
            "kanji_md": _kanji,
            "ymd": lambda at: f"{at.year}年{_month_day(at)}",
            "slash_hm": lambda at: f"{at.month}/{at.day} {at.hour}:{at:%M}",
            "iso": lambda at: at.isoformat(timespec="seconds"),
            "date": lambda at: f"{at:%Y-%m-%d} {at.hour}:{at:%M}",
            "english": lambda at: f"{at:%a} {at.day} {at:%b %Y}, {at.hour}:{at:%M}",
            "rfc": format_datetime,
            "wide": lambda text: text.translate(_WIDE),
            "mime": lambda text, charset: Header(text, charset).encode(),
        }
    )
    return environment


def _kanji(at: datetime) -> str:
    return f"{at.month}月{at.day}日({WEEKDAYS[at.weekday()]}){at.hour}時{at:%M}分"


def _month_day(at: datetime) -> str:
    return f"{at.month}月{at.day}日({WEEKDAYS[at.weekday()]}) {at.hour}:{at:%M}"
