"""The statement of a release: what an approval signs (design, step 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from crisis.clearance.announcements import WAITS
from crisis.clearance.bound import target_of
from crisis.desk.clearance.review import Family
from crisis.desk.desk import Desk
from crisis.desk.outbox.fallbacks import ways
from crisis.dispatch.timing import default_not_after
from crisis.errors import Refused
from crisis.model.moment import Moment, Period
from crisis.model.records import StoredDraft, StoredPost
from crisis.model.release import Accepted, AfterStop, Policy, StatedPost, Statement
from crisis.model.settings import Account
from crisis.model.severity import Severity

NONCE_BYTES = 16


@dataclass(frozen=True)
class Terms:
    """What every statement of one family says: who makes it, for which ledger, under which policy and severity of its
    incident, from when, and what a stop does to it. `fallback` names the ways that are left where an account fails; None:
    those of `crisis.toml`; `awaits` is the salted digest of the announcement that it waits for."""

    by: str
    origin: str
    policy: Policy
    severity: Severity
    not_before: datetime | None = None
    fallback: tuple[str, ...] | None = None
    after_stop: AfterStop = AfterStop.GOES
    awaits: str | None = None


def state(desk: Desk, family: Family, terms: Terms, accepted: tuple[Accepted, ...]) -> Statement:
    """A new statement over a family's posts as they are now."""
    now = desk.clock.now()
    start, ends = max(terms.not_before or now, now), _ends(desk, family.draft)
    _refuse_over(desk, start, [end for end in ends if end > now])
    return Statement(
        release=desk.ids.new("R"),
        mode=desk.mode,
        origin=terms.origin,
        nonce=desk.entropy.token(NONCE_BYTES).hex(),
        created_at=now,
        created_by=terms.by,
        notice_type=family.draft.type,
        incident=family.draft.incident,
        notices=((family.notice.id, family.notice.digest),),
        released=tuple(fact.name for fact in family.draft.facts.facts),
        withheld=tuple(w.name for w in family.draft.facts.withheld),
        accepted=accepted,
        posts=tuple(_stated(desk, family, post, terms.fallback) for post in family.posts),
        not_before=start,
        not_after=default_not_after(start, ends, _window(desk, family, terms)),
        provenance={
            "template": family.draft.template_version,
            "policy": terms.policy.version,
            "severity": terms.severity.value,
        },
        after_stop=terms.after_stop,
        awaits=terms.awaits,
    )


def _window(desk: Desk, family: Family, terms: Terms) -> timedelta:
    """How long it may wait after its not-before; one that waits for a word, a day."""
    if terms.awaits is not None:
        return WAITS
    return terms.policy.rule(family.draft.type, terms.severity, desk.mode).window


def _stated(desk: Desk, family: Family, post: StoredPost, fallback: tuple[str, ...] | None) -> StatedPost:
    account = account_of(desk, post.account or "")
    left = ways(desk, family.posts, post, account, fallback)
    return StatedPost(post.id, post.language, post.text, target_of(account), post.last_editor, left)


def account_of(desk: Desk, account_id: str) -> Account:
    """The account of the desk's configuration. Raises `Refused` where it is gone."""
    account = desk.settings.account(account_id)
    if account is None:
        raise Refused(
            "unknown-account",
            "crisis.toml has no account {account} any more.",
            "Put it back, or draft again for the accounts that there are.",
            account=account_id,
        )
    return account


def _refuse_over(desk: Desk, start: datetime, ends: list[datetime]) -> None:
    """Refuse to set a text for a time at which it no longer holds."""
    if ends and min(ends) <= start:
        zone = desk.settings.zone
        raise Refused(
            "over-by-then",
            "This text holds until {end}; at {start} it is over.",
            "Choose an earlier time, or draft it again for then.",
            end=min(ends).astimezone(zone).strftime("%m-%d %H:%M"),
            start=start.astimezone(zone).strftime("%m-%d %H:%M"),
        )


def _ends(desk: Desk, draft: StoredDraft) -> list[datetime]:
    """When the draft's facts stop being true, by its type."""
    ends: list[datetime] = []
    for name in desk.kit.types[draft.type].ends_with:
        fact = draft.facts.get(name)
        moment = fact.value.end if fact and isinstance(fact.value, Period) else fact and fact.value
        if isinstance(moment, Moment) and moment.has_time:
            ends.append(moment.at)
    return ends
