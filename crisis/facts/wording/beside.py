"""What a notice says beside its matter: of whom or what all is as usual, though something else is not.

「受注システムは通常どおりご利用いただけます」 below a notice on the portal, 「大阪支社は対象外です」, "The web shop is not affected."
Left out, what is said of the rest stays true; taken along, it makes one thing out of two. It is asked only where a notice
cannot be read as a whole, and never drops what names the only place, or the same as another sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crisis.facts.places.naming import names_of, places_in
from crisis.facts.times.parser import says_time
from crisis.facts.wording.passages import Passage
from crisis.model.settings import Settings
from crisis.text.late import late

_USUAL = (
    r"(?:これまで|従来|いつも|平常|通常|普段)(?:の)?(?:どおり|通り)[^、。は]{0,16}|(?:全く|まったく|特に)?影響(?:は|も)?(?:ござい|あり)?(?:ません|ない|なし)|"
    r"影響(?:は|を)?受け(?:て(?:い|おり)?)?ません|(?:適用)?(?:の)?対象外(?:です|とします|となります)?|対象(?:では|に(?:は)?|"
    r"と(?:は)?)[^、。]{0,4}(?:ありません|ない|含み?ません|なりません)|"
    r"(?:問題なく|引き続き|変わらず|現在も|これまで同様)、?[^、。は]{0,14}(?:いただけます|できます|になれます|しています|しております|します)|"
    r"正常(?:に|です)[^、。は]{0,12}|休まず[^、。は]{0,8}|(?:ご?利用|お使い|ご?購入|ご?注文)(?:いただけ|でき|になれ)ます"
)
_TOPIC = r"(?:なお|また|ただし|一方|その他|ほか|他)?、?(?P<topic>[^、。は]{1,40}?)(?:(?:に(?:つい|つきまし|関し)て|で|に|へ)?(?:は|も))、?"
_CLAUSE = late(rf"(?:(?<=。)|(?<=、)|(?<=;)|^)\s*{_TOPIC}(?:{_USUAL})(?=[、。)]|$)")
_IN_BRACKETS = late(rf"\((?P<topic>[^、。は()]{{1,40}}?)(?:は|も)、?(?:{_USUAL})\)")
_LATIN = late(
    r"(?:^|(?<=[.;,:(] )|(?<=\())(?:but |and |while |note that |however,? )*(?P<topic>[^.;:()]{2,80}?) (?:is|are|"
    r"was|were|remains?|stays?|will be|"
    r"will remain|continues?|operates?|runs?|works?|can be|has not been|have not been|do(?:es)?)\s*"
    r"(?:(?:not |un|n't )(?:be(?:en)? )?(?:affected|impacted|included|covered|apply|concerned|touched)|"
    r"(?:to (?:be |work |operate |run )|(?:operat|work|runn)ing |available |open |used |fully |in )*(?:as usual|"
    r"as normal|normally|as before))"
    r"[^.;:()]{0,30}(?=[.;)]|$)"
)
_A_PART = late(
    r"\d\s?階|フロア|別棟|[東西南北本新旧]館|棟|ロビー|ショールーム|売店|食堂|駐車場|受付|窓口|店舗|"
    r"(?<![a-z])(?:floors?|wing|building|ground|lobby|showroom|reception|canteen|car park|shop)(?![a-z])"
)
_A_GROUP = late(
    r"日勤|夜勤|シフト|[^\s、]班|[一-龠](?:部|課|室|係)|管理職|パート|派遣|\bshifts?\b|\b(?:staff|teams?|managers?|workers)\b"
)
_THE_REST = late(
    r"(?:その他|他の|それ以外|上記以外|ほかの)|\b(?:everything else|everyone else|all others?|(?:all )?other|the rest|others)\b"
)


_A_CHANNEL = late(
    r"電話|メール|オンライン|ウェブ|サイト|アプリ|ネット|出荷|配送|発送|物流|納品|生産|注文|"
    r"\b(?:phones?|calls?|online|web\w*|app|e-?mails?|orders?|deliver(?:y|ies)|shipments?|shipping|production)\b"
)


_AN_AREA = late(r"(?:向け|方面|地方|地域|エリア)|\b(?:area|region|prefectures?)\b")


def less_beside(passages: Sequence[Passage], settings: Settings) -> tuple[Passage, ...]:
    """The sentences, less what they say of other places and services that are as usual."""
    names = {**names_of(settings.sites), **names_of(settings.services)}
    kept = []
    for passage in passages:
        others = " ".join(p.text for p in passages if p is not passage)
        text = passage.text
        for start, end, topic in reversed(list(_asides(text, names))):
            rest = text[:start] + text[end:]
            if _is_other(topic, f"{rest} {others}", names):
                text = rest
        if text.strip(" 、。.,;()"):
            kept.append(passage if text == passage.text else replace(passage, text=text.strip(" 、,;")))
    return tuple(kept)


def _asides(text: str, names: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    """The clauses that say of something that it is as usual: their spans, and what they are about."""
    plain = text
    for start, end, _ in places_in(text, names):
        plain = plain[:start] + "〓" * (end - start) + plain[end:]  # きたは is no topic of きたはまサポート
    for pattern in (_CLAUSE, _IN_BRACKETS, _LATIN):
        for found in pattern().finditer(plain):
            yield found.start(), found.end(), text[slice(*found.span("topic"))]


def _is_other(topic: str, rest: str, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether what a clause is about is nothing that the rest speaks of, and the rest speaks of a listed place itself."""
    if _A_PART().search(_unnamed(topic, names)) or says_time(topic):
        return False
    if _A_GROUP().search(topic) and not _A_GROUP().search(rest):
        return False  # then the rest would be told to everybody
    if _AN_AREA().search(topic):
        return _AN_AREA().search(rest) is not None
    told = {place for _, _, place in places_in(rest, names)}
    about = {place for _, _, place in places_in(topic, names)}
    if about:
        return bool(told) and not about & told
    known = _THE_REST().search(topic) or _A_GROUP().search(topic) or _A_CHANNEL().search(topic)
    return bool(told) and known is not None and topic.strip() not in rest


def _unnamed(topic: str, names: Mapping[str, Sequence[str]]) -> str:
    """The topic less the names in it: a web shop is no shop."""
    for start, end, _ in reversed(places_in(topic, names)):
        topic = topic[:start] + topic[end:]
    return topic
