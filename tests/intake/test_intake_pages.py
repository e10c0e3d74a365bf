"""HTML pages and Markdown: what a portal puts around a notice, and the ways in which it sets labels and values."""

from __future__ import annotations

import pytest

from crisis.errors import Refused
from crisis.intake import read
from crisis.model.notice import Entry, Notice

PORTAL = """<!DOCTYPE html><html><head><meta charset="CHARSET"><title>お知らせ | 社内ポータル</title>
<style>p { x: y }</style><script>var x = "状況：開館";</script></head>
<body><div id="header">社内ポータル 検索：人事</div><nav><ul><li>状況：開館</li></ul></nav>
<div class="content"><h1>仙台事業所の<ruby>閉鎖<rt>へいさ</rt></ruby></h1>
<p>発信部署：総務部</p>
<table><tr><td><table>
<tr><th>拠点</th><td>仙台事業所</td></tr><tr><th>状況</th><td>閉鎖</td></tr>
<tr><th rowspan="2">理由</th><td>停電<br>（復旧未定）</td></tr><tr><td>点検</td></tr>
</table></td><td>横の欄<br>対象：全員</td></tr></table>
<dl><dt>問い合わせ</dt><dd>0120-000-111</dd></dl>
<ul><li><b>再開</b>：未定</li><li><strong>代替</strong> 在宅勤務</li></ul>
<p style="display: none">状況：通常</p><p hidden>状況：通常</p><p><del>次回：17:00</del> 次回：16:30</p>
<p>詳細：<a href="https://www.kitahama.example/x">こちら</a></p>
</div><div class="footer">著作：北浜電機</div></body></html>"""
SEEN = [
    ("発信部署", "総務部", "line 3"),
    ("対象", "全員", "line 11"),
    ("問い合わせ", "0120-000-111", "line 13"),
    ("再開", "未定", "line 16"),
    ("代替", "在宅勤務", "line 17"),
    ("次回", "16:30", "line 19"),
    ("詳細", "こちら https://www.kitahama.example/x", "line 21"),
    ("拠点", "仙台事業所", "table row 1"),
    ("状況", "閉鎖", "table row 2"),
    ("理由", "停電\n（復旧未定）", "table row 3"),
    ("理由", "点検", "table row 4"),
]


def one(text: str, name: str) -> Notice:
    (notice,) = read(text.encode(), name)
    return notice


def pairs(notice: Notice) -> list[tuple[str, str]]:
    return [(entry.label, entry.value) for entry in notice.entries]


@pytest.mark.parametrize("charset", ["utf-8", "shift_jis", "euc-jp", "iso-2022-jp"])
def test_a_portal_page(charset: str) -> None:
    (notice,) = read(PORTAL.replace("CHARSET", charset).encode(charset), "page")
    assert notice.form == "html"
    assert notice.title == "仙台事業所の閉鎖"
    assert notice.owner == "総務部"
    assert [(e.label, e.value, e.where) for e in notice.entries] == SEEN
    assert "開館" not in notice.text
    assert "通常" not in notice.text
    assert "検索" not in notice.text
    assert not notice.defects


HTML = {
    "bold with colon": "<p><b>状況：</b>閉鎖</p>",
    "bold apart": "<p><strong>状況</strong> 閉鎖</p>",
    "bold above": "<p><b>状況</b><br>閉鎖</p>",
    "heading above": "<h2>状況</h2><p>閉鎖</p>",
    "definition": "<dl><dt>状況<dd>閉鎖</dl>",
    "label and value blocks": "<div class=label>状況</div><div class=value>閉鎖</div>",
    "label and value spans": "<div><span class=label>状況</span><span>閉鎖</span></div>",
    "two columns": "<table><tr><td>状況</td><td>閉鎖</td></tr></table>",
    "two columns with colon": "<table><tr><td>状況：</td><td>閉鎖</td></tr></table>",
    "header row": "<table><tr><th>状況</th><th></th></tr><tr><td>閉鎖</td><td>x</td></tr></table>",
    "column names": "<table><tr><th>項目</th><th>内容</th></tr><tr><td>状況</td><td>閉鎖</td></tr></table>",
    "table title": "<table><tr><th colspan=2>お知らせ</th></tr><tr><th>状況</th><td>閉鎖</td></tr></table>",
    "nested list": "<ul><li>状況<ul><li>閉鎖</li></ul></li></ul>",
    "preformatted": "<pre>\n状況：閉鎖\n</pre>",
    "no markup around": "<br>状況：閉鎖",
}


@pytest.mark.parametrize("way", HTML)
def test_every_way_to_set_a_label(way: str) -> None:
    assert pairs(one(f"<body>{HTML[way]}</body>", "a.html")) == [("状況", "閉鎖")]


