"""Posting by hand, on the screen: exact text, no wrapping, no decoration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from crisis.cli import documents, output, show
from crisis.cli.options import read_text, reason_given, who
from crisis.cli.words import _, say
from crisis.errors import Mistake
from crisis.text.urls import listed

if TYPE_CHECKING:
    from crisis.desk.desk import Desk

CLIPBOARDS = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("clip.exe",),
)
"""Programs that put standard input on the clipboard, by platform."""


def list_tasks(desk: Desk, *, as_json: bool) -> None:
    """Every post that waits to be made by hand."""
    from crisis.desk.outbox import hand

    tasks = hand.tasks(desk)
    if as_json:
        output.emit({"deliveries": [documents.delivery(task.delivery, desk.settings.zone) for task in tasks]})
        return
    if not tasks:
        output.line(_("Nothing is to be posted by hand."))
        return
    zone = desk.settings.zone
    rows = [
        (
            show.short(task.delivery.post),
            f"{task.account.platform} {task.account.handle or task.account.id}",
            task.language,
            output.clock(task.delivery.not_after, zone),
            show.beginning(task.text),
        )
        for task in tasks
    ]
    output.table((_("post"), _("account"), _("language"), _("before"), _("text")), rows)
    output.note(say("Next: crisis hand {post}", post=show.short(tasks[0].delivery.post)))


def give_text(
    desk: Desk, post: str, out: Path | None, *, copy: bool, qr: bool, person: str | None, as_json: bool
) -> None:
    """The exact bytes: to a file, the clipboard, a telephone, or the screen with nothing else on standard output."""
    from crisis.desk.outbox import hand

    task = hand.take(desk, post, by=person)
    if as_json:
        shown = documents.delivery(task.delivery, desk.settings.zone)
        output.emit({**shown, "handle": task.account.handle, "language": task.language, "text": task.text})
        return
    if task.late:
        output.note(
            say(
                "Something newer of this incident is out on {account} already. Does this still hold?",
                account=task.account.id,
            )
        )
    where = task.account.url or task.account.handle or task.account.id
    output.note(say("Post exactly this on {platform} as {where}:", platform=task.account.platform, where=where))
    if out is not None and str(out) != "-":
        out.write_bytes(task.text.encode())
        output.note(say("Written to {file}.", file=out))
    elif copy:
        to_clipboard(task.text)
        output.note(_("It is on the clipboard."))
    elif qr:
        sys.stdout.write(_for_the_telephone(task.text))
        output.note(_("Read it with the telephone's camera, and paste the text as it is."))
    else:
        sys.stdout.write(task.text + "\n")
    output.note(say("Then: crisis hand {post} --done URL", post=post))


def record_done(desk: Desk, post: str, url: str, seen: Path | None, person: str | None, *, as_json: bool) -> None:
    """It has been posted: where and by whom."""
    from crisis.desk.outbox import hand

    text = None if seen is None else read_text(seen)
    delivery = hand.done(desk, post, url, by=person, seen_text=text)
    account = desk.settings.account(delivery.account)
    if as_json:
        output.emit(documents.delivery(delivery, desk.settings.zone))
    else:
        output.line(say("Recorded: {post} stands at {url}.", post=post, url=url))
    if account is not None and account.url and not listed(url, [account.url]):
        output.note(say("Is that the right account? {account} stands at {url}.", account=account.id, url=account.url))


def record_outside(
    desk: Desk,
    url: str,
    account: str | None,
    seen: Path | None,
    reason: str | None,
    person: str | None,
    *,
    as_json: bool,
) -> None:
    """A post on one of our accounts that nobody cleared here: the record says so."""
    from crisis.desk.outbox import outsiders

    if account is None or seen is None:
        raise Mistake(
            "outside-how",
            "On which account does it stand, and what does it say?",
            "Add --account ID and --seen FILE (its text; - is standard input).",
        )
    why = reason_given(reason, Mistake("no-reason", "A post made outside needs a reason.", "Add --reason TEXT."))
    post = outsiders.record(desk, account, url, read_text(seen).strip(), by=who(person), reason=why)
    if as_json:
        output.emit({"post": post.id, "account": post.account, "url": post.url, "outside": True})
    else:
        output.line(
            say("Recorded as made outside this desk, cleared by nobody: {post} at {url}", post=post.id, url=url)
        )


def _for_the_telephone(text: str) -> str:
    from crisis.cli.outbox.qr import drawn

    screen = sys.stdout.isatty()
    return drawn(text, columns=shutil.get_terminal_size().columns if screen else None, coloured=screen)


def to_clipboard(text: str) -> None:
    """Hand a text to the first clipboard program that takes it; one without its display does not. Raises `Mistake` where
    none does."""
    for command in CLIPBOARDS:
        if shutil.which(command[0]) and _takes(command, text):
            return
    raise Mistake("no-clipboard", "No clipboard program was found here.", "Use --out FILE instead.")


def _takes(command: tuple[str, ...], text: str) -> bool:
    try:
        # Not to wait for its output: xclip goes on in the background, and holds what it was given.
        subprocess.run(  # noqa: S603
            command,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=5,
            env=dict(os.environ),
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
