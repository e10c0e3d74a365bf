"""Keys: OpenSSH reads ours, we read OpenSSH's, and bad ones get one clear sentence."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from absence import absent
from clearance_kit import Seeded
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from crisis.clearance import keys
from crisis.errors import Mistake

PAIR = keys.generate(Seeded("approver"))


@pytest.fixture
def keygen() -> str:
    program = shutil.which("ssh-keygen")
    if program is None:
        absent("ssh-keygen is not installed: apt-get install openssh-client")
    return str(program)


def run(*arguments: str | Path) -> str:
    return subprocess.run([*map(str, arguments)], capture_output=True, check=True, text=True).stdout


def code_of(private: bytes, passphrase: bytes | None = None) -> str:
    with pytest.raises(Mistake) as failure:
        keys.load(private, passphrase)
    return failure.value.code


def test_equal_entropy_makes_equal_files() -> None:
    assert keys.generate(Seeded("approver")) == PAIR
    assert keys.generate(Seeded("drafter")) != PAIR


@given(st.binary(min_size=32, max_size=32))
def test_what_is_made_can_be_loaded(seed: bytes) -> None:
    class Fixed:
        def token(self, size: int) -> bytes:
            return seed[:size]

    pair = keys.generate(Fixed())
    key = keys.load(pair.private_openssh, None)
    assert key.private_bytes_raw() == seed
    assert keys.public_of(key) == pair.public == keys.normalise_public(pair.public)


def test_a_pair_does_not_show_its_private_half() -> None:
    assert "PRIVATE" not in repr(PAIR)
    assert PAIR.public in repr(PAIR)


@pytest.mark.peer
def test_openssh_reads_ours(keygen: str, tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(PAIR.private_openssh)
    file.chmod(0o600)
    assert run(keygen, "-y", "-f", file).strip() == PAIR.public
    assert run(keygen, "-l", "-f", file).split()[1] == keys.fingerprint(PAIR.public)


@pytest.mark.peer
def test_we_read_openssh(keygen: str, tmp_path: Path) -> None:
    file = tmp_path / "key"
    run(keygen, "-q", "-t", "ed25519", "-N", "", "-C", "approver at home", "-f", file)
    line = (tmp_path / "key.pub").read_text()
    assert keys.public_of(keys.load(file.read_bytes(), None)) == keys.normalise_public(line)
    assert keys.fingerprint(line) == run(keygen, "-l", "-f", file).split()[1]
    assert keys.load(file.read_bytes(), b"not needed")


@pytest.mark.peer
def test_locked_keys(keygen: str, tmp_path: Path) -> None:
    pytest.importorskip("bcrypt", reason="keys with a passphrase need bcrypt")
    file = tmp_path / "key"
    run(keygen, "-q", "-t", "ed25519", "-N", "ひみつ", "-a", "1", "-f", file)
    private = file.read_bytes()
    assert keys.public_of(keys.load(private, "ひみつ".encode())) == keys.normalise_public(
        (tmp_path / "key.pub").read_text()
    )
    assert code_of(private) == code_of(private, b"") == "key-locked"
    assert code_of(private, b"wrong") == "key-passphrase"


def test_keys_of_another_type() -> None:
    form = serialization.PrivateFormat.OpenSSH
    other = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, form, serialization.NoEncryption()
    )
    assert code_of(other) == "key-type"


@pytest.mark.parametrize(
    "private",
    [
        b"",
        b"\xff\xfe",
        PAIR.public.encode(),
        PAIR.private_openssh[:200],
        PAIR.private_openssh.replace(b"b3Blbn", b"b3Blbm"),
        b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
        Ed25519PrivateKey.from_private_bytes(bytes(32)).private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
    ],
)
def test_files_that_are_no_openssh_key(private: bytes) -> None:
    assert code_of(private) == "key-unreadable"


def test_a_damaged_key_is_unreadable() -> None:
    lines = PAIR.private_openssh.split(b"\n")
    lines[3] = lines[3][:-4] + b"AAAA"
    assert code_of(b"\n".join(lines)) == "key-unreadable"


@pytest.mark.parametrize("form", ["{} approver@home", "  {}\n", "{} a b c\r\n", "\n{}\n\n"])
def test_comments_and_blanks_are_dropped(form: str) -> None:
    assert keys.normalise_public(form.format(PAIR.public)) == PAIR.public


ENCODED = PAIR.public.split()[1]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "key-unreadable"),
        ("ssh-ed25519", "key-unreadable"),
        ("ssh-ed25519 閉鎖", "key-unreadable"),
        (f"ssh-ed25519 {ENCODED[:-4]}", "key-unreadable"),
        (f"ssh-ed25519 {ENCODED}AAAA", "key-unreadable"),
        (f"ssh-ed25519 {ENCODED[:-1]}=", "key-unreadable"),
        ("ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQABAAAAAQU=", "key-unreadable"),
        (f"{PAIR.public}\n{PAIR.public}", "key-unreadable"),
        ("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAAQU=", "key-type"),
        ("sk-ssh-ed25519@openssh.com AAAA", "key-unreadable"),
        ("sk-ecdsa-sha2-nistp256@openssh.com AAAA", "key-type"),
        (f"restrict {PAIR.public}", "key-type"),
        (PAIR.private_openssh.decode(), "key-private"),
    ],
)
def test_lines_that_are_no_ed25519_key(line: str, code: str) -> None:
    with pytest.raises(Mistake) as failure:
        keys.normalise_public(line)
    assert failure.value.code == code
    assert ENCODED not in str(failure.value)


@pytest.mark.parametrize("sign", [0, 0x80])
@pytest.mark.parametrize("weak", sorted(keys._WEAK))
def test_keys_in_whose_name_anybody_can_sign(weak: bytes, sign: int) -> None:
    raw = weak[:-1] + bytes([weak[-1] | sign])
    with pytest.raises(Mistake) as failure:
        keys.normalise_public(keys.public_line(raw))
    assert failure.value.code == "key-weak"


@pytest.mark.parametrize("weak", sorted(keys._WEAK))
def test_they_are_weak_indeed(weak: bytes) -> None:
    """A signature that nobody made, (neutral point, 0), verifies for one message in eight at least, or the key is no point."""
    nobody = b"\x01" + bytes(31) + bytes(32)
    accepted = 0
    for number in range(64):
        try:
            Ed25519PublicKey.from_public_bytes(weak).verify(nobody, b"%d" % number)
        except InvalidSignature:
            continue
        accepted += 1
    assert accepted


@pytest.mark.parametrize("ends", [b"\r\n", b"\n\n"])
def test_line_ends_of_another_system(ends: bytes) -> None:
    private = PAIR.private_openssh.replace(b"\n", ends)
    assert keys.public_of(keys.load(private, None)) == PAIR.public
