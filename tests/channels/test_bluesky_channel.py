"""Bluesky over loopback: what each failure means, how a post is repeated, and what its record says."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platforms.bluesky import DID, SECRETS, SLOW, BlueskyStage, problem, stage
from platforms.stage import NOON, FixedClock, parcel

from crisis.channels import _verdict, build
from crisis.channels._verdict import PAUSE, Exchange, unsent
from crisis.channels.bluesky import FRESH, wire
from crisis.channels.bluesky.record import facets, record, record_key
from crisis.channels.bluesky.verdict import MANNERS, error_name
from crisis.errors import Mistake
from crisis.model.ports import Fittings, InDoubt, Inspectable, Inspected, NotSent

TEXT = parcel().text


@pytest.fixture
def server(tmp_path: Path) -> Iterator[BlueskyStage]:
    with stage(tmp_path) as made:
        yield made


def with_account(made: Fittings, **changes: object) -> Fittings:
    return replace(made, account=replace(made.account, **changes))  # type: ignore[arg-type]


def inspected(made: Fittings) -> Inspected:
    channel = build(made)
    assert isinstance(channel, Inspectable)
    return channel.inspect()


@pytest.mark.parametrize("fault", ["lost", "reset", "server-error", "busy", "html", "list", "no-id", "cut", "redirect"])
def test_what_may_be_out_is_in_doubt_and_repeated_without_a_second_post(server: BlueskyStage, fault: str) -> None:
    server.trouble(fault)
    with pytest.raises(InDoubt):
        build(server.fittings).publish(parcel())
    server.platform.fault = None
    receipt = build(server.fittings).publish(parcel())
    assert (server.held(TEXT), server.platform.writes) == (1, 1)
    assert build(server.fittings).read_back(parcel()) == receipt


def test_a_receipt_leads_to_the_post(server: BlueskyStage) -> None:
    receipt = build(server.fittings).publish(parcel())
    (key,) = server.platform.records
    assert receipt.remote_id == f"at://{DID}/app.bsky.feed.post/{key}"
    assert receipt.url == f"https://bsky.app/profile/{DID}/post/{key}"


@pytest.mark.parametrize("fault", ["malformed", "unauthorised", "suspended", "absent", "teapot"])
def test_a_refusal_is_final(server: BlueskyStage, fault: str) -> None:
    server.trouble(fault)
    with pytest.raises(NotSent) as caught:
        build(server.fittings).publish(parcel())
    assert caught.value.permanent


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        ("limited", 120),
        ("limited-seconds", 120),
        ("limited-after", 120),
        ("limited-no-reset", PAUSE),
        ("limited-garbled", PAUSE),
    ],
)
def test_a_rate_limit_says_when_to_come_back(server: BlueskyStage, fault: str, seconds: float) -> None:
    server.trouble(fault)
    with pytest.raises(NotSent) as caught:
        build(server.fittings).publish(parcel())
    assert (caught.value.permanent, caught.value.retry_after) == (False, seconds)


@pytest.mark.parametrize(
    ("login", "permanent"),
    [
        ((401, problem("AuthenticationRequired")), True),
        ((401, problem("AuthFactorTokenRequired")), True),
        ((429, problem("RateLimitExceeded")), False),
        ((500, b"<!doctype html>"), False),
        ((200, b"<!doctype html>"), False),
        ((200, {"did": 7}), False),
    ],
)
def test_a_failed_login_sent_nothing(server: BlueskyStage, login: Any, permanent: bool) -> None:
    server.platform.login = login
    for act in (build(server.fittings).publish, build(server.fittings).read_back):
        with pytest.raises(NotSent) as caught:
            act(parcel())
        assert caught.value.permanent is permanent
    assert server.platform.records == {}


def test_no_connection_is_worth_another_try(server: BlueskyStage) -> None:
    channel = build(server.fittings)
    channel.publish(parcel())
    server.trouble("refuse")
    for made in (channel, build(server.fittings)):
        with pytest.raises(NotSent, match="no connection") as caught:
            made.publish(parcel())
        assert not caught.value.permanent


def test_a_session_is_used_again_until_it_is_old_or_has_ended(server: BlueskyStage) -> None:
    clock = FixedClock()
    channel = build(replace(server.fittings, clock=clock))
    channel.publish(parcel())
    channel.read_back(parcel())
    assert server.platform.logins == 1
    clock.at = NOON + FRESH
    channel.publish(parcel())
    assert server.platform.logins == 2
    clock.at = NOON
    channel.publish(parcel())
    assert server.platform.logins == 3
    server.platform.logins += 1
    with pytest.raises(NotSent, match="session has ended") as caught:
        channel.publish(parcel())
    assert (caught.value.permanent, caught.value.retry_after) == (False, 1.0)
    channel.publish(parcel())
    assert server.platform.writes == 1


@pytest.mark.parametrize("fault", SLOW)
def test_a_slow_server_is_given_up(server: BlueskyStage, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    channel = build(server.fittings)
    assert channel.read_back(parcel()) is None
    monkeypatch.setattr(wire, "TOTAL", 0.3)
    server.trouble(fault)
    started = time.monotonic()
    with pytest.raises(InDoubt):
        channel.publish(parcel())
    assert time.monotonic() - started < 3
    assert server.held(TEXT) == 1


def test_an_answer_without_end_is_given_up(server: BlueskyStage, monkeypatch: pytest.MonkeyPatch) -> None:
    channel = build(server.fittings)
    channel.publish(parcel())
    monkeypatch.setattr(wire, "LARGEST", 10)
    with pytest.raises(InDoubt):
        channel.publish(parcel())


def test_credentials_go_nowhere_in_the_clear(server: BlueskyStage) -> None:
    with pytest.raises(Mistake, match="neither https nor on this machine"):
        build(with_account(server.fittings, api_base="http://pds.example"))
    secrets = SECRETS | {"APP_PASSWORD": "canary-wrong"}
    with pytest.raises(NotSent, match="401") as caught:
        build(replace(server.fittings, secrets=secrets)).publish(parcel())
    assert "canary" not in str(caught.value)


def test_another_text_under_the_key_is_not_ours(server: BlueskyStage) -> None:
    channel = build(server.fittings)
    channel.publish(parcel())
    (key,) = server.platform.records
    server.platform.records[key]["text"] = "別の文"
    assert channel.read_back(parcel()) is None


def test_an_account_of_another_name_is_told(server: BlueskyStage) -> None:
    assert inspected(server.fittings) == Inspected()
    assert inspected(with_account(server.fittings, handle=None)) == Inspected()
    problem_told = inspected(with_account(server.fittings, handle="@other.example")).problem
    assert "@kitahama.example, not of @other.example" in str(problem_told)
    with pytest.raises(NotSent, match=r"not of @other\.example") as caught:
        build(with_account(server.fittings, handle="@other.example")).publish(parcel())
    assert caught.value.permanent
    assert server.platform.records == {}


def test_the_key_is_frozen_sorts_by_time_and_tells_deliveries_apart() -> None:
    first = record_key(NOON, "D-1")
    assert first == record_key(NOON, "D-1") == record_key(NOON + timedelta(microseconds=7), "D-1")
    assert len({record_key(NOON, f"D-{number}") for number in range(1000)}) > 995
    times = [NOON + timedelta(milliseconds=step) for step in range(0, 90_000, 7)]
    keys = [record_key(at, f"D-{at}") for at in times]
    assert keys == sorted(keys)


def test_the_record_says_all_that_readers_need() -> None:
    made = record("見る https://www.kitahama.example/a 次回", "ja-x-plain", NOON)
    assert made["createdAt"] == "2026-10-09T03:00:00.000000Z"
    assert made["langs"] == ["ja"]
    assert made == record("見る https://www.kitahama.example/a 次回", "ja-x-plain", NOON)
    assert "facets" not in record("見る", "ja", NOON)


def marked(text: str) -> list[tuple[str, str]]:
    """What each facet covers, cut out of the bytes, and what it stands for."""
    data = text.encode()
    return [
        (
            data[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode(),
            str(f["features"][0].get("uri", f["features"][0].get("tag"))),
        )
        for f in facets(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("見る https://www.kitahama.jp/a?b=1 です", [("https://www.kitahama.jp/a?b=1", "https://www.kitahama.jp/a?b=1")]),
        ("👩🏽\u200d🚒 www.kitahama.co.jp/a を", [("www.kitahama.co.jp/a", "https://www.kitahama.co.jp/a")]),
        ("#地震 #安否。 ＃訓練 #2026 x#y #", [("#地震", "地震"), ("#安否", "安否"), ("＃訓練", "訓練")]),
        ("https://www.kitahama.co.jp/#a #b", [("https://www.kitahama.co.jp/#a", "https://www.kitahama.co.jp/#a"), ("#b", "b")]),
        ("#" + "あ" * 65, []),
    ],
)  # fmt: skip
def test_links_and_hashtags_are_marked(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


@settings(deadline=None)  # a shared machine may be busy
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_facets_cover_whole_characters_and_never_overlap(text: str) -> None:
    sent = f"{text} https://www.kitahama.co.jp/a #地震{text}"
    assert all(covered in sent for covered, _ in marked(sent))
    places = [each["index"] for each in facets(sent)]
    assert all(a["byteEnd"] <= b["byteStart"] for a, b in pairwise(places))


@settings(deadline=None)  # a shared machine may be busy
@given(st.integers(100, 999), st.binary(max_size=60), st.sampled_from([ValueError, OSError, AttributeError, KeyError]))
def test_every_answer_has_a_verdict(status: int, body: bytes, error: type[Exception]) -> None:
    seen = Exchange(True, status, {}, body)
    verdict = unsent(MANNERS, seen, error("canary"), NOON)
    assert "canary" not in verdict.reason
    assert isinstance(verdict, InDoubt) or 400 <= status < 500
    assert error_name(seen) is None


def test_a_reset_far_off_is_bounded() -> None:
    assert _verdict.pause(MANNERS, {"ratelimit-reset": "9" * 12}, NOON) == _verdict.LONGEST_PAUSE
    assert _verdict.pause(MANNERS, {"ratelimit-reset": str(int(NOON.timestamp()) - 5)}, NOON) == 1.0
