"""The shapes of `--json` (contract): values → JSON, always in English."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, Any

from crisis.cli import sides, telegrams
from crisis.cli.output import iso

if TYPE_CHECKING:
    from crisis.desk.duty.status import Status
    from crisis.desk.duty.steps import Agenda
    from crisis.desk.record.disclosures import Disclosure
    from crisis.ledger.verify import Verdict
    from crisis.model.delivery import Delivery
    from crisis.model.finding import Finding
    from crisis.model.post import Draft
    from crisis.model.published import Incident
    from crisis.model.records import Enquiry
    from crisis.runbook.agenda import Item


def finding(value: Finding) -> dict[str, Any]:
    """A finding; the mend never repeats what was found."""
    return {
        "code": value.code,
        "severity": value.severity.value,
        "post": value.post,
        "start": value.start,
        "end": value.end,
        "mend": str(value.mend),
    }


def scanned(file: str, found: Sequence[Finding]) -> dict[str, Any]:
    """One text of several that were scanned."""
    return {"file": file, "findings": [finding(each) for each in found]}


def draft(value: Draft, *, file: str | None, notice: str | None, posts: list[str] | None) -> dict[str, Any]:
    """A notice's draft; `posts` are the identifiers of its posts where they are kept."""
    facts = value.facts
    return {
        "file": file,
        "notice": notice,
        "type": value.type,
        "facts": [{"name": f.name, "value": f.plain(), "label": f.label.value, "from": f.where} for f in facts.facts]
        if facts
        else [],
        "withheld": [{"name": w.name, "label": w.label.value, "why": w.why} for w in facts.withheld] if facts else [],
        "posts": [
            {
                "post": posts[index] if posts else None,
                "template": p.template,
                "variant": p.variant,
                "language": p.language,
                "account": p.account,
                "platform": p.platform,
                "text": p.text,
                "length": p.length,
                "limit": p.limit,
            }
            for index, p in enumerate(value.posts)
        ],
        "findings": [finding(f) for f in value.findings],
        "refused": None if value.refused is None else str(value.refused),
    }


def delivery(value: Delivery, zone: tzinfo, how: Sequence[str] = ()) -> dict[str, Any]:
    """One row of the queue; `how` names the exceptional ways in which it was cleared."""
    return {
        "post": value.post,
        "account": value.account,
        "state": value.state.value,
        "due": iso(value.due, zone),
        "not_after": iso(value.not_after, zone),
        "url": value.url,
        "reason": value.reason,
        "attempts": value.attempts,
        "how": list(how),
    }


def disclosure(value: Disclosure, zone: tzinfo) -> dict[str, Any]:
    """One line of `ledger releases`."""
    return {
        "release": value.release,
        "notices": list(value.notices),
        "released": list(value.released),
        "withheld": list(value.withheld),
        "posts": [
            {
                "post": p.post,
                "account": p.account,
                "language": p.language,
                "text": p.text,
                "state": p.state,
                "url": p.url,
            }
            for p in value.posts
        ],
        "cleared_by": list(value.cleared_by),
        "precleared_by": list(value.precleared_by),
        "on_duty": value.on_duty,
        "approvals": [
            {"person": a.person, "how": a.how, "countersigned_by": a.countersigned_by} for a in value.approvals
        ],
        "at": iso(value.at, zone),
        "refused": None if value.refused is None else str(value.refused),
        "outside": value.outside,
    }


def verdict(value: Verdict) -> dict[str, Any]:
    """What `ledger verify` found; where it was held against copies from outside, also the sizes that it continues."""
    return {
        "ok": value.ok,
        "entries": value.entries,
        "root": value.root,
        "key": value.key,
        "key_on_trust": value.on_trust,
        "problems": [{"entry": p.entry, "what": p.what} for p in value.problems],
        **({"contained": [stated.size for stated in value.contained]} if value.contained else {}),
    }


def incident(value: Incident, zone: tzinfo) -> dict[str, Any]:
    """One incident."""
    return {
        "incident": value.id,
        "kind": value.kind,
        "severity": value.severity.value,
        "names": dict(value.names),
        "opened": iso(value.opened_at, zone),
        "closed": iso(value.closed_at, zone),
        "runbook": value.runbook,
        "begins": iso(value.begins, zone),
    }


def status(value: Status, zone: tzinfo) -> dict[str, Any]:
    """How the desk stands."""
    return {
        "mode": value.mode,
        "at": iso(value.at, zone),
        "incidents": [incident(i, zone) for i in value.incidents],
        "stops": [
            {"stop": s.id, "account": s.account, "routine": s.routine, "since": iso(s.set_at, zone)}
            for s in value.stops
        ],
        "waiting": list(value.waiting),
        "deliveries": dict(value.deliveries),
        "promises": [
            {
                "promise": p.release,
                "post": p.post,
                "incident": p.incident,
                "due": iso(p.due, zone),
                "overdue": p.overdue(value.at),
                "owner": p.owner,
            }
            for p in value.promises
        ],
        "outdated": [
            {"post": o.post, "account": o.account, "notice": o.notice, "newer": o.newer} for o in value.outdated
        ],
        "changed": list(value.changed),
        "awaited": [delivery(d, zone) for one in value.awaited for d in one.deliveries],
        "proposals": [telegrams.document(proposal) for proposal in value.proposals],
        "owed": [
            {
                "release": o.release,
                "person": o.person,
                "how": o.how,
                "due": iso(o.due, zone),
                "overdue": o.overdue(value.at),
            }
            for o in value.owed
        ],
        "alerts": [{"alert": a.id, "at": iso(a.at, zone), "code": a.code, "about": a.about} for a in value.alerts],
        "returned": [{"post": r.post, "by": r.by, "at": iso(r.at, zone), "reason": r.why} for r in value.returned],
        "disputes": [sides.document(dispute) for dispute in value.disputes],
        "failing": [str(sentence) for sentence in value.failing],
        "odd": [
            {"account": o.account, "odd": o.odd.value, "post": o.post, "url": o.url, "found": iso(o.found_at, zone)}
            for o in value.odd
        ],
        "not_stopped": [each.name for each in value.not_stopped],
        "enquiries": [enquiry(each, zone) for each in value.enquiries],
        "agendas": [agenda(each, zone) for each in value.agendas],
        "next": {"what": str(value.next.what), "command": ["crisis", *value.next.command]} if value.next else None,
    }


def agenda(each: Agenda, zone: tzinfo) -> dict[str, Any]:
    """What the runbook of an open incident asks for."""
    return {
        "incident": each.incident.id,
        "runbook": each.runbook.id,
        "due": [step(item, zone) for item in each.due],
        "ahead": [step(item, zone) for item in each.ahead],
    }


def step(item: Item, zone: tzinfo) -> dict[str, Any]:
    """A step of a runbook as it stands; `type` is null for what people do and nobody posts."""
    return {
        "step": item.step.id,
        "standing": item.standing.value,
        "says": dict(item.step.says),
        "type": item.step.type or None,
        "lane": item.step.lane.value if item.step.type else None,
        "at": iso(item.at, zone),
        "by": iso(item.by, zone),
        "because": getattr(item.because, "id", None),
    }


def enquiry(each: Enquiry, zone: tzinfo) -> dict[str, Any]:
    """A question from outside."""
    return {
        "enquiry": each.id,
        "received": iso(each.received_at, zone),
        "caller": each.caller,
        "question": each.question,
        "due": iso(each.due, zone),
        "incident": each.incident,
        "owner": each.owner,
        "answered": iso(each.answered_at, zone),
        "answered_by": each.answered_by,
        "answer": each.answer,
        "post": each.post,
    }
