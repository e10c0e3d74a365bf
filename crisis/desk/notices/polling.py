"""Taking in what the desk's sources hold. Nothing that comes in by itself is drafted or sent by itself."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from crisis import intake
from crisis.desk.desk import Desk
from crisis.desk.drafts.compose import whole
from crisis.desk.notices.looks import Rest
from crisis.desk.notices.receive import take_all, unreadable
from crisis.desk.notices.versions import perhaps_new
from crisis.errors import CrisisError, Mistake, Refused
from crisis.intake.parts.cutting import Cut, less
from crisis.intake.telegram import FORMS as TELEGRAMS
from crisis.model.notice import Notice
from crisis.model.ports import Fetched, Look, Source, SourceFailed
from crisis.model.settings import SourceSettings
from crisis.sentence import Sentence
from crisis.store.unit import Reading

Coming = tuple[Notice, Sentence | None]
"""A notice, and the reason for which nothing can be made of it."""

Seen = dict[str, str]
"""Digests of what a feed held, by the feed."""

SOURCE = "source"
"""The code of a source that fails."""

AT_ONCE = 25
"""Notices of a source that are taken in before whoever polls goes on with what is to be sent."""


@dataclass(frozen=True)
class Polled:
    """What a poll did: ids of the notices that are new (new versions among them), and why sources fail now."""

    taken: tuple[str, ...] = ()
    failed: tuple[Sentence, ...] = ()

    def troubles(self) -> list[CrisisError]:
        """The failures as errors, for whoever tells troubles."""
        return [CrisisError(SOURCE, sentence.template, **sentence.details) for sentence in self.failed]


def poll(desk: Desk, patience: float | None = None) -> Polled:
    """Look at every source whose pace is over, all at once, and take in what has ended within `patience` seconds (None: to
    the end); the rest is taken by the next poll. A source that fails stops no other."""
    for settings in desk.settings.sources:
        build = desk.source(settings)
        if build is not None and desk.looks.due(settings, desk.clock.now()):
            _start(desk, settings, build)
    for settings, outcome in desk.looks.ended(patience):
        _end(desk, settings, outcome)
    most = None if patience is None else AT_ONCE
    taken = [notice for rest in list(desk.looks.rest.values()) for notice in _take_in(desk, rest, most)]
    if patience is None:
        for source in desk.looks.running():
            desk.looks.failing[source] = (Sentence("Source {source} gives no whole answer in time.", source=source),)
    return Polled(tuple(taken), tuple(s for each in desk.looks.failing.values() for s in each))


def failing(desk: Desk, unit: Reading) -> list[Sentence]:
    """Why sources failed at their last look, as the desk remembers it."""
    remembered = [_remembered(unit, settings.id).get("failed", []) for settings in desk.settings.sources]
    return [Sentence(said["says"], **said["of"]) for each in remembered for said in each]


def _start(desk: Desk, settings: SourceSettings, build: Callable[[], Source]) -> None:
    with desk.store.reading() as unit:
        before = desk.looks.before[settings.id] = _remembered(unit, settings.id)
    desk.looks.start(settings, build, before.get("memory", {}))


def _end(desk: Desk, settings: SourceSettings, outcome: Look | SourceFailed) -> None:
    """Lay out what a look gave, to be taken in."""
    if isinstance(outcome, SourceFailed):
        _remember(desk, settings, None, (outcome.reason,))
        desk.looks.again(settings, desk.clock.now(), outcome.retry_after)
        return
    with _failing(desk, settings):
        seen = desk.looks.before[settings.id].get("seen", {})
        coming, now_seen = _new_in(desk, settings, outcome, seen)
        desk.looks.rest[settings.id] = Rest(settings, outcome, coming, {**seen, **now_seen})


def _take_in(desk: Desk, rest: Rest, most: int | None) -> list[str]:
    """Take in at most so many of the notices of a look, ids of the new ones; the source's memory moves on once all are kept."""
    taken: list[str] = []
    settings = rest.settings
    now, later = (rest.notices, []) if most is None else (rest.notices[:most], rest.notices[most:])
    with _failing(desk, settings):
        for start in range(0, len(now), AT_ONCE):
            some = now[start : start + AT_ONCE]
            arrivals = take_all(desk, some, by=None, type_id=settings.type, polled=True)
            taken += [arrival.stored.id for arrival in arrivals if arrival.new]
        if later:
            desk.looks.rest[settings.id] = replace(rest, notices=later)
            return taken
        _remember(desk, settings, rest.look.memory, rest.look.failed, rest.seen)
        desk.looks.again(settings, desk.clock.now())
    return taken


@contextmanager
def _failing(desk: Desk, settings: SourceSettings) -> Iterator[None]:
    """Where what was found cannot be taken in, the source fails, and nothing of this look is remembered."""
    desk.looks.rest.pop(settings.id, None)
    try:
        yield
    except CrisisError as error:
        desk.looks.again(settings, desk.clock.now())
        _remember(desk, settings, None, (Sentence("Source {source}: {why}", source=settings.id, why=str(error)),))


