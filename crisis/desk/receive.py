"""Taking notices in: bytes kept, the same notice recognised, what may not be posted refused and recorded."""

from __future__ import annotations

from dataclasses import replace

from crisis import intake
from crisis.canon import salted_digest
from crisis.desk.compose import NO_TYPE, whole
from crisis.desk.desk import Desk
from crisis.errors import Refused
from crisis.facts import recognise
from crisis.model.notice import Notice
from crisis.model.published import Incident
from crisis.model.records import StoredNotice
from crisis.sentence import Sentence
from crisis.store import notices
from crisis.store.unit import Reading, Writing

SALT_BYTES = 16


def receive(
    desk: Desk, raw: bytes, name: str, *, by: str | None, incident: str | None = None, type_id: str | None = None
) -> list[StoredNotice]:
    """Take in a file's bytes: its notices, stored. The same notice again is the one that is there already.

    A file that cannot be read is kept, refused, with the reason. Raises `Refused` only for what is no notice at all (empty,
    too large).
    """
    try:
        read = intake.read(raw, name)
    except Refused as refusal:
        if not raw or refusal.code in ("too-large", "empty"):
            raise
        unreadable = Notice(form="unreadable", name=name, raw=raw)
        return [keep(desk, unreadable, by=by, incident=incident, refused=whole(refusal))]
    return [keep(desk, notice, by=by, incident=incident, type_id=type_id) for notice in read]


def keep(
    desk: Desk,
    notice: Notice,
    *,
    by: str | None,
    incident: str | None = None,
    type_id: str | None = None,
    refused: Sentence | None = None,
) -> StoredNotice:
    """Keep one notice and record it; refused where no type fits. It joins the incident named, else the only open one."""
    if refused is None and type_id is None:
        recognition = recognise(notice, desk.kit.types)
        type_id = recognition.type
        refused = NO_TYPE if type_id is None and recognition.doubt is None else None
    now = desk.clock.now()
    with desk.store.writing(now) as unit:
        fingerprint = salted_digest(bytes.fromhex(unit.meta("fingerprint_key") or ""), _told_by(notice))
        if (same := notices.known(unit, fingerprint)) is not None:
            return same
        salt = desk.entropy.token(SALT_BYTES)
        stored = StoredNotice(
            id=desk.ids.new("N"),
            received_at=now,
            received_by=by,
            type=type_id,
            incident=incident or only_open_incident(unit),
            notice=notice,
            salt=salt,
            digest=salted_digest(salt, notice.raw),
            refused=refused,
        )
        notices.add(unit, stored, fingerprint)
        _record(unit, stored)
    return stored


def _told_by(notice: Notice) -> bytes:
    """What makes a notice the same again: its bytes, and which of the notices in them it is."""
    return notice.raw + b"\0" + notice.text.encode("utf-8", "replace")


def _record(unit: Writing, stored: StoredNotice) -> None:
    common = {"notice": stored.id, "digest": stored.digest, "form": stored.notice.form, "incident": stored.incident}
    if stored.refused is None:
        unit.record("notice-received", **common, type=stored.type, by=stored.received_by)
    else:
        unit.record("notice-refused", **common, by=stored.received_by, why=_template(stored.refused))


def _template(refused: Sentence) -> str:
    """A refusal for the ledger: its words without what they were filled with."""
    parts = [part for part in refused.details.values() if isinstance(part, Sentence)]
    return " ".join(part.template for part in parts) if parts else refused.template


def only_open_incident(unit: Reading) -> str | None:
    """The incident that is open, where exactly one is."""
    open_ones = unit.find(Incident, closed_at=None)
    return open_ones[0].id if len(open_ones) == 1 else None


def as_said(stored: StoredNotice, type_id: str) -> StoredNotice:
    """The notice under the type that a person has named."""
    return replace(stored, type=type_id, refused=None)
