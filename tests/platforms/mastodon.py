"""A loopback Mastodon: the parts of its API that the channel needs, which counts what it accepts and can misbehave.

By hand: `PYTHONPATH=tests python -m platforms.mastodon --port 8082` prints the `api_base` to put in crisis.toml.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
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
    "redirect", "unauthorised", "forbidden", "absent", "gone", "unprocessable", "teapot", "refuse",
)  # fmt: skip
SECRETS = {"ACCESS_TOKEN": "canary-access-token"}
URL = re.compile(r"(https?://)([!-~]+)")
ME = {"id": "109382006402042919", "username": "kitahama", "acct": "kitahama", "url": "https://social.example/@kitahama"}


@dataclass
class Accepted:
    """A post that the server took."""

    id: str
    text: str
    at: datetime
    form: Mapping[str, str]

    def shown(self) -> dict[str, Any]:
        """The post as Mastodon tells it: HTML with paragraphs, links in three spans, and hashtags as links."""
        return {
            "id": self.id,
            "created_at": self.at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "visibility": self.form.get("visibility", "public"),
            "language": self.form.get("language"),
            "url": f"https://social.example/@kitahama/{self.id}",
            "content": "".join(f"<p>{_line(part)}</p>" for part in re.split(r"\n\n+", self.text)),
            "account": ME,
        }


def _line(text: str) -> str:
    parts, at = [], 0
    for match in URL.finditer(text):
        parts += [_tagged(text[at : match.start()]), _link(match)]
        at = match.end()
    return "".join([*parts, _tagged(text[at:])]).replace("\n", "<br />")


def _tagged(text: str) -> str:
    return re.sub(r"(?<!&)#(\w+)", r'<a class="mention hashtag" rel="tag">#<span>\1</span></a>', html.escape(text))


def _link(match: re.Match[str]) -> str:
    shown, rest = html.escape(match[2][:30]), html.escape(match[2][30:])
    hidden = f'<span class="invisible">{html.escape(match[1])}</span><span class="ellipsis">{shown}</span>'
    return f'<a href="{html.escape(match[0])}">{hidden}<span class="invisible">{rest}</span></a>'


@dataclass
class LoopbackMastodon(Loopback):
    """The server. `keeps_keys` is what Mastodon does with an Idempotency-Key, and its like do not."""

    accepted: list[Accepted] = field(default_factory=list)
    keys: dict[str, Accepted] = field(default_factory=dict)
    keeps_keys: bool = True
    now: datetime | None = None
    statuses: Mapping[str, Any] = field(
        default_factory=lambda: {"max_characters": 500, "characters_reserved_per_url": 23}
    )

    def create(self, form: Mapping[str, str], key: str | None) -> tuple[int, Any]:
        """POST /api/v1/statuses."""
        text = form.get("status", "").strip()
        if not text or len(URL.sub("x" * 23, text)) > self.statuses["max_characters"]:
            return 422, {"error": "Validation failed: Text character limit of 500 exceeded"}
        if self.keeps_keys and key in self.keys:
            return 200, self.keys[key].shown()
        post = Accepted(str(116_000_000_000_000_000 + len(self.accepted)), text, self.now or datetime.now(UTC), form)
        self.accepted.append(post)
        if key:
            self.keys[key] = post
        return 200, post.shown()

    def timeline(self, query: Mapping[str, list[str]]) -> tuple[int, Any]:
        """GET /api/v1/accounts/:id/statuses, newest first."""
        before, most = query.get("max_id", ["9" * 30])[0], min(int(query.get("limit", ["20"])[0]), 40)
        found = [post for post in reversed(self.accepted) if int(post.id) < int(before)]
        return 200, [post.shown() for post in found[:most]]

    def refusals(self) -> Mapping[str, Answer]:
        limited = {"error": "Too many requests"}
        now = self.now or datetime.now(UTC)
        reset = now + timedelta(seconds=120)
        return {
            "limited": (429, limited, {"X-RateLimit-Reset": reset.strftime("%Y-%m-%dT%H:%M:%S.000000Z")}),
            "limited-seconds": (429, limited, {"X-RateLimit-Reset": str(int(reset.timestamp()))}),
            "limited-after": (429, limited, {"Retry-After": "120"}),
            "limited-no-reset": (429, limited, {}),
            "limited-garbled": (429, limited, {"X-RateLimit-Reset": "soon"}),
            "server-error": (500, HTML, {}),
            "busy": (503, {"error": "There was a temporary problem serving your request, please try again"}, {}),
            "redirect": (302, b"", {"Location": "https://elsewhere.example/"}),
            "unauthorised": (401, {"error": "The access token is invalid"}, {}),
            "forbidden": (403, {"error": "This action is outside the authorized scopes"}, {}),
            "absent": (404, HTML, {}),
            "gone": (410, {"error": "Gone"}, {}),
            "unprocessable": (422, {"error": "Validation failed: Text character limit of 500 exceeded"}, {}),
            "teapot": (418, ["short", "stout"], {}),
        }


class MastodonHandler(Handler):
    """The paths of the API."""

    def post(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self._serve(lambda: self.platform.create(form, self.headers.get("Idempotency-Key")))

    def get(self) -> None:
        parts = urlsplit(self.path)
        if parts.path.endswith("/statuses"):
            return self._serve(lambda: self.platform.timeline(parse_qs(parts.query)))
        if parts.path.endswith("/api/v2/instance/"):
            return self._serve(lambda: (200, {"configuration": {"statuses": self.platform.statuses}}))
        return self._serve(lambda: (200, ME))

    def _serve(self, act: Any) -> None:
        self.platform.requests.append((self.command, self.path))
        path = urlsplit(self.path).path
        if not re.fullmatch(r".*/api/(v2/instance/|v1/(statuses|accounts/(verify_credentials|\d+/statuses)))", path):
            return self.answer(404, {"error": "Record not found"})
        if self.headers.get("Authorization") != f"Bearer {SECRETS['ACCESS_TOKEN']}":
            return self.answer(401, {"error": "The access token is invalid"})
        return self.serve(act)


def serving(platform: LoopbackMastodon) -> AbstractContextManager[Server]:
    """The server behind a real socket."""
    return loopback.serving(platform, MastodonHandler)


@dataclass
class MastodonStage(Stage):
    """The stage of the channel `mastodon`."""

    platform: LoopbackMastodon

    def held(self, text: str) -> int:
        return sum(post.text == text.strip() for post in self.platform.accepted)


@contextmanager
def stage(folder: Path) -> Iterator[MastodonStage]:
    """A server and an account on it."""
    platform = LoopbackMastodon()
    with serving(platform) as server:
        account = Account("m-main", "mastodon", handle="@kitahama@social.example", api_base=server.address)
        made = fittings(folder, account, SECRETS)
        platform.now = made.clock.now()
        yield MastodonStage(made, platform, server)


if __name__ == "__main__":
    loopback.main(__doc__, LoopbackMastodon, MastodonHandler, (*FAULTS, *SLOW))
