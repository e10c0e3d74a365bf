"""Sentences that claim what nobody can know yet: denials of a leak of data, guesses at the end of an outage."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.detectors.phrases import denial_code
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector

HARM = "盗まれ|持ち出され|流出|漏えい|漏洩|情報漏れ|データ漏れ|悪用|不正アクセス|改ざん|サイバー攻撃|侵害"
DENIED = Pattern(
    rf"(?:{HARM})(?:した|の)?(?:事実|形跡|可能性)?(?:は|も|が|では|など)[^。]{{0,8}}?(?:ありません|"
    rf"ございません|ない|なし|なかった|いません|おりません|されず)"
)
DATA = r"(?:data|information|records?|details)"
TAKEN = r"(?:leaked|lost|stolen|taken|accessed|compromised|exposed|breached|disclosed|affected|at risk)"
DENIED_IN_ENGLISH = Pattern(
    rf"(?<![a-z])no (?:leak|leakage|loss|theft|breach|exposure|compromise) of (?:[a-z']{{1,15}} ){{0,3}}{DATA}"
    rf"|(?<![a-z])no (?:[a-z']{{1,15}} ){{0,3}}{DATA} (?:[a-z]{{1,12}} ){{0,3}}{TAKEN}(?![a-z])"
    rf"|(?<![a-z])none of (?:your|our|the|their) (?:[a-z]{{1,15}} ){{0,2}}?{DATA} (?:[a-z]{{1,12}} ){{0,2}}(?:out|{TAKEN})(?![a-z])"
    rf"|(?<![a-z])(?<!calls and )(?<!texts and )(?<!voice and )(?<!mobile ){DATA} (?:[a-z]{{1,12}} ){{0,2}}(?:is|are|was|were|"
    rf"remains?|stays?|has|"
    rf"have) (?:[a-z]{{1,12}} ){{0,2}}(?:safe|secure|not (?:been )?{TAKEN})(?![a-z])"
)
SHUT = Pattern(
    r"(?:工場|店舗|支店|事業所|営業所|拠点|ライン|支社|部門|事業)を[^。]{0,10}?(?:閉じ|畳|たた|閉める|閉鎖"
    r"|移し|移す|統合|縮小|やめ|売)[^。]{0,16}?(?:検討|方針|予定|計画|考え|つもり|決め)"
    r"|(?:年内|来年|来春|今期|来期|年度内)[^。]{0,10}?(?:で|に)(?:閉じ|畳|閉める|閉鎖|移転|統合|撤退|売却|発売|投入)"
)
PROJECT = Pattern(
    r"(?:launch|release|rollout|debut|start|announcement|testing|phase \d) of (?:the )?(?:project "
    r"|codename )([a-z][a-z0-9-]{2,16})|codenam(?:e|ed) [a-z]"
)
"""What is to be closed, moved or launched."""

GUESSED = Pattern(r"(?:復旧|再開|復帰|解消)[^。]{0,14}そう(?:です|だ)")


@detector
def denials_of_a_leak(reading: Reading, context: Background) -> Iterator[Hit]:
    """That nothing leaked, was lost or misused: in the first days nobody knows."""
    code = denial_code(reading)
    for pattern in (DENIED, DENIED_IN_ENGLISH):
        yield from (Hit(code, found.start, found.end) for found in reading.find(pattern))


@detector
def intentions(reading: Reading, context: Background) -> Iterator[Hit]:
    """Sites that are to close or move in years to come, projects by their names."""
    for pattern in (SHUT, PROJECT):
        yield from (Hit("plan", found.start, found.end) for found in reading.find(pattern))


@detector
def guesses(reading: Reading, context: Background) -> Iterator[Hit]:
    """When it may be over."""
    return (Hit("speculation", found.start, found.end) for found in reading.find(GUESSED))
