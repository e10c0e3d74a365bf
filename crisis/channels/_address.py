"""Where credentials may travel: over https, or within this machine."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from crisis.errors import Mistake
from crisis.model.settings import Account


def checked(account: Account) -> str | None:
    """The account's `api_base`, if it has one. Raises `Mistake` where credentials would travel in the clear."""
    if account.api_base is None:
        return None
    parts = urlsplit(account.api_base)
    host = parts.hostname or ""
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and _on_this_machine(host))):
        raise Mistake(
            "api-base-unsafe",
            "Account {account} has the api_base {api_base!r}, which is neither https nor on this machine.",
            "Write an https address, or take api_base out to use the platform itself.",
            account=account.id,
            api_base=account.api_base,
        )
    return account.api_base


def _on_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
