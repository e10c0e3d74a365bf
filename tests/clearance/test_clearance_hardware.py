"""Signatures of hardware keys: against ssh-keygen as the oracle, and every breakage by its code."""

from __future__ import annotations

import base64
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from absence import absent
from authenticator import APPLICATION, TOUCHED, VERIFIED, Authenticator
from clearance_kit import DATA, MINUTE, NOW, PEOPLE, key_of, sent

from crisis.clearance import keys, sshsig, wire
from crisis.clearance.approvals import approve
from crisis.errors import Mistake, Refused, VerificationFailed

NAMESPACE = "clearance-actual@crisis"
MESSAGE = "仙台事業所は閉鎖しています。".encode()
DEVICE = Authenticator()
SIGNED = DEVICE.sign(NAMESPACE, MESSAGE)


class Plugged(keys.Holder):
    """A holder over an authenticator that is plugged in."""

    def __init__(self, device: Authenticator, flags: int = TOUCHED) -> None:
        self.device, self.flags, self.public = device, flags, device.public

    def sign(self, namespace: str, message: bytes) -> str:
        return self.device.sign(namespace, message, flags=self.flags)


def code_of(signature: str, public: str = DEVICE.public, namespace: str = NAMESPACE) -> str:
    with pytest.raises(VerificationFailed) as failure:
        sshsig.verify(public, namespace, MESSAGE, signature)
    return failure.value.code


def stock_verifies(folder: Path, device: Authenticator, signature: str) -> bool:
    """What `ssh-keygen -Y verify` says."""
    program = shutil.which("ssh-keygen")
    if program is None:
        absent("ssh-keygen is not installed: apt-get install openssh-client")
    (folder / "allowed").write_text(f"suzuki {device.public}\n")
    (folder / "signature").write_text(signature)
    command = [str(program), "-Y", "verify", "-f", "allowed", "-I", "suzuki", "-n", NAMESPACE, "-s", "signature"]
    return subprocess.run(command, cwd=folder, input=MESSAGE, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("flags", [TOUCHED, TOUCHED | VERIFIED])
@pytest.mark.parametrize("hash_name", ["sha256", "sha512"])
def test_what_a_touched_key_signs_holds_here_and_under_stock_ssh(tmp_path: Path, flags: int, hash_name: str) -> None:
    signature = DEVICE.sign(NAMESPACE, MESSAGE, flags=flags, hash_name=hash_name)
    sshsig.verify(DEVICE.public, NAMESPACE, MESSAGE, signature)
    assert stock_verifies(tmp_path, DEVICE, signature)


def test_a_key_that_nobody_touched_counts_for_nothing() -> None:
    """Stricter than `ssh-keygen -Y verify`, which leaves it to whoever asks."""
    for flags in (0, VERIFIED):
        assert code_of(DEVICE.sign(NAMESPACE, MESSAGE, flags=flags)) == "signature-untouched"


def test_flags_and_counter_are_signed_too() -> None:
    inner = sshsig.opened(SIGNED).signature
    _, raw = wire.take_all(inner[:-5], 2)
    trailer = inner[-5:]
    for place in range(5):
        bent = bytearray(trailer)
        bent[place] ^= 0x80
        assert code_of(DEVICE.armoured(NAMESPACE, raw, bytes(bent))) == "signature-wrong"
    assert code_of(DEVICE.armoured(NAMESPACE, raw, trailer + b"\x00")) == "signature-trailing"
    assert code_of(DEVICE.armoured(NAMESPACE, raw, trailer[:-1])) == "signature-malformed"


def test_another_application_or_kind_of_key_is_another_key() -> None:
    elsewhere = Authenticator(application="ssh:other")
    assert code_of(elsewhere.sign(NAMESPACE, MESSAGE)) == "signature-other-key"
    plain = key_of("hardware")
    assert code_of(SIGNED, public=keys.public_of(plain)) == "signature-other-key"
    assert code_of(sshsig.sign(plain, NAMESPACE, MESSAGE)) == "signature-other-key"
    assert code_of(SIGNED, namespace="clearance-exercise@crisis") == "signature-namespace"


def test_every_flipped_bit_is_found() -> None:
    blob = base64.b64decode("".join(SIGNED.split("\n")[1:-2]))
    begin, *_, end, last = SIGNED.split("\n")
    for place in range(len(blob)):
        for bit in range(8):
            bent = bytearray(blob)
            bent[place] ^= 1 << bit
            armoured = "\n".join([begin, *wire.base64_lines(bytes(bent)), end, last])
            assert code_of(armoured).startswith("signature-")


def test_its_line_and_fingerprint_are_those_of_stock_ssh(tmp_path: Path) -> None:
    program = shutil.which("ssh-keygen")
    if program is None:
        absent("ssh-keygen is not installed: apt-get install openssh-client")
    (tmp_path / "key.pub").write_text(DEVICE.public + " suzuki\n")
    shown = subprocess.run(
        [str(program), "-l", "-f", "key.pub"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert keys.fingerprint(DEVICE.public + " suzuki") == shown.stdout.split()[1]
    assert keys.parse(DEVICE.public).application == APPLICATION


def test_a_key_of_a_web_site_cannot_be_enrolled() -> None:
    with pytest.raises(Mistake) as failure:
        keys.normalise_public(Authenticator(application="https://kitahama.example").public)
    assert failure.value.code == "key-unreadable"


def test_an_approval_by_a_hardware_key_clears() -> None:
    person = replace(PEOPLE["approver"], public_key=DEVICE.public)
    given = approve(DATA, person, Plugged(DEVICE), NOW + MINUTE)
    assert given.key == keys.fingerprint(DEVICE.public)
    assert sent(given=[given], people={**PEOPLE, "approver": person})
    with pytest.raises(VerificationFailed, match="without anybody touching it"):
        approve(DATA, person, Plugged(DEVICE, flags=0), NOW + MINUTE)


def test_either_key_of_a_person_signs_and_both_count_once() -> None:
    person = replace(PEOPLE["approver"], spare_key=DEVICE.public)
    people = {**PEOPLE, "approver": person}
    main = approve(DATA, person, key_of("approver"), NOW + MINUTE)
    spare = approve(DATA, person, Plugged(DEVICE), NOW + MINUTE)
    assert sent(given=[main], people=people) == sent(given=[spare], people=people)
    lost = {**people, "approver": replace(person, suspended_keys=(person.public_key,))}
    assert sent(given=[spare], people=lost)
    with pytest.raises(VerificationFailed, match="another key"):
        sent(given=[main], people=lost)
    with pytest.raises(Refused, match="not the key"):
        approve(DATA, lost["approver"], key_of("approver"), NOW + MINUTE)
