"""Every runbook in the house holds its contract, and every mistake in one is said with file, line and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis.catalogue import runbooks
from crisis.catalogue.types import load_types
from crisis.errors import Mistake
from crisis.model.runbook import Runbook
from crisis.rehearsal.score import MEASURES
from crisis.shipped import shipped

SHIPPED = sorted(shipped("runbooks").glob("*.yaml"))
TRAPS = {
    "PII-name", "PII-contact", "PII-id", "SMALLCOUNT", "ROSTER", "HEALTH", "LOC-EXACT", "ACCESS", "INFRA", "VENDOR",
    "CUSTOMER", "FINANCE/IR", "PLAN", "LEGAL", "RUMOUR", "SPECULATION", "SECURITY-POSTURE", "COPY", "EXERCISE-MIX",
    "WRONG-ACCOUNT", "STALE", "DEADLINK",
}  # fmt: skip


@pytest.fixture(params=SHIPPED, ids=lambda path: path.stem)
def runbook(request: pytest.FixtureRequest) -> Runbook:
    return runbooks.load(request.param)


def test_there_are_runbooks_and_each_bears_the_name_of_its_file() -> None:
    known = {"earthquake", "march2011", "ransomware", "typhoon", "outage", "infection", "fire"}
    assert known <= {path.stem for path in SHIPPED}
    assert [runbooks.load(path).id for path in SHIPPED] == [path.stem for path in SHIPPED]


def test_its_steps_name_notice_types_that_there_are(runbook: Runbook) -> None:
    types = load_types(shipped("templates"))
    for step in (step for step in runbook.steps if step.type):
        fields = {field.name: {term.id for term in field.terms} for field in types[step.type].fields}
        assert step.answers.keys() <= fields.keys()
        for name, values in step.tells.items():
            assert set(values) <= fields[name] | {"any"}


def test_every_trap_has_a_class_and_its_words_stand_in_what_arrives(runbook: Runbook) -> None:
    """A trap whose words are not in its payload can only be caught."""
    for inject in runbook.injects:
        if inject.trap is not None:
            assert inject.trap in TRAPS
            assert inject.payload is not None
            assert [word for word in inject.must_not if word not in inject.payload] == []


def test_what_it_says_of_an_inject_gives_no_planted_word_of_it_away(runbook: Runbook) -> None:
    for inject in runbook.injects:
        assert [word for word in inject.must_not for says in inject.says.values() if word in says] == []


def test_every_objective_has_a_measure_and_both_languages(runbook: Runbook) -> None:
    assert runbook.objectives
    for objective in runbook.objectives:
        assert objective.measure in MEASURES
    for names in (runbook.names, *(i.says for i in runbook.injects), *(o.says for o in runbook.objectives)):
        assert names.keys() >= {"ja", "en"}


def test_everything_that_can_be_measured_as_a_fault_has_its_objective(runbook: Runbook) -> None:
    zero = {objective.measure for objective in runbook.objectives if objective.at_most == 0}
    assert zero >= {"leaks", "broken-promises", "unmarked", "uncleared", "repeated", "ledger-problems"}


def test_everything_arrives_in_its_time_with_an_hour_to_spare(runbook: Runbook) -> None:
    assert all(inject.at <= runbook.lasts for inject in runbook.injects)
    assert [inject.at for inject in runbook.injects] == sorted(inject.at for inject in runbook.injects)


def test_it_has_the_injects_and_traps_of_a_real_one(runbook: Runbook) -> None:
    assert 12 <= len(runbook.injects) <= 16
    assert len({inject.trap for inject in runbook.injects if inject.trap}) >= 10
    assert {inject.expect for inject in runbook.injects} >= {"published", "held", "refused"}


def test_its_pages_die_in_a_text_and_its_platforms_fail_within_its_time(runbook: Runbook) -> None:
    payloads = "\n".join(inject.payload or "" for inject in runbook.injects)
    assert [url for url in runbook.links if url not in payloads] == []
    assert all(fault.until < runbook.lasts for fault in runbook.faults)


def test_a_stale_word_of_a_trap_is_in_no_other_notice(runbook: Runbook) -> None:
    """Else a post that is right would spring it."""
    for trap in (inject for inject in runbook.injects if inject.trap == "STALE"):
        others = [inject.payload or "" for inject in runbook.injects if inject is not trap]
        assert [word for word in trap.must_not if any(word in other for other in others)] == []


# Mistakes

HEAD = """\
runbook: flood
names: { ja: 浸水, en: Flood }
starts: 2026-10-09T14:46:00+09:00
lasts: T+2h
"""
PHASE = """\
phases:
  - phase: first
    names: { en: First }
    at: T+5
    steps:
