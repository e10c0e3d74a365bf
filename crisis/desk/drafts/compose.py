"""From a notice to a draft, without a store: the pure flow intake → facts → drafting → guard in one line of sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from crisis import drafting, facts, guard
from crisis.desk.drafts.kit import Kit
from crisis.desk.drafts.own_words import own_words
from crisis.desk.duty.manning import unmanned
from crisis.errors import CrisisError
from crisis.intake.telegram import FORMS as TELEGRAMS
from crisis.intake.telegram import hazard
from crisis.model.fact import Facts, Label, Withheld
from crisis.model.finding import Finding, Severity
from crisis.model.link import LinkStatus
from crisis.model.notice import Notice
from crisis.model.notice_type import NoticeType
from crisis.model.post import Draft, DraftPost, Occasion
from crisis.model.settings import Mode, Settings
from crisis.sentence import Sentence
from crisis.text.lengths import measure

if TYPE_CHECKING:
    from crisis.model.records import StoredNotice, StoredPost

NO_TYPE = Sentence(
    "No notice type fits, so nothing of it may be posted. If people outside must hear something now: `crisis say holding`."
)
SECOND_HAND = Sentence(
    "It notes what somebody outside asked or told: nothing of it is ours to post. To be called back: `crisis enquiry add`; what may be "
    "said: `crisis said`."
)

NO_POSTS = (
    "Nothing is posted of the type {type} by itself. If people outside must hear something now: `crisis say holding`."
)
CLOSED = str(Sentence("in an incident of this kind it tells more than is known"))
"""Why a field stays inside that is public otherwise."""

HAZARD = "hazard"
"""The type of a hazard telegram, which has no posts whatever else is said of it."""


def whole(refusal: CrisisError) -> Sentence:
    """A refusal with its mend, as the one sentence that is kept and shown."""
    return Sentence("{sentence} {mend}", sentence=refusal.sentence, mend=refusal.mend)


def no_type_of(notice: Notice) -> Sentence:
    """Why nothing of a notice of no known type may be posted, and what to do instead."""
    return SECOND_HAND if facts.second_hand(notice) else NO_TYPE


def no_post_of(telegram: Notice) -> Sentence:
    """Why nothing is posted of a hazard telegram, and what to do instead."""
    from crisis.facts.hazard import no_post

    return no_post(hazard(telegram.raw, telegram.name))


@dataclass(frozen=True)
class Words:
    """The exact text that would go out, where, and in which language."""

    text: str
    platform: str
    language: str
    account: str | None = None


@dataclass(frozen=True)
class Around:
    """What a text is compared with beside its own notice: the incident's kind and when it was opened, the other posts of the
    fact, what is live, and what its links answer."""

    incident: str | None = None
    since: datetime | None = None
    family: tuple[guard.Sibling, ...] = ()
    live: tuple[str, ...] = ()
    links: Mapping[str, LinkStatus] = field(default_factory=dict)


ALONE = Around()


def siblings(posts: Iterable[DraftPost | StoredPost], post: DraftPost | StoredPost) -> Iterator[guard.Sibling]:
    """The posts of the same fact in other languages."""
    return (
        guard.Sibling(other.language, other.text, other.variant if other.variant == post.variant else None)
        for other in posts
        if other.language != post.language
    )


def compose(
    kit: Kit,
    notice: Notice,
    received_at: datetime,
    occasion: Occasion,
    type_id: str | None = None,
    around: Around = ALONE,
) -> Draft:
    """The draft of a notice. `type_id` names the type where a person has said it; else it is recognised. A notice of several
    places makes a family of posts for each.

    Never raises for what a notice contains: what cannot be drafted is refused or held with its reason.
    """
    if notice.form in TELEGRAMS:
        return Draft(HAZARD, findings=notice.defects, refused=no_post_of(notice))
    notice_type, doubt = _type_of(kit, notice, received_at, type_id)
    if notice_type is None:
        return Draft(None, findings=(*notice.defects, *doubt), refused=None if doubt else no_type_of(notice))
    if not notice_type.posts:
        return Draft(notice_type.id, findings=notice.defects, refused=Sentence(NO_POSTS, type=notice_type.id))
    found = facts.extract_each(notice, notice_type, kit.settings, received_at, kit.areas)
    each = [closed(extracted, notice_type, around.incident) for extracted in found]
    return joined([drafted(kit, notice, extracted, received_at, occasion, around) for extracted in each])


def closed(extracted: Facts, notice_type: NoticeType, incident: str | None) -> Facts:
    """The facts without those that stay inside in an incident of this kind."""
    names = {field.name for field in notice_type.fields if incident in field.closed_in}
    inside = tuple(Withheld(fact.name, Label.INTERNAL, CLOSED) for fact in extracted.facts if fact.name in names)
    told = tuple(fact for fact in extracted.facts if fact.name not in names)
    return replace(extracted, facts=told, withheld=(*extracted.withheld, *inside)) if inside else extracted


def drafted(
    kit: Kit, notice: Notice, extracted: Facts, received_at: datetime, occasion: Occasion, around: Around
) -> Draft:
    """The draft of one set of a notice's facts."""
    notice_type = kit.types[extracted.type]
    posts, remarks = drafting.compose(
        extracted, notice_type, kit.settings, occasion, kit.areas.names if kit.areas else None
    )
    inspected = [
        replace(finding, post=index)
        for index, post in enumerate(posts)
        for finding in inspect(
            kit,
            Words(post.text, post.platform, post.language, post.account),
            notice,
            extracted,
            received_at,
            replace(around, family=tuple(siblings(posts, post))),
        )
    ]
    doubts = (*extracted.doubts, *unmanned(kit.settings, extracted, received_at), *remarks)
    findings = (*notice.defects, *_of_exercise(kit, notice), *_embargo(kit, notice, received_at), *doubts, *inspected)
    return Draft(notice_type.id, extracted, posts, findings, number=occasion.number)


