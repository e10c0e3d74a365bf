"""Desks that wait for their broadcaster: each made once, by the desk's own steps, and copied for every schedule."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from desk_scene import NOTICE, NOW, Scene, make_scene

from crisis.desk.clearance import clearing
from crisis.desk.clearance.clearing import Asked
from crisis.desk.desk import Desk
from crisis.desk.drafts import saving
from crisis.desk.duty import incidents
from crisis.desk.notices import receive
from crisis.model.records import Review, StoredPost
from crisis.model.release import AfterStop
from crisis.model.settings import Account

DATABASE = "test.db"


def _account(name: str, *fallback: str, hand: bool = False) -> Account:
    credentials = None if hand else "env:CRISIS_X"
    return Account(name, "x", handle=f"@{name}", languages=("ja",), credentials=credentials, fallback=fallback)


ONE = (_account("main"),)


@dataclass(frozen=True)
class Story:
    """A desk in a folder, its outbox full: the text that was cleared, by post. The folder goes with its `holder`."""

    name: str
    folder: Path
    desk: Desk
    starts: datetime
    cleared: Mapping[str, str]
    holder: tempfile.TemporaryDirectory[str]


@dataclass
class Teller:
    """Puts a story together."""

    scene: Scene
    starts: datetime

    def incident(self, name: str = "earthquake") -> str:
        return incidents.open_incident(self.scene.desk, name, {"ja": "地震"}, by="approver").incident.id

    def clear(
        self,
        minutes: int,
        incident: str | None = None,
        *,
        final: bool = False,
        wait: int = 0,
        asked: Asked | None = None,
    ) -> None:
        """A notice, drafted and cleared; it says that the next word comes in so many minutes. What may go another way is for
        the first account alone."""
        self.scene.clock.at += timedelta(seconds=7)
        zone = self.scene.desk.settings.zone
        said = (self.starts - timedelta(minutes=2)).astimezone(zone)
        following = (self.starts + timedelta(minutes=minutes)).astimezone(zone)
        text = NOTICE.replace("10月9日 15:18", f"{said:%m月%d日 %H:%M}").format(next=f"{following:%m月%d日 %H:%M}")
        (stored,) = receive.receive(self.scene.desk, text.encode(), "notice.txt", by="drafter", incident=incident)
        kept, made = saving.draft(self.scene.desk, stored.id, final=final)
        posts = list(saving.save(self.scene.desk, kept, made, by="drafter", final=final)[1])
        if asked and asked.fallback:
            posts = [post for post in posts if post.account == ONE[0].id]
        asked = replace(asked or Asked(), not_before=self.starts + timedelta(minutes=wait) if wait else None)
        cleared = clearing.clear(self.scene.desk, [post.id for post in posts], self.scene.signer(), asked)
        assert all(outcome.review.value == "cleared" for outcome in cleared), (made.findings, cleared)


def _chain(teller: Teller) -> None:
    """A report, its update, and the all-clear."""
    incident = teller.incident()
    teller.clear(70, incident)
    teller.clear(80, incident, wait=1)
    teller.clear(95, incident, final=True, wait=2)


def _long_chain(teller: Teller) -> None:
    """The same, each true for longer: no time in it comes twice that night."""
    incident = teller.incident()
    teller.clear(130, incident)
    teller.clear(140, incident, wait=1)
    teller.clear(155, incident, final=True, wait=2)


def _two_chains(teller: Teller) -> None:
    """Two incidents on one account: an unknown of one keeps back nothing of the other."""
    one, other = teller.incident(), teller.incident("outage")
    teller.clear(70, one)
    teller.clear(75, other)
    teller.clear(80, one, wait=1)


def _fan(teller: Teller) -> None:
    """A report and its update on two accounts."""
    incident = teller.incident()
    teller.clear(70, incident)
    teller.clear(80, incident)


def _ways(teller: Teller) -> None:
    """Posts that go another way, and in the end by hand, when their account fails."""
    incident = teller.incident()
    teller.clear(70, incident)
    teller.clear(80, incident, asked=Asked(fallback=("second", "hand")), wait=1)


def _routine(teller: Teller) -> None:
    """Posts of no incident, one of which has to be cleared again after a stop."""
    teller.clear(70)
    teller.clear(80, asked=Asked(after_stop=AfterStop.CLEAR_AGAIN))
    teller.clear(90, wait=3)


STORIES: Mapping[str, tuple[Callable[[Teller], None], tuple[Account, ...], datetime, str]] = {
    "chain": (_chain, ONE, NOW, "Asia/Tokyo"),
    "two-chains": (_two_chains, ONE, NOW, "Asia/Tokyo"),
    "fan": (_fan, (*ONE, _account("second")), NOW, "Asia/Tokyo"),
    "ways": (_ways, (_account("main", "second", "hand"), _account("second")), NOW, "Asia/Tokyo"),
    "routine": (_routine, ONE, NOW, "Asia/Tokyo"),
    # An hour before Berlin's clocks go back.
    "winter-time": (_long_chain, ONE, datetime(2026, 10, 24, 23, 50, tzinfo=UTC), "Europe/Berlin"),
    # Half an hour before they go forward.
    "summer-time": (_chain, ONE, datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "Europe/Berlin"),
}


def shelf() -> Path:
    """Where databases lie in memory, if there is such a place: what is played here is no disk's trouble."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() else Path(tempfile.gettempdir())


@cache
def story(name: str) -> Story:
    """The story of that name, made once in this process."""
    tell, accounts, starts, zone = STORIES[name]
    holder = tempfile.TemporaryDirectory(prefix="crisis-story-", dir=shelf())
    scene = make_scene(Path(holder.name))
    scene.clock.at = starts
    scene = scene.with_accounts(*accounts)
    settings = replace(scene.desk.settings, zone=ZoneInfo(zone))
    scene = replace(scene, desk=replace(scene.desk, kit=replace(scene.desk.kit, settings=settings)))
    tell(Teller(scene, starts))
    with scene.desk.store.reading() as unit:
        cleared = {post.id: post.text for post in unit.find(StoredPost, review=Review.CLEARED)}
    scene.desk.store.compact()
    scene.desk.store.close()
    return Story(name, Path(holder.name), scene.desk, scene.clock.at, cleared, holder)
