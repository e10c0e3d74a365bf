"""`rehearse keep|compare|items`: what is done with a rehearsal once it is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.options import As, DeskDir, Json, command, desk_folder, open_desk, read, who
from crisis.cli.rehearsal.group import group
from crisis.cli.words import _, language, say
from crisis.errors import Mistake
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.model.training import Rehearsal
    from crisis.rehearsal.brought import Report
    from crisis.rehearsal.compare import Comparison, Row
    from crisis.runbook.review import ReviewItem

ReportFile = Annotated[Path, typer.Argument(metavar="REPORT.json", help=_("The JSON beside a rehearsal's report."))]


def register(app: typer.Typer) -> None:
    """Nothing more: the commands are in the group of `group`."""


def _report(path: Path) -> Report:
    from crisis.rehearsal import brought

    return brought.read(str(path), read(path))


# Keep


@command(group, "keep", _("Example: crisis rehearse keep rehearsals/march2011-1-2026-11-20.json --as suzuki"))
def keep(
    file: ReportFile,
    people: Annotated[
        list[str] | None, typer.Option("--with", metavar="ID", help=_("Who took part besides; several times."))
    ] = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Keep who took part in a rehearsal, and begin its review: a file in which people settle what to improve, by whom and when."""
    from crisis.cli.duty.reviewing import begun
    from crisis.cli.rehearsal.rehearsed import lines
    from crisis.desk.people import training

    report, desk, by = _report(file), open_desk(desk_dir), who(person)
    today = desk.clock.now().astimezone(desk.settings.zone).date()
    everybody = tuple(dict.fromkeys((*report.players, *(people or ()))))
    kept = training.keep(desk, _brought(report, everybody, today), by=by)
    review = begun(desk.public.parent, kept.id, lambda before: lines(report, kept, before))
    if as_json:
        output.emit({**document(kept), "review": str(review)})
        return
    output.line(say("KEPT: {rehearsal}, {people}", rehearsal=kept.id, people=", ".join(everybody)), "bold")
    if kept.guests:
        output.note(say("Not on the roster, so kept by name only: {guests}", guests=", ".join(kept.guests)))
    output.line(say("Review: {file}", file=review))
    output.note(_("Settle it together: what, owner, due. Tick what is done; crisis rehearse items lists the rest."))


def _brought(report: Report, people: tuple[str, ...], today: date) -> Any:
    from crisis.desk.people.training import Brought

    return Brought(
        raw=report.raw,
        runbook=report.runbook,
        seed=int(report.told["seed"]),
        played_on=report.day or today.isoformat(),
        people=people,
        objectives=len(report.told["objectives"]),
        met=report.met,
        leaked=report.leaked,
        stopped=report.told["stopped"],
    )


def document(kept: Rehearsal) -> dict[str, Any]:
    """A kept rehearsal as JSON."""
    return {
        "rehearsal": kept.id,
        "runbook": kept.runbook,
        "seed": kept.seed,
        "on": kept.played_on,
        "players": list(kept.players),
        "guests": list(kept.guests),
        "objectives": kept.objectives,
        "met": kept.met,
        "leaked": kept.leaked,
        "stopped": kept.stopped,
    }


# Compare


