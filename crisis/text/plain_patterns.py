"""Plain Japanese, the rules that a pattern can see: what to avoid and what to write instead.

The rules are those that disaster research and the Japanese immigration and culture agencies' guideline of 2020 agree on;
the words and patterns are this project's own, made for what a company says in an incident.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crisis.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule by its id, what breaks it, and the mend."""

    rule: str
    breaks: re.Pattern[str]
    mend: Sentence


_KANA = "ぁ-ゖァ-ヺー"
_READING = r"(?:[(（][ぁ-ゖ]+[)）])?"

PATTERNS = (
    Pattern(
        "era-year",
        re.compile(r"(?:令和|平成|昭和)\s*[0-9０-９元]+\s*年?"),
        Sentence("Write the year as 2026年, not by era."),
    ),
    Pattern(
        "slash-date", re.compile(r"(?<![0-9/])[0-9]{1,4}/[0-9]{1,2}(?![0-9/])"), Sentence("Write the date as 10月9日.")
    ),
    Pattern(
        "vague",
        re.compile(
            r"おそれ[がの]|恐(?:[(（]おそ[)）])?れ[がの]|みられ(?:て|ます)|可能性|かもしれ|見込み|みこみ|もようです|思われ|予想され"
        ),
        Sentence("Say what is known, and what is not known yet."),
    ),
    Pattern(
        "double-negative",
        re.compile(
            r"(?:ない|なく|なければ|ないと|ず)(?!で)[^。、\n]{0,6}?(?:なりません|いけません|ありません|ならない|いけない)"
        ),
        Sentence("Say it without two negatives: 〜してください."),
    ),
    Pattern(
        "noun-for-verb",
        re.compile(
            rf"こと\s?(?:に\s?[しな]|を\s?(?:行|おこな|決|き))|の\s?(?:開始|終了|実施|再開|中止|変更|延期|確認|停止)(?![{_KANA}]*する)"
        ),
        Sentence("Use the verb itself: 〜します, 〜してください."),
    ),
    Pattern(
        "passive",
        re.compile(r"(?:さ|ら)れ(?:ます|ました|ません|ています|ている|て|た|る)"),
        Sentence("Say who does it, without れる and られる."),
    ),
    Pattern("potential", re.compile(r"こと\s?が\s?でき"), Sentence("Use the verb alone: 使えます, 使えません.")),
    Pattern(
        "honorific",
        re.compile(
            rf"いただ|ございま|いたし(?:ます|ました)|申し上げ|申し訳|なさ[いっ]|くださいませ|ご[一-鿿]{{2}}|お[一-鿿]+{_READING}[ぁ-ゖ]?に?\s?な(?:り|って)"
        ),
        Sentence("Use です, ます and ください, no other polite forms."),
    ),
    Pattern(
        "latin",
        re.compile(r"(?<![A-Za-z0-9./:@_-])[A-Za-z]{3,}(?![A-Za-z0-9./:@_-])"),
        Sentence("Write the word in kana or say it in Japanese."),
    ),
    Pattern("long-loanword", re.compile(r"[ァ-ヺー]{7,}"), Sentence("Use a shorter or a Japanese word.")),
    Pattern("hashtag", re.compile(r"[#＃]\w+"), Sentence("Leave the hashtag out of plain Japanese.")),
)

SAID_TWICE = re.compile(r"([ぁ-ゖァ-ヺ]{2})\1")
"""The form of words that imitate sounds and states (ガタガタ), but for a few everyday words."""
EVERYDAY_TWICE = frozenset(
    {"いろいろ", "たびたび", "ますます", "なかなか", "だんだん", "そろそろ", "まだまだ", "もともと"}
)

EASIER = {
    "安否確認": "無事か 教えてください",
    "閉鎖": "しまっています",
    "臨時休業": "休みます",
    "休業": "休みます",
    "来所": "来る",
    "来社": "会社に 来る",
    "出社": "会社に 行く",
    "帰宅": "家に 帰る",
    "退社": "会社を 出る",
    "終業": "仕事を 終わる",
    "待機": "待つ",
    "避難": "逃げる",
    "運休": "止まる",
    "復旧": "なおる",
    "再開": "また はじめる",
    "点検": "調べる",
    "返信": "返事",
    "至急": "すぐに",
    "障害": "使えません",
    "異常": "問題",
    "調査": "調べる",
    "影響": "どう なるか",
    "徒歩": "歩いて",
    "従業員": "働く 人",
}
"""Words of our own posts → what to say in plain Japanese. What a reading stands beside is still hard to know."""

TO_EXPLAIN = ("余震", "土砂災害", "土砂崩れ", "高潮", "液状化", "計画運休", "計画停電", "震度", "断水")
"""Words that people must come to know: kept, with what they mean right after in 〈 〉 or < >."""
