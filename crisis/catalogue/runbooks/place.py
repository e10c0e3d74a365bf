"""A table of a runbook's file, read key by key: every mistake names the file, the line, what is wrong and the mend."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import time, timedelta
from typing import Any, TypeVar

from crisis.errors import Mistake
from crisis.model.names import Names
from crisis.sentence import Sentence

Part = TypeVar("Part")

KEYS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "runbook": (
        ("runbook", "names", "starts", "lasts"),
        (
            "kind", "public", "severity", "triggers", "cadence", "phases", "stop", "ends",
            "begins", "situation", "links", "updates", "faults", "injects", "objectives",
        ),
    ),
    "phase": (("phase", "names", "at", "steps"), ("until",)),
    "step": (
        ("id", "says"),
        ("at", "by", "until", "type", "role", "lane", "also", "answers", "tells", "when", "rehearse"),
    ),
    "trigger": ((), ("notice", "facts", "hazard", "from", "sites", "replied_below", "bounced_above")),
    "cadence": ((), ("day", "night", "gap", "since", "to")),
    "inject": (("id", "at", "says", "name", "expect"), ("payload", "repeats", "trap", "must_not", "no_post", "approver_away")),
    "fault": (("id", "account", "at", "until", "how"), ()),
    "objective": (("name", "measure", "says"), ("at_most", "at_least")),
}  # fmt: skip
"""Required and optional keys by kind of table."""

CHILDREN = {
    "triggers": "trigger",
    "when": "trigger",
    "cadence": "cadence",
    "phases": "phase",
    "steps": "step",
    "injects": "inject",
    "faults": "fault",
    "objectives": "objective",
}
"""Which kind of table stands under a key, alone or in a list."""

_OFFSET = re.compile(r"T([+-])(?=\d)(?:(\d{1,3})h)?(\d{1,5})?")
_SPAN = re.compile(r"(?=\d)(?:(\d{1,3})h)?(\d{1,5})?")


class Place:
    """A mapping in the file with the lines of its keys, for mistakes that say where."""

    def __init__(self, file: str, kind: str, value: Any, line: int, lines: Mapping[str, int]) -> None:
        self.file, self.kind, self.value, self.line, self.lines = file, kind, value, line, lines

    def wrong(self, sentence: str, mend: str, key: str | None = None, **details: Any) -> Mistake:
        """The mistake at a key of this mapping; `sentence` begins with `{place}`."""
        place = Sentence("{file}, line {line}", file=self.file, line=self.lines.get(key or "", self.line))
        return Mistake("runbook", sentence, mend, place=place, kind=self.kind, key=key, **details)

    def check(self, keys: Sequence[str]) -> None:
        """The keys that it must and may have, each once; `keys` as they stand in the file."""
        if not isinstance(self.value, dict):
            raise self.wrong("{place}: this {kind} is no mapping.", "Write lines such as id: I1.")
        required, optional = KEYS[self.kind]
        for key in self.value:
            if key not in (*required, *optional):
                known = ", ".join((*required, *optional))
                raise self.wrong("{place}: {key} is no key of a {kind}.", "Known: {known}.", str(key), known=known)
        for key in self.value:
            if keys.count(key) > 1:
                raise self.wrong("{place}: {key} stands twice in this {kind}.", "Leave one of them.", key)
        for key in required:
            if key not in self.value:
                raise self.wrong("{place}: this {kind} has no {key}.", "Add a line {key}: …", key)

    def has(self, key: str) -> bool:
        """Whether the key stands there."""
        return key in self.value

    def text(self, key: str) -> str:
        """Words, or a number as it is written."""
        value = self.value[key]
        if isinstance(value, bool) or not isinstance(value, str | int | float) or not str(value).strip():
            raise self.wrong("{place}: {key} is no text.", "Write words after the colon.", key)
        return str(value)

    def one_of(self, key: str, known: Sequence[str]) -> str:
        """One of the known words."""
        if self.value[key] not in known:
            raise self.wrong(
                "{place}: {key} is none of the known words.", "Write one of: {known}.", key, known=", ".join(known)
            )
        return str(self.value[key])

    def flag(self, key: str) -> bool:
        """Yes or no; no where the key is absent."""
        value = self.value.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong("{place}: {key} is neither true nor false.", "Write true or false.", key)
        return value

    def identifier(self, key: str) -> str:
        """An id, which becomes part of a file's name."""
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", self.text(key)):
            raise self.wrong("{place}: {key} is not an id.", 'Write ASCII letters, digits, "-", "_" or ".".', key)
        return self.text(key)

    def number(self, key: str) -> float | None:
        """A number, or None where the key is absent."""
        if key not in self.value:
            return None
        value = self.value[key]
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong("{place}: {key} is no number.", "Write a number, such as 15.", key)
        return float(value)

    def names(self, key: str) -> Names:
        """Language → words."""
        return self._named(self.value[key], key)

    def sayings(self, key: str) -> tuple[Names, ...]:
        """A list of such; empty where the key is absent."""
        listed = self.value.get(key, [])
        if not isinstance(listed, list):
            raise self.wrong("{place}: {key} is no list.", "Write one item after each dash.", key)
        return tuple(self._named(each, key) for each in listed)

    def _named(self, names: Any, key: str) -> Names:
        if (
            not isinstance(names, dict)
            or not names
            or not all(isinstance(word, str) and word for word in names.values())
        ):
            raise self.wrong("{place}: {key} is not language and words.", "Write {{ ja: 地震, en: Earthquake }}.", key)
        return {str(language): words for language, words in names.items()}

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words; empty where the key is absent."""
        words = self.value.get(key, [])
        if not isinstance(words, list) or not all(isinstance(w, str | int) and str(w).strip() for w in words):
            raise self.wrong("{place}: {key} is no list of words.", "Write [one, two], and no empty word.", key)
        return tuple(map(str, words))

    def facts(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """Fields with the value that each must have, or with several of which one; empty where the key is absent."""
        facts = self.value.get(key, {})
        if not isinstance(facts, dict) or not all(isinstance(value, str | int | list) for value in facts.values()):
            raise self.wrong(
                "{place}: {key} are no fields with values.", "Write {{ what: fire }} or {{ what: [fire, gas] }}.", key
            )
        return {
            str(name): tuple(map(str, value if isinstance(value, list) else [value])) for name, value in facts.items()
        }

    def offset(self, key: str) -> timedelta:
        """A time after the start: `T+90` minutes, `T+3h`, `T+1h30`."""
        found = _OFFSET.fullmatch(str(self.value[key]))
        if found is None or found[1] == "-":
            raise self.wrong("{place}: {key} is no time after the start.", "Write T+15 (minutes) or T+3h.", key)
        return _span(found[2], found[3])

    def point(self, key: str) -> timedelta:
        """A time before or after T: `T-48h`, `T+15`."""
        found = _OFFSET.fullmatch(str(self.value[key]))
        if found is None:
            raise self.wrong(
                "{place}: {key} is no time before or after T.", "Write T+15 (minutes), T+3h or T-48h.", key
            )
        return _span(found[2], found[3]) * (-1 if found[1] == "-" else 1)

    def span(self, key: str) -> timedelta:
        """A length of time: `60` minutes, `3h`."""
        found = _SPAN.fullmatch(str(self.value[key]))
        if found is None or isinstance(self.value[key], bool):
            raise self.wrong("{place}: {key} is no length of time.", "Write 60 (minutes) or 3h.", key)
        return _span(found[1], found[2])

    def clock(self, key: str) -> time:
        """A time of day, in quotation marks: YAML takes a bare 22:00 for a number."""
        try:
            return time.fromisoformat(self.value[key])
        except (TypeError, ValueError):
            raise self.wrong("{place}: {key} is no time of day.", 'Write "06:00", in quotation marks.', key) from None

    def each(self, key: str, read: Callable[[Place], Part], named: Callable[[Part], str]) -> tuple[Part, ...]:
        """The tables of a list, read, no two of one name; empty where the key is absent."""
        items = self.value.get(key, [])
        if not isinstance(items, list) or not all(isinstance(item, Place) for item in items):
            raise self.wrong("{place}: {key} is no list.", "Write one item after each dash.", key)
        parts: dict[str, Part] = {}
        for item in items:
            part = read(item)
            if named(part) in parts:
                raise item.wrong("{place}: {kind} {name} is there already.", "Give it another name.", name=named(part))
            parts[named(part)] = part
        return tuple(parts.values())


def _span(hours: str | None, minutes: str | None) -> timedelta:
    return timedelta(hours=int(hours or 0), minutes=int(minutes or 0))


def place(file: str, kind: str, node: Any, construct: Callable[[Any], Any]) -> Place:
    """A node of YAML with the lines of its keys; the tables within it as places of their own. `construct` makes a value of a
    node."""
    import yaml

    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    value: Any = construct(node) if node is not None else None
    line = node.start_mark.line + 1 if node is not None else 1
    made = Place(file, kind, value, line, {key.value: key.start_mark.line + 1 for key, _value in pairs})
    made.check([key.value for key, _value in pairs])
    for key, child in pairs:
        inner = CHILDREN.get(key.value)
        if inner and isinstance(child, yaml.SequenceNode):
            value[key.value] = [place(file, inner, item, construct) for item in child.value]
        elif inner == "cadence":
            value[key.value] = place(file, inner, child, construct)
    return made
