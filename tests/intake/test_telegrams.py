"""Hazard telegrams as they really come: every sample, against what its bytes say."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crisis.errors import Refused
from crisis.intake import read
from crisis.intake.telegram import hazard
from crisis.model.hazard import Action, Grade, Hazard, Intensity, Peril, Status

JMA_STATUS = {"通常": "actual", "訓練": "exercise", "試験": "test"}
JMA_ACTION = {"発表": "issue", "訂正": "correct", "取消": "cancel"}
# By the product in each file's name (VXSE51 is a seismic report): what it tells of.
JMA_PERILS = {
    "VXSE": Peril.EARTHQUAKE,
    "VYSE": Peril.EARTHQUAKE,
    "VTSE": Peril.TSUNAMI,
    "VFVO": Peril.VOLCANO,
    "VPTW": Peril.TYPHOON,
    "VPTI": Peril.TYPHOON,
    "VXKO": Peril.FLOOD,
    "VGSK": Peril.WEATHER,
    "VPZJ": Peril.WEATHER,
    "VPWW": Peril.WEATHER,
}
# file → kind, action, notices, highest grade stated, codes of defects
CAP = {
    "australia.cap": (Peril.FIRE, Action.ISSUE, 1, Grade.MINOR, []),
    "bushfire_valid.edxlde": (Peril.FIRE, Action.ISSUE, 7, Grade.MINOR, []),
    "canada.cap": (Peril.WEATHER, Action.UPDATE, 1, Grade.NONE, []),
    "canada_errors.cap": (Peril.WEATHER, Action.UPDATE, 1, Grade.NONE, []),
    "earthquake-iso8859-1.cap": (Peril.EARTHQUAKE, Action.ISSUE, 1, None, ["unchecked-signature"]),
    "earthquake.cap": (Peril.EARTHQUAKE, Action.ISSUE, 1, None, []),
    "invalid.cap": (Peril.WEATHER, Action.ISSUE, 1, None, ["no-scope"]),
    "no_optional_fields.cap": (Peril.OTHER, Action.ISSUE, 1, None, []),
    "noaa_errors.cap": (Peril.FLOOD, Action.ISSUE, 1, None, []),
    "weather.cap": (Peril.FLOOD, Action.ISSUE, 1, Grade.SEVERE, []),
}


def jma(folder: Path) -> list[Path]:
    return sorted((folder / "jma").glob("*.xml"))


def sample(folder: Path, begin: str) -> Hazard:
    (path,) = (folder / "jma").glob(f"{begin}_*.xml")
    return hazard(path.read_bytes())


def stated(raw: str, element: str, within: str) -> str:
    part = re.search(rf"<{within}\b.*?</{within}>", raw, re.DOTALL)
    found = re.search(rf"<{element}>(.*?)</{element}>", part[0]) if part else None
    return found[1] if found else ""


def test_every_sample_of_the_agency_reads_as_what_it_says(shared_data: Path) -> None:
    assert len(jma(shared_data)) == 66
    for path in jma(shared_data):
        text = path.read_text("utf-8")
        (notice,) = read(path.read_bytes(), path.name)
        said = hazard(notice.raw)
        assert (notice.form, notice.raw, notice.defects) == ("jma", path.read_bytes(), ())
        assert said.status == JMA_STATUS[stated(text, "Status", "Control")], path.name
        assert said.action == JMA_ACTION[stated(text, "InfoType", "Head")], path.name
        assert said.kind is JMA_PERILS[re.split("[_.]", path.name)[-2][:4]], path.name
        assert list(said.ids) == stated(text, "EventID", "Head").split() or said.ids == ("",)
        assert said.sent_at == datetime.fromisoformat(stated(text, "DateTime", "Control"))
        assert said.issued_at == datetime.fromisoformat(stated(text, "ReportDateTime", "Head")) == notice.written_at
        assert notice.title == said.title == " ".join(stated(text, "Title", "Head").split())
        assert said.headline.replace("\n", "")[:12] in notice.text.replace("\n", "")


def test_how_many_are_drills_withdrawals_and_corrections(shared_data: Path) -> None:
    said = [hazard(path.read_bytes()) for path in jma(shared_data)]
    assert Counter(one.status for one in said) == {Status.ACTUAL: 58, Status.EXERCISE: 7, Status.TEST: 1}
    assert Counter(one.action for one in said) == {Action.ISSUE: 49, Action.CANCEL: 10, Action.CORRECT: 7}
    assert Counter(one.kind for one in said) == {
        Peril.EARTHQUAKE: 22, Peril.TSUNAMI: 12, Peril.WEATHER: 11, Peril.TYPHOON: 8, Peril.VOLCANO: 7, Peril.FLOOD: 6,
    }  # fmt: skip


@pytest.mark.parametrize("name", CAP)
def test_every_sample_of_cap(shared_data: Path, name: str) -> None:
    kind, action, count, grade, defects = CAP[name]
    notices = read((shared_data / "cap" / name).read_bytes(), name)
    said = hazard(notices[0].raw)
    assert (len(notices), {notice.form for notice in notices}) == (count, {"cap"})
    assert (said.kind, said.action, said.status) == (kind, action, Status.ACTUAL)
    assert max((area.grade for area in said.areas if area.grade is not None), default=None) == grade
    assert [defect.code for defect in notices[0].defects] == defects
    assert all(notice.title and notice.text and notice.source_id and notice.written_at for notice in notices)


def test_no_sample_is_left_out(shared_data: Path) -> None:
    files = {p.name for p in (shared_data / "cap").iterdir() if p.suffix in (".cap", ".edxlde")}
    assert files - set(CAP) == {"xee.cap"}
    with pytest.raises(Refused) as refusal:
        hazard((shared_data / "cap" / "xee.cap").read_bytes())
    assert refusal.value.code == "xml-entities"


def test_intensities(shared_data: Path) -> None:
    said = sample(shared_data, "32-35_01_01")
    shaken = {area.name: area.intensity for area in said.areas}
    assert shaken["静岡県"] == shaken["静岡県西部"] == Intensity.SIX_LOWER
    assert (shaken["静岡県伊豆"], shaken["東京都２３区"]) == (Intensity.FIVE_UPPER, Intensity.FOUR)
    (notice,) = read((shared_data / "jma" / "32-35_01_01_100806_VXSE51.xml").read_bytes(), "x")
    assert "震度6弱: 静岡県、静岡県中部、静岡県西部\n" in notice.text
    area = next(area for area in said.areas if area.name == "静岡県")
    assert (area.codes, area.level, area.grade) == ((("地震情報／都道府県等", "22"),), "震度6弱", Grade.EXTREME)


def test_tsunami_warnings_and_their_end(shared_data: Path) -> None:
    warned = {area.name: area.level for area in sample(shared_data, "32-39_11_06").areas}
    assert (warned["宮城県"], warned["北海道太平洋沿岸東部"]) == ("大津波警報", "津波注意報")
    ended = sample(shared_data, "32-39_13_07")
    assert {area.level for area in ended.areas} == {"津波注意報解除"}
    assert ended.over
    assert sample(shared_data, "32-39_12_13").expires == datetime.fromisoformat("2016-09-02T10:00:00+09:00")


def test_a_report_of_two_events_belongs_to_both(shared_data: Path) -> None:
    assert sample(shared_data, "38-39_02_04").ids == ("20151114055157", "20151114061750")


def test_volcanoes_and_warnings(shared_data: Path) -> None:
    grades = {area.name: area.grade for area in sample(shared_data, "45_01_01").areas}
    assert grades["群馬県嬬恋村"] == Grade.MODERATE
    assert all(area.grade in (Grade.NONE, Grade.MINOR) for area in sample(shared_data, "45_03_01").areas)
    surge = sample(shared_data, "15_15_01")
    assert next((a.name, a.level, a.grade) for a in surge.areas) == ("徳島県", "高潮警報", Grade.SEVERE)
    assert (surge.event_id, surge.title) == ("", "徳島県気象警報・注意報")


def test_a_series_has_one_source_id(shared_data: Path) -> None:
    def known_as(begin: str) -> str | None:
        (path,) = (shared_data / "jma").glob(f"{begin}_*.xml")
        return read(path.read_bytes(), path.name)[0].source_id

    assert known_as("32-35_06_01") == known_as("32-35_06_02")
    assert known_as("10_05_01") == known_as("10_05_02") == known_as("10_05_04") != known_as("10_04_01")
    assert known_as("32-35_04_03") != known_as("32-35_04_04")


def test_references_name_the_series_of_an_update(shared_data: Path) -> None:
    said = hazard((shared_data / "cap" / "canada.cap").read_bytes())
    assert said.replaces == (
        "cap@ec.gc.ca,2.49.0.1.124.a3f342a4.2012,2012-05-02T21:45:05+00:00",
        "cap@ec.gc.ca,2.49.0.1.124.60f31a3a.2012,2012-05-02T21:55:21+00:00",
    )
    assert said.ids == ("cap@ec.gc.ca,2.49.0.1.124.6bddbc91.2012,2012-05-02T23:21:04+00:00",)
    assert said.expires == datetime(2012, 5, 3, 0, 20, tzinfo=UTC)


def test_each_alert_of_an_envelope_reads_again_from_its_own_bytes(shared_data: Path) -> None:
    notices = read((shared_data / "cap" / "bushfire_valid.edxlde").read_bytes(), "rfs.edxlde")
    assert len({notice.source_id for notice in notices}) == 7
    for notice in notices:
        (again,) = read(notice.raw, notice.name)
        assert (again.title, again.text, again.source_id) == (notice.title, notice.text, notice.source_id)
        assert hazard(again.raw) == hazard(notice.raw)


def test_a_feed_that_carries_alerts_gives_the_alerts(shared_data: Path) -> None:
    raw = (shared_data / "cap" / "weather.atom").read_bytes()
    (notice,) = read(raw, "weather.atom")
    said = hazard(notice.raw)
    assert (notice.form, said.event, said.areas[0].name[:7]) == ("cap", "Flash Flood Watch", "Central")
    assert read(notice.raw, notice.name) == (notice,)


@pytest.mark.parametrize(
    ("old", "new", "form"),
    [
        (b"<status>Actual</status>", b"<status>Exercise</status>", "cap"),
        (b"<status>Actual</status>", b"<status>Perhaps</status>", None),
        (b"</alert>", b"", None),
        (b"<msgType>Alert</msgType>", b"<msgType>Ack</msgType>", None),
    ],
)
def test_a_feed_with_a_doubtful_alert_opens_nothing(
    shared_data: Path, old: bytes, new: bytes, form: str | None
) -> None:
    raw = (shared_data / "cap" / "weather.atom").read_bytes().replace(old, new)
    if form is None:
        with pytest.raises(Refused) as refusal:
            read(raw, "weather.atom")
        assert refusal.value.code == "hazard-telegram"
    else:
        assert hazard(read(raw, "weather.atom")[0].raw).status is Status.EXERCISE


def test_a_feed_with_a_doubtful_alert_among_others_holds_it(shared_data: Path) -> None:
    raw = (shared_data / "cap" / "weather.atom").read_bytes().replace(b"<status>Actual", b"<status>Perhaps")
    raw = raw.replace(b"</entry>", b"</entry><entry><title>status: closed</title></entry>", 1)
    doubtful, plain = read(raw, "weather.atom")
    assert [defect.code for defect in doubtful.defects if defect.stops] == ["hazard-telegram"]
    assert (plain.form, plain.title) == ("feed", "status: closed")
