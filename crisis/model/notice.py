"""An internal notice as it was taken in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from crisis.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled line: 「状況：閉鎖」 is label 状況, value 閉鎖. Both as written, stripped; `where` says where it
    stands for a person: `line 4`, `header Subject`, `table row 2`, `front matter line 3`, `answer 2`."""

    label: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Bytes and what could be read of them; nothing is dropped: `raw` is exactly what arrived for this notice.

    `form` names the intake form that read it (`mail`, `html`, `markdown`, `text`, `feed`, `phone`, `runbook` …); `name` is
    the file name or address, for people; `text` is all readable text with `\\n` line ends; `written_at` is aware and only
    what the envelope states (mail Date, feed updated); `owner` is the issuing department where the envelope states it;
    `source_id` recognises the same notice when it comes again (Message-ID, Atom id); `defects` say what could not be read.
    """

    form: str
    name: str
    raw: bytes
    title: str = ""
    text: str = ""
    entries: tuple[Entry, ...] = ()
    written_at: datetime | None = None
    owner: str | None = None
    source_id: str | None = None
    defects: tuple[Finding, ...] = ()
