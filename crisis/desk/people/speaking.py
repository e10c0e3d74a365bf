"""Who may speak at this desk now, and who will not any more unless somebody sees to it.

Asked when somebody drafts, clears, or sends; never for a stop, a withdrawal, or the word on what happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from crisis.clearance import speaking
from crisis.clearance.decisions import governs
from crisis.clearance.speaking import Lack, Lacking
from crisis.desk.desk import Desk
from crisis.desk.people import policies
from crisis.errors import CrisisError, Refused
from crisis.model.release import Person, Policy
from crisis.model.settings import Settings
from crisis.model.speaking import ANYBODY, Openness
from crisis.sentence import Sentence
from crisis.store import releases
from crisis.store.unit import Reading

SOON = timedelta(days=30)
"""So long ahead people hear of what will keep them from speaking: a training takes other people's time."""


@dataclass(frozen=True)
class Ahead:
    """What a person lacks, or will lack within `SOON`; `over` tells whether they lack it now."""

    person: Person
    lacking: Lacking
    over: bool


def may_draft(desk: Desk, unit: Reading, person_id: str) -> Person:
    """An enrolled person who may draft. Training is not asked for: who learns it drafts. Raises `Refused`."""
    person = desk.person(unit, person_id)
    policy = policies.in_force(desk, unit)
    why = _refused(unit, person, policy, desk.clock.now())
    if why is not None and why.lack is Lack.AUTHORITY:
        raise _refusal(desk, unit, person, why)
    return person


def may_speak(
    desk: Desk, unit: Reading, person_id: str, accounts: Iterable[str] = (), *, glass: bool = False
) -> Person:
    """An enrolled person who may clear for these accounts, or send there; `glass`: alone, with a reason.

    Raises `Refused`: `not-authorised`, `not-authorised-there`, `not-trained`, `policy-not-acknowledged`, `account-shut`."""
    person = desk.person(unit, person_id)
    policy, there = policies.in_force(desk, unit), tuple(accounts)
    for account in there:
        refuse_shut(desk, policy, account)
    if (why := _refused(unit, person, policy, desk.clock.now(), glass=glass)) is not None:
        raise _refusal(desk, unit, person, why)
    if outside := speaking.beyond(person, policy, there):
        raise Refused(
            "not-authorised-there",
            "{person} may not speak on {accounts}.",
            "Those who may: {who}. Two people widen it: `crisis person authorise {person} --as ID`.",
            person=person.id,
            accounts=", ".join(outside),
            who=_who(desk, unit, outside),
        )
    return person


def refuse_shut(desk: Desk, policy: Policy, account_id: str) -> None:
    """Raise `Refused` (`account-shut`) where the policy lets nobody speak on such an account."""
    account = desk.settings.account(account_id)
    if account is not None and speaking.shut(policy, account.platform):
        raise Refused(
            "account-shut",
            "The policy lets nobody speak on {account}: social media are closed.",
            "The page, the feed and the press are open: draft it again, and it is made for them alone.",
            account=account_id,
        )


def open_settings(desk: Desk, unit: Reading) -> Settings:
    """The desk's settings with the accounts on which somebody may speak."""
    policy = releases.policy(unit)
    if policy is None or policy.speaking == ANYBODY:
        return desk.settings
    open_ones = tuple(a for a in desk.settings.accounts if not speaking.shut(policy, a.platform))
    return replace(desk.settings, accounts=open_ones)


def asks(desk: Desk, unit: Reading) -> bool:
    """Whether the policy in force asks more of who speaks than being enrolled."""
    return policies.in_force(desk, unit).speaking != ANYBODY


def speakers(desk: Desk, unit: Reading, policy: Policy | None = None, since: datetime | None = None) -> list[Person]:
    """The enrolled people who may speak now; under another policy, as if it had been in force since then."""
    now, under = desk.clock.now(), policy or policies.in_force(desk, unit)
    began = since or releases.adopted_at(unit, under.version)
    able = (p for p in desk.people(unit).values() if p.valid_at(now) and p.keys)
    return [person for person in able if speaking.refused(person, under, began, now) is None]


