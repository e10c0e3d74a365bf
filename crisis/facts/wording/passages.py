"""The sentences of a notice that may speak for it: the title and the first lines of the body that no label holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from crisis.facts.matching import tidy
from crisis.facts.places.nicknames import spelled_out
from crisis.facts.times.dateline import lines_that_date, quoted_lines
from crisis.facts.wording.inside import inside_from, marks_the_sheet, says_inside
from crisis.model.notice import Entry, Notice
from crisis.model.settings import Settings
from crisis.text.folding import folded
from crisis.text.late import late
from crisis.text.spelling import closed_up, plain_numbers, polite

FIRST_LINES = 12  # how far into the body "the first sentences" reach, labelled lines not counted
_SENTENCE = late(r"(?:[^。!?！？.\n]{1,40}\?\s+(?=[a-zA-Z]))?(?:[^。!?！？.]|\.(?=\S)|\.(?<=[ap]\.m\.))+[。!?！？.]?")
_LINE = late(r"line (\d+)")
# A label of the wording itself: what stands below it is what the notice says.
_WORDING = late(
    r"(?:社外|対外|公表|公開|お客様|お客さま|顧客|外部|プレス|広報|掲載|お知らせ|告知|通知|周知|案内|連絡|配信|発信|"
    r"ホームページ|投稿)?(?:向け|用|公表|発表|掲載)?の?"
    r"(?:本文|文面|文案|文章|文言|公表文|発表文|掲載文|告知文|通知文|案内文|周知文|お?知らせ文|コメント案|公表内容|発表内容)(?:案)?|"
    r"(?:ja|jp|en|eng|jpn|日本語|英語|和文|英文|japanese|english)(?:版|文)?(?: version| text)?|"
    r"(?:customer|public|external|press|approved|cleared|agreed|release|notice|post|mail|message|body|news|media)?[ _-]?"
    r"(?:body|text|wording|statement|message|copy|paragraphs?|content|release|html)|"
    r"(?:for )?(?:the )?(?:public|external)|社外(?:向け)?|公開用?"
)
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
_TELLS = late(r"(?:ます|ました|です|でした|ません|ください)(?:[。\n]|$)|\w \w+ \w+.*[.!]")
# A part of a place of which the same is said as of the whole.
_INCLUDED = late(
    r", including (?:the|its|our) (?:[a-z]+ ){0,2}(?:centre|center|showroom|shop|canteen|lobby|reception|museum|gallery|car park),(?= )|"
    r"\([^()]{1,12}(?:センター|ショールーム|売店|食堂|受付|展示室|資料館)を?(?:も)?含(?:む|みます)\)"
)
_LISTED = late(r"[・、,/&]|と|及び|および|\band\b")
_MARGIN = 45  # letters of a line that a margin may have cut
_CLOSED = late(
    r"(?:各位|皆さま|皆様|皆さん|みなさん|様)(?:へ|、)?\s*$|[。．.!?！？:：」』)）\]】]\s*$|^\s*[-=_*━─]{3,}"
)
_BEGINS = late(
    r"\s*(?:[・●○■□◆◇※▼★☆*#>|•\[【(（〔<＜-]|\d{1,2}[.)．、）]|[（(]?[①-⑳一二三四五六七八九十]{1,2}[)）.．、]|"
    r"\S{1,16}[:：]|\w[\w ]{0,24}:\s)(?!agency|派遣|including)"
)
# An address in brackets behind a place's name says nothing less of it; a floor or a wing would.
_ADDRESS = late(
    r"\s?\([^()]{0,40}(?<![a-z])(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|square|sq\.?|boulevard|blvd\.?)\)(?= )|"
    r"\([^()]{0,20}(?:都|道|府|県|市|区|町|丁目)\)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: as written, folded, and where it stands (`title` or `line N`)."""

    raw: str
    text: str
    where: str


