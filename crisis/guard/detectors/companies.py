"""Names of companies that are not ours: customers, and suppliers whose part failed."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.name_parts import ROLES
from crisis.guard.detectors.names_in_latin import NO_SURNAMES
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading, sentence
from crisis.guard.registry import Hit, detector, unless_ours
from crisis.guard.voices import advice_if, authority

COMPANY = Pattern(
    r"(?:株式会社|\(株\)|有限会社|合同会社)\s?[一-鿿ァ-ヶーa-z0-9]{1,20}?(?:様|殿|御中|向け|との取引|との契約|"
    r"への納|からの受注|の担当)"
    r"|[一-鿿ァ-ヶーa-z0-9]{2,20}(?:株式会社|\(株\))(?:様|殿|御中|向け|との取引|との契約|への納|からの受注)"
    r"|お客様である[一-鿿ァ-ヶー]{2,20}|(?:取引先|顧客|納入先|仕入先|得意先|パートナー企業)(?:の|である|、|:|"
    r"「)\s?[一-鿿ァ-ヶーa-z0-9]{2,20}(?:社|様|株式会社|電機|商事|工業|製作所|銀行|自動車|化学|製薬|物産|建設|"
    r"システム)"
)
ENGLISH_CUSTOMER = Pattern(
    r"(?<![a-z])(?:customer|client|supplier|vendor|distributor)s?[:,]?\s(?:such as\s|like\s|"
    r"including\s|named\s)?([a-z][a-z0-9&.-]{1,24}(?:\s[a-z][a-z0-9&.-]{1,24}){0,2})"
)
KIND = (
    "システムズ|システムサービス|ネットワークス|テクノロジー?ズ?|ソリューションズ?|化学|急便|電機|電工|商事|商会|運輸|"
    "運送|工業|製作所|電設|工務店|セラミックス|精機|精工|製鋼|金属|樹脂|紙業|ロジスティクス|エンジニアリング|"
    "メンテナンス|セキュリティ|ネットサービス|データ|警備保障|産業|技研|製薬|薬品|鉄工"
)
"""How companies are called, less what is a service of anybody's."""

PART = (
    "端末|不具合|障害|ミス|停止|原料|供給|部品|設備|サーバー|回線|製品|作業|工事|装置|機器|配線|委託|手違い|"
    "不手際|遅れ|倉庫|工場|ソフト|担当者|社員|技術者|配管|プログラム|設定|基板"
)

COMMON = (
    "ケーブル|システム|サーバー?|エレベーター|エスカレーター|ポンプ|ボイラー|ブレーキ|ドア|エンジン"
    "|センサー|モーター|レール|ポイント|パンタグラフ|アプリ|サイト|"
    "ホームページ|ネットワーク|プログラム|カード|レジ|バルブ|タンク|アンテナ|ソフト|ソフトウェア|データ"
    "|ダム|ゲート|トンネル|クレーン|エアコン|メール|サービス|"
    "インターネット|コンピューター?|プリンター?|バッテリー|スイッチ|ルーター|wi-fi|wifi|atm|gps|it|web"
)
"""Katakana for things, which fail without anybody's name."""

