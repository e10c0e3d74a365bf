"""How people, by accident or not, write around a guard. Each function takes a text and gives it disguised."""

from __future__ import annotations

import unicodedata
from base64 import b64encode
from collections.abc import Callable

from crisis.guard.terms import OLD_KANJI

FULL_WIDTH = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})
CYRILLIC = str.maketrans("aeopcxyABEHKMOPCTX", "аеорсхуАВЕНКМОРСТХ")
OLD = {ord(new): old for old, new in zip(OLD_KANJI[::2], OLD_KANJI[1::2], strict=True)}
KANJI_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
HALF_WIDTH = {
    unicodedata.normalize("NFKC", half + mark): half + mark
    for half in map(chr, range(0xFF66, 0xFF9E))
    for mark in ("", "\uff9e", "\uff9f")
    if len(unicodedata.normalize("NFKC", half + mark)) == 1
}


def zero_width(text: str) -> str:
    return "\u200b".join(text)


def joiners(text: str) -> str:
    return "".join(char + ("\u2060" if number % 3 == 0 else "") for number, char in enumerate(text))


def soft_hyphens(text: str) -> str:
    return text[:1] + "".join("\u00ad" + char for char in text[1:])


def isolated(text: str) -> str:
    return "\u2067" + text + "\u2069"


def overridden(text: str) -> str:
    return "\u202e" + text + "\u202c"


def full_width(text: str) -> str:
    return text.translate(FULL_WIDTH)


def hyphens(text: str) -> str:
    return text.replace("-", "\u2010").replace("－", "\u2212")


def long_vowels(text: str) -> str:
    return text.replace("-", "ー")


def lookalikes(text: str) -> str:
    return text.translate(CYRILLIC)


def half_width_kana(text: str) -> str:
    return "".join(HALF_WIDTH.get(char, char) for char in text)


def old_kanji(text: str) -> str:
    return text.translate(OLD)


def decimal_entities(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def hexadecimal_entities(text: str) -> str:
    return "".join(f"&#x{ord(char):x};" for char in text)


def percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def backslashes(text: str) -> str:
    return "".join(f"\\u{ord(char):04x}" if ord(char) < 0x10000 else char for char in text)


def base64(text: str) -> str:
    return b64encode(text.encode()).decode()


def amid_words(text: str) -> str:
    return f"お知らせです。\n{text}\n15:20現在"


def spaced_out(text: str) -> str:
    """A blank between all characters, as in an e-mail that wants to be seen; words run together."""
    return " ".join(text.replace(" ", "").replace("\n", ""))


def broken(text: str) -> str:
    """A line break in the middle of the first token that has digits, or of the text."""
    place = next(
        (at + 1 for at, char in enumerate(text[:-1]) if char.isdigit() and text[at + 1].isdigit()), len(text) // 2
    )
    return text[:place] + "\n" + text[place:]


def kanji_numerals(text: str) -> str:
    return text.translate(KANJI_DIGITS)


def none(text: str) -> str:
    return text


Evasion = Callable[[str], str]

EVERYWHERE: tuple[Evasion, ...] = (
    none,
    amid_words,
    zero_width,
    joiners,
    soft_hyphens,
    isolated,
    overridden,
    full_width,
    hyphens,
    lookalikes,
    half_width_kana,
    old_kanji,
    decimal_entities,
    hexadecimal_entities,
    percent,
    backslashes,
    base64,
)
"""Those that leave every identifier what it is."""

OF_DIGITS: tuple[Evasion, ...] = (spaced_out, broken, kanji_numerals, long_vowels)
"""Those that make sense for telephone numbers and the like."""
