"""`clear`: one reading, one yes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import output, show, sides
from crisis.cli.clearance import announcing
from crisis.cli.clearance import clearing_ways as ways
from crisis.cli.duty import standing
from crisis.cli.options import (
    As,
    DeskDir,
    Json,
    KeyFile,
    Reason,
    Yes,
    command,
    confirm,
    open_desk,
    posts_named,
    reason_given,
    signer,
    time_given,
    who,
)
from crisis.cli.words import _, language, say, told, whole
from crisis.errors import CrisisError, Held, Mistake, Refused
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.clearance.accepting import Acceptance
    from crisis.desk.clearance.review import Family, Outcome
    from crisis.desk.desk import Desk
    from crisis.desk.outbox.undoing import Told
    from crisis.model.records import StoredPost

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
        _tell(*ways.bring_in(desk, bring), as_json=as_json)
        return
    if not posts:
        _list_waiting(desk, person, as_json=as_json)
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
            confirm(confirmation(desk, read), yes=yes)
            outcomes = clearing.clear(desk, posts, signer(desk, who(person), key), asked)
    _tell(outcomes, [post for family in read for post in family.posts], as_json=as_json, awaits=bool(awaits))


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


def read_out(desk: Desk, posts: list[str], fallback: list[str] | None, *, as_json: bool) -> list[Family]:
    """The posts with what stops them now, shown to people: the links are asked while they read."""
    from crisis.desk.clearance import review

    if not as_json:
        review.ask_links(desk, posts)
    with desk.store.reading() as unit:
        read = [review.read_anew(desk, unit, family) for family in review.families(unit, posts)]
    for family in read if not as_json else ():
        _show_family(desk, family)
        announcing.show_awaited(desk, family)
        _show_ways(desk, family, fallback)
        output.line()
    return read


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


def _tell(outcomes: list[Outcome], posts: list[StoredPost], *, as_json: bool, awaits: bool = False) -> None:
    if as_json:
        output.emit({"posts": [_document(outcome) for outcome in outcomes]})
        return
    where = {post.id: f"{post.account} {post.language}" for post in posts}
    for review in dict.fromkeys(outcome.review for outcome in outcomes):
        places = ", ".join(where[outcome.post] for outcome in outcomes if outcome.review is review)
        output.line(f"{_(review.value)}: {places}", "bold")
    missing = dict.fromkeys(told(missing) for outcome in outcomes for missing in outcome.missing)
    for sentence in missing:
        output.line("  " + sentence)
    if not missing and awaits:
        output.note(say("They wait until somebody says so: crisis announced {post} --as ID", post=posts[0].id))
    elif not missing:
        output.note(_("The daemon sends them when they are due. Next: crisis queue"))


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


def _mode(desk: Desk) -> str:
    return _("ACTUAL") if desk.mode.value == "actual" else _("EXERCISE")


def confirmation(desk: Desk, read: list[Family]) -> str:
    """The one question before a release."""
    accounts = dict.fromkeys(post.account or "-" for family in read for post in family.posts)
    return say("{mode}: release these texts to {accounts}?", mode=_mode(desk), accounts=", ".join(accounts))


def _show_family(desk: Desk, family: Family) -> None:
    draft, notice = family.draft, family.notice
    source = notice.notice.owner or notice.notice.name
    when = output.clock(notice.received_at, desk.settings.zone)
    known = desk.kit.types.get(draft.type)
    kind = name_in(known.names, language()) if known else draft.type
    output.line(f"{_mode(desk)}  {when}  {kind}  {source}", "bold")
    show.stored(family.posts)
    show.findings(draft.findings)
    sides.of_notice(desk, notice, draft.facts)
    if draft.facts.withheld:
        output.line("  " + say("Withheld: {names}", names=", ".join(_(w.name) for w in draft.facts.withheld)))


def _show_ways(desk: Desk, family: Family, fallback: list[str] | None) -> None:
    """Where each post goes when its account fails, where that is settled."""
    from crisis.desk.outbox.fallbacks import ways

    for post in family.posts:
        account = desk.settings.account(post.account or "")
        left = ways(desk, family.posts, post, account, tuple(fallback) if fallback else None) if account else ()
        if left:
            names = [_("by hand") if target.platform == "hand" else target.account for target in left]
            output.line("  " + say("If {account} fails: {ways}", account=post.account, ways=", ".join(names)))


def _returned(desk: Desk) -> list[Told]:
    """What was sent back and waits for its drafter."""
    from crisis.desk.outbox.undoing import told as told_of
    from crisis.model.records import Review
    from crisis.model.records import StoredPost as Post

    with desk.store.reading() as unit:
        return list(told_of(unit, [post.id for post in unit.find(Post, review=Review.RETURNED)]).values())


def _list_waiting(desk: Desk, person: str | None, *, as_json: bool) -> None:
    from crisis.desk.clearance import review

    waiting = review.waiting(desk)
    if as_json:
        output.emit(
            {
                "posts": [
                    {"post": p.id, "state": p.review.value, "missing": []} for family in waiting for p in family.posts
                ]
            }
        )
        return
    if not waiting:
        output.line(_("Nothing waits for clearance."))
    for back in _returned(desk):
        output.line(standing.returned_line(back), "yellow")
        output.note(say("Next: crisis edit {post} --text FILE --as ID", post=show.short(back.post)))
    for family in waiting:
        _show_family(desk, family)
        notice = family.notice.id
        if person and any(post.last_editor == person for post in family.posts):
            output.note(
                say("You wrote this: somebody else has to clear it: crisis clear {notice} --as ID", notice=notice)
            )
        else:
            output.note(say("Next: crisis clear {notice} --as {person}", notice=notice, person=person or "ID"))
        output.line()
