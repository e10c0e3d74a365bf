"""A cached template of ours beside a bare sandboxed Jinja2 render of the same block with the same words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from figures import Row, paired, seconds
from jinja2.sandbox import ImmutableSandboxedEnvironment
from template_kit import DESK, LADDERS, MODELS, TYPES, facts_of

from crisis.drafting.ladder import climb_down
from crisis.drafting.speech import Desk, context
from crisis.model.post import Occasion

ROUNDS, TIMES = 15, 20
FIRST = re.compile(r"^(?P<top>.*?)\{%-?\s*block \w+\s*-?%\}(?P<block>.*?)\{%-?\s*endblock", re.DOTALL)
Pair = tuple[Callable[[], object], Callable[[], object]]


def pair(type_id: str, language: str) -> Pair:
    """Our longest post for the model facts, and Jinja2's render of its block."""
    notice_type = TYPES[type_id]
    world = context(facts_of(notice_type, MODELS[type_id]), notice_type, Desk(DESK), Occasion(number=2), language)
    bare = bare_render(notice_type.posts[language], world)
    return lambda: next(climb_down(notice_type, language, world)), bare


def bare_render(source: str, world: Mapping[str, Any]) -> Callable[[], str]:
    """The first block with what stands above it, compiled once by Jinja2 as it comes."""
    found = FIRST.match(source)
    assert found
    template = ImmutableSandboxedEnvironment().from_string(found["top"] + found["block"])
    return lambda: template.render(world)


def repeat(calls: list[Callable[[], object]]) -> float:
    """The seconds of all calls, several times over."""
    return seconds(lambda: [call() for call in calls for _ in range(TIMES)])


def rows() -> Iterator[Row]:
    """All ladders together: single ones are over too soon to be timed."""
    pairs = [pair(*ladder) for ladder in LADDERS]
    ours, bare = ([both[side] for both in pairs] for side in (0, 1))
    times = paired(lambda: repeat(ours), lambda: repeat(bare), ROUNDS)
    aside = f"{times.aside} for {TIMES * len(pairs):,} posts"
    yield Row("cached template : bare sandboxed Jinja2", times.ratio, 1.3, aside=aside)
