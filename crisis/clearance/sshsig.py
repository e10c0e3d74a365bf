"""SSHSIG signatures (OpenSSH's PROTOCOL.sshsig) by Ed25519 keys, in process; `ssh-keygen -Y` makes and reads the same.

Signatures of hardware keys (`sk-ssh-ed25519@openssh.com`) are verified too, as OpenSSH's PROTOCOL.u2f lays down: over the
application's hash, flags and counter as well, and only where somebody touched the key.

Stricter than `ssh-keygen`: exactly one spelling of a signature is accepted, so that no byte of it can be changed unseen.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from crisis.clearance import keys, wire
from crisis.clearance.keys import Holder
from crisis.errors import Mistake, VerificationFailed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_MAGIC: Final = b"SSHSIG"
_VERSION: Final = (1).to_bytes(4)
_HASH: Final = "sha512"
_HASHES: Final = frozenset({"sha256", "sha512"})
"""The hashes that PROTOCOL.sshsig allows."""
_BEGIN: Final = "-----BEGIN SSH SIGNATURE-----"
_END: Final = "-----END SSH SIGNATURE-----"
_PRESENT: Final = 0x01
"""The flag of an authenticator that somebody was there and touched it (WebAuthn, 6.1)."""
_TRAILER: Final = 5
"""Bytes of flags and counter, which follow the signature of a hardware key."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What an SSHSIG holds; `public` and `signature` are SSH structures of their own."""

    public: bytes
    namespace: bytes
    reserved: bytes
    hash_name: bytes
    signature: bytes


def sign(key: Ed25519PrivateKey | Holder, namespace: str, message: bytes) -> str:
    """The armoured signature of a message, as `ssh-keygen -Y sign` writes it. The same key in a file and the same message
    give the same text. What a `Holder` gives is verified before it is given on."""
    if not namespace:
        raise ValueError("a signature needs a namespace")
    if isinstance(key, Holder):
        signature = key.sign(namespace, message)
        verify(key.public, namespace, message, signature)
        return signature
    raw = key.public_key().public_bytes_raw()
    signed = key.sign(_signed(namespace.encode(), b"", _HASH, message))
    whole = wire.strings(
        keys.blob(raw), namespace.encode(), b"", _HASH.encode(), wire.strings(keys.KEY_TYPE.encode(), signed)
    )
    return _armoured(_MAGIC + _VERSION + whole)


def verify(public_key: str, namespace: str, message: bytes, signature: str) -> None:
    """Check an armoured signature; returns nothing, or raises VerificationFailed with one of these codes.

    `signature-malformed` (not an armoured SSHSIG, or in another spelling) · `signature-trailing` (bytes follow it) ·
    `signature-key-type`, `signature-hash` (not supported) · `signature-namespace` (made for something else) ·
    `signature-other-key` · `signature-untouched` (a hardware key signed and nobody touched it) · `signature-wrong` (the
    message is not what was signed).
    """
    _verified(public_key, namespace, message, signature)


@lru_cache(maxsize=512)
def _verified(public_key: str, namespace: str, message: bytes, signature: str) -> None:
    """What holds once holds always: a release is verified for each account that it goes to. What does not hold is not remembered."""
    found = opened(signature)
    kind = _supported(found)
    if found.namespace != namespace.encode():
        raise _failed(
            "signature-namespace", "The signature was made for another purpose or mode than {wanted}.", wanted=namespace
        )
    key = _enrolled(public_key)
    if found.public != key.blob:
        raise _failed("signature-other-key", "The signature was made with another key than the one enrolled.")
    signed = _signed(found.namespace, found.reserved, found.hash_name.decode(), message)
    if kind == keys.HARDWARE_TYPE:
        signature_bytes, trailer = _touched(found.signature)
        _check(key.raw, _by_hardware(key.application or "", trailer, signed), signature_bytes)
    else:
        _check(key.raw, signed, wire.take_all(found.signature, 2)[1])


