"""Telephone numbers, e-mail addresses, staff numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import GuardContext
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, Pattern, detector
from crisis.model.finding import Severity

DIGIT = "0-9〇零一二三四五六七八九"
GAP = r"[\s\-_ー‐‑–—−~().・/]"
KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")

JAPANESE = Pattern(
    rf"(?<![{DIGIT}.])(?:(?:\+|00|010-?)?81{GAP}{{0,3}})?\(?[0〇零]?[1-9一二三四五六七八九][{DIGIT}]{{0,3}}"
    rf"{GAP}{{0,2}}[{DIGIT}]{{1,4}}{GAP}{{0,2}}[{DIGIT}]{{3,4}}(?![{DIGIT}])"
)
INTERNATIONAL = Pattern(rf"\+{GAP}{{0,2}}[1-9](?:{GAP}{{0,2}}\d){{7,14}}(?!\d)", needs="+")
AMERICAN = Pattern(r"(?<![\d.])(?:1[-. ])?\(?[2-9]\d\d\)?[-. ]{1,2}[2-9]\d\d[-. ]\d{4}(?!\d)")
LABELLED = Pattern(
    r"(?:電話|携帯|tel|phone|mobile|cell|fax|連絡先|直通)[^\d\n]{0,8}(\d(?:[\s\-().]{0,2}\d){6,12})(?!\d)",
    needs="電話|携帯|tel|phone|mobile|cell|fax|連絡先|直通",
)
MAIL = Pattern(
    r"(?<![a-z0-9._%+\-])[a-z0-9._%+\-]+ ?(?:@|\[at\]|\(at\)|<at>| at (?=[a-z0-9-]{1,63} dot )) ?"
    r"[a-z0-9\-]{1,63}(?: ?(?:\.|\[dot\]|\(dot\)| dot ) ?[a-z0-9\-]{1,63}){1,4}",
    needs="@|at]|at)|at>| at ",
)
STAFF = Pattern(
    r"(?:社員|職員|従業員|学籍|人事)(?:番号|no\.?|id|コード|証番号)[はが:=#\s]{0,3}([a-z]{0,3}[-]?\d{3,10})"
    r"|(?:employee|emp|staff|personnel|worker|badge)\s(?:id|no\.?|number|code)[\s:=#is]{0,5}([a-z]{0,3}-?\d{3,10})"
    r"|(?:マイナンバー|個人番号)[はが:=\s]{0,3}(\d[\d\s-]{10,13}\d)",
    needs="番号|社員|職員|従業員|emp|staff|personnel|worker|badge|マイナンバー",
)
EXTENSION = Pattern(
    r"内線[番号はの:\s#]{0,5}[\d〇一二三四五六七八九][\d〇一二三四五六七八九-]{1,7}|(?<![a-z])(?:ext|extn|"
    r"extension)[.:\s#]{1,3}\d{2,6}(?!\d)",
    needs="内線|ext",
)
SOCIAL_SECURITY = Pattern(r"(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])", needs="-")
CARD = Pattern(r"(?<![\d-])(?:(?:\d{4}[ -]?){3}\d{4}|\d{4}[ -]\d{6}[ -]\d{5}|\d{13,19})(?![\d-])")

TOLL_FREE = (
    "0120",
    "0800",
    "0570",
    "0180",
    "0990",
    "0088",
    "0077",
    "1800",
    "1888",
    "1877",
    "1866",
    "1855",
    "1844",
    "1833",
)
"""Prefixes that only organisations have."""

HOTLINE = re.compile(
    "hotline|helpline|help line|call cent(?:re|er)|information line|info line"
    "|ホットライン|コールセンター|相談窓口|問い合わせ窓口|フリーダイヤル"
)
NEAR_HOTLINE = 30
"""Characters before a number within which the word belongs to it."""


@detector
def telephone_numbers(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Telephone numbers in Japanese, North American and international form, save for listed public contacts."""
    listed = {national(contact) for contact in context.public_contacts}
    for pattern, group in ((JAPANESE, 0), (INTERNATIONAL, 0), (AMERICAN, 0), (LABELLED, 1)):
        for found in reading.find(pattern, group):
            digits = national(found.match[group])
            if _dialled(pattern, digits) and digits not in listed and not reading.is_public(found.start, found.end):
                yield Hit(_code(found, digits), found.start, found.end)


def _code(found: Found, digits: str) -> str:
    """A number that only organisations have, or that the text calls a hotline, is public by intent, yet perhaps not ours."""
    head = found.match.string[max(0, found.match.start() - NEAR_HOTLINE) : found.match.start()]
    return "unlisted-contact" if digits.startswith(TOLL_FREE) or HOTLINE.search(head) else "pii-contact"


def _dialled(pattern: Pattern, digits: str) -> bool:
    """Whether digits found in Japanese form are as many as a number with its trunk prefix has, in Japan and elsewhere."""
    if pattern is not JAPANESE:
        return True
    return digits.startswith("0") and len(digits) in (10, 11)


def national(number: str) -> str:
    """A number's digits as dialled at home: +81 90 … and ０９０… alike become 090…; other countries' keep their code."""
    from crisis.text.folding import folded

    text = folded(number).translate(KANJI_DIGITS)
    digits = re.sub(r"\D", "", text)
    abroad = re.match(r"(?:00|010)?81(?=0?[1-9]\d{7,9}$)", digits)
    if abroad and not (digits.startswith("0") and len(digits) == 10):
        return "0" + digits[abroad.end() :].removeprefix("0")
    return digits


@detector
def mail_addresses(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """E-mail addresses, spelt out ones included."""
    listed = {contact.casefold() for contact in context.public_contacts}
    for found in reading.find(MAIL):
        if found.match[0] not in listed and not reading.is_public(found.start, found.end):
            yield Hit("pii-contact", found.start, found.end)


@detector
def staff_numbers(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Staff numbers, extensions, and numbers that states and banks give to persons."""
    for pattern in (STAFF, SOCIAL_SECURITY):
        yield from (Hit("pii-id", found.start, found.end) for found in reading.find(pattern))
    yield from (Hit("pii-id", found.start, found.end, Severity.HOLD) for found in reading.find(EXTENSION))
    yield from (Hit("pii-id", found.start, found.end) for found in reading.find(CARD) if _luhn(found))


def _luhn(found: Found) -> bool:
    """The check digit of payment cards (ISO/IEC 7812-1)."""
    digits = [int(c) for c in found.match[0] if c.isdigit()]
    doubled = [sum(divmod(2 * d, 10)) for d in digits[-2::-2]]
    return digits[0] in (2, 3, 4, 5, 6) and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
