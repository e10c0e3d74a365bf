"""Sentences for people in Japanese and English. English stands in the code and is the key to the Japanese in `ja.toml`."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from crisis.errors import CrisisError
from crisis.model.names import name_in
from crisis.sentence import Sentence

LANGUAGES = ("en", "ja")
FIELD = re.compile(r"[a-z]+(?:_[a-z]+)+")
LINE, ANSWER = re.compile(r"line (\d+)"), re.compile(r"answer (\d+)")


def wanted_language(argv: list[str], environ: Mapping[str, str]) -> str:
    """The language that `--lang` asks for, else the environment (`CRISIS_LANG`, then the POSIX locale variables), else English."""
    for index, word in enumerate(argv):
        if word == "--lang" and index + 1 < len(argv):
            return argv[index + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    locale = next((environ[n] for n in ("CRISIS_LANG", "LC_ALL", "LC_MESSAGES", "LANG") if environ.get(n)), "en")
    return "ja" if locale.lower().startswith("ja") else "en"


@lru_cache(maxsize=1)
def language() -> str:
    """The language of this run."""
    return wanted_language(sys.argv[1:], os.environ)


@lru_cache(maxsize=1)
def japanese() -> Mapping[str, str]:
    """English template → Japanese template."""
    import tomli

    return tomli.loads((Path(__file__).parent / "ja.toml").read_text("utf-8"))


def _(text: str) -> str:
    """The text in the language of this run; what has no translation stays English. A field is told without its underscores."""
    told_as = japanese().get(text, text) if language() == "ja" else text
    return told_as.replace("_", " ") if FIELD.fullmatch(told_as) else told_as


SPOKEN = frozenset({"field", "mode", "new", "old", "stated", "state", "what", "where", "first", "second"})
"""Details that are words of the program, such as a state or a field's name, and not a user's own."""


def told(sentence: Sentence | object) -> str:
    """A sentence in the language of this run; its details that are sentences or words of the program too."""
    if not isinstance(sentence, Sentence):
        return str(sentence)
    details = {name: _detail(name, value) for name, value in sentence.details.items()}
    return Sentence(_(sentence.template), **details).__str__()


def _detail(name: str, value: object) -> object:
    if isinstance(value, Sentence):
        return told(value)
    if isinstance(value, Mapping):
        return name_in(value, language())
    if name not in SPOKEN or not isinstance(value, str):
        return value
    if line := LINE.fullmatch(value):
        return say("line {number}", number=line[1])
    answer = ANSWER.fullmatch(value)
    return say("answer {number}", number=answer[1]) if answer else _(value)


def whole(error: CrisisError) -> str:
    """An error's sentence and its mend in the language of this run."""
    return say("{sentence} {mend}", sentence=error.sentence, mend=error.mend).strip()


def say(template: str, **details: object) -> str:
    """An English template in the language of this run, filled."""
    return told(Sentence(template, **details))


def names(fields: Iterable[str]) -> str:
    """Fields by their names for people."""
    return ", ".join(_(name) for name in fields) or "-"
