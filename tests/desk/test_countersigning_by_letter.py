"""A countersignature from another home: out as a file, back as a few lines, and nothing else of it counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from desk_scene import Scene
from test_ways import REASON, allow, card_of, phoned, refused

from crisis.clearance import countersign as confirming
from crisis.clearance import keys, letters
from crisis.desk.clearance import countersigning, glass
from crisis.desk.duty import alerting
from crisis.desk.record.book import verify_ledger
from crisis.errors import VerificationFailed
from crisis.rehearsal.world import SeededEntropy


def owed(scene: Scene) -> str:
    with scene.desk.store.reading() as unit:
        return countersigning.owed(unit)[0].release


def broken_glass(scene: Scene) -> bytes:
    """A release that one person cleared alone; what goes to the other home."""
    allow(scene)
    (post,) = scene.posts()
    glass.break_glass(scene.desk, [post.id], scene.signer("drafter"), REASON)
    (data,) = countersigning.hand_out(scene.desk, owed(scene))
    return data


def signed(scene: Scene, data: bytes, person: str = "approver", later: timedelta = timedelta()) -> str:
    key = keys.load(scene.desk.signing_key(person), None)
    at = scene.clock.now().replace(microsecond=0) + later
    return letters.approval_letter(
        data, confirming.signed(*confirming.requested(data), person, key, at), letters.COUNTERSIGNATURE
    )


@pytest.mark.parametrize("mangled", [str, lambda text: " ".join(text.lower().split())])
def test_it_counts_by_a_few_lines(scene: Scene, mangled: type[str]) -> None:
    text = signed(scene, broken_glass(scene))
    assert len(text.splitlines()) < 10
    (given,) = countersigning.bring_in(scene.desk, mangled(text))
    assert (given.by, given.how) == ("approver", "break-glass")
    with scene.desk.store.reading() as unit:
        assert (countersigning.owed(unit), alerting.unseen(unit)) == ([], [])
    assert verify_ledger(scene.desk).problems == ()
    refused("letter-unknown", lambda: countersigning.bring_in(scene.desk, text))


def test_who_gave_a_code_confirms_it_from_elsewhere_with_the_key(scene: Scene) -> None:
    allow(scene)
    _, codes = card_of(scene)
    (post,) = scene.posts()
    phoned(scene, post, codes[0])
    (data,) = countersigning.hand_out(scene.desk, owed(scene))
    (given,) = countersigning.bring_in(scene.desk, signed(scene, data))
    assert (given.person, given.how, given.by) == ("approver", "phone", "approver")


def test_what_does_not_count(scene: Scene) -> None:
    data = broken_glass(scene)
    refused("alone-again", lambda: countersigning.bring_in(scene.desk, signed(scene, data, "drafter")))
    for later in (timedelta(minutes=6), -timedelta(minutes=6)):
        text = signed(scene, data, later=later)
        refused("countersignature-time", lambda text=text: countersigning.bring_in(scene.desk, text))
    foreign = keys.generate(SeededEntropy("foreign")).private_openssh
    elsewhere = replace(scene, desk=replace(scene.desk, signing_key=lambda _: foreign))
    refused("signature-wrong", lambda: countersigning.bring_in(scene.desk, signed(elsewhere, data)))
    with scene.desk.store.reading() as unit:
        assert len(countersigning.owed(unit)) == 1


def test_what_goes_out_is_whole_or_refused(scene: Scene) -> None:
    data = broken_glass(scene)
    assert letters.statements_in(
        letters.statement_letter(data, letters.COUNTERSIGNATURE), letters.COUNTERSIGNATURE
    ) == [data]
    for wrong in (data + b" ", data.replace(b"16:30", b"17:30", 1)[:-1], b"{}", b"[]", b"\xff"):
        with pytest.raises(VerificationFailed):
            confirming.requested(wrong)
