"""Quality is advice, with the better wording."""

from __future__ import annotations

import pytest

from crisis.guard import GuardContext, inspect
from crisis.guard.codes import CODES
from crisis.model.finding import Severity
from crisis.model.settings import Links


def severities(text: str, context: GuardContext | None = None) -> dict[str, Severity]:
    return {f.code: f.severity for f in inspect(text, context or GuardContext())}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("no-time", "仙台事業所は閉鎖しています。"),
        ("no-time", "Sendai Office is closed."),
        ("no-guidance", "北浜電機 15:20"),
        ("placeholder", "次回{{ next }}"),
        ("placeholder", "○○事業所は閉鎖しています"),
        ("placeholder", "次回 XX:XX"),
        ("placeholder", "Closed since [time]."),
        ("untimed-promise", "詳しくは追ってお知らせします。15:20"),
        ("untimed-promise", "今後の情報は第3報にてお知らせします。"),
        ("untimed-promise", "We will post again as soon as possible."),
        ("undated-word", "明日は休業します。"),
        ("undated-word", "Closed tomorrow."),
        ("tone", "至急、返信してください"),
        ("tone", "返信してください！！"),
        ("tone", "PLEASE REPLY TO THE SAFETY MAIL NOW"),
        ("hashtags", "#仙台 #地震 閉鎖しています"),
        ("go-home", "地震のため、帰宅してください。"),
        ("go-home", "After the earthquake, please go home."),
    ],
)
def test_lame_wording_is_advice(code: str, text: str) -> None:
    assert severities(text)[code] is Severity.ADVISE


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("no-time", "15:20現在、閉鎖しています。"),
        ("go-home", "計画運休のため、帰宅してください。"),
        ("go-home", "地震のため、むやみに帰宅を開始しないで"),
        ("hashtags", "#仙台 閉鎖しています"),
        ("undated-word", "とうきょうの みなさんへ"),
        ("tone", "JR has stopped. NHK says so."),
    ],
)
def test_plain_wording_passes(code: str, text: str) -> None:
    assert code not in severities(text)


def test_a_mention_is_advice_at_a_desk_too() -> None:
    assert severities("@kitahama_jp をご覧ください", GuardContext(links=Links()))["mention"] is Severity.ADVISE


def test_go_home_follows_the_kind_of_the_incident() -> None:
    assert "go-home" in severities("帰宅してください。", GuardContext(incident="earthquake"))


@pytest.mark.parametrize(
    "text",
    [
        "きたはまクラウドの障害のため、ご利用になれません。",
        "メンテナンス中です。",
        "A technical fault affects Kitahama Cloud.",
    ],
)
def test_in_an_attack_no_word_suggests_an_accident(text: str) -> None:
    assert severities(text, GuardContext(incident="cyber"))["accident-word"] is Severity.HOLD
    assert "accident-word" not in severities(text, GuardContext(incident="outage"))


def test_what_users_see_passes_in_an_attack_too() -> None:
    text = "きたはまクラウドにログインできません。障害者手帳アプリはご利用になれます。"
    assert "accident-word" not in severities(text, GuardContext(incident="cyber"))


def test_every_mend_is_one_or_two_sentences_without_fields() -> None:
    for code in CODES.values():
        assert str(code.mend).endswith(".")
        assert "{" not in str(code.mend)
