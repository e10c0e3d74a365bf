"""What waits for somebody, kind by kind, each with the command that does it. One function a kind; `EVERY` lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from crisis.desk.clearance import precleared
from crisis.desk.clearance.countersigning import owed
from crisis.desk.desk import Desk
from crisis.desk.duty import posts_waiting, staff
from crisis.desk.duty.alerting import unseen
from crisis.desk.duty.handing import unread
from crisis.desk.duty.offering import no_change
from crisis.desk.duty.outside import not_stopped
from crisis.desk.duty.pace import next_word
from crisis.desk.duty.promising import open_promises, owned
from crisis.desk.duty.steps import agendas
from crisis.desk.duty.viewing import MOST, Viewer, beginning
from crisis.desk.notices import polling
from crisis.desk.notices.conflicts import disputes
from crisis.desk.notices.proposing import proposals
from crisis.desk.people import speaking
from crisis.duty import promises as pure
from crisis.duty.promises import Stage
from crisis.duty.rota import shift_end
from crisis.duty.tasks import Kind, Task, Urgency, urgency
from crisis.model.duty import NO_CHANGE, Promise
from crisis.model.names import name_in
from crisis.model.progress import Standing
from crisis.model.published import Incident
from crisis.model.records import Enquiry, StoredPost
from crisis.model.runbook import Step
from crisis.sentence import Sentence
from crisis.store.told import last_out
from crisis.store.unit import Reading

SHIFT_ENDS = timedelta(minutes=15)
"""So long before the end of their shift somebody is asked to hand over."""

SHOWN_AS_TASKS = ("promise-", "enquiry-", "delivery-unknown", "countersign", "speaking-")
"""Alerts about what has a line of its own here."""


STAGES: Mapping[Stage, Urgency] = {
    Stage.WAITS: Urgency.LATER,
    Stage.SOON: Urgency.SOON,
    Stage.NOW: Urgency.NOW,
    Stage.BROKEN: Urgency.LATE,
    Stage.ESCALATED: Urgency.LATE,
}


def promised(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Promised updates, with the command that says that nothing has changed."""
    for each in open_promises(unit):
        promise = owned(desk, each)
        stage = pure.stage(promise, desk.settings.duty, desk.clock.now())
        what = Sentence(
            "next update promised for {at}: {about}",
            at=f"{promise.due.astimezone(desk.settings.zone):%H:%M}",
            about=_about(desk, unit, promise, me.language),
        )
        command, drop = no_change(desk, promise, me.id)[1:], ("promise", "drop", promise.release, "--as", me.id)
        who, soon = (promise.owner,), STAGES[stage]
        yield Task(Kind.PROMISE, soon, what, command, promise.release, promise.due, who, instead=drop)


