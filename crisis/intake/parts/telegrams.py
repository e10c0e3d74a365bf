"""What hazard telegrams share: strict reading of XML, a telegram with its text for people, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from crisis.errors import Refused
from crisis.intake.parts import refusals
from crisis.intake.parts.envelope import aware
from crisis.intake.parts.xml import Document, local, parse, said
from crisis.model.finding import Finding
from crisis.model.hazard import Area, Hazard

Chosen = TypeVar("Chosen")


@dataclass(frozen=True, slots=True)
class Telegram:
    """A hazard, all of its text for people, and what is doubtful about it; `raw` is what reads as this telegram alone."""

    hazard: Hazard
    text: str
    raw: bytes
    defects: tuple[Finding, ...] = ()


def whole(raw: bytes, name: str) -> Document:
    """The document, well-formed to its end: half a telegram may have lost the word that says that it is a drill.

    Raises `Refused` (`xml-entities`, `broken-xml`, `binary-notice`, `broken-telegram`).
    """
    document = parse(raw, name)
    if document.broken_from is not None or any(defect.stops for defect in document.defects):
        raise Refused(
            "broken-telegram",
            "{name} is a hazard telegram that is damaged or cut off, so nothing of it counts.",
            "Fetch it again, or look it up at the authority that issued it.",
            name=name,
        )
    return document


def child(node: Any, name: str) -> Any:
    """The first child of that local name, whatever its namespace; None without one."""
    return next((one for one in node if local(one) == name), None) if node is not None else None


def children(node: Any, name: str) -> Iterator[Any]:
    """The children of that local name."""
    return (one for one in node if local(one) == name) if node is not None else iter(())


def below(node: Any, name: str) -> Iterator[Any]:
    """All descendants of that local name, in document order."""
    return (one for one in node.iter() if local(one) == name) if node is not None else iter(())


def word(node: Any, *path: str) -> str:
    """The text at a path of children, blanks folded; empty where there is none."""
    for name in path:
        node = child(node, name)
    return " ".join(said(node).split())


def lines(node: Any) -> str:
    """An element's text with its lines, each stripped."""
    return "\n".join(line.strip() for line in said(node).split("\n") if line.strip())


def only(node: Any, element: str, *, name: str) -> Any:
    """The one child of that name. Raises `Refused` (`incomplete-telegram`) for none, and for two that may contradict."""
    found = list(children(node, element))
    if len(found) != 1:
        raise incomplete(name, element)
    return found[0]


def required(node: Any, element: str, *, name: str) -> str:
    """The text of the one child of that name. Raises `Refused` (`incomplete-telegram`)."""
    text = " ".join(said(only(node, element, name=name)).split())
    if not text:
        raise incomplete(name, element)
    return text


def moment(node: Any, element: str, *, name: str) -> datetime:
    """The time in the one child of that name, with its zone. Raises `Refused` (`incomplete-telegram`)."""
    at = aware(required(node, element, name=name))
    if at is None:
        raise incomplete(name, element)
    return at


def chosen(words: Mapping[str, Chosen], node: Any, element: str, *, name: str) -> Chosen:
    """What a child's word means. Raises `Refused`: `incomplete-telegram`, or `unknown-telegram` for a word of no meaning here,
    which is better unread than taken for real."""
    stated = required(node, element, name=name)
    if stated not in words:
        raise Refused(
            "unknown-telegram",
            "{name} is a hazard telegram whose {element} is a word that is not known here, so nothing of it counts.",
            "Look it up at the authority that issued it.",
            name=name,
            element=element,
        )
    return words[stated]


def distinct(areas: Iterator[Area]) -> tuple[Area, ...]:
    """The areas without repetitions, in order."""
    return tuple(dict.fromkeys(areas))


def by_level(areas: tuple[Area, ...]) -> str:
    """The areas for people: one line a level, `震度6弱: 宮城県北部、宮城県中部`, in the telegram's order."""
    levels: dict[str, dict[str, None]] = {}
    for area in areas:
        levels.setdefault(area.level, {})[area.name] = None
    return "\n".join(f"{level}: {'、'.join(names)}" if level else "、".join(names) for level, names in levels.items())


def incomplete(name: str, element: str) -> Refused:
    """It lacks what tells it apart from others, or real from drill."""
    return Refused(
        "incomplete-telegram",
        "{name} is a hazard telegram whose {element} is missing, doubled or cannot be read, so nothing of it counts.",
        "Fetch it again, or look it up at the authority that issued it.",
        name=name,
        element=element,
    )


def no_telegram(name: str) -> Refused:
    """XML of another kind."""
    return Refused(
        "no-telegram",
        "{name} is no hazard telegram.",
        "Hazard telegrams are the Japan Meteorological Agency's XML and CAP.",
        name=name,
    )


def unsigned() -> Finding:
    """A signature that nobody here checks."""
    return refusals.advise(
        "unchecked-signature",
        "The telegram is signed; its signature is not checked here. Trust it as far as its way here.",
    )
