"""Runbooks as a printed book: one HTML file that needs nothing else, in the language of this run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from crisis.cli.words import _, language, say
from crisis.model.hazard import Grade, Peril
from crisis.model.names import name_in
from crisis.model.notice_type import NoticeType
from crisis.model.runbook import (
    Cadence,
    HazardTrigger,
    Lane,
    NoticeTrigger,
    RepliesTrigger,
    Runbook,
    Step,
    Trigger,
)


def render(runbooks: Sequence[Runbook], types: Mapping[str, NoticeType], organisation: str, today: str) -> str:
    """The book over these runbooks, whose posts are of these types. No abbreviation stays one: who holds the book may be new."""
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
        runbooks=[_runbook(each, types) for each in runbooks],
        w=_words(),
    )


def _runbook(runbook: Runbook, types: Mapping[str, NoticeType]) -> dict[str, Any]:
    return {
        "id": runbook.id,
        "name": name_in(runbook.names, language()),
        "public": name_in(runbook.public, language()),
        "triggers": [_trigger(each, types) for each in runbook.triggers],
        "cadence": _cadence(runbook.cadence),
        "phases": [
            {
                "name": name_in(phase.names, language()),
                "at": after(phase.at),
                "steps": [_step(step, types) for step in phase.steps],
            }
            for phase in runbook.phases
        ],
        "stop": [name_in(each, language()) for each in runbook.stop],
        "ends": [name_in(each, language()) for each in runbook.ends],
        "objectives": [name_in(each.says, language()) for each in runbook.objectives],
    }


def _step(step: Step, types: Mapping[str, NoticeType]) -> dict[str, Any]:
    return {
        "id": step.id,
        "says": name_in(step.says, language()),
        "at": after(step.at),
        "by": after(step.by) if step.by is not None else "",
        "role": _role(step.role),
        "post": say("Post: {type}", type=_kind(step.type, types)) if step.type else "",
        "lane": _lane(step),
        "when": [_trigger(each, types) for each in step.when],
    }


def _role(code: str) -> str:
    """Who does it, written out; a role that a desk named itself as it stands."""
    known = {
        "CL": _("Communications lead"),
        "OP": _("Whoever is on duty"),
        "HR": _("Personnel"),
        "GA": _("General affairs"),
        "IT": _("IT department"),
        "BU": _("Business unit"),
        "CISO": _("Head of information security"),
        "LEG": _("Legal"),
        "MED": _("Company doctor"),
        "desk": _("Whoever is on duty"),
        "lead": _("Communications lead"),
        "legal": _("Legal"),
        "ir": _("Investor relations"),
    }
    return known.get(code, code)


def _lane(step: Step) -> str:
    """Who clears it, besides the rule that nobody clears their own."""
    ways = {
        Lane.FAST: _("cleared: agreed beforehand, or by one other person"),
        Lane.NORMAL: _("cleared: by one other person and whoever it concerns"),
        Lane.HEAVY: _("cleared: by one other person, whoever it concerns and legal"),
    }
    also = say(", and {roles}", roles=", ".join(_role(role) for role in step.also)) if step.also else ""
    return ways[step.lane] + also


def _kind(type_id: str, types: Mapping[str, NoticeType]) -> str:
    return name_in(types[type_id].names, language()) if type_id in types else type_id


def _trigger(trigger: Trigger, types: Mapping[str, NoticeType]) -> str:
    """What a trigger waits for, in words."""
    match trigger:
        case NoticeTrigger():
            known = types.get(trigger.type)
            told = [_fact(known, name, values) for name, values in trigger.facts.items()]
            return say("notice: {type}", type=", ".join((_kind(trigger.type, types), *told)))
        case HazardTrigger():
            return say("telegram: {peril} from {level}", peril=_peril(trigger.peril), level=_level(trigger))
        case RepliesTrigger():
            few = say("fewer than {percent} % have replied", percent=f"{trigger.replied_below or 0:g}")
            back = say("more than {percent} % came back", percent=f"{trigger.bounced_above or 0:g}")
            return few if trigger.replied_below is not None else back


def _peril(peril: Peril) -> str:
    return {
        Peril.EARTHQUAKE: _("earthquake"),
        Peril.TSUNAMI: _("tsunami"),
        Peril.VOLCANO: _("volcano"),
        Peril.TYPHOON: _("typhoon"),
        Peril.FLOOD: _("flood"),
        Peril.WEATHER: _("weather"),
        Peril.FIRE: _("fire"),
        Peril.OTHER: _("another hazard"),
    }[peril]


def _level(trigger: HazardTrigger) -> str:
    """How strong at least: of an earthquake the intensity, such as 6-lower (6弱)."""
    if trigger.peril is Peril.EARTHQUAKE:
        return trigger.least.intensity.code.replace("-", _("-lower")).replace("+", _("-upper"))
    return {
        Grade.NONE: _("any grade"),
        Grade.MINOR: _("minor"),
        Grade.MODERATE: _("moderate (advisory)"),
        Grade.SEVERE: _("severe (warning)"),
        Grade.EXTREME: _("extreme (emergency warning)"),
    }[trigger.least.grade]


def _fact(known: NoticeType | None, name: str, values: Sequence[str]) -> str:
    """A fact that it waits for, in the words of its type."""
    field = known.field_named(name) if known else None
    says = {term.id: name_in(term.says, language()) for term in field.terms} if field else {}
    return f"{_(name)}: {' / '.join(says.get(value) or _(value) for value in values)}"


def _cadence(cadence: Cadence) -> str:
    night = say("every {span} at night", span=_spelled(cadence.night)) if cadence.night else _("silent at night")
    day = say("every {span} by day", span=_spelled(cadence.day))
    hours = f"{cadence.since:%H:%M}-{cadence.to:%H:%M}"
    return f"{day} ({hours}), {night}"


def after(span: timedelta) -> str:
    """A time before or after T: `T-48:00`."""
    return f"T{'-' if span < timedelta() else '+'}{_span(span)}"


def _span(span: timedelta) -> str:
    minutes = abs(span) // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02}"


def _spelled(span: timedelta) -> str:
    hours, minutes = divmod(span // timedelta(minutes=1), 60)
    return (
        say("{minutes} minutes", minutes=60 * hours + minutes)
        if minutes or hours == 1
        else say("{hours} hours", hours=hours)
    )


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
        "own": _("Nobody clears their own post."),
        "hold": _("crisis hold stops every post at once, without a question."),
        "unsure": _("Not sure whether a post is out: look at the account, do not post again."),
        "wrong": _("Something false is out: crisis correct, within five minutes."),
    }
