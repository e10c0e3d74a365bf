"""A feed behind servers that redirect, drip, lie, swell and break off; all of them real, on this machine."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import active_count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places.feed import atom, entry
from places.stage import CANARY, NOW
from places.web import Web, answer, dripping, moved, raw, tagged, web, zipped

from crisis import sources
from crisis.errors import Mistake
from crisis.model.ports import Look, SourceFailed, Tap
from crisis.model.settings import SourceSettings
from crisis.rehearsal.world import VirtualClock
from crisis.sources import _exchange
from crisis.sources import feed as feeds
from crisis.sources._reach import may_reach

FEED = atom(entry("urn:1", "仙台事業所を閉鎖します。"))


@pytest.fixture
def server() -> Iterator[Web]:
    with web() as made:
        yield made


def look(url: str, memory: dict[str, Any] | None = None, *, private: bool = True, **secrets: str) -> Look:
    settings = SourceSettings("portal", "feed", url=url, private=private, credentials="env:P" if secrets else None)
    return sources.build(Tap(settings, VirtualClock(NOW), secrets)).look(memory or {})


def failure(url: str, **options: Any) -> SourceFailed:
    with pytest.raises(SourceFailed) as caught:
        look(url, **options)
    assert CANARY not in "".join(traceback.format_exception(caught.value))
    return caught.value


# Asking only when it has changed


def test_what_has_not_changed_is_not_sent_again(server: Web) -> None:
    server.routes["/f"] = tagged(FEED, '"v1"')
    first = look(server.url("/f"))
    again = look(server.url("/f"), dict(first.memory))
    assert (len(first.found), again.found) == (1, ())
    assert [headers.get("If-None-Match") for _, headers in server.asked] == [None, '"v1"']


def test_a_date_serves_where_there_is_no_tag(server: Web) -> None:
    stamp = "Fri, 09 Oct 2026 06:00:00 GMT"
    server.routes["/f"] = answer(FEED, 200, Last_Modified=stamp)
    first = look(server.url("/f"))
    assert look(server.url("/f"), dict(first.memory)).found == ()
    assert server.asked[1][1]["If-Modified-Since"] == stamp


def test_validators_of_another_address_are_not_used(server: Web) -> None:
    server.routes |= {"/f": tagged(FEED, '"v1"'), "/g": tagged(FEED, '"v1"')}
    memory = dict(look(server.url("/f")).memory)
    assert len(look(server.url("/g"), memory).found) == 1


@pytest.mark.parametrize("charset", ["utf-8", "shift_jis", "euc-jp", "utf-16"])
def test_bytes_are_handed_on_in_any_encoding(server: Web, charset: str) -> None:
    body = FEED.decode().encode(charset)
    server.routes["/f"] = answer(body)
    assert look(server.url("/f")).found[0].raw == body


# Size and time


def test_gzip_is_unpacked_also_in_several_members(server: Web) -> None:
    server.routes["/one"] = zipped(FEED)
    server.routes["/two"] = answer(gzip.compress(FEED[:99]) + gzip.compress(FEED[99:]), 200, Content_Encoding="gzip")
    assert look(server.url("/one")).found[0].raw == look(server.url("/two")).found[0].raw == FEED


def test_a_bomb_is_not_unpacked(server: Web) -> None:
    server.routes["/f"] = zipped(b"\0" * 200_000_000)
    began = time.process_time()
    assert "more than 5 MB" in str(failure(server.url("/f")).reason)
    assert time.process_time() - began < 5


def test_a_feed_at_the_limit_is_taken_and_one_byte_more_is_not(server: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "LARGEST", len(FEED))
    server.routes |= {"/at": answer(FEED), "/over": answer(FEED + b"\n"), "/zipped": zipped(FEED + b"\n")}
    assert look(server.url("/at")).found
    failure(server.url("/over"))
    failure(server.url("/zipped"))


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n"],
    ids=["line", "headers", "body"],
)
def test_a_server_that_drips_is_left_when_the_time_is_over(
    server: Web, monkeypatch: pytest.MonkeyPatch, head: bytes
) -> None:
    monkeypatch.setattr(feeds, "TOTAL", 0.4)
    server.routes["/f"] = dripping(head)
    began = time.monotonic()
    assert "in time" in str(failure(server.url("/f")).reason)
    assert time.monotonic() - began < 2


def test_looks_leave_no_thread_and_no_socket_behind(server: Web) -> None:
    server.routes["/f"] = answer(FEED)
    look(server.url("/f"))
    time.sleep(0.1)
    before = active_count()
    for _ in range(20):
        look(server.url("/f"))
    time.sleep(0.2)
    assert active_count() <= before + 1


# Answers that are none

BROKEN = {
    "garbage": raw(b"\x00\xff not http at all\r\n\r\n"),
    "nothing": raw(b""),
    "cut": raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<feed>"),
    "cut chunk": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<feed>"),
    "bad chunk": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<feed>"),
    "cut gzip": answer(gzip.compress(FEED * 50)[:-30], 200, Content_Encoding="gzip"),
    "no gzip": answer(FEED, 200, Content_Encoding="gzip"),
    "brotli": answer(FEED, 200, Content_Encoding="br"),
    "twice": answer(gzip.compress(gzip.compress(FEED)), 200, Content_Encoding="gzip, gzip"),
    "endless header": raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000),
    "many headers": raw(b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 500 + b"\r\n"),
    "server error": answer(b"", 503),
    "no such": answer(b"", 404),
    "teapot": answer(b"", 418),
    "partial": answer(FEED[:10], 206),
    "nowhere": answer(b"", 302),
    "loop": moved("/f"),
    "file": moved("file:///etc/passwd"),
    "script": moved("javascript:alert(1)"),
    "no host": moved("http:///x"),
    "bad port": moved("http://127.0.0.1:99999/"),
    "bad host": moved("http://[::1/"),
    "control": moved("/a b\tc"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_answer_is_a_failure_in_words(server: Web, name: str) -> None:
    server.routes["/f"] = BROKEN[name]
    assert "portal" in str(failure(server.url("/f")).reason)


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "cannot be reached" in str(failure(f"http://127.0.0.1:{port}/").reason)
    assert "cannot be found" in str(failure("http://no-such-host.invalid/").reason)


def test_tls_that_does_not_hold(server: Web) -> None:
    assert "TLS" in str(failure(server.url("/f").replace("http:", "https:")).reason)


def test_over_tls_the_name_must_be_the_certificates(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    _exchange.trust.cache_clear()
    with web(context) as secure:
        secure.routes |= {"/f": answer(FEED), "/down": moved("http://localhost:1/f")}
        urls = [
            secure.url(path, host).replace("http:", "https:")
            for path, host in (("/f", "localhost"), ("/f", "127.0.0.1"))
        ]
        assert look(urls[0], TOKEN=CANARY).found
        assert "TLS" in str(failure(urls[1], TOKEN=CANARY).reason)
        assert "from https to http" in str(failure(urls[0].replace("/f", "/down")).reason)
        assert len(secure.asked) == 2
    _exchange.trust.cache_clear()


def test_when_to_come_back(server: Web) -> None:
    server.routes["/soon"] = answer(b"", 429, Retry_After="120")
    server.routes["/dated"] = answer(b"", 503, Retry_After="Fri, 09 Oct 2026 06:25:00 GMT")
    server.routes["/never"] = answer(b"", 503, Retry_After="99999999999999999999")
    server.routes["/words"] = answer(b"", 503, Retry_After="later")
    waits = [failure(server.url(f"/{name}")).retry_after for name in ("soon", "dated", "never", "words")]
    assert waits == [120.0, 300.0, 3600.0, None]


# Where it may lead


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "127.1", "0x7f000001", "0.0.0.0"])
def test_this_machine_is_not_reached_unless_it_is_said(server: Web, host: str) -> None:
    server.routes["/f"] = answer(FEED)
    assert "private" in str(failure(server.url("/f", host), private=False).reason)
    assert server.asked == []


def test_the_address_that_was_judged_is_the_one_that_is_reached(server: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to somewhere public when it is judged and to this machine afterwards (DNS rebinding)."""
    real, answers = socket.getaddrinfo, iter([("203.0.113.9", "192.0.2.1")[:1], ("127.0.0.1",)])

    def resolve(host: str, port: int, *rest: Any, **options: Any) -> Any:
        if host != "rebound.example":
            return real(host, port, *rest, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in next(answers)]

    server.routes["/f"] = answer(FEED)
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    url = server.url("/f", "rebound.example")
    failure(url, private=False)
    failure(url, private=False)
    assert server.asked == []


