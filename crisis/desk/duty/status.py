"""How the desk stands, and the next thing to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from crisis.desk.clearance.countersigning import owed
from crisis.desk.desk import Desk
from crisis.desk.duty import outside, staff
from crisis.desk.duty.alerting import unseen
from crisis.desk.duty.board import board
from crisis.desk.duty.enquiries import unanswered
from crisis.desk.duty.promising import open_promises, owned
from crisis.desk.duty.steps import Agenda, agendas
from crisis.desk.notices.conflicts import Dispute, disputes
from crisis.desk.notices.polling import failing
from crisis.desk.notices.proposing import proposals
from crisis.desk.notices.versions import OutOfDate, out_of_date, to_draft_anew
from crisis.desk.outbox import observing
from crisis.desk.outbox.announcing import Awaited, awaited
from crisis.desk.outbox.undoing import Told, told
from crisis.duty.tasks import Task
from crisis.model.delivery import Delivery
from crisis.model.duty import Promise
from crisis.model.owed import Countersignature, StaffAlert
from crisis.model.proposal import Proposal
from crisis.model.published import Incident
from crisis.model.records import Enquiry, Review, Stop, StoredDraft, StoredPost
from crisis.model.settings import OutsideScheduler
from crisis.model.watched import OddPost
from crisis.sentence import Sentence
from crisis.store.unit import Reading

WAITING = (Review.DRAFT, Review.IN_REVIEW)


@dataclass(frozen=True)
class Status:
    """`deliveries` counts by state; `waiting` are posts that nobody has cleared; `promises` the ones that still bind, the
    earliest first; `outdated` what is out and whose notice has changed; `failing` why sources could not be looked at and staff not be told;
    `owed` what a key has to countersign; `alerts` what nobody has seen; `returned` what was sent back to its drafter and why;
    `changed` notices whose older version waits to go out; `drafted` those of which posts wait; `awaited` what waits for an
    announcement; `disputes` what two departments say differently; `odd` what stands on our accounts otherwise than it was
    sent; `not_stopped` other tools and agencies that nobody has told to stop; `enquiries` who waits for an answer; `proposals`
    the incidents that what came in proposes to open; `agendas` what the runbooks of the open incidents ask for; `next` is the
    first line of the board."""

    mode: str
    at: datetime
    incidents: tuple[Incident, ...]
    stops: tuple[Stop, ...]
    waiting: tuple[str, ...]
    deliveries: Mapping[str, int]
    promises: tuple[Promise, ...]
    outdated: tuple[OutOfDate, ...] = ()
    failing: tuple[Sentence, ...] = ()
    changed: tuple[str, ...] = ()
    drafted: tuple[str, ...] = ()
    awaited: tuple[Awaited, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    enquiries: tuple[Enquiry, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    owed: tuple[Countersignature, ...] = ()
    alerts: tuple[StaffAlert, ...] = ()
    returned: tuple[Told, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    odd: tuple[OddPost, ...] = ()
    not_stopped: tuple[OutsideScheduler, ...] = ()
    next: Task | None = None


def status(desk: Desk, language: str | None = None) -> Status:
    """The desk at this moment; names in that language, else in the desk's first."""
    now, first = desk.clock.now(), board(desk, language=language).tasks[:1]
    with desk.store.reading() as unit:
        return Status(
            mode=desk.mode.value,
            at=now,
            incidents=tuple(unit.find(Incident, closed_at=None)),
            stops=tuple(unit.find(Stop, lifted_at=None)),
            waiting=tuple(p.id for p in unit.find(StoredPost, review=WAITING)),
            deliveries={state.value: count for state, count in unit.tally(Delivery, "state").items()},
            promises=tuple(owned(desk, promise) for promise in open_promises(unit)),
            outdated=tuple(out_of_date(unit)),
            failing=(
                *failing(desk, unit),
                *staff.failing(desk, unit),
                *desk.kit.runbooks().wrong,
                *observing.blind(desk, unit),
            ),
            odd=tuple(observing.odd(unit)),
            not_stopped=tuple(outside.not_stopped(desk, unit)),
            owed=tuple(owed(unit)),
            alerts=tuple(unseen(unit)),
            returned=tuple(told(unit, [p.id for p in unit.find(StoredPost, review=Review.RETURNED)]).values()),
            changed=tuple(to_draft_anew(unit)),
            awaited=tuple(awaited(unit)),
            drafted=tuple(dict.fromkeys(draft.notice for draft in unit.find(StoredDraft, id=_waiting_drafts(unit)))),
            disputes=tuple(disputes(desk, unit)),
            enquiries=tuple(sorted(unanswered(unit), key=lambda each: each.due)),
            proposals=tuple(proposals(unit, now)),
            agendas=agendas(desk, unit),
            next=first[0] if first else None,
        )


def _waiting_drafts(unit: Reading) -> list[str]:
    return list({post.draft for post in unit.find(StoredPost, review=WAITING) if post.account is not None})
