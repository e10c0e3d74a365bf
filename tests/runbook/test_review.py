"""Reviews that people edit are read back as they write them: loosely."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.runbook.review import Lessons, items, lessons, open_items


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("- [ ] A second telephone | owner: GA | due: 2026-12-01", ("A second telephone", "GA", date(2026, 12, 1))),
        ("- [ ] 紙の番号表 | 担当：総務 | 期限：2026年12月1日", ("紙の番号表", "総務", date(2026, 12, 1))),
        ("- [ ] 紙の番号表|総務|2026/12/1", ("紙の番号表", "総務", date(2026, 12, 1))),
        ("- [ ] No owner yet", ("No owner yet", "", None)),
        ("- [ ] Soon | owner: GA | due: Friday", ("Soon", "GA", None)),
        ("- [ ] No such day | owner: GA | due: 2026-02-30", ("No such day", "GA", None)),
        ("- [ ] More | owner: GA | due: 2026-12-01 | asked twice", ("More", "GA", date(2026, 12, 1))),
    ],
)
def test_an_item_is_what_owner_and_due_in_either_language(line: str, read: tuple[str, str, date | None]) -> None:
    (item,) = items(f"# Review\n\n{line}\n")
    assert (item.what, item.owner, item.day) == read
    assert (item.line, item.done) == (line, False)


@pytest.mark.parametrize("line", ["- [ ]  | owner:  | due: ", "- [ ] | |", "- a remark", "text | owner: GA"])
def test_what_says_nothing_is_no_item(line: str) -> None:
    assert items(line) == []


def test_an_item_is_open_until_it_is_ticked_and_again_where_it_comes_again() -> None:
    todo, done = "- [ ] Phone list | owner: GA", "- [x] Phone list | owner: GA"
    assert [item.what for item in open_items([todo, todo])] == ["Phone list"]
    assert open_items([todo, done]) == []
    assert [item.what for item in open_items([done, todo])] == ["Phone list"]


def test_an_item_is_known_by_its_mark_in_another_language_and_in_other_words() -> None:
    ja = "- [ ] 番号表を紙でも置く | 担当: 総務 | 期限: 2026-12-01 | #earthquake:leak:I2"
    en = "- [ ] Keep the list on paper too | owner: GA | due: 2026-12-01 | #earthquake:leak:I2"
    (item,) = open_items([ja, en])
    assert (item.what, item.owner, item.due) == ("Keep the list on paper too", "GA", "2026-12-01")
    assert open_items([ja, en.replace("[ ]", "[x]")]) == []
    other = en.replace("I2", "I3").replace("the list", "a second list")
    assert len(open_items([ja, other])) == 2
    unmarked = "- [ ] 番号表を紙でも置く | 担当: 総務"
    assert [item.line for item in open_items([ja, unmarked])] == [unmarked], "the newest word counts"


def test_it_is_overdue_the_day_after() -> None:
    (item,) = items("- [ ] Phone list | owner: GA | due: 2026-12-01")
    assert not item.overdue(date(2026, 12, 1))
    assert item.overdue(date(2026, 12, 2))


def test_lessons_are_the_lines_with_a_circle_or_a_cross() -> None:
    told = ["- ○ 声に出して読む\n- × 内線を書く\n- ○ \n- 別の話", "* ◯ Read aloud\n- ✕ 内線を書く\n- X Copy a notice"]
    assert lessons(told) == Lessons(("声に出して読む", "Read aloud"), ("内線を書く", "Copy a notice"))


@given(st.text())
def test_whatever_people_write_is_read(text: str) -> None:
    assert all(item.what for item in items(text))
    lessons([text])
