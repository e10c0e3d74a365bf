"""Amounts of money."""

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


@detector
def amounts(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Amounts of money."""
    for found in reading.find(AMOUNT):
        if not reading.is_public(found.start, found.end):
            start, end = found.match.span()
            near = found.match.string[max(0, start - NEAR) : end + NEAR]
            yield Hit("finance" if LOSS.search(near) else "amount", found.start, found.end)
