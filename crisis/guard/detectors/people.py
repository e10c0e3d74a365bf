"""Numbers of persons, and what tells a person's health."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading, sentence
from crisis.guard.registry import Hit, detector, unless_ours
from crisis.guard.voices import COMPANY, SOUGHT, advice_if, authority
from crisis.text.folding import folded

CASUALTY_JA = (
    "負傷|けが|怪我|死亡|死者|死傷|重傷|軽傷|重体|行方不明|不明者|感染|陽性|搬送|入院|被災|発熱|体調不良|体調を崩|倒れ|けいれん|閉じ込め|"
    "取り残さ|意識不明|連絡が取れ|連絡の取れ|安否"
)
PEOPLE_JA = (
    "社員|従業員|職員|作業員|スタッフ|派遣|来訪者|お客様|利用者|患者|アルバイト|パート|警備員|実習生|乗務員|運転手"
)
COUNT_JA = "[0-9〇一二三四五六七八九十百数壱弐参]{1,6}"
COUNT_EN = (
    r"(?:\d{1,6}|\d{1,3}(?:,\d{3})+|one|two|three|four|five|six|seven|eight|nine|ten|a few|several"
    r"|a handful of|a couple of|a couple|a pair of|an?)"
)
PEOPLE_EN = (
    r"(?:people|persons?|employees?|staff|staff members?|workers?|colleagues?|members? of staff|technicians?|"
    r"engineers?|visitors?|contractors?|patients?|passengers?|drivers?|nurses?|guards?|guests?|interns?"
    r"|cleaners?|operators?|apprentices?|crew members?|men|women|man|woman|others)"
)
CASUALTY_EN = (
    r"(?:injured|hurt|missing|dead|killed|died|infected|hospitali[sz]ed|trapped|wounded|tested positive|"
    r"unaccounted|in hospital|(?:taken|rushed|brought) to (?:the )?hospital|evacuated|sick|positive|stuck|unwell|ill|"
    r"off sick|burned|burnt|slipped|breathed|choked|fell|fainted|collapsed|inhaled)"
)

COUNTED = Pattern(
    rf"({COUNT_JA})(?:名(?!様|称|前|簿|古屋|義|産|物|所|刺|神|門|誉|目|まで|以内|1組|ずつ)|人(?=が|の社員|の従業員|の職員|"
    rf"の作業員|負傷|死亡|けが|重傷|軽傷|が負傷|入院|感染))"
)
OF_ALL = Pattern(
    r"\d[\d,]{0,6}(?:名|人)(?:の社員|の従業員)?(?:のうち|中)、?[^。\n]{0,8}?(\d[\d,]{0,6})(?:名|人)"
    r"|(?<![\d.,])(\d[\d,]{0,6}) (?:out )?of (?:our |the )?\d[\d,]{0,6} [^.\n]{0,24}(?:staff|employees|workers|colleagues|team members)"
)
"""How many of all: a rate of replies."""

LEFT = Pattern(
    rf"(?:残り|のこり|あと)(?:は|の)?\s?({COUNT_JA})(?:名|人)|(?:残り|のこり|あと)\s?(ひとり|ふたり|さんにん|数人)"
    r"|(ひとり|ふたり)[^。\n]{0,8}?(?:亡くな|死亡|けが|倒れ|やけど|搬送|入院)"
    r"|(ひとり|ふたり)(?:だけ)?(?:返信|連絡|けが|ケガ|入院)"
    rf"|(?:連絡|安否|返信|未登録|未返信)[^。\n]{{0,12}}?({COUNT_JA})(?:人|名)"
    rf"|(?:影響|被害|流出)[^。\n]{{0,14}}?(?:お客様|お客さま|お取引先|取引先|顧客)[^。\n]{{0,4}}?({COUNT_JA})社"
    rf"|({COUNT_JA})(?:人|名)(?:が|は|も)?(?:骨折|打撲|捻挫|やけど|けが|ケガ|煙を吸|手当|倒れ|体調|避難所|宿泊|取り残|残って)"
)
LEFT_EN = Pattern(
    r"(?:all but|only|except(?: for)?|apart from|still) ("
    rf"{COUNT_EN})(?= (?:of|people|staff|employees|colleagues|are|remain|have|in|inside|out|missing)|[.,;])"
    rf"|(?<![a-z0-9.,:$-])({COUNT_EN})\s(?:customer\s|user\s|client\s|staff\s)(?:accounts?|records?)(?![a-z])"
    rf"|(?<![a-z0-9.,:$-])({COUNT_EN})\s{PEOPLE_EN}\s(?:[a-z]{{2,10}}\s){{0,3}}(?:not|still|yet|inside"
    rf"|missing|unaccounted|waiting|left)(?![a-z])"
)
CASUALTIES = Pattern(
    r"(?:負傷者|けが人|怪我人|死者|行方不明者|重傷者|軽傷者|感染者|陽性者)(?:数)?\s?[:は]?\s?([0-9]{1,5}|"
    r"[一二三四五六七八九])(?![0-9:]|時|日|月|階)|"
    rf"(?:{CASUALTY_JA})[^0-9〇一二三四五六七八九十百数。\n]{{0,8}}({COUNT_JA})(?:人|名)|({COUNT_JA})(?:人|"
    rf"名)[^。\n]{{0,10}}?(?:{CASUALTY_JA})|"
    rf"(?:{PEOPLE_JA})[^0-9〇一二三四五六七八九十百数。\n]{{0,4}}({COUNT_JA})(?:人|名)"
)
CASUALTIES_EN = Pattern(
    rf"(?<![a-z0-9.,:$-])({COUNT_EN})\sof (?:our|my) (?:[a-z]{{2,10}}\s){{0,2}}(?:crew|team|shift|staff|people|lads|"
    rf"{PEOPLE_EN})\s(?:[a-z]{{2,9}}\s){{0,2}}{CASUALTY_EN}(?![a-z])"
    rf"|(?:get hold of|got hold of|reached|heard from|hear from|trace|waiting for|waiting on|looking for|searching for|"
    rf"reach) ({COUNT_EN}) (?:of our )?{PEOPLE_EN}(?![a-z])"
    rf"|(?<![a-z0-9.,:$-])({COUNT_EN})\s(?:of our\s|other\s|more\s|"
    rf"our\s)?(?:[a-z]{{3,12}}\s)?{PEOPLE_EN}\s(?:\(\d\)\s)?(?:[a-z]{{2,9}}\s){{0,3}}{CASUALTY_EN}(?![a-z])"
    rf"|(?<![a-z0-9.,:$-])({COUNT_EN})\s(?:[a-z]{{2,9}}\s)?(?:injured|hurt|missing|dead|killed|infected|"
    rf"hospitali[sz]ed|injuries|casualties|fatalities|deaths|confirmed cases|positive cases)(?![a-z])"
    rf"|(?<![a-z0-9.,:$-])(?!an? )({COUNT_EN})\s(?:of our\s|of\s)?(?:employees?|staff members?|members? of staff|"
    rf"colleagues?|of our staff|workers)(?![a-z])"
)
CHECKED = Expression("安否|無事|返信|連絡|本社|勤務")
"""Staff are counted."""

CONCERNS = Expression(
    rf"{CASUALTY_JA}|当社|弊社|社員|従業員|スタッフ|作業員|本社|支店|事業所|営業所|工場|返信|欠勤|当番|当直|残|無事|[課部班]の?"
)
"""A number of persons that may be ours, or harmed."""

DEATHS = Expression(
    r"(?:mourn|lost (?:in|to) (?:this|the)|dead|killed|died|deaths|fatalities)$|(?:killed|lost their lives|died)(?! out)"
)
"""Deaths are told by the police and not by us, in any number."""

STAFF = Expression("(?<![a-z])our |社員|従業員|職員|スタッフ|employee|staff|colleague")
"""People of whom an authority does not speak."""

SENT = Expression(
    r"(?:の[^。\n]{1,10})?(?:が|を|は)[^。\n]{0,6}?(?:現地入り|派遣|現地で活動|支援に|応援に|出動|到着し)"
)
"""Behind a number: helpers."""

OURS = Expression(
    "(?<![a-z])our |(?:the|our|at) [a-z ]{0,16}(?:office|plant|factory|depot|branch)(?![a-z])|"
    "当社|弊社|[部課]の|食堂|canteen|社員|従業員|職員|スタッフ|作業員|アルバイト|パート|"
    "employee|staff|colleague|worker"
)

AGE_SEX = Pattern(
    r"[1-9一二三四五六七八九]0?[0十]?(?:歳代?|代)[^。\n]{0,4}(?:男性|女性|男|女|社員|従業員|職員)|(?:男性|"
    r"女性|社員|従業員|職員)\s?\(?\d{2}\)?(?:歳|代)"
    r"|(?<![a-z])(?:an?\s)?(?:man|woman|male|female|employee|worker)\s(?:in\s(?:his|her|their)\s(?:early\s|"
    r"late\s|mid-?)?(?:\d0s|twenties|thirties|forties|fifties|sixties)|aged\s\d{2}|,\s\d{2},)"
    r"|\d{2}[- ]year[- ]old\s(?:man|woman|male|female|employee|worker|engineer|staff)"
)


@detector
def numbers_of_people(reading: Reading, context: Background) -> Iterator[Hit]:
    """Numbers of persons: below ten they tell who; casualties belong to the authority that confirms them."""
    for found in reading.find(OF_ALL):
        if OURS.search(sentence(found)) or CHECKED.search(sentence(found)):
            yield Hit("roster", found.start, found.end, advice_if(authority(found.match.string)))
    for pattern in (COUNTED, LEFT, LEFT_EN, CASUALTIES, CASUALTIES_EN):
        for found in reading.find(pattern):
            number = next((group for group in found.match.groups() if group), "")
            if pattern is COUNTED and not _small(number):
                continue
            if not reading.is_public(found.start, found.end):
                told = (
                    _of_nobody(found, context)
                    or _reported(found)
                    or (not _small(number) and _others(found, context))
                    or (pattern is COUNTED and not (context.says_what_is_public or CONCERNS.search(sentence(found))))
                )
                small = _small(number) and not (DEATHS.search(sentence(found)) or told)
                yield Hit("small-count" if small else "casualty-count", found.start, found.end, advice_if(told))


BYSTANDER = Expression(
    r"passenger|pedestrian|cyclist|motorist|swimmer|walker|animal|wildlife|(?:^|[^a-z])(?:pet|bird|horse|dog|cat|koala)s?(?![a-z])"
)
CONDITIONAL = Expression(
    r"(?<![a-z])(?:if|when) (?:you|anyone|someone|somebody)|の場合|した場合|見かけた(?:ら|方)|見つけた(?:ら|方)"
)
"""What may befall anybody: nobody is counted."""


def _of_nobody(found: Found, context: Background) -> bool:
    """Whether without a desk it tells of one passenger or animal, or of what readers may meet."""
    said = sentence(found)
    anybody = CONDITIONAL.search(said) or BYSTANDER.search(said)
    return (
        not context.says_what_is_public
        and STAFF.search(said) is None
        and OURS.search(said) is None
        and anybody is not None
    )


DISASTER = Expression(
    r"(?<![a-z])(?:cases|covid|flood|earthquake|quake|tsunami|typhoon|hurricane|cyclone|tornado|wildfire|bushfire|landslide|"
    r"eruption|county|province|"
    r"death toll|nationwide|fatalities|deaths|confirmed dead|casualties from)|地震|台風|豪雨|津波|噴火|県内|市内|管内|全国|新規|"
    r"感染者数|避難所"
)
"""What befalls a region, of which whoever writes tells what all know."""

HOUSE = Expression(
    "工場|倉庫|店舗|支店|営業所|(?<![a-z])(?:plant|factory|warehouse|depot|office|store|site|premises)(?![a-z])"
)
"""A house that may be the writer's."""


