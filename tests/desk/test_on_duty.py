"""Who sends under a pre-clearance is bound to the rota: signed, recorded and told, and nobody who is awake is kept from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from desk_scene import Scene
from preclear_kit import agreed, told

from crisis.clearance import statements
from crisis.desk.clearance import precleared
from crisis.desk.outbox.sending import tick
from crisis.desk.record import book, disclosures
from crisis.errors import Refused
from crisis.model.duty import Shift
from crisis.model.owed import StaffAlert
from crisis.model.records import StoredRelease
from crisis.model.settings import Tightening

DAY, EVENING = (time(8), time(20)), (time(16), time(8))


def with_rota(scene: Scene, *shifts: Shift, off_duty: bool = True) -> Scene:
    settings = scene.desk.settings
    changed = replace(settings, duty=replace(settings.duty, shifts=shifts), policy=Tightening(off_duty=off_duty))
    return replace(scene, desk=replace(scene.desk, kit=replace(scene.desk.kit, settings=changed)))


def send(scene: Scene, reason: str | None = None) -> None:
    ready = precleared.prepare(scene.desk, told(scene), "drafter")
    precleared.send(scene.desk, ready, scene.signer("drafter"), reason)


def provenance(scene: Scene) -> str | None:
    with scene.desk.store.reading() as unit:
        return statements.decode(unit.find(StoredRelease)[-1].statement).provenance.get("on_duty")


def alerts(scene: Scene) -> list[str]:
    with scene.desk.store.reading() as unit:
        return [alert.code for alert in unit.find(StaffAlert)]


@pytest.mark.parametrize(
    ("shifts", "said", "alerted"),
    [
        ((), None, []),
        ((Shift(("drafter",), *DAY),), "yes", []),
        ((Shift(("drafter",), *EVENING),), "nobody", []),
        ((Shift(("second",), *DAY), Shift(("drafter",), *EVENING)), "no", ["off-duty"]),
    ],
)
def test_it_goes_and_says_whether_its_sender_was_on_duty(
    scene: Scene, shifts: tuple[Shift, ...], said: str | None, alerted: list[str]
) -> None:
    agreed(scene)
    at_night = with_rota(scene, *shifts)
    send(at_night)
    assert tick(at_night.desk).published == 1
    assert (provenance(scene), alerts(scene)) == (said, alerted)
    assert [one.on_duty for one in disclosures.disclosures(scene.desk)] == [said]
    assert book.verify_ledger(scene.desk).ok


def test_a_desk_may_ask_for_a_reason_which_stays_out_of_the_ledger(scene: Scene) -> None:
    agreed(scene)
    strict = with_rota(scene, Shift(("second",), *DAY), off_duty=False)
    for reason in (None, "  "):
        with pytest.raises(Refused, match="second is") as refusal:
            send(strict, reason)
        assert refusal.value.code == "off-duty"
    send(strict, "nobody picks up")
    with scene.desk.store.reading() as unit:
        (entry,) = [entry for entry in unit.ledger_entries() if entry.kind == "sent-off-duty"]
    assert (entry.told()["by"], entry.told()["others"]) == ("drafter", ["second"])
    assert entry.told()["reason"].startswith("hmac-sha256:")


def test_nobody_on_duty_means_no_reason_is_asked(scene: Scene) -> None:
    agreed(scene)
    send(with_rota(scene, Shift(("second",), *EVENING), off_duty=False))
    assert scene.states() == {"queued"}
