"""Many literal strings in one pass (Aho-Corasick), with the word sense of Japanese and English."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from crisis.guard.variants import VARIANTS
from crisis.text.folding import exchanged
from crisis.text.lookalikes import LOOKALIKES

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


OLD_KANJI = (
    "亞亜惡悪壓圧圍囲爲為醫医壹壱稻稲飮飲隱隠榮栄營営衞衛驛駅圓円緣縁艷艶鹽塩奧奥應応橫横歐欧毆殴黃黄溫温穩穏假仮價価畫画會会"
    "壞壊懷懐繪絵擴拡殼殻覺覚學学嶽岳樂楽卷巻陷陥勸勧寬寛關関歡歓觀観歸帰犧犠舊旧據拠擧挙虛虚峽峡挾挟狹狭曉暁區区驅駆"
    "勳勲徑径惠恵溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸缺欠儉倹劍剣圈圏檢検權権獻献縣県險険顯顕驗験嚴厳效効廣広恆恒鑛鉱號号國国"
    "黑黒濟済碎砕齋斎劑剤櫻桜册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋獸獣縱縦"
    "肅粛處処敍叙奬奨將将燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄疊畳穰穣讓譲釀醸觸触囑嘱寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔隨随"
    "髓髄數数樞枢聲声靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装騷騒藏蔵屬属續続"
    "墮堕體体對対帶帯滯滞瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗"
    "燈灯當当鬪闘德徳獨独讀読屆届繩縄貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜甁瓶拂払佛仏變変邊辺邉辺"
    "辨弁瓣弁辯弁舖舗穗穂寶宝豐豊沒没飜翻萬万滿満默黙彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡來来賴頼亂乱覽覧龍竜兩両獵猟"
    "綠緑壘塁勵励禮礼隸隷靈霊齡齢戀恋爐炉勞労樓楼祿録灣湾髙高﨑崎嵜崎槇槙𣘺橋𠮷吉𡈽土瑤瑶遙遥龜亀栁柳嶋島嶌島濵浜徧偏"
)
"""Old forms of kanji, each before the one in use (list of kanji for common use, appendix), and variants in names."""

ALIKE = (
    str.maketrans(VARIANTS[::2], VARIANTS[1::2])
    | LOOKALIKES
    | str.maketrans(OLD_KANJI[::2], OLD_KANJI[1::2])
    | str.maketrans("аеорсухіјѕһԁԛԝкмтнвαορνικτυεχηωɑɡıɩօոսհ", "aeopcyxijshdqwkmthbaopviktuexnwagiionuh")
)
"""Letters of other alphabets that look like Latin ones (UTS #39), and old forms of kanji: one character for one. No target
is itself exchanged."""


def alike(folded: str) -> str:
    """A folded text with every letter and kanji as the usual one that it looks like."""
    return exchanged(folded, ALIKE)


class Automaton:
    """Finds every occurrence of any of the strings, overlapping ones included, in time linear in text and hits.

    Building waits until the first search. Strings and texts must be folded alike.
    """

    def __init__(self, strings: Sequence[str]) -> None:
        self._strings = strings

    @cached_property
    def machine(self) -> AhoCorasick:
        """The automaton itself, compiled when it is first asked for."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(self._strings, matchkind=MatchKind.Standard, store_patterns=False)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """(index of the string, start, end) in order of their ends."""
        return self.machine.find_matches_as_indexes(text, overlapping=True) if self._strings else []


@lru_cache(maxsize=8192)
def kind(character: str) -> str:
    """The script that a character continues: `a` (Latin letters and digits), `k` katakana, `c` kanji, else empty."""
    if character.isascii():
        return "a" if character.isalnum() else ""
    if "ァ" <= character <= "ヿ" and character != "・":
        return "k"
    if "一" <= character <= "鿿" or character == "々":
        return "c"
    return "a" if unicodedata.category(character)[0] == "L" and not "぀" <= character <= "ゟ" else ""


def continues(text: str, start: int, end: int, kinds: str) -> bool:
    """Whether the characters around a span carry on its own word, for the kinds of script named."""
    before = start > 0 and _joined(text[start - 1], text[start], kinds)
    return before or (end < len(text) and _joined(text[end - 1], text[end], kinds))


def _joined(left: str, right: str, kinds: str) -> bool:
    return (script := kind(left)) in kinds and script != "" and script == kind(right)


def whole_words(text: str, found: Iterator[tuple[int, int, int]], kinds: str) -> Iterator[tuple[int, int, int]]:
    """Those occurrences that are no part of a longer word."""
    return (hit for hit in found if not continues(text, hit[1], hit[2], kinds))
