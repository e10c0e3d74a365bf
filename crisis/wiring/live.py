"""The real desk: its folder, its database, its channels with their credentials."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock

from crisis import channels, sources
from crisis.catalogue import desk_folder
from crisis.catalogue.policy_file import read_policy
from crisis.channels._staff import Staff
from crisis.clearance import keys
from crisis.desk.desk import Desk
from crisis.desk.drafts.linked import LinkBook
from crisis.desk.ids import Ids
from crisis.desk.outbox.shelf import shelf
from crisis.desk.people import roster
from crisis.desk.record import moving
from crisis.errors import Mistake
from crisis.model.ports import Alerts, Channel, Fittings, Source, Tap
from crisis.model.role import Role
from crisis.model.settings import Account, Mode, Settings, SourceSettings
from crisis.shipped import shipped
from crisis.store.store import Store
from crisis.wiring.calm import preclear
from crisis.wiring.kit import kit_of
from crisis.wiring.secrets import purse_of, secret_of, secrets_of
from crisis.wiring.senders import Senders
from crisis.wiring.system import SystemClock, SystemEntropy

SAMPLE_PEOPLE = (("drafter", "Sample Drafter"), ("approver", "Sample Approver"))
SAMPLE_ROLES = (Role.DRAFTER, Role.APPROVER, Role.LEGAL, Role.IR, Role.LEAD, Role.DEPUTY)
LEDGER_KEY = "ledger"
WORKERS = 64
"""Accounts served at once; each waits for its platform and hardly needs the processor."""


def open_desk(folder: Path, environ: Mapping[str, str]) -> Desk:
    """The desk in a folder, ready to work. Raises `Mistake` for a folder that is no desk or a configuration with a mistake."""
    kit = kit_of(folder)
    clock, entropy = SystemClock(), SystemEntropy()
    senders = Senders(folder / "senders", entropy.token(8).hex())
    desk = Desk(
        kit=kit,
        store=Store(kit.settings.database, folder),
        clock=clock,
        entropy=entropy,
        ids=Ids(clock, entropy),
        automatic=is_automatic,
        channel=lambda account: None,
        signing_key=lambda person: read_key(folder, person),
        ledger_key=lambda: read_key(folder, ledger_key_name(desk)),
        public=folder / "public",
        sender=senders.name,
        alive=senders.alive,
        leave=senders.leave,
        workers=WORKERS,
    )
    return _fitted(desk, environ, senders)


def _fitted(desk: Desk, environ: Mapping[str, str], senders: Senders) -> Desk:
    """The desk with its ways out and in, as its settings say. Credentials are read when they are needed."""
    # One at a time: libraries that several threads load at once see each other half loaded.
    building = Lock()

    @lru_cache
    def channel(account: Account) -> Channel | None:
        senders.enter()
        with building:
            return _channel(desk, account, environ)

    @lru_cache
    def watcher(account: Account) -> Channel | None:
        with building:
            return _channel(desk, account, environ)

    def source(settings: SourceSettings) -> Callable[[], Source]:
        return lambda: _source(desk, settings, environ)

    return replace(
        desk,
        channel=channel,
        watcher=watcher,
        source=source,
        links=LinkBook(sources.link_check(desk.settings.links)),
        alerts=_staff(desk.settings, environ),
        reread=lambda current: _reread(current, environ, senders),
    )


def _reread(desk: Desk, environ: Mapping[str, str], senders: Senders) -> Desk:
    """The desk with its folder's files read anew; what it has in hand goes on. Raises `Mistake` where something is wrong in
    them, and for another database: that is another desk."""
    kit = kit_of(desk.settings.folder, desk.mode)
    if kit.settings.database != desk.settings.database:
        raise Mistake(
            "database-moved",
            "crisis.toml names another database than the one at work.",
            "Stop the daemon and start it again.",
        )
    return _fitted(replace(desk, kit=kit, lanes=desk.lanes.passed_on()), environ, senders)


def _staff(settings: Settings, environ: Mapping[str, str]) -> Alerts | None:
    """The ways to the staff, their addresses read when they are needed."""
    if not settings.staff:
        return None
    return Staff({way.id: partial(secret_of, way.url, environ, f"[[staff_alert]] {way.id}") for way in settings.staff})


def _source(desk: Desk, settings: SourceSettings, environ: Mapping[str, str]) -> Source:
    """A source with its credentials as they are now."""
    secrets = secrets_of(settings, sources.secrets(settings.kind), environ, desk.settings.folder)
    return sources.build(Tap(settings, desk.clock, secrets))


def _channel(desk: Desk, account: Account, environ: Mapping[str, str]) -> Channel | None:
    """The account's channel; None where it is posted by hand."""
    if not is_automatic(account):
        return None
    needed = channels.needs(account.platform)
    fittings = Fittings(
        account=account,
        clock=desk.clock,
        zone=desk.settings.zone,
        public=desk.public,
        secrets=secrets_of(account, needed, environ, desk.settings.folder),
        shelf=lambda: shelf(desk, account),
        publish_command=desk.settings.publish_command,
        purse=purse_of(account, environ, desk.settings.folder or Path()),
        reading=lambda: desk.asked.note(account.id),
    )
    return channels.build(fittings)


