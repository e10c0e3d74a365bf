"""Canaries in every secret, sends that go well and badly, and then a search through everything that was written."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pytest
from keyring_in_file import chosen, filled
from platforms import bluesky, mastodon, x
from platforms.loopback import Loopback
from process_kit import ENVIRONMENT, HOPELESS, SITES, Place, configuration

PLACES = {
    "CRISIS_CANARY_PING": "http://127.0.0.1:9/canary-ping-token",
    "CRISIS_CANARY_CHAT": "json://canary-user:canary-chat-password@127.0.0.1:9/canary-chat-path",
    "CRISIS_CANARY_MAIL_USERNAME": "canary-mail-user",
    "CRISIS_CANARY_MAIL_PASSWORD": "canary-mail-password",
    **{f"CRISIS_CANARY_X_{name}": value for name, value in x.SECRETS.items()},
    **{f"CRISIS_CANARY_B_{name}": value for name, value in bluesky.SECRETS.items()},
}
"""Nothing listens on port 9: the ways to the staff, the mailbox and the dead-man's switch all fail."""

SETTINGS = """
[daemon]
ping = "env:CRISIS_CANARY_PING"

[[staff_alert]]
id = "chat"
url = "env:CRISIS_CANARY_CHAT"

[[source]]
id = "mail"
kind = "imap"
host = "127.0.0.1"
port = 9
tls = false
credentials = "env:CRISIS_CANARY_MAIL"
"""
SHOWN = (
    ("queue", "--json"), ("status", "--json"), ("account", "check", "--json"), ("account", "list", "--csv"),
    ("ledger", "releases", "--json"), ("alerts", "--test"),
)  # fmt: skip


@dataclass
class Everything:
    """A desk with an account on each platform, and all that its commands have said."""

    place: Place
    platforms: Sequence[Loopback]
    keyring: Mapping[str, str]
    said: list[str] = field(default_factory=list)

    def run(self, *arguments: str) -> None:
        done = subprocess.run(
            [sys.executable, "-X", "dev", "-m", "crisis", *arguments, "--desk", str(self.place.folder)],
            capture_output=True, env={**ENVIRONMENT, **PLACES, **self.keyring, "CRISIS_DEBUG": "1"}, timeout=2 * HOPELESS, check=False,
        )  # fmt: skip
        self.said.append(f"{arguments}: {(done.stdout + done.stderr).decode()}")


def account(id_: str, platform: str, address: str, credentials: str) -> str:
    return (
        f'\n[[account]]\nid = "{id_}"\nplatform = "{platform}"\nlanguages = ["ja"]\n'
        f'api_base = "{address}"\ncredentials = "{credentials}"\npoll_every = 1\n'
    )


@pytest.fixture
def everything(place: Place, tmp_path: Path) -> Iterator[Everything]:
    one, two, fedi, sky = x.LoopbackX(), x.LoopbackX(), mastodon.LoopbackMastodon(), bluesky.LoopbackBluesky()
    with (
        x.serving(one) as at_one,
        x.serving(two) as at_two,
        mastodon.serving(fedi) as at_fedi,
        bluesky.serving(sky) as at_sky,
    ):
        accounts = [
            account("x-main", "x", at_one.address, "env:CRISIS_CANARY_X"),
            account("x-two", "x", at_two.address, "file:x-two.toml"),
            account("fedi", "mastodon", at_fedi.address, "keyring:fedi"),
            account("sky", "bluesky", at_sky.address, "env:CRISIS_CANARY_B"),
        ]
        (place.folder / "crisis.toml").write_text(configuration(*accounts) + SETTINGS, "utf-8")
        kept = place.folder / "x-two.toml"
        kept.touch(0o600)
        given = two.given
        expired = {
            "CLIENT_ID": "canary-client",
            "CLIENT_SECRET": "canary-client-secret",
            "EXPIRES_AT": "2020-01-01T00:00:00Z",
        }
        tokens = {"ACCESS_TOKEN": given.access, "REFRESH_TOKEN": given.refresh}
        kept.write_text(
            "".join(f"{name} = {json.dumps(value)}\n" for name, value in {**expired, **tokens}.items()), "utf-8"
        )
        yield Everything(
            place, (one, two, fedi, sky), chosen(filled(tmp_path / "keyring.json", "fedi", mastodon.SECRETS))
        )


def written(folder: Path) -> dict[str, bytes]:
    """Every file of the desk but the one that holds secrets: database, its log, page, feed, marks."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "x-two.toml"
    }


def disguises(secret: str) -> set[bytes]:
    """A secret as it is, and as it goes over the wire."""
    return {secret.encode(), quote(secret, safe="").encode(), base64.b64encode(secret.encode()).rstrip(b"=")[:-1]}


@pytest.mark.parametrize("fault", ["unauthorised", "lost"])
def test_no_secret_is_anywhere_but_in_its_place(everything: Everything, fault: str) -> None:
    everything.place.cleared(SITES[0])
    for platform in everything.platforms:
        platform.fault = fault
    everything.run("daemon", "--once", "--json")
    for platform in everything.platforms:
        platform.fault = None
    everything.place.cleared(SITES[1])
    everything.run("daemon", "--once")
    for shown in SHOWN:
        everything.run(*shown)
    with everything.place.daemon(PLACES) as daemon:
        daemon.end()
        everything.said.append(daemon.said)
    assert everything.place.states()["published"] >= 5, "posts did go out"
    assert not [line for each in everything.said for line in each.splitlines() if "Error;" in line], everything.said
    files = {**written(everything.place.folder), "said": "\n".join(everything.said).encode()}
    assert {"crisis.db", "public/index.html", "said"} <= set(files)
    secrets = {*PLACES.values(), "canary-oauth2", "canary-client", "canary-chat-password", "canary-ping-token"}
    found = {
        (name, secret)
        for name, data in files.items()
        for secret in secrets
        for each in disguises(secret)
        if each in data
    }
    assert not found
    assert not [name for name, data in files.items() if b"canary" in data]
