"""How drafts, posts and findings look to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis.cli import output
from crisis.cli.words import _, language, say, told
from crisis.model.finding import Finding, Severity
from crisis.model.names import name_in
from crisis.model.speaking import BY_POLICY
from crisis.sentence import Sentence

if TYPE_CHECKING:
    from crisis.desk.drafts.kit import Kit
    from crisis.model.post import Draft
    from crisis.model.records import StoredPost

ENDING = 5
BEGINNING = 26

STYLES = {Severity.BLOCK: "bold red", Severity.HOLD: "yellow", Severity.ADVISE: "dim"}


CREDENTIALS = Sentence("its credentials cannot be used: mend them, then crisis resume, or crisis hand P-…")
CHANGED = Sentence("somebody has changed the outbox behind the desk: crisis ledger verify")
REASONS = {
    "stopped": Sentence("stopped: crisis resume"),
    "account-held": Sentence("its account is stopped"),
    "clear-again": Sentence("a stop caught it: clear it again, crisis clear P-…"),
    "overtaken": Sentence("the all-clear is out already: crisis resume, if it still holds"),
    "window-over": Sentence("its time is over: draft it again"),
    "sender-ended": Sentence("the program ended while sending"),
    "stale": Sentence("its notice has changed: draft the newer one"),
    "moved": Sentence("the old place may have sent it"),
    "contradicted": Sentence(
        "another department says otherwise: decide, draft it again and clear it with --accept conflict"
    ),
    "contradiction": Sentence(
        "a post that is out says otherwise of this place: say that it changed, or correct one of them"
    ),
    "by-hand": Sentence("posted by hand"),
    "awaits-word": Sentence("waits for an announcement: crisis announced P-…"),
    "not-sent": Sentence("not sent, as somebody found"),
    "retargeted": Sentence("its account was changed in crisis.toml: draft and clear it again"),
    "dead-link": Sentence("a page that it links is gone: mend the link and clear it again"),
    "login-link": Sentence("a page that it links asks for a login: mend the link and clear it again"),
    "guard-at-send": Sentence("the check of its text stops it by now: draft it again"),
    "too-early": CHANGED,
    "way-out-of-turn": CHANGED,
    "set-back": CHANGED,
    "credentials-missing": CREDENTIALS,
    "credentials-unreadable": CREDENTIALS,
    "credentials-open": CREDENTIALS,
    "credentials-file": CREDENTIALS,
    "keyring-missing": CREDENTIALS,
}


ORDINARY = ("key", "precleared")
"""Ways that need no mark beside the name of who approved, or sent what was pre-cleared."""
HOWS = {
    "key": Sentence("by key"),
    "phone": Sentence("by phone"),
    "break-glass": Sentence("cleared alone"),
    "by-policy": Sentence("sent by the desk, by policy"),
}


def how(value: str) -> str:
    """The way in which somebody approved."""
    return told(HOWS[value])


def reason(value: str | None) -> str:
    """Why a delivery stands where it stands: a code of ours in words, what a platform said as it is."""
    if not value or " " in value:
        return value or ""
    return told(REASONS.get(value) or Sentence("stopped by the check before sending ({code})", code=value))


def by(precleared: Sequence[str], people: Sequence[str]) -> str:
    """Who answers for a release: `cleared by A`, or `pre-cleared by A, B; sent by C`."""
    names = ", ".join(_("the desk, by policy") if person == BY_POLICY else person for person in people)
    if not precleared:
        return say("cleared by {people}", people=names)
    return say("pre-cleared by {names}; sent by {person}", names=", ".join(precleared), person=names)


def short(post: str) -> str:
    """The ending of a post's identifier, which is enough to name it."""
    return "…" + post[-ENDING:]


def beginning(text: str, columns: int = BEGINNING) -> str:
    """The first words of a text, for a list: so many columns, double-width characters counting two."""
    from crisis.text.japanese import display_width

    line = " ".join(text.split())
    end = next((n for n in range(len(line) + 1) if display_width(line[:n]) > columns), len(line))
    return line if end == len(line) else line[: end - 1] + "…"


