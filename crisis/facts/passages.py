"""The sentences of a notice that may speak for it: the title and the first lines of the body that no label holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from crisis.facts.late import late
from crisis.facts.matching import tidy
from crisis.facts.nicknames import spelled_out
from crisis.model.notice import Entry, Notice
from crisis.model.settings import Settings
from crisis.text.folding import folded
from crisis.text.spelling import closed_up, plain_numbers

FIRST_LINES = 12  # how far into the body "the first sentences" reach, labelled lines not counted
_SENTENCE = late(r"(?:[^。!?！？.\n]{1,40}\?\s+(?=[a-zA-Z]))?(?:[^。!?！？.]|\.(?=\S)|\.(?<=[ap]\.m\.))+[。!?！？.]?")
_LINE = late(r"line (\d+)")
_ANSWERS = late(
    r"\s*on\b.{4,200}\bwrote:\s*$|.{4,200}(?:さん(?:は|が)書きました|のメール)\s*:\s*$|\s*-{2,}\s*original message|-- $"
)
_ANSWER = late(r"\s*(?:re|aw|返信)\s*:")
_INSIDE = late(
    r"関係者限り|関係者のみ|社内限り|社内向け|社内連絡|社外秘|部外秘|転載禁止|取扱注意|以下.{0,6}内部|"
    r"(?:ここから|以下は?)(?:社内|関係者)|社外(?:への?言及|には?出さない|秘)|"
    r"not for release|not to be said|do not share|don't share|not be shared|"
    r"don't pass on|do not pass on|for managers|"
    r"internal (?:only|use|notes?)|confidential|do not forward|staff only|not for publication"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: as written, folded, and where it stands (`title` or `line N`)."""

    raw: str
    text: str
    where: str


def passages(notice: Notice, settings: Settings, hidden: Collection[str] = ()) -> tuple[Passage, ...]:
    """Title, first sentences, and lines labelled with the name of a listed place (「仙台事業所：閉鎖」).

    Other lines that a label holds are left out, whatever the label (what matches no field may be internal), and so is all
    that follows a mark such as 社内限り below the first labelled line. `hidden` are values of internal fields: a title that
    is one of them is left out too.
    """
    names = {folded(name) for site in settings.sites for name in site.names.values()}
    names |= {folded(name) for service in settings.services for name in service.names.values()}
    named = (e for e in notice.entries if tidy(e.label) in names)
    lines = (Passage(f"{e.label}: {e.value}", folded(f"{tidy(e.label)}: {e.value}"), e.where) for e in named)
    speaker = {
        folded(name) for name in settings.organisation.values()
    }  # 「北浜電機：地震について…」 is no labelled line
    notice = replace(notice, entries=tuple(e for e in notice.entries if tidy(e.label) not in speaker))
    cut = any(
        line.strip().startswith(notice.title) and line.strip() != notice.title for line in notice.text.split("\n")
    )
    title = "" if cut or notice.title.strip() in hidden else _called(notice.title, names)
    found = (*_sentences(title, "title"), *lines, *_body(notice))
    return tuple(replace(passage, text=spelled_out(passage.text, settings)) for passage in found)


def _called(title: str, names: Collection[str]) -> str:
    """The title. That of an answer says how things stood before, so that it names no more than its places."""
    if not _ANSWER().match(folded(title)):
        return title
    return "、".join(name for name in sorted(names) if name in folded(title))


def _older(text: str) -> frozenset[int]:
    """The numbers of the lines that quote older messages: an old notice below a new one must not be read as the new. What is
    forwarded is the notice itself."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines, 1) if _ANSWERS().match(folded(line))), len(lines) + 1)
    return frozenset(n for n, line in enumerate(lines, 1) if n >= end or line.lstrip().startswith((">", "＞")))


def _body(notice: Notice) -> Iterator[Passage]:
    entries = tuple(e for e in notice.entries if tidy(e.label) != tidy(notice.title))  # a title is no label of its body
    numbers = {int(n) for e in entries for n in _LINE().findall(e.where)}
    held = _Held.of(entries)
    left, title, older = FIRST_LINES, folded(notice.title).strip(), _older(notice.text)
    for number, line in enumerate(notice.text.split("\n"), 1):
        text = folded(line).strip()
        if _INSIDE().search(text) and (number > 1 or not numbers or number > min(numbers)):
            return
        if (
            number in older
            or not text
            or text == title
            or number in numbers
            or held.holds(text)
            or _INSIDE().search(text)
        ):
            continue
        if left == 0:
            return
        left -= 1
        yield from _sentences(line, f"line {number}")


def _sentences(line: str, where: str) -> Iterator[Passage]:
    for match in _SENTENCE().finditer(closed_up(line)):
        if match[0].strip():
            yield Passage(match[0].strip(), plain_numbers(folded(match[0]).strip()), where)


@dataclass(frozen=True, slots=True)
class _Held:
    """What labelled lines hold, where their places say no line (a table's row)."""

    values: frozenset[str]
    labels: tuple[str, ...]

    @classmethod
    def of(cls, entries: tuple[Entry, ...]) -> _Held:
        values = {folded(line).strip() for entry in entries for line in (entry.value, *entry.value.splitlines())}
        return cls(frozenset(values), tuple({tidy(entry.label) for entry in entries} - {""}))

    def holds(self, text: str) -> bool:
        """Whether a line is a value, a label, both side by side, or a row of values."""
        if text in self.values or self._is_row(text):
            return True
        plain = tidy(text)
        return any(plain.startswith(label) and re.match(r"\s|[:=|]|$", plain[len(label) :]) for label in self.labels)

    def _is_row(self, text: str) -> bool:
        """Whether nothing but values stands in a line: a table's row, as text."""
        for value in sorted(self.values - {""}, key=len, reverse=True):
            text = text.replace(value, " ")
        return not text.strip(" |,\t")
