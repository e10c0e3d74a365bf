"""Lengths per platform."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.text import graphemes as graphemes_module
from crisis.text.graphemes import count_graphemes, graphemes
from crisis.text.lengths import composed, measure
from crisis.text.links import find_links

FAMILY = "👨\u200d👩\u200d👧\u200d👦"
PARTS = ["a", "あ", ".", "/", ":", "_", "-", "com", "jp", "みんな", "http://", "😀", " ", "t.co/", "?", "("]
LINKED = st.lists(st.sampled_from(PARTS)).map("".join)


@pytest.mark.parametrize(
    ("text", "x", "mastodon", "bluesky"),
    [
        ("仙台事業所は閉鎖しています。", 28, 14, 14),
        ("Sendai Office is closed.", 24, 24, 24),
        ("https://www.kitahama.example/status", 35, 35, 35),
        ("https://www.kitahama-denki.example.jp/status", 23, 23, 44),
        ("詳しくはwww.example.jpへ", 8 + 23 + 2, 19, 19),
        ("notice.md", 23, 9, 9),
        (FAMILY, 2, 1, 1),
        ("ﾊﾟｿｺﾝ", 10, 4, 4),
        ("は\u309a", 2, 1, 1),
        ("@crisis@social.example です", 27, 10, 25),
    ],
)
def test_lengths(text: str, x: int, mastodon: int, bluesky: int) -> None:
    assert [measure(text, platform).length for platform in ("x", "mastodon", "bluesky")] == [x, mastodon, bluesky]


def test_limits() -> None:
    assert measure("あ" * 140, "x").valid
    assert not measure("あ" * 141, "x").valid
    assert measure("あ" * 500, "mastodon").valid
    assert not measure("あ" * 501, "mastodon").valid
    assert measure("あ" * 300, "bluesky").valid
    assert not measure("あ" * 301, "bluesky").valid


def test_bluesky_bounds_bytes_too() -> None:
    families = FAMILY * 121
    assert len(families.encode()) > 3000
    assert measure(families, "bluesky").length == 121
    assert not measure(families, "bluesky").valid


def test_an_instance_states_its_own_limit() -> None:
    assert measure("あ" * 900, "mastodon", limit=1000) == measure("あ" * 900, "page", limit=1000)
    assert measure("あ" * 900, "mastodon", limit=1000).valid


def test_page_and_feed_are_unbounded() -> None:
    for platform in ("page", "feed", "cap", "hand", "sirens"):
        found = measure("長い" * 9000, platform)
        assert (found.length, found.limit, found.valid) == (18000, None, True)


@pytest.mark.parametrize("platform", ["mastodon", "bluesky", "page", "feed"])
def test_blank_is_no_post(platform: str) -> None:
    assert not measure(" \u3000\n", platform).valid


@pytest.mark.parametrize("platform", ["x", "mastodon", "bluesky", "page"])
def test_empty_is_no_post(platform: str) -> None:
    found = measure("", platform)
    assert (found.length, found.valid) == (0, False)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("@desk", 5),
        ("@desk@social.example", 5),
        ("本社@desk@social.example", 22),  # a letter before it: no mention
        ("https://a.jp/詳細 です", 23 + 3),
        ("https://a.jp/詳細です", 23),
        ("a.jp/x gopher://a.jp", 7 + 23),
        ("https://a.jp/@desk@social.example", 23),
    ],
)
def test_mastodon_links_and_mentions(text: str, counted: int) -> None:
    assert measure(text, "mastodon").length == counted


@given(
    st.text(st.sampled_from("aが\u3099\u0301か\u0323가\u1100\u1161仙 Åé\u09c7\u09be"), min_size=200).map(
        lambda text: text * 6
    )
)
def test_a_long_text_is_composed_as_a_short_one(text: str) -> None:
    assert len(text) > 1000
    assert composed(text) == unicodedata.normalize("NFC", text)


def test_marks_without_end_are_composed_in_linear_time() -> None:
    assert measure("a" + "\u0315\u0300" * 50_000, "x").length == 100_000


@given(st.text() | LINKED)
def test_graphemes_lose_nothing(text: str) -> None:
    assert "".join(graphemes(text)) == text


def test_what_is_called_simple_is() -> None:
    """Each character that is counted without the regex package is a cluster of its own, whatever stands beside it."""
    import regex

    simple = "".join(char for char in map(chr, range(0x10000)) if graphemes_module._SIMPLE.fullmatch(char))
    assert len(simple) > 27_000
    beside = "".join(f"{char}a{char}😀{char}" for char in simple)
    assert len(regex.findall(r"\X", beside)) == len(beside)


@given(st.text(st.sampled_from("🇯🇵🇺a\u0301\u200d\ufe0f😀\u0600👨")) | st.text(st.characters(max_codepoint=0xFFFF)))
def test_graphemes_are_those_of_the_regex_package(text: str) -> None:
    import regex

    assert count_graphemes(text) == len(regex.findall(r"\X", text))


@given(st.text() | LINKED, st.sampled_from(["x", "mastodon", "bluesky", "page"]))
def test_any_text_is_measured(text: str, platform: str) -> None:
    found = measure(text, platform)
    assert 0 <= found.length <= 4 * len(text) + 23
    assert found.limit is None or not found.valid or found.length <= found.limit


@given(LINKED)
def test_links_stand_where_they_say_and_never_overlap(text: str) -> None:
    at = 0
    for link in find_links(text):
        assert at <= link.start < link.end
        assert text[link.start : link.end] == link.url
        at = link.end


def test_ordinary_text_imports_no_other_package() -> None:
    import subprocess

    program = "import sys; from crisis.text.lengths import measure; measure('仙台 https://a.jp 次回16:30', 'bluesky')"
    told = f"{program}; print(sorted({{'regex', 'budoux', 'yaml'}} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
