"""What waits for somebody, kind by kind, each with the command that does it. One function a kind; `EVERY` lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from crisis.clearance.quorum import CLEARING
from crisis.desk.clearance.countersigning import owed
from crisis.desk.desk import Desk
from crisis.desk.duty import staff
from crisis.desk.duty.alerting import unseen
from crisis.desk.duty.handing import unread
from crisis.desk.duty.offering import no_change
from crisis.desk.duty.pace import next_word
from crisis.desk.duty.promising import open_promises, owned
from crisis.desk.duty.steps import agendas
from crisis.desk.notices import polling
from crisis.desk.notices.conflicts import disputes
from crisis.desk.notices.proposing import proposals
from crisis.desk.notices.versions import out_of_date, to_draft_anew
from crisis.desk.people import policies, speaking
from crisis.duty import promises as pure
from crisis.duty.promises import Stage
from crisis.duty.rota import shift_end
from crisis.duty.tasks import Kind, Task, Urgency, urgency
from crisis.model.delivery import Delivery, State
from crisis.model.duty import NO_CHANGE, Promise
from crisis.model.names import name_in
from crisis.model.progress import Standing
from crisis.model.published import Incident
from crisis.model.records import Enquiry, Review, Stop, StoredDraft, StoredPost
from crisis.sentence import Sentence
from crisis.store.unit import Reading

MOST = 30
"""So many of a kind are read, the most urgent; the rest is counted."""

NOBODY = "ID"
"""Who looks where nobody has said so: commands name the place to fill in."""

BEGINNING = 40
"""Characters of a text by which people know it."""

SHIFT_ENDS = timedelta(minutes=15)
"""So long before the end of their shift somebody is asked to hand over."""

SHOWN_AS_TASKS = ("promise-", "enquiry-", "delivery-unknown", "countersign", "speaking-")
"""Alerts about what has a line of its own here."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks, and in which language names of things are given."""

    id: str = NOBODY
    language: str = "en"


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
        out = unit.find(Delivery, chain=incident.id, state=State.PUBLISHED)
        last = max((each.published_at or each.due for each in out), default=None)
        newest = max(out, key=lambda each: each.published_at or each.due, default=None)
        if last is None or incident.id in promised_of or (newest is not None and newest.final):
            continue
        due = next_word(desk, incident, last)
        what = Sentence(
            "no next update is promised: {about}, speak by {at}",
            about=name_in(incident.names, me.language),
            at=f"{due.astimezone(desk.settings.zone):%H:%M}",
        )
        soon = urgency(due, desk.clock.now())
        yield Task(Kind.PROMISE, soon, what, ("say", NO_CHANGE, "--as", me.id), incident.id, due)


