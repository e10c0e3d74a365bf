"""Exercise and real never mix; links leave only where the desk lists them."""

from __future__ import annotations

import pytest

from crisis.guard import GuardContext, LinkStatus, inspect
from crisis.model.finding import Severity
from crisis.model.settings import Links, Mode

EXERCISE = GuardContext(mode=Mode.EXERCISE)
LINKS = Links(
    public=("https://www.kitahama.example/",),
    login_expected=("https://anpi.kitahama.example/",),
    internal=("*.intra.kitahama.example", "wiki.kitahama.example"),
)
DESK = GuardContext(links=LINKS)


def severities(text: str, context: GuardContext) -> dict[str, Severity]:
    return {f.code: f.severity for f in inspect(text, context)}


@pytest.mark.parametrize("text", ["【訓練】閉鎖しています。15:20", "[EXERCISE] Office closed. 15:20"])
def test_a_labelled_exercise_passes(text: str) -> None:
    assert "exercise-mix" not in severities(text, EXERCISE)


@pytest.mark.parametrize(
    "text", ["閉鎖しています。", "Office closed.", "【訓練】これは訓練ではありません", "[EXERCISE] This is not a drill"]
)
def test_an_unlabelled_or_denied_exercise_is_blocked(text: str) -> None:
    assert severities(text, EXERCISE)["exercise-mix"] is Severity.BLOCK


def test_the_topic_of_a_drill_holds_at_most() -> None:
    assert severities("訓練の件は後で", GuardContext())["exercise-mix"] is Severity.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "https://www.kitahama.example/saigai",
        "（https://www.kitahama.example/）",
        "https://anpi.kitahama.example/login をご覧ください",
    ],
)
def test_a_listed_link_passes(text: str) -> None:
    assert not {"unlisted-link", "access-url", "infra-host"} & set(severities(text, DESK))


@pytest.mark.parametrize(
    "text",
    ["https://kitahama-jp.com/", "bit.ly/3abc", "詳しくはkitahama.jpへ", "https://www.kitahama.example.evil.com/"],
)
def test_an_unlisted_link_holds_at_a_desk_and_is_advice_without(text: str) -> None:
    assert severities(text, DESK)["unlisted-link"] is Severity.HOLD
    assert severities(text, GuardContext())["unlisted-link"] is Severity.ADVISE


@pytest.mark.parametrize(
    "text", ["https://a.intra.kitahama.example/", "wiki.kitahama.example", "db.INTRA.kitahama.example"]
)
def test_an_internal_host_is_blocked(text: str) -> None:
    assert severities(text, DESK)["infra-host"] is Severity.BLOCK


@pytest.mark.parametrize(
    ("status", "code"),
    [(LinkStatus.GONE, "dead-link"), (LinkStatus.LOGIN, "login-link"), (LinkStatus.UNCHECKED, "unchecked-link")],
)
def test_what_was_found_behind_a_link_is_said(status: LinkStatus, code: str) -> None:
    url = "https://www.kitahama.com/a"
    context = GuardContext(links=Links(public=("https://www.kitahama.com/",)), link_status={url: status})
    assert code in severities(f"詳しくは {url} へ", context)


def test_an_expected_login_page_passes() -> None:
    url = "https://anpi.kitahama.com/"
    context = GuardContext(links=Links(login_expected=(url,)), link_status={url: LinkStatus.LOGIN})
    assert "login-link" not in severities(url, context)
