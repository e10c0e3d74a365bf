"""A mailbox on a real server: what is new, what is large, what lies, over TLS and without."""

from __future__ import annotations

import json
import ssl
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from places.imap import Server, imap, settings_of
from places.stage import CANARY, NOW

from crisis import sources
from crisis.errors import Mistake
from crisis.model.ports import Look, SourceFailed, Tap
from crisis.rehearsal.world import VirtualClock
from crisis.sources import _exchange
from crisis.sources import imap as mailboxes


@pytest.fixture
def server() -> Iterator[Server]:
    with imap() as made:
        yield made


def look(server: Server, memory: Any = None, **changes: object) -> Look:
    secrets = {"USERNAME": "crisis", "PASSWORD": CANARY}
    source = sources.build(Tap(settings_of(server, **changes), VirtualClock(NOW), secrets))
    return source.look(json.loads(json.dumps(memory or {})))


def failure(server: Server, **changes: object) -> str:
    with pytest.raises(SourceFailed) as caught:
        look(server, **changes)
    assert CANARY not in "".join(traceback.format_exception(caught.value))
    return str(caught.value.reason)


def test_it_is_read_and_nothing_else(server: Server) -> None:
    server.put("one")
    look(server)
    assert not [said for said in server.said if said.startswith(("SELECT", "UID STORE", "EXPUNGE")) or "BODY[" in said]
    assert server.said[-1] == "LOGOUT"


def test_the_first_look_goes_two_days_back(server: Server) -> None:
    server.put("one")
    look(server)
    assert "UID SEARCH SINCE 7-Oct-2026" in server.said


def test_another_uidvalidity_begins_anew(server: Server) -> None:
    server.put("one")
    first = look(server)
    server.validity = 8
    again = look(server, first.memory)
    assert [f.raw for f in again.found] == [f.raw for f in first.found]
    assert again.found[0].identity != first.found[0].identity


def test_many_messages_come_in_several_looks(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "MOST", 3)
    for number in range(7):
        server.put(str(number))
    memory: Any = {}
    counts = []
    for _ in range(4):
        got = look(server, memory)
        counts.append(len(got.found))
        memory = got.memory
    assert counts == [3, 3, 1, 0]


def test_of_a_large_message_only_the_head_is_read(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "LARGEST", 1000)
    monkeypatch.setattr(mailboxes, "HEAD", 100)
    server.put("x" * 5000)
    server.put("small")
    large, small = look(server).found
    assert (len(large.raw), small.refused) == (100, None)
    assert "too large" in str(large.refused)


def test_a_server_that_lies_about_size_fills_no_memory(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "LARGEST", 1000)
    monkeypatch.setattr(mailboxes, "HEAD", 100)
    server.put("x" * 5000)
    server.sizes[1] = 10
    assert "breaks off" in failure(server)


def test_a_message_that_has_gone_meanwhile(server: Server) -> None:
    server.put("one")
    server.faults["UID SEARCH"] = b"* SEARCH 1 2\r\n"
    assert len(look(server).found) == 1


NONSENSE = {
    "UID SEARCH": b"* SEARCH one\r\n",
    "UID FETCH 1 (RFC": b"* 1 FETCH (RFC822.SIZE {99999999999}\r\n",
    "UID FETCH 1 (BODY": b"* 1 FETCH (BODY[] {50}\r\nshort)\r\n",
    "EXAMINE": b"* 1 EXISTS\r\n",
    "LOGIN": b"\xff\xfe garbage\r\n",
    "CAPABILITY": b"* BYE\r\n",
}


@pytest.mark.parametrize("command", NONSENSE)
def test_nonsense_is_a_failure_in_words(server: Server, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr(mailboxes, "READ", 0.3)
    server.put("one")
    server.faults[command] = NONSENSE[command]
    assert "mailbox" in failure(server)


def test_a_server_that_says_nothing_is_left(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "TOTAL", 0.3)
    server.faults["EXAMINE"] = b"* OK still working"
    began = time.monotonic()
    assert "in time" in failure(server)
    assert time.monotonic() - began < 3


def test_a_wrong_password_is_not_repeated(server: Server) -> None:
    server.password = "another"
    assert "credentials" in failure(server)


def test_a_mailbox_that_is_not_there(server: Server) -> None:
    assert "no mailbox" in failure(server, mailbox="緊急連絡")
    assert 'EXAMINE "&fcpgJZAjfWE-"' in server.said


def test_a_mailbox_by_its_japanese_name(server: Server) -> None:
    server.mailbox = "&fcpgJZAjfWE-/R&-D"
    server.put("one")
    assert len(look(server, mailbox="緊急連絡/R&D").found) == 1


def test_private_addresses_must_be_allowed(server: Server) -> None:
    assert "private" in failure(server, private=False)
    assert server.said == []


def test_credentials_are_needed(server: Server) -> None:
    with pytest.raises(Mistake, match="PASSWORD"):
        sources.build(Tap(settings_of(server), VirtualClock(NOW), {"USERNAME": "crisis"}))


# TLS


@pytest.fixture
def secure(certificate: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    _exchange.trust.cache_clear()
    with imap(context) as made:
        yield made
    _exchange.trust.cache_clear()


def test_a_certificate_that_nobody_knows_gets_no_password(secure: Server) -> None:
    failure(secure, host="localhost", tls=True)
    assert secure.said == []


def test_the_machines_own_authorities_are_believed(
    secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    secure.put("one")
    assert len(look(secure, host="localhost", tls=True).found) == 1


def test_a_certificate_for_another_name_gets_no_password(
    secure: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    failure(secure, host="127.0.0.1", tls=True)
    assert secure.said == []
