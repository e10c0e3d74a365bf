"""How a pre-clearance looks: to people, its slots in words and every text; to scripts, one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crisis.cli import output, show
from crisis.cli.words import _, language, say
from crisis.model.names import name_in

if TYPE_CHECKING:
    from crisis.desk.clearance.examples import Example
    from crisis.desk.clearance.preclearing import Standing
    from crisis.desk.desk import Desk
    from crisis.model.notice_type import NoticeType
    from crisis.model.preclearance import Choice, Domain, Preclearance


def shown(desk: Desk, made: Preclearance, texts: list[Example]) -> None:
    """What people sign: the slots in words, then every text."""
    notice_type = desk.kit.types.get(made.notice_type)
    kind = name_in(notice_type.names, language()) if notice_type else made.notice_type
    output.line(
        say("{type}: one person may send this alone, until {until}", type=kind, until=f"{made.valid_to:%Y-%m-%d}"),
        "bold",
    )
    output.line("  " + say("Accounts: {accounts}", accounts=", ".join(target.account for target in made.targets)))
    for name, domain in made.slots.items():
        output.indented(f"{_(name)}: {_in_words(domain, name, notice_type)}", 1)
    output.line()
    texts_shown = [
        show.Shown(
            None, e.post.language, ", ".join(e.accounts), e.post.platform, e.post.text, e.post.length, e.post.limit
        )
        for e in texts
    ]
    show.family(texts_shown)
    output.line()


def _in_words(domain: Domain, name: str, notice_type: NoticeType | None) -> str:
    from crisis.model.preclearance import Bounds

    if isinstance(domain, Bounds):
        return say(
            "from {earliest} to {latest} from the sending", earliest=_span(domain.earliest), latest=_span(domain.latest)
        )
    return " / ".join(_word(value, domain, name, notice_type) for value in domain.values)


def _word(value: str, domain: Choice, name: str, notice_type: NoticeType | None) -> str:
    field = notice_type.field_named(name) if notice_type else None
    term = next((term for term in field.terms if term.id == value), None) if field else None
    return name_in(term.says if term else domain.names.get(value, {}), language()) or value


def _span(seconds: int) -> str:
    sign, size = ("-" if seconds < 0 else "+"), abs(seconds)
    for unit, length in (("d", 86400), ("h", 3600)):
        if size and size % length == 0:
            return f"{sign}{size // length}{unit}"
    return f"{sign}{size // 60}m"


def document(desk: Desk, one: Standing, texts: list[Example] | None = None) -> dict[str, Any]:
    """What scripts get of a pre-clearance; its texts where they were made."""
    zone, made = desk.settings.zone, one.made
    return {
        "preclearance": made.id,
        "type": made.notice_type,
        "state": one.force.value,
        "missing": [str(sentence) for sentence in one.lacks],
        "signed_by": list(one.signers),
        "languages": list(made.languages),
        "accounts": [target.account for target in made.targets],
        "slots": {name: _slot(domain) for name, domain in made.slots.items()},
        "valid_from": output.iso(made.valid_from, zone),
        "valid_to": output.iso(made.valid_to, zone),
        "texts": [
            {"language": e.post.language, "variant": e.post.variant, "accounts": list(e.accounts), "text": e.post.text}
            for e in texts or []
        ],
    }


def _slot(domain: Domain) -> dict[str, Any]:
    from crisis.model.preclearance import Bounds

    if isinstance(domain, Bounds):
        return {"kind": domain.kind.value, "earliest": domain.earliest, "latest": domain.latest}
    return {"kind": domain.kind.value, "values": list(domain.values)}
