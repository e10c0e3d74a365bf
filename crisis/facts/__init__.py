"""Notice → typed facts: which type it is, what its labelled lines and first sentences say, what stays inside."""

from crisis.facts.extract import extract
from crisis.facts.places import Gazetteer, desk_areas
from crisis.facts.recognise import Recognition, recognise

__all__ = ["Gazetteer", "Recognition", "desk_areas", "extract", "recognise"]
