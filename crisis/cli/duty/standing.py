"""`status`, and `crisis` by itself: how the desk stands and the next thing to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crisis.cli import documents, output, show, sides, telegrams
from crisis.cli.clearance import announcing
from crisis.cli.clearance.countersigning import alert_line, owed_line
from crisis.cli.duty import boarding, steps
from crisis.cli.options import DeskDir, Json, command, desk_folder, open_desk
from crisis.cli.words import _, language, say, told
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.duty.status import Status
    from crisis.desk.outbox.undoing import Told


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "status", _("Example: crisis status"))(status)


def overview(desk_dir: Path | None, *, as_json: bool) -> None:
    """What `crisis` without a command says."""
    if desk_folder(desk_dir) is None and not as_json:
        output.line(_("There is no desk here."))
        output.line(_("Try one out: crisis demo"))
        output.line(_("Make one: crisis init DIR (with --sample to try out)"))
        output.line(_("Draft from a notice without a desk: crisis draft FILE"))
        output.line(_("Everything else: crisis --help"))
        return
    status(desk_dir, as_json)


def status(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """How the desk stands, and the next thing to do."""
    desk = open_desk(desk_dir)
    if as_json:
        from crisis.desk.duty.status import status as standing

        output.emit(documents.status(standing(desk, language()), desk.settings.zone))
    else:
        _show(desk)


def _show(desk: Desk) -> None:
    from crisis.desk.duty.status import status as standing

    now = standing(desk, language())
    zone = desk.settings.zone
    mode = _("ACTUAL") if now.mode == "actual" else _("EXERCISE")
    output.line(f"{desk.settings.name}  {mode}  {output.clock(now.at, zone)}", "bold")
    for stop in now.stops:
        what = stop.account or (_("routine posts") if stop.routine else _("everything"))
        output.line(say("STOPPED since {at}: {what}", at=output.clock(stop.set_at, zone), what=what), "bold red")
    for incident in now.incidents:
        name = name_in(incident.names, language())
        output.line(
            say(
                "Incident: {name} since {at} ({incident})",
                name=name,
                at=output.clock(incident.opened_at, zone),
                incident=incident.id,
            )
        )
    for promise in now.promises:
        words = {"at": output.clock(promise.due, zone), "post": show.short(promise.post), "owner": promise.owner}
        if promise.overdue(now.at):
            output.line(say("OVERDUE: next update promised for {at} ({post}, {owner})", **words), "bold red")
        else:
            output.line(say("Next update promised for {at} ({post}, {owner})", **words))
    for line in _outdated(now):
        output.line(line, "bold red")
    _elsewhere(now)
    telegrams.proposals(desk, now.proposals)
    for agenda in now.agendas:
        steps.due(desk, agenda)
    sides.disputes(desk, now.disputes)
    for newer in now.changed:
        output.line(say("HELD: the notice of what waits has changed ({newer})", newer=newer), "yellow")
    for one in now.awaited:
        output.line(announcing.awaited_line(desk, one), "yellow")
    for sentence in now.failing:
        output.line(told(sentence), "yellow")
    _calls(desk, now)
    _exceptions(desk, now)
    output.line(say("Waiting for clearance: {count}", count=len(now.waiting)))
    counts = "  ".join(f"{_(state)} {count}" for state, count in sorted(now.deliveries.items()))
    output.line(say("Queue: {counts}", counts=counts or _("empty")))
    output.line(say("Next: {step}", step=next_step(now)), "bold")


def _calls(desk: Desk, now: Status) -> None:
    """Who waits to be called back."""
    zone = desk.settings.zone
    for enquiry in now.enquiries:
        words = {"caller": enquiry.caller, "at": output.clock(enquiry.due, zone), "enquiry": show.short(enquiry.id)}
        if enquiry.due < now.at:
            output.line(say("OVERDUE: {caller} was to be called back by {at} ({enquiry})", **words), "bold red")
        else:
            output.line(say("{caller} is to be called back by {at} ({enquiry})", **words))


def _outdated(now: Status) -> Iterator[str]:
    """What is out and out of date, a line for each notice that has changed."""
    for newer in dict.fromkeys(old.newer for old in now.outdated):
        olds = [old for old in now.outdated if old.newer == newer]
        accounts = ", ".join(dict.fromkeys(old.account for old in olds))
        words = {"count": len(olds), "accounts": accounts, "newer": newer}
        yield say("OUT OF DATE: {count} posts are out on {accounts}, and their notice has changed ({newer})", **words)


def _elsewhere(now: Status) -> None:
    """Who else can post, and what stands on our accounts otherwise than it was sent."""
    from crisis.desk.duty.watching import odd_said

    for other in now.not_stopped:
        output.line(
            say(
                "NOT STOPPED: {name} can still post on our accounts. Phone {phone}", name=other.name, phone=other.phone
            ),
            "bold red",
        )
    for each in now.odd:
        output.line(say("CHECK: {what}", what=odd_said(each)), "bold red")


def _exceptions(desk: Desk, now: Status) -> None:
    """What exceptions have left to be done, and what came back to its drafter."""
    for alert in now.alerts:
        output.line(say("ALERT: {alert}", alert=alert_line(alert, desk)), "bold red")
    for each in now.owed:
        output.line(owed_line(each, desk), "bold red" if each.overdue(now.at) else "yellow")
    for back in now.returned:
        output.line(returned_line(back), "yellow")


def returned_line(back: Told) -> str:
    """A post that was sent back, by whom and why."""
    why = back.why or _("(the words were erased)")
    return say("RETURNED by {person}: {post}: {why}", person=back.by, post=show.short(back.post), why=why)


def next_step(now: Status) -> str:
    """The first line of the board, as its command; where nothing is to be done, what sends, or takes in, what is next."""
    task = now.next
    if task is None:
        if now.deliveries.get("queued"):
            return _("crisis daemon (sends what is due)")
        return _("crisis notice add FILE, or crisis say TYPE")
    if task.command == ("status",):
        return boarding.what(task)
    return say("{command} ({what})", command=boarding.spelled(task), what=boarding.what(task))
