"""Sentences that claim what nobody can know yet: denials of a leak of data, guesses at the end of an outage."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import GuardContext
from crisis.guard.detectors.phrases import denial_code
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, Pattern, detector

HARM = "流出|漏えい|漏洩|情報漏れ|データ漏れ|悪用|不正アクセス|改ざん|サイバー攻撃|侵害"
DENIED = Pattern(
    rf"(?:{HARM})(?:した|の)?(?:事実|形跡|可能性)?(?:は|も|が|では|など)[^。]{{0,8}}?(?:ありません|"
    rf"ございません|ない|なし|なかった|いません|おりません|されず)",
    needs=HARM,
)
DATA = r"(?:data|information|records?|details)"
TAKEN = r"(?:leaked|lost|stolen|taken|accessed|compromised|exposed|breached|disclosed|affected|at risk)"
DENIED_IN_ENGLISH = Pattern(
    rf"(?<![a-z])no (?:leak|leakage|loss|theft|breach|exposure|compromise) of (?:[a-z']{{1,15}} ){{0,3}}{DATA}"
    rf"|(?<![a-z])no (?:[a-z']{{1,15}} ){{0,3}}{DATA} (?:[a-z]{{1,12}} ){{0,3}}{TAKEN}(?![a-z])"
    rf"|(?<![a-z]){DATA} (?:[a-z]{{1,12}} ){{0,2}}(?:is|are|was|were|remains?|stays?|has|"
    rf"have) (?:[a-z]{{1,12}} ){{0,2}}(?:safe|secure|not (?:been )?{TAKEN})(?![a-z])",
    needs="data|information|record|details",
)
GUESSED = Pattern(r"(?:復旧|再開|復帰|解消)[^。]{0,14}そう(?:です|だ)", needs="そう")


@detector
def denials_of_a_leak(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """That nothing leaked, was lost or misused: in the first days nobody knows."""
    code = denial_code(reading)
    for pattern in (DENIED, DENIED_IN_ENGLISH):
        yield from (Hit(code, found.start, found.end) for found in reading.find(pattern))


@detector
def guesses(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """When it may be over."""
    return (Hit("speculation", found.start, found.end) for found in reading.find(GUESSED))
