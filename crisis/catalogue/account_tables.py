"""The `[[account]]` and `[[outside]]` tables of `crisis.toml`: their keys, and what must hold between them and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from crisis.catalogue import checks
from crisis.catalogue.checks import At, Check, listed, wrong
from crisis.catalogue.platforms import check_platform, platforms
from crisis.catalogue.source_tables import seconds
from crisis.model.settings import BY_HAND, Account, Settings


def reads(value: Any, at: At) -> int:
    """A whole number of reads, one at least."""
    if type(value) is not int or value < 1:
        raise wrong(at, "{place}: not a number of reads; write a whole number, as 100, or leave it out for no limit.")
    return value


ACCOUNT: Mapping[str, Check] = {
    "id": checks.identifier,
    "platform": checks.identifier,
    "handle": checks.line,
    "owner": checks.line,
    "languages": checks.languages,
    "purpose": listed(checks.identifier),
    "url": checks.url,
    "api_base": checks.base,
    "credentials": checks.credentials,
    "credentials_expire": checks.date,
    "fallback": listed(checks.identifier),
    "limit": checks.characters,
    "operators": listed(checks.line),
    "reads_per_day": reads,
    "poll_every": seconds,
}
OUTSIDE: Mapping[str, Check] = {
    "name": checks.line,
    "phone": checks.line,
    "accounts": listed(checks.identifier),
    "say": checks.line,
}


def check_accounts(settings: Settings, folder: Path, shipped: Iterable[str]) -> None:
    """What must hold between accounts and the rest; `shipped` are languages of shipped templates. Raises `Mistake`."""
    known = platforms()
    spoken = dict.fromkeys((*settings.languages, *shipped))
    for account in settings.accounts:
        at = At(folder, f"[[account]] {account.id}")
        check_platform(account.platform, known, at.on("platform"))
        strange = next((tag for tag in account.languages if tag not in spoken), None)
        if strange:
            raise wrong(
                at.on("languages"),
                '{place}: "{tag}" is not among the languages of the desk; add it to [desk] languages or take it out.',
                tag=strange,
            )
        _check_fallback(settings, account, at.on("fallback"))
    for tool in settings.outside:
        strange = next((name for name in tool.accounts if settings.account(name) is None), None)
        if strange:
            at = At(folder, f"[[outside]] {tool.name}", "accounts")
            raise wrong(
                at, '{place}: there is no account "{account}"; write the id of an [[account]].', account=strange
            )


def _check_fallback(settings: Settings, account: Account, at: At) -> None:
    """Each way that is left when an account fails is another account of the desk, or a person's hand, which ends them."""
    for name in account.fallback:
        if name != BY_HAND and (name == account.id or settings.account(name) is None):
            raise wrong(
                at,
                '{place}: there is no other account "{account}"; write the id of another [[account]], or "hand".',
                account=name,
            )
    if BY_HAND in account.fallback[:-1]:
        raise wrong(at, '{place}: what is posted by hand does not fail; write "hand" last.')
