"""A state as usual that the notice takes back elsewhere: a closure that is told of something in the place, or a leave not given yet.

「ショールームを閉館します。22日から通常どおり」 opens the showroom alone, 「全館通常どおり。消防の許可はまだ出ていません」 nothing.
Where all is said to be well, one sentence that speaks of less is enough to wait for a person.
"""

from __future__ import annotations

from collections.abc import Sequence

from crisis.facts import doubts
from crisis.facts.matching import Given
from crisis.facts.places.naming import names_of
from crisis.facts.vocabulary import hits_of
from crisis.facts.wording.audience import addresses_some
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.phrases import said_terms
from crisis.facts.wording.sentences import named
from crisis.model.fact import Facts, Kind
from crisis.model.finding import Finding
from crisis.model.notice_type import Field, NoticeType
from crisis.model.settings import Settings
from crisis.text.folding import folded
from crisis.text.late import late

AS_USUAL = frozenset({"open", "as-usual", "restored", "normal", "resumed", "as-planned"})
"""Terms that say that all is well: none is ever taken because nothing else fits, or against another sentence."""

EVERYBODY = frozenset({"everyone", "all-staff"})
_RESTART = late(r"再開|restart|resum|reopen")
PLANNED = frozenset({"maintenance", "maintenance-cancelled"})

_NOT_YET = late(
    r"(?:許可|確認|承認|点検|検査|結果|判断|決定|発表|見通し|解除)[^。\n]{0,24}?(?:まだ|未だ|正式には)[^。\n]{0,16}?(?:いません|ない|おりません)|"
    r"(?:まだ|未だ)[^。\n]{0,12}?(?:許可|承認|確認|点検|検査|解除)[^。\n]{0,12}?(?:いません|ない|ません)|"
    r"\b(?:permission|clearance|approval|inspection|confirmation|the all-clear)\b[^.\n]{0,60}?"
    r"\b(?:not (?:yet )?(?:been )?|has yet to|pending|awaited|outstanding)|"
    r"\b(?:not yet|have not|has not|hasn't|haven't) (?:been )?(?:given|got|received|cleared|confirmed|approved|"
    r"inspected|allowed)\b|"
    r"\bstill (?:waiting|awaiting)\b"
)
_HAMPERED = late(
    r"(?:休止|終了|中止|停止|制限|閉鎖|縮小)(?:し(?!た|まし)|いた|と(?:し|な|いた|させ)|です|中|とする|。|$)|(?:でき|いただけ|使え|入れ|ご覧になれ)(?:ません|ない)|遅らせ|繰り下げ|"
    r"\b(?:suspended|stopped|unavailable|cannot|can't|not (?:available|possible|be)|no entry|put back|delayed|"
    r"out of (?:use|order|service))\b"
)
_NO_HARM = late(
    r"(?:影響|被害|けが人?|怪我人?|問題|異常|心配|支障|変更|必要|おそれ)(?:は|も|が)?(?:一切|全く|特に)?(?:確認されて)?[^。、]{0,6}(?:ません|ない|なし)|解除[^。]*"
)
_BEFORE = late(r"てい?ま?した|ておりました|でした|だった|\b(?:was|were|had been|earlier|previously)\b")


# Not of the place itself, of one of several, or not of all its people.
_NEXT_DOOR = late(
    r"(?:隣|向かい|近く|近隣|付近|周辺|近所|裏|並び)(?:の|に(?:ある|立つ))?[^。、\n]{0,10}?(?:建物|ビル|店|住宅|家|民家|工場|倉庫|敷地|マンション|施設)?(?:で|の|から)|"
    r"\b(?:neighbou?ring|nearby|adjacent|adjoining|next[- ]door|opposite|across the (?:road|street))\b"
)
_ONE_OF = late(
    r"\bone (?:at|of them at|on|from)\b[^.\n]{0,40}\b(?:one|the other|another)\b|"
    r"一方は[^。\n]{0,40}(?:もう一方|他方)|どちらか(?:一方)?(?:は|が)"
)
_SOME_COME = late(
    r"^only (?:the |those )?[^.]{0,40}\b(?:comes?|works?|stays?|are|is)\b|(?:のみ|だけ)(?:が|は)?(?:、)?(?:出社|出勤|勤務|残)"
)


_TO_ALL = late(
    r"全社(?!会)|全(?:社員|従業員|拠点|事業所)|国内(?:の)?(?:全|すべて)|すべての(?:拠点|事業所|社員)|"
    r"\b(?:all|every) (?:staff|employees|colleagues|offices|sites|locations)|\b(?:company|group)-?wide\b|\bwhole company\b"
)
_THIS_PLACE = late(
    r"当(?:事務所|事業所|工場|支社|支店|営業所|センター|店|拠点|ビル)|\b(?:our|this) (?:office|plant|branch|site|building|warehouse|hub)\b"
)
# What was taken for an event and was none.
_NO_EVENT = late(
    r"誤報|誤作動|誤認|誤って(?:作動|発報|鳴)|いたずらと(?:判明|分か|わか)|"
    r"\bfalse alarms?\b|\bturned out to be (?:a |an )?(?:false|hoax|harmless|nothing|error)|\b(?:was|were) (?:a )?(?:hoax|harmless)\b"
)


