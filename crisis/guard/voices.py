"""Whose words a text is, read from the words themselves: an authority's, a maker's, a fund's. What these rightly tell of the
public is no leak of ours, and is advised and not held."""

from __future__ import annotations

from functools import lru_cache

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.model.finding import Severity

REPORTED = Expression(
    r"(?:県|市|町|村|区|庁|警察|消防|保健所|気象台|対策本部|国|教委|府|都|道)(?:の|が|による|・)?(?:発表"
    r"|まとめ|調べ|確認|公表|によると|によれば)|人的被害|被害状況|"
    r"(?:県|市|町|道|府|都)、|(?:県|市|町|村|消防|警察|都|府)は|"
    r"(?:警|消防|市|県|庁|省|気象台|本部|署|機構|研究所|大学|保健所)[^。、\n]{0,6}によ(?:ると|れば)|災対|災害対策|新規感染者|自衛隊|"
    r"coast guard|(?:governor|mayor|minister|commissioner|army|navy|service|agency|department|officials|"
    r"spokes(?:man|woman|person)) (?:say|said|says|confirm)|"
    r"(?<![a-z])(?:cdc|nhs|the who) |保健所(?:の|は|が|によ)|(?:警察|消防|保健所)(?:が|は)[^。\n]{0,16}(?:調べ|捜査|確認)|"
    r"公表済み|発表済み|報告・公表|届け出済み|"
    r"(?:police|governor|mayor|sheriff|chief|officials?|minist(?:er|ry)|agency|president|red cross|army|coroner|ntsb|fbi"
    r"|emergency management|fire (?:service|department|and rescue|dept))[^.\n]{0,24}(?::|(?:say|said|confirm|report|update|reveal|"
    r"identif|expect|downgrad|declar)[a-z]*)|"
    r"保健所(?:より|から)|救急出動|救急搬送者|活動報告"
    r"|消防車|救急車\d|県内[のでに]|110番|119番|目撃|無償で回収|自主回収|voluntary recall|recall:|reports?, "
    r"|authorities (?:report|say|confirm)|市内[のでに]|都内の|officials|coroner|"
    r"police (?:say|said|confirm|are)|according to|health department|firefighters|public health|crews rescued|"
    r"(?:in|across) (?:the|our) (?:county|state|region|district)|fire (?:service|department|and rescue)|sheriff"
)
"""An authority speaks, or is named as the source: casualties and the places of fires belong to it."""

COMPANY = Expression(
    "当社|弊社|社員|従業員|うちの|わが社|本社|支社|当工場|事業所|社長|取締役|役員会|経営会議|社内|"
    "our (?:tower|building|brand|president|ceo|boss|chairman|"
    "company|firm|factory|shop|store|products?|servers?|board|staff|employee|colleague|worker|team|crew|plant|factory|"
    "warehouse|office|site|own)|colleague|employee"
)
"""It is about the company's own people or rooms."""

SOUGHT = Expression(
    "捜して|探して|消防団|見つかり|発見|保護|行方(?:不明|が分から|がわから|が分かって)|逮捕|容疑|110番|見かけた方|警察署|身長|"
    "charged|arrest|appear (?:before|in court)|magistrates|last seen|have you seen|appeal for|detectives|police"
)
"""The police look for somebody, or report on whom they arrested."""

RELIEF = Expression(
    "義[援捐]金|寄付|寄附|募金|見舞金|支援金|給付|助成|補助|補正|予算|可決|返金|返還|払い戻し|販売|運賃"
    "|料金|手数料|利用料|入場|限度|上限|無料|免除|最大|世帯|1人|"
    r"一人|1袋|1回|1枚|1泊|割引|値引|送料|税込|貸付|融資します|お送り|基金|クーポン|ポイント|定価|円(?:で"
    r"|まで|引|から|の商品|以上|以下|札)|"
    "donat|recovery|checks?[: ]|employee gifts|match|relief|fund|charit|raised|matching|gift|grant|appeal"
    "|a night|per (?:night|person|household|day|ticket|trip)|rate|fare|fee|"
    "refund|price|voucher|up to|each|buys|bake|lemonade|red cross|assistance|household|paid out|waive"
    "|credit (?:your|of)|tickets?|we will give"
)
"""Money that is given to people, or that they pay: whoever collects or sells must name it."""

DISCLOSED = Expression(
    r"適時開示|tdnet|開示資料|有価証券報告書|臨時報告書|東証の|(?<![a-z0-9])8-k(?![a-z0-9])|(?:sec"
    r"|regulatory) (?:filing|announcement)|\brns\b"
)
"""Published where markets are told first."""

