"""Labelled lines: 「状況：閉鎖」, 「■状況　閉鎖」, 「【状況】閉鎖」, a heading with its value below, numbered 記…以上 lists.

Pure reading: labels and values stay as written, stripped; which label means which field is for `crisis.facts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crisis.intake.parts.lines import Line
from crisis.model.notice import Entry

BLANKS = " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\u3000\u00a0\u200b\ufeff"
_GAP = "[ \t\u3000\u00a0]"
_SIGNS = "■●◆◇□▼▽○◎★☆▶►▲△"
_ITEMS = "・･•‣※*＊\\-－–—―"
_NUMBER = (
    r"[(（]?[0-9０-９]{1,2}[)）.．、]|[0-9０-９]{1,2}(?=\u3000)|"
    r"[(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}[.．、]|[①-⑳]"
)
_BULLET = re.compile(rf"^(?:[{_SIGNS}]|[{_ITEMS}](?=[^{_ITEMS}])|(?:{_NUMBER})(?![0-9０-９])){_GAP}*")
_ITEM = re.compile(rf"^(?:[{_ITEMS}]|(?:{_NUMBER})(?![0-9０-９])){_GAP}*")
_PAIRED = (("【", "】"), ("[", "]"), ("［", "］"), ("〔", "〕"), ("＜", "＞"), ("《", "》"))
_BRACKET = re.compile("^(?:" + "|".join(rf"\{a}([^\{a}\{b}]{{1,40}})\{b}" for a, b in _PAIRED) + ")(.*)$")
_SEPARATOR = re.compile(r"[:：=＝\t]|[ \u3000]*(?:\.{3,}|[…‥]+|・{2,})[ \u3000]*")
_ARROW = re.compile(r"^([^\s\d→⇒>-]{1,16})[ \u3000]*(?:→|⇒|->|=>)[ \u3000]*(\S.*)$")
_BOX = re.compile(r"^([*|│┃║#])[ \u3000]+(.*?)[ \u3000]+\1$")  # a line of a box drawn with asterisks or bars
_SHORT = r"[^\s:：=＝、，,。]{1,16}"
_BETWEEN = rf"(?:{_GAP}{{2,}}|\u3000|\t|[、，,;；／|｜]{_GAP}*|{_GAP}[/／]{_GAP}*)"
_NEXT = re.compile(rf"{_BETWEEN}(?=({_SHORT}(?: {_SHORT})?){_GAP}*[:：])")
_NEXT_BRACKET = re.compile(r"(?=【[^【】]{1,40}】)")
_SPREAD = re.compile(rf"^(\S(?:{_GAP}{{1,4}}\S)+|\S{{1,16}}){_GAP}+(\S.*)$")
_ALIGNED = re.compile(rf"^(\S(?:{_GAP}{{1,4}}\S)+|\S{{1,16}})(?:\t+|{_GAP}{{2,}})(\S.*)$")
_DASH = re.compile(rf"^[—–-]{_GAP}+")
_SENTENCE_END = re.compile(rf"[。！？!?]|[.,、，]{_GAP}")
_ENDING = re.compile(rf"^{_GAP}*(?:以{_GAP}*上|記|敬具|草々|[-=_*＝－─━ー・]{{3,}}){_GAP}*[。.]?$")
_CLAUSE = re.compile(
    r"^(?!(?i:who|what|when|where|why|how|which)\b).*\b(?i:is|was|are|were|has|have|we|it|you|please)\b"
)
_SAID = re.compile(
    r"(?:ください|下さい|ます|ました|ません|です|[\d時日分](?:まで|から|より|ごろ|頃))$"
)  # it tells, and labels nothing
_WORD = re.compile(r"[^\W\d_]")
_SCHEMES = frozenset({"http", "https", "mailto", "ftp", "file", "tel"})
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Pair:
    label: str
    value: str
    opens: bool = False
    """Whether its value may stand below, unindented and after a blank line: a heading."""


def entries_in(lines: Sequence[Line]) -> tuple[Entry, ...]:
    """The labelled lines, each with `where` as `line N`, counted from 1."""
    return tuple(_entries(lines))


def _entries(lines: Sequence[Line]) -> Iterator[Entry]:
    at = 0
    while at < len(lines):
        pairs = _pairs(lines[at]) or _list_heading(lines, at)
        after = at + 1
        for pair in pairs[:-1]:
            yield Entry(pair.label, pair.value, f"line {at + 1}")
        if pairs:
            value, after = _with_what_follows(lines, at, pairs[-1])
            if value or not pairs[-1].opens:
                yield Entry(pairs[-1].label, value, f"line {at + 1}")
        at = after


def _with_what_follows(lines: Sequence[Line], at: int, pair: _Pair) -> tuple[str, int]:
    """The value with the lines that belong to it, and the number of the first line that does not."""
    after = at + 1
    if pair.opens and not pair.value:
        while after < len(lines) and after <= at + 2 and not lines[after].words.strip(BLANKS):
            after += 1
    start, depth = after, _depth(lines[at])
    free = not pair.value
    while after < len(lines) and _continues(lines[after], None if free else depth):
        after += 1
    values = [pair.value, *(_ITEM.sub("", line.words.strip(BLANKS)) for line in lines[start:after])]
    return "\n".join(value for value in values if value), max(after, at + 1) if after > start else at + 1


def _continues(line: Line, depth: int | None) -> bool:
    """Whether a line goes on with the value above: deeper than `depth` (None: any), and nothing in its own right."""
    words = line.words
    if line.quiet or line.head or not words.strip(BLANKS) or _ENDING.match(words):
        return False
    return (depth is None or _depth(line) > depth) and not _pairs(line)


def _depth(line: Line) -> int:
    words = line.words
    return len(words) - len(words.lstrip(BLANKS))


def _pairs(line: Line) -> tuple[_Pair, ...]:
    words = _BOX.sub(r"\2", line.words.strip(BLANKS))
    if line.quiet or not words or _ENDING.match(words):
        return ()
    bullet = _BULLET.match(words)
    body = words[bullet.end() :] if bullet else words
    return (
        tuple(_bracketed(body))
        or tuple(_separated(body))
        or tuple(_arrow(body))
        or tuple(_spread(body, bulleted=bullet is not None))
        or tuple(_heading(body, heads=line.head or words[0] in _SIGNS))
    )


def _list_heading(lines: Sequence[Line], at: int) -> tuple[_Pair, ...]:
    """An item with deeper items below it (「・状況」 and under it 「・閉鎖」) labels them."""
    words = lines[at].words.strip(BLANKS)
    bullet = _BULLET.match(words)
    below = lines[at + 1] if at + 1 < len(lines) else None
    if lines[at].quiet or not bullet or below is None or below.quiet or _depth(below) <= _depth(lines[at]):
        return ()
    return tuple(_heading(words[bullet.end() :], heads=_BULLET.match(below.words.strip(BLANKS)) is not None))


def _bracketed(body: str) -> Iterator[_Pair]:
    if not _BRACKET.match(body):
        return
    for part in _NEXT_BRACKET.split(body):
        found = _BRACKET.match(part)
        if found:
            *labels, rest = found.groups()
            label = next(filter(None, labels)).strip(BLANKS)
            value = rest.strip(BLANKS).lstrip(":：=＝").strip(BLANKS)
            if is_label(label):
                yield _Pair(label, value, opens=not value)


def _separated(body: str) -> Iterator[_Pair]:
    """`label: value`, and further pairs on the same line (「拠点：仙台　状況：閉鎖」)."""
    for separator in _SEPARATOR.finditer(body[: 3 * _LONGEST]):
        label, value = body[: separator.start()], body[separator.end() :]
        if _is_time_or_address(label, value):
            continue
        label = _last_words(label).strip(BLANKS)
        if not is_label(label):
            return
        value = value.strip(BLANKS).lstrip(":：=＝").strip(BLANKS) if separator[0] == "\t" else value.strip(BLANKS)
        cut = _further(value)
        yield _Pair(label, value[: cut.start()].strip(BLANKS) if cut else value)
        if cut:
            yield from _separated(value[cut.end() :])
        return


def _arrow(body: str) -> Iterator[_Pair]:
    """「いつから → 10月13日」. What changes into what (「9日→16日」) is no label."""
    found = _ARROW.match(body)
    if found and is_label(found[1]):
        yield _Pair(found[1], found[2].strip(BLANKS))


def _further(value: str) -> re.Match[str] | None:
    """Where another labelled value begins on the same line."""
    for found in _NEXT.finditer(value):
        rest = value[found.end(1) :].lstrip(BLANKS)[1:]
        if is_label(found[1]) and not _is_time_or_address(found[1], rest):
            return found
    return None


def _is_time_or_address(label: str, value: str) -> bool:
    """15:30 is no label 15, https://… no label https, and ?id=3 in an address no label."""
    before, after = label.rstrip(BLANKS)[-1:], value.lstrip(BLANKS)[:1]
    word = re.split(r"[^A-Za-z]", label)[-1].lower()
    return (before.isdigit() and after.isdigit()) or (word in _SCHEMES and bool(label)) or "://" in label


