"""The review of a rehearsal that people played: its figures, what it proposes, and room for what they settle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from crisis.cli.duty.reviewing import section, to_write
from crisis.cli.words import _, language, say
from crisis.model.names import name_in
from crisis.runbook.review import items, open_items

if TYPE_CHECKING:
    from crisis.model.training import Rehearsal
    from crisis.rehearsal.brought import Report


def lines(report: Report, kept: Rehearsal, before: list[str]) -> Iterator[str]:
    """The lines of the review, given all earlier ones. Nobody's name stands in it: no one is to blame."""
    told = report.told
    yield f"# {_('Review')}: {_('EXERCISE')} {name_in(told['names'], language())}"
    yield ""
    people = len(kept.players) + len(kept.guests)
    yield say("{rehearsal}, {day}, {people} people", rehearsal=kept.id, day=kept.played_on, people=people)
    yield ""
    yield from section(_("Figures"), _figures(report, kept))
    yield from section(_("Near misses"), (f"- {name_in(each, language())}" for each in told["near_misses"]))
    yield from section(_("To talk about"), (f"- {name_in(each, language())}" for each in told["questions"]))
    proposed = list(_proposed(report, kept))
    yield from section(_("Proposed by the rehearsal; strike out what you do not want"), proposed)
    yield from section(_("Still to be improved from before"), _still(report, before, proposed))
    yield from to_write()


def _figures(report: Report, kept: Rehearsal) -> Iterator[str]:
    yield "- " + say(
        "Objectives met: {met} of {total}. Traps leaked: {leaked}.",
        met=kept.met,
        total=kept.objectives,
        leaked=kept.leaked,
    )
    told = report.told["figures"]
    for name, key in (
        (_("Opened to first post"), "first_post_minutes"),
        (_("Notice to cleared, median"), "to_cleared_median"),
        (_("Notice to live, median"), "to_live_median"),
    ):
        span = told.get(key)
        yield f"- {name}: {_('not measured') if span is None else say('{minutes} min', minutes=f'{span:g}')}"


def _proposed(report: Report, kept: Rehearsal) -> Iterator[str]:
    for item in report.told["items"]:
        says, owner = (name_in(item[key], language()) for key in ("says", "owner_names"))
        mark = f"#{report.runbook}:{item['id']}"
        yield f"- [ ] {says} | {_('owner')}: {owner} | {_('due')}: {_due(item, kept)} | {mark}"


def _still(report: Report, before: list[str], proposed: list[str]) -> Iterator[str]:
    """What is open from before and is not proposed anew, in whichever language it was."""
    anew, said = items("\n".join(proposed)), {says for item in report.told["items"] for says in item["says"].values()}
    for item in open_items(before):
        if item.what not in said and not any(item.is_same(one) for one in anew):
            yield item.line


def _due(item: dict[str, Any], kept: Rehearsal) -> str:
    days = item.get("days")
    return str(item.get("due") or (kept.day + timedelta(days=days if isinstance(days, int) else 30)).isoformat())
