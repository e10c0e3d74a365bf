"""`ledger verify|releases|show`: what was cleared for release, and whether the record holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output
from crisis.cli.helping import Group
from crisis.cli.options import DeskDir, Json, command, open_desk
from crisis.cli.words import _, say, told

if TYPE_CHECKING:
    from crisis.desk.disclosures import DisclosedPost

group = typer.Typer(
    cls=Group,
    help=_("The record: what was released, by whom, and that it holds."),
    no_args_is_help=True,
    rich_markup_mode=None,
)

SHOWN = 50


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="ledger")


@command(group, "verify", _("Example: crisis ledger verify"))
def verify(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Check every entry, every hash and every signature of the record."""
    from crisis.desk import book

    verdict = book.verify_ledger(open_desk(desk_dir))
    if as_json:
        problems = [{"entry": p.entry, "what": p.what} for p in verdict.problems]
        output.emit({"ok": verdict.ok, "entries": verdict.entries, "root": verdict.root, "problems": problems})
    elif verdict.ok:
        output.line(
            say("The ledger holds: {entries} entries, root {root}.", entries=verdict.entries, root=verdict.root[:16]),
            "green",
        )
    else:
        output.line(say("THE LEDGER DOES NOT HOLD: {count} problems.", count=len(verdict.problems)), "bold red")
        for problem in verdict.problems:
            output.line("  " + problem.what)
        output.note(_("Keep this desk as it is and compare it with a copy."))
    raise typer.Exit(0 if verdict.ok else 5)


@command(group, "releases", _("Example: crisis ledger releases"))
def releases(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Which notices were cleared for external release, as what text, by whom; what was withheld and refused."""
    from crisis.desk.disclosures import disclosures

    desk = open_desk(desk_dir)
    zone = desk.settings.zone
    listed = disclosures(desk)
    if as_json:
        output.emit({"releases": [documents.disclosure(d, zone) for d in listed]})
        return
    if not listed:
        output.line(_("Nothing has been cleared for release yet."))
    for one in listed:
        output.line(f"{output.clock(one.at, zone)}  {one.release or _('REFUSED')}  {' '.join(one.notices)}", "bold")
        if one.refused is not None:
            output.line("  " + told(one.refused))
            continue
        output.line("  " + say("cleared by {people}", people=", ".join(one.cleared_by)))
        output.indented(say("released: {names}", names=_names(one.released)))
        output.indented(say("withheld: {names}", names=_names(one.withheld)))
        _show_texts(one.posts)


def _show_texts(posts: Iterable[DisclosedPost]) -> None:
    """Each text once, under the places where it went."""
    texts: dict[str, list[str]] = {}
    for post in posts:
        where = f"{post.account} {post.language} · {_(post.state)}" + (f" · {post.url}" if post.url else "")
        texts.setdefault(post.text, []).append(where)
    for text, places in texts.items():
        output.line("  " + ", ".join(places))
        output.indented(text, 2)


def _names(fields: Iterable[str]) -> str:
    """Fields by their names for people."""
    return ", ".join(_(name) for name in fields) or "-"


@command(group, "show", _("Example: crisis ledger show --last 20"))
def show(
    last: Annotated[int, typer.Option("--last", metavar="N", min=1, help=_("How many entries, the newest."))] = SHOWN,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """The newest entries of the record."""
    from crisis.model.records import LedgerEntry

    desk = open_desk(desk_dir)
    with desk.store.reading() as unit:
        size = unit.ledger_size()
        entries = unit.find(LedgerEntry, seq=list(range(max(size - last, 0), size)))
    shown = [(e.seq, e.at, e.kind, json.loads(e.body)["body"]) for e in entries]
    zone = desk.settings.zone
    if as_json:
        output.emit(
            {"entries": [{"entry": s, "at": output.iso(at, zone), "kind": k, "body": b} for s, at, k, b in shown]}
        )
        return
    for seq, at, kind, body in shown:
        subject = (
            body.get("post")
            or body.get("notice")
            or body.get("release")
            or body.get("person")
            or body.get("incident")
            or ""
        )
        output.line(f"{seq:>6}  {output.clock(at, zone)}  {kind}  {subject}".rstrip())
