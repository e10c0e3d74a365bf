"""No promise into an hour at which nobody is on duty: a finding that holds, with the nearest hours at which somebody is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from crisis.duty.promises import promised
from crisis.duty.rota import manned, nearest
from crisis.model.fact import Facts
from crisis.model.finding import Finding, Severity
from crisis.model.settings import Settings
from crisis.sentence import Sentence

UNMANNED = "unmanned"


def unmanned(settings: Settings, facts: Facts, now: datetime) -> Iterator[Finding]:
    """What is to be said of the next update that these facts promise. Nothing where there is no rota."""
    at = promised(facts)
    if at is None or manned(settings.duty, settings.zone, at):
        return
    times = [_written(settings, moment, now) for moment in nearest(settings.duty, settings.zone, at, now)]
    told = {"at": _written(settings, at, now), "times": " / ".join(times)}
    mend = Sentence("Nobody is on duty at {at}. Promise {times}, when somebody is, or add a [[shift]].", **told)
    alone = Sentence("Nobody is on duty at {at}. Add a [[shift]] to crisis.toml, or promise another time.", **told)
    yield Finding(UNMANNED, Severity.HOLD, mend if times else alone)


def _written(settings: Settings, at: datetime, now: datetime) -> str:
    local = at.astimezone(settings.zone)
    today = local.date() == now.astimezone(settings.zone).date()
    return f"{local:%H:%M}" if today else f"{local:%m-%d %H:%M}"
