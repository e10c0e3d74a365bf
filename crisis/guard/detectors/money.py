"""Amounts of money."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading, sentence
from crisis.guard.registry import Hit, detector
from crisis.guard.voices import DISCLOSED, RELIEF, advice_if

NEAR = 16
"""Characters around an amount within which a word says what it is."""

LOSS = Expression(
    "損失|損害|被害|売上|利益|身代金|費用|賠償|loss|damage|lose|losing|lost|damages|revenue|ransom|profit|cost"
)
NUMBER = r"[\d〇一二三四五六七八九十百千,.]"

SMALL = Expression(r"\d{1,4}円|\d,\d{3}円|[$€£]\s?\d{1,3}(?:\.\d\d)?|\d{1,3} (?:dollars|pounds|euros)")
"""What one person pays."""

RAISED = Expression(r"rais(?:e|es|ed|ing) (?:funds|money)|fund-?rais|募金")
"""Money is collected from the public."""

OUR_GIFT = Expression(
    r"円を(?:寄付|寄贈|拠出)|円の(?:寄付|寄贈|拠出)を(?:決|行)|(?:we|company) (?:will |have |has )?(?:give|given|donate|pledge)"
)
"""What the writer gives: a sum that waits for whoever approves it."""

AMOUNT = Pattern(
    rf"(?<!\d){NUMBER}{{1,12}}\s?[億万千百]{{0,3}}(?:円|ドル|ユーロ|ポンド|元(?=[のをで]))|{NUMBER}{{1,12}}\s?億(?!年|人)|"
    rf"(?:[$€£¥]|(?<![a-z])(?:usd|"
    rf"eur|gbp|jpy|us\$))\s?\d{{1,3}}(?:[\d,.]{{0,14}}\d)?(?:\s?(?:million|billion|thousand|bn|m|k))?"
    rf"|(?<![\d.])\d[\d,.]{{0,12}}\s(?:million|billion|thousand)?\s?(?:dollars|yen|euros|pounds)"
    r"|(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|several|half a) (?:hundred )?(?:million|billion|thousand) "
    r"(?:us )?(?:dollars|yen|euros|pounds)"
)


@detector
def amounts(reading: Reading, context: Background) -> Iterator[Hit]:
    """Amounts of money."""
    for found in reading.find(AMOUNT):
        if not reading.is_public(found.start, found.end):
            start, end = found.match.span()
            near = found.match.string[max(0, start - NEAR) : end + NEAR]
            if LOSS.search(near):
                yield Hit(
                    "finance", found.start, found.end, advice_if(DISCLOSED.search(found.match.string) is not None)
                )
            else:
                disclosed = DISCLOSED.search(found.match.string) is not None
                yield Hit("amount", found.start, found.end, advice_if(disclosed or _given(found)))


def _given(found: Found) -> bool:
    """Whether it is small as prices are, or its sentence tells of relief or of a price."""
    told = sentence(found)
    if RAISED.search(found.match.string) and not OUR_GIFT.search(told):
        return True
    return SMALL.fullmatch(found.match[0]) is not None or (bool(RELIEF.search(told)) and not OUR_GIFT.search(told))
