"""Amounts of money; names of companies that are not ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import GuardContext
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, Pattern, detector

NEAR = 16
"""Characters around an amount within which a word says what it is."""

LOSS = re.compile("損失|損害|被害|売上|利益|身代金|費用|賠償|loss|damages|revenue|ransom|profit|cost")
NUMBER = r"[\d〇一二三四五六七八九十百千,.]"

AMOUNT = Pattern(
    rf"(?<!\d){NUMBER}{{1,12}}\s?[億万千百]{{0,3}}円|{NUMBER}{{1,12}}\s?億(?!年|人)|(?:[$€£¥]|(?<![a-z])(?:usd|"
    rf"eur|gbp|jpy|us\$))\s?\d{{1,3}}(?:[\d,.]{{0,14}}\d)?(?:\s?(?:million|billion|thousand|bn|m|k))?"
    rf"|(?<![\d.])\d[\d,.]{{0,12}}\s(?:million|billion|thousand)?\s?(?:dollars|yen|euros|pounds)",
    needs="円|億|$|€|£|¥|usd|eur|gbp|jpy|dollars|yen|euros|pounds",
)
COMPANY = Pattern(
    r"(?:株式会社|\(株\)|有限会社|合同会社)\s?[一-鿿ァ-ヶーa-z0-9]{1,20}?(?:様|殿|御中|向け|との取引|との契約|"
    r"への納|からの受注|の担当)"
    r"|[一-鿿ァ-ヶーa-z0-9]{2,20}(?:株式会社|\(株\))(?:様|殿|御中|向け|との取引|との契約|への納|からの受注)"
    r"|お客様である[一-鿿ァ-ヶー]{2,20}|(?:取引先|顧客|納入先|仕入先|得意先|パートナー企業)(?:の|である|、|:|"
    r"「)\s?[一-鿿ァ-ヶーa-z0-9]{2,20}(?:社|様|株式会社|電機|商事|工業|製作所|銀行|自動車|化学|製薬|物産|建設|"
    r"システム)",
    needs="株|お客様である|有限会社|合同会社|取引先|顧客|納入先|仕入先|得意先|パートナー企業",
)
ENGLISH_CUSTOMER = Pattern(
    r"(?<![a-z])(?:customer|client|supplier|vendor|distributor)s?[:,]?\s(?:such as\s|like\s|"
    r"including\s|named\s)?([a-z][a-z0-9&.-]{1,24}(?:\s[a-z][a-z0-9&.-]{1,24}){0,2})",
    needs="customer|client|supplier|vendor|distributor",
)


@detector
def amounts(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Amounts of money."""
    for found in reading.find(AMOUNT):
        if not reading.is_public(found.start, found.end):
            start, end = found.match.span()
            near = found.match.string[max(0, start - NEAR) : end + NEAR]
            yield Hit("finance" if LOSS.search(near) else "amount", found.start, found.end)


@detector
def other_companies(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Companies named as customers, partners or suppliers."""
    for found in reading.find(COMPANY):
        if not reading.is_public(found.start, found.end):
            yield Hit("customer", found.start, found.end)
    for found in reading.find(ENGLISH_CUSTOMER):
        start = reading.text.rfind(" ", found.start, found.end) + 1
        if _proper(found.written.split()) and not reading.is_public(start, found.end):
            yield Hit("customer", found.start, found.end)


def _proper(words: list[str]) -> bool:
    """Whether a lower-case role is followed by a name: "customer Hokuto Foods"."""
    following = [word for word in words[1:] if word not in ("such", "as", "like", "including", "named")]
    return words[0].islower() and bool(following) and following[0][:1].isupper() and not following[0].isupper()
