"""The way out to services whose addresses are fixed: a proxy on loopback that ends their TLS itself and answers for them."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Call:
    """What one service was sent."""

    host: str
    path: str
    headers: dict[str, str]
    body: Any


@dataclass
class Gateway:
    """`status` is what every service answers, `said` the body of it."""

    port: int
    calls: list[Call] = field(default_factory=list)
    status: int = 200
    said: bytes = b"ok"


@contextmanager
def gateway(certificate: Path) -> Iterator[Gateway]:
    """One that shows that certificate, whatever host is asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    class Handler(BaseHTTPRequestHandler):
        def do_CONNECT(self) -> None:
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            self.host = self.path
            with context.wrap_socket(self.connection, server_side=True) as within, within.makefile("rwb") as both:
                self.rfile = self.wfile = both
                self.handle_one_request()
            self.close_connection = True

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            made.calls.append(Call(self.host, self.path, dict(self.headers.items()), body))
            self.send_response(made.status)
            self.send_header("Content-Length", str(len(made.said)))
            self.end_headers()
            self.wfile.write(made.said)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called there
            """Says nothing."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that does not trust us hangs up."""

    with Quiet(("127.0.0.1", 0), Handler) as server:
        made = Gateway(server.server_port)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield made
        finally:
            server.shutdown()
