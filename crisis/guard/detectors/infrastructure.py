"""Hosts, addresses, vulnerabilities, versions, paths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, detector
from crisis.guard.voices import advice_if, patching
from crisis.model.finding import Severity

OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
DOT = r"(?:\.|\[\.\]|\(\.\)| ?ドット ?|点|・)"
IPV4 = Pattern(rf"(?<![\d.])(?<!v)(?:{OCTET}{DOT}){{3}}{OCTET}(?:/\d{{1,2}})?(?![\d]|\.\d)")
PART_OF_IPV4 = Pattern(
    rf"(?<![\d.,-])(?:10|172[,-](?:1[6-9]|2\d|3[01])|192[,-]168)(?:[,-]{OCTET}){{3}}(?![\d-]|[.,]\d|\s?(?:km|人|件|円|日))"
    rf"|(?<![\d.])(?<!v)(?:{OCTET}\.){{2,3}}(?:\*|x(?![a-z]))(?:\.(?:\*|x))?"
    r"|(?:ip|アドレス|address)[^\n。\d]{0,8}\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])|末尾(?:は|が)?\s?\.\d{1,3}(?!\d)|"
    r"(?<![0-9a-z])0x[0-9a-f]{8}(?![0-9a-f])"
    r"|(?<![0-9a-z:])::[0-9a-f]{1,4}(?![0-9a-z:])"
)
"""An address in part, with other signs between, or in hexadecimal."""

IPV6 = Pattern(
    r"(?<![0-9a-z:])(?=[0-9a-f:]{6,45}(?![0-9a-f:]))(?:[0-9a-f]{1,4}:[0-9a-f:]{2,42}|"
    r"::[0-9a-f:]{2,40})(?:/\d{1,3})?"
)
SAID = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|hundred"
)
IPV4_SAID = Pattern(
    r"(?<![〇一二三四五六七八九十百])(?:[〇一二三四五六七八九十百]{1,5}\s?[・.点]\s?){3}[〇一二三四五六七八九十百]{1,5}(?![〇一二三四五"
    r"六七八九十百])"
    rf"|(?<![a-z])(?:(?:(?:{SAID}|\d{{1,3}})[ -]?){{1,4}}(?:dot|point|\.) ?){{3}}(?:(?:{SAID}|"
    rf"\d{{1,3}})[ -]?){{1,4}}(?![a-z])"
)
NICKNAMED = Pattern(
    r"(?:社内名|社内での?(?:呼び名|通称|呼称|名前)|(?:社内)?コード(?:ネーム|名)|開発名|開発コード|プロジェクト名|内部名称?)(?:は|の|が|"
    r":)?\s?「?[^\s。、]{2,12}|(?<![a-z])(?:internally (?:known|called|named)|internal (?:name|codename)|which we call|"
    r"code-?named?) [a-z'\"]"
)
MAC = Pattern(
    r"(?<![0-9a-f:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![0-9a-f:-])|"
    r"(?<![0-9a-z.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?!\.?[0-9a-z])"
    r"|(?<![0-9a-z])[0-9a-f]{12}(?=[ (]{1,2}mac(?![a-z]))|(?<![a-z])mac(?: address|"
    r"アドレス)?[ :はが]{1,3}[0-9a-f]{12}(?![0-9a-z])"
)
CVE = Pattern(
    r"cve(?:番号)?[\s:#_-]{0,3}\d{4}\s?[-_ ]?\s?[\dニ一二三四五六七八九〇]{4,7}(?!\d)|(?<![a-z])ms\d\d-\d{3}(?!\d)|"
    r"(?<![a-z])vu#\d{5,7}|zdi-\d\d-\d{3,5}|log4shell|jvn(?:db|vu)?[#-]\s?\d{4,8}(?:-\d{4,6})?|"
    r"ghsa-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}"
    r"|(?:脆弱性|穴|vpn|欠陥|vulnerab[a-z]*|flaw|hole|bug|exploit)[^\d\n。]{0,12}(?<!\d)(?:19|"
    r"20)\d\d-\d{4,7}(?!\d)|(?<!\d)(?:19|"
    r"20)\d\d-\d{4,7}(?!\d)[^\d\n。]{0,6}(?:の穴|の脆弱|の欠陥| flaw| hole| bug| vulnerab)"
)
VERSION = Pattern(
    r"(?<![a-z0-9.])v\d{1,3}(?:\.\d{1,5}){1,3}[a-z0-9-]{0,8}|(?:バージョン|version|ver\.?|build|"
    r"firmware|ファーム(?:ウェア)?|パッチ|patch|running)\s?(?:は|が|を|:)?\s?v?\d{1,5}\.\d{1,5}(?:\.\d{1,5}){0,2}(?:r\d{1,2})?(?!\s?[a-z%])"
    r"|(?<![a-z])(?:apache|nginx|openssl|openssh|log4j|windows server|windows|linux|red hat|rhel|ubuntu|"
    r"centos|debian|postgres(?:ql)?|sql server|mariadb|mongodb|redis|elasticsearch|jenkins|gitlab|confluence|"
    r"jira|solaris|aix|android|"
    r"ios|macos|chrome os|netscaler|big-ip|mysql|oracle|esxi|vcenter|exchange server"
    r"|fortios|fortigate|pan-os|junos|ios xe|citrix adc|tomcat|iis|php|java|jdk|python|wordpress|struts|"
    r"kubernetes|docker|vmware|moveit|sap|jquery|vsphere|keycloak|tls|ssl|\.net|node\.?js|spring)(?:[\s/_-]|は|"
    r"の|が)?(?:server\s|http server\s|"
    r"linux\s)?v?\d{1,4}(?:\.\d{1,5}){0,3}(?:c|p\d)?(?![\d:]|\s?(?:日|時|人|件|%))"
    r"|(?<![a-z])(?:exchange|sharepoint|windows|oracle|postgres|mysql|apache|php|java|vmware|citrix|fortigate|"
    r"cisco)(?:が|は|の|"
    r"も)(?:まだ|いまだ|古い|旧)?[^。\n\d]{0,6}\d{1,4}(?:\.\d+)?(?!\d|時|分|日|月|人|件|台|円|%)"
    r"|(?<![a-z])(?!(?:on|by|from|until|till|at|of|since|before|after|to|in|the|and|app|section|clause|article|"
    r"rule|chapter|level|may)(?![a-z]))"
    r"[a-z][a-z.+-]{2,20}(?:[ /_-]|は|の|が)?v?\d{1,4}\.\d{1,3}\.\d{1,5}(?!\.?\d|:\d)|(?<![a-z])smb ?v1(?!\d)"
    r"|(?<![a-z])(?:exchange|sharepoint|office|outlook) 20\d\d(?!\d)|(?<![a-z])kb\d{6,7}(?!\d)"
)
UNC = Pattern(
    r"[\\¥]{2}[a-z0-9._$-]{2,63}[\\¥][^\s\\]{1,80}|(?<![a-z])(?:smb|nfs|file|ftp|sftp|ssh|rdp|ldap|jdbc:[a-z]{2,12}|"
    r"mysql|postgres(?:ql)?|mongodb|redis|s3)://[!-~]{2,200}"
)
DRIVE = Pattern(r"(?<![a-z0-9])[a-z]:(?:/(?=[a-z])|[\\¥])[^\s\\]{1,80}")
UNIX = Pattern(
    r"(?<![a-z0-9_/.:~-])~?/(?:etc|var|home|usr|opt|root|srv|mnt|tmp|data|backup|proc|users|volumes|export|app|"
    r"apps|log|logs)/[!-.0-~]{1,80}"
)
FILE = Pattern(
    r"(?<![\w./@-])[\w][\w.-]{0,60}\.(?:log|conf|cfg|ini|bak|sql|xls[xmb]?|csv|tsv|docx?|pptx?|vsdx?|pst|msg|"
    r"eml|pem|crt|cer|"
    r"pfx|p12|kdbx|exe|dll|ps1|bat|sh|yml|yaml|env|vmdk|ova|zip|7z|rar|gz|tgz|tar|pcap|pdf|dmp|jar)(?!\.?[a-z0-9])"
)
ROOT = Pattern(
    r"(?<![a-z0-9_./:])(?:~[a-z]{0,16}|\.{1,2}|\$[a-z_]{2,20}|"
    r"%[a-z_]{2,20}%)[/\\][!-.0-~]{1,80}|hk(?:lm|cu|ey_[a-z_]{4,20})\\[!-~]{2,80}"
    r"|(?<![a-z])[a-z]ドライブ|(?<![:/\w])//[a-z0-9-]{2,40}/[!-~]{1,80}|(?<![\w./:@-])(?:intra|intranet|wiki|"
    r"sharepoint|confluence)/[!-~]{2,80}"
)
"""Paths from a place that a shell or a desktop names."""
INTERNAL_NAME = Pattern(
    r"(?<![a-z0-9.@-])[a-z0-9](?:[a-z0-9-]{0,62}\.){1,5}(?:local|internal|intra|intranet|corp|lan|localdomain|"
    r"home\.arpa|ad|svc)(?![a-z0-9-])"
    r"|(?<![a-z0-9.@-])[a-z0-9-]{1,63}\.(?:intra|internal|corp|intranet|local|lan|int)\.[a-z0-9.-]{2,200}|"
    r"(?<![a-z0-9])localhost(?![a-z])"
)
LONG_ROLE = (
    "srv|svr|server|web|app|mail|smtp|dns|vpn|proxy|esxi?|host|node|sql|ora|redis|k8s|erp|file|backup|prod|"
    "prd|stg|core|auth|sso|jump|bastion"
    "|cache|kafka|jenkins|gitlab|ldap|radius|db|nas|san|vm|dev"
)
SHORT_ROLE = "sv|ap|mx|ns|ad|dc|fw|pg|sap|fs|bk|sw|rt|gw|lb|mq"
HOST = Pattern(
    rf"(?<![a-z0-9@/.#-])(?!web171)(?:[a-z]{{2,12}}[-_])?(?:{LONG_ROLE})(?:[-_][a-z0-9]{{1,16}}){{0,4}}[-_]?\d{{1,4}}[a-z]?(?![a-z0-9]|"
    rf""
    rf"[-:]\d|\.\d)"
    rf"|(?<![a-z0-9@/.#-])(?:[a-z]{{2,12}}[-_](?:{SHORT_ROLE})|(?:{SHORT_ROLE})[-_][a-z]{{2,12}}[-_]|"
    rf"(?:{SHORT_ROLE})(?=[-_]?0))[-_]?\d{{1,3}}(?![a-z0-9]|[-:]\d|\.\d)"
)
SERVICE = Pattern(
    r"(?<![a-z0-9.@/-])(?:vpn|sso|intra|rdp|remote|admin|bastion|jump|citrix|owa|jenkins|gitlab|jira|grafana|"
    r"kibana|staging|stg|sharepoint|confluence|servicenow|dev|uat|qa|preprod)\d{0,2}"
    r"\.(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,8}|hxxps?://[!-~]{3,200}|"
    r"(?<![a-z0-9.@/-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,8}:\d{2,5}(?!\d)"
)
"""A machine that only staff open, or a machine with its port."""

PORT = Pattern(
    r"(?:ポート(?:番号)?|(?<![a-z])port)\s?:?\s?\d{2,5}(?:/(?:tcp|udp))?(?!\d|番線)|(?<![a-z])(?:tcp|"
    r"udp)[/\s]\d{2,5}(?!\d)"
)
TICKET = Pattern(
    r"(?<![a-z0-9])(?:inc|chg|prb|ritm|req|tkt|jira|case)[-#]?\d{4,10}(?!\d)|(?<![a-z])(?:jira|ticket"
    r"|tracking it as|tracked as)[ :#]{1,2}[a-z]{2,6}[- ]\d{2,6}|(?:チケット|インシデント|案件|"
    r"障害)(?:番号|no\.?|id)\s?[:は#]?\s?[a-z]{0,6}-?\d{2,10}"
    r"|(?:管理|文書|稟議|起案|決裁|伺い)(?:番号|no\.?)\s?[:は#]?\s?[a-z]{1,6}[- ]?\d{2,10}"
)


@detector
def addresses(reading: Reading, context: Background) -> Iterator[Hit]:
    """IPv4 and IPv6 addresses, MAC addresses and ports."""
    for found in reading.find(IPV4_SAID):
        if not IPV4.search(found.match[0]) and not found.match[0].replace(".", "").replace(" ", "").isdecimal():
            yield Hit("infra-ip", found.start, found.end, Severity.HOLD)
    for pattern in (IPV4, PART_OF_IPV4, MAC, PORT):
        yield from (Hit("infra-ip", found.start, found.end) for found in reading.find(pattern))
    for found in reading.find(IPV6):
        if is_ipv6(found.match[0]):
            yield Hit("infra-ip", found.start, found.end)


def is_ipv6(text: str) -> bool:
    """Whether it is an address and no time of day."""
    from ipaddress import AddressValueError, IPv6Address

    try:
        IPv6Address(text.split("/", maxsplit=1)[0])
    except AddressValueError:
        return False
    return True


@detector
def hosts(reading: Reading, context: Background) -> Iterator[Hit]:
    """Names of machines: in internal domains, in the desk's internal hosts, or by the way machines are named."""
    yield from (Hit("infra-host", found.start, found.end, Severity.HOLD) for found in reading.find(NICKNAMED))
    for pattern in (INTERNAL_NAME, SERVICE, HOST, TICKET):
        for found in reading.find(pattern):
            if not reading.is_public(found.start, found.end) and not _next_sentence(found, reading.text):
                yield Hit("infra-host", found.start, found.end)
    for listed in _internal(context):
        yield from (Hit("infra-host", found.start, found.end) for found in reading.find(listed))


