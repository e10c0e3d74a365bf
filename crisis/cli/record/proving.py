"""`ledger prove` and `ledger verify --bundle`: one file that proves a release to somebody who has neither desk nor database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.options import DeskDir, Json, command, desk_folder, open_desk, read
from crisis.cli.record.outside import newest, notes_in
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from datetime import tzinfo

    from crisis.desk.record.proof import Proof
    from crisis.model.owed import Countersignature


def register(group: typer.Typer) -> None:
    """Add the command."""
    command(group, "prove", _("Example: crisis ledger prove N-… --out proof.json"))(prove)


def prove(
    name: Annotated[str, typer.Argument(metavar="N-…", help=_("A notice, a release (R-…) or a post (P-…)."))],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help=_("Write it there."))] = None,
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option("--checkpoint", metavar="FILE", help=_("A checkpoint that the reader has: lead from it to now.")),
    ] = None,
    with_salts: Annotated[
        bool, typer.Option("--with-salts", help=_("Add what proves the notice itself: for a reader who may see it."))
    ] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """One file that proves what was released, by whom and when, to somebody who has neither the desk nor its database."""
    from crisis.desk.record.proving import prove as make
    from crisis.ledger.bundle import encode

    older = [stated for path in checkpoint or () if (stated := newest(notes_in(path)))]
    desk = open_desk(desk_dir)
    bundle = make(desk, name, older, with_salts=with_salts)
    data = encode(bundle)
    if out is not None:
        _write(out, data)
    if as_json:
        output.emit(
            {
                "subject": bundle.subject,
                "entries": len(bundle.entries),
                "file": None if out is None else str(out.resolve()),
            }
        )
    elif out is None:
        output.line(data.decode().removesuffix("\n"))
    else:
        output.line(
            say("{file} proves {name}: {count} entries.", file=out, name=name, count=len(bundle.entries)), "green"
        )
        output.note(say("To check it: crisis ledger verify --bundle {file}", file=out))


def verify_bundle(file: Path, key: Path | None, outside: list[Path], notice: Path | None, *, as_json: bool) -> bool:
    """Check a bundle and say what it proves; whether everything holds."""
    from crisis.desk.record.proof import check

    notes = [note for path in outside for note in notes_in(path)]
    proof = check(read(file), _key(key), notes, read(notice) if notice else None)
    if as_json:
        problems = [{"entry": p.entry, "what": p.what} for p in proof.problems]
        output.emit({"ok": proof.ok, "entries": proof.entries, "root": proof.root, "problems": problems})
    elif proof.ok:
        _tell(proof, _zone())
    else:
        output.line(say("THE BUNDLE DOES NOT HOLD: {count} problems.", count=len(proof.problems)), "bold red")
        for problem in proof.problems:
            output.line("  " + problem.what)
    if proof.on_trust:
        output.note(
            say("The key {key} came with the bundle: compare it with one that you have from elsewhere.", key=proof.key)
        )
    return proof.ok


def _tell(proof: Proof, zone: tzinfo) -> None:
    at = output.clock(proof.checkpoint.at, zone)
    output.line(
        say(
            "The bundle holds: {entries} entries, under the checkpoint of {at} over {size}.",
            entries=proof.entries,
            at=at,
            size=proof.checkpoint.size,
        ),
        "green",
    )
    for one in proof.cleared:
        people = ", ".join(f"{approval.person} ({approval.how})" for approval in one.approvals)
        output.line(f"{output.clock(one.at, zone)}  {one.statement.release}", "bold")
        output.line("  " + say("cleared by {people}", people=people))
        if one.precleared_by:
            output.line("  " + say("pre-cleared by {names}", names=", ".join(one.precleared_by)))
        if one.announcement is not None:
            word = one.announcement
            output.line("  " + say("announced by {person}, {at}", person=word.person, at=output.clock(word.at, zone)))
        elif one.statement.awaits is not None:
            output.line("  " + say("waits for an announcement"))
        for owed in one.owed:
            output.line("  " + _countersigned(owed, zone))
        for post in one.statement.posts:
            state, url = one.became.get(post.post, ("", None))
            output.line(f"  {post.target.account} {post.language} · {_(state)}" + (f" · {url}" if url else ""))
            output.indented(post.text, 2)


def _countersigned(owed: Countersignature, zone: tzinfo) -> str:
    if owed.at is not None:
        return say("countersigned by {person}, {at}", person=owed.by, at=output.clock(owed.at, zone))
    return say("not countersigned yet; due by {due}", due=output.clock(owed.due, zone))


def _zone() -> tzinfo:
    """The zone of the desk at hand; without one, of this machine's UTC."""
    from datetime import UTC

    return UTC if desk_folder(None) is None else open_desk(None).settings.zone


def _key(path: Path | None) -> str | None:
    return None if path is None else read(path).decode("ascii", "replace").strip()


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Mistake(
            "not-written",
            "{path} cannot be written: {why}.",
            "Name another file with --out.",
            path=path,
            why=error.strerror or "unwritable",
        ) from None


def options(key: Path | None, notice: Path | None, bundle: Path | None) -> None:
    """Refuse options that belong to a bundle where there is none. Raises `Mistake`."""
    stray: dict[str, Any] = {"--key": key, "--notice": notice}
    for name, value in stray.items():
        if value is not None and bundle is None:
            raise Mistake("no-bundle", "{option} belongs to --bundle.", "Name the bundle: --bundle FILE.", option=name)
