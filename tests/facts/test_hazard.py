"""What telegrams mean for a desk: in force or not, for which sites, for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.catalogue.gazetteer import shipped_gazetteer
from crisis.facts.hazard import may_join, may_propose, no_post, prefectures_of, relevant, standing
from crisis.facts.places.regions import DISTRICTS, REGIONS
from crisis.model.hazard import Action, Area, Grade, Hazard, Intensity, Peril, Status, Threshold
from crisis.model.settings import Mode, Site

GAZETTEER = shipped_gazetteer()
AT = datetime(2026, 10, 9, 5, 48, tzinfo=UTC)
PREFECTURES, CITIES = "地震情報／都道府県等", "気象・地震・火山情報／市町村等"
SITES = (
    Site("tokyo", {"en": "Tokyo Head Office"}, {"ja": "東京都千代田区", "en": "Chiyoda, Tokyo"}),
    Site("sendai", {"en": "Sendai Office"}, {"en": "Sendai, Miyagi"}),
    Site("koriyama", {"en": "Koriyama Plant"}, {"ja": "福島県郡山市"}),
    Site("nagoya", {"en": "Nagoya Office"}, {"ja": "愛知県名古屋市"}),
    Site("windsor", {"en": "Windsor Office"}, {"en": "Windsor, Ontario"}),
    Site("nowhere", {"en": "Warehouse"}),
)


def report(
    minute: int = 0, action: Action = Action.ISSUE, *, event: str = "E1", status: Status = Status.ACTUAL, **more: object
) -> Hazard:
    """A report of the agency's on shaking, sent some minutes after 14:48."""
    sent = AT + timedelta(minutes=minute)
    values: dict[str, object] = {
        "form": "jma", "kind": Peril.EARTHQUAKE, "status": status, "action": action, "issued_at": sent, "sent_at": sent,
        "title": "震度速報", "event": "震度速報", "source": "気象庁", "series": f"震度速報|気象庁本庁|{status}",
        "ids": (event,), "replaces": (event,),
    }  # fmt: skip
    return Hazard(**{**values, **more})  # type: ignore[arg-type]


def alert(name: str, minute: int = 0, action: Action = Action.ISSUE, *references: str, **more: object) -> Hazard:
    """A CAP message."""
    ids = (f"met,{name}",)
    values = {"form": "cap", "series": "met|actual", "ids": ids, "replaces": tuple(f"met,{one}" for one in references)}
    return report(minute, action, **{**values, **more})  # type: ignore[arg-type]


def shaken(name: str, code: str, intensity: Intensity) -> Area:
    grade = Grade.EXTREME if intensity >= Intensity.SIX_LOWER else Grade.SEVERE
    return Area(name, ((PREFECTURES, code),), f"震度{intensity.spoken}", grade, intensity)


def sites_of(*areas: Area, threshold: Threshold | None = None, **more: object) -> list[str]:
    said = report(areas=areas, **more)  # type: ignore[arg-type]
    return [match.site for match in relevant(said, SITES, GAZETTEER, threshold)]


def stand(*hazards: Hazard, after: int = 60) -> tuple[Hazard, ...]:
    return standing(hazards, AT + timedelta(minutes=after))


def test_a_later_report_takes_the_place_of_an_earlier_one_in_whichever_order_they_come() -> None:
    first, corrected, second = report(0), report(1, Action.CORRECT), report(2)
    for arrival in permutations((first, corrected, second)):
        assert stand(*arrival) == (second,)
    assert stand(first, corrected) == (corrected,)


def test_a_withdrawal_takes_all_before_it_and_nothing_after_it() -> None:
    first, withdrawn, again = report(0), report(1, Action.CANCEL), report(2)
    for arrival in permutations((first, withdrawn)):
        assert stand(*arrival) == ()
    assert stand(again, withdrawn, first) == (again,)


def test_a_withdrawal_of_another_event_or_title_has_no_effect() -> None:
    first = report(0)
    assert stand(first, report(1, Action.CANCEL, event="E2")) == (first,)
    assert stand(first, report(1, Action.CANCEL, series="震源に関する情報|気象庁本庁|actual")) == (first,)


