"""What a hazard telegram makes the desk propose to its people: for its own sites, by its own thresholds, and nothing by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from desk_scene import Scene

from crisis.clearance import policy as policies
from crisis.desk.duty import alerting
from crisis.desk.duty.incidents import incidents, open_incident
from crisis.desk.duty.status import status
from crisis.desk.notices import receive
from crisis.desk.notices.hazards import bearing
from crisis.desk.people import policies as desk_policies
from crisis.model.hazard import Intensity, Peril, Threshold
from crisis.model.proposal import Proposal
from crisis.model.records import StoredNotice
from crisis.model.release import Rule
from crisis.model.runbook import HazardTrigger, Library
from crisis.model.settings import Mode, Site
from crisis.model.speaking import ANYBODY, ByItself

PLANT = Site("shizuoka", {"ja": "静岡工場"}, {"ja": "静岡県静岡市"})


def raw_of(folder: Path, begin: str) -> bytes:
    (path,) = (folder / "jma").glob(f"{begin}_*.xml")
    return path.read_bytes()


@pytest.fixture
def shaken(scene: Scene) -> Scene:
    """A desk with one site, in Shizuoka."""
    return at_the_plant(scene)


def at_the_plant(scene: Scene, **triggers: Threshold) -> Scene:
    """A desk with one site, in Shizuoka, whose earthquake runbook has these triggers; the shipped ones where none is given."""
    settings = replace(scene.desk.settings, sites=(PLANT,))
    kit = replace(scene.desk.kit, settings=settings)
    if triggers:
        made = tuple(HazardTrigger(Peril(peril), least) for peril, least in triggers.items())
        quake = replace(kit.runbooks().by_id["earthquake"], triggers=made)
        kit = replace(kit, runbooks=lambda: Library({"earthquake": quake}))
    return replace(scene, desk=replace(scene.desk, kit=kit))


@pytest.fixture
def shaking(shared_data: Path) -> str:
    """A flash report of shaking with 震度6弱 in Shizuoka, as text."""
    return raw_of(shared_data, "32-35_01_01").decode()


def taken(scene: Scene, text: str) -> StoredNotice:
    return receive.receive(scene.desk, text.encode(), "t.xml", by=None)[0]


def proposed(scene: Scene) -> list[tuple[str, tuple[str, ...], str]]:
    return [(p.kind, p.sites, p.notice) for p in status(scene.desk).proposals]


def kinds(scene: Scene) -> list[str]:
    with scene.desk.store.reading() as unit:
        return [entry.kind for entry in unit.ledger_entries() if entry.kind in ("incident-proposed", "proposal-ended")]


def test_a_telegram_that_reaches_a_site_proposes_an_incident_and_opens_none(shaken: Scene, shaking: str) -> None:
    stored = taken(shaken, shaking)
    assert proposed(shaken) == [("earthquake", ("shizuoka",), stored.id)]
    assert incidents(shaken.desk) == []
    assert kinds(shaken) == ["incident-proposed"]
    taken(shaken, shaking)
    assert len(proposed(shaken)) == 1, "the same telegram twice is one"


def lets(scene: Scene, *kinds: str) -> None:
    made = policies.made({"N": Rule()}, "N", (), ANYBODY, ByItself(opens=kinds))
    scene.decided(desk_policies.propose(scene.desk, made, scene.signer()))


def test_where_the_policy_says_so_it_opens_the_incident_once_and_tells_people(shaken: Scene, shaking: str) -> None:
    lets(shaken, "earthquake")
    taken(shaken, shaking)
    taken(shaken, shaking.replace("<Serial>1", "<Serial>2"))
    (incident,) = incidents(shaken.desk)
    assert (incident.kind, incident.runbook, incident.severity.value) == ("earthquake", "earthquake", "severe")
    assert proposed(shaken) == []
    with shaken.desk.store.reading() as unit:
        assert [alert.code for alert in alerting.unseen(unit)] == ["incident-opened"]
        assert [entry.told()["by"] for entry in unit.ledger_entries() if entry.kind == "incident-opened"] == ["policy"]


def test_a_policy_for_other_kinds_leaves_it_a_proposal(shaken: Scene, shaking: str) -> None:
    lets(shaken, "typhoon")
    taken(shaken, shaking)
    assert incidents(shaken.desk) == []
    assert len(proposed(shaken)) == 1


def test_an_exercise_telegram_opens_nothing_in_earnest(shaken: Scene, shaking: str) -> None:
    lets(shaken, "earthquake")
    taken(shaken, shaking.replace("<Status>通常</Status>", "<Status>訓練</Status>"))
    assert incidents(shaken.desk) == []


def test_the_runbook_says_from_which_level_and_of_which_hazard(scene: Scene, shaking: str) -> None:
    for number, (triggers, expected) in enumerate(
        (
            ({"earthquake": Threshold(Intensity.SEVEN)}, 0),
            ({"tsunami": Threshold(Intensity.ONE)}, 0),
            ({"earthquake": Threshold(Intensity.FIVE_LOWER)}, 1),
        )
    ):
        taken(at := at_the_plant(scene, **triggers), shaking.replace("<EventID>", f"<EventID>{number}"))
        assert len(proposed(at)) == expected, triggers


def test_a_drill_or_a_test_proposes_nothing_at_an_actual_desk(shaken: Scene, shaking: str) -> None:
    for status_word in ("訓練", "試験"):
        stored = taken(shaken, shaking.replace("<Status>通常</Status>", f"<Status>{status_word}</Status>"))
        with shaken.desk.store.reading() as unit:
            found = bearing(shaken.desk, unit, stored)
        assert found is not None
        assert found.proposal is None
    assert proposed(shaken) == []


def test_a_drill_proposes_at_an_exercise_desk_and_what_is_real_does_not(shaken: Scene, shaking: str) -> None:
    desk = replace(shaken.desk, kit=replace(shaken.desk.kit, mode=Mode.EXERCISE))
    drill = replace(shaken, desk=desk)
    taken(drill, shaking)
    assert proposed(drill) == []
    taken(drill, shaking.replace("<Status>通常</Status>", "<Status>訓練</Status>"))
    assert [kind for kind, _, _ in proposed(drill)] == ["earthquake"]


def test_a_withdrawal_takes_the_proposal_back(shaken: Scene, shaking: str) -> None:
    first = taken(shaken, shaking)
    shaken.later(minutes=2)
    withdrawn = shaking.replace("<InfoType>発表</InfoType>", "<InfoType>取消</InfoType>")
    gone = taken(shaken, withdrawn.replace("<DateTime>2009-08-10T20:09", "<DateTime>2009-08-10T20:12"))
    assert proposed(shaken) == []
    with shaken.desk.store.reading() as unit:
        assert [p.ended_by for p in unit.find(Proposal)] == ["withdrawn"]
        before, after = (bearing(shaken.desk, unit, stored) for stored in (first, gone))
    assert before is not None
    assert after is not None
    assert (before.in_force, before.replaced_by) == (False, gone.id)
    assert (after.sites, after.replaces) == ((), (first.id,))
    assert kinds(shaken) == ["incident-proposed", "proposal-ended"]


def test_opening_the_incident_decides_the_proposal_and_no_other_is_made(shaken: Scene, shaking: str) -> None:
    taken(shaken, shaking)
    open_incident(shaken.desk, "earthquake", {"ja": "地震"}, by="drafter")
    assert proposed(shaken) == []
    taken(shaken, shaking.replace("<EventID>", "<EventID>9"))
    assert proposed(shaken) == []


def test_a_proposal_does_not_wait_for_ever(shaken: Scene, shaking: str) -> None:
    taken(shaken, shaking)
    shaken.later(hours=25)
    assert proposed(shaken) == []


FIRE = """件名：火災が発生しました
発信部署：総務部
拠点：仙台事業所
事象：火災
発生時刻：15:05ごろ
関係機関：消防
"""


def test_a_notice_that_a_runbook_waits_for_proposes_its_incident_unless_one_is_open(scene: Scene) -> None:
    (stored,) = receive.receive(scene.desk, FIRE.encode(), "fire.txt", by="drafter")
    assert stored.type == "building"
    assert proposed(scene) == [("fire", ("sendai",), stored.id)]
    assert incidents(scene.desk) == []
    receive.receive(scene.desk, FIRE.replace("火災", "停電").encode(), "power.txt", by="drafter")
    assert [kind for kind, _, _ in proposed(scene)] == ["fire"]


def test_while_an_incident_is_open_a_notice_proposes_no_other(scene: Scene) -> None:
    open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter")
    receive.receive(scene.desk, FIRE.encode(), "fire.txt", by="drafter")
    assert proposed(scene) == []