SUPPLIER = Pattern(
    rf"[一-鿿ァ-ヶーぁ-んa-z0-9]{{2,14}}(?:{KIND})(?:社|さん|様|株式会社)?(?:の|製の|製)(?:{PART})"
    rf"|[一-鿿ァ-ヶーa-z0-9]{{2,14}}(?:社|{KIND})(?:さん)?からの?(?:原料|部品|供給|納入|調達|入荷|"
    rf"材料|納品|連絡|報告)[^。\n]{{0,10}}(?:停止|遅れ|止ま|ない|不足|途絶|により|で)"
    r"|(?:任せて|頼んで|預けて)いる[^。\n]{2,14}?(?:社|さん|サービス)(?:の|で|が)"
    r"|(?:委託|発注|外注|依頼)(?:して|先の|した)[^。\n]{2,18}?(?:が|の|を経由|による)"
    rf"|(?<![ァ-ヶーa-z])(?![ァ-ヶーa-z]{{0,12}}(?:{COMMON})側?の)[ァ-ヶーa-z]{{3,14}}(?:さん|社"
    rf"|側)?の(?:設定ミス|不具合|障害|ミス|バグ|故障|停止)(?:と|で|が|に|だ|の|です)"
    r"|(?:due to|because of|caused by|after|(?<!huge )(?<!big )(?<!many )(?<!and )(?<!special )thanks to|blame) (?:a |an |"
    r"the )?(?:[a-z]+ ){0,3}(?:at|of|by|from|"
    r"in) (?:our (?:[a-z]+ ){1,3}, )?[a-z][a-z0-9&.-]{2,20}'?s?"
)
FIRM = Pattern(
    rf"[一-鿿ァ-ヶー]{{2,12}}(?:{KIND}|食品|商店|物産|木材|酒造|印刷|建材|水産|農機|タクシー|パッキン|フーズ|製麺|製菓|紡績)(?:さん|"
    rf"さま|様|社)(?=[、のにがをはへもとか])"
    rf"|(?<![ァ-ヶーa-z])(?!(?:[ァ-ヶーa-z]{{0,12}}(?:{COMMON}|メーカー|グループ|ユーザー|センター|チーム)))[ァ-ヶー]{{3,12}}(?:社|"
    rf"側)(?=[がのはにでをへ])"
)
"""A company by its kind and how one speaks of it."""

GIFT = Expression("寄付|寄贈|支援|協力|提供|感謝|ありがとう|お礼|協賛|義援|贈|配布|共同")
"""Companies that give are thanked by their names."""

WHOSE = Pattern(
    r"(?<![a-z])(?:documents?|data|files?|records?|drawings|contracts?|details|designs) (?:belonging to|of|from|"
    r"for) ([a-z][a-z0-9&.-]{1,20}"
    r"(?: (?:& |and )?[a-z][a-z0-9&.-]{1,20}){0,3} (?:llp|ltd|limited|inc|plc|gmbh|llc|corp|co|kk|pty))(?![a-z])"
)
"""A firm whose papers they are."""

LEANED_ON = Pattern(
    r"(?:提供元|委託先|供給元|保守元|保守会社|運用元|開発元|仕入れ?先|納入元|外注先)(?:の|は|が|、|"
    r"である)?(?:[ァ-ヶー一-鿿]{2,12}|[a-z][a-z0-9&-]{2,20})"
    r"(?:社|さん|株式会社)|"
    rf"(?<![ァ-ヶーa-z])(?![ァ-ヶーa-z]{{0,12}}(?:{COMMON})の)[ァ-ヶーa-z]{{3,14}}(?:さん"
    rf"|社)?の[一-鿿ァ-ヶー]{{0,4}}(?:システム|サーバー?|データセンター|クラウド|回線|サービス|機器|装置)"
    r"(?:が|の|に|自体が)(?:止|落ち|ダウン|障害|使えな|不具合|壊れ|故障|遅延|トラブル|つなが)"
    r"|(?<![a-z])(?:hosting|cloud|security|payments?|logistics|courier|delivery|software|it|phone|telecom"
    r"|cleaning|catering|maintenance|lift|"
    r"elevator) (?:company|provider|firm|partner|supplier|vendor|contractor|host),? [a-z][a-z0-9&-]{2,20}"
)
"""Whose system a failure lies in, or the supplier by kind and name."""

