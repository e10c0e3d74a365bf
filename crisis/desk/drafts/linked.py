"""What the links of posts answer: asked before a transaction opens, read inside it.

A post that is cleared or sent has its links asked anew; the posts of one family, and the accounts that they go to, share one
question. Where nobody asked, nothing is known, and the guard says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from crisis.model.link import LinkStatus
from crisis.model.ports import LinkCheck, NoLinkCheck
from crisis.text.linked import linked

FRESH = timedelta(seconds=60)
"""How long an answer counts: a release over many accounts asks a page once."""


@dataclass
class LinkBook:
    """The answers of this process, and whom to ask for more."""

    check: LinkCheck = field(default_factory=NoLinkCheck)
    _known: dict[str, tuple[LinkStatus, datetime]] = field(default_factory=dict)
    _asking: Lock = field(default_factory=Lock)

    def ask(self, texts: Iterable[str], now: datetime) -> None:
        """Ask for every link in these texts that was not asked lately. Takes three seconds at most, and two who need the same
        answer wait for one question."""
        links = dict.fromkeys(urls(texts))
        if not links:
            return  # who has nothing to ask waits for nobody
        with self._asking:
            fresh = self._fresh(now)
            if wanted := [url for url in links if url not in fresh]:
                self._known = fresh | {url: (status, now) for url, status in self.check.look(wanted).items()}

    def wants(self, text: str, now: datetime) -> bool:
        """Whether there is a link in a text that was not asked lately."""
        return any(url not in self._fresh(now) for url in urls([text]))

    def answers(self, text: str, now: datetime) -> Mapping[str, LinkStatus]:
        """What is known of the links in a text, by link as written. Asks nobody."""
        fresh = self._fresh(now)
        return {url: fresh[url][0] for url in urls([text]) if url in fresh}

    def _fresh(self, now: datetime) -> dict[str, tuple[LinkStatus, datetime]]:
        return {url: known for url, known in self._known.items() if timedelta() <= now - known[1] < FRESH}


def urls(texts: Iterable[str]) -> Iterable[str]:
    """Every link in texts, as written."""
    return (link.url for text in texts for link in linked(text))
