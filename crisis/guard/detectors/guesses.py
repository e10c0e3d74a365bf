"""Guesses at what has happened, and whose fault it was: by how a sentence ends, whatever it guesses at."""

from __future__ import annotations

from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.registry import detector
from crisis.guard.rules import Rule

CAUSES = (
    "不始末|不注意|出し過ぎ|出しすぎ|見落とし|誤操作|操作|手順|ミス|過失|締め忘れ|閉め忘れ|消し忘れ|入れ忘れ|つけっぱなし|居眠り|"
    "よそ見|飲酒|疲れ|過労|老朽|劣化|さび|腐食|亀裂|漏電|ショート|"
    "過熱|過負荷|落雷|たばこ|タバコ|火の気|放火|いたずら|内部|元社員|犯人|犯行|手口|グループ|攻撃|ハッカー|国家|ウイルス|添付|設定|"
    "更新|入れ替え|配線|電池|バッテリー|部品|ねじ|ベルト|ブレーキ|"
    "タイヤ|整備|点検|溶接|工事|ネズミ|カラス|鳥|虫|原因|せい|元になった|きっかけ|引き金"
)
GUESS = (
    "ではないか|じゃないか|かもしれ|でしょう(?!か)|だろう|ようです|ようだ|みたいです|みたいだ|らしい|らしく|模様です|もようです|"
    "と思われ|とみられ|と見られ|とみて|と見て|とにらん|と踏んで|"
    "疑いがあ|疑いも|可能性があ|可能性が高|可能性も|気がし|線が濃|線で|に違いな|はずです|に決まって|の公算|臭い|怪しい"
)
GUESSED = Pattern(
    rf"(?:{CAUSES})[^。\n]{{0,20}}?(?:{GUESS})|(?:た|だった|ていた)の?(?:よう(?:です|で、|だ)|みたい(?:です|で、|だ)|らしい|らしく|"
    rf"模様|もよう)"
    r"|(?:が|も|は)(?:怪し|あやし|くさ)い(?:です|と(?:思|見|み|いう|話)|ので|。)|(?:はず|わけ)(?:が|は)(?:ない|ありません|"
    r"ございません)|(?:という|といった)の?(?:話|うわさ|噂|の)は[^。\n]{0,6}(?:大げさ|誇張|言い過ぎ|違い|嘘|うそ|でたらめ|ウソ|"
    r"事実では)"
    r"|(?:たぶん|多分|おそらく|恐らく|どうやら|きっと)[^。\n]{0,30}(?:と思|でしょう|だろう|です|ます|ました|ようで|らし)"
    r"|(?:のが|ことが)(?:響い|まず|災い|あだ|仇|効い|たた)|(?:手口|状況|様子|跡|壊れ方|におい|時間帯|経緯)(?:から(?:みて|見て|して|"
    r"すると)|を見ると|を見る限り)[^。\n]{0,24}?(?:でしょう|だろう|です|と思|とみ|と見|と考)"
)
GUESSED_EN = Pattern(
    r"(?:^|(?<=[.!?:;] ))(?:it |this |that |all )?(?:looks?|seems?|sounds?|appears?|smells?|feels?)(?:s)? (?:very |a lot |more |"
    r"rather )?(?:like|as if|as though|that) (?!rain|snow|a (?:wet|dry|long|busy)|you|your|our (?:new|friends))"
    r"|(?<![a-z])(?:somebody|someone|somehow|some idiot|the contractor|an insider|a colleague|the driver|the pilot|the operator|"
    r"whoever)[^.\n]{0,24} (?:must have|may have|might have|probably|apparently|seems to have|likely|presumably)"
    r"|(?<![a-z])(?:my|our|the) (?:money|bet|hunch|guess|theory|suspicion|feeling|working theory|best guess|sense)(?:'s| is| was| are|"
    r" would be)"
    r"|(?<![a-z])(?:all|everything|evidence|signs?|clues?|fingerprints|hallmarks?) (?:points? to|suggests?)|(?<![a-z])(?:hallmarks|"
    r"fingerprints) of|(?<![a-z])has all the (?:marks|hallmarks|signs)|(?<![a-z])bears the (?:marks|hallmarks)"
    r"|(?<![a-z])(?:was|were|is) (?:probably|likely|most likely|presumably|almost certainly|quite possibly|possibly|perhaps|"
    r"apparently) (?:caused|due|down|the|a|an|our|because|triggered|started|somebody|someone)"
)
BLAME = Pattern(
    r"(?:代金|費用|修理代|治療費|弁償|損害|クリーニング代|宿泊費|タクシー代|電車代|入院費|葬儀代|買い替え)[^。\n]{0,12}(?:こちら|当社|"
    r"弊社|うち|会社|全額|全部|すべて|全て|私ども)[^。\n]{0,8}(?:持ち|負担|払い|払う|出し|弁償)|"
    r"(?:こちら|当社|弊社|当方|私ども|うち|会社|運転士|従業員|社員)(?:側|の側)?(?:に|には|の)(?:非|手落ち|不手際|落ち度|責任|過失|"
    r"瑕疵)(?:は|が|"
    r"も)?[^。\n]{0,8}"
    r"|(?:相手|先方|お客さま|お客様|乗客|利用者|ほか|他|向こう)(?:の|側の?)?(?:車|方|側|不注意|責任|過失|ミス|せい|落ち度)(?:で|が|に|"
    r"です|だ|から)[^。\n]{0,24}?(?:非|責任|落ち度|悪|ぶつか|原因|ため|ので|せい)"
    r"|(?:法律|法令|規則|規程|条例|契約|基準|約束|報告|(?<!お)届け?出?|提出|点検|検査|更新|通知)の?(?:期限|"
    r"期日|義務|決まり|定め|約束)?(?:に|"
    r"を|が)(?:間に合って?(?:い)?な|間に合わ|遅れ|過ぎ|守れて|守って(?:い)?な|果たせ|果たして(?:い)?な|満たせ|満たして(?:い)?な|怠|破|"
    r"違反|反し|欠いて|忘れ)"
    r"|(?:ぶつかってきた|飛び出してきた|割り込んできた|押してきた|押し間違えた)のは"
)
BLAME_EN = Pattern(
    r"(?<![a-z])(?:legal|our lawyers?|the lawyers?|counsel|compliance|our solicitors?) (?:says?|thinks?|told|tells?|reckons?|warns?|"
    r"wants?|advises?|believes?|admits?)(?![a-z])"
    r"|(?<![a-z])(?:our|the) (?:man|woman|driver|crew|staff|pilot|people|side|engineer|colleague)s? (?:did|had|have|has|was|"
    r"were) (?:nothing wrong|no fault|not at fault|no blame|in the right|in the wrong|right of way)|down to the other [a-z]+|"
    r"(?<![a-z])we(?:'ll| will|'re going to| shall) (?:pay|foot|reimburse|make good|pick up|settle|stump up|compensate|"
    r"replace) (?:for |the (?:bill|cost|lot|damage)|it|all|every|everything|whatever|any damage|your (?:losses|bills|costs|food))|"
    r"(?<![a-z])(?:(?:it|this|that|the (?:crash|fire|leak|outage|accident|delay|mistake|error|breach))(?:'s| is| was| were)? (?:not |"
    r"entirely |all |mostly |partly |clearly |squarely )?(?:our|their|his|her|the (?:driver|customer|passenger|contractor|other side|"
    r"supplier|pilot)'s) "
    r"(?:fault|doing|mistake|error|responsibility|own fault|negligence|problem)|we (?:are|were|feel) (?:not |in no way |fully |"
    r"partly )?(?:to blame|at fault|responsible for|liable|in the wrong|in breach|negligent)|"
    r"(?:we|our (?:staff|driver|team|crew|engineer|operator|company)) (?:should(?:n't| not)? have|ought to have|could have (?:stopped|"
    r"prevented|avoided)|did nothing wrong|did everything right|knew (?:about|of|that|for)|had been (?:warned|told)|"
    r"missed (?:the|a|our) (?:deadline|legal|statutory|filing|inspection)|were late (?:in |to |with )(?:report|notify|fil)|"
    r"never (?:checked|tested|reported|trained|told)|ran (?:a|the) red|were (?:speeding|tired|asleep|drunk))|"
    r"the other (?:driver|party|side|vehicle)(?:'s)? (?:was|is|ran|hit|caused|fault|drove|pulled))"
)
SKY = Expression(
    "雨|雪|風|台風|気温|天気|低気圧|前線|波|満潮|水位|氾濫|噴火|余震|地震|津波|土砂|雷|黄砂|花粉|気象|予報|見込み|rain|snow|storm|"
    "wind|flood|weather|forecast|quake|tsunami|volcan|wildfire|eclipse|meteor|asteroid"
)
"""The weather and the earth are guessed at by those whose office it is."""

READERS = Expression(
    "場合|ください|心当たり|お客さまの(?:端末|ご家庭)|お使いの|偽|不審|詐欺|if you|please|your|scam|fake|phish"
)


ASSURED = Pattern(
    r"(?<![a-z])(?:is|are|it's|was|were|remains?|stays?) (?:now |all )?(?:perfectly|completely|totally|absolutely|entirely|"
    r"100 ?%|quite|fully) "
    r"(?:safe|secure|sound|harmless|unaffected|risk-free|clean)(?![a-z])"
    r"|(?:絶対|完全|100%|百%|全く|まったく)(?:に|の|、)?(?:安全|安心|無害|無傷|清潔|"
    r"問題(?:は)?(?:ありません|ない|なし)|危険(?:は)?(?:ありません|ない)|影響(?:は)?(?:ありません|ない))"
)
"""Safety that nobody can promise."""

detector(Rule("speculation", (GUESSED, GUESSED_EN), unless=(SKY, READERS), of_us=True))
"""What somebody believes to have been the cause."""

detector(Rule("legal", (BLAME, BLAME_EN), unless=(READERS,)))
"""Whose fault it was or was not, and duties that were missed."""

detector(Rule("legal", (ASSURED,), unless=(READERS,), of_us=True))
