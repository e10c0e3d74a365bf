"""In the emergency: one person fills in what was pre-cleared, and it is queued; and the sender's check of such a release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crisis.clearance import by_policy, keys, preclearances, precleared, slots, statements
from crisis.clearance.bound import target_of
from crisis.clearance.precleared import DIGEST, OCCASION, PRECLEARANCE, SLOTS
from crisis.desk.clearance import clearing, preclearing, rota
from crisis.desk.clearance.review import Family, Outcome, ask_links, families, refuse_unclearable, standing
from crisis.desk.clearance.stating import Terms
from crisis.desk.clearance.stating import state as stated
from crisis.desk.desk import Desk
from crisis.desk.drafts.rendering import render
from crisis.desk.drafts.updates import replaced
from crisis.desk.drafts.wording import refuse_other_words
from crisis.desk.people import policies
from crisis.desk.people.speaking import may_speak
from crisis.desk.signer import Signer
from crisis.errors import CrisisError, Held, Refused, VerificationFailed
from crisis.ledger.epochs import KIND, declared
from crisis.model.fact import Facts
from crisis.model.post import Occasion
from crisis.model.preclearance import Force, Preclearance, StoredPreclearance
from crisis.model.records import LedgerEntry, StoredPost, StoredRelease
from crisis.model.release import Rule, StatedPost, Statement
from crisis.model.speaking import BY_POLICY
from crisis.store import releases
from crisis.store.unit import Reading


@dataclass(frozen=True)
class Ready:
    """What would go out under a pre-clearance: the statement over its posts, who pre-cleared it, the posts of the same
    draft that it does not cover and that wait for somebody to clear them, and who is on duty (None: no rota)."""

    family: Family
    statement: Statement
    signers: tuple[str, ...]
    left: tuple[StoredPost, ...]
    watch: rota.Watch | None = None


def usable(desk: Desk, notice_type: str) -> list[Preclearance]:
    """The pre-clearances of a type that hold now, the newest first."""
    found = preclearing.standings(desk, notice_type)
    return [one.made for one in reversed(found) if one.force is Force.IN_FORCE]


def prepare(desk: Desk, post_ids: Sequence[str], by: str) -> Ready:
    """Put a saved draft under the newest pre-clearance that covers it, for a person or the policy who sends it. Raises `Refused` or
    `Held`, with what to do instead."""
    ask_links(desk, post_ids)
    with desk.store.reading() as unit:
        (family,) = families(unit, post_ids)
        if by != BY_POLICY:
            may_speak(desk, unit, by, [post.account for post in family.posts if post.account])
        refusals: list[CrisisError] = []
        for made in usable(desk, family.draft.type):
            try:
                return _ready(desk, unit, made, family, by)
            except (Refused, Held, VerificationFailed) as refusal:
                refusals.append(refusal)
    raise refusals[0] if refusals else _none(family.draft.type)


def _none(notice_type: str) -> Refused:
    return Refused(
        "no-preclearance",
        "Nothing of {type} is pre-cleared now.",
        "Have another person clear it: `crisis clear`. In calm times: `crisis preclear {type} --as ID`.",
        type=notice_type,
    )


def _ready(desk: Desk, unit: Reading, made: Preclearance, family: Family, by: str) -> Ready:
    facts, now = family.draft.facts, desk.clock.now()
    refuse_other_words(desk, made)
    precleared.covers(made, facts, now)
    posts = tuple(post for post in family.posts if _is_for(desk, made, post))
    if not posts:
        raise Refused(
            "preclearance-target",
            "No account is as it was pre-cleared.",
            "Have another person clear it: `crisis clear`. Then `crisis preclear {type} --as ID` again.",
            type=made.notice_type,
        )
    covered = replace(family, posts=posts)
    refuse_unclearable(unit, covered)
    for post in posts:
        _refuse_found(desk, unit, covered, post)
    occasion = _occasion(desk, unit, made, family, posts)
    seen = rota.watch(desk, by)
    duty = {rota.MEMBER: seen.sender.value} if seen else {}
    statement = _statement(desk, unit, made, covered, by, occasion)
    statement = replace(statement, provenance={**statement.provenance, **duty})
    left = tuple(post for post in family.posts if post not in posts and post.account is not None)
    signed = preclearing.signed_of(unit, unit.need(StoredPreclearance, made.id))
    return Ready(covered, statement, tuple(one.person for one in signed.signatures), left, seen)


def _is_for(desk: Desk, made: Preclearance, post: StoredPost) -> bool:
    account = desk.settings.account(post.account or "")
    fits = not made.variants or post.variant in made.variants
    return account is not None and fits and precleared.covers_target(made, post.language, target_of(account))


def _refuse_found(desk: Desk, unit: Reading, family: Family, post: StoredPost) -> None:
    """A pre-clearance never opens the guard: whatever it finds, another person has to look."""
    for finding in standing(desk, unit, family, post):
        raise Held(
            "held",
            "Post {post} needs a decision ({code}): {mend}",
            "A pre-clearance decides nothing: have another person clear it with `crisis clear`.",
            post=post.id,
            code=finding.code,
            mend=finding.mend,
        )


def _occasion(desk: Desk, unit: Reading, made: Preclearance, family: Family, posts: Sequence[StoredPost]) -> Occasion:
    """The occasion in which the template makes exactly these texts. Raises `Refused` (`not-the-template`) where none does:
    edited words, a last report or a hashtag are not pre-cleared."""
    facts = family.draft.facts
    for old in ((), replaced(desk, unit, family.notice, facts)):
        occasion = Occasion(made.mode, family.draft.number, replaced=old)
        if all(_text(desk, facts, occasion, p.language, p.platform) == p.text for p in posts):
            precleared.covers_old(made, old)
            return occasion
    raise Refused(
        "not-the-template",
        "This text is not what the pre-cleared template makes of these facts.",
        "Have another person clear it: `crisis clear`.",
    )


def _text(desk: Desk, facts: Facts, occasion: Occasion, language: str, platform: str) -> str | None:
    made = render(desk.kit, facts, occasion, language, platform)
    return made.text if made else None


def _statement(desk: Desk, unit: Reading, made: Preclearance, family: Family, by: str, occasion: Occasion) -> Statement:
    severity = policies.severity_of(unit, family.draft.incident)
    terms = Terms(by, desk.origin(unit), policies.in_force(desk, unit), severity, after_stop=made.after_stop)
    plain = stated(desk, family, terms, ())
    posts = tuple(_with_cleared_ways(made, post) for post in plain.posts)
    under = {
        PRECLEARANCE: made.id,
        DIGEST: unit.need(StoredPreclearance, made.id).digest,
        SLOTS: slots.encode(family.draft.facts),
        OCCASION: slots.encode_occasion(occasion),
    }
    provenance = {**plain.provenance, **under}
    return replace(plain, posts=posts, provenance=provenance)


def _with_cleared_ways(made: Preclearance, post: StatedPost) -> StatedPost:
    """The post with those of its fallbacks that were pre-cleared too."""
    ways = tuple(target for target in post.fallbacks if precleared.covers_target(made, post.language, target))
    return replace(post, fallbacks=ways)


def send(desk: Desk, ready: Ready, signer: Signer, reason: str | None = None) -> list[Outcome]:
    """Sign as the one person who sends, and queue it, in one transaction. Raises `Refused` where something changed since, and
    `off-duty`; `reason` is why somebody sends who is not on duty."""
    rota.refuse_without_reason(desk, signer.person, ready.watch, reason)
    private, proposal = signer.private(), clearing.Proposal(ready.family, ready.statement, {})
    with desk.store.writing(desk.clock.now()) as unit:
        person = may_speak(desk, unit, signer.person, clearing.accounts_of([proposal]))
        release = clearing.lay(unit, proposal)
        clearing.give(unit, ready.statement, precleared.sign(release.statement, person, private, unit.at))
        rules = policies.rules_at_send(desk, unit, ready.statement)
        check(desk, unit, release, rules, unit.at)
        rota.note(desk, unit, release.id, signer.person, ready.watch, reason)
        return clearing.let_go(desk, unit, proposal, release)


def send_by_policy(desk: Desk, ready: Ready) -> list[Outcome]:
    """Sign as the desk and queue it, in one transaction, where the policy in force lets the desk. Raises `Refused` otherwise."""
    proposal = clearing.Proposal(ready.family, ready.statement, {})
    key = keys.load(desk.ledger_key(), None)
    with desk.store.writing(desk.clock.now()) as unit:
        refuse_without_policy(desk, unit, ready.statement.notice_type)
        release = clearing.lay(unit, proposal)
        clearing.give(unit, ready.statement, by_policy.sign(release.statement, key, unit.at))
        check(desk, unit, release, policies.rules_at_send(desk, unit, ready.statement), unit.at)
        return clearing.let_go(desk, unit, proposal, release)


def refuse_without_policy(desk: Desk, unit: Reading, notice_type: str) -> None:
    """Raise `Refused` (`no-such-policy`) where the policy in force does not let the desk send such a text by itself."""
    if not by_policy.lets(policies.in_force(desk, unit), notice_type):
        raise Refused(
            "no-such-policy",
            "The policy lets the desk send nothing of {type} by itself.",
            "A person sends it: `crisis say {type} --precleared --as ID`.",
            type=notice_type,
        )


def ledger_keys(desk: Desk, unit: Reading) -> list[str]:
    """The public keys that the desk's ledger has had, as OpenSSH lines: the one of now, and those that its record names."""
    opened = unit.find(LedgerEntry, kind="desk-opened")
    moved = declared(unit.ledger.told([KIND]))
    return [
        keys.public_of(keys.load(desk.ledger_key(), None)),
        *(str(entry.told().get("key", "")) for entry in opened),
        *(keys.public_line(bytes.fromhex(move.epoch.old_key)) for move in moved),
    ]


