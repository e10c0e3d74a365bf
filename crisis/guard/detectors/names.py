"""Names of persons in Japanese text: by what stands beside them, by a table of surnames, in a row of names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.name_parts import (
    CHIEFS,
    GIVEN,
    OFFICES,
    PLACES,
    POSTS,
    ROLES,
    TITLES,
)
from crisis.guard.expressions import Expression
from crisis.guard.lexicon import Span
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading
from crisis.guard.registry import Hit, detector, unless_ours
from crisis.guard.rules import Rule
from crisis.guard.surnames import SURNAMES_IN_KANA
from crisis.guard.terms import kind
from crisis.guard.voices import OFFICIAL, SPEAKS, advice_if, spokesperson
from crisis.guard.word_parts import KNOWN_SURNAMES

KANJI = "一-鿿々"

HONORIFIC = Pattern(
    rf"([{KANJI}]{{1,6}}|[ァ-ヺー]{{2,12}}(?:・[ァ-ヺー]{{2,12}})?|(?<![ぁ-ん])[ぁ-ん]{{3,6}}?)\s?(氏(?![名神族子])|"
    r"さん|さま|ちゃん|様(?![々子式相態])|殿(?![堂様])|君(?!主|臨|が代)|くん(?![れろり]))"
)
TITLED = Pattern(rf"([{KANJI}]{{2,4}})(?:{TITLES})")
TITLED_IN_KANA = Pattern(
    r"(?<![ァ-ヺーa-z])([ァ-ヺ][ァ-ヺー]{1,5})(?<!システム)(?<!サービス)(?<!センター)(?<!エリア)(?<!グループ)(?<!チーム)(?<!セールス)(?<!クレーム)(?<!サポート)"
    r"(?:主任|係長|課長|部長|次長|室長|班長|所長|店長|工場長|専務|常務)"
)
"""A surname in katakana before a title, as nobody writes a department."""

IN_KANA = Pattern(
    rf"(?:{POSTS}|サブリーダー|チーフ|マネージャー)の([ぁ-ん]{{2,5}}?|[ァ-ヺー]{{2,6}})(?=から|が|に|まで|です|へ|は|と|を|も|の)"
)
GROUP = Pattern(
    rf"(?:班|係|課|チーム|メンバー|担当|当番|組|人|員|名|グループ|シフト|直)\s?\((?:[{KANJI}ァ-ヶー]{{1,5}}(?:さん)?[、・,/と ]{{1,2}}"
    rf"){{1,20}}[{KANJI}ァ-ヶー]{{1,5}}(?:さん)?\)"
)
SHIFT = Pattern(
    rf"(?:早番|遅番|中番|夜勤|日勤|宿直|当番|待機)[は:]?\s?(?:[ァ-ヺー]{{2,6}}|[ぁ-ん]{{2,5}}"
    rf"|[{KANJI}]{{1,4}})(?:さん|くん)?[・、/,](?:[ァ-ヺー]{{2,6}}|[ぁ-ん]{{2,5}}"
    rf"|[{KANJI}]{{1,3}}(?![{KANJI}ぁ-ん]))"
)
LABELLED = Pattern(
    rf"(?:連絡|問い合わせ|報告|相談|申し出|返事|返信)(?:先)?は[^。\n]{{0,12}}?[部課係室班科]の([{KANJI}]{{2,3}})(?=まで|へ|に)|"
    r"(?:氏名|担当者?|責任者|作成者?|承認者?|連絡先|発信者|名前|本人)\s?[:はが]\s?(?:[^\s:]{1,8}[部課室係]\s?)?"
    rf"([{KANJI}]{{2,4}}\s?[{KANJI}ぁ-んァ-ヶー]{{0,4}})(?=[\s(、。,/]|$)"
)

ROLE_OF_ONE = (
    "運転手|運転士|車掌|機長|操縦士|乗務員|ドライバー|店長|副店長|係長|主任|班長|職長|工場長|所長|課長|部長|"
    "室長|次長|主査|主事|技師|当直|宿直|夜勤|守衛|警備員|"
    "配達員|駅員|係員|清掃員|監視員|検査員|看護師|保育士|調理師|介護士|添乗員|整備士|作業員|新人|同僚|幹事|"
    "リーダー|チーフ|マネージャー|責任者"
)
NO_NAME = (
    "安全|健康|無事|判断|操作|過失|勤務|証言|確認|指示|負担|人数|方々|皆様|募集|手配|交代|責任|家族|名前|"
    "氏名|身元|対応|説明|連絡|体調|意識|容体|状態|配置|"
    "派遣|不足|増員|採用|研修|教育|訓練|疲労|休憩|待遇|給与|制服|車両|運転|業務|案内|誘導|窓口|担当|電話|"
    "受付|番号|公式|代表|内線|一人|二人|一部|全員|男性|女性|"
    "本人|両名|場合|場所|時間|役割|資格|免許|経験|能力|手当|賃金|席|席次|方|間|中|話|声|手|数|目|命|皆|件|前|隣|横|側|分|者|他"
)
PLAIN_NAME = Pattern(
    rf"(?:{ROLE_OF_ONE})の(?!(?:{NO_NAME}))([{KANJI}]{{2,3}})(?=が(?:無事|見つ|けが|負傷|亡く|倒れ|搬送|入院|対応|担当|向か|"
    rf"確認|連絡|休|欠|残|戻|到着|"
    r"避難|説明|駆け|救助|行方|骨折|熱|感染)|は(?:無事|けが|負傷|入院|搬送|休|避難|自宅|元気)|と連絡|の安否|から(?:電話|"
    r"連絡|報告|返信)|まで(?:ご?連絡|お?電話|お?問))"
    rf"|(?:[部課係室班科局]|事務局|センター|チーム|グループ|支店|営業所|窓口|担当)の(?!(?:{NO_NAME}))([{KANJI}]{{2,3}})(?=まで[。、\s]|"
    rf"まで$|宛|あてに)"
)
"""A name that no table of surnames has, by the post or the department of its bearer and what only persons do."""

GIVEN_NAME = Expression(
    rf" ?[{KANJI}]{{0,2}}[{GIVEN}](?:(?![{KANJI}])|(?=[氏様殿君]))| [ぁ-んァ-ヶー]{{2,4}}(?![ぁ-んァ-ヶー])"
)
ORGANISATION = Expression(
    r"(?:[社会局署庁省院校店隊協庫行線屋家員業力場所団組連課部室営者手電鉄園館寺士軍庄師送務商婦]|丸|町|通り|消防|警察|青年)$"
)
BEFORE = Expression(rf"(?:{POSTS})[のは]?$")
HEAD = Expression(r"(?:代表取締役(?:社長|会長)?|理事長|代表理事|事務局長|総裁|頭取|学長|院長|社長)[ の:]?$")
SIGNED = Expression(
    r"\s*$|[」)]?\s*\n| ?(?:が|は)[^。\n]{0,30}(?:会見|説明し|説明します|述べ|話し|調査を|報告し|コメント)"
)
"""Behind the name of a head: the end of the text, or what is said in public."""

HIGH = Expression(r"(?:社長|会長|本部長|学長|院長|館長|園長|校長|所長|取締役|専務|常務|広報[^。]{0,4}長)$")
"""A title under which one speaks for all."""

CHIEF = Expression(rf"(?:{CHIEFS})の$")
INTRODUCED = Expression(r"です|でございます|でした")
AFTER = Expression(
    r"(?:から|より)の?(?:写真|連絡|報告|電話|メール|返信|一報|画像|動画)"
    r"|が(?:現地|対応|担当|確認|判断|指示|伺|説明|負傷|けが|ケガ|怪我|倒れ|入院|搬送|到着|向か|駆け|不在|出社|作業|指揮|修理)"
    r"|に(?:聞|ご?連絡|お?電話|確認|伝|ご?相談|お?声|お願い|お?問い合わせ|任せ|引き継)"
    r"|まで(?:ご?連絡|お?電話|お?問い合わせ|お声|一報)|を(?:中心|責任者|含む|探|捜)|と(?:連絡|確認しま)"
    r"|は(?:無事|避難|入院|元気|休|自宅|体調|骨折|帰宅|不在)|の(?:携帯|直通|指示|判断|自宅|連絡先|内線|家族|ご家族|安否)"
    r"|\((?:人事|総務|経理|広報|営業|情シス|情報|技術|開発|製造|品質|法務|企画|足|手|頭|腰|\d{2}歳?\)|内線|携帯)"
)
GAP = Expression(
    rf"(?:さん|氏|様)?[{GIVEN}]{{0,2}}(?:\([^()\n]{{1,8}}\))?\s?[、,・/と&と\s]{{1,3}}(?:[{KANJI}\d]{{1,6}}\s)?"
    rf"(?:\d{{1,2}}[日班):.]{{1,2}}|[a-z]{{0,3}}-?\d{{3,8}}|[{KANJI}ぁ-ん]{{1,6}}:)?\s?"
)
"""What may stand between two names of a row."""

ROW = Expression(
    r"方|人|班|当番|担当|係|さん|返信|出社|負傷|けが|ケガ|名|連絡|メンバー|宿泊|未|夜勤|出勤|待機|リスト|欠席|対応は"
)
AREA = Expression(r"市|町|村|区|駅|線|方面|県|地域|地方|ic|道|川|校|店|営業所|支店|エリア|周辺|山|港|橋|公園|球場|会場")
ALONE = Expression(rf"(?<![{KANJI}])(?:林|森|原|東|関|堀|南|西|北|辻|岡|谷|菅|星|浜|島|平|泉|榊|畑)(?![{KANJI}])")
"""Surnames of one character, which count in a row only."""


@detector
def names(reading: Reading, context: Background) -> Iterator[Hit]:
    """Persons by an honorific, a title or a label beside them."""
    for found in reading.find(HONORIFIC):
        name = found.match[1]
        surname = _begins_with_surname(name) or name.translate(TO_HIRAGANA) in SURNAMES_IN_KANA
        if (surname or _may_be_a_name(name)) and not reading.is_public(found.start, found.end):
            yield Hit("pii-name", found.start, found.end, unless_ours(surname, context))
    for found in reading.find(TITLED_IN_KANA):
        if found.match[1].translate(TO_HIRAGANA) in SURNAMES_IN_KANA:
            yield Hit("pii-name", found.start, found.end)
    for pattern, is_name in ((TITLED, _titled), (LABELLED, _labelled)):
        for found in reading.find(pattern):
            if is_name(found) and not reading.is_public(found.start, found.end):
                head = found.match.string[max(0, found.match.start() - 12) : found.match.start()]
                official = advice_if(pattern is TITLED and OFFICIAL.search(head) is not None)
                inside = _surnamed(found.match[1] or found.match[2]) and not (pattern is TITLED and _spoken(found))
                yield Hit("pii-name", found.start, found.end, official or unless_ours(inside, context))


TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def _may_be_a_name(name: str) -> bool:
    """Whether it is nobody's role, and no organisation that is spoken of kindly (「自衛隊さん」)."""
    hiragana = "ぁ" <= name[0] <= "ん"
    return not (hiragana or name.endswith(tuple(ROLES.split("|"))) or ORGANISATION.search(name))


