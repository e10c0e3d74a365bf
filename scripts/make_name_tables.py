"""Writes crisis/guard/surnames.py: frequent Japanese surnames and given names, in kanji and in Latin letters.

    pip install --target DIR japanese-personal-name-dataset==0.4.0
    python scripts/make_name_tables.py DIR

The tables are facts read out of the installed package, whose notice goes with them.
"""

from __future__ import annotations

import csv
import importlib.metadata
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "crisis" / "guard" / "surnames.py"
PACKAGE = "japanese_personal_name_dataset"
LONG_VOWELS = re.compile(r"(?<=o)[ou]|(?<=u)u")

HEAD = '''"""Frequent Japanese names, to tell a person from a place. Written by scripts/make_name_tables.py; do not edit.

Read out of japanese-personal-name-dataset {version}:

{notice}"""

from __future__ import annotations

'''


def rows(folder: Path, name: str) -> Iterator[list[str]]:
    """The rows of one of the package's tables."""
    with (folder / PACKAGE / "dataset" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def plain(romaji: str) -> str:
    """Latin letters without long vowels, as people write them: satou → sato."""
    return LONG_VOWELS.sub("", romaji.casefold())


def table(name: str, words: Iterable[str], remark: str) -> str:
    """A frozen set in source form, the words set apart by blanks."""
    lines = textwrap.wrap(" ".join(dict.fromkeys(words)), 100 if name.endswith("LATIN") else 60)
    body = "\n".join(f'    "{line} "' for line in lines)
    return f'_{name} = (\n{body}\n)\n{name} = frozenset(_{name}.split())\n"""{remark}"""\n'


def main(folder: Path) -> None:
    """Write the table."""
    (found,) = importlib.metadata.distributions(name=PACKAGE, path=[str(folder)])
    notice = "\n".join(line.rstrip() for line in (found.read_text("licenses/LICENSE") or "").splitlines())
    surnames = [row for row in rows(folder, "last_name_org.csv") if row[1].isdigit()]
    given = [row for sex in ("man", "woman") for row in rows(folder, f"first_name_{sex}_opti.csv")]
    parts = (
        HEAD.format(version=found.version, notice=notice.strip() + "\n"),
        table("SURNAMES", (row[0] for row in surnames), "The most frequent surnames, in kanji."),
        table("SURNAMES_IN_KANA", (row[2] for row in surnames if len(row[2]) > 2), "The same as read, in hiragana."),
        table("SURNAMES_IN_LATIN", (plain(row[3]) for row in surnames), "The same, lower case, without long vowels."),
        table("GIVEN_IN_LATIN", (plain(row[1]) for row in given), "Given names, lower case, without long vowels."),
    )
    OUT.write_text("\n".join(parts).replace("annotations\n\n\n", "annotations\n\n"), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
