"""Credentials in a keyring: read there, renewed there, and a keyring that does not open is said in a sentence."""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring_in_file import FileKeyring, filled
from platforms.mastodon import SECRETS
from platforms.stage import NOON, parcel
from platforms.x import stage

from crisis.channels import build
from crisis.errors import Mistake
from crisis.model.ports import Fittings, NotSent
from crisis.model.settings import Account
from crisis.wiring.secrets import purse_of, secrets_of

ACCOUNT = Account("fedi", "mastodon", credentials="keyring:fedi")


@pytest.fixture
def ring(tmp_path: Path) -> Iterator[FileKeyring]:
    before, made = keyring.get_keyring(), filled(tmp_path / "keyring.json", "fedi", SECRETS)
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def read(account: Account = ACCOUNT) -> Mapping[str, str]:
    return secrets_of(account, SECRETS, {}, None)


def test_each_secret_is_an_entry_of_its_own(ring: FileKeyring) -> None:
    assert read() == SECRETS
    assert read(replace(ACCOUNT, credentials="keyring:other")) == {}


def test_a_keyring_that_does_not_open_is_said_without_its_words(ring: FileKeyring) -> None:
    ring.locked = True
    with pytest.raises(Mistake, match=r"does not open for fedi \(KeyringLocked") as caught:
        read()
    assert "canary" not in str(caught.value)


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *others: Any) -> Any:
        if name == "keyring":
            raise ImportError
        return real(name, *others)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(Mistake, match=r"pip install 'crisis\[keyring\]'"):
        read()


def logged_in(made: Fittings, ring: FileKeyring, tmp_path: Path) -> Fittings:
    """An account on X whose access of OAuth 2.0 has ended and stands in the keyring."""
    account = replace(made.account, credentials="keyring:x")
    purse = purse_of(account, {}, tmp_path)
    assert purse is not None
    given = {"CLIENT_ID": "app", "REFRESH_TOKEN": "canary-oauth2-refresh-0", "ACCESS_TOKEN": "old"}
    purse.replace(lambda _: {**given, "EXPIRES_AT": (NOON - timedelta(minutes=1)).isoformat()})
    return replace(made, account=account, purse=purse, secrets=secrets_of(account, (), {}, None))


def test_an_access_is_renewed_in_it(ring: FileKeyring, tmp_path: Path) -> None:
    with stage(tmp_path) as x:
        made = logged_in(x.fittings, ring, tmp_path)
        build(made).publish(parcel())
        assert x.held(parcel().text) == x.platform.given.renewals == 1
        assert made.purse is not None
        assert made.purse.read()["REFRESH_TOKEN"] == x.platform.given.refresh


def test_one_that_takes_nothing_is_found_before_the_access_is_spent(ring: FileKeyring, tmp_path: Path) -> None:
    with stage(tmp_path) as x:
        channel = build(logged_in(x.fittings, ring, tmp_path))
        ring.full = True
        with pytest.raises(NotSent, match="cannot be kept in keyring:x: PasswordSetError"):
            channel.publish(parcel())
        assert x.platform.given.renewals == 0
