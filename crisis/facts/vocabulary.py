"""Enumerated facts: which term of a field's vocabulary a value means. The value's words end here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crisis.facts.times.lexer import tokens
from crisis.facts.times.words import Tok
from crisis.facts.unclear import Unclear
from crisis.model.notice_type import Term
from crisis.text.folding import folded
from crisis.text.late import late

_DATING = {Tok.DATE, Tok.DAY, Tok.RELATIVE, Tok.WEEKDAY, Tok.CLOCK, Tok.WRONG}
_ASIDE = late(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
# An aside may explain; these words in it take back or narrow what stands before it.
_TAKES_BACK = late(
    r"(?:解除|再開)(?:しま|した|済|され|中|\s*[)\]>])|終了|撤回|訂正|誤り|取り?消|中止|復旧済|復旧しま|だった|でした|"
    r"のみ(?:営業|開|稼働|可|利用)|"
    r"一部(?:営業|開|稼働|再開|解除|利用)|を除|以外は|"
    r"\b(?:lifted|cancelled|canceled|no longer|reopened|except|only|limited|partial\w*|was|until then|corrected)\b"
)
# An aside that is no more than this leaves open what stands before it.
_LEAVES_OPEN = late(
    r"[(\[<]\s*(?:予定|見込み?|検討中?|未定|案|仮|調整中|未確認|"
    r"誤報?|訂正|unconfirmed|planned|tentative|tbc|tbd|expected|false alarm)\s*[)\]>]"
)
# What follows a phrase in its clause and denies it, undoes it, or leaves it open.
_DENIED_AFTER = late(
    r"(?:[ 」』\"'をはがものにでとしてせた、]|中|指示|要請|体制|あり|いた|致|行[いわっ]|至[っら]|でき|おら|状態|する|した|して|"
    r"され|れて|なる|なり|なった|いる|おり|予定|こと|わけ|必要|実施|措置|時間|作業|に関|つい){0,8}"
    r"(?:い?ない|(?:い|し|ら|り|せ|れ|き|え|け|め)?ません|なく(?!な)|なし\b|無し|"
    r"ず(?=[、。 ]|$|に)|解除|中止|取り?やめ|取り?消|回避|撤回|"
    r"見送|終了|終わ|可能性|おそれ|恐れ|検討|見込|見通|かもしれ|場合|未定|予想|懸念|か否か|かどうか|かは|準備|目指|方針|"
    r"方向|意向|計画|案(?!内)|提案|考え|議論|求め|"
    r"訂正|誤|前に|まで(?:に|は)|予定|でした|だった|していた|"
    r"判断(?:し(?:ます|て)|する|いた)|決め(?:ます|る)|協議|調整|[くむぶるうすつぬぐい]?(?:よう(?:であれば|なら|でしたら)|"
    r"なら(?!び)|のであれば|ければ)|"
    r"と(?:の|いう)(?:こと|情報|話|噂|うわさ|報道|声|意見|連絡)|らしい|ようです|模様|みたい|そうです|すべき|たい|せよ|"
    r"免れ|待ち|に向け|訓練)"
)
# What is said of the phrase as a topic: that it ends, or is yet to be decided (「閉鎖は、点検の結果を見て判断します」).
_OPEN_TOPIC = late(
    r"(?:の(?:指示|要請|措置|扱い|対応|可否|要否|是非|判断|決定|期間|件))?(?:に(?:つい|関し)て)?(?:は|も|するか)[^。\n]{0,40}?"
    r"(?:判断(?:し(?:ます|て)|する|いた)|決め(?:ます|る|かね)|決まって(?:い|お)(?:ま|ら|り)|未定|検討|協議|終了|終わ|解除|取り?消)"
)
# When something comes back is no word that it is back: 「復旧は15時ごろの見込みです」, 「再開時期は未定です」.
_RETURN = late(r"^(?:復旧|再開|回復|解消|営業再開|業務再開)$")
_RETURN_TOPIC = late(
    r"(?:の)?(?:時刻|時期|日時|時間)?(?:について)?は(?![^。\n]{0,40}(?:完了|済|しました|した(?:$|。)|終わ|終え))"
)
# What follows a phrase and makes it a condition of something else: 「安全が確認できれば」, 「点検が終わり次第」. What is checked first
# is one also where the rest comes after it: 「安全が確認された後、再開します」.
_CONDITION = late(r"(?:[をがはに]|でき|され|し|い|終わ|完了|[りれ])*(?:れば|ければ|(?:まし)?たら(?!し)|次第(?!に))")
_CHECKED = late(r"確認|点検|検査")
_THEN = late(r"(?:[をがはに]|でき|され|し|い|終わ|終え|完了|[りれ])*(?:まし)?(?:た(?:後|のち|うえで|上で)|てから)")
_DENIED_AFTER_LATIN = late(
    r"[ ,]*(?:(?:is|are|was|were|has|have|been|be|to|will|now|still) )*(?:not|no longer|lifted|cancelled|canceled|ended|over\b|avoided|"
    r"possible|unlikely|likely|planned|expected|if|unless|tbd|tbc|undecided|to be decided|resolved|drill|exercise|"
    r"under (?:review|consideration|discussion))\b"
)
# A condition before a phrase in its sentence: 震度5以上の場合は閉鎖, メールが届かない方はサイトへ.
_CONDITIONAL = late(
    r"場合|ときは|時は|際は|限り|次第|なら(?=[、ば])|であれば|[しっれい]たら|もし|[えけげせてねべめれ]ば(?=[、 ])|れば(?!な[らりい])|"
    r"ない(?:方|人)は|(?<![時分日半\d) ])まで(?:は|に)|"
    r"\b(?:if(?! you(?:'re| are)? (?:work|live|in|at|based))|unless|in case|when|once|where)\b|"
    r"(?:^|[,.;:] ?)should (?:you|the|there|it|a|an|any|this)\b"
)
_AT_THE_TIME = late(
    r"(?<=[時分半])になり?(?:ましたら|ったら)"
)  # 「15時になりましたら帰宅してください」 is no condition
_DENIED_BEFORE = late(
    r"(?:\b(?:not|[a-z]+n't|half|almost|nearly|partly|partially|"
    r"no longer|never|without|neither|nor|isn't|aren't|wasn't|won't|cannot|can't|no|may|might|could|would|"
    r"should(?= (?:be|have|now|soon|then|all)\b)|"
    r"possibl[ey]|likely|whether|if|unless|before|avoid|expect(?:s|ed)? to|intends? to|plan(?:s|ned)? to|"
    r"(?:options?|proposals?|proposes?|proposed|ideas?|suggestions?|requests?|moves?|how|when|wants?|like|"
    r"reasons?) to|planning to|hope to|"
    r"considering|was|were|previously|formerly)"
    r"(?: (?:be|been|being|yet|fully|currently|a|an|the|to|completely|due to|because of|remain|remains|stay)){0,3}|"
    r"\bun-?|非|未|不|旧|元|一部|部分的に|ほぼ|概ね|おおむね) ?$"
)


_EXCUSE = late(
    r"(?:難しい|困難な|できない|出来ない|不可能な|支障が?(?:ある|出る)|行えない|かなわない|無理な)(?:方|人|者|社員|"
    r"従業員|職場|業務|部署|場合|とき|職種)|"
    r"\b(?:if|where|anyone who|those who|people who|staff who) (?:you |they |this |that |it )?(?:cannot|can't|can not|"
    r"(?:is|are) (?:un|not )able|"
    r"are unable|is not possible|isn't possible|is impossible)|\bunable to\b|"
    r"\bno [a-z -]{2,24}\?|"  # "No SMS? Register on the safety site."
    r"\bif [^,.;]{0,40}\b(?:is not possible|isn't possible|is impossible|is difficult|does not work|is not an option)"
)
_ASKED = late(r"\s*(?:です|ます)?か?\s*\?|か[。 ]*$")
_TO_COME = late(r"\b(?:will|shall|to|can|could)(?: be)? ?$")
# What leaves a part out of a state, and what dates it: 「3階を除き通常どおり」, 「明日から閉鎖」.
_NARROWS = late(
    r"除[きくい]|以外|のみ|だけ|限定|一部|制限|\b(?:except|only|other than|apart from|limited|part(?:ly|ially))\b"
)
_SENTENCES = late(r"(?<=。)|\n|(?<=\.) ")
_NEXT_WORD = late(
    r"\b(?:decision|update|notice|news|report)\b.*\b(?:follows?|due)\b|"
    r"(?:改めて|あらためて|続報|次回|次報|再度).*(?:お知らせ|連絡|報告|案内)"
)  # when more is said: nothing of what holds until then
_FOLDED_GAP = folded("…")  # compatibility folding writes it as three points
GAP = r"(?:(?!ない|ません|なく|せず| not |n't)[^。、.,\n]){0,20}?"
"""What `…` in a phrase stands for: whatever the clause says between, but for a denial."""
_EITHER = late(r"または|又は|もしくは|若しくは|あるいは|或いは|\bor\b")
_HOLDS_NOW = late(r"中|てい(?:ます|る)|ており|しました|した$|済|\b(?:since|is|are|has been|have been)\b")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a term in a text: where, whose, and whether its clause denies it or leaves it open."""

    start: int
    end: int
    term: str
    denied: bool


