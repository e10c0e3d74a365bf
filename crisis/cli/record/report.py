"""The one-page report for the head of the response: an HTML file that needs nothing else and prints on A4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any

from crisis.cli.show import ORDINARY, beginning, by, how
from crisis.cli.words import _, language, names, say, told
from crisis.desk.record.disclosures import DisclosedPost, Disclosure, Wanted, disclosures
from crisis.model.names import name_in
from crisis.model.published import Incident
from crisis.model.records import LedgerCheckpoint

if TYPE_CHECKING:
    from crisis.desk.desk import Desk

LONGEST = 124
"""Columns of a text that stand in its row, double-width characters counting two; the page and the ledger have all of it."""


def render(desk: Desk, wanted: Wanted) -> str:
    """The report over what is asked for, in the language of this run."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("crisis.cli.record", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2").render(**_values(desk, wanted))


def _values(desk: Desk, wanted: Wanted) -> dict[str, Any]:
    zone, listed = desk.settings.zone, disclosures(desk, wanted)
    with desk.store.reading() as unit:
        incidents = [each for each in unit.find(Incident) if each.id in {one.incident for one in listed}]
        newest = unit.newest(LedgerCheckpoint)
    cleared = [one for one in listed if one.refused is None]
    posts = [post for one in cleared for post in one.posts]
    return {
        "lang": language(),
        "organisation": name_in(desk.settings.organisation, language()) or desk.settings.name,
        "exercise": desk.mode.value == "exercise",
        "incidents": [name_in(each.names, language()) or each.id for each in incidents],
        "first": _moment(listed[0].at, zone) if listed else None,
        "last": _moment(listed[-1].at, zone) if listed else None,
        "counts": _counts(listed, cleared, posts),
        "releases": [_release(one, zone) for one in cleared],
        "refused": [
            (_moment(one.at, zone)[5:], " ".join(one.notices), told(one.refused)) for one in listed if one.refused
        ],
        "withheld": _withheld(cleared),
        "checkpoint": newest,
        "w": _words(_moment(desk.clock.now(), zone), newest, zone),
    }


def _words(made: str, newest: LedgerCheckpoint | None, zone: tzinfo) -> dict[str, str]:
    """What the page itself says."""
    size, signed = (newest.size, _moment(newest.at, zone)) if newest else (0, "")
    return {
        "exercise_mark": _("EXERCISE"),
        "title": _("Record of external releases"),
        "made": say("made at {time}", time=made),
        "released": _("Cleared for release"),
        "cleared_at": _("Cleared at"),
        "text": _("Text"),
        "cleared_by": _("Cleared by"),
        "places": _("Where it went"),
        "nothing": _("Nothing has been cleared for release yet."),
        "kept": _("What was kept inside"),
        "refused": _("Of which nothing may be posted"),
        "behind": say("The record behind this page: {size} entries, signed at {time}.", size=size, time=signed),
        "more": _(
            "Whole texts: crisis ledger releases. Proof of one release: crisis ledger prove. Does it hold: crisis ledger verify."
        ),
    }


def _counts(
    listed: Iterable[Disclosure], cleared: list[Disclosure], posts: list[DisclosedPost]
) -> list[tuple[str, int]]:
    states = Counter(post.state for post in posts)
    return [
        (_("Notices"), len({notice for one in listed for notice in one.notices})),
        (_("Cleared"), len(cleared)),
        (_("Published"), states["published"]),
        (_("By hand"), sum(post.by_hand for post in posts)),
        (_("Not known"), states["unknown"]),
        (_("Not sent"), sum(states[state] for state in ("failed", "expired", "held", "withdrawn"))),
        (_("Refused"), sum(one.refused is not None for one in listed)),
    ]


def _release(one: Disclosure, zone: tzinfo) -> dict[str, Any]:
    """A row: a text in the reader's language stands for all of a release, else its first."""
    shown = next((post for post in one.posts if post.language == language()), one.posts[0])
    return {
        "at": _moment(one.at, zone)[5:],
        "id": one.release,
        "notices": " ".join(notice[-6:] for notice in one.notices),
        "text": beginning(shown.text, LONGEST),
        "lang": shown.language,
        "people": _people(one),
        "places": _places(one.posts),
    }


def _people(one: Disclosure) -> str:
    """Who answers for it; whoever approved in an exceptional way is marked."""
    if one.outside:
        return _("made outside, cleared by nobody")
    names = [each.person if each.how in ORDINARY else f"{each.person} ({how(each.how)})" for each in one.approvals]
    if not one.precleared_by:
        return ", ".join(names)
    away = " " + _("(not on duty)") if one.on_duty == "no" else ""
    return by(one.precleared_by, names) + away


def _places(posts: Iterable[DisclosedPost]) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """Where the posts went, under what became of them: an account once, for all its languages."""
    grouped: dict[str, dict[str, str | None]] = {}
    for post in posts:
        grouped.setdefault(_("by hand") if post.by_hand else _(post.state), {}).setdefault(post.account, post.url)
    return [(state, list(accounts.items())) for state, accounts in grouped.items()]


def _withheld(cleared: Iterable[Disclosure]) -> list[tuple[str, int, str]]:
    """What was kept inside, how often, and why."""
    counted = Counter(name for one in cleared for name in one.withheld)
    why = {name: reason for one in cleared for name, reason in one.why.items()}
    return [
        (names([name]), count, names([why[name]]) if why.get(name) else "") for name, count in counted.most_common()
    ]


def _moment(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
