"""Whether the template and the desk's own words still are those that were signed."""

from __future__ import annotations

from crisis.desk.desk import Desk
from crisis.errors import Refused
from crisis.model.names import name_in
from crisis.model.preclearance import Choice, Preclearance

MEND = "Now: have another person clear it with `crisis clear`. Later: `crisis preclear {type} --as ID`."


def refuse_other_words(desk: Desk, made: Preclearance) -> None:
    """Raises `Refused` (`template-changed`, `words-changed`) where the template, or what `crisis.toml` calls us and our
    places, is not what was signed."""
    notice_type = desk.kit.types.get(made.notice_type)
    if notice_type is None or notice_type.version != made.template:
        raise _again("template-changed", "The template of {type} is not the one that was pre-cleared.", made)
    for language, words in made.organisation.items():
        if name_in(desk.settings.organisation, language) != words:
            raise _again("words-changed", "crisis.toml calls us something else than was pre-cleared.", made)
    for domain in made.slots.values():
        for value, names in domain.names.items() if isinstance(domain, Choice) else ():
            place = desk.settings.site(value) or desk.settings.service(value)
            if place is None or dict(place.names) != dict(names):
                raise _again(
                    "words-changed", "crisis.toml calls {value} something else than was pre-cleared.", made, value=value
                )


def _again(code: str, sentence: str, made: Preclearance, **details: str) -> Refused:
    return Refused(
        code,
        sentence,
        MEND,
        type=made.notice_type,
        **details,
    )
