"""What an incident's posts have told, in few queries however many deliveries there are."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import bindparam, func, or_
from sqlalchemy import select as cells
from sqlmodel import col, select

from crisis.model.delivery import State
from crisis.model.fact import Facts
from crisis.model.records import ENDED, STANDING, StoredDraft, StoredPost
from crisis.store import rows
from crisis.store.tables import DeliveryRow, DraftRow, PostRow
from crisis.store.unit import Reading

_LATELY = select(DeliveryRow.post).where(
    DeliveryRow.chain == bindparam("incident"),
    or_(col(DeliveryRow.state) == State.PUBLISHED, col(DeliveryRow.state) == State.UNKNOWN),
    or_(col(DeliveryRow.published_at).is_(None), col(DeliveryRow.published_at) > bindparam("since")),
)
_BESIDE = (
    select(PostRow.text)
    .where(col(PostRow.id).in_(_LATELY), PostRow.draft != bindparam("draft"))
    .order_by(col(PostRow.id))
)

_STANDS = select(PostRow.draft).where(or_(*(col(PostRow.review) == review for review in STANDING)))
_REPORTS = select(func.count(func.distinct(DraftRow.notice))).where(
    DraftRow.incident == bindparam("incident"),
    DraftRow.notice != bindparam("notice"),
    col(DraftRow.number).is_not(None),
    col(DraftRow.id).in_(_STANDS),
)

_FIRST_OUT = (
    select(PostRow.draft, func.min(DeliveryRow.published_at))
    .join(DeliveryRow, col(DeliveryRow.post) == col(PostRow.id))
    .where(DeliveryRow.chain == bindparam("incident"), DeliveryRow.state == State.PUBLISHED)
    .group_by(col(PostRow.draft))
)
_ALIVE = (
    cells(*rows.cells(DraftRow, (field.name for field in fields(StoredDraft))))
    .where(
        col(DraftRow.incident) == bindparam("incident"),
        col(DraftRow.id).in_(select(PostRow.draft).where(*(col(PostRow.review) != review for review in ENDED))),
    )
    .order_by(col(DraftRow.id))
)
_WENT = func.coalesce(col(DeliveryRow.published_at), col(DeliveryRow.due))
_LAST_OUT = (
    select(_WENT, col(DeliveryRow.final))
    .where(DeliveryRow.chain == bindparam("incident"), DeliveryRow.state == State.PUBLISHED)
    .order_by(_WENT.desc())
    .limit(1)
)


_DRAFTED = (
    cells(*rows.cells(DraftRow, ("incident", "type", "facts", "made_by")))
    .join(PostRow, col(PostRow.draft) == col(DraftRow.id))
    .where(col(PostRow.id) == bindparam("post"))
)


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a post was drafted from: of which incident and type, with which facts, and by whom."""

    incident: str | None
    type: str
    facts: Facts
    by: str


def drafted(unit: Reading, post: str) -> Drafted:
    """What a post was drafted from. Raises `CrisisError` (`row-missing`) where the database lost it."""
    for row in unit.asked(_DRAFTED, post=post):
        return Drafted(*row)
    draft = unit.need(StoredDraft, unit.need(StoredPost, post).draft)
    return Drafted(draft.incident, draft.type, draft.facts, draft.made_by)


def reports_beside(unit: Reading, incident: str, notice: str) -> int:
    """How many notices of the incident have a report with a number that stands, but for that one."""
    ((reports,),) = unit.asked(_REPORTS, incident=incident, notice=notice)
    return int(reports)


def out_beside(unit: Reading, incident: str, draft: str, since: datetime) -> tuple[str, ...]:
    """The texts of the incident that are out, or may be, and went out after that; but for those of the draft. Oldest first."""
    return tuple(text for (text,) in unit.asked(_BESIDE, incident=incident, since=since, draft=draft))


def told(unit: Reading, incident: str) -> list[tuple[StoredDraft, datetime | None]]:
    """The incident's drafts of which something may still come or has come, oldest first, with when the first post of each went
    out (None: not yet)."""
    out = {draft: at for draft, at in unit.asked(_FIRST_OUT, incident=incident) if at is not None}
    alive = (StoredDraft(*row) for row in unit.asked(_ALIVE, incident=incident))
    return [(draft, out.get(draft.id)) for draft in alive]


def last_out(unit: Reading, incident: str) -> tuple[datetime, bool] | None:
    """When the incident's newest post went out, and whether it ends the incident; None where none is out."""
    found = unit.asked(_LAST_OUT, incident=incident)
    return (found[0][0], bool(found[0][1])) if found else None