def joined(drafts: Sequence[Draft]) -> Draft:
    """One draft of several places: their posts in a row, their findings by its index, equal facts once."""
    first, *others = drafts
    if not others:
        return first
    told = tuple(dict.fromkeys(fact for draft in drafts if draft.facts for fact in draft.facts.facts))
    withheld = tuple(dict.fromkeys(w for draft in drafts if draft.facts for w in draft.facts.withheld))
    posts = tuple(post for draft in drafts for post in draft.posts)
    before = [sum(len(draft.posts) for draft in drafts[:at]) for at in range(len(drafts))]
    findings = [
        f if f.post is None else replace(f, post=f.post + start)
        for draft, start in zip(drafts, before, strict=True)
        for f in draft.findings
    ]
    whole = Facts(first.type or "", told, withheld)
    return Draft(first.type, whole, posts, tuple(dict.fromkeys(findings)), number=first.number, parts=tuple(drafts))


def _of_exercise(kit: Kit, notice: Notice) -> tuple[Finding, ...]:
    """Whether a notice that says it is of an exercise came to a desk where everything is real."""
    if kit.mode is not Mode.ACTUAL or not facts.of_exercise(notice):
        return ()
    mend = Sentence("The notice speaks of an exercise. Post it only if it is real; an exercise has a desk of its own.")
    return (Finding("exercise-notice", Severity.HOLD, mend),)


def _embargo(kit: Kit, notice: Notice, now: datetime) -> tuple[Finding, ...]:
    """Whether the notice itself asks that nothing be said outside yet."""
    found = facts.embargo(notice, kit.settings, now)
    return (found,) if found else ()


