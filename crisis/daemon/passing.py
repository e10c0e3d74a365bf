"""One full pass: poll, due, send, settle, alert, publish, checkpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from crisis.daemon.saying import in_words, say
from crisis.desk.clearance.countersigning import escalate
from crisis.desk.desk import Desk
from crisis.desk.duty.keeping import keep
from crisis.desk.duty.staff import STAFF, hand_over
from crisis.desk.duty.staff import troubles as untold
from crisis.desk.duty.watching import watch
from crisis.desk.kit import writing as kit
from crisis.desk.notices.polling import SOURCE, poll
from crisis.desk.outbox.observing import observe
from crisis.desk.outbox.sending import Pass, tick
from crisis.desk.outbox.shelf import OUTLET, refresh
from crisis.desk.record import book


def full_pass(desk: Desk) -> Pass:
    """One full pass. What a source, a way to the staff or an outlet of our own could not do is said, for the next pass tries
    again; another trouble is raised when all is done."""
    done, troubles = attempt(desk, None)
    for trouble in troubles:
        if getattr(trouble, "code", None) not in (OUTLET, SOURCE, STAFF):
            raise trouble
        say(in_words(trouble))
    return done


def attempt(desk: Desk, patience: float | None) -> tuple[Pass, list[Exception]]:
    """Each part of a pass, whatever becomes of the others, and what went wrong. Accounts that have not ended after `patience`
    seconds go on by themselves."""
    done: list[Pass] = []
    troubles: list[Exception] = []
    parts: tuple[Callable[[], object], ...] = (
        lambda: troubles.extend(poll(desk, patience).troubles()),
        lambda: keep(desk),
        lambda: done.append(_send(desk, patience)),
        lambda: observe(desk, patience),
        lambda: escalate(desk),
        lambda: watch(desk),
        lambda: hand_over(desk, patience),
        lambda: troubles.extend(untold(desk)),
        lambda: book.write_checkpoint(desk),
        lambda: refresh(desk, patience),
        lambda: kit.refresh(desk),
    )
    for part in parts:
        try:
            part()
        except Exception as error:  # noqa: BLE001 - handed to whoever asked for the pass
            troubles.append(error)
    return (done[0] if done else Pass()), troubles + desk.lanes.take_troubles()


def _send(desk: Desk, patience: float | None) -> Pass:
    """What is due, unless the database was put back to an older state: what that holds as queued may have gone out since."""
    book.refuse_fork(desk)
    return tick(desk, patience)


def is_full(troubles: Iterable[Exception]) -> bool:
    """Whether a pass with these troubles did all that is the desk's own to do. A source that others let fall is not; a way
    to the staff that fails is, since nobody but a watcher elsewhere could then tell them."""
    return all(getattr(trouble, "code", None) == SOURCE for trouble in troubles)
