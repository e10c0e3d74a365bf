"""Why a place could not be looked at, in words of our own: a library's message may repeat an address with a key in it."""

from __future__ import annotations

from crisis.model.ports import SourceFailed
from crisis.sentence import Sentence
from crisis.sources._exchange import Garbled, TooMuch
from crisis.sources._reach import Forbidden, NoSuchHost


def failure(error: Exception, source: str, *, late: bool) -> SourceFailed:
    """The failure that an error means; `late` where the time for all of it was over."""
    return SourceFailed(_sentence(error, source, late))


def _sentence(error: Exception, source: str, late: bool) -> Sentence:
    if late or _is(error, "Timeout"):
        return Sentence("Source {source} gives no whole answer in time.", source=source)
    if isinstance(error, TooMuch):
        return Sentence("Source {source} sends more than {limit} MB.", source=source, limit=error.limit // 10**6)
    if isinstance(error, Garbled):
        return Sentence("Source {source} sends a damaged or incomplete answer.", source=source)
    return _no_connection(error, source)


def _no_connection(error: Exception, source: str) -> Sentence:
    if isinstance(error, Forbidden):
        return Sentence("Source {source} leads to a private address; allow it with private = true.", source=source)
    if isinstance(error, NoSuchHost):
        return Sentence("Source {source}: the name of its host cannot be found.", source=source)
    if _is(error, "SSL"):
        return Sentence("Source {source}: its certificate or TLS does not hold.", source=source)
    return Sentence("Source {source} cannot be reached or breaks off.", source=source)


def _is(error: Exception, word: str) -> bool:
    """Told by name: what urllib3 and the standard library raise share no ancestor."""
    return word in type(error).__name__
