"""Telephone numbers and e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.name_parts import GIVEN_NAMES as GIVEN
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, detector
from crisis.guard.surnames import GIVEN_IN_LATIN, SURNAMES_IN_LATIN
from crisis.guard.voices import advice_if

DIGIT = "0-9〇零一二三四五六七八九"
GAP = r"[\s\-_ー‐‑–—−~().・/の]"
KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")

JAPANESE = Pattern(
    rf"(?<![{DIGIT}.])(?:(?:\+|00|010-?)?81{GAP}{{0,3}})?\(?[0〇零]?[1-9一二三四五六七八九][{DIGIT}]{{0,3}}"
    rf"{GAP}{{0,2}}[{DIGIT}]{{1,4}}{GAP}{{0,2}}[{DIGIT}]{{3,4}}(?![{DIGIT}])"
)
INTERNATIONAL = Pattern(
    rf"(?:\+|(?<![\d.])(?:00|011)[ -](?=[1-9])){GAP}{{0,2}}[1-9](?:{GAP}{{0,2}}\d){{7,14}}(?!\d)|\(0\)\s?7\d{{3}} ?\d{{6}}(?!\d)"
)
AMERICAN = Pattern(r"(?<![\d.])(?:1[-. ])?(?:\([2-9]\d\d\)[-. ]{0,2}|[2-9]\d\d[-. ]{1,2})[2-9]\d\d[-. ]\d{4}(?!\d)")
LABELLED = Pattern(
    r"(?:電話|携帯|tel|phone|mobile|cell|fax|連絡先|直通|責任者|当直|handy|(?<![a-z])mob|(?<![a-z])[mt]:|(?:number|line) is|"
    r"(?<![a-z])(?:call|ring|text|phone) [a-z]{3,12},|handset,)"
    r"[^\d\n]{0,8}(\d(?:[\s\-()./]{0,2}\d){6,12})(?!\d)"
)
MAIL = Pattern(
    r"(?<![a-z0-9._%+\-])[a-z0-9._%+\-]+ ?(?:@|[☆★◎]|[\[({<〔【](?:at|a|アット(?:マーク)?)[\])}>〕】]|_at_|"
    r"アット(?:マーク)?| at (?=[a-z0-9-]{1,63} dot )) ?"
    r"[a-z0-9\-]{1,63}(?: ?(?:\.|。(?=[a-z])|[\[({<〔【](?:dot|ドット)[\])}>〕】]| dot |"
    r"ドット) ?[a-z0-9\-]{1,63}){1,4}|(?<![a-z0-9._@-])[a-z]{1,16}[._-][a-z]{1,20}@(?![a-z0-9])"
)

SHARED = (
    "0120",
    "0800",
    "0570",
    "0180",
    "0990",
    "0300",
    "0370",
    "0088",
    "0077",
    "1800",
    "1888",
    "1877",
    "1866",
    "1855",
    "1844",
    "1833",
    "800",
    "888",
    "877",
    "866",
    "855",
    "844",
    "833",
)
"""Prefixes that only organisations have, in Japan and North America."""

MOBILE = Expression(r"0[789]0[1-9]|(?:0|(?:00)?440?)7[1-9]\d{8}$")
"""Mobile numbers of Japan and of the United Kingdom."""

GROUPED = Expression(r"(?<!\d)(?:0[67](?: \d\d){4}|04\d\d \d{3} \d{3})$")
"""Mobile numbers of France and Australia, in groups as they are written there."""

PERSONAL = Expression(
    "on (?:duty|call)[^.\n]{0,12}(?:can be |is |at|:|,)|reached on|reach (?:him|her|them|me)|携帯|自宅|直通|"
    "担当の|当直|責任者|夜間連絡|ip電話|直通は|さん|所長|店長|部長|課長|主任|運転手|倉庫番|夜勤|当番|個人|幹事|社員|実家|(?<!日)本人"
    r"|(?<![a-z])mob(?![a-z])|(?<![a-z])[mt]:|handy|dial-?in|bridge|duty (?:number|phone|line)|night line|"
    r"all staff|on (?:signal|whatsapp|telegram|viber|wechat)|text the|comms person|shift lead|mobile|cell|home|"
    r"personal|private|(?:night|"
    r"on-call|duty) (?:engineer|manager)|"
    r"(?<![a-z])(?:(?:his|her|their) (?!famil|relativ|loved)|(?:me|ask for)(?![a-z]))"
)
BEHIND = Expression(r"\s?\([^()\n]{0,6}(?:直通|当番|携帯|個人|夜間|自宅|direct|mobile|cell|personal|home|on-?call)")
"""Behind a number, in brackets: whose it is."""

NEAR_PERSON = 40
"""Characters before a number within which a person is its owner."""

DESK = Expression(
    r"(?:窓口|代表|問い?合わ?せ|相談|センター|ホットライン|ダイヤル|コール|受付|受け付け|専用|広報|報道|案内|[課係室局署所院店館部]|役場|"
    r"hotline|helpline|help ?desk|(?<!bridge )(?<!night )(?<!duty )line|desk|office|centre|center|enquir|inquir|"
    r"questions|info|information|department|"
    r"switchboard|reception|customer (?:care|service)s?|call us|ring us|freephone|toll[- ]free)"
    r"[は:へ、 (（「]{0,3}(?:(?:at|on|is|to|now|number|tel|電話|直通|番号|no\.?)[ :.]{0,2}){0,3}$"
)
NEAR_DESK = 28
"""Characters before a number within which a desk that answers the public is its owner; nearer than any person."""

HANDLE = Pattern(
    r"(?<![a-z])(?:line|ライン|g?mail|ジーメール|whatsapp|ワッツアップ|signal|シグナル|telegram|テレグラム|viber|wechat|skype|"
    r"スカイプ|discord|ディスコード|kakao|カカオ|メッセンジャー|messenger|インスタ|facebook|フェイスブック|dm|slack)"
    r"(?:の)?(?:id|アカウント| id| account| handle)?(?:は|が|で|に|:|「|\(| |@|=){1,4}@?([a-z0-9][a-z0-9._-]{4,30}@?)(?=[」) 、。,]|"
    r"に|へ|で|まで|$)"
)
"""A person's name at a messenger."""

