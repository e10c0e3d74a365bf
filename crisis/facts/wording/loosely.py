"""What a notice says plainly in turns of phrase that the strict patterns do not know.

The strict patterns know what may stand between a place and what is said of it. Here anything may, but for another subject:
「郡山工場では、なお操業を停止しています」 is about the plant, 「郡山工場では、駐車場を閉鎖しています」 about its car park. It is
asked only where the strict patterns find nothing, and counts only where all that the notice says agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.facts.places.naming import names_of, places_in
from crisis.facts.vocabulary import Hit, hits_of
from crisis.facts.wording.passages import Passage
from crisis.facts.wording.phrases import said_terms
from crisis.facts.wording.sentences import (
    blanked,
    describes,
    hearsay,
    is_cause,
    named,
    narrowed,
    without_causes,
    without_times,
)
from crisis.facts.wording.told import Prose
from crisis.model.fact import Kind
from crisis.model.notice_type import Field
from crisis.text.late import late

# Subjects that are the place, the service or the work itself.
_ITSELF = late(
    r"(?:全|各|当|同|本|弊)?(?:業務|営業|操業|稼働|生産|建物|建屋|設備|館|社屋|ビル|安全|点検|状況|状態|通常|受け?付け?|サービス|システム|利用|画面|ページ|機能|ログイン|接続|"
    r"表示|動作|応答|処理|決済|支払い?|作業|影響|障害|不具合|事象|問題|現象|遅れ|遅延|社員|従業員|全員|皆|皆さん|皆様|方|方々|者|勤務|出社|出勤|在宅|始業|終業|時刻|時間|休業|"
    r"措置|対応|期間|日|本日|明日|当日|今後|現在|原則|引き続き|点|旨|件|事業所|拠点|工場|支社|支店|営業所|本社|店舗|センター|オフィス|臨時|全面|終日|メール|安否|電話|回線|窓口|番号|"
    r"不審|偽|第三者|外部|不正|情報|当社|弊社|会社|地震|台風|大雪|大雨|お客様|皆さま|お客さま|ご利用|来訪|来館|来社|来店|立ち入り|立入り?|入館|入構|入場|見学|開催|イベント|参加|催し|行事)"
)
_LONG_AGO = late(
    r"昨年|一昨年|先月|先週|前回の|かつて|以前|過去|去年|\b(?:last (?:year|month|week|time)|in the past|years? ago|months? ago|"
    r"weeks? ago|used to)\b"
)
_SIGNS = late(r"(?:より|から)の?(?:お?知らせ|ご?連絡|通知|ご?報告)|です")
_LAST_SUBJECT = late(r"([一-龠々ァ-ヶーa-z0-9]+|皆さん|皆さま|お客さま|ご利用)(?:は|が|を|も|の)(?=[^はがを]*$)")
# After a term that its clause tells: no new noun, only verbs and particles to the clause's end.
_TOLD = late(
    r"(?:実施|決定|継続|対応|措置|状態|状況|事象|可能|不可|発生|終了|完了|開始|続|行|頂|致|願|申し?上|受け?付け|生じ|起き|出|扱い|と?な[りっる]|つつ|"
    r"[をにとはがのでもぁ-ゖ])*(?:中|済み?|です|ます|(?:の|に関する|に関して)?の?(?:お?知らせ|ご?案内|ご?連絡|ご?報告|お願い)(?:について|です)?|について|の件(?=$))?"
    r"\s*(?:[。、!)\]】」:(\[]|$|\s)"
)
_LATIN_SUBJECT = late(
    r"([a-z']+),?\s+(?:(?:is|are|was|were|has|have|had|been|be|being|will|now|currently|still|temporarily|also|again|remains?|stays?|"
    r"must|should|please|fully|completely|very|running|therefore|to)\s+)+$"
)
_LATIN_ITSELF = late(
    r"we|it|which|that|they|there|everyone|everybody|all|staff|employees|colleagues|people|you|users?|customers?|"
    r"visitors?|who|team|office|building|site|"
    r"plant|branch|works|production|shipping|shipments?|deliver(?:y|ies)|orders?|operations?|services?|systems?|"
    r"pages?|log-?ins?|payments?|access|"
    r"portal|website|app|and|today|tomorrow|\d+"
)
_LATIN_OTHER = late(
    r"(?<![a-z])(?:car ?park|parking|canteen|cafeteria|lobby|floors?|entrances?|gates?|doors?|lifts?|elevators?|"
    r"wings?|warehouse|toilets?|rest ?rooms?|"
    r"reception|shops?|roads?|streets?|stations?|schools?|bridges?|trains?|railways?|airports?|neighbou?r\w*|"
    r"meeting|gym|library|line \d|bank|"
    r"motorway|tube|metro|buses|hall|room|kitchen|garage|courtyard|annexe?)(?![a-z])"
)
_QUESTION = late(r"(?:です|ます|ました|でしょう|のか|ない)か(?=[。、」』?)\s]|$)|\?")
# Somebody outside asked: what stands in the notice may be their words.
_ASKED = late(
    r"(?:聞|問)かれ|問われ|尋ねられ|訊かれ|質問(?:され|が(?:あ|寄せ)|を受け)|取材(?:が|を|の電話)|記者(?:から|より|が|の)|"
    r"\b(?:asked (?:us|me|whether|if|about)|reporter|journalist|wants? to know|enquiry from|inquiry from)\b"
)


def said_plainly(field: Field, prose: Prose) -> list[tuple[str, str]]:
    """The terms of a required field that the sentences say plainly, each with where it stands; none where one of them is also
    denied, or where anything is hearsay or tells what somebody asked."""
    if prose.doubtful or any(_ASKED().search(p.text) for p in prose.passages):
        return []
    terms = said_terms(field, whole=True)
    hits = [(hit, p) for p in prose.passages for hit in hits_of(p.text, terms)]
    denied = {hit.term for hit, _ in hits if hit.denied}
    told = [(hit, p) for hit, p in hits if not hit.denied and _is_plain(field, p, hit, prose)]
    return [] if denied & {hit.term for hit, _ in told} else [(hit.term, p.where) for hit, p in told]


def _is_plain(field: Field, passage: Passage, hit: Hit, prose: Prose) -> bool:
    text = passage.text
    if (
        hearsay(text)
        or _QUESTION().search(text)
        or is_cause(text, hit)
        or describes(text, hit)
        or (field.about is Kind.AREA and narrowed(text))
    ):
        return False
    if _LONG_AGO().search(text) or (field.about and _names_others(text, field.about, prose)):
        return False
    bare = _without_the_matter(text, prose)
    start = max((bare.rfind(mark, 0, hit.start) for mark in ("。", "\n", ";", ". ")), default=-1) + 1
    before = bare[start : hit.start]
    if text[hit.end - 1].isascii():
        return _is_latin_news(before, text[hit.end :])
    if not _TOLD().match(text, hit.end):
        return False
    subject = _LAST_SUBJECT().search(without_times(without_causes(before)))
    return subject is None or _ITSELF().fullmatch(subject[1]) is not None or not subject[1].strip()


def _names_others(text: str, kind: Kind, prose: Prose) -> bool:
    """Whether a sentence names somebody else's place by a name that ours has too: 「取引先の仙台事業所」."""
    settings = prose.desk.settings
    names = names_of(settings.sites if kind is Kind.SITE else settings.services)
    return kind is Kind.SITE and len(places_in(text, names)) > len(named(text, names, prose.ours))


