"""A schedule: everything that is to go wrong in one play of a story, drawn from a seed and from nothing else."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import Enum

from simulator.platforms import FAULTS, Manner
from simulator.stories import STORIES


class Strike(Enum):
    """What happens to the broadcaster that has come to a point of its pass, and around it."""

    KILLED = "killed"
    LOCKED = "the database is locked"
    FULL = "the disk is full"
    PAUSED = "paused while another broadcaster works"
    SLEPT = "paused for half an hour"
    BACK = "the clock goes back"
    AHEAD = "the clock goes forward"
    STOP = "somebody stops everything"
    STOP_ONE = "somebody stops one account"
    RESUME = "somebody resumes"
    HAND = "somebody takes a post by hand"
    WITHDRAW = "somebody withdraws a post"


KINDS = (None, *Strike, *FAULTS)
"""One of these is the chief trouble of a schedule: nothing, a strike at a point, or a fault of the platform."""

POINTS = 72
"""Points of a pass that a strike may fall on; a longer play has them again in its later passes."""


@dataclass(frozen=True)
class Schedule:
    """What is to come: strikes by the point at which they fall, faults by the number of the post that arrives, whether the
    n-th question is left unasked, how many broadcasters there are, and dice for the rest."""

    seed: int
    story: str
    manner: Manner
    strikes: dict[int, Strike]
    coming: tuple[str | None, ...]
    unasked: tuple[bool, ...]
    broadcasters: int
    dice: random.Random

    @property
    def told(self) -> str:
        """In one line."""
        strikes = ", ".join(f"{strike.value} at point {point}" for point, strike in self.strikes.items())
        faults = ", ".join(fault or "-" for fault in self.coming)
        return (
            f"seed {self.seed}: {self.story} on {self.manner.value}, {self.broadcasters} broadcaster(s); "
            f"{strikes or 'no strike'}; posts meet: {faults or 'nothing'}; unasked: {sum(self.unasked)}"
        )


def drawn(seed: int) -> Schedule:
    """The schedule of a seed. Story, platform and chief trouble come round evenly, point by point; the rest is chance."""
    dice = random.Random(f"crisis {seed}")
    rest, kind = divmod(seed, len(KINDS))
    rest, manner = divmod(rest, len(Manner))
    turn, name = divmod(rest, len(STORIES))
    chief = KINDS[kind]
    strikes = {dice.randrange(1, POINTS): dice.choice(list(Strike)) for _ in range(dice.choice((0, 0, 1, 2)))}
    coming: list[str | None] = [dice.choice([None, None, *FAULTS]) for _ in range(dice.choice((0, 0, 2, 6)))]
    if isinstance(chief, Strike):
        strikes[1 + (turn * 7 + dice.randrange(7)) % POINTS] = chief
    elif chief:
        coming.insert(dice.randrange(min(3, len(coming) + 1)), chief)
    return Schedule(
        seed,
        list(STORIES)[name],
        list(Manner)[manner],
        dict(sorted(strikes.items())),
        tuple(coming),
        tuple(dice.random() < 0.5 for _ in range(dice.choice((0, 2, 4)))),
        dice.choice((1, 2)),
        dice,
    )
