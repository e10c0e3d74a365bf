"""ISO-2022-JP as it is really sent: the standard's, with half-width kana, and with vendors' characters in row 13 and IBM rows.

Sources: RFC 1468 (the escapes), JIS X 0202 (half-width kana by `ESC ( I` and by shift-out), Microsoft's CP50220/50221.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

NAME = "iso-2022-jp"
_ESCAPE = re.compile(rb"\x1b(\$[@B]|\$\([DOPQ]|\([ABIJ])|([\x0e\x0f])")
_MARK = re.compile(rb"\x1b(\$[@B]|\$\([DOPQ]|\([IJ])")


def marked(raw: bytes) -> bool:
    """Whether its escapes say that it is ISO-2022-JP."""
    return _MARK.search(raw) is not None


def decode(raw: bytes) -> str:
    """The text; what cannot be read stands as U+FFFD."""
    try:
        return raw.decode("iso2022_jp_ext")
    except UnicodeDecodeError:
        return "".join(_pieces(raw))


def _pieces(raw: bytes) -> Iterator[str]:
    mode, back, at = b"(B", b"(B", 0
    for escape in _ESCAPE.finditer(raw):
        yield _piece(raw[at : escape.start()], mode)
        at = escape.end()
        if escape[1]:
            mode = back = escape[1]
        else:
            mode = b"(I" if escape[2] == b"\x0e" else back
    yield _piece(raw[at:], mode)


def _piece(data: bytes, mode: bytes) -> str:
    if mode in (b"$@", b"$B"):
        return "".join(_two_bytes(data))
    if mode == b"(I":
        return bytes(b | 0x80 if 0x21 <= b < 0x60 else b for b in data).decode("cp932", errors="replace")
    if mode.startswith(b"$("):
        return (b"\x1b" + mode + data).decode(
            "iso2022_jp_2004" if mode != b"$(D" else "iso2022_jp_ext", errors="replace"
        )
    # Carriers leave 8-bit half-width kana between the escapes.
    return data.decode("cp932", errors="replace")


def _two_bytes(data: bytes) -> Iterator[str]:
    """JIS X 0208 pairs. A line end ends two-byte text even where the sender forgot the escape (RFC 1468)."""
    for number, line in enumerate(re.split(rb"(\r?\n)", data)):
        if number % 2:
            yield line.decode("ascii")
        elif number == 0:
            yield "".join(_pair(line[at : at + 2]) for at in range(0, len(line), 2))
        else:
            yield line.decode("cp932", errors="replace")


def _pair(pair: bytes) -> str:
    if len(pair) < 2:
        return "" if pair in (b" ", b"\t") else "\ufffd"
    try:
        return (b"\x1b$B" + pair + b"\x1b(B").decode("iso2022_jp")
    except UnicodeDecodeError:
        return _shifted(pair).decode("cp932", errors="replace")


def _shifted(pair: bytes) -> bytes:
    """The Shift_JIS bytes of a JIS row and cell (JIS X 0208 annex 1), which cp932 reads with its vendor rows."""
    row, cell = pair[0], pair[1]
    if not (0x21 <= row <= 0x7E and 0x21 <= cell <= 0x7E):
        return b"\xff"
    lead = (row + 1) // 2 + (0x70 if row < 0x5F else 0xB0)
    trail = cell + (0x1F if cell < 0x60 else 0x20) if row % 2 else cell + 0x7E
    return bytes((lead, trail))