def _begins_with_surname(name: str) -> bool:
    """Whether it is a surname, with or without what may be a given name."""
    return name in KNOWN_SURNAMES or any(
        name[:size] in KNOWN_SURNAMES and GIVEN_NAME.fullmatch(name, size) for size in (2, 3)
    )


def _titled(found: Found) -> bool:
    return _surnamed(found.match[1]) or not found.match[1].endswith(tuple(OFFICES.split("|")))


def _surnamed(name: str) -> bool:
    return name[:2] in KNOWN_SURNAMES or name[:3] in KNOWN_SURNAMES


def _spoken(found: Found) -> bool:
    """Whether somebody at the head speaks in public."""
    return HIGH.search(found.match[0]) is not None and SPEAKS.match(found.match.string, found.match.end()) is not None


def _labelled(found: Found) -> bool:
    return (
        not (found.match[1] or found.match[2])
        .strip()
        .endswith(("部", "課", "室", "係", "中", "者", "先", "社", "署", "局", "済"))
    )


@detector
def surnames(reading: Reading, context: Background) -> Iterator[Hit]:
    """A frequent surname with a given name, a post before it, or what only persons do after it."""
    for view, found in reading.places:
        for start, end in _longest(found.get("surname", [])):
            last = _name_end(view.text, start, end)
            if last and not reading.is_public(*(place := view.original(start, last))):
                signs = _signs(view.text, start, last)
                yield Hit("pii-name", *place, advice_if(signs) or unless_ours(not signs, context))


