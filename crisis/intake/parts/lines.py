"""Lines of readable text, and which of them speak for the notice: quoted, forwarded and signature lines do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_QUOTE = re.compile(r"^\s*[>＞]")
_ORIGINAL = re.compile(
    r"^\s*[-_*=＝－ー─━\s]{2,}\s*(?:original message|original appointment|forwarded message|begin forwarded message"
    r"|forwarded by|reply message|元のメッセージ|元のメール|転送メッセージ|転送されたメッセージ|以下転送|引用).*$"
    r"|^\s*(?:begin forwarded message|-+\s*forwarded by)\b"
    r"|^\s*[-＝=]{3,}\s*(?:returned|original|below this line)",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"^\s*(?:On\b.{4,200}\bwrote:|.{4,200}(?:さん(?:は|が)書きました|のメール|wrote)\s*[:：]"
    r"|\d{4}[年/-]\d{1,2}[月/-]\d{1,2}.{0,120}<[^<>\s]+@[^<>\s]+>\s*[:：]?)\s*$"
)
_FORWARDED = re.compile(
    r"^\W*(?:begin )?(?:forwarded (?:message|by)|転送|以下転送|転送された?メッセージ)", re.IGNORECASE
)
_HEADER = re.compile(r"^\s*\*?(?:from|to|cc|bcc|subject|reply-to|差出人|送信者|宛先|件名)\s*\*?\s*[:：]", re.IGNORECASE)
_LABEL = re.compile(r"^\s*[^\s:：。、]{1,16}\s*[:：](?!//)")
_FROM = re.compile(r"^\s*\*?(?:from|差出人|送信者)\s*[:：]", re.IGNORECASE)
_SENT = re.compile(r"^\s*\*?(?:sent|送信日時)\s*[:：]", re.IGNORECASE)
_REST = re.compile(r"^\s*\*?(?:sent|date|to|subject|cc|送信日時|日時|日付|宛先|件名)\s*[:：]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as people read it. `head`: a heading, whose value may stand below it. `quiet`: never a labelled line
    (quoted, code, a table's row, which is read as a row). `bare` is the line without its markup, where it has any."""

    text: str
    head: bool = False
    quiet: bool = False
    bare: str | None = None

    @property
    def words(self) -> str:
        """The line without markup."""
        return self.text if self.bare is None else self.bare


def plain_lines(text: str) -> tuple[Line, ...]:
    """The lines of plain text."""
    return tuple(Line(line) for line in text.split("\n"))


def text_of(lines: Iterable[Line]) -> str:
    """The lines as one text."""
    return "\n".join(line.text for line in lines)


def hush_quotes(lines: Sequence[Line], *, passed_on: bool = False) -> tuple[Line, ...]:
    """The same lines with what is quoted made quiet: an old notice below a new one must not be read as the new.

    A message that is passed on below a covering note that holds no labelled line of its own is the notice itself: of it only
    the addresses are made quiet. `passed_on`: the subject says so (Fwd:, 転送).
    """
    end = next((at for at in range(len(lines)) if _old_begins(lines, at)), len(lines))
    if end < len(lines) and (passed_on or _FORWARDED.match(lines[end].text)) and not _is_labelled(lines[:end]):
        inner = lines[end + 1 :] if _ORIGINAL.match(lines[end].text) else lines[end:]
        kept = lines[: len(lines) - len(inner)]
        return (
            *(replace(line, quiet=True) if line is lines[end] else line for line in kept),
            *hush_quotes(_hushed_head(inner)),
        )
    return tuple(
        replace(line, quiet=True) if at >= end or _QUOTE.match(line.text) else line for at, line in enumerate(lines)
    )


def is_header(line: Line) -> bool:
    """Whether a line is a header of a message: whom it is from, to whom, about what."""
    return _HEADER.match(line.text) is not None


def _is_labelled(lines: Sequence[Line]) -> bool:
    """Whether lines hold a label with its value."""
    return any(_LABEL.match(line.text) and not _QUOTE.match(line.text) for line in lines)


def _hushed_head(lines: Sequence[Line]) -> tuple[Line, ...]:
    """A message's lines with its headers made quiet, but for the one that dates it. The headers end at the first empty line
    below them."""
    first = next((at for at, line in enumerate(lines) if line.text.strip()), 0)
    end = next((at for at in range(first, len(lines)) if not lines[at].text.strip()), len(lines))
    return tuple(replace(line, quiet=True) if at < end and is_header(line) else line for at, line in enumerate(lines))


def _old_begins(lines: Sequence[Line], at: int) -> bool:
    """Whether everything from this line on is an older message: a divider, an attribution, Outlook's header block,
    or the mark of a signature (RFC 3676, 4.3)."""
    text = lines[at].text
    if text == "-- " or _ORIGINAL.match(text) or _ATTRIBUTION.match(text):
        return True
    if not _FROM.match(text) or not any(line.text.strip() for line in lines[:at]):
        return False
    below = [line.text for line in lines[at + 1 : at + 6]]
    if lines[at].quiet:  # the headers of a message that is passed on
        return False
    mailed = "@" in text or any(_SENT.match(line) for line in below)
    return mailed and sum(bool(_REST.match(line)) for line in below) >= 2
