"""Backups: everything of a desk comes back, only to whom it was encrypted, and nothing that was altered."""

from __future__ import annotations

import io
import json
import os
import stat
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis.clearance import keys
from crisis.desk.desk import Desk
from crisis.desk.notices import receive
from crisis.desk.people import roster
from crisis.desk.record import book
from crisis.desk.signer import Signer
from crisis.errors import Mistake, Refused, VerificationFailed
from crisis.model.release import Person
from crisis.store import notices
from crisis.wiring import archive, elsewhere
from crisis.wiring.live import make_desk, open_desk
from crisis.wiring.system import SystemEntropy

SECRET = "負傷者2名"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk", sample=True, environ={})
    receive.receive(made, f"拠点：仙台事業所\n状況：閉鎖\n理由：{SECRET}\n".encode(), "n.txt", by="drafter")
    yield made
    made.close()


@pytest.fixture
def copy(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """The desk, restored in another folder."""
    restored(packed(desk, tmp_path), tmp_path / "copy", desk.signing_key("approver"))
    made = open_desk(tmp_path / "copy", {})
    yield made
    made.close()


def packed(desk: Desk, tmp_path: Path, readers: list[Person] | None = None) -> Path:
    out = tmp_path / "backup"
    archive.pack(desk, out, roster.roster(desk) if readers is None else readers)
    return out


def restored(file: Path, folder: Path, key: bytes) -> None:
    _, verdict = elsewhere.restore(file, folder, lambda: key, os.environ)
    assert verdict.ok, verdict.problems


def folder_of(desk: Desk) -> Path:
    assert desk.settings.folder is not None
    return desk.settings.folder


def test_all_of_it_comes_back_and_only_its_owner_can_read_it(desk: Desk, copy: Desk) -> None:
    with copy.store.reading() as unit, desk.store.reading() as original:
        assert notices.find(unit) == notices.find(original)
        assert unit.ledger_root() == original.ledger_root()
    before, after = folder_of(desk), folder_of(copy)
    for name in ("crisis.toml", "protected.txt", "keys/approver", "keys/ledger"):
        assert (after / name).read_bytes() == (before / name).read_bytes()
        assert stat.S_IMODE((after / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(after.stat().st_mode) == 0o700


def test_nothing_of_it_can_be_read_without_a_key(desk: Desk, tmp_path: Path) -> None:
    out = packed(desk, tmp_path)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert SECRET.encode() not in out.read_bytes()
    assert b"crisis.toml" not in out.read_bytes()
    foreign = keys.generate(SystemEntropy()).private_openssh
    with pytest.raises(Mistake, match="does not open"):
        archive.unpack(out, tmp_path / "copy", lambda: foreign)
    assert not (tmp_path / "copy").exists()


def test_each_of_its_readers_can_open_it(desk: Desk, tmp_path: Path) -> None:
    out = packed(desk, tmp_path)
    for person in ("drafter", "approver"):
        restored(out, tmp_path / person, desk.signing_key(person))


def test_a_plain_backup_needs_no_key(desk: Desk, tmp_path: Path) -> None:
    out = packed(desk, tmp_path, readers=[])
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    restored(out, tmp_path / "copy", b"")


def test_nothing_is_left_lying_about(desk: Desk, tmp_path: Path) -> None:
    before = sorted(folder_of(desk).rglob("*"))
    packed(desk, tmp_path)
    assert sorted(folder_of(desk).rglob("*")) == before


def test_neither_file_nor_folder_is_overwritten(desk: Desk, tmp_path: Path) -> None:
    out = packed(desk, tmp_path)
    with pytest.raises(Refused, match="already"):
        packed(desk, tmp_path)
    with pytest.raises(Refused, match="already"):
        archive.unpack(out, tmp_path / "desk", lambda: desk.signing_key("approver"))


@pytest.mark.parametrize("cut", [0, 10, 1000, -1])
def test_a_file_that_was_cut_off_is_said_so(desk: Desk, tmp_path: Path, cut: int) -> None:
    out = packed(desk, tmp_path)
    out.write_bytes(out.read_bytes()[:cut])
    with pytest.raises(Mistake):
        archive.unpack(out, tmp_path / "copy", lambda: desk.signing_key("approver"))
    assert not (tmp_path / "copy").exists()


def _tar(path: Path, files: dict[str, bytes], digests: dict[str, str]) -> Path:
    manifest = {"format": archive.FORMAT, "origin": "o", "made_at": "t", "entries": 0, "root": "", "files": digests}
    with tarfile.open(path, "w") as writer:
        for name, data in {archive.MANIFEST: json.dumps(manifest).encode(), **files}.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            writer.addfile(info, io.BytesIO(data))
    return path


def test_an_altered_file_is_found(tmp_path: Path) -> None:
    tar = _tar(tmp_path / "b", {"desk/crisis.toml": b"[desk]"}, {"crisis.toml": "00" * 32})
    with pytest.raises(VerificationFailed, match=r"crisis\.toml"):
        archive.unpack(tar, tmp_path / "copy", lambda: b"")
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("name", ["../out", "/out", "a/../../out", ""])
def test_no_file_lands_outside_the_folder(tmp_path: Path, name: str) -> None:
    tar = _tar(tmp_path / "b", {f"desk/{name}": b"x"}, {name: "00" * 32})
    with pytest.raises(Mistake):
        archive.unpack(tar, tmp_path / "copy", lambda: b"")
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_move_makes_a_new_key_and_takes_the_old_one_away(desk: Desk, copy: Desk) -> None:
    signer = Signer("approver", desk.signing_key("approver"))
    elsewhere.move(copy, folder_of(copy), signer, keys_safe=True, reason="flood")
    names = sorted(path.name for path in (folder_of(copy) / "keys").iterdir())
    assert names == ["approver", "drafter", "ledger-2"]
    assert book.verify_ledger(copy).ok
    assert book.write_checkpoint(copy) is not None
    assert book.verify_ledger(copy).ok


def test_a_move_from_a_place_whose_keys_were_taken_needs_a_key_from_elsewhere(desk: Desk, copy: Desk) -> None:
    signer, kept = Signer("approver", desk.signing_key("approver")), folder_of(copy) / "keys" / "approver"
    with pytest.raises(Refused) as refused:
        elsewhere.move(copy, folder_of(copy), signer, keys_safe=False, reason="theft")
    assert refused.value.code == "lost-key"
    kept.unlink()
    done = elsewhere.move(copy, folder_of(copy), signer, keys_safe=False, reason="theft")
    assert done.epoch.revoked == ("drafter",)
    with copy.store.reading() as unit, pytest.raises(Refused):
        copy.person(unit, "drafter")
