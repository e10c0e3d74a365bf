"""Text as a terminal may be given it: what would move the cursor, change colours or turn letters around is shown, not obeyed."""

from __future__ import annotations

import re

_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters (Unicode C0 and C1) but for line feed and tab, and the controls of direction (UAX #9)."""


def shown(text: str) -> str:
    """The text with each control character as `<U+001B>`. A notice, a caller's name, a platform's answer come from outside: a
    terminal that obeys them shows whoever clears another text than the one that goes out (ECMA-48; CWE-150)."""
    return _OBEYED.sub(lambda found: f"<U+{ord(found[0]):04X}>", text.replace("\r\n", "\n"))