def test_a_drill_withdraws_nothing_real() -> None:
    first, drill = report(0), report(1, Action.CANCEL, status=Status.EXERCISE)
    assert stand(first, drill) == (first,)


def test_repetitions_count_once() -> None:
    assert stand(report(0), report(0), report(0)) == (report(0),)


def test_a_report_of_two_events_takes_the_place_of_both() -> None:
    both = report(2, ids=("E1", "E2"), replaces=("E1", "E2"))
    assert stand(report(0), report(1, event="E2"), both) == (both,)
    later = report(3, event="E2")
    assert stand(both, later) == (later,)


def test_corrections_of_the_same_minute_follow_by_the_second() -> None:
    first = report(0)
    corrected = replace(first, action=Action.CORRECT, sent_at=first.sent_at + timedelta(seconds=9))
    assert stand(corrected, first) == (corrected,)
    assert stand(replace(corrected, sent_at=first.sent_at), first) == (replace(corrected, sent_at=first.sent_at),)


def test_what_has_expired_is_not_in_force_and_has_still_taken_a_place() -> None:
    short = report(1, Action.UPDATE, expires=AT + timedelta(minutes=30))
    assert stand(report(0), short, after=29) == (short,)
    assert stand(report(0), short, after=30) == ()


def test_an_all_clear_ends_its_series() -> None:
    clear = report(1, areas=(Area("宮城県", (), "津波注意報解除", Grade.NONE),))
    assert stand(report(0), clear) == ()


def test_cap_replaces_what_it_refers_to_and_nothing_else() -> None:
    first, other, update = alert("A"), alert("B"), alert("C", 1, Action.UPDATE, "A")
    assert stand(update, other, first) == (other, update)
    assert stand(first, update, alert("D", 2, Action.CANCEL, "A", "C")) == ()
    split = alert("E", 1, Action.UPDATE, "A")
    assert stand(first, update, split) == (update, split)


def test_cap_from_another_sender_withdraws_nothing() -> None:
    first = alert("A")
    assert stand(first, alert("X", 1, Action.CANCEL, "A", series="somebody|actual")) == (first,)
    assert stand(alert("S", 1, Action.UPDATE, "S")) == (alert("S", 1, Action.UPDATE, "S"),)


@given(st.lists(st.builds(report, st.integers(0, 5), st.sampled_from(Action), event=st.sampled_from(["E1", "E2"]))))
def test_at_most_one_of_a_series_stands_and_it_is_the_last(reports: list[Hazard]) -> None:
    stood = stand(*reports)
    assert len({one.event_id for one in stood}) == len(stood)
    for one in stood:
        assert one.sent_at == max(other.sent_at for other in reports if other.ids == one.ids)
    assert stand(*reversed(reports)) == stood == stand(*stood)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("mode", Mode)
def test_who_hears_what(mode: Mode, status: Status, action: Action) -> None:
    said = report(0, action, status=status)
    heard = (mode, status) in {(Mode.ACTUAL, Status.ACTUAL), (Mode.EXERCISE, Status.EXERCISE)}
    assert may_join(said, mode) is heard
    assert may_propose(said, mode) is (heard and action is not Action.CANCEL)


def test_an_all_clear_proposes_nothing() -> None:
    assert not may_propose(report(areas=(Area("x", (), "解除", Grade.NONE),)), Mode.ACTUAL)
    assert may_propose(
        report(areas=(Area("x", (), "解除", Grade.NONE), Area("y", (), "警報", Grade.SEVERE))), Mode.ACTUAL
    )


def test_sites_by_intensity() -> None:
    strong, weak = shaken("宮城県", "04", Intensity.SIX_LOWER), shaken("福島県", "07", Intensity.FIVE_UPPER)
    assert sites_of(strong, weak) == ["sendai"]
    assert sites_of(strong, weak, threshold=Threshold(Intensity.FIVE_UPPER)) == ["sendai", "koriyama"]
    assert sites_of(strong, action=Action.CANCEL) == []


def test_a_station_that_is_silent_counts_as_the_worst() -> None:
    silent = Area("名取市", ((CITIES, "0420700"),), "震度5弱以上未入電", None, Intensity.FIVE_LOWER)
    (match,) = relevant(report(areas=(shaken("宮城県", "04", Intensity.SEVEN), silent)), SITES, GAZETTEER)
    assert [area.name for area in match.areas] == ["名取市", "宮城県"]


