"""Approved answers at the desk: filled with the next promised time, and read by the guard before anybody reads them out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crisis.catalogue.answers import approved_answers
from crisis.desk.desk import Desk, found
from crisis.desk.drafts.compose import Words, inspect
from crisis.desk.duty.promising import promises
from crisis.model.answer import ApprovedAnswer
from crisis.model.finding import Finding
from crisis.model.names import name_in

NEXT = "{next}"
SENTENCES = re.compile(r"(?<=。)|(?<=[.!?]) ")


@dataclass(frozen=True)
class Answer:
    """What to say to one class of question now; `findings` say why it is not to be read out, where the guard would stop it."""

    id: str
    asks: str
    says: str
    findings: tuple[Finding, ...] = ()


def answers(desk: Desk, language: str) -> list[Answer]:
    """Every approved answer in that language, with the next promised time where there is one. Raises `Mistake` for a file that
    is wrong."""
    now = desk.clock.now()
    binding = [promise.due for promise in promises(desk) if promise.due > now]
    at = f"{binding[0].astimezone(desk.settings.zone):%H:%M}" if binding else None
    return [_answer(desk, each, language, at) for each in approved_answers(desk.settings.folder)]


def answer_named(desk: Desk, name: str, language: str) -> Answer:
    """One of them. Raises `Mistake` (`not-found`) where there is none."""
    return found(next((each for each in answers(desk, language) if each.id == name), None), "answer", name)


def _answer(desk: Desk, each: ApprovedAnswer, language: str, at: str | None) -> Answer:
    text = filled(name_in(each.says, language), at)
    read = inspect(desk.kit, Words(text, "page", language), None, None, desk.clock.now())
    return Answer(each.id, name_in(each.asks, language), text, tuple(one for one in read if one.stops))


def filled(text: str, at: str | None) -> str:
    """The words with the next time; without one, its sentences are left out: no untimed promise is made on the telephone."""
    if at is not None:
        return text.replace(NEXT, at)
    kept: Sequence[str] = [sentence for sentence in SENTENCES.split(text) if sentence and NEXT not in sentence]
    return (" " if text.isascii() else "").join(kept)
