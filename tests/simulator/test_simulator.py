"""The outbox under everything that can go wrong: hundreds of seeded schedules, and what they once found."""

from __future__ import annotations

import os

import pytest

from simulator.play import played
from simulator.schedule import KINDS, drawn

SEEDS = int(os.environ.get("CRISIS_SEEDS", "192"))
"""Schedules that are played; `make soak` asks for thousands."""
SHARES = 8


@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_is_lost_twice_or_out_of_turn(share: int) -> None:
    """A seed that breaks a rule is told with its schedule; `PYTHONPATH=tests python -m simulator SEED` replays it."""
    for seed in range(share, SEEDS, SHARES):
        played(drawn(seed))


def test_a_seed_is_played_the_same_every_time() -> None:
    first, again = (played(drawn(77)) for _ in range(2))
    assert (first.struck, first.platform.log, first.deliveries_at_the_end) == (
        again.struck,
        again.platform.log,
        again.deliveries_at_the_end,
    )


def test_every_trouble_comes_round() -> None:
    schedules = [drawn(seed) for seed in range(2 * len(KINDS))]
    assert {strike for each in schedules for strike in each.strikes.values()} | {
        fault for each in schedules for fault in each.coming
    } >= set(KINDS) - {None}
