"""Lines of Japanese for a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from crisis.text.japanese import display_width, phrases, wrap

NOTICE = (
    "【第2報】北浜電機 仙台事業所は、地震のため閉鎖しています。きたはまクラウドに、9日(金)14:40ごろからログインできません。"
    "お急ぎの方は 0120-000-111 へお電話ください。50キロ以上、3,000人が第3工場に。https://www.example.jp/a/b?c=1 15:20現在 次回16:30"
)
PLAIN = "会社(かいしゃ)の メールに 返事(へんじ)を してください。メールが 来(こ)ない 人(ひと)は サイトに 書(か)いてください。"
WHOLE = (
    "【第2報】",
    "仙台事業所",
    "9日(金)14:40ごろ",
    "ログイン",
    "0120-000-111",
    "50キロ",
    "3,000人",
    "第3工",
    "15:20現在",
    "16:30",
)
SPACES = re.compile(r"\s")


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Sendai", 6),
        ("仙台", 4),
        ("ｶﾞｽ", 3),
        ("は\u309a", 2),
        ("①", 1),
        ("！", 2),
        ("😀", 2),
        ("☎\ufe0f", 2),
        ("👩\u200d🚒です", 6),
        ("a\u200bb", 2),
    ],
)
def test_widths(text: str, width: int) -> None:
    assert display_width(text) == width


def test_widths_are_those_of_the_screen() -> None:
    assert display_width(NOTICE) == cell_len(NOTICE)
    assert display_width(PLAIN) == cell_len(PLAIN)


@pytest.mark.parametrize("columns", range(24, 81, 4))
def test_no_line_breaks_inside_a_fact(columns: int) -> None:
    lines = wrap(NOTICE, columns, keep=("きたはまクラウド",))
    for whole in (*WHOLE, "きたはまクラウド"):
        assert any(whole in line for line in lines), f"{whole} is broken at {columns} columns"


@pytest.mark.parametrize("columns", range(24, 81, 7))
def test_no_line_starts_or_ends_badly(columns: int) -> None:
    lines = wrap(NOTICE, columns)
    assert not [line for line in lines if line[:1] in "、。）)」】ー"]
    assert not [line for line in lines if line[-1:] in "（(「【"]


def test_plain_japanese_breaks_between_words() -> None:
    assert wrap(PLAIN, 34) == [
        "会社(かいしゃ)の メールに",
        "返事(へんじ)を してください。",
        "メールが 来(こ)ない 人(ひと)は",
        "サイトに 書(か)いてください。",
    ]


def test_english_breaks_at_spaces() -> None:
    text = "Please reply to the company's safety-check mail as of 15:20."
    assert wrap(text, 24) == ["Please reply to the", "company's safety-check", "mail as of 15:20."]


def test_lines_of_the_text_stay() -> None:
    assert wrap("あ\n\n  い\n", 10) == ["あ", "", "  い", ""]


def test_what_is_wider_than_a_line_is_cut() -> None:
    assert wrap("https://www.example.jp/", 10) == ["https://ww", "w.example.", "jp/"]


def test_a_line_has_room_for_a_character() -> None:
    with pytest.raises(ValueError, match="two columns"):
        wrap("あ", 1)


@given(st.text(st.sampled_from(NOTICE + PLAIN + "\n😀\u200d\ufe0f\u3099")) | st.text(), st.integers(2, 60))
def test_lines_fit_and_lose_nothing(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(display_width(line) <= columns for line in lines)
    assert SPACES.sub("", "".join(lines)) == SPACES.sub("", text)


@given(st.text(st.sampled_from(NOTICE + PLAIN)))
def test_phrases_are_the_text(text: str) -> None:
    assert "".join(phrases(text)) == text


def test_model_posts_keep_their_times_whole(shared_data: Path) -> None:
    tone = shared_data.parent / "tone.md"
    if not tone.is_file():
        pytest.skip("the model posts are not beside the shared data")
    posts = re.findall(r"^- (?:short|long) \(\d+\): (.*[ぁ-ん].*)$", tone.read_text("utf-8"), re.MULTILINE)
    assert len(posts) > 20
    for post in posts:
        lines = wrap(post, 40)
        for time in re.findall(r"\d+:\d\d|\d+日", post):
            assert any(time in line for line in lines)
