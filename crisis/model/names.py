"""Names of things in several languages."""

from __future__ import annotations

from collections.abc import Mapping

Names = Mapping[str, str]
"""BCP 47 language → name, such as `{"ja": "仙台事業所", "en": "Sendai Office"}`."""

PLAIN_JAPANESE = "ja-x-plain"


def name_in(names: Names, language: str) -> str:
    """The name in a language: exactly, else in its primary language (`ja-x-plain` → `ja`), else in English, else the first.

    Empty if there is none.
    """
    for key in (language, language.split("-")[0], "en"):
        if key in names:
            return names[key]
    return next(iter(names.values()), "")
