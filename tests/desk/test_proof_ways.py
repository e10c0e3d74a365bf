"""Every way of clearing a release is proven by its bundle, and whatever is done to what proves it is found."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk_scene import Scene, make_scene
from preclear_kit import agreed, sent
from proof_kit import Document, flipped, the_approval, the_entry, the_release, told, with_change, without

from crisis.clearance import approvals, keys, letters
from crisis.desk.clearance import by_letter, clearing, countersigning, glass, phoning
from crisis.desk.clearance.clearing import Asked
from crisis.desk.outbox import announcing
from crisis.desk.outbox.sending import tick
from crisis.desk.people import carding, roster
from crisis.desk.record.proof import check
from crisis.desk.record.proving import prove
from crisis.errors import Mistake
from crisis.ledger import bundle as bundles
from crisis.model.records import StoredRelease
from crisis.model.release import Rule
from crisis.model.role import Role

FLIPS = int(os.environ.get("CRISIS_FLIPS", "500")) // 5
EXCEPTIONS = Rule(by_phone=True, break_glass=True)

Tampering = Callable[[Document], object]


def by_key(scene: Scene) -> None:
    scene.cleared()


def by_two(scene: Scene) -> None:
    scene.adopt(Rule(quorum=2, roles=()))
    (post,) = scene.posts()
    for person in ("approver", "second"):
        clearing.clear(scene.desk, [post.id], scene.signer(person))


def by_post(scene: Scene) -> None:
    (post,) = scene.posts()
    (data,) = by_letter.lay(scene.desk, [post.id], by="drafter")
    key = keys.load(scene.desk.signing_key("approver"), None)
    signed = approvals.sign(data, "approver", key, scene.clock.now())
    by_letter.bring_in(scene.desk, letters.approval_letter(data, signed))


def by_phone(scene: Scene) -> None:
    scene.adopt(EXCEPTIONS)
    _, codes = carding.new_card(scene.desk, scene.signer())
    (post,) = scene.posts()
    (call,) = phoning.call(scene.desk, [post.id], "approver", by="drafter")
    phoning.answer(scene.desk, call, codes[0], by="drafter")


def by_phone_countersigned(scene: Scene) -> None:
    by_phone(scene)
    scene.later(minutes=20)
    countersigning.countersign(scene.desk, release_of(scene), scene.signer())


def alone(scene: Scene) -> None:
    scene.adopt(EXCEPTIONS)
    (post,) = scene.posts()
    glass.break_glass(scene.desk, [post.id], scene.signer("drafter"), "nobody answers")


def alone_countersigned(scene: Scene) -> None:
    alone(scene)
    countersigning.countersign(scene.desk, release_of(scene), scene.signer())


def precleared(scene: Scene) -> None:
    agreed(scene)
    scene.later(minutes=5)
    sent(scene)


def awaited(scene: Scene) -> None:
    """Cleared for when the trains run again, and let go by a person's word."""
    (post,) = scene.posts()
    clearing.clear(scene.desk, [post.id], scene.signer(), Asked(awaits="JR runs again"))
    scene.later(minutes=5)
    announcing.announce(scene.desk, announcing.waiting_for(scene.desk, [post.id]), scene.signer("second"))


def by_one_who_was_suspended_since(scene: Scene) -> None:
    scene.cleared()
    tick(scene.desk)
    roster.suspend(scene.desk, "approver", scene.signer("drafter"))


def by_one_who_was_reinstated(scene: Scene) -> None:
    roster.suspend(scene.desk, "approver", scene.signer("drafter"))
    scene.later(minutes=1)
    proposed = roster.reinstate(scene.desk, "approver", scene.signer("drafter"))
    scene.decided(proposed)
    scene.cleared()


def by_a_new_lead(scene: Scene) -> None:
    scene.leads("approver")
    scene.adopt(Rule(roles=(Role.LEAD,)))
    scene.cleared()


def _other_code(document: Document) -> None:
    card = document["cards"][0]
    card["codes"][0], card["codes"][1] = card["codes"][1], card["codes"][0]


def _owed(document: Document) -> Document:
    return the_release(document)["countersignatures"][0]  # type: ignore[no-any-return]


def _word(document: Document) -> Document:
    return the_release(document)["announcement"]  # type: ignore[no-any-return]


def _unannounced(document: Document) -> None:
    without(document, "release-announced")
    del the_release(document)["announcement"]


def _pre(document: Document) -> Document:
    return document["preclearances"][0]  # type: ignore[no-any-return]


def _in_pre(old: str, new: str) -> Tampering:
    def change(document: Document) -> None:
        assert old in _pre(document)["statement"]
        _pre(document)["statement"] = _pre(document)["statement"].replace(old, new)

    return change


@dataclass(frozen=True)
class Way:
    """How a release was cleared, who is then said to have, and what is done to its bundle in vain."""

    play: Callable[[Scene], None]
    how: tuple[str, ...]
    tamperings: tuple[Tampering, ...] = ()


def lacking(*kinds: str) -> tuple[Tampering, ...]:
    """The bundle without one of these kinds of entries."""
    return tuple(lambda document, kind=kind: without(document, kind) for kind in kinds)


