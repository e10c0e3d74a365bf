"""What drafting needs, all of it in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crisis.guard.lexicon import Lexicon, core_lexicon
from crisis.guard.protected import NO_TERMS, ProtectedTerms
from crisis.model.notice_type import NoticeType
from crisis.model.settings import Mode, Settings

if TYPE_CHECKING:
    from crisis.facts.places.naming import Gazetteer
    from crisis.model.runbook import Library


@dataclass(frozen=True)
class Kit:
    """What drafting needs: no store, no key, no network."""

    settings: Settings
    types: Mapping[str, NoticeType]
    mode: Mode = Mode.ACTUAL
    areas: Gazetteer | None = None
    protected: Callable[[], ProtectedTerms] = lambda: NO_TERMS
    lexicon: Lexicon = field(default_factory=core_lexicon)
    runbooks: Callable[[], Library] = field(kw_only=True)
