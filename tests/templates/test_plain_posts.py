"""Every shipped post in plain Japanese passes the linter, whatever its facts."""

from __future__ import annotations

import pytest
from template_kit import LADDERS
from test_template_contract import texts

from crisis.text.plain import review


@pytest.mark.parametrize("type_id", [type_id for type_id, language in LADDERS if language == "ja-x-plain"])
def test_is_plain_japanese(type_id: str) -> None:
    posts = {text for _, ladder in texts(type_id, "ja-x-plain") for text in ladder}
    assert posts
    for post in posts:
        found = review(post, names=["北浜電機"])
        assert found.passes, (post, found)
