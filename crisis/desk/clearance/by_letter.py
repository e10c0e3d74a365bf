"""Clearance between two places: a statement goes out as a file, an approval comes back as a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from crisis.clearance import approvals as approving
from crisis.clearance import letters, statements
from crisis.desk.clearance.clearing import NOTHING_MORE, Asked, proposals, seal
from crisis.desk.clearance.clearing import lay as lay_before
from crisis.desk.clearance.review import Outcome
from crisis.desk.desk import Desk
from crisis.errors import CrisisError, Refused, VerificationFailed
from crisis.model.records import StoredRelease
from crisis.model.release import Approval, How, Person
from crisis.store.unit import Reading


def lay(desk: Desk, post_ids: Sequence[str], *, by: str, asked: Asked = NOTHING_MORE) -> list[bytes]:
    """Lay posts before whoever approves them elsewhere; the statements, one for each fact. Raises as `clear`."""
    made = proposals(desk, post_ids, by, asked)
    with desk.store.writing(desk.clock.now()) as unit:
        return [lay_before(unit, proposal).statement for proposal in made]


def bring_in(desk: Desk, text: str) -> list[tuple[Approval, list[Outcome]]]:
    """The approvals that came back, each verified and written, and what it made of its posts.

    Raises `Mistake` for lines that were misread; `Refused` `letter-unknown`, `letter-void`, `cleared-already`; what
    `crisis.desk.clearance.clearing.seal` raises for an approval that does not hold."""
    return [_bring_in(desk, letter) for letter in letters.letters_in(text)]


def _bring_in(desk: Desk, letter: letters.Letter) -> tuple[Approval, list[Outcome]]:
    with desk.store.reading() as unit:
        release, person = _release(unit, letter), desk.person(unit, letter.person)
        approval = _approval(desk, unit, release, letter, person)
    posts = [post.post for post in statements.decode(release.statement).posts]
    (proposal,) = proposals(desk, posts, person.id)
    if proposal.statement.release != release.id:
        raise _void(release)
    with desk.store.writing(desk.clock.now()) as unit:
        return approval, seal(desk, unit, proposal, approval)


def _release(unit: Reading, letter: letters.Letter) -> StoredRelease:
    """The release that a letter is about, newest first, if it still waits."""
    meant = next((r for r in reversed(unit.find(StoredRelease)) if letter.means(r.statement)), None)
    if meant is None:
        raise Refused(
            "letter-unknown",
            "This approves something that this desk has not laid before anybody: another desk, or a changed text.",
            "Send the texts again: `crisis clear P-… --export FILE`.",
        )
    if meant.voided_at is not None:
        raise _void(meant)
    if meant.cleared_at is not None:
        raise Refused(
            "cleared-already",
            "Release {release} is cleared already.",
            "`crisis queue` shows when it goes out.",
            release=meant.id,
        )
    return meant


def _void(release: StoredRelease) -> Refused:
    return Refused(
        "letter-void",
        "This approves texts that were changed or sent back since (release {release}).",
        "Send the texts as they are now: `crisis clear P-… --export FILE`.",
        release=release.id,
    )


def _approval(desk: Desk, unit: Reading, release: StoredRelease, letter: letters.Letter, person: Person) -> Approval:
    """The approval under whichever of the person's keys it holds. Raises what its verification raises."""
    fault: CrisisError = VerificationFailed(
        "approval-key", "{person} has no key that counts now.", "Ask another person to approve it.", person=person.id
    )
    signers = desk.signers(unit)
    for key in person.keys:
        approval = letters.approval_of(letter, key, desk.mode, How.KEY)
        try:
            approving.holding(release.statement, approval, signers, desk.clock.now())
        except CrisisError as failure:
            fault = failure
        else:
            return approval
    raise fault
