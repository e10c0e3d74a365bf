"""The page of docs/ledger.md that checks a bundle without crisis, typed as it stands there, with stock ssh-keygen."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from desk_scene import make_scene

from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import Asked
from crisis.desk.outbox import announcing
from crisis.desk.record.proving import prove
from crisis.ledger import bundle
from crisis.model.records import StoredRelease

PAGE = Path(__file__).resolve().parents[2] / "docs" / "ledger.md"


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    """A bundle of one release, which waited for an announcement."""
    (tmp_path / "desk").mkdir()
    scene = make_scene(tmp_path / "desk")
    (post,) = scene.posts()
    clearing.clear(scene.desk, [post.id], scene.signer(), Asked(awaits="JR runs again"))
    announcing.announce(scene.desk, announcing.waiting_for(scene.desk, [post.id]), scene.signer("second"))
    with scene.desk.store.reading() as unit:
        (release,) = unit.find(StoredRelease)
    file = tmp_path / "proof.json"
    file.write_bytes(bundle.encode(prove(scene.desk, release.id)))
    scene.desk.store.close()
    return file


def checked(proof: Path) -> subprocess.CompletedProcess[str]:
    code = re.search(r"```python check_bundle\.py\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert code
    (proof.parent / "check_bundle.py").write_text(code[1], "utf-8")
    command = [sys.executable, "-I", "check_bundle.py", proof.name, "checked"]
    return subprocess.run(command, cwd=proof.parent, capture_output=True, text=True, check=False)


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="there is no ssh-keygen here")
def test_what_it_prints_is_typed_and_holds(proof: Path) -> None:
    done = checked(proof)
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith("ssh-keygen")]
    for line, said in zip(lines, ("clearance-actual@crisis approver", "announced-actual@crisis second"), strict=True):
        act, person = said.split()
        typed = subprocess.run(["sh", "-c", line], cwd=proof.parent, capture_output=True, text=True, check=False)
        assert f'Good "{act}" signature for {person}' in typed.stdout + typed.stderr
    signed = next((proof.parent / "checked").glob("*-0.txt"))
    signed.write_text(signed.read_text().replace("approver", "approved"))
    assert subprocess.run(["sh", "-c", lines[0]], cwd=proof.parent, capture_output=True, check=False).returncode != 0


def test_a_bent_entry_does_not_stand_under_the_checkpoint(proof: Path) -> None:
    proof.write_text(proof.read_text("utf-8").replace("仙台", "東京"), "utf-8")
    done = checked(proof)
    assert done.returncode == 1
    assert "does not stand under the checkpoint" in done.stderr
