"""Mastodon over loopback: what each failure means, what is read back, and what the server says of itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platforms.mastodon import SECRETS, SLOW, Accepted, MastodonStage, stage
from platforms.stage import NOON, TOKYO, parcel

from crisis.channels import _verdict, _wire, build
from crisis.channels._verdict import LONGEST_PAUSE, PAUSE, Exchange, unsent
from crisis.channels.mastodon import MastodonChannel
from crisis.channels.mastodon.sameness import same
from crisis.channels.mastodon.verdict import MANNERS
from crisis.errors import Mistake
from crisis.model.ports import Fittings, InDoubt, Inspectable, Inspected, NotSent
from crisis.model.settings import Account

TEXT = parcel().text


@pytest.fixture
def server(tmp_path: Path) -> Iterator[MastodonStage]:
    with stage(tmp_path) as made:
        yield made


def with_account(made: Fittings, **changes: object) -> Fittings:
    return replace(made, account=replace(made.account, **changes))  # type: ignore[arg-type]


def inspected(made: Fittings) -> Inspected:
    channel = build(made)
    assert isinstance(channel, Inspectable)
    return channel.inspect()


def test_a_post_is_public_in_its_language_and_never_scheduled(server: MastodonStage) -> None:
    build(server.fittings).publish(parcel(language="ja-x-plain"))
    form = server.platform.accepted[0].form
    assert (form["visibility"], form["language"]) == ("public", "ja")
    assert "scheduled_at" not in form
    assert server.platform.requests == [("POST", "/api/v1/statuses")]


def test_the_idempotency_key_is_the_deliverys_and_no_others(server: MastodonStage) -> None:
    build(server.fittings).publish(parcel())
    build(server.fittings).publish(parcel())
    build(server.fittings).publish(parcel(post="P-02"))
    assert [len(server.platform.accepted), len(server.platform.keys)] == [2, 2]


@pytest.mark.parametrize("fault", ["lost", "reset", "server-error", "busy", "html", "list", "no-id", "cut", "redirect"])
def test_what_may_be_out_is_in_doubt(server: MastodonStage, fault: str) -> None:
    server.trouble(fault)
    with pytest.raises(InDoubt):
        build(server.fittings).publish(parcel())
    assert len(server.platform.requests) == 1


@pytest.mark.parametrize("fault", ["lost", "html", "list", "no-id", "cut"])
def test_a_lost_answer_is_found_again_on_a_server_that_ignores_keys(server: MastodonStage, fault: str) -> None:
    server.platform.keeps_keys = False
    server.trouble(fault)
    channel = build(server.fittings)
    with pytest.raises(InDoubt):
        channel.publish(parcel())
    server.platform.fault = None
    found = channel.read_back(parcel())
    assert found is not None
    assert found.url == f"https://social.example/@kitahama/{server.platform.accepted[0].id}"


@pytest.mark.parametrize("fault", ["unauthorised", "forbidden", "absent", "gone", "unprocessable", "teapot"])
def test_a_refusal_is_final(server: MastodonStage, fault: str) -> None:
    server.trouble(fault)
    with pytest.raises(NotSent) as caught:
        build(server.fittings).publish(parcel())
    assert caught.value.permanent


def test_no_connection_is_worth_another_try(server: MastodonStage) -> None:
    server.trouble("refuse")
    with pytest.raises(NotSent) as caught:
        build(server.fittings).publish(parcel())
    assert not caught.value.permanent


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
def test_a_rate_limit_says_when_to_come_back(server: MastodonStage, fault: str, seconds: float) -> None:
    server.trouble(fault)
    started = time.monotonic()
    with pytest.raises(NotSent) as caught:
        build(server.fittings).publish(parcel())
    assert not caught.value.permanent
    # By the server's own clock, which runs; ours stands.
    assert caught.value.retry_after is not None
    assert time.monotonic() - started < 5
    if fault in {"limited-after", "limited-no-reset", "limited-garbled"}:
        assert caught.value.retry_after == seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"X-RateLimit-Reset": "2026-10-09T03:02:00.000000Z"}, 120.0),
        ({"X-RateLimit-Reset": "2026-10-09T12:02:00+09:00"}, 120.0),
        ({"X-RateLimit-Reset": str(int(NOON.timestamp()) + 60)}, 60.0),
        ({"X-RateLimit-Reset": "2026-10-09T03:02:00Z", "Date": "Fri, 09 Oct 2026 03:01:30 GMT"}, 30.0),
        ({"X-RateLimit-Reset": "2026-10-09T03:02:00Z", "Date": "yesterday"}, 120.0),
        ({"X-RateLimit-Reset": "2026-10-09T03:02:00"}, PAUSE),
        ({"X-RateLimit-Reset": "9" * 400}, PAUSE),
        ({"X-RateLimit-Reset": "2036-10-09T03:02:00Z"}, LONGEST_PAUSE),
        ({"Retry-After": "0"}, 1.0),
        ({"Retry-After": "Fri, 09 Oct 2026 03:01:30 GMT"}, PAUSE),
    ],
)
def test_the_pause_is_bounded(headers: dict[str, str], seconds: float) -> None:
    assert _verdict.pause(MANNERS, headers, NOON) == seconds


@pytest.mark.parametrize("fault", SLOW)
def test_a_slow_server_is_given_up(server: MastodonStage, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_wire, "TOTAL", 0.3)
    server.trouble(fault)
    started = time.monotonic()
    with pytest.raises(InDoubt):
        build(server.fittings).publish(parcel())
    assert time.monotonic() - started < 3
    assert server.held(TEXT) == 1


def test_a_token_that_no_header_can_carry_is_refused_before_the_network(server: MastodonStage) -> None:
    for token in ("canary\ncanary", "canary\udcff"):
        with pytest.raises(NotSent) as caught:
            build(replace(server.fittings, secrets={"ACCESS_TOKEN": token})).publish(parcel())
        assert caught.value.permanent
        assert "canary" not in caught.value.reason
    assert server.platform.requests == []


def test_a_token_is_never_taken_for_a_file(server: MastodonStage, tmp_path: Path) -> None:
    other = tmp_path / "canary"
    other.write_text(SECRETS["ACCESS_TOKEN"])
    with pytest.raises(NotSent, match="401"):
        build(replace(server.fittings, secrets={"ACCESS_TOKEN": str(other)})).publish(parcel())


def test_it_asks_once_who_it_is_and_reads_every_page(server: MastodonStage) -> None:
    channel = build(server.fittings)
    for number in range(90):
        text = f"第{number}報"
        server.platform.create({"status": text}, None)
    assert channel.read_back(parcel("第0報", post="P-0")) is not None
    assert channel.read_back(parcel("第900報", post="P-9")) is None
    paths = [path for _, path in server.platform.requests]
    assert sum("verify_credentials" in path for path in paths) == 1
    assert len(paths) == 1 + 3 + 4


def test_too_many_posts_to_look_through_are_no_absence(server: MastodonStage) -> None:
    for number in range(210):
        server.platform.create({"status": f"第{number}報"}, None)
    with pytest.raises(NotSent, match="too many"):
        build(server.fittings).read_back(parcel())


def test_a_post_of_long_before_is_another_one(server: MastodonStage) -> None:
    server.platform.accepted.append(Accepted("1", TEXT, NOON - timedelta(hours=2), {}))
    assert build(server.fittings).read_back(parcel()) is None


def test_the_server_is_where_the_accounts_page_is(server: MastodonStage) -> None:
    made = with_account(server.fittings, api_base=None, url="https://social.example/@kitahama")
    channel = build(made)
    assert isinstance(channel, MastodonChannel)
    assert channel._client.api_base_url == "https://social.example"
    for url in (None, "http://social.example/@kitahama"):
        with pytest.raises(Mistake, match="does not say which server"):
            build(with_account(made, url=url))
    with pytest.raises(Mistake, match="neither https nor on this machine"):
        build(with_account(made, api_base="http://social.example"))


def test_an_account_of_another_name_is_told(server: MastodonStage) -> None:
    assert inspected(server.fittings) == Inspected()
    problem = inspected(with_account(server.fittings, handle="@kitahama_jp")).problem
    assert "@kitahama, not of @kitahama_jp" in str(problem)
    assert server.platform.accepted == []


@pytest.mark.parametrize(
    ("most", "link", "ours", "problem", "note"),
    [
        (500, 23, None, None, None),
        (500, 23, 1000, "takes 500 characters, the desk counts with 1000", None),
        (300, 23, None, "write limit = 300", None),
        (1000, 23, None, None, "limit = 1000 lets posts"),
        (5000, 25, 4000, None, "counts a link as 25"),
        ("many", 23, None, None, None),
    ],
)
def test_the_servers_own_limit_is_compared(
    server: MastodonStage, most: object, link: int, ours: int | None, problem: str | None, note: str | None
) -> None:
    server.platform.statuses = {"max_characters": most, "characters_reserved_per_url": link}
    said = inspected(with_account(server.fittings, limit=ours))
    assert problem is None if said.problem is None else problem is not None and problem in str(said.problem)
    assert note is None if said.note is None else note is not None and note in str(said.note)


@pytest.mark.parametrize("fault", ["unauthorised", "server-error", "html", "list", "refuse"])
def test_a_server_that_cannot_be_asked_is_told(server: MastodonStage, fault: str) -> None:
    server.trouble(fault)
    with pytest.raises(NotSent):
        inspected(server.fittings)


@settings(deadline=None)  # a shared machine may be busy
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_a_text_is_the_same_after_the_server_has_shown_it(text: str) -> None:
    sent = f"a{text}b\n\nhttps://www.kitahama.example/a?b=1&c=2 と https://anpi.kitahama.example/aaaaaaaaaaaaaaaaaaa #地震 次回16:30"
    shown = Accepted("1", sent, NOON.astimezone(TOKYO), {}).shown()
    assert same(sent, shown["content"])
    assert not same(sent + "。", shown["content"])


def test_a_mention_is_the_same_without_its_server() -> None:
    shown = '<p>問い合わせ <span class="h-card"><a href="https://b.example/@desk">@<span>desk</span></a></span> へ</p>'
    assert same("問い合わせ @desk@b.example へ", shown)
    assert not same("問い合わせ @dusk@b.example へ", shown)


@settings(deadline=None)  # a shared machine may be busy
@given(st.integers(100, 999), st.binary(max_size=60), st.sampled_from([ValueError, OSError, AttributeError, KeyError]))
def test_every_answer_has_a_verdict(status: int, body: bytes, error: type[Exception]) -> None:
    verdict = unsent(MANNERS, Exchange(True, status, {}, body), error("canary"), NOON)
    assert "canary" not in verdict.reason
    assert isinstance(verdict, InDoubt) or 400 <= status < 500


def test_a_server_without_a_handle_is_not_compared(server: MastodonStage) -> None:
    assert (
        inspected(replace(server.fittings, account=Account("m", "mastodon", api_base=server.server.address)))
        == Inspected()
    )
