"""`say TYPE --precleared`: one person fills in what others agreed to in calm times, reads it, says yes, and it is queued."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crisis.cli import documents, output, show
from crisis.cli.options import confirm, signer
from crisis.cli.words import _, whole
from crisis.cli.words import say as phrase
from crisis.errors import CrisisError, Held, Refused, VerificationFailed

if TYPE_CHECKING:
    from crisis.desk.clearance.precleared import Ready
    from crisis.desk.desk import Desk
    from crisis.model.notice_type import Field, NoticeType
    from crisis.model.post import Draft


def narrowed(desk: Desk, notice_type: NoticeType, given: dict[str, str]) -> tuple[NoticeType, dict[str, str]]:
    """The type as it may be said without another person: its questions offer what is pre-cleared and no more, and what is
    settled is not asked. Raises `Refused` where nothing of the type is pre-cleared now."""
    from crisis.desk.clearance import precleared
    from crisis.model.preclearance import Choice

    usable = precleared.usable(desk, notice_type.id)
    if not usable:
        raise Refused(
            "no-preclearance",
            "Nothing of {type} is pre-cleared now.",
            "`crisis say {type} --as ID`, then another person: `crisis clear N-… --as ID`. `crisis preclear list` says why.",
            type=notice_type.id,
        )
    slots = usable[0].slots
    fields = []
    for field in notice_type.fields:
        domain = slots.get(field.name)
        if isinstance(domain, Choice) and field.terms and len(usable) == 1:
            terms = tuple(term for term in field.terms if term.id in domain.values)
            fields.append(replace(field, terms=terms))
        else:
            fields.append(field if field.required or domain is not None else replace(field, question={}))
    settled = {field.name: _only(field) for field in fields if field.required and len(field.terms) == 1}
    return replace(notice_type, fields=tuple(fields)), {**settled, **given}


def _only(field: Field) -> str:
    return field.terms[0].matches[0]


def send(
    desk: Desk,
    made: Draft,
    notice: str,
    posts: list[str],
    person: str,
    key: Path | None,
    *,
    yes: bool,
    as_json: bool,
    reason: str | None = None,
) -> int:
    """Show the texts, ask once, sign and queue; the exit code. What is refused stays as a draft for another person to clear."""
    from crisis.desk.clearance import precleared

    covered = [post for post, one in zip(posts, made.posts, strict=True) if one.account is not None]
    drafted = documents.draft(made, file=None, notice=notice, posts=posts)
    try:
        ready = precleared.prepare(desk, covered, person)
        if not as_json:
            _show(desk, ready)
        confirm(phrase("{mode}: send these texts now?", mode=_mode(desk)), yes=yes)
        outcomes = precleared.send(desk, ready, signer(desk, person, key), reason)
    except (Held, Refused, VerificationFailed) as refusal:
        return _refused(desk, refusal, made, notice, covered, drafted, as_json=as_json)
    if as_json:
        cleared: list[dict[str, Any]] = [{"post": o.post, "state": o.review.value, "missing": []} for o in outcomes]
        output.emit({"notices": [drafted], "posts": cleared, "precleared": _document(ready, person)})
        return 0
    output.line(
        phrase("Queued: {count} texts, {by}.", count=len(outcomes), by=show.by(ready.signers, [person])), "bold"
    )
    if ready.left:
        output.note(phrase("Not pre-cleared, and waiting: crisis clear {notice} --as ID", notice=notice))
    output.note(_("The daemon sends them when they are due. Next: crisis queue"))
    return 0


def _document(ready: Ready, person: str) -> dict[str, Any]:
    return {
        "preclearance": ready.statement.provenance["preclearance"],
        "by": list(ready.signers),
        "sent_by": person,
        "on_duty": ready.statement.provenance.get("on_duty"),
    }


def _show(desk: Desk, ready: Ready) -> None:
    output.line(f"{_mode(desk)}  " + phrase("pre-cleared by {names}", names=", ".join(ready.signers)), "bold")
    show.stored(ready.family.posts, named=False)
    output.line()
    if (seen := ready.watch) is not None and seen.sender == "no":
        output.line(
            phrase(
                "You are not on duty now: {people} is. It may go; it is recorded, and the lead is told.",
                people=", ".join(seen.people),
            ),
            "yellow",
        )


def _mode(desk: Desk) -> str:
    return _("ACTUAL") if desk.mode.value == "actual" else _("EXERCISE")


def _refused(
    desk: Desk,
    refusal: CrisisError,
    made: Draft,
    notice: str,
    posts: list[str],
    drafted: dict[str, Any],
    *,
    as_json: bool,
) -> int:
    """Why it does not go out alone, and the way on: the draft waits, filled in, for another person."""
    output.line(whole(refusal), "bold red", err=True)
    if as_json:
        error = {"code": refusal.code, "sentence": str(refusal.sentence), "mend": str(refusal.mend)}
        waiting = [{"post": post, "state": "draft", "missing": [str(refusal.sentence)]} for post in posts]
        output.emit({"notices": [drafted], "posts": waiting, "error": error})
    else:
        show.draft(made, notice, None, show.kind(desk.kit, made.type))
        output.note(_("Next, by somebody else: crisis clear --as ID"))
    return refusal.exit_code
