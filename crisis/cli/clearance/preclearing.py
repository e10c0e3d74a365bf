"""`preclear TYPE`, `preclear sign|list|show|revoke`: agreed in calm times, so that one person can send in an emergency."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.clearance import agreed
from crisis.cli.helping import Group
from crisis.cli.options import (
    As,
    DeskDir,
    Json,
    KeyFile,
    Reason,
    Yes,
    command,
    confirm,
    open_desk,
    reason_given,
    signer,
    who,
)
from crisis.cli.words import _, say, told
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.desk.clearance.preclearing import Wish
    from crisis.desk.desk import Desk
    from crisis.model.preclearance import Preclearance

PROPOSE = "type"
Key = Annotated[str, typer.Argument(metavar="C-…", help=_("The pre-clearance's identifier."))]


class _Preclear(Group):
    """`preclear holding` is short for `preclear type holding`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """A word that is no command is a notice type."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = [PROPOSE, *args]
        return super().resolve_command(ctx, args)


group = typer.Typer(
    cls=_Preclear,
    help=_("Agree on texts in calm times, so that one person can send them in an emergency."),
    no_args_is_help=True,
    rich_markup_mode=None,
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="preclear")


@command(group, PROPOSE, _("Example: crisis preclear office-status --value status=closed --as suzuki"))
def propose(
    type_id: Annotated[str, typer.Argument(metavar="TYPE", help=_("The notice type, such as holding."))],
    values: Annotated[
        list[str] | None,
        typer.Option(
            "--value", metavar="FIELD=A,B", help=_("What a slot may hold; a time: FIELD=0m..6h from the sending.")
        ),
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option("--without", metavar="FIELD", help=_("A slot that is not said at all."))
    ] = None,
    languages: Annotated[
        list[str] | None, typer.Option("--language", metavar="LANG", help=_("Only this language."))
    ] = None,
    accounts: Annotated[list[str] | None, typer.Option("--account", metavar="ID", help=_("Only this account."))] = None,
    variants: Annotated[
        list[int] | None, typer.Option("--variant", metavar="N", help=_("Only this variant, 1 being the longest."))
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help=_("Until when it counts; else a year."))
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--clear-again", help=_("What a stop has caught is not let go again, but cleared anew."))
    ] = False,
    person: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Pre-clear a type. Shows every text that it can make; the next person signs with the same command."""
    from crisis.catalogue.preclearances import shipped_preclearances
    from crisis.desk.clearance import preclearing
    from crisis.model.release import AfterStop

    desk = open_desk(desk_dir)
    default = {} if values or without else shipped_preclearances().get(type_id, {})
    wish = preclearing.Wish(
        type_id,
        _values(values or []) or default.get("values", {}),
        without or default.get("without", ()),
        languages or (),
        accounts or (),
        variants or (),
        _date(until, desk),
        AfterStop.CLEAR_AGAIN if fresh else AfterStop.GOES,
    )
    _sign(desk, _wished(desk, wish, who(person)), who(person), key, yes=yes, as_json=as_json)


def _wished(desk: Desk, wish: Wish, by: str) -> Preclearance:
    """The one that waits with the same content, else a new one."""
    from crisis.desk.clearance import preclearing

    made = preclearing.state(desk, wish, by)
    return preclearing.waiting_for(desk, made) or made


