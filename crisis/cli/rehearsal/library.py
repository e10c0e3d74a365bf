"""`rehearse cases`: the reviews of incidents and rehearsals, to be looked up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.options import DeskDir, Json, command, desk_folder, open_desk
from crisis.cli.rehearsal.group import group
from crisis.cli.words import _, say
from crisis.runbook.review import Case


def register(app: typer.Typer) -> None:
    """Nothing more: the command is in the group of `group`."""


@command(group, "cases", _("Example: crisis rehearse cases typhoon"))
def cases(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD…", help=_("Only cases in which all of these words stand."))
    ] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """The case library: every review of an incident or a rehearsal, what it was to improve and what it has taught, newest first."""
    folder = desk_folder(desk_dir)
    if folder is None:
        open_desk(desk_dir)
        return
    found = _found(folder, words or [])
    if as_json:
        output.emit({"cases": [_document(file, case) for file, case in found]})
        return
    for file, case in found:
        _show(file, case)
    if not found:
        output.line(_("No such case. Reviews begin with crisis rehearse keep and crisis incident review."))


def _found(folder: Path, words: Sequence[str]) -> list[tuple[Path, Case]]:
    from crisis.cli.duty.reviewing import review_files
    from crisis.runbook.review import case
    from crisis.text.folding import folded

    texts = [(file, file.read_text("utf-8", "replace")) for file in reversed(review_files(folder))]
    return [(file, case(text)) for file, text in texts if all(folded(word) in folded(text) for word in words)]


def _show(file: Path, case: Case) -> None:
    output.line(case.title or file.name, "bold")
    still = sum(not item.done for item in case.items)
    output.indented(say("{still} of {total} items open  {file}", still=still, total=len(case.items), file=file))
    for sign, lines in (("○", case.lessons.do), ("×", case.lessons.dont)):
        for line in lines:
            output.indented(f"{sign} {line}")


def _document(file: Path, case: Case) -> dict[str, Any]:
    return {
        "review": str(file),
        "title": case.title,
        "items": [{"what": i.what, "owner": i.owner or None, "due": i.due or None, "done": i.done} for i in case.items],
        "lessons": {"do": list(case.lessons.do), "dont": list(case.lessons.dont)},
    }
