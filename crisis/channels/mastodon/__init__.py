"""Mastodon and servers with its API, through Mastodon.py: one public post and its read-back.

A post carries an Idempotency-Key that is the same in every repetition. Mastodon keeps it for an hour and writes it only after
the post itself; other servers ignore it: so it is a second net, and no post in doubt is repeated (`repeatable` is False).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from crisis.canon import digest
from crisis.channels._address import checked
from crisis.channels._answer import items, member
from crisis.channels._verdict import unaskable, unsent
from crisis.channels._whose import of_another
from crisis.channels.mastodon.sameness import same
from crisis.channels.mastodon.verdict import MANNERS
from crisis.errors import Mistake
from crisis.model.delivery import Parcel, Receipt
from crisis.model.ports import Channel, Fittings, InDoubt, Inspected, NotSent
from crisis.model.settings import Account
from crisis.model.watched import Seen
from crisis.sentence import Sentence
from crisis.text.lengths import MASTODON_LIMIT, URL_LENGTH

if TYPE_CHECKING:
    from crisis.channels._wire import Wire

PLATFORM = "mastodon"
NEEDS = ("ACCESS_TOKEN",)

LOOK_BACK = timedelta(minutes=5)
"""How far before the first attempt a read-back looks: our clock and the server's may differ."""
PAGES, PAGE = 5, 40
"""Pages, and posts on each (the API's most), that a read-back asks for."""
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
"""Mastodon's ids are numbers; other servers have ULIDs and the like."""


def build(fittings: Fittings) -> Channel:
    """The account's channel. Raises `Mistake` where its server is not named or would be reached in the clear."""
    import warnings

    from mastodon import Mastodon
    from mastodon.errors import MastodonDeprecationWarning

    from crisis.channels._wire import Wire

    warnings.filterwarnings("ignore", category=MastodonDeprecationWarning)
    wire = Wire()
    # "wait", the default, sleeps for as long as the server says.
    client = Mastodon(api_base_url=_server(fittings.account), ratelimit_method="throw")
    # Given to the constructor, a token that happens to be the name of a file would be read from there.
    client.access_token = fittings.secrets["ACCESS_TOKEN"]
    wire.mount(client.session)
    return MastodonChannel(fittings, client, wire)


