"""Keys that an agent holds: a real agent, a real ssh-keygen, and the approval that comes of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from absence import absent

from crisis.clearance import keys, sshsig
from crisis.errors import Mistake, Refused
from crisis.rehearsal.world import SeededEntropy
from crisis.wiring import keygen

NAMESPACE = "clearance-actual@crisis"
PAIR = keys.generate(SeededEntropy("agent"))


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a public key whose private half is in an agent alone."""
    for program in ("ssh-agent", "ssh-add", "ssh-keygen"):
        if shutil.which(program) is None:
            absent(f"{program} is not installed: apt-get install openssh-client")
    socket = tmp_path / "agent"
    process = subprocess.Popen(["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.DEVNULL)
    try:
        monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
        private = tmp_path / "key"
        private.write_bytes(PAIR.private_openssh)
        private.chmod(0o600)
        while not socket.exists():
            assert process.poll() is None
        subprocess.run(["ssh-add", "-q", str(private)], check=True, env=dict(os.environ), capture_output=True)
        private.unlink()
        (tmp_path / "key.pub").write_text(PAIR.public + " suzuki\n")
        yield tmp_path
    finally:
        process.terminate()
        process.wait(10)


def held(path: Path) -> keygen.Keygen:
    holder = keygen.held(path, path.read_bytes())
    assert holder is not None
    return holder


def test_an_agent_signs_and_it_verifies_in_process(agent: Path) -> None:
    signature = sshsig.sign(held(agent / "key.pub"), NAMESPACE, b"text")
    sshsig.verify(PAIR.public, NAMESPACE, b"text", signature)
    assert signature == sshsig.sign(keys.load(PAIR.private_openssh, None), NAMESPACE, b"text")


def test_a_key_that_the_agent_does_not_hold_signs_nothing(agent: Path) -> None:
    other = agent / "other.pub"
    other.write_text(keys.generate(SeededEntropy("other")).public + "\n")
    with pytest.raises(Refused) as refusal:
        held(other).sign(NAMESPACE, b"text")
    assert refusal.value.code == "not-signed"


def test_without_an_agent_it_is_said_in_a_sentence(agent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_AUTH_SOCK", str(agent / "gone"))
    with pytest.raises(Refused, match="ssh-keygen did not sign"):
        held(agent / "key.pub").sign(NAMESPACE, b"text")


def test_without_ssh_keygen_it_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key.pub").write_text(PAIR.public)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Mistake, match="not installed"):
        held(tmp_path / "key.pub")


def test_a_private_key_in_a_file_signs_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "key"
    assert keygen.held(path, PAIR.private_openssh) is None
    with pytest.raises(Mistake):
        keygen.held(path, b"ssh-rsa AAAA")
    with pytest.raises(Mistake):
        keygen.held(path, b"nothing")


def test_a_desk_is_cleared_with_a_key_in_an_agent(agent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the enrolment of the public key to the approval, through the command line."""

    def crisis(*words: str) -> str:
        done = subprocess.run([sys.executable, "-m", "crisis", *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    crisis("init", str(agent / "desk"), "--sample")
    monkeypatch.setenv("CRISIS_DESK", str(agent / "desk"))
    public = str(agent / "key.pub")
    enrol = ("person", "add", "suzuki", "--name", "Suzuki", "--role", "approver", "--key", public, "--as", "drafter")
    code = crisis(*enrol).partition("signature: ")[2].split()[0]
    crisis("person", "confirm", code, "--as", "approver", "--yes")
    crisis(
        "say", "holding", "--as", "drafter", "--role", "IT", "--answer", "what=地震", "--answer", "next_update=23:59"
    )
    listed = crisis("notice", "list", "--json")
    notice = listed.partition('"notice": "')[2].partition('"')[0]
    assert "cleared" in crisis("clear", notice, "--as", "suzuki", "--key", public, "--yes", "--json")
