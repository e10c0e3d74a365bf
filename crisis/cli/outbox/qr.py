"""A text as a QR code on the terminal, for the telephone that posts it."""

from __future__ import annotations

import io

from crisis.errors import Mistake

QUIET_ZONE = 2
"""Light modules around it; ISO/IEC 18004 asks for 4, telephones read 2, and a terminal has few columns."""

LIGHT_ON_DARK, PLAIN = "\x1b[97;40m", "\x1b[0m"


def drawn(text: str, *, columns: int | None, coloured: bool) -> str:
    """The exact UTF-8 bytes as a QR code, two modules a character. `coloured` fixes light and dark whatever the terminal's
    own colours are. Raises `Mistake` where it does not fit into so many columns (None: any), or into a QR code at all."""
    import segno

    try:
        code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8", boost_error=False)
    except segno.DataOverflowError:
        raise Mistake("qr-too-long", "The text is too long for a QR code.", "Use --out FILE or --copy.") from None
    width = code.symbol_size(border=QUIET_ZONE)[0]
    if columns is not None and width > columns:
        raise Mistake(
            "qr-too-wide",
            "The QR code is {width} columns wide and this terminal {columns}.",
            "Make the window wider or its letters smaller, or use --out FILE.",
            width=width,
            columns=columns,
        )
    out = io.StringIO()
    code.terminal(out, border=QUIET_ZONE, compact=True)
    lines = out.getvalue().splitlines()
    return "\n".join(f"{LIGHT_ON_DARK}{line}{PLAIN}" if coloured else line for line in lines) + "\n"
