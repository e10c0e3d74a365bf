"""Plain text, in any charset that Japanese offices use: the form of last resort, and of `notice add -`."""

from __future__ import annotations

from crisis.intake.parts import refusals
from crisis.intake.parts.charset import decode
from crisis.model.notice import Notice

NAME = "text"


def recognises(raw: bytes, name: str) -> int:
    """Anything may be text; every other form is surer of its own."""
    return 1


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The one notice in the text. Raises `Refused("binary-notice")` where the bytes are no text."""
    from crisis.intake.parts.envelope import owner_in, title_in
    from crisis.intake.parts.labels import entries_in
    from crisis.intake.parts.lines import hush_quotes, plain_lines
    from crisis.intake.parts.tables import tabbed

    decoded = decode(raw)
    if decoded.binary:
        raise refusals.binary(name)
    lines, rows = tabbed(hush_quotes(plain_lines(decoded.text)))
    entries = entries_in(lines) + rows
    return (
        Notice(
            form=NAME,
            name=name,
            raw=raw,
            title=title_in(entries, lines),
            text=decoded.text,
            entries=entries,
            owner=owner_in(entries, lines),
            defects=decoded.defects,
        ),
    )
