"""Enumerated facts: the phrases around a term that deny it, narrow it, put it off or ask for it."""

from __future__ import annotations

import pytest
from facts_desk import REASONS, STATUS

from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import term_of
from crisis.model.notice_type import Term


def meant(text: str, terms: tuple[Term, ...] = STATUS, *, narrow: bool = True) -> str:
    try:
        return term_of(text, terms, narrow=narrow)
    except Unclear as unclear:
        return unclear.code


@pytest.mark.parametrize(
    "text",
    [
        "閉鎖",
        "閉鎖中",
        "閉鎖しました",
        "全館閉鎖",
        "閉鎖を継続しています",
        "変更なし（閉鎖を継続）",
        "閉鎖のまま",
        "閉鎖とする",
        "一時閉鎖",
        "閉鎖することになりました",
        "閉鎖（立入禁止）",
        "本日休業",
        "本日は終日閉鎖",
        "閉鎖中（再開は10/13 9:00）",
        "11日まで閉鎖",
        "15:00から閉鎖しています",
        "closed to visitors",
        "Closed until Tuesday",
        "Closed since 15:00",
        "CLOSED!!",
        "The building is shut.",
        "closed - reopening TBD",
    ],
)
def test_closed(text: str) -> None:
    assert meant(text) == "closed"


@pytest.mark.parametrize(
    "text",
    [
        "通常どおり",
        "再開しました",
        "閉鎖していたが再開",
        "閉鎖解除済み",
        "Was closed. Now open as usual.",
        "Open as usual",
        "reopened",
    ],
)
def test_open(text: str) -> None:
    assert meant(text) == "open"


@pytest.mark.parametrize(
    "text",
    [
        "3階を除き通常どおり",
        "通常どおり（3階を除く）",
        "通常どおり（正面玄関のみ利用可）",
        "open (limited)",
        "open to staff only",
        "Open, except 3F",
        "閉鎖（予定）",
        "閉鎖（誤）",
        "閉鎖（14時に解除）",
        "閉鎖 → 通常どおり",
        "閉鎖から通常どおりへ",
        "open; canteen closed",
        "10月13日に再開",
        "13日9:00に再開",
        "明日から閉鎖",
        "Closed from Monday",
        "閉鎖時間 9:00-10:00",
        "再開待ち",
        "再開見込み",
        "再開準備中",
        "will reopen at 9",
        "to be reopened",
        "not yet reopened",
        "half closed",
        "isn't closed",
        "ain't closed",
        "never closed",
        "no longer closed",
        "closed?",
        "閉鎖か",
        "閉鎖したい",
        "閉鎖せよ",
        "閉鎖を免れた",
        "閉鎖の必要なし",
        "閉鎖には至らず",
        "閉鎖は解除されていません",
        "閉鎖するかどうか検討中",
        "もし揺れれば閉鎖",
        "閉鎖とのこと",
        "閉鎖らしい",
        "元閉鎖",
        "未再開",
        "clo sed",
        "",
    ],
)
def test_neither_for_sure(text: str) -> None:
    assert meant(text) in {"negated", "several-terms", "dated", "not-understood"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("停電のため(3階天井が落下、負傷者2名)", "power-cut"),
        ("停電（復旧作業は中止、20時に再開見込み）", "power-cut"),
        ("地震の影響", "earthquake"),
        ("地震ではなく停電", "power-cut"),
        ("計画停電", "planned-power-cut"),
        ("地震に伴う停電", "several-terms"),
        ("地震（誤報）", "several-terms"),
        ("earthquake drill", "negated"),
        ("not the typhoon", "negated"),
        ("原因不明", "not-understood"),
    ],
)
def test_a_reason_keeps_its_class_whatever_its_brackets_say(text: str, expected: str) -> None:
    assert meant(text, REASONS, narrow=False) == expected


def test_a_term_that_says_a_part_may_say_so() -> None:
    assert meant("一部営業（受付のみ）") in {"limited", "several-terms"}
    assert meant("一部閉鎖") == "limited"


def test_two_terms_with_one_phrase_are_never_guessed() -> None:
    assert meant("赤", (Term("a", ("赤",)), Term("b", ("赤",)))) == "several-terms"
