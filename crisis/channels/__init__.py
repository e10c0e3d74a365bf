"""Channels: one module or small folder per platform, found by itself.

A channel module is named like its platform and has `PLATFORM`, `NEEDS` (the suffixes of the credentials that it must be
given) and `build(fittings)`. One whose platform lets a person log in also has `RENEWED`, the suffix that stands for `NEEDS`
where a login has kept it, and `LOGIN`, the module that logs in. Names that start with an underscore are shared parts, not
channels. Importing a channel module loads no platform library; `build` does.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Protocol, cast

from crisis.errors import Mistake, Refused
from crisis.model.ports import Channel, Fittings


class ChannelModule(Protocol):
    """What each module in this folder offers."""

    PLATFORM: str
    NEEDS: tuple[str, ...]
    build: Callable[[Fittings], Channel]


def platforms() -> tuple[str, ...]:
    """The platforms that have a channel, sorted; nothing is imported to find them."""
    return tuple(sorted(found.name for found in iter_modules(__path__) if not found.name.startswith("_")))


def needs(platform: str) -> tuple[str, ...]:
    """The credential suffixes that the platform's channel must be given. Raises `Mistake` for an unknown platform."""
    return _module(platform).NEEDS


def build(fittings: Fittings) -> Channel:
    """The channel of the account's platform. Raises `Mistake` where none exists or a credential is missing, `Refused` where
    it is another platform's."""
    account, module = fittings.account, _module(fittings.account.platform)
    renewed = fittings.purse is not None and getattr(module, "RENEWED", None) in fittings.secrets
    missing = [suffix for suffix in module.NEEDS if not renewed and not fittings.secrets.get(suffix)]
    if missing:
        raise Mistake(
            "credentials-missing",
            "Account {account} has no {names}.",
            "Add {names} under {reference}, or post by hand.",
            account=account.id,
            names=", ".join(missing),
            reference=account.credentials or "the account's credentials",
        )
    channel = module.build(fittings)
    if channel.platform != account.platform:  # what is cleared for one platform never goes to another
        raise Refused(
            "other-platform",
            "The channel for {account} is one of {platform}, and it was cleared for {cleared}.",
            "Nothing is sent. Post it by hand: crisis hand",
            account=account.id,
            platform=channel.platform,
            cleared=account.platform,
        )
    return channel


def login(platform: str) -> Any:
    """What lets a person log in there: `Login` and `whose`. Raises `Refused` where the platform has no such thing here."""
    found = getattr(_module(platform), "LOGIN", None)
    if found is None:
        raise Refused(
            "no-login",
            "There is no login for {platform}: its keys are put where credentials say.",
            "docs/operations.md says which, and where they are made.",
            platform=platform,
        )
    return import_module(found)


def _module(platform: str) -> ChannelModule:
    known = platforms()
    if platform not in known:
        raise Mistake(
            "unknown-platform",
            "There is no channel for the platform {platform!r}.",
            "Known platforms: {known}.",
            platform=platform,
            known=", ".join(known),
        )
    return cast("ChannelModule", import_module(f"{__name__}.{platform}"))