def test_of_several_addresses_only_those_that_may_be_reached_are(server: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, port, **_: [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("127.0.0.1", "8.8.8.8")
        ],
    )

    def refuse(self: socket.socket, place: tuple[str, int]) -> None:
        tried.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    failure(server.url("/f", "mixed.example"), private=False)
    assert tried == ["8.8.8.8"]


def test_a_redirect_is_judged_like_the_first_address(server: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    from crisis.sources import _reach

    server.routes |= {"/out": moved(server.url("/in", "localhost")), "/in": answer(FEED)}
    assert look(server.url("/out")).found
    judged: list[str] = []

    def may(address: str, *, private: bool) -> bool:
        judged.append(address)
        return len(judged) == 1

    monkeypatch.setattr(_reach, "may_reach", may)
    assert "private" in str(failure(server.url("/out"), private=False).reason)
    assert len(server.asked) == 3


def test_redirects_have_an_end(server: Web) -> None:
    server.routes |= {f"/{n}": moved(f"/{n + 1}") for n in range(5)} | {"/5": answer(FEED)}
    assert look(server.url("/2")).found
    assert "more than 3" in str(failure(server.url("/1")).reason)


def test_credentials_go_to_their_own_host_alone(server: Web) -> None:
    with web() as other:
        server.routes |= {"/f": moved(other.url("/in")), "/own": moved("/end"), "/end": answer(FEED)}
        other.routes |= {"/in": moved(server.url("/end"))}
        look(server.url("/f"), TOKEN=CANARY)
        look(server.url("/own"), USERNAME="crisis", PASSWORD=CANARY)
        sent = [headers.get("Authorization", "").split(" ")[0] for _, headers in server.asked]
        assert sent == ["Bearer", "Bearer", "Basic", "Basic"]
        assert all("Authorization" not in headers and CANARY not in str(headers) for _, headers in other.asked)


def test_no_netrc_and_no_proxy(server: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine 127.0.0.1 login crisis password {CANARY}\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    server.routes["/f"] = answer(FEED, 200, Set_Cookie="a=b")
    look(server.url("/f"))
    look(server.url("/f"))
    assert all("Authorization" not in headers and "Cookie" not in headers for _, headers in server.asked)


def test_a_refused_login_says_where_to_look(server: Web) -> None:
    server.routes["/f"] = answer(b"", 401)
    assert "credentials" in str(failure(server.url(f"/f?key={CANARY}".split("?")[0]), TOKEN=CANARY).reason)


def test_credentials_that_are_configured_and_missing_are_a_mistake() -> None:
    settings = replace(SourceSettings("portal", "feed", url="https://x.example/"), credentials="env:PORTAL")
    with pytest.raises(Mistake, match="TOKEN"):
        sources.build(Tap(settings, VirtualClock(NOW), {"USERNAME": "half"}))


PRIVATE = (
    *("10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "100.64.0.1", "198.18.0.1"),
    *("::1", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:0001::"),
)
NEVER = ("0.0.0.0", "::", "224.0.0.1", "ff02::1", "255.255.255.255", "240.0.0.1", "::ffff:0.0.0.0")


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses(address: str) -> None:
    assert not may_reach(address, private=False)
    assert may_reach(address, private=True)


@pytest.mark.parametrize("address", NEVER)
def test_addresses_that_nobody_reaches(address: str) -> None:
    assert not may_reach(address, private=True)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert may_reach(address, private=False)


@given(st.ip_addresses(v=4))
def test_an_address_counts_as_itself_also_inside_another(address: Any) -> None:
    assert may_reach(f"::ffff:{address}", private=False) == may_reach(str(address), private=False)
    assert not (may_reach(f"64:ff9b::{address}", private=False) and not may_reach(str(address), private=False))