TROUBLE = (
    r"(?:outages?|problems?|issues?|troubles?|faults?|failures?|glitch|incident|breach|bad|difficulties|crash|fire|shortage"
    r"|backlog|leak)"
)
FAILING = Pattern(
    r"(?<![a-z])([a-z][a-z0-9&-]{2,18}(?:\s[a-z][a-z0-9&-]{2,18})?)(?:'s)? "
    rf"(?:(?:is|are) having (?:an? |some )?(?:[a-z]{{3,12}} )?{TROUBLE}|(?:had|have|has) (?:a|an) (?:[a-z]{{3,12}} )?{TROUBLE}|"
    rf"is down again|"
    r"are down again|lost|messed|broke|failed to deliver|has not delivered|"
    r"gateway|servers? (?:is|are)|let us down|screwed|dropped us|cut us off|is late again|(?:is|are) overloaded|pushed a bad)"
)
SERVED = Pattern(
    r"[一-鿿ァ-ヶー]{2,16}(?:病院|大学|銀行|信金|信用金庫|信組|市役所|県庁|電鉄|鉄道|マート|ストア|百貨店|"
    r"スーパー|ホールディングス|グループ|自動車|商事|食品|薬品|医学部|高校|生協)"
    r"(?:様|さん|殿)?(?:に納|への納|向け|の契約|との契約|全店|の全店|から(?:の)?(?:受注|ご了承)|には先に|"
    r"を優先|の回線|の基幹|のatm|のシステム|の工場への|への出荷|へ出荷)"
    r"|[一-鿿ァ-ヶー]{2,16}(?<!事業者)(?<!お客)(?<!利用者)(?<!皆)(?<!患者)(?<!会員)(?<!法人)(?<!契約者)(?:様|さま|さん|殿|"
    r"御中)(?:向け|には連絡|には説明|にはお詫び|への|との契約|の回線|の便|のシステム|のサーバー|のご利用|のアカウント|のデータ)"
    rf"|[一-鿿ァ-ヶー]{{2,12}}(?:大学|医科大|病院|銀行|自動車|電機|重工)の(?:部品|検査データ|受注|発注|注文|システム開発)"
    r"|([a-z][a-z0-9&.-]{2,20}\s[a-z][a-z0-9&.-]{2,20}) gets (?:its|their) [a-z]{3,12} first"
    rf"|[一-鿿ァ-ヶー]{{2,12}}(?:庁|省|電力|鉄鋼|重工|航空|通信|化成|精機|[ァ-ヶー]{{3}})向けの?(?:部品"
    rf"|製品|納品|出荷|装置|システム|回線|商品)"
    rf"|(?!(?:[一-鿿]{{0,4}})?(?:{ROLES})(?:さん|様"
    rf"|殿))(?<![一-鿿ァ-ヶーぁ-ん])[一-鿿ァ-ヶーぁ-ん]{{3,12}}(?:さん|様|殿)(?:の|への|に)(?:納品|出荷"
    rf"|発注|注文|案件|工事|契約|見積|請求)"
    r"|(?:restored|recovered|back|delivered|shipped|heading|on (?:its|the) way|priority|first|deliver(?:y"
    r"|ies)|shipments?|hold|(?<!evacuation )(?<!water )(?<!place )(?<!closure )orders?|parts|"
    r"work|contract|project|apolog(?:y|ies)|apologi[sz]e) (?:for|to|with|from|truck to) (?:the (?:folks|team|people|guys) at )?"
    r"([a-z][a-z0-9&.-]{2,20}(?:\s[a-z][a-z0-9&.-]{2,20}){1,2})"
    r"|(?<![a-z])([a-z][a-z0-9&-]{2,20}\s[a-z][a-z0-9&-]{2,20})'s (?:[a-z]+ )?(?:data|records|files"
    r"|servers?|account|orders?|shipments?|portal|"
    r"drawings|contract)"
)

_PLAIN = (
    "We They You It The This That There These Those Our Your Some Many Most Staff Crews Trains Buses Customers "
    "People Residents Police Fire Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
    "April May June July August September October November December Typhoon Hurricane Storm Japan Tokyo Sendai "
    "Osaka Everyone Nobody Someone Users Service Services Line Power Water Gas All Both What Who Which And But So "
    "If When While Phones Schools Shops Roads "
)
"""Words that begin sentences with a capital and name nobody."""

