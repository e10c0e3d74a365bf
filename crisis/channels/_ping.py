"""One ping to a watcher elsewhere (healthchecks and its like). Whoever has its address can ping, so that is in no error."""

from __future__ import annotations

import logging
from contextlib import suppress

from crisis.channels._deadline import within
from crisis.model.ports import NotTold
from crisis.sentence import Sentence

SECONDS = 10.0
"""For the whole exchange."""


def ping(address: str) -> None:
    """Ask for the address, and wait for its yes. Raises `NotTold`, and nothing else."""
    status = 0
    with suppress(Exception):  # a library's own message would name the address
        status = within(SECONDS, lambda: _status(address))
    if not 200 <= status < 300:
        told = Sentence("it answered {status}", status=status) if status else Sentence("no answer came")
        raise NotTold(Sentence("The dead-man's switch was not told: {why}.", why=told))


def _status(address: str) -> int:
    import requests

    logging.getLogger("urllib3").setLevel(logging.INFO)  # at DEBUG it writes down what is asked for
    with requests.Session() as session:
        session.trust_env = not address.startswith("http:")  # no proxy stands before this machine
        with session.get(address, timeout=SECONDS, stream=True, allow_redirects=False) as response:
            return response.status_code
