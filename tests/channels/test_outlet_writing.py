"""How page and feed are written: whole or not at all, by several processes, on a full disk, and uploaded."""

from __future__ import annotations

import errno
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast
from urllib.parse import urljoin

import pytest
from lxml import html
from platforms.stage import EARTHQUAKE, NOON, FixedClock, State, fittings, parcel

from crisis.canon import digest
from crisis.channels import _site, build
from crisis.channels._outlet import Outlet
from crisis.channels._site import Site
from crisis.channels.page import order
from crisis.model.ports import Fittings, InDoubt, NotSent
from crisis.model.published import PublishedPost
from crisis.model.settings import Account

OUTLETS = ("page", "feed", "cap")


def outlet(made: Fittings) -> Outlet:
    return cast("Outlet", build(made))


@pytest.fixture
def made(tmp_path: Path) -> Fittings:
    return fittings(tmp_path, Account("page", "page"))


def state_of(made: Fittings) -> State:
    return cast("State", made.shelf)


def published(post: str, text: str = "text", **others: object) -> PublishedPost:
    one = PublishedPost(post, digest(text.encode()), text, "ja", "holding", EARTHQUAKE.id, NOON)
    return replace(one, **others)  # type: ignore[arg-type]


def snapshot(public: Path) -> dict[str, bytes]:
    return {str(path.relative_to(public)): path.read_bytes() for path in sorted(public.rglob("*")) if path.is_file()}


def dangling(public: Path, start: str = "index.html") -> list[str]:
    """What a reader who walks from the start would not find."""
    seen, waiting, lost = set[str](), [start], []
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        if not (public / path).is_file():
            lost.append(path)
        elif path.endswith(".html"):
            tree = html.document_fromstring((public / path).read_bytes().decode())
            hrefs = [href for href in (element.get("href") for element in tree.iter()) if href is not None]
            waiting += [urljoin(f"/{path}", href).lstrip("/") for href in hrefs if not href.startswith(("#", "data:"))]
    return lost


