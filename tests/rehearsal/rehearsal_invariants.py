"""What must hold in every rehearsal, whatever the times; said again without the score's own functions, which may be what is
wrong. A rehearsal that breaks it names the one command that plays it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from crisis.rehearsal import score
from crisis.rehearsal.stage import Played
from crisis.text.folding import folded


def broken(played: Played) -> list[str]:
    """What does not hold, each in a line; empty where all is well."""
    checks = (*_out(played), *_leaks(played), *_promises(played), *_expected(played), *_ledger(played))
    return [f"{what} (crisis rehearse {played.runbook.id} --seed {played.seed})" for what in checks]


def _out(played: Played) -> Iterator[str]:
    """Everything that went out was cleared in these very bytes, is marked, and went out once."""
    if not played.recorded:
        yield "nothing went out"
    for one in played.recorded:
        if (one.post, one.account, one.text) not in played.cleared:
            yield f"{one.post} went out uncleared"
        if "訓練" not in one.text and "EXERCISE" not in one.text:
            yield f"{one.post} went out without the mark of an exercise"
    given = Counter((one.post, one.account) for one in played.recorded)
    yield from (f"{post} was given to {account} {times} times" for (post, account), times in given.items() if times > 1)
    said = Counter((one.release, one.account, one.language, one.text) for one in played.recorded)
    yield from (
        f"{account} was given the same text of {release} twice" for (release, account, *_), n in said.items() if n > 1
    )


def _leaks(played: Played) -> Iterator[str]:
    """No planted word is in any post."""
    everything = folded("\n".join(one.text for one in played.recorded)).replace(" ", "")
    for inject in played.runbook.injects:
        if any(folded(word).replace(" ", "") in everything for word in inject.must_not):
            yield f"the trap of {inject.id} leaked"


def _promises(played: Played) -> Iterator[str]:
    """From one promised time to the next there is always something newer, of another release, in the same chain."""
    releases = {one.post: (one.chain, one.release) for one in played.recorded}
    for work in (*played.arrivals, *played.told):
        for outcome in work.outcomes:
            out = [one for one in played.recorded if one.post in outcome.posts]
            if outcome.promised is None or not out or outcome.promised > played.ended:
                continue
            chain, release = releases[out[0].post]
            newer = [o for o in played.recorded if o.chain == chain and o.release != release and o.at > out[0].at]
            if not any(one.at <= outcome.promised for one in newer):
                yield f"{work.id} promised an update for {outcome.promised.isoformat()}, and none came"


def _expected(played: Played) -> Iterator[str]:
    """Every inject ended as its runbook's owners expect, and every objective is met."""
    for inject in played.runbook.injects:
        if (seen := score.seen(inject, played)) != inject.expect:
            yield f"{inject.id} was {seen} and not {inject.expect}"
    yield from (f"{r.objective.name} is {r.measured}" for r in score.objectives(played) if not r.met)


def _ledger(played: Played) -> Iterator[str]:
    """The ledger verifies, and holds at least an entry for every post."""
    if not played.verdict.ok or played.verdict.entries <= len(played.recorded):
        yield f"the ledger does not verify: {played.verdict.problems}"
