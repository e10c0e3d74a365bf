"""What our own outlets (page, feed) share: render from state, write, upload, and look whether it is there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar
from urllib.parse import urljoin

from crisis.canon import digest
from crisis.channels._inflight import InFlight
from crisis.channels._site import Site, Torn
from crisis.channels._upload import upload
from crisis.channels._web import look
from crisis.ledger.seals import found_in, said
from crisis.model.delivery import Parcel, Receipt
from crisis.model.ports import Fittings, InDoubt, NotSent
from crisis.model.published import PublishedPost, Shelf

RENEWED = timedelta(minutes=10)
"""How old the checkpoint that an outlet shows may be, where nothing else changes."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that an outlet serves at one time: path → bytes, and the served paths that it no longer has."""

    files: Mapping[str, bytes]
    stale: tuple[str, ...] = ()


class Outlet(ABC):
    """A channel that is a set of files in `public/`. Publishing the same parcel again changes nothing."""

    platform: ClassVar[str]
    repeatable: ClassVar[bool] = True

    def __init__(self, fittings: Fittings) -> None:
        self.fittings = fittings
        self.site = Site(fittings.public)
        self.in_flight = InFlight(self.site.workshop, fittings.account.id)

    @abstractmethod
    def render(self, shelf: Shelf) -> Edition:
        """The outlet's files for this state. Raises `ValueError` with a reason where a text cannot be shown."""

    @property
    @abstractmethod
    def front(self) -> str:
        """The path of the file that carries the ledger's checkpoint."""

    @abstractmethod
    def order(self, path: str) -> int:
        """Lower is swapped in earlier: what is linked before what links to it."""

    @abstractmethod
    def evidence(self, post: str) -> str:
        """The path of the file that shows a post."""

    @abstractmethod
    def shows(self, data: bytes, parcel: Parcel) -> bool:
        """Whether the file's bytes show exactly this parcel."""

    @abstractmethod
    def address(self, post: str) -> str | None:
        """Where people read the post; None where no public address is known."""

    def publish(self, parcel: Parcel) -> Receipt:
        """Write the outlet with the parcel in it; done when `public/` holds it, or with a publish_command when the
        address shows it. Raises `NotSent` (the old outlet is intact) or `InDoubt`."""
        self._bring_out(self._state, parcel)
        if self.fittings.publish_command and self.base is not None:
            self._confirm(parcel)
        return self._receipt(parcel)

    def read_back(self, parcel: Parcel) -> Receipt | None:
        """Look at the address where there is a publish_command, else in `public/`, where a change that broke off midway
        does not count. Raises `NotSent` where neither can tell."""
        data = self._seen(parcel.post)
        return self._receipt(parcel) if data is not None and self.shows(data, parcel) else None

    def refresh(self, shelf: Shelf) -> bool:
        """Render the state again (an incident closed, say) and upload it if anything changed; answers whether it did.
        Raises as `publish` does."""
        return self._bring_out(lambda: shelf, None)

    @property
    def base(self) -> str | None:
        """The account's public address as a folder, ending in a slash."""
        url = self.fittings.account.url
        if url is None:
            return None
        folder, _, last = url.rpartition("/")
        return f"{folder}/" if last.endswith((".html", ".htm", ".atom", ".xml")) else f"{url.rstrip('/')}/"

    def _bring_out(self, state: Callable[[], Shelf], parcel: Parcel | None) -> bool:
        try:
            with self.site.locked():
                shelf = self._with_in_flight(state())
                post = made_of(shelf, parcel) if parcel is not None else None
                changed = self._write(self._edition(shelf if post is None else placed(shelf, post)))
                if post is not None:
                    self.in_flight.add(post, self.fittings.clock.now())
                if self.fittings.publish_command and self.site.pending:
                    upload(self.fittings.publish_command, self.fittings.public.parent)
                    self.site.pending = False
        except OSError as error:
            reason = f"{error.filename or self.fittings.public} cannot be written ({error.strerror or error}); "
            reason += "free space or mend the folder's rights"
            raise InDoubt(reason) if isinstance(error, Torn) else NotSent(reason, permanent=False) from None
        except ValueError as error:
            raise NotSent(str(error), permanent=True) from None
        return changed

    def _with_in_flight(self, shelf: Shelf) -> Shelf:
        for post in self.in_flight.missing_from(shelf, self.fittings.clock.now()):
            shelf = placed(shelf, post)
        return shelf

    def _state(self) -> Shelf:
        try:
            return self.fittings.shelf()
        except Exception as error:  # noqa: BLE001 - whatever the desk's store raises, nothing was written
            failure = type(error).__name__
        raise NotSent(f"the desk's own state cannot be read ({failure})", permanent=False)

    def _edition(self, shelf: Shelf) -> Edition:
        """The outlet with the newest checkpoint; with the one that stands there where nothing else is new and that one is
        young, for each change is uploaded, and what is urgent would wait behind it."""
        if (standing := self._standing(shelf)) is not None:
            edition = self.render(replace(shelf, checkpoint=standing))
            if not self._differs(edition):
                return edition
        return self.render(shelf)

    def _standing(self, shelf: Shelf) -> str | None:
        """The checkpoint that readers see now, if it is one of the same ledger and younger than `RENEWED`."""
        newest = shelf.checkpoint and said(shelf.checkpoint)
        served = (self.site.holds(self.front) or b"").decode("utf-8", "replace")
        for note in found_in(served) if newest else ():
            stated = said(note)
            young = stated and stated.at and abs(self.fittings.clock.now() - stated.at) < RENEWED
            if newest and stated and young and stated.origin == newest.origin:
                return note
        return None

    def _write(self, edition: Edition) -> bool:
        # Marked before the first file moves: a crash between the two must not leave a change that is never uploaded.
        if self.fittings.publish_command and self._differs(edition):
            self.site.pending = True
        return bool(self.site.replace(edition.files, self.order, edition.stale))

    def _differs(self, edition: Edition) -> bool:
        return bool(edition.stale) or any(self.site.holds(path) != data for path, data in edition.files.items())

    def _confirm(self, parcel: Parcel) -> None:
        reason = "the publish_command ended well, but the address does not show the post yet"
        try:
            data = self._seen(parcel.post)
        except NotSent as error:
            data, reason = None, error.reason
        if data is None or not self.shows(data, parcel):
            raise InDoubt(reason)

    def _seen(self, post: str) -> bytes | None:
        path = self.evidence(post)
        if self.fittings.publish_command and self.base is not None:
            return look(urljoin(self.base, path))
        if self.fittings.publish_command and self.site.pending:
            reason = "the last publish_command failed and the account has no url to look at; set url in crisis.toml"
            raise NotSent(reason, permanent=False)
        try:
            return self.site.holds(path) if self.site.whole else None
        except OSError as error:
            raise NotSent(f"{path} cannot be read ({error.strerror})", permanent=False) from None

    def _receipt(self, parcel: Parcel) -> Receipt:
        return Receipt(remote_id=parcel.post, url=self.address(parcel.post), at=self.fittings.clock.now())


def made_of(shelf: Shelf, parcel: Parcel) -> PublishedPost:
    """The post of a parcel: its cleared bytes, and what the state tells of it besides."""
    known = next((post for post in (*shelf.posts, *shelf.coming) if post.post == parcel.post), None)
    post = PublishedPost(
        post=parcel.post,
        digest=digest(_bytes(parcel.text)),
        text=parcel.text,
        language=parcel.language,
        notice_type="",
        incident=parcel.incident,
        published_at=parcel.first_tried,
        release=parcel.release,
    )
    if known is None:
        return post
    return replace(known, digest=post.digest, text=post.text, language=post.language, incident=post.incident)


def placed(shelf: Shelf, post: PublishedPost) -> Shelf:
    """The shelf with the post in its place by time, instead of any of the same id."""
    others = [other for other in shelf.posts if other.post != post.post]
    return replace(shelf, posts=tuple(sorted([*others, post], key=lambda each: (each.published_at, each.post))))


def _bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise NotSent(
            "the text holds half a character (a lone surrogate) and cannot be written", permanent=True
        ) from None