def excused(hit: Hit, text: str, others: Iterable[Hit]) -> bool:
    """Whether a term is denied only for those who cannot follow it, where it holds else: 「在宅勤務が難しい方は相談してください」,
    "If you cannot work from home, …"."""
    holds = any(other.term == hit.term and not other.denied for other in others)
    start = max(text.rfind(mark, 0, hit.start) for mark in ("。", "\n", ". ", ";")) + 1
    sentence = re.split(r"[。\n;]|\. ", text[start:])[0]
    return hit.denied and holds and _EXCUSE().search(sentence) is not None


def term_of(value: str, terms: Sequence[Term], *, narrow: bool = True) -> str:
    """The one term that a value means.

    `narrow`: words in brackets can take it back (「閉鎖（14時に解除）」); of a reason they cannot. Raises `Unclear`:
    `not-understood` where none stands there, `negated` where it is only denied or undecided, `several-terms` where there are
    several or an aside takes it back.
    """
    text = "\n".join(folded(line) for line in value.splitlines())
    asides = _ASIDE().findall(text)
    plain = _ASIDE().sub(" ", text)
    hits = hits_of(plain, terms) or hits_of(text, terms)
    hits = tuple(hit for hit in hits if not excused(hit, plain, hits))
    if any(_LEAVES_OPEN().fullmatch(aside) or (narrow and _TAKES_BACK().search(aside)) for aside in asides):
        raise Unclear("several-terms")
    term = settled(hits, terms)
    if narrow:
        _check_whole(plain, next(t for t in terms if t.id == term))
    if _EITHER().search(plain):
        raise Unclear("several-terms")
    return term


