"""What a rehearsal has sent to accounts of CAP, as those messages: each says of itself that it is an exercise."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crisis.cap import document
from crisis.cap.messages import messages
from crisis.desk.desk import Desk
from crisis.desk.outbox.shelf import shelf
from crisis.model.settings import Account

CAP = "cap"


def alerts(desk: Desk) -> Mapping[str, bytes]:
    """The messages of every such account, by the path at which each is to lie; their status is `Exercise`."""
    accounts = [account for account in desk.settings.accounts if account.platform == CAP]
    return {path: data for account in accounts for path, data in _of(desk, account).items()}


def write(made: Mapping[str, bytes], folder: Path) -> None:
    """Put them into a folder of their own, in the place of those of an earlier run. Raises `OSError`."""
    for old in folder.glob("*/*.xml"):
        old.unlink()
    for path, data in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _of(desk: Desk, account: Account) -> Mapping[str, bytes]:
    sender, zone = document.sender_of(account), desk.settings.zone
    return {
        f"{account.id}/{message.identifier}.xml": document.alert(message, sender, zone)
        for message in messages(shelf(desk, account))
    }
