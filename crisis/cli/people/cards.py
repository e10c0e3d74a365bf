"""`card new|list|revoke`: one-time codes for approving by telephone, made in calm times."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.helping import Group
from crisis.cli.options import As, DeskDir, Json, KeyFile, Yes, command, confirm, open_desk, signer, who
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.card import Card

group = typer.Typer(
    cls=Group, help=_("Cards of codes for approving by telephone."), no_args_is_help=True, rich_markup_mode=None
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="card")


@command(group, "new", _("Example: crisis card new --as suzuki"))
def new(
    person: As = None,
    key: KeyFile = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help=_("Write the card into a new file, for you alone."))
    ] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Make a card of codes, signed with your key. Print it; the codes are shown once and kept nowhere."""
    from crisis.desk.people import carding

    if as_json and out is None:
        raise Mistake(
            "card-where", "The codes never stand in JSON.", "Add --out FILE: the card is written there, for you alone."
        )
    desk = open_desk(desk_dir)
    card, codes = carding.new_card(desk, signer(desk, who(person), key))
    text = "\n".join(_printed(desk, card, codes))
    if out is not None:
        _write(out, text)
    if as_json:
        output.emit(_document(card))
    elif out is None:
        output.line(text)
    output.note(_("Print it, keep it where you sleep, and clear this screen. An earlier card: tear it up."))


def _write(path: Path, text: str) -> None:
    """A new file that its owner alone can read."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Mistake("file-exists", "{path} is there already.", "Name a new file.", path=path) from None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text + "\n")


def _printed(desk: Desk, card: Card, codes: Sequence[str]) -> list[str]:
    from crisis.clearance.cards import grouped

    rows = [f"{number:>2}  {grouped(code)}   ________________" for number, code in enumerate(codes, 1)]
    return [
        f"{desk.settings.name}  {card.person}  {card.id}  {output.clock(card.made_at, desk.settings.zone)}",
        "",
        _("1. Hang up and call the desk back on the number that you know."),
        _("2. Have the texts read to you; read them back. Write the check word beside the code."),
        _("3. Only then read the code that is asked for. Each counts once. Cross it out."),
        _("Lost, or seen by others: call the desk, crisis card revoke. Nobody else may use it."),
        "",
        *rows,
    ]


def _document(card: Card) -> dict[str, Any]:
    return {"card": card.id, "person": card.person, "left": card.left, "revoked": card.revoked_at is not None}


@command(group, "list", _("Example: crisis card list"))
def list_(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Whose card has how many codes left."""
    from crisis.desk.people import carding

    desk = open_desk(desk_dir)
    cards = carding.every_card(desk)
    if as_json:
        output.emit({"cards": [_document(card) for card in cards]})
        return
    newest = {card.person: card.id for card in cards if card.revoked_at is None}
    rows = [(c.id, c.person, c.left, output.clock(c.made_at, desk.settings.zone), _state(c, newest)) for c in cards]
    output.table((_("card"), _("person"), _("codes left"), _("made"), _("state")), rows)


def _state(card: Card, newest: dict[str, str]) -> str:
    from crisis.clearance.cards import MOST_WRONG

    if card.revoked_at is not None:
        return _("revoked")
    if newest[card.person] != card.id:
        return _("replaced")
    return _("locked") if card.wrong >= MOST_WRONG else _("valid")


@command(group, "revoke", _("Example: crisis card revoke C-01… --as tanaka"))
def revoke(
    card: Annotated[str, typer.Argument(metavar="C-…", help=_("The card: crisis card list."))],
    person: As = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """End a card that was lost or seen by others. What was approved with it and is not out yet stops too."""
    from crisis.desk.people import carding

    desk = open_desk(desk_dir)
    confirm(say("Revoke {person}?", person=card), yes=yes)
    revoked = carding.revoke_card(desk, card, by=who(person))
    if as_json:
        output.emit(_document(revoked))
    else:
        output.line(say("Revoked: {person}", person=card))
