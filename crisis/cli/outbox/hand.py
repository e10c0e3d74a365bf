"""`hand`, `settle`: posting by hand, and what became of a post that nobody is sure of."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crisis.cli import documents, output
from crisis.cli.options import (
    AccountId,
    As,
    DeskDir,
    Json,
    PostId,
    Reason,
    address,
    command,
    open_desk,
    post_named,
    reason_given,
)
from crisis.cli.outbox import handwork
from crisis.cli.words import _
from crisis.errors import Mistake


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "hand", _("Example: crisis hand P-01… then crisis hand P-01… --done https://x.com/…"))(hand)
    command(app, "settle", _("Example: crisis settle P-01… --published https://x.com/…"))(settle)


def hand(
    post: Annotated[
        str | None, typer.Argument(metavar="[P-…]", help=_("The post; without one: every post to be made by hand."))
    ] = None,
    done: Annotated[
        str | None, typer.Option("--done", metavar="URL", help=_("You have posted it: where it stands."))
    ] = None,
    seen: Annotated[
        Path | None, typer.Option("--seen", metavar="FILE", help=_("What stands there, pasted back, to be compared."))
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help=_("Write the exact text into this file (- prints)."))
    ] = None,
    copy: Annotated[bool, typer.Option("--copy", help=_("Put the exact text on the clipboard."))] = False,
    qr: Annotated[bool, typer.Option("--qr", help=_("Show the exact text as a QR code, for the telephone."))] = False,
    outside: Annotated[
        str | None,
        typer.Option(
            "--outside",
            metavar="URL",
            help=_("Record a post that was made outside this desk (with --account, --seen)."),
        ),
    ] = None,
    account: AccountId = None,
    reason: Reason = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Post by hand. The exact cleared text, taken from the daemon first."""
    desk = open_desk(desk_dir)
    if outside is not None:
        handwork.record_outside(desk, address(outside), account, seen, reason, person, as_json=as_json)
    elif post is None:
        handwork.list_tasks(desk, as_json=as_json)
    elif done is not None:
        handwork.record_done(desk, post_named(desk, post), address(done), seen, person, as_json=as_json)
    else:
        handwork.give_text(desk, post_named(desk, post), out, copy=copy, qr=qr, person=person, as_json=as_json)


def settle(
    post: PostId,
    published: Annotated[str | None, typer.Option("--published", metavar="URL", help=_("It is out: where."))] = None,
    not_sent: Annotated[bool, typer.Option("--not-sent", help=_("It is not out; needs --reason."))] = False,
    reason: Reason = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Say what became of a post that nobody is sure of."""
    from crisis.desk.outbox import hand as by_hand
    from crisis.model.delivery import State

    if (published is None) == (not not_sent):
        raise Mistake("settle-how", "Is it out or not?", "Write --published URL, or --not-sent --reason TEXT.")
    if not_sent:
        reason_given(reason, Mistake("no-reason", "Saying that it was not sent needs a reason.", "Add --reason TEXT."))
    desk = open_desk(desk_dir)
    settled = by_hand.settle(
        desk, post_named(desk, post), published=published and address(published), reason=reason, by=person
    )
    if as_json:
        output.emit(documents.delivery(settled, desk.settings.zone))
    else:
        output.line(f"{settled.post}  {_(settled.state.value)}  {settled.url or ''}".rstrip())
        if not_sent and settled.state is State.FAILED:
            output.note(_("To send it after all, draft it again and clear it anew."))
