"""Only listed addresses pass, whatever they are dressed as."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.text.urls import listed, urls_in

PUBLIC = ("https://www.kitahama.example/", "https://anpi.kitahama.example/app/", "https://social.example/@kitahama")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.kitahama.example/",
        "https://www.kitahama.example",
        "HTTPS://WWW.Kitahama.example/notices/",
        "https://www.kitahama.example:443/notices",
        "https://www.kitahama.example/notices?lang=ja&page=2",
        "https://www.kitahama.example/notices#sendai",
        "https://www.kitahama.example/%E5%AE%89%E5%90%A6",
        "https://anpi.kitahama.example/app",
        "https://anpi.kitahama.example/app/login",
        "https://social.example/@kitahama/109",
    ],
)
def test_what_lies_under_a_listed_prefix_passes(url: str) -> None:
    assert listed(url, PUBLIC)


@pytest.mark.parametrize(
    "url",
    [
        "http://www.kitahama.example/",
        "https://kitahama.example/",
        "https://www.kitahama.example.evil.example/",
        "https://www.kitahama.example@evil.example/",
        "https://user:pw@www.kitahama.example/",
        "https://www.kitahama.example:8443/",
        "https://www.kitahama.example:/",
        "https://www.kitahama.example./",
        "https://www.kitahаma.example/",  # a Cyrillic а
        "https://www.kitahama。example/",
        "https://xn--kitahma-7fg.example/",
        "https://anpi.kitahama.example/",
        "https://anpi.kitahama.example/application",
        "https://anpi.kitahama.example/app/../admin",
        "https://anpi.kitahama.example/app/%2e%2e/admin",
        "https://anpi.kitahama.example/app/%252e%252e/admin",
        "https://anpi.kitahama.example/app/..%2fadmin",
        "https://anpi.kitahama.example/app/..;/admin",
        "https://anpi.kitahama.example\\app\\",
        "https://www.kitahama.example\\@evil.example/",
        "https://www.kitahama.example/go?url=https://evil.example/",
        "https://www.kitahama.example/go?url=https%3A%2F%2Fevil.example%2F",
        "https://www.kitahama.example/go?url=https%253A%252F%252Fevil.example",
        "https://www.kitahama.example/go?url=//evil.example",
        "https://www.kitahama.example/go?next=evil.example/path",
        "https://www.kitahama.example/go#https://evil.example/",
        "https://www.kitahama.example/go/https://evil.example/",
        "https://www.kitahama.example//evil.example/",
        "https://www.kitahama.example/a b",
        "https://www.kitahama.example/\x00",
        "javascript://www.kitahama.example/%0aalert(1)",
        "https:///www.kitahama.example/",
        "https://[::1]/",
        "https://[www.kitahama.example/",
        "https://www.kitahama.example:99999/",
        "//www.kitahama.example/",
        "www.kitahama.example",
        "",
    ],
)
def test_nothing_else_passes(url: str) -> None:
    assert not listed(url, PUBLIC)


def test_nothing_is_listed_where_nothing_is() -> None:
    assert not listed("https://www.kitahama.example/", ())
    assert not listed("https://www.kitahama.example/", ("www.kitahama.example", "nonsense", "https://"))


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("詳細はhttps://www.kitahama.example/aをご覧ください。", ["https://www.kitahama.example/a"]),
        ("(https://www.kitahama.example/a).", ["https://www.kitahama.example/a"]),
        (
            "<https://www.kitahama.example/a_(b)>、http://b.example/?q=1!",
            ["https://www.kitahama.example/a_(b)", "http://b.example/?q=1"],
        ),
        ("メールは a@b.example、電話は 03-0000-0000", []),
    ],
)
def test_addresses_are_found_in_sentences(text: str, urls: list[str]) -> None:
    assert list(urls_in(text)) == urls


@given(st.text(max_size=60))
def test_no_address_makes_it_fall_over(text: str) -> None:
    assert not listed("https://evil.example/" + text, PUBLIC)
    listed(text, PUBLIC)
    list(urls_in(text))


@given(st.text(alphabet="abc./%25ef@:\\?#=&;-", max_size=30))
def test_what_passes_is_under_the_origin(tail: str) -> None:
    url = "https://www.kitahama.example" + tail
    if listed(url, PUBLIC):
        assert tail[:1] in {"", "/", "?", "#"} or tail.startswith(":443")
        assert "@" not in re.split("[/?#]", tail)[0]
        assert ".." not in re.split("[?#]", tail)[0].split("/")
