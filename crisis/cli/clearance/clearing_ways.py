"""`clear` with somebody who is not here: by telephone, by a file and a few lines, or alone with the glass broken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import output
from crisis.cli.letters import hand_back, hand_over, own_key, signing
from crisis.cli.options import ask, confirm, read_text, reason_given
from crisis.cli.words import _, language, say, whole
from crisis.errors import Mistake, Refused

if TYPE_CHECKING:
    from crisis.desk.clearance.clearing import Asked
    from crisis.desk.clearance.phoning import Call
    from crisis.desk.clearance.review import Outcome
    from crisis.desk.desk import Desk
    from crisis.desk.signer import Signer
    from crisis.model.release import Statement

BACK = "crisis clear"
TRIES = 3
"""How often a code is asked for that was misheard, before it is begun anew."""

ClearAgain = Annotated[
    bool, typer.Option("--clear-again-after-stop", help=_("If a stop catches them, they have to be cleared again."))
]
ByPhone = Annotated[
    str | None,
    typer.Option("--by-phone", metavar="ID", help=_("This person approves by telephone with a code of their card.")),
]
Export = Annotated[
    Path | None,
    typer.Option("--export", metavar="FILE", help=_("Write the texts for somebody elsewhere to approve (- prints).")),
]
Sign = Annotated[
    Path | None,
    typer.Option("--sign", metavar="FILE", help=_("Approve what --export wrote; needs --key and no desk.")),
]
Import = Annotated[
    Path | None,
    typer.Option("--import", metavar="FILE", help=_("Take in an approval that came back (- is standard input).")),
]
BreakGlass = Annotated[
    bool, typer.Option("--break-glass", help=_("Clear alone, where the policy lets you; needs --reason."))
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help=_("With --sign: write the approval into this file."))
]


def refuse_two(**chosen: object) -> None:
    """Raise `Mistake` where more than one way was asked for."""
    if sum(bool(value) for value in chosen.values()) > 1:
        raise Mistake(
            "one-way",
            "There is one way at a time.",
            "Write one of --by-phone, --export, --sign, --import, --break-glass.",
        )


# By telephone


def phone(desk: Desk, posts: list[str], approver: str, by: str, asked: Asked) -> list[Outcome]:
    """Read, say the word, ask for the code: once for each fact."""
    from crisis.desk.clearance import phoning

    outcomes: list[Outcome] = []
    for call in phoning.call(desk, posts, approver, by=by, asked=asked):
        output.line(say("Read the texts to {person}; {person} reads them back.", person=approver), err=True)
        output.line(say("Check word, to be written beside the code: {word}", word=spoken(call.word)), "bold", err=True)
        outcomes += _answered(desk, call, by)
    return outcomes


def _answered(desk: Desk, call: Call, by: str) -> list[Outcome]:
    from crisis.desk.clearance import phoning

    waiting = Refused("stopped", "Stopped: no code was used; the posts wait. Go on with the same command.")
    for left in reversed(range(TRIES)):
        number = phoning.next_number(desk, call.person)
        typed = ask(say("Code {number} of {person}", number=number, person=call.person), stopped=waiting)
        try:
            return phoning.answer(desk, call, typed, by=by)
        except (Mistake, Refused) as failure:
            if not left or failure.code not in ("code-misheard", "code-wrong", "code-skipped"):
                raise
            output.line(whole(failure), "yellow", err=True)
    raise AssertionError  # the last try returns or raises


def spoken(word: str) -> str:
    """The check word as it is said: in Japanese in kana besides."""
    from crisis.clearance.word import in_kana

    return f"{in_kana(word)} ({word})" if language() == "ja" else word.upper()


# Alone


def sure_alone(reason: str | None, question: str, *, yes: bool) -> str:
    """The reason for clearing without a second person, once the question is answered. Raises `Mistake` without a reason."""
    why = reason_given(reason, Mistake("no-reason", "Clearing alone needs a reason.", "Add --reason TEXT."))
    confirm(say("ALONE, without a second person. {question}", question=question), yes=yes)
    return why


def alone(desk: Desk, posts: list[str], signer: Signer, reason: str, asked: Asked) -> list[Outcome]:
    """Clear with the glass broken, and say what follows."""
    from crisis.desk.clearance.glass import break_glass

    outcomes = break_glass(desk, posts, signer, reason, asked)
    output.note(_("The lead has been alerted. Somebody else has to countersign it: crisis countersign"))
    return outcomes


# From one place to another


def hand_out(desk: Desk, posts: list[str], by: str, asked: Asked, path: Path, *, as_json: bool) -> None:
    """Write what somebody elsewhere is to approve: readable on top, the statement below."""
    from crisis.clearance import letters, statements
    from crisis.desk.clearance import by_letter

    made = by_letter.lay(desk, posts, by=by, asked=asked)
    parts = [
        "\n".join([*_readable(statements.decode(data), data), "", letters.statement_letter(data)]) for data in made
    ]
    text = "\n".join(parts)
    releases = [statements.decode(data).release for data in made]
    hand_over(text, path, {"releases": releases}, BACK, as_json=as_json)


def _readable(statement: Statement, data: bytes) -> list[str]:
    """A statement as a person reads it."""
    from crisis.clearance.word import check_word

    mode = _("ACTUAL") if statement.mode.value == "actual" else _("EXERCISE")
    lines = [say("{mode}: to be approved ({release})", mode=mode, release=statement.release)]
    texts: dict[tuple[str, str], list[str]] = {}
    for post in statement.posts:
        named = (
            f"{post.target.account} ({post.target.platform}{' ' + post.target.handle if post.target.handle else ''})"
        )
        texts.setdefault((post.language, post.text), []).append(named)
    for (tongue, text), places in texts.items():
        lines += ["", f"{', '.join(places)} {tongue}", *(output.INDENT + line for line in text.split("\n"))]
    until = statement.not_after.astimezone().strftime("%m-%d %H:%M %Z")
    accepted = sorted({f"{each.code} ({each.person})" for each in statement.accepted})
    return [
        *lines,
        "",
        *([say("Findings accepted: {codes}", codes=", ".join(accepted))] if accepted else []),
        say("Last changed by: {people}", people=", ".join(sorted({post.last_editor for post in statement.posts}))),
        say("May go out until {until}.", until=until),
        say("Check word: {word}", word=spoken(check_word(data))),
        _("To approve it on a computer with crisis and your key: crisis clear --sign FILE --as ID --key KEY"),
    ]


def sign_elsewhere(path: Path, person: str, key: Path | None, out: Path | None, *, yes: bool, as_json: bool) -> None:
    """Show exactly what is signed, ask, and give back the lines that say so. No desk is needed."""
    from crisis.clearance import letters, statements

    data, mine = letters.statements_in(read_text(path)), own_key(key)
    for each in data:
        output.line("\n".join(_readable(statements.decode(each), each)[:-1]), err=as_json)
        output.line(err=as_json)
    confirm(say("Approve these texts as {person}?", person=person), yes=yes)
    hand_back(_signed(data, person, mine), out, person, "approval", BACK, as_json=as_json)


def _signed(data: Sequence[bytes], person: str, key: Path) -> str:
    from crisis.clearance import approvals, letters, quorum, statements

    private, at = signing(person, key)
    for each in data:
        if person in quorum.last_editors(statements.decode(each)):
            raise Refused(
                "last-editor",
                "{person} made the last change to this text and so cannot approve it.",
                "Ask another person to approve it; whoever drafted it may, if they did not change it last.",
                person=person,
            )
    return "".join(letters.approval_letter(each, approvals.sign(each, person, private, at)) for each in data)


def bring_in(desk: Desk, path: Path) -> list[Outcome]:
    """Take in an approval; what it made of the posts."""
    from crisis.desk.clearance import by_letter

    brought = by_letter.bring_in(desk, read_text(path))
    for approval, _outcomes in brought:
        output.note(say("The approval by {person} holds.", person=approval.person))
    return [outcome for _approval, each in brought for outcome in each]
