"""A record with named fields (an object of a JSON export, a row of a CSV export, front matter) as a notice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crisis.intake.parts.charset import newlines
from crisis.intake.parts.envelope import aware, owner_in, title_in
from crisis.intake.parts.labels import BLANKS, entries_in
from crisis.intake.parts.lines import plain_lines
from crisis.intake.parts.pages import read_page
from crisis.model.finding import Finding
from crisis.model.notice import Entry, Notice

_BODIES = frozenset(
    {"body", "text", "content", "contents", "html", "message", "description", "本文", "内容", "本文内容", "通知内容"}
)
_IDS = frozenset({"id", "notice_id", "notice id", "guid", "uid", "uuid", "管理番号", "通知番号", "通知id", "文書番号"})
_WRITTEN = (
    "updated",
    "updated_at",
    "published",
    "published_at",
    "written_at",
    "created_at",
    "created",
    "sent_at",
    "date",
    "posted_at",
    "created_at",
    "issued_at",
    "issued_utc",
    "日時",
)
_MARKUP = re.compile(r"<(?:p|br|div|table|ul|ol|li|dl|span|b|strong|h[1-6])\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """A named value and where it stands."""

    label: str
    value: str
    where: str


def record_notice(
    form: str, name: str, raw: bytes, values: Sequence[Value], defects: tuple[Finding, ...] = ()
) -> Notice:
    """The notice that a record makes: each field an entry, and the labelled lines of its body too."""
    entries = tuple(
        Entry(v.label.strip(BLANKS), v.value.strip(BLANKS), v.where) for v in values if v.label and v.value.strip()
    )
    inner = tuple(entry for v in values if v.label.lower() in _BODIES for entry in _body_entries(v))
    text = "\n".join(f"{v.label}: {_readable(v)}" for v in values if v.value.strip())
    return Notice(
        form=form,
        name=name,
        raw=raw,
        title=title_in(entries, plain_lines(_body(values) or text)),
        text=text,
        entries=entries + inner,
        written_at=next(
            (at for label in _WRITTEN for v in values if v.label.lower() == label and (at := aware(v.value))), None
        ),
        owner=owner_in(entries),
        source_id=next((v.value.strip() for v in values if v.label.lower() in _IDS and v.value.strip()), None),
        defects=defects,
    )


def _body(values: Sequence[Value]) -> str:
    return next((_readable(v) for v in values if v.label.lower() in _BODIES), "")


def _readable(value: Value) -> str:
    return read_page(value.value).text if _MARKUP.search(value.value) else newlines(value.value).strip()


def _body_entries(value: Value) -> tuple[Entry, ...]:
    html = _MARKUP.search(value.value)
    found = read_page(value.value).entries if html else entries_in(plain_lines(newlines(value.value).strip()))
    return tuple(Entry(entry.label, entry.value, f"{value.where} {entry.where}") for entry in found)
