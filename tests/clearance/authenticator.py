"""A hardware key in software: an authenticator that signs as FIDO keys do under OpenSSH (PROTOCOL.u2f), byte for byte."""

from __future__ import annotations

import hashlib

from clearance_kit import key_of

from crisis.clearance import keys, wire

APPLICATION = "ssh:"
TOUCHED = 0x01
VERIFIED = 0x04


class Authenticator:
    """Signs messages with `ssh:` as application; its counter goes up with each."""

    def __init__(self, name: str = "hardware", application: str = APPLICATION) -> None:
        self.private = key_of(name)
        self.application = application
        self.counter = 41
        self.public = keys.PublicKey(self.private.public_key().public_bytes_raw(), application).line

    def sign(self, namespace: str, message: bytes, *, flags: int = TOUCHED, hash_name: str = "sha512") -> str:
        """The armoured SSHSIG that `ssh-keygen -Y sign` gives with this key."""
        self.counter += 1
        trailer = bytes([flags]) + self.counter.to_bytes(4)
        digest = hashlib.new(hash_name, message).digest()
        signed = b"SSHSIG" + wire.strings(namespace.encode(), b"", hash_name.encode(), digest)
        asserted = hashlib.sha256(self.application.encode()).digest() + trailer + hashlib.sha256(signed).digest()
        return self.armoured(namespace, self.private.sign(asserted), trailer, hash_name)

    def armoured(self, namespace: str, signature: bytes, trailer: bytes, hash_name: str = "sha512") -> str:
        """A signature with its flags and counter, in OpenSSH's structures."""
        kind = keys.HARDWARE_TYPE.encode()
        inner = wire.strings(kind, signature) + trailer
        blob = wire.strings(kind, self.private.public_key().public_bytes_raw(), self.application.encode())
        whole = b"SSHSIG" + (1).to_bytes(4) + wire.strings(blob, namespace.encode(), b"", hash_name.encode(), inner)
        begin, end = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
        return "\n".join([begin, *wire.base64_lines(whole), end, ""])
