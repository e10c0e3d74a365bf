"""Identifiers behind their labels: whatever a word for a ticket, a machine, a lock or an account says that it is. One grammar
for all of them: label, a word for "number", what joins, value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crisis.guard.context import Background
from crisis.guard.detectors.ids import OFFICE
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading, sentence
from crisis.guard.registry import Hit, detector
from crisis.model.finding import Severity

NUMBERED = r"(?:[ :]?(?:no\.?|nr\.?|numbers?|num|ids?|ref(?:erence)?|code|tag|#|nos\.?)(?![a-z]))"
"""A word for a number, English."""

NUMBERED_JA = r"(?:の)?(?:管理)?(?:番号|no\.?|コード|ナンバー|id|記号|シール)"
JOIN = r"[\s:=#(\[\"'「]{0,4}(?:is|are|was|=|:|at|on|with|under|->)?[\s:=(\[\"'「]{0,3}"
JOIN_JA = r"[\s:=はがを「『(\[#\"'→]{0,4}第?"

BEFORE = r"(?<![a-z0-9/#@._-])"
"""A Latin label begins a word."""

UNIT = (
    r"(?:[.,]?\d|\s?(?:人|名|件|円|時|分|秒|日|月|年|歳|個|台|本|枚|通|社|戸|世帯|棟|頭|羽|か所|カ所|箇所|ヶ所|km|cm|mm|m|kg|t|"
    r"号線|番線|番出口"
    r"|階|回|度|割|倍|%|両|便|系統|週間|丁目|号車|ページ|箱|袋|食|杯|点|問|ミリ|キロ|メートル)|[:/]\d"
    r"|\s?(?:am|pm|a\.m|p\.m|hrs?|hours?|mins?|minutes?|secs?|days?|weeks?|months?|years?|yrs?|miles?|mi|ft|"
    r"feet|metres?|meters?|people"
    r"|persons?|homes?|families|customers?|percent|per |million|billion|thousand|acres|degrees|of |times|"
    r"passengers|residents|children"
    r"|staff|block|students|bags?|boxes|lives|tons?|tonnes?|mph|kph|knots|or more|jan|feb|mar|apr|may|jun|jul|aug|sep|"
    r"oct|nov|dec)(?![a-z]))"
)
"""Behind digits: they count or measure."""

END = rf"(?![a-z0-9]|{UNIT})"
MIXED = (
    r"(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? ?\d|"
    r"covid)(?=[a-z0-9_/.+-]{0,40}\d)(?=[a-z0-9_/.+-]{0,40}[a-z])(?=(?:[^\d\s]{0,12}\d){2})"
    r"[a-z0-9]{1,24}(?:[-_/.+ ](?=[a-z0-9_-]{0,16}\d)[a-z0-9]{1,24}){0,5}"
)
"""A code of letters and digits, two digits or more."""

DIALLED = r"(?!\d{1,2}/\d{1,2}(?![\d/]))(?!0\d{1,4}[-( ]\d{1,4}[-) ]\d{3,4}(?!\d))"
"""No telephone number, which other detectors read."""

DIGITS = DIALLED + r"(?!(?:19|20)\d\d(?![\d/.-]))\d[\d]{1,23}(?:[-/. ]\d{1,8}){0,5}"
"""Digits, perhaps in groups, and no year."""

MANY = DIALLED + r"(?!(?:19|20)\d\d(?![\d/-]))(?=(?:\d[-/ ]?){4})\d{1,24}(?:[-/]\d{1,8}){0,5}"
HASHED = r"#\d{1,12}(?:[-/]\d{1,8}){0,3}"


def english(words: str, *, sure: bool = True) -> Pattern:
    """The pattern of English labels; `sure` ones need no word for a number before plain digits."""
    alone = f"|{MANY}" if sure else ""
    return Pattern(
        rf"{BEFORE}(?:{words})(?:s|'s)?(?:(?![a-z])|(?=(?:no|id|number)[ .:#=]{{0,3}}\d))"
        rf"(?:{NUMBERED}{JOIN}(?:{HASHED}|{MIXED}|{DIGITS}){END}|{JOIN}(?:{HASHED}|{MIXED}{alone}){END})"
    )


def japanese(words: str) -> Pattern:
    """The pattern of Japanese labels: with a word for a number, or a code, or four digits."""
    return Pattern(
        rf"{BEFORE}(?:{words})(?:{NUMBERED_JA}{JOIN_JA}(?:{HASHED}|{MIXED}|{DIGITS}){END}|{JOIN_JA}(?:{HASHED}|"
        rf"{MIXED}|{MANY}){END})"
    )


@dataclass(frozen=True)
class Label:
    """Patterns of one code."""

    code: str
    patterns: tuple[Pattern, ...]


THINGS = english(
    "ticket|tkt|inc|sr|service request|change request|change ticket|problem record|jira|redmine|backlog|"
    "p\\.?o\\.?|purchase order|invoice|inv|"
    "docket|log entry|board paper|audit finding|sop|work order|permit|our ref|your ref|ref|reference|asset|"
    "asset tag|serial|s/n|"
    "laptop|device|part|p/n|circuit|imei|iccid|sim|vin|rack|tag|contractor|clock|patient with mrn|conference|worker|operator|emp|"
    "employee|"
    "eid|staff|payroll|"
    "locker|badge|personnel file|dossier|user|member|customer|client|pnr|mrn|nhs|ssn|itin|passport|routing|aba|sort code|"
    "a/c|acct|account|"
    "swift|bic|cvv|cvc|ein|tax|vat|meter|subscription|tenant|commit|tracked in|tracked as|tracking|awb|waybill|"
    "consignment|licen[cs]e plate|number plate|plate|vehicle reg|reg|registration|tail|car reg|truck|van|"
    "container|docs?|document|"
    "exam|candidate|library card|id card|key card|keycard|swipe card|fob|timesheet|cost cent(?:re|er)|gl code|"
    "project|job|row|build|incident ref|incident number|incident no|incident id"
)
MAYBE = english(
    "incident|case|issue|bug|pr|build|job|run|order|contract|quote|risk|row|claim|policy|unit|lot|batch|valve|"
    "pump|breaker|robot|bay|"
    "change|release|host|node|server|switch|printer|camera|plc|machine|terminal|router|firewall|pod|vm|instance|"
    "bucket|box|"
    "driver'?s? licen[cs]e|seat|file|tank|line|form|record|entry|alert|alarm|request|problem|task|story|"
    "epic|sprint|card",
    sure=False,
)
THINGS_JA = japanese(
    "(?<![便話急])番号|口座|普通(?:預金)?|当座(?:預金)?|マイナンバー|個人番号|定期券?|免許|カルテ|チケット|障害票?|インシデント|"
    "inc|稟議書?|決裁|注文書?|発注書?|po|請求書?|見積書?|契約書?|報告書|伝票|文書|"
    "案件|管理|変更|課題|プルリク|"
    "jira|backlog|redmine|台帳|問い合わせ管理|"
    "追跡|送り状|受付|申込|予約|シリアル|s/n|製造|製番|機番|型番|型式|ロット|ラック|棚番?|バルブ|弁|ポンプ|配電盤|配管|回線|"
    "管理シール|備品|端末|"
    "pc|パソコン|ノートpc|資産|機器|装置|車番|車両|車台|車|社用車|機体|ナンバープレート|担当(?:者)?|問い合わせ|学生証|納品書|職番|"
    "社員|職員|従業員|学籍|学生|患者|カルテ|診察券?|"
    "会員|顧客|お客[様さ]ま?|利用者|契約|免許証?|保険証?|旅券|パスポート|在留カード|年金|被保険者|バッジ|名札|名札の|"
    "(?:入館|入室|セキュリティ|社員|id|通行|入構)(?:カード|証)|イベントid|ジョブ|部品|品番|図面|工番|作業票|作業指示書?|"
    "imei|sim|ssid|sku|プロジェクト|予算|原価|コストセンター|証券|保険|記号|個体|機体|設備|計器|メーター|タグ|容器|コンテナ|ナンバー"
)
PHONES = Pattern(
    r"(?:内線|構内phs|phs|ピッチ|短縮(?:ダイヤル|番号)?|呼出(?:番号|コード)?|呼び出し番号|無線(?:機)?|ポケベル|当番機|衛星電話|"
    r"\(内\)|(?<![一-鿿])内)"
    r"(?:番号)?[\s:はがの「(]{0,4}[*#]?(?:チャンネル\d|\d[\d-]{1,12})(?!\d|\s?(?:時|分|日|月|人|名|件|台|年|階))"
    r"|(?<![a-z0-9/@#._-])(?:x|ext|extn|extension|int|internal|pager|bleep|beeper|short ?dial|speed ?dial|"
    r"desk phone|radio|call ?sign|dect|"
    r"sat ?phone|satellite phone|satphone|voicemail)"
    r"(?:[.:\s#]{0,3}| is | number | no\.? | on | the [a-z -]{3,24} on )[*#]?\d[\d -]{0,14}\d(?![\d:%]|\s?(?:am|"
    r"pm|km|m|people|%))"
)
PLACED = "(?:(?:mac|ip)(?:アドレス| address)?|vlan|ssid|asn?|subnet)"
MACHINES = Pattern(
    r"(?:ホスト名?|サーバー?名?|機器名|ルーター|スイッチ|マシン名?|端末名|コンピュータ名?|データベース名?|テーブル名?|"
    r"インスタンス|仮想マシン|ノード)"
    r"[\s:はが「『(]{0,3}(?=[a-z0-9_.-]{0,30}[\d_])(?=[a-z0-9_.-]{0,30}[a-z])[a-z0-9][a-z0-9_.-]{3,40}(?![a-z0-9])"
    r"|(?:ホスト|サーバー?|機器|端末|コンピュータ|マシン|データベース|db|テーブル)名[\s:はが「『(]{0,3}[a-z][a-z0-9_.-]{2,40}(?![a-z0-9])"
    r"|(?<![a-z])(?:host|hostname|server|node|vm|database|db|schema|queue|topic|cluster|namespace|ssid|switch|"
    r"firewall|router|printer|camera|plc|"
    r"ap|access point|instance|pod|container|domain controller|machine|workstation|bucket)"
    r"(?: name| called| named)?[\s:=\"'(]{1,3}(?=[a-z0-9_.-]{0,40}(?:\d|"
    r"_))(?=[a-z0-9_.-]{0,40}[a-z])[a-z][a-z0-9]{1,20}(?:[-_.][a-z0-9]{1,20}){0,6}"
    r"(?![a-z0-9])"
    r"|(?<![a-z0-9/])(?:queue|topic) [a-z]{2,16}(?:\.[a-z]{2,16}){1,4}|(?<![a-z])(?:table|column|bucket|queue|"
    r"schema) [a-z]{2,20}_[a-z0-9_]{2,30}"
    r"|(?<![a-z])(?:the|our|on) [\"'\u201c]?[a-z]{2,12}(?:fs|db|app|web|srv|dc|ap|nas)\d{1,3}[\"'\u201d]?(?![a-z0-9])"
    r"|vlan[ :]?\d{1,4}(?!\d)|(?<![a-z])(?:tcp|udp|rdp|ssh|smb)[/ :]?(?:ポート|port)?\s?\d{2,5}(?:を|が|は|"
    r"番)?(?!\d|時|人|件)|(?<![a-z])as\d{4,6}(?!\d)"
)
LOGINS = Pattern(
    r"(?<![a-z])(?:user ?name|user ?id|login ?name|login id|service account|ad account|account name|"
    r"sam ?account)(?: is| was)?[\s:=\"'「]{1,3}"
    r"(?!(?:and|or|is|was|will|has|have|details?|information|for|to|on|in|with|from|by|at|"
    r"the)(?![a-z]))[a-z][a-z0-9._\\-]{3,40}"
    r"|(?:ユーザー?名|ユーザー?id|ログインid|ログイン名|アカウント名|(?:サービス|共用|共通|管理者?|臨時)アカウント|"
    r"管理者id)[\s:はが「=]{0,3}[a-z][a-z0-9._\\-]{2,40}"
    r"|(?<![a-z0-9\\:.])(?!(?:c|d|e|z):)[a-z][a-z0-9-]{2,15}\\(?!\\)[a-z][a-z0-9._-]{2,30}(?![a-z0-9\\])"
)
WORDS = (
    r"(?:not|no|now|the|being|required|needed|still|changed|reset|your|our|on|in|same|been|unchanged|working|"
    r"only|for|and|or|if|a|an|by|"
    r"from|at|to|is|was|protected|case|weak|simple|unique|long|encrypted|hashed|policy|manager|stolen|safe|secure|strong|"
    r"compromised|leaked|exposed|available|"
    r"expired|valid|sent|set|with)"
)
SECRETS = Pattern(
    rf"(?<![a-z])(?:password|safe ?word|code ?word|pass ?phrase) is [\"'「]?(?!{WORDS}(?![a-z]))[a-z]{{3,20}}[\"'」]?(?=[.,;\n]|$| - )|"
    r"(?<![a-z])(?:say|quote|give|mention) [\"'「“][^\"'」”\n]{2,24}[\"'」”] (?:at|to|when)(?![a-z])|"
    r"(?:パスワード|パスコード|(?<![ァ-ヶ])パス(?!ポ)|合言葉|暗号化?キー|復号キー|復旧キー|回復キー|(?:api|"
    r"アクセス|認証|wi-?fi|ネットワーク)キー|秘密鍵|トークン|ハッシュ(?:値)?|認証コード|確認コード|"
    r"ワンタイム(?:パスワード|コード)|2fa(?:コード)?|共有鍵|鍵)[\s:=はがを「『(]{1,4}(?=[!-~]{0,40}\d)(?:[!-~]{4,64}|[\d ]{4,16})"
    r"|(?:ワンタイム(?:パスワード|コード)|2fa(?:コード)?|認証コード|確認コード|認証番号|(?:api|アクセス|wi-?fi|"
    r"ネットワーク)キー|秘密鍵|トークン|暗号化?キー|(?:初期|仮|共通)パスワード)"
    r"[!-~]{4,64}"
    r"|(?<![a-z])(?:pass|passwd|password|passcode|passphrase|pwd|pw|p/w|psk|creds?|credentials?|secret|api key|"
    r"api_key|token|otp|"
    r"backup code|recovery key|recovery code|client secret|2fa code|mfa code|one[- ]time (?:code|password)|"
    r"wi-?fi key|encryption key|licen[cs]e key|"
    r"product key|cookie|bearer|hash|key)(?:'s| is| was| now)?(?: (?:been )?(?:changed|reset|"
    r"set)(?: to)?)?[\s:=(\"'「]{1,3}"
    rf"(?!{WORDS}(?![a-z]))(?=[!-~]{{0,40}}[\d#@!$%^&*~])(?!\d{{1,3}}(?![\da-z])|#[a-z]|https?:|"
    rf"\d{{1,5}}(?:,\d{{3}})*(?: [a-z]|%))[!-~]{{4,200}}"
    r"|(?<![a-z])(?:secret|password|passphrase|pwd|passwd)\s?[:=]\s?(?!https?)[!-~]{4,64}"
    rf"|(?<![a-z])(?:passphrase|password)(?: is|:|"
    rf"'s)? (?:(?!{WORDS}(?![a-z]))[a-z]{{3,10}} ){{2,4}}(?!{WORDS}(?![a-z]))[a-z]{{3,10}}(?=[.\n]|$| - | next )"
    r"|(?<![a-z])use [!-~]{4,32} as (?:the |your )?(?:password|passcode|pin|key)"
    r"|(?<![a-z])(?:root|admin|default|guest|shared) password[^.\n]{0,24}[(\"'][!-~]{3,32}[)\"']|"
    r"(?<![a-z])(?:admin|root|guest|administrator):[!-~]{4,40}"
    r"|(?<![a-z0-9/])(?:仮|新|初期)?pw\s?(?:は|が|を|:|\s)?\s?(?=[^\s。、]{0,16}\d)[^\s。、]{4,32}|id_(?:rsa|ed25519|dsa)(?![a-z])"
    r"|(?<![a-z])(?:wi-?fi|ssid|guest)[^\n。./+]{0,16}[\s:「][!-~]{3,24}\s?/\s?[!-~]{4,40}|"
    r"(?<![a-z])use [a-z0-9._-]{3,24}/(?=[!-~]{0,30}\d)[!-~]{5,40}"
    r"|ssid\s?(?:は|が|:|=)\s?「?[!-~]{3,32}|合言葉は?「[^」\n]{1,12}」|"
    r"パスワードは[^。\n]{0,16}?(?:[a-z0-9]{6,40}|\d{3,8}(?!\d|年|文字|桁))|"
    r"(?<![a-z])pin(?:コード|番号)[\s:は「]{0,3}\d(?: ?\d){3,7}"
)
SHUT = (
    "裏口|通用口|玄関|勝手口|正門|裏門|門扉|ドア|扉|鍵|鍵箱|キーボックス|キーパッド|テンキー|南京錠|ダイヤル錠|錠|金庫|シャッター|ゲート|"
    "エレベーター|オートロック|ロッカー|警備(?:システム)?|警報|セコム|アルソック|機械警備|倉庫|駐車場|駐輪場"
)
SHUT_EN = (
    "key ?pad|key ?safe|lock ?box|key ?box|pad ?lock|combination|combo|alarm|disarm|alarm off|back door|"
    "front door|side door|side entrance|"
    "shutter|elevator|lift|garage|safe|vault|gate|barrier|turnstile|locker|door|entrance|bridge|conference|"
    "participant|host|"
    "entry|access|pin|pin number|pin code|store ?room|car park|buzz|punch in|key in|tap in"
)
LOCKS = Pattern(
    rf"(?:{SHUT})(?:の)?(?:番号|暗証(?:番号)?|コード|ダイヤル|解除|解錠|ナンバー|pin|キーパッド|キー)?(?:の解除|"
    rf"を解除)?[\s:はがに「]{{0,3}}"
    r"(?:は|が|に)?\s?(?<!\d)[*#a-z]?\d[\d#*-]{2,9}[#*a-z]?(?![\d:.%]|\s?(?:時|分|日|月|年|人|名|件|台|か所|"
    r"カ所|個|円|番線|号|年|万|kg|m|mm|cm|番出口))"
    r"|(?:[左右]に?\d{1,2}[\s、,・]{0,2}){2,6}|\d{1,2} (?:left|right)(?:,| then|,? and)? ?\d{1,2} (?:left|right)|(?:エレベーター|"
    r"ボタン)[^。\n]{0,10}\d回[^。\n]{0,4}\d{3,8}"
    rf"|(?<![a-z])(?:{SHUT_EN})(?: (?:code|number|combo|combination|pin|digits))?(?:[ ,:=(\"'-]{{1,3}}|"
    rf"(?: (?:is|was|set|with|to|for|now|opens|off|on|the)){{1,3}} )"
    r"(?:[*#]?(?!(?:19|20)\d\d(?!\d))\d{4,8}[#*]?|[*#]\d{3,8}|\d{3,8}[#*]|[a-z]\d{3,6}[a-z#]?|"
    r"\d{1,2}-\d{1,2}-\d{1,2}|r\d{1,2} l\d{1,2} r\d{1,2}|\d{3} \d{3})"
    rf"{END}"
    r"|(?<![a-z])(?:padlock|lock ?box|key ?box|key ?safe|combination|combo)[^.\n\d]{0,12}\d{3}(?![\d:,%]|[ -]?[a-z])"
    r"|(?<![a-z])(?:padlock|lock|combination|combo|code)[^.\n]{0,16} (?:set to|is|"
    r"for the [a-z]{3,12}:?) \d{3,8}[#*]?(?![\d:,%]|[ -]?[a-z])"
    r"|(?<![a-z])(?:buzz|press|enter|key in|punch in|type) [*#]?\d{3,8}[#*]? (?:at|on|for|to open|then)(?![a-z])"
)
MEETINGS = Pattern(
    r"(?:zoom|teams|webex|meet|ズーム|会議|ミーティング|ブリッジ)(?:の|会議|ミーティング)?(?:id|番号|"
    r"コード)?[\s:はが「]{0,3}(?:\d{3,4}[ -]\d{3,4}[ -]\d{3,4}|\d{9,12})(?!\d)"
    r"|(?<![a-z])(?:join|dial[- ]?in|bridge|zoom|webex|teams|meet)(?: with| is| on| at| using| id| number| code|"
    r":|,){0,3} "
    r"(?:\d{3,4}[ -]\d{3,4}(?:[ -]\d{3,4})?|\d{8,12})(?!\d)|(?<![a-z])meet(?:の| |: ?|"
    r"は)[a-z]{3}-[a-z]{4}-[a-z]{3}(?![a-z])"
    r"|(?:slack|teams|discord|チャンネル|channel|チャット),?(?:の|"
    r" channel)?[ 「:]{0,2}#?(?=[a-z0-9_-]{0,40}(?:p\d-|inc|war|crisis|ops|sec|team|room|oncall|internal|\d{3}))"
    r"[a-z0-9]{2,20}(?:[-_][a-z0-9]{1,20}){1,5}|(?<![a-z])(?:huddle|chat|thread|meet|post|join|"
    r"discuss)[a-z]* (?:in|on) #[a-z0-9][a-z0-9_-]{2,40}"
)
CARDS = Pattern(
    r"[一-鿿]-\d{2,4}-\d{2,5}(?!\d)|[普当]\)\s?\d{7}(?!\d)|(?<![a-z])rack \d{1,3},? u\d{1,2}(?!\d)|"
    r"(?<![a-z])locker #?\d{2,4}(?![\d:])|"
    r"記号\s?\d{1,8}[^\d\n]{0,6}番号\s?\d{1,8}|番号[^。\n\d]{0,8}(?:\d{2,4})?第\d{1,5}号|"
    r"(?<![a-z])(?:cvv|cvc|cvn|csc)[\s:=は]{0,3}\d{3,4}(?!\d)|(?<![a-z])(?:bic|"
    r"swift)(?: code)?[\s:=は]{1,3}[a-z]{4}[a-z]{2}[a-z0-9]{2}(?:[a-z0-9]{3})?(?![a-z0-9])"
    r"|(?:振込先|ゆうちょ|記号)[^\d\n。]{0,6}\d{3,5}[- の番号]{1,4}\d{3,8}(?:-\d{5,8})?(?!\d)"
)

TABLE = (
    Label("pii-id", (THINGS, MAYBE, THINGS_JA, CARDS)),
    Label("pii-contact", (PHONES,)),
    Label("infra-host", (MACHINES,)),
    Label("access-secret", (LOGINS, SECRETS, LOCKS)),
    Label("access-url", (MEETINGS,)),
)

TOLD = Expression(
    r"回収|リコール|対象(?:製品|ロット|商品)|お手元の|本体(?:の|に)|recall|stop using|do not (?:eat|use|drink)|"
    r"affected (?:product|lot|batch|model)|product code|best before|"
    r"義[援捐]金|寄付|寄附|募金|支援金|donat|relief fund|appeal|整理券|使用を中止|無償|型番の|replacement|"
    r"safety notice|stop (?:using|charging)|red cross|dona(?:re)?(?![a-z])|croce|euro al |text [a-z]+ to|sms|"
    r"numero (?:verde|solidale|unico)"
)
"""Makers tell which goods they take back, and funds the account that money is paid to."""

PUBLIC = Expression(
    r"(?:電話|フリー|郵便|緊急|通報|系統|路線|国道|県道|便|列車|管理(?:者|会社|局|室|事務所|組合))[^\d]{0,4}$|"
    r"(?<![a-z])(?:typhoon|hurricane|cyclone|flight|train|route|highway|exit|"
    r"bus|platform|terminal|level|category|stage|phase|chapter|section|article|rule|day|area|zone|district|ward|grade|"
    r"version|update|bulletin|advisory|part|sitrep|report|alert|release|line|form|operations?|warning|"
    r"order)(?: no\.?| number| #| nr)? ?#?\d{1,3}[a-z]?$"
)
"""Numbers that the public is told by."""


@detector
def labelled(reading: Reading, context: Background) -> Iterator[Hit]:
    """Whatever stands behind a word for an identifier or for a lock."""
    for label in TABLE:
        for pattern in label.patterns:
            for found in reading.find(pattern):
                office = (
                    pattern is PHONES and not context.says_what_is_public and OFFICE.search(_head(found)) is not None
                )
                if not (office or reading.is_public(found.start, found.end) or PUBLIC.search(found.match[0])):
                    yield Hit(label.code, found.start, found.end, Severity.ADVISE if _told(found) else Severity.HOLD)


def _head(found: Found) -> str:
    start = found.match.start()
    return found.match.string[max(0, start - 10) : start]


def _told(found: Found) -> bool:
    return TOLD.search(sentence(found)) is not None