# At the send


def check(desk: Desk, unit: Reading, release: StoredRelease, rules: Sequence[Rule], at: datetime) -> Statement:
    """The statement of a release that says it was pre-cleared, if all that was signed for it holds at that time."""
    rough = statements.decode(release.statement)
    stored = unit.get(StoredPreclearance, rough.provenance[PRECLEARANCE])
    if stored is None:
        raise VerificationFailed("preclearance-gone", "The pre-clearance of this release is not there any more.")
    made = preclearances.decode(stored.statement)
    return precleared.check(
        release.statement,
        releases.approvals(unit, release.id),
        preclearing.signed_of(unit, stored),
        _filled(desk, rough),
        precleared.Circumstances(
            desk.mode,
            desk.origin(unit),
            desk.people(unit),
            (*preclearing.full_quorum(desk, unit, made), *rules),
            at,
            releases.policy(unit, rough.provenance.get("policy")),
            ledger_keys(desk, unit),
        ),
    )


def _filled(desk: Desk, statement: Statement) -> Facts:
    notice_type = desk.kit.types.get(statement.notice_type)
    if notice_type is None:
        raise Refused("unknown-type", "There is no notice type {type}.", type=statement.notice_type)
    return slots.decode(statement.provenance.get(SLOTS, ""), notice_type)


def refuse_rewritten(desk: Desk, unit: Reading, statement: Statement, post: StatedPost) -> None:
    """Before the send: return if the template and the desk's own words still are those that were signed, and make exactly this
    text of what was filled in. Raises `Refused` or VerificationFailed."""
    stored = unit.need(StoredPreclearance, statement.provenance[PRECLEARANCE])
    made, filled = preclearances.decode(stored.statement), _filled(desk, statement)
    refuse_other_words(desk, made)
    occasion = slots.decode_occasion(
        statement.provenance.get(OCCASION, ""), statement.mode, desk.kit.types[filled.type]
    )
    precleared.covers_old(made, occasion.replaced)
    platform = next(p.target.platform for p in statement.posts if p.post == post.post)
    if _text(desk, filled, occasion, post.language, platform) != post.text:
        raise VerificationFailed(
            "not-the-template",
            "This text is not what the pre-cleared template makes of these facts.",
            "Have another person clear it: `crisis clear`.",
        )
