"""A bundle holds without the desk, and nothing that was done to it is accepted."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from desk_scene import NOTICE, Scene, make_scene
from proof_kit import Document, flipped, the_approval, the_entry, the_release, told, with_change

from crisis.clearance import keys, sshsig
from crisis.desk.outbox.sending import tick
from crisis.desk.people import roster
from crisis.desk.record import book
from crisis.desk.record.proof import Proof, check
from crisis.desk.record.proving import prove
from crisis.errors import VerificationFailed
from crisis.ledger import bundle as bundles
from crisis.ledger import checkpoint, seals
from crisis.model.records import StoredNotice, StoredRelease

FLIPS = int(os.environ.get("CRISIS_FLIPS", "500"))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A desk that has published two releases, with a checkpoint after the first."""
    scene = make_scene(tmp_path_factory.mktemp("proof"))
    for minute in ("16:30", "16:45"):
        scene.cleared(next_update=minute)
        tick(scene.desk)
        book.write_checkpoint(scene.desk)
        scene.later(minutes=1)
    scene.decided(roster.revoke(scene.desk, "second", scene.signer()), by="drafter")
    yield scene
    scene.desk.store.close()


def releases(scene: Scene) -> list[str]:
    with scene.desk.store.reading() as unit:
        return [release.id for release in unit.find(StoredRelease)]


@pytest.fixture(scope="module")
def proof_file(made: Scene) -> bytes:
    return bundles.encode(prove(made.desk, releases(made)[0], with_salts=True))


def ledger_line(scene: Scene) -> str:
    return keys.public_of(keys.load(scene.desk.ledger_key(), None))


def test_it_holds_and_says_what_was_released(made: Scene, proof_file: bytes) -> None:
    proof: Proof = check(proof_file, ledger_line(made))
    assert (proof.ok, proof.on_trust) == (True, False)
    (cleared,) = proof.cleared
    assert [approval.person for approval in cleared.approvals] == ["approver"]
    assert [post.text for post in cleared.statement.posts] == [made.platform.accepted[0].text]
    assert {state for state, _ in cleared.became.values()} == {"published"}


def test_without_a_key_it_says_that_it_was_taken_on_trust(proof_file: bytes) -> None:
    assert check(proof_file).on_trust


def test_a_notice_leads_to_its_releases(made: Scene) -> None:
    with made.desk.store.reading() as unit:
        from crisis.store import notices

        (first, _second) = notices.find(unit)
    assert isinstance(first, StoredNotice)
    data = bundles.encode(prove(made.desk, first.id, with_salts=True))
    assert told(data, notice=first.notice.raw) == []
    assert told(data, notice=b"another") == ["This is not the notice that the ledger took in."]
    assert "no salt" in told(bundles.encode(prove(made.desk, first.id)), notice=first.notice.raw)[0]


def test_nothing_internal_and_nobodys_name_stands_in_it(proof_file: bytes) -> None:
    for secret in ("天井", "負傷", NOTICE.splitlines()[3]):
        assert secret not in proof_file.decode()
    enrolments = [one["entry"] for one in json.loads(proof_file)["entries"] if '"person-enrolled"' in one["entry"]]
    assert len(enrolments) == 3
    assert all('\\"name\\":\\"hmac-sha256:' in entry for entry in enrolments)


def test_it_leads_from_a_checkpoint_that_the_reader_has(made: Scene, proof_file: bytes) -> None:
    with made.desk.store.reading() as unit:
        notes = [row.note for row in unit.ledger.ledger_checkpoints()]
    older = [stated for note in notes if (stated := seals.said(note))]
    assert told(bundles.encode(prove(made.desk, releases(made)[0], older)), outside=notes) == []
    assert "ask for one made with --checkpoint" in told(proof_file, outside=notes[:1])[0]


def test_a_fork_is_found_against_a_checkpoint_outside(made: Scene) -> None:
    key = keys.load(made.desk.ledger_key(), None)
    with made.desk.store.reading() as unit:
        origin = str(unit.meta("origin"))
    forked = checkpoint.sign(origin, 3, bytes(32), key, origin)
    stated = seals.said(forked)
    assert stated
    data = bundles.encode(prove(made.desk, releases(made)[0], [stated]))
    assert "do not continue one another" in told(data, outside=[forked])[0]


