"""From what hour on a notice may be told outside: 「解禁 14:00」, 「公表は14日13時以降」, "not before 09:00 on 3 May"."""

from __future__ import annotations

from collections.abc import Iterable

from crisis.facts.times.dates import Frame, Point, moment
from crisis.facts.times.parser import runs, says_time
from crisis.facts.unclear import Unclear
from crisis.model.moment import Moment
from crisis.text.late import late

_TOLD = r"(?:公表|(?<!一般)公開|発表|掲載|発信|投稿|配信|開示|周知|解禁|リリース|社外|対外)"
_LATER = late(
    rf"解禁|{_TOLD}[^。\n]{{0,30}}(?:以降|より前|になってから|を過ぎてから|まで(?:は|、)?[^。\n]{{0,12}}(?:控え|待|しない|禁止|見合わせ|伏せ))|"
    rf"(?:以降(?:に|は|で)?|になってから|を過ぎてから|より前に)、?[^。、\n]{{0,10}}{_TOLD}(?!する[^。、よこ]|した|済)|"
    rf"まで(?:は|、)*[^。、\n]{{0,10}}{_TOLD}[^。\n]{{0,10}}(?:控え|待|しない|禁止|見合わせ|ないで|不可|厳禁)|"
    r"\bembargo|\bfor release\b|\b(?:hold|keep) (?:this |it )?(?:back )?until\b|"
    r"\b(?:not|n't|never|nothing|no)\b[^.\n]{0,60}\b(?:publish\w*|releas\w*|post(?:ed)?|announc\w*|made public|"
    r"go(?:ing)? (?:out|public|live)|"
    r"tweet\w*|shared?|told|tell|said)\b[^.\n]{0,40}\b(?:before|until|till|prior to|earlier than)\b|"
    r"\bnot before\b[^.\n]{2,40}\b(?:publish\w*|releas\w*|announc\w*|made public)|"
    r"\b(?:publish\w*|releas\w*|post(?:ed)?|announc\w*|made public|go (?:out|public|"
    r"live))\b[^.\n]{0,30}\b(?:not before|no earlier than|only (?:after|from))\b|"
    r"\b(?:release|publication|publish|go-live)(?: time| date)?(?: \(.*\))?\s*(?:at|on|from|after|:|\|)\s*(?=\d|"
    r"mon|tue|wed|thu|fri|sat|sun)"
)
# What others announce, and when we speak next, is no release of this.
_OTHERS = late(
    r"(?:気象庁|jr|鉄道|警察|消防|県|市|当局|政府|電力)[^。]{0,6}(?:発表|公表)|次回|次報|続報|\b(?:again|next update|further update)\b"
)


def says_release(line: str) -> bool:
    """Whether a folded line says a time before which nothing of the notice may be told."""
    return says_time(line) and _LATER().search(line) is not None and _OTHERS().search(line) is None


def released_at(lines: Iterable[str], frame: Frame) -> Moment | None:
    """The latest time that folded lines give for it; None where they give none that can be read."""
    times = [at for line in lines if says_release(line) for at in _times(line, frame)]
    return max(times, key=lambda one: one.at, default=None)


def _times(line: str, frame: Frame) -> Iterable[Moment]:
    points = [point for _, words in runs(line, lenient=True) for point in words.points]
    for point in points:
        try:
            yield moment(_with_day(point, points), frame)
        except Unclear:
            continue


def _with_day(point: Point, points: list[Point]) -> Point:
    """A clock time alone, with the one day of its line: "09:00 on 3 May"."""
    dated = [one for one in points if one.date or one.relative]
    if point.clock and not (point.date or point.relative or point.day) and len(dated) == 1 and not dated[0].clock:
        point.date, point.relative = dated[0].date, dated[0].relative
    return point
