"""What people who play a rehearsal are told: where they are, what has come, what waits. Nothing of what is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from crisis.cli import output
from crisis.cli.words import _, language, say
from crisis.errors import CrisisError
from crisis.model.names import name_in
from crisis.rehearsal.live import OWN
from crisis.rehearsal.run import NO_CHANGE
from crisis.rehearsal.words import words

if TYPE_CHECKING:
    from datetime import datetime

    from crisis.rehearsal.stage import News, Stage

LINES = 20
"""Lines of what has arrived that are shown at once."""

ANNOUNCED = frozenset({"broken-promises", "leaks"})
"""Objectives besides those in minutes that players are told of before they begin."""


@dataclass(frozen=True)
class Telling:
    """A stage in the words of people."""

    stage: Stage

    def situation(self) -> None:
        """Where they are, and what they are measured by."""
        runbook = self.stage.runbook
        starts = self.clock(runbook.starts)
        output.line(
            say("EXERCISE: {runbook}. It is {at}.", runbook=name_in(runbook.names, language()), at=starts), "bold"
        )
        if runbook.situation:
            output.indented(name_in(runbook.situation, language()))
        aims = [o for o in runbook.objectives if o.timed or o.measure in ANNOUNCED]
        output.indented(say("Aims: {aims}", aims=" / ".join(name_in(aim.says, language()) for aim in aims)))
        output.line()

    def rules(self, *, joined: bool) -> None:
        """What can be typed, at the first terminal or at one that joined."""
        ends = _("q or Ctrl-C ends the rehearsal; the report tells what was.")
        for line in (
            _("A number reads that one aloud and asks whether it goes out."),
            _("b NUMBER WHY sends it back. s: what waits and what is promised. n or Enter: on to the next event."),
            _(
                "say TYPE FIELD=WORDS; FIELD=WORDS says something of your own, such as: say holding what=地震; next_update=16:00"
            ),
            _("q or Ctrl-C leaves the table; the others play on.") if joined else ends,
        ):
            output.indented(line)

    def news(self, told: Sequence[News]) -> None:
        """What has happened, in the order in which it did."""
        for (at, kind), together in groupby(told, key=lambda news: (news.at, news.kind)):
            if kind == "out":
                accounts = ", ".join(dict.fromkeys(news.name for news in together))
                output.line(f"{self.clock(at)}  " + say("OUT on {accounts}", accounts=accounts), "bold")
            else:
                for news in together:
                    self._tell(news)

    def _tell(self, news: News) -> None:
        output.line(f"{self.clock(news.at)}  {self._what(news)}", "bold")
        if news.kind == "arrived":
            lines = self._arrived(news.name).splitlines()
            output.indented("\n".join(lines[:LINES]) + ("\n…" if len(lines) > LINES else ""))

    def _what(self, news: News) -> str:
        said = {
            "arrived": _("{name} has arrived:"),
            "waits": _("{name} is drafted and waits for you: type {text}"),
            "held": _("{name} cannot go out ({text}). Ask its department, or say what is certain."),
            "refused": _("{name}: nothing of it may be posted ({text}). It stays inside."),
            "known": _("{name} is known already."),
            "overtaken": _("{name} waits no longer: a newer notice took its place."),
            "down": _("{name} takes nothing now. It goes out there by itself once the platform is back."),
            "lost": _("Nobody knows whether {name} has the post: it is looked up, and not sent again."),
        }
        return said[news.kind].format(name=self.called(news.name), text=self.why(news.text))

    def called(self, name: str) -> str:
        """An inject or step by its id and what it is; an account by its name."""
        runbook = self.stage.runbook
        inject = next((inject for inject in runbook.injects if inject.id == name), None)
        known = inject or runbook.step(name)
        if name == NO_CHANGE:
            return _("The promised word that nothing has changed")
        if name.startswith(OWN):
            return _("What you have said yourselves")
        return f"{name} ({name_in(known.says, language())})" if known else name

    def _arrived(self, name: str) -> str:
        """What has arrived as people read it: a mail without its envelope, a page without its marks."""
        from crisis import intake

        inject = next(inject for inject in self.stage.runbook.injects if inject.id == name)
        raw = self.stage.payloads[inject.repeats or inject.id]
        try:
            return "\n\n".join(notice.text for notice in intake.read(raw, inject.name))
        except CrisisError:
            return raw.decode("utf-8", "replace")

    def why(self, codes: str) -> str:
        """The codes of why something stopped, in words where there are some."""
        known = words(language())
        return ", ".join(known.get(f"why_{code}", code) for code in codes.split(", "))

    def clock(self, at: datetime) -> str:
        """A time on the desk's clock."""
        return output.clock(at, self.stage.desk.settings.zone)
