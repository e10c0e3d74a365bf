"""Numbers that stand for a person: staff numbers, passes, accounts, and those that states and banks give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, detector
from crisis.model.finding import Severity

VALUE = r"(?=[a-z0-9/ -]{4,24})(?=(?:[a-z/ -]{0,8}\d){3})[a-z]{0,4}[-/ ]?\d[a-z0-9]{0,9}(?:[-/ ]{1,2}[a-z0-9]*\d[a-z0-9]*){0,4}"
HELD = Pattern(
    r"(?:定期券?|伝票|証券|カルテ|診察|診療|患者|予約|申込|申し込み|受付|受験|整理|契約|会員|加入者?|被保険者|顧客|荷物|送り状|追跡|"
    r"預かり|入館|通行|登録|免許|許可|住民票?|戸籍|学籍|年金|保険|口座|カード|車両?|ナンバー|登録)"
    rf"(?:証|票|書|者|券)?(?:番号|no\.?|ナンバー|コード|id)?(?:は|の|が|:|「| |#){{0,3}}({VALUE})(?=[^\d]{{0,6}}(?:の方|のかた|の人|"
    rf"の患者|のお客|の利用者|のお荷物|の持ち主|の契約者|の会員|の児童|をお持ち|を持つ|さん|さま|様|の車))"
    rf"|(?<![a-z])(?:polic(?:y|ies)|mrn|medical record|patient|case|claim|booking|reservation|ticket|passport|pnr|loyalty|membership|"
    rf"member|account|acct|contract|file|dossier|tracking|parcel|consignment|"
    rf"waybill|licen[cs]e|plate|registration|vin|prescription|rx|appointment|student|pupil|employee|driver|badge|locker|reference|"
    rf"ref)(?: (?:no\.?|number|nr|id|ref|code|plate|card))?[ :#]{{0,3}}({VALUE})(?![a-z0-9%])"
    rf"(?! (?:people|homes|customers|members|students|staff|policies|accounts|cases|claims|jobs|times|days|years|hours|am|pm|in |at |"
    rf"on |per ))"
    rf"|(?<![a-z])(?:badges? in|badged in|signs? in|logs? in|clocks? in|known to us|listed|registered|enrolled|filed) (?:as|"
    rf"under) ({VALUE}|[a-z]{{1,3}}-?\d{{3,9}})(?![a-z0-9])"
)
"""Whatever number stands for one customer, patient or parcel."""

PLATE = Pattern(
    r"(?<![a-z])(?:number|no\.?|card|badge|account|id|pass|phone|policy|plate)s? (?:that )?(?:ending|ends|starting|starts|beginning|"
    r"begins)(?: in| with)? \d{3,6}(?!\d)|"
    r"(?:下|上|末尾|頭|最初|最後|真ん中)の?(?:[0-9一二三四五六]桁|[0-9]けた)?(?:は|が|の)\s?\d{3,6}(?:[- ]\d{2,6})*(?!\d|円|人|件|時|"
    r"分|年|月|m|cm|km|メートル)"
    r"|(?<![a-z])(?:passport|licen[cs]e|card|wallet|badge|pass|id|certificate|permit|visa|policy)[^.\n]{0,48}?(?:,| ) ?(?:no\.?|"
    r"number|nr)(?![a-z]) ?[a-z]{0,3} ?\d{3,9}(?:[ -]\d{2,6}){0,3}(?!\d)|"
    r"[一-鿿]{2,3}\s?\d{2,3}\s?[ぁ-ん]\s?[\d・.]{1,2}[- ]?\d{2}(?!\d)",
)
STAFF = Pattern(
    r"(?<![a-z0-9])(?:emp|stf|id|eid|sid)[-_ #]?\d{3,9}(?![a-z0-9])|(?<![a-z0-9])[a-z]{1,2}-?\d{5,7}"
    r"(?= ?(?:さん|の方|番の|[一-鿿]{1,3}[/、。・]))"
)
EXTENSION = Pattern(
    r"内線[番号はの:\s#]{0,5}[\d〇一二三四五六七八九][\d〇一二三四五六七八九-]{1,7}|(?<![a-z])(?:ext|extn|"
    r"extension)[.:\s#]{0,3}\d{2,6}(?!\d)"
)
COLLECTED = Expression("義[援捐]金|寄付|寄附|募金|支援金の|donat|relief fund|appeal")
"""Before a bank account's number: money is collected there, so that it must be told."""

OFFICE = Expression(r"(?:課|室|係|局|署|支所|窓口|センター|office|desk|line)[( ]{0,2}$|\d{4}[ (]{0,2}$")
"""Before an extension: an office's number, which people are meant to ring."""

SOCIAL_SECURITY = Pattern(r"(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])")
NATIONAL_INSURANCE = Pattern(
    r"(?<![a-z0-9])[a-ceghj-prstw-z][a-ceghj-nprstw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![a-z0-9])"
)
CARD = Pattern(r"(?<![\d-])(?:(?:\d{4}[ -]?){3}\d{4}|\d{4}[ -]\d{6}[ -]\d{5}|\d{13,19})(?![\d-])")
MY_NUMBER = Pattern(r"(?<![\d-])\d{4}[ -]\d{4}[ -]\d{4}(?![\d -]{0,2}\d)")
IBAN = Pattern(r"(?<![a-z0-9])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])")


@detector
def personal_numbers(reading: Reading, context: Background) -> Iterator[Hit]:
    """Numbers behind their labels, staff numbers beside a person, extensions."""
    for pattern in (HELD, PLATE, STAFF, SOCIAL_SECURITY, NATIONAL_INSURANCE):
        for found in reading.find(pattern):
            yield Hit("pii-id", found.start, found.end, Severity.HOLD if pattern is HELD else None)
    for found in reading.find(EXTENSION):
        head = found.match.string[max(0, found.match.start() - 10) : found.match.start()]
        if context.says_what_is_public or not OFFICE.search(head):
            yield Hit("pii-id", found.start, found.end, Severity.HOLD)


@detector
def numbers_with_check_digits(reading: Reading, context: Background) -> Iterator[Hit]:
    """Payment cards, individual numbers of Japan, bank accounts: their check digits tell them from other numbers."""
    for pattern, is_valid in ((CARD, _card), (MY_NUMBER, _my_number), (IBAN, _iban)):
        for found in reading.find(pattern):
            if is_valid(found):
                given = pattern is IBAN and COLLECTED.search(found.match.string)
                yield Hit("pii-id", found.start, found.end, Severity.ADVISE if given else None)


def _card(found: Found) -> bool:
    from stdnum import luhn

    digits = re.sub(r"\D", "", found.match[0])
    return digits[0] in "23456" and luhn.is_valid(digits)


def _my_number(found: Found) -> bool:
    from stdnum.jp import in_

    return bool(in_.is_valid(found.match[0]))


def _iban(found: Found) -> bool:
    from stdnum import iban

    return bool(iban.is_valid(found.match[0], check_country=False))
