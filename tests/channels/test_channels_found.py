"""Channels find themselves, and say what they lack."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from platforms.stage import fittings
from platforms.x import SECRETS

from crisis import channels
from crisis.channels import build, needs, platforms
from crisis.errors import Mistake, Refused
from crisis.model.settings import Account


def test_each_file_in_the_folder_is_a_channel() -> None:
    assert {"bluesky", "cap", "feed", "mastodon", "page", "x"} <= set(platforms())
    assert not [name for name in platforms() if name.startswith("_")]
    assert needs("x") == ("API_KEY", "API_SECRET", "ACCESS_TOKEN", "ACCESS_TOKEN_SECRET")
    assert needs("page") == needs("feed") == ()


TELEX = """
PLATFORM = 'telex'
NEEDS = ('LINE',)

class Telex:
    platform = {platform!r}

def build(fittings):
    return Telex()
"""


def test_a_new_channel_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "telex.py").write_text(TELEX.format(platform="telex"))
    monkeypatch.setattr(channels, "__path__", [*channels.__path__, str(tmp_path)])
    assert "telex" in platforms()
    assert needs("telex") == ("LINE",)
    assert build(fittings(tmp_path, Account("telex", "telex"), {"LINE": "7"})).platform == "telex"


def test_a_channel_of_another_platform_gets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "teleprinter.py").write_text(TELEX.format(platform="telex"))
    monkeypatch.setattr(channels, "__path__", [*channels.__path__, str(tmp_path)])
    with pytest.raises(Refused, match="one of telex, and it was cleared for teleprinter"):
        build(fittings(tmp_path, Account("t", "teleprinter"), {"LINE": "7"}))


def test_an_unknown_platform_is_a_mistake_that_names_the_known(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match=r"'telex'.*bluesky, cap, feed, mastodon, page, x") as caught:
        build(fittings(tmp_path, Account("telex", "telex")))
    assert caught.value.code == "unknown-platform"


@pytest.mark.parametrize("name", ["../x", "_site", "x.wire", ""])
def test_a_platform_is_a_name_and_nothing_else(name: str) -> None:
    with pytest.raises(Mistake):
        needs(name)


def test_a_missing_credential_is_named_and_the_others_not_shown(tmp_path: Path) -> None:
    account = Account("x-main", "x", credentials="env:CRISIS_X_MAIN")
    with pytest.raises(Mistake, match="API_SECRET under env:CRISIS_X_MAIN") as caught:
        build(fittings(tmp_path, account, SECRETS | {"API_SECRET": ""}))
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    "base", ["http://gateway.example", "ftp://127.0.0.1", "gateway.example", "http://127.evil.example"]
)
def test_credentials_do_not_travel_in_the_clear(tmp_path: Path, base: str) -> None:
    account = Account("x-main", "x", api_base=base)
    with pytest.raises(Mistake, match="neither https nor on this machine"):
        build(fittings(tmp_path, account, SECRETS))


def test_finding_channels_loads_no_platform_library() -> None:
    script = (
        "import sys, crisis.channels as c; [c.needs(p) for p in c.platforms()]; "
        "print(sorted({'tweepy', 'mastodon', 'atproto', 'httpx', 'requests', 'lxml', 'jinja2', 'sqlmodel'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_building_our_own_outlets_loads_no_platform_library_either(tmp_path: Path) -> None:
    made = fittings(tmp_path, Account("page", "page"))
    assert build(made).repeatable
    assert build(replace(made, account=Account("feed", "feed"))).repeatable