def _check_whole(text: str, term: Term) -> None:
    """Refuse a state that leaves something out (unless the term itself says so), or that is of another time than now."""
    if _NARROWS().search(text) and not any(_NARROWS().search(folded(phrase)) for phrase in term.matches):
        raise Unclear("several-terms")
    text = " ".join(s for s in _SENTENCES().split(text) if hits_of(s, (term,)) or not _NEXT_WORD().search(s))
    times = [t for t in tokens(text) if t.kind in _DATING and (t.kind, t.numbers) != (Tok.RELATIVE, (0,))]
    ends = any(t.kind is Tok.END for t in tokens(text))
    if times and not ends and not _HOLDS_NOW().search(text):
        raise Unclear("dated")


def settled(hits: Iterable[Hit], terms: Sequence[Term]) -> str:
    """The one term that the hits leave standing. Raises `Unclear` as `term_of`."""
    found = tuple(hits)
    standing = {hit.term for hit in found if not hit.denied}
    if not standing:
        raise Unclear("negated" if found else "not-understood")
    term = joined(standing, terms)
    if term is None or any(hit.denied and hit.term in standing for hit in found):
        raise Unclear("several-terms")
    return term


def joined(said: Collection[str], terms: Sequence[Term]) -> str | None:
    """The one term that is true where all of these are said; None where none is."""
    if len(said) == 1:
        return next(iter(said))
    return next((term.id for term in terms if term.joins and {term.id, *term.joins}.issuperset(said)), None)


