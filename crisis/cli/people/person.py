"""`person …`: who may draft and clear. Every change of the roster is signed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.helping import Group
from crisis.cli.options import (
    As,
    DeskDir,
    Json,
    command,
    open_desk,
    read,
    read_text,
    signer,
)
from crisis.cli.people import deciding, roster, voicing
from crisis.cli.people.roster import (
    CONFIRM,
    From,
    NewKey,
    RoleNames,
    SignKey,
    SpareKey,
    Until,
    roles_named,
    show_waiting,
    when,
)
from crisis.cli.words import _, say
from crisis.errors import CrisisError, Mistake

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.signer import Signer
    from crisis.model.release import Person

group = typer.Typer(cls=Group, help=_("People who may draft and clear."), no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    roster.register(group)
    app.add_typer(group, name="person")


def _document(person: Person) -> dict[str, Any]:
    return {
        "person": person.id,
        "name": person.name,
        "roles": [role.value for role in person.roles],
        "key": person.public_key,
        "spare": person.spare_key,
        "suspended": person.suspended_at is not None,
        "suspended_keys": list(person.suspended_keys),
        "revoked": person.revoked_at is not None,
        **voicing.document(person),
    }


@command(
    group, "add", _("Example: crisis person add suzuki --name 'Suzuki Hanako' --role approver --generate --as tanaka")
)
def add(
    person: Annotated[str, typer.Argument(metavar="ID", help=_("A short name to sign with."))],
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help=_("The full name, for the record."))],
    role: RoleNames = None,
    key: NewKey = None,
    generate: Annotated[bool, typer.Option("--generate", help=_("Make a key pair in the desk's keys/."))] = False,
    spare: SpareKey = None,
    start: From = None,
    until: Until = None,
    by: As = None,
    sign_key: SignKey = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Enrol a person. The first signs their own enrolment, the first co-signs the second; from then on it takes two."""
    from crisis.desk.people import roster
    from crisis.desk.people.roster import Edits

    roles = roles_named(role or [])
    roster.usable_id(person)
    if (key is None) == (not generate):
        raise Mistake("which-key", "Which key is it?", "Write --key FILE.pub, or --generate to make one.")
    desk = open_desk(desk_dir)
    spare_line = read_text(spare) if spare else None
    edits = Edits(spare=spare_line, valid_from=when(start, desk), valid_to=when(until, desk))
    genesis = not roster.roster(desk)
    given = read(key) if key else b""
    made = _own_key(desk, person, generate=generate)
    try:
        public = made or _public(given, genesis=genesis)
        new = edits.of(roster.newcomer(desk, person, name, roles, public))
        by_whom = _genesis(desk, person, key, given) if genesis else signer(desk, _cosigner(by), sign_key)
        standing = roster.add(desk, new, by_whom)
    except CrisisError:
        if made:
            ((desk.settings.folder or Path()) / "keys" / person).unlink(missing_ok=True)
        raise
    if as_json:
        output.emit({**_document(new), **deciding.document(standing)})
    else:
        deciding.tell(desk, standing, say("Enrolled: {person}", person=person), command=CONFIRM)


def _own_key(desk: Desk, person: str, *, generate: bool) -> str | None:
    """The public line of a new key pair in the desk's `keys/`, where one is to be made."""
    from crisis.wiring.live import new_key

    return new_key(desk.settings.folder or Path(), person) if generate else None


def _public(given: bytes, *, genesis: bool) -> str:
    """The newcomer's public key. The first person may give their private key, with which they sign."""
    from crisis.clearance import keys

    if genesis and b"PRIVATE KEY" in given:
        return keys.public_in(given).line
    return given.decode("utf-8", "replace")


def _genesis(desk: Desk, person: str, key: Path | None, given: bytes) -> Signer:
    """The first person, who signs their own enrolment."""
    if key is None or b"PRIVATE KEY" in given or given.startswith((b"ssh-", b"sk-")):
        return signer(desk, person, key)
    raise Mistake("which-key", "Which key is it?", "Write --key FILE.pub, or --generate to make one.")


def _cosigner(by: str | None) -> str:
    if not by:
        raise Mistake(
            "no-cosigner", "Somebody who is enrolled already has to sign this.", "Say who with --as ID (or CRISIS_AS)."
        )
    return by


@command(group, "list", _("Example: crisis person list"))
def list_(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Who is enrolled, with which roles, and what waits for a signature."""
    from crisis.desk.people import deciding as decisions
    from crisis.desk.people import roster

    desk = open_desk(desk_dir)
    known, waiting = roster.roster(desk), decisions.waiting(desk)
    if as_json:
        output.emit({"people": [_document(p) for p in known], "waiting": [deciding.document(one) for one in waiting]})
        return
    rows = [(p.id, p.name, " ".join(r.value for r in p.roles), _state(p, desk.clock.now())) for p in known]
    output.table((_("person"), _("name"), _("roles"), _("state")), rows)
    voicing.show_ahead(desk)
    show_waiting(desk, waiting)


def _state(person: Person, now: datetime) -> str:
    if person.revoked_at:
        return _("revoked")
    if person.suspended_at or not person.keys:
        return _("suspended")
    if not person.valid_at(now):
        return _("not at this time")
    return _("valid, one key suspended") if person.suspended_keys else _("valid")
