"""A state as usual that the notice takes back elsewhere: a closure that is told of something in the place, or a leave not given yet.

「ショールームを閉館します。22日から通常どおり」 opens the showroom alone, 「全館通常どおり。消防の許可はまだ出ていません」 nothing.
Where all is said to be well, one sentence that speaks of less is enough to wait for a person.
"""

from __future__ import annotations

from collections.abc import Sequence

from crisis.facts import doubts
from crisis.facts.vocabulary import hits_of
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.phrases import said_terms
from crisis.model.fact import Facts, Kind
from crisis.model.finding import Finding
from crisis.model.notice_type import Field, NoticeType
from crisis.text.late import late

AS_USUAL = frozenset({"open", "as-usual", "restored", "normal", "resumed", "as-planned"})
"""Terms that say that all is well: none is ever taken because nothing else fits, or against another sentence."""

_NOT_YET = late(
    r"(?:許可|確認|承認|点検|検査|結果|判断|決定|発表|見通し|解除)[^。\n]{0,24}?(?:まだ|未だ|正式には)[^。\n]{0,16}?(?:いません|ない|おりません)|"
    r"(?:まだ|未だ)[^。\n]{0,12}?(?:許可|承認|確認|点検|検査|解除)[^。\n]{0,12}?(?:いません|ない|ません)|"
    r"\b(?:permission|clearance|approval|inspection|confirmation|the all-clear)\b[^.\n]{0,60}?"
    r"\b(?:not (?:yet )?(?:been )?|has yet to|pending|awaited|outstanding)|"
    r"\b(?:not yet|have not|has not|hasn't|haven't) (?:been )?(?:given|got|received|cleared|confirmed|approved|inspected|allowed)\b|"
    r"\bstill (?:waiting|awaiting)\b"
)
_BEFORE = late(r"てい?ま?した|ておりました|でした|だった|\b(?:was|were|had been|earlier|previously)\b")


def taken_back(notice_type: NoticeType, facts: Facts, passages: Sequence[Passage]) -> tuple[Finding, ...]:
    """A doubt where a field says that all is as usual of a place and a sentence says less."""
    for field in notice_type.fields:
        fact = facts.get(field.name)
        if fact is None or fact.value not in AS_USUAL or not field.required:
            continue
        if any(_NOT_YET().search(passage.text) or _says_less(field, passage) for passage in passages):
            return (doubts.unclear("several-terms", field.name, fact.where),)
    return ()


def _says_less(field: Field, passage: Passage) -> bool:
    """Whether a sentence states a term more cautious than all those of a place that is as usual, and not of the past."""
    if field.about is not Kind.SITE or _BEFORE().search(passage.text):
        return False
    told = {hit.term for hit in hits_of(passage.text, said_terms(field, whole=True)) if not hit.denied}
    return bool(told) and not told & AS_USUAL
