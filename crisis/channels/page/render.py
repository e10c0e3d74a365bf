"""Renders the site as bytes from the shelf: a pure function of the state and the time."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from crisis.canon import digest
from crisis.channels.page.documents import incident_documents
from crisis.channels.page.views import NAME, IncidentView, PostView, Viewer
from crisis.channels.page.words import autonym, spoken, words
from crisis.model.names import name_in
from crisis.model.published import PublishedPost, Shelf


def render(shelf: Shelf, now: datetime, zone: ZoneInfo, *, feeds: Collection[str] = ()) -> dict[str, bytes]:
    """Path → bytes of the whole site; `feeds` are the Atom documents served beside it. Raises `ValueError` where the id of a
    post or incident cannot be a file name."""
    _check_names(shelf)
    spoken_here = languages(shelf)
    files: dict[str, bytes] = {}
    for language in spoken_here:
        files |= _Pages(shelf, language, spoken_here, Viewer(shelf, language, now, zone), feeds).pages()
    for post in shelf.posts:
        files |= _evidence(post, zone)
    return files | incident_documents(shelf, spoken_here, now, zone)


def languages(shelf: Shelf) -> tuple[str, ...]:
    """The desk's languages in its order, then any other that a post has."""
    return tuple(dict.fromkeys((*shelf.languages, *(post.language for post in shelf.posts)))) or ("en",)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around every page of one language."""

    organisation: str
    language: str
    others: tuple[str, ...]
    with_feed: bool

    def path(self, name: str, language: str | None = None) -> str:
        """A page's path in a language; the first language has the plain names."""
        tag = language or self.language
        return f"{name}.html" if tag == self.others[0] else f"{name}.{tag}.html"


class _Pages:
    """The pages of one language."""

    def __init__(
        self, shelf: Shelf, language: str, others: tuple[str, ...], viewer: Viewer, feeds: Collection[str]
    ) -> None:
        self.shelf, self.language, self.viewer, self.feeds = shelf, language, viewer, feeds
        self.frame = _Frame(name_in(shelf.organisation, language), language, others, "feed.atom" in feeds)

    def pages(self) -> dict[str, bytes]:
        """The index, the incidents, and the pages of this language's posts."""
        incidents = self.viewer.incidents()
        made = {self.frame.path("index"): self._index(incidents)}
        made |= {self.frame.path(f"incident-{each.id}"): self._incident(each) for each in incidents}
        named = {each.id: each for each in incidents}
        mine = [post for post in self.shelf.posts if post.language == self.language]
        return made | {f"posts/{post.post}.html": self._post(post, named.get(post.incident or "")) for post in mine}

    def _index(self, incidents: tuple[IncidentView, ...]) -> bytes:
        return self._fill(
            "index.html.j2",
            name="index",
            title=None,
            open=[each for each in incidents if each.closed is None],
            closed=[each for each in incidents if each.closed is not None],
            others=self.viewer.others(),
        )

    def _incident(self, incident: IncidentView) -> bytes:
        name = f"incident-{incident.id}"
        feed = f"{name}.atom" if f"{name}.atom" in self.feeds else None
        return self._fill("incident.html.j2", name=name, title=incident.name, incident=incident, feed=feed)

    def _post(self, post: PublishedPost, incident: IncidentView | None) -> bytes:
        of = (incident.id, incident.name) if incident else None
        return _post_page(self.frame, self.viewer.post(post), of)

    def _fill(self, template: str, *, name: str, **values: Any) -> bytes:
        # The checkpoint on the index alone: whatever changes with every checkpoint is uploaded with every checkpoint.
        checkpoint = self.shelf.checkpoint if name == "index" else None
        now = self.viewer.stamp(self.viewer.now)
        return _filled(template, self.frame, name=name, now=now, checkpoint=checkpoint, **values)


@lru_cache(maxsize=2048)
def _post_page(frame: _Frame, post: PostView, of: tuple[str, str] | None) -> bytes:
    """The page of one post, `of` an incident's id and name. Most never change, and all are asked for at every post that goes
    out: those of some years are remembered."""
    title = of[1] if of else words(frame.language)["post"]
    name = f"incident-{of[0]}" if of else "index"
    shown = {"title": title, "post": post, "incident": of}
    return _filled("post.html.j2", frame, name=name, root="../", now=None, checkpoint=None, **shown)


def _filled(template: str, frame: _Frame, *, name: str, root: str = "", **values: Any) -> bytes:
    text = words(frame.language)
    page = _template(template).render(
        lang=frame.language,
        chrome_lang=spoken(frame.language),
        w=text,
        site=text["site"].format(organisation=frame.organisation) if frame.organisation else text["post"],
        root=root,
        home=root + frame.path("index"),
        here=root + frame.path(name),
        languages=[(tag, autonym(tag), root + frame.path(name, tag)) for tag in frame.others],
        path=lambda page_name, tag=None: root + frame.path(page_name, tag),
        autonym=autonym,
        with_feed=frame.with_feed,
        **_style(),
        **values,
    )
    return page.encode()


def _evidence(post: PublishedPost, zone: ZoneInfo) -> Iterator[tuple[str, bytes]]:
    """The two files by which a post is read back: its exact bytes, and those with their digest."""
    data = post.text.encode()
    document = {
        "id": post.post,
        "digest": digest(data),
        "language": post.language,
        "published_at": post.published_at.astimezone(zone).isoformat(timespec="seconds"),
        "incident": post.incident,
        "corrects": post.corrects,
        "text": post.text,
    }
    yield f"posts/{post.post}.txt", data
    yield f"posts/{post.post}.json", (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _check_names(shelf: Shelf) -> None:
    names = [post.post for post in shelf.posts] + [incident.id for incident in shelf.incidents]
    for name in (*names, *languages(shelf)):
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} cannot be a file name on the page")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("crisis.channels.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _template(name: str) -> Template:
    return _environment().get_template(name)


@cache
def _style() -> dict[str, Any]:
    """The one stylesheet, and its hash for the policy that allows nothing else."""
    css = resources.files("crisis.channels.page").joinpath("style.css").read_text("utf-8")
    proof = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    # Ours, from the package: the one string that is not escaped.
    return {"style": Markup(css), "style_hash": f"sha256-{proof}"}  # noqa: S704
