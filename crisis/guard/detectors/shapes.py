"""Identifiers that need no label: their shape alone says what they are, or that nothing public is written so."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.labelled import TOLD
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Reading, sentence
from crisis.guard.registry import Hit, detector
from crisis.model.finding import Severity

COORDINATES = Pattern(
    r"\d{1,2}\.\d{1,8}\s?°\s?[ns]|(?<![a-z0-9])[ns]\d{1,2} \d{1,2} \d{1,2}[, ]{1,2}[ew]\d|"
    r"(?<![\d.])[ns+-]?\s?\d{1,2}\.\d{3,8}\s?°?\s?[ns]?\s?[,/、;& ]{1,3}(?:(?:lng|lon|long|longitude|"
    r"経度)[ :=]{0,2})?[ew+-]?\s?\d{1,3}\.\d{3,8}\s?°?\s?[ew]?(?!\.?\d)"
    r"|\d{1,3}°\s?\d{1,2}['′’]?\s?(?:\d{1,2}(?:\.\d+)?[\"″”]?)?\s?[ns][ ,、]{0,3}\d{1,3}°"
    r"|(?:北緯|南緯|緯度)[ :はが]{0,2}\d{1,2}(?:\.\d{1,8}|度)[^。\n]{0,16}?(?:東経|西経|経度)[ :はが]{0,2}\d{1,3}(?:\.\d|度)"
    r"|(?<![a-z])lat(?:itude)?[ :=]{1,2}-?\d{1,2}\.\d{2,8}|"
    r"(?:what3words|w3w)[: は]{1,3}[a-z]{3,16}\.[a-z]{3,16}\.[a-z]{3,16}|(?<!/)///[a-z]{3,16}\.[a-z]{3,16}\.[a-z]{3,16}"
    r"|(?<![a-z0-9])[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,3}(?![a-z0-9])"
    r"|(?<![a-z])(?:grid(?: ref(?:erence)?)?|mgrs|utm)[ :]{1,2}(?:[a-z]{2} ?\d{3,5} ?\d{3,5}|"
    r"\d{1,2}[a-z]{3}(?: ?\d{2,10})*)(?![a-z0-9])"
)
FELT = Expression(
    r"terremoto|sismo|s[eé]isme|erdbeben|地震|震源|震央|津波|台風|低気圧|中心|噴火|火山|quake|epicent|seism|"
    r"magnitude|depth|typhoon|cyclone|hurricane|storm|tremor|tsunami|eruption|volcan"
)
"""Where the earth shook and where a storm is: the public is told."""

RANDOM = Pattern(
    r"(?<![0-9a-z/-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])"
    r"|(?<![0-9a-z/])(?=[0-9a-f]{0,30}[a-f])(?=[0-9a-f]{0,30}\d)(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9a-z])"
    r"|(?<![a-z])ssh-(?:rsa|ed25519|dss) [a-z0-9+/=]{12,}|(?<![a-z])arn:aws[a-z-]{0,8}:[!-~]{6,200}|"
    r"(?<![a-z])sha(?:1|256|512):[a-z0-9+/=]{12,}"
    r"|(?<![a-z0-9])(?:0x[0-9a-f]{40}|bc1[a-z0-9]{25,60}|i-0[0-9a-f]{8,17})(?![a-z0-9])|"
    r"(?<![\d-])\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?![\d-])|"
    r"(?<![a-z0-9-])[a-z0-9]{5}(?:-[a-z0-9]{5}){4}(?![a-z0-9-])"
    r"|otpauth://[!-~]{4,200}|(?:jsessionid|phpsessid|sessionid|sid|session|token)=[!-~]{4,100}"
)
MACHINE = Pattern(
    r"(?<![a-z0-9@/.#_-])(?!(?:www|web|ns|s|us)\d)[a-z]{3,12}-?\d{2,3}\.[a-z][a-z0-9-]{2,40}\.[a-z]{2,12}(?![a-z0-9])|"
    r"(?<![a-z0-9@/.#_-])[a-z]{2,8}[-_](?:app|db|web|srv|svr|vm|fs|dc|gw|lb|sw|fw|api|k8s|prd|prod|stg|dev|mail|"
    r"node)[a-z]{0,6}[-_]?\d{1,4}(?![a-z0-9])"
)
KEYED = Pattern(
    r"(?<![a-z0-9@/.#_&+$-])(?=[a-z]{2,6}-\d)[a-z]{2,6}-\d{3,8}(?:-\d{1,6})?(?![a-z0-9:%]|-[a-z]|\.\d|,\d{3})"
)
KNOWN = Expression(
    r"(?:cve|ghsa|jvn|[a-z]?c|covid|sars|mers|ah|ef|us|fl|ca|co|tx|ny|la|hwy|rt|rte|sr|sh|nh|cr|fm|ih|route|"
    r"exit|boeing|airbus|md|crj|erj|atr|dash|uh|ch|mh|mv|"
    r"il|tu|kc|pm|co|hfc|apollo|soyuz|sts|ap|psi|ft|no|mt|gt|h|hx|web|rx|iso|en|jis|jr|iss|gmt|utc|jst|edt|est|"
    r"cdt|cst|mdt|mst|pdt|pst|ist|aest)-"
)
"""Diseases, roads, aircraft, ships, spacecraft, time zones and standards are written so."""


REGISTERED = Pattern(r"(?<![a-z0-9])[a-z]{2}\d\d [a-z]{3}(?![a-z0-9])")
"""A British number plate, in capitals as written."""

HASHED = Pattern(r"(?<![a-z0-9&])#\d{5,12}(?![a-z0-9_])")
"""No hashtag, which needs a letter, and no short number."""


@detector
def places(reading: Reading, context: Background) -> Iterator[Hit]:
    """Coordinates, words and codes for places."""
    for found in reading.find(COORDINATES):
        if not FELT.search(sentence(found)) and not FELT.search(found.match.string):
            yield Hit("exact-place", found.start, found.end)


@detector
def plates(reading: Reading, context: Background) -> Iterator[Hit]:
    """Number plates without a word for them."""
    for found in reading.find(REGISTERED):
        if found.written.isupper():
            yield Hit("pii-id", found.start, found.end, Severity.HOLD)


@detector
def random_looking(reading: Reading, context: Background) -> Iterator[Hit]:
    """Digests, keys, universal identifiers."""
    yield from (Hit("access-secret", found.start, found.end, Severity.HOLD) for found in reading.find(RANDOM))
    yield from (Hit("infra-host", found.start, found.end, Severity.HOLD) for found in reading.find(MACHINE))


@detector
def tickets(reading: Reading, context: Background) -> Iterator[Hit]:
    """Letters, a hyphen, three digits or more, as issues and papers are numbered."""
    for found in (*reading.find(KEYED), *reading.find(HASHED)):
        known = KNOWN.match(found.match[0]) or TOLD.search(reading.folded.text)
        if not (known or reading.is_public(found.start, found.end)):
            yield Hit("pii-id", found.start, found.end, Severity.HOLD)
