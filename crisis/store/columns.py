"""Column types that turn frozen values into JSON text and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from crisis.clearance import voices
from crisis.model.fact import Fact, Facts, Kind, Label, Value, Withheld
from crisis.model.finding import Finding, Severity
from crisis.model.moment import Moment, Period
from crisis.model.notice import Entry
from crisis.model.release import Approval
from crisis.model.speaking import SILENT
from crisis.sentence import Sentence


class Packed(TypeDecorator[Any]):
    """JSON text through a pair of functions: value → JSON value, JSON value → value. NULL stands for `nothing`."""

    impl = Text
    cache_ok = True

    def __init__(
        self, pack: Callable[[Any], Any], unpack: Callable[[Any], Any], nothing: Any = None, *, keep: int = 0
    ) -> None:
        """`keep` is how many values are remembered by their text: only of a kind that nobody can change."""
        super().__init__()
        self.pack = pack
        self.unpack = unpack
        self.nothing = nothing
        self.keep = keep
        self._read = lru_cache(keep)(self._unpacked) if keep else self._unpacked

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Value → text."""
        return (
            None if value == self.nothing else json.dumps(self.pack(value), ensure_ascii=False, separators=(",", ":"))
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Text → value."""
        return self.nothing if value is None else self._read(value)

    def _unpacked(self, text: str) -> Any:
        return self.unpack(json.loads(text))


def _same(value: Any) -> Any:
    return value


def pack_sentence(sentence: Sentence) -> dict[str, Any]:
    """A sentence as JSON; details become text, save those that are sentences themselves, or names by language."""
    return {"template": sentence.template, "details": {k: _pack_detail(v) for k, v in sentence.details.items()}}


def _pack_detail(value: Any) -> Any:
    if isinstance(value, Sentence):
        return pack_sentence(value)
    return {"names": dict(value)} if isinstance(value, Mapping) else str(value)


def unpack_sentence(data: dict[str, Any]) -> Sentence:
    """The sentence again."""
    details = {k: _unpack_detail(v) if isinstance(v, dict) else v for k, v in data["details"].items()}
    return Sentence(data["template"], **details)


def _unpack_detail(data: dict[str, Any]) -> Any:
    return unpack_sentence(data) if "template" in data else data["names"]


def pack_finding(finding: Finding) -> dict[str, Any]:
    """A finding as JSON."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "mend": pack_sentence(finding.mend),
        "post": finding.post,
        "start": finding.start,
        "end": finding.end,
    }


def unpack_finding(data: dict[str, Any]) -> Finding:
    """The finding again."""
    return Finding(**{**data, "severity": Severity(data["severity"]), "mend": unpack_sentence(data["mend"])})


def _pack_moment(moment: Moment | None) -> Any:
    return moment and [moment.at.isoformat(), moment.has_time, moment.approximate]


def _unpack_moment(data: Any) -> Moment | None:
    return Moment(datetime.fromisoformat(data[0]), *data[1:]) if data else None


def _pack_value(value: Value) -> Any:
    if isinstance(value, Moment):
        return {"moment": _pack_moment(value)}
    if isinstance(value, Period):
        return {"period": [_pack_moment(value.start), _pack_moment(value.end)]}
    return value


def _unpack_value(data: Any) -> Any:
    if isinstance(data, dict):
        return (
            _unpack_moment(data["moment"]) if "moment" in data else Period(*[_unpack_moment(m) for m in data["period"]])
        )
    return data


def pack_facts(facts: Facts) -> dict[str, Any]:
    """Facts as JSON: public and derived ones, and the names of what is withheld."""
    return {
        "type": facts.type,
        "facts": [[f.name, f.kind.value, _pack_value(f.value), f.label.value, f.where] for f in facts.facts],
        "withheld": [[w.name, w.label.value, w.why] for w in facts.withheld],
        "doubts": [pack_finding(d) for d in facts.doubts],
    }


def unpack_facts(data: dict[str, Any]) -> Facts:
    """The facts again."""
    return Facts(
        data["type"],
        tuple(Fact(n, Kind(k), _unpack_value(v), Label(lb), w) for n, k, v, lb, w in data["facts"]),
        tuple(Withheld(n, Label(lb), why) for n, lb, why in data["withheld"]),
        tuple(unpack_finding(d) for d in data["doubts"]),
    )


def listing(pack: Callable[[Any], Any] = _same, unpack: Callable[[Any], Any] = _same) -> Packed:
    """A column that holds a tuple of values."""
    return Packed(lambda values: [pack(v) for v in values], lambda data: tuple(unpack(d) for d in data))


FACTS = Packed(pack_facts, unpack_facts, keep=64)
FINDINGS = listing(pack_finding, unpack_finding)
SENTENCE = Packed(pack_sentence, unpack_sentence)
ENTRIES = listing(lambda e: [e.label, e.value, e.where], lambda d: Entry(*d))
JSON = Packed(_same, _same)
VOICE = Packed(voices.content, voices.voice_of, SILENT)
SIGNATURES = listing(
    lambda s: [s.person, s.key, s.at.isoformat(), s.signature],
    lambda d: Approval(d[0], d[1], datetime.fromisoformat(d[2]), d[3]),
)
