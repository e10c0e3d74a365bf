"""A web server that behaves as it is told, and keeps what it was asked."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Route = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Web:
    """`asked` are paths with the headers that came along."""

    port: int
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def web(context: ssl.SSLContext | None = None) -> Iterator[Web]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.asked.append((self.path, dict(self.headers.items())))
            with suppress(OSError):
                made.routes[self.path](self)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called there
            """Says nothing."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that does not trust us hangs up."""

    with Quiet(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        made = Web(server.server_port)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield made
        finally:
            server.shutdown()


def answer(body: bytes, status: int = 200, **headers: str) -> Route:
    """A whole answer; `_` in a header's name is `-`."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return send


def tagged(body: bytes, etag: str) -> Route:
    """An answer with a validator, which is honoured."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match") == etag
        answer(b"" if known else body, 304 if known else 200, ETag=etag)(handler)

    return send


def moved(to: str, status: int = 302) -> Route:
    return answer(b"", status, Location=to)


def zipped(body: bytes, **headers: str) -> Route:
    return answer(gzip.compress(body), 200, Content_Encoding="gzip", **headers)


def raw(data: bytes) -> Route:
    """Bytes on the wire that are no HTTP, or not a whole answer."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)

    return send


def dripping(head: bytes, pause: float = 0.05, drops: int = 400) -> Route:
    """Some bytes, and then one at a time for as long as anyone listens: no single wait is long."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _ in range(drops):
            handler.wfile.write(b"a")
            handler.wfile.flush()
            time.sleep(pause)

    return send