def test_a_table_with_a_header_row_is_one_entry_a_cell() -> None:
    table = "<table><tr><th>拠点<th>状況<tr><td>仙台<td>閉鎖<tr><td>大阪<td>通常</table>"
    assert one(f"<h1>t</h1>{table}", "a.html").entries == (
        Entry("拠点", "仙台", "table row 2"),
        Entry("状況", "閉鎖", "table row 2"),
        Entry("拠点", "大阪", "table row 3"),
        Entry("状況", "通常", "table row 3"),
    )


def test_a_layout_table_is_read_as_its_parts() -> None:
    notice = one(
        "<table><tr><td>人事<br>総務</td><td><h1>仙台</h1><p>状況：閉鎖<br>理由：停電</p></td></tr></table>", "a.html"
    )
    assert notice.title == "仙台"
    assert pairs(notice) == [("状況", "閉鎖"), ("理由", "停電")]


@pytest.mark.parametrize("named", ["side", "side-nav", "sidebar", "widget", "left-menu"])
def test_what_stands_beside_the_notice_is_none_of_it(named: str) -> None:
    beside = f'<div class="{named}"><ul><li>安否確認：訓練は1月</li></ul></div>'
    assert pairs(one(f"{beside}<div id=main><h2>大雪</h2><p>状況：閉鎖</p></div>", "a.html")) == [("状況", "閉鎖")]


def test_a_page_that_is_all_navigation_is_still_read() -> None:
    assert pairs(one("<nav><p>状況：閉鎖</p></nav>", "a.html")) == [("状況", "閉鎖")]


def test_a_page_nested_beyond_reason_is_refused_or_read() -> None:
    deep = "<div>" * 5000 + "状況：閉鎖"
    try:
        (notice,) = read(deep.encode(), "a.html")
    except Refused as refusal:
        assert refusal.code == "too-deep"  # noqa: PT017
    else:
        assert pairs(notice) == [("状況", "閉鎖")]


MARKDOWN = {
    "bold": "**状況**: 閉鎖",
    "bold with colon": "**状況：** 閉鎖",
    "bold apart": "- **状況** 閉鎖",
    "item": "* 状況: 閉鎖",
    "numbered": "1. 状況: 閉鎖",
    "task": "- [x] 状況: 閉鎖",
    "code": "`状況`: 閉鎖",
    "heading": "## 状況\n\n閉鎖",
    "underlined": "状況\n----\n閉鎖",
    "table": "| 項目 | 内容 |\n|---|---|\n| **状況** | 閉鎖 |",
    "bare table": "状況 | 次\n--- | ---\n閉鎖 |",
    "nested list": "- 状況\n  - 閉鎖",
    "struck out": "~~状況: 開館~~ 状況: 閉鎖",
    "beside quotes, code and comments": "状況: 閉鎖\n\n> 状況: 開館\n\n```\n状況: 開館\n```\n<!-- 状況: 開館 -->\n<!--\n状況: 開館\n-->",
}


@pytest.mark.parametrize("way", MARKDOWN)
def test_markdown(way: str) -> None:
    assert pairs(one(MARKDOWN[way], "a.md")) == [("状況", "閉鎖")]


def test_markdown_names_the_line_of_the_file() -> None:
    notice = one(
        "---\ntitle: 仙台の閉鎖\nnext: 16:30\nsites: [仙台, 郡山]\nmore:\n  reason: 停電\n---\n\n# 見出し\n\n- **状況**: 閉鎖\n",
        "-",
    )
    assert notice.form == "markdown"
    assert notice.title == "仙台の閉鎖"
    assert notice.entries == (
        Entry("title", "仙台の閉鎖", "front matter line 2"),
        Entry("next", "16:30", "front matter line 3"),
        Entry("sites", "仙台, 郡山", "front matter line 4"),
        Entry("reason", "停電", "front matter line 6"),
        Entry("状況", "閉鎖", "line 11"),
    )


def test_toml_front_matter() -> None:
    notice = one(
        '+++\nstatus = "closed"\nopen = false\nat = 2026-10-09T15:20:00+09:00\n[more]\nsite = "Sendai"\n+++\n# Closed\n',
        "a.md",
    )
    assert notice.entries == (
        Entry("status", "closed", "front matter line 2"),
        Entry("open", "false", "front matter line 3"),
        Entry("at", "2026-10-09T15:20:00+09:00", "front matter line 4"),
        Entry("site", "Sendai", "front matter line 6"),
    )


def test_front_matter_obeys_nothing() -> None:
    notice = one(
        "---\na: &x [1, 2]\nb: [*x, *x]\nc: !!python/object/apply:os.system ['true']\nd: 2026-02-30\n---\nx\n", "a.md"
    )
    assert ("d", "2026-02-30") in pairs(notice)
    assert not notice.defects


@pytest.mark.parametrize("front", ["---\na: [b\n---\n", "+++\na = \n+++\n", "---\n- a\n---\n"])
def test_broken_front_matter_is_held_and_read_as_lines(front: str) -> None:
    notice = one(f"{front}状況: 閉鎖\n", "a.md")
    assert ("状況", "閉鎖") in pairs(notice)
    assert [defect.code for defect in notice.defects if defect.stops] == ["broken-front-matter"]
