"""What a notice leaves out of what its type requires, and how to mend it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from crisis.facts import doubts
from crisis.facts.places.naming import names_another, names_of
from crisis.facts.wording.passages import Passage
from crisis.model.fact import Kind
from crisis.model.finding import Finding
from crisis.model.notice_type import Field, NoticeType
from crisis.model.settings import Settings


def absent(
    notice_type: NoticeType, known: Container[str], passages: Sequence[Passage], settings: Settings
) -> Iterator[Finding]:
    """The doubt about each required field of which nothing is `known`. Where the desk lists no such place, that alone is said: what
    the notice tells of the place is read once it is listed."""
    lacking = [f for f in notice_type.fields if f.required and f.name not in known]
    unlisted = [f for f in lacking if _may_be_unlisted(f, passages, settings)]
    for field in lacking:
        if field in unlisted:
            yield doubts.unlisted(field)
        elif field.about not in {f.kind for f in unlisted}:
            yield doubts.missing_field(field)


def _may_be_unlisted(field: Field, passages: Sequence[Passage], settings: Settings) -> bool:
    """Whether the notice may name a site or service of ours that the desk does not list."""
    if field.kind is Kind.SITE:
        return not settings.sites or any(names_another(p.text, names_of(settings.sites)) for p in passages)
    return field.kind is Kind.SERVICE and not settings.services
