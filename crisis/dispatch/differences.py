"""What stands on an account and what the desk has sent there, held against each other. Pure: both come in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from crisis.model.watched import Odd, OddPost, Seen

SETTLES = timedelta(minutes=5)
"""So long a platform may take until a post that it took is among the account's."""


@dataclass(frozen=True, slots=True)
class Ours:
    """A post that the desk may have on the account. `out_at` is when it was published, None while nobody knows that; one made by
    hand has its address for a `remote_id`; `denied` says that a person has settled it as not sent."""

    post: str
    text: str
    remote_id: str | None
    out_at: datetime | None
    denied: bool = False

    def is_it(self, seen: Seen) -> bool:
        """Whether that is this post, whatever it says by now."""
        known = self.remote_id
        by_id = known is not None and (
            known in {seen.remote_id, seen.url, *seen.earlier} or leads_to(known, seen.remote_id)
        )
        return by_id or ((known is None or "://" in known) and seen.shows(self.text))


def differences(
    account: str, seen: Sequence[Seen], ours: Sequence[Ours], recorded: Collection[str], since: datetime, now: datetime
) -> Iterator[OddPost]:
    """What is not as it should be among the posts since then: `seen` are all that the account shows, `recorded` the addresses of
    posts that people have recorded as made outside."""
    for each in seen:
        mine = next((one for one in ours if one.is_it(each)), None)
        if mine is None:
            if each.at >= since and not any(url == each.url or leads_to(url, each.remote_id) for url in recorded):
                yield OddPost(account, each.remote_id, Odd.FOREIGN, each.url, None, now)
        elif mine.denied:
            yield OddPost(account, each.remote_id, Odd.LATE, each.url, mine.post, now)
        elif not each.shows(mine.text):
            yield OddPost(account, each.remote_id, Odd.CHANGED, each.url, mine.post, now)
    for one in ours:
        settled = one.out_at is not None and since <= one.out_at <= now - SETTLES
        if settled and one.remote_id is not None and not any(one.is_it(each) for each in seen):
            yield OddPost(account, one.remote_id, Odd.GONE, None, one.post, now)


def leads_to(address: str, remote_id: str) -> bool:
    """Whether an address that a person gave leads to the post of that id, which may be an address itself (Bluesky)."""
    return address.partition("?")[0].rstrip("/").endswith(f"/{remote_id.rpartition('/')[2]}")
