"""A loopback X: the parts of API v2 that the channel needs, which counts what it accepts and can misbehave.

By hand: `PYTHONPATH=tests python -m platforms.x --port 8081` prints the `api_base` to put in crisis.toml.
"""

from __future__ import annotations

import argparse
import json
import re
import socket
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from crisis.model.ports import Fittings
from crisis.model.settings import Account
from platforms.stage import fittings

FAULTS = (
    "lost", "limited", "limited-no-reset", "limited-garbled", "server-error", "html", "list", "no-id", "reset", "cut",
    "redirect", "unauthorised", "forbidden", "malformed", "teapot", "refuse",
)  # fmt: skip
"""Faults in which the request is answered, broken off or refused at once; `SLOW` ones are told apart for their time."""
SLOW = ("slow", "drip-head", "drip-body")
SECRETS = {
    "API_KEY": "canary-api-key",
    "API_SECRET": "canary-api-secret",
    "ACCESS_TOKEN": "canary-access-token",
    "ACCESS_TOKEN_SECRET": "canary-access-token-secret",
}
HTML = b"<!doctype html><title>Over capacity</title>"
URL = re.compile(r"https?://[!-~]+")
USER = {"id": "4242", "name": "Kitahama", "username": "kitahama_jp"}


def problem(status: int, title: str, detail: str) -> dict[str, Any]:
    """An error of API v2."""
    return {"title": title, "detail": detail, "type": "about:blank", "status": status}


@dataclass
class Accepted:
    """A post that the platform took, as it was sent."""

    id: str
    text: str
    at: datetime

    def shown(self) -> dict[str, Any]:
        """The post as X tells it: links shortened, then HTML escaped."""
        found = list(dict.fromkeys(URL.findall(self.text)))
        urls = [{"url": f"https://t.co/{self.id[-4:]}{n}", "expanded_url": url} for n, url in enumerate(found)]
        text = self.text
        for url in urls:
            text = text.replace(url["expanded_url"], url["url"])
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        stamp = self.at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
        return {"id": self.id, "text": text, "created_at": stamp} | ({"entities": {"urls": urls}} if urls else {})