def facts_of(kit: Kit, stored: StoredNotice, type_id: str | None = None) -> Facts | None:
    """What a notice that the desk holds states; None where its type is not known or has no posts."""
    notice_type = _posted(kit, stored, type_id or stored.type)
    return (
        facts.extract(stored.notice, notice_type, kit.settings, stored.received_at, kit.areas) if notice_type else None
    )


def each_of(kit: Kit, stored: StoredNotice) -> tuple[Facts, ...]:
    """What a notice that the desk holds states of each place that it speaks of; nothing where `facts_of` is None."""
    kind = _posted(kit, stored, stored.type)
    return facts.extract_each(stored.notice, kind, kit.settings, stored.received_at, kit.areas) if kind else ()


def _posted(kit: Kit, stored: StoredNotice, type_id: str | None) -> NoticeType | None:
    """The type as which a notice may be posted, if there is one."""
    notice_type = kit.types.get(type_id or "")
    return notice_type if notice_type and notice_type.posts and stored.notice.form not in TELEGRAMS else None


def inspect(
    kit: Kit, words: Words, notice: Notice | None, extracted: Facts | None, now: datetime, around: Around = ALONE
) -> tuple[Finding, ...]:
    """What the guard says of exact text that would go out on a platform, and whether it fits there."""
    language = words.language
    spoken, drafted = own_words(kit, extracted, language)
    context = replace(
        guard_context(kit, now),
        language=language,
        notice_text=notice.text if notice else "",
        spoken=spoken,
        drafted=drafted,
        incident=around.incident,
        since=around.since,
        family=around.family,
        live=around.live,
        link_status=around.links,
        account=kit.settings.account(words.account) if words.account else None,
        notice_type=extracted.type if extracted else None,
    )
    return (*_fits(words, kit.settings), *guard.inspect(words.text, context))


def guard_context(kit: Kit, now: datetime) -> guard.GuardContext:
    """What the guard knows of a desk without any notice."""
    settings = kit.settings
    return guard.GuardContext(
        mode=kit.mode,
        organisation=settings.organisation,
        links=settings.links if settings.folder else None,
        public_contacts=settings.guard.public_contacts,
        protected=kit.protected(),
        lexicon=kit.lexicon,
        severities=settings.guard.severity.get(kit.mode, {}),
        names=(*(site.names for site in settings.sites), *(service.names for service in settings.services)),
        now=now,
        zone=settings.zone,
    )


def _fits(words: Words, settings: Settings) -> tuple[Finding, ...]:
    if not words.text.strip():
        return (Finding("empty-post", Severity.BLOCK, Sentence("The post is empty: write its text.")),)
    measured = measure(words.text, words.platform, limit=settings.limit(words.account))
    if measured.valid:
        return ()
    mend = Sentence("{length} of {limit}: shorten the text.", length=measured.length, limit=measured.limit)
    return (Finding("does-not-fit", Severity.BLOCK, mend),)


def recognised(kit: Kit, notice: Notice, received_at: datetime) -> facts.Recognition:
    """Which type a notice is, or between which it cannot be told."""
    return facts.settle(notice, kit.types, kit.settings, received_at, kit.areas)


def _type_of(
    kit: Kit, notice: Notice, received_at: datetime, type_id: str | None
) -> tuple[NoticeType | None, tuple[Finding, ...]]:
    if type_id is not None:
        return kit.types.get(type_id), ()
    recognition = recognised(kit, notice, received_at)
    doubt = (recognition.doubt,) if recognition.doubt else ()
    return kit.types.get(recognition.type or ""), doubt


def stopping(findings: tuple[Finding, ...], post: int | None = None) -> tuple[Finding, ...]:
    """The findings that hold or block: of one post, and those of the notice as a whole."""
    return tuple(f for f in findings if f.stops and f.post in (None, post))


def scanned(kit: Kit, text: str, now: datetime) -> tuple[Finding, ...]:
    """What the guard says of any text, with the desk's lists and no notice behind it."""
    return guard.inspect(text, guard_context(kit, now))
