"""Staff alerts over loopback: a real webhook and a real mail server, taken or not, slow or gone; the address stays secret."""

from __future__ import annotations

import json
import logging
import socketserver
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from crisis.channels._staff import Staff
from crisis.errors import Mistake
from crisis.model.ports import NotTold

CANARY = "tok-en-91f3c7"


class Webhook(ThreadingHTTPServer):
    """Keeps what it is told; answers with the next of its `answers`, after so many seconds."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.told: list[tuple[str, dict[str, str]]] = []
        self.answers: list[tuple[int, float]] = []

    @property
    def url(self) -> str:
        return f"json://127.0.0.1:{self.server_port}/hook/{CANARY}"


class _Answer(BaseHTTPRequestHandler):
    server: Webhook

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status, seconds = self.server.answers.pop(0) if self.server.answers else (200, 0.0)
        time.sleep(seconds)
        if status == 200:
            self.server.told.append((self.path, body))
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Silent."""


@contextmanager
def served(server: socketserver.BaseServer) -> Iterator[None]:
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    server = Webhook()
    with served(server):
        yield server


def not_told(staff: Staff, way: str = "hook") -> str:
    with pytest.raises(NotTold) as failure:
        staff.tell(way, "title", "body")
    return str(failure.value)


def test_a_webhook_is_told_title_and_body(webhook: Webhook) -> None:
    Staff({"hook": lambda: webhook.url}).tell("hook", "北浜電機: 1", "15:20 仙台\n\nSeen?")
    ((path, body),) = webhook.told
    assert path == f"/hook/{CANARY}"
    assert (body["title"], body["message"], body["type"]) == ("北浜電機: 1", "15:20 仙台\n\nSeen?", "warning")


def test_what_is_not_taken_is_said_and_no_word_of_the_address(
    webhook: Webhook, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="apprise")
    webhook.answers = [(500, 0)]
    assert not_told(Staff({"hook": lambda: webhook.url})) == "hook has not taken it."
    gone = Staff({"hook": lambda: f"json://127.0.0.1:9/{CANARY}"})
    assert not_told(gone) == "hook has not taken it."
    unknown = Staff({"hook": lambda: f"nothing-of-apprise://{CANARY}"})
    assert "no address that apprise knows" in not_told(unknown)
    with pytest.raises(NotTold):
        unknown.check("hook")
    assert CANARY not in "".join(capfd.readouterr()) + caplog.text


def test_a_service_that_hangs_is_left_after_its_time(webhook: Webhook) -> None:
    webhook.answers = [(200, 3.0)]
    assert not_told(Staff({"hook": lambda: webhook.url}, seconds=0.3)) == "hook gives no answer in 0.3 s."


def test_an_address_that_is_not_there_is_said_with_the_mend() -> None:
    def lacking() -> str:
        raise Mistake("secret-missing", "{what} is not set.", "Set it.", what="HOOK")

    assert not_told(Staff({"hook": lacking})) == "HOOK is not set. Set it."


class Mailbox(socketserver.ThreadingTCPServer):
    """As much of SMTP (RFC 5321) as takes a mail."""

    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Smtp)
        self.mails: list[str] = []


class _Smtp(socketserver.StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            verb = line.split()[0].upper() if line.split() else b""
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self.server.mails.append(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
            self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 well\r\n")


def test_mail_is_sent() -> None:
    with Mailbox() as mailbox, served(mailbox):
        port = mailbox.server_address[1]
        address = f"mailto://127.0.0.1:{port}?from=desk@kitahama.example&to=duty@kitahama.example&mode=insecure"
        Staff({"mail": lambda: address}).tell("mail", "Kitahama: 1", "15:20 an update is overdue")
        (mail,) = mailbox.mails
    assert "duty@kitahama.example" in mail
    assert "Kitahama: 1" in mail
