"""Countersignatures: what is owed after a clearance by telephone or alone, who gives it, and what becomes of what is late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from crisis.canon import digest
from crisis.clearance import countersign as confirming
from crisis.clearance import statements
from crisis.clearance.ways import way_of
from crisis.desk.desk import Desk, found
from crisis.desk.duty import alerting
from crisis.desk.signer import Signer
from crisis.errors import Refused
from crisis.model.owed import Countersignature
from crisis.model.records import StoredRelease
from crisis.model.release import Approval, Role, Rule, Statement
from crisis.sentence import Sentence
from crisis.store import releases
from crisis.store.unit import Reading, Writing

LEADS = (Role.LEAD, Role.DEPUTY)


def owe(unit: Writing, release: str, signed: Sequence[Approval], rule: Rule) -> None:
    """Note for each approval of a release just cleared whose way asks for it that a key has to countersign it, and by when."""
    for approval in signed:
        if not way_of(approval).owes:
            continue
        owed = Countersignature(release, approval.person, str(approval.how), unit.at + rule.countersign_within)
        unit.put(owed)
        unit.record(
            "countersignature-owed",
            release=release,
            person=owed.person,
            how=owed.how,
            due=owed.due.isoformat(),
        )


def owed(unit: Reading, release: str | None = None) -> list[Countersignature]:
    """What nobody has countersigned yet, of one release or of all, the earliest due first."""
    where = {} if release is None else {"release": release}
    return sorted(unit.find(Countersignature, by=None, **where), key=lambda each: (each.due, each.release))


def overdue(unit: Reading, now: datetime) -> list[Countersignature]:
    """What should have been countersigned by that time and is not, the longest overdue first."""
    return [each for each in owed(unit) if each.overdue(now)]


def to_confirm(unit: Reading, release_id: str) -> list[tuple[Countersignature, Approval, Statement, bytes]]:
    """What is open of a release: what is owed, the approval that it confirms, and what was cleared. Raises `Refused` where
    nothing is."""
    release = found(unit.get(StoredRelease, release_id), "release", release_id)
    by_person = {approval.person: approval for approval in releases.approvals(unit, release_id)}
    open_now = owed(unit, release_id)
    if not open_now:
        raise Refused(
            "nothing-owed",
            "Release {release} needs no countersignature.",
            "`crisis countersign` lists those that do.",
            release=release_id,
        )
    statement = statements.decode(release.statement)
    return [(each, by_person[each.person], statement, release.statement) for each in open_now]


def countersign(desk: Desk, release_id: str, signer: Signer) -> list[Countersignature]:
    """Confirm a release with a key. Raises `Refused` for who may not, and where nothing is owed."""
    with desk.store.writing(desk.clock.now()) as unit:
        person = desk.person(unit, signer.person)
        private = signer.private_of(person)
        given = []
        for each, approval, _, encoded in to_confirm(unit, release_id):
            key, signature = confirming.sign(encoded, approval, person, private, unit.at, desk.signers(unit))
            done = replace(each, by=person.id, key=key, at=unit.at, signature=signature)
            confirming.verify(encoded, approval, done, desk.signers(unit), desk.mode)
            unit.put(done)
            unit.record(
                "countersignature-given",
                release=release_id,
                person=each.person,
                by=person.id,
                key=key,
                signature=digest(signature.encode()),
            )
            given.append(done)
        alerting.settle(unit, release_id, person.id)
    return given


def escalate(desk: Desk) -> list[Countersignature]:
    """Tell the lead, once, of everything that is overdue."""
    now = desk.clock.now()
    with desk.store.reading() as unit:
        if not any(each.escalated_at is None for each in overdue(unit, now)):
            return []
    late = []
    with desk.store.writing(now) as unit:
        for each in overdue(unit, now):
            if each.escalated_at is None:
                unit.put(replace(each, escalated_at=now))
                unit.record("countersignature-overdue", release=each.release, person=each.person, how=each.how)
                alerting.raise_alert(desk, unit, "countersignature-overdue", _late(each), LEADS, each.release)
                late.append(each)
    return late


def _late(each: Countersignature) -> Sentence:
    return Sentence(
        "Nobody has countersigned {release}, which {person} cleared in an exceptional way: `crisis countersign {release} --as ID`",
        release=each.release,
        person=each.person,
    )
