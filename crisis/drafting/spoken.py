"""The words in which a draft's public facts are said: what the guard may take for public by construction."""

from __future__ import annotations

from collections.abc import Mapping

from crisis.drafting.ladder import climb_down
from crisis.drafting.speech import Desk, context, spoken_fields
from crisis.model.fact import Fact, Facts
from crisis.model.names import Names
from crisis.model.notice_type import NoticeType
from crisis.model.post import Occasion
from crisis.model.settings import Settings


def spoken(
    facts: Facts,
    notice_type: NoticeType,
    settings: Settings,
    language: str,
    areas: Mapping[str, Names] | None = None,
) -> tuple[str, ...]:
    """Each public or derived fact that the notice gives, as a template would say it by itself."""
    world = context(facts, notice_type, Desk(settings, areas or {}), Occasion(), language)
    return tuple(str(world[field.name]) for field in spoken_fields(notice_type) if facts.get(field.name) is not None)


def said(
    fact: Fact,
    notice_type: NoticeType,
    settings: Settings,
    language: str,
    areas: Mapping[str, Names] | None = None,
) -> str:
    """One fact in words, times with their date; its bare value where nothing names it."""
    alone = Facts(notice_type.id, (fact,))
    try:
        return str(context(alone, notice_type, Desk(settings, areas or {}), Occasion(), language)[fact.name])
    except LookupError:
        return str(fact.plain())


def rendered(
    facts: Facts,
    notice_type: NoticeType,
    settings: Settings,
    language: str,
    areas: Mapping[str, Names] | None = None,
) -> tuple[str, ...]:
    """Everything that the type's own templates make of the facts in a language, long to short: words of ours, not the notice's."""
    if language not in notice_type.posts:
        return ()
    return tuple(
        climb_down(
            notice_type, language, context(facts, notice_type, Desk(settings, areas or {}), Occasion(), language)
        )
    )
