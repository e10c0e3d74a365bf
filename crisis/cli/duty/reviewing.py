"""The after-action report as a file of Markdown that people go on writing; what was not finished before is carried into it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crisis.cli import output
from crisis.cli.duty.course import line
from crisis.cli.words import _, language, say
from crisis.errors import Mistake
from crisis.model.names import name_in
from crisis.runbook.review import open_items

if TYPE_CHECKING:
    from datetime import tzinfo

    from crisis.desk.desk import Desk
    from crisis.desk.record.aftermath import Aftermath

FOLDER = "reviews"
BLANK_ITEMS = 3


def begin(desk: Desk, incident: str) -> Path:
    """The report's file, begun where it is not there yet, and beside it as `.json` what the record tells now. Raises `Mistake`
    where it cannot be written."""
    from crisis.desk.record.aftermath import aftermath

    told = aftermath(desk, incident)
    record = json.dumps(document(told, desk.settings.zone), ensure_ascii=False, indent=2) + "\n"
    return begun(desk.public.parent, incident, lambda before: _lines(desk, told, before), record)


def begun(desk: Path, name: str, lines: Callable[[list[str]], Iterable[str]], record: str | None = None) -> Path:
    """The review of an incident or a rehearsal, in the desk's folder: begun with these lines, which are given all earlier
    reviews, where it is not there yet; `record` is written beside it every time. Raises `Mistake` where it cannot be written."""
    folder = desk / FOLDER
    file = (folder / f"{name}.md").absolute()
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if not file.exists():
            file.write_text("\n".join(lines(reviews(desk))) + "\n", "utf-8", newline="\n")
        if record is not None:
            file.with_suffix(".json").write_text(record, "utf-8", newline="\n")
    except OSError as error:
        raise Mistake(
            "review",
            "The review cannot be written to {file}: {why}.",
            "Check whose the folder is and the free space.",
            file=file,
            why=error.strerror or "unwritable",
        ) from None
    return file


def reviews(desk: Path) -> list[str]:
    """All reviews in the desk's folder, the oldest first: behind the dash of its name stands when each was begun."""
    return [path.read_text("utf-8", "replace") for path in review_files(desk)]


def review_files(desk: Path) -> list[Path]:
    """Their files, in that order."""
    return sorted((desk / FOLDER).glob("*.md"), key=lambda path: path.stem.partition("-")[2])


def document(told: Aftermath, zone: tzinfo) -> dict[str, Any]:
    """What the record tells of an incident, for scripts; times in ISO 8601, spans in minutes."""
    return {
        "incident": told.incident.id,
        "kind": told.incident.kind,
        "names": dict(told.incident.names),
        "opened": output.iso(told.incident.opened_at, zone),
        "closed": output.iso(told.incident.closed_at, zone),
        "first_post": told.first,
        "notice_to_cleared": told.to_cleared,
        "notice_to_live": told.to_live,
        "promises": [
            {"due": output.iso(one.due, zone), "ending": one.ending and one.ending.value, "kept": one.broken_at is None}
            for one in told.promises
        ],
        "withheld": dict(sorted(told.withheld.items())),
        "questions": [
            {"asked": output.iso(came, zone), "answered": output.iso(answered, zone)}
            for came, answered in told.questions
        ],
        "course": [
            {"at": output.iso(one.at, zone), "kind": one.kind, "about": one.about, "account": one.account, "by": one.by}
            for one in told.events
        ],
    }


def carried(before: list[str]) -> list[str]:
    """The items of earlier reviews that nobody has ticked, each once; the newest word on an item counts."""
    return [item.line for item in open_items(before)]


def to_write() -> Iterator[str]:
    """The end of a review, which people write."""
    items = [f"- [ ]  | {_('owner')}:  | {_('due')}: "] * BLANK_ITEMS
    yield from section(_("To be improved: what | owner | due. Tick it once it is done."), items)
    yield from section(_("For the card: ○ what to do every time, × what never again"), ["- ○ ", "- × "])


def _lines(desk: Desk, told: Aftermath, before: list[str]) -> Iterator[str]:
    zone = desk.settings.zone
    yield f"# {_('Review')}: {name_in(told.incident.names, language())}"
    yield ""
    yield say(
        "{incident}, from {opened} to {closed}",
        incident=told.incident.id,
        opened=output.clock(told.incident.opened_at, zone),
        closed=output.clock(told.incident.closed_at, zone) or _("open"),
    )
    yield ""
    yield from section(_("Figures"), _figures(told))
    yield from section(_("Course"), _course(told, zone))
    yield from section(_("Held back, by how often"), (f"- {_(name)}: {n}" for name, n in sorted(told.withheld.items())))
    yield from section(_("Questions from outside"), _questions(told, zone))
    yield from section(_("Still to be improved from before"), carried(before))
    yield from to_write()


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A part of a review."""
    listed = list(lines)
    yield f"## {title}"
    yield ""
    yield from listed or [_("None.")]
    yield ""


def _figures(told: Aftermath) -> Iterator[str]:
    kept = sum(promise.broken_at is None for promise in told.promises)
    for name, span in (
        (_("Opened to first post"), told.first),
        (_("Notice to cleared, median"), told.to_cleared),
        (_("Notice to live, median"), told.to_live),
    ):
        yield f"- {name}: {_('not measured') if span is None else say('{minutes} min', minutes=f'{span:g}')}"
    yield "- " + say("Promises: {kept} kept, {missed} missed", kept=kept, missed=len(told.promises) - kept)


def _course(told: Aftermath, zone: tzinfo) -> Iterator[str]:
    for event in told.events:
        yield f"- {output.clock(event.at, zone)}  {line(event)}"


def _questions(told: Aftermath, zone: tzinfo) -> Iterator[str]:
    for came, answered in told.questions:
        yield "- " + say(
            "asked {came}, answered {answered}",
            came=output.clock(came, zone),
            answered=output.clock(answered, zone) or _("not yet"),
        )
