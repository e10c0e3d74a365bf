"""Ed25519 keys as OpenSSH writes them, in files and in hardware (FIDO): made, read, named."""

from __future__ import annotations

import base64
import hashlib
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from crisis.clearance import keyfile, wire
from crisis.errors import Mistake
from crisis.model.ports import Entropy

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_TYPE: Final = "ssh-ed25519"
HARDWARE_TYPE: Final = "sk-ssh-ed25519@openssh.com"
"""An Ed25519 key that never leaves its authenticator (OpenSSH, PROTOCOL.u2f)."""

APPLICATION: Final = "ssh:"
"""How the application of a hardware key begins; one made for a web site signs nothing here."""

SIZE: Final = 32
"""Bytes of an Ed25519 seed, and of a public key."""

_WEAK: Final = frozenset(
    bytes.fromhex(y)
    for y in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)
"""The points of small order, sign apart: under such a public key anybody can make a signature that verifies."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """`private_openssh` is a whole key file, not encrypted; `public` one OpenSSH line without a comment."""

    private_openssh: bytes
    public: str

    def __repr__(self) -> str:
        return f"KeyPair({self.public})"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key: 32 bytes, and the application for which a hardware key was made (None: no hardware key)."""

    raw: bytes
    application: str | None = None

    @property
    def kind(self) -> str:
        """Its type as OpenSSH names it."""
        return KEY_TYPE if self.application is None else HARDWARE_TYPE

    @property
    def blob(self) -> bytes:
        """The key as it stands in SSH's own structures (RFC 8709, section 4; PROTOCOL.u2f)."""
        hardware = () if self.application is None else (self.application.encode(),)
        return wire.strings(self.kind.encode(), self.raw, *hardware)

    @property
    def line(self) -> str:
        """One OpenSSH line, without a comment."""
        return f"{self.kind} {base64.b64encode(self.blob).decode()}"


class Holder(ABC):
    """What signs with a private key that nobody may read: an agent, or a hardware key. `public` is the key's OpenSSH line."""

    public: str

    @abstractmethod
    def sign(self, namespace: str, message: bytes) -> str:
        """The armoured SSHSIG of a message. Raises `CrisisError` where it cannot be had."""


def generate(entropy: Entropy) -> KeyPair:
    """A new key pair from 32 bytes of entropy; the same entropy gives the same file, byte for byte."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    seed = entropy.token(SIZE)
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    return KeyPair(keyfile.written(seed, public, blob(public)), public_line(public))


def load(private: bytes, passphrase: bytes | None) -> Ed25519PrivateKey:
    """The key of an OpenSSH private key file; a passphrase that is not needed is passed over.

    Raises Mistake `key-locked` (a passphrase is needed), `key-passphrase` (it is not the right one), `key-type` (not
    Ed25519), `key-unsupported` or `key-unreadable`. None of them repeats a byte of the file.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = _open(private, passphrase)
    if not isinstance(key, Ed25519PrivateKey):
        raise Mistake(
            "key-type",
            "This private key is not an Ed25519 key.",
            "Make one with `ssh-keygen -t ed25519` and enrol it.",
        )
    return key


def unlocked(private: bytes, passphrase: bytes | None) -> bytes:
    """The same private key as a file without a passphrase, for a library that takes nothing else. Raises Mistake as `load`."""
    key = load(private, passphrase)
    public = key.public_key().public_bytes_raw()
    return keyfile.written(key.private_bytes_raw(), public, blob(public))


def public_of(key: Ed25519PrivateKey | Holder) -> str:
    """The public key of a private one, as one OpenSSH line."""
    return key.public if isinstance(key, Holder) else public_line(key.public_key().public_bytes_raw())


def public_line(raw: bytes) -> str:
    """The OpenSSH line of a public key of 32 bytes."""
    return PublicKey(raw).line


def blob(raw: bytes) -> bytes:
    """A public key of 32 bytes as it stands in SSH's own structures (RFC 8709, section 4)."""
    return PublicKey(raw).blob


def raw_public(line: str) -> bytes:
    """The 32 bytes of a public key's OpenSSH line. Raises Mistake as `normalise_public`."""
    return parse(line).raw


@lru_cache(maxsize=1024)
def parse(line: str) -> PublicKey:
    """The public key of an OpenSSH line. Raises Mistake as `normalise_public`."""
    kind, encoded = _fields(line)
    if kind not in (KEY_TYPE, HARDWARE_TYPE):
        raise _not_ed25519(kind)
    try:
        key = _parsed(base64.b64decode(encoded, validate=True), hardware=kind == HARDWARE_TYPE)
    except ValueError:
        raise _unreadable_line() from None
    if key.line != f"{kind} {encoded}":
        raise _unreadable_line()
    if key.raw[:-1] + bytes([key.raw[-1] & 0x7F]) in _WEAK:
        raise Mistake(
            "key-weak",
            "This key protects nothing: anybody can sign in its name.",
            "Make one with `ssh-keygen -t ed25519` and enrol it.",
        )
    return key