@dataclass
class LoopbackX:
    """The platform: `fault` troubles every answer, or those to the method `only`; `accepted` is what it holds, `requests`
    what it was asked."""

    fault: str | None = None
    only: str | None = None
    accepted: list[Accepted] = field(default_factory=list)
    requests: list[tuple[str, str]] = field(default_factory=list)
    reset_at: int = 0
    page: int = 100
    now: datetime | None = None

    def create(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """POST /2/tweets."""
        text = str(body.get("text", "")).strip()
        weight = sum(1 if ord(char) < 0x1100 else 2 for char in URL.sub("x" * 23, text))
        if not text or weight > 280:
            return 400, problem(400, "Invalid Request", "One or more parameters to your request was invalid.")
        if any(each.text == text for each in self.accepted):
            return 403, problem(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.")
        post = Accepted(str(1_900_000_000_000_000_000 + len(self.accepted)), text, self.now or datetime.now(UTC))
        self.accepted.append(post)
        return 201, {"data": {"id": post.id, "text": post.shown()["text"], "edit_history_tweet_ids": [post.id]}}

    def timeline(self, query: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        """GET /2/users/:id/tweets, newest first, in pages."""
        since = query.get("start_time", ["1970-01-01T00:00:00Z"])[0]
        start = int(query.get("pagination_token", ["0"])[0])
        found = [each for each in reversed(self.accepted) if each.at.strftime("%Y-%m-%dT%H:%M:%SZ") >= since]
        page = found[start : start + self.page]
        meta: dict[str, Any] = {"result_count": len(page)}
        if start + self.page < len(found):
            meta["next_token"] = str(start + self.page)
        return 200, ({"data": [each.shown() for each in page]} if page else {}) | {"meta": meta}


class Handler(BaseHTTPRequestHandler):
    """Speaks HTTP for the platform."""

    platform: ClassVar[LoopbackX]
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._serve(lambda: self.platform.create(body))

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        me = parts.path.endswith("/2/users/me")
        self._serve(lambda: (200, {"data": USER}) if me else self.platform.timeline(parse_qs(parts.query)))

    def _serve(self, act: Any) -> None:
        self.platform.requests.append((self.command, self.path))
        path = urlsplit(self.path).path
        if not re.fullmatch(r".*/2/(tweets|users/me|users/\d+/tweets)", path):
            return self._answer(404, problem(404, "Not Found Error", "Not Found"))
        if not re.search(r'oauth_signature="[^"]+"', self.headers.get("Authorization", "")):
            return self._answer(401, problem(401, "Unauthorized", "Unauthorized"))
        fault = self.platform.fault if self.platform.only in {None, self.command} else None
        return self._misbehave(fault, act) if fault else self._answer(*act())

    def _misbehave(self, fault: str, act: Any) -> None:
        answers: dict[str, tuple[int, Any, dict[str, str]]] = {
            "limited": (
                429,
                problem(429, "Too Many Requests", "x"),
                {"x-rate-limit-reset": str(self.platform.reset_at)},
            ),
            "limited-no-reset": (429, problem(429, "Too Many Requests", "Too Many Requests"), {}),
            "limited-garbled": (429, problem(429, "Too Many Requests", "x"), {"x-rate-limit-reset": "soon"}),
            "server-error": (500, HTML, {}),
            "redirect": (302, b"", {"Location": "https://elsewhere.example/"}),
            "unauthorised": (401, problem(401, "Unauthorized", "Unauthorized"), {}),
            "forbidden": (403, problem(403, "Forbidden", "You are not permitted to perform this action."), {}),
            "malformed": (400, problem(400, "Invalid Request", "One or more parameters was invalid."), {}),
            "teapot": (418, ["short", "stout"], {}),
        }
        if fault in answers:
            return self._answer(*answers[fault])
        return self._break(fault, act)

    def _break(self, fault: str, act: Any) -> None:
        """The faults that leave the post in doubt: it is accepted, except under `reset`."""
        if fault == "reset":
            return self._hang_up()
        status, body = act()
        match fault:
            case "lost":
                return self._hang_up()
            case "html":
                return self._answer(status, HTML)
            case "list":
                return self._answer(status, [])
            case "no-id":
                return self._answer(status, {"data": {}})
            case "cut":
                return self._cut(json.dumps(body).encode())
            case "slow":
                return time.sleep(30)
            case "drip-head" | "drip-body":
                return self._drip(status, json.dumps(body).encode(), at_once=fault == "drip-body")
        raise AssertionError(fault)

    def _answer(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
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

    def __init__(self, platform: LoopbackX, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), type("Bound", (Handler,), {"platform": platform}))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that we broke ourselves is no error."""
        if not isinstance(sys.exception(), OSError | ValueError):
            super().handle_error(request, client_address)


@contextmanager
def serving(platform: LoopbackX) -> Iterator[Server]:
    """The platform behind a real socket."""
    with Server(platform) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@dataclass
class XStage:
    """The stage of the channel `x`."""

    fittings: Fittings
    platform: LoopbackX
    server: Server

    def trouble(self, fault: str) -> None:
        if fault == "refuse":
            self.server.shutdown()
            self.server.server_close()
        self.platform.fault = fault
        self.platform.reset_at = int(self.fittings.clock.now().timestamp()) + 120

    def held(self, text: str) -> int:
        return sum(each.text == text.strip() for each in self.platform.accepted)


@contextmanager
def stage(folder: Path) -> Iterator[XStage]:
    """A platform and an account on it."""
    platform = LoopbackX()
    with serving(platform) as server:
        account = Account("x-main", "x", handle="@kitahama_jp", api_base=server.address, credentials="env:CANARY")
        made = fittings(folder, account, SECRETS)
        platform.now = made.clock.now()
        yield XStage(made, platform, server)


def without(suffix: str, made: Fittings) -> Fittings:
    """The fittings with one credential taken away."""
    return replace(made, secrets={name: value for name, value in made.secrets.items() if name != suffix})


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fault", choices=[*FAULTS, *SLOW])
    parser.add_argument("--only", choices=["GET", "POST"], help="trouble requests of this method alone")
    options = parser.parse_args()
    with Server(LoopbackX(fault=options.fault, only=options.only), options.port) as server:
        print(f'api_base = "{server.address}"', flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("stopped")


if __name__ == "__main__":
    main()
