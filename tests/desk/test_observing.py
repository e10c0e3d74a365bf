"""What stands on our accounts beside what the desk has sent: foreign, gone, changed; and how often a platform is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest
from desk_scene import ACCOUNT, Platform, Scene

from crisis.desk.duty import outside
from crisis.desk.duty.incidents import open_incident
from crisis.desk.duty.status import status
from crisis.desk.duty.watching import watch
from crisis.desk.outbox import hand, outsiders, reads
from crisis.desk.outbox.observing import observe
from crisis.desk.outbox.sending import tick
from crisis.desk.record import book
from crisis.desk.record.disclosures import disclosures
from crisis.dispatch.differences import SETTLES
from crisis.errors import Mistake, Refused
from crisis.model.delivery import Parcel, Receipt
from crisis.model.ports import NotSent
from crisis.model.settings import OutsideScheduler
from crisis.model.watched import Odd, Reads, Seen

URL = "https://x.example/9"


@dataclass
class Shown(Platform):
    """A platform that tells what stands on the account, and counts its questions."""

    others: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    scene: Scene | None = None

    def recent(self, since: datetime) -> Sequence[Seen]:
        self._asks()
        if self.blind:
            raise NotSent("no connection", permanent=False)
        ours = {f"id-{parcel.post}": self.changed.get(parcel.post, parcel.text) for parcel in self.accepted}
        now = self.clock.now()
        return [
            Seen(id_, f"https://x.example/{id_.removeprefix('id-')}", now, lambda sent, text=text: sent == text)  # type: ignore[misc]
            for id_, text in {**ours, **self.others}.items()
        ]

    def read_back(self, parcel: Parcel) -> Receipt | None:
        self._asks()
        return super().read_back(parcel)

    def _asks(self) -> None:
        assert self.scene is not None
        self.scene.desk.asked.note("x-main")


@pytest.fixture
def watched(scene: Scene) -> Scene:
    """The scene, its account watched every five minutes, three reads a day."""
    platform = Shown(scene.clock)
    made = replace(scene.with_accounts(replace(ACCOUNT, poll_every=300.0, reads_per_day=30)), platform=platform)
    desk = replace(made.desk, channel=lambda _: platform, watcher=lambda _: platform)
    platform.scene = made = replace(made, desk=desk)
    observe(made.desk)
    return made


def odd(scene: Scene) -> list[tuple[Odd, str | None]]:
    scene.later(minutes=6)
    observe(scene.desk)
    watch(scene.desk)
    return [(each.odd, each.post) for each in status(scene.desk).odd]


def shown(scene: Scene) -> Shown:
    assert isinstance(scene.platform, Shown)
    return scene.platform


def test_what_the_desk_has_sent_is_nothing_odd(watched: Scene) -> None:
    watched.cleared()
    tick(watched.desk)
    assert odd(watched) == []


def test_a_post_that_nobody_here_made_alerts_until_somebody_says_whose_it_is(watched: Scene) -> None:
    shown(watched).others["9"] = "本日限りのセール"
    assert odd(watched) == odd(watched) == [(Odd.FOREIGN, None)]
    (alert,) = status(watched.desk).alerts
    assert alert.code == "post-foreign"
    assert URL in str(alert.sentence)
    assert "セール" not in str(alert.sentence)
    outsiders.record(watched.desk, "x-main", URL, "本日限りのセール", by="drafter", reason="the agency")
    assert odd(watched) == []
    watched.later(minutes=2)
    watch(watched.desk)
    assert status(watched.desk).alerts == ()
    (told,) = disclosures(watched.desk)
    assert (told.outside, told.release, told.cleared_by) == (True, None, ())
    assert (told.posts[0].text, told.posts[0].url) == ("本日限りのセール", URL)
    assert book.verify_ledger(watched.desk).ok
    with watched.desk.store.reading() as unit:
        assert not any("セール".encode() in entry.body or b"agency" in entry.body for entry in unit.ledger_entries())
    with pytest.raises(Refused, match="known to this desk"):
        outsiders.record(watched.desk, "x-main", URL, "again", by="drafter", reason="twice")


def test_a_post_of_ours_that_goes_or_changes_alerts_and_comes_back(watched: Scene) -> None:
    (post,) = watched.cleared()
    tick(watched.desk)
    shown(watched).changed[post.id] = "仙台事業所は開いています"
    assert odd(watched) == [(Odd.CHANGED, post.id)]
    shown(watched).changed.clear()
    assert odd(watched) == []
    taken = shown(watched).accepted.pop()
    assert odd(watched) == [(Odd.GONE, post.id)]
    assert [alert.code for alert in status(watched.desk).alerts] == ["post-gone"]
    shown(watched).accepted.append(taken)
    assert odd(watched) == []


def test_what_may_be_ours_is_not_foreign_and_what_is_new_is_not_gone(watched: Scene) -> None:
    watched.cleared()
    shown(watched).faults = ["answer-lost"]
    tick(watched.desk)
    assert watched.states() == {"unknown"}
    assert odd(watched) == []
    shown(watched).accepted.clear()
    watched.cleared(next_update="16:45")
    tick(watched.desk)
    shown(watched).accepted.clear()
    watched.later(seconds=SETTLES.total_seconds() / 2)
    observe(watched.desk)
    assert status(watched.desk).odd == ()


def test_what_a_platform_takes_after_somebody_has_looked_is_ours_all_the_same(watched: Scene) -> None:
    (post,) = watched.cleared()
    shown(watched).faults = ["answer-lost"]
    tick(watched.desk)
    late = shown(watched).accepted.pop()
    hand.settle(watched.desk, post.id, published=None, reason="it is not there", by="drafter")
    assert odd(watched) == []
    shown(watched).accepted.append(late)
    assert odd(watched) == [(Odd.LATE, post.id)]
    (alert,) = status(watched.desk).alerts
    address = f"https://x.example/{post.id}"
    assert str(alert.sentence).endswith(f"crisis settle {post.id} --published {address}")
    hand.settle(watched.desk, post.id, published=address, reason=None, by="drafter")
    assert odd(watched) == []
    assert watched.states() == {"published"}
    assert book.verify_ledger(watched.desk).ok
    with pytest.raises(Refused, match="nothing to settle"):
        hand.settle(watched.desk, post.id, published=address, reason=None, by="drafter")


def test_what_stood_there_before_the_watch_began_is_let_be(watched: Scene) -> None:
    shown(watched).others["9"] = "old"
    old = watched.clock.now() - timedelta(days=2)
    seen = Seen("9", URL, old, lambda text: False)
    shown(watched).recent = lambda since: [seen]  # type: ignore[method-assign]
    assert odd(watched) == []


def test_an_account_that_cannot_be_asked_is_told_and_changes_nothing(watched: Scene) -> None:
    shown(watched).blind = True
    assert odd(watched) == []
    assert "x-main cannot be watched: no connection" in [str(each) for each in status(watched.desk).failing]


def test_reads_are_counted_and_refused_when_they_are_spent_but_for_the_first_look(watched: Scene) -> None:
    account = replace(ACCOUNT, poll_every=300.0, reads_per_day=3)
    scene = watched.with_accounts(account)
    scene.cleared()
    shown(watched).faults = ["lost"]
    tick(scene.desk)
    with scene.desk.store.writing(scene.clock.now()) as unit:
        unit.put(Reads("x-main", reads.day(scene.desk), 3))
    asked = shown(watched).asked
    tick(scene.desk)
    assert shown(watched).asked == asked + 1, "the first look waits for no budget"
    scene.later(hours=1)
    tick(scene.desk)
    observe(scene.desk)
    with scene.desk.store.reading() as unit:
        assert reads.spent(scene.desk, unit, "x-main") == 4
    assert shown(watched).asked == asked + 1
    assert any("reads of the day are spent (4 of 3)" in str(each) for each in status(scene.desk).failing)
    (delivery,) = scene.deliveries()
    assert delivery.next_try == reads.tomorrow(scene.desk)
    scene.clock.until(reads.tomorrow(scene.desk) + timedelta(minutes=1))
    tick(scene.desk)
    assert shown(watched).asked == asked + 2


# Other tools that can post


def test_who_can_still_post_is_ticked_off_and_shown_until_then(scene: Scene) -> None:
    agencies = (OutsideScheduler("Aobayama Advertising", "03"), OutsideScheduler("Scheduler", "04", ("x-main",)))
    settings = replace(scene.desk.settings, outside=agencies)
    desk = replace(scene.desk, kit=replace(scene.desk.kit, settings=settings))
    assert status(desk).not_stopped == ()
    with pytest.raises(Refused, match="No incident is open"):
        outside.tick(desk, "1", by="drafter")
    open_incident(desk, "earthquake", {"ja": "地震"}, by="drafter")
    assert [each.name for each in status(desk).not_stopped] == ["Aobayama Advertising", "Scheduler"]
    outside.tick(desk, "sched", by="drafter")
    with pytest.raises(Mistake, match="none of the tools"):
        outside.tick(desk, "3", by="drafter")
    assert [each.name for each in status(desk).not_stopped] == ["Aobayama Advertising"]
    outside.tick(desk, "1", by="approver")
    assert status(desk).not_stopped == ()
    with desk.store.reading() as unit:
        kept = [entry.body for entry in unit.ledger_entries() if entry.kind == "outside-stopped"]
    assert len(kept) == 2
    assert not any(b"Aobayama" in body for body in kept)
    assert book.verify_ledger(desk).ok
