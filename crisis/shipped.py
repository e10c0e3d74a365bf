"""Finds what ships beside the code: `templates`, `runbooks` and `data`."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder of that name: in the installed package (`crisis/_shipped/NAME`), else in the checkout's root.

    A wheel carries the folders inside the package (hatch `force-include`); an editable install has only the checkout.
    Raises FileNotFoundError where neither has it, which is a broken installation and no user's mistake.
    """
    places = (_PACKAGE / "_shipped" / name, _PACKAGE.parent / name)
    found = next((place for place in places if place.is_dir()), None)
    if found is None:
        raise FileNotFoundError(f"this installation of crisis lacks its {name}/ folder; install it again")
    return found
