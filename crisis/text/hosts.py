"""Host names in running text, as twitter-text 3 sees them: labels, top-level domains and their length in Punycode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

LONGEST_LABEL = 63

# Neither in a label nor between labels: ASCII punctuation (but not " and `), spaces, directional marks, invalid characters.
_OUTSIDE = (
    r"!'#%&()*+,\\/:;<=>?@\[\]^{|}~$\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    r"\ufffe\ufeff\uffff\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
)
_FOLLOWS_NONE_OF = r"(?<![A-Za-z0-9@＠$#＃\ufffe\ufeff\uffff])"
_START = re.compile(rf"{_FOLLOWS_NONE_OF}[^{_OUTSIDE}._-]")
_ANYWHERE = re.compile(_FOLLOWS_NONE_OF)

_ASCII_TLD = re.compile(r"([A-Za-z]++)(?![0-9A-Za-z@+-])")
_PUNYCODE_TLD = re.compile(r"(?i:xn--)[-0-9A-Za-z]++")
_GOES_ON = re.compile(r"[0-9A-Za-z@+-]")

ACCENTED = (
    "\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b"
    "\u02bb\u0300-\u036f\u1e00-\u1eff\u0260\u0269\u0275\u0280\u0283\u0288\u028a\u028c\u0292\u0399\u03b9\u1fbe\u2c65"
    "\u2c66\u2c7e\u2c7f\ua7dc"
)
"""Letters that pass for Latin, and those that ECMAScript takes for one of them when it ignores case (such as iota)."""
_ASCII = f"[-A-Za-z0-9{ACCENTED}]"
_CHAIN = re.compile(rf"(?:{_ASCII}++\.)++")
_FRESH_CHAIN = re.compile(rf"(?<!{_ASCII}){_CHAIN.pattern}")
_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_PRINTABLE = re.compile(r"[ -~]*")


class HostRun:
    """A run of host characters, cut at its dots into labels; finds the hosts in it from left to right.

    A host is one or more labels that begin and end with a letter, each with its dot, and a top-level domain; the label before
    that has no underscore. The longest such host from a start counts. `_far[k]` is the label whose beginning is the last
    top-level domain that labels k, k+1, … lead to (0: none); filled from the right, so a run costs its length once.
    """

    ANY: ClassVar[re.Pattern[str]] = re.compile(f"[^{_OUTSIDE}]++")
    PROMISING: ClassVar[re.Pattern[str]] = re.compile(
        rf"(?<![^{_OUTSIDE}])[^{_OUTSIDE}]*?\.(?=[^{_OUTSIDE}0-9._-])[^{_OUTSIDE}]*+"
    )
    """A whole run in which something that may be a top-level domain follows a dot."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end, self._text, self._label = start, end, text, 0
        self._labels: list[tuple[int, int]] = []
        while (dot := text.find(".", start, end)) >= 0:
            self._labels.append((start, dot))
            start = dot + 1
        self._labels.append((start, end))
        self._tlds = [0] + [tld_length(text, at) for at, _ in self._labels[1:]]
        self._far = [0] * (len(self._labels) + 1)
        for at in range(len(self._labels) - 2, -1, -1):
            self._far[at] = self._reach(at, *self._labels[at])

    @staticmethod
    def may_follow(text: str, at: int) -> bool:
        """Whether a link may start at this place, going by the character before it."""
        return _ANYWHERE.match(text, at) is not None

    def host_at_start(self) -> int:
        """Where the host at the very start of the run ends; 0 if there is none."""
        start, end = self._labels[0]
        leads = len(self._labels) > 1 and start < end and self._text[start] not in "-_"
        label = self._reach(0, start, end) if leads else 0
        return self._labels[label][0] + self._tlds[label] if label else 0

    def next_host(self, low: int) -> tuple[int, int, int] | None:
        """The first host that starts at `low` or later, as (start, start, end)."""
        while self._label < len(self._labels) - 1:
            start, end = self._labels[self._label]
            found = self._start_in(max(start, low), end)
            if found is not None:
                label = self._reach(self._label, found, end)
                self._label = label
                return found, found, self._labels[label][0] + self._tlds[label]
            self._label += 1
        return None

    def _start_in(self, low: int, end: int) -> int | None:
        """The first place in the current label from which a host starts."""
        far, label = self._far[self._label + 1], self._label
        if low >= end or self._text[end - 1] in "-_" or not (far or self._tlds[label + 1]):
            return None
        if not far:
            low = max(low, self._text.rfind("_", low, end) + 1)
        found = _START.search(self._text, low, end)
        if found and found.start() == 0 and _START.match(self._text, 1, end):
            return 1  # the expression prefers a character before the link to the start of the text
        return found.start() if found else None

    def _reach(self, label: int, start: int, end: int) -> int:
        """The label at which the longest host that has text[start:end] as its first label ends; 0 if there is none."""
        if start >= end or self._text[start] in "-_" or self._text[end - 1] in "-_":
            return 0
        if self._far[label + 1]:
            return self._far[label + 1]
        return label + 1 if self._tlds[label + 1] and self._text.find("_", start, end) < 0 else 0


