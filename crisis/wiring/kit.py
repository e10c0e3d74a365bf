"""What drafting needs, from the desk's folder and the shipped files; loads no store."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from crisis.catalogue import config
from crisis.catalogue.gazetteer import shipped_gazetteer
from crisis.catalogue.lexicons import read_lexicon
from crisis.catalogue.protected import TermLists
from crisis.catalogue.types import load_types
from crisis.desk.drafts.kit import Kit
from crisis.model.notice_type import NoticeType
from crisis.model.settings import Mode
from crisis.shipped import shipped

if TYPE_CHECKING:
    from crisis.model.runbook import Library


def kit_of(folder: Path | None, mode: Mode = Mode.ACTUAL) -> Kit:
    """The kit of a desk's folder, or of the defaults where there is none. Raises `Mistake` for what is wrong in it."""
    settings = config.defaults() if folder is None else config.load(folder)
    types = _types(folder)
    return Kit(
        settings,
        types,
        mode,
        areas=shipped_gazetteer(),
        protected=TermLists(settings.guard.protected).current,
        lexicon=read_lexicon(folder),
        runbooks=cache(partial(_runbooks, folder, types)),
    )


def _runbooks(folder: Path | None, types: Mapping[str, NoticeType]) -> Library:
    """The shipped runbooks, under those of the desk's own `runbooks/`."""
    from crisis.catalogue import runbooks

    return runbooks.library(shipped("runbooks"), *([folder / "runbooks"] if folder else []), types=types)


def _types(folder: Path | None) -> Mapping[str, NoticeType]:
    """The shipped notice types, under those of the desk's own `templates/`."""
    if folder is not None and (folder / "templates").is_dir():
        return load_types(shipped("templates"), folder / "templates")
    return _shipped_types()


@lru_cache(maxsize=1)
def _shipped_types() -> Mapping[str, NoticeType]:
    """Read once a process: what ships does not change under it."""
    return load_types(shipped("templates"))
