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
    {
        "発信元",
        "発信者",
        "発信部署",
        "発信部門",
        "発行元",
        "差出人",
        "担当部署",
        "主管部署",
        "発信",
        "発行",
        "連絡元",
        "通知元",
        "報告元",
        "発出元",
    }
    | {"from", "owner", "issued by", "department", "author", "sender", "sent by", "issuer", "posted by"}
)
# What is no department under 発信 or 差出人: a time (発信：11月22日 16時).
_TIMES = re.compile(
    r"[(（\[].*|(?:令和|平成)?(?:\d+|元)\s*年|\d+\s*(?:[月日時分/:：.T+-]\s*)*|[月日時分秒](?=$|[\s\d(（])|現在|午[前後]|"
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jst|gmt|utc|am|pm)\b|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b",
    re.IGNORECASE,
)
# A line that holds no more than who wrote it, in the words of an organisation's chart.
_SIGNED = re.compile(
    r"(?:[^\s:：、。・()（）]{1,14}\s?)?[^\s:：、。・()（）はがをにで]{1,12}(?:部|課|室|本部|事務局|グループ|チーム)(?:です|より|から|発)?|"
    r"(?:the )?(?:hr|human resources|general affairs|facilities|it|information systems?|information technology|marketing|sales|"
    r"legal|finance|logistics|procurement|purchasing|corporate communications|public relations|communications|production|"
    r"occupational health|customer (?:support|service|care)|service desk|help ?desk|supply chain|safety|security)"
    r"(?: (?:department|dept\.?|team|division|group|office))?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(\S+(?:部|課|室|本部|事務局|グループ|チーム))\s+(?!\S*(?:部|課|室|係|グループ|チーム)$)\S{1,8}"
)  # 総務部 須藤
_ASIDES = " \t\u3000.,、。/|／｜()（）【】[]<>＜＞「」~〜-－:：　"
_LONGEST, _FIRST = 120, 8
_HEAD, _FOOT = 4, 4  # how many written lines at the ends may be signed
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


def owner_in(entries: Sequence[Entry], lines: Sequence[Line] = ()) -> str | None:
    """The issuing department: of a labelled line among the first (発信元：総務部), else of a line at the notice's head or foot
    that says no more than who wrote and when (「総務部　11月22日 14:20」)."""
    stated = _said_by(_stated(entries, _OWNERS) or "")
    return stated or _signed(lines)


def _said_by(text: str) -> str:
    """The department that a text names, without times, brackets and people: nothing where it says a time alone."""
    name = " ".join(_TIMES.sub(" ", text).strip(_ASIDES).split())
    name = re.sub(r"^(?:発信元?|発)\s", "", name)
    led = _UNIT.fullmatch(name)
    return led[1] if led else name


def _signed(lines: Sequence[Line]) -> str | None:
    written = [line.words.strip(BLANKS) for line in lines if line.words.strip(BLANKS) and not line.quiet]
    for words in (*written[:_HEAD], *reversed(written[_HEAD:][-_FOOT:])):
        name = _said_by(words)
        if _SIGNED.fullmatch(name):
            return re.sub("(?:です|より|から|発)$", "", name)
    return None


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
