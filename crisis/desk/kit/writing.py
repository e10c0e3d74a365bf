"""The kit as files: pages that need nothing else, written so that nobody ever opens half of one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import resources
from pathlib import Path

from crisis.canon import digest
from crisis.desk.desk import Desk
from crisis.desk.kit.contents import Contents, contents, seal
from crisis.desk.kit.words import WORDS
from crisis.errors import Mistake
from crisis.model.names import name_in
from crisis.model.role import Role
from crisis.model.settings import Mode

STATE = "kit.txt"
"""What the pages were made of, as a digest, and when: only what has changed is dated anew."""


def refresh(desk: Desk) -> None:
    """Bring the kit of `[kit] folder` up to date; nothing where none is configured. Raises `Mistake` where it cannot be written."""
    if desk.settings.kit.folder is not None:
        write(desk, desk.settings.kit.folder)


def write(desk: Desk, folder: Path) -> bool:
    """Write the kit into a folder; whether anything in it has changed. Raises `Mistake` where it cannot be written."""
    mark, now, state = digest(f"{seal(desk)} {_wording()}".encode()), desk.clock.now(), folder / STATE
    try:
        if _stands(desk, folder, mark):
            return False
        folder.mkdir(parents=True, exist_ok=True)
        for name, page in _pages(desk, contents(desk), now).items():
            _put(folder / name, page)
        _put(state, f"{mark}\n{now.isoformat(timespec='seconds')}\n")
    except OSError as error:
        raise Mistake(
            "kit",
            "The kit cannot be written to {folder}: {why}.",
            "Name a folder that you may write to: --out DIR, or [kit] folder in crisis.toml.",
            folder=folder,
            why=error.strerror or "unwritable",
        ) from None
    return True


def _stands(desk: Desk, folder: Path, mark: str) -> bool:
    """Whether all of the kit lies there as it would be written now."""
    state, (names, sheets) = folder / STATE, _names(desk)
    every = (folder / name for name in (*names.values(), *sheets.values()))
    return state.is_file() and state.read_text("utf-8").startswith(mark) and all(page.is_file() for page in every)


@cache
def _wording() -> str:
    """A digest of the pages' own words and form, which a newer version of this program may change."""
    form = (resources.files("crisis.desk.kit") / "kit.html.j2").read_bytes()
    return digest(form + repr({language: dict(words) for language, words in WORDS.items()}).encode())


def _put(path: Path, text: str) -> None:
    """All of the file or none of it."""
    staged = path.with_name(f".{path.name}.new")
    with staged.open("w", encoding="utf-8", newline="\n") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    staged.replace(path)


def _pages(desk: Desk, made: Contents, now: datetime) -> Mapping[str, str]:
    """The pages by the names of their files: the first language is the index."""
    names, sheets = _names(desk)
    links = [(name, str(WORDS[language]["title"])) for language, name in names.items()]
    links += [(name, str(WORDS[language]["sheet"])) for language, name in sheets.items()]
    pages = {name: _page(desk, made, language, now, links, sheet=False) for language, name in names.items()}
    return pages | {name: _page(desk, made, language, now, links, sheet=True) for language, name in sheets.items()}


def _names(desk: Desk) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The files of the pages and of the sheets, by language."""
    languages = [each for each in dict.fromkeys((*desk.settings.languages, "ja", "en")) if each in WORDS]
    pages = {each: f"index.{each}.html" if place else "index.html" for place, each in enumerate(languages)}
    return pages, {each: f"sheet.{each}.html" for each in languages}


def _page(
    desk: Desk, made: Contents, language: str, now: datetime, links: list[tuple[str, str]], *, sheet: bool
) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    words = WORDS[language]
    roles = words["roles"]
    environment = Environment(loader=PackageLoader("crisis.desk.kit", "."), autoescape=True, undefined=StrictUndefined)
    environment.filters["named"] = lambda names: name_in(names, language)
    environment.filters["role"] = lambda role: _role(role, roles)
    return environment.get_template("kit.html.j2").render(
        lang=language,
        organisation=name_in(made.organisation, language) or desk.settings.name,
        exercise=desk.mode is Mode.EXERCISE,
        at=now.astimezone(desk.settings.zone).strftime("%Y-%m-%d %H:%M"),
        kit=made,
        w=words,
        pages=links,
        sheet=sheet,
    )


def _role(role: Role, words: object) -> str:
    return str(words.get(role.value, role.value)) if isinstance(words, Mapping) else role.value
