"""A mailbox over IMAP (RFC 3501), read only: messages are looked at without being marked as read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from crisis.model.ports import Clock, Fetched, Look, Source, SourceFailed, Tap
from crisis.model.settings import SourceSettings
from crisis.sentence import Sentence
from crisis.sources._credentials import missing
from crisis.sources._reach import Forbidden, Gate, NoSuchHost
from crisis.sources._why import failure

if TYPE_CHECKING:
    from imaplib import IMAP4

SECRETS = ("USERNAME", "PASSWORD")

TOTAL = 60.0
"""Seconds for everything."""
READ = 10.0
"""Seconds to wait for the next bytes."""
LARGEST = 20_000_000
"""Bytes of a message at most; of a larger one only the head is read."""
HEAD = 32_768
MOST, MOST_BYTES = 100, 100_000_000
"""Messages and bytes in one look; the rest comes with the next."""
FIRST = timedelta(days=2)
"""How far back the first look goes: a mailbox may hold years."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PORT, PORT_TLS = 143, 993


class _Unexpected(Exception):
    """The server says no, or what no server should say."""


@dataclass(frozen=True)
class Mailbox:
    """One mailbox of one account."""

    settings: SourceSettings
    clock: Clock
    user: str
    password: str
    kind: str = "imap"

    def look(self, memory: Mapping[str, Any]) -> Look:
        """The messages since the memory (UIDVALIDITY and the last UID). Raises `SourceFailed`."""
        gate = Gate(TOTAL, private=self.settings.private)
        try:
            with gate:
                return self._looked(memory, gate)
        except _error() as error:
            raise failure(error, self.settings.id, late=gate.over) from None

    def _looked(self, memory: Mapping[str, Any], gate: Gate) -> Look:
        server = _connected(self.settings, gate)
        try:
            validity = self._opened(server)
            known = memory if memory.get("validity") == validity and memory.get("mailbox") == self._place else {}
            last = int(known.get("last", 0))
            found, last = self._messages(server, validity, self._wanted(server, last), last)
            return Look(found, {"mailbox": self._place, "validity": validity, "last": last})
        finally:
            with suppress(*_error()):
                server.logout()
            with suppress(*_error()):
                server.shutdown()

    @property
    def _place(self) -> str:
        return f"{self.settings.host}/{self.settings.mailbox}"

    def _opened(self, server: IMAP4) -> int:
        """Log in and EXAMINE the mailbox; its UIDVALIDITY."""
        try:
            server.login(self.user, self.password)
        except server.abort:
            raise
        except (server.error, UnicodeError):
            # The server's own words may repeat what it was sent.
            raise SourceFailed(
                Sentence("Source {source} does not let us in: see its credentials.", source=self.settings.id)
            ) from None
        status, _ = server.select(_quoted(self.settings.mailbox), readonly=True)
        if status != "OK":
            raise SourceFailed(Sentence("Source {source} has no mailbox of that name.", source=self.settings.id))
        _, (stated, *_) = server.response("UIDVALIDITY")
        return _number(stated)

    def _wanted(self, server: IMAP4, last: int) -> list[int]:
        """The UIDs that are new, ascending; `last:*` always names one message, which may be an old one."""
        since = self.clock.now() - FIRST
        day = f"{since.day}-{_MONTHS[since.month - 1]}-{since.year}"
        asked = ("UID", f"{last + 1}:*") if last else ("SINCE", day)
        status, (listed, *_) = server.uid("SEARCH", *asked)
        if status != "OK":
            raise _Unexpected
        uids = (listed or b"").split()
        return sorted(_number(uid) for uid in uids if _number(uid) > last)

    def _messages(self, server: IMAP4, validity: int, wanted: list[int], last: int) -> tuple[tuple[Fetched, ...], int]:
        """The messages, and the UID up to which all has been seen."""
        found: list[Fetched] = []
        total = 0
        for uid in wanted[:MOST]:
            raw, size = _fetched(server, uid)
            total += len(raw or b"")
            if found and total > MOST_BYTES:
                break
            last = uid
            if raw is not None:
                found.append(self._message(validity, uid, raw, size))
        return tuple(found), last

    def _message(self, validity: int, uid: int, raw: bytes, size: int) -> Fetched:
        refused = None
        if size > LARGEST or len(raw) > LARGEST:
            refused = Sentence("This mail is too large for a notice ({size} MB).", size=-(-size // 10**6))
            raw = raw[:HEAD]
        return Fetched(f"{self._place}/{validity}/{uid}", f"{self.settings.id}-{uid}.eml", raw, "mail", refused)


def build(tap: Tap) -> Source:
    """The mailbox. Raises `Mistake` where its credentials are missing."""
    lacking = [name for name in SECRETS if not tap.secrets.get(name)]
    if lacking:
        raise missing(tap.settings, ", ".join(lacking))
    return Mailbox(tap.settings, tap.clock, tap.secrets["USERNAME"], tap.secrets["PASSWORD"])


def _error() -> tuple[type[Exception], ...]:
    """Everything by which a server's failing shows."""
    from imaplib import IMAP4

    return (IMAP4.error, OSError, ValueError, Forbidden, NoSuchHost, _Unexpected)


def _connected(settings: SourceSettings, gate: Gate) -> IMAP4:
    """A connection through the gate, over TLS, which only this machine itself may do without."""
    import imaplib

    from crisis.sources._exchange import trust

    class Bounded(imaplib.IMAP4):
        """Made through the gate, and never handed more than was asked for."""

        def _create_socket(self, timeout: float | None) -> Any:
            made = gate.connect(self.host, self.port)
            made.settimeout(timeout)
            return trust().wrap_socket(made, server_hostname=self.host) if settings.tls else made

        def read(self, size: int) -> bytes:
            if size > LARGEST + HEAD:
                raise self.abort("too much")
            return super().read(size)

    port = settings.port or (PORT_TLS if settings.tls else PORT)
    return Bounded(settings.host or "", port, timeout=READ)


def _fetched(server: IMAP4, uid: int) -> tuple[bytes | None, int]:
    """A message's bytes, of a large one its head, and its size as stated; None where it has gone meanwhile."""
    size = next((_number(m[1]) for m in _sizes(server, uid)), None)
    if size is None:
        return None, 0
    part = f"BODY.PEEK[]<0.{HEAD}>" if size > LARGEST else "BODY.PEEK[]"
    status, parts = server.uid("FETCH", str(uid), f"({part})")
    if status != "OK":
        raise _Unexpected
    return next((piece[1] for piece in parts if isinstance(piece, tuple)), None), size


def _sizes(server: IMAP4, uid: int) -> Iterator[re.Match[bytes]]:
    status, parts = server.uid("FETCH", str(uid), "(RFC822.SIZE)")
    if status != "OK":
        raise _Unexpected
    for part in parts:
        line = part[0] if isinstance(part, tuple) else part
        if found := re.search(rb"RFC822\.SIZE (\d{1,18})", line or b""):
            yield found


def _quoted(name: str) -> str:
    """A mailbox's name as an IMAP string: modified UTF-7 (RFC 3501, 5.1.3) in quotation marks."""
    coded = re.sub(r"[^\x20-\x7e]+|&", lambda found: _shifted(found[0]), name)
    return '"' + coded.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shifted(text: str) -> str:
    from base64 import b64encode

    if text == "&":
        return "&-"
    return "&" + b64encode(text.encode("utf-16-be")).decode().rstrip("=").replace("/", ",") + "-"


def _number(text: Any) -> int:
    """A number as servers write it. Raises `_Unexpected` for anything else."""
    if not isinstance(text, bytes) or not re.fullmatch(rb"\d{1,18}", text):
        raise _Unexpected
    return int(text)
