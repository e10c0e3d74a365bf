"""Spellings that a reader takes in at a glance: 十月十日（土）八時 is 10月10日（土）8時, 「大 阪 支 社」 is 大阪支社, 「来所しないこと。」
is 来所しないでください."""

from __future__ import annotations

import re

from crisis.text.late import late

_DIGITS = {kanji: number for number, kanji in enumerate("〇一二三四五六七八九")}
_NUMBER = "[一二三四五六七八九十〇]{1,4}"
_DATE = late(f"(?<![一-龠\\d])({_NUMBER})月({_NUMBER})日")
_DAY = late(rf"(?:(?<![一-龠\d月])|(?<=[本今明]日))({_NUMBER})日(?=\s*\()")
_YEAR = late(f"(?<=令和)({_NUMBER})年")
# 一時 alone is "for a while" and 十分 "enough": a time in kanji follows a date, a half of the day or another time.
_CLOCK = late(
    rf"(?<=[日)前後])\s*({_NUMBER})時(?:({_NUMBER})分)?|(?<=より|から|まで)({_NUMBER})時(?!期|間|点|限)(?:({_NUMBER})分)?"
)


_APART = re.compile(r"[^\x00-\x7f][ \u3000]+[^\x00-\x7f]")
_SPACED_OUT = late(r"(?<![ぁ-龠ァ-ヶー々])(?:[ぁ-龠ァ-ヶー々][ \u3000]){2,}[ぁ-龠ァ-ヶー々](?![ぁ-龠ァ-ヶー々])")
_ALL_APART = late(r"[ぁ-龠ァ-ヶー々](?:[ \u3000]+[ぁ-龠ァ-ヶー々])+")


def closed_up(text: str) -> str:
    """The text with words that are set apart letter by letter put together. Two letters apart may be two words."""
    if not _APART.search(text):
        return text
    if _ALL_APART().fullmatch(text.strip()):
        return re.sub("[ \u3000]", "", text)
    return _SPACED_OUT().sub(lambda spaced: re.sub("[ \u3000]", "", spaced[0]), text)


def plain_numbers(text: str) -> str:
    """Folded text with the kanji numerals of its dates and times as digits. What else they count stays as it is."""
    if not re.search("[一二三四五六七八九十〇][日月年時]", text):
        return text
    for pattern in (_YEAR, _DATE, _DAY, _CLOCK):
        text = pattern().sub(_arabic, text)
    return text


def _arabic(match: re.Match[str]) -> str:
    return re.sub(_NUMBER, lambda number: str(_value(number[0])), match[0])


def _value(kanji: str) -> int:
    """十 is 10, 二十三 23, 一〇 10."""
    if "十" not in kanji:
        return int("".join(str(_DIGITS[k]) for k in kanji))
    tens, _, ones = kanji.partition("十")
    return 10 * (_DIGITS[tens[-1]] if tens else 1) + (_DIGITS[ones[0]] if ones else 0)


# Ends of sentences as orders, minutes and memos write them, with what a notice to all would say. What is only planned, doubted
# or reported does not end so, and stays as it is.
# Whoever hopes for it, or asks it of others, does not say it.
_NOT_HOPED = "(?<!再開)(?<!復旧)(?<!回復)(?<!解消)(?<!解除)(?<!閉鎖)(?<!休業)"
_PLAIN_ENDS = (
    (r"しない(?:こと|ようにする|よう(?:お)?願います|よう(?:に)?お願いします|ようお願いいたします)", "しないでください"),
    (r"(?<=[ぁ-ん])ないこと", "ないでください"),
    (
        r"(?:する|される)こと(?:とする|とします|といたします|としました|となった|となりました|に決定(?:した|しました)?|にした|にしました|になった|になりました)",
        "します",
    ),
    (
        rf"{_NOT_HOPED}するよう(?:に)?(?:お)?願(?:います|いたい|う)|{_NOT_HOPED}するよう(?:に)?お願い(?:し|いたし|致し)ます|{_NOT_HOPED}するように",
        "してください",
    ),
    (r"(?<![ぁ-ん])すること", "してください"),
    (r"(?<=[っん])てお?くこと|(?<=[っ])てくること", "てください"),
    (rf"され(?:たい|度い)|{_NOT_HOPED}(?<!よう)(?:を)?お?願い?(?:たい|う)", "してください"),
    (r"(?<=出社|退社|退勤|待機|勤務|避難|帰宅)のこと", "してください"),
    (r"とする(?:こととする)?", "とします"),
    (r"とした", "としました"),
    (r"している", "しています"),
    (r"できない", "できません"),
    (r"(?<=[一-龠ァ-ヶー])である", "です"),
    (r"(?<=[一-龠])する", "します"),
    (r"(?<=[一-龠])した", "しました"),
    (r"となる", "となります"),
    (r"となった", "となりました"),
)
_ENDING = late("|".join(f"({plain})" for plain, _ in _PLAIN_ENDS).join((r"(?:", r")(?=[。!！\s)）]*$)")))


def polite(sentence: str) -> str:
    """A folded sentence with the end that a notice to all would have: 「帰宅すること。」 is 帰宅してください."""
    end = _ENDING().search(sentence)
    if end is None:
        return sentence
    said = next(polite for part, (_, polite) in zip(end.groups(), _PLAIN_ENDS, strict=True) if part)
    return sentence[: end.start()] + said + sentence[end.end() :]