ADVISORY = Expression(
    "アップデート|更新してください|ご更新|更新をお願い|更新すると|更新を控え|(?<!次の)(?<!次回)(?<!回の)更新は|修正版"
    "|適用してください|適用をお願い|注意喚起|アドバイザリ|公開しました|配信(?:しました|を開始|中です|開始)|アプリ|ストア|(?:製品"
    "|ルーター|機器|本体)を(?:お使い|ご利用)|"
    "(?:please |must |should |to |now |immediately )(?:update|upgrade|patch)|update (?:to|now|your|when|the app|from|via)|upgrade to|"
    "お使いの方|お使いの皆|メーカーの案内|最新の|家庭用|install (?:the|your)|latest firmware|advisory|released|fixed in|fixes|the app|"
    "is (?:out|live)|rolling out|(?:^|[.:!] )(?:update|upgrade|patch) (?!for |goes |is |was |will |to our )"
)
"""Readers are told to update: who makes a product must name it."""

OWN_MACHINES = Expression(
    "当社の|弊社の|うちの|社内|サーバー?が|未適用|侵入|our (?:servers?|own|network|systems?|firewall|vpn)"
    "|we (?:still )?run|unpatched|not patched|got in|attacker"
)
"""It is about machines that the writer runs."""

REFUTED = Expression(
    "公式|公的機関|不確かな|正しい情報|に確認し|県警|警察|気象庁|事実はありません|誤りです|偽の|偽情報|なりすまし|ご注意|"
    "official|fake|false|scam|check (?:with|the)|verified|trust"
)
"""The public is told what to believe instead."""

SPEAKS = Expression(
    r"(?:による)?[^。\n]{0,40}?(?:会見|説明し|説明を|お答え|メッセージ|あいさつ|挨拶|談話|コメント|呼びかけ|述べ|話し|登壇|出演|お伝え)"
    r"|(?:[ ,]{1,2}[^.\n]{0,40}?)?(?: will (?:answer|speak|brief|give|address|hold|explain|take|talk)| (?:says?|said|tells?|told|"
    r"explains?|"
    r"speaks?|spoke|answers?|answered|confirms?|confirmed|warns?|urges?|urged|added|writes?|wrote)(?![a-z])|'s (?:message|statement|"
    r"remarks|"
    r"column|letter)|[:,] ?[\"“«]|: [a-z])"
)
"""Behind a name: what its bearer says in public."""

SPEAKER = Expression(
    r"(?:長|代表|社長|会長|総裁|頭取|理事|広報(?:担当|官|部員)?|報道官|監督|教授|研究員|専門家|記者|弁護士|医師)(?:の|は|、|[:： ])?$"
    r"|(?:director|chief|president|head of [a-z ]{2,20}|coordinator|manager|chair(?:man|woman)?|ceo|executive|spokes(?:man|woman|person)|"
    r"professor|dr\.?|scientist|researcher|expert|secretary|minister|senator|captain|pastor|father|reverend|rev\.?|vp|officer|"
    r"superintendent|"
    r"coach|author|mp|(?:pc|capt|sgt|lt|col|gen|cllr|hon|prof)\.?)[,:]? $"
)
"""Before a name: who speaks in public under it."""

BYLINE = Expression(
    r"(?:(?:photo|picture|video)s?(?: of [a-z ]{1,20})? by|story by|(?:^|: ?)by|interview with|message from|statement (?:by|from)|"
    r"credits?:|credits? to|(?:reported|discovered|found) by|(?:^|[.!\"”» ])[-–—~])"
    r"(?: ?(?:our |the )?(?:managing |executive )?(?:ceo|president|chair(?:man|woman)?|md|mayor|director|principal|head ?teacher|"
    r"minister))? $"
)
"""Before the name of whoever has written or taken what is shown."""

OFFICIAL = Expression(r"(?:省|庁|県|府|都|市|町|村|区|局|署|大学|気象台|内閣|首相|防災担当)の?$")
"""Before a name and its title: an office of the state, whose people speak under their names."""


def spokesperson(text: str, start: int, end: int) -> bool:
    """Whether a name stands there as that of somebody who speaks in public: by the post before it and what is said behind."""
    head = text[max(0, start - 32) : start]
    return signed(text, start) or (SPEAKS.match(text, end) is not None and SPEAKER.search(head) is not None)


def signed(text: str, start: int) -> bool:
    """Whether words stand before a name that say whose statement, picture or finding it is."""
    return BYLINE.search(text[max(0, start - 48) : start]) is not None


def advice_if(public: bool) -> Severity | None:
    """Advice where the public is spoken of and a desk or its lack changes nothing; the code's own severity otherwise."""
    return Severity.ADVISE if public else None


@lru_cache(maxsize=32)
def authority(text: str) -> bool:
    """Whether an authority speaks or is named as the source, and nothing is said of a company's own people."""
    return REPORTED.search(text) is not None and COMPANY.search(text) is None


def patching(text: str, context: Background) -> bool:
    """Whether readers are told to update what they use; at a desk only where no machines of the writer are spoken of."""
    return ADVISORY.search(text) is not None and not (context.says_what_is_public and OWN_MACHINES.search(text))
