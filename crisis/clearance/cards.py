"""One-time codes for approving by telephone.

A code is 16 decimal digits, the last of which checks the others (Verhoeff: it finds every single wrong digit and every swap of
neighbours), so that what was misheard is told from what is wrong. Digits alone, because they are read aloud alike in
Japanese and English. Of a code comes, by scrypt, the seed of an Ed25519 key; the desk keeps the public key only. That is a
salted slow hash of the code, and more: whoever gives the code *signs* the statement with it, so that the code is bound to that
statement, nobody who reads the database can forge it, and an auditor can check it later without the code.

15 digits are 49.8 bits; at scrypt's cost one guess takes some 40 ms of a processor, all of them about 10^6 years of one.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, Final

from crisis.canon import canonical, timestamp
from crisis.clearance import keys, sshsig
from crisis.clearance.payloads import namespace
from crisis.errors import Mistake, VerificationFailed
from crisis.model.card import Card
from crisis.model.ports import Entropy
from crisis.model.settings import Mode

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT: Final = "crisis.card/1"
DIGITS: Final = 16
GROUP: Final = 4
CODES: Final = 30
"""Codes on a card: a page, and more than a long week-end needs."""
MOST_WRONG: Final = 5
"""Wrong codes in a row after which a card is locked."""

_SCRYPT: Final = {"n": 2**14, "r": 8, "p": 1}
"""RFC 7914's cost for interactive use; the code has 49.8 bits of its own."""
_SALT: Final = 16


def new_code(entropy: Entropy) -> str:
    """A fresh code: 15 digits and the one that checks them. Raises nothing; every code is equally likely."""
    limit = 10 ** (DIGITS - 1)
    while True:
        # 56 bits, drawn again where taking the remainder would favour the low ones.
        drawn = int.from_bytes(entropy.token(7), "big")
        if drawn < 2**56 - 2**56 % limit:
            return _checked(f"{drawn % limit:0{DIGITS - 1}d}")


def _checked(digits: str) -> str:
    from stdnum import verhoeff

    return digits + verhoeff.calc_check_digit(digits)


def grouped(code: str) -> str:
    """A code as it is printed and read aloud, four digits at a time."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def heard(text: str) -> str:
    """The digits of what was typed, however it was spaced and in whatever width. Raises Mistake `code-misheard` where they are
    no code: a digit is missing, wrong or in the wrong place."""
    from stdnum import verhoeff

    digits = re.sub(r"[\s\-・.,]", "", unicodedata.normalize("NFKC", text))
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits) or not verhoeff.is_valid(digits):
        raise Mistake(
            "code-misheard",
            "That is no code as it stands on a card: a digit was misheard or mistyped.",
            "Ask for it once more; it is not spent.",
        )
    return digits


def make(
    card_id: str,
    person: str,
    key: Ed25519PrivateKey | keys.Holder,
    at: datetime,
    mode: Mode,
    entropy: Entropy,
    count: int = CODES,
) -> tuple[Card, tuple[str, ...]]:
    """A card signed by the person's key, and its codes, which are printed once and then forgotten."""
    salt = entropy.token(_SALT)
    codes = tuple(new_code(entropy) for _ in range(count))
    public = tuple(keys.public_of(key_of(code, salt, number)) for number, code in enumerate(codes, 1))
    name = keys.fingerprint(keys.public_of(key))
    unsigned = Card(card_id, person, at, salt, public, name, "")
    signature = sshsig.sign(key, namespace(mode, "card"), signed_bytes(unsigned))
    return Card(card_id, person, at, salt, public, name, signature), codes


def signed_bytes(card: Card) -> bytes:
    """What the person's key signs of a card: whose it is, since when, and the keys of its codes in their order."""
    return canonical(
        {
            "format": FORMAT,
            "card": card.id,
            "person": card.person,
            "key": card.key,
            "at": timestamp(card.made_at),
            "codes": [keys.fingerprint(code) for code in card.codes],
        }
    )


def key_of(code: str, salt: bytes, number: int) -> Ed25519PrivateKey:
    """The key that comes of a code. Slow by design, some 40 ms."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    salted = salt + number.to_bytes(2)
    return Ed25519PrivateKey.from_private_bytes(hashlib.scrypt(code.encode(), salt=salted, dklen=32, **_SCRYPT))


def holding(card: Card, public_key: str, mode: Mode) -> None:
    """Check that the person's enrolled key signed the card as it stands. Raises VerificationFailed `signature-…`."""
    sshsig.verify(public_key, namespace(mode, "card"), signed_bytes(card), card.signature)


def number_of(card: Card, fingerprint: str) -> int | None:
    """The number on the card of the code whose key has that fingerprint; None where it has no such code."""
    return next((number for number, code in enumerate(card.codes, 1) if keys.fingerprint(code) == fingerprint), None)


def unknown_code(person: str) -> VerificationFailed:
    """The refusal of a code that stands on no card of the person."""
    return VerificationFailed(
        "code-unknown",
        "The approval by {person} was given with a code that is on no card of theirs.",
        "Clear the posts again.",
        person=person,
    )
