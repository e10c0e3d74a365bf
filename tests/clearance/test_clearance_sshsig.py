"""SSHSIG against ssh-keygen in both directions, and every breakage by its code."""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from absence import absent
from clearance_kit import Seeded, key_of
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis.clearance import keys, sshsig, wire
from crisis.errors import VerificationFailed

NAMESPACE = "clearance-actual@crisis"
MESSAGE = "仙台事業所は閉鎖しています。".encode()
KEY = key_of("approver")
PUBLIC = keys.public_of(KEY)
SIGNED = sshsig.sign(KEY, NAMESPACE, MESSAGE)
BLOB = base64.b64decode("".join(SIGNED.split("\n")[1:-2]))


@pytest.fixture
def keygen() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs ssh-keygen with arguments and standard input."""
    program = shutil.which("ssh-keygen")
    if program is None:
        absent("ssh-keygen is not installed: apt-get install openssh-client")

    def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([str(program), *map(str, arguments)], input=stdin, capture_output=True, check=False)

    return run


Keygen = Callable[..., subprocess.CompletedProcess[bytes]]


def code_of(signature: str, *, public: str = PUBLIC, namespace: str = NAMESPACE, message: bytes = MESSAGE) -> str:
    with pytest.raises(VerificationFailed) as failure:
        sshsig.verify(public, namespace, message, signature)
    return failure.value.code


def armoured(data: bytes) -> str:
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *wire.base64_lines(data), "-----END SSH SIGNATURE-----", ""])


def built(
    *,
    magic: bytes = b"SSHSIG\x00\x00\x00\x01",
    public: bytes = keys.blob(KEY.public_key().public_bytes_raw()),
    namespace: bytes = NAMESPACE.encode(),
    reserved: bytes = b"",
    hash_name: bytes = b"sha512",
    signature: bytes = b"",
    more: bytes = b"",
) -> str:
    inner = signature or sshsig.opened(SIGNED).signature
    return armoured(magic + wire.strings(public, namespace, reserved, hash_name, inner) + more)


def test_ours_verifies_and_is_the_same_each_time() -> None:
    sshsig.verify(PUBLIC, NAMESPACE, MESSAGE, SIGNED)
    assert sshsig.sign(KEY, NAMESPACE, MESSAGE) == SIGNED
    assert built() == SIGNED


@pytest.mark.peer
@pytest.mark.parametrize("message", [MESSAGE, b"", bytes(range(256)) * 40])
def test_ssh_keygen_verifies_ours(keygen: Keygen, tmp_path: Path, message: bytes) -> None:
    allowed, signature = tmp_path / "allowed", tmp_path / "signature"
    allowed.write_text(f'approver namespaces="{NAMESPACE}" {PUBLIC}\n')
    signature.write_text(sshsig.sign(KEY, NAMESPACE, message))
    verify = ["-Y", "verify", "-f", allowed, "-I", "approver", "-n", NAMESPACE, "-s", signature]
    assert keygen(*verify, stdin=message).returncode == 0
    assert keygen(*verify, stdin=message + b".").returncode != 0


@pytest.mark.peer
@pytest.mark.parametrize("hash_name", ["sha512", "sha256"])
def test_we_verify_what_ssh_keygen_signs(keygen: Keygen, tmp_path: Path, hash_name: str) -> None:
    key = tmp_path / "key"
    key.write_bytes(keys.generate(Seeded("approver")).private_openssh)
    key.chmod(0o600)
    made = keygen("-Y", "sign", "-f", key, "-n", NAMESPACE, "-O", f"hashalg={hash_name}", stdin=MESSAGE)
    signature = made.stdout.decode()
    sshsig.verify(PUBLIC, NAMESPACE, MESSAGE, signature)
    assert code_of(signature, message=MESSAGE + b".") == "signature-wrong"
    assert (signature == SIGNED) is (hash_name == "sha512")


@pytest.mark.parametrize(
    ("signature", "code"),
    [
        ("", "signature-malformed"),
        ("閉鎖", "signature-malformed"),
        (SIGNED.removesuffix("\n"), "signature-malformed"),
        (SIGNED.replace("\n", "\r\n"), "signature-malformed"),
        ("\n" + SIGNED, "signature-malformed"),
        (SIGNED.replace("U1NI", "U1N*"), "signature-malformed"),
        (SIGNED.replace("\n", "", 1), "signature-malformed"),
        (armoured(BLOB[:-1]), "signature-malformed"),
        (armoured(BLOB[:20]), "signature-malformed"),
        (armoured(b""), "signature-malformed"),
        (built(magic=b"SSHSIG\x00\x00\x00\x02"), "signature-malformed"),
        (built(magic=b"SSHSIH\x00\x00\x00\x01"), "signature-malformed"),
        (built(reserved=b"x"), "signature-malformed"),
        (built(public=b"\x00"), "signature-malformed"),
        (built(signature=wire.string(b"ssh-ed25519")), "signature-malformed"),
        (SIGNED + SIGNED, "signature-trailing"),
        (SIGNED + "\n", "signature-trailing"),
        (built(more=b"\x00"), "signature-trailing"),
        (built(signature=sshsig.opened(SIGNED).signature + b"\x00"), "signature-trailing"),
        (built(public=wire.strings(b"ssh-rsa", b"\x03", b"\x05")), "signature-key-type"),
        (built(public=wire.strings(b"sk-ssh-ed25519@openssh.com", bytes(32), b"ssh:")), "signature-key-type"),
        (built(signature=wire.strings(b"rsa-sha2-512", bytes(64))), "signature-key-type"),
        (built(hash_name=b"sha1"), "signature-hash"),
        (built(hash_name=b"md5"), "signature-hash"),
        (built(hash_name=b"sha256"), "signature-wrong"),
        (built(signature=wire.strings(b"ssh-ed25519", bytes(64))), "signature-wrong"),
        (built(signature=wire.strings(b"ssh-ed25519", bytes(63))), "signature-wrong"),
        (built(namespace=b"clearance-exercise@crisis"), "signature-namespace"),
        (sshsig.sign(KEY, "clearance-exercise@crisis", MESSAGE), "signature-namespace"),
        (sshsig.sign(key_of("drafter"), NAMESPACE, MESSAGE), "signature-other-key"),
        (sshsig.sign(KEY, NAMESPACE, MESSAGE + b"."), "signature-wrong"),
    ],
)
def test_each_breakage_has_its_code(signature: str, code: str) -> None:
    assert code_of(signature) == code


def test_the_enrolled_key_is_what_counts() -> None:
    assert code_of(SIGNED, public=keys.public_of(key_of("drafter"))) == "signature-other-key"
    assert code_of(SIGNED, public="ssh-rsa AAAA") == "signature-other-key"
    assert code_of(SIGNED, namespace="file") == "signature-namespace"


def test_a_signature_lent_to_another_key_is_refused() -> None:
    other = keys.blob(key_of("drafter").public_key().public_bytes_raw())
    assert code_of(built(public=other), public=keys.public_of(key_of("drafter"))) == "signature-wrong"


def test_every_flipped_bit_of_the_signature_is_found() -> None:
    for place in range(len(SIGNED)):
        for bit in range(7):
            bent = SIGNED[:place] + chr(ord(SIGNED[place]) ^ 1 << bit) + SIGNED[place + 1 :]
            assert code_of(bent).startswith("signature-")


def test_every_flipped_bit_inside_the_armour_is_found() -> None:
    for place in range(len(BLOB)):
        for bit in range(8):
            bent = bytearray(BLOB)
            bent[place] ^= 1 << bit
            assert code_of(armoured(bytes(bent))).startswith("signature-")


def test_every_flipped_bit_of_the_message_is_found() -> None:
    for place in range(len(MESSAGE)):
        for bit in range(8):
            bent = bytearray(MESSAGE)
            bent[place] ^= 1 << bit
            assert code_of(SIGNED, message=bytes(bent)) == "signature-wrong"


@given(st.binary(max_size=200))
@settings(max_examples=200)
def test_any_bytes_in_armour_fail_cleanly(data: bytes) -> None:
    assert code_of(armoured(BLOB[:10] + data)).startswith("signature-")


@given(st.text(max_size=60))
def test_any_text_fails_cleanly(text: str) -> None:
    assert code_of(text).startswith("signature-")


def test_a_namespace_is_needed() -> None:
    with pytest.raises(ValueError, match="namespace"):
        sshsig.sign(KEY, "", MESSAGE)
