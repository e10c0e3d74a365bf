"""Two notices that differ only in what is internal make identical bytes, whatever the type, language and account.

3,000 generated pairs here, 100,000 in `make bench`.
"""

from __future__ import annotations

import pytest
from desk_pairs import compare

PAIRS, PARTS = 3000, 6


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_internal_changes_no_byte(part: int) -> None:
    found = compare(PAIRS // PARTS, f"identical bytes {part}")
    assert not found.differing
    assert found.said > found.pairs / 3, "most notices make posts"
