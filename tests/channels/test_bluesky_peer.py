"""Bluesky against its reference server: what it takes, holds, refuses and limits, and a kill -9 of it in the middle."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from platforms.pds import SECRETS, Pds, installed
from platforms.stage import fittings, parcel

from crisis.channels import build
from crisis.channels._verdict import LONGEST_PAUSE, PAUSE
from crisis.dispatch.differences import SETTLES, Ours, differences
from crisis.model.delivery import Receipt
from crisis.model.ports import Fittings, InDoubt, NotSent, Watchable
from crisis.model.settings import Account
from crisis.model.watched import Odd

TEXTS = (
    "【第1報】北浜電機で働く皆さんへ（派遣の方を含みます）\n9日(金)15:20現在 次回16:30",
    "点検中です 👩🏽\u200d🚒🇯🇵 7️⃣ www.kitahama.co.jp/a #地震",
    "か\u3099き\u3099 e\u0301 \u200b\u00ad𠮷野家 <b>&amp;</b> \u2067שלום\u2069",
    "あ" * 300,
)


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pds]:
    server = Pds(installed(), tmp_path_factory.mktemp("pds") / "data")
    server.start()
    try:
        server.enrol()
        yield server
    finally:
        server.kill()


def made(server: Pds, tmp_path: Path) -> Fittings:
    account = Account("b-main", "bluesky", handle="@kitahama.test", api_base=server.address)
    return fittings(tmp_path, account, SECRETS)


@pytest.mark.parametrize("text", TEXTS)
def test_it_holds_exactly_what_was_sent_once_however_often(peer: Pds, tmp_path: Path, text: str) -> None:
    sent = parcel(text, post=f"P-{len(text)}")
    channel = build(made(peer, tmp_path))
    assert channel.read_back(sent) is None
    first = channel.publish(sent)
    assert build(made(peer, tmp_path)).publish(sent) == first == channel.read_back(sent)
    assert peer.held(text) == 1


def test_it_refuses_what_is_too_long_and_a_wrong_password(peer: Pds, tmp_path: Path) -> None:
    with pytest.raises(NotSent, match="400") as caught:
        build(made(peer, tmp_path)).publish(parcel("あ" * 301, post="P-long"))
    assert caught.value.permanent
    with pytest.raises(NotSent, match="401") as caught:
        build(replace(made(peer, tmp_path), secrets=SECRETS | {"APP_PASSWORD": "wrong"})).publish(parcel())
    assert caught.value.permanent


def test_a_kill_in_the_middle_leaves_each_post_once(peer: Pds, tmp_path: Path) -> None:
    sent = [parcel(f"第{number}報", post=f"P-kill-{number}") for number in range(12)]
    outcomes: dict[str, Receipt | NotSent | InDoubt] = {}
    channel = build(made(peer, tmp_path))
    channel.read_back(sent[0])

    def post_all() -> None:
        for each in sent:
            try:
                outcomes[each.post] = channel.publish(each)
            except (NotSent, InDoubt) as error:
                outcomes[each.post] = error

    posting = Thread(target=post_all)
    posting.start()
    while len(outcomes) < 4:
        time.sleep(0.001)
    peer.kill()
    posting.join()
    peer.start()
    held = {record["text"] for record in peer.records()}
    for each in sent:
        outcome = outcomes[each.post]
        assert isinstance(outcome, InDoubt) or isinstance(outcome, Receipt) is (each.text in held)
    assert any(not isinstance(outcome, Receipt) for outcome in outcomes.values())
    again = build(made(peer, tmp_path))
    assert [again.publish(each) for each in sent] == [again.read_back(each) for each in sent]
    assert [peer.held(each.text) for each in sent] == [1] * len(sent)


def test_what_others_do_on_the_account_is_seen(peer: Pds, tmp_path: Path) -> None:
    """A post of somebody else's, one of ours under whose key another text stands, and one that is gone."""
    channel = build(made(peer, tmp_path))
    assert isinstance(channel, Watchable)
    sent = [parcel(f"{name}のお知らせ", post=f"P-{name}") for name in ("same", "changed", "gone")]
    ours = [Ours(each.post, each.text, channel.publish(each).remote_id, each.first_tried) for each in sent]
    since, now = sent[0].first_tried, sent[0].first_tried + SETTLES
    recorded = [seen.url or "" for seen in channel.recent(since) if not any(one.is_it(seen) for one in ours)]

    def odd() -> set[tuple[Odd, str | None]]:
        return {(each.odd, each.post) for each in differences("b", channel.recent(since), ours, recorded, since, now)}

    assert odd() == set()
    foreign = peer.write("createRecord", text="本日限りのセール")
    keys = {one.post: str(one.remote_id).rpartition("/")[2] for one in ours}
    peer.write("putRecord", keys["P-changed"], text="仙台事業所は開いています")
    peer.write("deleteRecord", keys["P-gone"])
    assert odd() == {(Odd.FOREIGN, None), (Odd.CHANGED, "P-changed"), (Odd.GONE, "P-gone")}
    # As a person copies it from the browser, by the account's name.
    recorded.append(f"https://bsky.app/profile/kitahama.test/post/{foreign.rpartition('/')[2]}")
    assert odd() == {(Odd.CHANGED, "P-changed"), (Odd.GONE, "P-gone")}


def log_in_often(fittings: Fittings) -> None:
    """More often than the 30 times in five minutes that it allows."""
    for _ in range(40):
        build(fittings).read_back(parcel())


def test_its_own_rate_limit_says_when_to_come_back(tmp_path: Path) -> None:
    server = Pds(installed(), tmp_path / "data", limits=True)
    server.start()
    try:
        server.enrol()
        with pytest.raises(NotSent, match="429") as caught:
            log_in_often(made(server, tmp_path))
    finally:
        server.kill()
    assert not caught.value.permanent
    # Our clock stands at another time than the server's: then the pause is bounded.
    assert caught.value.retry_after in {1.0, LONGEST_PAUSE} or 0 < (caught.value.retry_after or 0) <= PAUSE
