"""The ledger's checkpoint on the page and in the feed: whole, found again by whoever saved them, and no cause of uploads."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from platforms.stage import NOON, FixedClock, fittings

from crisis.channels import build
from crisis.channels._outlet import RENEWED, Outlet
from crisis.channels.cap import INDEX
from crisis.channels.feed import FILE
from crisis.ledger import checkpoint
from crisis.ledger.seals import found_in
from crisis.model.ports import Fittings
from crisis.model.published import Shelf
from crisis.model.settings import Account

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
FRONTS = {"page": "index.html", "feed": FILE, "cap": INDEX}


def note(size: int, at: datetime = NOON, origin: str = "crisis/actual/<a> & b") -> str:
    return checkpoint.sign(origin, size, hashlib.sha256(bytes([size])).digest(), KEY, "crisis/actual/k", at=at)


@pytest.fixture(params=sorted(FRONTS))
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Fittings:
    return fittings(tmp_path, Account(request.param, request.param))


def outlet(made: Fittings) -> Outlet:
    return cast("Outlet", build(made))


def front(made: Fittings) -> bytes:
    return (made.public / FRONTS[made.account.platform]).read_bytes()


def shelf(made: Fittings, newest: str | None) -> Shelf:
    return replace(made.shelf(), checkpoint=newest)


def test_whoever_saves_it_has_the_whole_note(made: Fittings) -> None:
    for newest in (note(7), note(8, origin="crisis/actual/plain", at=NOON + timedelta(days=1))):
        cast("FixedClock", made.clock).at = NOON + timedelta(days=2)
        assert outlet(made).refresh(shelf(made, newest))
        assert (found_in(front(made).decode()) == (newest,)) is ("<" not in newest)


def test_an_origin_of_ours_comes_through_markup(made: Fittings) -> None:
    newest = note(7, origin="crisis/actual/a & b's")
    assert outlet(made).refresh(shelf(made, newest))
    assert found_in(front(made).decode()) == (newest,)


def test_without_a_checkpoint_there_is_no_word_of_it(made: Fittings) -> None:
    outlet(made).refresh(shelf(made, None))
    assert b"heckpoint" not in front(made)


def test_a_newer_checkpoint_alone_is_no_change_until_the_old_one_is_old(made: Fittings) -> None:
    clock = cast("FixedClock", made.clock)
    outlet(made).refresh(shelf(made, note(7, clock.now(), "o")))
    newer = note(8, clock.now() + timedelta(minutes=1), "o")
    assert not outlet(made).refresh(shelf(made, newer))
    clock.at = clock.now() + RENEWED
    assert outlet(made).refresh(shelf(made, newer))
    assert found_in(front(made).decode()) == (newer,)


def test_with_other_news_comes_the_newest_checkpoint(made: Fittings) -> None:
    clock = cast("FixedClock", made.clock)
    outlet(made).refresh(shelf(made, note(7, clock.now(), "o")))
    newer = note(8, clock.now() + timedelta(minutes=1), "o")
    assert outlet(made).refresh(replace(shelf(made, newer), organisation={"en": "Another name"}))
    assert found_in(front(made).decode()) == (newer,)


def test_another_ledgers_checkpoint_gives_way_at_once(made: Fittings) -> None:
    clock = cast("FixedClock", made.clock)
    outlet(made).refresh(shelf(made, note(7, clock.now(), "before")))
    assert outlet(made).refresh(shelf(made, note(3, clock.now(), "after")))
