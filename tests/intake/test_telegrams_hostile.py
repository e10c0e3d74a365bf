"""Hazard telegrams that are broken, forged, odd or huge: never taken for real by mistake, never a traceback."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.errors import Refused
from crisis.intake import LIMIT, read
from crisis.intake.parts.jma import grade_of, intensity_of
from crisis.intake.telegram import hazard
from crisis.model.hazard import Action, Grade, Intensity, Status

JMA = """<?xml version="1.0" encoding="UTF-8"?>
<Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
<Control><Title>震度速報</Title><DateTime>2026-10-09T05:48:11Z</DateTime><Status>訓練</Status>
<EditorialOffice>気象庁本庁</EditorialOffice><PublishingOffice>気象庁</PublishingOffice></Control>
<Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>震度速報</Title>
<ReportDateTime>2026-10-09T14:48:00+09:00</ReportDateTime><EventID>20261009144600</EventID><InfoType>発表</InfoType>
<Serial/><InfoKind>震度速報</InfoKind><Headline><Text>９日１４時４６分ころ、地震による強い揺れを感じました。</Text></Headline></Head>
<Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/seismology1/"><Intensity><Observation><MaxInt>6-</MaxInt>
<Pref><Name>宮城県</Name><Code>04</Code><MaxInt>6-</MaxInt>
<Area><Name>宮城県北部</Name><Code>220</Code><MaxInt>６－</MaxInt>
<City><Name>石巻市</Name><Code>0420200</Code><Condition>震度５弱以上未入電</Condition></City></Area></Pref>
</Observation></Intensity></Body></Report>"""
CAP = """<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>A-1</identifier><sender>met@example.org</sender>
<sent>2026-10-09T05:48:00-00:00</sent><status>Exercise</status><msgType>Alert</msgType><scope>Public</scope>
<info><category>Met</category><event>Wind</event><urgency>Immediate</urgency><severity>Extreme</severity>
<certainty>Observed</certainty><headline>Orkan über Köln</headline><area><areaDesc>Köln</areaDesc></area></info></alert>"""
EDXL = """<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><distributionID>1</distributionID>
<distributionStatus>{status}</distributionStatus><distributionType>{kind}</distributionType>
<contentObject><xmlContent><embeddedXMLContent>{alerts}</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>"""


def alert(**words: str) -> str:
    """The alert as actual, with other words where named: `status="Test"`."""
    text = CAP.partition("?>\n")[2].replace("Exercise", "Actual")
    for element, word in words.items():
        old = text[text.index(f"<{element}>") + len(element) + 2 : text.index(f"</{element}>")]
        text = text.replace(f"<{element}>{old}</{element}>", f"<{element}>{word}</{element}>")
    return text


def refusal_of(raw: str | bytes, name: str = "x.xml") -> str:
    with pytest.raises(Refused) as refusal:
        hazard(raw.encode() if isinstance(raw, str) else raw, name)
    assert refusal.value.exit_code == 3
    assert str(refusal.value.mend)
    return refusal.value.code


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "shift_jis", "euc-jp", "utf-16"])
def test_every_charset_that_is_declared_or_marked(charset: str) -> None:
    raw = JMA.replace("UTF-8", charset).replace("－", "-").encode(charset)
    (notice,) = read(raw, "telegram.xml")
    said = hazard(raw)
    assert (notice.form, notice.title, said.status) == ("jma", "震度速報", Status.EXERCISE)
    assert said.headline == "９日１４時４６分ころ、地震による強い揺れを感じました。"


def test_a_latin_1_alert() -> None:
    raw = CAP.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    assert hazard(raw).areas[0].name == "Köln"
    assert read(raw, "a.cap")[0].defects == ()


def test_intensity_in_any_width_and_a_silent_station() -> None:
    pref, area, city = hazard(JMA.encode()).areas
    assert pref.intensity == area.intensity == Intensity.SIX_LOWER
    assert (city.level, city.grade, city.intensity) == ("震度5弱以上未入電", None, Intensity.FIVE_LOWER)


def test_an_early_warning_counts_with_the_most_that_it_expects() -> None:
    expected = "<ForecastInt><From>5+</From><To>6-</To></ForecastInt>"
    over = "<ForecastInt><From>5-</From><To>over</To></ForecastInt>"
    raw = JMA.replace("Observation>", "Forecast>").replace("<MaxInt>６－</MaxInt>", expected)
    raw = raw.replace("<Code>04</Code><MaxInt>6-</MaxInt>", "<Code>04</Code>" + over)
    assert [a.intensity for a in hazard(raw.encode()).areas][:2] == [Intensity.FIVE_LOWER, Intensity.SIX_LOWER]


@given(st.integers(0, len(JMA.encode()) - 1))
def test_a_drill_that_is_cut_off_is_no_telegram(cut: int) -> None:
    raw = JMA.encode()[:cut].rstrip()
    with pytest.raises(Refused):
        hazard(raw)


@given(st.binary(max_size=40), st.integers(0, len(CAP.encode())), st.integers(0, 60))
def test_no_damage_makes_a_drill_real_or_raises_anything_else(noise: bytes, at: int, width: int) -> None:
    raw = CAP.encode()
    with suppress(Refused):
        assert hazard(raw[:at] + noise + raw[at + width :]).status is not Status.ACTUAL


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (JMA.replace("<Status>訓練", "<Status>通常</Status><Status>訓練"), "incomplete-telegram"),
        (JMA.replace("<Status>訓練</Status>", ""), "incomplete-telegram"),
        (JMA.replace("訓練", "おそらく通常"), "unknown-telegram"),
        (JMA.replace("発表", "予定"), "unknown-telegram"),
        (JMA.replace("05:48:11Z", "05:48:11"), "incomplete-telegram"),
        (JMA.replace("</Control>", "</Control><Control/>"), "incomplete-telegram"),
        (JMA.replace("石巻市", "石巻市&nbsp;"), "broken-telegram"),
        (JMA.replace("<Report", "<!DOCTYPE Report [<!ENTITY a 'b'>]><Report"), "xml-entities"),
        (JMA.replace("http://xml.kishou.go.jp/jmaxml1/", "urn:other"), "no-telegram"),
        (CAP.replace("<status>", "<x:status xmlns:x='urn:x'>Actual</x:status><status>"), "incomplete-telegram"),
        (CAP.replace("Exercise", "Practice"), "unknown-telegram"),
        (CAP.replace("<msgType>Alert", "<msgType>Ack"), "no-hazard"),
        (CAP.replace("<msgType>Alert", "<msgType>Error"), "no-hazard"),
        (CAP.replace("<identifier>A-1</identifier>", "<identifier> </identifier>"), "incomplete-telegram"),
        (CAP.replace("2026-10-09T05:48:00-00:00", "yesterday"), "incomplete-telegram"),
        ("<html><body>CAP</body></html>", "no-telegram"),
        ("状況：閉鎖", "no-telegram"),
        ("", "empty"),
        (EDXL.format(status="Actual", kind="Report", alerts=""), "incomplete-telegram"),
        (EDXL.format(status="Actual", kind="cancel", alerts=alert()), "unknown-telegram"),
        (EDXL.format(status="Actual", kind="Ack", alerts=alert()), "no-hazard"),
    ],
)
def test_what_is_refused(raw: str, code: str) -> None:
    assert refusal_of(raw) == code


def test_what_is_too_large() -> None:
    assert refusal_of(b"<alert>" + b" " * LIMIT) == "too-large"


@pytest.mark.parametrize("word", ["Test", "System", "Draft"])
def test_what_asks_nobody_to_act_is_a_test(word: str) -> None:
    assert hazard(alert(status=word).encode()).status is Status.TEST


def test_a_weekly_test_is_a_test_though_it_calls_itself_actual() -> None:
    code = "<eventCode><valueName>SAME</valueName><value>RWT</value></eventCode><headline>"
    assert hazard(alert().replace("<headline>", code).encode()).status is Status.TEST


@pytest.mark.parametrize(("envelope", "inner", "status"), [
    ("Actual", "Actual", Status.ACTUAL), ("Exercise", "Actual", Status.EXERCISE), ("Actual", "Exercise", Status.EXERCISE),
    ("Test", "Exercise", Status.TEST), ("Exercise", "Test", Status.TEST), ("System", "Actual", Status.TEST),
])  # fmt: skip
def test_an_envelope_never_makes_more_of_an_alert(envelope: str, inner: str, status: Status) -> None:
    raw = EDXL.format(
        status=envelope, kind="Report", alerts=alert(status=inner) + alert(status=inner, identifier="A-2")
    )
    for notice in read(raw.encode(), "x.edxlde"):
        assert hazard(notice.raw).status is status


def test_an_envelope_that_cancels_withdraws_what_it_holds() -> None:
    issued = hazard(alert().encode())
    withdrawn = hazard(EDXL.format(status="Actual", kind="Cancel", alerts=alert()).encode())
    assert (withdrawn.action, withdrawn.ids) == (Action.CANCEL, issued.ids)
    assert set(issued.ids) <= set(withdrawn.replaces)


def test_an_all_clear_has_no_grade() -> None:
    raw = alert().replace("<severity>", "<responseType>AllClear</responseType><severity>")
    said = hazard(raw.encode())
    assert (said.areas[0].grade, said.over) == (Grade.NONE, True)


def test_a_signature_is_said_to_be_unchecked_and_not_read() -> None:
    signed = CAP.replace(
        "</alert>",
        "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><SignedInfo>x9</SignedInfo></Signature></alert>",
    )
    (notice,) = read(signed.encode(), "a.cap")
    assert [d.code for d in notice.defects] == ["unchecked-signature"]
    assert not any(d.stops for d in notice.defects)
    assert "x9" not in notice.text


@pytest.mark.parametrize("unit", [
    "<area><areaDesc>A{n}</areaDesc><geocode><valueName>SAME</valueName><value>{n}</value></geocode></area>",
    "<info><event>E{n}</event><headline>H{n}</headline></info>", "<a>", "<note>x</note>", "&#65;", "<a b='1'/>",
])  # fmt: skip
def test_large_telegrams_are_quick(unit: str) -> None:
    body = "".join(unit.format(n=n) for n in range(2_000_000 // len(unit)))
    raw = alert().replace("</info>", body + "</info>").encode()
    begun = time.process_time()
    with suppress(Refused):
        read(raw, "big.cap")
    assert time.process_time() - begun < 10


def test_an_envelope_of_many_alerts_is_linear() -> None:
    many = "".join(alert(identifier=f"A-{n}") for n in range(2_000))
    begun = time.process_time()
    assert len(read(EDXL.format(status="Actual", kind="Report", alerts=many).encode(), "x.edxlde")) == 2_000
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("level", "grade"),
    [
        ("大津波警報：発表", Grade.EXTREME),
        ("大雨特別警報", Grade.EXTREME),
        ("津波警報", Grade.SEVERE),
        ("津波注意報", Grade.MODERATE),
        ("津波予報（若干の海面変動）", Grade.MINOR),
        ("津波注意報解除", Grade.NONE),
        ("津波なし", Grade.NONE),
        ("解除", Grade.NONE),
        ("氾濫発生情報", Grade.EXTREME),
        ("氾濫危険情報", Grade.SEVERE),
        ("氾濫注意情報（警戒情報解除）", Grade.MODERATE),
        ("氾濫注意情報解除", Grade.NONE),
        ("噴火警報", Grade.EXTREME),
        ("噴火警報（居住地域）", Grade.EXTREME),
        ("噴火警報（火口周辺）", Grade.MODERATE),
        ("レベル５（避難）", Grade.EXTREME),
        ("レベル３（入山規制）", Grade.MODERATE),
        ("レベル１（活火山であることに留意）", Grade.MINOR),
        ("噴火予報：警報解除", Grade.NONE),
        ("レベル４大雨危険警報", Grade.SEVERE),
        ("土砂災害警戒情報", Grade.SEVERE),
        ("震度６弱", Grade.EXTREME),
        ("5-", Grade.SEVERE),
        ("震度２", Grade.MINOR),
        ("0", Grade.MINOR),
        ("初雪", Grade.MINOR),
        ("", Grade.MINOR),
    ],
)
def test_the_agency_s_words_for_levels(level: str, grade: Grade) -> None:
    assert grade_of(level) is grade


@pytest.mark.parametrize("one", Intensity)
def test_every_step_of_intensity_is_read_back(one: Intensity) -> None:
    assert intensity_of(one.code) is intensity_of(f"震度{one.spoken}") is one