def hits_of(text: str, terms: Sequence[Term]) -> tuple[Hit, ...]:
    """The phrases in folded text, longest first where they overlap, less those inside a term's own `blocks`."""
    found = sorted(_candidates(text, terms), key=lambda hit: (hit.start - hit.end, hit.start))
    taken: list[Hit] = []
    for hit in found:
        if not any(_covers(other, hit) for other in taken):
            taken.append(hit)
    return tuple(sorted(taken, key=lambda hit: hit.start))


def _covers(longer: Hit, hit: Hit) -> bool:
    """Whether a hit is part of a longer one; two terms with the very same phrase both stand, and so contradict."""
    if (longer.start, longer.end) == (hit.start, hit.end):
        return longer.term == hit.term
    return longer.start < hit.end and hit.start < longer.end


def _candidates(text: str, terms: Sequence[Term]) -> Iterator[Hit]:
    for term in terms:
        found = [span for phrase in term.matches for span in spans(phrase, text)]
        blocked = [span for phrase in term.blocks for span in spans(phrase, text)] if found else []
        for start, end in found:
            inside = any(low <= start and end <= high for low, high in blocked)
            yield Hit(start, end, term.id, inside or denied_at(text, start, end))


def is_blocked(text: str, hit: Hit, terms: Iterable[Term]) -> bool:
    """Whether a hit lies inside one of its term's `blocks` in folded text."""
    blocks = (phrase for term in terms if term.id == hit.term for phrase in term.blocks)
    return any(low <= hit.start and hit.end <= high for phrase in blocks for low, high in spans(phrase, text))


def spans(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where a phrase stands in folded text."""
    head = _head(phrase)
    if head is None or head not in text:  # most phrases do not, and compiling each would be most of the time
        return []
    return [match.span() for match in pattern(phrase).finditer(text)]


@lru_cache(maxsize=8192)
def _head(phrase: str) -> str | None:
    """What stands in every text in which the phrase does; None for a phrase without words."""
    words = words_of(phrase)
    return words[0].split("…")[0] if words else None


@lru_cache(maxsize=8192)
def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, folded, with `…` where it has a gap."""
    return tuple(folded(phrase).replace(_FOLDED_GAP, "…").split())


@lru_cache(maxsize=4096)
def pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as it may stand in folded text: any run of blanks for a blank, `GAP` for `…`, Latin words whole."""
    words = words_of(phrase)
    if not words:
        return re.compile(r"(?!)")
    body = r"\s+".join(GAP.join(map(re.escape, word.split("…"))) for word in words)
    before = r"(?<![a-z0-9])" if re.match(r"[a-z0-9]", words[0]) else ""
    after = r"(?![a-z0-9])" if re.search(r"[a-z0-9]$", words[-1]) else ""
    return re.compile(before + body + after)


def denied_at(text: str, start: int, end: int) -> bool:
    """Whether the words around a phrase, within its clause, deny it or leave it open."""
    before = re.split(r"[。\n.;!?]", text[:start])[-1]
    after = re.split(r"[。\n;!?]|\. ", text[end : end + 60])[0]
    if _CONDITIONAL().search(_AT_THE_TIME().sub("", before)) or _ASKED().match(text, end):
        return True
    if text.startswith(("reop", "resu", "rest"), start) and _TO_COME().search(before):  # will reopen: not yet
        return True
    if _OPEN_TOPIC().match(after) or _CONDITION().match(after):
        return True
    if _RETURN().match(text[start:end]) and _RETURN_TOPIC().match(after):
        return True
    if _CHECKED().search(text[start:end]) and _THEN().match(after):
        return True
    return bool(_DENIED_BEFORE().search(before) or _DENIED_AFTER().match(after) or _DENIED_AFTER_LATIN().match(after))
