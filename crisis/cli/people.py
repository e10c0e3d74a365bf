"""`person add|list|revoke`: who may draft and clear."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.helping import Group
from crisis.cli.options import DeskDir, Json, Yes, command, confirm, open_desk, read_text
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.model.release import Person

group = typer.Typer(cls=Group, help=_("People who may draft and clear."), no_args_is_help=True, rich_markup_mode=None)

ROLES = ("drafter", "approver", "legal", "ir", "lead", "deputy")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="person")


def _document(person: Person) -> dict[str, Any]:
    return {
        "person": person.id,
        "name": person.name,
        "roles": [role.value for role in person.roles],
        "key": person.public_key,
        "revoked": person.revoked_at is not None,
    }


@command(group, "add", _("Example: crisis person add suzuki --name 'Suzuki Hanako' --role approver --generate"))
def add(
    person: Annotated[str, typer.Argument(metavar="ID", help=_("A short name to sign with."))],
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help=_("The full name, for the record."))],
    role: Annotated[list[str], typer.Option("--role", metavar="ROLE", help=", ".join(ROLES))],
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE.pub", help=_("The public key (ssh-ed25519)."))
    ] = None,
    generate: Annotated[bool, typer.Option("--generate", help=_("Make a key pair in the desk's keys/."))] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Enrol a person with an Ed25519 key of their own."""
    from crisis.desk import people
    from crisis.model.release import Role
    from crisis.wiring.live import new_key

    unknown = [r for r in role if r not in ROLES]
    if unknown:
        raise Mistake(
            "unknown-role",
            "There is no role {role}.",
            "Write one of: {known}.",
            role=unknown[0],
            known=", ".join(ROLES),
        )
    if (key is None) == (not generate):
        raise Mistake("which-key", "Which key is it?", "Write --key FILE.pub, or --generate to make one.")
    desk = open_desk(desk_dir)
    folder = desk.settings.folder or Path()
    public = new_key(folder, person) if key is None else read_text(key)
    enrolled = people.enrol(desk, person, name, tuple(Role(r) for r in role), public)
    if as_json:
        output.emit(_document(enrolled))
    else:
        output.line(say("Enrolled: {person}", person=person))


@command(group, "list", _("Example: crisis person list"))
def list_(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Who is enrolled, with which roles."""
    from crisis.desk import people

    roster = people.roster(open_desk(desk_dir))
    if as_json:
        output.emit({"people": [_document(person) for person in roster]})
        return
    rows = [
        (p.id, p.name, " ".join(r.value for r in p.roles), _("revoked") if p.revoked_at else _("valid")) for p in roster
    ]
    output.table((_("person"), _("name"), _("roles"), _("state")), rows)


@command(group, "revoke", _("Example: crisis person revoke suzuki --yes"))
def revoke(
    person: Annotated[str, typer.Argument(metavar="ID", help=_("The enrolled person."))],
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """End a person's right to act, now. What they cleared and is not sent yet stops too."""
    from crisis.desk import people

    desk = open_desk(desk_dir)
    confirm(say("Revoke {person}?", person=person), yes=yes)
    revoked = people.revoke(desk, person)
    if as_json:
        output.emit(_document(revoked))
    else:
        output.line(say("Revoked: {person}", person=person))
