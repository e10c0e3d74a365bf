"""One text of a template, for one platform in one language, from facts alone: the same now and at the send."""

from __future__ import annotations

from dataclasses import replace

from crisis import drafting
from crisis.desk.drafts.kit import Kit
from crisis.model.fact import Facts
from crisis.model.post import DraftPost, Occasion
from crisis.model.settings import Account


def render(kit: Kit, facts: Facts, occasion: Occasion, language: str, platform: str) -> DraftPost | None:
    """The longest variant that fits, whatever accounts the desk has; None where none does. Its `account` means nothing."""
    alone = Account("-", platform, languages=(language,))
    settings = replace(kit.settings, accounts=(alone,), languages=(language,))
    areas = kit.areas.names if kit.areas else None
    posts, _ = drafting.compose(facts, kit.types[facts.type], settings, occasion, areas)
    return posts[0] if posts else None