def test_another_key_than_the_one_that_is_known(proof_file: bytes) -> None:
    assert "not signed by the key" in told(proof_file, key=keys.public_of(OTHER))[0]


def _swap(document: Document, old: str, new: str) -> None:
    assert old in the_release(document)["statement"]
    the_release(document)["statement"] = the_release(document)["statement"].replace(old, new)


def _foreign(document: Document) -> None:
    """Signed by somebody else."""
    line = keys.public_of(OTHER)
    the_approval(document).update(
        key=keys.fingerprint(line), signature=sshsig.sign(OTHER, "clearance-actual@crisis", b"anything")
    )


TAMPERINGS: dict[str, Callable[[Document], object]] = {
    "text edited": lambda d: _swap(d, "仙台", "東京"),
    "account": lambda d: _swap(d, '"account":"x-main"', '"account":"x-else"'),
    "window": lambda d: _swap(d, '"not_after":"2026-10-09', '"not_after":"2027-10-09'),
    "mode": lambda d: _swap(d, '"mode":"actual"', '"mode":"exercise"'),
    "ledger": lambda d: _swap(d, "crisis/actual/test", "crisis/actual/rest"),
    "entry edited": lambda d: the_entry(d, "approval-given").update(
        entry=the_entry(d, "approval-given")["entry"].replace("approver", "drafter!")
    ),
    "entry deleted": lambda d: d["entries"].remove(the_entry(d, "approval-given")),
    "enrolment deleted": lambda d: d.update(
        entries=[one for one in d["entries"] if '"person-enrolled"' not in one["entry"]]
    ),
    "entries swapped": lambda d: [
        d["entries"][a].update(path=path) for a, path in ((2, d["entries"][3]["path"]), (3, d["entries"][2]["path"]))
    ],
    "path cut": lambda d: d["entries"][1]["path"].pop(),
    "approval backdated": lambda d: the_approval(d).update(at="2026-10-09T06:19:00.000000Z"),
    "approval by a foreign key": _foreign,
    "approval gone": lambda d: the_release(d).update(approvals=[]),
    "another person's": lambda d: the_approval(d).update(person="drafter"),
    "another way": lambda d: the_approval(d).update(how="phone"),
    "policy loosened": lambda d: d.update(policies=[one.replace('"quorum":1', '"quorum":0') for one in d["policies"]]),
    "a policy that never was": lambda d: d["policies"].append(d["policies"][0].replace('"quorum":1', '"quorum":0')),
    "about something else": lambda d: d.update(subject="R-01M4FN32M0DME7ZNHXDZN7H2X7"),
    "release gone": lambda d: d.update(releases=[]),
    "another release's statement": lambda d: _swap(d, '"nonce":"', '"nonce":"0'),
    "another format": lambda d: d.update(format="crisis.proof/2"),
    "a member too many": lambda d: d.update(more=1),
}


@pytest.mark.parametrize("tampering", sorted(TAMPERINGS))
def test_each_tampering_is_found(proof_file: bytes, tampering: str) -> None:
    changed = with_change(proof_file, TAMPERINGS[tampering])
    assert changed != proof_file
    assert told(changed), tampering


def test_no_flipped_byte_is_accepted(proof_file: bytes) -> None:
    chance = random.Random(20261009)
    for _ in range(FLIPS):
        assert told(flipped(proof_file, chance))


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[1]", b"\xff", b"null", b'{"format": "crisis.proof/1"}', b"[" * 100_000]
)
def test_what_is_no_bundle(data: bytes) -> None:
    with pytest.raises(VerificationFailed, match="not a bundle"):
        check(data)


def test_it_needs_no_database(proof_file: bytes, tmp_path: Path) -> None:
    import subprocess
    import sys

    (tmp_path / "proof.json").write_bytes(proof_file)
    code = (
        "import sys; from crisis.desk.record.proof import check; assert check(open('proof.json','rb').read()).ok; "
        "assert 'sqlmodel' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False).returncode == 0
