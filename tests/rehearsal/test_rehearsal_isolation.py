"""A rehearsal cannot reach anybody, and nothing of it counts in earnest."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

import pytest
import rehearsal_kit
from sqlalchemy import delete, update

from crisis.channels import mastodon
from crisis.clearance import approvals, keys, sshsig, statements
from crisis.desk.desk import Desk
from crisis.desk.drafts import saving
from crisis.desk.outbox.sending import tick
from crisis.desk.people import roster
from crisis.errors import Mistake, Refused, VerificationFailed
from crisis.model.delivery import Delivery, State
from crisis.model.ports import Channel, Fittings
from crisis.model.published import Shelf
from crisis.model.records import StoredRelease
from crisis.model.release import Person, Rule
from crisis.model.settings import Account, Mode, StaffWay
from crisis.rehearsal import players
from crisis.rehearsal.rehearse import rehearse
from crisis.rehearsal.run import play, set_up
from crisis.rehearsal.stage import Stage
from crisis.rehearsal.world import Recorder, SeededEntropy, VirtualClock
from crisis.store import releases, tables
from crisis.store.store import Store
from crisis.wiring.exercise import DATABASE, SIMULATED, exercise_desk
from crisis.wiring.live import make_desk, open_desk

START = datetime(2026, 10, 9, 6, 0, tzinfo=UTC)


@pytest.fixture
def honeypot() -> Iterator[tuple[int, list[Any]]]:
    """A real listening socket that notes who comes."""
    visitors: list[Any] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def welcome() -> None:
            while True:
                try:
                    guest, _address = server.accept()
                except OSError:
                    return
                visitors.append(guest.recv(64))
                guest.close()

        threading.Thread(target=welcome, daemon=True).start()
        yield server.getsockname()[1], visitors
        server.shutdown(socket.SHUT_RDWR)


def test_a_rehearsal_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise AssertionError("a rehearsal opened a connection")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert (
        play(rehearsal_kit.earthquake(), rehearsal_kit.kit(), 1, tmp_path).recorded == rehearsal_kit.played(1).recorded
    )


def test_credentials_and_a_gateway_in_reach_are_not_used(
    honeypot: tuple[int, list[Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk whose accounts could all send at once: keys in the environment, gateways that listen, a publish command."""
    port, visitors = honeypot
    desk, ran = tmp_path / "desk", tmp_path / "ran"
    desk.mkdir()
    text = (rehearsal_kit.SAMPLE / "crisis.toml").read_text("utf-8")
    gateway = f'api_base = "http://127.0.0.1:{port}"\ncredentials = "env:CRISIS_TRAP"\n'
    text = text.replace('platform = "x"\n', f'platform = "x"\n{gateway}')
    text = text.replace("[desk]\n", f'[desk]\npublish_command = ["touch", {json.dumps(str(ran))}]\n')
    (desk / "crisis.toml").write_text(text, "utf-8")
    (desk / "protected.txt").write_text("", "utf-8")
    for name in ("API_KEY", "API_SECRET", "ACCESS_TOKEN", "ACCESS_TOKEN_SECRET", "IDENTIFIER", "APP_PASSWORD"):
        monkeypatch.setenv(f"CRISIS_TRAP_{name}", "live-and-secret")
    done = rehearse(rehearsal_kit.earthquake(), 1, folder=desk, out=tmp_path / "out", language="en")
    assert len([one for one in done.played.recorded if one.account.startswith("x-")]) > 10
    assert visitors == []
    assert not ran.exists()
    assert not (desk / "public").exists()
    assert "live-and-secret" not in done.report.read_text("utf-8")
    socket.create_connection(("127.0.0.1", port)).close()  # the honeypot was really open
    assert sorted(path.name for path in desk.iterdir()) == ["crisis.toml", "protected.txt"]


def test_a_kit_in_earnest_is_not_played(tmp_path: Path) -> None:
    clock, entropy = VirtualClock(START), SeededEntropy("1")
    with pytest.raises(Refused) as refusal:
        exercise_desk(rehearsal_kit.kit(Mode.ACTUAL), tmp_path, clock, entropy, lambda account: None)
    assert refusal.value.code == "wrong-mode"
    assert list(tmp_path.iterdir()) == []


