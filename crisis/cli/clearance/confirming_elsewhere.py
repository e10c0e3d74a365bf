"""A countersignature by somebody who is not here: what is owed goes out as a file, a few lines come back. As `clear` does it."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from crisis.cli import output, show
from crisis.cli.clearance.clearing_ways import spoken
from crisis.cli.options import confirm, read, read_text, unlocked, who
from crisis.cli.words import _, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.owed import Countersignature


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
    if str(path) != "-":
        path.write_text(text, "utf-8")
    elif not as_json:
        output.line(text)
    if as_json:
        output.emit({"release": release, "file": None if str(path) == "-" else str(path), "text": text})
    output.note(_("Send it. What comes back: crisis countersign --import FILE (or - to type it in)"))


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
    from crisis.wiring.system import SystemClock

    found = letters.statements_in(read_text(path), letters.COUNTERSIGNATURE)
    if key is None:
        raise Mistake("no-key-file", "With which key?", "Add --key FILE: your private key.")
    person = who(by)
    for data in found:
        output.line("\n".join(_readable(data)), err=as_json)
    confirm(say("Confirm that this was cleared rightly?"), yes=yes)
    private, at = unlocked(person, read(key), key).private(), SystemClock().now().replace(microsecond=0)
    signed = [(data, countersign.signed(*countersign.requested(data), person, private, at)) for data in found]
    text = "".join(letters.approval_letter(*each, letters.COUNTERSIGNATURE) for each in signed)
    if out is not None:
        out.write_text(text, "utf-8")
    if as_json:
        output.emit({"person": person, "file": None if out is None else str(out), "countersignature": text})
    elif out is None:
        output.line(text.rstrip())
    output.note(
        _("Send these lines back, in a text message too, or read them aloud. There: crisis countersign --import -")
    )


def bring_in(desk: Desk, path: Path) -> list[Countersignature]:
    """Take in the countersignatures that came back."""
    from crisis.desk.clearance import countersigning

    return countersigning.bring_in(desk, read_text(path))
