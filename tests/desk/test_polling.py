"""Sources are polled: once each at its own pace, nothing twice, nothing sent, and one that fails stops no other."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from desk_scene import NOTICE, Scene
from places.feed import atom, entry
from places.folder import write
from places.stage import CANARY
from places.web import answer, tagged, web

from crisis import sources
from crisis.desk.notices import polling
from crisis.desk.notices.polling import Polled, poll
from crisis.desk.record import book
from crisis.errors import Mistake
from crisis.model.ports import Fetched, Look, Source, SourceFailed, Tap
from crisis.model.records import StoredNotice, StoredPost
from crisis.model.settings import SourceSettings
from crisis.sentence import Sentence
from crisis.store import notices

TEXT = NOTICE.format(next="16:30")


def with_sources(
    scene: Scene, *settings: SourceSettings, build: Callable[[SourceSettings], Source] | None = None
) -> Scene:
    """The desk with these sources, built as the live desk builds them."""

    def real(one: SourceSettings) -> Source:
        return sources.build(Tap(one, scene.clock, {}))

    made = build or real
    kit = replace(scene.desk.kit, settings=replace(scene.desk.settings, sources=settings))
    return replace(scene, desk=replace(scene.desk, kit=kit, source=lambda one: lambda: made(one)))


def held(scene: Scene) -> list[StoredNotice]:
    with scene.desk.store.reading() as unit:
        return notices.find(unit)


@dataclass
class Place:
    """A source of the tests' own: what it holds, how it fails, how long it takes."""

    found: tuple[Fetched, ...] = ()
    error: Exception | None = None
    gate: threading.Event | None = None
    given: list[Any] = field(default_factory=list)
    kind: str = "folder"

    def look(self, memory: Any) -> Look:
        self.given.append(dict(memory))
        if self.gate is not None:
            self.gate.wait(10)
        if self.error is not None:
            raise self.error
        return Look(self.found, {"looks": len(self.given)})


def fetched(text: str, identity: str = "a.txt", **more: Any) -> Fetched:
    return Fetched(identity, identity, text.encode(), **more)


def scene_of(scene: Scene, **places: Place) -> Scene:
    every = [SourceSettings(name, "folder", every=60) for name in places]
    return with_sources(scene, *every, build=lambda one: places[one.id])