def unspoken(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Open incidents of which something is out and no next word is promised: by when it is to come, by the runbook."""
    promised_of = {promise.incident for promise in open_promises(unit)}
    for incident in unit.find(Incident, closed_at=None):
        out = None if incident.id in promised_of else last_out(unit, incident.id)
        if out is None or out[1]:
            continue
        due = next_word(desk, incident, out[0])
        what = Sentence(
            "no next update is promised: {about}, speak by {at}",
            about=name_in(incident.names, me.language),
            at=f"{due.astimezone(desk.settings.zone):%H:%M}",
        )
        soon = urgency(due, desk.clock.now())
        yield Task(Kind.PROMISE, soon, what, ("say", NO_CHANGE, "--as", me.id), incident.id, due)


def stepped(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Steps that the runbooks of open incidents ask for now. What is begun has the line of what it waits for."""
    for agenda in agendas(desk, unit):
        for item in agenda.due:
            if item.begun:
                continue
            soon = Urgency.LATE if item.standing is Standing.LATE else Urgency.NOW
            what = Sentence("{step}: {what}", step=item.step.id, what=name_in(item.step.says, me.language))
            named = (item.step.id, "--incident", agenda.incident.id, "--as", me.id)
            alone = ("--precleared",) if _alone(desk, item.step) else ()
            command = ("step", "draft" if item.step.type else "done", *alone, *named)
            yield Task(Kind.STEP, soon, what, command, item.step.id, item.by, instead=("step", "skip", *named))


def _alone(desk: Desk, step: Step) -> bool:
    """Whether a step's post may go out by one person, as it was pre-cleared, whoever its lane asks for otherwise."""
    return step.type in desk.kit.types and bool(precleared.usable(desk, step.type))


def _about(desk: Desk, unit: Reading, promise: Promise, language: str) -> str:
    """What a promise is about."""
    incident = unit.get(Incident, promise.incident) if promise.incident else None
    if incident is not None:
        return name_in(incident.names, language)
    things = [desk.settings.site(name) or desk.settings.service(name) for name in promise.thread.split()[1:]]
    names = [name_in(thing.names, language) for thing in things if thing is not None]
    return ", ".join(names) or beginning(unit.need(StoredPost, promise.post).text)


def enquired(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Callers who wait, the one that is due first first."""
    now = desk.clock.now()
    for each in unit.first(Enquiry, MOST, by="due", answered_at=None):
        what = Sentence(
            "call back {caller}: {question}", caller=beginning(each.caller), question=beginning(each.question)
        )
        who = (each.owner,) if each.owner else ()
        command = ("enquiry", "answer", each.id, "--as", me.id)
        yield Task(Kind.ENQUIRY, urgency(each.due, now), what, command, each.id, each.due, who)


def to_countersign(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """What was cleared by telephone or alone and wants a key."""
    now = desk.clock.now()
    for each in owed(unit):
        what = Sentence("confirm with a key what was cleared without one")
        command = ("countersign", each.release, "--as", me.id)
        yield Task(Kind.COUNTERSIGN, urgency(each.due, now), what, command, each.release, each.due, (each.person,))


def still_posting(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Other tools and agencies that nobody has told to stop."""
    for each in not_stopped(desk, unit):
        number = desk.settings.outside.index(each) + 1
        what = Sentence("{phone}, {name}: have them stop posting on our accounts", phone=each.phone, name=each.name)
        yield Task(Kind.PHONE, Urgency.NOW, what, ("incident", "stopped", str(number), "--as", me.id), each.name)


def alerted(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """What people have to know and nobody has seen, but for what has a line of its own."""
    for each in unseen(unit):
        if not each.code.startswith(SHOWN_AS_TASKS):
            yield Task(Kind.ALERT, Urgency.NOW, each.sentence, ("alerts", "--seen", each.id, "--as", me.id), each.id)


def differing(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Two departments that say different things of one thing."""
    for each in disputes(desk, unit):
        one, other = each.sides
        what = Sentence("{one} and {other} say different things", one=one.department, other=other.department)
        yield Task(Kind.DISPUTE, Urgency.NOW, what, ("status",), one.notice)


def proposed(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Incidents that telegrams propose."""
    for each in proposals(unit, desk.clock.now()):
        what = Sentence("a hazard telegram proposes an incident: {kind}", kind=each.kind)
        yield Task(Kind.PROPOSAL, Urgency.NOW, what, ("incident", "open", each.kind, "--as", me.id), each.id)


def lapsing(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """People who may not speak, or will not any more, unless somebody sees to it."""
    for each in speaking.ahead(desk, unit):
        soon = Urgency.SOON if each.over and each.lacking.refuses else Urgency.LATER
        command = speaking.command(each, me.id)
        about = f"{each.person.id} {each.lacking.lack.value}"
        yield Task(Kind.SPEAKING, soon, speaking.said(desk, each), command, about, None, (each.person.id,))


def handed(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """A handover that nobody has taken, and the end of one's own shift."""
    now, settings = desk.clock.now(), desk.settings
    for each in unread(unit, me.id):
        what = Sentence("{person} has handed over: read it", person=each.by)
        who = (each.to,) if each.to else ()
        yield Task(Kind.HANDOVER, Urgency.SOON, what, ("handover", "--take", "--as", me.id), each.id, None, who)
    ends = shift_end(settings.duty, settings.zone, me.id, now)
    if ends is not None and ends - now <= SHIFT_ENDS:
        what = Sentence("your shift ends at {at}: hand over", at=f"{ends.astimezone(settings.zone):%H:%M}")
        yield Task(Kind.HANDOVER, Urgency.SOON, what, ("handover", "--as", me.id), me.id, ends, (me.id,))


def failing(desk: Desk, unit: Reading) -> tuple[Sentence, ...]:
    """Why sources could not be looked at, staff not be told, and a runbook not be read."""
    return (*polling.failing(desk, unit), *staff.failing(desk, unit), *desk.kit.runbooks().wrong)


EVERY: tuple[Callable[[Desk, Reading, Viewer], Iterator[Task]], ...] = (
    promised,
    unspoken,
    stepped,
    posts_waiting.unsure,
    posts_waiting.by_hand,
    posts_waiting.to_clear,
    posts_waiting.returned,
    still_posting,
    enquired,
    to_countersign,
    alerted,
    differing,
    posts_waiting.outdated,
    proposed,
    lapsing,
    posts_waiting.undrafted,
    posts_waiting.announced,
    posts_waiting.stopped,
    handed,
)
"""Every kind of thing that can wait, each a function of the desk, its state and who looks."""
