"""Of whom a sentence says something: wages hang on it, so that an instruction for some is never made one for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crisis.facts.places.naming import names_of, places_in
from crisis.facts.places.nicknames import spelled_out
from crisis.facts.unclear import Unclear
from crisis.facts.vocabulary import Hit, spans, term_of
from crisis.facts.wording.sentences import narrowed, without_causes, without_times
from crisis.model.notice_type import NoticeType, Term
from crisis.model.settings import Settings
from crisis.text.folding import folded
from crisis.text.late import late

WHO = "who"
# Words for people, where a particle or a mark makes them whom the sentence is about, with what stands before them.
_PEOPLE = late(
    r"([^\s、。:;(（「」)はがをへ]*?)(?:方々?|者|社員|従業員|職員|メンバー|チーム|班|係|担当|スタッフ|パート|アルバイト|管理職|学生|班員|隊員|員|組|番|部|課|室|部門|部署|グループ|"
    r"ライン|フロア|階)"
    r"(?=(?:の(?:皆さん|皆様|皆さま|みなさん|方々?|社員|従業員))?(?:は|には|にて|へ|に(?:限|つい)|も|が|、|:|のみ|だけ))"
)
# What may stand before them and still mean everybody of the places that are named.
_EVERYBODY = late(
    r"(?:[\s・/&]|の|に|で|と|から|まで|より|を|へ|や|も|皆|各|全|当|同|該当|対象|勤務|所属|在勤|在籍|働|お?勤め|する|し|て|く|いる|いた|される|さ|れ|派遣|契約|嘱託|正|含|む|み|め|"
    r"社員|従業員|職員|全員|皆さま|皆様|拠点|事業所|オフィス|工場|支社|支店|営業所|本社|会社|国内|地区|エリア|地域|圏|ビル|および|及び|ならびに|始業|終業|終日|全日|当日|通常|本日|明日|来る|予定|"
    r"ある|在住|すべて|全て|あらゆる|一般)*"
)
_ADDRESS = late(
    r"(?:件名:|宛先?:|to:)?\s*(?P<who>[^。、:()はがをで]{1,30}?)(?:に(?:お勤め|勤務|所属)の|で働く|の)?(?:皆さん|皆様|皆さま|みなさん|みなさま|方々?|各位|職員|"
    r"担当者|社員|従業員|員)(?:各位|の皆さん|の皆様|の皆さま|の方)?(?:へ|宛て?)?"
)
_ADDRESS_LATIN = late(
    r"(?:(?:to|for|dear|attn|attention)\b:? ?|all )(?P<who>[^.;:]{2,50}?) (?:staff|teams?|colleagues|members|"
    r"crews?|workers|employees)\s*(?:$|[,:.!-])"
)
_ANYBODY = late(
    r"(?:[\s・/&,にの]|全|各|当|同|社|本|国内|関係|者|お?取引先?|お?客様?|社員|従業員|職員|役職員|拠点|事業所|オフィス|工場|支社|支店|営業所|本社|グループ|勤務|在籍|全員|皆|"
    r"派遣|パート|アルバイト|契約|および|及び|(?<![a-z])(?:all|our|the|dear|and|at|in|of|office|plant|branch|site|sites|offices|"
    r"agency|company)(?![a-z]))*"
)
# What an instruction is of: of our work, or of a place that nobody here knows.
_OBJECT = late(
    r"([^\s、。:;(（「」『』)）はがをへにでと*_]+)[\s*_]*を[\s、にの()]*(?:臨時|終日|全館|全面)?に?$|([a-z0-9]{2,6})[\s*_]*の\s*$"
)
_MATTER = late(
    r"(?:[当本全各同]|本日|業務|勤務|営業|仕事|操業|稼働|生産|出社|出勤|通勤|退社|帰宅|始業|終業|時刻|時間|定時|会社|働き方|体制|対応|外出|出張|移動|来社|在宅|待機|休|館|社)+"
)
# Clauses ahead of an English instruction that only say why or for when.
_WHY = late(
    r"(?:^|(?<=[.;:!]\s))\s*(?:with|because|due|as|since|following|given|owing|after|in view|in light|in response|"
    r"on account|while|now that|for)\b[^,;:]*,"
)
_ALL = late(
    r"(?:\s|[、。,.:;!?・\-()「」【】\[\]~/|#*']|"
    r"(?<![a-z])(?:all|staff|employees|everyone|everybody|colleagues|team|teams|people|who|work|works|working|at|in|"
    r"the|our|offices?|sites?|please|will|must|"
    r"are|is|be|being|to|on|from|until|and|for|of|as|so|it|s|asked|requested|advised|told|should|you|we|dear|hello|"
    r"hi|area|region|based|today|tomorrow|"
    r"therefore|including|agency|included|too|also|workers?|personnel|that|both|company|office-based|normally|your|"
    r"this|ask|request|advise|require|required|"
    r"expected|instructed|kindly|ll|re|have|has|been|decided|there|instead|again|then|now|but|not|day|shift|every|"
    r"each|site|plant|building|"
    r"if|want|would|like|need|expect|encourage|encouraged|urge|urged|can|may|able|possible|wherever|where|"
    r"whenever)(?![a-z])|\d)*"
)
_PART_LATIN = late(
    r"(?<![a-z])(?:non-essential|essential|managers?|shop ?floor|back[- ]office|sales|finance|hr|it|admin|warehouse|"
    r"production|field|part-time|some|most|few|"
    r"those|pregnant|vulnerable|volunteers?|commuters|(?:staff|employees|colleagues|people|anyone|those) (?:who|"
    r"with|on|whose)(?! work| are based| normally)|if you)(?![a-z])"
)


# People of a place: 「仙台事業所で働く皆さん」, "everyone based at Sendai Office".
_ITS_PEOPLE = late(
    r"\s?(?:(?:で|に|へ|の)?(?:お)?(?:働く|はたらく|勤務|勤め|在勤|所属|在籍|出勤|出社|就業|いる|常駐)|の?(?:各|全)?(?:社員|従業員|所員|職員|皆|みな|方|スタッフ|"
    r"メンバー|全員|各位))|"
    r"(?:'s)? (?:staff|employees|colleagues|people|teams?|workers|personnel|crews?)(?![a-z])"
)
_PEOPLE_AT = late(
    r"(?:(?:work(?:s|ing|ers?)?|based|employed|stationed|staff|employees|people|colleagues|everyone|everybody|"
    r"anyone|all|teams?|"
    r"those|personnel)(?: only)? (?:at|in|of|from|for) (?:both |our |the )*|(?:dear |to |attention |attn:? )(?:all )?)$"
)
_JOINED = late(r"(?:[\s、,・/&と]|及び|および|並びに|ならびに|と|\band\b|\bthe\b|\bour\b)*")
_EVERYONE = late(
    r"(?:全|すべて|全て|あらゆる|どなた|皆|みな|社員|従業員|役職員|所員|派遣)|\b(?:all|every\w*|any\w*|staff|employees|people|colleagues|agency)\b"
)
_ONLY_SOME = late(
    r"(?:方|人|者|員|社員|従業員|職員|拠点|事業所|勤務)(?:の(?:方|皆さん|みなさん))?(?:のみ|だけ|に限)|対象外|"
    r"\b(?:only (?:people|those|staff|employees|colleagues|everyone|anyone)|elsewhere (?:need|do|are|should))\b"
)


_JUST_PEOPLE = late(
    r"(?:[\s、,・と及び並に。.]|および|ならびに|で|の|働く|勤務|する|している|在籍|所属|お勤め|すべて|全て|社員|従業員|所員|職員|方々?|皆さん|皆さま|皆様|みなさん|全員|"
    r"各位|全|各|国内|拠点|事業所|オフィス|"
    r"者|員|を?(?:含|ふく)?(?:む|みます|め)|パート|アルバイト|契約|嘱託|派遣|[()]|"
    r"\b(?:all|everyone|everybody|staff|employees|people|colleagues|who|work|works|working|based|at|in|of|the|and|our|"
    r"offices?|sites?|including|included|agency|too)\b)*"
)
_EXCLUDES = late(
    r"対象外|のうち|除[きくい]|除外|以外|適用(?:外|し(?:ない|ません)|され(?:ない|ません))|"
    r"\b(?:except\w*|exclud\w*|other than|apart from|not (?:cover\w*|affect\w*|appl\w*|includ\w*)|n't (?:apply|"
    r"affect|cover|include))\b"
)


def of_people(text: str, spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Those of the places, named in folded text at their spans, whose people it speaks of; of places that are named in one
    breath (「仙台事業所と郡山工場で働く方」) each."""
    groups: list[list[tuple[int, int, str]]] = []
    for span in spans:
        if groups and _JOINED().fullmatch(text[groups[-1][-1][1] : span[0]]):
            groups[-1].append(span)
        else:
            groups.append([span])
    told = (g for g in groups if _ITS_PEOPLE().match(text, g[-1][1]) or _PEOPLE_AT().search(text[: g[0][0]]))
    return [span for group in told for span in group]


