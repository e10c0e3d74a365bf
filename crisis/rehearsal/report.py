"""The report of a rehearsal: one HTML file that needs nothing else. The same rehearsal gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crisis.model.names import name_in
from crisis.model.runbook import Inject, Objective
from crisis.model.settings import Settings
from crisis.rehearsal import score
from crisis.rehearsal.improving import Item, items
from crisis.rehearsal.near import near_misses
from crisis.rehearsal.questions import questions
from crisis.rehearsal.result import figures
from crisis.rehearsal.said import Said
from crisis.rehearsal.score import Reached
from crisis.rehearsal.stage import Played, Work
from crisis.rehearsal.timeline import WIDTH, timeline
from crisis.rehearsal.traps import Trap, tells, traps
from crisis.rehearsal.words import AUTONYMS, words
from crisis.rehearsal.world import Recorded

BLANK_ITEMS = 4
"""Lines of the table of improvements for what people add by pen."""


@dataclass(frozen=True)
class Sent:
    """A release as it went out: when, because of what, and each text with its language and accounts; None for a text that
    carries what a trap has planted."""

    time: str
    after: str
    source: str
    texts: tuple[tuple[str, str, tuple[str, ...], str | None], ...]


def render(played: Played, settings: Settings, language: str) -> str:
    """The report as an HTML document in `ja` or `en`."""
    view = _View(played, settings, language)
    return _environment().get_template("report.html.j2").render(**view.values(), **_style())


class _View:
    """What the page shows, in one language."""

    def __init__(self, played: Played, settings: Settings, language: str) -> None:
        self.played, self.settings, self.w = played, settings, words(language)
        self.language = "ja" if language.startswith("ja") else "en"
        self.traps = traps(played)

    def values(self) -> dict[str, Any]:
        """Everything that the template asks for."""
        played, w = self.played, self.w
        return {
            "lang": self.language,
            "w": w,
            "name": name_in(played.runbook.names, self.language),
            "organisation": name_in(self.settings.organisation, self.language),
            "played": w["played"].format(start=self._day(played.started), hours=self._hours()),
            "stopped": self._stopped(),
            "who": self._who(),
            "replay": f"crisis rehearse {played.runbook.id} --seed {played.seed}",
            "seed": w["seed"].format(seed=played.seed),
            "verdict": self._verdict(),
            "figures": self._figures(),
            "objectives": [self._objective(reached) for reached in score.objectives(played)],
            "line": timeline(played, self.settings.zone),
            "width": WIDTH,
            "injects": [self._inject(inject) for inject in played.runbook.injects],
            "platforms": [self._platform(trap) for trap in self.traps if trap.fault is not None],
            "sent": list(self._sent()),
            "near": self._told(near_misses(played, self._clock)),
            "questions": self._told(questions(played, self._clock)),
            "items": [self._item(item) for item in items(played)],
            "blanks": range(BLANK_ITEMS),
            "ledger": self._ledger(),
            "root": played.verdict.root,
        }

    # Times

    def _clock(self, at: datetime) -> str:
        return at.astimezone(self.settings.zone).strftime("%H:%M")

    def _day(self, at: datetime) -> str:
        return at.astimezone(self.settings.zone).strftime("%Y-%m-%d %H:%M %Z")

    def _after(self, at: datetime) -> str:
        minutes = int((at - self.played.started).total_seconds() // 60)
        return f"T+{minutes // 60}:{minutes % 60:02}"

    def _hours(self) -> str:
        minutes = int((self.played.ended - self.played.started).total_seconds() // 60)
        return self.w["hours"].format(hours=minutes // 60, minutes=minutes % 60)

    def _minutes(self, value: float | None) -> str:
        return self.w["nothing"] if value is None else self.w["minutes"].format(value=f"{value:g}")

    # What the parts say

    def _told(self, said: list[Said]) -> list[str]:
        return [each.told(self.language) for each in said]

    def _stopped(self) -> str:
        """That it was ended early, and how far it came; nothing where it ran to its end."""
        played, total = self.played, len(self.played.runbook.injects)
        reached = total - len(score.unreached(played))
        at, after = self._clock(played.ended), self._after(played.ended)
        return self.w["stopped"].format(at=at, after=after, reached=reached, total=total) if played.stopped else ""

    def _who(self) -> str:
        sitting, w = self.played.sitting, self.w
        if sitting is None:
            return w["simulated"]
        names = f" · {w['players']}: {', '.join(sitting.players)}" if sitting.players else ""
        return w["played_on"].format(on=sitting.on.isoformat()) + names

    def _item(self, item: Item) -> tuple[str, str, str]:
        """What to improve, its owner, and when it is due."""
        due = item.due(self.played.sitting.on if self.played.sitting else None)
        when = due.isoformat() if due else self.w["within"].format(days=item.days)
        return item.says.told(self.language), self.w[f"role_{item.role}"], when

    def _verdict(self) -> dict[str, Any]:
        """The whole in one sentence, and its three parts."""
        w, reached = self.w, score.objectives(self.played)
        missed, leaked = sum(not r.met for r in reached), sum(trap.leaked for trap in self.traps)
        owed = [promise for promise in score.promises(self.played) if promise.kept is not None]
        broken = sum(not promise.kept for promise in owed)
        return {
            "well": not missed and not leaked,
            "says": w["some_missed" if missed else "all_met"].format(count=missed),
            "parts": [
                w["objectives_met"].format(met=len(reached) - missed, total=len(reached)),
                w["some_leaked" if leaked else "no_leak"].format(leaked=leaked, total=len(self.traps)),
                w["kept_some" if broken else "kept_all"].format(broken=broken, total=len(owed)),
            ],
        }

    def _figures(self) -> list[tuple[str, str]]:
        w, played, told = self.w, self.played, figures(self.played)
        return [
            (w["first"], self._minutes(told["first_post_minutes"])),
            (w["to_cleared"], self._minutes(told["to_cleared_median"])),
            (w["to_cleared_worst"], self._minutes(told["to_cleared_worst"])),
            (w["median"], self._minutes(told["to_live_median"])),
            (w["worst"], self._minutes(told["to_live_worst"])),
            (w["posts_out"], w["posts_count"].format(count=len(played.recorded))),
        ]

    def _objective(self, reached: Reached) -> dict[str, Any]:
        objective = reached.objective
        timed = objective.timed
        measured = "-" if reached.measured is None else f"{reached.measured:g}"
        return {
            "says": name_in(objective.says, self.language),
            "target": self._target(objective, timed=timed),
            "measured": self._minutes(reached.measured) if timed else measured,
            "verdict": self.w["met" if reached.met else "missed"],
            "met": reached.met,
        }

    def _target(self, objective: Objective, *, timed: bool) -> str:
        bound, key = (objective.at_least, "at_least") if objective.at_most is None else (objective.at_most, "at_most")
        value = self._minutes(bound) if timed else f"{bound or 0:g}"
        return value if key == "at_most" and not bound else self.w[key].format(value=value)

    def _inject(self, inject: Inject) -> dict[str, Any]:
        w, work, seen = self.w, self.played.work_on(inject), score.seen(inject, self.played)
        cleared = score.cleared_minutes(work) if work else None
        live = score.live_minutes(work, self.played) if work else None
        return {
            "id": inject.id,
            "says": name_in(inject.says, self.language),
            "why": self._why(work) if work else "",
            "arrived": self._clock(work.at) if work else "",
            "after": self._after(work.at) if work else "",
            "expected": w[inject.expect],
            "seen": " / ".join(w[word] for word in seen.split()) if seen else w["not_played"],
            "agrees": seen == inject.expect,
            "cleared": "" if cleared is None else self._minutes(cleared),
            "live": "" if live is None else self._minutes(live),
            "traps": [self._trap(trap) for trap in self.traps if trap.inject is inject],
        }

    def _trap(self, trap: Trap) -> tuple[bool, str, str]:
        """Whether it was caught, in a word, and its class."""
        return not trap.leaked, self.w["leaked" if trap.leaked else "caught"], trap.kind

    def _platform(self, trap: Trap) -> dict[str, Any]:
        """A platform that was in trouble: which, from when until when, and what became of the posts."""
        fault = trap.fault
        if fault is None:
            return {}
        since, until = (self._clock(self.played.started + at) for at in (fault.at, fault.until))
        says = self.w[f"platform_{fault.how}"].format(account=fault.account, since=since, until=until)
        return {"id": trap.id, "says": says, "trap": self._trap(trap)}

    def _why(self, work: Work) -> str:
        """Why it stopped, in words where there are some, else by the codes of the findings."""
        codes = dict.fromkeys(code for outcome in work.outcomes for code in outcome.codes)
        reasons = ", ".join(self.w.get(f"why_{code}", code) for code in codes)
        return self.w["why"].format(reasons=reasons) if reasons else ""

    def _sent(self) -> Iterator[Sent]:
        """Release by release, in the order in which they went out."""
        sources = {
            post: work.id
            for work in (*self.played.arrivals, *self.played.told)
            for outcome in work.outcomes
            for post in outcome.posts
        }
        for _release, posts in groupby(self.played.recorded, key=lambda one: one.release):
            out = list(posts)
            first = out[0]
            yield Sent(self._clock(first.at), self._after(first.at), sources.get(first.post, ""), self._texts(out))

    def _texts(self, out: list[Recorded]) -> tuple[tuple[str, str, tuple[str, ...], str | None], ...]:
        """Equal texts once, with all accounts that they went to; in the desk's order of languages and accounts."""
        order = [account.id for account in self.settings.accounts]
        out.sort(key=lambda one: (one.language != self.language, one.language, order.index(one.account)))
        made = []
        for (language, text), same in groupby(out, key=lambda one: (one.language, one.text)):
            shown = None if tells(text, self.played) else text
            made.append((language, AUTONYMS.get(language, language), tuple(one.account for one in same), shown))
        return tuple(made)

    def _ledger(self) -> str:
        verdict, w = self.played.verdict, self.w
        problems = len(tuple(verdict.problems))
        return w["ledger_bad"].format(count=problems) if problems else w["ledger_ok"].format(entries=verdict.entries)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("crisis.rehearsal", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _style() -> dict[str, Any]:
    """The one stylesheet, and its hash for the policy that allows nothing else."""
    css = resources.files("crisis.rehearsal").joinpath("report.css").read_text("utf-8")
    proof = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    # Ours, from the package: the one string that is not escaped.
    return {"style": Markup(css), "style_hash": f"sha256-{proof}"}  # noqa: S704
