"""What is unclear about a notice, as findings that hold: each names the field, where it stands, and what to write instead."""

from __future__ import annotations

from crisis.model.finding import Finding, Severity
from crisis.model.notice_type import Field
from crisis.sentence import Sentence

# Never with the value: a field may carry more than its fact.
_MENDS = {
    "not-understood": Sentence("{field} ({where}) says something that is not in its vocabulary. Write one of its words alone."),
    "several-terms": Sentence("{field} ({where}) says two things at once. Write the one that holds."),
    "dated": Sentence("{field} ({where}) says a time as well. Write what holds now, and the time on a line of its own."),
    "negated": Sentence("{field} ({where}) says only what is not so, or is not decided. Write what holds now."),
    "narrowed": Sentence("{field} ({where}) is said of some people only. Write what holds, and for whom, on lines of their own."),
    "unknown-place": Sentence("{field} ({where}) names nothing that the desk lists. Write a listed name, or add this one to crisis.toml."),
    "several-places": Sentence("{field} ({where}) names more than one, or leaves some out. Write one notice for each."),
    "ambiguous-time": Sentence("{field} ({where}) can be read as different times. Write date and 24-hour time, such as 2026-10-09 16:30."),
    "not-a-time": Sentence("{field} ({where}) says more or less than a time. Write date and 24-hour time alone, such as 2026-10-09 16:30."),
    "undecided-time": Sentence("{field} ({where}) is not decided. Leave it out, or write the time once it is decided."),
    "ambiguous-zone": Sentence("{field} ({where}) has a time zone that means several. Write JST, UTC or an offset such as +09:00."),
    "unzoned": Sentence("{field} ({where}) could be on the clocks of several places. Write a zone beside it (JST, UTC, +09:00)."),
    "impossible-date": Sentence("{field} ({where}) has a date that does not exist. Write the date that is meant."),
    "impossible-time": Sentence("{field} ({where}) has a time that does not exist on that day. Write the time that is meant."),
    "weekday-mismatch": Sentence("{field} ({where}) has a weekday that is not that of its date. Look at a calendar and write both again."),
    "not-a-number": Sentence("{field} ({where}) is not one plain number. Write digits alone."),
}  # fmt: skip
_CODES = {
    "several-terms": "contradictory", "dated": "not-understood", "negated": "not-understood", "narrowed": "not-understood",
    "unknown-place": "not-understood",
    "several-places": "not-understood", "undecided-time": "ambiguous-time", "ambiguous-zone": "ambiguous-time",
    "unzoned": "ambiguous-time",
    "not-a-number": "not-understood", "not-a-time": "not-understood",
}  # fmt: skip


def unclear(code: str, field: str, where: str) -> Finding:
    """The finding for a value that could not be read. `code` is that of `Unclear`; the finding's may be more general."""
    return Finding(_CODES.get(code, code), Severity.HOLD, Sentence(_MENDS[code].template, field=field, where=where))


def is_strange(outcome: object) -> bool:
    """Whether an outcome is only the doubt that a line says nothing of the vocabulary."""
    return isinstance(outcome, Finding) and outcome.mend.template == _MENDS["not-understood"].template


def is_dated(finding: Finding) -> bool:
    """Whether a finding only says that what is told is of another day than the notice's."""
    return finding.mend.template == _MENDS["dated"].template


_OF_A_ZONE = frozenset(_MENDS[code].template for code in ("ambiguous-zone", "unzoned"))
_LEFT_OUT = frozenset({"not-understood", "contradictory", "ambiguous-time"})


def lesser(doubt: Finding) -> Finding:
    """The doubt about a fact that the posts can do without: they leave it out, and say so. A date or a weekday that cannot
    be stays a hold, since the notice itself is wrong there, and so does a zone: nobody knows which of its other times it holds for."""
    if doubt.severity is not Severity.HOLD or doubt.code not in _LEFT_OUT or doubt.mend.template in _OF_A_ZONE:
        return doubt
    mend = Sentence("{doubt} It is left out of the posts.", doubt=doubt.mend, field=field_of(doubt))
    return Finding(doubt.code, Severity.ADVISE, mend)


def second_hand() -> Finding:
    """Nothing of the notice is ours to say: it notes what somebody outside asked or told."""
    mend = Sentence(
        "The notice notes what somebody outside asked or told: nothing of it is a fact of ours. Ask the department that knows, "
        "and take in its notice."
    )
    return Finding("second-hand", Severity.HOLD, mend)


def undecided(field: str, where: str) -> Finding:
    """A time that is not decided yet is left out, and what is said without it stays true."""
    mend = Sentence("{field} ({where}) is not decided, so it is left out of the posts.", field=field, where=where)
    return Finding("undecided", Severity.ADVISE, mend)


def contradictory(field: str, first: str, second: str) -> Finding:
    """Two different values for one field; `first` and `second` are their places."""
    mend = Sentence(
        "{field} is given with different values ({first}, {second}). Keep the one that holds.",
        field=field,
        first=first,
        second=second,
    )
    return Finding("contradictory", Severity.HOLD, mend)


def missing(field: str, label: str) -> Finding:
    """A required field that the notice does not give; `label` is how notices label it."""
    mend = Sentence("{field} is missing. Add a line such as “{label}: …”.", field=field, label=label)
    return Finding("missing-fact", Severity.HOLD, mend)


def unlisted(field: Field) -> Finding:
    """A required site or service: the notice names one, or may, and the desk lists none of that name."""
    mend = Sentence(
        "{field}: the notice names none that the desk lists. Add it to crisis.toml: [[{table}]], and below it the line names = {names}.",
        field=field.name,
        table=field.kind.value,
        names='{ ja = "…", en = "…" }',
    )
    return Finding("missing-fact", Severity.HOLD, mend)


def missing_field(field: Field) -> Finding:
    """`missing` for a field."""
    return missing(field.name, field.aliases[0] if field.aliases else field.name)


def field_of(finding: Finding) -> str:
    """The field that a finding of this module is about."""
    return str(finding.mend.details.get("field", ""))


def free_text(field: str, where: str) -> Finding:
    """Words of the notice itself are to be published."""
    mend = Sentence(
        "{field} ({where}) goes out in the notice's own words. Read it as the public would, then accept it or shorten it.",
        field=field,
        where=where,
    )
    return Finding("free-text", Severity.HOLD, mend)


def ambiguous_type(types: str, first: str) -> Finding:
    """Two types are too close to tell; `first` is one of `types`."""
    mend = Sentence(
        "It could be {types}. Add a line “種別: {first}” or “Type: {first}” with the one that is meant.",
        types=types,
        first=first,
    )
    return Finding("ambiguous-type", Severity.HOLD, mend)
