"""Names of companies that are not ours: customers, and suppliers whose part failed."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import GuardContext
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, Pattern, detector

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
KIND = (
    "システムズ|システムサービス|ネットワークス|テクノロジー?ズ?|ソリューションズ?|化学|急便|電機|電工|商事|商会|運輸|"
    "運送|工業|製作所|電設|工務店|セラミックス|精機|精工|製鋼|金属|樹脂|紙業|ロジスティクス|エンジニアリング|"
    "メンテナンス|産業|技研|製薬|薬品|鉄工"
)
"""How companies are called, less what is a service of anybody's."""

PART = (
    "端末|不具合|障害|ミス|停止|原料|供給|部品|設備|サーバー|回線|製品|作業|工事|装置|機器|配線|委託|手違い|"
    "不手際|遅れ|倉庫|工場|ソフト|担当者|社員|技術者|配管|プログラム|設定|基板"
)

SUPPLIER = Pattern(
    rf"[一-鿿ァ-ヶーぁ-んa-z0-9]{{2,14}}(?:{KIND})(?:社|さん|様|株式会社)?(?:の|製の|製)(?:{PART})"
    rf"|[一-鿿ァ-ヶーa-z0-9]{{2,14}}(?:社|{KIND})(?:さん)?からの?(?:原料|部品|供給|納入|調達|入荷|"
    rf"材料|納品|連絡|報告)[^。\n]{{0,10}}(?:停止|遅れ|止ま|ない|不足|途絶|により|で)"
    r"|(?:委託|発注|外注|依頼)(?:して|先の|した)[^。\n]{2,18}?(?:が|の|を経由|による)"
    r"|[ァ-ヶーa-z]{3,14}(?:さん)?の(?:設定ミス|不具合|障害|ミス|バグ|故障|停止)(?:と|で|が|に|だ|の|です)"
    r"|(?:due to|because of|caused by|after|thanks to|blame) (?:a |an |"
    r"the )?(?:[a-z]+ ){0,3}(?:at|of|by|from|"
    r"in) (?:our (?:[a-z]+ ){1,3}, )?[a-z][a-z0-9&.-]{2,20}'?s?",
    needs="の|製|から|委託|発注|外注|依頼|due to|because of|caused by|after|thanks to|blame",
)
FAILING = Pattern(
    r"(?<![a-z])([a-z][a-z0-9&-]{2,18}(?:\s[a-z][a-z0-9&-]{2,18})?)(?:'s)? "
    r"(?:is having|are having|had (?:a|an)|have (?:a|an)|is down again|"
    r"are down again|lost|messed|broke|failed to deliver|has not delivered|"
    r"gateway|servers? (?:is|are)|let us down|screwed|is late again|(?:is|are) overloaded|pushed a bad)",
    needs="hav|had|down|lost|mess|broke|failed|not deliver|gateway|server|screwed|late again|outage|overload|pushed",
)
SERVED = Pattern(
    r"[一-鿿ァ-ヶー]{2,16}(?:病院|大学|銀行|信金|信用金庫|信組|市役所|県庁|電鉄|鉄道|マート|ストア|百貨店|"
    r"スーパー|ホールディングス|グループ|自動車|商事|食品|薬品|医学部|高校|生協)"
    r"(?:様|さん|殿)?(?:に納|への納|向け|の契約|との契約|全店|の全店|から(?:の)?(?:受注|ご了承)|には先に|"
    r"を優先|の回線|の基幹|のatm|のシステム|の工場への|への出荷|へ出荷)"
    r"|[一-鿿ァ-ヶー]{2,16}(?:様|さん|殿|御中)(?:向け|への|との契約|の回線|の便|のシステム|のサーバー|のご利用|のアカウント|のデータ)"
    r"|(?:restored|recovered|back|delivered|shipped|heading|on (?:its|"
    r"the) way|priority|first) (?:for|to|"
    r"truck to) ([a-z][a-z0-9&.-]{2,20}(?:\s[a-z][a-z0-9&.-]{2,20}){1,2})",
    needs="病院|大学|銀行|信|市役所|県庁|鉄|マート|ストア|百貨店|スーパー|ホールディングス|グループ|自動車|"
    "商事|食品|薬品|学部|高校|生協|様|さん|殿|御中|for |to ",
)

_PLAIN = (
    "We They You It The This That There These Those Our Your Some Many Most Staff Crews Trains Buses Customers "
    "People Residents Police Fire Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
    "April May June July August September October November December Typhoon Hurricane Storm Japan Tokyo Sendai "
    "Osaka Everyone Nobody Someone Users Service Services Line Power Water Gas All Both What Who Which And But So "
    "If When While Phones Schools Shops Roads "
)
"""Words that begin sentences with a capital and name nobody."""

OWN = (
    "当社",
    "弊社",
    "自社",
    "各",
    "全",
    "この",
    "その",
    "同",
    "一部",
    "ほか",
    "他",
    "多く",
    "設備",
    "機械",
    "システム",
    "サービス",
)
"""What stands at the head of our own part, or of anybody's."""


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


@detector
def suppliers(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Whose part failed."""
    for found in reading.find(SUPPLIER):
        if _named(found) and not reading.is_public(found.start, found.end):
            yield Hit("vendor", found.start, found.end)
    for found in reading.find(FAILING, 1):
        name = found.written.split()
        if (
            all(word[:1].isupper() for word in name)
            and name[0] not in PLAIN
            and not reading.is_public(found.start, found.end)
        ):
            yield Hit("vendor", found.start, found.end)


@detector
def served(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Who is served, first or at all."""
    for found in reading.find(SERVED):
        if _named(found) and not reading.is_public(found.start, found.end):
            yield Hit("customer", found.start, found.end)


PLAIN = frozenset(_PLAIN.split())


def _named(found: Found) -> bool:
    """Whether an English match ends with a name; a Japanese one is told by its endings."""
    last = found.written.removesuffix("'s").split()
    if not found.written.isascii():
        return not found.match[0].startswith(OWN)
    return last[-1][:1].isupper() and not last[-1].isupper() and last[-1] not in PLAIN


def _proper(words: list[str]) -> bool:
    """Whether a lower-case role is followed by a name: "customer Hokuto Foods"."""
    following = [word for word in words[1:] if word not in ("such", "as", "like", "including", "named")]
    return words[0].islower() and bool(following) and following[0][:1].isupper() and not following[0].isupper()
