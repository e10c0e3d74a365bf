"""The Japan Meteorological Agency's XML (jmaxml1): `Control`, `Head`, and what of `Body` states levels of areas.

Reports of one series have title, editorial office, status and EventID in common, and the latest `Control/DateTime` holds
(the agency's questions and answers on its XML).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crisis.intake.parts.envelope import aware
from crisis.intake.parts.telegrams import (
    Telegram,
    below,
    by_level,
    child,
    children,
    chosen,
    distinct,
    lines,
    moment,
    only,
    required,
    word,
)
from crisis.intake.parts.xml import Document
from crisis.model.hazard import Action, Area, Grade, Hazard, Intensity, Peril, Status
from crisis.text.folding import folded

_STATUS = {"通常": Status.ACTUAL, "訓練": Status.EXERCISE, "試験": Status.TEST}
_ACTION = {"発表": Action.ISSUE, "遅延": Action.ISSUE, "訂正": Action.CORRECT, "取消": Action.CANCEL}
_PERILS = (
    ("津波", Peril.TSUNAMI),
    ("地震|震源|震度|長周期", Peril.EARTHQUAKE),
    ("火山|噴火|降灰|噴煙", Peril.VOLCANO),
    ("台風|熱帯低気圧", Peril.TYPHOON),
    ("洪水|氾濫", Peril.FLOOD),
)
_BODIES = (("/seismology", Peril.EARTHQUAKE), ("/volcanology", Peril.VOLCANO))
_OVER = re.compile("解除|なし$")
_LOWERED = re.compile(r"\([^()]*解除\)")  # 氾濫注意情報（警戒情報解除） is still 氾濫注意情報
# The agency's own ladder: 特別警報 / 警報 / 注意報; eruption warnings count by whether they reach where people live.
_GRADES = (
    ("特別警報|大津波警報|氾濫発生|居住地域|^レベル[45]\\(|^レベル5", Grade.EXTREME),
    ("火口周辺|入山規制|周辺海域", Grade.MODERATE),
    ("噴火警報", Grade.EXTREME),
    ("警報|警戒情報|危険情報|噴火した|記録的短時間大雨|顕著な大雨", Grade.SEVERE),
    ("注意報|注意情報|^レベル[23]\\(", Grade.MODERATE),
)
_SHAKING = (
    (Intensity.SIX_LOWER, Grade.EXTREME),
    (Intensity.FIVE_LOWER, Grade.SEVERE),
    (Intensity.THREE, Grade.MODERATE),
)
_INTENSITIES = {one.code: one for one in Intensity} | {f"震度{one.spoken}": one for one in Intensity}
_SILENT = "以上未入電"
_OBSERVED = {"Pref": "地震情報／都道府県等", "Area": "地震情報／細分区域", "City": "気象・地震・火山情報／市町村等"}
_TSUNAMI_AREAS = "津波予報区"


def telegram(document: Document, raw: bytes, name: str) -> Telegram:
    """The report. Raises `Refused` (`incomplete-telegram`, `unknown-telegram`)."""
    control, head = (only(document.root, part, name=name) for part in ("Control", "Head"))
    body = child(document.root, "Body")
    status = chosen(_STATUS, control, "Status", name=name)
    action = chosen(_ACTION, head, "InfoType", name=name)
    title = required(control, "Title", name=name)
    office = required(control, "EditorialOffice", name=name)
    events = tuple(word(head, "EventID").split()) or ("",)
    hazard = Hazard(
        form="jma",
        kind=_peril(title, head, body),
        status=status,
        action=action,
        issued_at=moment(head, "ReportDateTime", name=name),
        sent_at=moment(control, "DateTime", name=name),
        title=word(head, "Title") or title,
        event=word(head, "InfoKind") or title,
        source=word(control, "PublishingOffice") or office,
        series="|".join((title, office, status.value)),
        ids=events,
        replaces=events,
        areas=distinct(_areas(head, body)),
        headline=lines(child(child(head, "Headline"), "Text")),
        expires=aware(word(head, "ValidDateTime")),
    )
    return Telegram(hazard, _text(hazard, control, head, body), raw, document.defects)


def intensity_of(text: str) -> Intensity | None:
    """Intensity as telegrams write it, in any width: `6-`, `震度６弱`."""
    return _INTENSITIES.get(folded(text).strip())


def grade_of(text: str) -> Grade:
    """How bad a level is that the agency calls so; what is no warning at all is `MINOR`."""
    plain = _LOWERED.sub("", folded(text).strip())
    shaking = intensity_of(plain)
    if shaking is not None:
        return _shaking(shaking)
    if _OVER.search(plain):
        return Grade.NONE
    return next((grade for words, grade in _GRADES if re.search(words, plain)), Grade.MINOR)


def _shaking(intensity: Intensity) -> Grade:
    return next((grade for least, grade in _SHAKING if intensity >= least), Grade.MINOR)


def _peril(title: str, head: Any, body: Any) -> Peril:
    said = f"{title} {word(head, 'Title')}"
    found = next((peril for words, peril in _PERILS if re.search(words, said)), None)
    if found is not None:
        return found
    space = str(body.tag) if body is not None else ""
    return next((peril for mark, peril in _BODIES if mark in space), Peril.WEATHER)


def _areas(head: Any, body: Any) -> Iterator[Area]:
    """The finest statement of levels that the report makes: shaking, tsunami and volcanoes in its body, else its headline."""
    stated = [*_shaken(body), *_coasts(body)]
    if not stated:
        stated = [area for info in below(head, "Information") for area in _listed(info)]
        stated += [area for info in children(body, "VolcanoInfo") for area in _listed(info)]
    yield from stated


def _shaken(body: Any) -> Iterator[Area]:
    """Prefectures, regions and cities with the intensity that was observed there, or (early warnings) is expected."""
    intensity = child(body, "Intensity")
    for part in ("Observation", "Forecast"):
        for tag in _OBSERVED:
            for node in below(child(intensity, part), tag):
                area = _shaken_area(node, tag)
                if area is not None:
                    yield area


def _shaken_area(node: Any, tag: str) -> Area | None:
    codes = ((_OBSERVED[tag], word(node, "Code")),)
    if _SILENT in folded(word(node, "Condition")) or word(node, "MaxInt").startswith("!"):
        return Area(word(node, "Name"), codes, "震度5弱以上未入電", None, Intensity.FIVE_LOWER)
    stated = (word(node, "MaxInt"), word(node, "ForecastInt", "To"), word(node, "ForecastInt", "From"))
    intensity = next((one for text in stated if (one := intensity_of(text)) is not None), None)
    if intensity is None:
        return None
    return Area(word(node, "Name"), codes, f"震度{intensity.spoken}", _shaking(intensity), intensity)


def _coasts(body: Any) -> Iterator[Area]:
    for item in children(child(child(body, "Tsunami"), "Forecast"), "Item"):
        level = word(item, "Category", "Kind", "Name")
        if level:
            area = child(item, "Area")
            yield Area(word(area, "Name"), ((_TSUNAMI_AREAS, word(area, "Code")),), level, grade_of(level))


def _listed(info: Any) -> Iterator[Area]:
    """Items of kinds and areas, as `Information` in the headline and `VolcanoInfo` in the body list them."""
    for item in children(info, "Item"):
        for kind in children(item, "Kind"):
            for areas in children(item, "Areas"):
                for area in children(areas, "Area"):
                    yield _listed_area(area, areas.get("codeType") or "", kind)


def _listed_area(area: Any, scheme: str, kind: Any) -> Area:
    name, condition = word(kind, "Name"), word(kind, "Condition")
    level = condition if name == "情報タグ" and condition else name
    grade = Grade.NONE if condition == "解除" else grade_of(level)
    return Area(word(area, "Name"), ((scheme, word(area, "Code")),), level, grade, intensity_of(level))


def _text(hazard: Hazard, control: Any, head: Any, body: Any) -> str:
    """All of it that is written for people; times as the report states them."""
    stated = f"{word(control, 'Status')}・{word(head, 'InfoType')}"
    issued = f"{word(head, 'ReportDateTime')} {hazard.source}"
    words = [
        lines(node)
        for tag in ("Text", "VolcanoHeadline", "VolcanoActivity", "VolcanoPrevention")
        for node in below(body, tag)
    ]
    parts = [f"{hazard.title}({stated})", issued, hazard.headline, by_level(hazard.areas), *words]
    return "\n".join(dict.fromkeys(part for part in parts if part))
