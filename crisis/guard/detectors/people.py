"""Names of persons, numbers of persons, and what tells a person's health."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import GuardContext
from crisis.guard.detectors.phrases import pairs
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, Pattern, detector
from crisis.guard.surnames import SURNAMES

KANJI = "一-鿿々"
NEAR_HEALTH = 14
"""Characters within which a person and an illness belong together."""

HONORIFIC = Pattern(
    rf"([{KANJI}]{{1,4}}|[ァ-ヺー]{{2,12}}(?:・[ァ-ヺー]{{2,12}})?)\s?(氏(?![名神族子])|"
    rf"さん|様(?![々子式相態])|殿(?![堂様])|君(?!主|臨|が代)|"
    rf"くん(?![れろり]))",
    needs="氏|さん|様|殿|君|くん",
)
TITLED = Pattern(
    rf"([{KANJI}]{{2,4}})(?:主任|係長|課長|次長|部長|室長|店長|工場長|所長|支店長|支社長|社長|専務|常務|取締役|"
    rf"リーダー|マネージャー|マネジャー|主事|班長|医師|先生|看護師|隊員|社員|警備員)",
    needs="長|主任|専務|常務|取締役|リーダー|ジャー|主事|医師|先生|看護師|隊員|社員|警備員",
)
LABELLED = Pattern(
    rf"(?:氏名|担当者?|責任者|作成者?|承認者?|連絡先|発信者|名前|"
    rf"本人)\s?[:はが]\s?(?:[^\s:]{{1,8}}[部課室係]\s?)?([{KANJI}]{{2,4}}\s?[{KANJI}ぁ-んァ-ヶー]{{0,4}})(?=[\s(、。,/]|"
    rf""
    rf""
    rf""
    rf""
    rf"$)",
    needs="氏名|担当|責任者|作成|承認|連絡先|発信者|名前|本人",
)
ENGLISH_TITLE = Pattern(
    r"(?<![a-z])(?:mr|mrs|ms|mx|dr|prof)\.?\s([a-z][a-z'’-]{1,20})(?:\s[a-z][a-z'’-]{1,20})?", needs="m|dr|prof"
)
ENGLISH_ROLE = Pattern(
    r"(?<![a-z])(?:employee|engineer|manager|colleague|worker|technician|director|supervisor|contact|operator|"
    r"guard|name|nurse"
    r"|prepared by|approved by|written by|author|staff member|ceo|cfo|chairman|head of [a-z]{2,15})[:,]?\s"
    r"([a-z][a-z'’-]{1,20}\s(?:[a-z]\.\s)?[a-z][a-z'’-]{1,20})(?![a-z])",
)
JAPANESE_IN_LATIN = Pattern(
    r"(?<![a-z])((?:[kstnhmyrwgzdbpjf]?[yhs]?[aiueo]n?){2,5} (?:sato|suzuki|takahashi|tanaka|watanabe|ito|"
    r"yamamoto|nakamura|kobayashi|kato|yoshida|yamada"
    r"|sasaki|matsumoto|inoue|kimura|hayashi|saito|shimizu|ikeda|hashimoto|abe|mori|ishii|ogawa|okada|goto|"
    r"hasegawa|murakami|kondo|endo|aoki|sakamoto)"
    r"|(?:sato|suzuki|takahashi|tanaka|watanabe|yamamoto|nakamura|kobayashi|yoshida|yamada|sasaki|matsumoto|"
    r"kimura|hayashi|saito|shimizu|ikeda)"
    r" (?:[kstnhmyrwgzdbpjf]?[yhs]?[aiueo]n?){2,5})(?![a-z])",
    needs="sato|suzuki|takahashi|tanaka|watanabe|ito|yamamoto|nakamura|kobayashi|kato|yoshida|yamada|sasaki|"
    "matsumoto|inoue|kimura|hayashi|saito|shimizu|ikeda|hashimoto|abe|mori|ishii|ogawa|okada|goto|hasegawa|"
    "murakami|kondo|endo|aoki|sakamoto",
)
ROMANISED = Pattern(r"(?<![a-z])([a-z]{3,15})-(?:san|sama|kun|shi)(?![a-z])", needs="-s|-k")

GIVEN = (
    "咲翼葵楓希江枝乃宏幹秀敏昭紀裕郎朗太一二三子美恵香奈夫男雄介助樹斗翔輝也哉司志弘博明彦之幸織里花華絵"
    "衣佳代平治次吾郁健誠茂隆浩剛徹聡智修豊勇進学実緒穂菜莉音愛優結陽悠蓮湊蒼"
)
"""Characters with which given names end."""

GIVEN_NAME = re.compile(rf"[ 　]?[{KANJI}]{{0,2}}[{GIVEN}](?![{KANJI}])|[ 　][ぁ-んァ-ヶー]{{2,4}}(?![ぁ-んァ-ヶー])")
KANJI_BEFORE = re.compile(rf"[{KANJI}]")
DEPARTMENT = re.compile(r"[部課室係班]の?$")
LIST = re.compile(r"[ 　]?[、,・/][ 　]?")

ROLES = (
    "お子|お客|一|両|乗客|仕|他|企業|会員|会社|住民|何|保護者|兄|児童|入居者|別|利用者|加盟店|参加者|"
    "取引先|受験者|各|各社|同|名|名以上|団体|国民|坊|外国人|多|天皇|契約者|奥|妊婦|妹|姉|娘|嬢|子|学生|孫|"
    "客|家族|対象者|市民|希望者|帰宅者|店員|店舗|弟|当事者|従業員|得意先|御客|御家族|御社|応募者|息子|"
    "患者|摂|方々|旅行者|旦那|有|本人|本屋|来場者|来訪者|来館者|某|株主|業者|模|殿下|母|派遣|消費者|"
    "消防士|父|王|生徒|町民|異|皆|皆々|皇后|看護師|県民|社員|神|組合員|職員|華|被災者|視聴者|親|親子|"
    "観光客|訪問者|読者|誰|諸|警察官|貴|購入者|赤|運転手|遺族|配達員|関係者|閣下|隣|顧客|高齢者"
)
"""What stands before さん, 様 or 氏 and names nobody."""

OFFICES = (
    "部|課|室|係|所|局|社|店|場|署|庁|省|院|校|会|代表|取締役|執行役員|副|総務|人事|広報|営業|情報|経理|"
    "財務|技術|開発|製造|品質|法務|企画|管理|業務|事業|本|支|各|前|現|新|両|担当|工場|研究|消防|警察|対策|"
    "本部|副本部|施設|購買|調達|物流|生産|経営|戦略|監査|内部|海外|国際|地域|統括|主任|専任|正|非正規|"
    "契約|派遣|弊|当|自|全|一部|同|元|担任|主治|産業|専門|女性|男性|若手|外国人|出向|他|夜間|常駐|委託|"
    "責任|安全|総括|の|は|が|退職|入|新入|既存|現地|全国|東京|大阪|仙台|名古屋|福岡|札幌|横浜|神戸|京都|"
    "広島|千葉|都内|県内|市内"
)
"""Endings of what stands before a title and is an office, no name."""

CASUALTY_JA = (
    "負傷|けが|怪我|死亡|死者|死傷|重傷|軽傷|重体|行方不明|不明者|感染|陽性|搬送|入院|被災|発熱|閉じ込め|"
    "取り残さ|意識不明|連絡が取れ|連絡の取れ|安否"
)
PEOPLE_JA = (
    "社員|従業員|職員|作業員|スタッフ|派遣|来訪者|お客様|利用者|患者|アルバイト|パート|警備員|実習生|乗務員|運転手"
)
COUNT_JA = "[0-9〇一二三四五六七八九十百数]{1,6}"
COUNT_EN = (
    r"(?:\d{1,6}|\d{1,3}(?:,\d{3})+|one|two|three|four|five|six|seven|eight|nine|ten|a few|several|a handful of|an?)"
)
PEOPLE_EN = (
    r"(?:people|persons?|employees?|staff|staff members?|workers?|colleagues?|members? of staff|technicians?|"
    r"engineers?|visitors?|contractors?|patients?|passengers?|men|women|man|woman|others)"
)
CASUALTY_EN = (
    r"(?:injured|hurt|missing|dead|killed|died|infected|hospitali[sz]ed|trapped|wounded|tested positive|"
    r"unaccounted|in hospital|(?:taken|rushed|brought) to (?:the )?hospital|evacuated|sick|positive)"
)

COUNTED = Pattern(
    rf"({COUNT_JA})(?:名(?!様|称|前|簿|古屋|義|産|物|所|刺|神|門|誉|目)|人(?=が|の社員|の従業員|の職員|"
    rf"の作業員|負傷|死亡|けが|重傷|軽傷|が負傷|入院|感染))",
    needs="名|人",
)
CASUALTIES = Pattern(
    r"(?:負傷者|けが人|怪我人|死者|行方不明者|重傷者|軽傷者|感染者|陽性者)(?:数)?\s?[:は]?\s?([0-9]{1,5}|"
    r"[一二三四五六七八九])(?![0-9:]|時|日|月|階)|"
    rf"(?:{CASUALTY_JA})[^0-9〇一二三四五六七八九十百数。\n]{{0,8}}({COUNT_JA})(?:人|名)|({COUNT_JA})(?:人|"
    rf"名)[^。\n]{{0,10}}?(?:{CASUALTY_JA})|"
    rf"(?:{PEOPLE_JA})[^0-9〇一二三四五六七八九十百数。\n]{{0,4}}({COUNT_JA})(?:人|名)",
    needs="人|名|者",
)
CASUALTIES_EN = Pattern(
    rf"(?<![a-z0-9.,:$])({COUNT_EN})\s(?:of our\s|other\s|more\s|"
    rf"our\s)?{PEOPLE_EN}\s(?:[a-z]{{2,9}}\s){{0,3}}{CASUALTY_EN}(?![a-z])"
    rf"|(?<![a-z0-9.,:$])({COUNT_EN})\s(?:[a-z]{{2,9}}\s)?(?:injured|hurt|missing|dead|killed|infected|"
    rf"hospitali[sz]ed|injuries|casualties|fatalities|deaths|confirmed cases|positive cases)(?![a-z])"
    rf"|(?<![a-z0-9.,:$])({COUNT_EN})\s(?:of our\s|of\s)?(?:employees?|staff members?|members? of staff|"
    rf"colleagues?|of our staff|workers)(?![a-z])",
    needs="injur|hurt|missing|dead|kill|died|infect|hospital|trapped|wounded|positive|casual|fatal|death|cases|"
    "employee|staff|colleague|worker|unaccounted|evacuated|sick",
)
DEATHS = re.compile(r"(?:dead|killed|died|deaths|fatalities)$")
"""Deaths are told by the police and not by us, in any number."""

AGE_SEX = Pattern(
    r"[1-9一二三四五六七八九]0?[0十]?(?:歳代?|代)[^。\n]{0,4}(?:男性|女性|男|女|社員|従業員|職員)|(?:男性|"
    r"女性|社員|従業員|職員)\s?\(?\d{2}\)?(?:歳|代)"
    r"|(?<![a-z])(?:an?\s)?(?:man|woman|male|female|employee|worker)\s(?:in\s(?:his|her|their)\s(?:early\s|"
    r"late\s|mid-?)?\d0s|aged\s\d{2}|,\s\d{2},)"
    r"|\d{2}[- ]year[- ]old\s(?:man|woman|male|female|employee|worker|engineer|staff)",
    needs="代|歳|0s|aged|year|, ",
)


@detector
def names(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Persons' names by what stands beside them: honorifics, titles, labels, roles."""
    for pattern, is_name in _NAMES:
        for found in reading.find(pattern):
            if is_name(found, reading) and not reading.is_public(found.start, found.end):
                yield Hit("pii-name", found.start, found.end)


