"""Finding a desk, and making one that works as it is."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis.catalogue import config, desk_folder
from crisis.errors import Mistake, Refused
from crisis.shipped import shipped

NOW = datetime(2026, 10, 9, 7, 20, tzinfo=UTC)


def test_the_one_named_wins_over_the_environment_and_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / "crisis.toml").touch()
    environ = {"CRISIS_DESK": str(tmp_path / "env")}
    assert desk_folder.find(Path("named"), environ, tmp_path) == tmp_path / "named"
    assert desk_folder.find(None, environ, tmp_path) == tmp_path / "env"
    assert desk_folder.find(None, {"CRISIS_DESK": ""}, tmp_path) == tmp_path


def test_an_ordinary_folder_is_no_desk(tmp_path: Path) -> None:
    assert desk_folder.find(None, {}, tmp_path) is None


def test_a_new_desk_works_as_it_is_and_is_private(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "desk"
    desk_folder.make(folder, sample=False, now=NOW)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / "public").is_dir()
    desk = config.load(folder)
    assert [account.platform for account in desk.accounts] == ["page", "feed"]
    assert not desk.sample


def test_every_key_in_the_comments_of_a_new_desk_is_true(tmp_path: Path) -> None:
    text = (shipped("data") / "desk" / "crisis.toml").read_text("utf-8")
    live = [
        line.removeprefix("# ")
        for line in text.splitlines()
        if not line.startswith("# ") or " = " in line or line.startswith("# [")
    ]
    (tmp_path / "crisis.toml").write_text("\n".join(live), "utf-8")
    desk = config.load(tmp_path)
    assert [account.id for account in desk.accounts] == ["page", "feed", "x-main"]
    assert (len(desk.sites), len(desk.services), len(desk.outside)) == (1, 1, 1)
    assert desk.publish_command[0] == "rsync"


def test_the_sample_desk_brings_its_notices(tmp_path: Path) -> None:
    desk_folder.make(tmp_path / "desk", sample=True, now=NOW)
    desk = config.load(tmp_path / "desk")
    assert desk.sample
    assert len(list((tmp_path / "desk" / "notices").iterdir())) >= 10
    assert desk.guard.protected[0].read_text("utf-8").strip()


def test_a_desk_is_never_made_over_another(tmp_path: Path) -> None:
    desk_folder.make(tmp_path, sample=False, now=NOW)
    (tmp_path / "crisis.toml").write_text('[desk]\nname = "mine"\n', "utf-8")
    with pytest.raises(Refused, match="is a desk already; nothing was changed"):
        desk_folder.make(tmp_path, sample=True, now=NOW)
    assert config.load(tmp_path).name == "mine"
    assert not (tmp_path / "protected.txt").exists()


def test_files_that_are_there_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "protected.txt").write_text("mine", "utf-8")
    with pytest.raises(Refused, match=r"holds protected\.txt already"):
        desk_folder.make(tmp_path, sample=True, now=NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["protected.txt"]


def test_other_files_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "unrelated").touch()
    desk_folder.make(tmp_path, sample=False, now=NOW)
    assert (tmp_path / "unrelated").exists()


def test_a_file_in_its_place_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "desk").touch()
    with pytest.raises(Mistake, match="is a file; name a folder"):
        desk_folder.make(tmp_path / "desk", sample=False, now=NOW)
    with pytest.raises(Mistake, match="cannot be made"):
        desk_folder.make(tmp_path / "desk" / "below", sample=False, now=NOW)
