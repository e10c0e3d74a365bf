"""Renders the site as bytes from the shelf: a pure function of the state and the time."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Collection, Iterator
from datetime import datetime
from functools import cache
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


class _Pages:
    """The pages of one language."""

    def __init__(
        self, shelf: Shelf, language: str, others: tuple[str, ...], viewer: Viewer, feeds: Collection[str]
    ) -> None:
        self.shelf, self.language, self.others, self.viewer = shelf, language, others, viewer
        self.feeds = feeds

    def pages(self) -> dict[str, bytes]:
        """The index, the incidents, and the pages of this language's posts."""
        incidents = self.viewer.incidents()
        made = {self.path("index"): self._index(incidents)}
        made |= {self.path(f"incident-{each.id}"): self._incident(each) for each in incidents}
        named = {each.id: each for each in incidents}
        mine = [post for post in self.shelf.posts if post.language == self.language]
        return made | {f"posts/{post.post}.html": self._post(post, named.get(post.incident or "")) for post in mine}

    def path(self, name: str, language: str | None = None) -> str:
        """A page's path in a language; the first language has the plain names."""
        tag = language or self.language
        return f"{name}.html" if tag == self.others[0] else f"{name}.{tag}.html"

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
        view: PostView = self.viewer.post(post)
        title = incident.name if incident else words(self.language)["post"]
        name = f"incident-{incident.id}" if incident else "index"
        return self._fill("post.html.j2", name=name, title=title, root="../", post=view, incident=incident)

    def _fill(self, template: str, *, name: str, root: str = "", **values: Any) -> bytes:
        organisation = name_in(self.shelf.organisation, self.language)
        text = words(self.language)
        page = _template(template).render(
            lang=self.language,
            chrome_lang=spoken(self.language),
            w=text,
            site=text["site"].format(organisation=organisation) if organisation else text["post"],
            root=root,
            home=root + self.path("index"),
            here=root + self.path(name),
            languages=[(tag, autonym(tag), root + self.path(name, tag)) for tag in self.others],
            path=lambda page_name, tag=None: root + self.path(page_name, tag),
            autonym=autonym,
            now=self.viewer.stamp(self.viewer.now),
            with_feed="feed.atom" in self.feeds,
            # On the index alone: whatever changes with every checkpoint is uploaded with every checkpoint.
            checkpoint=self.shelf.checkpoint if name == "index" and not root else None,
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
