"""What a sentence states outright of a listed place, as against what it only mentions.

「仙台事業所を閉鎖します」 closes the place; 「仙台事業所の駐車場を閉鎖します」, 「仙台事業所は、3階を閉鎖」 and "Sendai Office: the car
park is closed" do not. Whatever these patterns do not know is not stated: a miss is better than an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from crisis.facts.places.naming import another, places_in
from crisis.facts.times.lexer import as_read, tokens
from crisis.facts.times.words import Tok, Token
from crisis.facts.vocabulary import Hit, hits_of
from crisis.model.notice_type import Term
from crisis.text.late import late

# What follows the name of a place that a sentence is about as a whole; a place's department speaks for it and is not it.
_WHOLE = late(
    r"(?:\s+(?=[^\sa-z])|\s*-+\s)|"
    r"\s*(?:(?:は|を|が|に(?:つ|関|お|て)|では?(?=[、\d一-龠ァ-ヶ])|へ|も|、|。|$|[:(\[「」)\]|&]|と|及び|および|並びに|ともに)|の(?:臨時|全館|一時|休|閉|"
    r"営業|業務|操業|入館|本日|明日|今後|当面|"
    r"状況|再開|開|利用|件|障害|不具合|停止|復旧|接続|ログイン|電話|通常)|(?:臨時|全館)?(?:閉鎖|休業|休館|再開|営業)|and\b|(?:is|are|will|has|have|was|"
    r"remains?|stays?|reopen\w*|opens?|opening|closed?|closes|closing|closure|shuts?|shutting|finish\w*|starts?|"
    r"resum\w*|operat\w+|to (?:close|open|reopen|shut)|(?:at|from) \d|status|now)\b|[,.-])"
)
# What may stand before its name: nothing, a mark, particles and times; after 取引先の or another company's name it is theirs.
_OPENS = late(
    r"(?:(?<!である)[ぁ-んー]|日|時|分|現在|当社|弊社|重要|緊急|至急|速報|報|総務|"
    r"(?<![a-z])(?:the|our|at|in|from|and|or|that|all|now|currently|today|tomorrow|as|for|to|because|since|while|"
    r"says|said))$"
)
_OURS = late(r"(?:当社|弊社|わが社|我が社|自社|本日|今日|明日|日|月|現在)$")
_HEARSAY = late(
    r"噂|うわさ|報道|デマ|誤報|誤り|未確認|事実では|と聞い|らしい|模様|みたいです|そうです|"
    r"\b(?:rumou?rs?|reportedly|(?:people|they) say|said to|allegedly|apparently|heard|false|unconfirmed|"
    r"not (?:been )?confirmed)\b"
)
_SEEMS = late(r"らしい|みたいです|そうです|\bapparently\b")
_CALL_AT = late(
    r"(?:\bby (?:phone|telephone) (?:to|through|via|at)|"
    r"\b(?:please|or|and|can|may|to|still) (?:call|ring|phone|contact|ask))(?: the| our)? ?$"
)
_TO_CALL = late(
    r"\s*(?:\([^()]*\)|[\d-]{9,})?\s*(?:へ|に|まで)(?:は)?(?:、)?(?:お|ご)?(?:電話|連絡|問い?合わ?せ|相談|申し付け)(?:を|くだ|いた|願|下さ)"
)
_SENDER = late(
    r"\s?(?:[一-龠ァ-ヶー]{1,6}(?:部|課|室|係|長|グループ|センター)|より(?:お知らせ|連絡|通知)|からの?(?:お知らせ|連絡|通知)|発(?:[\s:]|$)|です(?!が)|\s?担当)"
)
# Between a place and what is said of it: particles, words of extent that change nothing, and a cause.
_BETWEEN = late(
    r"[\sをがはもにので、:|・「」-]*(?:(?:をもって|もって|へ|件|電話|サービス|障害|不具合|状態|事象|状況|とおり|通り|点検を終え|につきまして|について|においては|臨時|全館|全面|終日|全日|"
    r"引き続き|現在|営業|業務|建物)[\sをがはもにので、:]*)*"
)
_BETWEEN_LATIN = late(
    r"[\s,:|()-]*(?:(?:building|and|is|are|will|be|been|has|have|had|remains?|stays?|now|temporarily|fully|again|"
    r"currently|still|also|status)"
    r"[\s,:|()-]*)*"
)
_CAUSE = late(
    r"[^、。をは]*(?:ため|により|によって|に伴い|にともない|の影響で|を受け(?:て|、)|ことから|ことにより|を踏まえ|の影響により)、?|"
    r"[^。]*ので、|^.*[,;] so (?=it)"
)
# After a term that is the sentence's news.
_NEWS = late(
    r"(?:を|に|と|は|が|の|で)?(?:実施|決定|対応|措置|状態|事象|状況|不具合|問題|障害|現象|と?な[りっる]|させて|いただ)*"
    r"(?:いた|致|しま|し(?:て(?:い|お)り?)?ます|する|しました|してい|し(?=[。、]|$)|中|です|ます|とな|が発生|のお?知らせ|お知らせ|のご案内|ご案内|について|に関する|とします|"
    r"決定|[\s。、)\]】!]|$)"
)
_ASIDE = late(r"\s*\([^()]{1,30}\)")  # 「閉鎖（3月27日まで）について」
_PLACE_AFTER = late(
    r"\s+(?:to|for|of|at|on|in)\s+(?:the\s+)?|(?<=closing|hutting)\s+(?:the\s+)?|(?<=close)\s+(?:the\s+)?"
)
_NEWS_LATIN = late(
    r"\b(?:report of (?:a|an)|there (?:is|has been) (?:a|an)|it has been) $|"
    r"(?:\b(?:is|are|be|been|remains?|stays?|now|has|have|we|we're|will|must|to)"
    r"(?: (?:temporarily|currently|fully|again|now|be|remain|stay))? |"
    r"[:|] ?|- |office |branch |plant )$"
)
_REQUEST = late(
    r"(?:に|で|へ|から)?(?:直接|必ず)?(?:返信|回答|登録|連絡|報告|入力)*(?:して|を)?(?:ください|下さい|お願い)"
)
# A clause that only describes a noun tells what came before: 「停止していた生産」.
_DESCRIBES = late(
    r"(?:が|を)?(?:届|来|受け取っ|受信し)(?:い)?(?:て|た)も|(?:[しさ]?(?:れ)?て?(?:い|おり?)?(?:まし)?た|している|しております|されていた|中の|時の|時は|後の|前の|"
    r"際の|に関する(?!お?知らせ|ご?案内|ご?連絡)|についての(?!お?知らせ|"
    r"ご?案内|ご?連絡))(?=[一-龠ァ-ヶa-z])"
)
_CAUSES = late(
    r"(?:第?\d{1,2}号)?(?:特別)?(?:警報|注意報)?(?:の|に|が|は)?(?:接近|通過|上陸|発生|発令|発表|影響|被害|継続|流行|拡大|予報|予想|おそれ|恐れ|"
    r"(?:続い|出|発令され|発表され)て(?:いる|おります|おり)|続く)?(?:の|に|が|した|による)?"
    r"(?:ため|為|により|によって|による|に伴|にともな|の影響|を受け|で、|に際し|を踏まえ|が始ま|に備え)"
)
_CAUSES_LATIN = late(
    r"\b(?:due to|because of|owing to|following|caused by|on account of|after)"
    r"(?: (?:the|a|an|today's|this morning's|last night's|approaching))* $"
)

_PART_AFTER = late(
    r"の?\s?(?:第?\s?[0-9a-z一二三四五六七八九十]{1,2}|[東西南北本新旧別])\s?(?:工場棟|号館|号棟|号機|棟|館|階|フロア|ライン|倉庫|ドック|番ゲート)(?!以外)|"
    r"(?:'s|,)? (?:dock|floor|building|line|gate|block|wing|warehouse) (?:no\.? ?)?[0-9a-z]{1,2}(?![a-z0-9])"
)
_CAME = late(
    r"(?:の)?(?:が|に|は)?(?:発生(?:しました|した|して)|ありました|あった|起き|見舞われ|発令|襲)|で被災|の被害|の被災"
)
_CAME_LATIN = late(
    r"\s+(?:of [\w. ]{1,20} )?(?:struck|hit|occurred|shook|happened|has hit|has struck|in [a-z]+ (?:has|have|which|,))"
)
# "The canteen at Koriyama Plant is closed" closes the canteen; operations there are the place's own.
_PART_OF = late(
    r"(?<![a-z])(?!(?:is|are|was|were|be|been|operations?|production|works?|business|staff|everyone|everybody|"
    r"people|all|open|closed)(?![a-z]))"
    r"[a-z]+ (?:at|in|of|inside) (?:the |our )?$"
)
_LEAVES_OUT = late(r"除[きくい]|以外|のみ|だけ|限[りる]|限定|一部|\b(?:except|only|other than|apart from)\b")
_REST = late(
    r"(?:[\sをはにのとが、。:]|臨時|全館|期間|下記|以下|とおり|通り|いたし|致し|させて|いただき|ます|します|しま|し|です)*"
)


_WE = late(
    r"[\s,:()-]*(?:(?:we|it|they|the (?:office|plant|branch|site|building)|'?ve|'?re|'ll|and|so|"
    r"is|are|will|be|been|has|have|remains?|stays?|now|again|currently|still|also|then|from|fully)[\s,:()-]*)*"
)
# A clause between a place and what is said of it that tells what came before: 「点検が終わり、」「停電が続いているため、」.
_CLAUSE = late(r"[^、。は]*(?:[りしえてでけいきた]|ため|ので|ですが|ましたが|つき|の件)")


def hearsay(text: str) -> bool:
    """Whether folded text tells what others say, or that something is not true: then nobody knows which of it is."""
    return _HEARSAY().search(text) is not None


def guesses(text: str) -> bool:
    """Whether folded text only says how something seems (「操作があるらしい」): of that alone is it no news."""
    return _SEEMS().search(text) is not None and not hearsay(_SEEMS().sub("", text))


def part_of(text: str, end: int) -> bool:
    """Whether what follows a place's name, which ends there, makes it a numbered part of it: 「第2棟」, "building B"."""
    return _PART_AFTER().match(text, end) is not None


