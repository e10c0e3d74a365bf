"""What loopback platforms share: an HTTP server that counts what it is asked and can misbehave in every way."""

from __future__ import annotations

import argparse
import json
import socket
import struct
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar

from crisis.model.ports import Fittings

BREAKING = ("lost", "html", "list", "no-id", "reset", "cut")
"""Faults in which an answer does not say that the post was taken; it was, except under `reset`."""
SLOW = ("slow", "drip-head", "drip-body")
HTML = b"<!doctype html><title>Over capacity</title>"

Answer = tuple[int, Any, Mapping[str, str]]


@dataclass
class Loopback(ABC):
    """A platform: `fault` troubles every answer, or those to the method `only`; `requests` are what it was asked."""

    fault: str | None = None
    only: str | None = None
    requests: list[tuple[str, str]] = field(default_factory=list)

    @abstractmethod
    def refusals(self) -> Mapping[str, Answer]:
        """What it answers under each fault in which it takes nothing."""


class Handler(BaseHTTPRequestHandler, ABC):
    """Speaks HTTP for the platform."""

    platform: ClassVar[Any]
    protocol_version = "HTTP/1.1"
    empty: ClassVar[Any] = {}
    """An answer of the right shape that names nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_POST(self) -> None:
        self.post()

    def do_GET(self) -> None:
        self.get()

    @abstractmethod
    def post(self) -> None:
        """Answer a request that changes something."""

    @abstractmethod
    def get(self) -> None:
        """Answer a request that reads."""

    def json_body(self) -> Any:
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def serve(self, act: Callable[[], tuple[int, Any]]) -> None:
        """Do it and answer, or misbehave."""
        fault = self.platform.fault if self.platform.only in {None, self.command} else None
        if not fault:
            return self.answer(*act())
        refusals = self.platform.refusals()
        return self.answer(*refusals[fault]) if fault in refusals else self._break(fault, act)

    def _break(self, fault: str, act: Callable[[], tuple[int, Any]]) -> None:
        """The faults that leave the post in doubt: it is accepted, except under `reset`."""
        if fault == "reset":
            return self._hang_up()
        status, body = act()
        match fault:
            case "lost":
                return self._hang_up()
            case "html":
                return self.answer(status, HTML)
            case "list":
                return self.answer(status, [])
            case "no-id":
                return self.answer(status, self.empty)
            case "cut":
                return self._cut(json.dumps(body).encode())
            case "slow":
                return time.sleep(30)
            case "drip-head" | "drip-body":
                return self._drip(status, json.dumps(body).encode(), at_once=fault == "drip-body")
        raise AssertionError(fault)

    def answer(self, status: int, body: Any, headers: Mapping[str, str] | None = None) -> None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if body is HTML else "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _drip(self, status: int, data: bytes, *, at_once: bool) -> None:
        """A byte now and then, each well within a read timeout."""
        head = f"HTTP/1.1 {status} OK\r\nContent-Length: {len(data)}\r\n\r\n".encode()
        first, rest = (head, data) if at_once else (b"", head + data)
        self.wfile.write(first)
        for number in range(len(rest)):
            self.wfile.write(rest[number : number + 1])
            time.sleep(0.05)

    def _cut(self, data: bytes) -> None:
        self.send_response(201)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[:10])
        self.close_connection = True

    def _hang_up(self) -> None:
        # Linger 0: the peer sees a reset, not an end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.rfile.close()
        self.close_connection = True


class Server(ThreadingHTTPServer):
    """A server of one platform on 127.0.0.1."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, platform: Loopback, handler: type[Handler], port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), type("Bound", (handler,), {"platform": platform}))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that we broke ourselves is no error."""
        if not isinstance(sys.exception(), OSError | ValueError):
            super().handle_error(request, client_address)


@dataclass
class Stage:
    """What a channel's contract plays on: the channel's fittings, the platform, and the server before it."""

    fittings: Fittings
    platform: Any
    server: Server

    def trouble(self, fault: str) -> None:
        """Let the platform be in that trouble from now on; `refuse`: nobody listens any more."""
        if fault == "refuse":
            self.server.shutdown()
            self.server.server_close()
        self.platform.fault = fault


@contextmanager
def serving(platform: Loopback, handler: type[Handler]) -> Iterator[Server]:
    """The platform behind a real socket."""
    with Server(platform, handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def main(title: str | None, platform: Callable[..., Loopback], handler: type[Handler], faults: tuple[str, ...]) -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=title)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fault", choices=faults)
    parser.add_argument("--only", choices=["GET", "POST"], help="trouble requests of this method alone")
    options = parser.parse_args()
    with Server(platform(fault=options.fault, only=options.only), handler, options.port) as server:
        print(f'api_base = "{server.address}"', flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("stopped")
