"""`policy …`: how many people, of which roles, clear what. A policy is a file; it comes into force by two signatures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.helping import Group
from crisis.cli.options import As, DeskDir, Json, KeyFile, Yes, command, open_desk, signer, who
from crisis.cli.people import deciding, voicing
from crisis.cli.words import _, language, say

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.release import Policy, Rule

group = typer.Typer(
    cls=Group,
    help=_("The policy: how many people, of which roles, clear what."),
    no_args_is_help=True,
    rich_markup_mode=None,
)

ADOPT = "crisis policy adopt"

File = Annotated[Path, typer.Argument(metavar="FILE", help=_("A policy in TOML."))]
Severity = Annotated[
    str, typer.Option("--severity", metavar="WORD", help=_("For incidents of this severity: extreme … minor, unknown."))
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(group, name="policy")


@command(group, "show", _("Example: crisis policy show --toml > policy.toml"))
def show(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help=_("What waits under this code; without it: what is in force.")),
    ] = None,
    severity: Severity = "unknown",
    as_toml: Annotated[bool, typer.Option("--toml", help=_("As a file, to change and propose."))] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """The policy in force, type by type, and what waits for a signature."""
    from crisis.catalogue.policy_file import write_policy
    from crisis.desk.people import deciding as decisions

    desk = open_desk(desk_dir)
    policy = _waiting(desk, code) if code else in_force(desk, tight=not as_toml)
    if as_toml:
        output.plain(write_policy(policy))
        return
    waiting = [one for one in decisions.waiting(desk) if one.stored.subject.value == "policy"]
    if as_json:
        output.emit({**_document(desk, policy, severity), "waiting": [deciding.document(one) for one in waiting]})
        return
    show_table(desk, policy, severity)
    if code is None:
        voicing.show_ahead(desk)
    for standing in waiting:
        deciding.show(standing, desk.settings.zone)
        output.note(say("Next: {command} {code} --as ID", command=ADOPT, code=standing.stored.code))


@command(group, "check", _("Example: crisis policy check policy.toml"))
def check(file: File, severity: Severity = "unknown", desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """What a policy in a file would mean, type by type; what it loosens, and what nobody here could clear."""
    from crisis.desk.people import policies

    desk = open_desk(desk_dir)
    policy = _read(desk, file)
    looser, unmet = policies.looser(desk, policy), policies.unmet(desk, policy)
    if as_json:
        output.emit({**_document(desk, policy, severity), "looser": looser, "unmet": unmet})
        return
    show_table(desk, policy, severity)
    if looser:
        output.line(say("Looser than now: {types}", types=", ".join(looser)), "yellow")
    if unmet:
        output.line(say("Nobody here could clear: {types}", types=", ".join(unmet)), "yellow")
    output.note(say("Next: crisis policy propose {file} --as ID", file=file))


@command(group, "propose", _("Example: crisis policy propose policy.toml --as tanaka"))
def propose(file: File, by: As = None, key: KeyFile = None, desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Sign a policy as the first of two."""
    from crisis.desk.people import policies

    desk = open_desk(desk_dir)
    standing = policies.propose(desk, _read(desk, file), signer(desk, who(by), key))
    if as_json:
        output.emit(deciding.document(standing))
    else:
        deciding.tell(desk, standing, _("In force."), command=ADOPT)


@command(group, "adopt", _("Example: crisis policy adopt 7F3K-9QXT-2M4B --as suzuki"))
def adopt(
    code: Annotated[str, typer.Argument(metavar="CODE", help=_("The code of what waits."))],
    by: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Sign a proposed policy as the second: it is in force. What waits to be sent has to meet it too."""
    desk = open_desk(desk_dir)
    standing = deciding.sign(desk, code, who(by), key, yes=yes, quiet=as_json)
    if as_json:
        output.emit(deciding.document(standing))
    else:
        deciding.tell(desk, standing, _("In force."), command=ADOPT)


def in_force(desk: Desk, *, tight: bool) -> Policy:
    """The policy in force, as it was signed or as `crisis.toml` tightens it."""
    from crisis.desk.people import policies

    with desk.store.reading() as unit:
        return policies.in_force(desk, unit) if tight else policies.adopted(unit)


def _waiting(desk: Desk, code: str) -> Policy:
    from crisis.desk.people import policies

    with desk.store.reading() as unit:
        return policies.proposed(unit, code)


def _read(desk: Desk, file: Path) -> Policy:
    from crisis.catalogue.policy_file import read_policy

    kinds = {runbook.kind for runbook in desk.kit.runbooks().by_id.values()}
    return read_policy(file, desk.kit.types, kinds)


def _document(desk: Desk, policy: Policy, severity: str) -> dict[str, Any]:
    from crisis.clearance.policy import content

    return {
        "policy": policy.version,
        **content(policy),
        "types": {
            kind: {"lane": lane, "quorum": rule.quorum, "roles": [role.value for role in rule.roles]}
            for kind, lane, rule in _by_type(desk, policy, severity)
        },
    }


def _by_type(desk: Desk, policy: Policy, severity: str) -> Iterator[tuple[str, str, Rule]]:
    """Each notice type that can be posted, with its lane and rule here."""
    from crisis.cli.duty.incidents import severity_named
    from crisis.desk.people.policies import postable

    grade = severity_named(severity)
    for kind in postable(desk):
        yield kind, policy.case(kind, grade, desk.mode).lane, policy.rule(kind, grade, desk.mode)


def show_table(desk: Desk, policy: Policy, severity: str) -> None:
    """A policy, type by type, and who may speak under it."""
    from crisis.catalogue.spans import written
    from crisis.model.names import name_in

    output.line(say("Policy {version}, severity {severity}", version=policy.version[7:15], severity=severity), "bold")
    rows = [
        (
            name_in(desk.kit.types[kind].names, language()),
            lane,
            str(max(rule.quorum, len(rule.roles))),
            " ".join(role.value for role in rule.roles),
            _("yes") if rule.by_phone else _("no"),
            _("yes") if rule.break_glass else _("no"),
            written(rule.window),
        )
        for kind, lane, rule in _by_type(desk, policy, severity)
    ]
    output.table((_("type"), _("lane"), _("people"), _("roles"), _("by phone"), _("alone"), _("waits")), rows)
    voicing.show_policy(policy)
