"""A hazard telegram at the desk: kept, told what it is, never drafted, and no drill near what is real."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from desk_scene import NOTICE, NOW, Scene
from places.web import tagged, web

from crisis import intake, sources
from crisis.desk.drafts import saving
from crisis.desk.drafts.compose import compose
from crisis.desk.duty.incidents import open_incident
from crisis.desk.notices import receive, versions
from crisis.desk.notices.polling import poll
from crisis.model.ports import Tap
from crisis.model.post import Draft, Occasion
from crisis.model.records import StoredNotice
from crisis.model.settings import SourceSettings
from crisis.store import notices


def raw_of(folder: Path, begin: str) -> tuple[bytes, str]:
    (path,) = (folder / "jma").glob(f"{begin}_*.xml")
    return path.read_bytes(), path.name


def taken(scene: Scene, folder: Path, begin: str, **options: str | None) -> StoredNotice:
    raw, name = raw_of(folder, begin)
    (stored,) = receive.receive(scene.desk, raw, name, by="drafter", **options)
    return stored


def said_of(made: Draft) -> str:
    assert (made.type, made.posts, made.facts, made.stopped) == ("hazard", (), None, False)
    return str(made.refused)


REAL, DRILL, TEST, WITHDRAWN = "32-35_01_01", "32-35_01_02", "54_01_01", "32-35_06_02"


@pytest.mark.parametrize(
    ("begin", "words"),
    [(REAL, "posts nothing by itself"), (DRILL, "EXERCISE"), (TEST, "TEST"), (WITHDRAWN, "withdraws")],
)
@pytest.mark.parametrize("type_id", [None, "safety-check", "hazard"])
def test_nothing_is_drafted_whatever_type_anyone_names(
    scene: Scene, shared_data: Path, begin: str, words: str, type_id: str | None
) -> None:
    (notice,) = intake.read(*raw_of(shared_data, begin))
    assert words in said_of(compose(scene.desk.kit, notice, NOW, Occasion(), type_id))
    stored = taken(scene, shared_data, begin, type_id=type_id)
    assert stored.type == "hazard"
    assert words in str(stored.refused)
    assert words in said_of(saving.draft(scene.desk, stored.id)[1])
    assert words in said_of(saving.draft(scene.desk, stored.id, type_id="safety-check")[1])


def test_a_type_without_posts_is_refused_with_the_next_safe_post(scene: Scene) -> None:
    (notice,) = intake.read(NOTICE.format(next="16:30").encode(), "notice.txt")
    assert "crisis say holding" in said_of(compose(scene.desk.kit, notice, NOW, Occasion(), "hazard"))


def test_a_telegram_joins_an_incident_only_where_a_person_or_its_series_says_so(
    scene: Scene, shared_data: Path
) -> None:
    opened = open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter").incident
    assert taken(scene, shared_data, "32-35_10_01").incident is None
    assert taken(scene, shared_data, "32-35_06_01", incident=opened.id).incident == opened.id
    assert taken(scene, shared_data, WITHDRAWN).incident == opened.id


def test_no_drill_joins_a_real_incident_whoever_names_it(scene: Scene, shared_data: Path) -> None:
    opened = open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter").incident
    for begin in (DRILL, TEST):
        assert taken(scene, shared_data, begin, incident=opened.id).incident is None


def test_the_same_telegram_twice_is_one_and_a_correction_a_version_of_it(scene: Scene, shared_data: Path) -> None:
    first = taken(scene, shared_data, "10_05_01")
    assert taken(scene, shared_data, "10_05_01").id == first.id
    corrected = taken(scene, shared_data, "10_05_02")
    assert corrected.id != first.id
    assert corrected.notice.source_id == first.notice.source_id
    with scene.desk.store.reading() as unit:
        assert versions.newer(unit, first) == corrected


def test_the_ledger_says_why_without_the_telegram_s_words(scene: Scene, shared_data: Path) -> None:
    stored = taken(scene, shared_data, DRILL)
    with scene.desk.store.reading() as unit:
        (told,) = [entry.body.decode() for entry in unit.ledger_entries() if entry.kind == "notice-refused"]
    assert stored.id in told
    assert "{title} is a hazard telegram marked as an EXERCISE" in told
    assert stored.notice.title not in told


def test_a_feed_of_alerts_is_polled_and_each_alert_kept_once(scene: Scene, shared_data: Path) -> None:
    raw = (shared_data / "cap" / "weather.atom").read_bytes()
    with web() as server:
        server.routes["/f"] = tagged(raw, '"1"')
        source = SourceSettings("alerts", "feed", url=server.url("/f"), private=True, every=60)
        kit = replace(scene.desk.kit, settings=replace(scene.desk.settings, sources=(source,)))
        desk = replace(scene.desk, kit=kit, source=lambda one: lambda: sources.build(Tap(one, scene.clock, {})))
        assert [len(poll(desk).taken), len(poll(desk).taken)] == [1, 0]
        scene.later(minutes=2)
        server.routes["/f"] = tagged(raw.replace(b"<sent>2012-08-30T04:07", b"<sent>2012-08-30T05:07"), '"2"')
        assert len(poll(desk).taken) == 1
    with desk.store.reading() as unit:
        kept = notices.find(unit)
    assert {(one.type, one.notice.form) for one in kept} == {("hazard", "cap")}
    assert all("posts nothing by itself" in str(one.refused) for one in kept)