class MastodonChannel:
    """One account on one server. Not for use by several threads at once."""

    platform: ClassVar[str] = PLATFORM
    repeatable: ClassVar[bool] = False

    def __init__(self, fittings: Fittings, client: Any, wire: Wire) -> None:
        self._fittings, self._client, self._wire = fittings, client, wire
        self._me: dict[str, Any] | None = None

    def publish(self, parcel: Parcel) -> Receipt:
        """Post the text. Raises `NotSent` or `InDoubt`, whose reasons are our own words and carry nothing of the request."""
        answer = self._wire.ask(
            lambda: self._client.status_post(
                parcel.text,
                visibility="public",
                language=parcel.language.partition("-")[0],
                idempotency_key=digest(f"idempotency {parcel.key}".encode()),
            ),
            lambda seen, error: unsent(MANNERS, seen, error, self._now()),
        )
        receipt = self._receipt(answer)
        if receipt is None:
            raise InDoubt("the server took the request, but its answer names no post; look on the account")
        return receipt

    def read_back(self, parcel: Parcel) -> Receipt | None:
        """Look among the account's posts since the first attempt for one of exactly this text. Raises `NotSent` where the
        server cannot be asked."""
        posts = self._since(parcel.first_tried - LOOK_BACK)
        found = (self._receipt(post) for post in posts if same(parcel.text, str(member(post, "content"))))
        return next((receipt for receipt in found if receipt), None)

    def inspect(self) -> Inspected:
        """Whose token it is, and how long a post the server takes. Raises `NotSent` where it cannot be asked."""
        if wrong := of_another(self._fittings.account.handle, str(member(self._who(), "acct"))):
            return Inspected(problem=wrong)
        return _lengths(self._question(self._client.instance_v2), self._fittings.account.limit or MASTODON_LIMIT)

    def recent(self, since: datetime) -> Sequence[Seen]:
        """Every post on the account since then. Raises `NotSent` where the server cannot be asked, or speaks of another account."""
        if wrong := of_another(self._fittings.account.handle, str(member(self._who(), "acct"))):
            raise NotSent(str(wrong), permanent=False)
        told = [(self._receipt(post), post) for post in self._since(since)]
        return [
            Seen(
                receipt.remote_id,
                receipt.url,
                at if isinstance(at := member(post, "created_at"), datetime) else since,
                lambda text, post=post: same(text, str(member(post, "content"))),  # type: ignore[misc]
            )
            for receipt, post in told
            if receipt is not None
        ]

    def _since(self, start: datetime) -> Iterator[Any]:
        """The account's own posts, newest first, down to that time."""
        me, before = str(member(self._who(), "id")), None
        for _ in range(PAGES):
            page = self._page(me, before)
            for post in page:
                at = member(post, "created_at")
                if isinstance(at, datetime) and at < start:
                    return
                yield post
            if len(page) == 0:
                return
            before = str(member(page[-1], "id"))
        raise NotSent("too many posts since then to look through; look on the account", permanent=False)

    def _page(self, me: str, before: str | None) -> list[Any]:
        return items(
            self._question(
                lambda: self._client.account_statuses(me, exclude_reblogs=True, limit=PAGE, max_id=before),
            )
        )

    def _who(self) -> Any:
        """The account that the token belongs to, asked for once."""
        if self._me is None:
            answer = self._question(self._client.account_verify_credentials)
            if not _ID.fullmatch(str(member(answer, "id") or "")):
                raise NotSent("the server did not say whose credentials these are", permanent=False)
            self._me = answer
        return self._me

    def _question(self, request: Any) -> Any:
        self._fittings.reading()
        return self._wire.ask(request, lambda seen, error: unaskable(MANNERS, seen, error, self._now()))

    def _receipt(self, post: Any) -> Receipt | None:
        """The receipt for a post as the server tells it; None where that names none."""
        remote_id, url = str(member(post, "id") or ""), str(member(post, "url") or "")
        if not _ID.fullmatch(remote_id):
            return None
        shown = url if re.fullmatch(r"https?://[!-~]+", url) else None
        return Receipt(remote_id=remote_id, url=shown, at=self._now())

    def _now(self) -> datetime:
        return self._fittings.clock.now()


def _lengths(instance: Any, ours: int) -> Inspected:
    """Whether posts as long as ours fit, by what the server says of itself (`/api/v2/instance`)."""
    statuses = member(instance, "configuration", "statuses")
    most, link = member(statuses, "max_characters"), member(statuses, "characters_reserved_per_url")
    if not isinstance(most, int):
        return Inspected()
    if most < ours:
        return Inspected(
            problem=Sentence(
                "The server takes {most} characters, the desk counts with {ours}: write limit = {most}.",
                most=most,
                ours=ours,
            )
        )
    if isinstance(link, int) and link > URL_LENGTH:
        return Inspected(
            note=Sentence(
                "The server counts a link as {link} characters, the desk as {ours}: write a lower limit than {most}.",
                link=link,
                ours=URL_LENGTH,
                most=most,
            )
        )
    return Inspected(
        note=Sentence("The server takes {most} characters: limit = {most} lets posts be that long.", most=most)
        if most > ours
        else None
    )


def _server(account: Account) -> str:
    """Where the API is: `api_base`, else where the account's page is."""
    base = checked(account)
    if base is not None:
        return base
    parts = urlsplit(account.url or "")
    if parts.scheme != "https" or not parts.hostname:
        raise Mistake(
            "no-server",
            "Account {account} does not say which server it is on.",
            'Write its address in crisis.toml: url = "https://…" or api_base = "https://…".',
            account=account.id,
        )
    return f"https://{parts.netloc}"
