"""The rehearsal of a runbook: what reaches the desk, what the platforms and pages do, what the team wants to reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from crisis.catalogue.runbooks.place import Place
from crisis.model.link import LinkStatus
from crisis.model.runbook import Fault, Inject, Objective

EXPECTATIONS = ("published", "held", "refused", "known")
FAULTS = ("down", "silent")


def links(place: Place) -> Mapping[str, LinkStatus]:
    """What the pages that posts link answer in the rehearsal, which asks for none."""
    answers, known = place.value.get("links", {}), [status.value for status in LinkStatus]
    if not isinstance(answers, dict) or not all(status in known for status in answers.values()):
        raise place.wrong(
            "{place}: links are not an address and what it answers.",
            "Write lines such as https://www.example.com/: gone. Answers: {known}.",
            "links",
            known=", ".join(known),
        )
    return {str(url): LinkStatus(status) for url, status in answers.items()}


def injects(place: Place) -> tuple[Inject, ...]:
    """What reaches the desk."""
    injects = place.each("injects", _inject, lambda inject: inject.id)
    for index, inject in enumerate(injects):
        if inject.repeats is not None:
            _check_repeats(place.value["injects"][index], inject, injects)
    return injects


def _check_repeats(place: Place, inject: Inject, injects: Sequence[Inject]) -> None:
    """What an inject repeats has a text and has arrived by then."""
    earlier = [one.id for one in injects if one.payload is not None and one.at + timedelta(minutes=5) <= inject.at]
    if inject.repeats not in earlier:
        raise place.wrong(
            "{place}: {repeats} has not arrived five minutes before, so it cannot be repeated.",
            "Name one of: {earlier}.",
            "repeats",
            repeats=inject.repeats,
            earlier=", ".join(earlier),
        )


def _inject(place: Place) -> Inject:
    value = place.value
    if value["expect"] not in EXPECTATIONS:
        known = ", ".join(EXPECTATIONS)
        raise place.wrong(
            "{place}: {key} is none of the known outcomes.", "Write one of: {known}.", "expect", known=known
        )
    if ("payload" in value) == ("repeats" in value):
        raise place.wrong(
            "{place}: an inject has one text.", "Write payload: |, or repeats: and an earlier inject's id."
        )
    if ("trap" in value) != bool(value.get("must_not")):
        raise place.wrong(
            "{place}: a trap is a class and the words that may not get out.", "Write both trap: and must_not: […]."
        )
    if "no_post" in value and value["expect"] == "published":
        raise place.wrong(
            "{place}: it is to be published and may not be said at all.",
            "Leave no_post: out, or expect: held or refused.",
            "no_post",
        )
    return Inject(
        id=place.identifier("id"),
        at=place.offset("at"),
        says=place.names("says"),
        name=place.text("name"),
        expect=value["expect"],
        payload=place.text("payload") if "payload" in value else None,
        repeats=place.text("repeats") if "repeats" in value else None,
        trap=place.text("trap") if "trap" in value else None,
        must_not=place.words("must_not"),
        no_post=place.text("no_post") if "no_post" in value else None,
        approver_away=place.offset("approver_away") if "approver_away" in value else timedelta(),
    )


def fault(place: Place) -> Fault:
    """What a platform does for a while."""
    if place.value["how"] not in FAULTS:
        known = ", ".join(FAULTS)
        raise place.wrong("{place}: {key} is none of the known faults.", "Write one of: {known}.", "how", known=known)
    at, until = place.offset("at"), place.offset("until")
    if until <= at:
        raise place.wrong("{place}: this fault ends before it begins.", "Write a later time.", "until")
    return Fault(place.identifier("id"), place.text("account"), at, until, place.value["how"])


def objective(place: Place) -> Objective:
    """What the team wants to reach."""
    if ("at_most" in place.value) == ("at_least" in place.value):
        raise place.wrong("{place}: an objective has one target.", "Write at_most: or at_least: and a number.")
    return Objective(
        name=place.identifier("name"),
        measure=place.text("measure"),
        says=place.names("says"),
        at_most=place.number("at_most"),
        at_least=place.number("at_least"),
    )
