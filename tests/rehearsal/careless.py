"""Players who do everything that one must not, in the simulated world alone: what a notice says they paste into the platform's
own app, what waits for a decision they release with a word, nobody stands in for an approver who is away, and where a platform
is in trouble they post it once more by hand."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from crisis.desk.clearance import clearing
from crisis.desk.clearance.accepting import Acceptance
from crisis.desk.clearance.clearing import Asked
from crisis.desk.drafts import saving
from crisis.desk.signer import Signer
from crisis.errors import CrisisError, Held
from crisis.model.delivery import Parcel
from crisis.model.records import StoredPost
from crisis.rehearsal.players import APPROVER, DRAFTER, Outcome
from crisis.rehearsal.run import clear, through
from crisis.rehearsal.stage import News, Stage, Task

MINUTE = timedelta(minutes=1)
GONE = timedelta(hours=2)
"""For which the approver is away, and nobody else clears."""

MOST = 8
"""Findings of one family that are waved through."""


def careless(stage: Stage) -> None:
    """Lead a rehearsal so."""
    stage.hand_over = _late
    stage.tell = partial(_hear, stage)
    through(stage)


def _late(stage: Stage, task: Task, outcomes: tuple[Outcome, ...]) -> None:
    stage.plan(GONE if task.away else MINUTE, partial(clear, stage, task, outcomes))


def _hear(stage: Stage, news: News) -> None:
    injects = {inject.id: inject for inject in stage.runbook.injects}
    if news.kind == "arrived" and news.name in injects:
        _into_the_app(stage, stage.desk.settings.accounts[0].id, f"app-{news.name}", news.text)
    if news.kind in ("held", "refused") and news.name in injects and injects[news.name].no_post:
        stage.plan(MINUTE, partial(_release, stage, news.name))
    if news.kind in ("down", "lost"):
        with stage.desk.store.reading() as unit:
            for post in {heard.post for heard in stage.recorder.troubles if heard.account == news.name}:
                _into_the_app(stage, news.name, post, unit.need(StoredPost, post).text)


def _into_the_app(stage: Stage, account: str, post: str, text: str) -> None:
    parcel = Parcel("by hand", post, "by hand", f"【訓練】{text}", "ja", account, None, stage.clock.now())
    stage.recorder.take(parcel)


def _release(stage: Stage, name: str) -> None:
    """Draft it again, whatever was said of it, and accept every finding that may be accepted."""
    (notice,) = {outcome.notice for work in stage.arrivals if work.id == name for outcome in work.outcomes}
    stored, made = saving.draft(stage.desk, notice)
    if not made.posts:
        return
    _draft, posts = saving.save(stage.desk, stored, made, by=DRAFTER)
    signer = Signer(APPROVER, stage.desk.signing_key(APPROVER))
    accepted: tuple[Acceptance, ...] = ()
    for _ in range(MOST):
        try:
            clearing.clear(stage.desk, [p.id for p in posts if p.account], signer, Asked(accept=accepted))
        except Held as held:
            accepted = (*accepted, Acceptance(str(held.sentence.details["code"]), "it will be all right"))
        except CrisisError:
            return
        else:
            return
