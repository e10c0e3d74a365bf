"""Links are asked at clearance and at send, never under a transaction, and what has changed since stops the send."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from desk_scene import Scene

from crisis.desk.clearance import clearing, review
from crisis.desk.clearance.accepting import Acceptance
from crisis.desk.clearance.clearing import Asked
from crisis.desk.drafts import saving
from crisis.desk.drafts.linked import FRESH, LinkBook
from crisis.desk.outbox import hand
from crisis.desk.outbox.sending import tick
from crisis.errors import Held
from crisis.model.link import LinkStatus
from crisis.model.settings import Account
from crisis.store.store import Store

PAGE = "https://www.kitahama.example/saigai"
TEXT = f"仙台事業所は地震のため閉鎖しています。15:20現在 次回16:30 {PAGE}"


@dataclass
class Answers:
    """A link check that answers as it is told; `free` notes whether the database could be written meanwhile."""

    store: Store | None = None
    says: dict[str, LinkStatus] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    free: list[bool] = field(default_factory=list)

    def look(self, urls: Collection[str]) -> Mapping[str, LinkStatus]:
        self.asked += urls
        if self.store is not None:
            with self.store.writing(datetime(2026, 10, 9, 6, 20, tzinfo=UTC)) as unit:
                unit.record("check-failed", delivery="K-0", post="P-0", code="probe")
                self.free.append(True)
        return {url: self.says.get(url, LinkStatus.OPEN) for url in urls}


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def linked(scene: Scene, answers: Answers) -> Scene:
    """The scene with a link check, and its store for the probe."""
    answers.store = scene.desk.store
    return replace(scene, desk=replace(scene.desk, links=LinkBook(answers)))


def edited(scene: Scene) -> str:
    (post,) = scene.posts()
    return saving.edit(scene.desk, post.id, TEXT, by="drafter").id


def cleared(scene: Scene) -> str:
    post = edited(scene)
    clearing.clear(scene.desk, [post], scene.signer())
    return post


def test_drafting_and_editing_ask_nothing(linked: Scene, answers: Answers) -> None:
    edited(linked)
    assert answers.asked == []


@pytest.mark.parametrize(("status", "code"), [(LinkStatus.GONE, "dead-link"), (LinkStatus.LOGIN, "login-link")])
def test_a_dead_link_and_a_login_hold_at_clearance(
    linked: Scene, answers: Answers, status: LinkStatus, code: str
) -> None:
    answers.says[PAGE] = status
    post = edited(linked)
    with pytest.raises(Held, match=code):
        clearing.clear(linked.desk, [post], linked.signer())
    assert answers.free == [True]
    accepted = Acceptance(code, "the page comes at four")
    clearing.clear(linked.desk, [post], linked.signer(), Asked((accepted,)))
    tick(linked.desk)
    assert linked.states() == {"published"}


def test_what_could_not_be_checked_is_advice(linked: Scene, answers: Answers) -> None:
    answers.says[PAGE] = LinkStatus.UNCHECKED
    post = cleared(linked)
    with linked.desk.store.reading() as unit:
        (family,) = review.families(unit, [post])
        assert "unchecked-link" in {f.code for f in review.reading(linked.desk, unit, family, family.posts[0])}
    tick(linked.desk)
    assert linked.states() == {"published"}


def test_a_page_that_goes_after_the_clearance_stops_the_send_with_its_reason(linked: Scene, answers: Answers) -> None:
    post = cleared(linked)
    answers.says[PAGE] = LinkStatus.GONE
    linked.later(minutes=5)
    tick(linked.desk)
    assert [(d.state.value, d.reason) for d in linked.deliveries()] == [("held", "dead-link")]
    assert linked.platform.accepted == []
    assert answers.free == [True, True]
    clearing.clear(linked.desk, [post], linked.signer(), Asked((Acceptance("dead-link", "known"),)))
    tick(linked.desk)
    assert len(linked.platform.accepted) == 1


def test_a_network_that_is_gone_stops_nothing(linked: Scene, answers: Answers) -> None:
    cleared(linked)
    answers.says[PAGE] = LinkStatus.UNCHECKED
    linked.later(minutes=5)
    tick(linked.desk)
    assert linked.states() == {"published"}


def test_a_post_taken_by_hand_has_its_links_asked_too(linked: Scene, answers: Answers) -> None:
    post = cleared(linked)
    answers.says[PAGE] = LinkStatus.GONE
    linked.later(minutes=5)
    with pytest.raises(Held, match="dead-link"):
        hand.take(linked.desk, post)
    assert linked.states() == {"queued"}


def test_one_page_is_asked_once_for_many_posts(linked: Scene, answers: Answers) -> None:
    accounts = [Account(f"x-{n}", "x", languages=("ja",), credentials="env:X") for n in range(5)]
    crowd = linked.with_accounts(*accounts)
    posts = [saving.edit(crowd.desk, post.id, TEXT, by="drafter").id for post in crowd.posts()]
    clearing.clear(crowd.desk, posts, crowd.signer())
    tick(crowd.desk)
    assert crowd.states() == {"published"}
    assert answers.asked == [PAGE]


def test_an_answer_counts_for_a_minute(answers: Answers) -> None:
    book, now = LinkBook(answers), datetime(2026, 10, 9, 6, 20, tzinfo=UTC)
    book.ask([TEXT], now)
    assert book.answers(TEXT, now + FRESH - timedelta(seconds=1)) == {PAGE: LinkStatus.OPEN}
    assert book.answers(TEXT, now + FRESH) == {}
    assert book.answers(TEXT, now - timedelta(seconds=1)) == {}, "a clock set back makes nothing fresher"
