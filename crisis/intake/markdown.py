"""Markdown, with or without front matter (YAML between `---`, TOML between `+++`)."""

from __future__ import annotations

import re

from crisis.intake.parts import refusals
from crisis.intake.parts.charset import decode
from crisis.model.notice import Notice

NAME = "markdown"

_FENCES = (b"---\n", b"---\r\n", b"+++\n", b"+++\r\n")
_SIGNS = r"(?m)^#{1,6} \S|^\s*(?:[-*+] )?\*\*[^*\n]{1,40}\*\*|^\s*\|?[ :]*-{3,}[ :]*\|[ :|-]*$|^```|\]\(https?://"


def recognises(raw: bytes, name: str) -> int:
    """By front matter, its ending, or two of Markdown's own signs."""
    head = raw[:8192].lstrip(b"\xef\xbb\xbf")
    if head.startswith(_FENCES):
        return 50
    if name.lower().endswith((".md", ".markdown", ".mkd", ".mdown")):
        return 60
    return 10 if len(re.findall(_SIGNS, decode(head).text)) > 1 else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The one notice. Front matter that cannot be parsed is read as lines, with a defect. Raises `Refused("binary-notice")`."""
    from crisis.intake.parts.marked import read_markdown

    decoded = decode(raw)
    if decoded.binary:
        raise refusals.binary(name)
    return (read_markdown(raw, name, decoded),)
