"""A policy in a file (TOML): lanes with their rules, and which releases take which. Read into a value, and written again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from crisis.catalogue.spans import span, written
from crisis.catalogue.tables import Table
from crisis.clearance import policy as policies
from crisis.model.release import Case, Policy, Rule
from crisis.model.role import Role
from crisis.model.settings import Mode
from crisis.model.severity import Severity
from crisis.model.speaking import ANYBODY, NOTHING, ByItself, Lapsed, Openness, Speaking

MOST_PEOPLE = 9

_Word = TypeVar("_Word", bound=StrEnum)


def read_policy(path: Path, known_types: Collection[str] = (), known_kinds: Collection[str] = ()) -> Policy:
    """The policy of a file; `known_types` and `known_kinds`, where given, are the notice types and the kinds of incident that it
    may name. Raises `Mistake`."""
    top = Table.read(path).only("otherwise", "lane", "when", "speaking", "by_itself")
    lanes = {name: _rule(table) for name, table in top.tables("lane").items()}
    if not lanes:
        raise top.mistake("lane", "there is no lane", "[lane.N], and quorum = 1 below it")
    otherwise = _lane(top, "otherwise", lanes)
    cases = [_case(table, lanes, known_types) for table in _whens(top)]
    for case in cases[:-1]:
        if case == Case(case.lane, also=case.also):
            raise top.mistake("when", "one that fits everything hides those below it", "that one last")
    return policies.made(
        lanes, otherwise, cases, _speaking(top.table("speaking")), _by_itself(top.table("by_itself"), known_kinds)
    )


def _whens(top: Table) -> Iterator[Table]:
    whens = top.data.get("when", [])
    if not isinstance(whens, list) or not all(isinstance(when, dict) for when in whens):
        raise top.mistake("when", "not a list of tables", "[[when]] in double brackets")
    for number, when in enumerate(whens, 1):
        table = Table(top.path, f"when {number}", when)
        yield table.only("types", "severities", "mode", "lane", "also")


def _rule(table: Table) -> Rule:
    table.only("quorum", "roles", "by_phone", "break_glass", "countersign_within", "window")
    default = Rule()
    quorum = table.data.get("quorum")
    if isinstance(quorum, bool) or not isinstance(quorum, int) or not 1 <= quorum <= MOST_PEOPLE:
        raise table.mistake("quorum", "not a number of people from 1 to 9", "quorum = 1")
    return Rule(
        quorum=quorum,
        roles=_roles(table, "roles"),
        by_phone=table.flag("by_phone"),
        break_glass=table.flag("break_glass"),
        countersign_within=_span(table, "countersign_within", default.countersign_within),
        window=_span(table, "window", default.window),
    )


def _case(table: Table, lanes: Collection[str], known_types: Collection[str]) -> Case:
    types = table.texts("types")
    strange = [name for name in types if known_types and name not in known_types]
    if strange:
        raise table.mistake(
            "types", f"there is no notice type {strange[0]!r}", "one of: " + ", ".join(sorted(known_types))
        )
    return Case(
        lane=_lane(table, "lane", lanes),
        types=types,
        severities=_words(table, "severities", list(Severity)),
        mode=table.choice("mode", Mode) if "mode" in table.data else None,
        also=_roles(table, "also"),
    )


def _speaking(table: Table) -> Speaking:
    table.only("mode", "training", "acknowledge", "lapsed", "grace")
    return Speaking(
        mode=table.choice("mode", Openness) if "mode" in table.data else ANYBODY.mode,
        training=_span(table, "training", timedelta()) or None,
        acknowledge=table.flag("acknowledge"),
        lapsed=table.choice("lapsed", Lapsed) if "lapsed" in table.data else ANYBODY.lapsed,
        grace=_span(table, "grace", ANYBODY.grace),
    )


def _by_itself(table: Table, known_kinds: Collection[str]) -> ByItself:
    table.only("no_change", "opens")
    strange = [kind for kind in table.texts("opens") if known_kinds and kind not in known_kinds]
    if strange:
        raise table.mistake(
            "opens", f"there is no kind of incident {strange[0]!r}", "any of: " + ", ".join(sorted(known_kinds))
        )
    return ByItself(table.flag("no_change"), table.texts("opens"))


def _lane(table: Table, key: str, lanes: Collection[str]) -> str:
    name = table.text(key)
    if name not in lanes:
        raise table.mistake(key, f"there is no lane {name!r}", "one of: " + ", ".join(lanes))
    return name


def _roles(table: Table, key: str) -> tuple[Role, ...]:
    return _words(table, key, [role for role in Role if role is not Role.DRAFTER])


def _words(table: Table, key: str, known: Collection[_Word]) -> tuple[_Word, ...]:
    """Words of a closed list."""
    by_word = {str(word): word for word in known}
    for word in table.texts(key):
        if word not in by_word:
            raise table.mistake(key, f"unknown word {word!r}", "any of: " + ", ".join(by_word))
    return tuple(by_word[word] for word in table.texts(key))


def _span(table: Table, key: str, default: timedelta) -> timedelta:
    try:
        return span(table.data[key]) if key in table.data else default
    except ValueError:
        raise table.mistake(key, "not a span of time", f'minutes, hours or days, such as {key} = "4h"') from None


def write_policy(policy: Policy) -> str:
    """The file that says the same: `read_policy` gives the policy again."""
    parts = [f'otherwise = "{policy.otherwise}"']
    for name, rule in policy.lanes.items():
        parts.append("\n".join([f"[lane.{name}]", *_lines(_of_rule(rule))]))
    for case in policy.cases:
        parts.append("\n".join(["[[when]]", *_lines(_of_case(case))]))
    if policy.speaking != ANYBODY:
        parts.append("\n".join(["[speaking]", *_lines(_of_speaking(policy.speaking))]))
    if policy.by_itself != NOTHING:
        own = {"no_change": policy.by_itself.no_change, "opens": list(policy.by_itself.opens)}
        parts.append("\n".join(["[by_itself]", *_lines(own)]))
    return "\n\n".join(parts) + "\n"


def _of_rule(rule: Rule) -> dict[str, Any]:
    return {
        "quorum": rule.quorum,
        "roles": list(rule.roles),
        "by_phone": rule.by_phone,
        "break_glass": rule.break_glass,
        "countersign_within": written(rule.countersign_within),
        "window": written(rule.window),
    }


def _of_case(case: Case) -> dict[str, Any]:
    said = {"types": case.types, "severities": case.severities, "mode": case.mode, "lane": case.lane, "also": case.also}
    return {key: value if isinstance(value, str) else list(value) for key, value in said.items() if value}


def _of_speaking(speaking: Speaking) -> dict[str, Any]:
    said = {
        "mode": speaking.mode,
        "training": speaking.training and written(speaking.training),
        "acknowledge": speaking.acknowledge,
        "lapsed": speaking.lapsed,
        "grace": written(speaking.grace),
    }
    return {key: value for key, value in said.items() if value is not None}


def _lines(values: dict[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, bool):
            yield f"{key} = {str(value).lower()}"
        elif isinstance(value, int):
            yield f"{key} = {value}"
        elif isinstance(value, list):
            yield f"{key} = [" + ", ".join(f'"{word}"' for word in value) + "]"
        else:
            yield f'{key} = "{value}"'
