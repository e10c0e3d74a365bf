"""Drafts in the store: saving a family of posts, editing one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from crisis.clearance.review import ReviewEvent, move
from crisis.desk.desk import Desk, found
from crisis.desk.drafts.compose import Around, compose, drafted, joined
from crisis.desk.drafts.inspecting import around, inspected
from crisis.desk.drafts.kit import Kit
from crisis.desk.drafts.updates import arrived, replaced
from crisis.desk.notices.conflicts import conflicts, contradict
from crisis.desk.notices.erasing import erased_already
from crisis.desk.notices.versions import stale
from crisis.desk.outbox.undoing import detach
from crisis.desk.people.speaking import may_draft, open_settings
from crisis.desk.reasons import keep_reason
from crisis.errors import Refused
from crisis.model.finding import Finding
from crisis.model.post import Draft, Occasion
from crisis.model.published import Incident
from crisis.model.records import Review, StoredDraft, StoredNotice, StoredPost
from crisis.model.speaking import BY_POLICY
from crisis.store import notices
from crisis.store.told import reports_beside
from crisis.store.unit import Reading, Writing
from crisis.text.lengths import measure


def occasion_of(desk: Desk, unit: Reading, stored: StoredNotice, *, final: bool = False) -> Occasion:
    """The mode and, within an incident, the number that the next report bears (第n報), one more than those that stand, and the
    hashtag agreed for it."""
    if stored.incident is None:
        return Occasion(desk.mode, final=final)
    incident = unit.need(Incident, stored.incident)
    return Occasion(desk.mode, 1 + reports_beside(unit, incident.id, stored.id), final, hashtag=incident.hashtag)


def draft(
    desk: Desk, notice_id: str, *, type_id: str | None = None, final: bool = False, plain: bool = False
) -> tuple[StoredNotice, Draft]:
    """The draft of a notice that the desk holds; nothing is stored. A `plain` one bears no hashtag."""
    with desk.store.reading() as unit:
        stored = found(notices.get(unit, notice_id), "notice", notice_id)
        if stored.erased_at is not None:
            raise erased_already(stored)
        occasion = occasion_of(desk, unit, stored, final=final)
        occasion = replace(occasion, hashtag=None) if plain else occasion
        there = around(desk, unit, stored.incident)
        kit = replace(desk.kit, settings=open_settings(desk, unit))
    if stored.refused is not None and type_id is None:
        return stored, Draft(stored.type, refused=stored.refused)
    made = compose(kit, stored.notice, stored.received_at, occasion, type_id or stored.type, there)
    return stored, joined([_among_others(desk, kit, stored, family, occasion, there) for family in made.families])


def _among_others(desk: Desk, kit: Kit, stored: StoredNotice, made: Draft, occasion: Occasion, there: Around) -> Draft:
    """The draft of one set of facts beside what others have said: with what contradicts it, and as the update that it is. What
    is held may never go out, and its number would be missing in the row: it goes without one."""
    if made.facts is None:
        return made
    with desk.store.reading() as unit:
        contradicting = (*conflicts(desk, unit, stored, made.facts), *stale(unit, stored))
        before = replaced(desk, unit, stored, made.facts)
    stopped = made.stopped or any(finding.stops for finding in contradicting)
    its_own = replace(occasion, replaced=before, number=None if stopped else occasion.number)
    if its_own != occasion:
        made = drafted(kit, stored.notice, made.facts, stored.received_at, its_own, there)
    return replace(made, findings=(*made.findings, *contradicting))


def save(
    desk: Desk, stored: StoredNotice, made: Draft, *, by: str, final: bool = False, corrects: str | None = None
) -> tuple[StoredDraft, list[StoredPost]]:
    """Keep a draft and its posts; `by` is their author and so their last editor. Earlier drafts of the notice that nobody
    has cleared are withdrawn: one notice waits with one family of posts, or with one for each place of which it says something
    of its own (then the first is given, with the posts of all). What the same department said otherwise of the same place is
    withdrawn, or held where it was cleared and has not left.

    Raises `Refused` for a draft that has no post."""
    if made.type is None or made.facts is None or not made.posts:
        raise Refused(
            "nothing-to-save",
            "There is no post to save of notice {notice}.",
            "`crisis draft {notice}` says why.",
            notice=stored.id,
        )
    now = desk.clock.now()
    with desk.store.writing(now) as unit:
        if by != BY_POLICY:
            may_draft(desk, unit, by)
        _withdraw_waiting(unit, stored.id)
        kept = [
            _keep(desk, unit, _family(desk, stored, part, now, by, final=final, corrects=corrects), part)
            for part in made.families
            if part.posts
        ]
    return kept[0][0], [post for _, posts in kept for post in posts]


def _family(
    desk: Desk, stored: StoredNotice, made: Draft, now: datetime, by: str, *, final: bool, corrects: str | None
) -> StoredDraft:
    """What is kept of one set of facts."""
    if made.type is None or made.facts is None:
        raise ValueError("a draft without facts has no posts")
    return StoredDraft(
        id=desk.ids.new("D"),
        notice=stored.id,
        incident=stored.incident,
        type=made.type,
        facts=made.facts,
        findings=tuple(f for f in made.findings if f.post is None),
        made_at=now,
        made_by=by,
        template_version=desk.kit.types[made.type].version,
        number=made.number,
        final=final,
        corrects=corrects,
    )


def _keep(desk: Desk, unit: Writing, family: StoredDraft, made: Draft) -> tuple[StoredDraft, list[StoredPost]]:
    """Store a family with its posts; what it overtakes waits no longer."""
    stored = found(notices.get(unit, family.notice), "notice", family.notice)
    arrived(desk, unit, stored, family.facts)
    contradict(desk, unit, stored, family.facts)
    unit.add(family)
    posts = [_post_of(desk, family, made, index) for index in range(len(made.posts))]
    for post in posts:
        unit.add(post)
    _record_draft(unit, family, posts)
    return family, posts


def _post_of(desk: Desk, family: StoredDraft, made: Draft, index: int) -> StoredPost:
    post = made.posts[index]
    return StoredPost(
        id=desk.ids.new("P"),
        draft=family.id,
        template=post.template,
        variant=post.variant,
        language=post.language,
        account=post.account,
        platform=post.platform,
        text=post.text,
        length=post.length,
        limit=post.limit,
        findings=tuple(f for f in made.findings if f.post == index),
        last_editor=family.made_by,
        edited_at=family.made_at,
    )


def _record_draft(unit: Writing, family: StoredDraft, posts: list[StoredPost]) -> None:
    unit.record(
        "draft-made",
        draft=family.id,
        notice=family.notice,
        type=family.type,
        by=family.made_by,
        template=family.template_version,
        released=[fact.name for fact in family.facts.facts],
        withheld=[withheld.name for withheld in family.facts.withheld],
        posts=[{"post": p.id, "account": p.account, "language": p.language} for p in posts],
    )


def _withdraw_waiting(unit: Writing, notice_id: str) -> None:
    for family in unit.find(StoredDraft, notice=notice_id):
        for post in unit.find(StoredPost, draft=family.id, review=[Review.DRAFT, Review.RETURNED]):
            unit.put(replace(post, review=Review.WITHDRAWN))
            unit.record("post-withdrawn", post=post.id, by=None, reason="drafted-anew")


def edit(desk: Desk, post_id: str, text: str, *, by: str) -> StoredPost:
    """Put other words into a post that is not cleared yet. The editor becomes its last editor, approvals of its release
    are void, and the guard reads the new text. Raises `Refused` for a post that has left or was withdrawn."""
    now = desk.clock.now()
    clean = text.replace("\r\n", "\n").strip("\n")
    with desk.store.writing(now) as unit:
        may_draft(desk, unit, by)
        post = found(unit.get(StoredPost, post_id), "post", post_id)
        state = move(post.review, ReviewEvent.EDIT)
        post = detach(unit, post)
        measurement = measure(clean, post.platform, limit=desk.settings.limit(post.account))
        edited = replace(
            post,
            text=clean,
            length=measurement.length,
            limit=measurement.limit,
            findings=_findings(desk, unit, replace(post, text=clean)),
            last_editor=by,
            edited_at=now,
            review=state,
        )
        unit.put(edited)
        unit.record("post-edited", post=post_id, by=by, text=keep_reason(desk, unit, clean))
    return edited


def _findings(desk: Desk, unit: Reading, post: StoredPost) -> tuple[Finding, ...]:
    draft = unit.need(StoredDraft, post.draft)
    return inspected(desk, unit, post, draft, notices.get(unit, draft.notice))
