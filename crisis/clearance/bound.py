"""A clearance is bound to accounts as they stood when it was given."""

from __future__ import annotations

from urllib.parse import urlsplit

from crisis.errors import Refused
from crisis.model.release import Target
from crisis.model.settings import BY_HAND, Account


def target_of(account: Account) -> Target:
    """The account as a statement binds it."""
    return Target(account.id, account.platform, account.handle, account.api_base, account.url)


def by_hand(account: Account) -> Target:
    """The account as a person posts to it: whatever API it has is not asked."""
    return Target(account.id, BY_HAND, account.handle, None, account.url)


def same_target(target: Target, account: Account) -> None:
    """Return if the account still is what was cleared, exactly; raise Refused `retargeted` that names what changed."""
    now = by_hand(account) if target.platform == BY_HAND != account.platform else target_of(account)
    changed = [name for name in Target.__dataclass_fields__ if getattr(now, name) != getattr(target, name)]
    if changed:
        raise Refused(
            "retargeted",
            "The account {account} is not what it was when this was cleared: {changes}.",
            "Put `crisis.toml` back as it was, or clear the post again for the account as it is now.",
            account=target.account,
            changes="; ".join(_change(name, getattr(target, name), getattr(now, name)) for name in changed),
        )


def _change(name: str, before: str | None, after: str | None) -> str:
    return f"{name} {_shown(name, before)} → {_shown(name, after)}"


def _shown(name: str, value: str | None) -> str:
    """A value that may be shown: of an API's address the host alone, for a gateway's may hold a password."""
    if value is None:
        return "-"
    if name != "api_base":
        return value
    return value.rpartition("@")[2] if "@" in value else urlsplit(value).netloc or value
