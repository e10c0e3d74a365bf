"""A rehearsal as JSON: the short form is the contract's, the whole one stands beside the report and says the same as it.

What a trap planted stands in neither, also where it leaked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from crisis.model.runbook import Inject
from crisis.rehearsal import score
from crisis.rehearsal.improving import Item, items
from crisis.rehearsal.near import near_misses
from crisis.rehearsal.questions import questions
from crisis.rehearsal.said import Said
from crisis.rehearsal.stage import Played
from crisis.rehearsal.traps import tells, traps
from crisis.rehearsal.words import words
from crisis.runbook.figures import middle

FORMAT = "crisis.rehearsal/1"


def document(played: Played) -> dict[str, Any]:
    """What was reached, as the contract's JSON, without the report's path."""
    return {
        "runbook": played.runbook.id,
        "seed": played.seed,
        "objectives": [
            {"name": r.objective.name, "target": r.objective.target, "measured": r.measured, "met": r.met}
            for r in score.objectives(played)
        ],
        "injects": [_inject(played, inject) for inject in played.runbook.injects],
        "traps": [
            {"id": trap.id, "class": trap.kind, "outcome": "leaked" if trap.leaked else "caught"}
            for trap in traps(played)
        ],
    }


def _inject(played: Played, inject: Inject) -> dict[str, Any]:
    work = played.work_on(inject)
    seen = score.seen(inject, played)
    return {
        "id": inject.id,
        "at": work.at.astimezone(played.started.tzinfo).isoformat() if work else None,
        "expected": inject.expect,
        "seen": seen,
        "ok": seen == inject.expect,
    }


def whole(played: Played, zone: tzinfo) -> dict[str, Any]:
    """Everything that the report tells, in every language of the report. Times in the desk's zone."""
    told = document(played)
    return {
        "format": FORMAT,
        "mark": words("ja")["exercise"],
        **told,
        "names": dict(played.runbook.names),
        "started": _iso(played.started, zone),
        "ended": _iso(played.ended, zone),
        "stopped": played.stopped,
        "sitting": _sitting(played),
        "figures": figures(played),
        "objectives": [
            {**each, "says": dict(reached.objective.says)}
            for each, reached in zip(told["objectives"], score.objectives(played), strict=True)
        ],
        "injects": [
            {**each, **_course(played, inject)}
            for each, inject in zip(told["injects"], played.runbook.injects, strict=True)
        ],
        "timeline": sorted(
            _timeline(played, zone), key=lambda event: (datetime.fromisoformat(event["at"]), event["kind"])
        ),
        **_talk(played, zone),
        "ledger": {
            "ok": played.verdict.ok,
            "entries": played.verdict.entries,
            "root": played.verdict.root,
            "problems": score.ledger_problems(played),
        },
    }


def _iso(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).isoformat()


def _sitting(played: Played) -> dict[str, Any] | None:
    if played.sitting is None:
        return None
    return {"players": list(played.sitting.players), "on": played.sitting.on.isoformat()}


def figures(played: Played) -> dict[str, Any]:
    """The figures at its head. Spans in minutes; None where nothing was there to measure."""
    spans = score.cleared_spans(played)
    owed = [promise.kept for promise in score.promises(played) if promise.kept is not None]
    return {
        "first_post_minutes": score.first_post_minutes(played),
        "to_cleared_median": middle(spans),
        "to_cleared_worst": max(spans, default=None),
        "to_live_median": score.median_minutes(played),
        "to_live_worst": score.worst_minutes(played),
        "posts": len(played.recorded),
        "promises_kept": sum(owed),
        "promises_broken": len(owed) - sum(owed),
    }


def _course(played: Played, inject: Inject) -> dict[str, Any]:
    """What the report tells of an inject besides."""
    work = played.work_on(inject)
    return {
        "says": dict(inject.says),
        "why": sorted({code for outcome in work.outcomes for code in outcome.codes}) if work else [],
        "to_cleared": score.cleared_minutes(work) if work else None,
        "to_live": score.live_minutes(work, played) if work else None,
    }


def _timeline(played: Played, zone: tzinfo) -> Iterator[dict[str, Any]]:
    """What the picture shows: injects, notices of the runbook, clearances, posts and promises, each with its time."""
    for work in played.arrivals:
        yield {"at": _iso(work.at, zone), "kind": "inject", "id": work.id}
    for work in played.told:
        yield {"at": _iso(work.at, zone), "kind": "notice", "id": work.id}
    for work in (*played.arrivals, *played.told):
        cleared = score.cleared_minutes(work) is not None
        yield {
            "at": _iso(work.done, zone),
            "kind": "clearance" if cleared else "end",
            "id": work.id,
            "became": work.seen,
        }
    for one in played.recorded:
        text = None if tells(one.text, played) else one.text
        said = {"id": one.post, "account": one.account, "language": one.language, "text": text}
        yield {"at": _iso(one.at, zone), "kind": "post", **said}
    for promise in score.promises(played):
        kept = {True: "kept", False: "broken", None: "open"}[promise.kept]
        yield {"at": _iso(promise.due, zone), "kind": "promise", "made": _iso(promise.made, zone), "became": kept}
    for heard in played.troubles:
        yield {
            "at": _iso(heard.at, zone),
            "kind": "platform",
            "account": heard.account,
            "became": "lost" if heard.took else "down",
        }


def _talk(played: Played, zone: tzinfo) -> dict[str, Any]:
    """What people talk about after it."""

    def clock(at: datetime) -> str:
        return at.astimezone(zone).strftime("%H:%M")

    return {
        "near_misses": [dict(said.names) for said in near_misses(played, clock)],
        "questions": [dict(said.names) for said in questions(played, clock)],
        "items": [_item(played, item) for item in items(played)],
    }


def _item(played: Played, item: Item) -> dict[str, Any]:
    due = item.due(played.sitting.on if played.sitting else None)
    return {
        "id": item.id,
        "says": dict(item.says.names),
        "owner": item.role,
        "owner_names": dict(Said(f"role_{item.role}").names),
        "days": item.days,
        "due": due.isoformat() if due else None,
    }
