"""What a source says of credentials that it lacks."""

from __future__ import annotations

from crisis.errors import Mistake
from crisis.model.settings import SourceSettings


def missing(settings: SourceSettings, names: str) -> Mistake:
    """The credentials are configured and not there."""
    return Mistake(
        "credentials-missing",
        "Source {source} has no {names}.",
        "Add {names} under {reference}.",
        source=settings.id,
        names=names,
        reference=settings.credentials or "the source's credentials",
    )