@pytest.mark.parametrize(
    ("area", "sites"),
    [
        (Area("北部", (("気象情報／府県予報区・細分区域等", "040010"),), "大雨警報", Grade.SEVERE), ["sendai"]),
        (Area("郡山市", ((CITIES, "0720300"),), "洪水警報", Grade.SEVERE), ["koriyama"]),
        (Area("郡山市", ((CITIES, "0720300"),), "大雨注意報", Grade.MODERATE), []),
        (Area("関東甲信地方", (("全国・地方予報区等", "010300"),), "情報", Grade.SEVERE), ["tokyo"]),
        (Area("東北地方", (), "情報", Grade.SEVERE), ["sendai", "koriyama"]),
        (Area("東京湾内湾", (("津波予報区", "312"),), "津波警報", Grade.SEVERE), ["tokyo"]),
        (Area("愛知県外海", (("津波予報区", "390"),), "津波警報", Grade.SEVERE), ["nagoya"]),
        (Area("静岡県中部", (("地震情報／細分区域", "442"),), "警報", Grade.SEVERE), []),
        (Area("北海道太平洋沿岸中部", (("津波予報区", "101"),), "大津波警報", Grade.EXTREME), []),
        (Area("Miyagi Prefecture", (), "Severe", Grade.SEVERE), ["sendai"]),
        (Area("northern coast", (("ISO 3166-2", "JP-04"),), "Severe", Grade.SEVERE), ["sendai"]),
        (Area("Windsor - Leamington - Essex County", (("profile:CAP-CP:Location:0.3", "3537064"),), "Severe", Grade.SEVERE), ["windsor"]),
        (Area("Windsor - Leamington - Essex County", (), "Minor", Grade.MINOR), []),
        (Area("Windsor", (), "Unknown", None), ["windsor"]),
        (Area("New Windsorton", (), "Extreme", Grade.EXTREME), []),
        (Area("宮城県", ((PREFECTURES, "99"),), "警報", Grade.SEVERE), ["sendai"]),
        (Area("全国", (), "警報", Grade.SEVERE), ["tokyo", "sendai", "koriyama", "nagoya"]),
        (Area("", (("", ""),), "警報", Grade.SEVERE), []),
    ],
)  # fmt: skip
def test_sites_by_area(area: Area, sites: list[str]) -> None:
    assert sites_of(area) == sites


def test_what_is_over_reaches_no_threshold() -> None:
    over = Area("宮城県", ((PREFECTURES, "04"),), "解除", Grade.NONE)
    assert sites_of(over, Area("x", (), "", Grade.MINOR), threshold=Threshold(grade=Grade.NONE)) == []


def test_regions_are_those_of_the_gazetteer() -> None:
    assert set(REGIONS) == {area for area in GAZETTEER.names if not area[3:].isdigit() and area not in GAZETTEER.zones}
    prefectures = {f"jp-{number:02}" for numbers in (*REGIONS.values(), *DISTRICTS.values()) for number in numbers}
    assert prefectures <= set(GAZETTEER.names)
    parts = [number for code, numbers in DISTRICTS.items() if code != "0100" for number in numbers]
    assert sorted(parts) == list(range(1, 48))


@given(
    st.text(max_size=30), st.text(max_size=8), st.sampled_from([PREFECTURES, CITIES, "全国・地方予報区等", "SAME", ""])
)
def test_no_name_or_code_raises(name: str, code: str, scheme: str) -> None:
    assert prefectures_of(Area(name, ((scheme, code),)), GAZETTEER) <= set(GAZETTEER.names)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("action", Action)
def test_the_sentence_says_plainly_what_it_is_and_what_to_do(status: Status, action: Action) -> None:
    said = str(no_post(report(0, action, status=status)))
    assert said.startswith("震度速報 ")
    assert "posts nothing by itself" in said
    assert ("EXERCISE" in said) == (status is Status.EXERCISE)
    assert ("TEST" in said) == (status is Status.TEST)
    withdraws = status is Status.ACTUAL and action is Action.CANCEL
    assert ("crisis correct" if withdraws else "crisis say holding") in said
