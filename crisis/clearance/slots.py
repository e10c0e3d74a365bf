"""Slots of a pre-cleared post: the values that one person filled in, as signed bytes, and whether each lies in its domain."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from crisis.canon import canonical
from crisis.errors import VerificationFailed
from crisis.model.fact import Fact, Facts, Kind, Label, Value
from crisis.model.moment import Moment, Period
from crisis.model.notice_type import NoticeType
from crisis.model.post import Occasion
from crisis.model.preclearance import Bounds, Choice, Domain, Preclearance
from crisis.model.settings import Mode
from crisis.sentence import Sentence

FILLED = "filled in"
"""Where a fact stands that was read back from a signed statement."""


def encode(facts: Facts) -> str:
    """The facts that a text was made of, by name, as canonical JSON."""
    return canonical({fact.name: _packed(fact.value) for fact in facts.facts}).decode()


def decode(text: str, notice_type: NoticeType) -> Facts:
    """The facts again, under the fields of their type. Raises VerificationFailed `slots-malformed`."""
    return _facts(text, notice_type.id, {field.name: (field.kind, field.label) for field in notice_type.fields})


def decode_under(text: str, made: Preclearance) -> Facts:
    """The facts again, under the slots of a pre-clearance, for who has no template. Raises VerificationFailed
    `slots-malformed`."""
    return _facts(text, made.notice_type, {name: (domain.kind, Label.PUBLIC) for name, domain in made.slots.items()})


def _facts(text: str, type_id: str, known: Mapping[str, tuple[Kind, Label]]) -> Facts:
    try:
        values = json.loads(text)
        facts = [
            Fact(name, kind, _unpacked(values[name], kind), label, FILLED)
            for name, (kind, label) in known.items()
            if name in values
        ]
        if len(facts) != len(values):
            raise ValueError("a field that the type does not have")
    except (ValueError, TypeError, KeyError, IndexError):
        raise _malformed() from None
    return Facts(type_id, tuple(facts))


def encode_occasion(occasion: Occasion) -> str:
    """What a text says beside its facts: its number, and the old facts that it changes. A hashtag or a last report is none of
    it: those are not pre-cleared."""
    old = [{fact.name: _packed(fact.value)} for fact in occasion.replaced]
    return canonical({"number": occasion.number, "replaced": old}).decode()


def decode_occasion(text: str, mode: Mode, notice_type: NoticeType) -> Occasion:
    """The occasion again. Raises VerificationFailed `slots-malformed`."""
    try:
        value = json.loads(text)
        old = [decode(json.dumps(one), notice_type).facts for one in value.pop("replaced")]
        number = value.pop("number")
        if value or not isinstance(number, int | None) or any(len(facts) != 1 for facts in old):
            raise ValueError("not an occasion of ours")
    except (ValueError, TypeError, KeyError, AttributeError):
        raise _malformed() from None
    return Occasion(mode, number, replaced=tuple(fact for facts in old for fact in facts))


def _malformed() -> VerificationFailed:
    return VerificationFailed(
        "slots-malformed", "What was filled in cannot be read.", "Draft it again and clear it as usual."
    )


def _packed(value: Value) -> Any:
    if isinstance(value, Period):
        return [value.start and _packed(value.start), value.end and _packed(value.end)]
    if isinstance(value, Moment):
        return {"at": value.at.isoformat(), "has_time": value.has_time, "approximate": value.approximate}
    return value


def _unpacked(value: Any, kind: Kind) -> Value:
    if kind is Kind.PERIOD:
        start, end = value
        return Period(start and _moment(start), end and _moment(end))
    if kind is Kind.TIME:
        return _moment(value)
    if not isinstance(value, int if kind is Kind.NUMBER else str):
        raise TypeError("not a value of this kind")
    return value


def _moment(value: Any) -> Moment:
    at = datetime.fromisoformat(value["at"])
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return Moment(at, bool(value["has_time"]), bool(value["approximate"]))


def outside(fact: Fact, domain: Domain | None, at: datetime) -> Sentence | None:
    """Why a fact does not lie in its slot's domain when it is sent at that time; None where it does."""
    if domain is None:
        return Sentence("{field} may not be said in it.", field=fact.name)
    if domain.kind is not fact.kind:
        return Sentence("{field} is of another kind than was pre-cleared.", field=fact.name)
    if isinstance(domain, Choice):
        if fact.value in domain.values:
            return None
        return Sentence("{field} may only be one of: {values}.", field=fact.name, values=", ".join(domain.values))
    if all(_within(moment, domain, at) for moment in _moments(fact.value)):
        return None
    return Sentence("{field} lies too far back or ahead.", field=fact.name)


def _moments(value: Value) -> list[Moment]:
    if isinstance(value, Period):
        return [moment for moment in (value.start, value.end) if moment is not None]
    return [value] if isinstance(value, Moment) else []


def _within(moment: Moment, bounds: Bounds, at: datetime) -> bool:
    """A date without a time lies within if any of its hours does."""
    last = moment.at if moment.has_time else moment.at + timedelta(days=1)
    earliest, latest = at + timedelta(seconds=bounds.earliest), at + timedelta(seconds=bounds.latest)
    return last >= earliest and moment.at <= latest
