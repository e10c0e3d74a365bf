"""What keeps a promise when there is no news: the command that says so, filled in."""

from __future__ import annotations

from datetime import datetime

from crisis.desk.clearance import precleared
from crisis.desk.desk import Desk
from crisis.desk.duty.pace import next_word, when
from crisis.model.duty import NO_CHANGE, Promise
from crisis.model.published import Incident


def no_change(desk: Desk, promise: Promise, by: str) -> tuple[str, ...]:
    """The words of the command with which `by` keeps a promise without news: sent at once where that is pre-cleared, else
    drafted for somebody else to clear."""
    alone = ("--precleared",) if precleared.usable(desk, NO_CHANGE) else ()
    told = [word for name, answer in answers(desk, promise).items() for word in ("--answer", f"{name}={answer}")]
    return ("crisis", "say", NO_CHANGE, *alone, *told, "--as", by)


def answers(desk: Desk, promise: Promise) -> dict[str, str]:
    """What is answered to the questions of the type: of what nothing has changed, and when we speak again."""
    return {**_about(desk, promise), "next_update": when(desk, following(desk, promise))}


def following(desk: Desk, promise: Promise) -> datetime:
    """When to promise the next update: at the pace of its incident's runbook, at a time at which somebody is on duty."""
    with desk.store.reading() as unit:
        incident = unit.get(Incident, promise.incident) if promise.incident else None
    return next_word(desk, incident, max(promise.due, desk.clock.now()))


def _about(desk: Desk, promise: Promise) -> dict[str, str]:
    """The site or service of which a promise outside an incident speaks, where it is one."""
    about = promise.thread.split()[1:] if promise.incident is None else []
    if len(about) != 1:
        return {}
    if desk.settings.site(about[0]):
        return {"site": about[0]}
    return {"service": about[0]} if desk.settings.service(about[0]) else {}
