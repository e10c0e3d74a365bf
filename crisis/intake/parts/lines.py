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


def hush_quotes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines with what is quoted or forwarded made quiet: an old notice below a new one must not be read as the new."""
    end = next((at for at in range(len(lines)) if _old_begins(lines, at)), len(lines))
    return tuple(
        replace(line, quiet=True) if at >= end or _QUOTE.match(line.text) else line for at, line in enumerate(lines)
    )


def _old_begins(lines: Sequence[Line], at: int) -> bool:
    """Whether everything from this line on is an older message: a divider, an attribution, Outlook's header block,
    or the mark of a signature (RFC 3676, 4.3)."""
    text = lines[at].text
    if text == "-- " or _ORIGINAL.match(text) or _ATTRIBUTION.match(text):
        return True
    if not _FROM.match(text) or not any(line.text.strip() for line in lines[:at]):
        return False
    below = [line.text for line in lines[at + 1 : at + 6]]
    mailed = "@" in text or any(_SENT.match(line) for line in below)
    return mailed and sum(bool(_REST.match(line)) for line in below) >= 2
