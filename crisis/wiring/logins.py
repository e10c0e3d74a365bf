"""A person logs an account in, once: what comes of it is kept where its credentials stand, and renewed from then on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crisis import channels
from crisis.desk.desk import Desk, found
from crisis.errors import Refused
from crisis.model.ports import NotSent, Purse
from crisis.model.settings import Account
from crisis.wiring.secrets import purse_of

CLIENT, SECRET = "CLIENT_ID", "CLIENT_SECRET"


class Door:
    """The login of one account. `kept` are the secrets that are there already."""

    def __init__(self, desk: Desk, account_id: str, environ: Mapping[str, str]) -> None:
        account = found(desk.settings.account(account_id), "account", account_id)
        self._desk, self.account, self._platform = desk, account, channels.login(account.platform)
        self._purse = _purse(desk, account, environ)
        # Written as it is: that it cannot be kept is found out before anybody logs in.
        self.kept = self._purse.replace(lambda secrets: secrets)

    def begin(self, client_id: str, client_secret: str | None, redirect: str) -> Any:
        """Begin one: its `url` is where a person allows it."""
        return self._platform.Login(self.account, client_id, client_secret, redirect)

    def finish(self, login: Any, answer: str, *, by: str | None) -> str:
        """Keep what comes of the address at which the browser ended; whose account it is. Raises `Refused` where it is another
        one than crisis.toml says: nothing is kept then."""
        secrets = login.finish(answer, self._desk.clock.now())
        name = self._name(secrets["ACCESS_TOKEN"])
        handle = self.account.handle
        if handle and handle.lstrip("@").casefold() != name.casefold():
            raise Refused(
                "wrong-account",
                "You are logged in there as @{name}, and {account} is {handle}.",
                "Log in there as {handle}, and begin again.",
                name=name,
                account=self.account.id,
                handle=handle,
            )
        self._purse.replace(lambda now: {**now, **secrets})
        with self._desk.store.writing(self._desk.clock.now()) as unit:
            unit.record("account-login", account=self.account.id, platform=self.account.platform, handle=name, by=by)
        return name

    def _name(self, token: str) -> str:
        try:
            name: str | None = self._platform.whose(self.account, token, self._desk.clock.now())
            why = "the platform does not say whose they are"
        except NotSent as refusal:
            name, why = None, refusal.reason
        if name is None:
            raise Refused("login-unproven", "The new credentials cannot be tried: {why}.", "Begin again.", why=why)
        return name


def _purse(desk: Desk, account: Account, environ: Mapping[str, str]) -> Purse:
    purse = purse_of(account, environ, desk.settings.folder or desk.public.parent)
    if purse is None:
        raise Refused(
            "nowhere-to-keep",
            "A login is renewed by itself, and {account} has no place where that can be kept.",
            'Write in crisis.toml: credentials = "file:{account}.toml" (or "keyring:{account}"), and begin again.',
            account=account.id,
        )
    return purse
