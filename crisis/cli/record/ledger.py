"""`ledger verify|checkpoint|releases|show`: what was cleared for release, and whether the record holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output
from crisis.cli.helping import Group
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.record import proving, releasing
from crisis.cli.words import _, say

if TYPE_CHECKING:
    from datetime import tzinfo

    from crisis.ledger.verify import Verdict

group = typer.Typer(
    cls=Group,
    help=_("The record: what was released, by whom, and that it holds."),
    no_args_is_help=True,
    rich_markup_mode=None,
)

SHOWN = 50


def register(app: typer.Typer) -> None:
    """Add the commands."""
    proving.register(group)
    releasing.register(group)
    app.add_typer(group, name="ledger")


@command(group, "verify", _("Example: crisis ledger verify --against saved-page.html"))
def verify(
    against: Annotated[
        list[Path] | None,
        typer.Option(
            "--against",
            metavar="FILE",
            help=_("A checkpoint that was kept outside: a note, or the page or feed as saved."),
        ),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option("--since", metavar="FILE", help=_("A checkpoint that you trust: read only what came after it.")),
    ] = None,
    bundle: Annotated[
        Path | None,
        typer.Option(
            "--bundle", metavar="FILE", help=_("A file of `ledger prove`: check it, with no desk and no database.")
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option("--key", metavar="FILE", help=_("With --bundle: the ledger's public key, as you know it.")),
    ] = None,
    notice: Annotated[
        Path | None,
        typer.Option("--notice", metavar="FILE", help=_("With --bundle: whether this is the notice itself.")),
    ] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Check every entry, every hash and every signature of the record; and that it continues what was kept outside."""
    from crisis.cli.record.outside import newest, notes_in
    from crisis.desk.record import book

    proving.options(key, notice, bundle)
    if bundle is not None:
        trusted = [*(against or ()), *([since] if since else ())]
        raise typer.Exit(0 if proving.verify_bundle(bundle, key, trusted, notice, as_json=as_json) else 5)
    desk = open_desk(desk_dir)
    past = notes_in(since) if since else ()
    outside = [note for path in against or () for note in notes_in(path)]
    with progress() as tell:
        verdict = book.verify_ledger(desk, tell, outside=[*outside, *past], past=newest(past))
    if as_json:
        output.emit(documents.verdict(verdict))
    else:
        _tell(verdict, desk.settings.zone)
    if verdict.on_trust:
        output.note(
            say(
                "The desk has no key for its ledger here: {key} is the one that the ledger itself names. Compare it.",
                key=verdict.key,
            )
        )
    raise typer.Exit(0 if verdict.ok else 5)


def _tell(verdict: Verdict, zone: tzinfo) -> None:
    if not verdict.ok:
        output.line(say("THE LEDGER DOES NOT HOLD: {count} problems.", count=len(verdict.problems)), "bold red")
        for problem in verdict.problems:
            output.line("  " + problem.what)
        output.note(_("Keep this desk as it is and compare it with a copy."))
        return
    output.line(
        say("The ledger holds: {entries} entries, root {root}.", entries=verdict.entries, root=verdict.root[:16]),
        "green",
    )
    for stated in verdict.contained:
        at = output.clock(stated.at, zone)
        output.line("  " + say("It continues the copy from outside: {size} entries, {at}.", size=stated.size, at=at))


@contextmanager
def progress() -> Iterator[Callable[[int], None] | None]:
    """A line that counts the entries, at a terminal, where it takes long enough to be seen."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn(_("Checked")),
        TextColumn("{task.completed:,.0f}"),
        TimeElapsedColumn(),
        console=output.console(err=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None)
        yield lambda count: bar.update(task, completed=count)


@command(group, "checkpoint", _("Example: crisis ledger checkpoint > checkpoint.txt"))
def checkpoint(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """The newest signed checkpoint, to be kept by somebody outside."""
    from crisis.desk.record import book

    desk = open_desk(desk_dir)
    book.write_checkpoint(desk)
    newest = book.newest_checkpoint(desk)
    if as_json:
        at = output.iso(newest.at, desk.settings.zone)
        output.emit({"entries": newest.size, "root": newest.root.hex(), "at": at, "note": newest.note})
    else:
        sys.stdout.write(newest.note)


@command(group, "show", _("Example: crisis ledger show --last 20"))
def show(
    last: Annotated[int, typer.Option("--last", metavar="N", min=1, help=_("How many entries, the newest."))] = SHOWN,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """The newest entries of the record."""
    from crisis.model.records import LedgerEntry

    desk = open_desk(desk_dir)
    with desk.store.reading() as unit:
        size = unit.ledger_size()
        entries = unit.find(LedgerEntry, seq=list(range(max(size - last, 0), size)))
    shown = [(e.seq, e.at, e.kind, json.loads(e.body)["body"]) for e in entries]
    zone = desk.settings.zone
    if as_json:
        output.emit(
            {"entries": [{"entry": s, "at": output.iso(at, zone), "kind": k, "body": b} for s, at, k, b in shown]}
        )
        return
    for seq, at, kind, body in shown:
        subject = (
            body.get("post")
            or body.get("notice")
            or body.get("release")
            or body.get("person")
            or body.get("incident")
            or ""
        )
        output.line(f"{seq:>6}  {output.clock(at, zone)}  {kind}  {subject}".rstrip())
