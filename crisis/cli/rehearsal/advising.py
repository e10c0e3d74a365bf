"""`rehearse cards`: do and don't on paper, with what the reviews of this desk have taught."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.options import DeskDir, Json, command, desk_folder
from crisis.cli.rehearsal.group import group
from crisis.cli.words import _, language, say
from crisis.errors import Mistake
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.model.advice import Advice
    from crisis.runbook.review import Lessons

FILE = "cards.html"


def register(app: typer.Typer) -> None:
    """Nothing more: the command is in the group of `group`."""


@command(group, "cards", _("Example: crisis rehearse cards earthquake"))
def cards(
    kinds: Annotated[
        list[str] | None, typer.Argument(metavar="KIND", help=_("Kinds of incident, such as earthquake; else all."))
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help=_("Where the page goes; else rehearsals/cards.html."))
    ] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Do and don't, a card for each kind of incident, to print and keep by the telephone; with lessons from this desk's reviews."""
    from crisis.catalogue.advice import advice
    from crisis.cli.duty.reviewing import reviews
    from crisis.runbook.review import lessons

    folder = desk_folder(desk_dir)
    chosen = _chosen(advice(folder), kinds or [])
    learned = lessons(reviews(folder) if folder else [])
    if as_json:
        output.emit(_document(chosen, learned))
        return
    place = (out or (folder or Path.cwd()) / "rehearsals" / FILE).absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(page(chosen, learned), "utf-8", newline="\n")
    output.line(say("Cards: {file}", file=place), "bold")
    output.note(_("Lessons come from reviews: write - ○ or - × and a line into one, and print the cards again."))


def _chosen(known: Sequence[Advice], kinds: Sequence[str]) -> list[Advice]:
    """The cards that are asked for, and always the first, which holds always."""
    unknown = [kind for kind in kinds if kind not in {card.id for card in known}]
    if unknown:
        raise Mistake(
            "no-card",
            "There is no card for {kind}.",
            "There are: {known}",
            kind=unknown[0],
            known=", ".join(card.id for card in known),
        )
    return [card for index, card in enumerate(known) if not kinds or index == 0 or card.id in kinds]


def _document(chosen: Sequence[Advice], learned: Lessons) -> dict[str, Any]:
    shown = [
        {"kind": c.id, "names": dict(c.names), "do": [dict(d) for d in c.do], "dont": [dict(d) for d in c.dont]}
        for c in chosen
    ]
    return {"cards": shown, "lessons": {"do": list(learned.do), "dont": list(learned.dont)}}


def page(chosen: Sequence[Advice], learned: Lessons) -> str:
    """One HTML file that needs nothing else and prints two cards on a sheet of A4, in the language of this run."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("crisis.cli.rehearsal", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made = [(name_in(c.names, language()), _told(c.do), _told(c.dont)) for c in chosen]
    if learned.do or learned.dont:
        made.append((_("What we have learned ourselves"), list(learned.do), list(learned.dont)))
    return environment.get_template("cards.html.j2").render(
        lang=language(), title=_("Do and don't"), cards=made, do=_("Do"), dont=_("Do not")
    )


def _told(lines: Sequence[Any]) -> list[str]:
    return [name_in(line, language()) for line in lines]
