"""An approval checked as docs/clearance.md says: with stock ssh-keygen and a page of code, and nothing of ours."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from absence import absent
from doc_pages import blocks, page, section
from doc_terminal import Typed, environment, soon, type_in

from crisis.clearance import statements
from crisis.model.release import Accepted, StatedPost, Statement, Target

BY_HAND = section(page("docs/clearance.md"), "Check one by hand")
GOOD = 'Good "clearance-actual@crisis" signature for suzuki'


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk where suzuki has cleared a post that tanaka drafted."""
    folder = tmp_path_factory.mktemp("approval")
    typed("crisis init desk --sample", folder)
    proposed = typed(
        "crisis person add suzuki --name Suzuki --role approver --generate --as drafter --desk desk", folder
    )
    code = proposed.screen.partition("signature: ")[2].split()[0]
    for command in (
        f"crisis person confirm {code} --as approver --yes --desk desk",
        f"crisis say holding --as drafter --role IT --answer what=地震 --answer next_update='{soon()}' --desk desk </dev/null",
    ):
        typed(command, folder)
    listed = typed("crisis notice list --json --desk desk", folder)
    notice = listed.screen.partition('"notice": "')[2].partition('"')[0]
    typed(f"crisis clear {notice} --as suzuki --yes --desk desk", folder)
    return folder


def typed(command: str, folder: Path) -> Typed:
    """A command that succeeds."""
    done = type_in(command, folder, environment(folder))
    assert done.code == 0, done.screen
    return done


def checked(folder: Path) -> Typed:
    """What the document's commands say."""
    if shutil.which("ssh-keygen") is None:
        absent("ssh-keygen is not installed")
    (script,) = blocks(BY_HAND, "python")
    (folder / script.mark).write_text(script.text, "utf-8")
    said = ""
    for command in (command for block in blocks(BY_HAND, "sh") for command in block.commands):
        done = type_in(command, folder, environment(folder, Path(sys.executable).parent))
        said += done.screen
    return Typed(done.code, said)


def test_the_approval_holds(desk: Path) -> None:
    done = checked(desk)
    assert done.code == 0, done.screen
    assert GOOD in done.screen
    assert "suzuki approved, for actual" in done.screen
    assert "page\nja\n" in done.screen


def test_a_changed_text_is_seen(desk: Path, tmp_path: Path) -> None:
    shutil.copytree(desk, tmp_path / "copy")
    with sqlite3.connect(tmp_path / "copy" / "desk" / "crisis.db") as db:
        (statement,) = db.execute("SELECT statement FROM release").fetchone()
        changed = statement.replace("地震".encode(), "火災".encode())
        assert changed != statement
        db.execute("UPDATE release SET statement = ?", (changed,))
    done = checked(tmp_path / "copy")
    assert done.code != 0
    assert GOOD not in done.screen


def test_every_member_of_the_statement_is_told() -> None:
    told = section(page("docs/clearance.md"), "The statement")
    assert statements.FORMAT in told
    for member in Statement.__dataclass_fields__:
        assert f"`{member}`" in told
    for value in (StatedPost, Target, Accepted):
        assert value.__dataclass_fields__
