"""Notices in the store: their reading stands in columns of its own, so that content can be erased and the rest remain."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func
from sqlalchemy import select as select_cells
from sqlalchemy.sql import Executable
from sqlmodel import col, select

from crisis.model.notice import Notice
from crisis.model.records import StoredNotice
from crisis.sentence import Sentence
from crisis.store.rows import cells
from crisis.store.tables import DraftRow, NoticeRow, SupersessionRow
from crisis.store.unit import Reading, Writing

ERASED = Sentence("Nothing of it could be posted; its content was erased.")

_READING = tuple(f.name for f in fields(Notice))
_OWN = tuple(f.name for f in fields(StoredNotice) if f.name != "notice")
_WHOLE = select_cells(*cells(NoticeRow, (*_READING, *_OWN)))
_BY_ID = _WHOLE.where(col(NoticeRow.id) == bindparam("wanted"))
_BY_FINGERPRINT = _WHOLE.where(col(NoticeRow.fingerprint) == bindparam("wanted"))
_LINKS = select(SupersessionRow.notice, func.max(SupersessionRow.by)).group_by(col(SupersessionRow.notice))


def add(unit: Writing, stored: StoredNotice, fingerprint: str) -> None:
    """Keep a notice under the keyed fingerprint that recognises it."""
    own = {name: getattr(stored, name) for name in _OWN}
    unit.add_row(NoticeRow, **own, **_columns(stored.notice), fingerprint=fingerprint)


def put(unit: Writing, stored: StoredNotice) -> None:
    """Write what the desk says of a notice; its content stays as it came."""
    row = unit.session.get_one(NoticeRow, stored.id)
    for name in _OWN:
        setattr(row, name, getattr(stored, name))
    unit.session.flush()


def erase(unit: Writing, notice_id: str, at: datetime) -> None:
    """Take away what came from inside: bytes, text, salt and the keyed fingerprint, against which a guess could be tried."""
    row = unit.session.get_one(NoticeRow, notice_id)
    for name, value in _columns(Notice(form=row.form, name="", raw=b"")).items():
        setattr(row, name, value)
    row.salt, row.fingerprint, row.erased_at = b"", notice_id, at
    row.refused = ERASED if row.refused else None
    unit.session.flush()


def get(unit: Reading, notice_id: str) -> StoredNotice | None:
    """The notice of that id."""
    return _first(unit, _BY_ID, notice_id)


def known(unit: Reading, fingerprint: str) -> StoredNotice | None:
    """The notice that came before with this fingerprint."""
    return _first(unit, _BY_FINGERPRINT, fingerprint)


def _first(unit: Reading, query: Executable, wanted: str) -> StoredNotice | None:
    row = next(iter(unit.asked(query, wanted=wanted)), None)
    if row is None:
        return None
    return StoredNotice(
        notice=Notice(**dict(zip(_READING, row, strict=False))),
        **dict(zip(_OWN, row[len(_READING) :], strict=True)),
    )


def stated(unit: Reading) -> Iterator[tuple[str, datetime, str, str | None, Sentence | None]]:
    """Identifier, when it came, digest, who took it in, and why nothing of it may be posted, of every notice, without its content."""
    return unit.streamed(NoticeRow, ("id", "received_at", "digest", "received_by", "refused"))


def contents(unit: Reading) -> Iterator[tuple[str, str, bytes, bytes]]:
    """Identifier, digest, salt and bytes of every notice; few in memory at once, for each may be megabytes."""
    return unit.streamed(NoticeRow, ("id", "digest", "salt", "raw"), at_once=16)


def versions(unit: Reading, source_id: str) -> list[StoredNotice]:
    """Every notice that came under the identity of its source, oldest first."""
    return find(unit, source_id=source_id)


def newest(unit: Reading, fingerprints: Collection[str]) -> set[str]:
    """Those of the fingerprints whose notice is the newest of its identity, or has none; rows' content is not loaded."""
    found: set[str] = set()
    for some in batched(sorted(fingerprints)):
        held = select(NoticeRow.fingerprint, NoticeRow.id, NoticeRow.source_id).where(
            col(NoticeRow.fingerprint).in_(some)
        )
        rows = list(unit.session.exec(held))
        last = select(NoticeRow.source_id, func.max(NoticeRow.id)).group_by(col(NoticeRow.source_id))
        ids = dict(unit.session.exec(last.where(col(NoticeRow.source_id).in_({source for _, _, source in rows}))).all())
        found |= {own for own, notice, source in rows if source is None or ids[source] == notice}
    return found


