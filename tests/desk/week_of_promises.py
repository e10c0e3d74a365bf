"""A week at a real desk with a virtual clock: two shifts, posts that promise, people who keep, move, forget and give up.

The schedule is seeded. Whatever people do goes through the commands' own functions; between, the desk looks once a minute
around each promise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from random import Random

from desk_scene import Scene

from crisis.desk.clearance import clearing
from crisis.desk.drafts import saving
from crisis.desk.duty import promising
from crisis.desk.duty.incidents import open_incident
from crisis.desk.duty.offering import following
from crisis.desk.duty.pace import when
from crisis.desk.duty.watching import watch
from crisis.desk.notices import receive, telling
from crisis.desk.outbox.sending import tick
from crisis.duty.rota import manned, on_duty
from crisis.model.duty import Duty, Ending, Promise, Shift
from crisis.model.owed import StaffAlert

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SHIFTS = (
    Shift(("drafter",), time(8), time(16), ("weekdays",)),
    Shift(("second",), time(16), time(22)),
    Shift(("drafter",), time(9), time(16), ("weekends", "holidays")),
)
"""Nobody at night; the days from Friday 9 October 2026 have a holiday on their Monday."""

EVERY, NEAR = timedelta(minutes=15), timedelta(minutes=16)


@dataclass(frozen=True)
class Week:
    """What became of the promises: how many were made, kept (in time, or moved), and broken; which of those nobody was told of
    within two minutes (`silent`), and which fell into an hour at which nobody was on duty."""

    made: int
    kept: int
    broken: int
    dropped: int
    silent: list[Promise]
    unmanned: list[Promise]


def lived(scene: Scene, seed: int, days: int = 7) -> Week:
    """Live through it."""
    settings = replace(scene.desk.settings, duty=Duty(SHIFTS))
    scene = replace(scene, desk=replace(scene.desk, kit=replace(scene.desk.kit, settings=settings)))
    chance, ends = Random(seed), scene.clock.now() + days * DAY
    open_incident(scene.desk, "earthquake", {"ja": "地震"}, by="drafter")
    _say(scene, scene.clock.now() + timedelta(hours=1))
    while scene.clock.now() < ends:
        _somebody_acts(scene, chance)
        watch(scene.desk)
        scene.clock.until(scene.clock.now() + _pause(scene))
    return _told(scene)


def _pause(scene: Scene) -> timedelta:
    """To the next look: a minute around a promise's time, a quarter of an hour else."""
    left = [abs(promise.due - scene.clock.now()) for promise in promising.promises(scene.desk)]
    return MINUTE if any(span < NEAR for span in left) else EVERY


def _somebody_acts(scene: Scene, chance: Random) -> None:
    """Whoever is on duty looks after the promises: mostly in time, sometimes early with news, late, or not at all."""
    now, settings = scene.clock.now(), scene.desk.settings
    people = on_duty(settings.duty, settings.zone, now)
    binding = promising.promises(scene.desk) if people else []
    if not binding:
        if people and chance.random() < 0.2:
            _say(scene, following(scene.desk, _in_an_hour(now)))
        return
    promise, left = binding[0], binding[0].due - now
    if chance.random() < _readiness(left):
        _say(scene, following(scene.desk, promise))
    elif chance.random() < 0.01:
        promising.take(scene.desk, None, by=people[0])
    elif chance.random() < 0.005:
        promising.drop(scene.desk, None, by=people[0], reason="it is over")


def _readiness(left: timedelta) -> float:
    """How likely somebody speaks in this look: late, in the last minutes, or long before, with news."""
    if left <= timedelta(0):
        return 0.15
    return 0.25 if left <= timedelta(minutes=8) else 0.03 if left > timedelta(hours=1) else 0.0


def _in_an_hour(now: datetime) -> Promise:
    """A promise whose follower is an hour from now."""
    return Promise("", "", None, "", now, now, "")


def _say(scene: Scene, promised: datetime) -> None:
    """Somebody drafts that nothing has changed, another clears it, and it goes."""
    desk = scene.desk
    answers = [("next_update", when(desk, promised))]
    notice = telling.call(desk.kit.types["no-change"], answers, role="GA", at=desk.clock.now())
    stored = receive.keep(desk, notice, by="drafter", type_id="no-change")
    kept, made = saving.draft(desk, stored.id)
    posts = [post.id for post in saving.save(desk, kept, made, by="drafter")[1] if post.account]
    clearing.clear(desk, posts, scene.signer())
    tick(desk)


def _told(scene: Scene) -> Week:
    """Which promises were broken, and whether somebody was told in time."""
    desk = scene.desk
    with desk.store.reading() as unit:
        alerts = {(each.code, each.about): each.at for each in unit.find(StaffAlert)}
    every = promising.promises(desk, ended=True)
    broken = [one for one in every if _broken(one, scene.clock.now())]
    silent = [one for one in broken if not _heard(one, alerts.get(("promise-overdue", one.post)))]
    duty, zone = desk.settings.duty, desk.settings.zone
    return Week(
        made=len(every),
        kept=sum(one.ending in (Ending.KEPT, Ending.MOVED) for one in every),
        broken=len(broken),
        dropped=sum(one.ending is Ending.DROPPED for one in every),
        silent=silent,
        unmanned=[one for one in every if not manned(duty, zone, one.due)],
    )


def _broken(promise: Promise, now: datetime) -> bool:
    over = promise.ended_at or now
    return promise.ending is not Ending.UNSAID and over > promise.due


def _heard(promise: Promise, at: datetime | None) -> bool:
    """Told within two minutes, written down as broken, or ended before anybody looked again."""
    if promise.ended_at is not None and promise.ended_at - promise.due <= MINUTE:
        return True
    return at is not None and promise.broken_at is not None and at - promise.due <= 2 * MINUTE
