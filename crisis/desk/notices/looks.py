"""Looks at sources, each on a thread of its own, so that a slow one delays neither another nor what is to be sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Condition, Thread
from typing import Any

from crisis.errors import CrisisError
from crisis.model.notice import Notice
from crisis.model.ports import Look, Source, SourceFailed
from crisis.model.settings import SourceSettings
from crisis.sentence import Sentence

LONGEST = 75.0
"""Seconds that a caller waits for a look at most: each kind of source ends its own before."""


@dataclass(frozen=True)
class Rest:
    """What a look gave and nobody has taken in yet: notices, each with the reason for which nothing can be made of it, and
    the digests of all that it held."""

    settings: SourceSettings
    look: Look
    notices: list[tuple[Notice, Sentence | None]]
    seen: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Looks:
    """The looks of this process: `failing` says, by source, why it fails now, and `rest` is what is still to be taken in;
    `before` what the desk remembered of a source when its look began.
    A source whose look hangs is not asked again before that look has ended."""

    failing: dict[str, tuple[Sentence, ...]] = field(default_factory=dict)
    rest: dict[str, Rest] = field(default_factory=dict)
    before: dict[str, dict[str, Any]] = field(default_factory=dict)
    _next: dict[str, datetime] = field(default_factory=dict)
    _running: set[str] = field(default_factory=set)
    _ended: list[tuple[SourceSettings, Look | SourceFailed]] = field(default_factory=list)
    _changed: Condition = field(default_factory=Condition)

    def due(self, settings: SourceSettings, now: datetime) -> bool:
        """Whether a source is to be looked at: its pace is over (or the clock was set back), and no look at it runs."""
        at = self._next.get(settings.id, now)
        busy = settings.id in self._running or settings.id in self.rest
        return not busy and not now < at <= now + timedelta(seconds=max(settings.every, 3600.0))

    def start(self, settings: SourceSettings, build: Callable[[], Source], memory: Mapping[str, Any]) -> None:
        """Begin a look. A daemon thread: a name that is never resolved keeps no process from ending."""
        with self._changed:
            self._running.add(settings.id)
        Thread(target=self._look, args=(settings, build, memory), daemon=True).start()

    def ended(self, patience: float | None) -> list[tuple[SourceSettings, Look | SourceFailed]]:
        """The looks that have ended, waiting for the running ones at most `patience` seconds (None: as long as any may take)."""
        with self._changed:
            self._changed.wait_for(lambda: not self._running, LONGEST if patience is None else patience)
            taken, self._ended = self._ended, []
        return taken

    def running(self) -> frozenset[str]:
        """The sources whose looks have not ended."""
        with self._changed:
            return frozenset(self._running)

    def again(self, settings: SourceSettings, now: datetime, wait: float | None = None) -> None:
        """Look again after the source's pace, or after as many seconds as it asks for if that is longer."""
        self._next[settings.id] = now + timedelta(seconds=max(settings.every, wait or 0.0))

    def _look(self, settings: SourceSettings, build: Callable[[], Source], memory: Mapping[str, Any]) -> None:
        found = outcome(settings, build, memory)
        with self._changed:
            self._running.discard(settings.id)
            self._ended.append((settings, found))
            self._changed.notify_all()


def outcome(settings: SourceSettings, build: Callable[[], Source], memory: Mapping[str, Any]) -> Look | SourceFailed:
    """What a look gave, or why it gave nothing. A library's own message is not repeated: it may hold a secret."""
    try:
        return build().look(memory)
    except SourceFailed as failure:
        return failure
    except CrisisError as error:
        return SourceFailed(Sentence("Source {source}: {why}", source=settings.id, why=str(error)))
    except Exception as error:  # noqa: BLE001 - one source never stops the others
        kind = type(error).__name__
        return SourceFailed(Sentence("Source {source} cannot be looked at ({kind}).", source=settings.id, kind=kind))
