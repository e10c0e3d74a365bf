"""What an incident's posts have told, in few queries however many deliveries there are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select

from crisis.model.delivery import State
from crisis.model.records import ENDED, StoredDraft
from crisis.store.tables import DeliveryRow, DraftRow, PostRow
from crisis.store.unit import Reading, value_of


def told(unit: Reading, incident: str) -> list[tuple[StoredDraft, datetime | None]]:
    """The incident's drafts of which something may still come or has come, oldest first, with when the first post of each went
    out (None: not yet)."""
    out = _out(unit, incident)
    alive = select(PostRow.draft).where(col(PostRow.review).not_in(ENDED))
    query = (
        select(DraftRow).where(DraftRow.incident == incident, col(DraftRow.id).in_(alive)).order_by(col(DraftRow.id))
    )
    return [(value_of(row, StoredDraft), out.get(row.id)) for row in unit.session.exec(query)]


def _out(unit: Reading, incident: str) -> Mapping[str, datetime]:
    query = (
        select(PostRow.draft, func.min(DeliveryRow.published_at))
        .join(DeliveryRow, col(DeliveryRow.post) == col(PostRow.id))
        .where(DeliveryRow.chain == incident, DeliveryRow.state == State.PUBLISHED)
        .group_by(col(PostRow.draft))
    )
    return {draft: at for draft, at in unit.session.exec(query) if at is not None}