ODD = Expression(r"[a-z].*(?:\d|_|\.[a-z])|\d.*[a-z]|@$")
"""As names at messengers are made up and words are not."""

OFFICIAL = Expression("公式|友だち追加|official|follow")

SHARED_MAIL = Expression(
    r"(?:info|press|pr|media|support|help|helpdesk|contact|report|enquir|inquir|office|service|news|webmaster|"
    r"customer|care|"
    r"claims|safety|emergency|koho|kouhou|soudan|saigai|bousai|kiki|toiawase|madoguchi|abuse|security|phishing|"
    r"privacy|donat|"
    r"volunteer|city|town|pref|team|group|hotline|desk|admin)"
)
"""Mail boxes that many read."""


WITHIN = Expression(
    r"on-?call|internal|all-?staff|night-?shift|(?:^|[-._])(?:dl|soc|noc|it|hr|ops|war-?room|crisis|incident|"
    r"duty)(?:[-._@]|$)|"
    r"[@.](?:corp|intra|internal|ops|int)\.|\.(?:local|lan|internal|corp)$"
)
"""Mail boxes and domains that only staff write to."""


@detector
def telephone_numbers(reading: Reading, context: Background) -> Iterator[Hit]:
    """Telephone numbers in Japanese, North American and international form, save for listed public contacts."""
    listed = {national(contact) for contact in context.public_contacts}
    for pattern, group in ((JAPANESE, 0), (INTERNATIONAL, 0), (AMERICAN, 0), (LABELLED, 1)):
        for found in reading.find(pattern, group):
            digits = national(found.match[group])
            if _dialled(pattern, digits) and digits not in listed and not reading.is_public(found.start, found.end):
                shared = _shared(found, digits, group)
                code = "unlisted-contact" if shared else "pii-contact"
                yield Hit(code, found.start, found.end, advice_if(shared and not context.lists_contacts))


def _shared(found: Found, digits: str, group: int) -> bool:
    """Whether it may be a public number, perhaps not ours: no mobile, and no person stands before it."""
    start = found.match.start(group)
    if BEHIND.match(found.match.string, found.match.end(group)):
        return False
    if _answers(found, digits) and not _mobile(found, digits):
        return True
    owned = PERSONAL.search(found.match.string, max(0, start - NEAR_PERSON), start)
    return not (owned or _mobile(found, digits))


def _answers(found: Found, digits: str) -> bool:
    """Whether it looks like a number that the public may ring: free of charge, or a desk's by the words before it."""
    start = found.match.start()
    head = found.match.string[max(0, start - NEAR_DESK) : start]
    return digits.startswith(SHARED) or DESK.search(head) is not None


def _mobile(found: Found, digits: str) -> bool:
    """Whether it rings in a person's pocket; what countries abroad do with a number, phonenumbers knows."""
    if "+" not in found.match[0] or MOBILE.match(digits):
        return MOBILE.match(digits) is not None or GROUPED.search(found.match[0]) is not None
    from phonenumbers import NumberParseException, PhoneNumberType, number_type, parse

    try:
        return number_type(parse(found.match[0])) == PhoneNumberType.MOBILE
    except NumberParseException:
        return False


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
def mail_addresses(reading: Reading, context: Background) -> Iterator[Hit]:
    """E-mail addresses, spelt out ones included."""
    listed = {contact.casefold() for contact in context.public_contacts}
    for found in reading.find(MAIL):
        if found.match[0] not in listed and not reading.is_public(found.start, found.end):
            person = _of_a_person(found.match[0])
            code = "pii-contact" if person else "unlisted-contact"
            yield Hit(code, found.start, found.end, advice_if(not (person or context.lists_contacts)))


@detector
def messengers(reading: Reading, context: Background) -> Iterator[Hit]:
    """Names at messengers that are not said to be the organisation's own."""
    for found in reading.find(HANDLE):
        head = found.match.string[max(0, found.match.start() - 12) : found.match.start()]
        if ODD.search(found.match[1]) and not OFFICIAL.search(head):
            yield Hit("pii-contact", found.start, found.end)


def _of_a_person(address: str) -> bool:
    """Whether a mail box bears a name: two words, an initial, or a frequent name."""
    box = re.split(r"[@\[({<〔【☆★◎]|_at_|アット| at ", address, maxsplit=1)[0].strip()
    parts = re.split(r"[._]", box)
    words = re.split(r"[._-]", box)
    if "@" not in address or WITHIN.search(address):
        return True
    if SHARED_MAIL.search(box):
        return False
    return len(parts) > 1 or any(
        word in names for word in words for names in (GIVEN_IN_LATIN, SURNAMES_IN_LATIN, GIVEN)
    )
