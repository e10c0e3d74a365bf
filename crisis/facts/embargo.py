"""Whether a notice itself says that it must not be told outside yet: that is no mark on a file but an instruction."""

from __future__ import annotations

from crisis.facts.late import late
from crisis.model.notice import Notice
from crisis.text.folding import folded

_NOT_YET = late(
    r"(?:社外|外部|対外|お客様)(?:へ|に|的)?の?(?:言及|公表|発信|投稿|開示|発表)(?:は|を|が)?[^。\n]{0,8}(?:厳禁|禁止|不可|控え|待|しない)|"
    r"お客様には(?:まだ|決して)|(?:開示|公表|発表)(?:は|の|について)[^。\n]{0,12}(?:待ち|保留|未定|判断)|公表(?:前|しないで)|まだ公表し|公表は?(?:控え|見合わせ)|"
    r"\b(?:do not|don't|not to be|must not be) (?:publish|post|tell customers|announce|made public)\w*|"
    r"\bnot (?:yet )?(?:be )?(?:announced|made public)|"
    r"\bno announcement|\bunder embargo|\bembargo(?:ed)? until"
)


def embargoed(notice: Notice) -> bool:
    """Whether the notice asks that nothing of it be said outside for now."""
    return _NOT_YET().search(folded(f"{notice.title}\n{notice.text}")) is not None
