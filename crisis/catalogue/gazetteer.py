"""Reads the gazetteer: the areas that notices name, with their names in the languages of the posts.

`gazetteer.toml` has one table `[areas.ID]` per area:
    names    language → what posts call it, `{ ja = "首都圏", en = "the Tokyo area" }`. Required.
    aliases  other words that mean it in a notice, any language; compared folded.
    zones    of an area abroad: the IANA time zones of its clocks, one or several.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from crisis.catalogue.tables import Table
from crisis.facts.places.naming import Gazetteer
from crisis.shipped import shipped


@cache
def shipped_gazetteer() -> Gazetteer:
    """The gazetteer that ships: Japan's prefectures, the regions in common use, and cities and countries abroad. Raises `Mistake`."""
    return load_gazetteer(shipped("data") / "gazetteer.toml")


def load_gazetteer(path: Path) -> Gazetteer:
    """The gazetteer of a file. Raises `Mistake` for what cannot be read."""
    areas = Table.read(path).only("areas").tables("areas")
    tables = {area: table.only("names", "aliases", "zones") for area, table in areas.items()}
    return Gazetteer(
        names={area: table.names("names", required=True) for area, table in tables.items()},
        aliases={area: table.texts("aliases") for area, table in tables.items()},
        zones={area: zones for area, table in tables.items() if (zones := table.texts("zones"))},
    )
