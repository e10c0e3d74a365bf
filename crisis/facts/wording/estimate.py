"""What a sentence only hopes for, estimates or makes conditional: a reopening is public once it is decided, and not before."""

from __future__ import annotations

from typing import Final

from crisis.text.late import late

RETURNS: Final = frozenset({"reopens"})
"""Times of coming back: what people arrange their day by, and what nobody takes back lightly."""

_OPEN = late(
    r"見込|見通し|めど|目処|目途|目標|目指|早ければ|早くて|早くとも|かもしれ|可能性|予想|想定|期待|検討|未定|条件|次第(?!に)|場合|か否か|かどうか|可否|[るい]かは|判断|決め(?:ます|る)|"
    r"(?:でき|され|け|な|え|れ)れば(?=[、 ])|であれば|[しっれい]たら(?=[、 ])|"
    r"\b(?:hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|target(?:s|ed|ing)?|estimate[sd]?|anticipat(?:e|es|ed|ing)|likely|probabl[ey]|"
    r"possibl[ey]|perhaps|maybe|may|might|could|tentative(?:ly)?|provisional(?:ly)?|unless|provided|assuming|subject to|"
    r"whether|decide[sd]?|decision|pending|depend(?:s|ing)|at the earliest|as early as|not before|weather permitting|all being well|if)\b|"
    r"\bexpect(?:s|ed|ing)?\b[^.;]{0,24}\b(?:open|reopen|resume|return|be back|be open)|"
    r"\bshould (?:\w+ ){0,3}(?:open|reopen|resume|return|be back|be open)|"
    r"(?:^|[,;] ?)(?:once|when|as soon as)\b|\b(?:once|as soon as)\b[^.,;]{3,60}$"
)


def is_estimate(text: str) -> bool:
    """Whether folded text leaves open whether what it announces will come about at its time: 「再開できる見通し」, 「安全が確認
    できれば」, "we aim to reopen". A plan (予定, "is planned for") is decided."""
    return _OPEN().search(text) is not None