PUBLIC_FAULT = Expression(
    r"(?<![a-z])(?:signal|points|track|trains?|tram|bus|road|weather|snow|ice|wind|fire|flood(?:ing)?|storm|landslide|accident|"
    r"crash|collision|derailment|"
    r"earthquake|trees?|crossing|burst|police|medical|death|power cut|overhead|incident at)(?![a-z])"
)
"""What fails on railways and roads, at places and not at suppliers."""

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
    "情報",
    "個人",
    "機械",
    "システム",
    "サービス",
)
"""What stands at the head of our own part, or of anybody's."""


@detector
def other_companies(reading: Reading, context: Background) -> Iterator[Hit]:
    """Companies named as customers, partners or suppliers."""
    for found in reading.find(COMPANY):
        if not reading.is_public(found.start, found.end):
            yield Hit("customer", found.start, found.end)
    for found in reading.find(WHOSE, 1):
        if found.written[:1].isupper() and not reading.is_public(found.start, found.end):
            yield Hit("customer", found.start, found.end)
    for found in reading.find(ENGLISH_CUSTOMER):
        start = reading.text.rfind(" ", found.start, found.end) + 1
        if _proper(found.written.split()) and not reading.is_public(start, found.end):
            yield Hit("customer", found.start, found.end)


@detector
def suppliers(reading: Reading, context: Background) -> Iterator[Hit]:
    """Whose part failed."""
    for found in reading.find(SUPPLIER):
        if _named(found) and not reading.is_public(found.start, found.end):
            yield Hit("vendor", found.start, found.end)
    for found in reading.find(FIRM):
        if not (
            found.match[0].startswith(OWN) or GIFT.search(sentence(found)) or reading.is_public(found.start, found.end)
        ):
            yield Hit("vendor", found.start, found.end, advice_if(authority(found.match.string)))
    for found in reading.find(LEANED_ON):
        if _named(found) and not reading.is_public(found.start, found.end):
            yield Hit("vendor", found.start, found.end)
    for found in reading.find(FAILING, 1):
        name = _trailing(found.written.split())
        if name and not PLAIN.intersection(name) and not reading.is_public(found.start, found.end):
            yield Hit("vendor", found.start, found.end)


@detector
def served(reading: Reading, context: Background) -> Iterator[Hit]:
    """Who is served, first or at all."""
    for found in reading.find(SERVED):
        named = _named(found) if not found.written.isascii() else _begins_with_name(found)
        if named and not reading.is_public(found.start, found.end):
            yield Hit("customer", found.start, found.end, unless_ours(not found.written.isascii(), context))


PLAIN = frozenset(_PLAIN.split())


def _begins_with_name(found: Found) -> bool:
    """Whether two capitalised words stand where the customer is expected, which name no part of a town."""
    at = found.match[0].rfind(next(filter(None, found.match.groups())))
    name = found.written[at:].split()[:2]
    capitals = len(name) == 2 and all(word[:1].isupper() and not word.isupper() for word in name)
    return capitals and not PLAIN.intersection(name) and name[1].casefold().strip(".,") not in NO_SURNAMES


def _trailing(words: list[str]) -> list[str]:
    """The capitalised words at the end ("because SafeLink")."""
    name = words if words[0][:1].isupper() else words[1:]
    return name if all(word[:1].isupper() for word in name) else []


def _named(found: Found) -> bool:
    """Whether an English match ends with a name; a Japanese one is told by its endings."""
    if PUBLIC_FAULT.search(found.match[0]):
        return False
    last = found.written.removesuffix("'s").split()
    if not found.written.isascii():
        return not found.match[0].startswith(OWN)
    return last[-1][:1].isupper() and not last[-1].isupper() and last[-1] not in PLAIN


def _proper(words: list[str]) -> bool:
    """Whether a lower-case role is followed by a name: "customer Hokuto Foods"."""
    following = [word for word in words[1:] if word not in ("such", "as", "like", "including", "named")]
    return words[0].islower() and bool(following) and following[0][:1].isupper() and not following[0].isupper()
