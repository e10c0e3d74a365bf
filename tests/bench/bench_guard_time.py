"""How long the guard keeps people waiting: a post with every detector on, and a megabyte made to be slow."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

from figures import Row
from test_guard_elements import KITAHAMA, MODEL_POSTS

from crisis.guard import ProtectedTerms, Sibling, inspect
from crisis.guard.inspection import forget
from crisis.model.link import LinkStatus

MEGABYTE = 1_000_000
HOSTILE = (
    *("a", "1", "@", "漢", "さん", "a.", "/x", "\\", "::", "k3y=", "\u200b", "\u202e", "e\u0301", "\u0301", "ﷺ", "\n"),
    *("1-2 ", "あ 1", "(あ", "((", "9日(", "次回", "10:", "１２３４", "第3報", "〒", "090-", "仙台", "A B ", "Mr "),
    *(
        "に",
        "社員",
        "番号",
        "一・",
        "鍵の裏に",
        "課長",
        "いる",
        "ペイリンクさん",
        "ten dot ",
        "his ",
        "漢字○",
        "会社(ア",
        "the board ",
    ),
    *("http://", "http://)", "a.co/(", "#a", "&#12;", "%E3", "．", "probably ", "佐伯さん "),
)
ROUNDS = 20

CONTEXT = replace(
    KITAHAMA,
    language="ja",
    notice_text="仙台事業所の三階の天井板が東側で落下し、通路が通れない。The corridor cannot be used at all today. "
    * 20,
    protected=ProtectedTerms.compile(f"取引先{number:05}" for number in range(2_000)),
    family=(Sibling("en", "Sendai Office is closed. As of 15:20 JST. Next update 16:30.", 1),),
    live=("仙台事業所は通常どおりです。15:00現在",),
    link_status={"https://www.kitahama.example/": LinkStatus.OPEN},
)


def processor(text: str) -> float:
    """Processor seconds for one text: others may use the machine meanwhile."""
    forget()
    start = time.process_time()
    inspect(text, CONTEXT)
    return time.process_time() - start


def rows() -> Iterator[Row]:
    """Posts first, then what nobody posts."""
    posts = [post["text"].replace(" ⏎ ", "\n") for post in MODEL_POSTS]
    for text in posts:
        inspect(text, CONTEXT)
    times = sorted(processor(text) * 1_000 for text in posts * ROUNDS)
    aside = f"median; 95 of 100 under {times[len(times) * 95 // 100]:.1f} ms; {len(posts)} model posts"
    yield Row("guard: one post, every detector", times[len(times) // 2], 5, "ms", aside=aside)
    worst = {unit: processor((unit * MEGABYTE)[:MEGABYTE]) for unit in HOSTILE}
    of = max(worst, key=lambda unit: worst[unit])
    aside = f"worst of {len(HOSTILE)}: {of!r} again and again"
    yield Row("guard: a megabyte of hostile text", worst[of], 1, "s", aside=aside)
