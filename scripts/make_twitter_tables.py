"""Writes crisis/text/twitter_tables.py: the top-level domains and emoji sequences that X counts by.

    npm install --prefix DIR twitter-text@3.1.0
    python scripts/make_twitter_tables.py DIR/node_modules

Needs node. The tables are facts read out of the installed packages, whose notices go with them: the names that
twitter-text takes for a top-level domain, and every emoji of two or more code points that twemoji-parser takes for one.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "crisis" / "text" / "twitter_tables.py"
ASK = """
const at = process.argv[1], from = name => require(at + "/" + name);
const source = regexp => (regexp.default || regexp).source;
console.log(JSON.stringify({
  generic: source(from("twitter-text/dist/regexp/validGTLD.js")),
  country: source(from("twitter-text/dist/regexp/validCCTLD.js")),
  emoji: source(from("twemoji-parser/dist/lib/regex.js")),
  versions: ["twitter-text", "twemoji-parser"].map(name => from(name + "/package.json").version),
}))
"""
SKIN = "\U0001f3fb"
SKINS = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"

HEAD = '''"""Tables of facts that decide how X counts. Written by scripts/make_twitter_tables.py; do not edit.

Top-level domains are those of twitter-text {0}: Copyright 2018 Twitter, Inc.; Apache License, Version 2.0.
Emoji are those of twemoji-parser {1}: Copyright (c) 2018 Twitter, Inc.; MIT License:

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR
IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

'''


def strings(items: Any) -> Iterator[str]:
    """Every string that a parsed regular expression without open repetition matches."""
    for parts in product(*(list(choices(str(op), value)) for op, value in items)):
        yield "".join(parts)


def choices(op: str, value: Any) -> Iterator[str]:
    """What one element of a parsed regular expression matches; looking ahead matches the empty string."""
    match op:
        case "LITERAL":
            yield chr(value)
        case "IN":
            for kind, member in value:
                low, high = member if str(kind) == "RANGE" else (member, member)
                yield from map(chr, range(low, high + 1))
        case "BRANCH":
            for branch in value[1]:
                yield from strings(branch)
        case "SUBPATTERN":
            yield from strings(value[3])
        case "MAX_REPEAT" if value[:2] == (0, 1):
            yield ""
            yield from strings(value[2])
        case "ASSERT_NOT":
            yield ""
        case _:
            raise SystemExit(f"the emoji expression has grown a {op}: teach this script to read it")


def emoji_sequences(source: str) -> dict[str, str]:
    """What follows the first code point → all first code points; one skin tone stands for all five."""
    tails: dict[str, set[str]] = defaultdict(set)
    for units in strings(re._parser.parse(source)):  # type: ignore[attr-defined]
        emoji = units.encode("utf-16", "surrogatepass").decode("utf-16")
        if len(emoji) > 1 and not set(emoji) & set(SKINS[1:]):
            tails[emoji[1:]].add(emoji[0])
    return {
        tail: "".join(sorted(heads)) for tail, heads in sorted(tails.items(), key=lambda item: (len(item[0]), item))
    }


def names(source: str) -> list[str]:
    """The alternatives of a top-level domain expression."""
    return source.removeprefix("(?:(?:").partition(")(?=")[0].split("|")


def wrapped(words: list[str]) -> Iterator[str]:
    """Lines of a parenthesised literal, words apart by a space, escaped to ASCII: right-to-left names confuse editors."""
    line = ""
    for word in words:
        escaped = ascii(word)[1:-1] + " "
        if line and len(line) + len(escaped) > 108:
            yield f'    "{line}"'
            line = ""
        line += escaped
    yield f'    "{line}"'


def table(found: dict[str, Any]) -> Iterator[str]:
    """The lines of the module."""
    tlds = sorted(set(names(found["generic"]) + names(found["country"])))
    yield HEAD.format(*found["versions"]) + "TLDS = ("
    yield from wrapped(tlds)
    yield ")\n"
    yield "# What follows an emoji's first code point → the first code points that it follows; U+1F3FB stands for any skin tone."
    yield "EMOJI_TAILS = {"
    for tail, heads in emoji_sequences(found["emoji"]).items():
        yield f"    {tail!a}: ("
        yield from (f'        "{ascii(heads[at : at + 9])[1:-1]}"' for at in range(0, len(heads), 9))
        yield "    ),"
    yield "}"


def main() -> None:
    """Read the packages under the given node_modules and write the module."""
    modules = Path(sys.argv[1]).resolve()
    asked = subprocess.run(["node", "-e", ASK, str(modules)], capture_output=True, text=True, check=True)
    OUT.write_text("\n".join(table(json.loads(asked.stdout))) + "\n", "utf-8")
    subprocess.run(["ruff", "format", "-q", str(OUT)], check=True)


if __name__ == "__main__":
    main()
