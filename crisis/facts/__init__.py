"""Notice → typed facts: which type it is, what its labelled lines and first sentences say, what stays inside."""

from crisis.facts.embargo import embargo, embargoed
from crisis.facts.exercise import of_exercise
from crisis.facts.extract import extract, extract_each
from crisis.facts.places.naming import Gazetteer, desk_areas
from crisis.facts.recognise import Recognition, recognise
from crisis.facts.settle import settle
from crisis.facts.wording.secondhand import second_hand

__all__ = [
    "Gazetteer",
    "Recognition",
    "desk_areas",
    "embargo",
    "embargoed",
    "extract",
    "extract_each",
    "of_exercise",
    "recognise",
    "second_hand",
    "settle",
]
