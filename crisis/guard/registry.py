"""Where detectors report in. A detector is one small function; the decorator is the only list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from crisis.guard.context import Background, GuardContext
from crisis.guard.reading import Reading
from crisis.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: offsets into the original text, or None where the whole text is meant. `severity` is set where the
    detector is less sure than its code's default; it never passes beneath what the code allows for leaks."""

    code: str
    start: int | None = None
    end: int | None = None
    severity: Severity | None = None


def unless_ours(ours: bool, context: Background) -> Severity | None:
    """Advice where no desk says what is public and nothing says that it is about the organisation's own people or rooms: what
    authorities and shops rightly say of the public. None, the code's own severity, everywhere else."""
    return None if ours or context.says_what_is_public else Severity.ADVISE


Detector: TypeAlias = Callable[[Reading, Background], Iterable[Hit]]
"""What it finds follows from the text and its background alone, so that one look serves until either changes."""

Situated: TypeAlias = Callable[[Reading, GuardContext], Iterable[Hit]]
"""A detector that looks at the situation as well: the time, other posts, the account, what links answer."""

_DETECTORS: list[Detector] = []
_SITUATED: list[Situated] = []


def detector(function: Detector) -> Detector:
    """Register a detector, a function or a `Rule`. It yields hits and may raise: the guard turns that into a hold."""
    _DETECTORS.append(function)
    return function


def situated(function: Situated) -> Situated:
    """Register a detector that is asked anew at every look."""
    _SITUATED.append(function)
    return function


def registered() -> tuple[Detector, ...]:
    """All detectors that have reported in, in the order of their files."""
    return tuple(_DETECTORS)


def registered_situated() -> tuple[Situated, ...]:
    """Those that look at the situation as well."""
    return tuple(_SITUATED)
