"""Of whom a sentence says something: wages hang on it, so that an instruction for some is never made one for all."""

from __future__ import annotations

from collections.abc import Iterable

from crisis.facts.late import late
from crisis.facts.sentences import narrowed, without_causes, without_times
from crisis.facts.vocabulary import Hit, spans
from crisis.model.notice_type import NoticeType
from crisis.text.folding import folded

# What may stand before an instruction for everybody of the places that are named beside it.
_ALL = late(
    r"(?:\s|[、。,.:;!?・\-()「」【】\[\]~/|#*]|の(?:皆|方|社員|従業員|勤務)?|皆(?:さん|様|さま)?|みなさん|みなさま|社員|従業員|職員|全員|全社員|各位|方々?|派遣|契約|嘱託|"
    r"含み?(?:みます|みまして|む)|各?(?:全?拠点|事業所|オフィス)|(?:勤務|所属|在勤)|始発|終日|全日|当日|同日|原則|下記|以下|とおり|通り|標記|件|お知らせ|取扱い?|取り扱い|について|"
    r"もって|つき|まし|ては|では|にて|よる|より|対象|ため|ので|から|まで|以降|本日|当社|弊社|お疲れ(?:さま|様)です|重要|緊急|至急|ず|へ|は|を|に|が|で|と|も|や|、|する|した|し|て|"
    r"(?<![a-z])(?:all|staff|employees|everyone|everybody|colleagues|team|people|who|work|works|working|at|in|the|our|offices?|sites?|please|will|must|"
    r"are|is|be|to|on|from|until|and|for|of|as|so|it\'?s|asked|you|we|dear|hello|hi|area|region|based|today|tomorrow|therefore|including|agency|included|too|also)(?![a-z]))*"
)


def for_all_named(text: str, hit: Hit, places: Iterable[tuple[int, int]], notice_type: NoticeType) -> bool:
    """Whether folded text says the hit's term of everybody at the places that are facts (their spans), or of a group that a
    field of the type names; anyone else narrows it, and so does an exception that no field holds."""
    begin = max(text.rfind(mark, 0, hit.start) for mark in ("。", "\n", "; "))
    rest = list(text[: hit.start])
    for start, end in (*places, *_known(text, notice_type)):
        rest[start:end] = " " * len(rest[start:end])
    before = without_causes(without_times("".join(rest)[begin + 1 :]))
    return _ALL().fullmatch(before) is not None and not narrowed(_without_known(text, notice_type))


def _known(text: str, notice_type: NoticeType) -> list[tuple[int, int]]:
    """Where the phrases of the type's other terms stand: whoever they name is named by a fact."""
    fields = (f for f in notice_type.fields if f.terms and not f.required)
    phrases = {folded(phrase) for field in fields for term in field.terms for phrase in (*term.prose, *term.matches)}
    return [span for phrase in phrases for span in spans(phrase, text)]


def _without_known(text: str, notice_type: NoticeType) -> str:
    """The text less the exceptions that a field of the type holds."""
    field = notice_type.field_named("exceptions")
    for term in field.terms if field else ():
        for start, _ in [span for phrase in (*term.prose, *term.matches) for span in spans(phrase, text)]:
            text = text[:start]
    return text
