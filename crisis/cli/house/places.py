"""`backup`, `restore`, `move`: a desk that survives its office."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import output
from crisis.cli.options import (
    As,
    DeskDir,
    Json,
    KeyFile,
    Reason,
    Yes,
    ask,
    command,
    confirm,
    open_desk,
    read,
    reason_given,
    signer,
    who,
)
from crisis.cli.words import _, say
from crisis.errors import Mistake, VerificationFailed

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.record.moving import Moved
    from crisis.model.release import Person


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "backup", _("Example: crisis backup /media/stick/desk-1009.age"))(backup)
    command(app, "restore", _("Example: crisis restore desk-1009.age desk --key ~/.ssh/id_ed25519"))(restore)
    command(app, "move", _("Example: crisis move --as ID --key FILE --reason 'office flooded'"))(move)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("A new file, on a disk that is elsewhere."))],
    plain: Annotated[
        bool, typer.Option("--plain", help=_("Not encrypted: whoever has the file has everything in it."))
    ] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Pack the whole desk into one file, while it works. Encrypted to the keys of everybody enrolled."""
    from crisis.wiring import archive

    desk = open_desk(desk_dir)
    readers = [] if plain else _readers(desk)
    with _progress(_("Backup")) as watch:
        manifest = archive.pack(desk, file, readers, watch)
    if as_json:
        output.emit({"file": str(file), "entries": manifest.entries, "readers": [person.id for person in readers]})
        return
    output.line(
        say("Packed into {file}: {entries} entries of the record.", file=file, entries=manifest.entries), "bold"
    )
    if plain:
        output.line(_("It is NOT encrypted, and holds internal notices and keys: lock it away."), "yellow")
    else:
        output.line(say("It opens with the key of: {people}", people=" ".join(person.id for person in readers)))


def _readers(desk: Desk) -> list[Person]:
    from crisis.desk.people import roster

    able = [person for person in roster.roster(desk) if person.valid_at(desk.clock.now())]
    if not able:
        raise Mistake(
            "nobody-enrolled",
            "Nobody is enrolled to whose key the backup could be encrypted.",
            "Enrol somebody: crisis person add. Or say --plain.",
        )
    return able


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The backup."))],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("A new folder for the desk."))],
    key: KeyFile = None,
    as_json: Json = False,
) -> None:
    """Unpack a backup as a copy, which can be read. It sends nothing until it is moved."""
    from crisis.wiring import elsewhere

    manifest, verdict = elsewhere.restore(file, folder.absolute(), lambda: _private(key), os.environ)
    if as_json:
        output.emit(
            {"desk": str(folder.absolute()), "made": manifest.made_at, "entries": verdict.entries, "ok": verdict.ok}
        )
    else:
        output.line(
            say("A copy of the desk as of {at} stands in {folder}.", at=manifest.made_at, folder=folder), "bold"
        )
    if not verdict.ok:
        raise VerificationFailed(
            "ledger-broken",
            "The ledger of this copy does not hold.",
            "See what: crisis ledger verify --desk {folder}",
            folder=folder,
        )
    output.note(
        say(
            "The record holds. If the old desk is lost: crisis move --desk {folder} --as ID --reason TEXT",
            folder=folder,
        )
    )


def _private(key: Path | None) -> bytes:
    from crisis.clearance import keys

    if key is None:
        raise Mistake("which-key", "This backup is encrypted.", "Name your private key: --key FILE")
    data = read(key)
    return keys.unlocked(data, ask(_("Passphrase"), hide_input=True).encode() if keys.is_locked(data) else None)


def move(
    person: As = None,
    reason: Reason = None,
    key: KeyFile = None,
    keys_safe: Annotated[
        bool, typer.Option("--keys-safe", help=_("Nobody can have taken the keys of the old place: they go on."))
    ] = False,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Go on here, because the old place is lost. Signed; old keys count no more; nothing is sent before you have looked."""
    from crisis.wiring import elsewhere

    desk = open_desk(desk_dir)
    folder = desk.settings.folder
    assert folder is not None  # noqa: S101 - a desk that was opened lies somewhere
    mover = signer(desk, who(person), key)
    why = reason_given(reason, Mistake("no-reason", "A move needs a reason.", "Add --reason TEXT."))
    lost = [] if keys_safe else elsewhere.people_with_keys(desk, folder)
    if lost:
        output.note(say("These keys lay at the old place and count no more: {people}", people=" ".join(lost)))
    confirm(_("The old place must never send again. Go on here?"), yes=yes)
    done = elsewhere.move(desk, folder, mover, keys_safe=keys_safe, reason=why)
    if as_json:
        output.emit(
            {
                "epoch": done.epoch.number,
                "revoked": list(done.epoch.revoked),
                "unknown": [delivery.post for delivery in done.unknown],
                "stopped": list(done.stopped),
            }
        )
    else:
        _tell(desk, done)


def _tell(desk: Desk, done: Moved) -> None:
    output.line(
        say("The desk goes on here (place {number}), and the record says so.", number=done.epoch.number), "bold"
    )
    if done.unknown:
        output.line(
            say("{count} posts may have been sent by the old place: crisis queue", count=len(done.unknown)), "yellow"
        )
    output.line(_("Now, for each account:"))
    for account in filter(None, map(desk.settings.account, done.stopped)):
        where = account.url or account.handle
        if where is None:  # an outlet of our own: it is read back, and says the same however often it is written
            continue
        if account.credentials:
            output.line(
                say(
                    "  {account}: revoke the old token, put in a new one; look at {where}",
                    account=account.id,
                    where=where,
                )
            )
        else:
            output.line(say("  {account}: look at {where}", account=account.id, where=where))
    output.line(_("Then settle what is unknown (crisis settle), and let each account go: crisis resume --account ID"))


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, at a terminal only."""
    if not sys.stderr.isatty():
        yield lambda done, whole: None
        return
    from rich.progress import Progress

    with Progress(console=output.console(err=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)
