"""Length per call beside node's twitter-text, and how time grows on hostile text."""

from __future__ import annotations

import json
import statistics
import subprocess
from collections.abc import Callable, Iterator

from figures import Row, paired, processor_seconds, seconds
from npm_peers import installed
from test_twitter_text import texts

from crisis.text.folding import fold
from crisis.text.japanese import wrap
from crisis.text.lengths import measure
from crisis.text.plain import review

ROUNDS = 7
TIMED = """
const twitter = require("twitter-text"), texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const once = () => { const from = process.hrtime.bigint(); for (const text of texts) twitter.parseTweet(text);
  return Number(process.hrtime.bigint() - from) / 1e9; };
once(); console.log(once());
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
SMALL, LARGE = 20_000, 80_000


def ours(over: list[str]) -> float:
    """Seconds for a length of each text."""
    return seconds(lambda: [measure(text, "x") for text in over])


def node(over: list[str]) -> float:
    """The same of twitter-text's parseTweet, in a warm process."""
    done = subprocess.run(
        ["node", "-e", TIMED], cwd=installed(), input=json.dumps(over), capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def growth(call: Callable[[str], object], part: str) -> float:
    """How many times as long a text of four times the length takes, in processor time at its best: 4 is linear."""
    small, large = (part * (size // len(part)) for size in (SMALL, LARGE))
    return least(lambda: call(large)) / least(lambda: call(small))


def least(call: Callable[[], object]) -> float:
    """The least of five times, in seconds of the processor: what others do on the machine is not counted."""
    return min(processor_seconds(call) for _ in range(5))


def rows() -> Iterator[Row]:
    """Linear first: it needs no node."""
    for name, call in CALLS.items():
        worst = {what: growth(call, part) for what, part in HOSTILE.items()}
        of = max(worst, key=lambda what: worst[what])
        aside = f"worst of {len(HOSTILE)} hostile texts: {of}; median {statistics.median(worst.values()):.1f}"
        yield Row(f"{name}: four times the text", worst[of], 6, aside=aside)
    for name, over in (("posts", MODEL * 100), ("mixed texts", list(texts(1000, seed=2)))):
        times = paired(lambda over=over: ours(over), lambda over=over: node(over), ROUNDS)  # type: ignore[misc]
        yield Row(f"length of {name} : node's twitter-text", times.ratio, 2, aside=f"{times.aside} for {len(over):,}")