def _is_latin_news(before: str, after: str) -> bool:
    clause = re.split(r"[.;]\s", after)[0][:80]
    if _LATIN_OTHER().search(before) or re.match(r"\s*(?:at|of|in|to)?\s*(?:the )?" + _LATIN_OTHER().pattern, clause):
        return False
    subject = _LATIN_SUBJECT().search(without_times(before) if before.strip() else "")
    if subject:
        return _LATIN_ITSELF().fullmatch(subject[1]) is not None
    return re.search(r"(?:^|\s{2,}|\b(?:to|we|please|,|not|unable|a|an|the))\s*$|[:|-]\s*$", before) is not None


def _without_the_matter(text: str, prose: Prose) -> str:
    """The text with blanks for places, services and the words of what the type requires."""
    settings = prose.desk.settings
    spans = [*places_in(text, names_of(settings.sites)), *places_in(text, names_of(settings.services))]
    found = [Hit(start, end, "", denied=False) for start, end, _ in spans]
    for field in (f for f in prose.type.fields if f.terms):
        found += hits_of(text, said_terms(field, whole=True))
    return blanked(text, found)


def named_once(kind: Kind, prose: Prose) -> Iterator[tuple[str, str]]:
    """The one listed place that the sentences name, where they name no other."""
    settings = prose.desk.settings
    names = names_of(settings.sites if kind is Kind.SITE else settings.services)
    found = [(place, p.where) for p in prose.passages for _, _, place in prose.places(p, names, strict=False)]
    if not found:  # whoever writes of "the plant" and signs for a plant writes of that one
        found = [(place, p.where) for p in prose.passages for *_, place in places_in(p.text, names)]
        found = (
            []
            if any(_names_others(p.text, kind, prose) and not _SIGNS().search(p.text) for p in prose.passages)
            else found
        )
    if len({place for place, _ in found}) == 1:
        yield found[0]
