"""Secrets: keys, tokens, passwords, PINs, door codes."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.links import is_listed
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector
from crisis.model.finding import Severity

TOKEN = Pattern(
    r"(?<![a-z0-9])(?:gh[pousr]_[a-z0-9]{16,255}|github_pat_[a-z0-9_]{20,255}|glpat-[a-z0-9_-]{16,64}|"
    r"sk-[a-z0-9_-]{16,200}"
    r"|(?:akia|asia|aida|aroa)[a-z0-9]{12,20}|xox[abeprs]-[a-z0-9-]{8,200}|aiza[a-z0-9_-]{20,60}|"
    r"ya29\.[a-z0-9_-]{16,200}"
    r"|eyj[a-z0-9_-]{8,1000}\.[a-z0-9_-]{6,2000}|npm_[a-z0-9]{20,64}|hf_[a-z0-9]{20,64}|"
    r"sg\.[a-z0-9_-]{16,64}\.[a-z0-9_-]{16,64}"
    r"|[sr]k_(?:live|test)_[a-z0-9]{10,99}|pypi-[a-z0-9_-]{20,255}|dop_v1_[a-f0-9]{40,64}|shpat_[a-f0-9]{20,64}"
    r"|bearer\s[a-z0-9._~+/-]{12,500}|basic\s[a-z0-9+/]{12,200}={0,2}|a{20}[a-z0-9%]{30,120}|"
    r"hooks\.slack\.com/services/[a-z0-9/]{8,99})"
)
PRIVATE_KEY = Pattern(r"-----begin [a-z0-9 ]{0,30}(?:key|certificate)")
LABELLED = Pattern(
    r"(?:パスワード|パスコード|合言葉|認証コード|認証キー|アクセスキー|秘密鍵|トークン|(?<![a-z])(?:password|"
    r"passwd|passphrase|passcode|pwd|pw"
    r"|token|secret|api[ _-]?key|access[ _-]?key|credentials?|login))\s?(?:は|が|を|is|was|:|=|→|->|「|『|"
    r"/)[\s:「『\"'`]{0,3}"
    r"([!-~]{4,200})"
)
GLUED = Pattern(
    r"(?:パスワード|パスコード|合言葉|(?<![a-z])(?:password|passcode|passphrase))[\s「『\"']{0,2}"
    r"((?=[!-~]{0,20}\d)(?=[!-~]{0,20}[a-z])[!-~]{6,40})"
)
"""A secret right behind its name."""

CODE = Pattern(
    r"(?:暗証番号|暗証|入館コード|入室コード|解錠コード|ドアコード|キーコード|セキュリティコード|開錠番号|"
    r"解錠番号|入館番号|番号錠|ダイヤル錠|認証番号|会議id|ミーティングid"
    r"|(?<![a-z])(?:pin(?:\scode)?|door\scode|entry\scode|access\scode|gate\scode|alarm\scode|key\scode|"
    r"security\scode|lock\scode|unlock\scode|meeting\sid|host\skey|pass\s?code|one[- ]time code|verification code))"
    r"(?:は|を|が|:|=|is|was|code|番号|no\.|「|『| |#|\*){0,6}(\d[\d #*-]{2,14})"
)
PAIR = Pattern(
    r"(?:log ?in|login|ログイン|id|credentials|user|アカウント|admin)[^\n。]{0,16}?(?: is| are|は|:|=|→|"
    r"->|with)\s?([!-~]{3,32})\s?[/,:]\s?([!-~]{4,40})"
)
ADMIN_PAGE = Pattern(
    r"https?://[a-z0-9.-]{3,80}:(?!(?:80|443)(?!\d))\d{2,5}(?!\d)|"
    r"https?://(?:sharepoint|confluence|servicenow|admin|vpn|intra|intranet|dev|stg|staging|jenkins|gitlab|jira|wiki|confluence|grafana|"
    r"kibana|owa|webmail|remote|citrix|"
    r"sso|adfs|manage|console|cms|backoffice|internal)[a-z0-9-]*\.[!-~]{3,200}"
    r"|https?://[!-~]{3,120}?/(?:wp-admin|wp-login|admin|administrator|phpmyadmin|manager/html|owa|"
    r"console|backend|cms)(?:[/?#.][!-~]{0,100})?(?![a-z])"
)
LOGIN = Pattern(
    r"(?:ユーザー?名|ユーザー?id|ログインid|(?<![a-z])(?:user\s?name|user\s?id|login\s?id|id))\s?(?:は|is|:|"
    r"=)\s?[!-~]{3,64}[\s/,、]{1,3}(?:pw|pass|パス)"
)
OPENS = Pattern(
    r"(?:電子錠|ドア|鍵|金庫|扉|門|玄関)[^。\n\d]{0,8}(\d{3,8}[#*]?)\s?で(?:開|解錠|入)"
    r"|(?:wi-?fi|ssid|guest)[^\n.]{0,48}?(?:key|password|pass|pw) is ([!-~]{6,64})"
    r"|log ?in as [!-~]{2,32} with ([!-~]{6,64})"
)
SAID_JA = "ゼロ|れい|まる|いち|にい?|さん|よん|しい?|ごお?|ろく|なな|しち|はち|きゅう|く"
SAID_KANA = "レイ|マル|イチ|ニイ?|サン|ヨン|シイ?|ゴオ?|ロク|ナナ|シチ|ハチ|キュウ|ク"
SAID_EN = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double [a-z]{3,5}"
SPOKEN = Pattern(
    r"(?:裏口|通用口|玄関|ドア|扉|鍵|金庫|錠|ゲート|シャッター|ロッカー|暗証|番号|コード|パス|ダイヤル|wi-fi|ボックス)[^。\n]{0,16}?"
    rf"(?:(?:{SAID_JA}|{SAID_KANA})ー?[・、 -]?){{4,8}}"
    r"|(?<!\d)\d\s?(?:→\s?\d){2,7}(?!\d)|(?:ボタン|キー|数字|番号|"
    r"テンキー)[^。\n\d]{0,6}\d(?:[・、,と -]{1,2}\d){2,7}[^。\n]{0,4}(?:順|押|で開)"
    r"|(?<![a-z])(?:door|gate|key ?box|lock ?box|safe|locker|keypad|lock|code|pin|combination|wi-?fi|password|"
    r"alarm|dial)[^.\n]{0,24}? "
    rf"(?:{SAID_EN})(?:(?:[ ,-]{{1,2}}| and |, and )(?:{SAID_EN})){{2,7}}(?![a-z])"
    rf"|(?<![a-z])(?:press|enter|type|key in|punch in|dial) (?:{SAID_EN}|\d)(?:(?:[ ,-]{{1,2}}| and |, and )"
    rf"(?:{SAID_EN}|\d)){{2,7}}(?![a-z\d])"
    r"[^.\n]{0,40}(?:door|gate|keypad|lock)"
    r"|(?:電子錠|暗証錠|番号錠|テンキー|キーボックス|ダイヤル錠|オートロック)[^\d\n。]{0,10}(?<!\d)\d{3,8}(?![\d:]|時|分|月|年|"
    r"か所|個|台|円)"
)
"""A code in words."""

LONG = Pattern(r"(?<![a-z0-9+/_=.#@-])[a-z0-9+/_-]{20,4096}={0,2}(?![a-z0-9+/_-])")
KEYWORD = Expression(r"key|secret|token|auth|credential|パスワード|トークン|キー|鍵|認証")

CHANGE = re.compile(r"[a-z][0-9]|[0-9](?=[a-z])")
CHANGES = 4
"""Changes between letters and digits that a random token has and a compound with a year has not."""

NEAR_KEYWORD = 40
ENTROPY = 3.5
"""Bits per character from which a long token looks drawn at random (hexadecimal reaches 4, prose stays near 3)."""


@detector
def tokens(reading: Reading, context: Background) -> Iterator[Hit]:
    """Tokens and keys by their well-known prefixes."""
    for pattern in (TOKEN, PRIVATE_KEY):
        yield from (Hit("access-secret", found.start, found.end) for found in reading.find(pattern))


@detector
def labelled_secrets(reading: Reading, context: Background) -> Iterator[Hit]:
    """A secret behind its label: 「パスワード：…」, "door code 1234"."""
    yield from (Hit("access-secret", found.start, found.end) for found in reading.find(GLUED))
    for found in reading.find(LABELLED):
        if _valued(found.match[1]):
            yield Hit("access-secret", found.start, found.end)
    for pattern in (CODE, LOGIN, OPENS):
        yield from (Hit("access-secret", found.start, found.end) for found in reading.find(pattern))
    yield from (Hit("access-secret", found.start, found.end, Severity.HOLD) for found in reading.find(SPOKEN))


@detector
def pairs_of_credentials(reading: Reading, context: Background) -> Iterator[Hit]:
    """A name with a password behind it: "the login is admin / Welcome1!"."""
    for found in reading.find(PAIR):
        if _valued(found.match[2]) and not found.match[1].startswith(("http", "//")):
            yield Hit("access-secret", found.start, found.end)


@detector
def doors_for_administrators(reading: Reading, context: Background) -> Iterator[Hit]:
    """Addresses where a login lets people change things."""
    for found in reading.find(ADMIN_PAGE):
        if not is_listed(found.written, context):
            yield Hit("access-url", found.start, found.end)


def _valued(word: str) -> bool:
    """Whether what follows a label is a value and no word of a sentence ("password is required")."""
    value = word.rstrip(".,;)」』\"'")
    return len(value) >= 4 and not value.startswith(("http", "//")) and (not value.isalpha() or len(value) > 16)


@detector
def random_tokens(reading: Reading, context: Background) -> Iterator[Hit]:
    """A long token that looks drawn at random; one with slashes, which may be a path, only beside a word for secrets."""
    for found in reading.find(LONG):
        head = found.match.string[max(0, found.match.start() - NEAR_KEYWORD) : found.match.start()]
        if _random(found.match[0]) and ("/" not in found.match[0].strip("/") or KEYWORD.search(head)):
            yield Hit("access-secret", found.start, found.end)


def _random(token: str) -> bool:
    return len(CHANGE.findall(token)) >= CHANGES and entropy(token[:256]) >= ENTROPY


def entropy(token: str) -> float:
    """Shannon's, in bits per character."""
    return -sum(n / len(token) * math.log2(n / len(token)) for n in Counter(token).values())
