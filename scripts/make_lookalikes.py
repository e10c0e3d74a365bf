"""Writes crisis/text/lookalikes.py: letters of other alphabets that look like Latin ones.

    pip install --target DIR confusable-homoglyphs==3.3.1
    python scripts/make_lookalikes.py DIR

The table holds facts out of the installed package, which took them from Unicode's confusables.txt (UTS #39); both notices go
with it.
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
import textwrap
import unicodedata
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "crisis" / "text" / "lookalikes.py"
PACKAGE = "confusable_homoglyphs"
ALPHABETS = ("CYRILLIC", "GREEK", "LATIN", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")

HEAD = '''"""Letters that look like Latin ones, folded. Written by scripts/make_lookalikes.py; do not edit.

Read out of confusable-homoglyphs {version}, which took them from Unicode's confusables.txt (UTS #39; Copyright Unicode, Inc.;
https://www.unicode.org/license.txt):

{notice}
"""

from __future__ import annotations

LOOKALIKES = str.maketrans(
{strings}
)
"""One character for one; keys are case-folded and in NFKC."""
'''


def pairs(confusables: dict[str, list[dict[str, str]]]) -> Iterator[tuple[str, str]]:
    """(letter, the Latin letter that it looks like), capitals first so that what small letters look like wins."""
    for letter in sorted(confusables, key=lambda char: not char.isupper()):
        names = unicodedata.name(letter[0], "").split(" ")
        if len(letter) == 1 and letter.isalpha() and not letter.isascii() and names[0] in ALPHABETS:
            alike = [each["c"] for each in confusables[letter]]
            latin = sorted({char.casefold() for char in alike if len(char) == 1 and char.isascii() and char.isalpha()})
            yield from ((folded(letter), char) for char in _fitting(letter, latin)[:1])


def _fitting(letter: str, latin: list[str]) -> list[str]:
    """A capital that looks like I and l is an i."""
    return ["i"] if letter.isupper() and set(latin) & {"i", "l"} else latin


def folded(letter: str) -> str:
    """As text is folded before it is compared."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", letter).casefold())


def main(folder: Path) -> None:
    """Write the table."""
    (found,) = importlib.metadata.distributions(name=PACKAGE, path=[str(folder)])
    confusables = json.loads((folder / PACKAGE / "confusables.json").read_text("utf-8"))
    alike = {key: char for key, char in pairs(confusables) if len(key) == 1 and not key.isascii()}
    columns = ("".join(alike), "".join(alike.values()))
    strings = ",\n".join("\n".join(f'    "{line}"' for line in textwrap.wrap(column, 90)) for column in columns) + ","
    notice = "\n".join(line.rstrip() for line in (found.read_text("LICENSE") or "").strip().splitlines())
    OUT.write_text(HEAD.format(version=found.version, notice=notice, strings=strings), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
