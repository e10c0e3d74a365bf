"""Codes whose phrases alone tell: the lexicon's classes that bear a leak's code, and protected terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from crisis.guard.codes import LEAKS
from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.lexicon import Span
from crisis.guard.reading import SENTENCE_END, Reading
from crisis.guard.registry import Hit, detector, unless_ours
from crisis.guard.voices import COMPANY, DISCLOSED, REFUTED, advice_if, authority
from crisis.model.finding import Severity

PAIRS = (
    ("plan", "executive", "movement", 40),
    ("plan", "board", "decides", 24),
    ("health", "person", "illness", 24),
    ("health", "people", "illness", 32),
    ("security-posture", "guard-device", "off", 16),
    ("finance", "earning", "changes", 20),
)
"""Code, the two classes, and within how many characters of one sentence they belong together."""

NOT_OURS = "people"
"""The class of persons who need not be the organisation's own."""

CAUSE = Expression(
    "原因|せいか|せいで|のせい|経路|影響した|ミス|攻撃|不正|ハッキング|ウイルス|犯|故障|劣化|落雷|漏電"
    "|漏れ|火の|たばこ|更新作業|当社|弊社|うち[のでがは]|"
    r"cause|because|due to|hack|attack|fault|virus|phish|leak|someone|contractor|release|update|battery|we |our |it's|cable"
)
"""A guess at a cause: other guesses, such as the weather's, are an authority's business."""

PUBLIC_HEALTH = Expression(
    r"保健所|感染者|診療|当院|外来|面会|個別にご?連絡|相談(?:窓口|センター|ダイヤル)|予防|いません"
    r"|いらっしゃいません|health (?:department|officials|line)|"
    r"patients (?:with|who|should)|clinic|vaccin"
)
"""Health offices and hospitals speak of the sick in general."""

OPEN_MEETING = Expression(
    "説明会|どなたでも|参加でき|受講|セミナー|public meeting|join us|webinar|town hall|on zoom|via zoom|no login required"
)
"""Anybody may take part, by a service that everybody knows."""

BY_RULE = Expression(
    r"約款|法令(?:と|や|に|、)|規約|規程に|制度|terms and conditions|under the (?:scheme|law)|passenger rights|statutory"
)
"""What is paid by rules that hold for everybody."""

HOSPITAL = Expression("当院|院内|病棟|our wards?|our hospital")

WRITER = Expression(r"[:：]|(?:'s|’s)? (?![^\n]*(?<![a-z])(?:our|us)(?![a-z]))(?=having|aware|back|[ァ-ヶー一-鿿])")
"""Behind the name of a company that begins a text: it writes itself."""

GENERIC = Expression(
    r"(?i)(?:our |the )?(?:[a-z ]*(?:vendor|supplier|contractor|host|"
    r"provider|carrier|partner)|[^:：\n]{0,12}(?:ベンダー|会社|業者|先|仕入|外注))"
)
"""No company's name."""

SKY = Expression("余震|ゆれ|揺れ|津波|ミサイル|噴火|aftershock|shaking|tsunami|missile|erupt")
"""What may come from the sky or the earth is told by those who watch it, with how likely it is."""

CHARITY = Expression(r"charity|fundrais|donat|義援|募金|チャリティ")
"""Money that is collected for others."""

FAKE = Expression(
    r"fake (?:text|sms|e-?mail|message|call|site|account|post)|scam|phish|偽(?:の|メール|サイト|sms|アカウント)|なりすまし|装[うっ]|詐欺"
)
"""A trick that readers are warned of."""

OTHERS = {"speculation": SKY, "rumour": FAKE}
"""Of what is told that is no affair of the house: the sky, and tricks."""

FOUND_SAFE = Expression(
    r"無事に?(?:保護|発見|見つか)|捜して|探して|お心当たり|last seen|have you seen|found safe|appeal for"
)
"""Somebody is looked for, or was, by all who read."""

SUPPORTED = Expression(
    r"調査の結果|調査結果|調査報告|調査が完了|調査を終え|第三者|専門会社|フォレンジック"
    r"|investigation (?:is complete|has concluded|by |found|showed)|independent (?:experts|review|investigat|assess)|forensic"
    r"|(?:auditors?|experts?|investigat(?:ors|ion)|regulators?|police) (?:have |has )?(?:confirmed|found|concluded|verified)"
)
"""An inquiry that a denial rests on."""


@detector
def crowds(reading: Reading, context: Background) -> Iterator[Hit]:
    """More phrases of one kind than are looked at: nothing may hide behind them."""
    return iter((Hit("too-long"),) if reading.crowded else ())


