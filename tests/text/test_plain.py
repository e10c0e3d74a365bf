"""The linter for plain Japanese: one text that keeps each rule, one that breaks it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.text.plain import review

PLAIN = "会社(かいしゃ)は 今(いま) しまっています。来(こ)ないでください。15:20の お知(し)らせです。"
RULES = {
    "era-year": ("2026年の お知(し)らせです。", "令和8年の お知(し)らせです。"),
    "slash-date": ("10月9日です。", "10/9です。"),
    "vague": ("まだ わかりません。", "止(と)まる おそれが あります。"),
    "double-negative": ("読(よ)んでください。", "読(よ)まなければ なりません。"),
    "noun-for-verb": ("電車(でんしゃ)を 使(つか)います。", "電車(でんしゃ)を 使(つか)う ことに します。"),
    "passive": ("ビルを しめました。", "ビルが しめられました。"),
    "potential": ("サイトを 見(み)てください。", "見(み)る ことが できます。"),
    "honorific": ("書(か)いてください。", "お書(か)きに なってください。"),
    "latin": ("JRが 止(と)まります。", "VPNを 使(つか)ってください。"),
    "long-loanword": ("サイトを 見(み)てください。", "インフォメーションを 見(み)てください。"),
    "hashtag": ("サイトを 見(み)てください。", "サイトを 見(み)てください。#北浜"),
    "imitation": ("いろいろ あります。", "ビルが ガタガタします。"),
    "hard-word": ("家(いえ)に 帰(かえ)ってください。", "帰宅(きたく)してください。"),
    "explain": ("余震(よしん)〈あとから 来(く)る 地震(じしん)〉が あります。", "余震(よしん)が あります。"),
    "reading": ("会社(かいしゃ)です。会社です。", "会社です。"),
    "many-kanji": (
        "会社(かいしゃ)の 人(ひと)は 家(いえ)です。",
        "今(いま) 会社(かいしゃ)の 人(ひと)は 家(いえ)で 本(ほん)です。",
    ),
    "long-sentence": (
        "会社(かいしゃ)は しまっています。",
        "きょうの ごごは みんなで うちへ かえってから かいしゃに でんわしてください。",
    ),
    "one-message": ("今(いま)、しまっています。", "今(いま)、ビルは、しまっています。"),
    "spaces": ("ビルには もう はいれません。", "ビルにはもうだれもはいれません。"),
    "ending": ("ビルに 来(こ)ないでください。", "ビルに 来(こ)ない。"),
    "time-style": ("15:20に 来(き)ました。16:30に 来(き)ます。", "午後(ごご)3時に 来(き)ました。16:30に 来(き)ます。"),
}


def broken(text: str) -> set[str]:
    return {breach.rule for breach in review(text).breaches}


@pytest.mark.parametrize("rule", RULES)
def test_a_text_that_keeps_it(rule: str) -> None:
    assert broken(RULES[rule][0]) == set()


@pytest.mark.parametrize("rule", RULES)
def test_a_text_that_breaks_it(rule: str) -> None:
    assert rule in broken(RULES[rule][1])


def test_a_plain_text_has_the_full_score() -> None:
    assert review(PLAIN).score == 100


def test_a_notice_in_office_language_does_not_pass() -> None:
    found = review(
        "従業員の皆様におかれましては、安否確認システムへの至急のご返信をお願いいたします。復旧の見込みは未定。"
    )
    assert not found.passes
    assert found.score < 40


def test_a_breach_says_where_and_what_instead() -> None:
    text = "10/9に 来(き)てください。"
    (breach,) = review(text).breaches
    assert text[breach.start : breach.end] == "10/9"
    assert str(breach.mend) == "Write the date as 10月9日."


def test_names_need_no_reading() -> None:
    text = "北浜電機の みなさんへ。"
    assert broken(text) == {"reading"}
    assert review(text, names=["北浜電機"]).score == 100


def test_counters_and_weekdays_need_no_reading() -> None:
    assert broken("10月9日(金)15:20の ことです。3人です。") == set()


@given(st.text(st.sampled_from(PLAIN + "、。()（）【】#/0123ABC令和ないおそれ\n")) | st.text())
def test_any_text_is_reviewed(text: str) -> None:
    found = review(text)
    assert 0 <= found.score <= 100
    assert (found.score == 100) == (not found.breaches)
    assert all(0 <= breach.start < breach.end <= len(text) for breach in found.breaches)
    assert all(str(breach.mend) for breach in found.breaches)


def test_model_posts_are_plain(shared_data: Path) -> None:
    tone = shared_data.parent / "tone.md"
    if not tone.is_file():
        pytest.skip("the model posts are not beside the shared data")
    sections = re.findall(r"^## \S+ yasashii\n((?:- .*\n?)+)", tone.read_text("utf-8"), re.MULTILINE)
    posts = re.findall(r"^- \w+ \(\d+\): (.*)$", "\n".join(sections), re.MULTILINE)
    assert len(posts) >= 12
    for post in posts:
        assert review(post.replace(" ⏎ ", "\n"), names=["北浜電機"]).breaches == ()