def test_a_rehearsal_begins_in_a_folder_of_its_own(tmp_path: Path) -> None:
    """It cannot take over a database that is there."""
    (tmp_path / "exercise.db").write_bytes(b"somebody's")
    with pytest.raises(Refused) as refusal:
        exercise_desk(rehearsal_kit.kit(), tmp_path, VirtualClock(START), SeededEntropy("1"), lambda account: None)
    assert refusal.value.code == "not-empty"
    assert (tmp_path / "exercise.db").read_bytes() == b"somebody's"


def test_a_desk_in_earnest_refuses_a_database_of_an_exercise_that_was_put_in_its_place(tmp_path: Path) -> None:
    """The live wiring itself, with its own keys and accounts."""
    (tmp_path / "exercise").mkdir()
    a_cleared_post(Mode.EXERCISE, tmp_path / "exercise").store.close()
    live = make_desk(tmp_path / "live", sample=True, environ={})
    live.store.close()
    for file in (tmp_path / "live").glob("crisis.db*"):
        file.unlink()
    (tmp_path / "exercise" / "exercise.db").rename(tmp_path / "live" / "crisis.db")
    desk = replace(open_desk(tmp_path / "live", {}), clock=VirtualClock(START))
    with pytest.raises(Refused) as refusal, desk.store.reading() as unit:
        desk.origin(unit)
    assert refusal.value.code == "wrong-mode"
    tick(desk)
    assert states(desk) == {(State.HELD, "wrong-mode")}
    assert not list((tmp_path / "live" / "public").glob("*.html"))
    desk.leave()


# Over the whole matrix of mode, database and signature everything that does not match is refused.


def a_cleared_post(mode: Mode, folder: Path) -> Desk:
    """A desk with one release that is cleared and not yet sent; `mode` is that of database, statement and signature."""
    clock, entropy = VirtualClock(START), SeededEntropy(mode.value)
    recorder = Recorder(clock)
    desk = exercise_desk(rehearsal_kit.kit(), folder, clock, entropy, lambda account: recorder)
    if mode is Mode.ACTUAL:
        desk = _in_earnest(desk)
    answers = {"what": "地震", "next_update": "16:00"}
    (drafted,) = players.told(desk, "holding", answers, "desk", None)
    assert players.cleared(desk, drafted).seen == "cleared"
    return desk


def _in_earnest(desk: Desk) -> Desk:
    """The same desk in the other mode, with its people enrolled in that."""
    with desk.store.writing(desk.clock.now()) as unit:
        unit.set_meta("mode", Mode.ACTUAL.value)
        enrolled = unit.find(Person)
        for row in (tables.PersonRow, tables.DecisionRow):
            unit.session.execute(delete(row))
    actual = replace(desk, kit=rehearsal_kit.kit(Mode.ACTUAL))
    for person in enrolled:
        roster.enrol(actual, person.id, person.name, person.roles, person.public_key)
    return actual


def states(desk: Desk) -> set[tuple[State, str | None]]:
    with desk.store.reading() as unit:
        return {(delivery.state, delivery.reason) for delivery in unit.find(Delivery)}


# Mode × database × signature × credential: only where all four are of the exercise does an exercise desk say anything.

LIVE = "live"
"""The credential side: a channel with live credentials in place of a recorder."""


def resign(desk: Desk, mode: Mode) -> None:
    """Sign every approval of the database anew, by its own person and key, in the namespace of a mode."""
    with desk.store.writing(desk.clock.now()) as unit:
        for release in unit.find(StoredRelease):
            for approval in releases.approvals(unit, release.id):
                key = keys.load(desk.signing_key(approval.person), None)
                payload = approvals.payload(release.statement, approval.person, approval.key, approval.at)
                forged = sshsig.sign(key, approvals.namespace(mode), payload)
                row = tables.ApprovalRow.__table__  # type: ignore[attr-defined]
                unit.session.execute(update(row).where(row.c.person == approval.person).values(signature=forged))