@detector
def full_names(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """A frequent surname with a given name, behind its department, or in a row of surnames."""
    last = -1
    for start, end in reading.phrases.get("surname", ()):
        given = GIVEN_NAME.match(reading.text, end)
        row = last >= 0 and LIST.fullmatch(reading.text, last, start)
        if not KANJI_BEFORE.search(reading.text, max(0, start - 1), start) and given:
            yield Hit("pii-name", start, given.end())
        elif row or DEPARTMENT.search(reading.text, max(0, start - 3), start):
            yield Hit("pii-name", start, end)
        last = end


def _honoured(found: Found, reading: Reading) -> bool:
    return found.match[1] in SURNAMES or not found.match[1].endswith(tuple(ROLES.split("|")))


def _titled(found: Found, reading: Reading) -> bool:
    surnamed = found.match[1][:2] in SURNAMES or found.match[1][:3] in SURNAMES
    return surnamed or not found.match[1].endswith(tuple(OFFICES.split("|")))


def _labelled(found: Found, reading: Reading) -> bool:
    return not found.match[1].strip().endswith(("部", "課", "室", "係", "中", "者", "先", "社", "署", "局", "済"))


def _capitalised(found: Found, reading: Reading) -> bool:
    """Whether each word of the name begins with a capital in the text as written."""
    words = reading.text[found.start : found.end].replace("-", " ").split()
    name = words[-len(found.match[1].split()) :]
    return all(word[:1].isupper() and not word.isupper() for word in name)


def _titled_in_english(found: Found, reading: Reading) -> bool:
    words = reading.text[found.start : found.end].split()
    return len(words) > 1 and words[0][:1].isupper() and words[1][:1].isupper()


def _romanised(found: Found, reading: Reading) -> bool:
    return reading.text[found.start : found.start + 1].isupper()


_NAMES = (
    (HONORIFIC, _honoured),
    (TITLED, _titled),
    (LABELLED, _labelled),
    (ENGLISH_TITLE, _titled_in_english),
    (ENGLISH_ROLE, _capitalised),
    (ROMANISED, _romanised),
    (JAPANESE_IN_LATIN, _capitalised),
)


@detector
def numbers_of_people(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Numbers of persons: below ten they tell who; casualties belong to the authority that confirms them."""
    for pattern in (COUNTED, CASUALTIES, CASUALTIES_EN):
        for found in reading.find(pattern):
            number = next((group for group in found.match.groups() if group), "")
            if pattern is COUNTED and not _small(number):
                continue
            if not reading.is_public(found.start, found.end):
                small = _small(number) and not DEATHS.search(found.match[0])
                yield Hit("small-count" if small else "casualty-count", found.start, found.end)


def _small(number: str) -> bool:
    """Whether it is below ten, 数 ("several") included."""
    if number.isdecimal():
        return int(number) < 10
    return not any(c in number for c in "十百,") and not any(c.isdecimal() for c in number)


@detector
def health(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """A person beside an illness, or an age with a sex."""
    for span in pairs(reading, "person", "illness", NEAR_HEALTH):
        yield Hit("health", *span)
    yield from (Hit("health", found.start, found.end) for found in reading.find(AGE_SEX))