def subjects(text: str, names: Mapping[str, Iterable[str]], ours: Iterable[str] = ()) -> list[tuple[int, int, str]]:
    """The listed places that folded text speaks of as wholes: (start, end, id). `ours` are the organisation's own names,
    folded."""
    return [
        (start, end, place)
        for start, end, place in places_in(text, names)
        if not another(text, start, end)
        and _is_ours(text[:start], tuple(ours))
        and _WHOLE().match(text, end)
        and not _SENDER().match(text, end)
    ]


def named(text: str, names: Mapping[str, Iterable[str]], ours: Iterable[str] = ()) -> list[tuple[int, int, str]]:
    """The places of ours that folded text names at all, but for whoever sent it."""
    return [
        (start, end, place)
        for start, end, place in places_in(text, names)
        if not another(text, start, end) and _is_ours(text[:start], tuple(ours)) and not _SENDER().match(text, end)
    ]


def products(text: str, names: Mapping[str, Iterable[str]]) -> list[tuple[int, int, str]]:
    """The services that folded text names, but for whoever sent it and where one is to call. A service's name is nobody else's."""
    return [
        (start, end, service)
        for start, end, service in places_in(text, names)
        if not another(text, start, end) and not _SENDER().match(text, end) and not _is_called(text, start, end)
    ]


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether a name stands where people are sent: "orders by phone to the call centre", 「コールセンターへお電話ください」."""
    return bool(_CALL_AT().search(text[:start]) or _TO_CALL().match(text, end))


def _is_ours(before: str, ours: tuple[str, ...]) -> bool:
    text = before.rstrip()
    if not text or not text[-1].isalnum():
        return True
    owner = text.removesuffix("の").removesuffix("'s")
    if owner.endswith(ours):
        return True
    return bool(_OURS().search(owner) if owner != text else _OPENS().search(text))


def stated(text: str, terms: Sequence[Term], names: Mapping[str, Iterable[str]], ours: Iterable[str] = ()) -> list[Hit]:
    """The terms that folded text states of a place that it speaks of, and those that it denies."""
    spans = subjects(text, names, ours)
    hits = hits_of(text, terms)
    return [hit for hit in hits if spans and (hit.denied or (_belongs(text, hit, hits, spans) and is_news(text, hit)))]


def requested(text: str, terms: Sequence[Term]) -> list[Hit]:
    """The terms that folded text asks people for (「メールに返信してください」), and those that it denies."""
    return [hit for hit in hits_of(text, terms) if hit.denied or _REQUEST().match(text, hit.end)]


def caused(text: str, terms: Sequence[Term]) -> list[Hit]:
    """The terms that folded text gives as a cause."""
    hits = [hit for hit in hits_of(text, terms) if not hit.denied]
    return [hit for hit in hits if is_cause(text, hit)] or [hit for hit in hits if _has_happened(text, hit)]


def _has_happened(text: str, hit: Hit) -> bool:
    """Whether folded text tells that a term came about: 「地震が発生しました」, "an earthquake struck"."""
    return bool(_CAME().match(text, hit.end) or _CAME_LATIN().match(text, hit.end))


def describes(text: str, hit: Hit) -> bool:
    """Whether a term in folded text only describes a noun that follows it (「停止しておりました工場の生産は…」)."""
    return _DESCRIBES().match(text, hit.end) is not None


def is_cause(text: str, hit: Hit) -> bool:
    """Whether folded text gives a term as the cause of something else."""
    return bool(_CAUSES().match(text, hit.end) or _CAUSES_LATIN().search(text[: hit.start]))


def stated_alone(text: str, terms: Sequence[Term]) -> list[Hit]:
    """The terms that folded text states of what the notice is about, since it names nothing else: 「10月14日から休業します」,
    "We will reopen at 9:00"."""
    hits = hits_of(text, terms)
    return [hit for hit in hits if not hit.denied and is_news(text, hit) and _nothing_else(text, hit, hits)]


def _nothing_else(text: str, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether nothing but times, causes and what came before stands ahead of a term."""
    before = without_times(without_causes(blanked(text, hits)[: hit.start]))
    *clauses, last = before.split("、")
    told = all(_CLAUSE().fullmatch(clause) or _BETWEEN().fullmatch(clause) for clause in clauses)
    return bool(told and _BETWEEN().fullmatch(last)) or bool(_WE().fullmatch(before))


