"""Cards of one-time codes: what stands on one, what the desk keeps of it, and what is told from what when a code is read aloud."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from clearance_kit import MINUTE, NOW, PEOPLE, Seeded, key_of
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis.clearance import cards, keys
from crisis.errors import Mistake, VerificationFailed
from crisis.model.settings import Mode

COUNT = 3
CARD, CODES = cards.make("C-1", "approver", key_of("approver"), NOW, Mode.ACTUAL, Seeded("card"), COUNT)
PUBLIC = PEOPLE["approver"].public_key
places = st.integers(0, cards.DIGITS - 1)


def misheard(text: str) -> bool:
    try:
        cards.heard(text)
    except Mistake as failure:
        return failure.code == "code-misheard"
    return False


def test_a_card_holds_different_codes_and_the_desk_none_of_them() -> None:
    assert len(set(CODES)) == len(set(CARD.codes)) == COUNT
    assert CARD.left == COUNT
    kept = repr(CARD)
    assert not any(code in kept or code[:8] in kept for code in CODES)


def test_the_key_of_a_code_is_that_code_on_that_number_of_that_card() -> None:
    for number, (code, public) in enumerate(zip(CODES, CARD.codes, strict=True), 1):
        assert keys.public_of(cards.key_of(code, CARD.salt, number)) == public
    assert keys.public_of(cards.key_of(CODES[0], CARD.salt, 2)) not in CARD.codes
    assert keys.public_of(cards.key_of(CODES[0], b"other salt", 1)) not in CARD.codes


@given(st.integers(0, COUNT - 1), places, st.integers(1, 9))
def test_every_single_wrong_digit_is_heard(which: int, place: int, by: int) -> None:
    code = CODES[which]
    wrong = str((int(code[place]) + by) % 10)
    assert misheard(code[:place] + wrong + code[place + 1 :])


@given(st.integers(0, COUNT - 1), st.integers(0, cards.DIGITS - 2))
def test_every_swap_of_neighbours_is_heard(which: int, place: int) -> None:
    code = CODES[which]
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or misheard(swapped)


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_code_or_misheard(text: str) -> None:
    assert misheard(text) or cards.heard(text).isascii()


@pytest.mark.parametrize(
    "typed",
    [
        "{0} {1} {2} {3}",
        "{0}-{1}-{2}-{3}",
        "  {0}{1}{2}{3}\n",
        "{0}\u3000{1}\u3000{2}\u3000{3}",
        "{0}・{1}・{2}・{3}",
    ],
)
def test_a_code_is_typed_in_any_spacing_and_width(typed: str) -> None:
    groups = cards.grouped(CODES[0]).split()
    assert cards.heard(typed.format(*groups)) == CODES[0]
    wide = typed.format(*groups).translate({ord(str(d)): chr(ord("０") + d) for d in range(10)})
    assert cards.heard(wide) == CODES[0]


@settings(max_examples=300)
@given(st.integers(0, 2**32))
def test_every_code_checks_itself(seed: int) -> None:
    code = cards.new_code(Seeded(str(seed)))
    assert len(code) == cards.DIGITS
    assert cards.heard(code) == code


def test_the_first_digit_is_as_likely_as_the_others() -> None:
    entropy = Seeded("digits")
    drawn = [cards.new_code(entropy)[0] for _ in range(2000)]
    assert min(drawn.count(str(d)) for d in range(10)) > 140


@pytest.mark.parametrize(
    "change",
    [
        {"id": "C-2"},
        {"person": "third"},
        {"made_at": NOW + MINUTE},
        {"codes": CARD.codes[:2]},
        {"codes": CARD.codes[::-1]},
        {"key": keys.fingerprint(PEOPLE["third"].public_key)},
        {"signature": ""},
    ],
)
def test_a_card_is_as_its_owner_signed_it(change: dict[str, Any]) -> None:
    cards.holding(CARD, PUBLIC, Mode.ACTUAL)
    with pytest.raises(VerificationFailed):
        cards.holding(replace(CARD, **change), PUBLIC, Mode.ACTUAL)
    with pytest.raises(VerificationFailed):
        cards.holding(CARD, PUBLIC, Mode.EXERCISE)