def test_a_folder_and_a_feed_come_in_once_and_nothing_is_sent(scene: Scene, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", TEXT.encode())
    with web() as server:
        server.routes["/f"] = tagged(
            atom(entry("urn:1", "拠点：東京本社\n状況：開館"), entry("urn:2", "お知らせ")), '"1"'
        )
        made = with_sources(
            scene,
            SourceSettings("inbox", "folder", path=tmp_path / "in"),
            SourceSettings("portal", "feed", url=server.url("/f"), private=True),
        )
        assert len(poll(made.desk).taken) == 3
        made.later(minutes=2)
        assert poll(made.desk) == Polled()
    assert [n.received_by for n in held(made)] == [None] * 3
    with made.desk.store.reading() as unit:
        assert unit.find(StoredPost) == []
    assert made.deliveries() == []
    assert book.verify_ledger(made.desk).ok


def test_each_source_has_its_own_pace(scene: Scene) -> None:
    places = {"quick": Place(), "slow": Place()}
    made = with_sources(
        scene,
        SourceSettings("quick", "folder", every=10),
        SourceSettings("slow", "folder", every=60),
        build=lambda one: places[one.id],
    )
    for _ in range(7):
        poll(made.desk)
        made.later(seconds=10)
    assert [len(place.given) for place in places.values()] == [7, 2]


def test_a_clock_that_was_set_back_stops_no_source(scene: Scene) -> None:
    place = Place()
    made = scene_of(scene, inbox=place)
    made.later(days=1)
    poll(made.desk)
    early = replace(made.desk, clock=type(made.clock)(made.clock.now().replace(year=2025)))
    poll(early)
    assert len(place.given) == 2


def test_memory_is_handed_back_also_by_another_process(scene: Scene) -> None:
    place = Place((fetched(TEXT),))
    poll(scene_of(scene, inbox=place).desk)
    poll(replace(scene_of(scene, inbox=place).desk, looks=type(scene.desk.looks)()))
    assert place.given == [{}, {"looks": 1}]


def test_a_source_that_fails_stops_no_other_and_is_said_until_it_works(scene: Scene) -> None:
    broken = Place(error=SourceFailed(Sentence("Source {source} answers {status}.", source="bad", status=503)))
    made = scene_of(scene, bad=broken, good=Place((fetched(TEXT),)))
    done = poll(made.desk)
    assert len(done.taken) == 1
    assert [str(said) for said in done.failed] == ["Source bad answers 503."]
    assert [str(error) for error in poll(made.desk).troubles()] == ["Source bad answers 503."]
    with made.desk.store.reading() as unit:
        assert [str(said) for said in polling.failing(made.desk, unit)] == ["Source bad answers 503."]
    broken.error = None
    made.later(minutes=2)
    assert poll(made.desk).failed == ()
    with made.desk.store.reading() as unit:
        assert polling.failing(made.desk, unit) == []


@pytest.mark.parametrize(
    "error",
    [
        ValueError(CANARY),
        OSError(CANARY),
        MemoryError(CANARY),
        KeyError(CANARY),
        UnicodeEncodeError("a", CANARY, 0, 1, ""),
    ],
)
def test_what_a_library_says_is_not_repeated(scene: Scene, error: Exception) -> None:
    (said,) = poll(scene_of(scene, bad=Place(error=error)).desk).failed
    assert type(error).__name__ in str(said)
    assert CANARY not in str(said) + repr(said.details)


def test_a_mistake_in_its_settings_is_said(scene: Scene) -> None:
    def build(_: SourceSettings) -> Source:
        raise Mistake("credentials-missing", "Source {source} has no PASSWORD.", source="mail")

    made = with_sources(scene, SourceSettings("mail", "imap"), build=build)
    assert ["has no PASSWORD" in str(said) for said in poll(made.desk).failed] == [True]


def test_it_asks_to_be_left_alone(scene: Scene) -> None:
    place = Place(error=SourceFailed(Sentence("busy"), retry_after=600))
    made = scene_of(scene, busy=place)
    for _ in range(11):
        poll(made.desk)
        made.later(minutes=1)
    assert len(place.given) == 2


def test_a_slow_source_keeps_nobody_waiting_and_is_taken_later(scene: Scene) -> None:
    slow = Place((fetched(TEXT),), gate=threading.Event())
    made = scene_of(scene, slow=slow, good=Place((fetched("another", "b.txt"),)))
    began = time.monotonic()
    assert len(poll(made.desk, patience=0.2).taken) == 1
    assert time.monotonic() - began < 2
    made.later(minutes=5)
    poll(made.desk, patience=0.0)
    assert len(slow.given) == 1
    assert slow.gate is not None
    slow.gate.set()
    assert len(poll(made.desk).taken) == 1


def test_many_notices_are_taken_in_over_several_passes(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what is to be sent does not wait for them; also where all are the same again, stamped anew."""
    monkeypatch.setattr(polling, "AT_ONCE", 3)
    entries = [entry(f"urn:{n}", f"拠点：仙台事業所\n状況：閉鎖 {n}") for n in range(7)]
    place = Place((Fetched("f", "portal", atom(*entries)),))
    made = scene_of(scene, portal=place)
    counts = [len(poll(made.desk, patience=0.5).taken) for _ in range(4)]
    assert counts == [3, 3, 1, 0]
    place.found = (Fetched("f", "portal", atom(*entries).replace(b"15:18", b"15:19")),)
    made.later(minutes=2)
    assert [len(poll(made.desk, patience=0.5).taken) for _ in range(4)] == [0, 0, 0, 0]
    made.later(minutes=2)
    poll(made.desk)
    assert place.given == [{}, {"looks": 1}, {"looks": 2}]


def test_memory_stands_still_while_what_was_found_is_not_kept(scene: Scene) -> None:
    place = Place((fetched(TEXT),))
    settings = SourceSettings("inbox", "folder", type="no-such-type")
    made = with_sources(scene, settings, build=lambda one: place)
    assert "no notice type" in str(poll(made.desk).failed[0])
    right = with_sources(scene, replace(settings, type="office-status"), build=lambda one: place)
    right.later(minutes=2)
    assert len(poll(right.desk).taken) == 1
    assert place.given == [{}, {}]
    assert held(right)[0].type == "office-status"


def test_what_cannot_be_read_is_kept_refused_and_stops_nothing(scene: Scene) -> None:
    bad = (fetched("%PDF-1.7", "a.pdf"), fetched("head", "big.eml", refused=Sentence("This mail is too large.")))
    made = scene_of(scene, inbox=Place((*bad, fetched(TEXT))))
    assert len(poll(made.desk).taken) == 3
    assert [n.refused is not None for n in held(made)] == [True, True, False]


def test_a_parser_that_breaks_stops_nothing(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    from crisis import intake

    real = intake.read

    def read(raw: bytes, name: str) -> Any:
        if name == "bad.txt":
            raise AssertionError(CANARY)
        return real(raw, name)

    monkeypatch.setattr(intake, "read", read)
    made = scene_of(scene, inbox=Place((fetched("x", "bad.txt"), fetched(TEXT))))
    assert len(poll(made.desk).taken) == 2
    assert CANARY not in str(held(made)[0].refused)


FEEDS = {
    "a login page": b"<!DOCTYPE html><html><body><form>password</form></body></html>",
    "text": b"maintenance",
    "pdf": b"%PDF-1.7 x",
    "entities": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><feed>&a;</feed>',
    "json": b'{"a": 1}',
}


@pytest.mark.parametrize("name", FEEDS)
def test_what_is_no_feed_is_the_sources_failure_and_no_notice(scene: Scene, name: str) -> None:
    with web() as server:
        server.routes["/f"] = answer(FEEDS[name], 200, ETag='"1"')
        made = with_sources(scene, SourceSettings("portal", "feed", url=server.url("/f"), private=True))
        assert len(poll(made.desk).failed) == 1
        assert held(made) == []
        server.routes["/f"] = tagged(atom(entry("urn:1", TEXT)), '"1"')
        made.later(minutes=2)
        assert len(poll(made.desk).taken) == 1


def test_an_empty_feed_is_a_calm_day(scene: Scene) -> None:
    with web() as server:
        server.routes["/f"] = answer(atom())
        made = with_sources(scene, SourceSettings("portal", "feed", url=server.url("/f"), private=True))
        assert poll(made.desk) == Polled()


def test_a_rehearsal_has_no_sources(scene: Scene, tmp_path: Path) -> None:
    kit = replace(
        scene.desk.kit, settings=replace(scene.desk.settings, sources=(SourceSettings("in", "folder", path=tmp_path),))
    )
    write(tmp_path / "a.txt", TEXT.encode())
    desk = replace(scene.desk, kit=kit)
    assert poll(desk) == Polled()
