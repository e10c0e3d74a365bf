"""How one gets in: keys that lie somewhere, names with their passwords, checks that are off, the very spot."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector
from crisis.guard.rules import Rule
from crisis.model.finding import Severity

KEY = "鍵|かぎ|カギ|入館証|暗証|パスワード|合言葉|リモコン|通行証|マスターキー|カードキー|スペアキー"
LAID = "貼|置|隠|入れ|入って|掛け|かけ|つる|吊|ぶら|挟|はさ|しま|埋|あり|渡して|預け|書いて|メモ"
HIDDEN_KEY = Pattern(
    rf"(?:{KEY})[^。\n]{{0,20}}?(?:の|に)?(?:裏|下|中|奥|横|上|脇|陰|隙間|すき間|わき|そば|引き出し|箱|棚|鉢|マット|ポスト|メーター|"
    rf"室外機|看板|表札|ダッシュボード|タイヤ|植え込み|消火[栓器]|黒板|付せん|ふせん|ホワイトボード)(?:に|"
    rf"へ)[^。\n]{{0,8}}?(?:{LAID})"
    r"|(?<![a-z])(?:keys?|keycard|key card|fob|badge|code|combination|password|passcode|pin|remote|padlock)(?: (?:is|are|was|were|"
    r"has been|to [a-z ]{2,20} (?:is|are)))?"
    r"(?: still| always| now)? (?:taped|stuck|hidden|left|kept|written|hanging|tucked|stored|pinned|hangs|lives|sits|lies|waiting|"
    r"under|behind|inside|above|beneath|on the (?:hook|board|sticky|post-it|whiteboard)|in the (?:box|drawer|tin|pot|lockbox|"
    r"meter))(?![a-z])"
)
SIGN_IN = Pattern(
    r"(?:合言葉|パスワード|パスコード|暗証|キーワード|秘密の言葉)(?:は|を|が)?\s?「[^」\n]{2,24}」(?!で|と答え|は使)|(?:id|"
    r"ユーザー?名?|login|ログイン)(?:も|と)(?:pw|パスワード|パス|pass|password)(?:も|は)?[^。\n!-~]{0,4}\s?[!-~]{3,32}"
    r"|(?:招待|参加|認証|登録|入室|入館|アクセス|確認|管理)コード(?:は|:|「| )?\s?(?=[a-z0-9-]{0,12}\d)[a-z0-9]{2,8}(?:-[a-z0-9]{2,8})"
    r"{0,4}(?![a-z0-9])"
    r"|(?<![a-z])(?:give|tell|show|say to) (?:the )?(?:guard|gate|gatekeeper|reception(?:ist)?|security|doorman|porter|front desk|staff)"
    r" (?:at [a-z ]{3,16} )?(?:the )?(?:word|name|code|password|phrase|colou?r|number)? ?[\"'「][^\"'」\n]{2,24}[\"'」]"
    r"|(?<![a-z])(?:passcode|invite code|join code|access code|session code|room code|meeting code|pass ?word|passphrase)(?: is|:|"
    r",)? (?=[a-z0-9!@#$%-]{0,12}\d)(?=[a-z0-9!@#$%-]{0,12}[a-z])[a-z0-9!@#$%-]{4,24}(?![a-z0-9])"
    r"|(?<![a-z])(?:teams|zoom|webex|meet|会議|ミーティング)[^.。\n\d]{0,14}\d{3} ?\d{3} ?\d{3}(?: ?\d{2,4})?(?!\d)|"
    r"(?<![a-z])(?:sign|log|logged|signed|get|connect)(?: ?in(?:to [a-z ]{2,20})?|on| on)? (?:as|using|with) [!-~]{2,32},? (?:with|"
    r"and|/|using|then|password|pw|pass) (?:the )?(?:password |pw |pass )?"
    r"(?=[!-~]{0,24}[\d!@#$%^&*_=+])[!-~]{5,40}"
    r"|(?:利用者|ユーザー?|アカウント|id|共用|共通|臨時|仮)(?:名|は|の|で|:)?\s?[!-~]{2,24}[^。\n!-~]{0,6}(?:パスワード|パス|合言葉|"
    r"pw|暗証)[^。\n!-~]{0,4}(?=[!-~]{0,24}[\d!@#$%^&*_=+])[!-~]{4,40}"
)
KANA = "ぜろ|れい|まる|いち|に|さん|よん|し|ご|ろく|なな|しち|はち|きゅう|く"
DOOR_BY_EAR = Pattern(
    rf"(?:口|ドア|扉|門|鍵|錠|金庫|シャッター|ゲート|ボックス|テンキー|暗証|番号)[^。\n]{{0,12}}?(?:(?:{KANA})[ーの・、 ]{{0,2}}){{3,8"
    rf"}}(?:シャープ|しゃーぷ|こめじるし|米印|スター)?[^。\n]{{0,3}}(?:で|を|と|です|の順)"
)
CHECKS = (
    "二段階|二要素|2段階|2要素|多要素|追加の?認証|本人確認|ワンタイム|パスワード(?:の)?(?:確認|入力)|監視|見張り|検知|防犯|警備|巡回|"
    "見回り|カメラ|センサー|警報|入退室|施錠|"
    "ウイルス対策|対策ソフト|セキュリティ(?:ソフト|対策|更新)?|ファイアウォール|フィルター?|更新プログラム|修正プログラム|パッチ|"
    "バックアップ|控え|ログ|記録装置|守衛|警備員|ゲート|"
    "オートロック|金属探知|手荷物検査|持ち物検査|edr|ids|vpn|waf"
)
MISSING = (
    "最後で|最後です|版が古|古すぎ|古かった|入りきって|入り切って|行き渡って|行きわたって|間に合って|追いついて|外して|外れて|切って|"
    "切れて|止めて|止まって|省いて|省略し|"
    "緩め|ゆるめ|見送って|後回し|未導入|未対応|未適用|"
    "入れていな|入っていな|付けていな|付いていな|ついていな|ありません|なく(?:、|な)|取っていな|取れていな|残していな|残っていな|"
    "していな|できていな|できておら|届いていな|届きま|届かな|"
    "録れて|録画でき|記録でき|映ら|映って(?:い)?な|死角|手が回|手薄|足りて?な|足りま|半分|一部だけ|だけ(?:です|"
    "で、|が)|のまま|期限切れ|切らし|古い|数か月前|"
    "か月前|年前|壊れ|故障|動いて(?:い)?な|利か|効か|素通し|素通り|誰でも|だれでも"
)
UNCHECKED = Pattern(
    r"(?:非常用|予備|自家|備え付け)の?(?:電気|電源|発電機?|照明|バッテリー|電池)[^。\n]{0,20}(?:切れ|尽き|なくな|もたな|持たな|"
    r"止まりま|限界)|"
    r"(?:機械|ゲート|検査機|装置|センサー|カメラ|探知機|読み取り機|改札|レーダー)[^。\n]{0,12}(?:反応しな|感知しな|検知しな|鳴らな|"
    r"映らな|読み取らな|見落と|素通)|"
    rf"(?:{CHECKS})[^。\n]{{0,24}}?(?:{MISSING})|いつもの(?:言葉|合言葉|番号|パスワード)だけで|(?:パスワード|番号|カード|証)(?:なし|"
    rf"無し|がなくても)で(?:入|通|開)"
)
UNCHECKED_EN = Pattern(
    r"(?<![a-z])(?:gates?|doors?|windows?|locks?|sheds?|hatch(?:es)?)(?: is| are|'s)? (?:never|not|rarely|seldom) (?:shut|locked|"
    r"closed)(?![a-z])|"
    r"(?<![a-z])(?:gates?|doors?|hatch(?:es)?)(?: is| are|'s)? (?:left|always|still) (?:open|unlocked|unguarded)(?! (?:to|for|"
    r"from|daily|until))|"
    r"(?<![a-z])(?:turned|taken|dialled|dialed|set) (?:the |our )?(?:[a-z-]+ ){0,2}(?:filter|firewall|alarm|scanner|lock|sensitivity|"
    r"checks?|monitoring)s? (?:down|off|low|to)(?![a-z])|"
    r"(?<![a-z])(?:switched|turned|taken|left|taking|switching|turning) off (?:the |our |all )?(?:[a-z-]+ ){0,3}?(?:sign-?in|login|"
    r"log-?in|step|checks?|factor|alarms?|cameras?|filters?|scanning|monitoring|locks?|logging|verification|codes?|firewall|"
    r"protection)(?![a-z])"
    r"|(?<![a-z])(?:lifted|disabled|suspended|relaxed|bypassed|skipped|waived|paused|loosened) (?:the |our |"
    r"all )?(?:[a-z-]+ ){0,3}?(?:sign-?in|log-?in|checks?|factor|alarms?|cameras?|filters?|scanning|monitoring|locks?|logging|"
    r"verification|authentication|firewall|screening|patrols?)(?![a-z])"
    r"|(?<![a-z])(?:generators?|ups|batter(?:y|ies)|back-?up power|emergency power|diesel|fuel)[^.\n]{0,36}(?:(?:till|"
    r"until) (?:about |around )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|noon|midnight|morning|tonight|tomorrow|dawn)|"
    r"(?:hours?|days?) (?:left|more|worth)|for (?:another|about|only|just) |"
    r"runs? (?:dry|out|low)|won't last|will last|lasts? )|"
    r"(?<![a-z])(?:cameras?|cctv|alarms?|sensors?|patrols?|guards?|guarding|security|monitoring|antivirus|anti-virus|edr|firewall|mfa|"
    r"2fa|two-factor|multi-factor|second factor|"
    r"one-time codes?|badge (?:readers?|checks?)|turnstiles?|fence|fencing|locks?|backups?|logging|logs|detection|scanners?|"
    r"bag checks?|id checks?|access control|patch(?:es|ing)?|updates? for the servers?)"
    r"(?![a-z])[^.\n]{0,32}?(?<![a-z])(?:everything (?:bar|but|except)|blind spots?|don't (?:cover|reach|work|see)|doesn't (?:cover|"
    r"reach|work|see)|do not (?:cover|reach|work)|does not (?:cover|reach|work)|"
    r"bar the|(?:not|never|isn't|aren't|wasn't|weren't) (?:yet )?(?:been )?(?:on|installed|rolled out|working|running|enabled|tested|"
    r"watched|monitored|manned|covered|checked|locked|switched on|in place|finished|everywhere|replaced)|"
    r"(?:switched|turned|left|still|has been|have been|are|is) (?:off|disabled|bypassed|open|unmanned|short[- ]staffed|lifted|"
    r"suspended|relaxed)|until (?:we|monday|tuesday|wednesday|thursday|friday|the weekend|further)|only (?:half|some|part|until|two|"
    r"one|from)|"
    r"half of|out of date|weeks? (?:old|behind)|months? (?:old|behind)|lapsed|expired|broken|dead|down|failed|stretched|thin|skeleton|"
    r"go(?:es)? home|leave at|knocks? off|clocks? off|goes? off duty|finish(?:es)? at)"
)
OUTWARD = Expression(
    "注意|ください|下さい|皆さま|皆さん|お客さまの端末|ご家庭|ご自宅|市民|県内|市内|町内|防犯カメラの映像|見回りを続け|強化|県警|警察|"
    "消防|川|河川|ダム|気象|津波|観測|水位|"
    "security (?:alert|advisory|notice)|police|traffic|weather|road|river|please|your|residents|library|museum|airport|"
    "social security|homeland|national guard|coast ?guard|life ?guard|customers can|update your"
)
"""The public's own checks, cameras at rivers, and what readers are asked to do."""

