"""Every code of the guard with its default severity and its mend: the one table that policy tightens.

Leak codes follow the trap classes of the field (names, contacts, small counts, access, infrastructure …) and hold or
block; quality codes advise. A desk may be stricter (`[guard.severity]`), and looser for advice alone. `alone` is the severity where no
desk is configured, so that nothing says which contacts, links and figures are public.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crisis.model.finding import Severity
from crisis.model.role import Role
from crisis.sentence import Sentence

BLOCK, HOLD, ADVISE = Severity.BLOCK, Severity.HOLD, Severity.ADVISE

RANK: Mapping[Severity, int] = MappingProxyType({BLOCK: 0, HOLD: 1, ADVISE: 2})
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means by default. `leak` says that policy may never let it pass as advice."""

    severity: Severity
    mend: Sentence
    leak: bool = True
    alone: Severity | None = None

    def at(self, *, desk: bool) -> Severity:
        """The default severity, with or without a configured desk."""
        return self.severity if desk or self.alone is None else self.alone


LEAKS: Mapping[str, Code] = MappingProxyType(
    {
        "pii-name": Code(HOLD, Sentence("Take the person's name out; say their role, or nothing.")),
        "pii-contact": Code(
            HOLD, Sentence("Take the contact out, or list it under public_contacts in crisis.toml if it is public.")
        ),
        "unlisted-contact": Code(
            HOLD,
            Sentence("Check this number, and list it under public_contacts in crisis.toml if it is ours."),
            alone=ADVISE,
        ),
        "pii-id": Code(BLOCK, Sentence("Take the personal number or extension out; no reader outside needs it.")),
        "small-count": Code(HOLD, Sentence("Take the number of people out; small numbers tell who they are.")),
        "casualty-count": Code(
            HOLD, Sentence("Leave numbers of casualties to the authority that confirms them."), alone=ADVISE
        ),
        "roster": Code(HOLD, Sentence("Take the list and the reply rate out; say only what people should do.")),
        "health": Code(HOLD, Sentence("Take out what tells a person's health, age or sex.")),
        "exact-place": Code(HOLD, Sentence("Name the site and no floor, room or street number.")),
        "access-url": Code(BLOCK, Sentence("Take the internal or meeting link out; link a listed public page.")),
        "access-secret": Code(
            BLOCK, Sentence("Take the secret out and have it changed at once: treat it as known to others.")
        ),
        "infra-host": Code(BLOCK, Sentence("Take the host name out; say the service by its public name.")),
        "infra-ip": Code(BLOCK, Sentence("Take the network address out; say the service by its public name.")),
        "infra-cve": Code(BLOCK, Sentence("Take the vulnerability number out; say what customers should do.")),
        "infra-version": Code(HOLD, Sentence("Take the product and version out; they tell attackers where to try.")),
        "infra-part": Code(
            HOLD, Sentence("Take out which machine or product failed; say the service by its public name.")
        ),
        "infra-path": Code(BLOCK, Sentence("Take the file or server path out.")),
        "vendor": Code(HOLD, Sentence("Take the supplier out; say what readers notice and not whose part failed.")),
        "customer": Code(HOLD, Sentence("Take the customer or partner out; name nobody who has not agreed.")),
        "protected-term": Code(BLOCK, Sentence("Take out the term that your protected list names.")),
        "finance": Code(
            HOLD, Sentence("Take money and forecasts out; they wait for the disclosure of investor relations.")
        ),
        "amount": Code(HOLD, Sentence("Take the amount out until it is approved and disclosed."), alone=ADVISE),
        "plan": Code(HOLD, Sentence("Take out plans and the movements of executives.")),
        "legal": Code(
            HOLD, Sentence("Neither admit nor deny: say what is confirmed, what is not known and when you speak next.")
        ),
        "denial": Code(
            HOLD,
            Sentence("Do not say that all are safe or nobody is hurt unless the head of the response has released it."),
            alone=ADVISE,
        ),
        "accident-word": Code(
            HOLD,
            Sentence("In an attack this reads as a cover-up later: say what users see, and when we confirmed it."),
        ),
        "rumour": Code(HOLD, Sentence("Do not repeat a rumour, not even to deny it; say what is confirmed.")),
        "speculation": Code(HOLD, Sentence("Take the guess out; say that the cause is not yet known.")),
        "security-posture": Code(
            HOLD, Sentence("Take out who guards the site, whether it is empty, and how long its power lasts.")
        ),
        "classification": Code(
            BLOCK, Sentence("Take the classification mark out, and check that the text may be public.")
        ),
        "copied": Code(HOLD, Sentence("Say it in your own words: this run stands in the internal notice.")),
        "exercise-mix": Code(
            BLOCK, Sentence("Keep exercise and real apart: label every exercise text, and no real one.")
        ),
        "unlisted-link": Code(
            HOLD, Sentence("Use a link listed under [links] public in crisis.toml, or take it out."), alone=ADVISE
        ),
        "contradiction": Code(
            HOLD,
            Sentence("A post that is out says otherwise of this place: say that it changed, or correct one of them."),
        ),
        "wrong-account": Code(
            HOLD, Sentence("This account is not meant for such a post: see its purpose and languages in crisis.toml.")
        ),
        "dead-link": Code(HOLD, Sentence("The page is gone: mend the link or take it out.")),
        "login-link": Code(
            HOLD, Sentence("The page asks for a login: link an open page, or list it under login_expected.")
        ),
        "hidden-character": Code(HOLD, Sentence("Delete the invisible or direction-changing character here.")),
        "lookalike": Code(HOLD, Sentence("Type this word again: letters of another alphabet stand in it.")),
        "encoded": Code(HOLD, Sentence("Write it in plain letters: coded text hides what it says.")),
        "too-long": Code(BLOCK, Sentence("This is too long for a post and was read only in part: split it.")),
        "guard-failed": Code(HOLD, Sentence("A check of the guard failed: have a second person read the whole text.")),
    }
)

