"""A rehearsal that people play, each at a terminal or all at one: they read, clear and decide while the clock runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crisis.cli import output
from crisis.cli.rehearsal.seats import Seat, Seats
from crisis.cli.rehearsal.telling import Telling
from crisis.cli.words import _, language, say, whole
from crisis.errors import CrisisError
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.rehearsal.live import Game, Waiting

MADE_TO_THINK = frozenset({"held", "refused", "down", "lost"})
"""News after which people have something to settle although nothing waits: time goes on with them until they press Enter."""

PAUSE = 0.05
"""Seconds in which a line that was typed ahead is taken while quiet time is left out."""

YES = frozenset({"y", "yes", "はい"})


@dataclass
class Table:
    """The table at which the people sit. `joined` is told the name of everybody who comes to it; `authors` are the seats of those
    who said what waits under a number."""

    game: Game
    seats: Seats
    joined: Callable[[str], None]
    authors: dict[int, Seat] = field(default_factory=dict)

    @property
    def telling(self) -> Telling:
        """The rehearsal in words."""
        return Telling(self.game.stage)

    def play(self, *, open_to_others: bool) -> None:
        """Until the time is up, or somebody at the first terminal ends it."""
        self.seats.show(self.telling.situation)
        self.seats.show(partial(self.telling.rules, joined=False))
        if open_to_others:
            self._say(_("Others join from a terminal of their own: crisis rehearse join --as ID"))
        self._news()
        while not self.game.over:
            came = self._next()
            self._news()
            if came is not None:
                self._hear(*came)
                self._news()
        self._say(_("The rehearsal is over."), "bold")

    def _next(self) -> tuple[Seat, str | None] | None:
        """What somebody types, and who; None where something happens first."""
        if self.game.skips and self.game.idle:
            return self.seats.line(PAUSE)
        for seat in self.seats.all:
            if seat.reading is None and not seat.asked:
                seat.put(self._prompt(), asks=True)
        return self.seats.line(max(self.game.patience(), PAUSE))

    def _prompt(self) -> str:
        now = self.telling.clock(self.game.stage.clock.now())
        waiting = ", ".join(str(each.number) for each in self.game.waiting) or "-"
        return say("{mark} {now}  waiting: {waiting} >", mark=_("EXERCISE"), now=now, waiting=waiting) + " "

    def _say(self, text: str, style: str | None = None, *, but: Seat | None = None) -> None:
        """A line for everybody, or all but one."""
        self.seats.show(lambda: output.line(text, style), but=but)

    def _hear(self, seat: Seat, line: str | None) -> None:
        """What somebody typed: the answer to what they were asked, or something to do."""
        seat.asked = False
        if seat not in self.seats.all:
            self._welcome(seat, line)
        elif line is None:
            self._gone(seat)
        elif seat.reading is not None:
            self._answer(seat, line)
        else:
            seat.show(lambda: self._act(seat, line))

    # Who sits there

    def _welcome(self, seat: Seat, line: str | None) -> None:
        """Somebody joins: they are told where they are and what waits."""
        if line is None:
            return
        self._say(say("{name} has joined.", name=seat.name), "bold")
        self.seats.all.append(seat)
        self.joined(seat.name)
        seat.show(self.telling.situation)
        seat.show(partial(self.telling.rules, joined=True))
        seat.show(self._status)

    def _gone(self, seat: Seat) -> None:
        """Somebody leaves; with the first terminal the rehearsal ends."""
        if seat.first:
            raise KeyboardInterrupt
        self.seats.leave(seat)
        self._say(say("{name} has left.", name=seat.name), "bold")

    # What people may do

    def _act(self, seat: Seat, line: str) -> None:
        """Do what was typed. What is shown goes to that terminal."""
        if not line:
            if self.game.skips and not self.game.waiting:
                self._go_on(seat)
            return
        word, _blank, rest = line.partition(" ")
        deeds = {"n": self._on, "s": self._ask_status, "say": self._tell, "b": self._give_back, "q": self._quit}
        try:
            if word.isdecimal():
                self._read(seat, int(word))
            elif word in deeds:
                deeds[word](seat, rest)
            else:
                self.telling.rules(joined=not seat.first)
        except CrisisError as error:
            output.line(whole(error), "bold red")

    def _read(self, seat: Seat, number: int) -> None:
        """Read out what waits, and ask whether it goes out; the answer comes as a line of its own."""
        waiting = self._wanted(number)
        if waiting is None:
            return
        if self.authors.get(number) is seat and len(self.seats.all) > 1:
            output.line(_("You said this yourself: somebody else at the table reads it and says yes."))
            return
        if seat.name:
            self._say(say("{name} reads {number} aloud.", name=seat.name, number=number), but=seat)
        self._read_out(waiting)
        seat.reading = waiting

    def _read_out(self, waiting: Waiting) -> None:
        from crisis.cli.clearance.reading import confirmation, read_out

        desk = self.game.stage.desk
        read = read_out(desk, waiting.posts, None, as_json=False)
        print(f"{confirmation(desk, read)} [y/N] ", end="")

    def _answer(self, seat: Seat, line: str) -> None:
        """Yes or no to what they have read. What came while they read came before their yes."""
        waiting = seat.answered()
        seat.show(lambda: self._clear(waiting, yes=line.lower() in YES))

    def _clear(self, waiting: Waiting | None, *, yes: bool) -> None:
        if not yes or waiting is None:
            output.line(_("Nothing was released."))
            return
        if waiting not in self.game.waiting:
            output.line(_("It waits no longer."))
            return
        try:
            for outcome in self.game.clear(waiting):
                if outcome.codes:
                    why = self.telling.why(", ".join(outcome.codes))
                    output.line(say("Not released: {codes}", codes=why), "bold red")
            if waiting in self.game.waiting:
                output.indented(say("Send it back with the reason: b {number} WHY", number=waiting.number))
        except CrisisError as error:
            output.line(whole(error), "bold red")

    def _give_back(self, seat: Seat, rest: str) -> None:
        number, _blank, why = rest.partition(" ")
        waiting = self._wanted(int(number)) if number.isdecimal() else None
        if waiting is None or not why.strip():
            output.line(_("Write for example: b 2 ask general affairs first"))
            return
        self.game.give_back(waiting, why.strip())
        output.line(_("Sent back."))
        if seat.name:
            self._say(say("{name} sent {number} back.", name=seat.name, number=number), but=seat)

    def _wanted(self, number: int) -> Waiting | None:
        waiting = self.game.numbered(number)
        if waiting is None:
            output.line(say("Nothing waits under {number}.", number=number))
        return waiting

    def _tell(self, seat: Seat, rest: str) -> None:
        type_id, _blank, answers = rest.partition(" ")
        types = self.game.stage.desk.kit.types
        notice_type = types.get(type_id)
        given = dict(each.strip().split("=", 1) for each in answers.split(";") if "=" in each)
        if notice_type is None or not notice_type.posts:
            there = ", ".join(name for name, known in types.items() if known.posts)
            output.line(say("There is no such type. There are: {types}", types=there))
            return
        unknown = [name for name in given if notice_type.field_named(name) is None]
        if unknown or not given:
            asked = ", ".join(each.name for each in notice_type.fields if each.question)
            output.line(say("{type} asks for: {fields}", type=name_in(notice_type.names, language()), fields=asked))
            return
        before = self.game.numbers
        self.game.say(type_id, given)
        self.authors.update(dict.fromkeys(range(before + 1, self.game.numbers + 1), seat))

    def _on(self, seat: Seat, _rest: str) -> None:
        if self.game.skips:
            self._go_on(seat)
        else:
            output.line(_("The clock runs by itself at this speed."))

    def _go_on(self, seat: Seat) -> None:
        self.game.go_on()
        if seat.name:
            self._say(say("{name}: on to the next event.", name=seat.name), but=seat)

    def _ask_status(self, _seat: Seat, _rest: str) -> None:
        self._status()

    def _status(self) -> None:
        from crisis.desk.duty.promising import open_promises

        for each in self.game.waiting:
            name, since = self.telling.called(each.task.id), self.telling.clock(each.since)
            output.indented(say("{number}  {name}, since {since}", number=each.number, name=name, since=since))
        with self.game.stage.desk.store.reading() as unit:
            for promise in open_promises(unit):
                output.indented(say("promised in public: {due}", due=self.telling.clock(promise.due)))

    def _quit(self, seat: Seat, _rest: str) -> None:
        self._gone(seat)

    # What they are told

    def _news(self) -> None:
        told = self.game.catch_up()
        if told:
            self.seats.show(lambda: self.telling.news(told))
        if self.game.skips and not self.game.thinking and any(news.kind in MADE_TO_THINK for news in told):
            self.game.thinking = True
            thinks = _("Enter: on to the next event, once you have settled it. Time runs.")
            self.seats.show(lambda: output.indented(thinks))


def sit_down(game: Game, folder: Path, people: Sequence[str], joined: Callable[[str], None]) -> None:
    """Play it at this terminal, and at those that join it at a socket in that folder. The first of the people sits here."""
    seats = Seats(people[0] if people else "")
    with seats.open(folder) as is_open:
        Table(game, seats, joined).play(open_to_others=is_open)
