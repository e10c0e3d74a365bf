"""Runs side by side: figures, objectives, injects, and which proposals to improve came again. All pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from crisis.errors import Mistake
from crisis.model.names import Names
from crisis.rehearsal.brought import Report, Told

NEW, AGAIN, GONE = "new", "again", "gone"
"""Of the last run beside those before: an item proposed for the first time, one that came again, one that did not."""


@dataclass(frozen=True)
class Row:
    """Something measured in every run, in the order of the runs: None where a run has no such thing."""

    id: str
    says: Names
    values: tuple[Any, ...]

    @property
    def differs(self) -> bool:
        """Whether the runs differ in it."""
        return len(set(self.values)) > 1


@dataclass(frozen=True)
class Proposed:
    """An item of any of the runs: what the newest that has it says, in which runs it is, and how it stands in the last."""

    id: str
    says: Names
    owner: Names
    seen: tuple[bool, ...]

    @property
    def state(self) -> str:
        """`new`, `again` or `gone`."""
        if not self.seen[-1]:
            return GONE
        return AGAIN if any(self.seen[:-1]) else NEW


@dataclass(frozen=True)
class Comparison:
    """Runs beside each other. `injects` are there only where all runs are of one runbook; a value is what became of it."""

    reports: tuple[Report, ...]
    figures: tuple[Row, ...]
    objectives: tuple[Row, ...]
    missed: tuple[Row, ...]
    injects: tuple[Row, ...]
    traps: tuple[Row, ...]
    items: tuple[Proposed, ...]


def compare(reports: Sequence[Report]) -> Comparison:
    """Two reports or more, in the order in which they are given. Raises `Mistake` for fewer."""
    if len(reports) < 2:
        raise Mistake("compare", "One run alone has nothing beside it.", "Name two reports or more.")
    told = [report.told for report in reports]
    same = len({report.runbook for report in reports}) == 1
    return Comparison(
        reports=tuple(reports),
        figures=_rows(told, lambda t: ((name, {}, value) for name, value in t["figures"].items())),
        objectives=_rows(told, lambda t: ((o["name"], o["says"], o["measured"]) for o in t["objectives"])),
        missed=_rows(told, lambda t: ((o["name"], o["says"], o["met"]) for o in t["objectives"])),
        injects=_rows(told, lambda t: ((i["id"], i["says"], i["seen"]) for i in t["injects"])) if same else (),
        traps=_rows(told, lambda t: ((i["id"], {}, i["outcome"]) for i in t["traps"])) if same else (),
        items=_items(told),
    )


def _rows(told: Sequence[Told], each: Callable[[Told], Iterable[tuple[str, Names, Any]]]) -> tuple[Row, ...]:
    """A row for each thing, in the order in which the runs name them first."""
    runs = [{name: (says, value) for name, says, value in each(one)} for one in told]
    names = dict.fromkeys(name for run in runs for name in run)
    absent: tuple[Names, None] = ({}, None)
    return tuple(
        Row(name, next(run[name][0] for run in runs if name in run), tuple(run.get(name, absent)[1] for run in runs))
        for name in names
    )


def _items(told: Sequence[Told]) -> tuple[Proposed, ...]:
    runs = [{item["id"]: item for item in one["items"]} for one in told]
    newest = {name: item for run in runs for name, item in run.items()}
    return tuple(
        Proposed(name, item["says"], item["owner_names"], tuple(name in run for run in runs))
        for name, item in newest.items()
    )


def document(made: Comparison) -> dict[str, Any]:
    """As JSON."""
    return {
        "runs": [_run(report) for report in made.reports],
        "figures": {row.id: list(row.values) for row in made.figures},
        "objectives": [
            {"name": row.id, "measured": list(row.values), "met": list(met.values)}
            for row, met in zip(made.objectives, made.missed, strict=True)
        ],
        "injects": [{"id": row.id, "seen": list(row.values)} for row in made.injects],
        "traps": [{"id": row.id, "outcome": list(row.values)} for row in made.traps],
        "items": [
            {"id": item.id, "says": dict(item.says), "seen": list(item.seen), "state": item.state}
            for item in made.items
        ],
    }


def _run(report: Report) -> dict[str, Any]:
    return {
        "report": report.name,
        "runbook": report.runbook,
        "seed": report.told["seed"],
        "on": report.day,
        "stopped": report.told["stopped"],
        "met": report.met,
        "objectives": len(report.told["objectives"]),
        "leaked": report.leaked,
    }
