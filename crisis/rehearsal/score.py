"""What a rehearsal comes to: promises, traps, objectives. All pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from crisis.errors import Mistake
from crisis.model.runbook import Inject, Objective, Runbook
from crisis.rehearsal.stage import Played, Work
from crisis.rehearsal.traps import traps
from crisis.runbook.figures import middle, minutes

MARKS = ("訓練", "EXERCISE")
"""One of these stands in every post of a rehearsal."""


@dataclass(frozen=True)
class Reached:
    """An objective and what was measured; None where nothing was there to measure."""

    objective: Objective
    measured: float | None

    @property
    def met(self) -> bool:
        """Whether the target was reached."""
        return self.objective.met(self.measured)


@dataclass(frozen=True)
class Promise:
    """A next update that a release promised when it went out, and when the next release of its chain did, if any did."""

    made: datetime
    due: datetime
    next: datetime | None
    over: bool

    @property
    def kept(self) -> bool | None:
        """Whether something newer of its chain went out in time; None where the rehearsal ended before."""
        if self.next is not None and self.next <= self.due:
            return True
        return False if self.over else None


def objectives(played: Played) -> list[Reached]:
    """Every objective with its figure."""
    return [Reached(objective, MEASURES[objective.measure](played)) for objective in played.runbook.objectives]


def unreached(played: Played) -> list[Inject]:
    """The injects that nobody had dealt with when the rehearsal ended."""
    return [inject for inject in played.runbook.injects if played.work_on(inject) is None]


# Promises


def promises(played: Played) -> list[Promise]:
    """Every next update that was promised in public, the earliest first."""
    made = []
    for work in (*played.arrivals, *played.told):
        for outcome in work.outcomes:
            first = next((one for one in played.recorded if one.post in outcome.posts), None)
            if outcome.promised is not None and first is not None:
                newer = [o.at for o in played.recorded if o.chain == first.chain and o.release != first.release]
                following = min((at for at in newer if at > first.at), default=None)
                made.append(Promise(first.at, outcome.promised, following, outcome.promised <= played.ended))
    return sorted(made, key=lambda promise: (promise.due, promise.made))


def narrowest(played: Played) -> tuple[float, datetime] | None:
    """The promise that was kept by the fewest minutes: by how many, and for when it was."""
    kept = [(minutes(p.next, p.due), p.due) for p in promises(played) if p.kept and p.next]
    return min(kept, default=None)


# Figures


def live_minutes(work: Work, played: Played) -> float | None:
    """From a notice's arrival until the last of its posts was out; None where none of it went out."""
    posts = {post for outcome in work.outcomes for post in outcome.posts}
    out = [one.at for one in played.recorded if one.post in posts]
    return minutes(work.at, max(out)) if out else None


def cleared_minutes(work: Work) -> float | None:
    """From a notice's arrival until people had cleared it; None where they did not."""
    cleared = any(outcome.seen in ("cleared", "published") for outcome in work.outcomes)
    return minutes(work.at, work.done) if cleared else None


def _live(played: Played) -> list[float]:
    times = (live_minutes(work, played) for work in played.arrivals)
    return [span for span in times if span is not None]


def cleared_spans(played: Played) -> list[float]:
    """From arrival to clearance, of every notice that was cleared."""
    times = (cleared_minutes(work) for work in played.arrivals)
    return [span for span in times if span is not None]


def first_post_minutes(played: Played) -> float | None:
    """From the start to the first post that went out."""
    return minutes(played.started, played.recorded[0].at) if played.recorded else None


def median_minutes(played: Played) -> float | None:
    """The median from a notice's arrival to its posts being out."""
    return middle(_live(played))


def worst_minutes(played: Played) -> float | None:
    """The longest that a notice took from its arrival to its posts being out."""
    return max(_live(played), default=None)


def leaks(played: Played) -> int:
    """How many traps leaked."""
    return sum(trap.leaked for trap in traps(played))


def broken_promises(played: Played) -> int:
    """Promised updates by whose time nothing newer of their chain had gone out."""
    return sum(promise.kept is False for promise in promises(played))


def unmarked(played: Played) -> int:
    """Posts without the mark of an exercise."""
    return sum(not any(mark in one.text for mark in MARKS) for one in played.recorded)


def uncleared(played: Played) -> int:
    """Posts that went out and stand in no cleared release in these very bytes for that account."""
    return sum((one.post, one.account, one.text) not in played.cleared for one in played.recorded)


def repeated(played: Played) -> int:
    """How often a platform was given a post that it had been given before."""
    return len(played.recorded) - len({(one.post, one.account) for one in played.recorded})


def surprises(played: Played) -> int:
    """Injects of which something else became than was expected, and steps of the runbook that did not get out."""
    injects = sum(seen(inject, played) != inject.expect for inject in played.runbook.injects)
    done = {work.id for work in played.told if work.seen == "published"}
    return injects + sum(step.id not in done for step in played.runbook.rehearsed)


def seen(inject: Inject, played: Played) -> str | None:
    """What became of an inject in one word."""
    work = played.work_on(inject)
    return work.seen if work else None


def ledger_problems(played: Played) -> int:
    """What the verification of the exercise's ledger found."""
    return len(played.verdict.problems)


MEASURES: Mapping[str, Callable[[Played], float | None]] = {
    "first-post-minutes": first_post_minutes,
    "median-minutes": median_minutes,
    "worst-minutes": worst_minutes,
    "leaks": leaks,
    "broken-promises": broken_promises,
    "unmarked": unmarked,
    "uncleared": uncleared,
    "repeated": repeated,
    "surprises": surprises,
    "ledger-problems": ledger_problems,
}
"""The figures that an objective can name."""


def check(runbook: Runbook) -> None:
    """Raises `Mistake` where an objective names a figure that there is not."""
    for objective in runbook.objectives:
        if objective.measure not in MEASURES:
            raise Mistake(
                "runbook",
                "Objective {name} of {runbook} asks for a measure {measure} that there is not.",
                "Known measures: {known}.",
                name=objective.name,
                runbook=runbook.id,
                measure=objective.measure,
                known=", ".join(MEASURES),
            )
