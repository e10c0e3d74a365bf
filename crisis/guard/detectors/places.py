"""Places more exact than a site."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import GuardContext
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, Pattern, detector

NUMBER = "[0-9〇一二三四五六七八九十]"

FLOOR = Pattern(
    rf"(?:地下)?{NUMBER}{{1,3}}階(?!以上|以下|建|級|層|など|へ避難|に避難|や高|か高|より|部分|の高さ|目)|"
    rf"(?<![a-z0-9])b?\d{{1,2}}f(?![a-z0-9])"
    r"|(?<![a-z0-9])(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|ground|top)[\s-]floor"
    r"|(?<![a-z])(?:floor|level)\s(?:no\.?\s)?\d{1,3}(?![\d.,:%])",
    needs="階|f|floor|level",
)
ROOM = Pattern(
    rf"{NUMBER}{{1,4}}号室|第?{NUMBER}{{1,2}}会議室|[a-z]会議室|サーバー?室|電算室|応接室|守衛室|役員室|社長室|"
    rf"休憩室|更衣室|{NUMBER}{{1,2}}番(?:倉庫|ゲート)"
    r"|(?<![a-z])(?:meeting room|conference room|server room|room|suite"
    r")\s(?:no\.?\s)?[a-z]?-?\d{1,4}(?![\d%])|(?<![a-z])server room",
    needs="室|番|room|suite",
)
ADDRESS = Pattern(
    rf"〒\s?\d{{3}}-?\d{{4}}|{NUMBER}{{1,3}}丁目|[一-鿿ぁ-ん]{NUMBER}{{1,3}}番地|"
    rf"[市区町村郡][一-鿿ぁ-んァ-ヶー]{{1,10}}\d{{1,4}}[-の番]\d{{1,4}}(?:[-号]\d{{0,4}})?"
    r"|(?:zip|postal code|postcode)[:\s]{1,3}[a-z0-9-]{4,9}",
    needs="〒|丁目|番地|市|区|町|村|郡|zip|post",
)
COORDINATES = Pattern(r"(?<![\d.])-?\d{1,3}\.\d{4,8}\s?,\s?-?\d{1,3}\.\d{4,8}(?![\d.])", needs=".")


@detector
def exact_places(reading: Reading, context: GuardContext) -> Iterator[Hit]:
    """Floors, rooms, street addresses and coordinates: who reads them finds a person, or the way in."""
    for pattern in (FLOOR, ROOM, ADDRESS, COORDINATES):
        for found in reading.find(pattern):
            if not reading.is_public(found.start, found.end):
                yield Hit("exact-place", found.start, found.end)
