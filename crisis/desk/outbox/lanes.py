"""What this process has in hand. Sends to different accounts run at once, those of one account one after the other, so that
a slow platform delays no other and nothing overtakes what it updates.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from threading import Condition, Thread

from crisis.desk.outbox.verified import Ahead
from crisis.model.delivery import Delivery

Job = Callable[[], None]
Step = Callable[[Delivery], Delivery]


@dataclass
class Lanes:
    """`in_hand` has, by delivery, the step that its answer asks for and the database has not taken yet, None while none
    has come; `ahead` what was verified before its turn; `troubles` what went wrong in lanes since somebody last looked."""

    in_hand: dict[str, Step | None] = field(default_factory=dict)
    ahead: Ahead = field(default_factory=Ahead)
    troubles: list[Exception] = field(default_factory=list)
    closed: bool = False
    _busy: set[str] = field(default_factory=set)
    _changed: Condition = field(default_factory=Condition)

    def run(self, jobs: Mapping[str, Job], workers: int, patience: float | None = None) -> None:
        """Do one job an account, at most `workers` at once, and wait for them at most `patience` seconds (None: to their end).
        An account that is still at work is passed over.

        One worker does them here, in their order, and lets what they raise through; others keep it in `troubles`.
        """
        if workers == 1:
            for job in jobs.values():
                job()
            return
        waiting = deque(self._taken(jobs))
        for _ in range(min(workers, len(waiting))):
            # A daemon thread: a socket that hangs keeps no process from ending.
            Thread(target=self._work_off, args=[waiting], daemon=True).start()
        self.wait(patience, set(jobs))

    def wait(self, seconds: float | None, accounts: set[str] | None = None) -> bool:
        """Wait until those accounts (or all) have nothing at work; whether that came in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._idle(accounts), seconds)

    def close(self) -> None:
        """Open no further socket: this process is about to end."""
        self.closed = True

    def take_troubles(self) -> list[Exception]:
        """What went wrong since the last look."""
        with self._changed:
            taken = list(self.troubles)
            self.troubles.clear()
        return taken

    def passed_on(self) -> Lanes:
        """The same lanes, for a desk whose settings are new: close these, and what is under way ends and nothing begins by the
        old ones."""
        return replace(self)

    def _idle(self, accounts: set[str] | None) -> bool:
        return not (self._busy if accounts is None else self._busy & accounts)

    def _taken(self, jobs: Mapping[str, Job]) -> list[tuple[str, Job]]:
        with self._changed:
            taken = [(account, job) for account, job in jobs.items() if account not in self._busy]
            self._busy |= {account for account, _ in taken}
        return taken

    def _work_off(self, waiting: deque[tuple[str, Job]]) -> None:
        while True:
            try:
                account, job = waiting.popleft()
            except IndexError:
                return
            try:
                job()
            except Exception as error:  # noqa: BLE001 - said by whoever runs the passes
                self.troubles.append(error)
            finally:
                with self._changed:
                    self._busy.discard(account)
                    self._changed.notify_all()
