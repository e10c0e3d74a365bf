"""Other words for a listed place, written out: 「【札幌】」, "Osaka: …", 「仙台オフィス」, "the Tokyo HQ".

In the middle of a sentence 仙台 alone is the city. At the head of a sentence, or beside a word for any place of work, it can
only be the one place there, where the desk lists just one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from crisis.facts.places.naming import short_names
from crisis.model.settings import Settings, Site
from crisis.text.folding import folded
from crisis.text.late import late, once_each

_OFFICE = r"の?(?:オフィス|拠点|事務所)(?![一-龠ァ-ヶー])|(?:'s)? (?:office|site|hq|ho|headquarters)(?![a-z])"
_PLANT = r"の?(?:プラント|拠点|工場)(?![一-龠ァ-ヶー])|(?:'s)? (?:factory|works|site|plant)(?![a-z])"
_THEIR_PEOPLE = r"(?:で働く|に勤務|で勤務|勤務の|在勤の|の(?:社員|従業員|所員|職員|皆さん|みなさん|皆様|みなさま|全員)(?!ま?の|へ寄))"
_HEAD_OFFICE = r"^\s*(?:本社(?:ビル|社屋)?|(?:the )?(?:head office|headquarters|hq))\s*$"
_IS_PLANT = re.compile(r"工場|製作所|プラント|plant|factory|works")
_IS_HEAD_OFFICE = re.compile(r"本社|head office|headquarters")


def spelled_out(text: str, settings: Settings) -> str:
    """Folded text with the whole name of each listed site that it calls by a shorter one."""
    for literal, pattern, name in _nicknames(settings):
        if literal in text:
            text = pattern().sub(name, text)
    return text


@once_each
def _nicknames(settings: Settings) -> tuple[tuple[str, Callable[[], re.Pattern[str]], str], ...]:
    """What has to stand in a text, the pattern that is looked for then, and the name that takes its place."""
    return tuple((literal, late(pattern), name) for literal, pattern, name in _patterns(settings))


def _patterns(settings: Settings) -> Iterator[tuple[str, str, str]]:
    short = short_names((*settings.sites, *settings.services))
    others = "|".join(re.escape(stem) for stems in short.values() for stem in stems if not stem.isascii())
    for site in settings.sites:
        for name in _folded_names(site):
            yield name, rf"{re.escape(name)}(?:ビル|社屋| building(?![a-z]))", name
        for stem in short[site.id]:
            whole = _name_like(stem, site)
            word = re.escape(stem)
            kind = _PLANT if _IS_PLANT.search(whole) else _OFFICE
            alone = rf"^\s*(?:[【\[(<]\s*{word}\s*[】\])>]\s*|{word}\s*(?::\s*|[-|/]\s+))"
            yield stem, alone, f"{whole}: "
            yield stem, rf"(?<![一-龠a-z]){word}(?:{kind})", whole
            if not stem.isascii():
                yield stem, rf"(?<![一-龠a-z]){word}(?=(?:[・、と](?:{others}))*{_THEIR_PEOPLE})", whole
    heads = [names for names in map(_folded_names, settings.sites) if any(map(_IS_HEAD_OFFICE.search, names))]
    if len(heads) == 1:
        yield "", _HEAD_OFFICE, heads[0][0]


def _folded_names(site: Site) -> list[str]:
    return [folded(name) for name in site.names.values()]


def _name_like(stem: str, site: Site) -> str:
    """The site's folded name that the stem is of."""
    names = _folded_names(site)
    return next((name for name in names if name.startswith(stem)), names[0])
