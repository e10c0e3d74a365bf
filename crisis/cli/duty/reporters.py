"""`said`, `enquiry …`: what to read aloud while a reporter waits, and who calls back whom."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output, show
from crisis.cli.helping import Group
from crisis.cli.options import As, DeskDir, Json, ask, command, open_desk, post_named, time_given, who
from crisis.cli.words import _, language, say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.desk.duty.said import Said, SaidText
    from crisis.model.records import Enquiry

group = typer.Typer(
    cls=Group,
    help=_("Questions from outside: who asked, who answers, by when."),
    no_args_is_help=True,
    rich_markup_mode=None,
)
EnquiryId = Annotated[str, typer.Argument(metavar="E-…", help=_("The enquiry's identifier."))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "said", _("Example: crisis said"))(said)
    app.add_typer(group, name="enquiry")


def said(
    incident: Annotated[
        str | None, typer.Option("--incident", metavar="I-…", help=_("Of this incident; else of all that is open."))
    ] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """What we have said, what we have not, and when we speak next: to read aloud."""
    from crisis.desk.duty import said as saying

    desk = open_desk(desk_dir)
    told = saying.said(desk, incident)
    if as_json:
        output.emit(_document(desk, told))
    else:
        _read_aloud(desk, told)


def _document(desk: Desk, told: Said) -> dict[str, object]:
    zone = desk.settings.zone
    return {
        "said": [
            {
                "at": output.iso(each.at, zone),
                "text": each.text,
                "language": each.language,
                "accounts": list(each.accounts),
                "certain": each.certain,
            }
            for each in told.texts
        ],
        "outside": [
            {"at": output.iso(each.recorded_at, zone), "account": each.account, "url": each.url, "text": each.text}
            for each in told.outside
        ],
        "unsaid": list(told.unsaid),
        "next": [
            {"at": output.iso(p.due, zone), "incident": p.incident, "overdue": p.overdue(desk.clock.now())}
            for p in told.next
        ],
    }


def _read_aloud(desk: Desk, told: Said) -> None:
    zone = desk.settings.zone
    if not told.texts:
        output.line(_("We have said nothing yet."), "bold")
    else:
        output.line(_("We have said (the newest first):"), "bold")
    for each in _in_own_language(told.texts):
        output.line(f"{output.clock(each.at, zone)}" + ("" if each.certain else "  " + _("NOT SURE WHETHER IT IS OUT")))
        output.indented(each.text, 1)
    _outside(told)
    if told.unsaid:
        output.line(_("We have not said, neither yes nor no:"), "bold")
        output.indented(", ".join(_(name) for name in told.unsaid))
    _next(desk, told)
    output.note(_("What to say to other questions: crisis enquiry lines"))


def _outside(told: Said) -> None:
    if told.outside:
        output.line(_("On our accounts, made outside this desk and cleared by nobody:"), "bold red")
    for each in told.outside:
        output.line(f"{each.account}  {each.url}")
        output.indented(each.text, 1)


def _in_own_language(texts: tuple[SaidText, ...]) -> list[SaidText]:
    """Each release once: in the reader's language where it was said in it, else in the first that there is."""
    chosen: dict[str, SaidText] = {}
    for each in texts:
        if each.release not in chosen or each.language == language() != chosen[each.release].language:
            chosen[each.release] = each
    return list(chosen.values())


def _next(desk: Desk, told: Said) -> None:
    if not told.next:
        output.line(
            _("We have promised no time. To any other question: we say it in public when it is confirmed."), "bold"
        )
        return
    due = told.next[0]
    if due.overdue(desk.clock.now()):
        at = output.clock(due.due, desk.settings.zone)
        output.line(
            say("OVERDUE: we promised to speak at {at}. Say so, and: crisis say no-change --as ID", at=at), "bold red"
        )
    else:
        at = output.clock(due.due, desk.settings.zone)
        output.line(say("We speak next at {at}. To any other question: we say it then, and not before.", at=at), "bold")


# Enquiries


