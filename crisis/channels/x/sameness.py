"""Whether a post that X shows is the text that we sent: X escapes HTML and shortens links."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Remote:
    """A post as X tells it. `links` are (t.co address, what it stands for); `earlier` the ids that it had before it was edited."""

    id: str
    text: str
    links: tuple[tuple[str, str], ...] = ()
    at: datetime | None = None
    earlier: tuple[str, ...] = ()


def same(sent: str, remote: Remote) -> bool:
    """Whether X shows exactly the sent text, after NFC, outer white space, HTML escapes and t.co are taken away."""
    return re.fullmatch(_pattern(_unescaped(remote.text), dict(remote.links)), _plain(sent)) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _unescaped(text: str) -> str:
    # X escapes these three and nothing else; html.unescape would also eat a literal "&copy;".
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _pattern(text: str, links: dict[str, str]) -> str:
    if not links:
        return re.escape(_plain(text))
    longest_first = sorted(links, key=len, reverse=True)
    runs = re.split("(" + "|".join(map(re.escape, longest_first)) + ")", _plain(text))
    return "".join(_either(links[run]) if run in links else re.escape(run) for run in runs)


def _either(address: str) -> str:
    """X makes a link of a bare `kitahama.example/a` too, and then tells it with a scheme."""
    bare = re.sub(r"^https?://", "", address)
    scheme = re.escape(address[: len(address) - len(bare)])
    return f"(?:{scheme})?{re.escape(bare.rstrip('/'))}/?"