def stepped(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Steps that the runbooks of open incidents ask for now; what is begun waits to go out."""
    for agenda in agendas(desk, unit):
        for item in agenda.due:
            soon = {Standing.LATE: Urgency.LATE, Standing.DUE: Urgency.NOW}.get(item.standing, Urgency.SOON)
            what = Sentence("{step}: {what}", step=item.step.id, what=name_in(item.step.says, me.language))
            named = (item.step.id, "--incident", agenda.incident.id, "--as", me.id)
            say = ("say", item.step.type, "--role", item.step.role, "--as", me.id)
            command = say if item.step.type else ("step", "done", *named)
            yield Task(Kind.STEP, soon, what, command, item.step.id, item.by, instead=("step", "skip", *named))


def _about(desk: Desk, unit: Reading, promise: Promise, language: str) -> str:
    """What a promise is about."""
    incident = unit.get(Incident, promise.incident) if promise.incident else None
    if incident is not None:
        return name_in(incident.names, language)
    things = [desk.settings.site(name) or desk.settings.service(name) for name in promise.thread.split()[1:]]
    names = [name_in(thing.names, language) for thing in things if thing is not None]
    return ", ".join(names) or beginning(unit.need(StoredPost, promise.post).text)


def unsure(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Posts of which nobody knows whether they are out."""
    for each in unit.first(Delivery, MOST, by="due", state=State.UNKNOWN):
        what = Sentence("is {post} out on {account}? Look there", post=each.post[-5:], account=each.account)
        yield Task(Kind.UNKNOWN, Urgency.LATE, what, ("settle", each.post, "--as", me.id), each.post)


def by_hand(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Cleared posts that a person has to post."""
    for each in unit.first(Delivery, MOST, by="not_after", state=State.BY_HAND):
        text = beginning(unit.need(StoredPost, each.post).text)
        what = Sentence("post on {account}: {text}", account=each.account, text=text)
        late = urgency(each.not_after, desk.clock.now())
        yield Task(
            Kind.HAND, min(late, Urgency.NOW), what, ("hand", each.post, "--as", me.id), each.post, each.not_after
        )


def to_clear(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Drafts that are filled and wait, a line for each fact, with who may clear it."""
    families: dict[str, list[StoredPost]] = {}
    for post in unit.find(StoredPost, review=[Review.DRAFT, Review.IN_REVIEW]):
        if post.account is not None:
            families.setdefault(post.draft, []).append(post)
    for draft_id, posts in list(families.items())[:MOST]:
        draft, text = unit.need(StoredDraft, draft_id), beginning(posts[0].text)
        held = any(finding.stops for post in posts for finding in post.findings)
        held = held or any(finding.stops for finding in draft.findings)
        what = (
            Sentence("needs a decision: {text}", text=text) if held else Sentence("read and clear: {text}", text=text)
        )
        who = _may_clear(desk, unit, draft, posts)
        mine = Urgency.NOW if me.id in (*who, NOBODY) else Urgency.SOON
        yield Task(Kind.CLEAR, mine, what, ("clear", draft.notice, "--as", me.id), draft.id, None, who)


def _may_clear(desk: Desk, unit: Reading, draft: StoredDraft, posts: list[StoredPost]) -> tuple[str, ...]:
    """People who could approve these posts now: those with one of the roles that it takes, and not who wrote them."""
    now, editors = desk.clock.now(), {post.last_editor for post in posts}
    rule = policies.rule_for(desk, unit, draft.type, draft.incident)
    wanted = set(rule.roles) or CLEARING
    able = (p for p in desk.people(unit).values() if p.valid_at(now) and p.id not in editors)
    return tuple(person.id for person in able if not wanted.isdisjoint(person.roles))


def returned(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Posts that an approver sent back."""
    for post in unit.find(StoredPost, review=Review.RETURNED)[:MOST]:
        what = Sentence("sent back: {text}", text=beginning(post.text))
        yield Task(Kind.RETURNED, Urgency.SOON, what, ("clear",), post.id, None, (post.last_editor,))


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


def outdated(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """What is out or waits while its notice has changed."""
    for each in out_of_date(unit)[:MOST]:
        what = Sentence("what is out on {account} is out of date: draft the change", account=each.account)
        yield Task(Kind.OUTDATED, Urgency.LATE, what, ("draft", each.newer, "--save", "--as", me.id), each.post)
    for newer in to_draft_anew(unit):
        what = Sentence("what waits is out of date: draft the change")
        yield Task(Kind.OUTDATED, Urgency.NOW, what, ("draft", newer, "--save", "--as", me.id), newer)


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


def stopped(desk: Desk, unit: Reading, me: Viewer) -> Iterator[Task]:
    """Stops that somebody set; that on routine posts is as it should be."""
    for each in unit.find(Stop, lifted_at=None):
        if not each.routine:
            account = ("--account", each.account) if each.account else ()
            what = Sentence("stopped: {account}", account=each.account or "*")
            yield Task(Kind.STOP, Urgency.SOON, what, ("resume", *account, "--as", me.id), each.id)


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


def beginning(text: str) -> str:
    """The first words of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= BEGINNING else line[: BEGINNING - 1] + "…"


EVERY: tuple[Callable[[Desk, Reading, Viewer], Iterator[Task]], ...] = (
    promised,
    unspoken,
    stepped,
    unsure,
    by_hand,
    to_clear,
    returned,
    enquired,
    to_countersign,
    alerted,
    differing,
    outdated,
    proposed,
    lapsing,
    stopped,
    handed,
)
"""Every kind of thing that can wait, each a function of the desk, its state and who looks."""
