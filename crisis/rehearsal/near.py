"""What nearly went wrong: it was stopped or kept, and the next time it might not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

from crisis.rehearsal import score
from crisis.rehearsal.said import Said
from crisis.rehearsal.stage import Played
from crisis.runbook.figures import minutes

NARROW = 5
"""A promise that was kept by fewer minutes than this was kept narrowly."""

CLOSE = 0.8
"""An objective that was met with more than this part of its limit was met narrowly."""

LATE = 5
"""Minutes between a clearance and the post that are worth a word: the platform kept it waiting."""

RETURNED = "returned"
"""Why something did not go out: the people sent it back."""


def near_misses(played: Played, clock: Callable[[datetime], str]) -> list[Said]:
    """The near misses: traps that only the last reader stopped first, then promises, objectives and platforms."""
    return [*_late_stops(played), *_promises(played, clock), *_objectives(played), *_platforms(played)]


def _late_stops(played: Played) -> Iterator[Said]:
    """Injects that were drafted, and stopped at clearance alone: by the people, or by what the guard saw only then."""
    expected = {inject.id: inject.expect for inject in played.runbook.injects}
    for work in played.arrivals:
        for outcome in work.outcomes:
            if outcome.posts and outcome.seen in ("held", "refused") and expected.get(work.id) == outcome.seen:
                yield Said("n_returned" if RETURNED in outcome.codes else "n_guard", {"id": work.id})


def _promises(played: Played, clock: Callable[[datetime], str]) -> Iterator[Said]:
    margin = score.narrowest(played)
    if margin is not None and margin[0] < NARROW:
        yield Said("n_promise", {"minutes": margin[0], "due": clock(margin[1])})


def _objectives(played: Played) -> Iterator[Said]:
    for reached in score.objectives(played):
        limit = reached.objective.at_most
        if limit and reached.met and reached.measured is not None and reached.measured > CLOSE * limit:
            yield Said("n_objective", {"says": reached.objective.says, "measured": reached.measured, "limit": limit})


def _platforms(played: Played) -> Iterator[Said]:
    lost = Counter(heard.account for heard in played.troubles if heard.took)
    yield from (Said("n_lost", {"account": account, "count": count}) for account, count in lost.items())
    yield from (Said("n_down", {"account": account, "minutes": late}) for account, late in waited(played).items())


def waited(played: Played) -> dict[str, float]:
    """Accounts whose platform kept a cleared post waiting, with the most minutes."""
    longest: dict[str, float] = {}
    done = {post: work.done for work in (*played.arrivals, *played.told) for o in work.outcomes for post in o.posts}
    for one in played.recorded:
        late = minutes(done[one.post], one.at) if one.post in done else 0.0
        if late >= LATE:
            longest[one.account] = max(late, longest.get(one.account, 0.0))
    return longest
