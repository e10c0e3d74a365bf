"""What our own outlets tell beside a text: from facts of the database, and only where a cleared text says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk_scene import Scene
from lxml import etree

from crisis import channels
from crisis.cap.document import CAP
from crisis.desk.clearance import clearing
from crisis.desk.desk import Desk
from crisis.desk.outbox import queue, sending
from crisis.desk.outbox.shelf import refresh, shelf
from crisis.model.fact import Fact, Kind, Label
from crisis.model.moment import Moment
from crisis.model.ports import Channel, Fittings
from crisis.model.records import StoredDraft
from crisis.model.settings import Account

CAP_ACCOUNT = Account("cap", "cap", handle="alerts.kitahama.example", languages=("ja", "en"), credentials="none")


@pytest.fixture
def alerting(scene: Scene) -> Scene:
    """The scene with one account, whose channel writes CAP."""
    made = scene.with_accounts(CAP_ACCOUNT)

    def channel(account: Account) -> Channel:
        return channels.build(
            Fittings(account, desk.clock, desk.settings.zone, desk.public, {}, lambda: shelf(desk, account))
        )

    settings = replace(made.desk.settings, languages=("ja", "en"))
    desk: Desk = replace(made.desk, channel=channel, kit=replace(made.desk.kit, settings=settings))
    return replace(made, desk=desk)


def alerts(scene: Scene) -> list[etree._Element]:
    files = sorted((scene.desk.public / "cap").glob("*.xml"))
    return [etree.fromstring(path.read_bytes()) for path in files]


def value(alert: etree._Element, name: str) -> list[str]:
    return [each.text or "" for each in alert.iter(f"{{{CAP}}}{name}")]


def test_a_release_leaves_as_one_alert_in_all_its_languages(alerting: Scene, shared_data: Path) -> None:
    alerting.cleared()
    sending.tick(alerting.desk)
    assert alerting.states() == {"published"}
    (alert,) = alerts(alerting)
    etree.XMLSchema(etree.parse(shared_data / "cap" / "cap12.xsd")).assertValid(alert)
    assert value(alert, "language") == ["ja", "en"]
    assert value(alert, "areaDesc") == ["宮城県仙台市", "Sendai, Miyagi"]
    assert value(alert, "event") == ["拠点の状況", "Office status"]
    assert value(alert, "sender") == ["alerts.kitahama.example"]
    before = (alerting.desk.public / "cap.atom").read_bytes()
    alerting.later(minutes=30)
    sending.tick(alerting.desk)
    assert (alerting.desk.public / "cap.atom").read_bytes() == before


def test_an_alert_is_whole_from_its_first_byte(alerting: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers who fetch it between two languages would never fetch it again."""
    seen: list[list[str]] = []
    replace_ = Path.replace

    def moved(self: Path, target: Path) -> Path:
        done = replace_(self, target)
        if target.parent.name == "cap":
            seen.append(value(etree.fromstring(target.read_bytes()), "language"))
        return done

    monkeypatch.setattr(Path, "replace", moved)
    alerting.cleared()
    sending.tick(alerting.desk)
    assert seen == [["ja", "en"]]


def test_what_the_sender_would_stop_does_not_ride_along(alerting: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop that falls between two languages holds the second, in the alert as well."""
    alerting.cleared()
    replace_ = Path.replace

    def moved(self: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "replace", replace_)
        queue.hold(alerting.desk, None, by="drafter")
        return replace_(self, target)

    monkeypatch.setattr(Path, "replace", moved)
    sending.tick(alerting.desk)
    assert alerting.states() == {"published", "held"}
    refresh(alerting.desk)
    (alert,) = alerts(alerting)
    assert len(value(alert, "language")) == 1


def test_an_update_names_what_it_follows(alerting: Scene) -> None:
    alerting.cleared()
    sending.tick(alerting.desk)
    alerting.later(minutes=40)
    posts = alerting.posts(
        text="件名：仙台\n拠点：仙台事業所\n状況：閉鎖\n時点：10月9日 16:00\n次回：{next}\n", next_update="18:00"
    )
    clearing.clear(alerting.desk, [post.id for post in posts], alerting.signer())
    sending.tick(alerting.desk)
    first, second = alerts(alerting)
    (identifier,), (sent,) = value(first, "identifier"), value(first, "sent")
    assert value(second, "msgType") == ["Update"]
    assert value(second, "references") == [f"alerts.kitahama.example,{identifier},{sent}"]


def tampered(scene: Scene, *facts: Fact) -> None:
    with scene.desk.store.writing(scene.clock.now()) as unit:
        for draft in unit.find(StoredDraft):
            kept = [each for each in draft.facts.facts if each.name not in {fact.name for fact in facts}]
            unit.put(replace(draft, facts=replace(draft.facts, facts=(*kept, *facts))))


def test_a_fact_that_no_cleared_text_says_is_not_told(alerting: Scene) -> None:
    """The row of a draft is signed by nobody: changing it must not put words on the page."""
    alerting.cleared()
    sending.tick(alerting.desk)
    (told,) = {
        (post.areas, post.next_update) for post in shelf(alerting.desk, CAP_ACCOUNT).posts if post.language == "ja"
    }
    assert told == (("宮城県仙台市",), datetime(2026, 10, 9, 7, 30, tzinfo=UTC))
    later = Moment(alerting.clock.now() + timedelta(hours=9))
    tampered(
        alerting,
        Fact("site", Kind.SITE, "osaka", Label.PUBLIC, "line 2"),
        Fact("next_update", Kind.TIME, later, Label.PUBLIC, "line 6"),
        Fact("damage", Kind.AREA, "jp-13", Label.PUBLIC, "line 7"),
    )
    alerting.desk.shown.clear()
    assert {(post.areas, post.next_update) for post in shelf(alerting.desk, CAP_ACCOUNT).posts} == {((), None)}


def test_an_outlet_is_brought_out_again_when_the_record_grows_or_a_minute_has_passed(alerting: Scene) -> None:
    """Each pass would else render every post that ever was; a file that somebody deletes is back within the minute."""
    alerting.cleared()
    sending.tick(alerting.desk)
    refresh(alerting.desk)
    (path,) = (alerting.desk.public / "cap").glob("*.xml")
    whole = path.read_bytes()
    path.unlink()
    refresh(alerting.desk)
    assert not path.exists()
    alerting.later(minutes=1)
    refresh(alerting.desk)
    assert path.read_bytes() == whole