def passages(
    notice: Notice, settings: Settings, hidden: Collection[str] = (), topics: Collection[str] = ()
) -> tuple[Passage, ...]:
    """Title, first sentences, lines labelled with the name of a listed place (「仙台事業所：閉鎖」) or with one of the `topics`
    (「義援金：…に寄付します」), and what stands under a label of the wording itself (「社外公表文」).

    Other lines that a label holds are left out, whatever the label (what matches no field may be internal), and so is all
    that follows a mark such as 社内限り below the first labelled line. `hidden` are values of internal fields: a title that
    is one of them is left out too.
    """
    names = {folded(name) for site in settings.sites for name in site.names.values()}
    names |= {folded(name) for service in settings.services for name in service.names.values()}
    named = (e for e in notice.entries if _is_named(tidy(e.label), names) or tidy(e.label) in topics)
    lines = [Passage(f"{e.label}: {e.value}", folded(f"{tidy(e.label)}: {e.value}"), e.where) for e in named]
    worded = (e for e in notice.entries if is_wording(e))
    lines += [p for e in worded for line in e.value.split("\n")[:FIRST_LINES] for p in _sentences(line, e.where)]
    ours = {folded(name) for name in settings.organisation.values()}  # 「北浜電機：地震について…」 is no labelled line
    told = tuple(
        e
        for e in notice.entries
        if e.value.strip() in hidden
        or not (
            tidy(e.label) in ours
            or _SPEAKER().fullmatch(tidy(e.label))
            or _is_sentence(e)
            or marks_the_sheet(e, notice)
        )
    )
    notice = replace(notice, entries=told)
    cut = any(
        line.strip().startswith(notice.title) and line.strip() != notice.title for line in notice.text.split("\n")
    )
    title = "" if cut or notice.title.strip() in hidden else _called(notice.title, names)
    found = (*_sentences(title, "title"), *lines, *_body(notice))
    return tuple(replace(p, text=_INCLUDED().sub("", spelled_out(p.text, settings))) for p in found)


def _is_named(label: str, names: Collection[str]) -> bool:
    """Whether a label is the name of a place, or lists several."""
    parts = [part.strip() for part in _LISTED().split(label) if part.strip()]
    return label in names or (bool(parts) and all(part in names for part in parts))


def is_wording(entry: Entry) -> bool:
    """Whether a labelled line holds the words of the notice itself, as sentences: 「社外向け本文」, "customer wording"."""
    return (
        _WORDING().fullmatch(tidy(entry.label)) is not None
        and "</" not in entry.value
        and _TELLS().search(entry.value) is not None
    )


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
    begins = inside_from(notice)
    left, title = FIRST_LINES, folded(notice.title).strip()
    older = quoted_lines(notice.text) | lines_that_date(notice.text)
    spoken = []
    for number, line in enumerate(notice.text.split("\n"), 1):
        text = folded(line).strip()
        if begins is not None and number >= begins:
            break
        if number in older or not text or text == title or number in numbers or held.holds(text):
            continue
        if (row := _less_heading(line)) and held.holds(row):
            continue
        spoken.append((number, line))
    for number, line in _unwrapped(spoken)[:left]:
        yield from (p for p in _sentences(line, f"line {number}") if not says_inside(p.text))


def _less_heading(line: str) -> str:
    """A table's row of three cells and more, folded, without the first: a heading can span several rows (「概要｜期間｜…」)."""
    _, _, rest = line.partition("\t")
    return folded(rest.replace("\t", ": ")).strip() if "\t" in rest else ""


def _unwrapped(lines: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines, with those put together that a margin has cut in the middle of a sentence: (number of the first, text)."""
    joined: list[tuple[int, str]] = []
    last = 0
    for number, line in lines:
        if joined and number == last + 1 and _goes_on(joined[-1][1], line):
            before = joined[-1][1].rstrip()
            joined[-1] = (joined[-1][0], before + (" " if before[-1].isascii() else "") + line.strip())
        else:
            joined.append((number, line))
        last = number
    return joined


def _goes_on(line: str, below: str) -> bool:
    """Whether a sentence that a line leaves open goes on below it."""
    if _CLOSED().search(line) or _BEGINS().match(below):
        return False
    text = line.strip()
    if text[-1:].isascii() and below.strip()[:1].isascii():
        return below.strip()[0].islower() or below.strip()[0] in "(" or (len(text) >= _MARGIN and " " in text)
    return text.endswith(("、", "，", "は", "が", "を", "に", "で", "と", "の", "も", "へ")) or len(text) >= _MARGIN


def _sentences(line: str, where: str) -> Iterator[Passage]:
    for match in _SENTENCE().finditer(closed_up(line)):
        if match[0].strip():
            yield Passage(match[0].strip(), _plainly(match[0]), where)


def _plainly(sentence: str) -> str:
    """The sentence folded, as its patterns know it: polite forms and figures alike, addresses left out."""
    return polite(plain_numbers(_ADDRESS().sub("", folded(sentence.replace("**", ""))).strip()))


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
