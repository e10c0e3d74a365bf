"""Names of companies that are told by how the writer deals with them, whatever they are called."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.companies import GIFT, PLAIN
from crisis.guard.detectors.name_parts import GIVEN_NAMES
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading, sentence
from crisis.guard.registry import Hit, detector
from crisis.guard.rules import Rule
from crisis.guard.voices import advice_if, authority

TRADES = (
    "工業|精密|水道|水産|商事|商店|商会|製作所|製造所|物産|産業|電機|電設|電工|電子|電器|建設|土木|組合|運輸|運送|急便|通運|化学|化成|"
    "製薬|薬品|"
    "食品|フーズ|製菓|製麺|製パン|製粉|乳業|酒造|醸造|印刷|紙業|製紙|繊維|紡績|染工|精機|精工|機工|機械|鉄工|金属|鋼業|製鋼|硝子|ゴム|"
    "樹脂|塗料|塗装|興業|不動産|地所|ホーム|ハウス|住建|設計|警備|警備保障|清掃|メンテナンス|システムズ?|ソフト|ソリューションズ?|テック|"
    "テクノ|テクノロジーズ?|ネットワークス|データ|ロジスティクス|ロジ|物流|海運|汽船|証券|損保|モータース?|自動車|製鉄|セメント|光学|"
    "計器|"
    "計装|バルブ|ベアリング|ファーム|農園|牧場|青果|精肉|パッキン|梱包|リース|レンタル|リネン|ケータリング|エージェンシー|"
    "エンジニアリング|"
    "テレコム|コミュニケーションズ|ペイメント|ペイ|リンク|コーポレーション|カンパニー|ワークス|ラボ|ファクトリー|インダストリー|"
    "キャリア|スタッフ|クリエイト|プランニング"
)
"""How companies end their names in Japanese, less utilities, railways and broadcasters, whom the public is told of by name."""

NAME = rf"[一-鿿ァ-ヶーぁ-んa-z]{{2,10}}?(?:{TRADES})"
HELPED = (
    "(?:借りて|使わせて|つないで|入れて|納めて|作って|運んで|届けて|直して|見て|預かって|任せて|お願いして|頼んで|支えて|貸して|"
    "供給して|担って|動かして|洗って|守って|"
    "焼いて|印刷して|組み立てて|管理して|運営して|点検して|掃除して)(?:くれて|もらって|いただいて|くださって)?いる"
)
BOUGHT = "(?:買って|使って|注文して|契約して|採用して|導入して|発注して|取引して)(?:くれて|いただいて|くださって)いる"
DEALS = (
    "仕入れ?[元先]|調達[元先]|納入[元先]|委託先|外注先|発注先|依頼先|保守先|提携先|下請け?|元請け?|孫請け|協力(?:会社|工場|企業)|"
    "製造元|開発元|"
    "運営元|供給元|派遣元|取引先|卸元|問屋|運送元|外部委託"
)
SUPPLIES = Pattern(
    r"(?:頼んだ|任せた|お願いした|依頼した|発注した|手配した)[^。\n]{0,6}?の?[一-鿿ァ-ヶー]{2,10}(?:さん|社)(?=[がのはにでもを、])|"
    rf"(?:{HELPED})[^。\n]{{0,12}}?{NAME}|(?:会社|業者|先|事業者|メーカー|"
    rf"問屋)[(「](?=[^)」]{{0,12}}[ァ-ヶ一-鿿a-z])(?![^)」]{{0,16}}(?:会社|業者|先|メーカー|など|含|除|名))[^()「」\n]{{2,16}}[)」]|"
    rf"[ァ-ヶー一-鿿]{{2,12}}(?:さん|社)(?:を)?経由|(?:{DEALS})(?:の|である|、|の「){NAME}(?=[のがはにでもをへと、」])"
    rf"|(?<![一-鿿ァ-ヶー]){NAME}(?:社|さん|さま)?(?:の[一-鿿ァ-ヶー]{{1,8}})?(?:が|で|の)(?:浸水|被災|故障|壊れ|倒産|破損|誤|ミス|"
    rf"不具合|落と|遅れ|混入)"
)
BY_TRADE = Pattern(
    r"(?:作|造|納め|組み立て|運|焼|染め|削|塗|洗|刷|縫|鋳|詰め)(?:って|て|んで|いて)いる[^。\n]{1,10}の(?:会社|工場|業者|"
    r"メーカー|職人)(?=[がのはでに])"
    r"|(?<![ァ-ヶー])(?!(?:スタッフ|ボランティア|ドローン|ヘリ|ロボット|メーカー|オペレーター|ドライバー|ポンプ|チーム|センター|"
    r"コーチ|ブルドーザー|クレーン|"
    r"ショベル|カメラ|レーダー|アルコール|ウイルス|スプレー|オゾン|ガス|ダイバー|アルバイト|パート|サービス|システム|スクール|"
    r"シニア|ユニット)+による)"
    r"[ァ-ヶー]{3,12}による(?:消毒|清掃|修理|復元|警備|保守|交換|配送|設置|配管|納品|取り替え|補修)"
)
"""A supplier by its trade alone."""

TOLD_FIRST = Pattern(
    r"(?<![一-鿿ァ-ヶー])(?!(?:皆|お客|利用者|患者|住民|会員|保護者|児童|生徒|学生|家族|社員|従業員|職員|業者|記者|遺族|"
    r"契約者|入居者|取引先|お得意|どなた|株主|被害者|子ども|"
    r"メディア|マスコミ|ユーザー))[一-鿿ァ-ヶーa-z]{2,10}(?<!皆)(?<!者)(?<!員)(?<!族)(?:さん|様|さま|社)(?:には|へは|に(?:だけ)?)"
    r"(?:先に|すでに|既に|個別に|別途|いち早く|事前に|内々に)[^。\n]{0,6}(?:説明|連絡|報告|案内|おわび|お詫び|納め|納品|"
    r"届け|お伝え|知らせ|出荷)"
)
"""A customer who is told before others."""

DESCRIBED = Pattern(
    r"(?<![一-鿿ァ-ヶー])(?!(?:皆|お客|利用者|患者|住民|会員|保護者|児童|生徒|学生|家族|知事|市長|町長|大臣|"
    r"王|神|仏|殿下|陛下))[一-鿿ァ-ヶー]{3,12}(?<!者)(?<!員)(?<!民)(?:様|さま|さん)"
    r"を(?:はじめ|始め|含む)"
    r"|(?<![a-z])(?:a|an|one|our|that) (?:very )?(?:big|large|major|well[- ]known|leading|famous|certain|household[- ]name|"
    r"blue[- ]chip|global|important) "
    r"(?:[a-z]+ )?(?:retailer|bank|car ?maker|chain|airline|hospital|manufacturer|supermarket|insurer|telecom|"
    r"utility|brand|customer|client|account|buyer)"
    r"(?: [a-z]+){0,8} (?:comes?|gets?|go(?:es)?|is served|will be|has been|was) (?:first|told|priority|served|paid|hit|affected|back)"
)
"""A customer who is named in thanks or described without a name."""

BUYS = Pattern(
    r"(?<!お客)(?<!利用者)(?<!患者)[一-鿿ァ-ヶー]{3,12}(?<!皆)(?<!客)(?<!者)(?<!員)(?<!業)(?<!方)(?:さま|様)の(?:分|ところ|注文|納期|"
    r"ライン|工場)|"
    rf"(?:{BOUGHT})[^。\n]{{0,12}}?{NAME}|(?:得意先|納品先|納入先|顧客|発注元|受注先|契約先|お客さまの|お客様の)(?:の|である|、)?{NAME}"
    r"|(?<![a-z])[a-z]社(?:さま|様|さん)?(?:の|が|に|は|へ|向け|製|と|から)|(?:某|ある)(?:大手|社|取引先|自治体|銀行|病院|企業|"
    r"メーカー|顧客|省庁|官庁)|大手(?:コンビニ|スーパー|銀行|通信|自動車|メーカー|食品|家電|薬局|ドラッグ|飲料|外食|小売|商社|航空|"
    r"電機|証券|生保|損保|町|ゼネコン)"
    r"|[ァ-ヶー]{2,8}[ぁ-ん一-鿿]{2,6}向けの?(?:荷物|部品|製品|商品|納品|出荷|装置|システム|回線|データ|注文|車|便|品)|"
    r"[一-鿿]{1,8}[ぁ-ん]{0,6}(?:病院|大学|銀行|信金|学校|高校|市役所|県庁)さま"
    rf"|(?<![一-鿿ァ-ヶー]){NAME}(?:さま|様|さん)(?:の|から|に|へ|向け|分|も|が|は|を|と)"
    r"|[一-鿿]{2,8}(?:市役所|県庁|区役所|町役場|大学|病院|銀行|信用金庫|高校|消防本部)(?:さま|様)?の(?:住民票|戸籍|税|年金|カルテ|"
    r"レセプト|帳票|名簿|端末|受注|"
    r"注文|データ|分)"
)
HEAD = 14
"""Characters at the beginning and end of a text within which a company names itself."""

WORD = r"[a-z][a-z0-9&'-]{1,20}"
FIRM = rf"({WORD}(?: {WORD})?)"
DOES = (
    "pick up|answer|make|run|supply|supplies|host|clean|deliver|maintain|handle|print|build|built|service|manage|look after|move|"
    "store|ship|"
    "provide|operate|guard|feed|cater|process|moderate|write|wrote|translate"
)
SUPPLIES_EN = Pattern(
    rf"(?<![a-z])(?:because|after|since|when) {FIRM} (?:[a-z]+ed|sent|left|put|cut|lost|broke|sold|built|made|did|had|has|went)(?![a-z])|"
    rf"(?<![a-z])(?:(?:comes?|came|bought|rented|leased|hired|sourced) from|(?:supplied|provided|hosted|run|made|built|handled|"
    rf"operated|maintained|"
    rf"serviced|managed|delivered|installed|written|staffed|guarded|cleaned) by|outsourced to|hosted (?:at|with)|subcontracted to|"
    rf"contract with|"
    rf"relies? on|depends? on|waiting (?:for|on)|blame) {FIRM}(?![a-z0-9])"
    rf"|(?<![a-z]){FIRM}, (?:who|which) [a-z]+ (?:[a-z]+ ){{0,4}}?(?:for us|for our|to us|our [a-z]+|us)(?![a-z])|"
    rf"(?<![a-z])(?:the )?(?:lot|people|firm|outfit|guys|folks|company|agency|contractor|ones|bank|host|team) (?:that|who|"
    rf"which) [a-z]+ (?:our|us|for us)[^.,\n]{{0,24}}, {FIRM}(?=,| )"
    rf"|(?<![a-z]){FIRM} (?:has sent|have sent|is sending|are sending|botched|promised|tell us|tells us|told us|let us|ran late|"
    rf"slipped|dropped the|overran|undercharged|forgot|misrouted|cut us off|pulled the|went bust|is working on|are working on|"
    rf"is fixing|are fixing)(?![a-z])"
    rf"|(?<![a-z]){FIRM}, (?:the (?:people|firm|company|supplier|outfit|guys|folks|ones|agency|contractor)|who|which|whose \w+)"
    rf" (?:who |that |which |we |)?(?:{DOES}|hire|use|pay|employ|rent)"
)
BUYS_EN = Pattern(
    rf"(?<![a-z])(?:orders?|shipments?|deliveries|pallets|parts|loads) (?:for|to) {FIRM}[^.\n]{{0,30}} (?:first|ahead|priority|"
    rf"before)(?![a-z])|"
    rf"(?<![a-z]){FIRM} (?:account|contract|order|deal|shipment|stores|job|project|site)(?:s|'s)?(?= (?:and|is|are|was|were|has|will|"
    rf"comes?|goes|gets?|first)|[.,])"
    rf"|(?<![a-z]){FIRM}(?: and [a-z][a-z0-9&'-]{{1,20}})? (?:will |are to |is to )?(?:gets?|receives?) (?:[a-z]+ )?"
    rf"(?:credits?|refunds?|compensation|replacements?|priority|a discount)(?![a-z])"
    rf"|(?<![a-z]){FIRM}(?:, (?:who|which) [^,.\n]{{3,40}},)? (?:gets? (?:theirs|its|priority|served|everything|the)|(?:comes?|"
    rf"goes?) first|(?:is|are) (?:still )?waiting|"
    r"signed|buys?|bought|ordered|complained|cancelled their|were hit (?:hardest|worst)|was hit (?:hardest|worst)|are (?:worst|"
    r"hardest) hit|threatens|pays us|has been told|have been told|were told first)"
)
GIVEN_AWAY = Expression("donat|relief goods|proceeds|thank|grateful|sponsor|matching|fundrais|charity")
"""Companies that give are named."""

CAMEL = Expression(r"[a-z][A-Z]")
"""As companies alone are written ("KoolServe")."""

_COMMON = (
    "we they you it the this that there our your their all any every some no one please water power gas electricity city county "
    "state police fire red cross school schools staff customers customer residents volunteers passengers trains buses flights "
    "train bus flight service services line lines route room road street north south east west monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november december new old who "
    "those people families crews team teams next update board everyone what when where if in on at for from by with and or but of "
    "to as is are evacuation shelter hotline emergency public relief recovery main national federal government health department "
    "bank union council office town village district ministry army navy hospital university college premier google youtube "
    "facebook twitter x instagram whatsapp email mail sms god english japanese tokyo osaka kyoto sendai london japan monday's "
    "today tomorrow yesterday "
)
COMMON = frozenset(_COMMON.split())
"""English words that bear a capital and name no company."""


detector(Rule("vendor", (BY_TRADE,), unless=(GIFT,), of_us=True))
detector(Rule("customer", (TOLD_FIRST, DESCRIBED), unless=(GIFT,), of_us=True))


@detector
def companies_dealt_with(reading: Reading, context: Background) -> Iterator[Hit]:
    """Suppliers and customers by what they do for the writer, or the writer for them."""
    for code, pattern in (("vendor", SUPPLIES), ("customer", BUYS)):
        for found in reading.find(pattern):
            if not (_itself(found) or GIFT.search(sentence(found)) or reading.is_public(found.start, found.end)):
                yield Hit(code, found.start, found.end, advice_if(authority(reading.folded.text)))
    for code, pattern in (("vendor", SUPPLIES_EN), ("customer", BUYS_EN)):
        for found in reading.find(pattern):
            given = GIVEN_AWAY.search(sentence(found)) is not None
            if not given and _firm(found, reading.text) and not reading.is_public(found.start, found.end):
                yield Hit(code, found.start, found.end, advice_if(authority(reading.folded.text)))


def _itself(found: Found) -> bool:
    """Whether the text begins or ends with it: whoever writes."""
    return found.match.start() < HEAD or found.match.end() > len(found.match.string) - 3


def _firm(found: Found, text: str) -> bool:
    """Whether the words where a company is expected bear capitals and are no common words: a single one only within a
    sentence, since every sentence begins with one."""
    group = next(number for number, name in enumerate(found.match.groups(), 1) if name)
    at = found.match.start(group) - found.match.start()
    shown = found.written[at : at + len(found.match[group])].split()
    names = [word for word in shown if word[:1].isupper()]
    if (
        names
        and CAMEL.search(names[0])
        and names[0].casefold() not in COMMON
        and text[found.start + at - 1] not in "#@"
    ):
        return True
    first = (
        not names or shown[0] != names[0] or found.start + at == 0 or text[: found.start + at].rstrip()[-1:] in ".!?:\n"
    )
    plain = any(
        word.casefold().removesuffix("'s") in COMMON or word in PLAIN or word.casefold() in GIVEN_NAMES
        for word in names
    )
    return bool(names) and not plain and (len(names) > 1 or not first) and found.start > HEAD