@command(
    group, "compare", _("Example: crisis rehearse compare rehearsals/earthquake-1.json rehearsals/earthquake-2.json")
)
def compare(
    files: Annotated[list[Path], typer.Argument(metavar="A.json B.json …", help=_("Reports, the oldest first."))],
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Runs side by side: figures, objectives, what became of injects, and what to improve: new, seen again or gone, and open."""
    from crisis.rehearsal import compare as comparing

    made = comparing.compare([_report(file) for file in files])
    still, today = _open(desk_dir), _today(desk_dir)
    if as_json:
        output.emit({**comparing.document(made), "open": [_item(item, today) for item in still]})
        return
    _show(made)
    output.line()
    _show_open(still, today)


def _show(made: Comparison) -> None:
    heads = tuple(_head(report) for report in made.reports)
    figures = [(_figure(row.id), *(_number(value) for value in row.values)) for row in made.figures]
    output.table((_("Figure"), *heads), figures)
    output.line()
    output.table((_("Objective"), *heads), list(_objectives(made)))
    output.line()
    differing = [row for row in (*made.injects, *made.traps) if row.differs]
    if differing:
        output.table((_("Inject"), *heads), [_became(row) for row in differing])
    elif made.injects:
        output.line(_("Every inject became the same in all runs, and every trap."))
    output.line()
    said = {"new": _("new"), "again": _("AGAIN"), "gone": _("gone")}
    rows = [(said[item.state], name_in(item.says, language()), name_in(item.owner, language())) for item in made.items]
    if rows:
        output.table((_("Seen"), _("To improve"), _("Owner")), rows)


def _head(report: Report) -> str:
    return f"{report.runbook} {report.day or report.told['seed']}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:g}"


def _figure(name: str) -> str:
    said = {
        "first_post_minutes": _("To the first post, min"),
        "to_cleared_median": _("Notice to cleared, median, min"),
        "to_cleared_worst": _("Notice to cleared, longest, min"),
        "to_live_median": _("Notice to live, median, min"),
        "to_live_worst": _("Notice to live, longest, min"),
        "posts": _("Posts"),
        "promises_kept": _("Promises kept"),
        "promises_broken": _("Promises broken"),
    }
    return said.get(name, name)


def _objectives(made: Comparison) -> Iterator[tuple[str, ...]]:
    for row, met in zip(made.objectives, made.missed, strict=True):
        cells = (_measured(value, ok=ok) for value, ok in zip(row.values, met.values, strict=True))
        yield name_in(row.says, language()) or row.id, *cells


def _measured(value: float | None, *, ok: bool | None) -> str:
    return _number(value) if ok is not False else f"{_number(value)} {_('MISSED')}"


def _became(row: Row) -> tuple[str, ...]:
    from crisis.cli.rehearsal.rehearsing import in_words

    traps = {"leaked": _("LEAKED"), "caught": _("caught")}
    return row.id, *(traps.get(value) or in_words(value) for value in row.values)


# Items


@command(group, "items", _("Example: crisis rehearse items"))
def items(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """What is still to be improved after incidents and rehearsals: what, by whom, until when. Tick it in its review: [x]."""
    if desk_folder(desk_dir) is None:
        open_desk(desk_dir)
    still, today = _open(desk_dir), _today(desk_dir)
    if as_json:
        output.emit({"items": [_item(item, today) for item in still]})
    else:
        _show_open(still, today)


def _open(desk_dir: Path | None) -> list[ReviewItem]:
    """Open items of the reviews in the desk's folder; none where there is no desk."""
    from crisis.cli.duty.reviewing import reviews
    from crisis.runbook.review import open_items

    folder = desk_folder(desk_dir)
    try:
        return open_items(reviews(folder)) if folder else []
    except OSError as error:
        raise Mistake(
            "review-unread",
            "The reviews in {folder} cannot be read: {why}.",
            "Check whose they are.",
            folder=folder,
            why=error.strerror or "unreadable",
        ) from None


def _item(item: ReviewItem, today: date) -> dict[str, Any]:
    return {
        "what": item.what,
        "owner": item.owner or None,
        "due": item.day.isoformat() if item.day else item.due or None,
        "overdue": item.overdue(today),
    }


def _today(desk_dir: Path | None) -> date:
    """The day at the desk; where there is none, here."""
    from crisis.wiring.system import SystemClock

    if desk_folder(desk_dir) is None:
        return SystemClock().now().astimezone().date()
    desk = open_desk(desk_dir)
    return desk.clock.now().astimezone(desk.settings.zone).date()


def _show_open(still: list[ReviewItem], today: date) -> None:
    if not still:
        output.line(_("Nothing is left to be improved from reviews."))
        return
    output.line(_("Open from reviews"), "bold")
    for item in still:
        output.line(f"[ ] {item.what}")
        late = _("OVERDUE") if item.overdue(today) else ""
        output.indented("  ".join(part for part in (item.owner, item.due, late) if part) or _("nobody's yet"))
