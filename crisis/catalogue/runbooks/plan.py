"""The plan of a runbook: what makes the desk think of it, its phases and steps, how often it speaks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from crisis.catalogue.runbooks.place import Place
from crisis.model.hazard import Grade, Intensity, Peril, Threshold
from crisis.model.runbook import (
    Cadence,
    HazardTrigger,
    Lane,
    NoticeTrigger,
    Phase,
    RepliesTrigger,
    Step,
    Trigger,
)

_SHAKING = {step.code: step for step in Intensity}
_GRADES = {grade.name.lower(): grade for grade in Grade if grade}


def triggers(place: Place, key: str) -> tuple[Trigger, ...]:
    """The triggers under a key."""
    return place.each(key, _trigger, repr)


def refuse_unknown_types(at: Place, types: Collection[str]) -> None:
    """Raise `Mistake` for a step or a trigger that names a notice type that is not among these, with its line."""
    if not types:
        return
    places = [(trigger, "notice") for trigger in _below(at, "triggers")]
    for step in (step for phase in _below(at, "phases") for step in _below(phase, "steps")):
        places += [(step, "type"), *((trigger, "notice") for trigger in _below(step, "when"))]
    for place, key in places:
        if place.has(key) and place.text(key) not in types:
            raise place.wrong(
                "{place}: there is no notice type {type}.",
                "Write one of: {known}.",
                key,
                type=place.text(key),
                known=", ".join(sorted(types)),
            )


def _below(place: Place, key: str) -> list[Place]:
    items = place.value.get(key, [])
    return [item for item in items if isinstance(item, Place)] if isinstance(items, list) else []


def _trigger(place: Place) -> Trigger:
    if place.has("notice"):
        return NoticeTrigger(place.identifier("notice"), place.facts("facts"))
    if place.has("hazard"):
        return _hazard(place)
    if place.has("replied_below") or place.has("bounced_above"):
        return RepliesTrigger(_percent(place, "replied_below"), _percent(place, "bounced_above"))
    raise place.wrong(
        "{place}: this trigger names nothing that could come.",
        "Write notice:, hazard:, replied_below: or bounced_above:.",
    )


def _hazard(place: Place) -> HazardTrigger:
    peril = Peril(place.one_of("hazard", [each.value for each in Peril]))
    if not place.has("from"):
        raise place.wrong("{place}: this {kind} has no {key}.", "Add a line {key}: …", "from")
    level = place.text("from")
    if peril is Peril.EARTHQUAKE and level in _SHAKING:
        least = Threshold(intensity=_SHAKING[level])
    elif peril is not Peril.EARTHQUAKE and level in _GRADES:
        least = Threshold(grade=_GRADES[level])
    else:
        known = ", ".join(_SHAKING if peril is Peril.EARTHQUAKE else _GRADES)
        raise place.wrong("{place}: {key} is no level of this hazard.", "Write one of: {known}.", "from", known=known)
    return HazardTrigger(peril, least, place.words("sites"))


def _percent(place: Place, key: str) -> float | None:
    value = place.number(key)
    if value is not None and not 0 <= value <= 100:
        raise place.wrong("{place}: {key} is no percentage.", "Write a number from 0 to 100.", key)
    return value


def cadence(place: Place) -> Cadence:
    """How often it speaks."""
    if not place.has("cadence"):
        return Cadence()
    inner = place.value["cadence"]
    spans = {key: inner.span(key) for key in ("day", "gap") if inner.has(key)}
    clocks = {key: inner.clock(key) for key in ("since", "to") if inner.has(key)}
    night = inner.span("night") if inner.value.get("night") is not None else None
    made = replace(Cadence(night=night), **spans, **clocks)
    if not made.day:
        raise inner.wrong("{place}: {key} is no length of time.", "Write 60 (minutes) or 3h.", "day")
    if made.since >= made.to:
        raise inner.wrong("{place}: the day ends before it begins.", "Write since: before to:.", "to")
    return made


def phases(place: Place) -> tuple[Phase, ...]:
    """The phases; no two steps of one id in all of them."""
    made = place.each("phases", _phase, lambda phase: phase.id)
    seen: set[str] = set()
    for outer in place.value.get("phases", []):
        for inner in outer.value["steps"]:
            if inner.value["id"] in seen:
                raise inner.wrong(
                    "{place}: {kind} {name} is there already.", "Give it another name.", name=inner.value["id"]
                )
            seen.add(inner.value["id"])
    return made


def _phase(place: Place) -> Phase:
    at = place.point("at")
    until = place.point("until") if place.has("until") else None
    steps = place.each("steps", lambda step: _step(step, at, until), lambda step: step.id)
    if not steps:
        raise place.wrong("{place}: this phase has no step.", "Add one below steps:.", "steps")
    return Phase(place.identifier("phase"), place.names("names"), at, steps)


def _step(place: Place, phase_at: timedelta, phase_until: timedelta | None) -> Step:
    answers = place.value.get("answers", {})
    if not isinstance(answers, dict):
        raise place.wrong("{place}: answers are no field: answer lines.", "Write them indented below.", "answers")
    made = Step(
        id=place.identifier("id"),
        at=place.point("at") if place.has("at") else phase_at,
        type=place.identifier("type") if place.has("type") else "",
        role=place.text("role") if place.has("role") else "desk",
        answers={str(name): str(answer) for name, answer in answers.items()},
        says=place.names("says"),
        lane=Lane(place.one_of("lane", list(Lane))) if place.has("lane") else Lane.NORMAL,
        by=place.point("by") if place.has("by") else None,
        until=place.point("until") if place.has("until") else phase_until,
        when=triggers(place, "when"),
        tells=place.facts("tells"),
        also=place.words("also"),
        rehearsed=place.flag("rehearse"),
    )
    _check(place, made)
    return made


def _check(place: Place, step: Step) -> None:
    """What must hold between the keys of a step."""
    for key, moment in (("by", step.by), ("until", step.until)):
        if moment is not None and moment < step.at:
            raise place.wrong("{place}: {key} lies before this step's time.", "Write a later time.", key)
    posts = [key for key in ("answers", "tells", "rehearse", "lane", "also") if place.has(key)]
    if posts and not step.type:
        raise place.wrong(
            "{place}: {key} belongs to a post, and this step has no type.", "Add a line type: …", posts[0]
        )
