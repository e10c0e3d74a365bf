"""npm's twitter-text as an oracle: one node process that is asked over its pipes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from typing import Any

from npm_peers import installed

ANSWER = """
const twitter = require("twitter-text");
require("readline").createInterface({input: process.stdin}).on("line", line => {
  const text = JSON.parse(line), parsed = twitter.parseTweet(text);
  const links = twitter.extractUrlsWithIndices(text).map(found => found.indices);
  console.log(JSON.stringify({length: parsed.weightedLength, valid: parsed.valid, links}));
});
"""


def ask(texts: Iterable[str], program: str = ANSWER) -> list[dict[str, Any]]:
    """What twitter-text says of each text: weighted length, validity, and places of links in UTF-16 units."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(
        ["node", "-e", program], cwd=installed(), input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]
