"""Options that many commands share, and what they open."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from crisis.cli.helping import Command
from crisis.cli.words import _, told
from crisis.errors import Mistake, Refused
from crisis.text.terminal import shown
from crisis.text.urls import is_web_address

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.signer import Signer

LARGEST = 20 * 1024 * 1024
"""Bytes of a notice file that are read at most; a larger one is refused before it is read."""

DeskDir = Annotated[Path | None, typer.Option("--desk", metavar="DIR", help=_("The desk's folder."))]
Json = Annotated[bool, typer.Option("--json", help=_("One JSON document on standard output, for scripts."))]
As = Annotated[
    str | None, typer.Option("--as", metavar="ID", envvar="CRISIS_AS", help=_("Who does this: an enrolled person."))
]
Yes = Annotated[bool, typer.Option("--yes", help=_("Do it without asking once more."))]
KeyFile = Annotated[
    Path | None,
    typer.Option(
        "--key",
        metavar="FILE",
        envvar="CRISIS_KEY",
        help=_("Your private key, if not in the desk's keys/; FILE.pub for one in an agent."),
    ),
]
Answers = Annotated[
    list[str] | None,
    typer.Option("--answer", metavar="FIELD=VALUE", help=_("An answer given beforehand; then it is not asked.")),
]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help=_("Why, for the record."))]
Alone = Annotated[
    bool, typer.Option("--precleared", help=_("Send it at once, alone, as it was pre-cleared by others."))
]
AccountId = Annotated[str | None, typer.Option("--account", metavar="ID", help=_("Only this account."))]
PostIds = Annotated[
    list[str],
    typer.Argument(metavar="P-…", help=_("Posts: identifiers, their last letters, or N-… for all of a notice.")),
]
PostId = Annotated[str, typer.Argument(metavar="P-…", help=_("The post's identifier."))]


Function = TypeVar("Function", bound=Callable[..., None])


def command(app: typer.Typer, name: str, example: str) -> Callable[[Function], Function]:
    """Add a function as a command: its docstring is the help, in the language of this run; `example` ends it."""

    def add(function: Function) -> Function:
        app.command(name, cls=Command, help=_(cleandoc(function.__doc__ or "")), epilog=example)(function)
        return function

    return add


def desk_folder(explicit: Path | None) -> Path | None:
    """The folder of the desk: `--desk`, `CRISIS_DESK`, or here; None where there is none. An explicit one must exist."""
    from crisis.catalogue.desk_folder import find

    return find(explicit, os.environ, Path.cwd())


_opened = ExitStack()


def close_desks() -> None:
    """Close every desk that this run has opened."""
    _opened.close()


def open_desk(explicit: Path | None) -> Desk:
    """The desk to work at. Raises `Mistake` where there is none."""
    folder = desk_folder(explicit)
    if folder is None:
        raise Mistake(
            "no-desk",
            "There is no desk here.",
            "Name one with --desk DIR or CRISIS_DESK, or make one: crisis init DIR",
        )
    from crisis.wiring.live import open_desk as live

    desk = replace(live(folder, os.environ), words=told)
    _opened.callback(desk.close)
    return desk


def who(person: str | None) -> str:
    """The person who acts. Raises `Mistake` where nobody is named."""
    if not person:
        raise Mistake("nobody", "Who does this?", "Say it with --as ID (or CRISIS_AS).")
    return person


def reason_given(reason: str | None, lacking: Mistake) -> str:
    """A reason that says something. Raises `lacking` where none is given."""
    if reason is None or not reason.strip():
        raise lacking
    return reason


def posts_named(desk: Desk, names: list[str]) -> list[str]:
    """The posts that are meant: full identifiers, their endings, or a notice's identifier for all of it that waits."""
    from crisis.desk import naming

    with desk.store.reading() as unit:
        return naming.posts_named(unit, names)


def post_named(desk: Desk, name: str) -> str:
    """The one post that is meant. Raises `Mistake` for several."""
    posts = posts_named(desk, [name])
    if len(posts) > 1:
        raise Mistake(
            "several-posts", "{name} means several posts.", "Name one: {posts}", name=name, posts=" ".join(posts)
        )
    return posts[0]