DEEP = Pattern(
    r"(?<![a-z])it (?:began|started|broke out|originated|happened) (?:where|by|near|behind|under|beside|next to|inside|in|at) (?:the |"
    r"our )[a-z]+(?: [a-z]+){0,3}(?=,| by| near| stand| sit| is| are|\.)|"
    r"(?:火元|出火場所|発生場所|漏れた場所|爆発した?(?:の|場所)|見つかった(?:の|場所))は[^。\n]{2,30}?(?:側|棚|室|庫|付近|奥|隣|階|"
    r"あたり|脇|裏|横|机|ロッカー|盤|炉|槽|配管)"
    r"|[一-鿿ァ-ヶー]{1,8}(?:室|庫|棟|盤|炉|槽)の(?:隣|奥|裏|手前|横|向かい|真上|真下|北側|南側|東側|西側|脇|角)|棚番号\s?[a-z]?-?\d|"
    r"(?:ホテル|旅館|宿|寮|イン)[^。\n]{0,12}?[\d〇一二三四五六七八九]{3,4}号(?:室|から|と|、)"
    r"|(?<![a-z])(?:stock|supplies|cash|drugs|medicines?|fuel|weapons|valuables|servers?|tapes|backups?|records|samples|explosives|"
    r"chemicals|gold|spares?|generators?) (?:now |still |all )?(?:sits?|lies?|(?:is|are) (?:kept|stored|hidden|stacked|held|locked)|"
    r"stands?) "
    r"(?:in|under|behind|beneath|below|above|at|on|inside|next to|beside) (?:the |our |an? )|"
    r"(?<![a-z])(?:hall|row|rack|cage|aisle|bay|pod|cabinet|shelf|locker|desk|cubicle|stall|platform end|vault|stairwell|riser|hatch|"
    r"manhole|dock|berth|pier|hangar|shed|silo|tank|gate|unit|block|level|floor|room|suite|door)"
    r" (?:no\.? )?[a-z]?\d{1,3}[a-z]?,? (?:row|rack|cage|aisle|bay|shelf|locker|desk|on the (?:left|right|north|south|east|west)|"
    r"left of|right of|behind|next to|beside|by the|at the back|in the (?:corner|back))"
    r"|(?<![a-z])(?:first|second|third|fourth|fifth|last|middle) (?:cage|rack|row|door|room|locker|shelf|cabinet|window|desk|bay|"
    r"stall|cubicle|container)(?: on| from| to| by| past| at)"
    r"|(?<![a-z])(?:parcel|package|bag|device|bomb|suitcase|rucksack|box|smoke|fire|leak|crack|intruder|body|wires?|envelope|"
    r"powder)(?: (?:is|was|are|were|has been|still|now|found|left|seen|lying|sitting|spotted|coming)){0,3} (?:in|on|under|behind|"
    r"beside|inside|by|near|next to|outside|at|from|above|below)"
    r" (?:the |our |a )?(?:[a-z]+ )?(?:plant room|boiler room|server room|stairwell|stairs|lift|elevator|lobby|reception|canteen|"
    r"kitchen|toilets?|restroom|loading (?:dock|bay)|basement|roof|store ?room|mail ?room|locker|"
    r"car park|level \d+|floor|(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|top|ground) floor|east|west|north|south|corridor|"
    r"meeting room|bike|desk|gate|cupboard|lab|workshop|archive)"
    r"|(?<![a-z])(?:rooms?|beds?) (?:are |is )?(?:ready|booked|reserved|waiting|held|set aside|arranged) (?:for (?:you|staff|crews?|"
    r"colleagues) )?(?:at|in) (?:the )?[a-z]+"
    r"|(?<![a-z])(?:staff|crews?|colleagues|employees|the team|our people|executives|families)[^.\n]{0,32}(?:hotel|inn|lodge|motel|"
    r"hostel|guest ?house|marriott|hilton|ibis|novotel|sheraton)(?![a-z])"
    r"|(?<![a-z])(?:his|her|their) (?:place|home|house|flat|apartment|address|family|parents|door)(?: is)?(?: at| on|"
    r" in)? \d{1,4}[a-z]? [a-z]+ (?:street|st|road|rd|lane|close|avenue|ave|drive|court|place|gardens|crescent|terrace|way|mews|grove|"
    r"hill|row|square|park|view|walk)(?![a-z])"
    r"|(?:社員|従業員|職員|応援の?(?:方|者|班)|家族|役員|乗務員|帰宅できない方|出張者)[^。\n]{0,20}?(?:ホテル|旅館|民宿|宿舎|保養所|"
    r"研修所|寮|イン|荘)[^。\n]{0,8}?(?:\d{2,4}(?:号室|から|~|-|と)|に(?:泊|入|集|宿|部屋|手配|確保|用意)|で(?:待|泊|休))"
    r"|(?:\d{1,2}|[a-z一二三四五六七八九十])(?:列目?|番目|段目|本目|つ目|台目|号機|号棟|番棚|番通路|番ラック|番扉)(?:の|で|、|に|"
    r"か)[^。\n]{0,12}?(?:ラック|棚|扉|ドア|机|席|柱|箱|ロッカー|配管|弁|盤|設備|装置|列|段|あたり|付近)"
)
TO_ALL = Expression(
    "お客さま|ご来場|会場|のりば|乗り場|展示|売り場|売場|受付|窓口|visitors?|open to|guests|passengers|shoppers|exhibit|concert|"
    "shelter|evacuation cent|registration|voters|polling|parking|firefighters|police (?:say|said|are looking)|residents"
)
"""The public goes there."""