QUALITY: Mapping[str, Code] = MappingProxyType(
    {
        "weekday-mismatch": Code(ADVISE, Sentence("Date and weekday do not match: correct one of them."), leak=False),
        "no-such-date": Code(ADVISE, Sentence("This date does not exist: correct it."), leak=False),
        "past-next-update": Code(
            ADVISE, Sentence("The next update lies in the past: give a time to come."), leak=False
        ),
        "mention": Code(ADVISE, Sentence("Take the @mention out; address everybody."), leak=False),
        "no-time": Code(ADVISE, Sentence("Say as of when this holds, such as 15:20."), leak=False),
        "no-source": Code(ADVISE, Sentence("Say who speaks: begin with our name."), leak=False),
        "no-hazard": Code(
            ADVISE, Sentence("Say what happens: the earthquake, the power cut, what is closed."), leak=False
        ),
        "no-place": Code(
            ADVISE, Sentence("Say where, or whom it is for: a site, a service, all who work here."), leak=False
        ),
        "no-as-of": Code(ADVISE, Sentence("Say that the time is as of now: 15:20現在, as of 15:20."), leak=False),
        "no-guidance": Code(ADVISE, Sentence("Say what readers should do, or that they need do nothing."), leak=False),
        "no-next-update": Code(
            ADVISE, Sentence("Say when you speak next, with or without news: next update 16:30."), leak=False
        ),
        "placeholder": Code(ADVISE, Sentence("Fill this in: a slot of a template has stayed open."), leak=False),
        "languages-differ": Code(
            ADVISE,
            Sentence("Another language of this post says other times, numbers or names: compare them."),
            leak=False,
        ),
        "wrong-language": Code(
            ADVISE, Sentence("This reads like another language than that of the post: translate it."), leak=False
        ),
        "untimed-promise": Code(
            ADVISE, Sentence("Promise a time, such as 16:30, in place of soon or later."), leak=False
        ),
        "undated-word": Code(
            ADVISE, Sentence("Write the date: today and tomorrow change while people read."), leak=False
        ),
        "go-home": Code(
            ADVISE,
            Sentence("After an earthquake say to stay where it is safe; going home waits up to 72 hours."),
            leak=False,
        ),
        "tone": Code(
            ADVISE, Sentence("Say it plainly, without urgency words, exclamation marks or capitals."), leak=False
        ),
        "hashtags": Code(ADVISE, Sentence("Keep one agreed hashtag."), leak=False),
        "unchecked-link": Code(ADVISE, Sentence("The link could not be checked: open it yourself."), leak=False),
    }
)

CODES: Mapping[str, Code] = MappingProxyType({**LEAKS, **QUALITY})


ANY = (Role.APPROVER, Role.LEAD, Role.DEPUTY)
"""Who may release a finding that holds, where nothing else is said."""

RELEASED_BY: Mapping[str, tuple[Role, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("legal",), (Role.LEGAL,)),
        **dict.fromkeys(("finance", "amount", "plan"), (Role.IR,)),
        **dict.fromkeys(("denial", "casualty-count", "rumour"), (Role.LEAD, Role.DEPUTY, Role.LEGAL)),
    }
)
"""Claims of law wait for legal, figures and plans for investor relations, and that all are safe for the head of the response."""


def released_by(code: str) -> tuple[Role, ...]:
    """The roles of which a person needs one to release a finding of this code that holds."""
    return RELEASED_BY.get(code, ANY)


def severity_of(
    code: str, *, desk: bool, policy: Mapping[str, Severity | None], found: Severity | None = None
) -> Severity | None:
    """The severity that applies: what the detector found, else the table's; or the policy's where that is stricter. A policy
    never loosens, but for advice, which it may silence (None)."""
    default = found or CODES[code].at(desk=desk)
    wanted = policy.get(code, default)
    if wanted is None:
        return default if default is not ADVISE or CODES[code].leak else None
    return min(default, wanted, key=RANK.__getitem__)
