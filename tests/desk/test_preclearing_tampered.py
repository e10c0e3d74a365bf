"""A release under a pre-clearance, tampered with in every way that we could think of: nothing of it is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from desk_scene import Scene
from preclear_kit import ANSWERS, CLOSED, agreed, reasons, sent, told, with_type

from crisis.canon import digest
from crisis.clearance import preclearances, statements
from crisis.clearance import precleared as pure
from crisis.clearance.precleared import SLOTS
from crisis.desk.clearance import precleared, preclearing
from crisis.desk.outbox import queue
from crisis.desk.outbox.sending import tick
from crisis.errors import CrisisError, Refused
from crisis.model.delivery import Delivery, State
from crisis.model.preclearance import StoredPreclearance
from crisis.model.records import StoredRelease
from crisis.model.release import Accepted, Person, Statement
from crisis.model.settings import Mode, Site
from crisis.store import releases


def rewrite(scene: Scene, change: Callable[[StoredPreclearance], StoredPreclearance]) -> None:
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (stored,) = unit.find(StoredPreclearance)
        unit.put(change(stored))


def widened(stored: StoredPreclearance) -> StoredPreclearance:
    """Its bytes with another domain, under the signatures of the old."""
    made = preclearances.decode(stored.statement)
    slots = {name: domain for name, domain in made.slots.items() if name != "reason"}
    data = preclearances.encode(replace(made, slots=slots))
    return replace(stored, statement=data)


def test_an_edited_domain_stops_the_send(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    rewrite(scene, widened)
    assert tick(scene.desk).held == 1
    assert reasons(scene) == {("held", "signature-wrong")}
    assert scene.platform.accepted == []


def test_an_edited_domain_with_its_digests_stops_the_send(scene: Scene) -> None:
    agreed(scene)
    rewrite(scene, lambda stored: replace(widened(stored), digest=digest(widened(stored).statement)))
    with pytest.raises(Refused, match="Nothing of office-status"):
        sent(scene)
    assert preclearing.standings(scene.desk)[0].force.value == "waiting"


def test_a_revoked_pre_clearance_stops_what_waits_and_what_comes(scene: Scene) -> None:
    standing = agreed(scene)
    sent(scene)
    preclearing.revoke(scene.desk, standing.made.id, by="second", reason="a new template")
    tick(scene.desk)
    assert reasons(scene) == {("held", "preclearance-revoked")}
    with pytest.raises(Refused, match="Nothing of office-status"):
        sent(scene)


def test_a_pre_clearance_ends_with_its_time(scene: Scene) -> None:
    agreed(scene, replace(CLOSED, valid_to=scene.clock.now() + timedelta(minutes=5)))
    sent(scene)
    scene.later(minutes=6)
    tick(scene.desk)
    assert reasons(scene) == {("held", "preclearance-over")}
    with pytest.raises(Refused, match="Nothing of office-status"):
        sent(scene)


@pytest.mark.parametrize("person", ["approver", "drafter"])
def test_a_revoked_signer_or_sender_stops_the_send(scene: Scene, person: str) -> None:
    agreed(scene)
    sent(scene)
    with scene.desk.store.writing(scene.clock.now()) as unit:
        unit.put(replace(unit.need(Person, person), revoked_at=unit.at))
    tick(scene.desk)
    assert reasons(scene) == {("held", "not-valid")}
    assert scene.platform.accepted == []


def test_another_template_stops_the_send(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    known = scene.desk.kit.types["office-status"]
    changed = with_type(scene, replace(known, version="sha256:other"))
    tick(changed.desk)
    assert reasons(scene) == {("held", "template-changed")}
    with pytest.raises(Refused, match="Nothing of office-status"):
        sent(changed)


def test_other_words_for_a_place_stop_the_send(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    settings = scene.desk.settings
    renamed = tuple(replace(s, names={"ja": "倒産した仙台事業所"}) if s.id == "sendai" else s for s in settings.sites)
    kit = replace(scene.desk.kit, settings=replace(settings, sites=renamed))
    tick(replace(scene.desk, kit=kit))
    assert reasons(scene) == {("held", "words-changed")}


def test_a_place_that_came_later_is_not_in_the_domain(scene: Scene) -> None:
    agreed(scene)
    settings = scene.desk.settings
    more = (*settings.sites, Site("nagoya", {"ja": "名古屋営業所"}))
    later = replace(
        scene, desk=replace(scene.desk, kit=replace(scene.desk.kit, settings=replace(settings, sites=more)))
    )
    with pytest.raises(Refused, match="site may only be one of"):
        sent(later, answers=ANSWERS | {"site": "名古屋営業所"})


def forged(scene: Scene, change: Callable[[Statement], Statement]) -> None:
    """A release that says what somebody at the database wants, signed by the one sender, who takes part."""
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (release,) = unit.find(StoredRelease)
        data = statements.encode(change(statements.decode(release.statement)))
        private = scene.signer("drafter").private()
        unit.put(replace(release, statement=data, digest=digest(data)))
        releases.add_approval(unit, release.id, pure.sign(data, desk_person(scene), private, scene.clock.now()))


def desk_person(scene: Scene) -> Person:
    with scene.desk.store.reading() as unit:
        return scene.desk.person(unit, "drafter")


def test_the_sender_alone_cannot_put_other_words_under_it(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    forged(scene, lambda s: replace(s, posts=(replace(s.posts[0], text="全員無事です"),)))
    tick(scene.desk)
    assert reasons(scene) == {("held", "not-the-template")}
    assert scene.platform.accepted == []


def test_the_sender_alone_cannot_put_another_value_under_it(scene: Scene) -> None:
    agreed(scene)
    sent(scene)

    def opened(s: Statement) -> Statement:
        slots = s.provenance[SLOTS].replace('"closed"', '"open"')
        return replace(s, provenance={**s.provenance, SLOTS: slots})

    forged(scene, opened)
    tick(scene.desk)
    assert reasons(scene) == {("held", "slot-outside")}


def test_the_sender_alone_cannot_take_another_account(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    forged(scene, lambda s: replace(s, posts=(replace(s.posts[0], target=replace(s.posts[0].target, handle="@x")),)))
    tick(scene.desk)
    assert reasons(scene) == {("held", "preclearance-target")}


def test_the_sender_alone_cannot_have_it_sent_by_the_usual_rules(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    forged(scene, lambda s: replace(s, provenance={"template": s.provenance["template"]}))
    tick(scene.desk)
    assert reasons(scene) == {("held", "approval-how")}


def test_the_sender_alone_cannot_accept_what_the_guard_holds(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    forged(scene, lambda s: replace(s, accepted=(Accepted(s.posts[0].post, "legal", "drafter", "hmac-sha256:0"),)))
    tick(scene.desk)
    assert reasons(scene) == {("held", "guard-opened")}


def test_an_old_release_is_not_sent_again(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    tick(scene.desk)
    scene.later(hours=2)
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (delivery,) = unit.find(Delivery)
        unit.put(delivery.evolve(state=State.QUEUED, due=unit.at, not_after=unit.at + timedelta(hours=1)))
    tick(scene.desk)
    assert len(scene.platform.accepted) == 1
    assert {state for state, _ in reasons(scene)} == {"held"}


def test_a_copy_of_a_release_under_another_name_is_not_sent(scene: Scene) -> None:
    agreed(scene)
    sent(scene)
    with scene.desk.store.writing(scene.clock.now()) as unit:
        (release,) = unit.find(StoredRelease)
        (delivery,) = unit.find(Delivery)
        unit.add(replace(release, id="R-again"))
        for approval in releases.approvals(unit, release.id):
            releases.add_approval(unit, "R-again", approval)
        unit.add(delivery.evolve(key="K-again", release="R-again"))
    tick(scene.desk)
    assert len(scene.platform.accepted) == 1
    assert ("held", "release-altered") in reasons(scene)


def test_a_stop_catches_it_like_any_other(scene: Scene) -> None:
    agreed(scene)
    queue.hold(scene.desk, None, by=None)
    sent(scene)
    tick(scene.desk)
    assert scene.platform.accepted == []


def test_what_was_agreed_in_an_exercise_counts_for_nothing_in_earnest(scene: Scene) -> None:
    made = replace(preclearing.state(scene.desk, CLOSED, "approver"), mode=Mode.EXERCISE)
    for person in ("approver", "second"):
        preclearing.sign(scene.desk, made, scene.signer(person))
    posts = told(scene)
    with pytest.raises(CrisisError, match=r"not what the pre-cleared template makes|not one of pre-clearance"):
        precleared.send(scene.desk, precleared.prepare(scene.desk, posts, "drafter"), scene.signer("drafter"))
    tick(scene.desk)
    assert scene.platform.accepted == []


def test_a_signature_of_an_exercise_is_none_in_earnest(scene: Scene) -> None:
    made = preclearing.state(scene.desk, CLOSED, "approver")
    rehearsed = preclearances.encode(replace(made, mode=Mode.EXERCISE))
    data, at = preclearances.encode(made), scene.clock.now()
    with scene.desk.store.reading() as unit:
        known = scene.desk.people(unit)
    signature = preclearances.sign(rehearsed, known["approver"], scene.signer().private(), at)
    assert preclearances.signer(rehearsed, signature, known, at).id == "approver"
    with pytest.raises(CrisisError, match="another purpose or mode"):
        preclearances.signer(data, signature, known, at)
