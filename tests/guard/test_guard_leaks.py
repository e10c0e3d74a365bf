"""Every leak of the red-team table stops, as written and disguised."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crisis.guard import GuardContext, inspect
from crisis.guard.codes import LEAKS
from crisis.model.settings import Links

DESK = GuardContext(links=Links(internal=("*.intra.kitahama.example",)))
TABLE: dict[str, dict[str, list[str]]] = tomllib.loads((Path(__file__).parent / "leaks.toml").read_text("utf-8"))
CASES = [(code, text) for code, languages in TABLE.items() for texts in languages.values() for text in texts]

STRUCTURED = ("pii-contact", "pii-id", "access-secret", "infra-ip", "infra-cve", "classification", "small-count")

FULL_WIDTH = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})


def _zero_width(text: str) -> str:
    return "\u200b".join(text)


def _full_width(text: str) -> str:
    return text.translate(FULL_WIDTH)


def _soft_hyphens(text: str) -> str:
    return text[:1] + "".join("\u00ad" + c for c in text[1:])


def _hyphens(text: str) -> str:
    return text.replace("-", "\u2010").replace("－", "\u2212")


def _isolated(text: str) -> str:
    return "\u2066" + text + "\u2069"


def _amid_words(text: str) -> str:
    return f"お知らせです。\n{text}\n15:20現在"


EVASIONS: tuple[Callable[[str], str], ...] = (_zero_width, _full_width, _soft_hyphens, _hyphens, _isolated, _amid_words)


def _disguised() -> Iterator[tuple[str, str, str]]:
    for code, text in CASES:
        if code in STRUCTURED:
            yield from ((code, evade.__name__, evade(text)) for evade in EVASIONS)


ALSO = {"pii-contact": "unlisted-contact"}
"""A number that may be an organisation's is held under its own code."""


def stopped_by(text: str, context: GuardContext = DESK) -> set[str]:
    return {finding.code for finding in inspect(text, context) if finding.stops}


@pytest.mark.parametrize(("code", "text"), CASES)
def test_a_leak_stops(code: str, text: str) -> None:
    assert {code, ALSO.get(code)} & stopped_by(text)


@pytest.mark.parametrize(("code", "evasion", "text"), list(_disguised()))
def test_a_disguised_leak_stops(code: str, evasion: str, text: str) -> None:
    assert {code, ALSO.get(code)} & stopped_by(text)


@pytest.mark.parametrize(("code", "text"), CASES)
def test_offsets_lie_in_the_text_as_written(code: str, text: str) -> None:
    for finding in inspect(text, DESK):
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start < finding.end <= len(text)


def test_the_place_of_a_finding_is_exactly_what_is_wrong() -> None:
    text = "仙台は閉鎖。電話０９０\u200b－１２３４－５６７８まで"
    (finding,) = [f for f in inspect(text, DESK) if f.code == "pii-contact"]
    assert text[finding.start : finding.end] == "０９０\u200b－１２３４－５６７８"


def test_every_leak_code_with_words_of_its_own_has_cases() -> None:
    other_tests = {
        "protected-term",
        "contradiction",
        "wrong-account",
        "copied",
        "unlisted-link",
        "dead-link",
        "login-link",
        "encoded",
        "guard-failed",
        "lookalike",
        "too-long",
        "unlisted-contact",
    }
    assert set(LEAKS) - other_tests == set(TABLE)
