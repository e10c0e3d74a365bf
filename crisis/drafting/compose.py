"""From facts to posts: one per account and language, each the longest variant that fits its platform."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis.drafting.ladder import climb_down
from crisis.drafting.marks import labelled, with_hashtag
from crisis.drafting.speech import Desk, Unnamed, context, spoken_fields
from crisis.model.fact import Facts
from crisis.model.finding import Finding, Severity
from crisis.model.names import Names
from crisis.model.notice_type import NoticeType
from crisis.model.post import DraftPost, Occasion
from crisis.model.settings import Account, Settings
from crisis.sentence import Sentence

if TYPE_CHECKING:
    from crisis.text.lengths import Measure

STRICTEST = "x"
"""The platform that a post without an account is measured for."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place for a post: a language and the account that serves it, or none."""

    language: str
    account: Account | None

    @property
    def platform(self) -> str:
        return self.account.platform if self.account else STRICTEST


def compose(
    facts: Facts,
    notice_type: NoticeType,
    settings: Settings,
    occasion: Occasion,
    areas: Mapping[str, Names] | None = None,
) -> tuple[tuple[DraftPost, ...], tuple[Finding, ...]]:
    """The posts of a notice, by language and account, and what drafting has to say about them.

    `areas` names the areas of general knowledge (a gazetteer's id → names); a desk's own are in its settings. Where a
    required fact is missing there are no posts: the doubts in `facts` say so already. Findings: `no-account` (advise),
    `no-template` (advise), `does-not-fit` (hold), `unnamed` (hold: a site, service or area that has no name here). Raises
    `Mistake` for a template that fails.
    """
    if any(field.required and facts.get(field.name) is None for field in notice_type.fields):
        return (), ()
    desk = Desk(settings, areas or {})
    if unnamed := _unnamed(facts, notice_type, desk):
        return (), (unnamed,)
    posts: list[DraftPost] = []
    findings = list(_untold(notice_type, settings))
    for slot in _slots(notice_type, settings):
        made = _draft(slot, facts, notice_type, desk, occasion)
        if isinstance(made, Finding):
            findings.append(made)
            continue
        if slot.account is None:
            findings.append(_no_account(slot.language, len(posts)))
        posts.append(made)
    return tuple(posts), tuple(findings)


def _slots(notice_type: NoticeType, settings: Settings) -> Iterator[_Slot]:
    """The desk's languages first, in its order, then those that only an account speaks."""
    accounts = [a for a in settings.accounts if not a.purpose or notice_type.id in a.purpose]
    spoken = {a.id: a.languages or settings.languages for a in accounts}
    every = dict.fromkeys([*settings.languages, *(lang for a in accounts for lang in spoken[a.id])])
    for language in (lang for lang in every if lang in notice_type.posts):
        serving: list[Account | None] = [a for a in accounts if language in spoken[a.id]]
        yield from (_Slot(language, account) for account in serving or [None])


def _draft(slot: _Slot, facts: Facts, notice_type: NoticeType, desk: Desk, occasion: Occasion) -> DraftPost | Finding:
    """The longest variant that fits the slot's platform, or what keeps even the shortest from it."""
    from crisis.text.lengths import measure

    world = context(facts, notice_type, desk, occasion, slot.language)
    limit = slot.account.limit if slot.account else None
    size = measure("", slot.platform, limit=limit)
    for variant, bare in enumerate(climb_down(notice_type, slot.language, world), 1):
        for tagged in with_hashtag(bare, occasion.hashtag):
            text = labelled(tagged, occasion.mode, slot.language) if tagged else ""
            size = measure(text, slot.platform, limit=limit)
            if text and size.valid:
                account = slot.account.id if slot.account else None
                place = (slot.language, account, slot.platform)
                return DraftPost(notice_type.id, variant, *place, text, size.length, size.limit)
    stated = [field.name for field in spoken_fields(notice_type) if facts.get(field.name)]
    longest = max(stated, key=lambda name: len(str(world[name])), default=notice_type.id)
    return _does_not_fit(slot, longest, size)


def _unnamed(facts: Facts, notice_type: NoticeType, desk: Desk) -> Finding | None:
    """The first fact that cannot be said in any words of ours; its value is not repeated."""
    try:
        context(facts, notice_type, desk, Occasion(), "")
    except Unnamed as error:
        mend = Sentence("Nothing here names the value of {field}: add it to crisis.toml.", field=error.field)
        return Finding("unnamed", Severity.HOLD, mend)
    return None


def _untold(notice_type: NoticeType, settings: Settings) -> Iterator[Finding]:
    """The desk's languages that the type cannot speak. A type without any posts says nothing in all of them."""
    for language in settings.languages if notice_type.posts else ():
        if language not in notice_type.posts:
            yield Finding(
                "no-template",
                Severity.ADVISE,
                Sentence(
                    "{type} has no posts in {language}: add templates/{type}/{language}.j2 to the desk.",
                    type=notice_type.id,
                    language=language,
                ),
            )


def _no_account(language: str, post: int) -> Finding:
    return Finding(
        "no-account",
        Severity.ADVISE,
        Sentence(
            'No account posts in {language}: post it by hand, or add an [[account]] with languages = ["{language}"].',
            language=language,
        ),
        post=post,
    )


def _does_not_fit(slot: _Slot, longest: str, size: Measure) -> Finding:
    """Names the longest field, never its value."""
    return Finding(
        "does-not-fit",
        Severity.HOLD,
        Sentence(
            "Even the shortest {language} text for {account} is {length} long, {limit} may be: shorten {field}.",
            language=slot.language,
            account=slot.account.id if slot.account else slot.platform,
            length=size.length,
            limit=size.limit,
            field=longest,
        ),
    )
