"""A rehearsal that people play at this terminal: they read, clear and decide while the clock runs."""

from __future__ import annotations

import queue
import sys
import threading
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from crisis.cli import output
from crisis.cli.words import _, language, say, whole
from crisis.errors import CrisisError
from crisis.model.names import name_in
from crisis.rehearsal.run import NO_CHANGE
from crisis.rehearsal.words import words

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from crisis.rehearsal.live import Game, Waiting
    from crisis.rehearsal.stage import News

LINES = 20
"""Lines of what has arrived that are shown at once."""

MADE_TO_THINK = frozenset({"held", "refused", "down", "lost"})
"""News after which people have something to settle although nothing waits: time goes on with them until they press Enter."""

ANNOUNCED = frozenset({"broken-promises", "leaks"})
"""Objectives besides those in minutes that players are told of before they begin."""

PAUSE = 0.05
"""Seconds in which a line that was typed ahead is taken while quiet time is left out."""

PIECE = 0.5
"""Seconds after which Ctrl-C is looked for."""


@dataclass
class Keyboard:
    """Lines of standard input as they come, so that the clock can go on meanwhile."""

    lines: queue.Queue[str | None] = field(default_factory=queue.Queue)

    def __post_init__(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.lines.put(line.strip())
        self.lines.put(None)

    def line(self, seconds: float) -> str | None:
        """The next line, None where none has come by then. Raises KeyboardInterrupt at the end of the input."""
        while True:
            try:
                line = self.lines.get(timeout=min(seconds, PIECE))
            except queue.Empty:
                seconds -= PIECE
                if seconds <= 0:
                    return None
                continue
            if line is None:
                raise KeyboardInterrupt
            return line

    def ask(self, question: str) -> str:
        """An answer, however long it takes."""
        print(f"{question} ", end="", flush=True)
        return self.line(float("inf")) or ""


@dataclass
class Table:
    """The table at which the people sit."""

    game: Game
    keyboard: Keyboard

    def play(self) -> None:
        """Until the time is up, or somebody ends it."""
        self._situation()
        self._rules()
        self._news()
        while not self.game.over:
            line = self._line()
            self._news()
            if line is not None:
                self._act(line)
                self._news()
        output.line(_("The rehearsal is over."), "bold")

    def _line(self) -> str | None:
        """What somebody types, None where something happens first. The prompt is shown once for both."""
        if self.game.skips and self.game.idle:
            return self.keyboard.line(PAUSE)
        now = output.clock(self.game.stage.clock.now(), self._zone)
        waiting = ", ".join(str(each.number) for each in self.game.waiting) or "-"
        print(
            say("{mark} {now}  waiting: {waiting} >", mark=_("EXERCISE"), now=now, waiting=waiting), end=" ", flush=True
        )
        line = self.keyboard.line(max(self.game.patience(), 0.05))
        if line is None:
            print()
        return line

    @property
    def _zone(self) -> tzinfo:
        return self.game.stage.desk.settings.zone

    def _act(self, line: str) -> None:
        if not line and self.game.skips and not self.game.waiting:
            self.game.go_on()
            return
        word, _blank, rest = line.partition(" ")
        deeds = {"n": self._on, "s": self._status, "say": self._say, "b": self._give_back, "q": self._quit}
        try:
            if word.isdecimal():
                self._clear(int(word))
            elif word in deeds:
                deeds[word](rest)
            elif word:
                self._rules()
        except CrisisError as error:
            output.line(whole(error), "bold red")

    def _situation(self) -> None:
        """Where they are, and what they are measured by. Nothing of what is to come."""
        runbook = self.game.stage.runbook
        starts = self._clock(runbook.starts)
        output.line(
            say("EXERCISE: {runbook}. It is {at}.", runbook=name_in(runbook.names, language()), at=starts), "bold"
        )
        if runbook.situation:
            output.indented(name_in(runbook.situation, language()))
        aims = [o for o in runbook.objectives if o.timed or o.measure in ANNOUNCED]
        output.indented(say("Aims: {aims}", aims=" / ".join(name_in(aim.says, language()) for aim in aims)))
        output.line()

    # What people may do

    def _rules(self) -> None:
        """What can be typed."""
        for line in (
            _("A number reads that one aloud and asks whether it goes out."),
            _("b NUMBER WHY sends it back. s: what waits and what is promised. n or Enter: on to the next event."),
            _(
                "say TYPE FIELD=WORDS; FIELD=WORDS says something of your own, such as: say holding what=地震; next_update=16:00"
            ),
            _("q or Ctrl-C ends the rehearsal; the report tells what was."),
        ):
            output.indented(line)

    def _clear(self, number: int) -> None:
        from crisis.cli.clearance.clearing import confirmation, read_out

        waiting = self._wanted(number)
        if waiting is None:
            return
        desk = self.game.stage.desk
        read = read_out(desk, waiting.posts, None, as_json=False)
        answer = self.keyboard.ask(f"{confirmation(desk, read)} [y/N]")
        self._news()  # what came while they read came before their yes
        if answer.lower() not in ("y", "yes", "はい"):
            output.line(_("Nothing was released."))
            return
        for outcome in self.game.clear(waiting):
            if outcome.codes:
                output.line(say("Not released: {codes}", codes=self._why(", ".join(outcome.codes))), "bold red")

    def _give_back(self, rest: str) -> None:
        number, _blank, why = rest.partition(" ")
        waiting = self._wanted(int(number)) if number.isdecimal() else None
        if waiting is None or not why.strip():
            output.line(_("Write for example: b 2 ask general affairs first"))
            return
        self.game.give_back(waiting, why.strip())
        output.line(_("Sent back."))

    def _wanted(self, number: int) -> Waiting | None:
        waiting = self.game.numbered(number)
        if waiting is None:
            output.line(say("Nothing waits under {number}.", number=number))
        return waiting

    def _say(self, rest: str) -> None:
        type_id, _blank, answers = rest.partition(" ")
        notice_type = self.game.stage.desk.kit.types.get(type_id)
        given = dict(each.strip().split("=", 1) for each in answers.split(";") if "=" in each)
        if notice_type is None or not notice_type.posts:
            types = ", ".join(name for name, known in self.game.stage.desk.kit.types.items() if known.posts)
            output.line(say("There is no such type. There are: {types}", types=types))
            return
        unknown = [name for name in given if notice_type.field_named(name) is None]
        if unknown or not given:
            asked = ", ".join(each.name for each in notice_type.fields if each.question)
            output.line(say("{type} asks for: {fields}", type=name_in(notice_type.names, language()), fields=asked))
            return
        self.game.say(type_id, given)

    def _on(self, _rest: str) -> None:
        if self.game.skips:
            self.game.go_on()
        else:
            output.line(_("The clock runs by itself at this speed."))

    def _status(self, _rest: str) -> None:
        from crisis.desk.duty.promising import open_promises

        desk = self.game.stage.desk
        for each in self.game.waiting:
            output.indented(
                say(
                    "{number}  {name}, since {since}",
                    number=each.number,
                    name=self._called(each.task.id),
                    since=self._clock(each.since),
                )
            )
        with desk.store.reading() as unit:
            for promise in open_promises(unit):
                output.indented(say("promised in public: {due}", due=self._clock(promise.due)))

    def _quit(self, _rest: str) -> None:
        raise KeyboardInterrupt

    # What they are told

    def _news(self) -> None:
        told = self.game.catch_up()
        for (at, kind), together in groupby(told, key=lambda news: (news.at, news.kind)):
            if kind == "out":
                accounts = ", ".join(dict.fromkeys(news.name for news in together))
                output.line(f"{self._clock(at)}  " + say("OUT on {accounts}", accounts=accounts), "bold")
            else:
                for news in together:
                    self._tell(news)
        if self.game.skips and not self.game.thinking and any(news.kind in MADE_TO_THINK for news in told):
            self.game.thinking = True
            output.indented(_("Enter: on to the next event, once you have settled it. Time runs."))

    def _tell(self, news: News) -> None:
        output.line(f"{self._clock(news.at)}  {self._what(news)}", "bold")
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
        return said[news.kind].format(name=self._called(news.name), text=self._why(news.text))

    def _called(self, name: str) -> str:
        """An inject or step by its id and what it is; an account by its name."""
        runbook = self.game.stage.runbook
        inject = next((inject for inject in runbook.injects if inject.id == name), None)
        known = inject or runbook.step(name)
        if name == NO_CHANGE:
            return _("The promised word that nothing has changed")
        return f"{name} ({name_in(known.says, language())})" if known else name

    def _arrived(self, name: str) -> str:
        """What has arrived as people read it: a mail without its envelope, a page without its marks."""
        from crisis import intake

        stage = self.game.stage
        inject = next(inject for inject in stage.runbook.injects if inject.id == name)
        raw = stage.payloads[inject.repeats or inject.id]
        try:
            return "\n\n".join(notice.text for notice in intake.read(raw, inject.name))
        except CrisisError:
            return raw.decode("utf-8", "replace")

    def _why(self, codes: str) -> str:
        """The codes of why something stopped, in words where there are some."""
        known = words(language())
        return ", ".join(known.get(f"why_{code}", code) for code in codes.split(", "))

    def _clock(self, at: datetime) -> str:
        return output.clock(at, self.game.stage.desk.settings.zone)


def sit_down(game: Game) -> None:
    """Play it at this terminal."""
    Table(game, Keyboard()).play()
