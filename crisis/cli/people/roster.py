"""`person change|suspend|reinstate|revoke|confirm`: every change of the roster is proposed, signed, and in force."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import output
from crisis.cli.options import As, DeskDir, Json, KeyFile, Yes, command, confirm, open_desk, read_text, signer, who
from crisis.cli.people import deciding, elsewhere
from crisis.cli.people.deciding import Code
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.people.deciding import Standing
    from crisis.model.role import Role

ROLES = ("drafter", "approver", "legal", "ir", "lead", "deputy")
CONFIRM = "crisis person confirm"

Id = Annotated[str, typer.Argument(metavar="ID", help=_("The enrolled person."))]
RoleNames = Annotated[list[str] | None, typer.Option("--role", metavar="ROLE", help=", ".join(ROLES))]
NewKey = Annotated[
    Path | None, typer.Option("--key", metavar="FILE.pub", help=_("Their public key (ssh-ed25519 or sk-ssh-ed25519)."))
]
SpareKey = Annotated[
    Path | None, typer.Option("--spare", metavar="FILE.pub", help=_("The public key of their spare, kept off site."))
]
From = Annotated[str | None, typer.Option("--from", metavar="TIME", help=_("Valid from (ISO 8601)."))]
Until = Annotated[str | None, typer.Option("--until", metavar="TIME", help=_("Valid until (ISO 8601)."))]
SignKey = Annotated[
    Path | None,
    typer.Option("--sign-key", metavar="FILE", envvar="CRISIS_KEY", help=_("The signer's private key, likewise.")),
]


def register(group: typer.Typer) -> None:
    """Add the commands."""
    command(group, "change", _("Example: crisis person change suzuki --spare spare.pub --as tanaka"))(change)
    command(group, "suspend", _("Example: crisis person suspend suzuki --only main --as tanaka --yes"))(suspend)
    command(group, "reinstate", _("Example: crisis person reinstate suzuki --as tanaka"))(reinstate)
    command(group, "revoke", _("Example: crisis person revoke suzuki --as tanaka --yes"))(revoke)
    command(group, "confirm", _("Example: crisis person confirm 7F3K-9QXT-2M4B --as suzuki"))(confirm_)


def roles_named(names: list[str]) -> tuple[Role, ...]:
    """The roles that a person names. Raises `Mistake` for another word."""
    from crisis.model.role import Role

    unknown = [name for name in names if name not in ROLES]
    if unknown:
        raise Mistake(
            "unknown-role",
            "There is no role {role}.",
            "Write one of: {known}.",
            role=unknown[0],
            known=", ".join(ROLES),
        )
    return tuple(dict.fromkeys(Role(name) for name in names))


def when(text: str | None, desk: Desk) -> datetime | None:
    """A time in the desk's zone; a date alone is its midnight."""
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Mistake("time", "{text} is no time.", "Write it as 2027-03-31 or 2027-03-31T18:00.", text=text) from None
    return at if at.tzinfo else at.replace(tzinfo=desk.settings.zone)


def show_waiting(desk: Desk, waiting: list[Standing]) -> None:
    """What waits for a signature, and the command to sign with."""
    for standing in waiting:
        output.line()
        deciding.show(standing, desk.settings.zone)
    if waiting:
        output.note(say("Next: {command} {code} --as ID", command=CONFIRM, code=waiting[0].stored.code))


def change(
    person: Id,
    role: RoleNames = None,
    key: NewKey = None,
    spare: SpareKey = None,
    start: From = None,
    until: Until = None,
    by: As = None,
    sign_key: SignKey = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Change a person's roles (name all of them), keys or times. It takes two."""
    from crisis.desk.people import roster
    from crisis.desk.people.roster import Edits

    desk = open_desk(desk_dir)
    edits = Edits(
        roles=roles_named(role or []) or None,
        key=read_text(key) if key else None,
        spare=read_text(spare) if spare else None,
        valid_from=when(start, desk),
        valid_to=when(until, desk),
    )
    standing = roster.change(desk, person, signer(desk, who(by), sign_key), lambda known, now: edits.of(known))
    _told(desk, standing, say("Changed: {person}", person=person), as_json=as_json)


def suspend(
    person: Id,
    only: Annotated[
        str | None,
        typer.Option(
            "--only", metavar="KEY", help=_("Only this key: main, spare, or the beginning of its fingerprint.")
        ),
    ] = None,
    by: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """A key is lost or a person must not act: it counts for nothing from now on. One signature is enough."""
    from crisis.desk.people import roster

    desk = open_desk(desk_dir)
    confirm(say("Suspend {person}?", person=person), yes=yes)
    standing = roster.suspend(desk, person, signer(desk, who(by), key), only)
    _told(desk, standing, say("Suspended: {person}", person=person), as_json=as_json)


def reinstate(person: Id, by: As = None, key: KeyFile = None, desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Let a suspended person and their keys count again. It takes two, and they may be one of them."""
    from crisis.desk.people import roster

    desk = open_desk(desk_dir)
    standing = roster.reinstate(desk, person, signer(desk, who(by), key))
    _told(desk, standing, say("Reinstated: {person}", person=person), as_json=as_json)


def revoke(
    person: Id,
    by: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """End a person's right to act, for good. It takes two. What they cleared and is not sent yet stops too."""
    from crisis.desk.people import roster

    desk = open_desk(desk_dir)
    confirm(say("Revoke {person}?", person=person), yes=yes)
    standing = roster.revoke(desk, person, signer(desk, who(by), key))
    _told(desk, standing, say("Revoked: {person}", person=person), as_json=as_json)


def confirm_(
    code: Code = None,
    export: elsewhere.Export = None,
    sign: elsewhere.Sign = None,
    bring: elsewhere.Import = None,
    out: elsewhere.Out = None,
    by: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Sign what somebody else proposed: with the second signature it is in force. Also from another home, by a file."""
    from crisis.desk.people import deciding as decisions

    elsewhere.one_way(export, sign, bring)
    if sign is not None:
        elsewhere.sign(sign, by, key, out, yes=yes, as_json=as_json)
        return
    if bring is not None:
        elsewhere.bring_in(
            desk_dir, bring, lambda desk, each: _told(desk, each, _("In force."), as_json=False), as_json=as_json
        )
        return
    if export is not None:
        elsewhere.hand_out(desk_dir, code, export, as_json=as_json)
        return

    desk = open_desk(desk_dir)
    if code is None:
        waiting = decisions.waiting(desk)
        if as_json:
            output.emit({"waiting": [deciding.document(one) for one in waiting]})
        elif not waiting:
            output.line(_("Nothing waits for a signature."))
        else:
            show_waiting(desk, waiting)
        return
    standing = deciding.sign(desk, code, who(by), key, yes=yes, quiet=as_json)
    _told(desk, standing, _("In force."), as_json=as_json)


def _told(desk: Desk, standing: Standing, done: str, *, as_json: bool) -> None:
    if as_json:
        output.emit(deciding.document(standing))
    else:
        deciding.tell(desk, standing, done, command=CONFIRM)