def is_automatic(account: Account) -> bool:
    """Whether there is a way in: a channel for its platform, and credentials configured where that needs them."""
    known = account.platform in channels.platforms()
    return known and (not channels.needs(account.platform) or account.credentials is not None)


def ledger_key_name(desk: Desk, *, following: bool = False) -> str:
    """The file of the key that signs the ledger in this epoch, or in the one that follows."""
    with desk.store.reading() as unit:
        epoch = moving.number(unit) + following
    return LEDGER_KEY if epoch == 1 else f"{LEDGER_KEY}-{epoch}"


def read_key(folder: Path, name: str) -> bytes:
    """A private key file of the desk's `keys/`. Raises `Mistake` where there is none."""
    try:
        return (folder / "keys" / name).read_bytes()
    except OSError:
        raise Mistake(
            "no-key",
            "There is no key of {name} in the desk's keys/.",
            "Name the file of the private key with --key FILE.",
            name=name,
        ) from None


def make_desk(folder: Path, *, sample: bool, environ: Mapping[str, str]) -> Desk:
    """Make a desk: its folder, its database, the ledger's key, the shipped policy; for a sample also two enrolled people
    and what they have pre-cleared."""
    desk_folder.make(folder, sample, SystemClock().now())
    entropy = SystemEntropy()
    (folder / "keys").mkdir(mode=0o700)
    write_key(folder, LEDGER_KEY, keys.generate(entropy).private_openssh)
    desk = open_desk(folder, environ)
    with desk.store.writing(desk.clock.now()) as unit:
        policy = read_policy(shipped("data") / "policies" / ("sample.toml" if sample else "default.toml"))
        roster.open_desk(unit, desk, f"crisis/{Mode.ACTUAL.value}/{entropy.token(8).hex()}", policy)
    if sample:
        for person, name in SAMPLE_PEOPLE:
            roster.enrol(desk, person, name, SAMPLE_ROLES, new_key(folder, person))
        preclear(desk, [person for person, _ in SAMPLE_PEOPLE])
    return desk


def new_key(folder: Path, person: str) -> str:
    """Make a person's key pair: the private key into the desk's `keys/`, the public line back."""
    pair = keys.generate(SystemEntropy())
    write_key(folder, person, pair.private_openssh)
    return pair.public


def write_key(folder: Path, name: str, private: bytes) -> None:
    """Keep a private key, 0600, never over another. Raises `Mistake` where one of that name is there."""
    path = folder / "keys" / name
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise Mistake("key-exists", "There is a key of {name} already.", "It is not overwritten.", name=name) from None
    path.write_bytes(private)
