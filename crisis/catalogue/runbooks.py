"""Reads `runbooks/*.yaml`: what the people who own them wrote, checked, with file, line and mend in every mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from crisis.errors import Mistake
from crisis.model.runbook import Inject, Objective, Runbook, Step

EXPECTATIONS = ("published", "held", "refused", "known")
_OFFSET = re.compile(r"T\+(?:(\d+)h)?(\d+)?")
_KEYS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "runbook": (("runbook", "names", "starts", "lasts"), ("steps", "injects", "objectives")),
    "step": (("id", "at", "type", "role"), ("answers",)),
    "inject": (("id", "at", "says", "name", "expect"), ("payload", "repeats", "trap", "must_not", "approver_away")),
    "objective": (("name", "measure", "says"), ("at_most", "at_least")),
}
"""Required and optional keys by kind of table."""


class _Place:
    """A mapping in the file with the lines of its keys, for mistakes that say where."""

    def __init__(self, path: Path, kind: str, value: Any, line: int, lines: Mapping[str, int]) -> None:
        self.path, self.kind, self.value, self.line, self.lines = path, kind, value, line, lines

    def wrong(self, what: str, mend: str, key: str | None = None) -> Mistake:
        """A mistake at a key of this mapping."""
        line = self.lines.get(key or "", self.line)
        return Mistake(
            "runbook",
            "{file}, line {line}: {what}.",
            "{mend}",
            file=self.path.name,
            line=line,
            what=what,
            mend=mend,
        )

    def check(self) -> None:
        """The keys that it must and may have."""
        if not isinstance(self.value, dict):
            raise self.wrong(f"this {self.kind} is no mapping", "Write key: value lines.")
        required, optional = _KEYS[self.kind]
        for key in self.value:
            if key not in (*required, *optional):
                raise self.wrong(
                    f"{key!r} is no key of a {self.kind}", f"Known: {', '.join((*required, *optional))}.", key
                )
        for key in required:
            if key not in self.value:
                raise self.wrong(f"this {self.kind} has no {key!r}", f"Add {key}: …")


def find(name: str, *folders: Path) -> Path:
    """The file of a runbook: a name such as `earthquake`, looked for in the folders (the last first), or a path."""
    if name.endswith((".yaml", ".yml")):
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
        node = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise Mistake(
            "runbook", "{file} cannot be read: {why}.", "Check the name.", file=path, why=error.strerror or "unreadable"
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise Mistake(
            "runbook",
            "{file}, line {line}: this is no YAML.",
            "Check the indentation and the quotation marks there.",
            file=path.name,
            line=mark.line + 1 if mark else 1,
        ) from None
    return _runbook(_place(path, "runbook", node))


def _place(path: Path, kind: str, node: Any) -> _Place:
    import yaml

    value: Any = yaml.SafeLoader("").construct_document(node) if node is not None else None
    line = node.start_mark.line + 1 if node is not None else 1
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    place = _Place(path, kind, value, line, {key.value: key.start_mark.line + 1 for key, _value in pairs})
    place.check()
    if kind == "runbook":
        for key, child in pairs:
            if isinstance(child, yaml.SequenceNode):
                one = key.value.removesuffix("s")
                value[key.value] = [_place(path, one, item) for item in child.value]
    return place


def _runbook(place: _Place) -> Runbook:
    value = place.value
    starts = value["starts"]
    if not isinstance(starts, datetime) or starts.tzinfo is None:
        raise place.wrong("starts is no time with a zone", "Write 2026-10-09T14:46:00+09:00.", "starts")
    return Runbook(
        id=str(value["runbook"]),
        names=_names(place, "names"),
        starts=starts,
        lasts=_offset(place, "lasts"),
        steps=tuple(_each(place, "steps", _step)),
        injects=tuple(_each(place, "injects", _inject)),
        objectives=tuple(_each(place, "objectives", _objective)),
    )


def _each(place: _Place, key: str, read: Callable[[_Place], Any]) -> list[Any]:
    items = place.value.get(key, [])
    if not isinstance(items, list):
        raise place.wrong(f"{key} is no list", "Write one item after each dash.", key)
    return [read(item) for item in items]


def _step(place: _Place) -> Step:
    value = place.value
    answers = value.get("answers", {})
    if not isinstance(answers, dict):
        raise place.wrong("answers are field: answer lines", "Write them indented below.", "answers")
    return Step(
        str(value["id"]),
        _offset(place, "at"),
        str(value["type"]),
        str(value["role"]),
        {str(k): str(v) for k, v in answers.items()},
    )


def _inject(place: _Place) -> Inject:
    value = place.value
    if value["expect"] not in EXPECTATIONS:
        raise place.wrong(
            f"expect {value['expect']!r} is not known", f"Write one of: {', '.join(EXPECTATIONS)}.", "expect"
        )
    if ("payload" in value) == ("repeats" in value):
        raise place.wrong("an inject has one text", "Write payload: |, or repeats: the id of an earlier inject.")
    return Inject(
        id=str(value["id"]),
        at=_offset(place, "at"),
        says=_names(place, "says"),
        name=str(value["name"]),
        expect=value["expect"],
        payload=str(value["payload"]) if "payload" in value else None,
        repeats=str(value["repeats"]) if "repeats" in value else None,
        trap=str(value["trap"]) if "trap" in value else None,
        must_not=_words(place, "must_not"),
        approver_away=_offset(place, "approver_away") if "approver_away" in value else timedelta(),
    )


def _objective(place: _Place) -> Objective:
    value = place.value
    if ("at_most" in value) == ("at_least" in value):
        raise place.wrong("an objective has one target", "Write at_most: N or at_least: N.")
    return Objective(
        str(value["name"]), str(value["measure"]), _names(place, "says"), value.get("at_most"), value.get("at_least")
    )


def _words(place: _Place, key: str) -> tuple[str, ...]:
    words = place.value.get(key, [])
    if not isinstance(words, list) or not all(str(word).strip() for word in words):
        raise place.wrong(f"{key} is no list of words", "Write [one, two] with no empty word.", key)
    return tuple(map(str, words))


def _names(place: _Place, key: str) -> dict[str, str]:
    names = place.value[key]
    if not isinstance(names, dict) or not names:
        raise place.wrong(f"{key} are language: words", "Write { ja: …, en: … }.", key)
    return {str(language): str(words) for language, words in names.items()}


def _offset(place: _Place, key: str) -> timedelta:
    """`T+90` minutes, `T+3h`, `T+1h30`."""
    found = _OFFSET.fullmatch(str(place.value[key]))
    if found is None or found[0] == "T+":
        raise place.wrong(f"{key} is no time after the start", "Write T+15 (minutes) or T+3h.", key)
    return timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0))