@detector
def telling_phrases(reading: Reading, context: Background) -> Iterator[Hit]:
    """Phrases whose class is a leak's code."""
    for name, spans in reading.phrases.items():
        if name in LEAKS:
            weight = _weight(name, reading.folded.text, context)
            for span in spans:
                if not reading.is_public(*span):
                    yield Hit(name, *span, Severity.ADVISE if _of_writer(name, span, reading.text, context) else weight)


def _of_writer(name: str, span: Span, text: str, context: Background) -> bool:
    """Whether the company that is named writes, where no desk says who does."""
    return name == "vendor" and span[0] == 0 and not context.says_what_is_public and _signs(text, span[1])


def _signs(text: str, end: int) -> bool:
    """Whether a text that begins with a company's name is that company's own."""
    return GENERIC.match(text) is None and WRITER.match(text, end) is not None


def _weight(name: str, text: str, context: Background) -> Severity | None:
    """Advice for what the public is rightly told: disclosed figures; without a desk rumours refuted and others' guesses."""
    if name == "finance" and (DISCLOSED.search(text) or (not context.says_what_is_public and CHARITY.search(text))):
        return Severity.ADVISE
    if name in OTHERS and OTHERS[name].search(text) and not COMPANY.search(text):
        return Severity.ADVISE if name == "rumour" or not CAUSE.search(text) else None
    if name == "rumour":
        return unless_ours(not REFUTED.search(text), context)
    if name in ("speculation", "roster") and authority(text):
        return unless_ours(False, context)
    if (name == "vendor" and OPEN_MEETING.search(text)) or (name == "legal" and BY_RULE.search(text)):
        return Severity.ADVISE
    return unless_ours(name != "speculation" or CAUSE.search(text) is not None, context)


@detector
def data_denials(reading: Reading, context: Background) -> Iterator[Hit]:
    """Denials that nobody can support in the first days (「情報流出はありません」, "no data was lost")."""
    code = denial_code(reading)
    return (Hit(code, *span) for span in reading.phrases.get("rather-legal", ()))


def denial_code(reading: Reading) -> str:
    """`denial` where the text names the inquiry that it rests on, else `legal`."""
    return "denial" if SUPPORTED.search(reading.folded.text) else "legal"


@detector
def telling_pairs(reading: Reading, context: Background) -> Iterator[Hit]:
    """Phrases that tell something together: an executive and a movement say where a person will be."""
    for code, one, other, near in PAIRS:
        if not (one in reading.phrases and other in reading.phrases):
            continue
        public = code == "health" and (
            authority(reading.folded.text)
            or (FOUND_SAFE.search(reading.folded.text) is not None and COMPANY.search(reading.folded.text) is None)
            or _of_the_sick(reading.folded.text, context, theirs=one == NOT_OURS)
        )
        weight = advice_if(public) or unless_ours(one != NOT_OURS, context)
        yield from (
            Hit(code, *span, weight) for span in pairs(reading, one, other, near) if not reading.is_public(*span)
        )


def _of_the_sick(text: str, context: Background, *, theirs: bool) -> bool:
    """Whether a health office or an authority speaks of others' sick; without a desk also a hospital of its own."""
    if theirs and (PUBLIC_HEALTH.search(text) or authority(text)):
        return True
    return not context.says_what_is_public and HOSPITAL.search(text) is not None


@detector
def protected_terms(reading: Reading, context: Background) -> Iterator[Hit]:
    """Terms of the desk's protected lists; names that are public by construction win."""
    for view in reading.views:
        for found in context.protected.find(view.text):
            place = view.original(*found)
            if not reading.is_public(*place):
                yield Hit("protected-term", *place)


def pairs(reading: Reading, one: str, other: str, near: int) -> Iterator[Span]:
    """Spans from a phrase of one class to the nearest one of another within `near` characters of one sentence, in either
    order."""
    partners = reading.phrases.get(other, [])
    for span in reading.phrases.get(one, []) if partners else ():
        if partner := _nearest(span, partners, near):
            start, end = min(span[0], partner[0]), max(span[1], partner[1])
            if not SENTENCE_END.search(reading.text, min(span[1], partner[1]), max(span[0], partner[0])):
                yield start, end


def _nearest(span: Span, partners: list[Span], near: int) -> Span | None:
    at = bisect_left(partners, span)
    beside = [p for p in partners[max(0, at - 2) : at + 3] if p[1] <= span[0] or span[1] <= p[0]]
    close = [p for p in beside if max(p[0] - span[1], span[0] - p[1]) <= near]
    return min(close, key=lambda p: abs(p[0] - span[0]), default=None)
