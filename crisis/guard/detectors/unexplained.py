"""Numbers and codes that nothing explains. A post counts, measures, dates and tells telephone numbers; of real posts hardly any
holds another number of four digits or more, or a code of letters and digits. So whatever is left over is held, without a word
for it in any table."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.contacts import national
from crisis.guard.detectors.labelled import TOLD
from crisis.guard.detectors.shapes import KNOWN
from crisis.guard.expressions import Expression
from crisis.guard.lexicon import Span
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, detector
from crisis.model.finding import Severity
from crisis.text.linked import linked

COUNTER = (
    r"(?:[.,]\d|\s?(?:人|名|件|円|時|分|秒|日|月|年|歳|才|個|台|本|枚|通|社|戸|世帯|棟|頭|羽|か|カ|箇|ヶ|ヵ|km|cm|mm|m|kg|t|l|号|"
    r"番|階|回|度|割|倍|%"
    r"|両|便|系統|週|丁目|ページ|箱|袋|食|杯|点|問|ミリ|キロ|メートル|万|億|千|百|席|室|床|校|店|軒|隻|機|リットル|ヘクタール|ha|"
    r"hpa|ヘクト|kw|mw|票|冊|品"
    r"|セット|ポイント|坪|平方|立方|施設|ドル|ベクレル|bq|マイクロ|シーベルト|ボルト|アンペア|kcal|hz|ボトル|パック|か国))"
)
BARE = Pattern(
    rf"(?<![\d.,:/#@+$£€¥~_'-])(?<![a-z0-9])(?<![約計総])(?!(?:19|20)\d\d(?!\d))\d{{4,12}}(?![\d:/a-z_%$€+~-]|{COUNTER})"
    r"(?!\s?(?:[nsew]\.?\s)?(?!(?:for|at|to|is|was|and|then|next|opens) )(?:[a-zà-ÿ]{3,}|am|pm|hr))"
)
"""Four digits or more that count nothing."""

HYPHENED = Pattern(
    rf"(?<![\d.,:/#@+$£€¥~_-])(?<![a-z0-9])(?=(?:\d-?){{4}})\d{{1,6}}(?:-\d{{1,8}}){{1,5}}(?![\d:/a-z_%$€+~-]|{COUNTER})"
)
CODE = Pattern(
    r"(?<![a-z0-9_/#@.&$£€'%+=-])(?=[a-z0-9-]{4,40}(?![a-z0-9]))(?=[a-z0-9-]{0,40}[a-z])(?=(?:[a-z-]{0,12}\d){2})"
    r"[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,6}(?![a-z0-9_@]|\.[a-z0-9]|[/@便号系型行])"
)
PLAIN = Expression(
    r"\d+(?:[a-z]{1,4}|over|and|or|of\d+|or\d+)$|\d{1,3}-[a-z-]{2,}$|\d{1,2}-\d{1,2}-?[a-z]{2,}$|"
    r"[a-z]{1,3}-?\d{1,3}[a-z]?$|[a-z]+-\d{1,2}s?$|\d{1,2}[a-z]{3,9}(?:\d{2}|\d{4})?$"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\d{1,4}$|h\dn\d|\d{1,2}h\d\d|"
    r"\d+(?:st|nd|rd|th|am|pm|a|p)?-\d+(?:st|nd|rd|th|am|pm|km|m|mm|"
    r"hrs?|a|p)?$|([a-z])\d{1,2}-\1?\d{1,2}$"
    r"|over-\d+s|1?-?[08]\d{2,3}-[a-z0-9-]+$|\d+[a-z]{4,12}$|0+japan|"
    r"web171|\d{4}[a-z]{1,2}\d{1,2}$|\d+[x×]\d+[a-z]*$"
)
"""Counts with their unit, spans of hours, roads, rows of seats, aircraft, days of a month, names with a number."""

PLACE_BEFORE = Expression(
    r"(?:[町村市区字条通丁番目郡島里原田川野崎山本宮内台ヶ丘浜沢谷]|号線|blk|block|[一-鿿]{2}\d{0,2})$"
)
"""Before groups with hyphens: the name of a quarter, whose blocks and houses they are."""

SCORED = Expression(
    r"\d{1,2}-\d{1,2}$|(?:19|20)\d\d-\d{1,4}(?:-\d{1,2})?$|\d{1,2}-\d{1,2}-(?:19|20)?\d\d$|\d{3,5}-\d{3,5}$|"
    r"0\d{1,4}-\d{1,4}-\d{3,4}$|1?-?\d{3}-\d{3}-\d{4}$"
)
"""Dates, spans and telephone numbers, which others read."""

RUNG = Expression(
    r"(?:tel|phone|call|dial|ring|text|txt|sms|send|to|hotlines?|numbers?|line|fax|内線|ショートメール|放送|zip|"
    r"郵便番号|〒|,\s?[a-z]{2}|zones?"
    r"|at|visit|address|est\.?|since|until|till|約|およそ|計|延べ|from|in|over|nearly|about|almost|than|of|some|"
    r"up to|震度|fm|am|\d[ -]?)[ :#.(、は「]{0,3}$"
)
"""Before a number: it is rung, sent to, paid or an estimate."""

RUNG_JA = Expression(r"(?:電話|ダイヤル|コール|携帯|番号)[ :#(はが、「]{0,3}$|-[a-z]{3,5} ?\($")
"""The same of a number that is as long as one that is dialled."""

CLOCK = Expression(r"(?:[01]\d|2[0-3])[0-5]\d$")
HOUR = Expression(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|expected|peak|at|by|until|till?|from|between|after|"
    r"before|\d{4} ?(?:-|to|and)|am|today|tonight|tomorrow"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[年月日時頃])[ ,.:(]{0,2}$"
)
"""Before four digits that are a time of day: a day, or a word for when."""

DIGITS_BEHIND = Expression(r"[ )-]{1,2}\(?\d{2,}|\s?\.\.")
JAPANESE = Expression(r"[ぁ-ゖァ-ヺ一-鿿]")
NEAR = 12


@detector
def unexplained(reading: Reading, context: Background) -> Iterator[Hit]:
    """What is left over, outside of links."""
    found = [
        each for each in (*_numbers(reading, context), *_codes(reading)) if not reading.is_public(each.start, each.end)
    ]
    if not found or TOLD.search(reading.folded.text):
        return
    links = [(link.start, link.end) for link in linked(reading.text)]
    yield from (Hit("pii-id", each.start, each.end, Severity.HOLD) for each in found if not _within(each, links))


def _numbers(reading: Reading, context: Background) -> Iterator[Found]:
    listed = {national(contact) for contact in context.public_contacts}
    for found in reading.find(BARE):
        if not (_rung(found) or _hour(found) or found.match[0] in listed or _dialled(found)):
            yield found
    for found in reading.find(HYPHENED):
        if not (SCORED.match(found.match[0]) or PLACE_BEFORE.search(_head(found)) or _rung(found) or _dialled(found)):
            yield found


def _codes(reading: Reading) -> Iterator[Found]:
    for found in reading.find(CODE):
        if not (PLAIN.match(found.match[0]) or KNOWN.match(found.match[0])):
            yield found


def _hour(found: Found) -> bool:
    """Whether it is a time of day as seamen and weather services write it."""
    return CLOCK.match(found.match[0]) is not None and HOUR.search(_head(found)) is not None


def _dialled(found: Found) -> bool:
    """Whether it is as long as a telephone number, of which other detectors judge; in Japanese it begins with 0 as well."""
    digits = national(found.match[0])
    if not 7 <= len(digits) <= 12:
        return RUNG_JA.search(_head(found)) is not None and len(digits) > 5
    start, end = found.match.span()
    japanese = JAPANESE.search(found.match.string, max(0, start - NEAR), end + 2) is not None
    return digits.startswith("0") or not japanese or RUNG_JA.search(_head(found)) is not None


def _rung(found: Found) -> bool:
    """Whether words before it say that it is dialled or an estimate, or it is one group of several."""
    return (
        RUNG.search(_head(found)) is not None or DIGITS_BEHIND.match(found.match.string, found.match.end()) is not None
    )


def _head(found: Found) -> str:
    start = found.match.start()
    return found.match.string[max(0, start - NEAR) : start]


def _within(found: Found, spans: list[Span]) -> bool:
    return any(start <= found.start and found.end <= end for start, end in spans)
