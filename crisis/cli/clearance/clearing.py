"""`clear`: one reading, one yes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output
from crisis.cli.clearance import clearing_ways as ways
from crisis.cli.clearance.reading import agree, confirmation, list_waiting, read_out
from crisis.cli.options import (
    As,
    DeskDir,
    Json,
    KeyFile,
    Reason,
    Yes,
    command,
    open_desk,
    posts_named,
    reason_given,
    signer,
    time_given,
    who,
)
from crisis.cli.words import _, say, told, whole
from crisis.errors import CrisisError, Held, Mistake, Refused

if TYPE_CHECKING:
    from pathlib import Path

    from crisis.desk.clearance.accepting import Acceptance
    from crisis.desk.clearance.review import Outcome
    from crisis.desk.desk import Desk

Accept = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="CODE", help=_("Release this finding that holds; needs --reason.")),
]
At = Annotated[
    str | None, typer.Option("--at", metavar="TIME", help=_("Not before this time (ISO 8601, or HH:MM today)."))
]
Only = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="LANG", help=_("Of these posts, only those in this language; the others wait.")),
]
WhenAnnounced = Annotated[
    str | None,
    typer.Option(
        "--when-announced", metavar="WHAT", help=_("They wait, at most a day, until somebody says: crisis announced.")
    ),
]
Fallback = Annotated[
    list[str] | None,
    typer.Option(
        "--fallback", metavar="ACCOUNT", help=_("Where they go when an account fails, in order; hand: by hand.")
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "clear", _("Example: crisis clear P-01… P-02… --as suzuki"))(clear)


def clear(
    posts: Annotated[
        list[str] | None, typer.Argument(metavar="[P-…]", help=_("Posts; without any: what waits for you."))
    ] = None,
    person: As = None,
    accept: Accept = None,
    reason: Reason = None,
    at: At = None,
    fallback: Fallback = None,
    only: Only = None,
    awaits: WhenAnnounced = None,
    again: ways.ClearAgain = False,
    by_phone: ways.ByPhone = None,
    export: ways.Export = None,
    sign: ways.Sign = None,
    bring: ways.Import = None,
    glass: ways.BreakGlass = False,
    out: ways.Out = None,
    key: KeyFile = None,
    yes: Yes = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Approve posts for release. You sign exactly these texts for exactly these accounts."""
    from crisis.desk.clearance import clearing
    from crisis.model.release import AfterStop

    ways.refuse_two(by_phone=by_phone, export=export, sign=sign, bring=bring, glass=glass)
    if sign is not None:
        ways.sign_elsewhere(sign, who(person), key, out, yes=yes, as_json=as_json)
        return
    desk = open_desk(desk_dir)
    if bring is not None:
        _tell(desk, ways.bring_in(desk, bring), as_json=as_json)
        return
    if not posts:
        if as_json or not _went_through(desk, person, key):
            list_waiting(desk, person, as_json=as_json)
        return
    posts = _in_languages(desk, posts_named(desk, posts), only)
    asked = clearing.Asked(
        _acceptances(accept or [], reason),
        time_given(at, desk),
        AfterStop.CLEAR_AGAIN if again else AfterStop.GOES,
        tuple(fallback) if fallback else None,
        _awaited(awaits),
    )
    read = read_out(desk, posts, fallback, as_json=as_json)
    with _refusals_told(posts, as_json=as_json):
        if export is not None:
            ways.hand_out(desk, posts, who(person), asked, export, as_json=as_json)
            return
        if by_phone is not None:
            outcomes = ways.phone(desk, posts, by_phone, who(person), asked)
        elif glass:
            why = ways.sure_alone(reason, confirmation(desk, read), yes=yes)
            outcomes = ways.alone(desk, posts, signer(desk, who(person), key), why, asked)
        else:
            agree(desk, read, yes=yes)
            outcomes = clearing.clear(desk, posts, signer(desk, who(person), key), asked)
    _tell(desk, outcomes, as_json=as_json, awaits=bool(awaits))


