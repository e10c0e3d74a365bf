"""X, through tweepy, with OAuth 1.0a or 2.0 in user context: one post and its read-back.

X has no idempotency key: a post whose answer was lost may be out, so it is never repeated here (`repeatable` is False).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from crisis.channels._address import checked
from crisis.channels._answer import items, member
from crisis.channels._whose import of_another
from crisis.channels.x.oauth2 import Access
from crisis.channels.x.sameness import Remote, same
from crisis.channels.x.verdict import unaskable, unsent
from crisis.model.delivery import Parcel, Receipt
from crisis.model.ports import Channel, Fittings, InDoubt, Inspected, NotSent
from crisis.model.watched import Seen

if TYPE_CHECKING:
    from crisis.channels.x.wire import XWire

PLATFORM = "x"
NEEDS = ("API_KEY", "API_SECRET", "ACCESS_TOKEN", "ACCESS_TOKEN_SECRET")
RENEWED = "REFRESH_TOKEN"
LOGIN = "crisis.channels.x.oauth2"

LOOK_BACK = timedelta(minutes=5)
"""How far before the first attempt a read-back looks: our clock and X's may differ."""
FIRST = datetime(2010, 11, 4, 1, 42, 54, 657000, tzinfo=UTC)
"""From then X counts: an id is the milliseconds since, above 22 bits of its own (Snowflake)."""
PAGES = 5
"""Pages of 100 posts that a read-back asks for at most; reads cost money."""
_ID = re.compile(r"[0-9]{1,25}")
_Answer = TypeVar("_Answer")


def build(fittings: Fittings) -> Channel:
    """The account's channel. Raises `Mistake` for an `api_base` that would send credentials in the clear."""
    import tweepy

    from crisis.channels.x.wire import XWire

    wire = XWire(checked(fittings.account))
    # wait_on_rate_limit sleeps for as long as X says, and retries without pause where X says nothing: never.
    kept = {"return_type": dict, "wait_on_rate_limit": False}
    if RENEWED in fittings.secrets and fittings.purse is not None:
        access, client = Access(fittings.account, fittings.clock, fittings.purse), tweepy.Client(**kept)
    else:
        access = None
        key, secret, token, token_secret = (fittings.secrets[name] for name in NEEDS)
        client = tweepy.Client(
            consumer_key=key, consumer_secret=secret, access_token=token, access_token_secret=token_secret, **kept
        )
    wire.mount(client.session)
    return XChannel(fittings, client, wire, access)


