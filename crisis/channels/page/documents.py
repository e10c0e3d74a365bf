"""An incident as JSON, for pages of others that show it: the same as its page says, in every language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from crisis.channels.page.views import IncidentView, PostView, Viewer
from crisis.model.published import Incident, Shelf


def incident_documents(shelf: Shelf, languages: Sequence[str], now: datetime, zone: ZoneInfo) -> dict[str, bytes]:
    """Path → bytes, of each incident that has said something in public."""
    viewers = {language: Viewer(shelf, language, now, zone) for language in languages}
    spoken = {post.incident for post in shelf.posts}
    return {
        f"incident-{incident.id}.json": _document(shelf, incident, viewers)
        for incident in shelf.incidents
        if incident.id in spoken
    }


def _document(shelf: Shelf, incident: Incident, viewers: dict[str, Viewer]) -> bytes:
    views = {language: viewer.incident(incident) for language, viewer in viewers.items()}
    first = next(iter(views.values()))
    newest = max(post.published_at for post in shelf.posts if post.incident == incident.id)
    document = {
        "incident": incident.id,
        "updated_at": next(iter(viewers.values())).stamp(newest).iso,
        "closed_at": first.closed.iso if first.closed else None,
        "languages": {language: _view(view) for language, view in views.items() if not view.foreign},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _view(view: IncidentView) -> dict[str, Any]:
    return {
        "name": view.name,
        "known": [_post(post) for post in view.current],
        "not_known": [sentence for sentence, _ in view.unknown],
        "next_update": view.next.iso if view.next else None,
        "timeline": [_post(post) for post in view.posts],
    }


def _post(post: PostView) -> dict[str, Any]:
    return {
        "post": post.id,
        "published_at": post.at.iso,
        "text": "".join(piece.text for piece in post.pieces),
        "corrects": [corrected for corrected, _ in post.corrects],
        "corrected_by": [correction for correction, _ in post.corrected_by],
    }
