"""Posts on our accounts that were made outside this desk: recorded by a person, marked so, cleared by nobody."""

from __future__ import annotations

from dataclasses import replace

from crisis.desk.desk import Desk, found
from crisis.desk.reasons import keep_reason
from crisis.dispatch.differences import leads_to
from crisis.errors import Refused
from crisis.model.delivery import Delivery
from crisis.model.watched import Odd, OddPost, OutsidePost
from crisis.store.unit import Reading, Writing


def record(desk: Desk, account: str, url: str, text: str, *, by: str, reason: str) -> OutsidePost:
    """A person says that a post on an account was made outside this desk: where, what stands there, and why. Raises `Refused`
    for a post of the desk's own, and for one that is recorded already."""
    found(desk.settings.account(account), "account", account)
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        _refuse_known(unit, account, url)
        post = OutsidePost(
            id=desk.ids.new("O"),
            account=account,
            url=url,
            text=text,
            recorded_at=unit.at,
            by=by,
            reason=keep_reason(desk, unit, reason),
            digest=keep_reason(desk, unit, text),
        )
        unit.add(post)
        unit.record(
            "outside-recorded", post=post.id, account=account, url=url, text=post.digest, by=by, reason=post.reason
        )
        _end(unit, account, url)
        return post


def recorded(unit: Reading) -> list[OutsidePost]:
    """Every one, oldest first."""
    return unit.find(OutsidePost)


def _refuse_known(unit: Reading, account: str, url: str) -> None:
    ours = [each for each in unit.find(Delivery, account=account) if each.url == url]
    if ours or any(each.url == url for each in unit.find(OutsidePost, account=account)):
        raise Refused(
            "known-already",
            "What stands at {url} is known to this desk.",
            "crisis ledger releases shows it.",
            url=url,
        )


def _end(unit: Writing, account: str, url: str) -> None:
    """Whose it is has been said: it is a foreign post no more."""
    for each in unit.find(OddPost, account=account, odd=Odd.FOREIGN, ended_at=None):
        if each.url == url or leads_to(url, each.remote_id):
            unit.put(replace(each, ended_at=unit.at))
