"""What is public by construction: our own names, the facts in words, and all that our templates make of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from crisis.desk.drafts.kit import Kit
from crisis.drafting.spoken import rendered, spoken
from crisis.model.fact import Facts
from crisis.model.names import name_in
from crisis.model.settings import Settings


def own_words(kit: Kit, facts: Facts | None, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and facts as they are said in a language, and everything that the type's templates make of them. A post is read again and
    again until it is out, on every account: it is made once."""
    return _made(_Said(kit, facts, language))


@dataclass(frozen=True, eq=False)
class _Said:
    """Facts that are said in a language, with a desk's files."""

    kit: Kit
    facts: Facts | None
    language: str

    def __hash__(self) -> int:
        return hash((id(self.kit), self.facts and self.facts.type, self.language))

    def __eq__(self, other: object) -> bool:
        alike = isinstance(other, _Said) and other.kit is self.kit and other.language == self.language
        return alike and other.facts == self.facts  # type: ignore[attr-defined]


@lru_cache(maxsize=128)
def _made(said: _Said) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kit, facts, language = said.kit, said.facts, said.language
    names = _names(kit.settings, language)
    notice_type = kit.types.get(facts.type) if facts else None
    if facts is None or notice_type is None:
        return names, ()
    areas = kit.areas.names if kit.areas else None
    told = spoken(facts, notice_type, kit.settings, language, areas)
    return (*names, *told), rendered(facts, notice_type, kit.settings, language, areas)


def _names(settings: Settings, language: str) -> tuple[str, ...]:
    """What our sites and services are called."""
    names = [*(site.names for site in settings.sites), *(service.names for service in settings.services)]
    return tuple(filter(None, (name_in(each, language) for each in names)))
