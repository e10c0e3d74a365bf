"""Runbooks as a printed book: one HTML file that needs nothing else, in the language of this run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from crisis.cli.words import _, language, say
from crisis.model.names import name_in
from crisis.model.runbook import (
    Cadence,
    HazardTrigger,
    NoticeTrigger,
    RepliesTrigger,
    Runbook,
    Step,
    Trigger,
)


def render(runbooks: Sequence[Runbook], organisation: str, today: str) -> str:
    """The book over these runbooks."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("crisis.cli.duty", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("book.html.j2").render(
        lang=language(),
        organisation=organisation,
        today=today,
        runbooks=[_runbook(each) for each in runbooks],
        w=_words(),
    )


def _runbook(runbook: Runbook) -> dict[str, Any]:
    return {
        "id": runbook.id,
        "name": name_in(runbook.names, language()),
        "public": name_in(runbook.public, language()),
        "triggers": [_trigger(each) for each in runbook.triggers],
        "cadence": _cadence(runbook.cadence),
        "phases": [
            {
                "name": name_in(phase.names, language()),
                "at": after(phase.at),
                "steps": [_step(step) for step in phase.steps],
            }
            for phase in runbook.phases
        ],
        "stop": [name_in(each, language()) for each in runbook.stop],
        "ends": [name_in(each, language()) for each in runbook.ends],
        "objectives": [name_in(each.says, language()) for each in runbook.objectives],
    }


def _step(step: Step) -> dict[str, Any]:
    lane = f"{step.lane} {step.type}" + (f" +{', '.join(step.also)}" if step.also else "") if step.type else ""
    return {
        "id": step.id,
        "says": name_in(step.says, language()),
        "at": after(step.at),
        "by": after(step.by) if step.by is not None else "",
        "role": step.role,
        "lane": lane,
        "when": [_trigger(each) for each in step.when],
    }


def _trigger(trigger: Trigger) -> str:
    """What a trigger waits for, in words."""
    match trigger:
        case NoticeTrigger():
            facts = ", ".join(f"{name}: {' / '.join(values)}" for name, values in trigger.facts.items())
            return say("notice: {type}", type=" ".join(filter(None, (trigger.type, facts))))
        case HazardTrigger():
            quake = trigger.peril.value == "earthquake"
            level = trigger.least.intensity.code if quake else trigger.least.grade.name.lower()
            return say("telegram: {peril} from {level}", peril=trigger.peril.value, level=level)
        case RepliesTrigger():
            few = say("fewer than {percent} % have replied", percent=f"{trigger.replied_below or 0:g}")
            back = say("more than {percent} % came back", percent=f"{trigger.bounced_above or 0:g}")
            return few if trigger.replied_below is not None else back


def _cadence(cadence: Cadence) -> str:
    night = say("every {span} at night", span=_span(cadence.night)) if cadence.night else _("silent at night")
    day = say("every {span} by day", span=_span(cadence.day))
    hours = f"{cadence.since:%H:%M}-{cadence.to:%H:%M}"
    return f"{day} ({hours}), {night}"


def after(span: timedelta) -> str:
    """A time before or after T: `T-48:00`."""
    return f"T{'-' if span < timedelta() else '+'}{_span(span)}"


def _span(span: timedelta) -> str:
    minutes = abs(span) // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02}"


def _words() -> dict[str, str]:
    return {
        "title": _("Runbooks"),
        "public": _("On the page"),
        "triggers": _("Proposed by"),
        "cadence": _("How often"),
        "when": _("When"),
        "what": _("What"),
        "who": _("Who"),
        "lane": _("Cleared in"),
        "only": _("Only if"),
        "stop": _("Stop everything if"),
        "ends": _("It is over when"),
        "objectives": _("Objectives"),
        "always": _("Always"),
        "lanes": _(
            "F: pre-cleared, or one other person. N: the owner besides. H: legal besides. Nobody clears their own post."
        ),
        "hold": _("crisis hold stops every post at once, without a question."),
        "unsure": _("Not sure whether a post is out: look at the account, do not post again."),
        "wrong": _("Something false is out: crisis correct, within five minutes."),
    }
