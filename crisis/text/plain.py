"""A linter for plain Japanese (やさしい日本語): names each breach of its rules and scores the text.

Short sentences that say one thing, spaces between words, few kanji and each with its reading, です and ます, one style of
time, and no form that learners meet late. The limits (30 morae, 4 words in kanji, 12 letters without a space) and the
scores are this project's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from crisis.sentence import Sentence
from crisis.text.plain_patterns import EASIER, EVERYDAY_TWICE, PATTERNS, SAID_TWICE, TO_EXPLAIN

PASSES = 80
LONGEST_SENTENCE = 30
MOST_KANJI_WORDS = 4
LONGEST_WORD = 12
FIRST_BREACH, AGAIN = 10, 5

_KANJI = "\u3400-\u4dbf\u4e00-\u9fff々"
_READING = re.compile(r"[(（]([ぁ-ゖー]+)[)）]")
_KANJI_WORD = re.compile(f"[{_KANJI}]+")
_READ = re.compile(rf"([{_KANJI}]+)(?:[(（]([ぁ-ゖー]+)[)）])?")
_COUNTER = re.compile(r"(?<=[0-9０-９])[年月日時分秒週間人名回階円番号度台件]+")
_WEEKDAY = re.compile(r"[(（][月火水木金土日祝][)）]")
_SENTENCE = re.compile(r"[^。！？!?：\n【】]+")
_POLITE = re.compile(r"(?:です|ます|ました|ません|ませんでした|でした|でしょう|ください|へ)$")
_NO_PREDICATE = re.compile(
    r"[\s0-9０-９:：.,・~〜～\-/()（）A-Za-z年月火水木金土日祝時分]*(?:(?:つぎ|いま|現在|次回)[\s0-9０-９:：年月日時分]*)?(?:ごろ|まで|から)?"
)
_SMALL = frozenset("ゃゅょャュョぁぃぅぇぉァィゥェォ")
_KANA = re.compile("[ぁ-ゖァ-ヺー]")
_RUN = re.compile(f"[ぁ-ゖ{_KANJI}\0]+")
_HARD_OR_KEPT = re.compile("|".join(sorted([*EASIER, *TO_EXPLAIN], key=len, reverse=True)))
_CLOCK = re.compile(r"[0-9０-９]{1,2}[:：][0-9０-９]{2}")
_HALVES = re.compile(r"(?:午前|午後|ごぜん|ごご)")


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that `text[start:end]` (code points) breaks, and what to write instead."""

    rule: str
    start: int
    end: int
    mend: Sentence


@dataclass(frozen=True, slots=True)
class PlainReview:
    """The score from 0 to 100 and every breach, in order of place. A text with `PASSES` or more is plain."""

    score: int
    breaches: tuple[Breach, ...]

    @property
    def passes(self) -> bool:
        """Whether it may be called plain Japanese."""
        return self.score >= PASSES


@dataclass(frozen=True, slots=True)
class _Prose:
    """A text without its names; readings are blanked out in `bare`, so that offsets stay."""

    text: str
    bare: str
    sentences: tuple[tuple[int, int], ...]


def review(text: str, names: Collection[str] = ()) -> PlainReview:
    """Review a text against the rules. `names` (the organisation, sites, services) need no reading and break no rule."""
    prose = _prose(text, names)
    found = {(b.rule, b.start, b.end): b for rule in _RULES for b in rule(prose)}
    breaches = tuple(sorted(found.values(), key=lambda b: (b.start, b.end, b.rule)))
    kinds = len({breach.rule for breach in breaches})
    cost = FIRST_BREACH * kinds + AGAIN * (len(breaches) - kinds)
    return PlainReview(max(0, 100 - cost), breaches)


