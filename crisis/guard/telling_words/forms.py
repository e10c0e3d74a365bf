"""English verbs in all their forms."""

from __future__ import annotations

from collections.abc import Iterator

VOWELS = "aeiou"


def verbs(*lines: str) -> tuple[str, ...]:
    """Every form of English verbs, set apart by `|`: regular ones by their base ("inspect"), others with their past forms
    behind it ("fly/flew/flown"). A final consonant is doubled where the base is given with it ("stop*")."""
    return tuple(form for line in lines for verb in line.split("|") for form in _forms(*verb.split("/")))


def _forms(base: str, *past: str) -> Iterator[str]:
    """The forms of one verb: "try" → try, tries, trying, tried."""
    root, _, tail = base.partition(" ")
    doubled, root = root.endswith("*"), root.removesuffix("*")
    stem = root + root[-1] if doubled else root.removesuffix("e")
    ends_in_y = root.endswith("y") and root[-2] not in VOWELS
    third = root[:-1] + "ies" if ends_in_y else root + ("es" if root.endswith(("s", "sh", "ch", "x", "o")) else "s")
    gone = past or (root[:-1] + "ied" if ends_in_y else stem + "ed",)
    yield from (f"{form} {tail}".rstrip() for form in (root, third, stem + "ing", *gone))