@pytest.mark.parametrize("credential", [SIMULATED, LIVE])
@pytest.mark.parametrize("signed", Mode)
@pytest.mark.parametrize("store_mode", Mode)
@pytest.mark.parametrize("desk_mode", Mode)
def test_every_mismatch_is_refused(
    desk_mode: Mode,
    store_mode: Mode,
    signed: Mode,
    credential: str,
    honeypot: tuple[int, list[Any]],
    tmp_path: Path,
) -> None:
    port, visitors = honeypot
    (tmp_path / "base").mkdir()
    desk = a_cleared_post(Mode.EXERCISE, tmp_path / "base")
    resign(desk, signed)
    with desk.store.writing(desk.clock.now()) as unit:
        unit.set_meta("mode", store_mode.value)
    recorder = desk.channel(desk.settings.accounts[0])
    assert isinstance(recorder, Recorder)
    if credential == LIVE:  # the wiring itself takes no such channel, whatever else it is given
        clock, entropy = VirtualClock(START), SeededEntropy("1")
        (tmp_path / "other").mkdir()
        with pytest.raises(Refused) as refusal:
            exercise_desk(
                rehearsal_kit.kit(desk_mode), tmp_path / "other", clock, entropy, lambda account: with_secrets(port)
            )
        assert refusal.value.code == ("live-channel" if desk_mode is Mode.EXERCISE else "wrong-mode")
        assert list((tmp_path / "other").iterdir()) == []
    else:
        tick(replace(desk, kit=rehearsal_kit.kit(desk_mode), store=Store(DATABASE, tmp_path / "base")))
        assert bool(recorder.log) is (desk_mode is store_mode is signed is Mode.EXERCISE)
        assert bool(recorder.log) is (states(desk) == {(State.PUBLISHED, None)})
    assert visitors == []


def with_secrets(port: int) -> Channel:
    """A real channel, with credentials, to a gateway that listens."""
    account = Account("m", "mastodon", api_base=f"http://127.0.0.1:{port}")
    secrets = {"ACCESS_TOKEN": "live-and-secret"}
    return mastodon.build(
        Fittings(account, VirtualClock(START), ZoneInfo("Asia/Tokyo"), Path(), secrets, lambda: Shelf({}, (), (), ()))
    )


def test_the_settings_of_an_exercise_name_no_credential_and_no_way_out(tmp_path: Path) -> None:
    """Whatever `crisis.toml` refers to, nothing of the rehearsal could look it up."""
    settings = rehearsal_kit.kit().settings
    accounts = tuple(replace(account, credentials="env:CRISIS_TRAP") for account in settings.accounts)
    staff = (StaffWay("phones", "env:CRISIS_STAFF"),)
    real = replace(settings, accounts=accounts, staff=staff, publish_command=("touch", "x"))
    kit = replace(rehearsal_kit.kit(), settings=real)
    desk = exercise_desk(kit, tmp_path, VirtualClock(START), SeededEntropy("1"), lambda account: None)
    assert {account.credentials for account in desk.settings.accounts} == {None}
    assert (desk.settings.staff, desk.settings.sources, desk.settings.publish_command) == ((), (), ())
    desk.store.close()


def test_a_desk_in_earnest_has_no_recorder(tmp_path: Path) -> None:
    """An account cannot be given the rehearsal's platform: it would say that it has posted, and nobody would have read it."""
    make_desk(tmp_path / "live", sample=True, environ={}).store.close()
    config = tmp_path / "live" / "crisis.toml"
    config.write_text(config.read_text("utf-8").replace('platform = "x"', f'platform = "{SIMULATED}"', 1), "utf-8")
    with pytest.raises(Mistake, match=SIMULATED):
        open_desk(tmp_path / "live", {})


@pytest.mark.parametrize("desk_mode", Mode)
@pytest.mark.parametrize("store_mode", Mode)
def test_a_desk_opens_no_database_of_the_other_mode(desk_mode: Mode, store_mode: Mode, tmp_path: Path) -> None:
    first = a_cleared_post(store_mode, tmp_path)
    desk = replace(first, kit=rehearsal_kit.kit(desk_mode), store=Store(DATABASE, tmp_path))
    if desk_mode is store_mode:
        tick(desk)
        assert states(desk) == {(State.PUBLISHED, None)}
        return
    with pytest.raises(Refused) as refusal, desk.store.reading() as unit:
        desk.origin(unit)
    assert refusal.value.code == "wrong-mode"
    tick(desk)
    assert states(desk) == {(State.HELD, "wrong-mode")}
    (drafted,) = players.told(desk, "holding", {"what": "火災", "next_update": "16:00"}, "desk", None)
    outcome = players.cleared(desk, drafted)
    assert (outcome.seen, outcome.codes) == ("refused", ("wrong-mode",))


