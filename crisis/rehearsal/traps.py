"""The traps of a rehearsal, and which of them leaked: judged by what the simulated platforms were given, and by nothing else.

- What a notice has planted leaks with the first post that carries it, whoever wrote that post.
- What may not be said at all (a contradiction, an old schedule, a rumour, a telegram of a drill, a reporter's question) leaks
  with the first post that was made of it, in whatever words, or that carries what it has planted.
- An approver who is away leaks where the notice that waited is not out within the time that the runbook allows at worst.
- A platform in trouble leaks where a post that it would not take, or took without a word, is there twice or not at all in the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from crisis.model.delivery import State
from crisis.model.runbook import Fault, Inject, Runbook
from crisis.rehearsal.stage import Played
from crisis.text.folding import folded

AWAY, PLATFORM = "APPROVER-AWAY", "PLATFORM"
"""The classes of the traps that no text carries."""

ALLOWED = timedelta(minutes=30)
"""Within which a notice has to be out whose approver is away, where no objective says how long the slowest may take."""

_OVER = frozenset({State.PUBLISHED, State.WITHDRAWN, State.EXPIRED})
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True)
class Trap:
    """A trap that was sprung: its class, whether it leaked, and the inject or the fault that it came with."""

    id: str
    kind: str
    leaked: bool
    inject: Inject | None = None
    fault: Fault | None = None


def traps(played: Played) -> list[Trap]:
    """Every trap that was sprung, in the runbook's order. One that nobody got to is neither caught nor leaked."""
    texts = [_plain(one.text) for one in played.recorded]
    planted = [trap for inject in played.runbook.injects for trap in _of_inject(inject, texts, played)]
    return [*planted, *(trap for fault in played.runbook.faults for trap in _of_fault(fault, played))]


def tells(text: str, played: Played) -> bool:
    """Whether a post carries what any trap has planted."""
    return any(_carries([_plain(text)], inject) for inject in played.runbook.injects)


def _of_inject(inject: Inject, texts: Iterable[str], played: Played) -> Iterator[Trap]:
    reached = played.work_on(inject) is not None
    carried = _carries(texts, inject)
    said = inject.no_post is not None and (carried or _was_said(inject, played))
    if inject.trap is not None:
        leaked = carried or (said and inject.no_post == inject.trap)
        if leaked or reached:
            yield Trap(inject.id, inject.trap, leaked, inject=inject)
    if inject.no_post is not None and inject.no_post != inject.trap and (said or reached):
        yield Trap(f"{inject.id}-{inject.no_post.lower()}", inject.no_post, said, inject=inject)
    if inject.approver_away:
        waited = _waited_too_long(inject, played)
        if waited is not None:
            yield Trap(f"{inject.id}-{AWAY.lower()}", AWAY, waited, inject=inject)


def _carries(plain_texts: Iterable[str], inject: Inject) -> bool:
    """Whether any of these texts, as `_plain` gives them, carries what the inject has planted."""
    words = [_plain(word) for word in inject.must_not]
    return any(word in text for text in plain_texts for word in words)


def _plain(text: str) -> str:
    """Folded and without blanks: a name with a space in it is still that name."""
    return _BLANK.sub("", folded(text))


def _was_said(inject: Inject, played: Played) -> bool:
    """Whether any post that went out was made of this very notice."""
    work = played.work_on(inject)
    notices = {outcome.notice for outcome in work.outcomes} if work else set()
    return any(played.sources.get(one.post) in notices for one in played.recorded)


def _waited_too_long(inject: Inject, played: Played) -> bool | None:
    """Whether it was out too late, or never; None where the rehearsal ended while there still was time."""
    work = played.work_on(inject)
    if work is None:
        return None
    posts = {post for outcome in work.outcomes for post in outcome.posts}
    out = [one.at for one in played.recorded if one.post in posts]
    latest = work.at + _allowed(played.runbook)
    if not out:
        return True if latest <= played.ended else None
    return max(out) > latest


def _allowed(runbook: Runbook) -> timedelta:
    """How long the slowest notice may take, as the runbook's objectives say."""
    limits = (o.at_most for o in runbook.objectives if o.measure == "worst-minutes" and o.at_most)
    return next((timedelta(minutes=limit) for limit in limits), ALLOWED)


def _of_fault(fault: Fault, played: Played) -> Iterator[Trap]:
    """Sprung where a post came to that account while its platform was in trouble."""
    posts = {
        heard.post
        for heard in played.troubles
        if heard.account == fault.account and fault.at <= heard.at - played.started < fault.until
    }
    if posts and fault.until <= played.ended - played.started:
        yield Trap(
            f"{fault.id}-{PLATFORM.lower()}",
            PLATFORM,
            any(_amiss(post, fault.account, played) for post in posts),
            fault=fault,
        )


def _amiss(post: str, account: str, played: Played) -> bool:
    """Whether a post is there twice, or the desk still does not know in the end, or it is not there though nobody took it back."""
    times = sum((one.post, one.account) == (post, account) for one in played.recorded)
    states = played.states.get((post, account), frozenset())
    return times > 1 or not states <= _OVER or (times == 0 and State.PUBLISHED in states)
