"""What goes between two homes: a statement by mail or on a stick, and an approval short enough for a text message, or to be
read aloud.

A statement travels whole, in base64 between two lines, under the texts for people. An approval travels as numbered lines of
Crockford's Base32 (no I, L, O, U; read in any case), each with two letters that check it, so that whoever reads it aloud hears
at once which line was wrong. It holds the beginning of the statement's digest, the time (whole seconds), the person and the
bare signature; the desk, which has the statement and the roster, makes the SSHSIG of it again. Full-width letters are read, and
lines that run together, as a telephone leaves them.

A signature under a decision about the desk (`decisions`), and a countersignature, travel in the same way, each under a title of
its own.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from crisis.clearance import keys, sshsig, wire
from crisis.clearance.payloads import ACT, namespace
from crisis.errors import Mistake
from crisis.model.release import Approval
from crisis.model.settings import Mode

BEGIN: Final = "-----BEGIN {what}-----"
END: Final = "-----END {what}-----"
STATEMENT: Final = "CRISIS STATEMENT"
TITLE: Final = "CRISIS APPROVAL"
DECISION: Final = "CRISIS DECISION"
COUNTERSIGNATURE: Final = "CRISIS COUNTERSIGNATURE"

_COLUMNS: Final = 64
_VERSION: Final = 1
_DIGEST: Final = 8
"""Bytes of the statement's digest that find it again; the signature binds all 32."""
_TIME: Final = 5
_HEAD: Final = 1 + _DIGEST + _TIME + 1
"""Bytes before the person's id, the last of which counts those of the id: a line, so that the first says how many follow."""
_SIGNATURE: Final = 64
_TOUCHED: Final = 5
"""Flags and counter, which follow the signature of a hardware key."""
_LINE: Final = 15
_GROUP: Final = 4
_CHECK: Final = 2
_RFC4648: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_OUT: Final = str.maketrans(_RFC4648, _CROCKFORD)
_IN: Final = str.maketrans(_CROCKFORD + "OIL", _RFC4648 + "ABB")
_HEARD: Final = str.maketrans("OIL", "011")
_ROW: Final = re.compile(r"^[>\s]*([0-9]{1,2})[\s.:)]\s*([0-9A-Za-z][0-9A-Za-z\s-]{5,})$")


@dataclass(frozen=True, slots=True)
class Letter:
    """An approval as it travels: `statement` is the beginning of the digest's bytes, `signature` the bare one."""

    statement: bytes
    at: datetime
    person: str
    signature: bytes

    def means(self, statement: bytes) -> bool:
        """Whether it is about this statement."""
        return hashlib.sha256(statement).digest().startswith(self.statement)


def statement_letter(statement: bytes, what: str = STATEMENT) -> str:
    """The statement, or what else is to be signed, for a file or a mail."""
    text = base64.b64encode(statement).decode()
    rows = [text[at : at + _COLUMNS] for at in range(0, len(text), _COLUMNS)]
    return "\n".join([BEGIN.format(what=what), *rows, END.format(what=what), ""])


def statements_in(text: str, what: str = STATEMENT) -> list[bytes]:
    """The statements, or what else is to be signed, in a file or a mail, quoted or not.

    Raises Mistake `no-statement` where there is none or one is damaged."""
    lines = [line.strip("> \t\r\ufeff") for line in text.split("\n")]
    found: list[bytes] = []
    try:
        while (begin := BEGIN.format(what=what)) in lines:
            start, end = lines.index(begin), lines.index(END.format(what=what))
            found.append(base64.b64decode("".join(lines[start + 1 : end]), validate=True))
            lines = lines[end + 1 :]
    except ValueError:
        found = []
    if not found:
        raise Mistake(
            "no-statement",
            "Nothing to sign stands whole in this file.",
            "Ask for it again: `--export FILE` writes it.",
        )
    return found


def approval_letter(statement: bytes, approval: Approval, title: str = TITLE) -> str:
    """An approval by key as numbered lines, its title first. The approval bears a time of whole seconds."""
    found = sshsig.opened(approval.signature)
    _, rest = wire.take(found.signature)
    bare, trailer = wire.take(rest)
    person = approval.person.encode()
    data = b"".join(
        (
            bytes([_VERSION]),
            hashlib.sha256(statement).digest()[:_DIGEST],
            int(approval.at.timestamp()).to_bytes(_TIME),
            bytes([len(person)]),
            person,
            bare,
            trailer,
        )
    )
    rows = [f"{number} {_spelt(number, data[at : at + _LINE])}" for number, at in _places(len(data))]
    return "\n".join([f"{title} {approval.person}", *rows, ""])


