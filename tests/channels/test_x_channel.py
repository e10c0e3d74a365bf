"""X over loopback: what each failure means, what is read back, and where requests go."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platforms.stage import NOON, FixedClock, parcel
from platforms.x import SECRETS, SLOW, Accepted, LoopbackX, XStage, id_at, serving, stage

from crisis.channels import _verdict, _wire, build
from crisis.channels._verdict import LONGEST_PAUSE, PAUSE, Exchange
from crisis.channels.x.sameness import Remote, same
from crisis.channels.x.verdict import MANNERS, unsent
from crisis.model.ports import InDoubt, Inspectable, NotSent, Watchable

TEXT = parcel().text


@pytest.fixture
def x(tmp_path: Path) -> Iterator[XStage]:
    with stage(tmp_path) as made:
        yield made


@pytest.mark.parametrize("fault", ["lost", "reset", "server-error", "html", "list", "no-id", "cut", "redirect"])
def test_what_may_be_out_is_in_doubt(x: XStage, fault: str) -> None:
    x.trouble(fault)
    with pytest.raises(InDoubt):
        build(x.fittings).publish(parcel())
    assert len(x.platform.requests) == 1


@pytest.mark.parametrize("fault", ["lost", "html", "list", "no-id", "cut"])
def test_a_lost_answer_is_found_again(x: XStage, fault: str) -> None:
    x.trouble(fault)
    channel = build(x.fittings)
    with pytest.raises(InDoubt):
        channel.publish(parcel())
    x.platform.fault = None
    found = channel.read_back(parcel())
    assert found is not None
    assert found.remote_id == x.platform.accepted[0].id
    assert found.url == f"https://x.com/kitahama_jp/status/{found.remote_id}"


@pytest.mark.parametrize("fault", ["unauthorised", "forbidden", "malformed", "teapot"])
def test_a_refusal_is_final(x: XStage, fault: str) -> None:
    x.trouble(fault)
    with pytest.raises(NotSent) as caught:
        build(x.fittings).publish(parcel())
    assert caught.value.permanent
    assert caught.value.retry_after is None


def test_no_connection_is_worth_another_try(x: XStage) -> None:
    x.trouble("refuse")
    with pytest.raises(NotSent) as caught:
        build(x.fittings).publish(parcel())
    assert not caught.value.permanent


def test_an_unknown_host_is_worth_another_try(x: XStage) -> None:
    account = replace(x.fittings.account, api_base="https://no-such-host.invalid")
    with pytest.raises(NotSent) as caught:
        build(replace(x.fittings, account=account)).publish(parcel())
    assert not caught.value.permanent


def test_a_server_that_speaks_no_tls_gets_nothing(x: XStage) -> None:
    account = replace(x.fittings.account, api_base=x.server.address.replace("http:", "https:"))
    with pytest.raises((NotSent, InDoubt)):
        build(replace(x.fittings, account=account)).publish(parcel())
    assert x.platform.requests == []


@pytest.mark.parametrize(
    ("fault", "seconds"), [("limited", 120), ("limited-no-reset", PAUSE), ("limited-garbled", PAUSE)]
)
def test_a_rate_limit_says_when_to_come_back(x: XStage, fault: str, seconds: float) -> None:
    x.trouble(fault)
    with pytest.raises(NotSent) as caught:
        build(x.fittings).publish(parcel())
    assert (caught.value.permanent, caught.value.retry_after) == (False, seconds)
    assert len(x.platform.requests) == 1


def test_a_duplicate_is_evidence_of_an_earlier_post(x: XStage) -> None:
    channel = build(x.fittings)
    channel.publish(parcel())
    with pytest.raises(InDoubt, match="duplicate"):
        channel.publish(parcel())
    assert x.held(TEXT) == 1


@pytest.mark.parametrize("fault", SLOW)
def test_a_slow_server_is_given_up(x: XStage, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_wire, "TOTAL", 0.3)
    x.trouble(fault)
    started = time.monotonic()
    with pytest.raises(InDoubt):
        build(x.fittings).publish(parcel())
    assert time.monotonic() - started < 3
    assert x.held(TEXT) == 1


def test_a_silent_server_is_given_up_before_a_slow_one(x: XStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_wire, "READ", 0.2)
    x.trouble("slow")
    with pytest.raises(InDoubt):
        build(x.fittings).publish(parcel())


def test_a_credential_that_is_no_text_is_refused_before_the_network(x: XStage) -> None:
    channel = build(replace(x.fittings, secrets=SECRETS | {"ACCESS_TOKEN": "canary\udcff"}))
    with pytest.raises(NotSent) as caught:
        channel.publish(parcel())
    assert caught.value.permanent
    assert "canary" not in caught.value.reason
    assert x.platform.requests == []


def test_the_gateway_may_have_a_path(x: XStage) -> None:
    account = replace(x.fittings.account, api_base=f"{x.server.address}/gateway/")
    build(replace(x.fittings, account=account)).publish(parcel())
    assert x.platform.requests == [("POST", "/gateway/2/tweets")]


def test_it_asks_once_who_it_is_and_reads_every_page(x: XStage) -> None:
    x.platform.page = 2
    channel = build(x.fittings)
    for number in range(5):
        channel.publish(parcel(f"第{number}報", post=f"P-{number}"))
    assert channel.read_back(parcel("第0報", post="P-0")) is not None
    assert channel.read_back(parcel("第9報", post="P-9")) is None
    paths = [path for method, path in x.platform.requests if method == "GET"]
    assert sum(path.startswith("/2/users/me") for path in paths) == 1
    assert len(paths) == 1 + 3 + 3


def test_a_post_of_long_before_is_another_one(x: XStage) -> None:
    for earlier, there in ((timedelta(hours=2), False), (timedelta(minutes=5), True)):
        at = parcel().first_tried - earlier
        x.platform.accepted = [Accepted(str(id_at(at) + 1), TEXT, at)]
        assert (build(x.fittings).read_back(parcel()) is not None) is there


def test_whose_credentials_these_are_is_asked_before_anything_is_said_of_an_account(x: XStage) -> None:
    channel = build(x.fittings)
    assert isinstance(channel, Inspectable)
    assert channel.inspect().problem is None
    other = build(replace(x.fittings, account=replace(x.fittings.account, handle="@another")))
    assert isinstance(other, Inspectable)
    assert isinstance(other, Watchable)
    assert "@kitahama_jp, not of @another" in str(other.inspect().problem)
    with pytest.raises(NotSent, match="@kitahama_jp, not of @another"):
        other.recent(NOON)


def test_without_a_handle_the_address_still_leads_there(x: XStage) -> None:
    account = replace(x.fittings.account, handle=None)
    receipt = build(replace(x.fittings, account=account)).publish(parcel())
    assert receipt.url == f"https://x.com/i/status/{receipt.remote_id}"


def test_two_accounts_of_two_platforms_do_not_mix(x: XStage, tmp_path: Path) -> None:
    other = LoopbackX()
    with serving(other) as server:
        account = replace(x.fittings.account, id="x-two", api_base=server.address)
        build(replace(x.fittings, account=account)).publish(parcel("二つ目"))
        build(x.fittings).publish(parcel())
    assert [each.text for each in other.accepted] == ["二つ目"]
    assert x.held(TEXT) == 1


@settings(deadline=None)  # a shared machine may be busy
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_a_text_is_the_same_after_x_has_shown_it(text: str) -> None:
    sent = f"a{text}b https://www.kitahama.example/a?b=1&c=2 と https://anpi.kitahama.example/ 次回16:30"
    shown = Accepted("1900000000000000000", sent, NOON).shown()
    links = tuple((each["url"], each["expanded_url"]) for each in shown["entities"]["urls"])
    assert same(sent, Remote("1", shown["text"], links))
    assert not same(sent + "。", Remote("1", shown["text"], links))


def test_a_bare_domain_that_x_made_a_link_is_the_same() -> None:
    links = (("https://t.co/1", "http://kitahama.example/a"),)
    assert same("見る kitahama.example/a です", Remote("1", "見る https://t.co/1 です", links))
    assert not same("見る kitahama.example/b です", Remote("1", "見る https://t.co/1 です", links))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, PAUSE),
        ({"x-rate-limit-reset": "-5"}, PAUSE),
        ({"x-rate-limit-reset": "٣"}, PAUSE),
        ({"x-rate-limit-reset": str(int(NOON.timestamp()) - 60)}, 1.0),
        ({"x-rate-limit-reset": str(int(NOON.timestamp()) + 60)}, 60.0),
        ({"x-rate-limit-reset": "9" * 400}, LONGEST_PAUSE),
        (
            {
                "x-rate-limit-remaining": "3",
                "x-rate-limit-reset": str(int(NOON.timestamp()) + 60),
                "x-user-limit-24hour-remaining": "0",
                "x-user-limit-24hour-reset": str(int(NOON.timestamp()) + 7200),
            },
            7200.0,
        ),
    ],
)
def test_the_pause_is_bounded(headers: dict[str, str], seconds: float) -> None:
    assert _verdict.pause(MANNERS, headers, NOON) == seconds


@settings(deadline=None)  # a shared machine may be busy
@given(st.integers(100, 999), st.binary(max_size=60), st.sampled_from([ValueError, OSError, AttributeError, KeyError]))
def test_every_answer_has_a_verdict(status: int, body: bytes, error: type[Exception]) -> None:
    verdict = unsent(Exchange(True, status, {}, body), error("canary"), NOON)
    assert "canary" not in verdict.reason
    assert isinstance(verdict, InDoubt) or 400 <= status < 500


def test_what_never_reached_the_network_was_not_sent() -> None:
    verdict = unsent(Exchange(), ValueError("canary"), FixedClock().now())
    assert isinstance(verdict, NotSent)
    assert "canary" not in verdict.reason
