"""Signs: what came in and may be what a trigger waits for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from crisis.model.hazard import Area, Peril
from crisis.model.progress import ReplyFigures
from crisis.model.runbook import HazardTrigger, NoticeTrigger, RepliesTrigger, Trigger


@dataclass(frozen=True, slots=True)
class NoticeCame:
    """A notice: its public facts, enumerated ones by their term."""

    id: str
    at: datetime
    type: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HazardCame:
    """A hazard telegram in force: the areas that it names, by the desk's sites in them."""

    id: str
    at: datetime
    peril: Peril
    areas: Mapping[str, Sequence[Area]]


Sign = NoticeCame | HazardCame | ReplyFigures


def met(trigger: Trigger, sign: Sign) -> bool:
    """Whether a sign is what a trigger waits for."""
    match trigger, sign:
        case NoticeTrigger(), NoticeCame():
            return trigger.type == sign.type and bears(sign.facts, trigger.facts)
        case HazardTrigger(), HazardCame():
            return trigger.peril is sign.peril and bool(reached(trigger, sign))
        case RepliesTrigger(), ReplyFigures():
            return _alarming(trigger, sign)
    return False


def bears(facts: Mapping[str, str], wanted: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether facts have the wanted values; `any` is whatever is stated."""
    return all(name in facts and (facts[name] in values or "any" in values) for name, values in wanted.items())


def reached(trigger: HazardTrigger, sign: HazardCame) -> tuple[str, ...]:
    """The sites at which a telegram reaches a trigger's threshold."""
    return tuple(
        site
        for site, areas in sign.areas.items()
        if (not trigger.sites or site in trigger.sites) and any(map(trigger.least.reached, areas))
    )


def _alarming(trigger: RepliesTrigger, sign: ReplyFigures) -> bool:
    if sign.asked <= 0:
        return False
    few = trigger.replied_below is not None and 100 * sign.replied < trigger.replied_below * sign.asked
    back = trigger.bounced_above is not None and 100 * sign.bounced > trigger.bounced_above * sign.asked
    return few or back


def met_since(triggers: Iterable[Trigger], signs: Sequence[Sign]) -> Sign | None:
    """The first sign that any of the triggers waited for and that still holds; None where there is none.

    Notices and telegrams in force hold. Of figures only the newest tell how it is now: the first of the unbroken run that
    leads up to them.
    """
    found = [sign for trigger in triggers if (sign := _first(trigger, signs)) is not None]
    return min(found, key=lambda sign: sign.at, default=None)


def _first(trigger: Trigger, signs: Sequence[Sign]) -> Sign | None:
    ordered = sorted(signs, key=lambda sign: sign.at)
    if not isinstance(trigger, RepliesTrigger):
        return next((sign for sign in ordered if met(trigger, sign)), None)
    first: Sign | None = None
    for sign in ordered:
        if isinstance(sign, ReplyFigures):
            first = (first or sign) if met(trigger, sign) else None
    return first
