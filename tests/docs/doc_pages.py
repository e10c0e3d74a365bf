"""What stands in the project's own documents: blocks of code, headings, links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_FENCE = re.compile(r"^```([\w-]*) ?([\w./-]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_LINK = re.compile(r"(?<=\]\()[^)\s]+(?=\))|(?<=src=\")[^\"]+(?=\")")


@dataclass(frozen=True)
class Block:
    """A block of code: its language, our word after it (`at-home`, or the file that it is), its lines."""

    language: str
    mark: str
    text: str

    @property
    def commands(self) -> list[str]:
        """The lines of a shell block."""
        return [line for line in self.text.splitlines() if line and not line.startswith("#")]


def page(name: str) -> str:
    """A document of the project."""
    return (ROOT / name).read_text("utf-8")


def blocks(text: str, language: str | None = None) -> list[Block]:
    """The blocks of code of a document, in order."""
    found = [Block(*match.groups()) for match in _FENCE.finditer(text)]
    return [block for block in found if language in (None, block.language)]


def prose(text: str) -> str:
    """A document without its blocks of code."""
    return _FENCE.sub("", text)


def headings(text: str) -> list[tuple[int, str]]:
    """Level and words of each heading."""
    return [(len(marks), words) for marks, words in _HEADING.findall(prose(text))]


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above. Raises ValueError where there is none."""
    match = re.search(rf"^(#+) {re.escape(heading)}$", text, re.MULTILINE)
    if match is None:
        raise ValueError(heading)
    after = text[match.end() :]
    following = re.search(rf"^#{{1,{len(match[1])}}} ", after, re.MULTILINE)
    return after[: following.start()] if following else after


def links(text: str) -> list[str]:
    """The targets of links and pictures."""
    return _LINK.findall(prose(text))


def anchor(words: str) -> str:
    """The anchor that a heading gets."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def documents() -> list[Path]:
    """Every document of the project."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
