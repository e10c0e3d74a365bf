"""Times that sentences of every type announce in the same words: as of, the next update, reopening."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.facts.times.dates import Point
from crisis.facts.times.parser import gather, leading
from crisis.text.late import late

_AS_OF = late(r"(?P<before>[^。、]{4,40}?)\s?(?:現在|時点)|\bas of (?P<after>.{4,40})")
_BY = r"(?:at|by|on|around|about)"
_NEXT = late(
    r"(?:次回|次報|次は|次の(?:お知らせ|発表|更新|連絡|報告|案内))(?:の?(?:お知らせ|更新|連絡|発信|報告|発表))?(?:予定)?[はが:、\s]*(?P<a>.{3,40})|"
    r"続報は(?P<b>.{3,40})|"
    r"(?P<before>[^。、]{3,40}?)(?:ごろ|頃|まで)?に(?:は)?、?(?:改めて|あらためて|再度|続報|次の|次回|次報)[^。]{0,12}"
    r"(?:お知らせ|ご?連絡|ご?報告|発表|掲載|お伝え)|"
    r"(?P<told>[^。、]{3,40}?)(?:ごろ|頃|まで)?に(?:は)?、?(?:も?う一度、?|もう1度、?)?(?:(?:この|当|本)?(?:ページ|"
    r"サイト|掲示板|ポータル|場|チャンネル|ここ)[^。、]{0,6}|"
    r"(?:進展|変化|変更|動き)が[^。]{0,10}|[^。、]{0,12}(?:有無|可否|状況|結果|方針|対応|取り?扱い?|予定)(?:を|"
    r"について)?|変わりがないか)?、?(?:全員に|皆さんに|皆様に)?"
    r"(?:お?知らせ|ご?連絡|ご?報告|ご?案内|発表|掲載|公表|お伝え|更新|書き込み|投稿|告知|周知|通知)(?:を)?(?:し|いた|致|"
    r"します)?(?:ます|いたします|致します|予定)|"
    r"(?P<written>[^。、]{3,40}?)(?:ごろ|頃|まで)?に(?:は)?(?:この|当|本)?(?:ページ|サイト|掲示板|ポータル|チャンネル|"
    r"ここ)?[にで]?(?:書きます|知らせます|載せます|上げます|流します)|"
    r"\bnext (?:update|report|notice)(?: is| will be)?(?: due)?(?: at| by| on)?[: ]+(?P<c>.{3,40})|"
    rf"\b(?:report|update you|inform you|write|post|speak|be back|come back) again {_BY}? ?(?P<d>.{{3,40}})|"
    r"\b(?:another|a further|further|more|the next|our next) (?:updates?|news|information|report|statement)"
    rf"(?: is due| will follow| follows| to follow| is planned)? {_BY} (?P<e>.{{3,40}})|"
    r"\b(?:will|shall|we'll) (?:give (?:you )?an update|update(?: this| you| all| everyone)?|provide an update|publish an update) "
    rf"{_BY} (?P<f>.{{3,40}})|"
    r"\bnext (?:message|mail|e-?mail|post|bulletin|alert|statement|briefing|word|news)(?: from us)?(?: is| will be| follows?)?"
    r"(?: due)?(?: at| by| on)?[: ]+(?P<g>.{3,40})|"
    r"\b(?:we|i)(?:'ll| will| shall) (?:confirm|update|announce|report|"
    r"write|post|inform|let you know|tell you|decide|publish|send|issue|say)\b"
    r"[^.;]{0,70}? (?:by|at|on|before) (?=\d|noon|midday|mon|tue|wed|thu|fri|sat|sun|tom|jan|feb|mar|apr|may|ju[nl]|aug|"
    r"sep|oct|nov|dec)(?P<h>.{3,60})"
)
_REOPENS = late(
    r"(?P<before>.{3,40}?)(?:営業|業務|通常(?:どおり|通り)?(?:の)?(?:営業|業務)?)?を?再開(?:いたします|致します|します|する予定|予定)|"
    r"\breopens? (?:on |at |from )?(?P<after>.{3,40})"
)
_ANNOUNCED = {"as_of": _AS_OF, "next_update": _NEXT, "reopens": _REOPENS}


def announced(name: str, text: str) -> Iterator[Point]:
    """The points of time that folded text announces for a field of that name. Raises `Unclear`."""
    pattern = _ANNOUNCED.get(name)
    for match in pattern().finditer(text) if pattern else ():
        found = gather(
            leading(next(filter(None, match.groups())), last=match.lastgroup in ("before", "told", "written"))
        )
        if found.shape == "P" and (name != "as_of" or found.points[0].date or found.points[0].clock):
            yield found.points[0]  # 「今朝の時点」 dates nothing
