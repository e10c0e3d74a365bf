"""The `[policy]` table of `crisis.toml`: it can make the adopted policy tighter, and has no words to make it looser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final

from crisis.catalogue.checks import At, Check, guess, listed, wrong
from crisis.catalogue.spans import span
from crisis.model.role import Role

MOST_PEOPLE = 9


def at_least(value: Any, at: At) -> int:
    """A number of approvers."""
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_PEOPLE:
        raise wrong(at, "{place}: not a number of people from 1 to 9; write one such as 2.")
    return value


def role(value: Any, at: At) -> str:
    """A role that approves."""
    known = [one.value for one in Role if one is not Role.DRAFTER]
    if value in known:
        return str(value)
    meant = guess(value, known) if isinstance(value, str) else None
    raise wrong(
        at, "{place}: not a role that approves; write {known}.", known=f'"{meant}"' if meant else ", ".join(known)
    )


def never(value: Any, at: At) -> bool:
    """False. True would allow what the adopted policy does not."""
    if value is not False:
        raise wrong(
            at,
            "{place}: crisis.toml can only tighten the adopted policy; write false, or take it out and adopt another "
            "policy with two signatures: crisis policy propose FILE.",
        )
    return False


def at_most(value: Any, at: At) -> timedelta:
    """A span of time."""
    try:
        return span(value)
    except ValueError:
        raise wrong(at, '{place}: not a span of time; write minutes, hours or days, such as "30m" or "2h".') from None


POLICY: Final[Mapping[str, Check]] = MappingProxyType(
    {
        "quorum_at_least": at_least,
        "also_roles": listed(role),
        "by_phone": never,
        "break_glass": never,
        "countersign_within_at_most": at_most,
        "window_at_most": at_most,
        "off_duty": never,
    }
)
