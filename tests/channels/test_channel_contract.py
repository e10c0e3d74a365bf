"""The contract of every channel: whatever stands in `crisis/channels/` is put through this by itself."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import cast

import pytest
from platforms.stage import NOON, Stage, StageModule, parcel

from crisis.channels import build, needs, platforms
from crisis.model.delivery import Receipt
from crisis.model.ports import Channel, InDoubt, NotSent, Watchable

TEXTS = {
    "japanese": "【第1報】北浜電機で働く皆さんへ（派遣の方を含みます）\n9日(金)15:20現在 次回16:30",
    "emoji": "点検中です 👩🏽\u200d🚒🇯🇵 7️⃣",
    "right-to-left": "مكتب سنداي مغلق (2). \u2067שלום\u2069",
    "markup": "<script>alert('x')</script> <b>&amp; &copy; \"a\" ]]> <!-- {{ 7*7 }} {% raw %}",
    "lines": "first\n\n  third, indented\n\tfourth\nlast",
    "combining": "か\u3099き\u3099 e\u0301 \u200b\u00ad𠮷野家 \U0001f9d1",
    "links": "見る https://www.kitahama.example/a?b=1&c=<d と https://anpi.kitahama.example/。(https://www.kitahama.example/x)",
}


def module(platform: str) -> StageModule:
    """The channel's stage; a channel without one is not finished."""
    return cast("StageModule", import_module(f"platforms.{platform}"))


FAULTS = [(platform, fault) for platform in platforms() for fault in module(platform).FAULTS]


@pytest.fixture(params=platforms())
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    with module(request.param).stage(tmp_path) as made:
        yield made


def secretless(stage: Stage, error: BaseException) -> None:
    """Nothing of the credentials is in the error, in what it came from, or in what it would print."""
    said = "".join(traceback.format_exception(error)) + repr(error.__context__) + repr(error.__cause__)
    assert not [secret for secret in stage.fittings.secrets.values() if secret in said]
    assert error.__context__ is None or error.__suppress_context__
    assert str(error)


def attempt(stage: Stage, channel: Channel, text: str) -> Receipt | NotSent | InDoubt:
    try:
        return channel.publish(parcel(text))
    except (NotSent, InDoubt) as error:
        secretless(stage, error)
        return error


def test_a_channel_keeps_the_port(stage: Stage) -> None:
    channel = build(stage.fittings)
    assert isinstance(channel, Channel)
    assert channel.platform == stage.fittings.account.platform
    assert set(needs(channel.platform)) == set(stage.fittings.secrets)


def test_what_is_published_is_read_back(stage: Stage) -> None:
    channel = build(stage.fittings)
    receipt = channel.publish(parcel())
    found = build(stage.fittings).read_back(parcel())
    assert found is not None
    assert found.remote_id == receipt.remote_id
    assert receipt.url == found.url
    assert receipt.at == NOON
    assert stage.held(parcel().text) == 1


def test_what_stands_on_the_account_is_told(stage: Stage) -> None:
    asked: list[int] = []
    channel = build(replace(stage.fittings, reading=lambda: asked.append(1)))
    if not isinstance(channel, Watchable):
        return
    receipt = channel.publish(parcel())
    asked.clear()
    (seen,) = channel.recent(NOON - timedelta(minutes=1))
    assert (seen.remote_id, seen.url) == (receipt.remote_id, receipt.url)
    assert seen.shows(parcel().text)
    assert not seen.shows(parcel().text + "。")
    assert channel.recent(NOON + timedelta(minutes=1)) == []
    assert len(asked) >= 2, "each question is counted"


def test_what_is_absent_is_not_read_back(stage: Stage) -> None:
    channel = build(stage.fittings)
    assert channel.read_back(parcel()) is None
    channel.publish(parcel())
    assert channel.read_back(parcel("another text", post="P-02")) is None


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_survives(stage: Stage, text: str) -> None:
    channel = build(stage.fittings)
    receipt = channel.publish(parcel(text))
    found = channel.read_back(parcel(text))
    assert stage.held(text) == 1
    assert found is not None
    assert found.remote_id == receipt.remote_id


def test_repetition_is_a_no_op_where_the_channel_says_so(stage: Stage) -> None:
    channel = build(stage.fittings)
    first = channel.publish(parcel())
    again = attempt(stage, channel, parcel().text)
    assert stage.held(parcel().text) == 1
    if channel.repeatable:
        assert again == first
    else:
        assert again == first or isinstance(again, InDoubt)


def test_credentials_stay_out_of_logs_at_every_level(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    channel = build(stage.fittings)
    channel.publish(parcel())
    channel.read_back(parcel())
    stage.trouble(module(channel.platform).FAULTS[0])
    attempt(stage, channel, "another text")
    assert not [secret for secret in stage.fittings.secrets.values() if secret in caplog.text]


@pytest.mark.parametrize(("platform", "fault"), FAULTS)
def test_trouble_is_classified_by_what_the_platform_holds(platform: str, fault: str, tmp_path: Path) -> None:
    with module(platform).stage(tmp_path) as stage:
        stage.trouble(fault)
        outcome = attempt(stage, build(stage.fittings), parcel().text)
        if isinstance(outcome, Receipt):
            assert stage.held(parcel().text) == 1
        elif isinstance(outcome, NotSent):
            assert stage.held(parcel().text) == 0


@pytest.mark.parametrize(("platform", "fault"), FAULTS)
def test_a_troubled_platform_is_asked_without_surprise(platform: str, fault: str, tmp_path: Path) -> None:
    with module(platform).stage(tmp_path) as stage:
        build(stage.fittings).publish(parcel())
        stage.trouble(fault)
        channel = build(stage.fittings)
        try:
            found = channel.read_back(parcel())
        except NotSent as error:
            secretless(stage, error)
        else:
            # An answer is the truth, absence never a guess.
            assert found is not None
            assert found.remote_id
