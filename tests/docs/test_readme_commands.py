"""Every command of the README, typed as it stands there, by two people at one desk and then from two homes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from absence import ROOT, absent
from doc_pages import blocks, page, section
from doc_terminal import Typed, environment, soon, type_in

FIVE_MINUTES = section(page("README.md"), "Five minutes to the first real post")
TWO_HOMES = section(page("README.md"), "Two homes, one desk, no VPN")
NAMES = {"N-…": re.compile(r"N-[0-9A-Z]{26}"), "…T08M6": re.compile(r"…[0-9A-Z]{5}\b")}
"""What stands in the document for a notice and for a post, and how a command names one."""

SSH = """#!/bin/sh
# What ssh is to whoever types: a shell at the other end, in the home of the one user there.
test "$1" = crisis@desk.example || exit 255
shift
cd "$FAR_HOME" && exec sh -c "$*"
"""


def office_closed() -> list[tuple[str, str]]:
    """A call: which site, how it stands, why, when the next update comes; the rest is not decided."""
    return [("1/6", "1"), ("2/6", "1"), ("3/6", soon()), ("4/6", ""), ("5/6", ""), ("6/6", "GA")]


class Home:
    """Somebody at a terminal, who copies the notice and the post that stood last on the screen."""

    def __init__(self, folder: Path, *bins: Path, **more: str) -> None:
        self.cwd, self.env = folder, environment(folder, *bins, **more)
        self.seen: dict[str, str] = {}

    def types(self, command: str, *answers: tuple[str, str]) -> Typed:
        """One line of the document. `cd` and the activation of the environment stay, as in a shell."""
        if command.startswith("cd "):
            self.cwd /= command.removeprefix("cd ")
            return Typed(0, "")
        if command == ". .venv/bin/activate":
            return Typed(0, "")
        for name, real in self.seen.items():
            command = command.replace(name, real)
        done = type_in(command, self.cwd, self.env, answers)
        self.seen |= {name: form.findall(done.screen)[-1] for name, form in NAMES.items() if form.search(done.screen)}
        return done


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return Home(tmp_path_factory.mktemp("office"))


def test_five_minutes_to_the_first_real_post(office: Home) -> None:
    said: dict[str, str] = {}
    answers = {
        "crisis say office-status --as tanaka": office_closed(),
        "crisis clear --as suzuki": [("[y/N]", "y")],
    }
    for block in blocks(FIVE_MINUTES):
        if block.language == "toml":
            (office.cwd / "crisis.toml").write_text(block.text, "utf-8")
            continue
        for command in block.commands:
            done = office.types(command, *answers.get(command, []))
            assert done.code == 0, f"{command}\n{done.screen}"
            said[command] = done.screen
    assert "閉鎖しています" in said["crisis say office-status --as tanaka"]
    assert "cleared" in said["crisis clear --as suzuki"]
    assert "published" in said["crisis queue"]
    assert "閉鎖しています" in (office.cwd / "public" / "index.html").read_text("utf-8")
    assert "閉鎖しています" in said["crisis hand …T08M6"]
    assert "holds" in said["crisis ledger verify"]
    assert "https://x.com/kitahama_jp/status/1" in said["crisis ledger releases"]


def test_two_homes_share_one_desk_and_the_key_stays_at_home(tmp_path: Path) -> None:
    if shutil.which("ssh-keygen") is None:
        absent("ssh-keygen is not installed")
    desk, home = _server(tmp_path), _home(tmp_path)
    commands = [command for block in blocks(TWO_HOMES, "sh") for command in block.commands]
    made = home.types(commands[0], ("passphrase", ""), ("again", ""))
    assert made.code == 0, made.screen
    _draft(home)
    for command in commands[1:]:
        done = home.types(command)
        assert done.code == 0, f"{command}\n{done.screen}"
    assert "cleared" in done.screen
    private = (home.cwd / "clearing").read_bytes()
    assert not [path for path in desk.rglob("*") if path.is_file() and private in path.read_bytes()]


def test_a_key_with_a_passphrase_clears_from_a_phone(tmp_path: Path) -> None:
    if shutil.which("ssh-keygen") is None:
        absent("ssh-keygen is not installed")
    desk, home = _server(tmp_path), _home(tmp_path)
    far = Home(desk.parent)
    make, enrol = [command for block in blocks(TWO_HOMES, "sh") for command in block.commands][:2]
    assert home.types(make, ("passphrase", "plum rain"), ("again", "plum rain")).code == 0
    assert home.types(enrol).code == 0
    shutil.copy(home.cwd / "clearing", far.cwd)
    _draft(home)
    far.seen = home.seen
    command = next(iter(re.findall(r"`(crisis clear .*--key clearing .*?)`", TWO_HOMES)))
    done = far.types(command, ("[y/N]", "y"), ("Passphrase: ", "plum rain"))
    assert done.code == 0, done.screen
    assert "cleared" in done.screen


def _server(folder: Path) -> Path:
    """A desk on a server, with Tanaka enrolled there."""
    far = folder / "server"
    far.mkdir()
    there = Home(far)
    assert there.types("crisis init desk").code == 0
    (there.cwd / "desk" / "crisis.toml").write_text(blocks(FIVE_MINUTES, "toml")[0].text, "utf-8")
    add = "crisis person add tanaka --name Tanaka --role drafter --role approver --generate --desk desk"
    assert there.types(add).code == 0
    return far / "desk"


def _home(folder: Path) -> Home:
    """A home with nothing but ssh."""
    home = folder / "home"
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "ssh").write_text(SSH, "utf-8")
    (home / "bin" / "ssh").chmod(0o755)
    return Home(home, home / "bin", FAR_HOME=str(folder / "server"))


def _draft(home: Home) -> None:
    """Tanaka drafts, over ssh as well."""
    said = home.types("ssh crisis@desk.example crisis say office-status --as tanaka --desk desk", *office_closed())
    assert said.code == 0, said.screen


def test_the_commands_before_the_first_desk_are_targets_of_make() -> None:
    makefile = page("Makefile")
    first = blocks(page("README.md"))[0]
    assert [command.split()[:2] for command in first.commands] == [["make", "demo"], ["make", "test"]]
    assert [line for line in makefile.splitlines() if line.startswith(("demo:", "test:"))]
    assert (ROOT / "LICENSE").is_file()
