"""Reads `runbooks/*.yaml`: what the people who own them wrote, checked, with file, line and mend in every mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from crisis.errors import Mistake
from crisis.model.link import LinkStatus
from crisis.model.names import Names
from crisis.model.runbook import HOURLY, Fault, Inject, Objective, Runbook, Step

EXPECTATIONS = ("published", "held", "refused", "known")
SUFFIXES = (".yaml", ".yml")

FAULTS = ("down", "silent")

Part = TypeVar("Part", Step, Inject, Fault, Objective)

_OFFSET = re.compile(r"T\+(?=\d)(?:(\d{1,3})h)?(\d{1,5})?")
_KEYS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "runbook": (
        ("runbook", "names", "starts", "lasts"),
        ("links", "updates", "faults", "steps", "injects", "objectives"),
    ),
    "step": (("id", "at", "type", "role"), ("answers",)),
    "inject": (("id", "at", "says", "name", "expect"), ("payload", "repeats", "trap", "must_not", "approver_away")),
    "fault": (("id", "account", "at", "until", "how"), ()),
    "objective": (("name", "measure", "says"), ("at_most", "at_least")),
}
"""Required and optional keys by kind of table."""


class _Place:
    """A mapping in the file with the lines of its keys, for mistakes that say where."""

    def __init__(self, file: str, kind: str, value: Any, line: int, lines: Mapping[str, int]) -> None:
        self.file, self.kind, self.value, self.line, self.lines = file, kind, value, line, lines

    def wrong(self, sentence: str, mend: str, key: str | None = None, **details: Any) -> Mistake:
        """The mistake at a key of this mapping; `sentence` begins with `{place}`."""
        place = f"{self.file}, line {self.lines.get(key or '', self.line)}"
        return Mistake("runbook", sentence, mend, place=place, kind=self.kind, key=key, **details)

    def check(self, keys: Sequence[str]) -> None:
        """The keys that it must and may have, each once; `keys` as they stand in the file."""
        if not isinstance(self.value, dict):
            raise self.wrong("{place}: this {kind} is no mapping.", "Write lines such as id: I1.")
        required, optional = _KEYS[self.kind]
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

    def text(self, key: str) -> str:
        """Words, or a number as it is written."""
        value = self.value[key]
        if isinstance(value, bool) or not isinstance(value, str | int | float) or not str(value).strip():
            raise self.wrong("{place}: {key} is no text.", "Write words after the colon.", key)
        return str(value)

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
        names = self.value[key]
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

    def offset(self, key: str) -> timedelta:
        """A time after the start: `T+90` minutes, `T+3h`, `T+1h30`."""
        found = _OFFSET.fullmatch(str(self.value[key]))
        if found is None:
            raise self.wrong("{place}: {key} is no time after the start.", "Write T+15 (minutes) or T+3h.", key)
        return timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0))


def find(name: str, *folders: Path) -> Path:
    """The file of a runbook: a name such as `earthquake`, looked for in the folders (the last first), or a path."""
    if name.endswith(SUFFIXES):
        return Path(name)
    for folder in reversed(folders):
        if (folder / f"{name}.yaml").is_file():
            return folder / f"{name}.yaml"
    known = sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})
    raise Mistake(
        "unknown-runbook", "There is no runbook {name}.", "Known: {known}.", name=name, known=", ".join(known)
    )


def load(path: Path) -> Runbook:
    """The runbook in a file. Raises `Mistake` naming file, line and mend."""
    import yaml

    try:
        return _runbook(_place(path.name, "runbook", yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)))
    except OSError as error:
        raise Mistake(
            "runbook", "{file} cannot be read: {why}.", "Check the name.", file=path, why=error.strerror or "unreadable"
        ) from None
    except UnicodeDecodeError:
        raise Mistake("runbook", "{file} is not UTF-8.", "Save it as UTF-8.", file=path.name) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        raise Mistake(
            "runbook",
            "{place}: this is no YAML.",
            "Check the indentation and the quotation marks there.",
            place=f"{path.name}, line {mark.line + 1}" if mark else path.name,
        ) from None


def _place(file: str, kind: str, node: Any) -> _Place:
    """A node with the lines of its keys; of a runbook also its steps, injects and objectives as places of their own."""
    import yaml

    value: Any = yaml.SafeLoader("").construct_document(node) if node is not None else None
    line = node.start_mark.line + 1 if node is not None else 1
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    place = _Place(file, kind, value, line, {key.value: key.start_mark.line + 1 for key, _value in pairs})
    place.check([key.value for key, _value in pairs])
    if kind == "runbook":
        for key, child in pairs:
            if isinstance(child, yaml.SequenceNode):
                value[key.value] = [_place(file, key.value.removesuffix("s"), item) for item in child.value]
    return place


def _runbook(place: _Place) -> Runbook:
    starts = place.value["starts"]
    if not isinstance(starts, datetime) or starts.tzinfo is None:
        raise place.wrong("{place}: starts is no time with a zone.", "Write 2026-10-09T14:46:00+09:00.", "starts")
    if not place.offset("lasts"):
        raise place.wrong("{place}: the rehearsal lasts no time.", "Write for example T+4h.", "lasts")
    return Runbook(
        id=_identifier(place, "runbook"),
        names=place.names("names"),
        starts=starts,
        lasts=place.offset("lasts"),
        links=_links(place),
        updates=place.text("updates") if "updates" in place.value else HOURLY,
        faults=_each(place, "faults", _fault, lambda fault: fault.id),
        steps=_each(place, "steps", _step, lambda step: step.id),
        injects=_injects(place),
        objectives=_each(place, "objectives", _objective, lambda objective: objective.name),
    )


def _links(place: _Place) -> Mapping[str, LinkStatus]:
    """What the pages that posts link answer in the rehearsal, which asks for none."""
    answers, known = place.value.get("links", {}), [status.value for status in LinkStatus]
    if not isinstance(answers, dict) or not all(status in known for status in answers.values()):
        raise place.wrong(
            "{place}: links are not an address and what it answers.",
            "Write lines such as https://www.example.com/: gone. Answers: {known}.",
            "links",
            known=", ".join(known),
        )
    return {str(url): LinkStatus(status) for url, status in answers.items()}


def _identifier(place: _Place, key: str) -> str:
    """An id, which becomes part of a file's name."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", place.text(key)):
        raise place.wrong("{place}: {key} is not an id.", 'Write ASCII letters, digits, "-", "_" or ".".', key)
    return place.text(key)


