"""The Common Alerting Protocol (OASIS CAP 1.0, 1.1 and 1.2), alone or in an EDXL-DE envelope (OASIS EDXL-DE 1.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from crisis.errors import Refused
from crisis.intake.parts import refusals
from crisis.intake.parts.envelope import aware
from crisis.intake.parts.telegrams import (
    Telegram,
    below,
    by_level,
    child,
    children,
    chosen,
    distinct,
    incomplete,
    lines,
    moment,
    required,
    unsigned,
    word,
)
from crisis.intake.parts.xml import Document, local, said
from crisis.model.finding import Finding
from crisis.model.hazard import Action, Area, Grade, Hazard, Peril, Status

# Draft is no message yet, and System speaks to the network: nobody is to act upon either (CAP 1.2, 3.2.1).
_STATUS = {
    "Actual": Status.ACTUAL,
    "Exercise": Status.EXERCISE,
    "Test": Status.TEST,
    "System": Status.TEST,
    "Draft": Status.TEST,
}
_ACTION = {"Alert": Action.ISSUE, "Update": Action.UPDATE, "Cancel": Action.CANCEL}
_ANSWERS = ("Ack", "Error")
# Kinds of distribution besides answers (EDXL-DE 1.0, 3.2.1): only one of them takes back what it carries.
_SENSORS = ("SensorConfiguration", "SensorControl", "SensorStatus", "SensorDetection")
_CARRIES = ("Report", "Update", "Request", "Response", "Dispatch", *_SENSORS)
_CANCELS = dict.fromkeys(_CARRIES, False) | {"Cancel": True}
_ADDRESS = ("distributionID", "senderID", "dateTimeSent", "distributionStatus", "distributionType")
_LONGEST = 500
_GRADES = {"Extreme": Grade.EXTREME, "Severe": Grade.SEVERE, "Moderate": Grade.MODERATE, "Minor": Grade.MINOR}
# Event codes of the United States' Specific Area Message Encoding that announce a test (47 CFR 11.31).
_TESTS = frozenset({"RWT", "RMT", "NPT", "NAT", "NST", "DMO"})
_PERILS = (
    ("tsunami", Peril.TSUNAMI),
    ("earthquake|seismic", Peril.EARTHQUAKE),
    ("volcan|eruption|ash ?fall", Peril.VOLCANO),
    ("typhoon|hurricane|cyclone|tropical storm", Peril.TYPHOON),
    ("flood", Peril.FLOOD),
    (r"\bfire|bushfire|wildfire", Peril.FIRE),
)
_CATEGORIES = {"Met": Peril.WEATHER, "Fire": Peril.FIRE}
_MOST_DOUBTFUL = (Status.TEST, Status.EXERCISE, Status.ACTUAL)


def telegram(document: Document, raw: bytes, name: str) -> Telegram:
    """The alert that is the document. Raises `Refused` (`incomplete-telegram`, `unknown-telegram`, `no-hazard`)."""
    return Telegram(*_read(document.root, name, Status.ACTUAL), raw, (*document.defects, *_doubts(document.root)))


def enveloped(document: Document, raw: bytes, name: str) -> tuple[Telegram, ...]:
    """The alerts in an EDXL-DE envelope. An envelope for an exercise or a test makes one of all that it holds, one that
    cancels withdraws them.

    Raises `Refused` as `telegram`, and `incomplete-telegram` for an envelope without any alert.
    """
    envelope = document.root
    status = chosen(_STATUS, envelope, "distributionStatus", name=name)
    _announces(envelope, "distributionType", name)
    cancels = chosen(_CANCELS, envelope, "distributionType", name=name)
    alerts = _alerts(envelope)
    refusals.check_count(len(alerts), name)
    if not alerts:
        raise incomplete(name, "alert")
    telegrams = []
    for alert in alerts:
        hazard, text = _read(alert, name, status)
        if cancels:
            hazard = replace(hazard, action=Action.CANCEL, replaces=(*hazard.ids, *hazard.replaces))
        piece = raw if len(alerts) == 1 else _alone(envelope, alert)
        telegrams.append(Telegram(hazard, text, piece, (*document.defects, *_doubts(alert))))
    return tuple(telegrams)


def _alerts(envelope: Any) -> list[Any]:
    return [alert for content in children(envelope, "contentObject") for alert in below(content, "alert")]


def _alone(envelope: Any, alert: Any) -> bytes:
    """An envelope with one alert: so much is needed to read that alert again under the status of the envelope."""
    from lxml import etree

    single = etree.Element(envelope.tag, nsmap=envelope.nsmap)
    single.extend(deepcopy(node) for node in envelope if local(node) in _ADDRESS and len(said(node)) <= _LONGEST)
    content = etree.SubElement(single, etree.QName(etree.QName(envelope).namespace, "contentObject"))
    content.append(deepcopy(alert))
    return etree.tostring(single, encoding="utf-8", xml_declaration=True)


def _read(alert: Any, name: str, outer: Status) -> tuple[Hazard, str]:
    _announces(alert, "msgType", name)
    action = chosen(_ACTION, alert, "msgType", name=name)
    stated = chosen(_STATUS, alert, "status", name=name)
    infos = list(children(alert, "info"))
    status = min(outer, stated, _tested(infos), key=_MOST_DOUBTFUL.index)
    sender, identifier = required(alert, "sender", name=name), required(alert, "identifier", name=name)
    sent = moment(alert, "sent", name=name)
    event = _first(infos, "event")
    hazard = Hazard(
        form="cap",
        kind=_peril(infos),
        status=status,
        action=action,
        issued_at=sent,
        sent_at=sent,
        title=_first(infos, "headline") or event or f"CAP {identifier}",
        event=event,
        source=_first(infos, "senderName") or sender,
        series=f"{sender}|{status.value}",
        ids=(_identity(sender, identifier, sent),),
        replaces=tuple(_references(alert)),
        areas=distinct(area for info in infos for area in _areas(info)),
        headline=_first(infos, "headline"),
        expires=_expires(infos),
    )
    return hazard, _text(hazard, alert, infos)


def _announces(message: Any, element: str, name: str) -> None:
    """Raise `Refused` (`no-hazard`) for an answer to another message, `incomplete-telegram` where its kind is not clear."""
    kind = required(message, element, name=name)
    if kind in _ANSWERS:
        raise Refused(
            "no-hazard",
            "{name} answers another telegram ({kind}) and announces nothing.",
            "There is nothing to take in.",
            name=name,
            kind=kind,
        )


def _tested(infos: list[Any]) -> Status:
    """`test` where an event code announces one, though the message calls itself actual."""
    codes = (word(code, "value") for info in infos for code in children(info, "eventCode"))
    return Status.TEST if any(code in _TESTS for code in codes) else Status.ACTUAL


def _first(infos: list[Any], element: str) -> str:
    """The first that any language of the message says of it."""
    return next((text for info in infos if (text := word(info, element))), "")


def _identity(sender: str, identifier: str, sent: datetime) -> str:
    return f"{sender},{identifier},{sent.astimezone(UTC).isoformat()}"


def _references(alert: Any) -> Iterator[str]:
    """Earlier messages, each as its own identity (CAP 1.2, 3.2.1: `sender,identifier,sent`, apart by blanks)."""
    for reference in word(alert, "references").split():
        sender, _, rest = reference.partition(",")
        identifier, _, sent = rest.rpartition(",")
        at = aware(sent)
        yield _identity(sender, identifier, at) if at is not None else reference


def _peril(infos: list[Any]) -> Peril:
    event = " ".join(word(info, "event") for info in infos).lower()
    found = next((peril for words, peril in _PERILS if re.search(words, event)), None)
    categories = (word(category) for info in infos for category in children(info, "category"))
    return found or next((_CATEGORIES[c] for c in categories if c in _CATEGORIES), Peril.OTHER)


def _areas(info: Any) -> Iterator[Area]:
    severity = word(info, "severity")
    clear = any(word(response) == "AllClear" for response in children(info, "responseType"))
    grade = Grade.NONE if clear else _GRADES.get(severity)
    for area in children(info, "area"):
        codes = tuple((word(code, "valueName"), word(code, "value")) for code in children(area, "geocode"))
        yield Area(word(area, "areaDesc"), codes, "AllClear" if clear else severity, grade)


def _expires(infos: list[Any]) -> datetime | None:
    """When the last of its parts ends; None where one states no end."""
    ends = [aware(word(info, "expires")) for info in infos]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _doubts(alert: Any) -> Iterator[Finding]:
    if any(local(node) == "Signature" for node in alert):
        yield unsigned()
    if not word(alert, "scope"):
        yield refusals.advise("no-scope", "The telegram does not say whom it is for (scope), as CAP requires.")


def _text(hazard: Hazard, alert: Any, infos: list[Any]) -> str:
    """All of it that is written for people."""
    marks = f"{word(alert, 'status')}, {word(alert, 'msgType')}"
    parts = [f"{hazard.title} ({marks})", f"{word(alert, 'sent')} {hazard.source}", lines(child(alert, "note"))]
    parts += [
        lines(child(info, part)) for info in infos for part in ("event", "headline", "description", "instruction")
    ]
    return "\n".join(dict.fromkeys(part for part in (*parts, by_level(hazard.areas)) if part))
