"""The guard per post and per kilobyte, beside the scanners of others; its terms beside the bare automaton; what it catches.

The peers (pyproject's group `bench-guard`) are installed once into `.cache/bench-guard`. They look for other things in other
ways: the times say what a person waits, not who finds more.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from dataclasses import replace

from figures import ROOT, Row, paired, seconds, timed
from red_team import DESK, Case, free, structured

from crisis.guard import ProtectedTerms, inspect
from crisis.guard.inspection import forget
from crisis.guard.terms import alike
from crisis.text.folding import folded

CACHE = ROOT / ".cache" / "bench-guard"
GROUP = "bench-guard"
HONEST = tomllib.loads((ROOT / "tests" / "guard" / "honest.toml").read_text("utf-8"))
POSTS = [text for texts in HONEST.values() for text in texts]
TERMS = [f"得意先{number:05d}商事" for number in range(25_000)] + [
    f"Client {number} Holdings" for number in range(25_000)
]
ROUNDS = 7
TENTH = 10
"""One post in ten names a listed customer: more than any desk sees."""

PEERS = {
    "presidio-analyzer": """
from presidio_analyzer import RecognizerRegistry
from presidio_analyzer.predefined_recognizers import (CreditCardRecognizer, EmailRecognizer, IbanRecognizer, IpRecognizer,
    PhoneRecognizer, UrlRecognizer)
kinds = [kind() for kind in (CreditCardRecognizer, EmailRecognizer, IbanRecognizer, IpRecognizer, PhoneRecognizer, UrlRecognizer)]
def call(text):
    for kind in kinds: kind.analyze(text, kind.supported_entities, None)
""",
    "detect-secrets": """
from detect_secrets.core.scan import scan_line
from detect_secrets.settings import default_settings
def call(text):
    for line in text.splitlines(): list(scan_line(line))
settings = default_settings(); settings.__enter__()
""",
    "scrubadub": """
import scrubadub
scrubber = scrubadub.Scrubber()
def call(text): list(scrubber.iter_filth(text))
""",
    "datafog": """
from datafog import detect
def call(text): detect(text)
""",
}
"""Each peer's own way to look through a text; presidio without its language model, which would only be slower."""

TIMED = """
import json, sys, time
texts = json.load(sys.stdin)
{peer}
call(texts[0])
start = time.perf_counter()
for text in texts: call(text)
print(time.perf_counter() - start)
"""


def rows() -> Iterator[Row]:
    """What it costs, beside others, then what it catches."""
    yield from costs()
    yield from beside_peers()
    yield from caught()


def fresh(texts: list[str]) -> Iterator[str]:
    """The texts, none of which the guard remembers."""
    for text in texts:
        forget()
        yield text


def costs() -> Iterator[Row]:
    """A post, and fifty thousand terms."""
    for text in POSTS:
        inspect(text, DESK)
    times = [seconds(lambda text=text: inspect(text, DESK)) for text in fresh(POSTS)]  # type: ignore[misc]
    yield Row("a post, every detector", 1000 * sum(times) / len(times), 5, "ms", aside=f"mean of {len(times)}")
    terms = ProtectedTerms.compile(TERMS)
    texts = [alike(folded(text + (TERMS[number] if number % TENTH == 0 else ""))) for number, text in enumerate(POSTS)]
    bare = terms.machine
    both = paired(
        lambda: seconds(lambda: [terms.find(text) for text in texts]),
        lambda: seconds(lambda: [bare.find_matches_as_indexes(text, overlapping=True) for text in texts]),
        ROUNDS,
    )
    yield Row("50,000 terms : bare ahocorasick_rs", both.ratio, 1.5, aside=both.aside)
    listed = replace(DESK, protected=terms)
    posts = paired(
        lambda: seconds(lambda: [inspect(text, listed) for text in fresh(POSTS)]),
        lambda: seconds(lambda: [inspect(text, DESK) for text in fresh(POSTS)]),
        ROUNDS,
    )
    yield Row("a post with 50,000 terms : with none", posts.ratio, 1.5, aside=posts.aside)


def beside_peers() -> Iterator[Row]:
    """Time per kilobyte of the same posts."""
    size = sum(len(text.encode()) for text in POSTS) / 1000
    ours = min(seconds(lambda: [inspect(text, DESK) for text in fresh(POSTS)]) for _ in range(ROUNDS)) / size
    yield Row("µs per kB", 1e6 * ours, unit="µs", aside=f"{len(POSTS)} posts, {size:.0f} kB")
    for name, code in PEERS.items():
        taken, why = timed_peer(name, code)
        if taken is None:
            yield Row(f"µs per kB, {name}", 0, aside=f"not to be had: {why}")
        else:
            yield Row(
                f"µs per kB, {name}", 1e6 * taken / size, unit="µs", aside=f"{timed(ours)} to {timed(taken / size)}"
            )


def timed_peer(name: str, code: str) -> tuple[float | None, str]:
    """Seconds of a peer for all posts, in an environment of its own; None and why where it cannot be installed or run."""
    python = CACHE / name / "bin" / "python"
    if not python.exists():
        print(f"Installing {name}, once …", file=sys.stderr)
        venv.create(CACHE / name, with_pip=True)
    wanted = [each for each in peers() if each.startswith(name)]
    got = subprocess.run([python, "-m", "pip", "install", "-qq", *wanted], capture_output=True, text=True, check=False)
    if got.returncode:
        return None, got.stderr.strip().splitlines()[-1][:80]
    done = subprocess.run(
        [python, "-c", TIMED.format(peer=code)], input=json.dumps(POSTS), capture_output=True, text=True, check=False
    )
    return (float(done.stdout), "") if done.returncode == 0 else (None, done.stderr.strip().splitlines()[-1][:80])


def peers() -> list[str]:
    """What pyproject.toml lists to be compared with."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return list(listed["dependency-groups"][GROUP])


def caught() -> Iterator[Row]:
    """The share of the red-team corpus that is stopped for what it is, and of honest posts that are stopped."""
    yield share("structured identifiers caught, disguised or not", list(structured()), 100)
    yield share("leaks in free words caught, disguised or not", list(free()), None)
    held = [text for text in POSTS if any(finding.stops for finding in inspect(text, replace(DESK, links=None)))]
    yield Row("honest posts held", 100 * len(held) / len(POSTS), 5, "%", aside=f"{len(POSTS)} written by hand, no desk")


def share(name: str, cases: list[Case], least: float | None) -> Row:
    """How many of these are caught."""
    found = sum(case.caught for case in cases)
    plain = len({case.plain for case in cases})
    return Row(name, 100 * found / len(cases), least, "%", floor=True, aside=f"{len(cases):,} cases of {plain} leaks")
