"""Escapes are undone with the way back to the text as written."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.text.escapes import decoded


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("a&#83;b", "aSb"),
        ("&#x5c71;&#30000;", "山田"),
        ("x &amp; y", "x & y"),
        ("%E5%B1%B1 %6Fps", "山 ops"),
        ("\\u5c71\\x41", "山A"),
        ("see " + b64encode("北都銀行の件".encode()).decode() + ".", "see 北都銀行の件."),
        ("%26%2383%3B", "S"),  # twice
        ("100%25 sure", "100% sure"),
    ],
)
def test_what_is_escaped_is_read(written: str, plain: str) -> None:
    *_, found = decoded(written)
    assert found.text == plain


@pytest.mark.parametrize(
    "text", ["", "50% off", "Kitahama", "information", "&nosuchname;", "%zz", "%ff%fe", "\\ud800", "AT&T; x"]
)
def test_what_is_not_escaped_stays(text: str) -> None:
    assert [found.text for found in decoded(text)] in ([], [text])


@given(st.text(max_size=20), st.text(min_size=1, max_size=12), st.text(max_size=20))
def test_each_character_knows_where_it_stood(before: str, hidden: str, after: str) -> None:
    written = f"{before}§{quote(hidden.encode('utf-8', 'replace'), safe='')}§{after}"
    for found in decoded(written):
        assert len(found.text) == len(found.starts) == len(found.ends)
        assert all(0 <= start < end <= len(written) for start, end in zip(found.starts, found.ends, strict=True))
        assert list(found.starts) == sorted(found.starts)