def severity(value: Severity) -> str:
    """A severity in one word for people."""
    return {Severity.BLOCK: _("BLOCKED"), Severity.HOLD: _("NEEDS A DECISION"), Severity.ADVISE: _("advice")}[value]


def remaining(length: int, limit: int | None) -> str:
    """What is left of the limit: `24 left`; nothing where there is none."""
    if limit is None:
        return ""
    if length > limit:
        return say("{over} too many for {limit}", over=length - limit, limit=limit)
    return say("{left} left", left=limit - length)


@dataclass(frozen=True)
class Shown:
    """One post on the screen."""

    post: str | None
    language: str
    account: str | None
    platform: str
    text: str
    length: int
    limit: int | None
    findings: tuple[Finding, ...] = ()


def family(shown: Sequence[Shown], *, named: bool = True) -> None:
    """The posts of one fact: each text once, under one line with its language and all the accounts that carry it, each with
    what is left of its limit and, where `named`, the ending of its identifier."""
    texts: dict[tuple[str, str], list[Shown]] = {}
    for one in shown:
        texts.setdefault((one.language, one.text), []).append(one)
    for (tongue, text), posts in texts.items():
        output.indented(" · ".join((tongue, *(_place(one, named=named) for one in posts))), 1, "bold")
        output.indented(text, 2)
        found = {(f.code, f.start, f.end): f for one in posts for f in one.findings}
        findings(list(found.values()))


def _place(one: Shown, *, named: bool) -> str:
    """One account in the line over a text: its platform too, unless its name begins with it."""
    account = one.account or _("no account")
    told_already = one.account is None or account.startswith(one.platform)
    where = account if told_already else say("{account} ({platform})", account=account, platform=one.platform)
    name = short(one.post) if named and one.post else ""
    return " ".join(filter(None, (where, name, remaining(one.length, one.limit))))


def findings(found: Sequence[Finding], label: str = "") -> None:
    """What stops, a line each: how bad, what, the mend. Then the advice."""
    for finding in found:
        if finding.stops:
            where = f" {label}" if label else ""
            told_of = f"{severity(finding.severity)}{where} ({finding.code}): {told(finding.mend)}"
            output.indented(told_of, 1, STYLES[finding.severity])
    advised(found)


def advised(found: Sequence[Finding]) -> None:
    """The advice among findings, each code once and all of it in one paragraph: it stops nothing."""
    once = {finding.code: finding for finding in found if not finding.stops}
    if once:
        told_of = " ".join(f"({code}) {told(finding.mend)}" for code, finding in once.items())
        output.indented(f"{severity(Severity.ADVISE)} {told_of}", 1, STYLES[Severity.ADVISE])


def stored(posts: Sequence[StoredPost], *, named: bool = True) -> None:
    """Posts that the desk holds."""
    shown = [Shown(p.id, p.language, p.account, p.platform, p.text, p.length, p.limit, p.findings) for p in posts]
    family(shown, named=named)


def kind(kit: Kit, type_id: str | None) -> str | None:
    """What a notice type is called in the language of this run; its identifier where the desk does not have it."""
    known = kit.types.get(type_id or "")
    return name_in(known.names, language()) if known else type_id


def draft(value: Draft, source: str, post_ids: Sequence[str] | None = None, kind: str | None = None) -> None:
    """A notice's draft as people read it; `kind` is what its type is called."""
    output.line(say("Notice {source}: {type}", source=source, type=kind or value.type or _("no known type")), "bold")
    if value.refused is not None:
        output.line("  " + say("REFUSED: {why}", why=told(value.refused)), "bold red")
    family(
        [
            Shown(
                post_ids[index] if post_ids else None,
                one.language,
                one.account,
                one.platform,
                one.text,
                one.length,
                one.limit,
                tuple(f for f in value.findings if f.post == index),
            )
            for index, one in enumerate(value.posts)
        ]
    )
    findings([f for f in value.findings if f.post is None])
    if value.facts is not None and value.facts.withheld:
        output.line("  " + _("Withheld:"))
        for withheld in value.facts.withheld:
            output.indented(f"{_(withheld.name)}: {_(withheld.why)}", 2)
    output.line()
