"""Marks around a text: the report's number, the last report, the exercise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crisis.model.settings import Mode

_NUMBERED = {"ja": "【第{0}報】", "ja-x-plain": "【{0}】", "en": "[{0}] "}
_CHANGED = {"ja": "【変更】", "ja-x-plain": "【かわりました】", "en": "CHANGED. "}
_CHANGED_NUMBERED = {"ja": "【変更・第{0}報】", "ja-x-plain": "【変(か)わりました {0}】", "en": "CHANGED [{0}] "}
_OVER_TIME = {"ja": "変更前の{0}は取り消します。", "ja-x-plain": "{0}では ありません。", "en": "{0} no longer holds."}
_OVER_WORDS = {
    "ja": "先のお知らせ（{0}）は、もう当てはまりません。",
    "ja-x-plain": "「{0}」は もう ちがいます。",
    "en": 'Our earlier word ("{0}") no longer holds.',
}
_FINAL = {"ja": "【最終報】", "ja-x-plain": "【おわり】", "en": "FINAL. "}
_EXERCISE = {"ja": "【訓練】", "ja-x-plain": "【訓練(くんれん)】", "en": "[EXERCISE]"}

_CANCELLED = re.compile(
    r"変更前の[^。]*は取り消します|先のお知らせ（[^）]*）は|（(?:先にお知らせした)?[^（）]*は取り消します）"
    r"|「[^」]*」は もう|[^。\n】]*では ありません|, not (?=\d|about \d)[^.,;]*"
    r"|Our earlier word \([^)]*\)|\([^()]*no longer holds\)|[^.\n]* no longer holds"
)
"""What a post names as being over: an update's own words, and those of the shipped templates."""


def without_cancelled(text: str) -> str:
    """The text without the values that it names as being over."""
    return _CANCELLED.sub("", text)


def _in(marks: Mapping[str, str], language: str) -> str:
    return marks.get(language) or marks.get(language.partition("-")[0], marks["en"])


@dataclass(frozen=True, slots=True)
class SpokenOccasion:
    """What a template may ask of the occasion. `number` is None for the first report or outside an incident; `cancels` is the
    sentence that names the chief value that no longer holds, or nothing."""

    number: int | None
    final: bool
    language: str
    changed: bool = False
    cancels: str = ""

    @property
    def mark(self) -> str:
        """【最終報】, else 【変更・第n報】 or 【第n報】, else 【変更】 or nothing."""
        if self.final or self.number is None:
            return self.last
        marks = _CHANGED_NUMBERED if self.changed else _NUMBERED
        return _in(marks, self.language).format(self.number)

    @property
    def last(self) -> str:
        """【最終報】, 【変更】 or nothing: what ends or changes an earlier report says so in every variant."""
        if self.final:
            return _in(_FINAL, self.language)
        return _in(_CHANGED, self.language) if self.changed else ""


def cancelling(was: str, language: str, *, is_time: bool) -> str:
    """One sentence that names an old value, spoken, and marks it as cancelled."""
    return _in(_OVER_TIME if is_time else _OVER_WORDS, language).format(was)


def labelled(text: str, mode: Mode, language: str) -> str:
    """The text, in an exercise between two labels, so that neither a cut nor a quotation loses both (ISO 22398).

    The blank before the second keeps it out of a URL that ends the text.
    """
    if mode is not Mode.EXERCISE:
        return text
    label = _in(_EXERCISE, language)
    gap = "" if label.endswith("】") else " "
    return f"{label}{gap}{text} {label}"


def with_hashtag(text: str, hashtag: str | None) -> tuple[str, ...]:
    """The text with the agreed hashtag on a line of its own, ahead of a link that ends it, and the text without: a post loses
    its hashtag before it loses a fact (domain notes 2.8: one agreed hashtag, never inside a sentence)."""
    if not hashtag or not text:
        return (text,)
    *lines, last = text.split("\n")
    tagged = [*lines, hashtag, last] if last.startswith(("https://", "http://")) else [*lines, last, hashtag]
    return ("\n".join(tagged), text)