def _prose(text: str, names: Collection[str]) -> _Prose:
    """Names become katakana of the same length: words that have no reading and stay as they are."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, "・" * len(name))
    bare = _READING.sub(lambda m: "\0" * len(m[0]), _WEEKDAY.sub(lambda m: "\0" * len(m[0]), text))
    sentences = tuple(found.span() for found in _SENTENCE.finditer(text) if found[0].strip())
    return _Prose(text, bare, sentences)


def _patterns(prose: _Prose) -> Iterator[Breach]:
    for pattern in PATTERNS:
        for found in pattern.breaks.finditer(prose.text):
            yield Breach(pattern.rule, *found.span(), pattern.mend)


def _imitations(prose: _Prose) -> Iterator[Breach]:
    for found in SAID_TWICE.finditer(prose.text):
        if found[0] not in EVERYDAY_TWICE:
            yield Breach("imitation", *found.span(), Sentence("Say what happens, without a word that imitates it."))


def _hard_words(prose: _Prose) -> Iterator[Breach]:
    """Words with an easier one; not those inside a word that is kept and explained."""
    for found in _HARD_OR_KEPT.finditer(prose.text):
        if easier := EASIER.get(found[0]):
            yield Breach("hard-word", *found.span(), Sentence("Use an easier word, such as {easier}.", easier=easier))


def _explained(prose: _Prose) -> Iterator[Breach]:
    for found in re.finditer("|".join(TO_EXPLAIN), prose.text):
        if not re.match(r"(?:[(（][ぁ-ゖ]+[)）])?\s?[<＜〈]", prose.text[found.end() :]):
            yield Breach(
                "explain", *found.span(), Sentence("Keep the word and say what it means right after it in 〈 〉.")
            )


def _readings(prose: _Prose) -> Iterator[Breach]:
    """Each word in kanji has its reading where it first stands; counters after a number need none."""
    known: set[str] = set()
    for start, end in _kanji_words(prose, 0, len(prose.bare)):
        word = prose.text[start:end]
        if _READING.match(prose.text, end):
            known.add(word)
        elif word not in known:
            yield Breach(
                "reading", start, end, Sentence("Add the reading in hiragana after the kanji: 会社(かいしゃ).")
            )


def _kanji_words(prose: _Prose, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _KANJI_WORD.finditer(prose.bare, start, end):
        counter = _COUNTER.match(prose.bare, found.start())
        at = counter.end() if counter else found.start()
        if at < found.end():
            yield at, found.end()


def _kanji_per_sentence(prose: _Prose) -> Iterator[Breach]:
    for start, end in prose.sentences:
        if len({prose.text[a:b] for a, b in _kanji_words(prose, start, end)}) > MOST_KANJI_WORDS:
            yield Breach(
                "many-kanji", start, end, Sentence("Write some of these words in hiragana, or make two sentences.")
            )


def _sentence_length(prose: _Prose) -> Iterator[Breach]:
    for start, end in prose.sentences:
        if _morae(prose.text[start:end]) > LONGEST_SENTENCE:
            yield Breach("long-sentence", start, end, Sentence("Make two short sentences, each with one message."))


def _morae(sentence: str) -> int:
    """Morae of kana and readings; kanji without a reading as two, a number with its counter as two."""
    sentence = _READ.sub(lambda m: m[2] or m[1], sentence)
    kana = sum(char not in _SMALL for char in _KANA.findall(sentence))
    return kana + 2 * len(re.findall(rf"[0-9０-９:：-]+[年月日時分]?|[{_KANJI}]", sentence))


def _one_message(prose: _Prose) -> Iterator[Breach]:
    for start, end in prose.sentences:
        if prose.text.count("、", start, end) > 1:
            yield Breach("one-message", start, end, Sentence("Say one thing in a sentence: end it at the first 、."))


def _spaces(prose: _Prose) -> Iterator[Breach]:
    for found in _RUN.finditer(prose.bare):
        if len(found[0]) - found[0].count("\0") > LONGEST_WORD:
            yield Breach("spaces", *found.span(), Sentence("Put a space between words."))


def _endings(prose: _Prose) -> Iterator[Breach]:
    for start, end in prose.sentences:
        sentence = prose.text[start:end].strip(" 　」）)")
        heading = prose.text[end : end + 1] in set("】：")
        if not (heading or _POLITE.search(sentence) or _NO_PREDICATE.fullmatch(sentence)):
            yield Breach("ending", start, end, Sentence("End the sentence in です, ます or ください."))


def _time_styles(prose: _Prose) -> Iterator[Breach]:
    half = _HALVES.search(prose.text)
    if half and (clock := _CLOCK.search(prose.text)):
        yield Breach("time-style", *clock.span(), Sentence("Use one style of time: 15:20, or 午後3時20分, not both."))


_RULES: tuple[Callable[[_Prose], Iterator[Breach]], ...] = (
    _patterns,
    _imitations,
    _hard_words,
    _explained,
    _readings,
    _kanji_per_sentence,
    _sentence_length,
    _one_message,
    _spaces,
    _endings,
    _time_styles,
)
