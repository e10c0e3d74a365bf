"""A loopback server of the AT Protocol: the methods that the channel needs, which counts what it accepts and can misbehave.

By hand: `PYTHONPATH=tests python -m platforms.bluesky --port 8083` prints the `api_base` to put in crisis.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from crisis.model.settings import Account
from platforms import loopback
from platforms.loopback import BREAKING, HTML, SLOW, Answer, Handler, Loopback, Server, Stage
from platforms.stage import fittings

__all__ = ["FAULTS", "SLOW", "stage"]

FAULTS = (
    *BREAKING, "limited", "limited-seconds", "limited-after", "limited-no-reset", "limited-garbled", "server-error", "busy",
    "redirect", "expired", "malformed", "unauthorised", "suspended", "absent", "teapot", "refuse",
)  # fmt: skip
SECRETS = {"IDENTIFIER": "canary-identifier.example", "APP_PASSWORD": "canary-app-password"}
DID = "did:plc:kitahamadenki"
HANDLE = "kitahama.example"


def problem(name: str, message: str = "No.") -> dict[str, str]:
    """An XRPC error."""
    return {"error": name, "message": message}


@dataclass
class LoopbackBluesky(Loopback):
    """The server. `fault` troubles records, `login` logging in; `records` are by their key, `writes` counts those that changed
    something."""

    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    login: Answer | None = None
    logins: int = 0
    writes: int = 0
    now: datetime | None = None

    def create_session(self, body: Mapping[str, Any]) -> tuple[int, Any]:
        """com.atproto.server.createSession."""
        self.logins += 1
        if (body.get("identifier"), body.get("password")) != tuple(SECRETS.values()):
            return 401, problem("AuthenticationRequired", "Invalid identifier or password")
        return 200, {"did": DID, "handle": HANDLE, "accessJwt": self.token, "refreshJwt": "canary-refresh"}

    @property
    def token(self) -> str:
        """The token of the newest session; earlier ones have ended."""
        return f"canary-session-{self.logins}"

    def put_record(self, body: Mapping[str, Any]) -> tuple[int, Any]:
        """com.atproto.repo.putRecord."""
        key, record = body["rkey"], body["record"]
        if not re.fullmatch("[2-7a-j][2-7a-z]{12}", key) or len(record["text"].encode()) > 3000:
            return 400, problem("InvalidRequest", "Invalid app.bsky.feed.post record")
        self.writes += self.records.get(key) != record
        self.records[key] = record
        return 200, {"uri": self.uri(key), "cid": "bafyreiclp443lavogvhj3d2ob2cxbfuscni2k5jk7bebjzg7khl3esabwq"}

    def get_record(self, query: Mapping[str, list[str]]) -> tuple[int, Any]:
        """com.atproto.repo.getRecord."""
        key = query["rkey"][0]
        if key not in self.records:
            return 400, problem("RecordNotFound", "Could not locate record")
        return 200, {"uri": self.uri(key), "value": self.records[key]}

    def list_records(self) -> tuple[int, Any]:
        """com.atproto.repo.listRecords, newest first."""
        cid = "bafyreiclp443lavogvhj3d2ob2cxbfuscni2k5jk7bebjzg7khl3esabwq"
        keys = sorted(self.records, reverse=True)
        return 200, {"records": [{"uri": self.uri(key), "cid": cid, "value": self.records[key]} for key in keys]}

    def uri(self, key: str) -> str:
        return f"at://{DID}/app.bsky.feed.post/{key}"

    def refusals(self) -> Mapping[str, Answer]:
        limited = problem("RateLimitExceeded")
        reset = int((self.now or datetime.now(UTC)).timestamp()) + 120
        return {
            "limited": (429, limited, {"RateLimit-Reset": str(reset)}),
            "limited-seconds": (429, limited, {"RateLimit-Reset": "120"}),
            "limited-after": (429, limited, {"Retry-After": "120"}),
            "limited-no-reset": (429, limited, {}),
            "limited-garbled": (429, limited, {"RateLimit-Reset": "soon"}),
            "server-error": (500, HTML, {}),
            "busy": (502, problem("UpstreamFailure"), {}),
            "redirect": (302, b"", {"Location": "https://elsewhere.example/"}),
            "expired": (400, problem("ExpiredToken", "Token has expired"), {}),
            "malformed": (400, problem("InvalidRequest"), {}),
            "unauthorised": (401, problem("AuthMissing"), {}),
            "suspended": (403, problem("AccountTakedown"), {}),
            "absent": (404, HTML, {}),
            "teapot": (418, ["short", "stout"], {}),
        }


class BlueskyHandler(Handler):
    """The methods under /xrpc/."""

    def post(self) -> None:
        body = self.json_body()
        if self._method() == "com.atproto.server.createSession":
            return self.answer(*(self.platform.login or self.platform.create_session(body)))
        return self._serve("com.atproto.repo.putRecord", lambda: self.platform.put_record(body))

    def get(self) -> None:
        query = parse_qs(urlsplit(self.path).query)
        if urlsplit(self.path).path.endswith("listRecords"):
            return self._serve("com.atproto.repo.listRecords", self.platform.list_records)
        return self._serve("com.atproto.repo.getRecord", lambda: self.platform.get_record(query))

    def _method(self) -> str:
        self.platform.requests.append((self.command, self.path))
        return urlsplit(self.path).path.rpartition("/xrpc/")[2]

    def _serve(self, method: str, act: Any) -> None:
        if self.command == "GET":
            self._method()
        if not urlsplit(self.path).path.endswith(f"/xrpc/{method}"):
            return self.answer(501, problem("MethodNotImplemented"))
        if self.headers.get("Authorization") != f"Bearer {self.platform.token}":
            return self.answer(400, problem("ExpiredToken"))
        return self.serve(act)


def serving(platform: LoopbackBluesky) -> AbstractContextManager[Server]:
    """The server behind a real socket."""
    return loopback.serving(platform, BlueskyHandler)


@dataclass
class BlueskyStage(Stage):
    """The stage of the channel `bluesky`."""

    platform: LoopbackBluesky

    def held(self, text: str) -> int:
        return sum(record["text"] == text for record in self.platform.records.values())


@contextmanager
def stage(folder: Path) -> Iterator[BlueskyStage]:
    """A server and an account on it."""
    platform = LoopbackBluesky()
    with serving(platform) as server:
        account = Account("b-main", "bluesky", handle=f"@{HANDLE}", api_base=server.address)
        made = fittings(folder, account, SECRETS)
        platform.now = made.clock.now()
        yield BlueskyStage(made, platform, server)


if __name__ == "__main__":
    loopback.main(__doc__, LoopbackBluesky, BlueskyHandler, (*FAULTS, *SLOW))
