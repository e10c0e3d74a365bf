"""Whether a notice itself says that it must not be told outside yet, and from when on it may: no mark on a file but an instruction."""

from __future__ import annotations

import re
from datetime import datetime

from crisis.facts.times import frames
from crisis.facts.times.release import released_at, says_release
from crisis.facts.wording.inside import inside_from
from crisis.model.finding import Finding, Severity
from crisis.model.notice import Notice
from crisis.model.settings import Settings
from crisis.sentence import Sentence
from crisis.text.folding import folded
from crisis.text.late import late

_ITEM = late(r"\s*[-*•・]\s*")
_NOT_YET = late(
    r"(?:社外|外部|対外|お客様)(?:へ|に|的)?の?(?:言及|公表|発信|投稿|開示|発表)(?:は|を|が)?[^。\n]{0,8}(?:厳禁|禁止|不可|控え|待|しない)|"
    r"(?:お客様|お客さま|お客さん|顧客|取引先|社外|外部?)(?:の方)?に?(?:は|も)?、?(?:まだ|決して|一切)[^。\n]{0,12}(?:ない|ず)|"
    r"(?:開示|公表|発表|解禁|正式決定)(?:前|まで)(?:に|は)?[^。\n]{0,12}(?:言わ|出さ|話さ|伝え|知らせ|漏らさ)|"
    r"\bkeep (?:this|it) (?:inside|within|internal|to yourself|to yourselves|between us|quiet)|"
    r"(?:開示|公表|発表)(?:は|の|について)[^。\n]{0,12}(?:待ち|保留|未定|判断)|公表(?:前|しないで)|まだ公表し|公表は?(?:控え|見合わせ)|"
    r"\b(?:do not|don't|not to be|must not be) (?:publish|post|tell customers|announce|made public)\w*|"
    r"\bnot (?:yet )?(?:be )?(?:announced|made public)|"
    r"以降(?:に|は)?、?(?:公開|公表|発表|掲載|発信|投稿)(?:して|が|も)?(?:も)?(?:可|よい|良い|いい|ok|でき|くださ)|"
    r"(?:公開|公表|発表|掲載|解禁)(?:日時?|時刻)?[\s:|]+[^。\n|]{2,24}以降[\s|]*$|"
    r"(?:公開|公表|発表|掲載|発信|投稿)[^。\n]{0,40}以降可|\b(?:not|only) to be (?:published|released|posted) (?:before|after|from)\b|"
    r"\bno announcement|\bunder embargo|\bembargo(?:ed)? until"
)

# What is asked of a detail that no post carries is not asked of the notice.
_OF_A_DETAIL = late(
    r"(?:金額|人数|件数|氏名|個人名|名前|社名|内訳|詳細|原因|経緯|損害額|被害額|場所|部署|所属|写真|型番|数量|在庫|台数|見込み?)(?:は|を|も|等|など|の|について)|"
    r"\b(?:amount|sum|numbers?|names?|details?|figures?|cause|address)\b"
)


def embargoed(notice: Notice) -> bool:
    """Whether the notice asks that nothing of it be said outside for now, or before an hour that it names."""
    return any(map(_asks, _asked(notice)))


def embargo(notice: Notice, settings: Settings, now: datetime) -> Finding | None:
    """What holds a notice that asks for silence: until an hour, where it names one, and no more once that has come. `now` is aware."""
    if not embargoed(notice):
        return None
    release = released_at(_asked(notice), frames.frame(notice, settings, now))
    if release is None:
        mend = Sentence("The notice asks that nothing be said outside yet. Ask its owner before anything is posted.")
        return Finding("not-yet-public", Severity.HOLD, mend)
    if release.has_time and release.at <= now:
        return None
    shown = release.at.astimezone(settings.zone).strftime("%Y-%m-%d %H:%M" if release.has_time else "%Y-%m-%d")
    mend = Sentence(
        "The notice may be told outside from {time} on, and not before. Clear its posts with that due time.", time=shown
    )
    return Finding("not-yet-public", Severity.HOLD, mend)


def _asked(notice: Notice) -> list[str]:
    """The lines in which a notice may ask it, folded."""
    begins = inside_from(notice)
    return [folded(line) for line in (notice.title, *notice.text.split("\n")[: begins - 1 if begins else None])]


def _asks(line: str) -> bool:
    """Whether a line asks it of the notice as a whole. At the end of an item it is asked of what the item tells ("- ETA in my
    gut: 04:00. Don't publish")."""
    first, *rest = re.split(r"。|\. ", line)
    said = (first,) if _ITEM().match(line) else (first, *rest)
    return any((_NOT_YET().search(each) or says_release(each)) and not _OF_A_DETAIL().search(each) for each in said)
