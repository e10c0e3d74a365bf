"""What stands in the ledger: the kinds of entry, and the bytes that the tree hashes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from crisis.canon import canonical, timestamp

FORMAT: Final = "crisis.entry/1"

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "desk-opened": "a desk began its ledger: mode, origin, key",
        "desk-moved": "a person declared that the desk goes on at another place: keys before and after, signed",
        "decision-proposed": "a change of roster or policy was proposed and waits for a second signature",
        "person-enrolled": "a person was enrolled: the whole roster as signed, and the signatures",
        "person-changed": "roles, times or keys of a person were changed: roster and signatures",
        "person-suspended": "a person, or one of their keys, counts for nothing until two people say so: roster and signature",
        "person-reinstated": "a person or key that was suspended counts again: roster and signatures",
        "person-revoked": "a person may not act any more: roster and signatures",
        "person-trained": "a person was trained on that day, as another one signed: the roster and the signature",
        "policy-acknowledged": "a person acknowledged the policy of that version: the roster and their signature",
        "policy-adopted": "a policy came into force: the policy as signed, and the signatures",
        "incident-opened": "an incident began",
        "incident-graded": "a person said how bad an incident is now, with a reason",
        "incident-closed": "an incident ended",
        "notice-received": "a notice was taken in; its salted digest",
        "notice-refused": "nothing of a notice may be posted, and why",
        "notice-superseded": "a newer version of a notice came: what was made of the older one is held, taken back, or out",
        "notice-retained": "a person keeps a notice from being erased, or lets it go again, with a reason",
        "notice-erased": "a notice's content, salt and free reasons were erased, with a reason; its digest stands",
        "notice-contradicted": "another department said otherwise: what was queued against the safer word is held",
        "incident-proposed": "a hazard telegram reaches the desk's threshold: an incident is proposed to people",
        "incident-timed": "a person said what an incident's runbook counts from",
        "step-taken": "a person began a step of an incident's runbook, did it by hand, or skipped it, with a reason",
        "replies-counted": "figures of the safety check came in: a salted digest of them",
        "proposal-ended": "a proposal is over: withdrawn, superseded, or its incident was opened",
        "draft-made": "posts were drafted from a notice: facts released and withheld by name",
        "post-edited": "a person changed a post's text",
        "finding-accepted": "a person accepted a finding that held, with a reason",
        "release-proposed": "a statement over posts was laid before the approvers",
        "approval-given": "a person signed a statement",
        "release-cleared": "a statement has all the approvals that it needs",
        "release-announced": "what a release waited for has been announced, as a person signed",
        "card-made": "a card of one-time codes was made, signed by its owner: the fingerprints of its codes' keys",
        "card-revoked": "a card of one-time codes may not be used any more",
        "code-spent": "a code was given by telephone, for this statement",
        "code-refused": "a wrong code was given by telephone",
        "countersignature-owed": "a release was cleared by telephone or alone: a key countersigns it by this time",
        "countersignature-given": "a key countersigned a release",
        "countersignature-overdue": "nobody has countersigned a release in time",
        "alert-raised": "people of the staff have to know something",
        "alert-seen": "a person has seen an alert",
        "alert-over": "what an alert told of is over before anybody has seen it",
        "preclearance-proposed": "a version of a template with the domains of its slots was laid before those who pre-clear",
        "preclearance-signed": "a person signed a pre-clearance",
        "preclearance-in-force": "a pre-clearance has all the signatures that it needs",
        "preclearance-revoked": "a pre-clearance counts no more",
        "sent-off-duty": "a person sent under a pre-clearance who was not on duty while others were; they, and why if they said so",
        "post-returned": "an approver sent a post back",
        "post-rejected": "an approver rejected a post for good",
        "post-withdrawn": "a post was taken back before it went out",
        "delivery-queued": "a cleared post waits for its time",
        "delivery-sending": "a send is about to open its socket",
        "delivery-published": "a platform holds the post",
        "delivery-unknown": "a post may or may not be out; it is not sent again",
        "delivery-failed": "a post is provably not out",
        "delivery-expired": "a post was not sent in time and never will be",
        "delivery-held": "a post was stopped before its send, and why",
        "delivery-withdrawn": "a cleared post was taken back before it went out",
        "delivery-by-hand": "a post is to be posted by a person",
        "delivery-fallback": "a cleared post goes the next way that was cleared with it, and why not the way before",
        "delivery-settled": "a person said what became of a post",
        "hold-set": "sending was stopped",
        "hold-lifted": "sending was resumed",
        "enquiry-received": "somebody outside asked; who answers by when, the question only as a salted digest",
        "enquiry-taken": "a person took an enquiry, alone",
        "enquiry-answered": "an enquiry was answered: the answer as a salted digest, and the post it pointed to",
        "account-login": "a person logged an account in at its platform: under which name",
        "promise-made": "a post that is out, or may be, named a next update: somebody's duty until when",
        "promise-taken": "a person took a promised update, or was given it",
        "promise-left": "the desk took it upon itself to keep a promised update, as the policy lets it",
        "promise-broken": "the time of a promised update was over with nothing newer out",
        "promise-ended": "a promised update was kept, moved, late, given up with a reason, or never said",
        "rehearsal-kept": "a rehearsal that people played was kept: who of the roster took part, and its report's digest",
        "handover-written": "a shift left what was open to the next; its words as a salted digest",
        "handover-taken": "somebody read what the shift before had left",
        "account-differs": "on an account stands a post that the desk does not know, or one of its own is gone or changed",
        "outside-recorded": "a person recorded a post that was made outside this desk: nobody had cleared it",
        "outside-stopped": "in an incident, a person told another tool or agency to stop posting on our accounts",
        "check-failed": "a check before the send found a difference",
        "correction-made": "a post was made that corrects another",
    }
)
"""Every kind of entry with what it records. A kind is never renamed or reused."""


def entry_bytes(seq: int, at: datetime, kind: str, body: Mapping[str, Any]) -> bytes:
    """The canonical bytes (RFC 8785) of an entry: what is kept, and what `leaf_hash` hashes. `seq` is the leaf's index, from 0.

    Raises ValueError for an unknown kind, a negative number, a time without a zone, or a body that JSON cannot hold.
    """
    if kind not in KINDS:
        raise ValueError(f"the ledger knows no entries of the kind {kind!r}")
    if seq < 0:
        raise ValueError("entries are numbered from 0")
    return canonical({"format": FORMAT, "seq": seq, "at": timestamp(at), "kind": kind, "body": dict(body)})


def states(data: bytes, seq: int, at: datetime, kind: str) -> bool:
    """Whether an entry's bytes state this number, time and kind, told without reading the body, so that a verifier is quick.

    The members stand in canonical order, the body between `at` and `format`; as a kind is one of ours and a time has a fixed
    length, bytes that state two different numbers, times or kinds cannot exist. Raises ValueError for a time without a zone.
    """
    if kind not in KINDS:
        return False
    head = f'{{"at":"{timestamp(at)}","body":{{'.encode()
    tail = f'}},"format":"{FORMAT}","kind":"{kind}","seq":{seq}}}'.encode()
    return len(data) >= len(head) + len(tail) and data.startswith(head) and data.endswith(tail)
