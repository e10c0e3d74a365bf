"""`changed`: everything that still says the old thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output, show
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.words import _, say, told
from crisis.sentence import Sentence

if TYPE_CHECKING:
    from crisis.desk.carrying import Carrier

WHERE = {
    "live": (Sentence("LIVE: say what is right with crisis correct, or publish the update"), "bold red"),
    "to-come": (Sentence("CLEARED, STILL TO COME: crisis hold, then crisis withdraw"), "yellow"),
    "waiting": (Sentence("WAITING FOR CLEARANCE: crisis edit, or draft again"), None),
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "changed", _("Example: crisis changed 20:00 17:00"))(changed)


def changed(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help=_("What is not right any more, such as 20:00."))],
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Everything that still says it. Live, to come or waiting; every language, every account."""
    from crisis.desk.carrying import carrying

    found = carrying(open_desk(desk_dir), words)
    if as_json:
        output.emit({"posts": [_document(carrier) for carrier in found]})
        return
    if not found:
        output.line(say("Nothing says {words}.", words=", ".join(words)))
    for where, (heading, style) in WHERE.items():
        standing = [carrier.post for carrier in found if carrier.where == where]
        if standing:
            output.line(told(heading), style)
            show.stored(standing)


def _document(carrier: Carrier) -> dict[str, Any]:
    return {
        "post": carrier.post.id,
        "account": carrier.post.account,
        "language": carrier.post.language,
        "where": carrier.where,
        "state": carrier.delivery.state.value if carrier.delivery else carrier.post.review.value,
        "url": carrier.delivery.url if carrier.delivery else None,
        "text": carrier.post.text,
    }
