"""How the releases of a bundle were cleared: checked as the sender checks, at the moment at which the ledger says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from crisis.canon import digest
from crisis.clearance import approvals as approving
from crisis.clearance import cards as carding
from crisis.clearance import keys, policy, preclearances, precleared, slots, statements
from crisis.clearance.approvals import SKEW
from crisis.clearance.precleared import PRECLEARANCE, Circumstances, Signed
from crisis.clearance.ways.phone import card_of
from crisis.clearance.ways.way import Cards, Signers
from crisis.desk.plain import made, time
from crisis.desk.record import afterwards
from crisis.desk.record.case import Case
from crisis.desk.record.chronicle import Chronicle, Entry, Unproven
from crisis.ledger.bundle import Bundle
from crisis.model.card import Card
from crisis.model.owed import Countersignature
from crisis.model.preclearance import Preclearance
from crisis.model.release import Announcement, Approval, How, Policy, Rule, Statement
from crisis.model.severity import Severity


@dataclass(frozen=True, slots=True)
class Cleared:
    """A release that the bundle proves: its statement, who approved it and who pre-cleared it, when it was cleared, the last
    word on each post (kind of the entry, and its URL where one is told), and the countersignatures that it owes or has."""

    statement: Statement
    approvals: tuple[Approval, ...]
    precleared_by: tuple[str, ...]
    at: datetime
    became: Mapping[str, tuple[str, str | None]]
    owed: tuple[Countersignature, ...]
    announcement: Announcement | None = None


EDITS = ("draft-made", "post-edited", "correction-made")
"""Entries that tell whose hand is in a text."""


def cleared(bundle: Bundle, release: Mapping[str, Any], told: Chronicle) -> Cleared:
    """One release of a bundle, if it holds. Raises Unproven, CrisisError, and KeyError, TypeError or ValueError where a part of
    it is missing or of another form."""
    data = release["statement"].encode()
    statement = statements.decode(data)
    clearance = told.one("release-cleared", release=statement.release)
    if clearance["body"]["digest"] != digest(data) or _texts(clearance) != _stated(statement):
        raise Unproven("The ledger recorded the clearance of another text.")
    if clearance["body"]["decisions"] != told.register(int(clearance["seq"])).last:
        raise Unproven("The bundle leaves out a decision about roster or policy that was in force at the clearance.")
    given = [made(Approval, one) for one in release["approvals"]]
    case = Case(told, bundle, data, statement, given, clearance)
    for approval in given:
        _recorded(case, approval)
    by = _under_preclearance(case) if precleared.is_precleared(statement) else _approved(case)
    _edited(case)
    owed = tuple(afterwards.owed(case, [made(Countersignature, one) for one in release["countersignatures"]]))
    word = afterwards.announced(case, release.get("announcement"))
    return Cleared(statement, tuple(given), by, case.at, dict(afterwards.became(case)), owed, word)


def unbound(bundle: Bundle, told: Chronicle) -> Iterator[str]:
    """What stands in a bundle and nothing vouches for, as English sentences."""
    if not any(f'"{bundle.subject}"' in one.data.decode() for one in bundle.entries):
        yield "No entry of the bundle names what it says to be about."
    versions = {version for _, version in told.policies}
    if any(digest(text.encode()) not in versions for text in bundle.policies):
        yield "The bundle holds a policy that was never adopted."
    stated = [statements.decode(release["statement"].encode()) for release in bundle.releases]
    for hidden in _clearances(bundle.subject, told) - {statement.release for statement in stated}:
        yield f"The ledger tells of the clearance of {hidden}, and the bundle does not hold that release."
    named = {statement.provenance.get(PRECLEARANCE) for statement in stated}
    if any(preclearances.decode(one["statement"].encode()).id not in named for one in bundle.preclearances):
        yield "The bundle holds a pre-clearance that nothing went out under."
    codes = {approval["key"] for release in bundle.releases for approval in release["approvals"]}
    for card in (made(Card, one) for one in bundle.cards):
        if codes.isdisjoint(map(keys.fingerprint, card.codes)) or card != without_state(card):
            yield "The bundle holds a card that nothing was approved with, or more of it than its owner signed."


def _clearances(subject: str, told: Chronicle) -> set[str]:
    """The releases of a notice, a release or a post, as the entries of the bundle tell of them."""
    return {
        one["body"]["release"]
        for one in told.of("release-cleared")
        if subject == one["body"]["release"]
        or subject in {notice for notice, _ in one["body"]["notices"]}
        or subject in {post["post"] for post in one["body"]["posts"]}
    }


def without_state(card: Card) -> Card:
    """A card as its owner signed it: without the salt of its codes, and without what the desk counts."""
    return replace(card, salt=b"", next=1, wrong=0, revoked_at=None)


def _recorded(case: Case, approval: Approval) -> None:
    """The approval stands in the ledger: after its statement, before the clearance, and at the time that it bears."""
    wanted = {
        "release": case.statement.release,
        "by": approval.person,
        "key": approval.key,
        "how": str(approval.how),
        "signature": digest(approval.signature.encode()),
    }
    proposed = case.told.one("release-proposed", release=case.statement.release)
    entry = next(case.told.of("approval-given", **wanted), None)
    if entry is None or not proposed["seq"] < entry["seq"] < case.before:
        raise Unproven("The ledger does not hold an approval before the clearance.")
    if approval.at > time(entry["at"]) + SKEW:
        raise Unproven("An approval bears a later time than the ledger recorded.")


def _edited(case: Case) -> None:
    """Whoever the statement names as the last editor of a text is whom the ledger tells of before the statement was made."""
    proposed = case.told.one("release-proposed", release=case.statement.release)["seq"]
    editors: dict[str, str] = {}
    for one in case.told.entries:
        if one["seq"] < proposed and one["kind"] in EDITS:
            body = one["body"]
            editors |= {
                post: body["by"] for post in [body.get("post"), *(p["post"] for p in body.get("posts", ()))] if post
            }
    if any(editors.get(post.post) != post.last_editor for post in case.statement.posts):
        raise Unproven("The ledger tells of another hand in the text than the statement.")


def _approved(case: Case) -> tuple[str, ...]:
    """Return if the approvals are enough; nobody has pre-cleared it."""
    cards = {card.id: card for card in (made(Card, one) for one in case.bundle.cards)}
    for approval in case.approvals:
        if approval.how == How.PHONE:
            _code_spent(case, approval, cards)
    signers = Signers(case.told.people(case.before), cards)
    approving.check(case.data, case.approvals, signers, _rules(case), case.at, case.told.mode, case.told.origin)
    return ()


def _rules(case: Case) -> list[Rule]:
    """What it had to meet: under the policy that it was stated under, and under the one in force when it was cleared."""
    stated = case.statement
    severity = Severity(stated.provenance.get("severity", Severity.UNKNOWN))
    both = (stated.provenance.get("policy", ""), case.told.adopted(case.before)[-1])
    return [_policy(case, version).rule(stated.notice_type, severity, stated.mode) for version in both]


def _policy(case: Case, version: str) -> Policy:
    """A policy of the bundle that the ledger says was adopted before the clearance."""
    known = {digest(text.encode()): text for text in case.bundle.policies}
    if version not in known or version not in case.told.adopted(case.before):
        raise Unproven("It was cleared under another policy than the bundle holds.")
    return policy.decode(known[version])


def _code_spent(case: Case, approval: Approval, cards: Cards) -> None:
    """The card is the one that its owner had made, it counted, and the code was spent for this statement before its approval."""
    card, number = card_of(approval, cards)
    codes = [keys.fingerprint(code) for code in card.codes]
    entry = case.told.one("card-made", card=card.id, person=card.person, key=card.key, codes=codes)
    spent = case.told.one("code-spent", card=card.id, number=number, statement=digest(case.data))
    if not entry["seq"] < spent["seq"] < case.before:
        raise Unproven("The code was spent after the clearance, or its card made later.")
    _standing(case, "card-revoked", card=card.id)
    maker = case.told.people(entry["seq"]).get(card.person)
    if maker is None or not maker.valid_at(card.made_at):
        raise Unproven("The card was made by nobody who counted then.")
    carding.holding(card, next(k for k in maker.keys if keys.fingerprint(k) == card.key), case.told.mode)


def _standing(case: Case, kind: str, **body: Any) -> None:
    """Return if no such entry revoked it before the clearance."""
    if any(entry["seq"] < case.before for entry in case.told.of(kind, **body)):
        raise Unproven("What it was cleared with had been revoked before.")


# Under a pre-clearance


def _under_preclearance(case: Case) -> tuple[str, ...]:
    """Who pre-cleared it, if the pre-clearance holds and covers what was filled in. That the template makes this text of it is
    for the template's holder to see: its digest is signed."""
    named = case.statement.provenance[PRECLEARANCE]
    one = next(
        each for each in case.bundle.preclearances if preclearances.decode(each["statement"].encode()).id == named
    )
    signed = Signed(one["statement"].encode(), tuple(made(Approval, each) for each in one["signatures"]))
    under = preclearances.decode(signed.statement)
    _in_force(case, under, signed)
    people = case.told.people(case.before)
    rules = [*_every_rule(case, under), *_rules(case)]
    filled = slots.decode_under(case.statement.provenance[precleared.SLOTS], under)
    stated = _policy(case, case.statement.provenance.get("policy", ""))
    desk_keys = [str(case.told.entries[0]["body"].get("key", "")), case.bundle.key]
    here = Circumstances(case.told.mode, case.told.origin, people, rules, case.at, stated, desk_keys)
    precleared.check(case.data, case.approvals, signed, filled, here)
    return tuple(each.person for each in signed.signatures)


