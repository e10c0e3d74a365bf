"""A policy as a value with a digest: what adopting it means, years later too.

Its canonical JSON (RFC 8785) is `{"cases": […], "lanes": {name: rule}, "otherwise": name}`; times in it are whole seconds. The
members `speaking` and `by_itself` stand there only where they say something, so that older policies keep their bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from crisis.canon import canonical, digest
from crisis.model.release import Case, Policy, Rule
from crisis.model.role import Role
from crisis.model.settings import Mode, Tightening
from crisis.model.severity import Severity
from crisis.model.speaking import ANYBODY, NOTHING, ByItself, Lapsed, Openness, Speaking

SINGLE = "N"


def made(
    lanes: Mapping[str, Rule],
    otherwise: str,
    cases: Iterable[Case] = (),
    speaking: Speaking = ANYBODY,
    by_itself: ByItself = NOTHING,
) -> Policy:
    """A policy under the digest of what it says. `otherwise` and every case name one of the lanes."""
    policy = Policy("", dict(lanes), otherwise, tuple(cases), speaking, by_itself)
    return replace(policy, version=digest(canonical(content(policy))))


def single(rule: Rule) -> Policy:
    """The policy of one rule for everything."""
    return made({SINGLE: rule}, SINGLE)


def content(policy: Policy) -> dict[str, Any]:
    """What a policy says, as JSON: that of which its version is the digest."""
    return {
        "lanes": {name: _rule(rule) for name, rule in policy.lanes.items()},
        "otherwise": policy.otherwise,
        "cases": [
            {
                "lane": case.lane,
                "types": list(case.types),
                "severities": [severity.value for severity in case.severities],
                "mode": case.mode and case.mode.value,
                "also": [role.value for role in case.also],
            }
            for case in policy.cases
        ],
        **_where_said("speaking", _speaking(policy.speaking), _speaking(ANYBODY)),
        **_where_said("by_itself", _by_itself(policy.by_itself), _by_itself(NOTHING)),
    }


def _where_said(name: str, said: Mapping[str, Any], nothing: Mapping[str, Any]) -> dict[str, Any]:
    return {} if said == nothing else {name: said}


def encode(policy: Policy) -> bytes:
    """The canonical bytes of what a policy says."""
    return canonical(content(policy))


def decode(data: bytes | str) -> Policy:
    """The policy that says so."""
    return of_content(json.loads(data))


def of_content(said: Mapping[str, Any]) -> Policy:
    """The policy of its JSON. Raises KeyError, TypeError or ValueError for what is none."""
    lanes = {name: _rule_of(rule) for name, rule in said["lanes"].items()}
    cases = tuple(
        Case(
            case["lane"],
            tuple(case["types"]),
            tuple(Severity(severity) for severity in case["severities"]),
            Mode(case["mode"]) if case["mode"] else None,
            tuple(Role(role) for role in case["also"]),
        )
        for case in said["cases"]
    )
    speaking = _speaking_of(said["speaking"]) if "speaking" in said else ANYBODY
    by_itself = _by_itself_of(said["by_itself"]) if "by_itself" in said else NOTHING
    return made(lanes, said["otherwise"], cases, speaking, by_itself)


def tightened(policy: Policy, by: Tightening) -> Policy:
    """The policy with what `crisis.toml` asks for besides. It stays under its version, since nothing in it became looser."""
    return replace(policy, lanes={name: _tightened(rule, by) for name, rule in policy.lanes.items()})


def _tightened(rule: Rule, by: Tightening) -> Rule:
    return replace(
        rule,
        quorum=max(rule.quorum, by.quorum_at_least),
        roles=(*rule.roles, *(role for role in map(Role, by.also_roles) if role not in rule.roles)),
        by_phone=rule.by_phone and by.by_phone,
        break_glass=rule.break_glass and by.break_glass,
        countersign_within=_shorter(rule.countersign_within, by.countersign_within_at_most),
        window=_shorter(rule.window, by.window_at_most),
    )


def looser(rule: Rule, than: Rule) -> bool:
    """Whether a rule lets something through that another one would stop."""
    return (
        rule.quorum < than.quorum
        or not set(than.roles) <= set(rule.roles)
        or (rule.by_phone and not than.by_phone)
        or (rule.break_glass and not than.break_glass)
        or rule.countersign_within > than.countersign_within
        or rule.window > than.window
    )


def looser_besides(policy: Policy, than: Policy) -> list[str]:
    """The members beside the rules in which a policy allows more than another: `speaking`, `by_itself`."""
    found = [("speaking", _speaks_looser(policy.speaking, than.speaking))]
    more = policy.by_itself.no_change > than.by_itself.no_change
    found.append(("by_itself", more or not set(policy.by_itself.opens) <= set(than.by_itself.opens)))
    return [name for name, is_looser in found if is_looser]


def _speaks_looser(one: Speaking, than: Speaking) -> bool:
    longer = than.training is not None and (one.training is None or one.training > than.training)
    return (
        list(Openness).index(one.mode) > list(Openness).index(than.mode)
        or longer
        or one.acknowledge < than.acknowledge
        or (one.lapsed is Lapsed.WARN and than.lapsed is Lapsed.REFUSE)
    )


def _shorter(span: timedelta, at_most: timedelta | None) -> timedelta:
    return span if at_most is None else min(span, at_most)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "quorum": rule.quorum,
        "roles": [role.value for role in rule.roles],
        "by_phone": rule.by_phone,
        "break_glass": rule.break_glass,
        "countersign_within": int(rule.countersign_within.total_seconds()),
        "window": int(rule.window.total_seconds()),
    }


def _rule_of(said: Mapping[str, Any]) -> Rule:
    return Rule(
        quorum=said["quorum"],
        roles=tuple(Role(role) for role in said["roles"]),
        by_phone=said["by_phone"],
        break_glass=said["break_glass"],
        countersign_within=timedelta(seconds=said["countersign_within"]),
        window=timedelta(seconds=said["window"]),
    )


def _speaking(speaking: Speaking) -> dict[str, Any]:
    return {
        "mode": speaking.mode.value,
        "training": speaking.training and int(speaking.training.total_seconds()),
        "acknowledge": speaking.acknowledge,
        "lapsed": speaking.lapsed.value,
        "grace": int(speaking.grace.total_seconds()),
    }


def _speaking_of(said: Mapping[str, Any]) -> Speaking:
    return Speaking(
        mode=Openness(said["mode"]),
        training=said["training"] and timedelta(seconds=said["training"]),
        acknowledge=said["acknowledge"],
        lapsed=Lapsed(said["lapsed"]),
        grace=timedelta(seconds=said["grace"]),
    )


def _by_itself(desk: ByItself) -> dict[str, Any]:
    return {"no_change": desk.no_change, "opens": list(desk.opens)}


def _by_itself_of(said: Mapping[str, Any]) -> ByItself:
    return ByItself(said["no_change"], tuple(said["opens"]))
