"""Every address in a text that somebody could follow: what platforms turn into a link, and whatever bears a scheme."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.text.links import Link, find_links
from crisis.text.urls import places_of_urls


def linked(text: str) -> tuple[Link, ...]:
    """The links in order, none overlapping another. Platforms link no address without a known top-level domain; people and
    programs follow those too (`http://10.0.0.1/`, `https://www.kitahama.example/`)."""
    if "." not in text and "://" not in text:
        return ()
    return tuple(_merged(sorted((*find_links(text), *_with_scheme(text)), key=lambda link: (link.start, -link.end))))


def _with_scheme(text: str) -> Iterator[Link]:
    for start, end in places_of_urls(text):
        if text[start:end].lower().startswith(("http://", "https://")):
            yield Link(start, end, text[start:end])


def _merged(links: list[Link]) -> Iterator[Link]:
    """Of links that overlap, the first and longest."""
    last = -1
    for link in links:
        if link.start >= last:
            yield link
            last = link.end