class XChannel:
    """One account on X; `access` is None with the four keys of OAuth 1.0a. Not for use by several threads at once."""

    platform: ClassVar[str] = PLATFORM
    repeatable: ClassVar[bool] = False

    def __init__(self, fittings: Fittings, client: Any, wire: XWire, access: Access | None = None) -> None:
        self._fittings, self._client, self._wire, self._access = fittings, client, wire, access
        self._me: tuple[str, str] | None = None

    def publish(self, parcel: Parcel) -> Receipt:
        """Post the text. Raises `NotSent` or `InDoubt`, whose reasons are our own words and carry nothing of the request."""
        answer = self._ask(lambda: self._client.create_tweet(text=parcel.text, user_auth=self._signs), unsent)
        remote_id = member(answer, "data", "id")
        if not isinstance(remote_id, str) or not _ID.fullmatch(remote_id):
            raise InDoubt("X took the request, but its answer names no post; look on the account")
        return self._receipt(remote_id)

    def read_back(self, parcel: Parcel) -> Receipt | None:
        """Look among the account's posts since the first attempt for one of exactly this text. Raises `NotSent` where X
        cannot be asked."""
        posts = self._since(parcel.first_tried - LOOK_BACK)
        found = next((remote for remote in posts if same(parcel.text, remote)), None)
        return None if found is None else self._receipt(found.id)

    def recent(self, since: datetime) -> Sequence[Seen]:
        """Every post on the account since then. Raises `NotSent` where X cannot be asked, or speaks of another account."""
        if wrong := self.inspect().problem:
            raise NotSent(str(wrong), permanent=False)
        return [
            Seen(
                remote.id,
                self._url(remote.id),
                remote.at or since,
                lambda text, remote=remote: same(text, remote),  # type: ignore[misc]
                remote.earlier,
            )
            for remote in self._since(since, whole=True)
        ]

    def inspect(self) -> Inspected:
        """Whose credentials these are. Raises `NotSent` where X cannot be asked."""
        return Inspected(problem=of_another(self._fittings.account.handle, self._who()[1]))

    def _since(self, start: datetime, *, whole: bool = False) -> Iterator[Remote]:
        """The account's posts, newest first. Raises `NotSent` also for more than are asked for, where it is to be the `whole`."""
        (user, _), token = self._who(), None
        for _ in range(PAGES):
            # By id and not by time: X calls a time that is ahead of its own clock malformed.
            asked = {"since_id": _id_at(start), "pagination_token": token, "max_results": 100}
            answer = self._ask(
                lambda asked=asked: self._client.get_users_tweets(  # type: ignore[misc]
                    user, tweet_fields=["created_at", "entities"], user_auth=self._signs, **asked
                ),
                unaskable,
            )
            yield from _remotes(answer)
            token = member(answer, "meta", "next_token")
            if not isinstance(token, str):
                return
        if whole:
            raise NotSent("too many posts since then to look through; look on the account", permanent=False)

    def _who(self) -> tuple[str, str]:
        """The id and name of the authenticated user, asked for once."""
        if self._me is None:
            answer = self._ask(lambda: self._client.get_me(user_auth=self._signs), unaskable)
            found = (member(answer, "data", "id"), member(answer, "data", "username"))
            if not isinstance(found[0], str) or not isinstance(found[1], str):
                raise NotSent("X did not say whose credentials these are", permanent=False)
            self._me = (found[0], found[1])
        return self._me

    @property
    def _signs(self) -> bool:
        """Whether each request is signed (OAuth 1.0a); else it bears a token."""
        return self._access is None

    def _ask(self, request: Callable[[], _Answer], judge: Callable[..., NotSent | InDoubt]) -> _Answer:
        if judge is unaskable:
            self._fittings.reading()
        if self._access is None:
            return self._asked(request, judge)
        self._client.bearer_token = self._access.token()
        try:
            return self._asked(request, judge)
        except NotSent:
            # A 401 before the token's time: it was taken back, or our clock is wrong.
            if self._wire.exchange.status != 401:
                raise
        self._client.bearer_token = self._access.token(spent=self._client.bearer_token)
        return self._asked(request, judge)

    def _asked(self, request: Callable[[], _Answer], judge: Callable[..., NotSent | InDoubt]) -> _Answer:
        return self._wire.ask(request, lambda seen, error: judge(seen, error, self._fittings.clock.now()))

    def _receipt(self, remote_id: str) -> Receipt:
        return Receipt(remote_id=remote_id, url=self._url(remote_id), at=self._fittings.clock.now())

    def _url(self, remote_id: str) -> str:
        handle = (self._fittings.account.handle or (self._me or ("", "i"))[1]).lstrip("@")
        return f"https://x.com/{handle}/status/{remote_id}"


def _remotes(answer: Any) -> Iterator[Remote]:
    for post in items(member(answer, "data")):
        pairs = [(member(url, "url"), member(url, "expanded_url")) for url in items(member(post, "entities", "urls"))]
        links = tuple((a, b) for a, b in pairs if isinstance(a, str) and isinstance(b, str))
        id_, text = member(post, "id"), member(post, "text")
        earlier = tuple(each for each in items(member(post, "edit_history_tweet_ids")) if each != id_)
        if isinstance(id_, str) and isinstance(text, str):
            yield Remote(id_, text, links, _moment(member(post, "created_at")), earlier)


def _id_at(at: datetime) -> int:
    """The lowest id that a post of that time may have."""
    return (at - FIRST) // timedelta(milliseconds=1) << 22


def _moment(text: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return at if at.tzinfo else None
