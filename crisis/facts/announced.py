"""Times that sentences of every type announce in the same words: as of, the next update, reopening."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.facts.dates import Point
from crisis.facts.late import late
from crisis.facts.times import gather, leading

_AS_OF = late(r"(?P<before>[^。、]{4,40}?)\s?(?:現在|時点)|\bas of (?P<after>.{4,40})")
_BY = r"(?:at|by|on|around|about)"
_NEXT = late(
    r"(?:次回|次報|次は|次の(?:お知らせ|発表|更新|連絡))(?:の?(?:お知らせ|更新|連絡|発信|報告|発表))?(?:予定)?[はが:、\s]*(?P<a>.{3,40})|"
    r"続報は(?P<b>.{3,40})|"
    r"(?P<before>[^。、]{3,40}?)(?:ごろ|頃|まで)?に(?:は)?、?(?:改めて|あらためて|再度|続報|次の|次回|次報)[^。]{0,12}"
    r"(?:お知らせ|ご?連絡|ご?報告|発表|掲載|お伝え)|"
    r"\bnext (?:update|report|notice)(?: is| will be)?(?: due)?(?: at| by| on)?[: ]+(?P<c>.{3,40})|"
    rf"\b(?:report|update you|inform you|write|post|speak|be back|come back) again {_BY}? ?(?P<d>.{{3,40}})|"
    r"\b(?:another|a further|further|more|the next|our next) (?:updates?|news|information|report|statement)"
    rf"(?: is due| will follow| follows| to follow| is planned)? {_BY} (?P<e>.{{3,40}})|"
    r"\bwe (?:will|shall) (?:give (?:you )?an update|update(?: this)?|provide an update|publish an update) "
    rf"{_BY} (?P<f>.{{3,40}})"
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
        found = gather(leading(next(filter(None, match.groups())), last=match.lastgroup == "before"))
        if found.shape == "P" and (name != "as_of" or found.points[0].date or found.points[0].clock):
            yield found.points[0]  # 「今朝の時点」 dates nothing
