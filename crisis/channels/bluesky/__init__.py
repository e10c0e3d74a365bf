"""Bluesky and other servers of the AT Protocol, through atproto: one record and its read-back.

The record's key and time are made from the delivery and its first attempt, before that, and it is written with putRecord: the
same content under the same key changes nothing, so that a post in doubt may be repeated (`repeatable` is True). createRecord
answers a used key with a 500.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

from crisis.channels._address import checked
from crisis.channels._verdict import unaskable, unsent
from crisis.channels._whose import of_another
from crisis.channels.bluesky.record import record, record_key
from crisis.channels.bluesky.verdict import ABSENT, ENDED, MANNERS, error_name
from crisis.model.delivery import Parcel, Receipt
from crisis.model.ports import Channel, Fittings, InDoubt, Inspected, NotSent
from crisis.model.watched import Seen

if TYPE_CHECKING:
    from crisis.channels.bluesky.wire import BlueskyWire

PLATFORM = "bluesky"
NEEDS = ("IDENTIFIER", "APP_PASSWORD")

SERVICE = "https://bsky.social"
COLLECTION = "app.bsky.feed.post"
PAGES = 5
"""Pages of 100 records that a look asks for at most."""
FRESH = timedelta(hours=1)
"""How long a session is used: its tokens hold for two hours, and logging in is limited to 300 times a day."""
_Answer = TypeVar("_Answer")


class Session(NamedTuple):
    """A login, kept in memory alone."""

    did: str
    handle: str
    token: str
    began: datetime


def build(fittings: Fittings) -> Channel:
    """The account's channel. Raises `Mistake` for an `api_base` that would send credentials in the clear."""
    from atproto import Client, Request

    from crisis.channels.bluesky.wire import BlueskyWire

    base = checked(fittings.account) or SERVICE
    wire = BlueskyWire(base)
    # The proxy of the environment is the wire's affair: httpx would go round the wire for it.
    client = Client(base_url=base, request=Request(transport=wire, trust_env=False))
    return BlueskyChannel(fittings, client, wire)


class BlueskyChannel:
    """One account on one server. Not for use by several threads at once."""

    platform: ClassVar[str] = PLATFORM
    repeatable: ClassVar[bool] = True

    def __init__(self, fittings: Fittings, client: Any, wire: BlueskyWire) -> None:
        self._fittings, self._client, self._wire = fittings, client, wire
        self._session: Session | None = None

    def publish(self, parcel: Parcel) -> Receipt:
        """Put the record. Raises `NotSent` (also where the login fails or is another account's) or `InDoubt`, in words that hold
        nothing secret."""
        session = self._logged_in()
        if wrong := of_another(self._fittings.account.handle, session.handle):
            raise NotSent(str(wrong), permanent=True)
        content = {
            "repo": session.did,
            "collection": COLLECTION,
            "rkey": record_key(parcel.first_tried, parcel.key),
            "record": record(parcel.text, parcel.language, parcel.first_tried),
            "validate": True,
        }
        answer = self._ask(
            lambda: self._client.com.atproto.repo.put_record(content, headers=_authorised(session)), unsent
        )
        if not str(getattr(answer, "uri", "")).endswith(f"/{COLLECTION}/{content['rkey']}"):
            raise InDoubt("the server took the request, but its answer names no post; look on the account")
        return self._receipt(session, parcel)

    def read_back(self, parcel: Parcel) -> Receipt | None:
        """Look under the record's key for exactly this text. Raises `NotSent` where the server cannot be asked."""
        session = self._logged_in()
        asked = {
            "repo": session.did,
            "collection": COLLECTION,
            "rkey": record_key(parcel.first_tried, parcel.key),
        }
        try:
            answer = self._ask(
                lambda: self._client.com.atproto.repo.get_record(asked, headers=_authorised(session)), unaskable
            )
        except NotSent:
            if error_name(self._wire.exchange) == ABSENT:
                return None
            raise
        return self._receipt(session, parcel) if getattr(answer.value, "text", None) == parcel.text else None

    def recent(self, since: datetime) -> Sequence[Seen]:
        """Every post on the account since then. Raises `NotSent` where the server cannot be asked, or speaks of another account."""
        if wrong := self.inspect().problem:
            raise NotSent(str(wrong), permanent=False)
        session, cursor, found = self._logged_in(), None, list[Seen]()
        for _ in range(PAGES):
            asked = {"repo": session.did, "collection": COLLECTION, "limit": 100, "cursor": cursor}
            answer = self._ask(
                lambda asked=asked: self._client.com.atproto.repo.list_records(  # type: ignore[misc]
                    asked, headers=_authorised(session)
                ),
                unaskable,
            )
            page = [_seen(session, each, since) for each in answer.records]
            found += [each for each in page if each.at >= since]
            cursor = answer.cursor
            if not cursor or not page or page[-1].at < since:
                return found
        raise NotSent("too many posts since then to look through; look on the account", permanent=False)

    def inspect(self) -> Inspected:
        """Whose credentials these are. Raises `NotSent` where it cannot be asked."""
        return Inspected(problem=of_another(self._fittings.account.handle, self._logged_in().handle))

    def _logged_in(self) -> Session:
        """The session, begun anew where there is none or it is old. Nothing is sent by that, so what fails is `NotSent`."""
        now = self._now()
        if self._session is None or not now - FRESH < self._session.began <= now:
            login = {
                "identifier": self._fittings.secrets["IDENTIFIER"],
                "password": self._fittings.secrets["APP_PASSWORD"],
            }
            made = self._ask(lambda: self._client.com.atproto.server.create_session(login), unaskable)
            self._session = Session(str(made.did), str(made.handle), str(made.access_jwt), now)
        return self._session

    def _ask(self, request: Callable[[], _Answer], judge: Callable[..., NotSent | InDoubt]) -> _Answer:
        if judge is unaskable:
            self._fittings.reading()
        try:
            return self._wire.ask(request, lambda seen, error: judge(MANNERS, seen, error, self._now()))
        except NotSent:
            if error_name(self._wire.exchange) not in ENDED:
                raise
        self._session = None
        raise NotSent("the session has ended; the next attempt begins another", permanent=False, retry_after=1.0)

    def _receipt(self, session: Session, parcel: Parcel) -> Receipt:
        rkey = record_key(parcel.first_tried, parcel.key)
        return Receipt(
            remote_id=f"at://{session.did}/{COLLECTION}/{rkey}",
            url=f"https://bsky.app/profile/{session.did}/post/{rkey}",
            at=self._now(),
        )

    def _now(self) -> datetime:
        return self._fittings.clock.now()


def _seen(session: Session, told: Any, since: datetime) -> Seen:
    """A record as it stands; one that says no time counts as new."""
    rkey, text = str(told.uri).rpartition("/")[2], getattr(told.value, "text", None)
    try:
        at = datetime.fromisoformat(str(getattr(told.value, "created_at", "")))
    except ValueError:
        at = since
    url = f"https://bsky.app/profile/{session.did}/post/{rkey}"
    return Seen(str(told.uri), url, at if at.tzinfo else since, lambda sent: sent == text)


def _authorised(session: Session) -> dict[str, str]:
    return {"Authorization": f"Bearer {session.token}"}
