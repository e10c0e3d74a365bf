"""Japanese: every sentence has one, with the same details; people choose it, scripts never get it."""

from __future__ import annotations

import string
import tomllib
from functools import lru_cache

import pytest
import sentences_of_the_house as house
from absence import ROOT
from cli_kit import Office, closed, crisis, process

from crisis.cli.words import wanted_language
from crisis.text.japanese import display_width


@lru_cache
def japanese() -> dict[str, str]:
    return tomllib.loads((ROOT / "crisis" / "cli" / "ja.toml").read_text("utf-8"))


def details(template: str) -> set[str]:
    return {name for _text, name, _spec, _how in string.Formatter().parse(template) if name is not None}


def test_every_sentence_has_its_japanese() -> None:
    assert sorted(house.every() - set(japanese())) == []


def test_no_japanese_is_left_over() -> None:
    assert sorted(set(japanese()) - house.every()) == []


def test_both_languages_tell_the_same_details() -> None:
    assert [english for english, told in japanese().items() if details(english) != details(told)] == []


def test_a_sentence_is_a_literal_or_says_why_not() -> None:
    assert {text: file for text, file in house.not_literal().items() if text not in house.NOT_LITERAL} == {}


def test_the_collector_sees_what_it_should() -> None:
    found = house.every()
    assert {
        "Nothing waits for clearance.",
        "Add --reason TEXT.",
        "queued",
        "Stop everything, at once. No key, no question.",
    } <= found
    assert "free remarks were written for colleagues" in found


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "CRISIS_LANG": "ja"}, "ja"),
        (["--lang", "en"], {"LANG": "ja_JP.UTF-8"}, "en"),
        (["queue", "--lang=ja"], {"CRISIS_LANG": "en"}, "ja"),
    ],
)
def test_the_language_is_the_one_asked_for(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert wanted_language(arguments, environment) == language


def test_people_read_japanese_and_scripts_english(office: Office) -> None:
    assert "承認待ちの投稿はありません" in office.run("clear", "--lang", "ja").exits(0).out
    assert "承認待ちの投稿はありません" in office.run("clear", env={"CRISIS_LANG": "ja"}).exits(0).out
    posts = office.waiting()
    refused = office.run("clear", *posts, "--as", "drafter", "--yes", "--json", "--lang", "ja").exits(3)
    assert "別の人に承認を頼んでください" in refused.err
    assert refused.document["error"]["sentence"].startswith("drafter made the last change")
    assert refused.out.isascii()


def test_states_and_reasons_are_japanese(office: Office) -> None:
    office.cleared()
    assert "送信待ち" in office.run("queue", "--lang", "ja").out
    assert "全停止しました" in office.run("hold", "--lang", "ja").out
    shown = office.run("queue", "--lang", "ja").out
    assert "停止中" in shown
    assert "手動で投稿" in shown
    assert "stopped" not in shown


def test_what_a_notice_lacks_is_said_in_japanese(office: Office) -> None:
    told = office.run("draft", "-", "--lang", "ja", stdin=closed(状況="閉鎖または通常どおり", 被害="天井")).exits(4).out
    assert "要判断" in told
    assert "「状況」（3行目）に二つのことが書かれています" in told
    assert "被害: 被害の様子は公開しません" in told


def test_a_file_that_is_refused_is_refused_in_japanese(office: Office) -> None:
    assert "は空です" in office.run("draft", "-", "--lang", "ja").out
    office.run("notice", "add", "-", stdin=b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9).exits(3)
    assert "通知として読めません" in office.run("ledger", "releases", "--lang", "ja").out


@pytest.mark.parametrize("lang", ["fr", "", "ja_JP"])
def test_another_language_is_refused(lang: str) -> None:
    ran = crisis("queue", "--lang", lang).exits(2)
    assert "--lang" in ran.err


def test_a_screen_in_japanese_fits_80_columns(office: Office) -> None:
    office.cleared()
    for command in (("queue",), ("hand",), ("account", "list"), ("person", "list"), ("notice", "list")):
        shown = process(*command, "--lang", "ja", "--desk", office.folder, env={"COLUMNS": "80"}).exits(0).out
        assert max(map(display_width, shown.splitlines())) <= 80, shown


def test_what_names_a_row_stays_in_one_piece(office: Office) -> None:
    notice = office.drafted()["notice"]
    incident = office.json("incident", "open", "earthquake")["incident"]
    for language in ("ja", "en"):
        for command, name in ((("notice", "list"), notice), (("incident", "list"), incident)):
            shown = process(*command, "--lang", language, "--desk", office.folder, env={"COLUMNS": "80"}).exits(0).out
            assert name in shown


def test_the_record_speaks_of_fields_in_words(office: Office) -> None:
    office.cleared(closed(被害="天井の落下"))
    shown = office.run("ledger", "releases", "--lang", "ja").exits(0).out
    assert "拠点" in shown
    assert "公開しない項目：被害" in shown
    assert "as_of" not in shown
