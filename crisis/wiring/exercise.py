"""The exercise desk: the same service in a world without a way out.

It is handed its clock, entropy and channels, keeps a database of its own in a folder of its own, and imports neither the
live wiring nor any channel or credential (held by import-linter): it cannot send, whatever anyone configures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from crisis.catalogue.policy_file import read_policy
from crisis.clearance import keys
from crisis.desk.desk import Desk
from crisis.desk.drafts.kit import Kit
from crisis.desk.drafts.linked import LinkBook
from crisis.desk.ids import Ids
from crisis.desk.people import roster
from crisis.errors import Refused
from crisis.model.ports import Channel, Clock, Entropy, LinkCheck, NoLinkCheck
from crisis.model.role import Role
from crisis.model.settings import Account, DaemonSettings, Mode
from crisis.shipped import shipped
from crisis.store.store import Store
from crisis.wiring.calm import preclear

PLAYERS = ("drafter", "approver")
ROLES = (Role.DRAFTER, Role.APPROVER, Role.LEAD)
LEDGER = "ledger"

DATABASE = "sqlite:///exercise.db"
"""In the exercise's own folder; the file of a desk in earnest is never opened, whatever `crisis.toml` says."""


SIMULATED = "recorder"
"""The platform of every channel that a rehearsal takes: one that writes down, and sends nothing."""


def exercise_desk(
    kit: Kit,
    folder: Path,
    clock: Clock,
    entropy: Entropy,
    channel: Callable[[Account], Channel | None],
    links: LinkCheck | None = None,
) -> Desk:
    """A new exercise desk in an empty folder, with two players enrolled whose keys come of the entropy and who have
    pre-cleared what ships. `links` are the recorded answers of pages; without them nothing is known of any.

    Raises `Refused`: `wrong-mode` for a kit of another mode, `not-empty` for a folder in which something lies, `live-channel`
    for a channel that could send."""
    _refuse_what_is_real(kit, folder)
    kit = without_credentials(kit)
    channel = _simulated(channel)
    for account in kit.settings.accounts:
        channel(account)
    pairs = {name: keys.generate(entropy) for name in (*PLAYERS, LEDGER)}
    desk = Desk(
        kit=kit,
        store=Store(DATABASE, folder, lasting=False),
        clock=clock,
        entropy=entropy,
        ids=Ids(clock, entropy),
        automatic=lambda account: True,
        channel=channel,
        signing_key=lambda person: pairs[person].private_openssh,
        ledger_key=lambda: pairs[LEDGER].private_openssh,
        public=folder / "public",
        alive=lambda sender: True,
        links=LinkBook(links or NoLinkCheck()),
        workers=1,  # in order, so that one seed is played the same every time
    )
    with desk.store.writing(clock.now()) as unit:
        policy = read_policy(shipped("data") / "policies" / "sample.toml")
        roster.open_desk(unit, desk, f"crisis/{Mode.EXERCISE.value}/{entropy.token(8).hex()}", policy)
    for name in PLAYERS:
        roster.enrol(desk, name, name.capitalize(), ROLES, pairs[name].public)
    preclear(desk, PLAYERS)
    return desk


def without_credentials(kit: Kit) -> Kit:
    """The kit with every reference to a secret, and every way out that `crisis.toml` names, taken out of its settings."""
    settings = kit.settings
    accounts = tuple(replace(account, credentials=None) for account in settings.accounts)
    return replace(
        kit,
        settings=replace(
            settings, accounts=accounts, sources=(), staff=(), publish_command=(), daemon=DaemonSettings()
        ),
    )


def _simulated(channel: Callable[[Account], Channel | None]) -> Callable[[Account], Channel | None]:
    """The same channels, each of which is asked what it is before it is given anything."""

    def safe(account: Account) -> Channel | None:
        made = channel(account)
        if made is not None and made.platform != SIMULATED:
            raise Refused(
                "live-channel",
                "A rehearsal was handed a way to {platform}, which could send for {account}.",
                "Hand it a recorder: `crisis rehearse` does.",
                platform=made.platform,
                account=account.id,
            )
        return made

    return safe


def _refuse_what_is_real(kit: Kit, folder: Path) -> None:
    if kit.mode is not Mode.EXERCISE:
        raise Refused(
            "wrong-mode", "A rehearsal is played in the mode exercise only.", "Rehearse with `crisis rehearse`."
        )
    if any(folder.iterdir()):
        raise Refused(
            "not-empty",
            "A rehearsal begins in an empty folder; {folder} is not empty.",
            "Name an empty folder.",
            folder=folder,
        )