def taken_back(
    notice_type: NoticeType, facts: Facts, passages: Sequence[Passage], settings: Settings
) -> tuple[Finding, ...]:
    """A doubt where a required term is taken back by a sentence: all is as usual and one says less; what happened did not, or next door;
    of two places one is meant; of the people some."""
    for field in notice_type.fields:
        fact = facts.get(field.name)
        if fact is None or field.kind is not Kind.TERM or not field.required:
            continue
        if fact.value in AS_USUAL and any(
            _NOT_YET().search(p.text) or _is_hampered(field, p) or _says_less(field, p) for p in passages
        ):
            return (doubts.unclear("several-terms", field.name, fact.where),)
        if fact.value not in AS_USUAL and any(_NO_EVENT().search(p.text) for p in passages):
            return (doubts.unclear("negated", field.name, fact.where),)
        if any(_ONE_OF().search(p.text) for p in passages) or _happened_elsewhere(
            notice_type, field, str(fact.value), passages
        ):
            return (doubts.unclear("several-places", field.name, fact.where),)
        if (
            field.about is Kind.AREA
            and not facts.get("exceptions")
            and any(_SOME_COME().search(p.text) for p in passages)
        ) or (field.about is Kind.AREA and _to_some(facts, passages, settings)):
            return (doubts.unclear("narrowed", field.name, fact.where),)
    return _for_a_place(notice_type, facts, passages, settings)


def _for_a_place(
    notice_type: NoticeType, facts: Facts, passages: Sequence[Passage], settings: Settings
) -> tuple[Finding, ...]:
    """The doubt about what people are told, where the notice speaks of places of ours and the facts name none: it would be told to
    the people of all."""
    placed = [f for f in notice_type.fields if f.kind in (Kind.SITE, Kind.AREA)]
    of_people = any(f.about is Kind.AREA or f.people for f in notice_type.fields)
    if not of_people or any(facts.get(f.name) for f in placed) or any(_TO_ALL().search(p.text) for p in passages):
        return ()
    names = names_of(settings.sites)
    where = next((p.where for p in passages if named(p.text, names) or _THIS_PLACE().search(p.text)), None)
    required = next(f.name for f in (*placed, *notice_type.fields))
    return (doubts.unclear("narrowed", required, where),) if where else ()


def _to_some(facts: Facts, passages: Sequence[Passage], settings: Settings) -> bool:
    """Whether a line addresses some people whom no fact names."""
    who = facts.get("who")
    named = who is not None and who.value not in EVERYBODY
    return not named and any(addresses_some(p.text, settings) for p in passages)


def _happened_elsewhere(notice_type: NoticeType, field: Field, term: str, passages: Sequence[Passage]) -> bool:
    """Whether every sentence that tells of an event at a site tells it of what stands beside the site."""
    said = (phrase for each in field.terms if each.id == term for phrase in each.matches)
    if field.safest_first or notice_type.field_named("site") is None or any(map(_is_next_door, said)):
        return False
    telling = [
        p
        for p in passages
        if any(h.term == term and not h.denied for h in hits_of(p.text, said_terms(field, whole=True)))
    ]
    return bool(telling) and all(_is_next_door(p.text) for p in telling)


def _is_next_door(text: str) -> bool:
    return _NEXT_DOOR().search(folded(text)) is not None


def _is_hampered(field: Field, passage: Passage) -> bool:
    """Whether a sentence tells of anything at a place that is as usual that it ends, rests or cannot be done."""
    if field.about is not Kind.SITE or _BEFORE().search(passage.text):
        return False
    return _HAMPERED().search(_NO_HARM().sub("", passage.text)) is not None


def _says_less(field: Field, passage: Passage) -> bool:
    """Whether a sentence states a term more cautious than all those of a place that is as usual, and not of the past."""
    if field.about not in (Kind.SITE, Kind.SERVICE) or _BEFORE().search(passage.text):
        return False
    told = {hit.term for hit in hits_of(passage.text, said_terms(field, whole=True)) if not hit.denied}
    return bool(told - PLANNED) and not told & AS_USUAL


def restart_as_span(given: Sequence[Given], facts: Facts) -> tuple[Finding, ...]:
    """A doubt where the day of a restart would be told as the days of a stop."""
    status = facts.get("status")
    lines = [g.entry for g in given if g.field.kind is Kind.PERIOD and _RESTART().search(folded(g.entry.label))]
    if not lines or status is None or status.value in AS_USUAL or facts.get("period") is None:
        return ()
    return (doubts.unclear("several-terms", "period", lines[0].where),)