def site_of(value: str, settings: Settings) -> str | None:
    """The site whose people a labelled value names; None where it means everybody. Raises `Unclear`: `several-places`, and
    `narrowed` for a group that is of no listed site."""
    text = spelled_out(folded(value), settings)
    found = {place for _, _, place in places_in(text, names_of(settings.sites))}
    if len(found) > 1:
        raise Unclear("several-places")
    if not found and (_ONLY_SOME().search(text) or not _EVERYONE().search(text)):
        raise Unclear("narrowed")
    return next(iter(found), None)


def addresses_some(text: str, settings: Settings) -> bool:
    """Whether a folded line addresses some people, and not all of a place: 「経理部・人事部の皆さんへ」, "To all warehouse staff"."""
    found = _ADDRESS().fullmatch(text.strip(" 、。.:!【】[]()")) or _ADDRESS_LATIN().match(text)
    if found is None:
        return False
    who = found["who"]
    for start, end, _ in reversed(places_in(who, names_of(settings.sites))):
        who = who[:start] + who[end:]
    for name in settings.organisation.values():
        who = who.replace(folded(name), "")
    return _ANYBODY().fullmatch(who) is None


def excludes(text: str) -> bool:
    """Whether folded text says to whom something does not apply: 「夜勤の方は対象外です」."""
    return _EXCLUDES().search(text) is not None


