"""Health for a monitor on the same machine: one JSON document over HTTP, on loopback alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import urlsplit

from crisis.errors import Mistake
from crisis.model.settings import Loopback

Report = Callable[[], Mapping[str, Any]]

NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names under which a program of this machine asks. A page in a browser that was led here by a foreign name gets nothing."""


class Endpoint:
    """Serves what `report` gives: 200 where its `ok` is true, else 503. Raises `Mistake` where the address is taken."""

    def __init__(self, address: Loopback, report: Report) -> None:
        self.address = address
        try:
            self._server = _server(address)(
                (address.host, address.port), type("Bound", (_Handler,), {"report": staticmethod(report)})
            )
        except OSError as error:
            raise Mistake(
                "health-address",
                "Health cannot be served at {address}: {why}.",
                'Write another port in crisis.toml: [daemon] health = "127.0.0.1:PORT".',
                address=str(address),
                why=error.strerror or "refused",
            ) from None
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    report: ClassVar[Report]
    timeout = 5
    server_version, sys_version = "crisis", ""

    def do_GET(self) -> None:
        """`/` and `/health`."""
        host = urlsplit(f"//{self.headers.get('Host', '')}").hostname
        if host not in NAMES:
            return self._answer(403, {"error": "ask for 127.0.0.1 or localhost"})
        if urlsplit(self.path).path not in ("/", "/health"):
            return self._answer(404, {"error": "ask for /health"})
        told = type(self).report()
        return self._answer(200 if told["ok"] else 503, told)

    def do_HEAD(self) -> None:
        """The status alone."""
        self.do_GET()

    def _answer(self, status: int, document: Mapping[str, Any]) -> None:
        data = json.dumps(document, indent=1).encode() + b"\n"
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: a monitor asks every few seconds."""


def _server(address: Loopback) -> type[ThreadingHTTPServer]:
    import socket

    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    return type("Server", (_Server,), {"address_family": family})


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A monitor that hangs up is no event."""
