"""Markdown to lines and entries.

Read line by line and not by way of HTML, so that `where` names the line that a person sees in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from crisis.intake.parts.charset import Decoded
from crisis.intake.parts.envelope import aware, owner_in, title_in
from crisis.intake.parts.frontmatter import FrontMatter, read_front_matter
from crisis.intake.parts.labels import entries_in
from crisis.intake.parts.lines import Line
from crisis.intake.parts.tables import Cell, table_entries
from crisis.model.notice import Entry, Notice

_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_HEAD = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})\s*$")
_QUOTE = re.compile(r"^ {0,3}>")
_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$")
_STRUCK = re.compile(r"~~[^~\n]+~~|<!--.*?-->")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s<>]*)>?[^()]*\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_MARKS = re.compile(r"(\*\*\*|\*\*|__|`)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])")
_BREAK = re.compile(r"(?:\\|<br\s*/?>)$")
_LED = re.compile(
    r"^(\s*(?:[-*+•]\s+|\d{1,2}[.)]\s+)?)(?:\*\*|__)([^*_]{0,39}[^*_:：])(?:\*\*|__)[ \u3000]+(?=[^:：=＝\s])"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_TASK = re.compile(r"^(\s*[-*+]\s+)\[[ xX]\]\s+")
_PIPE = re.compile(r"(?<!\\)\|")


def read_markdown(raw: bytes, name: str, decoded: Decoded) -> Notice:
    """The notice in decoded Markdown."""
    front = read_front_matter(decoded.text)
    source = decoded.text.split("\n")
    lines = tuple(_lines(source, front.lines))
    entries = (*front.entries, *entries_in(lines), *_tables(source, lines))
    return Notice(
        form="markdown",
        name=name,
        raw=raw,
        title=title_in(entries, lines[front.lines :]) or name,
        text=decoded.text,
        entries=entries,
        written_at=_written_at(front),
        owner=owner_in(entries, lines),
        source_id=next((e.value for e in front.entries if e.label.lower() in ("id", "notice_id", "guid")), None),
        defects=decoded.defects + front.defects,
    )


def _written_at(front: FrontMatter) -> datetime | None:
    dated = {entry.label.lower(): entry.value for entry in front.entries}
    return next(
        (at for key in ("updated", "date", "published", "written_at", "issued") if (at := aware(dated.get(key)))), None
    )


def _lines(source: Sequence[str], skipped: int) -> Iterator[Line]:
    """The lines with their markup set aside: headings, quotes, code and table rows are told apart."""
    fenced = commented = False
    for at, text in enumerate(source):
        fence = _FENCE.match(text) is not None
        commented = commented or ("<!--" in text and "-->" not in text)
        quiet = (
            at < skipped or fenced or fence or commented or _QUOTE.match(text) is not None or text.lstrip()[:1] == "|"
        )
        fenced = fenced != (fence and at >= skipped)
        if commented and "-->" in text:
            commented = False
        yield _line(text, _next(source, at), quiet=quiet)


def _next(source: Sequence[str], at: int) -> str:
    return source[at + 1] if at + 1 < len(source) else ""


def _line(text: str, below: str, *, quiet: bool) -> Line:
    if _UNDERLINE.match(text) and not quiet:
        return Line(text, bare="")
    head = _HEAD.match(text)
    bare = _bare(head[1] if head else text)
    bold = re.fullmatch(r"\s*(?:[-*+]\s+)?(?:\*\*|__)[^*_]+(?:\*\*|__)\s*", text) is not None
    under = bool(text.strip()) and _UNDERLINE.match(below) is not None and not _RULE.match(text)
    return Line(
        text,
        head=not quiet and (head is not None or bold or under),
        quiet=quiet,
        bare=bare,
    )


def _bare(text: str) -> str:
    """A line without Markdown's marks; a bold lead and what follows it are set apart by a tab."""
    text = _TASK.sub(r"\1", _STRUCK.sub("", _BREAK.sub("", text)))
    text = _AUTOLINK.sub(r"\1", _LINK.sub(_said, _LED.sub(r"\1\2" + "\t", text)))
    return _ESCAPE.sub(r"\1", _MARKS.sub(lambda found: found[2] or found[3], text))


def _said(link: re.Match[str]) -> str:
    """A link's words, and its address where the words say nothing."""
    vague = link[1].strip().lower() in ("こちら", "ここ", "詳細", "リンク", "link", "here", "details")
    return f"{link[1]} {link[2]}" if vague else link[1]


def _tables(source: Sequence[str], lines: Sequence[Line]) -> Iterator[Entry]:
    """Pipe tables: a rule of dashes with its header row above and its rows below."""
    number = 0
    for at, text in enumerate(source):
        if at == 0 or not _RULE.match(text) or "|" not in source[at - 1]:
            continue
        number += 1
        rows = [_cells(source[at - 1], head=True)]
        for row in source[at + 1 :]:
            if "|" not in row:
                break
            rows.append(_cells(row))
        yield from table_entries(rows, number)


def _cells(row: str, *, head: bool = False) -> list[Cell]:
    inner = row.strip().removeprefix("|")
    inner = inner.removesuffix("|") if not inner.endswith("\\|") else inner
    return [Cell(_bare(cell).strip(), head) for cell in _PIPE.split(inner)]