@pytest.mark.parametrize("desk_mode", Mode)
@pytest.mark.parametrize("stated", Mode)
@pytest.mark.parametrize("signed", Mode)
def test_a_signature_counts_in_its_own_mode_only(desk_mode: Mode, stated: Mode, signed: Mode, tmp_path: Path) -> None:
    """The desk's mode, the mode in the statement, and the namespace that was signed must be one."""
    desk = a_cleared_post(Mode.EXERCISE, tmp_path)
    with desk.store.reading() as unit:
        (release,) = unit.find(StoredRelease)
        signers, origin = desk.signers(unit), desk.origin(unit)
    person = signers.people[players.APPROVER]
    key = keys.load(desk.signing_key(person.id), None)
    statement = replace(statements.decode(release.statement), mode=stated)
    approval = approvals.approve(statements.encode(replace(statement, mode=signed)), person, key, statement.created_at)
    if signed is not stated:  # the very statement, signed in the other namespace
        data = statements.encode(statement)
        payload = approvals.payload(data, person.id, approval.key, approval.at)
        forged = sshsig.sign(key, approvals.namespace(signed), payload)
        approval = replace(approval, signature=forged)
    args = (statements.encode(statement), [approval], signers, [Rule()], START, desk_mode, origin)
    if desk_mode is stated is signed:
        assert approvals.check(*args) == statement
    else:
        with pytest.raises(VerificationFailed):
            approvals.check(*args)


def test_an_approval_of_an_exercise_carried_into_a_desk_in_earnest_sends_nothing(tmp_path: Path) -> None:
    """Somebody who can write the database turns a rehearsal into a desk in earnest; the sender still refuses."""
    desk = a_cleared_post(Mode.EXERCISE, tmp_path)
    with desk.store.writing(desk.clock.now()) as unit:
        unit.set_meta("mode", Mode.ACTUAL.value)
    earnest = replace(desk, kit=rehearsal_kit.kit(Mode.ACTUAL))
    recorder = earnest.channel(rehearsal_kit.kit().settings.accounts[0])
    tick(earnest)
    assert states(earnest) == {(State.HELD, "roster-altered")}
    assert isinstance(recorder, Recorder)
    assert recorder.log == []


@pytest.mark.parametrize("words", ["これは訓練ではありません", "This is not a drill"])
def test_nobody_clears_that_it_is_no_drill(words: str, tmp_path: Path) -> None:
    """Whoever writes it into a post of a rehearsal: it is stopped at clearance, and nothing goes out."""
    desk = exercise_desk(
        rehearsal_kit.kit(),
        tmp_path,
        VirtualClock(START),
        SeededEntropy("1"),
        lambda account: Recorder(VirtualClock(START)),
    )
    (drafted,) = players.told(desk, "holding", {"what": "地震", "next_update": "16:00"}, "desk", None)
    saving.edit(desk, drafted.posts[0], f"【訓練】地震がありました。{words}。[EXERCISE]", by=players.DRAFTER)
    outcome = players.cleared(desk, drafted)
    assert (outcome.seen, outcome.codes) == ("held", ("exercise-mix",))
    assert states(desk) == set()
    desk.store.close()


def test_every_rehearsal_has_an_origin_and_keys_of_its_own(tmp_path: Path) -> None:
    def stage(seed: int) -> Stage:
        folder = tmp_path / str(seed)
        folder.mkdir()
        return set_up(rehearsal_kit.earthquake(), rehearsal_kit.kit(), seed, folder)

    def origin(desk: Desk) -> str:
        with desk.store.reading() as unit:
            return desk.origin(unit)

    one, other = stage(1).desk, stage(2).desk
    assert origin(one).startswith("crisis/exercise/")
    assert origin(one) != origin(other)
    assert one.signing_key("approver") != other.signing_key("approver")
    with one.store.reading() as unit:
        assert releases.policy(unit) is not None