def opened(signature: str) -> Signature:
    """The parts of an armoured signature, whatever made it. Raises `signature-malformed` or `signature-trailing`."""
    data = _unarmoured(signature)
    if not data.startswith(_MAGIC + _VERSION):
        raise _malformed()
    try:
        parts, rest = [], data[len(_MAGIC + _VERSION) :]
        for _ in range(5):
            part, rest = wire.take(rest)
            parts.append(part)
    except wire.Truncated:
        raise _malformed() from None
    if rest:
        raise _trailing()
    return Signature(*parts)


def closed(found: Signature) -> str:
    """The armoured signature of its parts: the inverse of `opened`."""
    parts = (found.public, found.namespace, found.reserved, found.hash_name, found.signature)
    return _armoured(_MAGIC + _VERSION + wire.strings(*parts))


def _supported(found: Signature) -> str:
    """The type of key that signed. Refuses other keys and hashes than ours, and anything that stands where nothing may."""
    try:
        kind, inner = (wire.take(part)[0].decode("ascii", "replace") for part in (found.public, found.signature))
    except wire.Truncated:
        raise _malformed() from None
    if kind != inner or kind not in (keys.KEY_TYPE, keys.HARDWARE_TYPE):
        raise _failed("signature-key-type", "The signature was made with a key that is not ssh-ed25519.")
    if found.hash_name not in {name.encode() for name in _HASHES}:
        raise _failed("signature-hash", "The signature uses a hash that is not supported.")
    try:
        wire.take_all(found.signature[: -_TRAILER if kind == keys.HARDWARE_TYPE else None], 2)
    except wire.Truncated:
        raise _malformed() from None
    except ValueError:
        raise _trailing() from None
    if found.reserved:
        raise _malformed()
    return kind


def _touched(signature: bytes) -> tuple[bytes, bytes]:
    """The signature of a hardware key, and the flags and counter behind it, which say that somebody touched it."""
    trailer = signature[-_TRAILER:]
    if not trailer[0] & _PRESENT:
        raise _failed("signature-untouched", "The hardware key signed without anybody touching it.")
    return wire.take_all(signature[:-_TRAILER], 2)[1], trailer


def _by_hardware(application: str, trailer: bytes, signed: bytes) -> bytes:
    """What a hardware key signs for a message (PROTOCOL.u2f): hashes of application and message, flags and counter between."""
    return hashlib.sha256(application.encode()).digest() + trailer + hashlib.sha256(signed).digest()


def _check(raw: bytes, message: bytes, signature: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(signature, message)
    except InvalidSignature:
        raise _failed("signature-wrong", "What was signed is not what stands here now.") from None


def _enrolled(public_key: str) -> keys.PublicKey:
    try:
        return keys.parse(public_key)
    except Mistake:
        raise _failed("signature-other-key", "The key that is enrolled cannot be read.") from None


def _signed(namespace: bytes, reserved: bytes, hash_name: str, message: bytes) -> bytes:
    """The bytes that the key itself signs."""
    digest = hashlib.new(hash_name, message).digest()
    return _MAGIC + wire.strings(namespace, reserved, hash_name.encode(), digest)


def _armoured(data: bytes) -> str:
    return "\n".join([_BEGIN, *wire.base64_lines(data), _END, ""])


def _unarmoured(signature: str) -> bytes:
    """The bytes inside the one spelling that `_armoured` gives."""
    begin, *lines = signature.split("\n")
    if begin == _BEGIN and _END in lines[:-2]:
        raise _trailing()
    if begin != _BEGIN or lines[-2:] != [_END, ""]:
        raise _malformed()
    try:
        data = base64.b64decode("".join(lines[:-2]), validate=True)
    except ValueError:
        raise _malformed() from None
    if _armoured(data) != signature:
        raise _malformed()
    return data


def _malformed() -> VerificationFailed:
    return _failed("signature-malformed", "This is not an SSH signature, or it was damaged.")


def _trailing() -> VerificationFailed:
    return _failed("signature-trailing", "Something was added after the signature.")


def _failed(code: str, sentence: str, **details: str) -> VerificationFailed:
    return VerificationFailed(code, sentence, "Have the posts cleared again.", **details)