def signer(desk: Desk, person: str, key: Path | None) -> Signer:
    """A person with their key: from `--key`, else the desk's `keys/`."""
    return unlocked(person, read(key) if key else desk.signing_key(person), key)


def unlocked(person: str, data: bytes, key: Path | None) -> Signer:
    """A person with what their key's file holds; the passphrase is asked for where it has one. A public key (its other half is
    in an agent) or a hardware key's file signs through `ssh-keygen`."""
    from crisis.clearance import keys
    from crisis.desk.signer import Signer
    from crisis.wiring.keygen import held

    holder = held(key, data) if key else None
    if holder is not None:
        typer.echo(_("If your key blinks, touch it now."), err=True)
        return Signer(person, holder)
    if keys.is_locked(data):
        return Signer(person, data, ask(_("Passphrase"), hide_input=True).encode())
    return Signer(person, data)


def time_given(text: str | None, desk: Desk) -> datetime | None:
    """A time to come that a person wrote. Raises `Mistake` for another."""
    if text is None:
        return None
    at = moment_given(text, desk)
    if at < desk.clock.now():
        raise Mistake("time-past", "{text} is past.", "Write a time to come, or leave --at out to send now.", text=text)
    return at


def moment_given(text: str, desk: Desk) -> datetime:
    """A time that a person wrote, HH:MM of today or a whole date. Raises `Mistake` for what is none."""
    now = desk.clock.now().astimezone(desk.settings.zone)
    try:
        if len(text) <= len("HH:MM"):
            hour, minute = text.split(":")
            at = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
        else:
            at = datetime.fromisoformat(text)
    except ValueError:
        raise Mistake("time", "{text} is no time.", "Write HH:MM or 2026-10-09T16:30.", text=text) from None
    return at if at.tzinfo else at.replace(tzinfo=desk.settings.zone)


def read(path: Path) -> bytes:
    """A file's bytes, or standard input's for `-`. Raises `Mistake` where it cannot be read, is no file or too large."""
    if str(path) == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        if path.stat().st_size > LARGEST:
            raise Mistake(
                "too-large",
                "{path} is larger than 20 MB.",
                "Take out of it what is no notice (pictures, attachments) and try again.",
                path=path,
            )
        return path.read_bytes()
    except OSError as error:
        raise Mistake(
            "no-file", "{path} cannot be read: {why}.", "Check the name.", path=path, why=error.strerror or "unreadable"
        ) from None


def read_text(path: Path) -> str:
    """A text file in UTF-8, or standard input's. Raises `Mistake` for other bytes."""
    try:
        return read(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Mistake("not-utf-8", "{path} is not UTF-8 text.", "Save it as UTF-8.", path=path) from None


def address(given: str) -> str:
    """Where a post stands, as it was copied or read from a telephone; `https://` may be missing. Raises `Mistake` for what is
    no web address: it becomes a link on the page."""
    url = given.strip() if "://" in given else f"https://{given.strip()}"
    if not is_web_address(url):
        raise Mistake("no-address", "{url} is no web address.", "Write where it stands: https://…", url=given)
    return url


YES, NO = ("y", "yes", "はい"), ("", "n", "no", "いいえ")


def confirm(question: str, *, yes: bool) -> None:
    """Ask once before what cannot be taken back; `--yes` answers. Without a terminal and without `--yes` it is refused."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise Mistake("not-confirmed", "This asks for a yes, and nobody can answer here.", "Add --yes.")
    while (answer := ask(f"{question} [y/N]", default="", show_default=False).strip().lower()) not in YES:
        if answer in NO:
            raise _stopped()
        typer.echo(_("Answer y or n."), err=True)


def ask(question: str, *, stopped: Refused | None = None, **options: Any) -> str:
    """Ask a person at the terminal. Raises `Refused` where they stop it (Ctrl-C, Ctrl-D); `stopped`, where something was
    done before."""
    try:
        return str(typer.prompt(shown(question), err=True, **options))
    except typer.Abort:
        raise stopped or _stopped() from None


def _stopped() -> Refused:
    return Refused("stopped", "Stopped: nothing was done.")
