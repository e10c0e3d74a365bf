"""Whether a notice itself says that it must not be told outside yet: that is no mark on a file but an instruction."""

from __future__ import annotations

import re

from crisis.facts.wording.inside import inside_from
from crisis.model.notice import Notice
from crisis.text.folding import folded
from crisis.text.late import late

_ITEM = late(r"\s*[-*•・]\s*")
_NOT_YET = late(
    r"(?:社外|外部|対外|お客様)(?:へ|に|的)?の?(?:言及|公表|発信|投稿|開示|発表)(?:は|を|が)?[^。\n]{0,8}(?:厳禁|禁止|不可|控え|待|しない)|"
    r"お客様には(?:まだ|決して)|(?:開示|公表|発表)(?:は|の|について)[^。\n]{0,12}(?:待ち|保留|未定|判断)|公表(?:前|しないで)|まだ公表し|公表は?(?:控え|見合わせ)|"
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
    """Whether the notice asks that nothing of it be said outside for now."""
    begins = inside_from(notice)
    lines = notice.text.split("\n")[: begins - 1 if begins else None]
    return any(_asks(folded(line)) for line in (notice.title, *lines))


def _asks(line: str) -> bool:
    """Whether a line asks it of the notice as a whole. At the end of an item it is asked of what the item tells ("- ETA in my
    gut: 04:00. Don't publish")."""
    first, *rest = re.split(r"。|\. ", line)
    said = (first,) if _ITEM().match(line) else (first, *rest)
    return any(_NOT_YET().search(each) and not _OF_A_DETAIL().search(each) for each in said)