def _went_through(desk: Desk, person: str | None, key: Path | None) -> bool:
    """Everything that this person may clear, one after the other, each read and asked for; what is held is told and left. False
    where there is nothing, nobody is named, or nobody could answer. Raises `Refused` at the first no."""
    from crisis.desk.clearance import clearing, review

    if person is None or not sys.stdin.isatty():
        return False
    theirs = review.waiting_for(desk, person)
    for family in theirs:
        posts = [post.id for post in family.posts]
        read = read_out(desk, posts, None, as_json=False)
        try:
            clearing.proposals(desk, posts, person)  # nobody is asked for what would be held
            agree(desk, read, yes=False)
            _tell(desk, clearing.clear(desk, posts, signer(desk, person, key)), as_json=False)
        except Held as held:
            output.line(whole(held), "bold red", err=True)
            output.line(err=True)
    return bool(theirs)


def _awaited(text: str | None) -> str | None:
    """What they wait for, as it was given. Raises `Mistake` for nothing."""
    if text is not None and not text.strip():
        raise Mistake("no-words", "What do they wait for?", "Write it: --when-announced 'JR runs again'.")
    return text


def _in_languages(desk: Desk, posts: list[str], languages: list[str] | None) -> list[str]:
    """Those in the languages that are asked for. Raises `Mistake` where none is."""
    if not languages:
        return posts
    from crisis.model.records import StoredPost

    with desk.store.reading() as unit:
        chosen = [post for post in posts if unit.need(StoredPost, post).language in languages]
    if not chosen:
        raise Mistake(
            "no-such-language",
            "None of these posts is in {languages}.",
            "Leave --language out to see all of them.",
            languages=", ".join(languages),
        )
    return chosen


@contextmanager
def _refusals_told(posts: list[str], *, as_json: bool) -> Iterator[None]:
    """What is not cleared is told to scripts in the contract's shape, to people as every refusal is."""
    try:
        yield
    except (Held, Refused) as refusal:
        if not as_json:
            raise
        _emit_refusal(posts, refusal)
        raise typer.Exit(refusal.exit_code) from None


def _tell(desk: Desk, outcomes: list[Outcome], *, as_json: bool, awaits: bool = False) -> None:
    if as_json:
        output.emit({"posts": [_document(outcome) for outcome in outcomes]})
        return
    for review in dict.fromkeys(outcome.review for outcome in outcomes):
        count = sum(outcome.review is review for outcome in outcomes)
        output.line(say("{review}: {count} posts", review=_(review.value), count=count), "bold")
    missing = dict.fromkeys(told(missing) for outcome in outcomes for missing in outcome.missing)
    for sentence in missing:
        output.line("  " + sentence)
    if not missing and awaits:
        output.note(say("They wait until somebody says so: crisis announced {post} --as ID", post=outcomes[0].post))
    elif not missing and _stopped(desk):
        output.line(_("A stop stands: what it covers goes out once it is lifted: crisis resume --as ID"), "bold red")
    elif not missing:
        output.note(_("The daemon sends them when they are due. By hand: crisis hand"))


def _stopped(desk: Desk) -> bool:
    from crisis.desk.duty.posts_waiting import set_stops

    with desk.store.reading() as unit:
        return bool(set_stops(unit))


def _document(outcome: Outcome) -> dict[str, Any]:
    return {"post": outcome.post, "state": outcome.review.value, "missing": [str(m) for m in outcome.missing]}


def _emit_refusal(posts: list[str], refusal: CrisisError) -> None:
    """The contract's shape also where nothing was cleared: the posts wait, and what is missing is the refusal's sentence."""
    output.line(whole(refusal), "bold red", err=True)
    error = {"code": refusal.code, "sentence": str(refusal.sentence), "mend": str(refusal.mend)}
    waiting = [{"post": post, "state": "in-review", "missing": [str(refusal.sentence)]} for post in posts]
    output.emit({"posts": waiting, "error": error})


def _acceptances(codes: list[str], reason: str | None) -> tuple[Acceptance, ...]:
    from crisis.desk.clearance.accepting import Acceptance

    if not codes:
        return ()
    why = reason_given(reason, Mistake("no-reason", "Accepting a finding needs a reason.", "Add --reason TEXT."))
    return tuple(Acceptance(code, why) for code in codes)
