"""Writes crisis/guard/variants.py: variant forms of kanji that stand in names, each with the one in use.

    pip install --target DIR ja-itaiji==1.0.2
    python scripts/make_variant_table.py DIR

The pairs are facts read out of the installed package, whose notice goes with them. Its families are wide (they hold loans and
forms of other countries), so that only these are taken: both characters name each other, the one in use stands in a frequent
Japanese surname, and the variant lies outside JIS X 0208 and GB 2312, where the characters of words are.
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from crisis.guard.surnames import SURNAMES

OUT = Path(__file__).resolve().parent.parent / "crisis" / "guard" / "variants.py"
PACKAGE = "ja_itaiji"
HEAD = '''"""Variant forms of kanji in names, each before the one in use. Written by scripts/make_variant_table.py; do not edit.

Read out of ja-itaiji {version}:

{notice}
"""

from __future__ import annotations

VARIANTS = (
'''


def of_words(kanji: str, *codes: str) -> bool:
    """Whether a character stands in one of those codes, and so in words."""
    for code in codes:
        try:
            kanji.encode(code)
        except UnicodeEncodeError:
            continue
        return True
    return False


def pairs(families: Mapping[str, list[str]]) -> Iterator[str]:
    """Variant and usual form, one string of two characters each."""
    used = sorted({kanji for name in SURNAMES for kanji in name if of_words(kanji, "iso2022_jp")})
    seen: set[str] = set()
    for kanji in used:
        for variant in families.get(kanji, []):
            mutual = kanji in families.get(variant, [])
            if (
                mutual
                and variant not in seen
                and not of_words(variant, "iso2022_jp", "gb2312")
                and unicodedata.normalize("NFKC", variant) == variant
            ):
                seen.add(variant)
                yield variant + kanji


def main(folder: Path) -> None:
    """Write the table."""
    (found,) = importlib.metadata.distributions(name=PACKAGE, path=[str(folder)])
    families = json.loads((folder / PACKAGE / "data" / "term" / "ja-itaiji.json").read_text("utf-8"))
    notice = "\n".join(textwrap.fill(line, 120) for line in (found.read_text("LICENSE") or "").strip().splitlines())
    lines = textwrap.wrap("".join(pairs(families)), 60)
    body = "".join(f'    "{line}"\n' for line in lines)
    OUT.write_text(HEAD.format(version=found.version, notice=notice) + body + ")\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
