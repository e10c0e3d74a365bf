"""People play: what is drafted waits for them, and time goes by while they read. What is still to come stays hidden.

The drafter is simulated, for drafting is the desk's own work; people decide, and clear with the approver's key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from crisis.desk.outbox.undoing import send_back
from crisis.model.ports import Pace
from crisis.rehearsal import players, run
from crisis.rehearsal.near import RETURNED
from crisis.rehearsal.players import OVERTAKEN, Outcome
from crisis.rehearsal.stage import News, Stage, Task

OWN = "said-"
"""How the ids begin of what people said by themselves, and no inject or step asked for."""


@dataclass(frozen=True)
class Waiting:
    """What waits for the people: under which number, since when, the task, and its posts."""

    number: int
    since: datetime
    task: Task
    outcomes: tuple[Outcome, ...]

    @property
    def posts(self) -> list[str]:
        """The identifiers of its posts."""
        return [post for outcome in self.outcomes for post in outcome.posts]


@dataclass
class Game:
    """A rehearsal that people play. Its time follows the `pace`; where it `skips`, quiet time is left out, and only the minutes
    that people take count: those in which something waits for them, or in which they are `thinking` about what was told."""

    stage: Stage
    pace: Pace
    skips: bool
    heard: list[News] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    numbers: int = 0
    thinking: bool = False

    def __post_init__(self) -> None:
        self.stage.hand_over = self._wait
        self.stage.tell = self.heard.append

    @property
    def over(self) -> bool:
        """Whether the time is up, or nothing is left to come or to do."""
        done = self.skips and not self.waiting and self.stage.next is None
        return done or self.pace.gone() >= self.stage.runbook.lasts

    @property
    def idle(self) -> bool:
        """Whether people have nothing to do."""
        return not self.waiting and not self.thinking

    def patience(self) -> float:
        """The seconds on the wall until something happens by itself, the end included."""
        if self.skips and self.idle:
            return 0.0
        return self.pace.seconds((self.stage.next or self.stage.end) - self.stage.runbook.starts)

    def catch_up(self) -> list[News]:
        """Let everything happen whose time has come; what people have not been told yet."""
        if self.skips and self.idle:
            self.go_on()
        now = min(self.stage.runbook.starts + self.pace.gone(), self.stage.end)
        while (at := self.stage.next) is not None and at <= now:
            self.stage.step()
            self._let_go()
        self.stage.clock.until(now)
        told, self.heard[:] = list(self.heard), []
        return told

    def go_on(self) -> None:
        """Let the quiet time until the next thing be past."""
        self.thinking = False
        self.pace.skip((self.stage.next or self.stage.end) - self.stage.runbook.starts)

    def _wait(self, stage: Stage, task: Task, outcomes: tuple[Outcome, ...]) -> None:
        self.numbers += 1
        self.waiting.append(Waiting(self.numbers, stage.clock.now(), task, outcomes))
        stage.news("waits", task.id, str(self.numbers))

    def numbered(self, number: int) -> Waiting | None:
        """What waits under that number."""
        return next((each for each in self.waiting if each.number == number), None)

    def clear(self, waiting: Waiting) -> tuple[Outcome, ...]:
        """Clear it with the approver's key and let it go out. What the guard stops by now goes on waiting."""
        done = tuple(players.cleared(self.stage.desk, outcome) for outcome in waiting.outcomes)
        if all(outcome.seen == "cleared" or OVERTAKEN in outcome.codes for outcome in done if outcome.posts):
            self.waiting.remove(waiting)
            run.settle(self.stage, waiting.task, done)
            self.stage.pass_on()
        return done

    def _let_go(self) -> None:
        """What a newer notice has overtaken while it waited waits no longer."""
        for each in list(self.waiting):
            drafted = [outcome for outcome in each.outcomes if outcome.posts]
            if all(players.overtaken(self.stage.desk, outcome) for outcome in drafted):
                self.waiting.remove(each)
                self.stage.news(OVERTAKEN, each.task.id)
                run.finish(self.stage, each.task, tuple(players.cleared(self.stage.desk, o) for o in each.outcomes))

    def give_back(self, waiting: Waiting, reason: str) -> None:
        """Send it back to its drafter: it is not said."""
        send_back(self.stage.desk, waiting.posts, by=players.APPROVER, reason=reason)
        self.waiting.remove(waiting)
        given = (replace(each, seen="held", codes=(RETURNED,)) if each.posts else each for each in waiting.outcomes)
        run.finish(self.stage, waiting.task, tuple(given))

    def say(self, type_id: str, answers: Mapping[str, str]) -> None:
        """The people say something of their own; it waits for their clearance as everything does."""
        run.tell(self.stage, f"{OWN}{self.numbers + 1}", type_id, answers, "desk")

    def leave(self) -> None:
        """The end: what still waits was never cleared."""
        for each in self.waiting:
            run.finish(self.stage, each.task, each.outcomes)
        self.waiting.clear()


def lead(pace: Pace, *, skips: bool, play: Callable[[Game], None]) -> run.Lead:
    """A rehearsal that is led by the people who `play` it."""

    def leading(stage: Stage) -> None:
        game = Game(stage, pace, skips)
        pace.skip(timedelta())
        try:
            play(game)
        finally:
            game.leave()

    return leading