def _last_words(label: str) -> str:
    """What follows the last sentence end: in 「15:20現在。次回：16:30」 the label is 次回."""
    return _SENTENCE_END.split(label)[-1]


def _spread(body: str, *, bulleted: bool) -> Iterator[_Pair]:
    """「■状況　閉鎖」, 「１．日　時　　１０月９日」: a bullet and one gap, or columns set with a wide one."""
    japanese = bulleted and not body[:1].isascii()  # after a bullet a Latin word begins a sentence
    found = (_SPREAD if japanese else _ALIGNED).match(body)
    if found and found[2][0] not in "/／|｜" and is_label(found[1]) and not _is_time_or_address(found[1], found[2]):
        yield _Pair(found[1].strip(BLANKS), _DASH.sub("", found[2].strip(BLANKS)))


def _heading(body: str, *, heads: bool) -> Iterator[_Pair]:
    if heads and is_label(body) and len(body) <= 24:
        yield _Pair(body, "", opens=True)


def is_label(label: str) -> bool:
    """Short, with a letter in it, and no sentence."""
    return (
        0 < len(label) <= _LONGEST
        and _WORD.search(label) is not None
        and _SENTENCE_END.search(label) is None
        and not _CLAUSE.search(label)
        and _SAID.search(label) is None
        and label.count(" ") <= 5
    )
