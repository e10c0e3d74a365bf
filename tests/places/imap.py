"""A small IMAP server (RFC 3501): enough for a reader, and it keeps what it was told."""

from __future__ import annotations

import re
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from crisis.model.settings import SourceSettings
from places.stage import CANARY, Stage

MAIL = "From: 総務部 <ga@kitahama.example>\r\nMessage-ID: <{id}@kitahama.example>\r\nSubject: notice\r\n\r\n{text}\r\n"


def mail(number: int | str, text: str) -> bytes:
    return MAIL.format(id=number, text=text).encode()


@dataclass
class Server:
    """`messages` are by UID; `said` is every command; `faults` replace the answer to a command that they begin."""

    port: int = 0
    password: str = CANARY
    mailbox: str = "INBOX"
    validity: int = 7
    messages: dict[int, bytes] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    faults: dict[str, bytes] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)

    def put(self, text: str) -> None:
        uid = max(self.messages, default=0) + 1
        self.messages[uid] = mail(uid, text)

    def reply(self, command: str) -> bytes:
        """Untagged lines; raises KeyError for what it refuses."""
        fault = next((said for begins, said in self.faults.items() if command.startswith(begins)), None)
        if fault is not None:
            return fault
        for pattern, answers in ANSWERS:
            if found := re.fullmatch(pattern, command):
                return answers(self, found)
        raise KeyError(command)

    def login(self, found: re.Match[str]) -> bytes:
        if found[1] != f'crisis "{self.password}"':
            raise KeyError
        return b""

    def examine(self, found: re.Match[str]) -> bytes:
        if found[1] != self.mailbox:
            raise KeyError
        return f"* {len(self.messages)} EXISTS\r\n* OK [UIDVALIDITY {self.validity}] fine\r\n".encode()

    def search(self, found: re.Match[str]) -> bytes:
        first = int(found[1] or 0) if found[1] else 0
        uids = [uid for uid in self.messages if uid >= first] or sorted(self.messages)[-1:]
        return f"* SEARCH {' '.join(map(str, uids))}\r\n".encode()

    def size(self, found: re.Match[str]) -> bytes:
        uid = int(found[1])
        if uid not in self.messages:
            return b""
        return f"* 1 FETCH (UID {uid} RFC822.SIZE {self.sizes.get(uid, len(self.messages[uid]))})\r\n".encode()

    def body(self, found: re.Match[str]) -> bytes:
        data = self.messages[int(found[1])][: int(found[3]) if found[3] else None]
        return b"* 1 FETCH (UID %s BODY[] {%d}\r\n%s)\r\n" % (found[1].encode(), len(data), data)


Answers = Callable[[Server, "re.Match[str]"], bytes]
ANSWERS: list[tuple[str, Answers]] = [
    ("CAPABILITY", lambda server, found: b"* CAPABILITY IMAP4rev1\r\n"),
    ("LOGIN (.*)", Server.login),
    ('EXAMINE "(.*)"', Server.examine),
    (r"UID SEARCH (?:UID (\d+):\*|SINCE \d+-\w+-\d+)", Server.search),
    (r"UID FETCH (\d+) \(RFC822.SIZE\)", Server.size),
    (r"UID FETCH (\d+) \(BODY.PEEK\[\](<0.(\d+)>)?\)", Server.body),
    ("LOGOUT", lambda server, found: b"* BYE\r\n"),
]


@contextmanager
def imap(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    made = Server()

    class Handler(socketserver.StreamRequestHandler):
        def setup(self) -> None:
            if context is not None:
                self.request = context.wrap_socket(self.request, server_side=True)
            super().setup()

        def handle(self) -> None:
            with suppress(OSError):
                self.wfile.write(b"* OK ready\r\n")
                while line := self.rfile.readline():
                    self.answer(*line.decode().strip().split(" ", 1))

        def answer(self, tag: str, command: str) -> None:
            made.said.append(command)
            try:
                self.wfile.write(made.reply(command) + f"{tag} OK done\r\n".encode())
            except KeyError:
                self.wfile.write(f"{tag} NO [AUTHENTICATIONFAILED] {command}\r\n".encode())

        def finish(self) -> None:
            with suppress(OSError):
                super().finish()
            self.request.close()

    class Quiet(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that does not trust us hangs up."""

    with Quiet(("127.0.0.1", 0), Handler) as server:
        made.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield made
        finally:
            server.shutdown()


def settings_of(server: Server, **changes: object) -> SourceSettings:
    usual: dict[str, object] = {"host": "127.0.0.1", "port": server.port, "tls": False, "private": True}
    return SourceSettings("mailbox", "imap", credentials="env:MAIL", **{**usual, **changes})  # type: ignore[arg-type]


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    with imap() as server:

        def spoil() -> None:
            server.password = "changed"

        def state() -> object:
            return [said for said in server.said if re.search(r"STORE|SELECT|BODY\[|EXPUNGE|APPEND|COPY", said)]

        yield Stage(settings_of(server), server.put, spoil, state, {"USERNAME": "crisis", "PASSWORD": CANARY})
