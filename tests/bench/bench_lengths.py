"""Length per call beside node's twitter-text, in one run, and how time grows on hostile text.

python tests/bench/bench_lengths.py
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "text")]

from test_twitter_text import texts  # noqa: E402
from twitter_text import installed  # noqa: E402

from crisis.text.folding import fold  # noqa: E402
from crisis.text.japanese import wrap  # noqa: E402
from crisis.text.lengths import measure  # noqa: E402
from crisis.text.plain import review  # noqa: E402

ROUNDS = 5
TIMED = """
const twitter = require("twitter-text"), [texts, rounds] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const once = () => { const from = process.hrtime.bigint(); for (const text of texts) twitter.parseTweet(text);
  return Number(process.hrtime.bigint() - from) / 1e3 / texts.length; };
once(); console.log(JSON.stringify(Array.from({length: rounds}, once)));
"""
MODEL = [
    "【第2報】北浜電機 仙台事業所は、地震のため閉鎖しています。建物の安全を確認しています。次のお知らせまで来所しないでください。\n"
    "9日(金)15:20現在 次回16:30 https://www.example.co.jp/status",
    "[2] Kitahama Denki Sendai Office is closed due to the earthquake while the building is checked. Do not come in until we "
    "post again. As of 15:20 JST, Fri 9 Oct. https://www.example.co.jp/status",
    "北浜電機：仙台事業所は地震のため閉鎖しています。連絡があるまで来所しないでください。9日15:20現在 次回16:30",
    "Kitahama Denki: Sendai Office is closed due to the earthquake. Do not come in. As of 15:20 JST 9 Oct. Next 16:30.",
]
HOSTILE = {
    "hosts": "a.com_",
    "labels": "a.",
    "underscores": "_.",
    "protocols": "http://",
    "brackets": "a.co/(",
    "queries": "a.co?!",
    "Japanese": "あ.jp",
    "Punycode": "あ" * 70 + ".",
    "emoji": "👨\u200d",
    "flags": "🇯",
    "marks": "\u0301",
}
CALLS: dict[str, Callable[[str], object]] = {
    "x": lambda text: measure(text, "x"),
    "mastodon": lambda text: measure(text, "mastodon"),
    "bluesky": lambda text: measure(text, "bluesky"),
    "fold": fold,
    "review": review,
    "wrap": lambda text: wrap(text, 60),
}


def microseconds(call: Callable[[str], object], over: list[str]) -> float:
    """The median over rounds of the mean time of a call."""

    def once() -> float:
        start = time.perf_counter_ns()
        for text in over:
            call(text)
        return (time.perf_counter_ns() - start) / 1e3 / len(over)

    once()
    return statistics.median(once() for _ in range(ROUNDS))


def node(over: list[str]) -> float:
    """The same of twitter-text's parseTweet."""
    given = json.dumps([over, ROUNDS])
    done = subprocess.run(
        ["node", "-e", TIMED], cwd=installed(), input=given, capture_output=True, text=True, check=True
    )
    return float(statistics.median(json.loads(done.stdout)))


def main() -> None:
    for name, over in (("posts", MODEL * 100), ("mixed", list(texts(1000, seed=2)))):
        ours, theirs = microseconds(lambda text: measure(text, "x"), over), node(over)
        print(f"{name:12} ours {ours:8.1f} µs  node {theirs:8.1f} µs  ratio {ours / theirs:.2f}")
    for name, part in HOSTILE.items():
        small, large = (part * (size // len(part)) for size in (20_000, 80_000))
        print(f"{name:12}", "  ".join(growth(what, call, small, large) for what, call in CALLS.items()))


def growth(what: str, call: Callable[[str], object], small: str, large: str) -> str:
    """Time on the larger text, and how many times that of the one a quarter as long: 4 is linear."""
    first, second = microseconds(call, [small]), microseconds(call, [large])
    return f"{what} {second / 1e3:6.1f} ms ×{second / first:4.1f}"


if __name__ == "__main__":
    main()
