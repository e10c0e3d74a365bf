"""Hazard telegrams (CAP, the Japan Meteorological Agency's XML, EDXL-DE). They open no post, and so are refused here."""

from __future__ import annotations

from crisis.intake.parts import refusals
from crisis.intake.parts.xml import parse, root_of
from crisis.model.notice import Notice

NAME = "telegram"

ROOTS = frozenset({"alert", "Report", "EDXLDistribution"})
_NAMESPACES = (b"emergency:cap", b"kishou.go.jp", b"emergency:EDXL", b"incident:cap")


def recognises(raw: bytes, name: str) -> int:
    """By its root and namespace, or its ending."""
    if root_of(raw) not in ROOTS:
        return 0
    known = any(namespace in raw for namespace in _NAMESPACES) or name.lower().endswith((".cap", ".edxlde"))
    return 90 if known else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """Raises `Refused`: `hazard-telegram`, or what is wrong with the XML (`xml-entities`, `broken-xml`, `binary-notice`)."""
    parse(raw, name)
    raise refusals.telegram(name)