@detector
def shifts(reading: Reading, context: Background) -> Iterator[Hit]:
    """Who is on which shift, by first names in kana or by surnames (「早番かな・ゆうた」); who makes up a group."""
    for found in reading.find(GROUP):
        inner = found.match[0].partition("(")[2].rstrip(")")
        if sum(name in KNOWN_SURNAMES for name in re.split("[、・,/と ]+", inner)) > 1:
            yield Hit("roster", found.start, found.end)
    for found in reading.find(IN_KANA):
        if found.match[1].translate(TO_HIRAGANA) in SURNAMES_IN_KANA and not reading.is_public(found.start, found.end):
            yield Hit("pii-name", found.start, found.end)
    yield from (Hit("roster", found.start, found.end) for found in reading.find(SHIFT))


detector(Rule("pii-name", (PLAIN_NAME,), of_us=True))


@detector
def rows_of_names(reading: Reading, context: Background) -> Iterator[Hit]:
    """Two surnames or more in a row; beside words for people, or each with its department, a roster."""
    for view, found in reading.places:
        for first, last in _rows(view.text, _longest([*found.get("surname", []), *_single(view.text, found)])):
            near = view.text[max(0, first - 40) : last + 12]
            if ROW.search(near) or not AREA.search(view.text, max(0, first - 20), last + 12):
                yield Hit("roster" if ROW.search(near) else "pii-name", *view.original(first, last))