@command(group, "sign", _("Example: crisis preclear sign C-01… --as tanaka"))
def sign(
    preclearance: Key,
    person: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Sign a pre-clearance that somebody else has proposed."""
    from crisis.desk.clearance import preclearing

    desk = open_desk(desk_dir)
    made = preclearing.standing_of(desk, preclearance).made
    _sign(desk, made, who(person), key, yes=yes, as_json=as_json)


def _sign(desk: Desk, made: Preclearance, person: str, key: Any, *, yes: bool, as_json: bool) -> None:
    from crisis.desk.clearance import preclearing
    from crisis.desk.clearance.examples import examples

    texts = examples(desk, made)
    if not as_json:
        agreed.shown(desk, made, texts)
    confirm(
        say("Sign this, so that any one person may send it until {until}?", until=f"{made.valid_to:%Y-%m-%d}"), yes=yes
    )
    standing = preclearing.sign(desk, made, signer(desk, person, key))
    if as_json:
        output.emit(agreed.document(desk, standing, texts))
        return
    output.line(say("{id}: {state}", id=made.id, state=_(standing.force.value)), "bold")
    for sentence in standing.lacks:
        output.line("  " + told(sentence))
    if standing.lacks:
        output.note(say("Next, by somebody else: crisis preclear sign {id} --as ID", id=made.id))
    else:
        output.note(say("In an emergency: crisis say {type} --precleared --as ID", type=made.notice_type))


@command(group, "list", _("Example: crisis preclear list"))
def list_(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """What is pre-cleared, by whom, until when."""
    from crisis.desk.clearance import preclearing

    desk = open_desk(desk_dir)
    found = preclearing.standings(desk)
    if as_json:
        output.emit({"preclearances": [agreed.document(desk, one) for one in found]})
        return
    if not found:
        output.line(_("Nothing is pre-cleared."))
        return
    rows = [
        (one.made.id, one.made.notice_type, _(one.force.value), ", ".join(one.signers), f"{one.made.valid_to:%Y-%m-%d}")
        for one in found
    ]
    output.table((_("pre-clearance"), _("type"), _("state"), _("signed by"), _("until")), rows)
    for one in found:
        for sentence in one.lacks if one.force.value == "waiting" else ():
            output.line(f"{one.made.id}: {told(sentence)}")


@command(group, "show", _("Example: crisis preclear show C-01…"))
def show_(preclearance: Key, desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Every text that a pre-clearance can make, and what each slot may hold."""
    from crisis.desk.clearance import preclearing
    from crisis.desk.clearance.examples import examples

    desk = open_desk(desk_dir)
    standing = preclearing.standing_of(desk, preclearance)
    texts = examples(desk, standing.made) if standing.force.value == "in-force" else []
    if as_json:
        output.emit(agreed.document(desk, standing, texts))
        return
    agreed.shown(desk, standing.made, texts)
    names = ", ".join(standing.signers) or "-"
    output.line(
        say("{id}: {state}; signed by {names}", id=preclearance, state=_(standing.force.value), names=names), "bold"
    )
    for sentence in standing.lacks:
        output.line("  " + told(sentence))


@command(group, "revoke", _("Example: crisis preclear revoke C-01… --as suzuki --reason 'new template'"))
def revoke(
    preclearance: Key,
    person: As = None,
    reason: Reason = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """End a pre-clearance, now. What waits under it stops too; no key is needed."""
    from crisis.desk.clearance import preclearing

    why = reason_given(reason, Mistake("no-reason", "Revoking a pre-clearance needs a reason.", "Add --reason TEXT."))
    desk = open_desk(desk_dir)
    preclearing.revoke(desk, preclearance, by=who(person), reason=why)
    if as_json:
        output.emit(agreed.document(desk, preclearing.standing_of(desk, preclearance)))
    else:
        output.line(say("Revoked: {id}", id=preclearance))


def _values(given: list[str]) -> dict[str, list[str]]:
    made: dict[str, list[str]] = {}
    for one in given:
        name, separator, values = one.partition("=")
        if not separator or not values.strip():
            raise Mistake("value", "{value} says nothing of a slot.", "Write FIELD=A,B or FIELD=0m..6h.", value=one)
        made.setdefault(name, []).extend(value.strip() for value in values.split(","))
    return made


def _date(text: str | None, desk: Desk) -> datetime | None:
    if text is None:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Mistake("time", "{text} is no date.", "Write it as 2027-03-31.", text=text) from None
    at = at if at.tzinfo else at.replace(tzinfo=desk.settings.zone)
    if at <= desk.clock.now():
        raise Mistake("time-past", "{text} is past.", "Write a date to come.", text=text)
    return at
