"""Single persons without a table of names: ticked off in rows, on rotas, by what doctors did, by how few there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.relations import COMMON
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading, sentence
from crisis.guard.registry import Hit, detector
from crisis.guard.rules import Rule
from crisis.guard.voices import SOUGHT, advice_if, authority

TICKED = Pattern(
    r"(?:[一-鿿ァ-ヶ]{2,5}\s?[○〇◯×✕✓✔△●-][\s、,・/]{0,3}){2,40}|(?:[一-鿿ァ-ヶ]{2,5}\s?[:=]?\s?\(?(?:済|未|無事|可|不可|欠|出|有|無|"
    r"ok|ng)\)?[\s、,・/]{1,3}){2,40}"
)
UNITS = Expression("[科店館線便校区市駅棟口系号階院所][ :=]?\\s?[(○〇◯×✕✓✔△●済未可不欠出有無-]")
"""Departments, shops and lines are ticked off for the public."""

DAY = (
    r"(?:mon|tues?|wed|thurs?|fri|sat|sun)(?:day)?|[ap]m|early|late|night|day|morning|evening|(?:ward|room|bay|coach|bus|car|van|team|"
    r"shift|desk|crew|line|gate|floor) [a-z\d]{1,2}"
)
ROTA = Pattern(
    rf"(?<![a-z])(?:{DAY})(?: (?:driver|shift|lead|nurse|desk|crew))?:? [a-z]{{2,12}}(?:(?: and |,? & |/)[a-z]{{2,12}})?(?:[,;/]|"
    rf",? and|\n) ?(?:{DAY})"
    rf"(?: (?:driver|shift|lead|nurse|desk|crew))?:? [a-z]{{2,12}}(?![a-z])"
)
SHORT = Pattern(
    r"(?<![a-z])(?:shift|crew|team|ward|rota|desk|night shift|day shift)s? (?:is|are|was|were|runs?|running) (?:still |about |now )?"
    r"(?:\d{1,2}|[a-z]{2,6}) (?:[a-z]{2,10} )?(?:short|down|under)(?![a-z-])|(?:夜勤|日勤|当直|シフト|班|係|"
    r"現場)[^。\n]{0,8}\d{1,2}(?:人|名)(?:足り|不足|欠け|少な)"
)
"""How many are missing from a shift."""

CHOSEN = Pattern(
    r"(?<![a-z])(?:only|just|except(?: for)?|apart from|but not|still (?:waiting for|missing)|waiting (?:for|on)|safe:|in:|out:|hurt:|"
    r"on site(?: tonight| today| now| overnight| tomorrow)?:|stay(?:ing)?:|(?:team|group|shift|crew|squad|"
    r"rota)(?: [a-z\d])?:? ?\(|going in:|thanks to|credit to|shout-?out to|kudos to|hats off to|props to|grateful to|"
    r"praise for|"
    r"well done,?|bravo|"
    r"crew:|it(?:'s| is)) ?([a-z][a-z'-]{1,14}(?:(?:, and |, | and | & )(?:the two |both |old |"
    r"young )?[a-z][a-z'-]{1,14}){1,12})(?![a-z])"
)
ON_POST = Pattern(
    r"(?<![a-z])(?:driver|guard|nurse|dr|engineer|technician|pilot|captain|conductor|cook|chef|supervisor|foreman|shift lead|teacher|"
    r"cleaner|operator|"
    r"clerk|colleague|apprentice|trainee|intern) ([a-z][a-z'-]{2,14})(?= (?:was|is|has|had|saw|found|called|went|will|took|got|fell|"
    r"broke|did|and|lives|who)|[,.;])"
)
"""A name behind the post that its bearer holds."""

FEW = r"(?:[1-9一二三四五六七八九]|数|若干|片手|ひと|ふた|み)"
THINGS = "件|通|口座|アカウント|人分|名分|社|世帯|台|枚|冊|か所分|アドレス|メールボックス"
SEEN = (
    "抜かれ|取られ|写され|のぞかれ|見られ|閲覧|流出|漏れ|漏えい|漏洩|開かれ|持ち出|盗ま|誤送|送って|送信し|落とし|紛失|届い|使われ|"
    "引き出|該当|被害"
)
COUNTED = Pattern(
    rf"(?:{SEEN})[^。\n\d]{{0,14}}?(?<![\d.,一二三四五六七八九十第]){FEW}(?:{THINGS}|名|人)(?!以上|\d)|"
    rf"(?<![\d.,一二三四五六七八九十第]){FEW}(?:{THINGS})[^。\n]{{0,10}}?(?:{SEEN})"
    r"|片手で(?:足り|数え)|両手で(?:足り|数え)|数えるほど|ほんの(?:数|一握り|ひと握り|わずか|何)[^。\n]{0,3}?人?|(?:一人|1人|"
    r"ひとり)か(?:二人|2人|ふたり)|指折り数え|一握りの(?:社員|人)|ごく(?:少数|わずか)の(?:社員|従業員|人)"
    r"|(?:(?<![以年月日圏期])[中内]|うち|車内|館内|室内|店内|かご)に(?:は|も)?[^。\n]{0,10}?(?<![\d.,])[1-9一二三四五六七八九](?:人|"
    r"名|組|家族|世帯)|[1-9一二三四五六七八九](?:組|家族)(?:が|の)[^。\n]{0,10}(?:閉じ込め|取り残|います|残って|待って|搬送)"
    r"|(?:たった|わずか|実は|まだ|あと|残る)(?:は)?(?:の)?[1-9一二三四五六七八九](?:人|名|件)"
)
COUNTED_EN = Pattern(
    r"(?<![a-z0-9.,:$-])(?:just |only )?(?:one|two|three|four|five|six|seven|eight|nine|[2-9]) (?:patients|clients|students|members|"
    r"pupils|donors|tenants|policyholders|directors) (?:of|from|at) (?:our|the|one)(?![a-z])|"
    r"(?<![a-z0-9.,:$-])(?:just |only |all |no more than |fewer than |as few as )?(?:one|two|three|four|five|six|seven|eight|nine|"
    r"[2-9]|a handful of|a couple of|half a dozen) "
    r"(?:[a-z]{3,12} )?(?:mailbox(?:es)?|inbox(?:es)?|accounts?|records?|cards?|files?|laptops?|phones?|letters?|clients?|customers'?|"
    r"households?|policies|passports?) (?:[a-z]{2,9} ){0,3}"
    r"(?:opened|read|seen|taken|stolen|lost|accessed|copied|viewed|exposed|downloaded|compromised|leaked|sent|missing|hit|affected|"
    r"emptied|drained)"
    r"|(?<![a-z])(?:a (?:pair|couple|trio|handful|few)|two|three|four|five) (?:of )?(?:visitors|guests|staff|colleagues|workers|"
    r"contractors|people|cleaners|engineers|kids|children|customers|employees|shoppers|tenants) "
    r"(?:are |were |is |still |remain |left )*(?:in it|inside|in there|stuck|trapped|waiting|up there|on the roof|down there|"
    r"unaccounted|out|on board)"
    r"|(?<![a-z])(?:there's|there is|there are|with) (?:a (?:pair|couple|trio|handful) of|two|three|four) (?:visitors|guests|staff|"
    r"colleagues|workers|contractors|people|cleaners|engineers|kids|children|customers|employees)(?![a-z])"
    r"|(?<![a-z])(?:count(?:ed)? (?:them )?on one hand|(?:all|everyone) (?:but|except) (?:one|two|three|a couple|a few)|"
    r"barely a handful|one or two (?:of (?:us|them|our)|people|staff|colleagues)|"
    r"a (?:mere )?handful (?:of (?:us|staff|our|people|colleagues)|made it|came in|are in))"
)
BODY = (
    "hand|arm|leg|foot|eye|eyes|head|back|hip|knee|finger|fingers|ankle|wrist|shoulder|skull|spine|lung|lungs|heart|face|neck|rib|"
    "ribs|jaw|kidney|liver|pelvis|toe|toes|ear|hearing|sight"
)
TREATED = Pattern(
    r"(?<![a-z])(?:victim|casualty|the injured|injured (?:man|woman|worker|colleague|driver))[^.\n]{0,48} (?:never (?:walk|work|see)|"
    r"los(?:e|t) (?:a|an|his|her|the|both)|paralys|critical|fighting for|life support|coma|may not|in a bad way|amputat)|"
    r"(?<![a-z])(?:girl|boy|pupil|child|student|lad|lass|kid|toddler|teacher) (?:in|from|of|on) (?:year|grade|class|form|room|primary|"
    r"p|the [a-z]+ (?:class|group|room))(?: \w+)?(?![a-z])"
    r"|(?<![a-z])(?:lad|lass|girl|boy|man|woman|guy|chap|colleague|clerk|cashier|chef|cook|driver|nurse|teacher|cleaner|receptionist|"
    r"manager|barista|intern|temp|guard|one of (?:us|ours|the team)|she|he|somebody|someone)[^.\n]{0,28} "
    r"(?:came|come|comes|went|gone|is|was|has been|been) down with|(?<![a-z])(?:has|had|caught|got|tested for|treated for|"
    r"in hospital with|off with|ill with|sick with) (?:a |an |the )?(?:confirmed |suspected |severe |bad )?"
    r"(?:meningitis|covid|norovirus|measles|mumps|flu|influenza|tb|tuberculosis|hepatitis|malaria|dengue|cholera|salmonella|e\. ?coli|"
    r"legionnaires|pneumonia|sepsis|shingles|chicken ?pox|scarlet fever|whooping cough|cancer|epilepsy|diabetes|"
    r"asthma|stroke|seizure|heart attack|breakdown|concussion|hypothermia|frostbite|heatstroke|panic attacks?|depression|ptsd|anxiety|"
    r"burn-?out)(?![a-z])|"
    rf"(?<![a-z])(?:surgeons?|doctors?|medics|paramedics|the hospital|nurses)[^.\n]{{0,40}}(?:his|her|their) (?:{BODY}|life)(?![a-z])"
    rf"|(?<![a-z])(?:his|her) (?:[a-z]{{3,10}} )?(?:{BODY}|blood|test|tests|scan|biopsy|medication|insulin|inhaler|therapy|treatment|"
    rf"surgery|operation|condition|diagnosis|results?|symptoms|pregnancy|"
    r"seizures?|allergy|asthma|diabetes|cancer|depression|burns?|stitches|fever|pills|doctor)(?![a-z])"
    r"|(?<![a-z])(?:he|she)(?:'s| is| was| has been| had)? (?:[a-z]{2,10} )?(?:sedated|stable|conscious|unconscious|breathing|"
    r"pregnant|diabetic|epileptic|allergic|autistic|"
    r"operated|bleeding|off sick|signed off|in (?:surgery|a coma|intensive care|recovery|hospital|rehab|traction)|recovering|"
    r"expecting|depressed|drunk|sober|on (?:dialysis|insulin|medication|oxygen|a drip|a ventilator|the ward|crutches|sick leave))"
)
SICK = (
    "寝てい|眠って|徹夜|連勤|二日酔|無呼吸|持病|既往|通院|服薬|服用|診断|手術|骨折|透析|人工呼吸|集中治療|入院|陽性|発熱|嘔吐|吐い|"
    "下痢|ノロ|インフル|コロナ|はしか|"
    "おたふく|水ぼうそう|結核|"
    "食中毒|中毒|妊娠|切迫|流産|うつ|適応障害|パニック|てんかん|発作|脳|心臓|心筋|糖尿|高血圧|がん|腫瘍|白血病|アレルギー|"
    "アナフィラキシー|ぜんそく|喘息|腰痛|ヘルニア|認知症|障害者手帳|"
    "酒|飲酒|薬物|依存|過労|睡眠|不眠|血圧|貧血|意識|やけど|熱傷|打撲|捻挫|脱臼|縫"
)
WHO = (
    "担当の子|係の子|組の子|受け持ちの子|男の子|女の子|お子さん|息子|娘|お母さん|お父さん|おばあさ|おじいさ|祖父|祖母|母親|父親|奥さ|"
    "ご主人|妻|夫|家族にも|兄|姉|弟|妹|"
    "本人|彼|彼女|運転士|運転手|乗務員|機長|添乗員|店長|園長|"
    "[一二三四五六七八九1-9][〇十0]?代の|同居|配偶者|新人|係長|課長|部長|主任|先生|保育士|調理員|看護師|担任|監督|コーチ|選手|部員|"
    "受付の|営業の|総務の|経理の|派遣の|夜勤の|当番の"
)
ILL = Pattern(
    r"(?:社員|従業員|職員|本人|感染者|陽性者|運転士|店員|スタッフ)[^。\n]{0,16}(?:お子さん|子ども|ご?家族|"
    r"配偶者|奥さ|妻|夫|両親|同居)[^。\n]{0,16}"
    r"(?:保育園|幼稚園|学校|病院|施設|陽性|感染|発症|発生|勤め|通って)|"
    rf"(?:{WHO})[^。\n]{{0,24}}?(?:{SICK})|(?:{SICK})[^。\n]{{0,8}}?(?:だった|の|していた|中の)(?:{WHO})"
    r"|(?:足|腕|手首|手の|指|肩|腰|頭|首の|背中|背骨|骨盤|骨を|肋骨|あばら|膝|ひざ|目を|顔|胸|腹|鎖骨|頬|歯)[^。\n]{0,6}(?:ひび|折り|"
    r"折っ|"
    r"折れ|切断|打ち|打っ|縫|やけど|失い|失っ|骨折|捻|ひねっ|痛め|挟ま|はさま|つぶ|負傷)"
    r"|(?:アルバイト|パート|レジ|社員|従業員|職員|店員|スタッフ|作業員|係の|担当の)[^。\n]{0,12}(?:熱を出|熱が|せきが|咳が|検査を待|"
    r"検査の結果|陽性|倒れ|吐|体調|入院|手術|感染|発症|罹患|かかっ)"
    rf"|(?:以前から|かねて|前から|もともと|元々|昔から|日頃から|普段から|数年前から|先月から|入社前から)[^。\n]{{0,24}}?(?:{SICK})"
)
ANYBODY = Expression(
    "場合|ください|相談|受診|予防|接種|医療機関|皆さま|皆さん|方は|方へ|ご家庭|注意|お子さんが|保健所|救急車|市民|県内|市内|町内|"
    "患者さん|受け付け|窓口|外来|診療|"
    "寄付|支援|募金|お子さんの[^。]{0,6}(?:健康|心)|if (?:you|your|anyone|a )|please|police|officials|said|says|patients|donat|call|"
    "coroner"
)
"""Readers are spoken to, or others than our own."""


IN_HOSPITAL = Expression("院内|病棟|面会|外来は|当院")
"""A hospital speaks of its wards."""


@detector
def rows_and_rotas(reading: Reading, context: Background) -> Iterator[Hit]:
    """Who has answered, who is on when, who alone may come in."""
    for found in reading.find(TICKED):
        if not UNITS.search(found.match[0]):
            yield Hit("roster", found.start, found.end)
    yield from (Hit("roster", found.start, found.end) for found in reading.find(SHORT))
    for found in reading.find(ROTA):
        if len(_capitals(found.written)) > 1:
            yield Hit("roster", found.start, found.end)
    for found in reading.find(CHOSEN, 1):
        names = _capitals(found.written)
        if len(names) > 1 and len(names) * 3 > len(found.written.split()):
            yield Hit("roster", found.start, found.end)
    for found in reading.find(ON_POST, 1):
        if _capitals(found.written) and not found.written.isupper():
            yield Hit("pii-name", found.start, found.end, advice_if(_others(found)))


def _capitals(written: str) -> list[str]:
    """Words with a capital that are no common ones."""
    words = re.findall(r"(?<![A-Za-z])[A-Z][a-z'-]{1,14}", written)
    return [word for word in words if word.casefold().removesuffix("'s") not in COMMON]


def _others(found: Found) -> bool:
    """Whether an authority speaks, or readers are told what befalls anybody."""
    return authority(found.match.string) or SOUGHT.search(sentence(found)) is not None


detector(Rule("small-count", (COUNTED, COUNTED_EN), unless=(SOUGHT,), of_us=True))
"""Numbers of people, accounts or letters so small that those who are meant know it."""


@detector
def how_they_are(reading: Reading, context: Background) -> Iterator[Hit]:
    """What doctors did for one person, and what that person has."""
    for pattern in (ILL, TREATED):
        for found in reading.find(pattern):
            if not reading.is_public(found.start, found.end):
                anybody = (
                    ANYBODY.search(sentence(found)) is not None or IN_HOSPITAL.search(found.match.string) is not None
                )
                yield Hit("health", found.start, found.end, advice_if(anybody or _others(found)))
