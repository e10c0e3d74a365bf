"""`rehearse` on the screen."""

from __future__ import annotations

from pathlib import Path

from crisis.cli import output
from crisis.cli.options import desk_folder
from crisis.cli.words import _, language, say
from crisis.model.names import name_in


def rehearse(runbook: str, seed: int, *, strict: bool, out: Path | None, desk_dir: Path | None, as_json: bool) -> int:
    """Play a runbook; the exit code: 0 when it ran to the end, with `strict` 3 where an objective was missed or a trap leaked."""
    from crisis.rehearsal import score
    from crisis.rehearsal.rehearse import rehearse as play

    folder = desk_folder(desk_dir)
    place = out or (folder or Path.cwd()) / "rehearsals"
    done = play(runbook, seed, folder=folder, out=place, language=language())
    if as_json:
        output.emit(done.document())
    else:
        output.line(say("EXERCISE: {runbook}, seed {seed}", runbook=done.played.runbook.id, seed=seed), "bold")
        for reached in score.objectives(done.played):
            mark = _("met") if reached.met else _("MISSED")
            says = name_in(reached.objective.says, language())
            output.line(f"  {mark}  {says}: {reached.measured} ({reached.objective.target})")
        for inject in done.played.runbook.injects:
            arrival = score.arrival_of(inject, done.played)
            seen = arrival.seen if arrival else _("not played")
            mark = _("ok") if seen == inject.expect else _("NOT AS EXPECTED")
            output.line(f"  {mark}  {inject.id} {inject.name}: {_(seen)}")
        for inject, leaked in score.traps(done.played):
            output.line(f"  {_('LEAKED') if leaked else _('caught')}  {inject.id} {inject.trap}")
        output.line(say("Report: {path}", path=done.report))
    return 3 if strict and not done.passed else 0