def _new_in(desk: Desk, settings: SourceSettings, look: Look, seen: Mapping[str, str]) -> tuple[list[Coming], Seen]:
    """The notices in what was fetched that the desk does not hold as they are, and the digests of all entries of a feed, by
    its identity: `seen` are those of the look before. Raises `CrisisError` where the source itself is at fault."""
    if settings.type is not None and settings.type not in desk.kit.types:
        raise Mistake(
            "unknown-type", "There is no notice type {type}.", "Correct it in crisis.toml.", type=settings.type
        )
    read: list[Coming] = []
    now_seen: dict[str, str] = {}
    for fetched in look.found:
        coming, now_seen[fetched.identity] = _less_known(settings, fetched, seen.get(fetched.identity, ""))
        read += coming
    if not read:
        return [], now_seen
    with desk.store.reading() as unit:
        new = {id(notice) for notice in perhaps_new(unit, [notice for notice, _ in read])}
    return [each for each in read if id(each[0]) in new], {of: digests for of, digests in now_seen.items() if digests}


def _less_known(settings: SourceSettings, fetched: Fetched, seen: str) -> tuple[list[Coming], str]:
    """What is fetched without the entries of a feed that the look before held byte for byte: those are not even parsed."""
    cut = less(fetched.raw, seen) if fetched.form == "feed" else None
    if cut is None:
        return _read(settings, fetched), ""
    if cut.new == 0:
        return [], cut.digests
    coming = _read(settings, replace(fetched, raw=cut.raw))
    if len(coming) != cut.new:
        return _read(settings, fetched), ""
    return [(_alone(notice, cut), refused) for notice, refused in coming], cut.digests


def _alone(notice: Notice, cut: Cut) -> Notice:
    """The notice; without its id where an entry that was cut out has the same."""
    return replace(notice, source_id=None) if notice.source_id and cut.is_shared(notice.source_id) else notice


def _read(settings: SourceSettings, fetched: Fetched) -> list[Coming]:
    """Notices, each with the reason for which nothing can be made of it. What cannot be read is kept all the same, but where
    only one form can be meant another is the source's fault: a login page instead of the feed."""
    if fetched.refused is not None:
        return [(unreadable(fetched.raw, fetched.name), fetched.refused)]
    try:
        read = intake.read(fetched.raw, fetched.name)
    except Refused as refusal:
        if refusal.code == "no-entries":
            return []
        if fetched.form is not None:
            raise
        return [(unreadable(fetched.raw, fetched.name), whole(refusal))]
    except Exception as error:  # noqa: BLE001 - one notice never stops the others
        why = Sentence("It cannot be read ({kind}). Open the original.", kind=type(error).__name__)
        return [(unreadable(fetched.raw, fetched.name), why)]
    if fetched.form is not None and any(notice.form not in (fetched.form, *TELEGRAMS) for notice in read):
        raise Refused(
            "not-the-form",
            "{name} does not answer with a {form}.",
            "Open its address and see whether it asks for a login.",
            name=fetched.name,
            form=fetched.form,
        )
    return [(notice, None) for notice in _identified(settings, fetched, read)]


def _identified(settings: SourceSettings, fetched: Fetched, read: Sequence[Notice]) -> list[Notice]:
    """The notices with what recognises each when it comes again. An id that several entries of a feed share (all link to the
    portal's front page) is none, and what is damaged replaces nothing; a file of one notice without an id is known by where
    it lies."""
    shared = Counter(notice.source_id for notice in read if notice.form == "feed")
    known = [replace(n, source_id=None) if shared[n.source_id] > 1 or _is_damaged(n) else n for n in read]
    if len(known) == 1 and known[0].source_id is None and not _is_damaged(known[0]) and known[0].form != "feed":
        return [replace(known[0], source_id=f"source:{settings.id}:{fetched.identity}")]
    return known


def _is_damaged(notice: Notice) -> bool:
    return any(defect.code == "broken" for defect in notice.defects)


def _remember(
    desk: Desk,
    settings: SourceSettings,
    memory: Mapping[str, Any] | None,
    failed: Sequence[Sentence],
    seen: Mapping[str, str] | None = None,
) -> None:
    """Keep how the look ended, and the source's memory where it moved on. Failures said here are shown until the next look."""
    desk.looks.failing[settings.id] = tuple(failed)
    before = desk.looks.before.get(settings.id, {})
    after = {
        "memory": before.get("memory", {}) if memory is None else dict(memory),
        "seen": before.get("seen", {}) if seen is None else dict(seen),
        "failed": [{"says": s.template, "of": {k: str(v) for k, v in s.details.items()}} for s in failed],
    }
    if after == before:
        return
    desk.looks.before[settings.id] = after
    with desk.store.writing(desk.clock.now()) as unit:
        unit.set_meta(f"source:{settings.id}", json.dumps(after, sort_keys=True))


def _remembered(unit: Reading, source: str) -> dict[str, Any]:
    return dict(json.loads(unit.meta(f"source:{source}") or "{}"))
