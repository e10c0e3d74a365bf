"""Real series of telegrams: what stands after each, and which sites they concern."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis.catalogue.gazetteer import shipped_gazetteer
from crisis.facts.hazard import may_propose, prefectures_of, relevant, standing
from crisis.intake.telegram import hazard
from crisis.model.hazard import Grade, Hazard, Intensity, Status, Threshold
from crisis.model.settings import Mode, Site

GAZETTEER = shipped_gazetteer()
NOW = datetime(2026, 10, 9, tzinfo=UTC)
SITES = tuple(
    Site(name, {}, {"ja": area})
    for name, area in {
        "hamamatsu": "静岡県浜松市",
        "sendai": "宮城県仙台市",
        "tokushima": "徳島県徳島市",
        "karuizawa": "長野県軽井沢町",
        "saga": "佐賀県武雄市",
        "tokyo": "東京都千代田区",
    }.items()
)


def series(folder: Path, *begins: str) -> list[Hazard]:
    """Samples of the agency's, by how their names begin."""
    paths = [path for begin in begins for path in sorted((folder / "jma").glob(f"{begin}_*.xml"))]
    assert len(paths) == len(begins)
    return [hazard(path.read_bytes()) for path in paths]


def concerned(said: Hazard, threshold: Threshold | None = None) -> list[str]:
    return [match.site for match in relevant(said, SITES, GAZETTEER, threshold)]


def test_a_typhoon_forecast_corrected_twice_and_issued_anew(shared_data: Path) -> None:
    first, corrected, again, later = series(shared_data, "10_05_01", "10_05_02", "10_05_03", "10_05_04")
    assert standing([corrected, first], NOW) == (corrected,)
    assert standing([again, corrected, first, again], NOW) == (again,)
    assert standing([first, corrected, again, later], NOW) == (later,)


def test_a_hypocentre_withdrawn(shared_data: Path) -> None:
    issued, withdrawn = series(shared_data, "32-35_06_01", "32-35_06_02")
    assert standing([issued], NOW) == (issued,)
    assert standing([withdrawn, issued], NOW) == ()


def test_a_distant_earthquake_withdrawn_at_its_eighth_report(shared_data: Path) -> None:
    reports = series(shared_data, "32-39_05_01", "32-39_05_04", "32-39_05_06", "32-39_05_12")
    assert standing(reports[:3], NOW) == (reports[2],)
    assert standing(reports, NOW) == ()


def test_tsunami_warnings_of_an_afternoon(shared_data: Path) -> None:
    reports = series(shared_data, "32-39_11_06", "32-39_11_09", "32-39_11_11")
    assert standing(reports[::-1], NOW) == (reports[2],)
    assert concerned(reports[2]) == ["sendai", "tokyo"]  # 東京: 伊豆諸島 and 小笠原諸島
    assert concerned(reports[2], Threshold(grade=Grade.EXTREME)) == ["sendai"]
    assert concerned(reports[2], Threshold(grade=Grade.MODERATE)) == ["hamamatsu", "sendai", "tokushima", "tokyo"]


def test_a_tsunami_advisory_of_one_event_is_lifted_by_a_report_of_two(shared_data: Path) -> None:
    advisory, lifted = series(shared_data, "38-39_02_01", "38-39_02_04")
    assert standing([advisory], NOW) == (advisory,)
    assert standing([lifted, advisory], NOW) == ()


def test_shaking_reaches_the_sites_of_its_prefectures(shared_data: Path) -> None:
    first, second = series(shared_data, "32-35_01_01", "32-35_07_04")
    assert first.event_id == second.event_id
    assert concerned(first) == ["hamamatsu"]
    assert concerned(first, Threshold(Intensity.FOUR)) == ["hamamatsu", "karuizawa", "tokyo"]
    (match,) = relevant(first, SITES, GAZETTEER)
    assert [area.name for area in match.areas] == ["静岡県", "静岡県中部", "静岡県西部"]


@pytest.mark.parametrize(
    ("begin", "sites"),
    [
        ("15_15_01", ["tokushima"]),
        ("16_02_02", ["saga"]),
        ("45_01_01", []),
        ("32-35_10_01", []),
        ("83_01_01_250630", []),
        ("10_05_01", []),
    ],
)
def test_warnings(shared_data: Path, begin: str, sites: list[str]) -> None:
    (said,) = series(shared_data, begin)
    assert concerned(said) == sites


def test_a_level_3_volcano_concerns_who_asks_for_less(shared_data: Path) -> None:
    (said,) = series(shared_data, "45_01_01")
    assert concerned(said, Threshold(grade=Grade.MODERATE)) == ["karuizawa"]


def test_no_drill_and_no_test_among_the_samples_may_open_anything_live(shared_data: Path) -> None:
    said = [hazard(path.read_bytes()) for path in (shared_data / "jma").glob("*.xml")]
    unreal = [one for one in said if one.status is not Status.ACTUAL]
    assert len(unreal) == 8
    assert not any(may_propose(one, Mode.ACTUAL) for one in unreal)
    assert sum(may_propose(one, Mode.EXERCISE) for one in unreal) == 6
    assert not any(may_propose(one, Mode.EXERCISE) for one in said if one.status is Status.ACTUAL)


def test_every_coast_of_the_samples_is_known(shared_data: Path) -> None:
    said = [hazard(path.read_bytes()) for path in (shared_data / "jma").glob("*_VTSE41.xml")]
    coasts = {area.name: area for one in said for area in one.areas}
    assert len(coasts) > 60
    assert [name for name, area in coasts.items() if not prefectures_of(area, GAZETTEER)] == []


def test_alerts_abroad_concern_no_site_here(shared_data: Path) -> None:
    for path in (*(shared_data / "cap").glob("*.edxlde"), shared_data / "cap" / "weather.cap"):
        assert concerned(hazard(path.read_bytes()), Threshold(grade=Grade.MINOR)) == []