def _in_force(case: Case, under: Preclearance, signed: Signed) -> None:
    """The ledger tells the pre-clearance with each signature, in force and not revoked before the clearance."""
    case.told.one("preclearance-proposed", preclearance=under.id, digest=digest(signed.statement))
    for each in signed.signatures:
        signature = digest(each.signature.encode())
        entry = case.told.one(
            "preclearance-signed", preclearance=under.id, by=each.person, key=each.key, signature=signature
        )
        if each.at > time(entry["at"]) + SKEW:
            raise Unproven("An approval bears a later time than the ledger recorded.")
    if case.told.one("preclearance-in-force", preclearance=under.id)["seq"] > case.before:
        raise Unproven("The pre-clearance came into force after the clearance.")
    _standing(case, "preclearance-revoked", preclearance=under.id)


def _every_rule(case: Case, under: Preclearance) -> list[Rule]:
    """The rules of its type however bad it gets, of the policy then and the policy at the clearance."""
    both = (under.policy, case.told.adopted(case.before)[-1])
    return [_policy(case, version).rule(under.notice_type, s, under.mode) for version in both for s in Severity]


def _texts(clearance: Entry) -> list[tuple[str, ...]]:
    return [(post["post"], post["account"], post["language"], post["text"]) for post in clearance["body"]["posts"]]


def _stated(statement: Statement) -> list[tuple[str, ...]]:
    return [(post.post, post.target.account, post.language, post.text) for post in statement.posts]
