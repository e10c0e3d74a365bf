"""What a pre-clearance can say: every text that its choices make, with examples for times, so that people see what they sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, product

from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import Words, inspect
from crisis.desk.drafts.rendering import render
from crisis.errors import Held, Refused
from crisis.model.fact import Fact, Facts, Kind, Value
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import Field, NoticeType
from crisis.model.post import DraftPost, Occasion
from crisis.model.preclearance import Bounds, Choice, Domain, Preclearance

MOST = 48
"""Combinations of needed choices that are shown; a pre-clearance that allows more is too wide to be read."""
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Example:
    """One text that could go out, and the accounts on which."""

    post: DraftPost
    accounts: tuple[str, ...]


def examples(desk: Desk, made: Preclearance) -> list[Example]:
    """Every text for each combination of the needed choices, once with all else said and once with nothing else; each text
    once. Raises `Refused` (`does-not-fit`) for one that fits nowhere, and `Held` for one that the guard would stop."""
    notice_type, now = desk.kit.types[made.notice_type], desk.clock.now()
    found: dict[tuple[str, str], Example] = {}
    for facts in _fillings(desk, made, notice_type, now):
        for language in made.languages:
            for target in made.targets:
                account = desk.settings.account(target.account)
                if account is None or language not in (account.languages or desk.settings.languages):
                    continue
                post = render(desk.kit, facts, Occasion(made.mode), language, target.platform)
                _refuse_unfit(desk, facts, post, language, target.account)
                if post is not None:
                    before = found.get((language, post.text), Example(post, ()))
                    accounts = tuple(dict.fromkeys((*before.accounts, target.account)))
                    found[language, post.text] = Example(post, accounts)
    return sorted(found.values(), key=lambda example: made.languages.index(example.post.language))


def _refuse_unfit(desk: Desk, facts: Facts, post: DraftPost | None, language: str, account: str) -> None:
    if post is None:
        raise Refused(
            "does-not-fit",
            "Not even the shortest {language} text fits {account} with these values.",
            "Narrow the slots with --value FIELD=… or --without FIELD, or leave the account out.",
            language=language,
            account=account,
        )
    for finding in inspect(desk.kit, Words(post.text, post.platform, language), None, facts, desk.clock.now()):
        if finding.stops:
            raise Held(
                "guard-stops",
                "The guard would stop the {language} text ({code}): {mend}",
                "Narrow the slots with --value FIELD=… or --without FIELD. A pre-clearance never opens the guard.",
                language=language,
                code=finding.code,
                mend=finding.mend,
            )


def _fillings(desk: Desk, made: Preclearance, notice_type: NoticeType, now: datetime) -> Iterator[Facts]:
    fields = [field for field in notice_type.fields if field.name in made.slots]
    needed = [field for field in fields if field.required]
    for values in islice(product(*(_values(desk, made.slots[f.name], f, now) for f in needed)), MOST):
        bare = {field.name: value for field, value in zip(needed, values, strict=True)}
        whole = {f.name: next(iter(_values(desk, made.slots[f.name], f, now))) for f in fields} | bare
        for filled in (whole, bare):
            told = (Fact(f.name, f.kind, filled[f.name], f.label, "example") for f in fields if f.name in filled)
            yield Facts(notice_type.id, tuple(told))


def _values(desk: Desk, domain: Domain, field: Field, now: datetime) -> tuple[Value, ...]:
    """What a slot could hold: every value of a closed list (of places and addresses one), a time within the bounds."""
    if isinstance(domain, Choice):
        return domain.values if domain.kind is Kind.TERM else domain.values[:1]
    return (_time(desk, domain, now),)


def _time(desk: Desk, domain: Bounds, now: datetime) -> Value:
    at = now.astimezone(desk.settings.zone).replace(second=0, microsecond=0)
    ahead = min(HOUR, timedelta(seconds=domain.latest)) if domain.latest > HOUR.total_seconds() else timedelta()
    first = Moment(at + max(ahead, timedelta(seconds=domain.earliest)))
    return Period(first, Moment(first.at + HOUR)) if domain.kind is Kind.PERIOD else first
