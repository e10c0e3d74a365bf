"""Asks what is behind links: as a reader without an account, all at once, and for three seconds at most.

Nothing goes along with the question: no cookie, no credential, no proxy. An address that the internet cannot reach is asked
only where the desk lists the link; a name that is reserved (RFC 2606, RFC 6761) is never asked for.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Condition, Thread
from urllib.parse import SplitResult, urljoin, urlsplit

from crisis.model.link import LinkStatus
from crisis.sources._exchange import Answer, peek
from crisis.sources._reach import Gate
from crisis.text.urls import listed

TOTAL = 3.0
"""Seconds for all links together: a person waits for it, and so does what is to be sent."""
MARGIN = 0.2
"""Seconds less that each link has, so that an answer cut off at the end is still told."""
MOST = 24
"""Links that are asked at once; further ones stay unchecked."""
REDIRECTS = 5
LARGEST = 65_536
"""Bytes of a page that are read: enough to see a password field."""
LITTLE = 1_500
"""Characters of text up to which a page with a password field is there for that alone. A login box beside an article is no
login page."""

RESERVED = (
    *("example", "test", "invalid", "localhost", "local", "localdomain", "internal", "intranet", "lan", "onion", "alt"),
    *("home.arpa", "example.com", "example.net", "example.org"),
)
"""Names that lead nowhere on the internet, or to nobody in particular."""

_MOVED = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_PASSWORD = re.compile(rb"<input\b[^<>]{0,800}?\btype\s?=\s?[\"']?password\b", re.IGNORECASE)
_UNSEEN = re.compile(rb"<(script|style|svg|noscript|head)\b", re.IGNORECASE)
_TAG = re.compile(rb"<[^<>]*>|\s+")
_LOGIN = re.compile(
    r"(?:^|[/._-])(?:log-?[io]n|sign-?in|sso|adfs|saml2?|oauth2?|authorize|idp|openid|cas|wp-login|accounts?/login)(?:$|[/._?-])"
    r"|^(?:login|signin|sso|auth|idp|accounts|id)\."
)
_HEADERS = {"User-Agent": "crisis (checks its links)", "Accept": "text/html, */*;q=0.5"}


@dataclass
class _Look:
    """The answers as they come in, one thread each; what has not come when the time is over stays unchecked."""

    answers: dict[str, LinkStatus]
    waiting: int
    changed: Condition = field(default_factory=Condition)

    def tell(self, url: str, status: LinkStatus) -> None:
        with self.changed:
            self.answers[url] = status
            self.waiting -= 1
            self.changed.notify_all()


@dataclass(frozen=True)
class WebLinks:
    """The link check over the real network. `known` are the desk's listed prefixes: a link under one of them may lead to an
    address of one's own network, as it does for a company's site seen from inside."""

    known: tuple[str, ...]
    seconds: float = TOTAL

    def look(self, urls: Collection[str]) -> Mapping[str, LinkStatus]:
        """See `crisis.model.ports.LinkCheck`. Threads whose name is never resolved keep no process from ending."""
        asked = [url for url in dict.fromkeys(urls) if self._may_ask(address(url))][:MOST]
        look = _Look(dict.fromkeys(urls, LinkStatus.UNCHECKED), len(asked))
        end = time.monotonic() + self.seconds - MARGIN
        for url in asked:
            Thread(target=self._answer, args=(url, end, look), daemon=True).start()
        with look.changed:
            look.changed.wait_for(lambda: look.waiting == 0, self.seconds if asked else 0)
            return dict(look.answers)

    def _may_ask(self, url: str) -> bool:
        """An address that nobody listed is asked only where it carries no query, which may be a key that works once."""
        parts = _parts(url)
        if parts is None or "@" in parts.netloc or (is_reserved(parts.hostname or "") and not self._is_listed(url)):
            return False
        return self._is_listed(url) or not parts.query

    def _is_listed(self, url: str) -> bool:
        return listed(url, self.known)

    def _answer(self, url: str, end: float, look: _Look) -> None:
        status = LinkStatus.UNCHECKED
        try:
            status = self._followed(address(url), end)
        except Exception:  # noqa: BLE001, S110 - whatever went wrong says nothing of the page
            pass
        finally:
            look.tell(url, status)

    def _followed(self, url: str, end: float) -> LinkStatus:
        """What is at the end of the redirects. Each step is judged anew: listed, reserved, private."""
        first = url
        for _ in range(REDIRECTS + 1):
            answer, late = self._asked(url, end)
            if late:
                return LinkStatus.UNCHECKED  # headers that were cut look like headers that ended
            if answer.status not in _MOVED:
                return status_of(answer, url, redirected=url != first)
            url = urljoin(url, answer.headers.get("Location") or "")
            parts = _parts(url)
            if parts is None or (is_reserved(parts.hostname or "") and not self._is_listed(url)):
                break
            if looks_like_login(parts):
                return LinkStatus.LOGIN
        return LinkStatus.UNCHECKED

    def _asked(self, url: str, end: float) -> tuple[Answer, bool]:
        gate = Gate(max(0.0, end - time.monotonic()), private=self._is_listed(url))
        with gate:
            return peek(url, _HEADERS, gate, LARGEST), gate.over


def address(url: str) -> str:
    """A link as it is followed: without a scheme it is https, and a fragment is not sent."""
    return (url if "://" in url else f"https://{url}").partition("#")[0]


def is_reserved(host: str) -> bool:
    """Whether a name is one that is never asked for: reserved, or of one's own machine."""
    name = host.rstrip(".").lower()
    return any(name == reserved or name.endswith(f".{reserved}") for reserved in RESERVED)


def status_of(answer: Answer, url: str, *, redirected: bool) -> LinkStatus:
    """What an answer says of the page. 401 and a login page ask who one is; 403 is often said to programs alone."""
    if answer.status in _GONE:
        return LinkStatus.GONE
    if answer.status == 401:
        return LinkStatus.LOGIN
    if not 200 <= answer.status < 300:
        return LinkStatus.UNCHECKED
    if _PASSWORD.search(answer.body) and (redirected or _is_little(answer.body) or _is_login(url)):
        return LinkStatus.LOGIN
    return LinkStatus.OPEN


def _is_little(page: bytes) -> bool:
    seen = _TAG.sub(b"", b"".join(_seen(page)))
    return len(page) < LARGEST and len(seen.decode("utf-8", "replace")) < LITTLE


def _seen(page: bytes) -> Iterator[bytes]:
    """The parts of a page that are no script and no style; what is never closed hides the rest."""
    at, small = 0, page.lower()
    while found := _UNSEEN.search(page, at):
        yield page[at : found.start()]
        at = small.find(b"</" + found[1].lower(), found.end())
        if at < 0:
            return
    yield page[at:]


def _is_login(url: str) -> bool:
    parts = _parts(url)
    return parts is not None and looks_like_login(parts)


def looks_like_login(parts: SplitResult) -> bool:
    """Whether host or path of an address is that of a login page."""
    return bool(_LOGIN.search((parts.hostname or "").lower()) or _LOGIN.search(parts.path.lower()))


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises where the port is no number
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.hostname else None
