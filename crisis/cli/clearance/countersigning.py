"""`countersign`, `alerts`: what an exception leaves to be done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output, show
from crisis.cli.clearance import confirming_elsewhere
from crisis.cli.options import As, DeskDir, Json, KeyFile, Yes, command, confirm, open_desk, signer, who
from crisis.cli.people.elsewhere import Export, Import, Out, Sign, one_way
from crisis.cli.words import _, say, told
from crisis.errors import PLATFORM_FAILED

if TYPE_CHECKING:
    from crisis.desk.desk import Desk
    from crisis.model.owed import Countersignature, StaffAlert


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "countersign", _("Example: crisis countersign R-01… --as suzuki"))(countersign)
    command(app, "alerts", _("Example: crisis alerts --seen A-01… --as suzuki"))(alerts)


def countersign(
    release: Annotated[
        str | None, typer.Argument(metavar="[R-…]", help=_("The release; without one: what is owed."))
    ] = None,
    person: As = None,
    export: Export = None,
    sign: Sign = None,
    bring: Import = None,
    out: Out = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Confirm with a key what was cleared by telephone or alone."""
    one_way(export, sign, bring)
    if sign is not None:
        confirming_elsewhere.sign(sign, person, key, out, yes=yes, as_json=as_json)
        return
    desk = open_desk(desk_dir)
    if export is not None:
        confirming_elsewhere.hand_out(desk, release, export, as_json=as_json)
    elif bring is not None:
        _tell(desk, confirming_elsewhere.bring_in(desk, bring), as_json=as_json)
    elif release is None:
        _list(desk, as_json=as_json)
    else:
        _tell(desk, _confirmed(desk, release, person, key, yes=yes, quiet=as_json), as_json=as_json)


def _confirmed(
    desk: Desk, release: str, person: str | None, key: Path | None, *, yes: bool, quiet: bool
) -> list[Countersignature]:
    """Show what was cleared, ask once, sign it."""
    from crisis.desk.clearance import countersigning

    if not quiet:
        _show(desk, release)
    confirm(say("Confirm that this was cleared rightly?"), yes=yes)
    return countersigning.countersign(desk, release, signer(desk, who(person), key))


def _tell(desk: Desk, done: list[Countersignature], *, as_json: bool) -> None:
    if as_json:
        output.emit({"countersigned": [document(each, desk) for each in done]})
        return
    for release in dict.fromkeys(each.release for each in done):
        output.line(say("Countersigned: {release}", release=release))


def document(owed: Countersignature, desk: Desk) -> dict[str, Any]:
    """A countersignature, owed or given, for scripts."""
    zone = desk.settings.zone
    return {
        "release": owed.release,
        "person": owed.person,
        "how": owed.how,
        "due": output.iso(owed.due, zone),
        "overdue": owed.overdue(desk.clock.now()),
        "by": owed.by,
        "at": output.iso(owed.at, zone),
    }


def owed_line(owed: Countersignature, desk: Desk) -> str:
    """What is owed, in one line."""
    words = {
        "how": show.how(owed.how),
        "person": owed.person,
        "due": output.clock(owed.due, desk.settings.zone),
        "release": owed.release,
    }
    if owed.overdue(desk.clock.now()):
        return say("OVERDUE since {due}: {how}, {person}: crisis countersign {release} --as ID", **words)
    return say("{how}, {person}: a key countersigns by {due}: crisis countersign {release} --as ID", **words)


def _list(desk: Desk, *, as_json: bool) -> None:
    from crisis.desk.clearance import countersigning

    with desk.store.reading() as unit:
        owed = countersigning.owed(unit)
    if as_json:
        output.emit({"owed": [document(each, desk) for each in owed]})
        return
    if not owed:
        output.line(_("Nothing has to be countersigned."))
    for each in owed:
        output.line(owed_line(each, desk))


def _show(desk: Desk, release: str) -> None:
    """What was cleared, how, and what is to be compared with the card."""
    from crisis.clearance.ways.phone import card_of
    from crisis.clearance.word import check_word
    from crisis.cli.clearance.clearing_ways import spoken
    from crisis.desk.clearance import countersigning
    from crisis.model.release import How

    with desk.store.reading() as unit:
        open_now, cards = countersigning.to_confirm(unit, release), desk.signers(unit).cards
    for owed, approval, statement, encoded in open_now:
        at = output.clock(approval.at, desk.settings.zone)
        output.line(say("{how}, {person}, {at}", how=show.how(owed.how), person=owed.person, at=at), "bold")
        for post in statement.posts:
            output.line(f"{output.INDENT}{post.target.account} {post.language}", "bold")
            output.indented(post.text, 2)
        if approval.how == How.PHONE:
            number, word = card_of(approval, cards)[1], spoken(check_word(encoded))
            output.line(say("Beside code {number} on the card has to stand: {word}", number=number, word=word), "bold")
            output.line(_("If another word stands there: crisis hold, and call the lead."))


def alerts(
    seen: Annotated[str | None, typer.Option("--seen", metavar="A-…", help=_("You have seen this one."))] = None,
    test: Annotated[bool, typer.Option("--test", help=_("Send a test to every way of [[staff_alert]], now."))] = False,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """What people of the staff have to know, until somebody has seen it."""
    from crisis.desk.duty import alerting

    desk = open_desk(desk_dir)
    if test:
        _test(desk, as_json=as_json)
        return
    if seen is not None:
        alerting.see(desk, seen, by=who(person))
    with desk.store.reading() as unit:
        open_now = alerting.unseen(unit)
    if as_json:
        output.emit({"alerts": [alert_document(each, desk) for each in open_now]})
        return
    if not open_now:
        output.line(_("No alert is open."))
    for each in open_now:
        output.line(alert_line(each, desk))


def _test(desk: Desk, *, as_json: bool) -> None:
    """Tell every way that this is a test, and what became of it."""
    from crisis.desk.duty import staff

    told_to = list(staff.test(desk))
    if as_json:
        output.emit({"ways": [{"way": w, "ok": r is None, "problem": r and str(r)} for w, r in told_to]})
    for way, reason in () if as_json else told_to:
        line = say("{way} has taken the test.", way=way) if reason is None else told(reason)
        output.line(line, None if reason is None else "red")
    if not told_to and not as_json:
        output.line(_("There is no [[staff_alert]] in crisis.toml: nobody is told outside this screen."))
    raise typer.Exit(PLATFORM_FAILED if any(reason for _way, reason in told_to) else 0)


def alert_document(alert: StaffAlert, desk: Desk) -> dict[str, Any]:
    """An alert for scripts."""
    return {
        "alert": alert.id,
        "at": output.iso(alert.at, desk.settings.zone),
        "code": alert.code,
        "about": alert.about,
        "sentence": str(alert.sentence),
        "told": output.iso(alert.told_at, desk.settings.zone),
    }


def alert_line(alert: StaffAlert, desk: Desk) -> str:
    """An alert in one line."""
    return f"{alert.id}  {output.clock(alert.at, desk.settings.zone)}  {told(alert.sentence)}"
