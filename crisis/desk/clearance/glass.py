"""Break-glass: one person clears alone, with a reason, where the policy lets them; the lead is told at once."""

from __future__ import annotations

from collections.abc import Sequence

from crisis.canon import salted_digest
from crisis.clearance import approvals as approving
from crisis.desk.clearance.clearing import NOTHING_MORE, Asked, Proposal, accounts_of, proposals, seal
from crisis.desk.clearance.countersigning import LEADS
from crisis.desk.clearance.review import Outcome
from crisis.desk.desk import Desk
from crisis.desk.duty.alerting import raise_alert
from crisis.desk.people import policies
from crisis.desk.people.speaking import may_speak
from crisis.desk.reasons import SALT_BYTES
from crisis.desk.signer import Signer
from crisis.errors import Refused
from crisis.model.release import How
from crisis.sentence import Sentence
from crisis.store import releases
from crisis.store.unit import Reading


def break_glass(
    desk: Desk, post_ids: Sequence[str], signer: Signer, reason: str, asked: Asked = NOTHING_MORE
) -> list[Outcome]:
    """Clear posts as one person alone. The guard reads them as ever: what it blocks stays blocked.

    Raises `Refused` `no-glass` where the policy lets nobody clear this alone, and as `crisis.desk.clearance.clearing.clear`."""
    private = signer.private()
    made = proposals(desk, post_ids, signer.person, asked)
    with desk.store.reading() as unit:
        person = may_speak(desk, unit, signer.person, accounts_of(made), glass=True)
        for proposal in made:
            _allowed(desk, unit, proposal)
    outcomes: list[Outcome] = []
    for proposal in made:
        salt, now = desk.entropy.token(SALT_BYTES), desk.clock.now()
        hashed = salted_digest(salt, reason.encode())
        approval = approving.approve(proposal.encoded, person, private, now, How.BREAK_GLASS, hashed)
        with desk.store.writing(now) as unit:
            releases.add_reason(unit, hashed, salt, reason)
            outcomes += seal(desk, unit, proposal, approval)
            release = proposal.statement.release
            raise_alert(desk, unit, "break-glass", _told(person.id, release), LEADS, release)
    return outcomes


def _allowed(desk: Desk, unit: Reading, proposal: Proposal) -> None:
    statement = proposal.statement
    if not policies.rule_for(desk, unit, statement.notice_type, statement.incident).break_glass:
        raise Refused(
            "no-glass",
            "The policy lets nobody clear {type} alone.",
            "By telephone or from home: `crisis clear P-… --by-phone ID`, `crisis clear P-… --export FILE`.",
            type=statement.notice_type,
        )


def _told(person: str, release: str) -> Sentence:
    return Sentence(
        "{person} cleared {release} alone. Look at it: `crisis countersign {release} --as ID`",
        person=person,
        release=release,
    )
