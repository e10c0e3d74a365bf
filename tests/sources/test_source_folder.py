"""A watched folder with what people and programs really leave in one."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from places.folder import LONG_AGO, write
from places.stage import NOW

from crisis.model.ports import Look, SourceFailed
from crisis.model.settings import SourceSettings
from crisis.rehearsal.world import VirtualClock
from crisis.sources import folder as folders
from crisis.sources.folder import Folder

JUST_NOW = NOW.timestamp() - 0.1


class Watched:
    """A folder and a source that keeps its memory as the desk would; `meanwhile` happens while it waits."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.meanwhile: Callable[[], object] = lambda: None
        self.waited = 0
        self.memory: dict[str, object] = {}
        self.last: Look | None = None
        self.source = Folder(SourceSettings("inbox", "folder", path=root), VirtualClock(NOW), self._wait)

    def _wait(self, seconds: float) -> None:
        self.waited += 1
        self.meanwhile()

    def look(self) -> dict[str, bytes]:
        """What is found, by name."""
        self.last = self.source.look(self.memory)
        self.memory = dict(json.loads(json.dumps(self.last.memory)))
        return {fetched.name: fetched.raw for fetched in self.last.found}


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    (tmp_path / "in").mkdir()
    return Watched(tmp_path / "in")


def test_files_in_folders_below_count(watched: Watched) -> None:
    write(watched.root / "2026" / "10" / "a.txt", b"a")
    assert watched.look() == {"2026/10/a.txt": b"a"}


def test_what_is_not_whole_or_hidden_does_not(watched: Watched) -> None:
    for name in (".a.txt", ".git/a.txt", "a.txt.part", "a.tmp", "a.crdownload", "a.txt~", ".a.txt.swp", "empty.txt"):
        write(watched.root / name, b"" if name == "empty.txt" else b"x")
    assert watched.look() == {}


def test_a_touch_is_no_change_and_the_same_bytes_are_none(watched: Watched) -> None:
    write(watched.root / "a.txt", b"a")
    watched.look()
    write(watched.root / "a.txt", b"a", LONG_AGO + 5)
    assert watched.look() == {}


def test_a_change_of_the_same_length_is_one(watched: Watched) -> None:
    write(watched.root / "a.txt", b"20:00")
    watched.look()
    write(watched.root / "a.txt", b"21:00", LONG_AGO + 5)
    assert watched.look() == {"a.txt": b"21:00"}


def test_a_file_just_written_is_taken_when_it_has_settled(watched: Watched) -> None:
    write(watched.root / "a.txt", b"a", JUST_NOW)
    assert watched.look() == {"a.txt": b"a"}
    assert watched.waited == 1
    assert watched.look() == {}
    assert watched.waited == 1


def test_a_file_still_written_to_is_left_until_it_rests(watched: Watched) -> None:
    path = watched.root / "a.txt"
    write(path, b"half", JUST_NOW)
    watched.meanwhile = lambda: write(path, path.read_bytes() + b" and more", JUST_NOW + 0.01 * watched.waited)
    assert watched.look() == {}
    assert watched.look() == {"a.txt": b"half and more"}


def test_a_file_that_keeps_its_shape_between_looks_has_settled_whatever_the_clocks_say(watched: Watched) -> None:
    """A share whose server's clock is ahead."""
    path = watched.root / "a.txt"
    write(path, b"half", NOW.timestamp() + 3600)
    watched.meanwhile = lambda: write(path, b"whole", NOW.timestamp() + 3601)
    assert watched.look() == {}
    watched.meanwhile = lambda: pytest.fail("waited for what has rested since the last look")
    assert watched.look() == {"a.txt": b"whole"}


def test_no_link_is_followed(watched: Watched, tmp_path: Path) -> None:
    write(tmp_path / "outside.txt", b"outside")
    write(tmp_path / "out" / "x.txt", b"outside")
    write(watched.root / "a.txt", b"inside")
    (watched.root / "file.txt").symlink_to(tmp_path / "outside.txt")
    (watched.root / "dir").symlink_to(tmp_path / "out")
    (watched.root / "loop").symlink_to(watched.root)
    (watched.root / "self.txt").symlink_to("self.txt")
    assert watched.look() == {"a.txt": b"inside"}


def test_a_file_swapped_for_a_link_before_it_is_read(watched: Watched, tmp_path: Path) -> None:
    write(tmp_path / "outside.txt", b"outside")
    path = watched.root / "a.txt"
    write(path, b"inside", JUST_NOW)

    def swap() -> None:
        path.unlink()
        path.symlink_to(tmp_path / "outside.txt")

    watched.meanwhile = swap
    assert watched.look() == {}


def test_what_is_no_file_keeps_nobody_waiting(watched: Watched) -> None:
    os.mkfifo(watched.root / "pipe.txt")
    (watched.root / "dir.txt").mkdir()
    assert watched.look() == {}


def test_one_file_that_cannot_be_read_stops_no_other(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "LARGEST", 4)
    write(watched.root / "a.txt", b"12345")
    write(watched.root / "b.txt", b"1234")
    assert watched.look() == {"b.txt": b"1234"}
    assert watched.last is not None
    assert [str(said) for said in watched.last.failed] == ["Source inbox: a.txt is too large for a notice."]
    watched.look()
    assert len(watched.last.failed) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(watched: Watched) -> None:
    write(watched.root / "a.txt", b"x")
    (watched.root / "a.txt").chmod(0)
    assert watched.look() == {}
    assert watched.last is not None
    assert watched.last.failed


def test_a_name_that_is_no_text(watched: Watched) -> None:
    name = os.fsdecode(b"\x8e\x78\x93\x58.txt")
    write(watched.root / name, b"a")
    (found,) = watched.look()
    assert found.encode()
    assert watched.look() == {}


def test_a_file_that_went_and_came_back_is_found_again(watched: Watched) -> None:
    write(watched.root / "a.txt", b"a")
    watched.look()
    (watched.root / "a.txt").unlink()
    assert watched.look() == {}
    write(watched.root / "a.txt", b"a")
    assert watched.look() == {"a.txt": b"a"}


def test_too_many_files(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MOST", 3)
    for number in range(4):
        write(watched.root / f"{number}.txt", b"x")
    with pytest.raises(SourceFailed, match="more than 3 files"):
        watched.look()
