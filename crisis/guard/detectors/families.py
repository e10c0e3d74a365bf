"""A post beside others: the same fact in other languages, what is out already, and the account that it would go to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from crisis.guard.context import Background, GuardContext, Sibling
from crisis.guard.expressions import Expression
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector, situated
from crisis.model.names import PLAIN_JAPANESE, Names, name_in
from crisis.text.folding import folded

URL = re.compile(r"https?://\S{1,400}")
TIME = re.compile(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])|(?<!\d)([01]?\d|2[0-4])時(?:([0-5]?\d)分|(半))?")
AFTERNOON = re.compile(r"(?<![\d:])(\d{1,2})(?::([0-5]\d))?\s?([ap])\.?m(?![a-z])")
PHONE = re.compile(r"(?<!\d)0\d{1,4}[-( ]\d{1,4}[-) ]\d{3,4}(?!\d)|(?<!\d)0\d{9,10}(?!\d)")
NUMBER = Expression(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\d.,])\d{2,}(?:\.\d+)?(?!\d)")

KANA = re.compile(r"[ぁ-んァ-ヺ]")
LATIN = re.compile(r"[A-Za-z]")
SHUT = Expression(
    r"閉鎖|休業|休館|休止|しまって|停止|中止|来所しないで|(?<![a-z])(?:closed|shut|suspended|cancelled|canceled)(?![a-z])"
)
OPEN = Expression(
    r"通常どおり|通常通り|営業して|営業しま|開いて|開きます|再開|いつもと\s?[お同]"
    r"|(?<![a-z])(?:open|opens|as usual|resumes|resumed)(?![a-z])"
)
CHANGED = Expression(
    r"変更|変わり|かわり|取り消|訂正|再開|最終報|【おわり|第\d{1,3}報|【\d|^\[\d|から|(?<![a-z])(?:changed|update|final|correction|now|again|from)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says that is the same in every language."""

    times: frozenset[str]
    phones: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[int]


@situated
def languages_that_differ(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Times, telephone numbers, figures or names of sites that another language of the same fact does not share."""
    if not context.family:
        return
    own = told(reading.text, context.language or "", context.names)
    for sibling in context.family:
        other = told(sibling.text, sibling.language, context.names)
        if differ(own, other, whole=_same_rung(sibling, context.language)):
            yield Hit("languages-differ")
            return


def _same_rung(sibling: Sibling, language: str | None) -> bool:
    """Texts on the same rung of the ladder say the same; plain Japanese may say less."""
    return sibling.variant is not None and PLAIN_JAPANESE not in (sibling.language, language)


def differ(own: Told, other: Told, *, whole: bool) -> bool:
    """Whether each says something that the other does not; of `whole` texts, whether either does so for a time."""
    if whole and own.times != other.times:
        return True
    pairs = (
        (own.times, other.times),
        (own.phones, other.phones),
        (own.numbers, other.numbers),
        (own.names, other.names),
    )
    return any(bool(mine - theirs) and bool(theirs - mine) for mine, theirs in pairs)


def told(text: str, language: str, names: tuple[Names, ...]) -> Told:
    """What a text tells, read out of the words of its language."""
    plain, times, phones, numbers = _figures(text)
    named = frozenset(at for at, each in enumerate(names) if folded(name_in(each, language) or "\0") in plain)
    return Told(times, phones, numbers, named)


@lru_cache(maxsize=128)
def _figures(text: str) -> tuple[str, frozenset[str], frozenset[str], frozenset[str]]:
    """The text folded, without its links; and its times, telephone numbers and figures."""
    plain = URL.sub(" ", folded(text))
    times = frozenset((*_times(plain), *_afternoons(plain)))
    rest = AFTERNOON.sub(" ", TIME.sub(" ", plain))
    phones = frozenset(re.sub(r"\D", "", found[0]) for found in PHONE.finditer(rest))
    numbers = frozenset(found[0].replace(",", "") for found in NUMBER.finditer(PHONE.sub(" ", rest)))
    return plain, times, phones, numbers


def _times(plain: str) -> Iterator[str]:
    for found in TIME.finditer(plain):
        if not re.match(r"\s?[ap]\.?m(?![a-z])", plain[found.end() : found.end() + 4]):
            yield f"{int(found[1] or found[3])}:{int(found[2] or found[4] or (30 if found[5] else 0)):02}"


def _afternoons(plain: str) -> Iterator[str]:
    for found in AFTERNOON.finditer(plain):
        yield f"{int(found[1]) % 12 + (12 if found[3] == 'p' else 0)}:{int(found[2] or 0):02}"


@detector
def other_languages(reading: Reading, context: Background) -> Iterator[Hit]:
    """A text in another script than its language is written in: nobody has translated it."""
    kana, latin = len(KANA.findall(reading.text)), len(LATIN.findall(URL.sub("", reading.text)))
    language = (context.language or "").split("-")[0]
    if (language == "en" and kana > latin) or (language == "ja" and latin > 20 and not kana):
        yield Hit("wrong-language")


@situated
def contradictions(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """A place that is closed in a post that is out and open in this one, or the other way, without a word that it changed."""
    if not context.live or not (SHUT.search(reading.folded.text) or OPEN.search(reading.folded.text)):
        return
    if CHANGED.search(reading.folded.text):
        return
    own = _named(reading.folded.text, context.names)
    shut = SHUT.search(reading.folded.text) is not None
    for live in map(folded, context.live):
        said = SHUT.search(live) is not None
        if own & _named(live, context.names) and said != shut and (said or OPEN.search(live)):
            yield Hit("contradiction")
            return


def _named(text: str, names: tuple[Names, ...]) -> frozenset[int]:
    """Which of the places are named, in any language."""
    return frozenset(at for at, each in enumerate(names) if any(folded(name) in text for name in each.values()))


@situated
def other_accounts(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """A post of a type or in a language that its account is not meant for: crisis.toml may have changed since it was drafted."""
    account = context.account
    if account is None:
        return
    purpose = account.purpose and context.notice_type is not None and context.notice_type not in account.purpose
    if purpose or (account.languages and context.language is not None and context.language not in account.languages):
        yield Hit("wrong-account")
