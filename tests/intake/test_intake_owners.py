"""Which department a notice comes from: said under a label, or signed at its head or foot."""

from __future__ import annotations

import pytest

from crisis.intake import read

BODY = "仙台事業所は、停電のため閉鎖しています。\n次のお知らせは18時です。"


def owner(text: str) -> str | None:
    (notice,) = read(text.encode(), "notice.txt")
    return notice.owner


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("発信：総務部", "総務部"),
        ("発信：総務部 11月22日 16:40", "総務部"),
        ("発信元：情報システム部　運用課", "情報システム部 運用課"),
        ("発信　総務部　2026年11月22日", "総務部"),
        ("From: HR", "HR"),
        ("発信元：総務部 須藤（内線 4512）", "総務部"),
        ("総務部　11月22日 14:20", "総務部"),
        ("お客様相談室です。", "お客様相談室"),
        ("【人事部より】", "人事部"),
        ("HR, 22 November 2026", "HR"),
    ],
)
def test_the_department_at_the_head(line: str, name: str) -> None:
    assert owner(f"{line}\n{BODY}") == name


@pytest.mark.parametrize("line", ["総務部", "情報システム部　2026/11/22 10:35", "General Affairs"])
def test_the_department_at_the_foot(line: str) -> None:
    assert owner(f"{BODY}\n\n{line}\n") is not None


@pytest.mark.parametrize(
    "text",
    [
        f"発信：11月22日 16:40\n{BODY}",
        f"発信日時：2026-11-22T16:40+09:00\n{BODY}",
        f"発行：令和8年11月22日（日）\n{BODY}",
        BODY,
        "総務部の皆さんは在宅勤務としてください。\n次は18時です。",
        "営業部では電話がつながりません。",
    ],
)
def test_a_time_and_a_sentence_are_no_department(text: str) -> None:
    assert owner(text) is None
