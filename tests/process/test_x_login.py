"""OAuth 2.0 on X: a person logs in once, and the access is renewed without being lost or taken twice."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from platforms.stage import NOON, FixedClock, parcel
from platforms.x import USER, XStage, stage
from process_kit import ENVIRONMENT, Place, run

from crisis.channels import build
from crisis.model.ports import Channel, NotSent
from crisis.model.settings import Account
from crisis.wiring.secrets import purse_of, secrets_of


@dataclass
class LoggedIn:
    """An account whose access is kept in a file."""

    stage: XStage
    file: Path

    def keep(self, **secrets: str) -> None:
        given = self.stage.platform.given
        kept = {"CLIENT_ID": "app", "ACCESS_TOKEN": given.access, "REFRESH_TOKEN": given.refresh, **secrets}
        self.file.touch(0o600)
        self.file.write_text("".join(f"{key} = {json.dumps(value)}\n" for key, value in kept.items()), "utf-8")

    @property
    def kept(self) -> Mapping[str, str]:
        return tomllib.loads(self.file.read_text("utf-8"))

    def channel(self) -> Channel:
        account = replace(self.stage.fittings.account, credentials=f"file:{self.file}")
        purse = purse_of(account, {}, self.file.parent)
        secrets = secrets_of(account, (), {}, None)
        return build(replace(self.stage.fittings, account=account, secrets=secrets, purse=purse))


@pytest.fixture
def x(tmp_path: Path) -> Iterator[LoggedIn]:
    with stage(tmp_path) as made:
        yield LoggedIn(made, tmp_path / "x.toml")


def ends(**span: float) -> str:
    return (NOON + timedelta(**span)).isoformat()


def test_a_token_that_holds_is_used_as_it_is(x: LoggedIn) -> None:
    x.keep(EXPIRES_AT=ends(hours=1))
    x.channel().publish(parcel())
    assert x.channel().read_back(parcel()) is not None
    assert x.stage.platform.given.renewals == 0


def test_a_token_near_its_end_is_renewed_and_kept_before_it_is_used(
    x: LoggedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    x.keep(EXPIRES_AT=ends(minutes=4), CLIENT_SECRET="s", NOTE="of mine")
    taking = x.stage.platform.create

    def kept_already(body: dict[str, str]) -> object:
        assert x.kept["ACCESS_TOKEN"] == x.stage.platform.given.access
        return taking(body)

    monkeypatch.setattr(x.stage.platform, "create", kept_already)
    x.channel().publish(parcel())
    given = x.stage.platform.given
    assert x.kept == {
        "CLIENT_ID": "app", "CLIENT_SECRET": "s", "NOTE": "of mine", "EXPIRES_AT": ends(hours=2),
        "ACCESS_TOKEN": given.access, "REFRESH_TOKEN": given.refresh,
    }  # fmt: skip
    assert stat.S_IMODE(x.file.stat().st_mode) == 0o600
    assert {path.name for path in x.file.parent.glob(".x*")} == {".x.toml.lock"}


def test_several_at_once_renew_once(x: LoggedIn) -> None:
    x.keep(EXPIRES_AT=ends(minutes=-1))
    together, channels = Barrier(6), [x.channel() for _ in range(6)]

    def read(channel: Channel) -> None:
        together.wait()
        channel.read_back(parcel())

    threads = [Thread(target=read, args=[channel]) for channel in channels]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert x.stage.platform.given.renewals == 1
    assert x.kept["REFRESH_TOKEN"] == x.stage.platform.given.refresh


def test_a_token_that_was_taken_back_is_renewed_and_the_post_goes_once(x: LoggedIn) -> None:
    x.keep(EXPIRES_AT=ends(hours=1))
    x.stage.platform.given.access = "another"
    x.channel().publish(parcel())
    assert x.stage.held(parcel().text) == 1
    assert x.stage.platform.given.renewals == 1


@pytest.mark.parametrize(
    ("trouble", "permanent"),
    [("spent", True), ("server-error", False), ("html", True), ("refuse", False), ("reset", False)],
)
def test_an_access_that_cannot_be_renewed_is_no_doubt_about_the_post(
    x: LoggedIn, trouble: str, *, permanent: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    x.keep(EXPIRES_AT=ends(minutes=-1))
    channel, before = x.channel(), x.kept
    if trouble == "spent":
        x.stage.platform.given.refresh = "another"
    else:
        x.stage.trouble(trouble)
    with pytest.raises(NotSent) as caught:
        channel.publish(parcel())
    assert caught.value.permanent is permanent
    assert x.stage.held(parcel().text) == 0
    assert x.kept == before
    assert "canary" not in caught.value.reason + caplog.text + repr(caught.value.__context__)


def test_a_place_where_nothing_can_be_kept_is_found_before_the_access_is_spent(x: LoggedIn) -> None:
    x.keep(EXPIRES_AT=ends(minutes=-1))
    channel = x.channel()
    (x.file.parent / ".x.toml.new").mkdir()
    with pytest.raises(NotSent, match="cannot be kept"):
        channel.publish(parcel())
    assert x.stage.platform.given.renewals == 0


RENEWS = """
import os, sys
from pathlib import Path
from crisis.wiring.secrets import purse_of
from crisis.model.settings import Account
purse = purse_of(Account("x-main", "x", credentials=sys.argv[1]), {}, Path(sys.argv[2]))
purse.replace(lambda now: print(now["REFRESH_TOKEN"], flush=True) or os.kill(os.getpid(), 9))
"""


def test_a_process_that_dies_while_it_renews_keeps_what_it_had(tmp_path: Path) -> None:
    kept = tmp_path / "x.toml"
    kept.touch(0o600)
    kept.write_text('REFRESH_TOKEN = "before"\n', "utf-8")
    for _ in range(2):  # and leaves no lock behind
        died = subprocess.run(
            [sys.executable, "-c", RENEWS, "file:x.toml", str(tmp_path)],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert (died.returncode, died.stdout) == (-9, "before\n"), died.stderr
        assert secrets_of(Account("x", "x", credentials="file:x.toml"), (), {}, tmp_path) == {"REFRESH_TOKEN": "before"}


# Logging in, as a person does


def type_in(x: LoggedIn, place: Place, *, spoilt: str = "") -> tuple[int, str]:
    """`crisis account login`, with a browser that allows it; the exit code and all that was said."""
    with subprocess.Popen(
        [sys.executable, "-m", "crisis", "account", "login", "x-main", "--desk", str(place.folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT,
    ) as command:  # fmt: skip
        assert command.stdout is not None
        url = command.stdout.readline().strip()
        assert url.startswith("https://x.com/i/oauth2/authorize?"), command.communicate()
        ended = x.stage.platform.given.allow(url)
        out, err = command.communicate(ended.replace("state=", f"state={spoilt}") + "\n", timeout=60)
    assert "canary" not in url + out + err
    assert "Traceback" not in err
    return command.returncode, out + err


@pytest.fixture
def place(x: LoggedIn, tmp_path: Path) -> Place:
    made = Place(tmp_path / "desk")
    assert run("init", str(made.folder)).code == 0
    with (made.folder / "crisis.toml").open("a", encoding="utf-8") as settings:
        settings.write(
            f'[[account]]\nid = "x-main"\nplatform = "x"\nhandle = "@{USER["username"]}"\n'
            f'api_base = "{x.stage.server.address}"\ncredentials = "file:x.toml"\n'
        )
    x.file = made.folder / "x.toml"
    x.keep()
    return made


def test_a_person_logs_in_and_the_account_can_post(x: LoggedIn, place: Place) -> None:
    code, said = type_in(x, place)
    assert (code, "logged in as @kitahama_jp" in said) == (0, True)
    assert x.kept["REFRESH_TOKEN"] == x.stage.platform.given.refresh
    x.stage = replace(x.stage, fittings=replace(x.stage.fittings, clock=FixedClock(NOON)))
    x.channel().publish(parcel())
    with place._open() as desk, desk.store.reading() as unit:
        told = [entry.told() for entry in unit.ledger_entries() if entry.kind == "account-login"]
    assert told == [{"account": "x-main", "platform": "x", "handle": "kitahama_jp", "by": None}]


def test_a_login_as_somebody_else_or_from_elsewhere_changes_nothing(
    x: LoggedIn, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = x.kept
    code, said = type_in(x, place, spoilt="x")
    assert (code, "another login" in said) == (3, True)
    monkeypatch.setitem(USER, "username", "somebody_else")
    code, said = type_in(x, place)
    assert (code, "logged in there as @somebody_else" in said) == (3, True)
    assert x.kept == before


def test_keys_in_the_environment_cannot_be_renewed(place: Place) -> None:
    path = place.folder / "crisis.toml"
    path.write_text(path.read_text("utf-8").replace("file:x.toml", "env:CRISIS_TEST"), "utf-8")
    ran = place.run("account", "login", "x-main")
    assert ran.code == 3
    assert 'credentials = "file:x-main.toml"' in ran.err
