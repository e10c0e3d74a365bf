"""What is unclear about a notice, as findings that hold: each names the field, where it stands, and what to write instead."""

from __future__ import annotations

from crisis.model.finding import Finding, Severity
from crisis.sentence import Sentence

# Never with the value: a field may carry more than its fact.
_MENDS = {
    "not-understood": "{field} ({where}) says something that is not in its vocabulary. Write one of its words alone.",
    "several-terms": "{field} ({where}) says two things at once. Write the one that holds.",
    "negated": "{field} ({where}) says only what is not so, or is not decided. Write what holds now.",
    "unknown-place": "{field} ({where}) names nothing that the desk lists. Write a listed name, or add this one to crisis.toml.",
    "several-places": "{field} ({where}) names more than one, or leaves some out. Write one notice for each.",
    "ambiguous-time": "{field} ({where}) can be read as different times. Write one date and a 24-hour time, such as 2026-10-09 16:30.",
    "undecided-time": "{field} ({where}) is not decided. Leave it out, or write the time once it is decided.",
    "ambiguous-zone": "{field} ({where}) has a time zone that means several. Write JST, UTC or an offset such as +09:00.",
    "impossible-date": "{field} ({where}) has a date that does not exist. Write the date that is meant.",
    "impossible-time": "{field} ({where}) has a time that does not exist on that day. Write the time that is meant.",
    "weekday-mismatch": "{field} ({where}) has a weekday that is not that of its date. Look at a calendar and write both again.",
    "not-a-number": "{field} ({where}) is not one plain number. Write digits alone.",
}  # fmt: skip
_CODES = {
    "several-terms": "contradictory", "negated": "not-understood", "unknown-place": "not-understood",
    "several-places": "not-understood", "undecided-time": "ambiguous-time", "ambiguous-zone": "ambiguous-time",
    "not-a-number": "not-understood",
}  # fmt: skip


def unclear(code: str, field: str, where: str) -> Finding:
    """The finding for a value that could not be read. `code` is that of `Unclear`; the finding's may be more general."""
    return Finding(_CODES.get(code, code), Severity.HOLD, Sentence(_MENDS[code], field=field, where=where))


def contradictory(field: str, first: str, second: str) -> Finding:
    """Two different values for one field; `first` and `second` are their places."""
    text = "{field} is given twice with different values ({first} and {second}). Keep the one that holds."
    return Finding("contradictory", Severity.HOLD, Sentence(text, field=field, first=first, second=second))


def missing(field: str, label: str) -> Finding:
    """A required field that the notice does not give; `label` is how notices label it."""
    text = "{field} is missing. Add a line such as “{label}: …”."
    return Finding("missing-fact", Severity.HOLD, Sentence(text, field=field, label=label))


def free_text(field: str, where: str) -> Finding:
    """Words of the notice itself are to be published."""
    text = "{field} ({where}) is published in the notice's own words. Read it as the public would, then accept it or shorten it."
    return Finding("free-text", Severity.HOLD, Sentence(text, field=field, where=where))
