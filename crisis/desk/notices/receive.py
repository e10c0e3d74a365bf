"""Taking notices in: bytes kept, the same notice recognised, what may not be posted refused and recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crisis import intake
from crisis.canon import salted_digest
from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import HAZARD, each_of, no_post_of, no_type_of, recognised, whole
from crisis.desk.drafts.updates import arrived
from crisis.desk.notices import hazards, versions
from crisis.desk.notices.conflicts import contradict
from crisis.desk.notices.proposing import of_notice
from crisis.errors import Refused
from crisis.facts.hazard import may_join
from crisis.intake.telegram import FORMS as TELEGRAMS
from crisis.intake.telegram import hazard
from crisis.model.notice import Notice
from crisis.model.published import Incident
from crisis.model.records import StoredDraft, StoredNotice
from crisis.sentence import Sentence
from crisis.store import notices
from crisis.store.unit import Reading, Writing

SALT_BYTES = 16


@dataclass(frozen=True)
class Arrival:
    """A notice that came in: as it is kept, and whether it is new; else it is the one that is there already."""

    stored: StoredNotice
    new: bool


@dataclass(frozen=True)
class _Way:
    """How a notice came: who handed it in, for which incident, or whether its source says it now."""

    by: str | None
    incident: str | None
    polled: bool


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
        return [keep(desk, unreadable(raw, name), by=by, incident=incident, refused=whole(refusal))]
    return [keep(desk, notice, by=by, incident=incident, type_id=type_id) for notice in read]


def unreadable(raw: bytes, name: str) -> Notice:
    """What stands for bytes of which nothing could be read."""
    return Notice(form="unreadable", name=name, raw=raw)


def keep(
    desk: Desk,
    notice: Notice,
    *,
    by: str | None,
    incident: str | None = None,
    type_id: str | None = None,
    refused: Sentence | None = None,
) -> StoredNotice:
    """Keep one notice and record it; refused where no type fits. It joins the incident named, else that of its earlier
    version, else the only open one."""
    return take(desk, notice, by=by, incident=incident, type_id=type_id, refused=refused).stored


def take(
    desk: Desk,
    notice: Notice,
    *,
    by: str | None,
    incident: str | None = None,
    type_id: str | None = None,
    refused: Sentence | None = None,
    polled: bool = False,
) -> Arrival:
    """As `keep`, and says whether it is new. A changed notice is a new version, and what was made of the older is stale.
    `polled` means that its source says this now, so that an earlier version that comes back is the newest again."""
    return take_all(desk, [(notice, refused)], by=by, incident=incident, type_id=type_id, polled=polled)[0]


def take_all(
    desk: Desk,
    coming: Sequence[tuple[Notice, Sentence | None]],
    *,
    by: str | None,
    incident: str | None = None,
    type_id: str | None = None,
    polled: bool = False,
) -> list[Arrival]:
    """As `take`, of several notices (each with the reason for which nothing can be made of it) in one transaction."""
    with desk.store.reading() as reading:
        known = [versions.same_again(desk, reading, notice, polled=polled) for notice, _ in coming]
    if all(known):
        return [Arrival(same, new=False) for same in known if same]
    typed = [
        (same, notice, (None, None) if same else _typed(desk, notice, type_id, refused))
        for same, (notice, refused) in zip(known, coming, strict=True)
    ]
    with desk.store.writing(desk.clock.now()) as unit:
        return [
            Arrival(same, new=False) if same else _arrive(desk, unit, notice, typed_as, _Way(by, incident, polled))
            for same, notice, typed_as in typed
        ]


def _typed(
    desk: Desk, notice: Notice, type_id: str | None, refused: Sentence | None
) -> tuple[str | None, Sentence | None]:
    """The type of a notice, as said or else as recognised, and why nothing may be posted of it."""
    if notice.form in TELEGRAMS:
        return HAZARD, no_post_of(notice)
    if refused is not None or type_id is not None:
        return type_id, refused
    recognition = recognised(desk.kit, notice, desk.clock.now())
    return recognition.type, no_type_of(notice) if recognition.type is None and recognition.doubt is None else None


def _arrive(
    desk: Desk,
    unit: Writing,
    notice: Notice,
    typed: tuple[str | None, Sentence | None],
    way: _Way,
) -> Arrival:
    type_id, refused = typed
    if (same := versions.same_again(desk, unit, notice, polled=way.polled)) is not None:
        return Arrival(same, new=False)
    before = versions.latest(unit, notice)
    late = before is not None and versions.is_older(notice, before.notice)
    stored = _new(desk, unit, notice, way.by, type_id, versions.LATE if late else refused)
    stored = replace(stored, incident=_incident(desk, unit, notice, way.incident, before))
    notices.add(unit, stored, versions.fingerprint(unit, notice, before))
    _record(unit, stored)
    if before is not None and not late:
        versions.supersede(unit, before, stored)
    _weigh(desk, unit, stored)
    return Arrival(stored, new=True)


def _weigh(desk: Desk, unit: Writing, stored: StoredNotice) -> None:
    """What a notice says otherwise than what waits or is queued stops that from the moment in which it is known, before
    anybody has drafted of it; a hazard telegram or what a runbook waits for may propose an incident."""
    hazards.weigh(desk, unit, stored)
    of_notice(desk, unit, stored)
    if stored.refused is not None or not unit.count(StoredDraft, type=stored.type):
        return
    for extracted in each_of(desk.kit, stored):
        arrived(desk, unit, stored, extracted)
        contradict(desk, unit, stored, extracted)


def _incident(desk: Desk, unit: Reading, notice: Notice, named: str | None, before: StoredNotice | None) -> str | None:
    """The incident that a notice joins. A telegram joins none by itself, and a drill's none that is real, whoever names it."""
    joined = named or versions.incident_of(unit, before)
    if notice.form not in TELEGRAMS:
        return joined or only_open_incident(unit)
    return joined if may_join(hazard(notice.raw, notice.name), desk.mode) else None


def _new(
    desk: Desk, unit: Writing, notice: Notice, by: str | None, type_id: str | None, refused: Sentence | None
) -> StoredNotice:
    salt = desk.entropy.token(SALT_BYTES)
    return StoredNotice(
        id=desk.ids.new("N"),
        received_at=unit.at,
        received_by=by,
        type=type_id,
        incident=None,
        notice=notice,
        salt=salt,
        digest=salted_digest(salt, notice.raw),
        refused=refused,
    )


def _record(unit: Writing, stored: StoredNotice) -> None:
    common = {"notice": stored.id, "digest": stored.digest, "form": stored.notice.form, "incident": stored.incident}
    if stored.refused is None:
        unit.record("notice-received", **common, type=stored.type, by=stored.received_by)
    else:
        unit.record("notice-refused", **common, by=stored.received_by, why=unfilled(stored.refused))


def unfilled(refused: Sentence) -> str:
    """A refusal for the ledger: its words without what they were filled with."""
    parts = [part for part in refused.details.values() if isinstance(part, Sentence)]
    return " ".join(part.template for part in parts) if parts else refused.template


def only_open_incident(unit: Reading) -> str | None:
    """The incident that is open, where exactly one is."""
    open_ones = unit.find(Incident, closed_at=None)
    return open_ones[0].id if len(open_ones) == 1 else None