def ahead(desk: Desk, unit: Reading) -> Iterator[Ahead]:
    """What the people of the desk lack for speaking, or will lack soon."""
    now, policy = desk.clock.now(), policies.in_force(desk, unit)
    if policy.speaking == ANYBODY:
        return
    since = releases.adopted_at(unit, policy.version)
    for person in desk.people(unit).values():
        # Who was never authorised where that is asked for is no operator, and nobody has to see to it.
        operates = policy.speaking.mode is Openness.OPEN or person.voice.authority is not None
        if operates and person.valid_at(now) and person.keys:
            for lacking in speaking.lacks(person, policy, since):
                if lacking.since - now <= SOON:
                    yield Ahead(person, lacking, lacking.since <= now)


def said(desk: Desk, each: Ahead) -> Sentence:
    """What a person lacks or will lack, and from when on."""
    named = {"person": each.person.id, "day": f"{each.lacking.since.astimezone(desk.settings.zone):%Y-%m-%d}"}
    match each.lacking.lack, each.over:
        case Lack.AUTHORITY, False:
            return Sentence("{person} may speak until {day}.", **named)
        case Lack.AUTHORITY, True:
            return Sentence("{person} may not speak since {day}.", **named)
        case Lack.TRAINING, False:
            return Sentence("{person} has to be trained by {day}.", **named)
        case Lack.TRAINING, True:
            return Sentence("{person} was to be trained by {day}.", **named)
        case Lack.POLICY, False:
            return Sentence("{person} has to acknowledge the policy by {day}.", **named)
    return Sentence("{person} was to acknowledge the policy by {day}.", **named)


def mended(desk: Desk, each: Ahead) -> Sentence:
    """The same, with the command that mends it."""
    return Sentence("{what} Mend it: crisis {command}", what=said(desk, each), command=" ".join(command(each)))


def command(each: Ahead, by: str = "ID") -> tuple[str, ...]:
    """The words of the command that mends it, as `by` gives it."""
    person = each.person.id
    if each.lacking.lack is Lack.POLICY:
        return ("policy", "acknowledge", "--as", person)
    return ("person", "trained" if each.lacking.lack is Lack.TRAINING else "authorise", person, "--as", by)


def _refused(unit: Reading, person: Person, policy: Policy, at: datetime, *, glass: bool = False) -> Lacking | None:
    if policy.speaking == ANYBODY:
        return None
    return speaking.refused(person, policy, releases.adopted_at(unit, policy.version), at, glass=glass)


def _refusal(desk: Desk, unit: Reading, person: Person, why: Lacking) -> CrisisError:
    told = {
        "person": person.id,
        "day": f"{why.since.astimezone(desk.settings.zone):%Y-%m-%d}",
        "who": _who(desk, unit),
        "sign": " / ".join(p.id for p in desk.people(unit).values() if governs(p) and p.id != person.id) or "-",
    }
    if why.lack is Lack.TRAINING:
        return Refused(
            "not-trained",
            "{person} was to be trained by {day}, and the policy lets nobody untrained speak.",
            "Those who may: {who}. After a training: `crisis person trained {person} --as ID` ({sign}). "
            "Nobody there: `crisis clear … --break-glass --reason TEXT`, where the policy lets one person clear alone.",
            **told,
        )
    if why.lack is Lack.POLICY:
        return Refused(
            "policy-not-acknowledged",
            "{person} was to acknowledge the policy by {day}.",
            "Read it and sign, it is one command: `crisis policy acknowledge --as {person}`. Those who may speak: {who}.",
            **told,
        )
    return Refused(
        "not-authorised",
        "{person} is not authorised to speak for the company now.",
        "Those who may: {who}. Two people authorise: `crisis person authorise {person} --as ID` ({sign}).",
        **told,
    )


def _who(desk: Desk, unit: Reading, accounts: Iterable[str] = ()) -> str:
    policy, there = policies.in_force(desk, unit), tuple(accounts)
    able = [p for p in speakers(desk, unit) if not speaking.beyond(p, policy, there)]
    return ", ".join(person.id for person in able) or "-"
