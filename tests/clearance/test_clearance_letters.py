"""An approval as a telephone leaves it: full-width, in other cases, with its spaces and lines gone or others put in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from clearance_kit import DATA
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis.clearance import approvals, keys, letters
from crisis.errors import Mistake
from crisis.rehearsal.world import SeededEntropy

PAIR = keys.generate(SeededEntropy("letters"))
AT = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)


def letter(person: str = "suzuki-hanako.1") -> str:
    return letters.approval_letter(DATA, approvals.sign(DATA, person, keys.load(PAIR.private_openssh, None), AT))


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text)


MANGLED: dict[str, Callable[[str], str]] = {
    "full-width": full_width,
    "small letters": str.lower,
    "no spaces": lambda text: text.replace(" ", ""),
    "no lines": lambda text: text.replace("\n", " "),
    "neither": lambda text: "".join(text.split()),
    "lines broken elsewhere": lambda text: "\n".join(text[at : at + 17] for at in range(0, len(text), 17)),
    "quoted": lambda text: "> " + text.replace("\n", "\n> "),
    "heard": lambda text: text.replace("0", "O").replace("1", "l"),
    "words around it": lambda text: "OK!\n" + text.replace("\n", " ") + " 10:15 Suzuki",
    "full-width in one line": lambda text: full_width(text.replace("\n", " ")),
}


@pytest.mark.parametrize("mangled", sorted(MANGLED))
def test_it_is_read_all_the_same(mangled: str) -> None:
    (plain,) = letters.letters_in(letter())
    assert letters.letters_in(MANGLED[mangled](letter())) == [plain]


def test_two_that_run_together_are_two() -> None:
    text = "".join((letter("suzuki") + letter("tanaka")).split())
    assert [one.person for one in letters.letters_in(text)] == ["suzuki", "tanaka"]


def test_a_line_that_is_wrong_is_named_where_lines_are_left() -> None:
    rows = letter().split("\n")
    rows[2] = rows[2][:-1] + ("0" if rows[2][-1] != "0" else "2")
    with pytest.raises(Mistake, match="Line 2"):
        letters.letters_in("\n".join(rows))


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_no_changed_letter_is_taken_for_another_approval(place: int, other: str) -> None:
    """Either it is misread, or it says what it said."""
    (plain,) = letters.letters_in(letter())
    title, _, body = "".join(letter().split()).partition("suzuki-hanako.1")
    place %= len(body)
    try:
        found = letters.letters_in(title + " " + body[:place] + other + body[place + 1 :])
    except Mistake:
        return
    assert found == [plain]
