"""Reads `runbooks/*.yaml`: what the people who own them wrote, checked, with file, line and mend in every mistake."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from crisis.catalogue.runbooks import exercise, plan
from crisis.catalogue.runbooks.place import Place, place
from crisis.errors import Mistake
from crisis.model.runbook import HOURLY, Library, Runbook
from crisis.model.severity import Severity
from crisis.sentence import Sentence

SUFFIXES = (".yaml", ".yml")


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


def library(*folders: Path, types: Collection[str] = ()) -> Library:
    """Every runbook of the folders by its name; one in a later folder takes the place of one of its name before, unless it
    cannot be read."""
    read: dict[str, Runbook] = {}
    wrong: list[Sentence] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.yaml"))):
        try:
            read[path.stem] = load(path, types)
        except Mistake as mistake:
            wrong.append(Sentence("{sentence} {mend}", sentence=mistake.sentence, mend=mistake.mend))
    return Library(dict(sorted(read.items())), tuple(wrong))


def load(path: Path, types: Collection[str] = ()) -> Runbook:
    """The runbook in a file; `types`, where given, are the notice types that it may name. Raises `Mistake` naming file, line and
    mend."""
    import yaml

    try:
        at = _read(path.name, path.read_text("utf-8"))
        runbook = _runbook(at)
        plan.refuse_unknown_types(at, types)
        return runbook
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
            place=Sentence("{file}, line {line}", file=path.name, line=mark.line + 1) if mark else path.name,
        ) from None


def _runbook(at: Place) -> Runbook:
    starts = at.value["starts"]
    if not isinstance(starts, datetime) or starts.tzinfo is None:
        raise at.wrong("{place}: starts is no time with a zone.", "Write 2026-10-09T14:46:00+09:00.", "starts")
    if not at.offset("lasts"):
        raise at.wrong("{place}: the rehearsal lasts no time.", "Write for example T+4h.", "lasts")
    return Runbook(
        id=at.identifier("runbook"),
        names=at.names("names"),
        starts=starts,
        lasts=at.offset("lasts"),
        phases=plan.phases(at),
        injects=exercise.injects(at),
        objectives=at.each("objectives", exercise.objective, lambda objective: objective.name),
        links=exercise.links(at),
        faults=at.each("faults", exercise.fault, lambda fault: fault.id),
        updates=at.text("updates") if at.has("updates") else HOURLY,
        kind=at.identifier("kind") if at.has("kind") else at.identifier("runbook"),
        public=at.names("public") if at.has("public") else at.names("names"),
        severity=Severity(at.one_of("severity", list(Severity))) if at.has("severity") else Severity.UNKNOWN,
        triggers=plan.triggers(at, "triggers"),
        cadence=plan.cadence(at),
        stop=at.sayings("stop"),
        ends=at.sayings("ends"),
        begins=at.offset("begins") if at.has("begins") else timedelta(),
        situation=at.names("situation") if at.has("situation") else {},
    )


def _read(file: str, text: str) -> Place:
    """The file's text as places. libyaml, where it is there, reads ten times as fast; mistakes are told by the other one."""
    import yaml

    quick: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=quick)
    except yaml.YAMLError:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    return place(file, "runbook", node, yaml.SafeLoader("").construct_document)
