"""The sentences of a notice that may speak for it: the title and the first lines of the body that no label holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from crisis.facts.dateline import lines_that_date, quoted_lines
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
# A label that only says who speaks, or that somebody does: what follows is a sentence of the notice.
_SPEAKER = late(
    r"(?:[一-龠々ァ-ヶーa-z ]{0,14}(?:部|課|室|係|本部|事務局|相談室|グループ|チーム))|"
    r"(?:[^:]{0,14}(?:より|から)の?)?(?:重要|緊急|至急|速報|続報)?な?(?:お知らせ|ご?連絡|通知|ご?案内|注意喚起|周知|告知|重要|緊急|至急)|"
    r"(?:urgent|important|internal|staff|public|official|customer|security)?\s?(?:notice|update|alert|warning|"
    r"announcement|advisory|urgent|important|attention|"
    r"message|news|info(?:rmation)?|memo)(?: (?:from|to|for|by) .{1,40}| #?\d+)?"
)
_SENTENCE_END = late(r"(?:ます|ました|です|ください|ません)。?$|(?:\s\S+){6,}\.$")
_ANSWER = late(r"\s*(?:re|aw|返信)\s*:")
_MARK_ALONE = 16  # letters beside a mark of what is internal, in a line that is no more than the mark
_BELOW = late(r"以下|ここから|下記|↓|\b(?:below|following|rest of|remainder)\b|:\s*$")
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
    ours = {folded(name) for name in settings.organisation.values()}  # 「北浜電機：地震について…」 is no labelled line
    told = tuple(
        e
        for e in notice.entries
        if tidy(e.label) not in ours and not _SPEAKER().fullmatch(tidy(e.label)) and not _is_sentence(e)
    )
    notice = replace(notice, entries=told)
    cut = any(
        line.strip().startswith(notice.title) and line.strip() != notice.title for line in notice.text.split("\n")
    )
    title = "" if cut or notice.title.strip() in hidden else _called(notice.title, names)
    found = (*_sentences(title, "title"), *lines, *_body(notice))
    return tuple(replace(passage, text=spelled_out(passage.text, settings)) for passage in found)


def _is_sentence(entry: Entry) -> bool:
    """Whether a first line only looks like a label with its value: "Planned maintenance: the portal will be down from …"."""
    return entry.where == "line 1" and _SENTENCE_END().search(entry.value) is not None


def _called(title: str, names: Collection[str]) -> str:
    """The title. That of an answer says how things stood before, so that it names no more than its places."""
    if not _ANSWER().match(folded(title)):
        return title
    return "、".join(name for name in sorted(names) if name in folded(title))


def _body(notice: Notice) -> Iterator[Passage]:
    entries = tuple(e for e in notice.entries if tidy(e.label) != tidy(notice.title))  # a title is no label of its body
    numbers = {int(n) for e in entries for n in _LINE().findall(e.where)}
    held = _Held.of(entries)
    left, title, older = (
        FIRST_LINES,
        folded(notice.title).strip(),
        quoted_lines(notice.text) | lines_that_date(notice.text),
    )
    for number, line in enumerate(notice.text.split("\n"), 1):
        text = folded(line).strip()
        if _begins_inside(text) and (number > 1 or not numbers or number > min(numbers)):
            return
        if number in older or not text or text == title or number in numbers or held.holds(text):
            continue
        if left == 0:
            return
        left -= 1
        yield from (p for p in _sentences(line, f"line {number}") if not _INSIDE().search(p.text))


def _begins_inside(text: str) -> bool:
    """Whether all that follows a line is for colleagues: it says so of what is below, or says nothing else. A mark within a
    sentence is of that line alone."""
    mark = _INSIDE().search(text)
    return mark is not None and (len(text) - len(mark[0]) <= _MARK_ALONE or _BELOW().search(text) is not None)


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
        after = (plain[len(label) :] for label in self.labels if plain.startswith(label))
        return any(re.match(r"[:=|\t]|$", rest) or self._begins_value(rest) for rest in after)

    def _begins_value(self, rest: str) -> bool:
        """Whether what stands apart from a label is what the label holds."""
        return rest.startswith(" ") and any(value and rest.strip().startswith(value) for value in self.values)

    def _is_row(self, text: str) -> bool:
        """Whether nothing but values stands in a line: a table's row, as text."""
        for value in sorted(self.values - {""}, key=len, reverse=True):
            text = text.replace(value, " ")
        return not text.strip(" |,\t")
