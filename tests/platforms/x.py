"""A loopback X: the parts of API v2 that the channel needs, which counts what it accepts and can misbehave.

By hand: `PYTHONPATH=tests python -m platforms.x --port 8081` prints the `api_base` to put in crisis.toml.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlencode, urlsplit

from crisis.model.ports import Fittings
from crisis.model.settings import Account
from platforms import loopback
from platforms.loopback import BREAKING, HTML, SLOW, Answer, Handler, Loopback, Server, Stage
from platforms.stage import fittings

__all__ = ["FAULTS", "SLOW", "stage"]

FAULTS = (
    *BREAKING, "limited", "limited-no-reset", "limited-garbled", "server-error", "redirect", "unauthorised", "forbidden",
    "malformed", "teapot", "refuse",
)  # fmt: skip
"""Faults in which the request is answered, broken off or refused at once; `SLOW` ones are told apart for their time."""
SECRETS = {
    "API_KEY": "canary-api-key",
    "API_SECRET": "canary-api-secret",
    "ACCESS_TOKEN": "canary-access-token",
    "ACCESS_TOKEN_SECRET": "canary-access-token-secret",
}
URL = re.compile(r"https?://[!-~]+")
USER = {"id": "4242", "name": "Kitahama", "username": "kitahama_jp"}


def id_at(at: datetime) -> int:
    """The first id that X gives in that millisecond (Snowflake)."""
    return int(at.timestamp() * 1000) - 1288834974657 << 22


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
class OAuth2:
    """Access that the platform has given: each refresh token is taken once, and answered with the next."""

    access: str = "canary-oauth2-access-0"
    refresh: str = "canary-oauth2-refresh-0"
    codes: dict[str, str] = field(default_factory=dict)
    renewals: int = 0

    def allow(self, url: str, code: str = "canary-oauth2-code") -> str:
        """As a person who follows that address and allows it: where the browser ends."""
        asked = {name: value[0] for name, value in parse_qs(urlsplit(url).query).items()}
        assert asked["code_challenge_method"] == "S256"
        self.codes[code] = asked["code_challenge"]
        return f"{asked['redirect_uri']}?{urlencode({'state': asked['state'], 'code': code})}"

    def token(self, form: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        """POST /2/oauth2/token."""
        if not self._good(form):
            return 400, {"error": "invalid_request", "error_description": "Value passed for the token was invalid."}
        self.renewals += 1
        self.access, self.refresh = f"canary-oauth2-access-{self.renewals}", f"canary-oauth2-refresh-{self.renewals}"
        told = {"access_token": self.access, "refresh_token": self.refresh}
        return 200, {
            **told,
            "token_type": "bearer",
            "expires_in": 7200,
            "scope": "users.read tweet.read tweet.write offline.access",
        }

    def _good(self, form: Mapping[str, str]) -> bool:
        if form.get("grant_type") == "refresh_token":
            return form.get("refresh_token") == self.refresh
        digest = sha256(form.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(digest).decode().rstrip("=")
        return self.codes.pop(form.get("code", ""), None) == challenge


@dataclass
class LoopbackX(Loopback):
    """The platform: `accepted` is what it holds."""

    accepted: list[Accepted] = field(default_factory=list)
    reset_at: int = 0
    page: int = 100
    now: datetime | None = None
    given: OAuth2 = field(default_factory=OAuth2)

    def create(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """POST /2/tweets."""
        text = str(body.get("text", "")).strip()
        weight = sum(1 if ord(char) < 0x1100 else 2 for char in URL.sub("x" * 23, text))
        if not text or weight > 280:
            return 400, problem(400, "Invalid Request", "One or more parameters to your request was invalid.")
        if any(each.text == text for each in self.accepted):
            return 403, problem(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.")
        at = self.now or datetime.now(UTC)
        post = Accepted(str(id_at(at) + len(self.accepted)), text, at)
        self.accepted.append(post)
        return 201, {"data": {"id": post.id, "text": post.shown()["text"], "edit_history_tweet_ids": [post.id]}}

    def timeline(self, query: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        """GET /2/users/:id/tweets, newest first, in pages."""
        since = int(query.get("since_id", ["0"])[0])
        start = int(query.get("pagination_token", ["0"])[0])
        found = [each for each in reversed(self.accepted) if int(each.id) > since]
        page = found[start : start + self.page]
        meta: dict[str, Any] = {"result_count": len(page)}
        if start + self.page < len(found):
            meta["next_token"] = str(start + self.page)
        return 200, ({"data": [each.shown() for each in page]} if page else {}) | {"meta": meta}

    def refusals(self) -> Mapping[str, Answer]:
        reset = {"x-rate-limit-reset": str(self.reset_at)}
        limited = problem(429, "Too Many Requests", "Too Many Requests")
        return {
            "limited": (429, limited, reset),
            "limited-no-reset": (429, limited, {}),
            "limited-garbled": (429, limited, {"x-rate-limit-reset": "soon"}),
            "server-error": (500, HTML, {}),
            "redirect": (302, b"", {"Location": "https://elsewhere.example/"}),
            "unauthorised": (401, problem(401, "Unauthorized", "Unauthorized"), {}),
            "forbidden": (403, problem(403, "Forbidden", "You are not permitted to perform this action."), {}),
            "malformed": (400, problem(400, "Invalid Request", "One or more parameters was invalid."), {}),
            "teapot": (418, ["short", "stout"], {}),
        }


class XHandler(Handler):
    """The paths of API v2."""

    empty: ClassVar[Any] = {"data": {}}

    def post(self) -> None:
        if urlsplit(self.path).path.endswith("/2/oauth2/token"):
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            return self.serve(lambda: self.platform.given.token({name: value[0] for name, value in form.items()}))
        body = self.json_body()
        return self._serve(lambda: self.platform.create(body))

    def get(self) -> None:
        parts = urlsplit(self.path)
        me = parts.path.endswith("/2/users/me")
        self._serve(lambda: (200, {"data": USER}) if me else self.platform.timeline(parse_qs(parts.query)))

    def _serve(self, act: Any) -> None:
        self.platform.requests.append((self.command, self.path))
        path = urlsplit(self.path).path
        if not re.fullmatch(r".*/2/(tweets|users/me|users/\d+/tweets)", path):
            return self.answer(404, problem(404, "Not Found Error", "Not Found"))
        authorization = self.headers.get("Authorization", "")
        bears = authorization == f"Bearer {self.platform.given.access}"
        if not bears and not re.search(r'oauth_signature="[^"]+"', authorization):
            return self.answer(401, problem(401, "Unauthorized", "Unauthorized"))
        return self.serve(act)


def serving(platform: LoopbackX) -> AbstractContextManager[Server]:
    """The platform behind a real socket."""
    return loopback.serving(platform, XHandler)


@dataclass
class XStage(Stage):
    """The stage of the channel `x`."""

    platform: LoopbackX

    def trouble(self, fault: str) -> None:
        super().trouble(fault)
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


if __name__ == "__main__":
    loopback.main(__doc__, LoopbackX, XHandler, (*FAULTS, *SLOW))
