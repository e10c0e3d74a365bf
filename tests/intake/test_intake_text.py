"""Plain text: labelled lines as they are really written, in the charsets that offices use."""

from __future__ import annotations

import pytest

from crisis.intake import read
from crisis.model.notice import Entry, Notice

SENDAI = """【第2報】仙台事業所の状況
拠　点　：仙台事業所　状況：閉鎖
・理由：停電のため
　　　　（3階天井が落下）
■次回更新
 10月9日 16:30
詳細: https://www.kitahama.example/?a=b
記
１．日　時　　１０月９日（金）１５時３０分
以上
"""


def one(text: str, name: str = "notice.txt") -> Notice:
    (notice,) = read(text.encode(), name)
    return notice


def pairs(notice: Notice) -> list[tuple[str, str]]:
    return [(entry.label, entry.value) for entry in notice.entries]


@pytest.mark.parametrize(
    "charset", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_every_charset_reads_the_same(charset: str) -> None:
    (notice,) = read(SENDAI.encode(charset), "notice.txt")
    assert notice.text == SENDAI
    assert not notice.defects
    assert notice.entries[1:] == (
        Entry("拠　点", "仙台事業所", "line 2"),
        Entry("状況", "閉鎖", "line 2"),
        Entry("理由", "停電のため\n（3階天井が落下）", "line 3"),
        Entry("次回更新", "10月9日 16:30", "line 5"),
        Entry("詳細", "https://www.kitahama.example/?a=b", "line 7"),
        Entry("日　時", "１０月９日（金）１５時３０分", "line 9"),
    )


PACKED = "状況:閉鎖 状況：閉鎖 状況=閉鎖 状況＝閉鎖 ・状況：閉鎖 ◆状況：閉鎖 ○状況：閉鎖 【状況】閉鎖 ［状況］閉鎖 ＜状況＞閉鎖"
SPACED = "[状況] 閉鎖|■状況 閉鎖|●状況　閉鎖|状況\t閉鎖|状況　　　閉鎖|1. 状況：閉鎖|（２）状況　閉鎖|①状況 閉鎖|- 状況: 閉鎖|状況 : 閉鎖"
BELOW = "〔状況〕閉鎖|《状況》：閉鎖|状況：\n　閉鎖|■状況\n閉鎖|【状況】\n\n閉鎖|●状況\n・閉鎖|状況：\r\n閉鎖\r\n\r\n次の段落"
WAYS = [*PACKED.split(), *SPACED.split("|"), *BELOW.split("|")]


@pytest.mark.parametrize("line", WAYS)
def test_every_way_to_label(line: str) -> None:
    assert pairs(one(line)) == [("状況", "閉鎖")]


@pytest.mark.parametrize(
    "line", ["15:30に終業してください", "https://www.kitahama.example/?a=b", "仙台事業所は閉鎖です。", "> 状況：閉鎖"]
)
def test_what_is_no_label(line: str) -> None:
    assert pairs(one(line)) == []
