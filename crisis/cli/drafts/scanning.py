"""`scan`: reads any text for what must not go out: standard input, files, a folder. For a newsroom, a hook, a pipeline."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output
from crisis.cli.drafts import marked
from crisis.cli.options import LARGEST, DeskDir, Json, command, desk_folder, read
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.desk.drafts.kit import Kit
    from crisis.model.finding import Finding

STDIN = Path("-")
NAMED = 3
"""Files passed over that are named."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "scan", _("Example: crisis scan < text.txt"))(scan)


@dataclass(frozen=True)
class Scanned:
    """One text with what the guard says of it."""

    path: Path
    text: str
    found: tuple[Finding, ...]

    @property
    def stopped(self) -> bool:
        """Whether anything in it must not go out as it is."""
        return any(finding.stops for finding in self.found)


def scan(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE|FOLDER]", help=_("Files, or folders with all text files in them; else standard input.")
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=_("Say only what must not go out."))] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Read a text for what must not go out. Exit code 4 where anything is held or blocked; nothing is fetched."""
    kit = _kit(desk_dir, quiet=quiet)
    alone = not paths or paths == [STDIN]
    read: list[Scanned] = []
    for scanned in _scanned(kit, [STDIN] if alone else paths or []):
        read.append(scanned)
        if not as_json:
            _show(scanned, alone=alone, quiet=quiet)
    if as_json and alone:
        output.emit({"findings": [documents.finding(finding) for finding in read[0].found]})
    elif as_json:
        output.emit({"files": [documents.scanned(str(each.path), each.found) for each in read]})
    elif not quiet:
        _sum_up(read, alone=alone)
    raise typer.Exit(4 if any(each.stopped for each in read) else 0)


def _kit(desk_dir: Path | None, *, quiet: bool) -> Kit:
    from crisis.wiring.kit import kit_of

    folder = desk_folder(desk_dir)
    if folder is None and not quiet:
        output.note(_("No desk here: scanning with defaults (no lists of links, contacts and protected terms)."))
    return kit_of(folder)


def _scanned(kit: Kit, paths: list[Path]) -> Iterator[Scanned]:
    from crisis.desk.drafts.compose import scanned
    from crisis.wiring.system import SystemClock

    now = SystemClock().now()
    for path, text in _texts(paths):
        yield Scanned(path, text, scanned(kit, text, now))


def _texts(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """Every text that is named, and in folders all that are text; what is passed over there is said."""
    for path in paths:
        if path != STDIN and path.is_dir():
            yield from _in_folder(path)
        else:
            yield path, _read(path)


def _in_folder(folder: Path) -> Iterator[tuple[Path, str]]:
    """The texts in a folder and those below it, in order. Hidden files and folders, and links to others, are left alone."""
    passed = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path.is_symlink() or not path.is_file():
            continue
        text = _text(path)
        if text is None:
            passed.append(path.name)
        else:
            yield path, text
    if passed:
        named = ", ".join(passed[:NAMED]) + (" …" if len(passed) > NAMED else "")
        output.note(
            say(
                "Passed over: {count} files that are no text, or larger than 20 MB: {names}",
                count=len(passed),
                names=named,
            )
        )


def _text(path: Path) -> str | None:
    try:
        return _plain(path.read_bytes()) if path.stat().st_size <= LARGEST else None
    except OSError:
        return None


def _read(path: Path) -> str:
    """A text that is named, in whatever charset it was saved. Raises `Mistake` for what is no text."""
    raw = read(path)
    text = _plain(raw)
    if text is None:
        raise Mistake("no-text", "{path} is no text.", "Save it as text, in UTF-8 at best.", path=path)
    return text


def _plain(raw: bytes) -> str | None:
    """UTF-8 at once; else what Japanese offices save, such as Shift_JIS and UTF-16, if every byte of it is explained."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" not in text and "\x1b" not in text:
        return text
    from crisis.intake.parts.charset import plain

    return plain(raw)


def _show(scanned: Scanned, *, alone: bool, quiet: bool) -> None:
    if not scanned.found or (quiet and not scanned.stopped):
        return
    if not alone:
        output.line(str(scanned.path), "bold")
    marked.show_text(scanned.text, scanned.found, advice=not quiet, covered=not sys.stdout.isatty())


def _sum_up(read: list[Scanned], *, alone: bool) -> None:
    count = sum(finding.stops for each in read for finding in each.found)
    if count:
        output.line(say("{count} passages must not go out as they are.", count=count), "bold")
    else:
        output.line(_("Nothing that must not go out."))
    if not alone:
        output.note(say("{count} texts read.", count=len(read)))
