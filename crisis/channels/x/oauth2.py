"""OAuth 2.0 with PKCE on X: a person allows the app once; from then on the access token is renewed every two hours.

X takes each refresh token once and answers with the next, so what it answers is kept before it is used, and never do two
processes renew at once (`Purse.replace`). An answer that is lost on the way takes the access with it: somebody logs in again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

from crisis.channels import _verdict
from crisis.channels._address import checked
from crisis.channels._answer import member
from crisis.channels._verdict import Exchange, Manners
from crisis.channels.x.verdict import pause, unaskable
from crisis.errors import CrisisError, Refused
from crisis.model.ports import Clock, NotSent, Purse
from crisis.model.settings import Account

if TYPE_CHECKING:
    from crisis.channels.x.wire import XWire

SCOPES = ("tweet.read", "tweet.write", "users.read", "offline.access")
TOKEN = "https://api.x.com/2/oauth2/token"  # noqa: S105 - where tokens are given out
ALLOW = "https://x.com/i/oauth2/authorize"

EARLY = timedelta(minutes=5)
"""So long before its end an access token is renewed."""

MANNERS = Manners(
    name="X",
    refusals={
        400: "X does not renew the account's access (400): crisis account login, or post by hand",
        401: "X does not know the app any more (401): crisis account login, or post by hand",
        403: "X does not renew the account's access (403): crisis account login, or post by hand",
    },
    pause=pause,
)


class Access:
    """The access of one account: a token that is renewed before it ends."""

    def __init__(self, account: Account, clock: Clock, purse: Purse) -> None:
        self._account, self._clock, self._purse = account, clock, purse

    def token(self, spent: str | None = None) -> str:
        """An access token that holds; another one than `spent`, which X has refused. Raises `NotSent`."""
        try:
            secrets = self._purse.read()
            if not self._holds(secrets, spent):
                secrets = self._purse.replace(lambda now: now if self._holds(now, spent) else self._renewed(now))
            return secrets["ACCESS_TOKEN"]
        except CrisisError as error:
            why = str(error)
        raise NotSent(why, permanent=False)

    def _holds(self, secrets: Mapping[str, str], spent: str | None) -> bool:
        token, ends = secrets.get("ACCESS_TOKEN"), _time(secrets.get("EXPIRES_AT"))
        return bool(token) and token != spent and (ends is None or self._clock.now() + EARLY < ends)

    def _renewed(self, secrets: Mapping[str, str]) -> Mapping[str, str]:
        session, wire = _session(self._account, secrets.get("CLIENT_ID", ""), secrets.get("CLIENT_SECRET"))
        answer = wire.ask(
            lambda: session.refresh_token(
                TOKEN,
                refresh_token=secrets.get("REFRESH_TOKEN"),
                auth=session.auth,
                client_id=secrets.get("CLIENT_ID"),
            ),
            lambda seen, error: _unrenewed(seen, error, self._clock.now()),
        )
        return {**secrets, **_kept(answer, self._clock.now())}


class Login:
    """A person allows the app: `url` is where, and `finish` takes the address at which the browser ends."""

    def __init__(self, account: Account, client_id: str, client_secret: str | None, redirect: str) -> None:
        self._session, self._wire = _session(account, client_id, client_secret, redirect, SCOPES)
        self._client = {"CLIENT_ID": client_id, **({"CLIENT_SECRET": client_secret} if client_secret else {})}
        query = parse_qs(urlsplit(self._session.get_authorization_url()).query)
        self._state = query["state"][0]
        self.url = f"{ALLOW}?{urlencode(query, doseq=True)}"

    def finish(self, answer: str, now: datetime) -> Mapping[str, str]:
        """The secrets that come of the address (or of the code in it). Raises `Refused` where X or the person said no."""
        code = self._code(answer.strip())
        told = self._wire.ask(
            # Any https address will do: what it was is said apart, as the redirect.
            lambda: self._session.fetch_token(f"https://done/?{urlencode({'code': code, 'state': self._state})}"),
            lambda seen, error: Refused(
                "login-failed", "X gives no access: {why}.", "Begin again: crisis account login", why=_said(seen)
            ),
        )
        return {**self._client, **_kept(told, now)}

    def _code(self, answer: str) -> str:
        query = parse_qs(urlsplit(answer).query) if "?" in answer else {"code": [answer], "state": [self._state]}
        if query.get("state") != [self._state]:
            raise Refused("login-other", "That address belongs to another login.", "Use the address of this one.")
        if not query.get("code", [""])[0]:
            raise Refused("login-denied", "X was not allowed to give access.", "Begin again: crisis account login")
        return query["code"][0]


def whose(account: Account, token: str, now: datetime) -> str | None:
    """The name of the account that the token belongs to. Raises `NotSent` where X cannot be asked."""
    import tweepy

    from crisis.channels.x.wire import XWire

    wire = XWire(checked(account))
    client = tweepy.Client(bearer_token=token, return_type=dict)
    wire.mount(client.session)
    answer = wire.ask(lambda: client.get_me(user_auth=False), lambda seen, error: unaskable(seen, error, now))
    name = member(answer, "data", "username")
    return name if isinstance(name, str) else None


def _session(
    account: Account, client_id: str, secret: str | None, redirect: str | None = None, scopes: tuple[str, ...] = ()
) -> tuple[Any, XWire]:
    from tweepy import OAuth2UserHandler

    from crisis.channels.x.wire import XWire

    # Without scopes none are compared: what X answers to a renewal is to be kept whatever it says of them.
    session = OAuth2UserHandler(
        client_id=client_id, redirect_uri=redirect, scope=list(scopes) or None, client_secret=secret
    )
    wire = XWire(checked(account))
    wire.mount(session)
    return session, wire


def _kept(answer: Any, now: datetime) -> dict[str, str]:
    """What is kept of a token's answer."""
    seconds = answer.get("expires_in")
    ends = now + timedelta(seconds=seconds if isinstance(seconds, int | float) else 7200)
    return {
        "ACCESS_TOKEN": str(answer["access_token"]),
        "REFRESH_TOKEN": str(answer["refresh_token"]),
        "EXPIRES_AT": ends.isoformat(timespec="seconds"),
    }


def _unrenewed(seen: Exchange, error: Exception, now: datetime) -> NotSent:
    if seen.status is not None and 200 <= seen.status < 300:
        return NotSent("X renewed the access in an answer that cannot be read: crisis account login", permanent=True)
    return _verdict.unaskable(MANNERS, seen, error, now)


def _said(seen: Exchange) -> str:
    return "no answer came" if seen.status is None else f"it answered {seen.status}"


def _time(text: str | None) -> datetime | None:
    try:
        at = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return at if at.tzinfo else None