def _next_sentence(found: Found, text: str) -> bool:
    """Whether it is the end of a sentence and the start of the next without a blank ("Stay safe.Local shelters")."""
    last = text[found.start : found.end].rpartition(".")[2]
    return "." in found.match[0] and last[:1].isupper() and last[1:].islower()


def _internal(context: Background) -> Iterator[re.Pattern[str]]:
    """The desk's internal host patterns (`*.intra.kitahama.example`); networks are covered as addresses."""
    for host in context.links.internal if context.links else ():
        name = host.casefold().removeprefix("*.")
        if "/" not in name and name:
            yield re.compile(rf"(?<![a-z0-9-]){re.escape(name)}(?![a-z0-9-])")


@detector
def vulnerabilities(reading: Reading, context: Background) -> Iterator[Hit]:
    """Numbers of vulnerabilities."""
    weight = advice_if(patching(reading.folded.text, context))
    return (Hit("infra-cve", found.start, found.end, weight) for found in reading.find(CVE))


@detector
def versions(reading: Reading, context: Background) -> Iterator[Hit]:
    """Products with versions, patches."""
    weight = advice_if(patching(reading.folded.text, context))
    for found in reading.find(VERSION):
        if not reading.is_public(found.start, found.end):
            yield Hit("infra-version", found.start, found.end, weight)


@detector
def paths(reading: Reading, context: Background) -> Iterator[Hit]:
    """Paths and names of files, shares and databases."""
    for pattern in (UNC, DRIVE, UNIX, ROOT, FILE):
        yield from (Hit("infra-path", found.start, found.end) for found in reading.find(pattern))
