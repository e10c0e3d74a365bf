"""The safety check's figures as a whole. Who has replied and who has not stays in the safety system and never comes in here."""

from __future__ import annotations

import json

from crisis.canon import salted_digest
from crisis.desk.desk import Desk, found
from crisis.desk.notices.receive import SALT_BYTES, only_open_incident
from crisis.errors import Refused
from crisis.model.progress import ReplyFigures
from crisis.model.published import Incident


def count(
    desk: Desk, asked: int, replied: int, bounced: int, *, by: str, incident_id: str | None = None
) -> ReplyFigures:
    """Keep figures, of the incident named or the only open one. Raises `Refused` for figures that cannot be."""
    if asked <= 0 or not 0 <= replied <= asked or not 0 <= bounced <= asked:
        raise Refused(
            "figures",
            "Of {asked} asked, {replied} replies and {bounced} bounces cannot be.",
            "Write how many were asked, and of them how many have replied and how many messages came back.",
            asked=asked,
            replied=replied,
            bounced=bounced,
        )
    with desk.store.writing(desk.clock.now()) as unit:
        desk.person(unit, by)
        if incident_id is not None:
            found(unit.get(Incident, incident_id), "incident", incident_id)
        incident = incident_id or only_open_incident(unit)
        figures = ReplyFigures(desk.ids.new("F"), incident, unit.at, by, asked, replied, bounced)
        unit.add(figures)
        told = json.dumps([asked, replied, bounced]).encode()
        digest = salted_digest(desk.entropy.token(SALT_BYTES), told)
        unit.record("replies-counted", figures=figures.id, incident=incident, by=by, digest=digest)
        return figures
