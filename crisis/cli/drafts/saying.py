"""`say TYPE`: at most six questions, and a draft."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output, show
from crisis.cli.drafts import sending
from crisis.cli.options import Alone, Answers, As, DeskDir, Json, KeyFile, Reason, Yes, ask, command, open_desk, who
from crisis.cli.words import _, language, told
from crisis.errors import Mistake
from crisis.model.fact import Kind
from crisis.model.names import name_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from crisis.desk.desk import Desk
    from crisis.model.finding import Finding
    from crisis.model.notice_type import Field, NoticeType
    from crisis.model.post import Draft

TRIES = 3
NONE = "-"
"""Answers that there is none, where Enter would take what is suggested."""

MORE = ("?", "？")
"""Asks for every choice, where one is suggested."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "say", _("Example: crisis say office-status --as tanaka"))(say)


def say(
    type_id: Annotated[
        str, typer.Argument(metavar="TYPE", help=_("The notice type, such as holding or office-status."))
    ],
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", help=_("Who tells it, such as HR or GA."))
    ] = None,
    answers: Answers = None,
    final: Annotated[bool, typer.Option("--final", help=_("The last post of its incident."))] = False,
    alone: Alone = False,
    reason: Reason = None,
    person: As = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Somebody phones: at most six questions, and a draft is ready. Needs no network."""
    from crisis.desk.notices import receive, telling

    desk = open_desk(desk_dir)
    author = who(person)
    spoken = {name: known for name, known in desk.kit.types.items() if known.posts}
    notice_type = spoken.get(type_id)
    if notice_type is None:
        raise Mistake(
            "unknown-type",
            "There is no notice type {type}.",
            "Known types: {known}.",
            type=type_id,
            known=", ".join(sorted(spoken)),
        )
    given = given_beforehand(notice_type, answers or [])
    if alone:
        notice_type, given = sending.narrowed(desk, notice_type, given)
    asked = ask_for(desk, notice_type, given, role)
    notice = telling.call(notice_type, asked[1], role=asked[0], at=desk.clock.now())
    stored = receive.keep(desk, notice, by=author, type_id=type_id)
    drafted(
        desk,
        stored.id,
        author,
        key,
        final=final or type_id == "all-clear",
        alone=alone,
        reason=reason,
        yes=yes,
        as_json=as_json,
    )


def drafted(
    desk: Desk,
    notice: str,
    author: str,
    key: Path | None = None,
    *,
    final: bool,
    alone: bool,
    reason: str | None = None,
    yes: bool = False,
    as_json: bool = False,
) -> None:
    """Draft what somebody told, keep it, and show it; `alone` sends what is pre-cleared of it. Exits as `show_draft` or
    `sending.send` does."""
    from crisis.desk.drafts import saving

    stored, made = saving.draft(desk, notice, final=final, plain=alone)
    posts = [p.id for p in saving.save(desk, stored, made, by=author, final=final)[1]] if made.posts else None
    if alone and posts:
        raise typer.Exit(sending.send(desk, made, notice, posts, author, key, yes=yes, as_json=as_json, reason=reason))
    show_draft(desk, made, notice, posts, as_json=as_json)


def show_draft(desk: Desk, made: Draft, notice: str, posts: list[str] | None, *, as_json: bool) -> None:
    """What was drafted of what somebody told; exits 4 where something stops it."""
    if as_json:
        output.emit({"notices": [documents.draft(made, file=None, notice=notice, posts=posts)]})
    else:
        show.draft(made, notice, posts, show.kind(desk.kit, made.type))
        if any(post.account for post in made.posts):
            output.note(_("Next, by somebody else: crisis clear --as ID"))
    raise typer.Exit(4 if made.stopped else 0)


def given_beforehand(notice_type: NoticeType, answers: list[str]) -> dict[str, str]:
    """Answers given as FIELD=VALUE, by field. Raises `Mistake` for one that answers no question of the type."""
    given = {}
    for answer in answers:
        name, separator, value = answer.partition("=")
        if not separator or notice_type.field_named(name) is None:
            known = ", ".join(field.name for field in notice_type.fields)
            raise Mistake(
                "answer",
                "{answer} answers no question of {type}.",
                "Write FIELD=VALUE with one of: {known}.",
                answer=answer,
                type=notice_type.id,
                known=known,
            )
        given[name] = value
    return given


def ask_for(
    desk: Desk, notice_type: NoticeType, given: dict[str, str], role: str | None
) -> tuple[str, list[tuple[str, str]]]:
    """Who calls, and the answers in order; what was given beforehand is not asked."""
    from crisis.desk.notices import telling

    open_questions = [field for field in telling.questions(notice_type) if field.name not in given]
    if not sys.stdin.isatty() and given:
        open_questions = []
    if open_questions and not sys.stdin.isatty():
        raise Mistake(
            "no-terminal",
            "This asks questions, and nobody can answer here.",
            "Give the answers: {answers}",
            answers=" ".join(f"--answer {field.name}=…" for field in open_questions if field.required),
        )
    total = len(open_questions) + (role is None and bool(open_questions))
    answers = list(given.items())
    for number, field in enumerate(open_questions, 1):
        answers.append((field.name, _answer(desk, notice_type, field, f"{number}/{total}")))
    if role is None:
        role = _caller(f"{total}/{total}") if open_questions else _("not said")
    return role, answers


def _caller(number: str) -> str:
    output.line(f"{number} " + _("Who tells you this (department, role)?"), "bold", err=True)
    return ask(">", prompt_suffix=" ")


def _answer(desk: Desk, notice_type: NoticeType, field: Field, number: str) -> str:
    """One answer, asked again while it is not understood. Enter takes what is suggested, or skips what is not required."""
    from crisis.desk.notices import telling

    every, suggested = telling.choices(desk.kit, field), _suggested(desk, notice_type, field)
    choices = (suggested,) if suggested else every
    _show_question(desk, field, number, choices, suggested=suggested is not None, more=len(every) > 1)
    for _try in range(TRIES):
        answer = str(ask(">", default="", show_default=False, prompt_suffix=" ")).strip()
        if answer in MORE and every:
            choices = every
            _show_choices(desk, field, every)
            answer = str(ask(">", default="", show_default=False, prompt_suffix=" ")).strip()
        if answer.isdecimal() and 0 < int(answer) <= len(choices):
            return choices[int(answer) - 1][0]
        if not answer and suggested:
            return suggested[0]
        if answer in ("", NONE) and not field.required:
            return ""
        wrong = telling.misunderstood(desk.kit, notice_type, field, answer, desk.clock.now()) if answer else None
        if answer and wrong is None:
            return answer
        output.line(_mend(field, wrong), "yellow", err=True)
    if field.required:
        return answer
    output.line(_("It is left out."), "yellow", err=True)
    return ""


def _show_question(
    desk: Desk, field: Field, number: str, choices: Sequence[tuple[str, str]], *, suggested: bool, more: bool
) -> None:
    output.line(f"{number} {name_in(field.question, language())}", "bold", err=True)
    _show_choices(desk, field, choices)
    if suggested:
        hint = _("Enter takes it, ? shows all.") if more else _("Enter takes it, - promises no time.")
        output.line("    " + hint, "dim", err=True)


def _show_choices(desk: Desk, field: Field, choices: Sequence[tuple[str, str]]) -> None:
    for index, (words, name) in enumerate(choices, 1):
        output.line(f"    {index} {_spoken(desk, field, name) or words}", err=True)


def _mend(field: Field, wrong: Finding | None) -> str:
    """What to answer instead."""
    if wrong is None:
        return _("This one is needed.")
    if wrong.code == "ambiguous-time":
        return _("Of which day? Write it with its day, such as 10月9日 14:46.")
    return _("Answer with its number, or in the words of this list.") if field.terms else told(wrong.mend)


def _suggested(desk: Desk, notice_type: NoticeType, field: Field) -> tuple[str, str] | None:
    """What Enter alone answers: when we speak next, by the pace of the runbook; or what the open incident's runbook answers in
    every post of this type, such as the reason. What the call is about, and what a later one may change, is for the caller to say."""
    from crisis.desk.duty import pace, steps
    from crisis.desk.notices import telling

    if field.name == telling.PROMISE:
        at = pace.when(desk, pace.next_word_now(desk))
        return at, at
    if field.kind is not Kind.TERM or field.name in (*(notice_type.about or ()), *notice_type.changes):
        return None
    meant = steps.expected(desk, notice_type.id).get(field.name)
    return telling.choice(desk.kit, notice_type, field, meant, desk.clock.now()) if meant else None


def _spoken(desk: Desk, field: Field, name: str) -> str:
    site, service = desk.settings.site(name), desk.settings.service(name)
    term = next((term for term in field.terms if term.id == name), None)
    names = term.says if term else site.names if site else service.names if service else {}
    return name_in(names, language())