def _single(text: str, found: dict[str, list[Span]]) -> Iterator[Span]:
    """Surnames of one character, where longer ones stand too."""
    if "surname" in found:
        yield from (match.span() for match in ALONE.finditer(text))


def _longest(spans: list[Span]) -> list[Span]:
    """Of spans that overlap, the first and longest."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _name_end(text: str, start: int, end: int) -> int | None:
    """Where the name of a person ends that begins with this surname; None where it may be a place or a word."""
    posted = BEFORE.search(text, max(0, start - 8), start)
    if _kanji_at(text, start - 1) and not posted:
        return None
    place = text[start:end] in PLACES
    given = GIVEN_NAME.match(text, end)
    if given and (not place or len(given[0].strip()) > 1):
        return given.end()
    if _kanji_at(text, end) or place:
        return None
    if CHIEF.search(text, max(0, start - 8), start) and INTRODUCED.match(text, end):
        return None
    return end if posted or AFTER.match(text, end) else None


def _signs(text: str, start: int, end: int) -> bool:
    """Whether the head of an organisation signs a text, or is quoted in it."""
    head = HEAD.search(text, max(0, start - 12), start) is not None and SIGNED.match(text, end) is not None
    return head or spokesperson(text, start, end)


def _kanji_at(text: str, place: int) -> bool:
    return kind(text[place]) == "c" if 0 <= place < len(text) else False


def _rows(text: str, spans: list[Span]) -> Iterator[Span]:
    """(start, end) of each run of two names or more; places of that name do not begin one."""
    run: list[Span] = []
    for span in [*spans, (len(text) + 1, len(text) + 1)]:
        if run and GAP.fullmatch(text, run[-1][1], span[0]):
            run.append(span)
            continue
        if len(run) > 1 and not all(text[slice(*each)] in PLACES for each in run):
            yield run[0][0], run[-1][1]
        run = [span] if not _kanji_at(text, span[0] - 1) else []
