"""What the ledger shows to somebody outside: nothing that anybody wrote and nobody cleared, in any member of any entry."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_scene import Scene, make_scene
from preclear_kit import agreed

from crisis.desk.clearance import clearing, glass, phoning, preclearing
from crisis.desk.drafts import correcting, saving
from crisis.desk.duty import enquiries, incidents
from crisis.desk.notices import erasing, receive
from crisis.desk.outbox import hand, queue, resuming, undoing
from crisis.desk.outbox.sending import tick
from crisis.desk.people import carding, roster
from crisis.model.release import Rule
from crisis.model.role import Role

NOTICE = """件名：仙台事業所の閉鎖について {canary}
拠点：仙台事業所
状況：閉鎖
理由：地震のため（3階の天井が落下、負傷者2名 {canary}）
時点：10月9日 15:18
次回：{next}
"""
ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "ledger.md"


class Canaries:
    """Words that must not be found again."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def new(self, what: str) -> str:
        self.words.append(f"canary-{what}-{len(self.words)}")
        return self.words[-1]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Scene, Canaries]]:
    """A desk on which everything was written somewhere that a person can type."""
    scene, canaries = make_scene(tmp_path_factory.mktemp("discreet")), Canaries()
    new = canaries.new
    desk = scene.desk
    roster.enrol(desk, "fourth", new("name"), (Role.DRAFTER, Role.APPROVER, Role.LEGAL), _line(scene))
    scene.adopt(Rule(by_phone=True, break_glass=True))
    opened = incidents.open_incident(desk, "earthquake", {"ja": new("incident")}, by="drafter").incident
    queue.hold(desk, None, by="drafter")
    resuming.resume(desk, None, [], scene.signer())

    def posts(minute: str) -> list[str]:
        return [post.id for post in scene.posts(NOTICE.replace("{canary}", new("notice")), f"16:{minute}")]

    for minute, end in (("30", undoing.send_back), ("31", undoing.reject), ("32", undoing.withdraw)):
        end(desk, posts(minute), by="approver", reason=new("reason"))
    (edited,) = posts("33")
    with desk.store.reading() as unit:
        from crisis.model.records import StoredPost

        text = unit.need(StoredPost, edited).text
    saving.edit(desk, edited, text + new("edit"), by="drafter")
    saving.edit(desk, edited, text.replace("地震", "揺れ"), by="drafter")
    _cleared_alone(scene, posts("34"), new("glass"))
    tick(desk)
    scene.platform.faults = ["refused", "lost"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scene.platform, "publish", _refusing(new("platform")))
        clearing.clear(desk, posts("35"), scene.signer())
        tick(desk)
    scene.platform.faults, scene.platform.blind = ["lost"], True
    (lost,) = posts("36")
    clearing.clear(desk, [lost], scene.signer())
    tick(desk)
    if any(d.post == lost and d.state.value == "unknown" for d in scene.deliveries()):
        hand.settle(desk, lost, published=None, reason=new("settle"), by="drafter")
    out = next(d.post for d in scene.deliveries() if d.state.value == "published")
    correcting.correct(desk, out, new("correction"), by="drafter")
    asked = enquiries.add(desk, new("caller"), new("question"), by="drafter", incident=opened.id)
    enquiries.take(desk, asked.id, by="drafter")
    enquiries.answer(desk, asked.id, new("answer"), by="drafter")
    preclearing.revoke(desk, agreed(scene).stored.id, by="drafter", reason=new("preclearance"))
    _phoned(scene, posts("37"))
    (kept,) = receive.receive(desk, NOTICE.format(canary=new("notice"), next="18:00").encode(), "n.txt", by="drafter")
    for lift in (False, True):
        erasing.retain(desk, [kept.id], by="fourth", reason=new("retain"), lift=lift)
    erasing.erase(desk, [kept.id], by="fourth", reason=new("erase"))
    yield scene, canaries
    desk.store.close()


def _line(scene: Scene) -> str:
    from crisis.clearance import keys

    return keys.generate(scene.desk.entropy).public


def _refusing(words: str) -> Any:
    from crisis.model.ports import NotSent

    def publish(parcel: object) -> None:
        raise NotSent(f"the platform says {words}", permanent=True)

    return publish


def _cleared_alone(scene: Scene, posts: list[str], reason: str) -> None:
    glass.break_glass(scene.desk, posts, scene.signer("drafter"), reason)


def _phoned(scene: Scene, posts: list[str]) -> None:
    _, codes = carding.new_card(scene.desk, scene.signer())
    (call,) = phoning.call(scene.desk, posts, "approver", by="drafter")
    phoning.answer(scene.desk, call, codes[0], by="drafter")


def leaves(scene: Scene) -> list[bytes]:
    with scene.desk.store.reading() as unit:
        return [entry.body for entry in unit.ledger_entries()]


def test_nothing_that_somebody_wrote_is_found(planted: tuple[Scene, Canaries]) -> None:
    scene, canaries = planted
    assert len(canaries.words) >= 24
    whole = b"\n".join(leaves(scene))
    for word in (*canaries.words, "天井", "負傷"):
        for shown in (word, json.dumps(word)[1:-1], word.encode().hex(), hashlib.sha256(word.encode()).hexdigest()):
            assert shown.encode() not in whole, word


def test_no_digest_can_be_guessed(planted: tuple[Scene, Canaries]) -> None:
    """Nothing that was written and not cleared stands there by a plain digest of its whole text."""
    from crisis.model.records import StoredPost
    from crisis.store import notices

    scene, _ = planted
    whole = b"\n".join(leaves(scene)).decode()
    with scene.desk.store.reading() as unit:
        written = [post.text for post in unit.find(StoredPost)]
        written += [stored.notice.raw.decode() for stored in notices.find(unit)]
    for text in written:
        assert hashlib.sha256(text.encode()).hexdigest() not in whole


def documented() -> set[str]:
    table = DOCUMENT.read_text("utf-8").split("## What an entry shows")[1].split("## The tree")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([a-z_]+)`", row)}


def test_every_member_is_documented(planted: tuple[Scene, Canaries]) -> None:
    bodies = [json.loads(leaf)["body"] for leaf in leaves(planted[0])]
    assert {name for body in bodies for name in body} - documented() == set()


def test_every_member_that_the_code_writes_is_documented() -> None:
    calls = [
        node
        for path in sorted((ROOT / "crisis" / "desk").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "record"
    ]
    assert len(calls) > 40
    assert {word.arg for call in calls for word in call.keywords if word.arg} - documented() == set()
