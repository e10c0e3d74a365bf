"""A feed that grows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

from crisis.model.settings import SourceSettings
from places.stage import CANARY, Stage
from places.web import tagged, web

ENTRY = "<entry><id>{id}</id><title>{title}</title><updated>{updated}</updated><content>{text}</content></entry>"


def entry(entry_id: str, text: str, updated: str = "2026-10-09T15:18:00+09:00", title: str = "お知らせ") -> str:
    return ENTRY.format(id=entry_id, text=escape(text), updated=updated, title=title)


def atom(*entries: str) -> bytes:
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'.encode()


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    with web() as server:
        told: list[str] = []

        def put(text: str) -> None:
            told.append(entry(f"urn:notice:{len(told)}", text))
            server.routes["/feed?key=" + CANARY] = tagged(atom(*told), f'"{len(told)}"')

        settings = SourceSettings("portal", "feed", url=server.url("/feed?key=" + CANARY), private=True)
        yield Stage(settings, put, server.routes.clear, lambda: len(told), {"TOKEN": CANARY})
