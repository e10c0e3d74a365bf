"""Whether a desk would hold tonight."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from crisis.clearance import quorum
from crisis.desk.clearance.countersigning import overdue
from crisis.desk.desk import Desk
from crisis.desk.people import readiness, roster, speaking
from crisis.desk.record import book
from crisis.errors import CrisisError
from crisis.model.ports import NotTold
from crisis.sentence import Sentence

ENOUGH_BYTES = 500 * 1024 * 1024
ENOUGH_PEOPLE = 2
AHEAD = timedelta(days=30)
"""How long ahead credentials that end are told of: renewing them takes other people."""


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. `what` says how it is and, where it is not well, the mend; a `warning` keeps nothing from
    working tonight."""

    name: str
    ok: bool
    what: Sentence
    warning: bool = False


def examine(desk: Desk) -> list[Check]:
    """Everything that is looked at, in the order of how much it would hurt."""
    return [
        *_people(desk),
        *_voices(desk),
        *_owed(desk),
        *_accounts(desk),
        *_registry(desk),
        *_staff(desk),
        *_rota(desk),
        _links(desk),
        *_folder(desk),
        _ledger(desk),
    ]


def _people(desk: Desk) -> Iterator[Check]:
    now = desk.clock.now()
    able = [p for p in roster.roster(desk) if p.valid_at(now) and quorum.may_clear(p)]
    if len(able) < ENOUGH_PEOPLE:
        mend = Sentence(
            "{count} people can clear; it takes two, one to draft and one to clear. Enrol: crisis person add.",
            count=len(able),
        )
        yield Check("people", False, mend)
    else:
        yield Check("people", True, Sentence("{count} people can clear.", count=len(able)))
    if not desk.settings.sample:
        for warning in readiness.warnings(desk):
            yield Check("ready", True, warning, warning=True)
    else:
        yield Check("sample", True, Sentence("This is a sample desk: its keys are for trying out only."))


def _voices(desk: Desk) -> Iterator[Check]:
    """Who may not speak, or will not any more."""
    with desk.store.reading() as unit:
        for each in speaking.ahead(desk, unit):
            refused = each.over and each.lacking.refuses
            yield Check("speaking", not refused, speaking.mended(desk, each), warning=not refused)
        if speaking.asks(desk, unit) and len(speaking.speakers(desk, unit)) < ENOUGH_PEOPLE:
            few = Sentence("{count} people may speak; it takes two.", count=len(speaking.speakers(desk, unit)))
            yield Check("speaking", False, few)


def _owed(desk: Desk) -> Iterator[Check]:
    with desk.store.reading() as unit:
        late = overdue(unit, desk.clock.now())
    if late:
        yield Check(
            "countersign", False, Sentence("{count} countersignatures are overdue: crisis countersign", count=len(late))
        )


def _accounts(desk: Desk) -> Iterator[Check]:
    if not desk.settings.accounts:
        yield Check("accounts", False, Sentence("There is no account in crisis.toml: nothing can go out."))
    for account in desk.settings.accounts:
        try:
            channel = desk.channel(account)
        except CrisisError as error:
            yield Check("account", False, Sentence("{account}: {why}", account=account.id, why=str(error)))
            continue
        named = {"account": account.id, "platform": account.platform}
        ready = Sentence("{account} ({platform}) is ready.", **named)
        yield Check(
            "account", True, ready if channel else Sentence("{account} ({platform}) is posted by hand.", **named)
        )


def _registry(desk: Desk) -> Iterator[Check]:
    """What the registry of accounts promises and cannot keep: types that do not exist, credentials that end."""
    today = desk.clock.now().astimezone(desk.settings.zone).date()
    for account in desk.settings.accounts:
        for strange in (name for name in account.purpose if name not in desk.kit.types):
            unknown = Sentence("{account}: there is no notice type {type} (purpose).", account=account.id, type=strange)
            yield Check("purpose", False, unknown)
        ends = account.credentials_expire
        if ends is not None and ends - today <= AHEAD:
            sentence = Sentence("{account}: its credentials end on {day}. Renew them.", account=account.id, day=ends)
            yield Check("credentials", ends >= today, sentence, warning=ends >= today)


def _staff(desk: Desk) -> Iterator[Check]:
    """Whether the ways to the staff could be taken. Nothing is sent: `crisis alerts --test` does that."""
    if desk.alerts is None:
        nobody = Sentence("Nobody is alerted but on the desk's own screens ([[staff_alert]] in crisis.toml).")
        yield Check("staff", True, nobody, warning=True)
        return
    for way in desk.alerts.ways:
        try:
            desk.alerts.check(way)
        except NotTold as failure:
            yield Check("staff", False, failure.reason)
        else:
            yield Check("staff", True, Sentence("Staff are alerted by {way}.", way=way))


def _rota(desk: Desk) -> Iterator[Check]:
    """Whether those of the rota are people of the desk."""
    now = desk.clock.now()
    able = {person.id for person in roster.roster(desk) if person.valid_at(now)}
    for name in dict.fromkeys(name for shift in desk.settings.duty.shifts for name in shift.who):
        if name not in able:
            strange = Sentence("{person} stands in a [[shift]] and may not act at this desk now.", person=name)
            yield Check("shift", False, strange)


def _links(desk: Desk) -> Check:
    if desk.settings.links.public:
        return Check("links", True, Sentence("Public links are listed."))
    return Check("links", False, Sentence("No public link is listed ([links] public): no URL can stand in a post."))


def _folder(desk: Desk) -> Iterator[Check]:
    folder = desk.settings.folder
    if folder is None:
        return
    free = shutil.disk_usage(folder).free
    yield Check("disk", free >= ENOUGH_BYTES, Sentence("{megabytes} MB are free.", megabytes=free // 1024**2))
    for path in (folder, *sorted((folder / "keys").glob("*")), *sorted(folder.glob("*.db*"))):
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Check("modes", False, Sentence("Others can read {path}: chmod go-rwx {path}", path=path.name))


def _ledger(desk: Desk) -> Check:
    verdict = book.verify_ledger(desk)
    if verdict.ok:
        return Check("ledger", True, Sentence("The ledger holds ({entries} entries).", entries=verdict.entries))
    return Check("ledger", False, Sentence("The ledger does not hold: crisis ledger verify says what."))