def _parsed(decoded: bytes, *, hardware: bool) -> PublicKey:
    """A key from its blob. Raises ValueError where that is something else."""
    _, raw, *application = wire.take_all(decoded, 3 if hardware else 2)
    key = PublicKey(raw, application[0].decode() if application else None)
    if len(raw) != SIZE or (key.application is not None and not key.application.startswith(APPLICATION)):
        raise ValueError("no key for signing")
    return key


def normalise_public(line: str) -> str:
    """One OpenSSH line of an Ed25519 public key, its comment dropped.

    Raises Mistake `key-private` (that was the private key), `key-type` (another type), `key-weak` or `key-unreadable`.
    """
    return parse(line).line


def fingerprint(public: str) -> str:
    """The OpenSSH fingerprint `SHA256:…` of a public key's line, as `ssh-keygen -l` shows it. Raises as `normalise_public`."""
    digest = hashlib.sha256(parse(public).blob).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def _fields(line: str) -> tuple[str, str]:
    """Type and base64 of a public key's line."""
    if "PRIVATE KEY" in line:
        raise Mistake(
            "key-private",
            "That is a private key: it must never leave its owner.",
            "Give the line of the file that ends in .pub.",
        )
    lines = [text for text in line.splitlines() if text.strip()]
    words = lines[0].split(maxsplit=2) if len(lines) == 1 else []
    if len(words) < 2:
        raise _unreadable_line()
    return words[0], words[1]


def _open(private: bytes, passphrase: bytes | None) -> object:
    """Whatever private key the file holds."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_ssh_private_key

    locked = is_locked(private)
    if locked and not passphrase:
        raise Mistake("key-locked", "This private key is locked with a passphrase.", "Give its passphrase.")
    try:
        return load_ssh_private_key(private, passphrase if locked else None)
    except UnsupportedAlgorithm:
        raise Mistake(
            "key-unsupported",
            "This private key is locked or made in a way that this installation cannot open.",
            "Install the package `bcrypt`, or make a key with `ssh-keygen -t ed25519`.",
        ) from None
    except (ValueError, TypeError):
        raise _unopened(locked=locked) from None


def is_locked(private: bytes) -> bool:
    """Whether an OpenSSH private key file names a cipher. Raises Mistake `key-unreadable` for anything else."""
    return wire.take(_container(private))[0] != b"none"


def public_in(private: bytes) -> PublicKey:
    """The public key that stands in an OpenSSH private key file, locked or not; a hardware key's file is its handle.

    Raises Mistake `key-unreadable`, and `key-type` where it is not Ed25519."""
    try:
        rest = _container(private)
        for _ in range(3):
            _, rest = wire.take(rest)
        blob, _ = wire.take(rest[4:])
        kind = wire.take(blob)[0].decode("ascii", "replace")
        if kind in (KEY_TYPE, HARDWARE_TYPE):
            return _parsed(blob, hardware=kind == HARDWARE_TYPE)
    except ValueError:
        raise _unreadable_private() from None
    raise _not_ed25519(kind)


def _container(private: bytes) -> bytes:
    try:
        return keyfile.container(private)
    except ValueError:
        raise _unreadable_private() from None


def _unopened(*, locked: bool) -> Mistake:
    if not locked:
        return _unreadable_private()
    return Mistake("key-passphrase", "That is not the passphrase of this private key.", "Type it again.")


def _unreadable_private() -> Mistake:
    return Mistake(
        "key-unreadable",
        "This is not a private key as OpenSSH writes it.",
        "Give the file that `crisis person` or `ssh-keygen -t ed25519` made, whole.",
    )


def _unreadable_line() -> Mistake:
    return Mistake(
        "key-unreadable",
        "This is not the public key of one person.",
        "Give one line that begins with `ssh-ed25519` or `sk-ssh-ed25519`, as the file that ends in .pub holds it.",
    )


def _not_ed25519(kind: str) -> Mistake:
    return Mistake(
        "key-type",
        "A key of the type {kind} cannot clear posts: only ssh-ed25519 and sk-ssh-ed25519 can.",
        "Make one with `ssh-keygen -t ed25519` (or `-t ed25519-sk` for a hardware key) and enrol it.",
        kind=kind[:40],
    )