PHONE = (
    *lacking("card-made", "code-spent", "countersignature-owed"),
    lambda d: d.update(cards=[]),
    _other_code,
    lambda d: d["cards"][0].update(person="second"),
    lambda d: d["cards"][0].update(salt="00"),
    lambda d: the_approval(d).update(how="key"),
    lambda d: the_release(d).update(countersignatures=[]),
    lambda d: _owed(d).update(due="2027-10-09T06:20:00.000000Z"),
)
GLASS = (
    *lacking("countersignature-owed"),
    lambda d: the_approval(d).update(how="key"),
    lambda d: the_approval(d).update(reason=None),
    lambda d: the_approval(d).update(reason="sha256:" + "0" * 64),
)
SIGNED = (
    *lacking("countersignature-given"),
    lambda d: _owed(d).update(by=None, key=None, at=None, signature=None),
    lambda d: _owed(d).update(at="2026-10-09T06:20:01.000000Z"),
    lambda d: _owed(d).update(by="second"),
    lambda d: _owed(d).update(signature=the_approval(d)["signature"]),
)
WAYS = {
    "by key": Way(by_key, ("key",)),
    "by two keys": Way(
        by_two, ("key", "key"), (*lacking("policy-adopted"), lambda d: the_release(d)["approvals"].pop())
    ),
    "by post": Way(by_post, ("key",)),
    "by telephone": Way(by_phone, ("phone",), PHONE),
    "by telephone, countersigned": Way(by_phone_countersigned, ("phone",), (*PHONE, *SIGNED)),
    "alone": Way(alone, ("break-glass",), GLASS),
    "alone, countersigned": Way(alone_countersigned, ("break-glass",), (*GLASS, *SIGNED)),
    "pre-cleared": Way(
        precleared,
        ("precleared",),
        (
            *lacking("preclearance-proposed", "preclearance-signed", "preclearance-in-force"),
            lambda d: d.update(preclearances=[]),
            lambda d: d["preclearances"].append(_pre(d)) or _pre(d)["signatures"].pop(),
            lambda d: _pre(d)["signatures"].pop(),
            lambda d: _pre(d)["signatures"][0].update(signature=_pre(d)["signatures"][1]["signature"]),
            lambda d: _pre(d)["signatures"][0].update(person="drafter"),
            lambda d: the_approval(d).update(how="key"),
            _in_pre('"closed"', '"open"'),
            _in_pre('"valid_to":"2027', '"valid_to":"2028'),
            _in_pre('"mode":"actual"', '"mode":"exercise"'),
        ),
    ),
    "awaited": Way(
        awaited,
        ("key",),
        (
            *lacking("release-announced"),
            lambda d: the_release(d).pop("announcement"),
            _unannounced,
            lambda d: _word(d).update(person="approver"),
            lambda d: _word(d).update(at="2026-10-09T06:25:01.000000Z"),
            lambda d: _word(d).update(signature=the_approval(d)["signature"]),
        ),
    ),
    "suspended since": Way(by_one_who_was_suspended_since, ("key",)),
    "reinstated": Way(by_one_who_was_reinstated, ("key",), lacking("person-suspended", "person-reinstated")),
    "changed": Way(by_a_new_lead, ("key",), lacking("person-changed", "policy-adopted")),
}
EVERYWHERE: tuple[Tampering, ...] = (
    *lacking("draft-made", "desk-opened", "person-enrolled", "release-proposed", "approval-given", "release-cleared"),
    lambda d: the_release(d).update(approvals=[]),
    lambda d: the_approval(d).update(person="second2"),
    lambda d: the_approval(d).update(at="2026-10-09T06:25:01.000000Z"),
    lambda d: the_entry(d, "person-enrolled").update(path=[]),
    lambda d: d.update(policies=[]),
)


def release_of(scene: Scene) -> str:
    with scene.desk.store.reading() as unit:
        return unit.find(StoredRelease)[-1].id


@pytest.fixture(scope="module", params=sorted(WAYS))
def proven(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Way, bytes]:
    way = WAYS[request.param]
    scene = make_scene(tmp_path_factory.mktemp("way"))
    way.play(scene)
    tick(scene.desk)
    data = bundles.encode(prove(scene.desk, release_of(scene)))
    scene.desk.store.close()
    return way, data


def test_it_holds(proven: tuple[Way, bytes]) -> None:
    way, data = proven
    proof = check(data)
    assert [problem.what for problem in proof.problems] == []
    (cleared,) = proof.cleared
    assert tuple(str(approval.how) for approval in cleared.approvals) == way.how
    assert {state for state, _ in cleared.became.values()} == {"published"}
    assert cleared.precleared_by == (("approver", "second") if way.how == ("precleared",) else ())
    assert [one.how for one in cleared.owed] == [how for how in way.how if how in {"phone", "break-glass"}]


def test_each_tampering_is_found(proven: tuple[Way, bytes]) -> None:
    way, data = proven
    for number, tampering in enumerate((*EVERYWHERE, *way.tamperings)):
        changed = with_change(data, tampering)
        assert changed != data, number
        assert told(changed), number


def test_no_flipped_byte_is_accepted(proven: tuple[Way, bytes]) -> None:
    chance = random.Random(20261009)
    for _ in range(FLIPS):
        assert told(flipped(proven[1], chance))


def test_what_was_revoked_before_counts_for_nothing(tmp_path: Path) -> None:
    """The ledger tells of a revocation after the clearance; without it the bundle is the same, and with it before, it fails."""
    scene = make_scene(tmp_path)
    agreed(scene)
    scene.later(minutes=5)
    sent(scene)
    tick(scene.desk)
    from crisis.desk.clearance import precleared as usable
    from crisis.desk.clearance import preclearing

    (made,) = usable.usable(scene.desk, "office-status")
    preclearing.revoke(scene.desk, made.id, by="drafter", reason="not now")
    data = bundles.encode(prove(scene.desk, release_of(scene)))
    assert told(data) == []
    scene.desk.store.close()


def test_what_nobody_cleared_has_no_bundle_of_its_own(scene: Scene) -> None:
    (post,) = scene.posts()
    with pytest.raises(Mistake, match="is not cleared"):
        prove(scene.desk, post.id)
