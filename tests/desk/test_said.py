"""What we have said, while a reporter waits: every text that is out once, what no release told, and the next time."""

from __future__ import annotations

from desk_scene import Scene

from crisis.desk.duty.incidents import close_incident, open_incident
from crisis.desk.duty.said import said
from crisis.desk.outbox import outsiders
from crisis.desk.outbox.sending import tick


def test_nothing_is_said_before_it_is_out(scene: Scene) -> None:
    scene.cleared()
    assert said(scene.desk).texts == ()
    tick(scene.desk)
    (text,) = said(scene.desk).texts
    assert text.text == scene.platform.accepted[0].text
    assert text.accounts == ("x-main",)
    assert text.certain


def test_what_may_be_out_is_said_to_be_unsure(scene: Scene) -> None:
    scene.platform.faults = ["lost"]
    scene.cleared()
    tick(scene.desk)
    (text,) = said(scene.desk).texts
    assert not text.certain


def test_the_newest_stands_first_and_the_next_time_is_named(scene: Scene) -> None:
    scene.cleared(next_update="16:30")
    tick(scene.desk)
    scene.later(minutes=30)
    scene.cleared(next_update="17:30")
    tick(scene.desk)
    told = said(scene.desk)
    assert [text.at for text in told.texts] == sorted((text.at for text in told.texts), reverse=True)
    assert len(told.texts) == 2
    assert {promise.due.astimezone(scene.desk.settings.zone).strftime("%H:%M") for promise in told.next} >= {"17:30"}


def test_a_closed_incident_is_told_only_where_it_is_asked_for(scene: Scene) -> None:
    incident = open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter").incident
    scene.cleared()
    tick(scene.desk)
    assert len(said(scene.desk).texts) == 1
    close_incident(scene.desk, incident.id, by="approver")
    assert said(scene.desk).texts == ()
    assert len(said(scene.desk, incident.id).texts) == 1


def test_what_no_release_told_is_named(scene: Scene) -> None:
    scene.cleared()
    tick(scene.desk)
    unsaid = said(scene.desk).unsaid
    assert {"damage", "injured", "reopens"} <= set(unsaid)
    assert not {"status", "reason", "site"} & set(unsaid)


def test_what_was_made_outside_is_told_beside_what_we_said(scene: Scene) -> None:
    """Whoever answers the telephone knows of it; it is not among what the desk said."""
    text, where = "本日は通常どおりです", "https://x.com/kitahama_jp/status/1"
    outsiders.record(scene.desk, "x-main", where, text, by="drafter", reason="an old tool")
    told = said(scene.desk)
    assert (told.texts, [(each.url, each.text) for each in told.outside]) == ((), [(where, text)])
    scene.later(hours=25)
    assert said(scene.desk).outside == ()
