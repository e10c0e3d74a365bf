"""What is behind a link: real servers on this machine that are gone, slow, busy, private, and ask for a password."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from places.web import Route, Web, answer, dripping, moved, raw, web

from crisis import sources
from crisis.model.link import LinkStatus
from crisis.model.settings import Links
from crisis.sources._links import MOST, TOTAL, is_reserved

PAGE = b"<html><body><h1>Office closed</h1><p>We post again at 16:30.</p></body></html>"
LOGIN = b"<html><body><form><input name=u><input class='a' type='password' name=p></form></body></html>"
ARTICLE = b"<p>" + b"The line runs again from 18:00. " * 100 + b"</p>"


@pytest.fixture
def server() -> Iterator[Web]:
    with web() as made:
        yield made


def statuses(server: Web, *paths: str, login: tuple[str, ...] = ()) -> list[LinkStatus]:
    urls = [server.url(path) for path in paths]
    answers = sources.link_check(Links((server.url("/"),), login)).look(urls)
    return [answers[url] for url in urls]


@pytest.mark.parametrize(
    ("route", "status"),
    [
        (answer(PAGE), LinkStatus.OPEN),
        (answer(b"", 204), LinkStatus.OPEN),
        (answer(b"", 404), LinkStatus.GONE),
        (answer(b"", 410), LinkStatus.GONE),
        (answer(b"", 401), LinkStatus.LOGIN),
        (answer(LOGIN), LinkStatus.LOGIN),
        (answer(LOGIN + ARTICLE), LinkStatus.OPEN),
        (answer(b"<script>" + b"var a=1;" * 900 + b"</script>" + LOGIN), LinkStatus.LOGIN),
        (answer(b"", 403), LinkStatus.UNCHECKED),
        (answer(b"", 429), LinkStatus.UNCHECKED),
        (answer(b"", 500), LinkStatus.UNCHECKED),
        (answer(b"", 503), LinkStatus.UNCHECKED),
        (raw(b"HTTP/1.1 2"), LinkStatus.UNCHECKED),
        (raw(b"no HTTP at all\r\n\r\n"), LinkStatus.UNCHECKED),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<p>cut"), LinkStatus.OPEN),
    ],
)
def test_what_a_page_answers(server: Web, route: Route, status: LinkStatus) -> None:
    server.routes["/a"] = route
    assert statuses(server, "/a") == [status]


def test_redirects_are_followed_to_the_page(server: Web) -> None:
    server.routes |= {"/a": moved("/b"), "/b": moved(server.url("/c"), 301), "/c": answer(PAGE), "/d": moved("/gone")}
    server.routes |= {"/gone": answer(b"", 410), "/e": moved("/f"), "/f": answer(LOGIN + ARTICLE)}
    assert statuses(server, "/a", "/d", "/e") == [LinkStatus.OPEN, LinkStatus.GONE, LinkStatus.LOGIN]


def test_a_circle_and_a_way_to_nowhere_are_not_checked(server: Web) -> None:
    server.routes |= {"/loop": moved("/loop"), "/none": answer(b"", 302), "/file": moved("file:///etc/passwd")}
    server.routes["/reserved"] = moved("http://wiki.internal/")
    assert set(statuses(server, "/loop", "/none", "/file", "/reserved")) == {LinkStatus.UNCHECKED}
    assert len(server.asked) < 20


@pytest.mark.parametrize("to", ["https://login.example.com/x", "/sso/start?x=1", "/account/login", "/adfs/ls/"])
def test_a_redirect_to_a_login_is_seen_without_asking_there(server: Web, to: str) -> None:
    server.routes["/a"] = moved(to if to.startswith("/") else to.replace("example.com", "kitahama-test.com"))
    assert statuses(server, "/a") == [LinkStatus.LOGIN]
    assert [path for path, _ in server.asked] == ["/a"]


def test_nothing_goes_along_with_the_question(server: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    server.routes["/a"] = answer(b"", 200, Set_Cookie="session=1")
    assert statuses(server, "/a", "/a#part") == [LinkStatus.OPEN, LinkStatus.OPEN]
    for path, headers in server.asked:
        assert path == "/a"
        assert not {"Authorization", "Cookie", "Referer"} & set(headers)


def test_an_address_of_ones_own_network_is_asked_only_where_it_is_listed(server: Web) -> None:
    server.routes |= {"/a": answer(PAGE), "/away": moved(f"http://127.0.0.2:{server.port}/a")}
    assert sources.link_check(Links()).look([server.url("/a")]) == {server.url("/a"): LinkStatus.UNCHECKED}
    assert server.asked == []
    assert statuses(server, "/away") == [LinkStatus.UNCHECKED]
    assert [path for path, _ in server.asked] == ["/away"]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.kitahama.example/",
        "kitahama.test",
        "http://localhost/",
        "http://a.localhost:8080/",
        "https://x.invalid/",
        "https://www.example.com/",
        "http://me:pw@127.0.0.1/",
        "http://127.0.0.1:99999/",
        "https://[::1",
        "ftp://127.0.0.1/",
    ],
)
def test_what_is_never_asked(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object, **__: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    monkeypatch.setattr(socket.socket, "connect", asked)
    assert sources.link_check(Links()).look([url]) == {url: LinkStatus.UNCHECKED}


def test_a_query_that_nobody_listed_is_not_asked(server: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[object] = []

    def noted(host: str, *_: object, **__: object) -> list[object]:
        names.append(host)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", noted)
    sources.link_check(Links()).look(["https://kitahama-a.com/?once=1", "https://kitahama-b.com/"])
    assert names == ["kitahama-b.com"]


def test_reserved_names_are_told_by_their_last_label() -> None:
    assert is_reserved("WWW.Kitahama.Example.")
    assert not is_reserved("example.co.jp")
    assert not is_reserved("invalidity.com")


def test_a_certificate_that_does_not_hold_is_not_checked(certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with web(context) as server:
        server.routes["/a"] = answer(PAGE)
        url = f"https://127.0.0.1:{server.port}/a"
        assert sources.link_check(Links((url,))).look([url]) == {url: LinkStatus.UNCHECKED}
        assert server.asked == []


def test_no_network_and_no_name_are_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*_: object, **__: object) -> None:
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", lost)
    url = "https://www.kitahama-denki.co.jp/"
    assert sources.link_check(Links()).look([url]) == {url: LinkStatus.UNCHECKED}


def test_all_links_together_end_in_three_seconds(server: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """Silent, dripping and huge pages, and a name that hangs, all at once; what has answered by then is told."""
    real = socket.getaddrinfo

    def hanging(host: str, *rest: object, **options: object) -> object:
        if "hangs" in host:
            time.sleep(8)
        return real(host, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", hanging)
    server.routes |= {f"/silent{n}": lambda _: time.sleep(8) for n in range(5)}
    server.routes |= {"/drip": dripping(b"HTTP/1.1 2", drops=200), "/huge": answer(b"x" * 30_000_000)}
    server.routes |= {"/slow-body": dripping(b"HTTP/1.1 200 OK\r\n\r\n", drops=200), "/a": answer(PAGE)}
    urls = [*map(server.url, server.routes), "https://hangs.kitahama-denki.co.jp/"]
    start = time.monotonic()
    answers = sources.link_check(Links((server.url("/"),))).look(urls)
    assert time.monotonic() - start <= TOTAL + 0.3
    assert {url.rpartition("/")[2] for url, status in answers.items() if status is LinkStatus.OPEN} >= {"huge", "a"}
    assert {answers[server.url("/drip")], answers[server.url("/silent0")], answers[urls[-1]]} == {LinkStatus.UNCHECKED}


def test_no_more_than_so_many_are_asked(server: Web) -> None:
    paths = [f"/{number}" for number in range(MOST + 10)]
    server.routes |= dict.fromkeys(paths, answer(PAGE))
    assert statuses(server, *paths).count(LinkStatus.OPEN) == MOST