def tld_length(text: str, at: int) -> int:
    """The length of the top-level domain at this place; 0 if there is none. ASCII must not go on after it, other script may."""
    ascii_names, wide_names, longest = _tlds()
    head = text[at : at + longest]
    if not head.isascii():
        head = "".join(map(_ignoring_case, head))
        for size in range(len(head), 1, -1):
            if head[:size] in wide_names and not _GOES_ON.match(text, at + size):
                return size
    word = _ASCII_TLD.match(text, at)
    if word and word[1].lower() in ascii_names:
        return len(word[1])
    punycode = _PUNYCODE_TLD.match(text, at)
    return len(punycode[0]) if punycode else 0


@cache
def _tlds() -> tuple[frozenset[str], frozenset[str], int]:
    """ASCII names, other names, and the length of the longest of these."""
    from crisis.text.twitter_tables import TLDS

    names = TLDS.split()
    wide = frozenset("".join(map(_ignoring_case, name)) for name in names if not name.isascii())
    return frozenset(filter(str.isascii, names)), wide, max(map(len, wide))


@cache
def _ignoring_case(char: str) -> str:
    """The capital letter, by ECMAScript's rule for expressions that ignore case: one for one, and never into ASCII."""
    capital = char.upper()
    return char if len(capital) != 1 or (capital.isascii() and not char.isascii()) else capital


def ascii_hosts(host: str) -> Iterator[tuple[int, int]]:
    """Start and end of the parts of a host that are hosts in Latin letters by themselves, each as long as possible."""
    at = 0
    while chain := _CHAIN.match(host, at) or _FRESH_CHAIN.search(host, at):
        dot, at = chain.end() - 1, chain.end()
        while dot > chain.start() and not (size := tld_length(host, dot + 1)):
            dot = host.rfind(".", chain.start(), dot)
        if dot > chain.start():
            at = dot + 1 + size
            yield chain.start(), at


def encodable(host: str) -> bool:
    """Whether each label is at most 63 characters long in Punycode, and a host that begins in Punycode stays in ASCII."""
    if host.startswith("xn--") and not any(ascii_hosts(host)):
        return False
    if host.isascii() and host.isprintable():
        return max(map(len, host.split("."))) <= LONGEST_LABEL
    return all(_encoded_length(label) <= LONGEST_LABEL for label in host.split("."))


def _encoded_length(label: str) -> int:
    """The length of a label in Punycode (RFC 3492), where 。．｡ are dots too. What is surely too long is not encoded."""
    label = label.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    if len(label) > LONGEST_LABEL:
        return len(label)
    parts = _DOTS.split(label)
    encoded = (part if _PRINTABLE.fullmatch(part) else b"xn--" + part.encode("punycode") for part in parts)
    return len(parts) - 1 + sum(map(len, encoded))
