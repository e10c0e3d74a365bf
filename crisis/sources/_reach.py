"""Connections that go only where they may, and end when their time is over.

A name is resolved once, and the very address that was judged is the one that is connected to, so that a name that resolves
anew to somewhere inside (DNS rebinding) leads nowhere.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Timer
from types import TracebackType
from typing import Self

CONNECT = 5.0
"""Seconds that a connection may take to be made."""

NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are the IPv4 address that it leads to."""


class Forbidden(Exception):
    """The host leads only to addresses that this source may not reach."""


class NoSuchHost(Exception):
    """The name has no address."""


class Gate:
    """Lets connections through and cuts them all after `seconds`, whatever they are doing: a socket's own timeout bounds the
    wait for the next byte only. Used as a context; `over` tells whether the time ran out."""

    def __init__(self, seconds: float, *, private: bool) -> None:
        self.private = private
        self.over = False
        self._open: list[socket.socket] = []
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        for handle in self._open:
            handle.close()

    def connect(self, host: str, port: int) -> socket.socket:
        """A connected socket. Raises `Forbidden`, `NoSuchHost`, or OSError where nobody answers."""
        failure: OSError | None = None
        places = [found for found in _addresses(host, port) if may_reach(str(found[-1][0]), private=self.private)]
        if not places:
            raise Forbidden
        for family, kind, protocol, _, place in places:
            try:
                return self._connected(socket.socket(family, kind, protocol), place)
            except OSError as error:
                failure = error
        raise failure or ConnectionError

    def _connected(self, made: socket.socket, place: tuple[object, ...]) -> socket.socket:
        try:
            made.settimeout(CONNECT)
            made.connect(place)
        except OSError:
            made.close()
            raise
        # A handle of our own: it reaches the connection also when TLS has taken the socket over.
        self._open.append(made.dup())
        if self.over:
            self._cut()
        return made

    def _cut(self) -> None:
        self.over = True
        for handle in list(self._open):
            with suppress(OSError):
                handle.shutdown(socket.SHUT_RDWR)


def may_reach(address: str, *, private: bool) -> bool:
    """Whether an address may be connected to: any that the internet knows; with `private` also those of one's own networks
    and machine. Never a multicast address or none at all. An IPv4 address inside an IPv6 one counts as itself."""
    return all(_may(each, private=private) for each in _within(ip_address(address.partition("%")[0])))


def _may(address: IPv4Address | IPv6Address, *, private: bool) -> bool:
    if address.is_multicast or address.is_unspecified or (address.version == 4 and address.is_reserved):
        return False
    return private or address.is_global


def _within(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """The address, or the IPv4 addresses that it carries, where it leads to those."""
    if isinstance(address, IPv4Address):
        yield address
        return
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
        return
    yield address
    if address in NAT64:
        yield IPv4Address(int(address) & 0xFFFF_FFFF)
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo


def _addresses(host: str, port: int) -> list[tuple[int, int, int, str, tuple[object, ...]]]:
    try:
        return [(int(f), int(k), p, n, a) for f, k, p, n, a in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (socket.gaierror, UnicodeError):
        raise NoSuchHost from None
