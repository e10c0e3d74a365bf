"""What is done with a `publish_command`: run without a shell and our secrets, bounded, and made up for."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from platforms.stage import State, fittings, parcel

from crisis.channels import build
from crisis.channels._outlet import Outlet
from crisis.channels._upload import upload
from crisis.channels.feed import entries, post_id
from crisis.model.ports import Fittings, InDoubt, NotSent
from crisis.model.settings import Account


def outlet(made: Fittings) -> Outlet:
    return cast("Outlet", build(made))


@pytest.fixture
def made(tmp_path: Path) -> Fittings:
    return fittings(tmp_path, Account("page", "page"))


def state_of(made: Fittings) -> State:
    return cast("State", made.shelf)


def python(*lines: str) -> tuple[str, ...]:
    return (sys.executable, "-c", "\n".join(lines))


def test_a_command_runs_beside_the_folder_without_a_shell_and_our_secrets(
    made: Fittings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRISIS_X_MAIN_API_KEY", "canary")
    command = (
        *python("import os, sys, json", "json.dump([sys.argv[1], dict(os.environ)], open('seen', 'w'))"),
        "$(id); *",
    )
    build(replace(made, publish_command=command)).publish(parcel())
    said, environment = json.loads((made.public.parent / "seen").read_text())
    assert said == "$(id); *"
    assert "canary" not in environment.values()


def test_a_command_that_fails_says_its_last_words(tmp_path: Path) -> None:
    command = python("import sys", "print('x' * 100_000, flush=True)", "sys.exit('no such \\x1b[31mbucket')")
    with pytest.raises(InDoubt, match=r"ended with 1: no such .*bucket") as caught:
        upload(command, tmp_path)
    assert "\x1b" not in caught.value.reason
    with pytest.raises(InDoubt) as caught:
        upload(python("import sys", "sys.exit('y' * 100_000)"), tmp_path)
    assert len(caught.value.reason) < 300


def test_a_command_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    command = python(
        "import subprocess, sys, time",
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])",
        "open('child', 'w').write(str(child.pid))",
        "time.sleep(60)",
    )
    with pytest.raises(InDoubt, match=r"did not end within 1 s"):
        upload(command, tmp_path, timeout=1)
    child = Path(f"/proc/{(tmp_path / 'child').read_text()}/stat")
    time.sleep(0.2)
    assert not child.exists() or child.read_text().split()[2] == "Z"


def test_a_command_that_cannot_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotSent, match="'no-such-command' cannot be started") as caught:
        upload(("no-such-command",), tmp_path)
    assert not caught.value.permanent


def test_a_failed_upload_is_made_up_for(made: Fittings) -> None:
    """Also where nothing has changed since: what is served is not what the web shows."""
    page = outlet(replace(made, publish_command=python("raise SystemExit(3)")))
    with pytest.raises(InDoubt):
        page.publish(parcel())
    with pytest.raises(NotSent, match="no url"):
        page.read_back(parcel())
    better = outlet(replace(made, publish_command=python("open('uploaded', 'a').write('x')")))
    better.refresh(state_of(made).shelf)
    better.refresh(state_of(made).shelf)
    assert (made.public.parent / "uploaded").read_text() == "x"
    assert better.read_back(parcel()) is not None


def test_one_outlet_does_not_clear_the_others_failed_upload(tmp_path: Path) -> None:
    made = fittings(tmp_path, Account("page", "page"), publish_command=python("raise SystemExit(3)"))
    with pytest.raises(InDoubt):
        build(made).publish(parcel())
    feed = replace(made, account=Account("feed", "feed"), publish_command=python("open('uploaded', 'a').write('x')"))
    build(feed).publish(parcel())
    assert (tmp_path / "uploaded").read_text() == "x"
    assert build(made).read_back(parcel()) is not None


@pytest.mark.parametrize(
    "url", ["https://status.example", "https://status.example/", "https://status.example/index.html"]
)
def test_the_address_of_a_post_follows_the_accounts(made: Fittings, url: str) -> None:
    page = build(replace(made, account=Account("page", "page", url=url)))
    assert page.publish(parcel()).url == "https://status.example/posts/P-01.html"
    feed = build(replace(made, account=Account("feed", "feed", url=url)))
    assert feed.publish(parcel()).url == "https://status.example/feed.atom"
    assert entries((made.public / "feed.atom").read_bytes()) == [(post_id("P-01"), parcel().text)]
