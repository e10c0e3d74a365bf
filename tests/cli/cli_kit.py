"""The command line as its users have it: what they type, what comes back, and notices told around the present."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from crisis.cli import app, words

TOKYO = ZoneInfo("Asia/Tokyo")
OFFSET = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    def exits(self, code: int) -> Ran:
        """This, if it ended with that exit code and no traceback."""
        assert "Traceback" not in self.out + self.err, self.err
        assert self.code == code, f"exit {self.code}: {self.out}{self.err}"
        return self


def crisis(*arguments: object, stdin: bytes | str = b"", env: Mapping[str, str] | None = None) -> Ran:
    """Run a command in this process, without a terminal."""
    out, err = io.StringIO(), io.StringIO()
    argv = ["crisis", *map(str, arguments)]
    with (
        _typed(stdin),
        patch.object(sys, "argv", argv),
        patch.dict(os.environ, env or {}),
        _fresh(),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = _code_of()
    return Ran(code, out.getvalue(), err.getvalue())


def _code_of() -> int:
    try:
        app.run()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


@contextmanager
def _fresh() -> Iterator[None]:
    """Each run chooses its language anew, as each process does."""
    words.language.cache_clear()
    yield
    words.language.cache_clear()


@contextmanager
def _typed(stdin: bytes | str) -> Iterator[None]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    with io.TextIOWrapper(io.BytesIO(data), "utf-8") as typed, patch.object(sys, "stdin", typed):
        yield


def process(
    *arguments: object, stdin: bytes = b"", cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Ran:
    """Run a command as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "crisis", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def now() -> datetime:
    """The present in the sample desk's zone, to the minute."""
    return datetime.now(TOKYO).replace(second=0, microsecond=0)


def in_words(at: datetime) -> str:
    """A time as notices write it."""
    return f"{at.year}年{at.month}月{at.day}日 {at.hour}:{at.minute:02}"


def closed(site: str = "仙台事業所", reason: str = "地震のため", **lines: str) -> str:
    """A notice that an office is closed, fresh as of five minutes ago."""
    told = {
        "拠点": site,
        "状況": "閉鎖",
        "理由": reason,
        "時点": in_words(now() - timedelta(minutes=5)),
        "次回": in_words(now() + timedelta(minutes=70)),
        **lines,
    }
    return "件名：拠点の状況について\n" + "".join(f"{name}：{value}\n" for name, value in told.items() if value)


@dataclass(frozen=True)
class Office:
    """A desk's folder with the steps that tests take again and again."""

    folder: Path

    def run(self, *arguments: object, stdin: bytes | str = b"", env: Mapping[str, str] | None = None) -> Ran:
        """Run a command at this desk."""
        return crisis(*arguments, "--desk", self.folder, stdin=stdin, env=env)

    def json(self, *arguments: object, stdin: bytes | str = b"", code: int = 0) -> Any:
        """Run a command with `--json`; its document."""
        return self.run(*arguments, "--json", stdin=stdin).exits(code).document

    def drafted(self, text: str | None = None) -> dict[str, Any]:
        """A notice taken in, drafted and kept."""
        document = self.json("draft", "-", "--save", "--as", "drafter", stdin=text or closed())
        return dict(document["notices"][0])

    def waiting(self, text: str | None = None) -> list[str]:
        """The identifiers of a fresh draft's posts that have an account."""
        return [post["post"] for post in self.drafted(text)["posts"] if post["account"]]

    def cleared(self, text: str | None = None) -> list[str]:
        """Posts that another person has cleared."""
        posts = self.waiting(text)
        self.json("clear", *posts, "--as", "approver", "--yes")
        return posts

    def queue(self) -> dict[str, dict[str, Any]]:
        """The deliveries by their posts."""
        return {row["post"]: row for row in self.json("queue")["deliveries"]}

    def by_hand(self) -> str:
        """A cleared post that waits to be posted by hand."""
        self.cleared()
        return next(post for post, row in self.queue().items() if row["state"] == "by-hand")

    def configure(self, old: str, new: str) -> None:
        """Change crisis.toml."""
        path = self.folder / "crisis.toml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")


def times_of(value: Any, names: tuple[str, ...]) -> Iterator[str]:
    """Every value under those keys, anywhere in a document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in names and isinstance(inner, str):
                yield inner
            yield from times_of(inner, names)
    elif isinstance(value, list):
        for inner in value:
            yield from times_of(inner, names)
