"""Staff alerts through apprise: Slack, Teams, LINE, mail, webhooks and whatever else it has an address for.

apprise says whether a service has taken a message and gives no id of it, so there is nothing to read back: a message is
repeated until it is taken, and may arrive twice. Its address is a secret as a whole: it is in no error and no log.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from crisis.channels._deadline import within
from crisis.errors import CrisisError
from crisis.model.ports import NotTold
from crisis.sentence import Sentence

SECONDS = 20.0
"""For one message, name resolution and all."""


class Staff:
    """The desk's ways to its staff. `addresses` gives each way's address when it is needed, or raises `CrisisError`."""

    def __init__(self, addresses: Mapping[str, Callable[[], str]], seconds: float = SECONDS) -> None:
        self._addresses = addresses
        self._seconds = seconds

    @property
    def ways(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(self._addresses)

    def check(self, way: str) -> None:
        """Whether the way's address is there and one of apprise's. Sends nothing. Raises `NotTold`."""
        self._apprise(way)

    def tell(self, way: str, title: str, body: str) -> None:
        """Send one message and wait until the service has taken it. Raises `NotTold`, and nothing else."""
        service = self._apprise(way)
        try:
            taken = within(self._seconds, lambda: service.notify(title=title, body=body, notify_type="warning"))
        except TimeoutError:
            raise NotTold(
                Sentence("{way} gives no answer in {seconds} s.", way=way, seconds=f"{self._seconds:g}")
            ) from None
        except Exception as error:  # noqa: BLE001
            raise _broken(way, error) from None
        if not taken:
            raise NotTold(Sentence("{way} has not taken it.", way=way))

    def _apprise(self, way: str) -> Any:
        try:
            address = self._addresses[way]()
        except CrisisError as error:
            raise NotTold(Sentence("{sentence} {mend}", sentence=error.sentence, mend=error.mend)) from None
        try:
            service = _service(address)
        except Exception as error:  # noqa: BLE001
            raise _broken(way, error) from None
        if service is None:
            raise NotTold(Sentence("What stands behind the url of {way} is no address that apprise knows.", way=way))
        return service


def _service(address: str) -> Any:
    """Apprise with that one address, None where it cannot read it. It keeps no files and writes no log."""
    import apprise

    logging.getLogger("apprise").disabled = True
    logging.getLogger("urllib3").setLevel(logging.INFO)  # at DEBUG it writes down what is asked for
    service = apprise.Apprise(asset=apprise.AppriseAsset(app_id="crisis", app_desc="crisis", secure_logging=True))
    return service if service.add(address) else None


def _broken(way: str, error: Exception) -> NotTold:
    """By its type alone: plugins let through what their libraries raise, and that may hold the address."""
    return NotTold(Sentence("{way} failed ({kind}).", way=way, kind=type(error).__name__))
