"""One agreed hashtag, where there is room, and never at the cost of a fact."""

from __future__ import annotations

from crisis.drafting.marks import with_hashtag


def test_it_stands_on_its_own_line_and_ahead_of_the_link() -> None:
    assert with_hashtag("閉鎖しています。\nhttps://www.kitahama.example/", "#北浜電機")[0] == (
        "閉鎖しています。\n#北浜電機\nhttps://www.kitahama.example/"
    )
    assert with_hashtag("Closed.", "#OfficeStatus") == ("Closed.\n#OfficeStatus", "Closed.")


def test_without_one_nothing_changes() -> None:
    assert with_hashtag("Closed.", None) == ("Closed.",)
    assert with_hashtag("", "#OfficeStatus") == ("",)
