"""A desk on a real database, with a clock that stands still and platforms that misbehave on demand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

from crisis.clearance import keys
from crisis.clearance.policy import single
from crisis.desk.clearance import clearing
from crisis.desk.desk import Desk
from crisis.desk.drafts import saving
from crisis.desk.ids import Ids
from crisis.desk.notices import receive
from crisis.desk.people import deciding, policies, roster
from crisis.desk.people.roster import Edits
from crisis.desk.signer import Signer
from crisis.model.delivery import Delivery, Parcel, Receipt
from crisis.model.ports import InDoubt, NotSent
from crisis.model.records import StoredPost
from crisis.model.release import Rule
from crisis.model.role import Role
from crisis.model.settings import Account
from crisis.rehearsal.world import SeededEntropy, VirtualClock
from crisis.shipped import shipped
from crisis.store.store import Store
from crisis.wiring.kit import kit_of

NOW = datetime(2026, 10, 9, 6, 20, tzinfo=UTC)  # 15:20 in Japan
NOTICE = """件名：仙台事業所の閉鎖について
拠点：仙台事業所
状況：閉鎖
理由：地震のため（3階の天井が落下、負傷者2名）
時点：10月9日 15:18
次回：{next}
"""
Fault = Callable[[Parcel], None]


@dataclass
class Platform:
    """A platform in memory that keeps what it accepts. `faults` are played one per publish, before or after acceptance."""

    clock: VirtualClock
    repeats: bool = False
    faults: list[str] = field(default_factory=list)
    accepted: list[Parcel] = field(default_factory=list)
    asked: int = 0
    blind: bool = False
    platform: ClassVar[str] = "memory"

    @property
    def repeatable(self) -> bool:
        return self.repeats

    def publish(self, parcel: Parcel) -> Receipt:
        fault = self.faults.pop(0) if self.faults else "none"
        if fault == "refused":
            raise NotSent("token revoked", permanent=True)
        if fault == "busy":
            raise NotSent("too many requests", permanent=False, retry_after=60)
        if fault == "lost":
            raise InDoubt("no answer")
        if not (self.repeats and any(p.post == parcel.post for p in self.accepted)):
            self.accepted.append(parcel)
        if fault == "answer-lost":
            raise InDoubt("no answer")
        if fault == "killed":
            raise KeyboardInterrupt
        return Receipt(f"id-{parcel.post}", f"https://x.example/{parcel.post}", self.clock.now())

    def read_back(self, parcel: Parcel) -> Receipt | None:
        self.asked += 1
        if self.blind:
            raise NotSent("cannot be asked", permanent=False)
        found = any(p.post == parcel.post for p in self.accepted)
        return Receipt(f"id-{parcel.post}", f"https://x.example/{parcel.post}", self.clock.now()) if found else None


@dataclass
class Scene:
    """A desk with its clock and its one platform, and the steps that tests take again and again."""

    desk: Desk
    clock: VirtualClock
    platform: Platform

    def posts(self, text: str = NOTICE, next_update: str = "16:30", **options: str) -> list[StoredPost]:
        """Take a notice in and save its draft; its posts."""
        (stored,) = receive.receive(
            self.desk, text.format(next=next_update).encode(), "notice.txt", by="drafter", **options
        )
        kept, made = saving.draft(self.desk, stored.id)
        assert made.posts, made
        return [post for post in saving.save(self.desk, kept, made, by="drafter")[1] if post.account]

    def signer(self, person: str = "approver") -> Signer:
        return Signer(person, self.desk.signing_key(person))

    def cleared(self, next_update: str = "16:30") -> list[StoredPost]:
        """Posts that another person has cleared."""
        posts = self.posts(next_update=next_update)
        clearing.clear(self.desk, [post.id for post in posts], self.signer())
        return posts

    def deliveries(self) -> list[Delivery]:
        with self.desk.store.reading() as unit:
            return unit.find(Delivery)

    def states(self) -> set[str]:
        return {delivery.state.value for delivery in self.deliveries()}

    def later(self, **span: float) -> None:
        self.clock.until(self.clock.now() + timedelta(**span))

    def adopt(self, rule: Rule) -> None:
        """Put a policy of one rule in force."""
        self.decided(policies.propose(self.desk, single(rule), self.signer()))

    def leads(self, person: str) -> None:
        """Make a person, who approves, a lead as well."""
        edits = Edits(roles=(Role.APPROVER, Role.LEAD))
        self.decided(roster.change(self.desk, person, self.signer("drafter"), lambda known, now: edits.of(known)))

    def decided(self, proposed: deciding.Standing, by: str = "second") -> deciding.Standing:
        """A decision that a second person has confirmed."""
        return deciding.confirm(self.desk, proposed.stored.code, self.signer(by))

    def with_accounts(self, *accounts: Account) -> Scene:
        """The same desk after crisis.toml was changed."""
        settings = replace(self.desk.settings, accounts=accounts)
        return replace(self, desk=replace(self.desk, kit=replace(self.desk.kit, settings=settings)))


ACCOUNT = Account("x-main", "x", handle="@kitahama_jp", languages=("ja",), credentials="env:CRISIS_X")


def make_scene(folder: Path) -> Scene:
    """A desk with one account that the daemon can post to, in Japanese."""
    clock, entropy = VirtualClock(NOW), SeededEntropy("desk")
    platform = Platform(clock)
    pairs = {name: keys.generate(entropy) for name in ("drafter", "approver", "second", "ledger")}
    kit = kit_of(shipped("data") / "sample")
    desk = Desk(
        kit=replace(kit, settings=replace(kit.settings, accounts=(ACCOUNT,), languages=("ja",))),
        store=Store("sqlite:///test.db", folder),
        clock=clock,
        entropy=entropy,
        ids=Ids(clock, entropy),
        automatic=lambda account: bool(account.credentials),
        channel=lambda account: platform if account.credentials else None,
        signing_key=lambda person: pairs[person].private_openssh,
        ledger_key=lambda: pairs["ledger"].private_openssh,
        public=folder / "public",
    )
    with desk.store.writing(NOW) as unit:
        roster.open_desk(unit, desk, "crisis/actual/test")
    for name in ("drafter", "approver", "second"):
        roster.enrol(desk, name, name, (Role.DRAFTER, Role.APPROVER), pairs[name].public)
    return Scene(desk, clock, platform)