@detector
def keys_and_passwords(reading: Reading, context: Background) -> Iterator[Hit]:
    """Where a key lies, and a name with the password behind it."""
    yield from (Hit("access-secret", found.start, found.end) for found in reading.find(SIGN_IN))
    for pattern in (HIDDEN_KEY, DOOR_BY_EAR):
        yield from (Hit("access-secret", found.start, found.end, Severity.HOLD) for found in reading.find(pattern))


ON_WATCH = Pattern(
    r"(?:見回り|巡視|夜回り|巡回(?!バス|診療|相談|図書|健診|車|サービス|販売|展|型)|パトロール)(?:は|を|も|が)[^。\n]{0,20}(?:\d{1,2}時|"
    r"\d回|一回|二回|だけ|のみ|しか|減ら|休)"
    r"|(?:重油|軽油|燃料|灯油|自家発電?|発電機|蓄電池|電池|非常用電源|備蓄)[^。\n]{0,12}(?:あと|残り|"
    r"残量は?)[^。\n]{0,8}\d[\d,.]*\s?(?:リットル|"
    r"l|kl|時間|日|%|割|本|缶)"
    r"|(?<![a-z])(?:cameras?|cctv|alarms?|sensors?|locks?|gates?|badge readers?|turnstiles?|floodlights?|shutters?)[^.\n]{0,32} "
    r"(?:have|has|had|will|are|is)(?:n't| not)? (?:been |being |be |all |still |now )*(?:off|down|out|dead|dark|blind|broken|"
    r"disabled|unplugged|working|recording|"
    r"locked|manned|fixed)(?: since| until| for| all| at| overnight| at night|[.,;]|$)"
    r"|(?<![a-z])(?:patrols?|rounds|the guard|guards?|security)[^.\n]{0,16} (?:walks?|comes?|come by|passes|checks?|does rounds|"
    r"do rounds|are|is|runs?)[^.\n]{0,20}"
    r"(?:only|just|every|once|twice|at \d)"
    r"|(?<![a-z])(?:fuel|diesel|heavy oil|generator|batter(?:y|ies)|ups)[^.\n]{0,28}\d[\d,.]* ?(?:litres?|liters?|gallons?|"
    r"hours?|hrs|days?|%)"
    r"[^.\n]{0,12}(?:left|remain|to go|in the tank|of fuel)"
    r"|(?<![a-z])back-?ups? (?:were|are|was|is|sat|lived|sit) (?:all |also |kept |stored )*(?:on|in|at) the same [a-z]{3,12}(?![a-z])"
    r"|(?<![a-z])(?:not|never|n't) (?:been )?(?:patched|updated|upgraded|hardened|changed|rotated|tested)[^.\n]{0,8} (?:since|"
    r"for|in) [^.\n]{0,16}"
    r"(?:spring|summer|autumn|winter|year|month|january|february|march|april|may|june|july|august|september|october|november|december|\d)"
)
"""How often somebody looks in, and for how long the power lasts."""

POLICE = Expression(
    "警察|県警|警視庁|消防|自治会|町内会|自警|ボランティア|市|町|村|区|police|sheriff|"
    "neighbou?rhood|traffic|street|road|elevator|lift"
)
"""Others keep watch over the town."""

detector(Rule("security-posture", (ON_WATCH,), unless=(POLICE,), of_us=True))
detector(Rule("security-posture", (UNCHECKED, UNCHECKED_EN), unless=(OUTWARD,)))
"""What no longer guards the site or its systems."""

detector(Rule("exact-place", (DEEP,), unless=(TO_ALL,)))
"""Where in the building it is, and where our people sleep."""
