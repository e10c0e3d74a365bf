"""A countersignature by somebody who is not here: what is owed goes out as a file, a few lines come back. As `clear` does it."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from crisis.cli import output, show
from crisis.cli.clearance.clearing_ways import spoken
from crisis.cli.letters import hand_back, hand_over, own_key, signing
from crisis.cli.options import confirm, read_text, who
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.owed import Countersignature

BACK = "crisis countersign"


def hand_out(desk: Desk, release: str | None, path: Path, *, as_json: bool) -> None:
    """Write what somebody elsewhere is to countersign: readable on top, the document below."""
    from crisis.clearance import letters
    from crisis.desk.clearance import countersigning

    if release is None:
        raise Mistake(
            "which-release", "What is to be countersigned?", "Name it: `crisis countersign` lists what is owed."
        )
    parts = [
        "\n".join([*_readable(data), "", letters.statement_letter(data, letters.COUNTERSIGNATURE)])
        for data in countersigning.hand_out(desk, release)
    ]
    text = "\n".join(parts)
    hand_over(text, path, {"release": release}, BACK, as_json=as_json)


def _readable(data: bytes) -> list[str]:
    """What was cleared, how and by whom, as a person reads it."""
    from crisis.clearance import countersign, statements
    from crisis.clearance.word import check_word
    from crisis.model.release import How

    encoded, approval = countersign.requested(data)
    statement = statements.decode(encoded)
    mode = _("ACTUAL") if statement.mode.value == "actual" else _("EXERCISE")
    at = output.clock(approval.at, approval.at.astimezone().tzinfo or UTC)
    lines = [
        say("{mode}: to be countersigned ({release})", mode=mode, release=statement.release),
        say("{how}, {person}, {at}", how=show.how(approval.how), person=approval.person, at=at),
    ]
    for post in statement.posts:
        lines += ["", f"{post.target.account} {post.language}", *(output.INDENT + row for row in post.text.split("\n"))]
    if approval.how == How.PHONE:
        word = spoken(check_word(encoded))
        lines += ["", say("Beside the code on the card has to stand: {word}", word=word)]
    return lines


def sign(path: Path, by: str | None, key: Path | None, out: Path | None, *, yes: bool, as_json: bool) -> None:
    """Show exactly what is confirmed, ask, and give back the lines that say so. No desk is needed."""
    from crisis.clearance import countersign, letters

    found = letters.statements_in(read_text(path), letters.COUNTERSIGNATURE)
    person, mine = who(by), own_key(key)
    for data in found:
        output.line("\n".join(_readable(data)), err=as_json)
    confirm(say("Confirm that this was cleared rightly?"), yes=yes)
    private, at = signing(person, mine)
    signed = [(data, countersign.signed(*countersign.requested(data), person, private, at)) for data in found]
    text = "".join(letters.approval_letter(*each, letters.COUNTERSIGNATURE) for each in signed)
    hand_back(text, out, person, "countersignature", BACK, as_json=as_json)


def bring_in(desk: Desk, path: Path) -> list[Countersignature]:
    """Take in the countersignatures that came back."""
    from crisis.desk.clearance import countersigning

    return countersigning.bring_in(desk, read_text(path))