def letters_in(text: str, title: str = TITLE) -> list[Letter]:
    """The approvals in a message, however they were typed. Raises Mistake `letter-…`: which line was misread or is missing."""
    plain = unicodedata.normalize("NFKC", text).upper()
    titled = re.split(r"\s*".join(title.split()), plain)
    parts = [part for part in titled if any(map(_ROW.match, part.splitlines())) or _run_together(part)]
    if not parts:
        raise Mistake(
            "letter-none",
            "There is no approval in this.",
            "It is the numbered lines that `--sign FILE` prints.",
        )
    return [_run_together(part) or _letter_in(part) for part in parts]


def _letter_in(text: str) -> Letter:
    rows = {int(found[1]): found[2] for line in text.splitlines() if (found := _ROW.match(line.rstrip()))}
    return _letter(b"".join(_row(rows, number) for number in range(1, max(rows) + 1)))


def _run_together(text: str) -> Letter | None:
    """The letter whose lines stand in their order, whatever stands between their letters, if each of them holds."""
    letters = re.sub(r"[^0-9A-Z]", "", text).translate(_HEARD)
    for start in (found.start() for found in re.finditer("1", letters)):
        head = _lines(letters[start:], _HEAD)
        for trailer in (0, _TOUCHED) if head else ():
            if data := _lines(letters[start:], _HEAD + head[-1] + _SIGNATURE + trailer):
                return _letter(data)
    return None


def _lines(letters: str, length: int) -> bytes:
    """So many bytes from the numbered lines that some letters begin with; none where one of the lines does not hold."""
    data = b""
    for number, at in _places(length):
        size = min(_LINE, length - at)
        letters, numbered = letters.removeprefix(str(number)), letters
        width = -(-size * 8 // 5) + _CHECK
        line = b"" if letters == numbered else _read(letters[:width], number)
        if len(line) != size:
            return b""
        data, letters = data + line, letters[width:]
    return data


def approval_of(letter: Letter, public_key: str, mode: Mode, how: str, act: str = ACT) -> Approval:
    """The approval that a letter stands for, if it was made with this key: whether it was, its verification tells."""
    key = keys.parse(public_key)
    bare, trailer = letter.signature[:_SIGNATURE], letter.signature[_SIGNATURE:]
    inner = wire.strings(key.kind.encode(), bare) + trailer
    signature = sshsig.closed(sshsig.Signature(key.blob, namespace(mode, act).encode(), b"", b"sha512", inner))
    return Approval(letter.person, keys.fingerprint(public_key), letter.at, signature, how)


def _places(length: int) -> Iterator[tuple[int, int]]:
    yield from enumerate(range(0, length, _LINE), 1)


def _spelt(number: int, data: bytes) -> str:
    letters = _base32(data) + _check(number, data)
    return " ".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def _base32(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=").translate(_OUT)


def _check(number: int, data: bytes) -> str:
    """Two letters, ten bits, over the line and its number: two lines exchanged are found too."""
    return _base32(hashlib.sha256(bytes([number]) + data).digest())[:_CHECK]


def _row(rows: Mapping[int, str], number: int) -> bytes:
    if number not in rows:
        raise Mistake("letter-missing", "Line {number} is missing.", "Ask for that line again.", number=number)
    data = _read(re.sub(r"[\s-]", "", rows[number]).upper().translate(_HEARD), number)
    if not data:
        raise Mistake("letter-misread", "Line {number} was misread.", "Ask for that line again.", number=number)
    return data


def _read(letters: str, number: int) -> bytes:
    """The bytes of a line; none where it was misread."""
    body, check = letters[:-_CHECK], letters[-_CHECK:]
    try:
        data = base64.b32decode(body.translate(_IN) + "=" * (-len(body) % 8))
    except ValueError:
        return b""
    return data if _base32(data) == body and _check(number, data) == check else b""


def _letter(data: bytes) -> Letter:
    start = 1 + _DIGEST + _TIME
    person_end = start + 1 + (data[start] if len(data) > start else 0)
    signature = data[person_end:]
    if data[:1] != bytes([_VERSION]) or len(signature) not in (_SIGNATURE, _SIGNATURE + _TOUCHED):
        raise Mistake("letter-short", "Lines are missing at the end.", "Ask for the lines after the last one.")
    try:
        at = datetime.fromtimestamp(int.from_bytes(data[1 + _DIGEST : start]), UTC)
        person = data[start + 1 : person_end].decode()
    except (ValueError, OverflowError, OSError):
        raise Mistake(
            "letter-short", "Lines are missing at the end.", "Ask for the lines after the last one."
        ) from None
    return Letter(data[1 : 1 + _DIGEST], at, person, signature)