def _others(found: Found, context: Background) -> bool:
    """Whether at a desk a large number is told of others: neither the writer's house nor its people are named."""
    text = found.match.string
    sites = (name for each in (context.organisation, *context.names) for name in each.values())
    if COMPANY.search(text) or HOUSE.search(text) or any(folded(name) in text for name in sites if name):
        return False
    return DISASTER.search(text) is not None and OURS.search(sentence(found)) is None


def _reported(found: Found) -> bool:
    """Whether an authority is the source of the number, and none of our people are counted; or people are sent to help."""
    told = authority(found.match.string) and STAFF.search(found.match[0]) is None
    return told or SENT.match(found.match.string, found.match.end()) is not None


def _small(number: str) -> bool:
    """Whether it is below ten, 数 ("several") included."""
    if number.isdecimal():
        return int(number) < 10
    return not any(c in number for c in "十百,") and not any(c.isdecimal() for c in number)


@detector
def ages(reading: Reading, context: Background) -> Iterator[Hit]:
    """An age with a sex."""
    for found in reading.find(AGE_SEX):
        ours = OURS.search(sentence(found)) is not None
        sought = advice_if(not ours and SOUGHT.search(found.match.string) is not None)
        yield Hit("health", found.start, found.end, sought or unless_ours(ours, context))
