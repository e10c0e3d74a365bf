"""The next way of a post whose own has failed for good, as a value. Nothing here sends."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from crisis.canon import canonical, digest
from crisis.model.delivery import Delivery, State
from crisis.model.release import StatedPost

ACCOUNT_HELD: Final = "account-held"
"""Why a post goes another way while its account alone is stopped."""

OF_THE_ACCOUNT: Final = frozenset(
    {
        "retargeted",
        "unknown-account",
        "credentials-missing",
        "credentials-unreadable",
        "credentials-open",
        "credentials-file",
        "keyring-missing",
        "keyring-shut",
        "other-platform",
    }
)
"""Refusals before a send that lie in the account and not in the post: another account may carry it all the same."""


def delivery_key(release: str, post: str, place: int = 0) -> str:
    """The key of a delivery: the same for the same release, post and target, whoever computes it."""
    named = [release, post, place] if place else [release, post]
    return "K-" + digest(canonical(named))[len("sha256:") :][:32]


def has_next(delivery: Delivery, stated: StatedPost) -> bool:
    """Whether a way is left after this one."""
    return delivery.place < len(stated.fallbacks)


def following(failed: Delivery, stated: StatedPost, now: datetime) -> Delivery | None:
    """What is queued next: for a delivery that provably failed, while its window is open, the next of the targets that were
    cleared with it. None where there is none; never for an unknown, which may be out."""
    if failed.state is not State.FAILED or now > failed.not_after or not has_next(failed, stated):
        return None
    place = failed.place + 1
    return Delivery(
        key=delivery_key(failed.release, failed.post, place),
        release=failed.release,
        post=failed.post,
        account=stated.aimed(place).target.account,
        state=State.QUEUED,
        due=failed.due,
        not_after=failed.not_after,
        chain=failed.chain,
        final=failed.final,
        place=place,
    )