@command(group, "add", _("Example: crisis enquiry add 'NHK, Sato, 03-1234-5678' --question 'since when?' --as ID"))
def add(
    caller: Annotated[str, typer.Argument(metavar="CALLER", help=_("Who asks, and how to call back."))],
    question: Annotated[
        str | None, typer.Option("--question", metavar="TEXT", help=_("What was asked; without it, it is asked for."))
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="TIME", help=_("When they are called back at the latest (HH:MM)."))
    ] = None,
    incident: Annotated[
        str | None, typer.Option("--incident", metavar="I-…", help=_("The incident it belongs to."))
    ] = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Note who asked and when to call back. Nothing of it is ever posted."""
    from crisis.desk.duty import enquiries

    desk = open_desk(desk_dir)
    at = time_given(due, desk)
    asker = who(person)
    if question is None and not sys.stdin.isatty():
        raise Mistake("no-question", "What was asked?", 'Add --question "…".')
    asked = question or ask(_("What was asked?"))
    noted = enquiries.add(desk, caller, asked, by=asker, due=at, incident=incident)
    _one(desk, noted, as_json=as_json)


@command(group, "take", _("Example: crisis enquiry take E-01… --as ID"))
def take(enquiry: EnquiryId, person: As = None, desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """This one is mine: nobody else answers it."""
    from crisis.desk.duty import enquiries

    desk = open_desk(desk_dir)
    _one(desk, enquiries.take(desk, enquiry, by=who(person)), as_json=as_json)


@command(group, "answer", _("Example: crisis enquiry answer E-01… --text 'as posted at 16:30' --as ID"))
def answer(
    enquiry: EnquiryId,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help=_("What was answered."))] = None,
    line: Annotated[
        str | None, typer.Option("--line", metavar="CLASS", help=_("The approved answer of this class was read out."))
    ] = None,
    post: Annotated[
        str | None, typer.Option("--post", metavar="P-…", help=_("The post that they were pointed to."))
    ] = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Note what was answered."""
    from crisis.desk.duty import enquiries

    desk = open_desk(desk_dir)
    said_to_them = _said_to_them(desk, text, line)
    pointed = post_named(desk, post) if post else None
    _one(desk, enquiries.answer(desk, enquiry, said_to_them, by=who(person), post=pointed), as_json=as_json)


def _said_to_them(desk: Desk, text: str | None, line: str | None) -> str:
    """What was answered: a person's words, or an approved answer as it reads now. Raises `Mistake` for neither or both."""
    from crisis.desk.duty.answering import answer_named

    if (text is None) == (line is None) or (text is not None and not text.strip()):
        raise Mistake("answer-how", "What was answered?", "Write --text TEXT, or --line CLASS (crisis enquiry lines).")
    return text or answer_named(desk, line or "", language()).says


@command(group, "lines", _("Example: crisis enquiry lines rumour"))
def lines(
    name: Annotated[str | None, typer.Argument(metavar="[CLASS]", help=_("One class of question."))] = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """What may be said to questions that no post has answered: neither yes nor no, to be read out as it stands."""
    from crisis.desk.duty import answering

    desk = open_desk(desk_dir)
    known = answering.answers(desk, language())
    found = known if name is None else [answering.answer_named(desk, name, language())]
    if as_json:
        told = [{"line": a.id, "asks": a.asks, "says": a.says, "held": [f.code for f in a.findings]} for a in found]
        output.emit({"lines": told})
        return
    for each in found:
        output.line(f"{each.id}: {each.asks}", "bold")
        if each.findings:
            show.findings(each.findings)
        else:
            output.indented(each.says)


@command(group, "list", _("Example: crisis enquiry list"))
def list_(
    everything: Annotated[bool, typer.Option("--all", help=_("Those that were answered too."))] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Who waits for an answer, the one that is due first first."""
    from crisis.desk.duty import enquiries

    desk = open_desk(desk_dir)
    listed = enquiries.enquiries(desk, answered=everything)
    if as_json:
        output.emit({"enquiries": [documents.enquiry(each, desk.settings.zone) for each in listed]})
        return
    if not listed:
        output.line(_("Nobody waits for an answer."))
        return
    rows = [
        (each.id, _due(desk, each), each.owner or "-", each.caller, each.question, each.answer or "") for each in listed
    ]
    output.table((_("enquiry"), _("due"), _("who"), _("caller"), _("question"), _("answer")), rows)


def _due(desk: Desk, enquiry: Enquiry) -> str:
    at = output.clock(enquiry.answered_at or enquiry.due, desk.settings.zone)
    if enquiry.answered_at is not None:
        return say("answered {at}", at=at)
    return say("OVERDUE {at}", at=at) if enquiry.due < desk.clock.now() else at


def _one(desk: Desk, enquiry: Enquiry, *, as_json: bool) -> None:
    if as_json:
        output.emit(documents.enquiry(enquiry, desk.settings.zone))
        return
    words = {"enquiry": enquiry.id, "caller": enquiry.caller, "at": output.clock(enquiry.due, desk.settings.zone)}
    if enquiry.answered_at is not None:
        output.line(say("Answered: {enquiry}", **words))
    else:
        output.line(say("{enquiry}: call {caller} back by {at}.", **words), "bold")
        output.note(_("To read aloud: crisis said"))