def _each(place: _Place, key: str, read: Callable[[_Place], Part], named: Callable[[Part], str]) -> tuple[Part, ...]:
    items = place.value.get(key, [])
    if not isinstance(items, list) or not all(isinstance(item, _Place) for item in items):
        raise place.wrong("{place}: {key} is no list.", "Write one item after each dash.", key)
    parts: dict[str, Part] = {}
    for item in items:
        part = read(item)
        if named(part) in parts:
            raise item.wrong("{place}: {kind} {name} is there already.", "Give it another name.", name=named(part))
        parts[named(part)] = part
    return tuple(parts.values())


def _step(place: _Place) -> Step:
    answers = place.value.get("answers", {})
    if not isinstance(answers, dict):
        raise place.wrong("{place}: answers are no field: answer lines.", "Write them indented below.", "answers")
    return Step(
        id=_identifier(place, "id"),
        at=place.offset("at"),
        type=place.text("type"),
        role=place.text("role"),
        answers={str(name): str(answer) for name, answer in answers.items()},
    )


def _injects(place: _Place) -> tuple[Inject, ...]:
    injects = _each(place, "injects", _inject, lambda inject: inject.id)
    for index, inject in enumerate(injects):
        if inject.repeats is not None:
            _check_repeats(place.value["injects"][index], inject, injects)
    return injects


def _check_repeats(place: _Place, inject: Inject, injects: Sequence[Inject]) -> None:
    """What an inject repeats has a text and has arrived by then."""
    earlier = [one.id for one in injects if one.payload is not None and one.at + timedelta(minutes=5) <= inject.at]
    if inject.repeats not in earlier:
        raise place.wrong(
            "{place}: {repeats} has not arrived five minutes before, so it cannot be repeated.",
            "Name one of: {earlier}.",
            "repeats",
            repeats=inject.repeats,
            earlier=", ".join(earlier),
        )


def _inject(place: _Place) -> Inject:
    value = place.value
    if value["expect"] not in EXPECTATIONS:
        known = ", ".join(EXPECTATIONS)
        raise place.wrong(
            "{place}: {key} is none of the known outcomes.", "Write one of: {known}.", "expect", known=known
        )
    if ("payload" in value) == ("repeats" in value):
        raise place.wrong(
            "{place}: an inject has one text.", "Write payload: |, or repeats: and an earlier inject's id."
        )
    if ("trap" in value) != bool(value.get("must_not")):
        raise place.wrong(
            "{place}: a trap is a class and the words that may not get out.", "Write both trap: and must_not: […]."
        )
    return Inject(
        id=_identifier(place, "id"),
        at=place.offset("at"),
        says=place.names("says"),
        name=place.text("name"),
        expect=value["expect"],
        payload=place.text("payload") if "payload" in value else None,
        repeats=place.text("repeats") if "repeats" in value else None,
        trap=place.text("trap") if "trap" in value else None,
        must_not=place.words("must_not"),
        approver_away=place.offset("approver_away") if "approver_away" in value else timedelta(),
    )


def _fault(place: _Place) -> Fault:
    if place.value["how"] not in FAULTS:
        known = ", ".join(FAULTS)
        raise place.wrong("{place}: {key} is none of the known faults.", "Write one of: {known}.", "how", known=known)
    at, until = place.offset("at"), place.offset("until")
    if until <= at:
        raise place.wrong("{place}: this fault ends before it begins.", "Write a later time.", "until")
    return Fault(_identifier(place, "id"), place.text("account"), at, until, place.value["how"])


def _objective(place: _Place) -> Objective:
    if ("at_most" in place.value) == ("at_least" in place.value):
        raise place.wrong("{place}: an objective has one target.", "Write at_most: or at_least: and a number.")
    return Objective(
        name=_identifier(place, "name"),
        measure=place.text("measure"),
        says=place.names("says"),
        at_most=place.number("at_most"),
        at_least=place.number("at_least"),
    )
