"""Whether each account has what it needs to post, as its platform says. Nothing is sent."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from crisis.desk.desk import Desk
from crisis.errors import CrisisError
from crisis.model.ports import Inspectable, Inspected, NotSent
from crisis.model.settings import Account
from crisis.sentence import Sentence

NOTHING = Inspected()


@dataclass(frozen=True, slots=True)
class Checked:
    """An account that was looked at."""

    account: Account
    by_hand: bool = False
    said: Inspected = NOTHING


def check(desk: Desk) -> list[Checked]:
    """Every account in its order; they are asked all at once, so that a slow platform keeps nobody waiting for the others."""
    accounts = desk.settings.accounts
    with ThreadPoolExecutor(max_workers=max(1, min(desk.workers, len(accounts)))) as pool:
        return list(pool.map(partial(_check, desk), accounts))


def _check(desk: Desk, account: Account) -> Checked:
    try:
        channel = desk.channel(account)
        said = channel.inspect() if isinstance(channel, Inspectable) else Inspected()
    except CrisisError as error:
        whole = Sentence("{sentence} {mend}", sentence=error.sentence, mend=error.mend)
        return Checked(account, said=Inspected(problem=whole))
    except NotSent as error:
        return Checked(
            account, said=Inspected(problem=Sentence("The platform cannot be used: {why}.", why=error.reason))
        )
    return Checked(account, by_hand=channel is None, said=said)
