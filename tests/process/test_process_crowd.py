"""Two daemons and people's commands at once on one desk: nothing twice, nothing torn, and nobody is told of locks."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from process_kit import SITES, CountingX, Loaded, Place, Ran, fed, notice, shown, wait_for

ROUNDS = int(os.environ.get("CRISIS_CROWD_ROUNDS", "1"))
"""How often each person does the same; `make bench` may ask for more."""
LOCKS = ("locked", "busy", "SQLITE", "OperationalError", "fault of the program")


def again(step: Callable[[], list[Ran]]) -> list[Ran]:
    """What the commands of a person left who does the same over and over."""
    return [ran for _ in range(ROUNDS) for ran in step()]


def writes(place: Place, folder: Path, site: str) -> list[Ran]:
    """A person who takes a notice in and drafts it, and one who clears it."""
    path = folder / f"{time.monotonic_ns()}.txt"
    path.write_text(notice(site), "utf-8")
    drafted = place.run("draft", str(path), "--save", "--as", "drafter", "--json")
    posts = [post["post"] for each in json.loads(drafted.out)["notices"] for post in each["posts"] if post["account"]]
    return [drafted, place.run("clear", *posts, "--as", "approver", "--yes", "--json")]


def test_a_crowd_at_one_desk(loaded: Loaded, x: CountingX, tmp_path: Path) -> None:
    place = loaded.copy(tmp_path / "desk")
    people: list[Callable[[], list[Ran]]] = [
        lambda: writes(place, tmp_path, SITES[3]),
        lambda: [place.run("hold"), place.run("resume", "--as", "approver", "--yes")],
        lambda: [place.run("queue"), place.run("ledger", "verify")],
    ]
    with place.daemon() as one, place.daemon() as other, ThreadPoolExecutor() as crowd:
        ran = [each for person in crowd.map(again, people) for each in person]
        place.run("resume", "--as", "approver", "--yes")
        wait_for(lambda: not place.states()["queued"] + place.states()["sending"])
        assert one.end() < 10
        assert other.end() < 10
        told = [one.said, other.said, *(each.out + each.err for each in ran)]
    assert [text for text in told if any(word in text for word in LOCKS)] == []
    assert all(each.code in {0, 3} for each in ran), [(each.code, each.err) for each in ran]
    assert len(x.arrived) == len(set(x.arrived))
    assert place.states()["published"] >= 10, place.states()
    on_page = sorted(d.post for d in place.deliveries() if d.account == "page" and d.state.value == "published")
    assert sorted(path.stem for path in (place.folder / "public" / "posts").glob("*.txt")) == on_page
    assert len(fed(place.folder)) == len(shown(place.folder))
    assert place.verifies()
