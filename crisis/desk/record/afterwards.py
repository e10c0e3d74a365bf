"""What came after the clearance of a release in a bundle: the word that it waited for, countersignatures, where its posts went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from crisis.canon import digest, timestamp
from crisis.clearance import announcements, countersign, precleared
from crisis.clearance.approvals import SKEW
from crisis.clearance.ways import way_of
from crisis.clearance.ways.way import Signers
from crisis.desk.plain import made, time
from crisis.desk.record.case import Case
from crisis.desk.record.chronicle import Entry, Unproven
from crisis.model.owed import Countersignature
from crisis.model.release import Announcement, Approval

ANNOUNCED = "release-announced"
GONE = ("delivery-sending", "delivery-published", "delivery-unknown")
"""Entries that tell of a post that has left, or may have."""


def announced(case: Case, given: Any) -> Announcement | None:
    """The word that a release waited for, None while nobody has given it. `given` is what the bundle holds of it, if anything.

    Raises Unproven where one is missing that the ledger tells of, or something left before it, and as `announcements.check`."""
    release = case.statement.release
    told = next(case.told.of(ANNOUNCED, release=release), None)
    if case.statement.awaits is not None and any(
        told is None or one["seq"] < told["seq"] for one in _sent(case) if one["kind"] in GONE
    ):
        raise Unproven("Something of it left before what it waited for had been announced.")
    if (told is None) != (given is None) or (told and case.statement.awaits is None):
        raise Unproven("The ledger tells another announcement than the bundle.")
    return None if told is None else _holding(case, told, made(Announcement, given))


def _holding(case: Case, told: Entry, word: Announcement) -> Announcement:
    said = {"release": word.release, "by": word.person, "key": word.key, "signature": word.signature}
    if told["body"] != {**said, "at": timestamp(word.at)} or told["seq"] < case.before:
        raise Unproven("The ledger tells another announcement than the bundle.")
    announcements.check(case.statement, case.data, word, case.told.people(told["seq"]), time(told["at"]))
    return word


def owed(case: Case, given: Sequence[Countersignature]) -> Iterator[Countersignature]:
    """What a key owes for each approval that asks for it; given ones hold, and those that the ledger tells are all there."""
    release, by_person = case.statement.release, {one.person: one for one in given}
    for approval in case.approvals:
        if precleared.is_precleared(case.statement) or not way_of(approval).owes:
            continue
        one = by_person.pop(approval.person)
        if one.escalated_at is not None:
            raise Unproven("The ledger tells another countersignature than the bundle.")
        due = case.told.one("countersignature-owed", release=release, person=one.person, how=one.how)
        told = next(case.told.of("countersignature-given", release=release, person=one.person), None)
        if datetime.fromisoformat(due["body"]["due"]) != one.due or (told is None) != (one.signature is None):
            raise Unproven("The ledger tells another countersignature than the bundle.")
        if told is not None:
            _countersigned(case, approval, one, told)
        yield one
    if by_person:
        raise Unproven("The bundle holds a countersignature that nothing asks for.")


def _countersigned(case: Case, approval: Approval, one: Countersignature, told: Entry) -> None:
    said = {"by": one.by, "key": one.key, "signature": digest(str(one.signature).encode())}
    if any(told["body"][name] != value for name, value in said.items()) or one.at is None:
        raise Unproven("The ledger tells another countersignature than the bundle.")
    if one.at > time(told["at"]) + SKEW:
        raise Unproven("An approval bears a later time than the ledger recorded.")
    countersign.verify(case.data, approval, one, Signers(case.told.people(told["seq"])), case.told.mode)


def became(case: Case) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """The last word on each post."""
    for one in _sent(case):
        yield one["body"]["post"], (one["kind"].removeprefix("delivery-"), one["body"].get("url"))


def _sent(case: Case) -> Iterator[Entry]:
    """The entries about deliveries of its posts."""
    for one in case.told.entries:
        if one["kind"].startswith("delivery-") and one["body"].get("post") in case.posts:
            yield one
