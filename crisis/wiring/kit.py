"""What drafting needs, from the desk's folder and the shipped files; loads no store."""

from __future__ import annotations

from pathlib import Path

from crisis.catalogue import config
from crisis.catalogue.types import load_types
from crisis.desk.compose import Kit
from crisis.model.settings import Mode
from crisis.shipped import shipped


def kit_of(folder: Path | None, mode: Mode = Mode.ACTUAL) -> Kit:
    """The kit of a desk's folder, or of the defaults where there is none. Raises `Mistake` for what is wrong in it."""
    settings = config.defaults() if folder is None else config.load(folder)
    templates = [shipped("templates")]
    if folder is not None and (folder / "templates").is_dir():
        templates.append(folder / "templates")
    return Kit(settings, load_types(*templates), mode)
