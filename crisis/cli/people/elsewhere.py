"""A decision with somebody who is not here: what waits goes out as a file, a few lines come back. As `clear` does it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import output
from crisis.cli.letters import hand_back, hand_over, own_key, signing
from crisis.cli.options import confirm, open_desk, read_text, who
from crisis.cli.people import deciding
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.clearance.proposals import Proposal
    from crisis.desk.desk import Desk
    from crisis.desk.people.deciding import Standing

Export = Annotated[
    Path | None,
    typer.Option("--export", metavar="FILE", help=_("Write what waits, for somebody elsewhere to sign (- prints).")),
]
Sign = Annotated[
    Path | None, typer.Option("--sign", metavar="FILE", help=_("Sign what --export wrote; needs --key and no desk."))
]
Import = Annotated[
    Path | None,
    typer.Option("--import", metavar="FILE", help=_("Take in a signature that came back (- is standard input).")),
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help=_("With --sign: write the signature into this file."))
]
BACK = "crisis person confirm"
Tell = Callable[["Desk", "Standing"], None]


def one_way(*chosen: Path | None) -> None:
    """Raise `Mistake` where more than one way was asked for."""
    if sum(way is not None for way in chosen) > 1:
        raise Mistake("one-way", "There is one way at a time.", "Write one of --export, --sign, --import.")


def hand_out(desk_dir: Path | None, code: str | None, path: Path, *, as_json: bool) -> None:
    """Write what somebody elsewhere is to sign: readable on top, the decision below."""
    from crisis.clearance import letters, proposals
    from crisis.desk.people import by_letter

    if code is None:
        raise Mistake(
            "which-decision", "What is to be signed?", "Name its code: `crisis person confirm` shows what waits."
        )
    data = by_letter.hand_out(open_desk(desk_dir), code)
    readable = _readable(proposals.decode(data))
    text = "\n".join([*readable, "", letters.statement_letter(data, letters.DECISION)])
    hand_over(text, path, {"decision": readable[0].split()[0]}, BACK, as_json=as_json)


def _readable(proposal: Proposal) -> list[str]:
    """A decision as a person reads it: what it does to whom, or the whole policy."""
    from crisis.catalogue.policy_file import write_policy
    from crisis.clearance import decisions, proposals, register

    decision, change = proposal.decision, proposals.change_of(proposal)
    mode = _("ACTUAL") if decision.mode.value == "actual" else _("EXERCISE")
    title = f"{decisions.code_of(proposal.statement)}  {mode}  " + say(
        "proposed by {person}", person=decision.proposed_by
    )
    if change is not None:
        here = decision.proposed_at.astimezone().tzinfo or UTC
        return [title, *(output.INDENT + line for line in deciding.lines(change, proposal.name, here))]
    return [title, *(output.INDENT + line for line in write_policy(register.policy_of(decision)).rstrip().split("\n"))]


def sign(path: Path, by: str | None, key: Path | None, out: Path | None, *, yes: bool, as_json: bool) -> None:
    """Show exactly what is signed, ask, and give back the lines that say so. No desk is needed."""
    from crisis.clearance import decisions, letters, proposals

    found = [proposals.decode(data) for data in letters.statements_in(read_text(path), letters.DECISION)]
    person, mine = who(by), own_key(key)
    for proposal in found:
        output.line("\n".join(_readable(proposal)), err=as_json)
    confirm(say("Sign this as {person}?", person=person), yes=yes)
    private, at = signing(person, mine)
    signed = [(each.statement, decisions.signed(each.statement, person, private, at)) for each in found]
    text = "".join(letters.approval_letter(*each, letters.DECISION) for each in signed)
    hand_back(text, out, person, "signature", BACK, as_json=as_json)


def bring_in(desk_dir: Path | None, path: Path, tell: Tell, *, as_json: bool) -> None:
    """Take in the signatures that came back: what they make is in force."""
    from crisis.desk.people import by_letter

    desk = open_desk(desk_dir)
    standings = by_letter.bring_in(desk, read_text(path))
    if as_json:
        output.emit({"decisions": [deciding.document(standing) for standing in standings]})
        return
    for standing in standings:
        tell(desk, standing)