def batched(keys: list[str], size: int = 500) -> Iterator[list[str]]:
    """As many at once as any database takes in one statement."""
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


def changed(unit: Reading) -> list[StoredNotice]:
    """Every notice whose identity came more than once, oldest first."""
    twice = select(NoticeRow.source_id).group_by(col(NoticeRow.source_id)).having(func.count() > 1)
    query = select(NoticeRow).where(col(NoticeRow.source_id).in_(twice)).order_by(col(NoticeRow.id))
    return [_value(row) for row in unit.session.exec(query)]


def since(unit: Reading, at: datetime, *, type: str, most: int) -> list[StoredNotice]:  # noqa: A002 - the column's name
    """The newest notices of a type that came since then, oldest first."""
    query = select(NoticeRow).where(NoticeRow.type == type, NoticeRow.received_at >= at)
    newest = unit.session.exec(query.order_by(col(NoticeRow.id).desc()).limit(most)).all()
    return [_value(row) for row in reversed(newest)]


def of_incident(unit: Reading, incident: str, types: Collection[str]) -> list[StoredNotice]:
    """The notices of these types that belong to an incident, oldest first; none is asked for where there are no types."""
    if not types:
        return []
    query = select(NoticeRow).where(NoticeRow.incident == incident, col(NoticeRow.type).in_(types))
    return [_value(row) for row in unit.session.exec(query.order_by(col(NoticeRow.id)))]


def undrafted(unit: Reading, at: datetime, *, but: str) -> set[str | None]:
    """The incidents, None for none, of notices that came since then, may be posted, and of which nobody has drafted anything; but
    for those of a type."""
    return set(unit.session.exec(select(NoticeRow.incident).where(*_undrafted(at, but))))


def to_draft(unit: Reading, at: datetime, *, but: str, most: int) -> list[StoredNotice]:
    """The newest such notices, oldest first."""
    query = select(NoticeRow).where(*_undrafted(at, but)).order_by(col(NoticeRow.id).desc()).limit(most)
    return [_value(row) for row in reversed(unit.session.exec(query).all())]


def _undrafted(at: datetime, but: str) -> tuple[ColumnElement[bool], ...]:
    drafted = select(DraftRow.notice).where(DraftRow.notice == NoticeRow.id).exists()
    return (col(NoticeRow.received_at) >= at, col(NoticeRow.refused).is_(None), ~drafted, col(NoticeRow.type) != but)


def link(unit: Writing, notice: str, by: str) -> None:
    """Remember that a later notice took the place of another."""
    unit.put_row(SupersessionRow, notice=notice, by=by)


def links(unit: Reading) -> dict[str, str]:
    """Each notice whose place a later one took, with the newest that did."""
    return dict(unit.asked(_LINKS))


def find(unit: Reading, **where: Any) -> list[StoredNotice]:
    """Notices whose columns equal `where`, oldest first."""
    conditions = [getattr(NoticeRow, name) == wanted for name, wanted in where.items()]
    return [_value(row) for row in unit.session.exec(select(NoticeRow).where(*conditions).order_by(col(NoticeRow.id)))]


def _columns(notice: Notice) -> dict[str, Any]:
    return {name: getattr(notice, name) for name in _READING}


def _value(row: NoticeRow) -> StoredNotice:
    notice = Notice(**{name: getattr(row, name) for name in _READING})
    return StoredNotice(notice=notice, **{name: getattr(row, name) for name in _OWN})
