"""What lets people speak, on the screen: what the policy asks for, what each person has, and what will lapse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crisis.cli import output
from crisis.cli.words import _, say

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from crisis.desk.desk import Desk
    from crisis.model.release import Person, Policy
    from crisis.model.speaking import Speaking, Voice


def show_policy(policy: Policy) -> None:
    """What a policy says of who speaks, and of what the desk does without a person; nothing where it says nothing."""
    from crisis.catalogue.spans import written
    from crisis.model.speaking import ANYBODY, NOTHING

    speaking, own = policy.speaking, policy.by_itself
    if speaking != ANYBODY:
        output.line(f"{_('who may speak')}: {_mode(speaking)}")
        if speaking.training is not None:
            output.line("  " + say("a training counts for {span}", span=written(speaking.training)))
        if speaking.acknowledge:
            output.line("  " + _("the policy has to be acknowledged"))
        output.line(
            "  "
            + say("who lacks one: {what}, after {grace}", what=_(speaking.lapsed.value), grace=written(speaking.grace))
        )
    if own != NOTHING:
        output.line(_("without a person, the desk:"))
        if own.no_change:
            output.line("  " + _("keeps a promise with the pre-cleared no-change post"))
        if own.opens:
            output.line(
                "  " + say("opens an incident when a telegram calls for it: {kinds}", kinds=", ".join(own.opens))
            )


def _mode(speaking: Speaking) -> str:
    match speaking.mode.value:
        case "closed":
            return _("nobody on social media; on our own pages and to the press, those who are authorised")
        case "designated":
            return _("those who are authorised")
    return _("whoever is enrolled")


def show_ahead(desk: Desk) -> None:
    """Who lacks what for speaking, a line each."""
    from crisis.cli.words import told
    from crisis.desk.people import speaking

    with desk.store.reading() as unit:
        for each in speaking.ahead(desk, unit):
            output.line(told(speaking.mended(desk, each)), "red" if each.over else "yellow")


def document(person: Person) -> dict[str, Any]:
    """What lets a person speak, for scripts."""
    voice = person.voice
    authority = voice.authority and {
        "by": voice.authority.by,
        "from": voice.authority.starts.isoformat(timespec="seconds"),
        "to": voice.authority.ends and voice.authority.ends.isoformat(timespec="seconds"),
        "accounts": list(voice.authority.accounts),
    }
    return {
        "authority": authority,
        "trained": voice.trained and voice.trained.isoformat(timespec="seconds"),
        "acknowledged": voice.acknowledged,
    }


def facts(voice: Voice, zone: tzinfo) -> list[tuple[str, str]]:
    """What the roster says of a person's speaking, in words."""
    authority = voice.authority
    spans = "-" if authority is None else f"{_day(authority.starts, zone)} – {_day(authority.ends, zone)}"
    if authority is not None and authority.accounts:
        spans += f" ({', '.join(authority.accounts)})"
    return [
        (_("authorised"), spans),
        (_("trained"), _day(voice.trained, zone) or "-"),
        (_("policy acknowledged"), (voice.acknowledged or "-")[7:15] or "-"),
    ]


def _day(at: datetime | None, zone: tzinfo) -> str:
    return "" if at is None else f"{at.astimezone(zone):%Y-%m-%d}"


def speaking_now(desk: Desk) -> list[tuple[str, str, str]]:
    """Name, accounts and last day of everybody who may speak now; empty where the policy lets whoever is enrolled."""
    from crisis.desk.people import speaking

    with desk.store.reading() as unit:
        if not speaking.asks(desk, unit):
            return []
        able = speaking.speakers(desk, unit)
    return [
        (
            person.name,
            ", ".join(person.voice.authority.accounts) if person.voice.authority else "",
            _day(person.voice.authority.ends if person.voice.authority else None, desk.settings.zone),
        )
        for person in able
    ]
