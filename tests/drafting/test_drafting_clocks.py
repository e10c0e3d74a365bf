"""Whose clocks a post tells the time by."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from crisis.drafting.clocks import Clocks
from crisis.drafting.times import Named
from crisis.model.fact import Fact, Facts, Kind, Label
from crisis.model.moment import Moment
from crisis.model.settings import Settings, Site

TOKYO, SEOUL, NEW_YORK = ZoneInfo("Asia/Tokyo"), ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")
DESK = Settings("desk", sites=(
    Site("sendai", {"en": "Sendai"}), Site("ny", {"en": "New York"}, timezone=NEW_YORK),
    Site("seoul", {"en": "Seoul"}, timezone=SEOUL),
))  # fmt: skip
AS_OF = Fact("as_of", Kind.TIME, Moment(datetime(2026, 10, 9, 9, tzinfo=TOKYO)), Label.PUBLIC, "line 1")


def clocks(*more: Fact) -> Clocks:
    return Clocks.of(Facts("office-status", (AS_OF, *more), (), ()), DESK)


def site(name: str) -> Fact:
    return Fact("site", Kind.SITE, name, Label.PUBLIC, "line 2")


def told(zone: ZoneInfo) -> Fact:
    return Fact("reopens", Kind.TIME, Moment(datetime(2026, 10, 9, 18, tzinfo=zone)), Label.PUBLIC, "line 3")


def test_a_post_about_a_place_of_the_desks_zone_names_no_clock() -> None:
    assert clocks(site("sendai"), told(TOKYO)).read("reopens") == (TOKYO, date(2026, 10, 9), Named.NOT)
    assert clocks(site("seoul"), told(SEOUL)).read("reopens")[2] is Named.NOT


def test_what_holds_abroad_is_told_there_and_when_we_speak_here() -> None:
    abroad = clocks(site("ny"), told(NEW_YORK))
    assert abroad.read("reopens") == (NEW_YORK, None, Named.LOCAL)  # as of 20:00 on the 8th there
    assert abroad.read("as_of") == abroad.read("next_update") == (TOKYO, date(2026, 10, 9), Named.DESK)


def test_a_service_is_used_from_anywhere() -> None:
    service = Fact("service", Kind.SERVICE, "cloud", Label.PUBLIC, "line 2")
    assert clocks(site("ny"), service, told(NEW_YORK)).read("reopens") == (TOKYO, date(2026, 10, 9), Named.DESK)


def test_a_time_of_another_zone_is_told_by_our_clocks_by_name() -> None:
    elsewhere = Fact("reopens", Kind.TIME, Moment(datetime(2026, 10, 9, 9, tzinfo=UTC)), Label.PUBLIC, "line 3")
    assert clocks(elsewhere).read("reopens")[2] is Named.DESK
    assert clocks(site("sendai"), site("ny"), told(TOKYO)).read("reopens")[0] == TOKYO
