"""A person who signs, with their private key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crisis.clearance import keys
from crisis.errors import Refused
from crisis.model.release import Person

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True)
class Signer:
    """Who signs, and with what: the bytes of a private key file (OpenSSH), with its passphrase where it has one, or whatever
    holds a key that nobody may read."""

    person: str
    key: bytes | keys.Holder = field(repr=False)
    passphrase: bytes | None = field(default=None, repr=False)

    def private(self) -> Ed25519PrivateKey | keys.Holder:
        """The key, opened. Raises `Mistake` for a file that is no key or a passphrase that does not open it."""
        return self.key if isinstance(self.key, keys.Holder) else keys.load(self.key, self.passphrase)

    def private_of(self, person: Person) -> Ed25519PrivateKey | keys.Holder:
        """The key, if it is one of those that count as the person's. Raises `Refused` otherwise."""
        private = self.private()
        if keys.public_of(private) not in person.keys:
            raise Refused(
                "foreign-key",
                "This is not the key of {person}.",
                "Use the key that {person} is enrolled with.",
                person=person.id,
            )
        return private
