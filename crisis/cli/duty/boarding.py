"""How the board looks: its lines for a screen of any width, and the same as sentences for a screen reader."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crisis.cli import output
from crisis.cli.duty.promises import countdown
from crisis.cli.words import _, language, say, told
from crisis.duty.tasks import Urgency
from crisis.model.names import name_in
from crisis.text.japanese import display_width

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.duty.board import Board
    from crisis.duty.tasks import Task

STYLES = {Urgency.LATE: "bold red", Urgency.NOW: "bold", Urgency.SOON: "yellow", Urgency.LATER: None}
NUMBERED = 9
"""So many lines have a key of their own."""

TIME, KIND = 10, 11
"""Columns of the time and of the kind."""


@dataclass(frozen=True)
class Line:
    """One line of the screen."""

    text: str
    style: str | None = None


def screen(desk: Desk, board: Board, width: int, height: int) -> list[Line]:
    """The board on so many columns and lines: what runs, what is to be done, the command behind the first line, the keys."""
    head, foot = list(_head(desk, board)), list(_foot(desk, board))
    room = max(height - len(head) - len(foot), 1)
    tasks = board.tasks[:room]
    left = len(board.tasks) - len(tasks) + sum(board.more.values())
    body = [Line(_row(desk, board, number, task, width), STYLES[task.urgency]) for number, task in enumerate(tasks, 1)]
    if left:
        body = body[: room - 1]
        left = len(board.tasks) - len(body) + sum(board.more.values())
        body.append(Line(say("    and {count} more: crisis board --plain", count=left), "dim"))
    if not board.tasks:
        body.append(Line(_("Nothing is to be done.")))
    return [Line(fitted(line.text, width), line.style) for line in (*head, *body, *foot)]


def _head(desk: Desk, board: Board) -> Iterator[Line]:
    mode = _("ACTUAL") if board.mode == "actual" else _("EXERCISE")
    duty = say("on duty: {people}", people=", ".join(board.on_duty) or "-") if desk.settings.duty.shifts else ""
    whose = name_in(desk.settings.organisation, language()) or desk.settings.name
    yield Line(f"{mode}  {output.clock(board.at, desk.settings.zone)}  {whose}  {duty}".rstrip(), "bold")
    for incident in board.incidents:
        name = name_in(incident.names, language())
        since = output.clock(incident.opened_at, desk.settings.zone)
        yield Line(say("Incident: {name} since {at} ({incident})", name=name, at=since, incident=incident.id))
    for stop in board.stops:
        what = stop.account or (_("routine posts") if stop.routine else _("everything"))
        at = output.clock(stop.set_at, desk.settings.zone)
        yield Line(say("STOPPED since {at}: {what}", at=at, what=what), None if stop.routine else "bold red")
    for sentence in board.failing:
        yield Line(told(sentence), "yellow")


def _row(desk: Desk, board: Board, number: int, task: Task, width: int) -> str:
    key = str(number) if number <= NUMBERED else " "
    when = countdown(task.due, board.at) if task.due else ""
    who = f" ({', '.join(task.who)})" if task.who else ""
    start = f"{key} {padded(when, TIME)}{padded(_(task.kind.value), KIND)}"
    return start + fitted(what(task), width - display_width(start + who)) + who


def _foot(desk: Desk, board: Board) -> Iterator[Line]:
    counts = "  ".join(f"{_(state.value)} {count}" for state, count in sorted(board.deliveries.items()))
    yield Line(say("Queue: {counts}", counts=counts or _("empty")), "dim")
    if board.tasks:
        yield Line(say("Enter: {command}", command=spelled(board.tasks[0])), "bold")
    skip = board.tasks and board.tasks[0].instead
    yield Line(
        _("1-9 does that line, Enter the first, s leaves it out, q ends")
        if skip
        else _("1-9 does that line, Enter the first, q ends"),
        "dim",
    )


def what(task: Task) -> str:
    """In one line, whatever a caller's name or a title holds: no line of the board is anybody else's."""
    return " ".join(told(task.what).split())


def spelled(task: Task) -> str:
    """The command of a task as it is typed."""
    return shlex.join(("crisis", *task.command))


def plain(desk: Desk, board: Board) -> Iterator[Line]:
    """The whole board as sentences, in the order of urgency, nothing in columns: to be read aloud."""
    yield from _head(desk, board)
    for number, task in enumerate(board.tasks, 1):
        when = countdown(task.due, board.at) if task.due else ""
        start = ", ".join(filter(None, (_(task.kind.value), when, *task.who)))
        yield Line(f"{number}. {start}: {what(task)}", STYLES[task.urgency])
        yield Line(f"   {spelled(task)}")
    for kind, count in board.more.items():
        yield Line(say("{kind}: {count} more", kind=_(kind.value), count=count))
    if not board.tasks:
        yield Line(_("Nothing is to be done."))
    counts = "  ".join(f"{_(state.value)} {count}" for state, count in sorted(board.deliveries.items()))
    yield Line(say("Queue: {counts}", counts=counts or _("empty")))


def padded(text: str, width: int) -> str:
    """A text with blanks up to so many columns, cut where it is longer."""
    cut = fitted(text, width - 1)
    return cut + " " * (width - display_width(cut))


def fitted(text: str, width: int) -> str:
    """A text that is so many columns wide at most, double-width characters counting two; what is cut ends in an ellipsis."""
    if display_width(text) <= width:
        return text
    while text and display_width(text) > width - 1:
        text = text[:-1]
    return text + "…" if width > 0 else ""


def document(desk: Desk, board: Board) -> dict[str, Any]:
    """The board for scripts."""
    zone = desk.settings.zone
    more: Mapping[str, int] = {kind.value: count for kind, count in board.more.items()}
    return {
        "mode": board.mode,
        "at": output.iso(board.at, zone),
        "on_duty": list(board.on_duty),
        "incidents": [incident.id for incident in board.incidents],
        "tasks": [
            {
                "kind": task.kind.value,
                "urgency": task.urgency.name.lower(),
                "what": str(task.what),
                "about": task.about,
                "due": output.iso(task.due, zone),
                "who": list(task.who),
                "command": ["crisis", *task.command],
                "instead": ["crisis", *task.instead] if task.instead else None,
            }
            for task in board.tasks
        ],
        "more": dict(more),
        "deliveries": {state.value: count for state, count in board.deliveries.items()},
        "failing": [str(sentence) for sentence in board.failing],
    }
