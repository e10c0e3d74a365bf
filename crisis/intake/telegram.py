"""Hazard telegrams: the Japan Meteorological Agency's XML, CAP (1.0 to 1.2), and CAP in an EDXL-DE envelope.

Notices of the forms `jma` and `cap`. They keep the telegram's bytes, so that what it says as a typed value is derived from
them again (`hazard`) and stored nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crisis.intake.parts.xml import root_of
from crisis.model.notice import Notice

if TYPE_CHECKING:
    from crisis.intake.parts.telegrams import Telegram
    from crisis.model.hazard import Hazard

NAME = "telegram"

FORMS = frozenset({"jma", "cap"})
"""The forms of the notices that this module reads."""
ROOTS = frozenset({"alert", "Report", "EDXLDistribution"})
_NAMESPACES = (b"emergency:cap", b"kishou.go.jp", b"emergency:EDXL", b"incident:cap", b"incident.com/cap")
_HEAD = 20_000


def recognises(raw: bytes, name: str) -> int:
    """By its root and namespace, or its ending."""
    if root_of(raw) not in ROOTS:
        return 0
    head = raw[:_HEAD].replace(b"\0", b"")  # so that UTF-16 reads as ASCII
    known = any(namespace in head for namespace in _NAMESPACES) or name.lower().endswith((".cap", ".edxlde"))
    return 90 if known else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """One notice a telegram; an EDXL-DE envelope may hold several, each of whose `raw` is the envelope with it alone.

    `source_id` is the series, so that a correction, an update and a withdrawal are known as of the same. Raises `Refused`:
    `no-telegram`, `broken-telegram`, `incomplete-telegram`, `unknown-telegram`, `no-hazard` (an acknowledgement), or what is
    wrong with the XML (`xml-entities`, `broken-xml`, `binary-notice`).
    """
    return tuple(_notice(telegram, name) for telegram in _telegrams(raw, name))


def hazard(raw: bytes, name: str = "telegram.xml") -> Hazard:
    """What the bytes of one telegram say; of several in an envelope, the first. Raises `Refused` as `read`, and `too-large`."""
    from crisis.intake import LIMIT
    from crisis.intake.parts import refusals
    from crisis.intake.parts.telegrams import no_telegram

    refusals.check_bytes(raw, name, LIMIT)
    if root_of(raw) not in ROOTS:
        raise no_telegram(name)
    return _telegrams(raw, name)[0].hazard


def _telegrams(raw: bytes, name: str) -> tuple[Telegram, ...]:
    from crisis.intake.parts import cap, jma
    from crisis.intake.parts.telegrams import no_telegram, whole

    document = whole(raw, name)
    tag = str(document.root.tag)
    if tag.endswith("}Report") and "kishou.go.jp" in tag:
        return (jma.telegram(document, raw, name),)
    if tag.endswith("}alert") and ":cap" in tag.replace("/cap", ":cap"):
        return (cap.telegram(document, raw, name),)
    if tag.endswith("}EDXLDistribution"):
        return cap.enveloped(document, raw, name)
    raise no_telegram(name)


def _notice(telegram: Telegram, name: str) -> Notice:
    said = telegram.hazard
    return Notice(
        form=said.form,
        name=name,
        raw=telegram.raw,
        title=said.title,
        text=telegram.text,
        written_at=said.issued_at,
        owner=said.source,
        source_id=":".join((said.form, said.series, (said.replaces or said.ids or ("",))[0])),
        defects=telegram.defects,
    )
