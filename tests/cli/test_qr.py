"""QR codes on the terminal: every module as the standard's encoder set it, light on dark, or a clear refusal."""

from __future__ import annotations

import pytest
import segno

from crisis.cli.outbox.qr import LIGHT_ON_DARK, QUIET_ZONE, drawn
from crisis.errors import Mistake

TEXT = "北浜電機：仙台事業所は地震のため閉鎖しています。9日15:20現在 次回16:30"
HALVES = {" ": (True, True), "▀": (False, True), "▄": (True, False), "█": (False, False)}
"""Whether the upper and the lower module is dark."""


def modules(picture: str) -> list[list[bool]]:
    rows: list[list[bool]] = []
    for line in picture.splitlines():
        rows += [[HALVES[sign][half] for sign in line] for half in (0, 1)]
    return rows


def test_every_module_stands_where_it_should_in_a_light_border() -> None:
    code = segno.make_qr(TEXT, error="l", mode="byte", encoding="utf-8", boost_error=False)
    size = len(code.matrix)
    rows = modules(drawn(TEXT, columns=None, coloured=False))
    inner = [row[QUIET_ZONE:-QUIET_ZONE] for row in rows[QUIET_ZONE : QUIET_ZONE + size]]
    assert inner == [[bool(module) for module in row] for row in code.matrix]
    assert not any(any(row) for row in rows[:QUIET_ZONE])
    assert not any(row[side] for row in rows[: size + 2 * QUIET_ZONE] for side in (0, 1, -1, -2))


def test_colours_are_fixed_on_a_screen_alone() -> None:
    assert all(line.startswith(LIGHT_ON_DARK) for line in drawn(TEXT, columns=200, coloured=True).splitlines())
    assert "\x1b" not in drawn(TEXT, columns=None, coloured=False)


@pytest.mark.parametrize(("text", "columns", "code"), [(TEXT, 40, "qr-too-wide"), ("あ" * 1000, None, "qr-too-long")])
def test_what_does_not_fit_is_refused_with_another_way(text: str, columns: int | None, code: str) -> None:
    with pytest.raises(Mistake, match="--out FILE") as refused:
        drawn(text, columns=columns, coloured=False)
    assert refused.value.code == code
