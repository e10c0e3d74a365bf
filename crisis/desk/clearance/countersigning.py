"""Countersignatures: what is owed after a clearance by telephone or alone, who gives it, and what becomes of what is late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NoReturn

from crisis.canon import digest
from crisis.clearance import countersign as confirming
from crisis.clearance import letters, statements
from crisis.clearance.approvals import SKEW
from crisis.clearance.ways import way_of
from crisis.desk.desk import Desk, found
from crisis.desk.duty import alerting
from crisis.desk.signer import Signer
from crisis.errors import CrisisError, Refused, VerificationFailed
from crisis.model.owed import Countersignature
from crisis.model.records import StoredRelease
from crisis.model.release import Approval, How, Rule, Statement
from crisis.model.role import Role
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
            given.append(_give(desk, unit, done, approval, encoded))
    return given


def hand_out(desk: Desk, release_id: str) -> list[bytes]:
    """What somebody elsewhere is to countersign: one document for each thing owed. Raises `Refused` where nothing is."""
    with desk.store.reading() as unit:
        return [confirming.request(encoded, approval) for _, approval, _, encoded in to_confirm(unit, release_id)]


def bring_in(desk: Desk, text: str) -> list[Countersignature]:
    """The countersignatures that came back as lines, each verified and written. Raises `Mistake` for lines that were misread,
    `Refused` `letter-unknown` where nothing is owed that they are about, and what their verification raises. All or none."""
    with desk.store.writing(desk.clock.now()) as unit:
        return [_bring_in(desk, unit, letter) for letter in letters.letters_in(text, letters.COUNTERSIGNATURE)]


def _bring_in(desk: Desk, unit: Writing, letter: letters.Letter) -> Countersignature:
    meant = (
        (each, approval, encoded)
        for release in dict.fromkeys(one.release for one in owed(unit))
        for each, approval, _, encoded in to_confirm(unit, release)
        if letter.means(confirming.request(encoded, approval))
    )
    each, approval, encoded = next(meant, None) or _nothing_owed()
    person = desk.person(unit, letter.person)
    if not approval.at - SKEW <= letter.at <= unit.at + SKEW:
        raise VerificationFailed(
            "countersignature-time",
            "The countersignature by {person} bears a time before what it confirms, or in the future.",
            "Set the clocks right and sign it again.",
            person=person.id,
        )
    fault: CrisisError = VerificationFailed(
        "approval-key", "{person} has no key that counts now.", "Ask another person to approve it.", person=person.id
    )
    for key in person.keys:
        found = letters.approval_of(letter, key, desk.mode, How.KEY, confirming.ACT)
        done = replace(each, by=person.id, key=found.key, at=found.at, signature=found.signature)
        try:
            return _give(desk, unit, done, approval, encoded)
        except VerificationFailed as failure:
            fault = failure
    raise fault


def _nothing_owed() -> NoReturn:
    raise Refused(
        "letter-unknown",
        "This countersigns nothing that is owed at this desk: another desk's, or it is done already.",
        "`crisis countersign` lists what is owed; send it again with --export.",
    )


def _give(desk: Desk, unit: Writing, done: Countersignature, approval: Approval, encoded: bytes) -> Countersignature:
    """Write down a countersignature that holds; what was to be known about it is seen."""
    confirming.verify(encoded, approval, done, desk.signers(unit), desk.mode)
    unit.put(done)
    unit.record(
        "countersignature-given",
        release=done.release,
        person=done.person,
        by=done.by,
        key=done.key,
        signature=digest(str(done.signature).encode()),
    )
    alerting.settle(unit, done.release, str(done.by))
    return done


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
