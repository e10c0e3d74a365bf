"""OpenSSH private key files as bytes (PROTOCOL.key): written without a passphrase, and opened as far as nothing is secret."""

from __future__ import annotations

import base64
import hashlib
from typing import Final

from crisis.clearance import wire

_MAGIC: Final = b"openssh-key-v1\x00"
_BLOCK: Final = 8
_BEGIN: Final = "-----BEGIN OPENSSH PRIVATE KEY-----"
_END: Final = "-----END OPENSSH PRIVATE KEY-----"


def written(seed: bytes, public: bytes, blob: bytes) -> bytes:
    """The file of an Ed25519 key; `blob` is its public key in SSH's own structure.

    Written here because the library draws the file's check number from the system's randomness; ours comes from the public
    key, so that equal entropy makes equal files.
    """
    check = hashlib.sha256(public).digest()[:4]
    inner = check + check + wire.strings(b"ssh-ed25519", public, seed + public, b"")
    inner += bytes(range(1, 1 + -len(inner) % _BLOCK))
    data = _MAGIC + wire.strings(b"none", b"none", b"") + (1).to_bytes(4) + wire.strings(blob, inner)
    return "\n".join([_BEGIN, *wire.base64_lines(data), _END, ""]).encode()


def container(private: bytes) -> bytes:
    """What follows the magic: cipher, key derivation, how many keys, public and private part. Raises ValueError for another
    file."""
    text = "".join(private.decode("ascii", "replace").split())
    head, tail = _BEGIN.replace(" ", ""), _END.replace(" ", "")
    if not (text.startswith(head) and text.endswith(tail)):
        raise ValueError("no such file")
    data = base64.b64decode(text[len(head) : -len(tail)], validate=True)
    if not data.startswith(_MAGIC):
        raise ValueError("no such container")
    wire.take(data[len(_MAGIC) :])
    return data[len(_MAGIC) :]
