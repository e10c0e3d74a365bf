"""Any other XML: each element that holds only text is a labelled value."""

from __future__ import annotations

from crisis.intake.parts import refusals
from crisis.intake.parts.xml import declares_xml, leaves, parse, root_of
from crisis.model.notice import Entry, Notice

NAME = "record"


def recognises(raw: bytes, name: str) -> int:
    """Where it begins as XML; feeds, telegrams and pages are surer of theirs."""
    if not root_of(raw):
        return 0
    return 30 if declares_xml(raw) or name.lower().endswith(".xml") else 0


def read(raw: bytes, name: str) -> tuple[Notice, ...]:
    """The one record. Raises `Refused` (`xml-entities`, `broken-xml`, `binary-notice`)."""
    from crisis.intake.parts.envelope import owner_in, title_in
    from crisis.intake.parts.lines import plain_lines

    document = parse(raw, name)
    found = list(leaves(document.root))
    text = "\n".join(f"{label}: {' '.join(value.split())}" for label, value in found)
    entries = tuple(Entry(label, value, f"line {at}") for at, (label, value) in enumerate(found, start=1))
    broken = (refusals.broken(),) if document.broken_from is not None else ()
    return (
        Notice(
            form=NAME,
            name=name,
            raw=raw,
            title=title_in(entries, plain_lines(text)),
            text=text,
            entries=entries,
            owner=owner_in(entries),
            defects=document.defects + broken,
        ),
    )