def whom(value: str, terms: Sequence[Term], settings: Settings) -> str | None:
    """The term of the group that a labelled value names; None where it names everybody, or no more than the people of a listed
    place (「東京本社に勤務する方」). Raises `Unclear`: `several-places`, `not-understood` for anybody else, and what `term_of` does."""
    text = spelled_out(folded(value), settings)
    places = places_in(text, names_of(settings.sites))
    groups = [span for term in terms for phrase in term.matches for span in spans(folded(phrase), text)]
    rest = list(text)
    for start, end in (*((s, e) for s, e, _ in places), *groups):
        rest[start:end] = " " * (end - start)
    if _JUST_PEOPLE().fullmatch("".join(rest)) is None:
        raise Unclear("not-understood")
    if len({place for _, _, place in places}) > 1:
        raise Unclear("several-places")
    return (
        term_of(text.replace("(", " ").replace(")", " "), terms) if groups else None
    )  # 「全員（派遣の方を含みます）」


def only_some(text: str) -> bool:
    """Whether folded text says that it is for some people and not for others."""
    return _ONLY_SOME().search(text) is not None


def for_all_named(text: str, hit: Hit, places: Iterable[tuple[int, int]], notice_type: NoticeType) -> bool:
    """Whether folded text says the hit's term of everybody at the places that are facts (their spans), or of a group that a
    field of the type names; anyone else narrows it, and so does an exception that no field holds."""
    begin = max(text.rfind(mark, 0, hit.start) for mark in ("。", "\n", "; "))
    rest = list(text[: hit.start])
    for start, end in (*places, *_known(text, notice_type)):
        rest[start:end] = " " * len(rest[start:end])
    before = "".join(rest)[begin + 1 :]
    if narrowed(_without_known(text, notice_type)):
        return False
    said = without_causes(without_times(_WHY().sub(" ", before)))
    objects = [found[1] or found[2] for found in _OBJECT().finditer(said)]
    if any(not (_EVERYBODY().fullmatch(words) or _MATTER().fullmatch(words)) for words in objects):
        return False
    if text[hit.end - 1].isascii():
        return _ALL().fullmatch(said) is not None
    return all(_EVERYBODY().fullmatch(found[1]) for found in _PEOPLE().finditer(said)) and not _PART_LATIN().search(
        said
    )


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
