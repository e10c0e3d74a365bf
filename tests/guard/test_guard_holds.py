"""What must hold for any text: nothing raises, places are real, secrets stay unsaid, faults hold, time is bounded."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis.guard import GuardContext, Lexicon, ProtectedTerms, inspect, registry
from crisis.guard.codes import CODES, LEAKS, QUALITY, RANK, RELEASED_BY, released_by, severity_of
from crisis.guard.inspection import LONGEST
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit
from crisis.model.finding import Severity
from crisis.model.role import Role
from crisis.model.settings import Links

CONTEXT = GuardContext(
    links=Links(public=("https://www.kitahama.example/",), internal=("*.intra.kitahama.example",)),
    notice_text="仙台事業所の三階の天井板が東側で落下し、通路が通れない。The corridor cannot be used at all today.",
    spoken=("仙台事業所",),
    protected=ProtectedTerms.compile(["アリス", "Falcon", "北都銀行"]),
    now=datetime(2026, 10, 9, 6, 20, tzinfo=UTC),
)
PIECES = st.sampled_from(
    [
        "山田さん",
        "090-1234-5678",
        "\u200b",
        "\u202e",
        "3階",
        "２名",
        "負傷",
        "https://",
        "www.kitahama.example",
        "10.0.0.1",
        ":",
        "パスワード",
        "ghp_",
        "（やまだ）",
        "アリス",
        "F a l c o n",
        " ",
        "\n",
        "9日(木)",
        "次回",
        "16:30",
        "訓練",
        "@",
        "#",
        "社外秘",
        "CVE-2024-",
        "%E3%81%82",
        "ｶﾞ",
        "👩\u200d👩\u200d👧",
        "é",
        "が",
        "\ufeff",
        "-",
        "ー",
        "〇",
        "内線",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_places_are_real(text: str) -> None:
    findings = inspect(text, CONTEXT)
    for finding in findings:
        assert finding.code in CODES
        assert finding.code != "guard-failed"
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start < finding.end <= len(text)
    assert [RANK[f.severity] for f in findings] == sorted(RANK[f.severity] for f in findings)


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_findings(text: str) -> None:
    assert inspect(text, CONTEXT) == inspect(text, CONTEXT)


@given(st.from_regex(r"[A-Za-z0-9]{6,20}", fullmatch=True))
@settings(max_examples=100, deadline=None)
def test_no_finding_repeats_the_secret(secret: str) -> None:
    text = f"password: {secret}1 ghp_{secret * 3} 社員番号 {secret} {secret}@corp.example"
    findings = inspect(text, CONTEXT)
    assert findings
    assert not any(secret in str(f.mend) or secret in repr(f) for f in findings)


def _broken(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    yield Hit("no-time")
    raise RuntimeError("a detector broke")


def test_a_fault_in_a_detector_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_DETECTORS", [_broken])
    assert [(f.code, f.severity) for f in inspect("15:20", CONTEXT)] == [
        ("guard-failed", Severity.HOLD),
        ("no-time", Severity.ADVISE),
    ]


def test_many_harmless_findings_do_not_hide_a_leak() -> None:
    text = " ".join(f"0120-000-{number:03d}" for number in range(200, 280)) + " 090-1234-5678"
    assert "pii-contact" in {f.code for f in inspect(text, GuardContext()) if f.stops}
    marked = "probably " * 80 + "社外秘"
    assert inspect(marked, GuardContext())[0].code == "classification"


def test_more_findings_than_anybody_reads_block() -> None:
    assert "too-long" in {f.code for f in inspect("probably " * 6_000, GuardContext())}


def test_half_a_character_holds() -> None:
    assert any(f.stops for f in inspect("閉鎖 \ud83d 15:20", CONTEXT))


def test_every_leak_holds_or_blocks_at_a_desk_and_quality_advises() -> None:
    assert all(code.severity is not Severity.ADVISE for code in LEAKS.values())
    assert all(code.severity is Severity.ADVISE for code in QUALITY.values())


def test_advice_can_be_silenced_and_no_leak_can() -> None:
    context = replace(CONTEXT, severities={"no-time": None, "pii-contact": None, "no-guidance": Severity.BLOCK})
    found = {f.code: f.severity for f in inspect("090-1234-5678 仙台", context)}
    assert "no-time" not in found
    assert (found["pii-contact"], found["no-guidance"]) == (Severity.HOLD, Severity.BLOCK)


def test_claims_of_law_wait_for_legal_and_figures_for_investor_relations() -> None:
    assert released_by("legal") == (Role.LEGAL,)
    assert released_by("finance") == (Role.IR,)
    assert Role.DRAFTER not in {role for code in CODES for role in released_by(code)}
    assert set(RELEASED_BY) <= set(CODES)


def test_a_policy_tightens_and_never_loosens() -> None:
    assert severity_of("no-time", desk=True, policy={"no-time": Severity.HOLD}) is Severity.HOLD
    assert severity_of("pii-id", desk=True, policy={"pii-id": Severity.BLOCK}, found=Severity.HOLD) is Severity.BLOCK
    assert severity_of("access-secret", desk=True, policy={"access-secret": Severity.ADVISE}) is Severity.BLOCK


def test_a_desks_own_words_are_found_folded() -> None:
    context = GuardContext(lexicon=Lexicon().extended({"vendor": ["ホクト通信", "Nimbus Cloud"]}))
    assert {f.code for f in inspect("ﾎｸﾄ通信とＮＩＭＢＵＳ ｃｌｏｕｄ", context)} >= {"vendor"}
    assert "vendor" not in {f.code for f in inspect("nimbus cloudy", context)}


def test_a_text_too_long_to_read_is_blocked() -> None:
    findings = inspect("あ" * (LONGEST + 1), CONTEXT)
    assert findings[0].code == "too-long"
    assert findings[0].start == LONGEST


@pytest.mark.parametrize(
    "unit", ["a", "@", "1-2 ", "あ 1", "(あ", "a.", "/x", "漢", "\\", "::", "k3y=", "\u200b", "さん", "9日(", "ﷺ"]
)
def test_hostile_text_takes_bounded_time(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    start = time.process_time()
    inspect(text, CONTEXT)
    assert time.process_time() - start < 10, "seconds of the processor; a quadratic pattern takes hours"
