"""Releases that wait for a word: nothing of them leaves before a person has signed that it has been given.

The statement names what it waits for by a salted digest, so that whoever approves signs the condition as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from crisis.clearance import enrolment, keys, sshsig
from crisis.clearance.approvals import SKEW
from crisis.clearance.payloads import announced, namespace
from crisis.errors import Refused, VerificationFailed
from crisis.model.release import Announcement, Person, Statement
from crisis.model.settings import Mode

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

WAITS: Final = timedelta(hours=24)
"""How long a text may wait for its word after its not-before: after a day somebody reads it again."""
ACT: Final = "announced"
"""The word of the signatures' namespace."""


def announce(
    release: str,
    statement: bytes,
    person: Person,
    key: Ed25519PrivateKey | keys.Holder,
    at: datetime,
    mode: Mode,
) -> Announcement:
    """A person's word that what the release waits for has been announced. Raises Refused: `not-valid`, `other-key`,
    `no-clearing-role`."""
    enrolment.need_valid(person, "Somebody else has to say it.", at)
    enrolment.need_clearing_role(person)
    enrolment.own_key(person, key)
    fingerprint = keys.fingerprint(keys.public_of(key))
    signature = sshsig.sign(key, namespace(mode, ACT), announced(statement, person.id, fingerprint, at))
    return Announcement(release, person.id, fingerprint, at, signature)


def check(
    statement: Statement, encoded: bytes, word: Announcement | None, people: Mapping[str, Person], at: datetime
) -> datetime:
    """From when the statement may leave: its not-before, or when its word was given. Returns for one that waits for none.
    Whoever gave the word has to count then and at that time.

    Raises Refused `not-announced` while nobody has given it, and VerificationFailed `announcement-time`, `signer-unknown`,
    `approval-key`, `signature-…` for a word that does not hold.
    """
    if statement.awaits is None:
        return statement.not_before
    if word is None:
        raise Refused(
            "not-announced",
            "This waits for a word that nobody has given yet.",
            "When it has been announced: `crisis announced {post} --as ID`.",
            post=statement.posts[0].post,
        )
    if word.at < statement.created_at - SKEW or word.at > at + SKEW:
        raise VerificationFailed("announcement-time", "The word for this release was not given when it says.")
    person = enrolment.named(word.person, people)
    for moment in (word.at, at):
        enrolment.need_valid(person, "Somebody else has to say it.", moment)
    enrolment.need_clearing_role(person)
    signed = announced(encoded, word.person, word.key, word.at)
    sshsig.verify(enrolment.enrolled(person, word.key), namespace(statement.mode, ACT), signed, word.signature)
    return max(statement.not_before, word.at)
