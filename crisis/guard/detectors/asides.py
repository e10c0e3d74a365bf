"""What was said among ourselves and is still in the text: asides about the draft, who may read it, a drill's stage directions."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.exercise import ANNOUNCED
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector
from crisis.guard.voices import REFUTED, advice_if
from crisis.model.finding import Severity
from crisis.model.settings import Mode

DRAFTING = (
    "社内|部内|課内|課長|部長|室長|役員|管理職|上長|決裁|稟議|承認(?:前|待|済|者|お願い)|確認(?:前|待ち)|未確認|要確認|校閲|レビュー|"
    "下書|草稿|素案|原案|案(?:です|。|、|$|文|の段階)|"
    "メモ|転記|抜粋|議事|チャット|スレッド|転送(?:不可|禁止|しない|厳禁)|流さ(?:ない|ず)|出さ(?:ない|ず)|広報(?:部|室|課)?(?:確認|へ|"
    "に)|法務(?:部|室|課)?(?:確認|へ|に|と|が)|差し替え|"
    "コピペ|内部(?:限り|資料|用|向け|情報|のみ)|関係者(?:限り|のみ|外|だけ)|口外|持ち出し(?:不可|禁止)|とどめ|留め置|あとで(?:消|直)|"
    "後で(?:消|直|差)|仮置き|伏せ(?:る|て|字)|ここは|追記して|"
    "書き換え|削除してから|todo|fixme|wip"
)
ASIDE = Pattern(
    rf"[(【\[<〈《「]\s?[^()【】\[\]<>〈〉《》「」\n]{{0,40}}?(?:{DRAFTING})[^()【】\[\]<>〈〉《》「」\n]{{0,40}}[)】\]>〉》」]"
    rf"|(?:※|←|→|\*|>>|・注[:：]?)\s?[^。\n※←]{{0,30}}?(?:{DRAFTING})"
)
"""In brackets, or behind a reference mark: about the text and not about what happened."""

TAKEN_FROM = Pattern(
    r"(?:チャット|スレッド|スラック|slack|teams|議事録|議事メモ|打ち合わせ(?:の)?メモ|会議(?:の)?メモ|部内(?:の)?メモ|"
    r"社内(?:の)?(?:メモ|メール|掲示板|報)|回覧|稟議書?|"
    r"ホワイトボード|引き継ぎ(?:ノート|メモ|書)|日報|当直日誌)(?:より|から(?:の)?(?:写し|転記|抜粋|コピー|引用)|の(?:写し|転記|抜粋|"
    r"コピー)|に(?:よると|よれば)|[:：→])"
    r"|(?<![a-z])(?:from|per|see|copied from|pasted from) (?:the )?(?:slack|teams chat|team chat|chat|thread|war room|ops channel|"
    r"minutes|whiteboard|"
    r"hand-?over (?:note|log)|staff (?:memo|note|mail|email)|internal (?:memo|note|mail|email|wiki))(?![a-z])"
    r"|(?:^|\n)\s?(?:fwd?|re|cc|bcc|from|to|subject)\s?: ?[^\n]{3,80}"
)
READERS = Pattern(
    r"(?:この|本)?(?:文面|文|投稿|案文|原稿|お知らせ)は?[^。\n]{0,14}(?:了解|許可|承認|確認|決裁|了承|ok)を?(?:取|得|もら|"
    r"経)[^。\n]{0,4}(?:から|後に?|うえで|てから)(?:出|流|公開|投稿|配信|掲載)"
    r"|(?<![a-z])draft \d|(?<![a-z])not (?:yet )?(?:been )?(?:through|past|cleared by|cleared with|seen by|signed off by|approved by|"
    r"agreed with) (?:legal|compliance|comms|pr|hq|the board|management|the lawyers|head office)(?![a-z])|"
    r"tlp\s?[::]?\s?(?:アンバー|レッド|グリーン|赤|黄|橙|amber|red|green)|"
    r"(?:課長|部長|主任|係長|管理職|役員|店長|リーダー|幹部|正社員|社員|職員|班長|本部員)(?:以上|各位)?(?:で|の間で|に|まで|のみ|だけ|"
    r"限り)(?:と?どめ|留め|止め|共有|閲覧|回覧|読|見|限|です|。|$)"
    r"|(?:課長|部長|係長|主任|管理職|役員)以上(?:のみ|限り|の方|向け|で|まで)"
    r"|(?:まだ|決して|くれぐれも|絶対に)?(?:外|社外|部外|よそ|家族|報道|記者|マスコミ|お客さま|客)(?:に|へ)(?:は|も)?(?:まだ)?(?:出さ|"
    r"漏らさ|言わ|話さ|見せ|流さ|回さ|渡さ|教え|伝え|知らせ)(?:ない|ず)"
    r"|(?:この|本)(?:紙|文|文書|文面|資料|メール|通知|連絡|話|件|内容)は?[^。\n]{0,16}(?:とどめ|留め|外に|口外|転送|社外|部外|"
    r"読んだら|破棄|秘密|内密|ここだけ)"
    r"|まだ(?:流|出|公開|送|配|投稿|公表|発表)さ?し?ないで"
    r"|(?<![a-z])not for (?:[a-z]{3,10} ){0,2}(?:sharing|circulation|release|distribution|forwarding|posting|the press|the public|"
    r"customers)(?![a-z])"
    r"|(?<![a-z])(?:do not|don't|please don't|never) (?:forward|circulate|share|pass|send|copy|repost|post|leak|show) (?:(?:this|it|"
    r"on|these) ?){0,2}"
    r"(?:outside|beyond|further|externally|to (?:customers|the press|anyone outside|clients|the public|media)|yet|(?:memo|note|"
    r"document|draft|page|sheet|paper|doc)(?![a-z]))"
    r"|(?<![a-z])(?:managers?|leadership|leads|directors|executives|supervisors|employees|staff|team leads)[- ](?:only|eyes only|"
    r"and above)(?=[ .,:;)\]-]|$)(?! (?:parking|entrance|lot|area|door|car park))"
    r"|(?<![a-z])(?:keep|stays?) (?:this |it )?(?:in(?:side)? the (?:house|company|building|team|family)|in-house|within the (?:team|"
    r"company)|between (?:us|ourselves))"
    r"|(?<![a-z])(?:(?:internal|rough|first|working|second|not final)[ ,-]{1,2}draft|draft (?:for|pending|awaiting|only|text|copy|"
    r"v\d)|for (?:internal )?(?:review|approval|sign-?off)"
    r"(?: only)?[.:)\]]|(?:before|until|pending|awaiting|after) (?:legal|comms|pr|the board|management|hq)(?:'s)? (?:signs?|approv|"
    r"clear|ok|review|sign-?off|has))"
)
"""Who may read it, and that it must stay here."""

STAGE = Pattern(
    r"机上の?(?:話|演習|訓練|想定|検討)|実際に(?:は)?[^。\n]{0,8}(?:閉め|止め|休|避難し|起き|出|発生し)(?:て(?:い)?)?ません|"
    r"(?:exercise|drill|training|simulation|scenario) (?:text|message|post|only|players?|traffic|copy)(?![a-z])|"
    r"くんれん[、。,! ]{0,2}くんれん|ダミー(?:の投稿|です|文|の文|投稿|テキスト)|(?:サンプル|ひな形|仮)(?:の)?(?:文|文面|投稿)(?:です|"
    r"なので)|本番では?(?:日|時|数|名|差|入|書)|(?:日付|日時|数字|社名|名前)を(?:差し替え|入れ替え|直して|入れて)"
    r"|(?<![a-z])(?:dummy|sample|placeholder|specimen|boilerplate) (?:text|post|message|copy|data|tweet)|(?:swap|fill in|change|"
    r"insert|update) the (?:dates?|times?|names?|numbers?|figures?|site|place)(?: (?:on the day|later|before|here|when))|"
    r"想定(?:その|\d|です|では|上|として|:|,|、|に基づ|(?=[)】]))|進行役|統制(?:班|役|官)|評価(?:者|員|する係|役|担当)|コントローラー|"
    r"状況付与|付与[:\d]|演習(?:中|の|上|で)"
    r"|(?:けが人|負傷者|患者|犯人|記者|客|住民|被害者|遺族)の?役|役の(?:方|人|皆)|模擬(?!店|試験|国連|授業|面接|結婚|テスト)|"
    r"お試し(?:なので|です|配信|の配信|投稿)"
    r"|(?:これは|今回は|あくまで)[^。\n]{0,10}(?:練習|予行|リハーサル|シミュレーション|お試し|仮の|作り話|架空)|(?:練習|予行|"
    r"リハーサル)(?:です|なので|として|につき|のため|用|中)"
    r"|架空の(?:会社|災害|事故|話|想定|状況|内容)|本番では(?:あり|な)|本当(?:の災害|の事故|)ではあり|ごっこ|シナリオ(?:では|の|に|上|"
    r"\d|[a-z])|プレーヤー(?:は|の方)"
    r"|(?<![a-z])(?:only pretend|pretend(?:ing)? (?:that|there|it|fire|attack|only)|just pretend|make-?believe|role-?play(?:ers?|"
    r"ing)?|play-?acting|simulated|simulation|simex|notional|tabletop|"
    r"mock (?:incident|attack|fire|evacuation|crisis|post|alert|message)|dry run|dress rehearsal|practice (?:run|message|post|alert|"
    r"only|session)|"
    r"(?:it's|it is|this is|remember|that was)[^.\n]{0,20} (?:practice|a rehearsal|a simulation|not real|fictional|a test run|"
    r"a training)(?![a-z])|"
    r"(?:the )?(?:controller|umpire|evaluator|exercise director|facilitator)s? (?:will|reads?|notes?|says|times|releases?|should|"
    r"please)|players? (?:should|must|will|please|in)|"
    r"scenario (?:\d|says|calls|continues|time)|injects?(?: \d|:)|if this were real|for training purposes)"
)
"""How a drill is played."""

REAL = Pattern(
    r"(?:これは|訓練|練習|演習|予行|テスト|いたずら)[^。\n]{0,8}(?:訓練|練習|演習|予行|テスト)?では(?:ありません|ございません|ない|無い)"
    r"|(?<![a-z])(?:not|no) (?:a |an )?(?:drill|exercise|practice|rehearsal|simulation)(?![a-z])|(?:this|it) is (?:for real|"
    r"the real thing)|(?<![a-z])for real[.,!]"
)
"""That it is none, which exercises must never say (Hawaii, 13 January 2018) and no warning needs to."""

WARNED = Expression(
    r"警報|避難指示|津波|ミサイル|噴火|放流|緊急速報|実際の(?:災害|異常|避難)ではあり|tsunami|missile|evacuat|take (?:shelter|cover)|"
    r"tornado|flash flood"
)
"""An authority warns of what is coming."""

SPREADING = Expression(
    r"拡散|広め|不確かな|根拠のない|うわさ|デマ|偽の|写真|動画|撮影|rumou?r|fake|hoax|scam|photos?|video"
)
"""Readers are asked not to spread something else."""


@detector
def asides(reading: Reading, context: Background) -> Iterator[Hit]:
    """Words about the draft itself, where it was taken from, and who may read it."""
    for pattern in (ASIDE, TAKEN_FROM, READERS):
        for found in reading.find(pattern):
            others = pattern is READERS and (SPREADING.search(found.match.string) or REFUTED.search(found.match[0]))
            if not (others or reading.is_public(found.start, found.end)):
                yield Hit("classification", found.start, found.end, Severity.HOLD)


@detector
def stage_directions(reading: Reading, context: Background) -> Iterator[Hit]:
    """In actual mode: how a drill is played, and the assurance that it is none."""
    if context.mode is Mode.EXERCISE:
        return
    public = advice_if(ANNOUNCED.search(reading.folded.text) is not None)
    warned = advice_if(WARNED.search(reading.folded.text) is not None)
    for pattern in (STAGE, REAL):
        for found in reading.find(pattern):
            if not reading.is_public(found.start, found.end):
                excused = public or (warned if pattern is REAL else None)
                yield Hit("exercise-mix", found.start, found.end, excused or Severity.HOLD)