def test_a_reader_meets_a_whole_site_at_every_step(made: Fittings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Walks the served folder after each single change of it, across a new incident, a correction and a removal."""
    page, state, steps = outlet(made), state_of(made), 0
    other = replace(EARTHQUAKE, id="I-02", opened_at=NOON + timedelta(hours=1))

    def checked(act: object) -> object:
        def walk(self: Path, *args: object, **kwargs: object) -> object:
            nonlocal steps
            done = act(self, *args, **kwargs)  # type: ignore[operator]
            if any(Path(str(each)).is_relative_to(made.public) for each in (self, *args)):
                steps += 1
                assert dangling(made.public) == []
            return done

        return walk

    state.put(published("P-1"), published("P-2", language="en"))
    page.refresh(state.shelf)
    monkeypatch.setattr(Path, "replace", checked(Path.replace))
    monkeypatch.setattr(Path, "unlink", checked(Path.unlink))
    state.put(published("P-3", corrects="P-1"))
    page.publish(parcel(post="P-4"))
    state.shelf = replace(state.shelf, incidents=(*state.shelf.incidents, other))
    page.publish(parcel(post="P-5", incident="I-02"))
    state.shelf = replace(state.shelf, posts=state.shelf.posts[1:], incidents=(), languages=("en",))
    page.refresh(state.shelf)
    assert steps > 20


def test_only_what_changed_is_written(made: Fittings) -> None:
    page, state, clock = outlet(made), state_of(made), cast("FixedClock", made.clock)
    page.publish(parcel())
    stamps = {path: path.stat().st_mtime_ns for path in made.public.rglob("*")}
    clock.at += timedelta(minutes=5)
    page.publish(parcel())
    assert not page.refresh(state.shelf)
    assert {path: path.stat().st_mtime_ns for path in made.public.rglob("*")} == stamps
    closed = replace(state.shelf, incidents=(replace(EARTHQUAKE, closed_at=clock.at),))
    assert page.refresh(closed)
    assert "12:05 現在".encode() in (made.public / "index.html").read_bytes().replace(b"</time>", b"")


def test_what_left_the_state_leaves_the_site_and_nothing_else_does(made: Fittings) -> None:
    page, state = outlet(made), state_of(made)
    state.put(published("P-1"), published("P-2"))
    page.refresh(state.shelf)
    for name in ("robots.txt", "logo.html", "posts/readme.md", "feed.atom"):
        (made.public / name).write_text("the company's own")
    state.shelf = replace(state.shelf, posts=state.shelf.posts[:1])
    page.refresh(state.shelf)
    found = snapshot(made.public)
    assert {"robots.txt", "logo.html", "posts/readme.md", "feed.atom", "posts/P-1.txt"} <= set(found)
    assert not [path for path in found if "P-2" in path]


@contextmanager
def full_disk(allowed: int) -> Iterator[None]:
    """The kernel refuses to write more than this many bytes to any file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (allowed, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("platform", OUTLETS)
@pytest.mark.parametrize("allowed", [0, 100, 700])
def test_a_full_disk_leaves_the_old_site_whole(tmp_path: Path, platform: str, allowed: int) -> None:
    made = fittings(tmp_path, Account(platform, platform))
    channel = outlet(made)
    channel.publish(parcel())
    before = snapshot(made.public)
    with full_disk(allowed), pytest.raises(NotSent, match="cannot be written") as caught:
        channel.publish(parcel("x" * 800, post="P-02"))
    assert not caught.value.permanent
    assert snapshot(made.public) == before
    channel.publish(parcel("x" * 800, post="P-02"))
    assert channel.read_back(parcel("x" * 800, post="P-02")) is not None


@pytest.mark.parametrize(("allowed", "outcome"), [(0, NotSent), (1, InDoubt), (5, InDoubt)])
def test_a_disk_that_fails_in_the_swap_leaves_no_half_file(
    made: Fittings, allowed: int, outcome: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the first move nothing is out; afterwards some of it may be."""
    page, moves, replace_ = outlet(made), [0], Path.replace
    page.publish(parcel())

    def fails(self: Path, target: Path) -> Path:
        moves[0] += 1
        if moves[0] > allowed:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))
        return replace_(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fails)
        with pytest.raises(outcome, match="cannot be written"):
            page.publish(parcel("two", post="P-02"))
    assert dangling(made.public) == []
    assert page.read_back(parcel("two", post="P-02")) is None
    page.publish(parcel("two", post="P-02"))
    assert page.read_back(parcel()) is not None
    assert page.read_back(parcel("two", post="P-02")) is not None
    assert dangling(made.public) == []


def test_a_state_that_cannot_be_read_sends_nothing(made: Fittings) -> None:
    def broken() -> None:
        raise RuntimeError("database is locked: canary")

    with pytest.raises(NotSent, match="RuntimeError") as caught:
        build(replace(made, shelf=cast("State", broken))).publish(parcel())
    assert "canary" not in caught.value.reason
    assert caught.value.__context__ is None
    assert snapshot(made.public) == {}


@pytest.mark.parametrize("post", ["../../etc/passwd", "a/b", ""])
def test_an_id_stays_in_the_folder(made: Fittings, post: str) -> None:
    with pytest.raises(NotSent) as caught:
        build(made).publish(parcel(post=post))
    assert caught.value.permanent
    assert snapshot(made.public) == {}


def test_half_a_character_is_refused(made: Fittings) -> None:
    with pytest.raises(NotSent, match="lone surrogate") as caught:
        build(made).publish(parcel("\ud83d"))
    assert caught.value.permanent


def test_a_changed_post_is_not_the_post(made: Fittings) -> None:
    page = build(made)
    page.publish(parcel())
    path = made.public / "posts/P-01.json"
    for wrong in (path.read_bytes().replace("安否".encode(), "安心".encode()), b"{}", b"[]", b"\xff", b'{"text": 1}'):
        path.write_bytes(wrong)
        assert page.read_back(parcel()) is None


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from platforms.stage import fittings, parcel
from crisis.channels import build
from crisis.model.settings import Account
moves, replace = [0], Path.replace
def counted(self, target):
    if moves[0] == int(sys.argv[3]):
        os.kill(os.getpid(), 9)
    moves[0] += 1
    return replace(self, target)
Path.replace = counted
build(fittings(Path(sys.argv[1]), Account("page", "page"))).publish(parcel("two", post="P-02"))
"""


@pytest.mark.parametrize("moves", [0, 1, 3, 6])
def test_a_writer_killed_in_the_swap_is_made_up_for(made: Fittings, moves: int) -> None:
    page = outlet(made)
    page.publish(parcel())
    tests = Path(__file__).resolve().parents[1]
    command = [sys.executable, "-c", KILLED, str(made.public.parent), str(tests), str(moves)]
    assert subprocess.run(command, check=False).returncode == -9
    assert dangling(made.public) == []
    assert page.read_back(parcel("two", post="P-02")) is None
    page.publish(parcel("two", post="P-02"))
    assert page.read_back(parcel("two", post="P-02")) is not None


def _publish(folder: str, platform: str, name: str) -> None:
    build(fittings(Path(folder), Account(platform, platform))).publish(parcel(name, post=name))


def test_two_outlets_and_four_processes_lose_nothing(tmp_path: Path) -> None:
    """None of them sees the others' posts in its state: they are in flight."""
    context = multiprocessing.get_context("spawn")
    work = [(str(tmp_path), platform, f"P-{number}") for number in range(2) for platform in OUTLETS]
    workers = [context.Process(target=_publish, args=each) for each in work]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        assert worker.exitcode == 0
    for folder, platform, name in work:
        assert build(fittings(Path(folder), Account(platform, platform))).read_back(parcel(name, post=name)) is not None


def test_what_stays_out_of_the_state_is_taken_down_after_a_while(made: Fittings) -> None:
    page, state, clock = outlet(made), state_of(made), cast("FixedClock", made.clock)
    clock.at += timedelta(hours=1)  # long after the first attempt: the clock of the grace starts when it is shown
    page.publish(parcel())
    assert not page.refresh(state.shelf)
    clock.at += timedelta(minutes=16)
    assert page.refresh(state.shelf)
    assert page.read_back(parcel()) is None


def test_a_writer_that_hangs_is_not_waited_for_for_ever(made: Fittings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_site, "PATIENCE", 0.05)
    with Site(made.public).locked(), pytest.raises(NotSent, match="another process"):
        build(made).publish(parcel())


def test_a_web_server_may_read_what_a_hardened_service_writes(made: Fittings) -> None:
    before = os.umask(0o077)
    try:
        build(made).publish(parcel())
    finally:
        os.umask(before)
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (made.public, *made.public.rglob("*"))}
    assert modes == {True: 0o755, False: 0o644}


def test_the_folder_may_be_a_link(made: Fittings, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("www")
    made.public.symlink_to(elsewhere)
    build(made).publish(parcel())
    assert (elsewhere / "index.html").is_file()


@pytest.mark.skipif(not os.access("/dev/shm", os.W_OK), reason="there is no second filesystem to link to")
def test_the_folder_may_be_on_another_disk(made: Fittings) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as elsewhere:
        made.public.symlink_to(elsewhere)
        page = build(made)
        page.publish(parcel())
        assert page.read_back(parcel()) is not None
        assert made.public.stat().st_dev != made.public.parent.stat().st_dev


def test_the_index_is_swapped_last() -> None:
    paths = ["index.html", "posts/P-1.html", "index.en.html", "incident-I.html", "posts/P-1.json"]
    assert sorted(paths, key=lambda path: (order(path), path)) == [
        "posts/P-1.html", "posts/P-1.json", "incident-I.html", "index.en.html", "index.html",
    ]  # fmt: skip


def test_a_reader_never_sees_half_a_file(made: Fittings) -> None:
    """A real reader reads while a real writer writes."""
    page, state, halves, done = outlet(made), state_of(made), list[bytes](), threading.Event()
    page.publish(parcel())

    def read() -> None:
        while not done.is_set():
            data = (made.public / "index.html").read_bytes()
            if not data.endswith(b"</html>\n"):
                halves.append(data)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(20):
        state.put(published(f"P-{number}", "x" * 100 * number))
        page.refresh(state.shelf)
    done.set()
    reader.join()
    assert halves == []
