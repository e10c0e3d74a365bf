"""What people write into the reviews after incidents and rehearsals, read back: items to improve, and lessons for the card.

A review is Markdown that people edit: `- [ ] what | owner: who | due: 2026-12-01` is an item, ticked `[x]` once it is done;
`- ○ …` is something to do every time, `- × …` something never to do again. What a rehearsal proposes ends with `| #mark`: by it
an item is known again that another review says in another language, or that people have put in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_ITEM = re.compile(
    r"^- \[(?P<box>[ xX])\] (?P<what>[^|]*?)\s*(?:\|(?P<owner>[^|]*?)\s*)?(?:\|(?P<due>[^|]*?)\s*)?(?:\|.*)?$"
)
_MARK = re.compile(r"\|\s*#(?P<mark>[^\s|]+)\s*$")
_LABEL = re.compile(r"^[^:：]*[:：]\s*")
_DAY = re.compile(r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})")
_LESSON = re.compile(r"^[-*] (?P<sign>[○◯〇OＯ×✕✗XＸ])\s+(?P<words>\S.*)$")
_DO = frozenset("○◯〇OＯ")


@dataclass(frozen=True)
class ReviewItem:
    """Something to improve: what, its owner and when it is due as people wrote them, and the `day` that was understood. `mark` is
    empty for what people wrote themselves."""

    line: str
    what: str
    owner: str
    due: str
    done: bool
    mark: str = ""

    @property
    def day(self) -> date | None:
        """The day on which it is due; None where no calendar day stands there."""
        found = _DAY.search(self.due)
        try:
            return date(*(int(part) for part in found.groups())) if found else None
        except ValueError:
            return None

    def is_same(self, other: ReviewItem) -> bool:
        """Whether both are one item: they bear one mark, or say the same."""
        return self.what == other.what or (bool(self.mark) and self.mark == other.mark)

    def overdue(self, today: date) -> bool:
        """Whether its day is past."""
        return self.day is not None and self.day < today


@dataclass(frozen=True)
class Lessons:
    """What to do every time, and what never again, as people wrote it."""

    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()


def items(text: str) -> list[ReviewItem]:
    """The items of one review, in its order; lines without words are none."""
    found = (match for line in text.splitlines() if (match := _ITEM.match(line)))
    return [_item(match) for match in found if match["what"].strip()]


def _item(match: re.Match[str]) -> ReviewItem:
    owner, due = (_LABEL.sub("", (match[name] or "").strip()).strip() for name in ("owner", "due"))
    marked = _MARK.search(match[0])
    return ReviewItem(
        match[0], match["what"].strip(), owner, due, done=match["box"] != " ", mark=marked["mark"] if marked else ""
    )


def open_items(reviews: Iterable[str]) -> list[ReviewItem]:
    """What nobody has ticked, each once, of reviews from the oldest on; the newest word on an item counts."""
    newest: list[ReviewItem] = []
    for item in (item for review in reviews for item in items(review)):
        newest = [known for known in newest if not known.is_same(item)] + [item]
    return [item for item in newest if not item.done]


def lessons(reviews: Iterable[str]) -> Lessons:
    """What all reviews say to do and not to do, each once, the newest last."""
    found = [match for review in reviews for line in review.splitlines() if (match := _LESSON.match(line))]
    told = {
        sign: dict.fromkeys(m["words"].strip() for m in found if (m["sign"] in _DO) is sign) for sign in (True, False)
    }
    return Lessons(tuple(told[True]), tuple(told[False]))


@dataclass(frozen=True)
class Case:
    """One review, as somebody looks it up later: its title, what was to be improved, and what it has taught."""

    title: str
    items: tuple[ReviewItem, ...]
    lessons: Lessons


def case(text: str) -> Case:
    """A review as a case; its title is its first heading, else its first line with words."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    heading = next((line for line in lines if line.startswith("#")), next(iter(lines), ""))
    return Case(heading.lstrip("# "), tuple(items(text)), lessons([text]))
