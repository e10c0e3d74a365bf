"""Whether a notice only notes what somebody outside asked or told: a reporter's call is no word of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.model.notice import Notice
from crisis.text.folding import folded
from crisis.text.late import late

_HEAD = 4  # written lines in which such a note says what it is
_NOTE = late(
    r"(?:電話|通話|受電|架電|取材|会話|聞き取り|ヒアリング|問い?合わ?せ|照会|苦情|通報|伝言)(?:対応|受付|内容)?(?:メモ|"
    r"記録|受付票|ログ|控え)|"
    r"(?:取材|インタビュー)(?:の)?(?:依頼|申し?込み?|申し?入れ|要請|照会|の?電話)(?!は|に(?:は|つい)|への|対応)|"
    r"(?:記者|新聞社?|テレビ局?|通信社|放送局?|ラジオ|週刊誌|メディア|マスコミ|報道機関|報道各社|番組|ライター)[^。\n]{0,20}?"
    r"(?:から|より|が)の?(?:問い?合わ?せ|電話|取材|質問|照会|入電|架電|連絡)(?!は|に(?:は|つい)|への|があった(?:場合|際|とき|ら)|対応)|"
    r"\b(?:phone|call|telephone|press|media|interview|conversation|enquiry|inquiry|query|switchboard)(?:[ -]?(?:line|desk|office|call))? "
    r"(?:notes?|memo|log|record|slip|message)\b|"
    r"\bnotes? (?:of|from|on) (?:a |the |my )?(?:\w+ )?(?:phone )?(?:call|conversation|interview)\b|"
    r"(?:^|[\n(])\s*caller\s*:|\b(?:press|media|journalist|reporter)(?:'s)? (?:enquiry|inquiry|query|call|question|"
    r"request)\b(?! to| should| must| go)|"
    r"\b(?:reporter|journalist|correspondent|editor|producer|newspaper|tv station|broadcaster)\b[^.\n]{0,60}?"
    r"\b(?:asked|asks|called|rang|calls|phoned|wants|says|said|claims|wrote|writes)\b"
)
_IN_CASE = late(
    r"場合|際は|ときは|時は|たら|回して|\b(?:if|when|please (?:refer|forward|pass|direct|send)|refer|forward|pass)\b"
)


def second_hand(notice: Notice) -> bool:
    """Whether the notice says at its head that it notes what somebody outside asked or told. What to do with such calls is no
    such note."""
    if notice.form == "phone":  # a colleague's six answers
        return False
    return any(_NOTE().search(said) and not _IN_CASE().search(said) for said in _head(notice))


def _head(notice: Notice) -> Iterator[str]:
    """The sentences of the title and of the first written lines, folded."""
    written = [line for line in notice.text.split("\n") if line.strip()]
    for line in (notice.title, *written[:_HEAD]):
        yield from re.split(r"[。!?;]|\. ", folded(line))
