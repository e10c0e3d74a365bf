"""The command line as a whole: its commands, and how an error becomes one sentence and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Annotated

import typer
from typer.exceptions import TyperException

from crisis import __version__
from crisis.cli import words
from crisis.cli.failing import fail
from crisis.cli.helping import Group
from crisis.cli.options import DeskDir, Json, close_desks
from crisis.cli.words import _
from crisis.errors import CrisisError, Mistake, Refused

app = typer.Typer(
    name="crisis",
    cls=Group,
    help=_("From an internal notice to a cleared, provable public post."),
    epilog=_("Start here: crisis init DIR, then crisis say holding. --lang ja speaks Japanese."),
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"crisis {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=_("The version."))
    ] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Without a command: how the desk stands and the next thing to do."""
    if context.invoked_subcommand is None:
        from crisis.cli.duty import standing

        standing.overview(desk_dir, as_json=as_json)
    elif desk_dir or as_json:
        raise Mistake(
            "option-first",
            "--desk and --json stand before the command.",
            "Write them after it: crisis {command} --desk DIR",
            command=context.invoked_subcommand,
        )


ROOMS: Mapping[str, tuple[str, ...]] = {
    "drafts.saying": ("say",),
    "notices.intake": ("notice",),
    "drafts.drafting": ("draft", "edit", "measure"),
    "drafts.scanning": ("scan",),
    "clearance.clearing": ("clear",),
    "clearance.returning": ("return", "reject"),
    "clearance.countersigning": ("countersign", "alerts"),
    "outbox.queue": ("queue", "hold", "resume", "withdraw", "correct"),
    "outbox.hand": ("hand", "settle"),
    "clearance.announcing": ("announced",),
    "notices.changing": ("changed",),
    "duty.board": ("board",),
    "duty.promises": ("promise",),
    "duty.handing": ("handover",),
    "duty.reporters": ("said", "enquiry"),
    "duty.incidents": ("incident",),
    "duty.closing": ("incident",),
    "duty.steps": ("step",),
    "outbox.accounts": ("account",),
    "notices.sources": ("source",),
    "people.person": ("person",),
    "people.policy": ("policy",),
    "people.voices": ("person", "policy"),
    "clearance.preclearing": ("preclear",),
    "people.cards": ("card",),
    "record.ledger": ("ledger",),
    "rehearsal.working": ("daemon", "demo"),
    "rehearsal.group": ("rehearse",),
    "rehearsal.joining": ("rehearse",),
    "rehearsal.after": ("rehearse",),
    "rehearsal.advising": ("rehearse",),
    "rehearsal.library": ("rehearse",),
    "rehearsal.training": ("person",),
    "duty.runbooks": ("runbook",),
    "duty.standing": ("status",),
    "house.kits": ("kit",),
    "house.keeping": ("init", "doctor"),
    "house.places": ("backup", "restore", "move"),
}
"""Which module, in which folder, has which commands, in the order in which help lists them."""

_furnished: set[str] = set()


def furnish(name: str | None = None) -> typer.Typer:
    """The app with the command of that name, the others left aside, which is quick; with all where no command has it."""
    for room in [room for room, names in ROOMS.items() if name in names] or ROOMS:
        if room not in _furnished:
            _furnished.add(room)
            import_module(f"crisis.cli.{room}").register(app)
    return app


def index() -> typer.Typer:
    """The app as its own help lists it: what each command is for, without its options and those below it, of which a hundred
    would take longer to read than all the rest. For a run that ends with that help."""
    furnish()
    for listed in app.registered_commands:
        listed.callback = _aside
    for group in app.registered_groups:
        if group.typer_instance is not None:
            group.typer_instance.registered_commands.clear()
    return app


def _aside() -> None:
    """Stands for a command that is only listed."""


def run() -> None:
    """Run the command line of this process and exit."""
    argv = _without_language(sys.argv[1:])
    try:
        made = index() if argv in (["--help"], ["-h"]) else furnish(argv[0] if argv else None)
        code = made(args=argv, prog_name="crisis", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except CrisisError as error:
        sys.exit(fail(error, as_json="--json" in argv))
    except typer.Abort:
        sys.exit(fail(Refused("stopped", "Stopped: nothing was done."), as_json="--json" in argv))
    except TyperException as error:
        sys.exit(_misused(error, as_json="--json" in argv))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        sys.exit(fail(_of_the_machine(error), as_json="--json" in argv))
    except Exception as error:
        if os.environ.get("CRISIS_DEBUG"):
            raise
        # The type alone: a library's message may carry what it was given.
        sys.exit(fail(_fault(error), as_json="--json" in argv))
    finally:
        close_desks()


def _misused(error: TyperException, *, as_json: bool) -> int:
    """What was typed wrong, in a sentence; or the help, where a group was named without a command."""
    from typer._click.exceptions import ClickException, NoArgsIsHelpError

    from crisis.cli import usage

    if isinstance(error, NoArgsIsHelpError):
        error.show()
        return error.exit_code
    if isinstance(error, ClickException):
        return fail(usage.mistake(error), as_json=as_json)
    raise error


def _fault(error: Exception) -> CrisisError:
    """A fault of the program, in a sentence (exit 1)."""
    return CrisisError(
        "fault",
        "A fault of the program ({type}).",
        "What was acknowledged is kept. Run it again with CRISIS_DEBUG=1 and report what it prints, if nothing in it is secret.",
        type=type(error).__name__,
    )


def _of_the_machine(error: OSError) -> Mistake:
    """What the machine refuses (a folder that cannot be written, a disk that is full), in a sentence."""
    return Mistake(
        "machine",
        "{path} cannot be read or written: {why}.",
        "Check whose it is, its permissions and the free space.",
        path=error.filename or _("A file"),
        why=error.strerror or type(error).__name__,
    )


def _without_language(argv: list[str]) -> list[str]:
    """The arguments without `--lang`, which may stand anywhere."""
    chosen = words.language()
    if chosen not in words.LANGUAGES:
        raise SystemExit(
            fail(
                Mistake("language", "--lang {lang} is not known.", "Write --lang ja or --lang en.", lang=chosen),
                as_json=False,
            )
        )
    kept, skip = [], False
    for word in argv:
        if skip:
            skip = False
        elif word == "--lang":
            skip = True
        elif not word.startswith("--lang="):
            kept.append(word)
    return kept