"""
STEP = (
    PHASE
    + """\
      - id: ack
        says: { en: Say it }
"""
)
INJECT = """\
injects:
  - id: I1
    at: T+5
    says: { en: A notice }
    name: notice.txt
    expect: refused
    payload: |
      nothing
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "flood.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_small_one_is_read(tmp_path: Path) -> None:
    made = runbooks.load(written(tmp_path, HEAD + INJECT))
    assert (made.id, made.injects[0].payload, made.injects[0].must_not, made.steps) == ("flood", "nothing\n", (), ())
    assert made.lasts.total_seconds() == 7200


BREAKAGES = {
    "empty file": ("", "line 1: this runbook is no mapping"),
    "a list": ("- one\n", "line 1: this runbook is no mapping"),
    "broken YAML": (HEAD + "phases: [", "line 5: this is no YAML"),
    "a tab": (HEAD + "phases:\n\t- id: a\n", "line 6: this is no YAML"),
    "a tag of Python": (HEAD + "phases: !!python/object:os.system {}\n", "line 5: this is no YAML"),
    "an unknown key": (HEAD + "injekts: []\n", "line 5: injekts is no key of a runbook. Known: runbook, names"),
    "a key twice": (HEAD + "lasts: T+3h\n", "line 5: lasts stands twice in this runbook"),
    "no lasts": (HEAD.replace("lasts: T+2h\n", ""), "line 1: this runbook has no lasts. Add a line lasts:"),
    "a time without zone": (HEAD.replace("+09:00", ""), "line 3: starts is no time with a zone"),
    "a time as text": (HEAD.replace("2026-10-09T14:46:00+09:00", "soon"), "line 3: starts is no time with a zone"),
    "a bad offset": (HEAD.replace("T+2h", "2 hours"), "line 4: lasts is no time after the start. Write T+15"),
    "a bare T+": (HEAD.replace("T+2h", "T+"), "line 4: lasts is no time after the start"),
    "no time at all": (HEAD.replace("T+2h", "T+0"), "line 4: the rehearsal lasts no time"),
    "names as text": (HEAD.replace("{ ja: 浸水, en: Flood }", "Flood"), "line 2: names is not language and words"),
    "an empty name": (HEAD.replace("en: Flood", 'en: ""'), "line 2: names is not language and words"),
    "an id with a slash": (HEAD.replace("runbook: flood", "runbook: ../flood"), "line 1: runbook is not an id"),
    "an unknown fault": (
        HEAD + "faults:\n  - { id: F1, account: x, at: T+1, until: T+2, how: slow }\n",
        "line 6: how is none of the known faults. Write one of: down, silent",
    ),
    "a fault that ends before it begins": (
        HEAD + "faults:\n  - { id: F1, account: x, at: T+2, until: T+2, how: down }\n",
        "line 6: this fault ends before it begins",
    ),
    "phases as mapping": (HEAD + "phases: { phase: a }\n", "line 5: phases is no list"),
    "a phase without steps": (HEAD + PHASE + "      []\n", "line 9: this phase has no step"),
    "steps at the top": (HEAD + "steps: []\n", "line 5: steps is no key of a runbook"),
    "a step as text": (HEAD + PHASE + "      - ack\n", "line 10: this step is no mapping"),
    "a step twice": (HEAD + STEP + STEP[len(PHASE) :], "line 12: step ack is there already"),
    "a step twice, in two phases": (
        HEAD + STEP + STEP.removeprefix("phases:\n").replace("phase: first", "phase: second"),
        "line 16: step ack is there already",
    ),
    "a time in words": (HEAD + STEP + "        by: soon\n", "line 12: by is no time before or after T"),
    "an end before its beginning": (HEAD + STEP + "        by: T-1h\n", "line 12: by lies before this step's time"),
    "answers as list": (HEAD + STEP + "        answers: [1]\n", "line 12: answers are no field: answer lines"),
    "answers of no post": (HEAD + STEP + "        answers: { a: b }\n", "line 12: answers belongs to a post"),
    "an unknown lane": (HEAD + STEP + "        lane: X\n", "line 12: lane is none of the known words. Write one of: F"),
    "a flag in words": (HEAD + STEP + "        rehearse: perhaps\n", "line 12: rehearse is neither true nor false"),
    "a trigger of nothing": (HEAD + "triggers:\n  - { sites: [a] }\n", "line 6: this trigger names nothing"),
    "a hazard without a level": (HEAD + "triggers:\n  - hazard: tsunami\n", "line 6: this trigger has no from"),
    "a level of another hazard": (
        HEAD + "triggers:\n  - hazard: earthquake\n    from: severe\n",
        "line 7: from is no level of this hazard. Write one of: 0, 1",
    ),
    "more than all": (HEAD + "triggers:\n  - replied_below: 101\n", "line 6: replied_below is no percentage"),
    "a pace in words": (HEAD + "cadence:\n  day: often\n", "line 6: day is no length of time. Write 60"),
    "no pace at all": (HEAD + "cadence:\n  day: 0\n", "line 6: day is no length of time"),
    "a bare time of day": (HEAD + "cadence:\n  to: 22:00\n", "line 6: to is no time of day. Write \"06:00\", in"),
    "a day that ends before it begins": (
        HEAD + 'cadence:\n  since: "09:00"\n  to: "08:00"\n', "line 7: the day ends before it begins"
    ),
    "stops in words": (HEAD + "stop: now\n", "line 5: stop is no list"),
    "an id twice": (
        HEAD + INJECT + INJECT.removeprefix("injects:\n"),
        "line 13: inject I1 is there already",
    ),
    "an unknown outcome": (HEAD + INJECT.replace("refused", "lost"), "line 10: expect is none of the known outcomes"),
    "an outcome that is a list": (HEAD + INJECT.replace("refused", "[held]"), "line 10: expect is none of the known"),
    "no text": (HEAD + INJECT.split("    payload")[0], "line 6: an inject has one text"),
    "two texts": (HEAD + INJECT + "    repeats: I0\n", "line 6: an inject has one text"),
    "a payload that is a list": (HEAD + INJECT.split("    payload")[0] + "    payload: [a]\n", "line 11: payload is no text"),
    "an empty id": (HEAD + INJECT.replace("id: I1", "id:"), "line 6: id is no text"),
    "a trap without words": (HEAD + INJECT + "    trap: ACCESS\n", "line 6: a trap is a class and the words"),
    "words without a trap": (HEAD + INJECT + "    must_not: [x]\n", "line 6: a trap is a class and the words"),
    "an empty word": (HEAD + INJECT + '    trap: ACCESS\n    must_not: [""]\n', "line 14: must_not is no list of words"),
    "words as text": (HEAD + INJECT + "    trap: ACCESS\n    must_not: x\n", "line 14: must_not is no list of words"),
    "a repetition of nothing": (
        HEAD + INJECT.split("    payload")[0] + "    repeats: I0\n",
        "line 11: I0 has not arrived five minutes before",
    ),
    "two targets": (
        HEAD + "objectives:\n  - name: a\n    measure: leaks\n    says: { en: A }\n    at_most: 1\n    at_least: 1\n",
        "line 6: an objective has one target",
    ),
    "a target in words": (
        HEAD + "objectives:\n  - name: a\n    measure: leaks\n    says: { en: A }\n    at_most: few\n",
        "line 9: at_most is no number",
    ),
}  # fmt: skip


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_each_mistake_names_file_line_and_mend(breakage: str, tmp_path: Path) -> None:
    text, said = BREAKAGES[breakage]
    with pytest.raises(Mistake) as mistake:
        runbooks.load(written(tmp_path, text))
    assert str(mistake.value).startswith(f"flood.yaml, {said}")
    assert str(mistake.value.mend)
    assert "{" not in str(mistake.value.sentence)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff\xfe", "flood.yaml is not UTF-8"), (b"runbook: \x00", "flood.yaml: this is no YAML")],
)
def test_bytes_that_are_no_text(data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "flood.yaml").write_bytes(data)
    with pytest.raises(Mistake, match=said):
        runbooks.load(tmp_path / "flood.yaml")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"none\.yaml cannot be read: No such file or directory\."):
        runbooks.load(tmp_path / "none.yaml")


def test_a_name_that_is_not_known_is_answered_with_those_that_are() -> None:
    with pytest.raises(Mistake, match=r"There is no runbook earthqake\. Known: .*earthquake"):
        runbooks.find("earthqake", shipped("runbooks"))


def test_the_runbook_of_a_desk_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "earthquake.yaml"
    own.write_text(HEAD, "utf-8")
    assert runbooks.find("earthquake", shipped("runbooks"), tmp_path) == own
    assert runbooks.find("earthquake", shipped("runbooks"), tmp_path / "absent").parent == shipped("runbooks")
    assert runbooks.find("some/where.yml", tmp_path) == Path("some/where.yml")
