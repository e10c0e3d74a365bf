"""The commands of docs/operations.md and docs/ledger.md, run as they stand: a backup, and a record checked from outside."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from doc_pages import blocks, page, section
from doc_terminal import Typed, environment, soon, type_in

OUTSIDE = section(page("docs/ledger.md"), "What it cannot find without an outside copy")
BACKUP = section(page("docs/operations.md"), "Backup")
LOST = section(page("docs/operations.md"), "When the office is lost")


def run(folder: Path, *commands: str) -> Typed:
    """The last of some commands, each of which has to succeed."""
    for command in commands:
        done = type_in(command, folder, environment(folder))
        assert done.code == 0, f"{command}\n{done.screen}"
    return done


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a checkpoint, and after it a few more entries; the scripts of the document beside it."""
    tmp_path = tmp_path_factory.mktemp("operations")
    say = f"crisis say holding --as drafter --role IT --answer what=地震 --answer next_update='{soon()}' </dev/null"
    run(tmp_path, "crisis init desk --sample", "crisis daemon --once --desk desk", f"{say} --desk desk")
    for script in blocks(OUTSIDE, "python"):
        (tmp_path / script.mark).write_text(script.text, "utf-8")
    return tmp_path


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of its own for each test."""
    return Path(shutil.copytree(made, tmp_path / "copy"))


def outside() -> list[str]:
    (block,) = blocks(OUTSIDE, "sh")
    return block.commands


def test_a_record_that_grew_contains_its_checkpoint(folder: Path) -> None:
    run(folder, outside()[0], "crisis incident open earthquake --as drafter --desk desk")
    assert "are those of the checkpoint" in run(folder, outside()[1]).screen


def test_a_record_that_was_cut_back_is_found(folder: Path) -> None:
    run(folder, outside()[0])
    with sqlite3.connect(folder / "desk" / "crisis.db") as db:
        db.execute("DELETE FROM ledger_entry WHERE seq = (SELECT max(seq) FROM ledger_entry)")
        db.execute("DELETE FROM ledger_entry WHERE seq > 0")
    done = type_in(outside()[1], folder, environment(folder))
    assert done.code == 1
    assert "cut back" in done.screen


def test_a_record_that_was_rewritten_is_found(folder: Path) -> None:
    run(folder, outside()[0])
    with sqlite3.connect(folder / "desk" / "crisis.db") as db:
        db.execute("UPDATE ledger_entry SET body = CAST(replace(body, 'drafter', 'someone') AS BLOB)")
    done = type_in(outside()[1], folder, environment(folder))
    assert done.code == 1
    assert "rewritten" in done.screen


def restored(folder: Path) -> Typed:
    """The document's backup and restore, on this machine: the stick is a folder, the person's key the sample's."""
    here = {"/media/stick/": "", "~/.ssh/id_ed25519": "desk/keys/approver", "desk --key": "copy --key"}
    commands = [command for block in blocks(BACKUP) for command in block.commands]
    assert [command.split()[1] for command in commands] == ["backup", "restore"]
    for there, place in here.items():
        commands = [command.replace(there, place) for command in commands]
    return run(folder, f"{commands[0]} --desk desk", commands[1])


def test_a_backup_of_a_desk_in_use_verifies(folder: Path) -> None:
    with sqlite3.connect(folder / "desk" / "crisis.db") as reader:
        reader.execute("SELECT * FROM notice").fetchone()
        assert "The record holds" in restored(folder).screen
    assert (folder / "copy").stat().st_mode & 0o777 == 0o700
    assert "holds" in run(folder, "crisis ledger verify --desk copy").screen


def test_a_restored_desk_lists_what_waited(folder: Path) -> None:
    restored(folder)
    shutil.rmtree(folder / "desk")
    assert "地震" in run(folder, "crisis clear --desk copy").screen


def test_a_desk_whose_office_is_lost_goes_on_elsewhere(folder: Path) -> None:
    restored(folder)
    ((move,),) = [block.commands for block in blocks(LOST)]
    move = move.replace("--desk desk", "--desk copy").replace("--as ID", "--as approver --yes")
    screen = run(folder, "mv copy/keys/approver mine", move.replace("~/.ssh/id_ed25519", "mine")).screen
    assert "place 2" in screen
    assert "holds" in run(folder, "crisis ledger verify --desk copy").screen