def is_news(text: str, hit: Hit) -> bool:
    """Whether folded text tells a term, and does not only mention it."""
    if text[hit.end - 1].isascii():
        return bool(_NEWS_LATIN().search(text[: hit.start]))
    aside = _ASIDE().match(text, hit.end)
    return bool(_NEWS().match(text, aside.end() if aside else hit.end))


def _belongs(text: str, hit: Hit, hits: Sequence[Hit], spans: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a term is said of the last place named before it, and not of something between the two; in English also of
    the place right after it ("a suspicious item at Tokyo Head Office")."""
    starts, ends = [start for start, _, _ in spans], [end for _, end, _ in spans]
    if text[hit.end - 1].isascii() and (after := _PLACE_AFTER().match(text, hit.end)) and after.end() in starts:
        return True
    start = max((end for end in ends if end <= hit.start), default=None)
    if start is None or (text[hit.end - 1].isascii() and _is_part(text, starts[ends.index(start)], hits)):
        return False
    between = without_times(without_causes(blanked(text, hits)[start : hit.start]))
    *clauses, last = _CAUSE().sub("", between).removeprefix("は、").split("、")
    told = all(_CLAUSE().fullmatch(clause) or _BETWEEN().fullmatch(clause) for clause in clauses)
    return bool(told and _BETWEEN().fullmatch(last)) or bool(_BETWEEN_LATIN().fullmatch(between))


def _is_part(text: str, start: int, hits: Sequence[Hit]) -> bool:
    """Whether something within the place that begins at `start` is what the sentence is about."""
    return bool(_PART_OF().search(re.split(r"[.,;:]\s", blanked(text, hits)[:start])[-1]))


def blanked(text: str, hits: Iterable[Hit]) -> str:
    """The text with blanks for the hits."""
    for hit in hits:
        text = text[: hit.start] + " " * (hit.end - hit.start) + text[hit.end :]
    return text


def narrowed(text: str) -> bool:
    """Whether folded text leaves somebody or something out."""
    return _LEAVES_OUT().search(text) is not None


def without_causes(text: str) -> str:
    """Folded text without its clauses that only say why."""
    return _CAUSE().sub("", text)


def without_times(text: str) -> str:
    """The text without words of time; particles and loose numbers stay."""
    text = as_read(text)
    kept = {Tok.OTHER, Tok.NUMBER, Tok.GLUE, Tok.VAGUE}
    found = tuple(tokens(text))
    around = zip((None, *found), found, (*found[1:], None), strict=False)
    return "".join(
        text[t.start : t.end] for before, t, after in around if t.kind in kept and not _joins(text, before, t, after)
    )


def _joins(text: str, before: Token | None, token: Token, after: Token | None) -> bool:
    """Whether a token only joins two days: the と of 「24日（土）と25日（日）」."""
    days = {Tok.DATE, Tok.DAY, Tok.WEEKDAY, Tok.GLUE}
    said = text[token.start : token.end] in ("と", "および", "及び")
    return said and before is not None and after is not None and before.kind in days and after.kind in days
