"""Bytes to text, for mail and files from Japanese offices: what is declared, else what the bytes show.

Order: byte order mark, ISO-2022-JP by its escapes, the declared charset, UTF-8, UTF-16 without mark, then cp932 or
EUC-JP by which gives more Japanese, and charset-normalizer as the last resort.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crisis.intake.parts import iso2022jp
from crisis.intake.parts.refusals import advise, hold
from crisis.model.finding import Finding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What senders write for what they send: Windows extensions under the standard's name.
_WIDER = {"shift_jis": "cp932", "ms_kanji": "cp932", "ascii": "utf-8", "iso8859-1": "cp1252"}
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_JAPANESE = "\u3041-\u3096\u30a1-\u30fc\u3000-\u3002\u300c-\u301c\uff01-\uff5e\u4e00-\u9fff"
# Patterns that few texts need stay uncompiled until then. One kanji between Latin letters is what é makes of cp932; Japanese comes in runs.
_RUNS = f"[{_JAPANESE}]{{2,}}"
_PLAUSIBLE = f"[\t\n\r -~\u00a0-\u024f\u2010-\u2027{_JAPANESE}]"
_ODD = "[\uff61-\uff9f\ue000-\uf8ff\ufffd]"
_LATIN = re.compile("cp125|iso8859|latin")
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with LF line ends, the charset that it was read in, and what was lost or wrong."""

    text: str
    charset: str
    defects: tuple[Finding, ...] = ()

    @property
    def binary(self) -> bool:
        """Whether this is no text at all: control characters, or mostly unreadable."""
        bad = len(_CONTROL.findall(self.text)) + self.text.count("\ufffd")
        return bad * 10 > len(self.text)


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The bytes as text. Never fails: what no charset explains stands as U+FFFD and is a defect."""
    for charset in _candidates(raw, declared):
        text = _strictly(raw, charset)
        if text is not None:
            return _decoded(text, charset, declared)
    return _lossy(raw, declared)


def plain(raw: bytes) -> str | None:
    """The text as it stands, where a charset explains every byte of it; None of pictures, programs and other files."""
    for charset in _candidates(raw, None):
        text = _strictly(raw, charset)
        if text is not None:
            return None if Decoded(text, charset).binary else text.removeprefix("\ufeff")
    return None


def newlines(text: str) -> str:
    """The text with every kind of line end as LF."""
    return _NEWLINES.sub("\n", text)


def known(charset: str | None) -> str | None:
    """Python's name of a charset as declared, widened to what senders mean; None where there is no such charset."""
    try:
        info = codecs.lookup((charset or "").strip(" \"'"))
    except (LookupError, ValueError):
        return None
    # Only text encodings: codecs such as `zip` or `idna` would run on the sender's word.
    return _WIDER.get(info.name, info.name) if info._is_text_encoding and info.name not in _UNFIT else None


_UNFIT = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"}


def _candidates(raw: bytes, declared: str | None) -> Iterator[str]:
    yield from (charset for mark, charset in _MARKS if raw.startswith(mark))
    if iso2022jp.marked(raw):
        yield iso2022jp.NAME
    stated = known(declared) or "utf-8"
    # ISO-2022-JP without its escapes, and Latin, which explains any bytes, are often stated and wrong.
    if not stated.startswith("iso2022") and not _LATIN.match(stated):
        yield from _widened(stated)
    yield "utf-8"
    yield from _wide(raw)
    yield from _japanese(raw[:_SAMPLE])
    if _LATIN.match(stated):
        yield from (stated, "latin-1")


def _widened(charset: str) -> tuple[str, ...]:
    """The charset, and its superset with vendors' characters."""
    return (charset, "euc_jisx0213") if charset == "euc_jp" else (charset,)


def _strictly(raw: bytes, charset: str) -> str | None:
    if charset == iso2022jp.NAME:
        return iso2022jp.decode(raw)
    try:
        text = raw.decode(charset)
    except (UnicodeError, ValueError):
        return None
    return None if charset == "utf-8" and "\x00" in text[:400] else text


def _wide(raw: bytes) -> Iterator[str]:
    """UTF-16 without a mark: where ASCII (line ends at least) stands, every other byte is zero."""
    head = raw[:4000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    charset = "utf-16-le" if odd > even else "utf-16-be"
    if len(raw) % 2 == 0 and max(even, odd) * 50 > len(head):
        sample = head.decode(charset, errors="replace")
        if len(re.findall(_PLAUSIBLE, sample)) * 10 > len(sample) * 9:
            yield charset


def _japanese(sample: bytes) -> Iterator[str]:
    """cp932 and EUC-JP overlap; the right one reads as Japanese, the wrong one as half-width kana and rare characters."""
    for charset in sorted(("cp932", "euc_jp"), key=lambda one: -_looks(sample, one)):
        if _looks(sample, charset) > 0:
            yield from _widened(charset)


def _looks(sample: bytes, charset: str) -> int:
    """How many characters read as Japanese, less those that speak against it."""
    text = sample.decode(charset, errors="replace")
    return sum(len(run) for run in re.findall(_RUNS, text)) - 2 * len(re.findall(_ODD, text))


def _decoded(text: str, charset: str, declared: str | None) -> Decoded:
    defects = []
    if "\ufffd" in text:
        defects.append(hold("unreadable-characters", "Some characters could not be read. Compare with the original."))
    if declared and not text.isascii() and not _agrees(charset, declared):
        defects.append(
            advise(
                "wrong-charset", "It is not in the charset that it declares; it was read as {charset}.", charset=charset
            )
        )
    return Decoded(newlines(text.removeprefix("\ufeff")), charset, tuple(defects))


def _agrees(charset: str, declared: str) -> bool:
    stated = known(declared) or ""
    return _bare(charset)[:4] == _bare(stated)[:4] or charset == "latin-1"


def _bare(charset: str) -> str:
    return charset.replace("-", "").replace("_", "")


def _lossy(raw: bytes, declared: str | None) -> Decoded:
    """The reading that loses least: UTF-8, cp932 or EUC-JP with a few bad bytes, else what charset-normalizer makes of it."""
    sample = raw[:_SAMPLE]
    least = min(("utf-8", "cp932", "euc_jp"), key=lambda charset: _losses(sample, charset))
    if _losses(sample, least) * 20 <= len(sample):
        return _decoded(raw.decode(least, errors="replace"), least, declared)
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    charset = (known(best.encoding) if best else None) or least
    if _LATIN.match(charset):  # a few accents say little: the commonest Latin charset is the better guess
        charset = "cp1252"
    guess = advise("guessed-charset", "It does not say its charset; it was read as {charset}.", charset=charset)
    found = _decoded(raw.decode(charset, errors="replace"), charset, None)
    return replace(found, defects=(*found.defects, guess))


def _losses(sample: bytes, charset: str) -> int:
    text = sample.decode(charset, errors="replace")
    return text.count("\ufffd") * 3 + len(re.findall(_ODD, text))
