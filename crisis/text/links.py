"""What X turns into a link, by the rules of twitter-text 3 (extractUrlsWithIndices), and nothing that it does not.

A host is labels with dots between and a known top-level domain at its end. With `http://` or `https://` before it, it may be
in any script; without, only its ASCII part counts (「詳細はwww.example.jpへ」), which is also how file names such as
`notice.md` become links. The rules are applied by hand rather than as one regular expression, which would need more than
quadratic time on hostile text; here each run of host characters is looked at once from its right end, so that time is linear.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from crisis.text.hosts import ACCENTED, HostRun, ascii_hosts, encodable

LONGEST_URL = 4096
LONGEST_TCO_SLUG = 40

_CYRILLIC = "\u0400-\u04ff\u1c80-\u1c87"
_PATH = rf"A-Za-z0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_CYRILLIC}"
_P = f"[{_PATH}{ACCENTED}]"
_PORT = re.compile(r":[0-9]++")
_TCO = re.compile(r"(?i:https?://t\.co/)([A-Za-z0-9]++)")
_UTF16 = f"utf-16-{sys.byteorder[0]}e"
_NO_LINK_AFTER = ("-", "_", ".", "/")


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text: `start` and `end` in code points, `url` as written.

    `counted` is None, but in one odd case: where a host goes on in another script before its path
    (`foo.comの.コム/path`), twitter-text counts 23 for only that many UTF-16 units from `start`.
    """

    start: int
    end: int
    url: str
    counted: int | None = None


@dataclass(frozen=True, slots=True)
class LinkRules:
    """What a platform links: the `schemes` before `://`, longest first; hosts without one if `bare`; the characters that a
    path and a query run on through, and those with which neither may end."""

    schemes: tuple[str, ...]
    bare: bool
    path: re.Pattern[str]
    not_last_in_path: str
    query: re.Pattern[str]
    not_last_in_query: str


X_RULES = LinkRules(
    schemes=("https", "http"),
    bare=True,
    path=re.compile(rf"/(?:{_P}++|\((?:{_P}++|{_P}*+\({_P}++\){_P}*+)\))*+"),
    not_last_in_path="!*';:,.$%[]\u2013~@|&",
    query=re.compile(r"\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]++"),
    not_last_in_query="!?*'@();:+$%[].,~|",
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    host: int
    host_end: int
    end: int
    path: bool


def find_links(text: str, rules: LinkRules = X_RULES) -> tuple[Link, ...]:
    """The links in a text, in order, never overlapping. The rules speak of UTF-16 units, and so does the search."""
    if "." not in text:
        return ()
    pairs = text.encode(_UTF16, "surrogatepass")
    if len(pairs) == 2 * len(text):
        return tuple(_links(text, rules))
    units = "".join(map(chr, array("H", pairs)))
    return _in_code_points(text, tuple(_links(units, rules)))


def _in_code_points(text: str, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The same links with offsets into the text rather than into its UTF-16 units."""
    offsets = list(accumulate((2 if char > "\uffff" else 1 for char in text), initial=0))

    def point(unit: int) -> int:
        return bisect_left(offsets, unit)

    def moved(link: Link) -> Link:
        start, end = point(link.start), point(link.end)
        return Link(start, end, text[start:end], link.counted)

    return tuple(map(moved, links))


def _links(text: str, rules: LinkRules) -> Iterator[Link]:
    for candidate in _candidates(text, rules):
        if _acceptable(text, candidate):
            if candidate.host > candidate.start:
                yield from _with_protocol(text, candidate, rules)
            elif rules.bare:
                yield from _bare(text, candidate)


def _candidates(text: str, rules: LinkRules) -> Iterator[_Candidate]:
    """Everything with the form of a URL, leftmost first; what one has taken is not looked at again."""
    last, run = -1, None
    while True:
        if not run or last >= run.end or not (found := run.next_host(last + 1)):
            at = max(last, run.end if run else 0)
            following = HostRun.ANY.match(text, at) or HostRun.PROMISING.search(text, at)
            if not following:
                return
            run = HostRun(text, *following.span())
            found = _protocol_host(text, run, last, rules) or run.next_host(last + 1)
        if found:
            start, host, host_end = found
            last, path = _tail(text, host_end, rules)
            yield _Candidate(start, host, host_end, last, path)


def _protocol_host(text: str, run: HostRun, last: int, rules: LinkRules) -> tuple[int, int, int] | None:
    """The host right at the start of a run that follows a protocol, which itself may not follow a letter."""
    head = text[max(0, run.start - 9) : run.start].lower()
    size = next((len(scheme) + 3 for scheme in rules.schemes if head.endswith(scheme + "://")), 0)
    start = run.start - size
    if not size or start - 1 < last or not HostRun.may_follow(text, start):
        return None
    host_end = run.host_at_start()
    return (start, run.start, host_end) if host_end else None


def _tail(text: str, at: int, rules: LinkRules) -> tuple[int, bool]:
    """Where the port, path and query that follow a host end, and whether there is a path."""
    if port := _PORT.match(text, at):
        at = port.end()
    if path := rules.path.match(text, at):
        at += 1 + len(path[0][1:].rstrip(rules.not_last_in_path))
    return _after_query(text, at, len(text), rules), path is not None


def _after_query(text: str, at: int, end: int, rules: LinkRules) -> int:
    query = rules.query.match(text, at, end)
    kept = query[0][1:].rstrip(rules.not_last_in_query) if query else ""
    return at + 1 + len(kept) if kept else at


def _acceptable(text: str, candidate: _Candidate) -> bool:
    """Whether its length and the length of its labels in Punycode are allowed. The protocol counts twice, as it does there."""
    protocol = candidate.host - candidate.start or len("https://")
    return candidate.end - candidate.start + protocol <= LONGEST_URL and encodable(
        text[candidate.host : candidate.host_end]
    )


def _with_protocol(text: str, candidate: _Candidate, rules: LinkRules) -> Iterator[Link]:
    """A whole URL; of t.co only the slug and a query."""
    end = candidate.end
    if short := _TCO.match(text, candidate.start, end):
        if len(short[1]) > LONGEST_TCO_SLUG:
            return
        end = _after_query(text, short.end(), end, rules)
    yield _link(text, candidate.start, end)


def _bare(text: str, candidate: _Candidate) -> Iterator[Link]:
    """The ASCII parts of a host without protocol; port, path and query belong to the last one if there is a path.

    A part is placed where its text first stands in the host, as twitter-text does.
    """
    if text[max(0, candidate.start - 1) : candidate.start] in _NO_LINK_AFTER:
        return
    host, at = text[candidate.host : candidate.host_end], 0
    found: list[Link] = []
    for start, end in ascii_hosts(host):
        at = host.index(host[start:end], at) + end - start
        found.append(_link(text, candidate.host + at - end + start, candidate.host + at))
    yield from found[:-1]
    for last in found[-1:]:
        tail = candidate.end - candidate.host_end if candidate.path else 0
        odd = tail and last.end < candidate.host_end
        yield _link(text, last.start, candidate.end if tail else last.end, len(last.url) + tail if odd else None)


def _link(text: str, start: int, end: int, counted: int | None = None) -> Link:
    return Link(start, end, text[start:end], counted)
