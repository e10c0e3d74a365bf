"""The check word of a statement: short enough to be said on the telephone and written beside a code."""

from __future__ import annotations

import hashlib
from typing import Final

# fmt: off
KANA: Final = {
    "ka": "か", "ki": "き", "ku": "く", "ke": "け", "ko": "こ",
    "sa": "さ", "su": "す", "se": "せ", "so": "そ",
    "ta": "た", "te": "て", "to": "と",
    "na": "な", "ni": "に", "ne": "ね", "no": "の",
    "ha": "は", "hi": "ひ", "he": "へ", "ho": "ほ",
    "ma": "ま", "mi": "み", "mu": "む", "me": "め", "mo": "も",
    "ra": "ら", "ri": "り", "ru": "る", "re": "れ", "ro": "ろ",
    "ya": "や", "yo": "よ",
}
# fmt: on
"""32 syllables that are written alike in every romanisation."""
_SYLLABLES: Final = tuple(KANA)
_HALF: Final = 3
_BITS: Final = 5


def check_word(statement: bytes) -> str:
    """Six syllables of a statement's digest (30 bits), as `katomi-rehano`. It tells statements apart on paper; what binds an
    approval to one is its signature."""
    bits = int.from_bytes(hashlib.sha256(statement).digest()) >> 256 - 2 * _HALF * _BITS
    spoken = [_SYLLABLES[bits >> place * _BITS & len(_SYLLABLES) - 1] for place in reversed(range(2 * _HALF))]
    return "".join(spoken[:_HALF]) + "-" + "".join(spoken[_HALF:])


def in_kana(word: str) -> str:
    """The same word in hiragana, as `かとみ・れはの`."""
    halves = word.split("-")
    return "・".join("".join(KANA[half[at : at + 2]] for at in range(0, len(half), 2)) for half in halves)
