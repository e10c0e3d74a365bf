"""`incident open|grade|close|list`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from crisis.cli import documents, output
from crisis.cli.duty import outsiders
from crisis.cli.helping import Group
from crisis.cli.options import As, DeskDir, Json, Reason, command, moment_given, open_desk, reason_given, who
from crisis.cli.outbox import stopping
from crisis.cli.words import _, language, say
from crisis.errors import Mistake
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.runbook import Runbook
    from crisis.model.severity import Severity

group = typer.Typer(cls=Group, help=_("Incidents: open one, close it."), no_args_is_help=True, rich_markup_mode=None)

HASHTAG = re.compile(r"[#＃](?=\w*[^\W\d_])\w{1,100}")
"""One word with a letter in it, as the platforms take it."""

OTHER = "other"
OTHER_NAMES = {"ja": "お知らせ", "en": "Notice"}
"""The kind of incident that no runbook is for, and the name of its page, which says nothing that is not known yet."""


def severity_named(word: str) -> Severity:
    """The severity that a person means. Raises `Mistake` for another word."""
    from crisis.model.severity import Severity

    known = [severity.value for severity in Severity]
    if word not in known:
        raise Mistake(
            "unknown-severity",
            "There is no severity {severity}.",
            "Write one of: {known}.",
            severity=word,
            known=", ".join(known),
        )
    return Severity(word)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    outsiders.register(group)
    app.add_typer(group, name="incident")


@command(group, "open", _("Example: crisis incident open earthquake"))
def open_(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=_("Its kind or runbook, such as earthquake: crisis runbook list"))
    ],
    name: Annotated[
        str | None, typer.Option("--name", metavar="TEXT", help=_("A public name in the desk's first language."))
    ] = None,
    hashtag: Annotated[
        str | None,
        typer.Option(
            "--hashtag", metavar="#WORD", help=_("The one hashtag that its posts carry, where they have room.")
        ),
    ] = None,
    severity: Annotated[
        str | None,
        typer.Option("--severity", metavar="WORD", help=_("How bad it is, for the policy (CAP): extreme … minor.")),
    ] = None,
    begins: Annotated[
        str | None,
        typer.Option("--t0", metavar="TIME", help=_("When it began or will begin: the T of its runbook. Default now.")),
    ] = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Open an incident: every routine post is held."""
    from crisis.desk.duty import incidents

    if hashtag is not None and not HASHTAG.fullmatch(hashtag):
        raise Mistake(
            "hashtag", "{hashtag} is no hashtag.", "Write # and one word, such as #OfficeStatus.", hashtag=hashtag
        )
    desk = open_desk(desk_dir)
    runbook = _runbook(desk, kind)
    grade = severity_named(severity) if severity else _severity(runbook)
    names = {
        **(runbook.public if runbook else OTHER_NAMES),
        **({desk.settings.languages[0]: name} if name else {}),
    }
    course = incidents.Course(runbook.id if runbook else None, moment_given(begins, desk) if begins else None)
    opened = incidents.open_incident(
        desk, runbook.kind if runbook else kind, names, by=person, hashtag=hashtag, severity=grade, course=course
    )
    zone = desk.settings.zone
    if as_json:
        held, hands = (
            [documents.delivery(d, zone) for d in some] for some in (opened.held.caught, opened.held.by_hand)
        )
        outside = outsiders.documents(desk)
        output.emit({**documents.incident(opened.incident, zone), "held": held, "by_hand": hands, "outside": outside})
        return
    output.line(
        say("OPEN: {name} ({incident})", name=name_in(names, language()), incident=opened.incident.id),
        "bold",
    )
    output.line(say("Routine posts held: {count}.", count=len(opened.held.caught)))
    stopping.show_hands(desk, opened.held)
    stopping.show_left(desk, opened.held)
    if desk.settings.outside:
        outsiders.show(desk)
    if runbook:
        output.note(say("Next: {command}", command="crisis step list"))
    else:
        output.note(_("Next: crisis say safety-check --as ID, or crisis say holding --as ID"))


def _runbook(desk: Desk, word: str) -> Runbook | None:
    """The runbook that a person means by its name or its kind; None for the kind that none is for. Raises `Mistake`."""
    library = desk.kit.runbooks()
    meant = library.by_id.get(word) or library.of_kind(word)
    if meant is None and word != OTHER:
        known = dict.fromkeys((*(runbook.kind for runbook in library.by_id.values()), *library.by_id, OTHER))
        raise Mistake(
            "unknown-kind", "There is no incident {kind}.", "Write one of: {known}.", kind=word, known=", ".join(known)
        )
    return meant


def _severity(runbook: Runbook | None) -> Severity:
    """How bad a kind of incident is taken to be until somebody says."""
    from crisis.model.severity import Severity

    return runbook.severity if runbook else Severity.UNKNOWN


@command(group, "grade", _("Example: crisis incident grade I-01… severe --reason 'two sites' --as suzuki"))
def grade(
    incident: Annotated[str, typer.Argument(metavar="I-…", help=_("The incident's identifier."))],
    severity: Annotated[str, typer.Argument(metavar="WORD", help="extreme, severe, moderate, minor, unknown")],
    person: As = None,
    reason: Reason = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Say how bad it is now: the policy may ask for more people, or for fewer."""
    from crisis.desk.duty import incidents

    graded = severity_named(severity)
    why = reason_given(reason, Mistake("no-reason", "Grading an incident needs a reason.", "Add --reason TEXT."))
    desk = open_desk(desk_dir)
    now = incidents.grade(desk, incident, graded, by=who(person), reason=why)
    if as_json:
        output.emit(documents.incident(now, desk.settings.zone))
    else:
        output.line(say("{incident} is {severity} now.", incident=now.id, severity=now.severity.value), "bold")
        output.note(_("What is queued and needs more people now is held at its send: crisis queue"))


@command(group, "begins", _("Example: crisis incident begins I-01… 18:00 --as suzuki"))
def begins(
    incident: Annotated[str, typer.Argument(metavar="I-…", help=_("The incident's identifier."))],
    time: Annotated[
        str, typer.Argument(metavar="TIME", help=_("HH:MM of today, or a whole date such as 2026-10-09T18:00."))
    ],
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Say when it begins: the T that its runbook counts from, such as when the trains stop. The times of all steps move with it."""
    from crisis.desk.duty import incidents

    desk = open_desk(desk_dir)
    now = incidents.count_from(desk, incident, moment_given(time, desk), by=who(person))
    if as_json:
        output.emit(documents.incident(now, desk.settings.zone))
        return
    output.line(say("T of {incident}: {at}", incident=now.id, at=output.clock(now.begins, desk.settings.zone)), "bold")
    output.note(say("Next: {command}", command="crisis step list"))


@command(group, "list", _("Example: crisis incident list"))
def list_(desk_dir: DeskDir = None, as_json: Json = False) -> None:
    """Every incident, oldest first."""
    from crisis.desk.duty import incidents

    desk = open_desk(desk_dir)
    zone, known = desk.settings.zone, incidents.incidents(desk)
    if as_json:
        output.emit({"incidents": [documents.incident(i, zone) for i in known]})
        return
    if not known:
        output.line(_("No incident."))
        return
    rows = [
        (
            i.id,
            name_in(i.names, language()),
            output.clock(i.opened_at, zone),
            output.clock(i.closed_at, zone) or _("open"),
        )
        for i in known
    ]
    output.table((_("incident"), _("name"), _("opened"), _("closed")), rows)
