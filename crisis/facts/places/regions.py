"""Which prefectures lie in the areas that hazard telegrams name: regions, forecast districts, coasts.

Prefectures are the gazetteer's ids, `jp-` and the prefecture's number (JIS X 0401, as in ISO 3166-2:JP).
"""

from __future__ import annotations

from collections.abc import Iterable

ALL = tuple(range(1, 48))

# The gazetteer's regions in their widest common use: to match a site too many calls a person, one too few does not.
REGIONS: dict[str, tuple[int, ...]] = {
    "jp": ALL,
    "jp-capital": (11, 12, 13, 14),
    "jp-tohoku": (2, 3, 4, 5, 6, 7),
    "jp-kanto": (8, 9, 10, 11, 12, 13, 14),
    "jp-kitakanto": (8, 9, 10),
    "jp-minamikanto": (11, 12, 13, 14),
    "jp-koshinetsu": (15, 19, 20),
    "jp-hokuriku": (15, 16, 17, 18),
    "jp-chubu": (15, 16, 17, 18, 19, 20, 21, 22, 23, 24),
    "jp-tokai": (21, 22, 23, 24),
    "jp-chukyo": (21, 23, 24),
    "jp-kinki": (24, 25, 26, 27, 28, 29, 30),
    "jp-kansai": (25, 26, 27, 28, 29, 30),
    "jp-hanshin": (26, 27, 28),
    "jp-chugoku": (31, 32, 33, 34, 35),
    "jp-sanin": (31, 32, 35),
    "jp-sanyo": (33, 34, 35),
    "jp-shikoku": (36, 37, 38, 39),
    "jp-chushikoku": (31, 32, 33, 34, 35, 36, 37, 38, 39),
    "jp-kyushu": (40, 41, 42, 43, 44, 45, 46),
    "jp-kyushu-okinawa": (40, 41, 42, 43, 44, 45, 46, 47),
    "jp-east": tuple(range(1, 25)),
    "jp-west": tuple(range(24, 48)),
}

# The Japan Meteorological Agency's districts (全国・地方予報区等), by the first four digits of their codes.
DISTRICTS: dict[str, tuple[int, ...]] = {
    "0100": ALL,
    "0101": (1,),
    "0102": (2, 3, 4, 5, 6, 7),
    "0103": (8, 9, 10, 11, 12, 13, 14, 19, 20),
    "0104": (21, 22, 23, 24),
    "0105": (15, 16, 17, 18),
    "0106": (25, 26, 27, 28, 29, 30),
    "0107": (31, 32, 33, 34),
    "0108": (36, 37, 38, 39),
    "0109": (35, 40, 41, 42, 43, 44),
    "0110": (45, 46),
    "0111": (47,),
}

# Coasts (津波予報区) and islands whose names say no prefecture.
COASTS: dict[str, tuple[int, ...]] = {
    "オホーツク海沿岸": (1,),
    "陸奥湾": (2,),
    "東京湾内湾": (12, 13, 14),
    "伊豆諸島": (13,),
    "小笠原諸島": (13,),
    "相模湾・三浦半島": (14,),
    "佐渡": (15,),
    "伊勢・三河湾": (23, 24),
    "淡路島南部": (28,),
    "隠岐": (32,),
    "有明・八代海": (40, 41, 42, 43),
    "壱岐・対馬": (42,),
    "種子島・屋久島地方": (46,),
    "奄美群島・トカラ列島": (46,),
    "奄美諸島・トカラ列島": (46,),
    "沖縄本島地方": (47,),
    "大東島地方": (47,),
    "宮古島・八重山地方": (47,),
}


def ids_of(numbers: Iterable[int]) -> frozenset[str]:
    """The gazetteer's ids of prefectures: 4 is `jp-04`."""
    return frozenset(f"jp-{number:02}" for number in numbers)


def within(region: str) -> frozenset[str]:
    """The prefectures in a region of the gazetteer. Raises `KeyError`."""
    return ids_of(REGIONS[region])
