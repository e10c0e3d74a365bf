"""Places more exact than a site."""

from __future__ import annotations

from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Found, Reading, sentence
from crisis.guard.registry import Hit, detector, unless_ours
from crisis.guard.voices import advice_if, authority

NUMBER = "[0-9〇一二三四五六七八九十]"

FLOOR = Pattern(
    rf"(?:地下)?{NUMBER}{{1,3}}階(?!以上|以下|建|級|層|など|へ避難|に避難|や高|か高|より|部分|の高さ|目|席"
    rf"|病棟|で寝|で過ごし|に移動|へ移動)|"
    r"(?<![a-z0-9])b?\d{1,2}f(?![a-z0-9])|(?:館|棟|ビル)b\d(?!\d)"
    r"|(?<![a-z0-9])(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|ground|top)[\s-]floor"
    r"|(?<![a-z])(?<!emergency )(?<!alert )(?<!warning )(?<!threat )(?<!risk )(?<!snow )(?<!water )(?<!river )(?:floor|"
    r"level)\s(?:no\.?\s)?\d{1,3}(?![\d.,:%])"
)
ROOM = Pattern(
    rf"{NUMBER}{{1,4}}号室|第?{NUMBER}{{1,2}}会議室|[a-z大中小]会議室|サーバー?室|電算室|応接室|守衛室|役員室|社長室|給湯室|電気室|"
    rf"機械室|"
    rf"休憩室|更衣室|仮眠室|薬品庫|資材置き場|ロッカー(?:室|列)|{NUMBER}{{1,2}}番(?:倉庫|ゲート|ドック|バース|"
    rf"ヤード|ピット|搬入口|シャッター|金庫|ロッカー)"
    rf"|屋上ヘリポート|[a-z]棟{NUMBER}{{1,2}}|塗装ライン"
    r"|(?<![a-z])(?:meeting room|conference room|server room|(?<!control )room|suite|bay|lab|"
    r"gate)\s(?:no\.?\s)?[a-z]?-?\d{1,4}[a-z]?(?![\d%:])"
    r"|(?<![a-z])(?:server room|(?:north|south|east|west) (?:wing|stairwell|entrance|car park|loading dock)|loading dock [a-z\d]|"
    r"(?:behind|beside|next to|inside|in) (?:building|block|warehouse|hangar|unit) [a-z\d]{1,3}|stairwell|solvent store|"
    r"plant room|boiler room|break room|locker room|control room)(?![a-z]|:? (?:no\.? ?|number |tel\.? ?)?[+\d(])"
)
ADDRESS = Pattern(
    rf"〒\s?\d{{3}}-?\d{{4}}|{NUMBER}{{1,3}}丁目(?!で(?:の)?(?:工事|停電|断水|火災|冠水|浸水)|[^。\n]{{0,12}}(?:工事|停電|断水|通行|"
    rf"避難|世帯|一帯|付近|周辺|地区|の一部))|[一-鿿ぁ-ん]{NUMBER}{{1,4}}番地|丁目[〇一二三四五六七八九十壱弐参拾\d]{{1,4}}番|"
    rf"[市区町村郡][一-鿿ぁ-んァ-ヶー]{{1,10}}\d{{1,4}}[-の番]\d{{1,4}}(?:[-号]\d{{0,4}})?"
    r"|(?:zip|postal code|postcode)[:\s]{1,3}[a-z0-9-]{4,9}"
)
INSIDERS = "社員|従業員|職員|スタッフ|みんな|全員|避難者|負傷者|けが人|作業員|対策本部|現地本部|自宅"
GATHERED = Pattern(
    rf"(?:{INSIDERS})[^。\n]{{0,16}}(?:屋上|駐車場|会議室|体育館|ロビー|食堂|裏口|裏手|パーキング|空き地|神社|境内|車庫|倉庫|公園|講堂"
    rf"|ホール|センター|ホテル|病院|旅館|中庭)"
    r"[^。\n]{0,10}?(?:で待|に集|に避難し|で待機|に泊|で寝|にいま|に置き|に移し|に入院|に搬送)"
    r"|(?:屋上|駐車場|会議室|体育館|ロビー|食堂|裏口|裏手|車庫|倉庫|公園|講堂|ホール|中庭|広場|グラウンド)(?:に|"
    r"で)(?:全員|社員|従業員|スタッフ|みんな)"
    r"[^。\n]{0,8}(?:集ま|避難|待機|待って|過ごし|寝て)"
    r"|(?:対策本部|現地本部|避難先|集合場所|搬送先)(?:は|を|が)[^。\n]{2,24}(?:に置|に設|に移|です|センター|ホテル|病院|ビル)"
    r"|[^。\n]{2,16}(?:の下|の前|の裏|の横|わき|脇)(?:に|で)集合|(?:当社|弊社"
    r"|うち)の?(?:第?\d{1,2})?(?:倉庫|保管庫|資材置き場|寮|社宅)(?:に|で(?!発生|の?火災|火事|起き))"
    r"|(?:we are|we're|staff are|everyone is|everyone's|team is|they're|crew is)(?: all| now| safe"
    r"| both){0,2} (?:in|at|on|behind|under) the "
    r"(?:basement|attic|roof|canteen|gym|cafeteria|boardroom|car park|parking|garage|warehouse|lobby|chapel|hotel|bunker|loading|stock|"
    r"store ?room|back ?room|cellar|north|south|east|west|[a-z]+ (?:hotel|gym|room|hall|car park|building|floor))"
    r"|(?:muster|assembly|gathering) point[^.\n]{0,24}(?:moved|is|at|to|in|on|by|near|outside|behind)(?![a-z])"
    r"|(?:staff|crew|team|employees|colleagues|we|we're|everyone)[^.\n]{0,24}(?:are|is|'re)? ?(?:gathered|waiting|sheltering|sleeping|"
    r"assembled|hiding|staying) (?:in|at|behind|on|under)"
)
OPEN_TO_ALL = Expression(
    "窓口|受付|売店|コーナー|会場|開設|ご利用|エスカレーター|カウンター|売り場|売場|フロア|店舗|ご来社"
    "|ご来店|お越し|相談|のりば|乗り場|寝て|"
    "避難して|高い所|客|浸水|reception|counter|shop|store|visitors|open to|desk|café|cafe|exhibit|gallery"
)
"""The public goes there."""

OURS = Expression(
    f"{INSIDERS}|出火|火元|火災|かばん|荷物|トイレ|bag|box|package|toilet|発火|煙|燃え|爆発|不審|異臭|漏れ|落下|崩|侵入|サーバー|"
    f"機械室|電気室|住所|実家|family|staff|crew|"
    "保管|備蓄|物資を置|倉庫(?:から|へ|に)(?:の)?(?:発送|出荷|運|届|保)|stored|kept at|"
    "employee|colleague|team|injured|fire|smoke|explosion|suspicious|broke in|intruder|server|muster|head count|we're|we are|our "
)
"""It is about the organisation's own people, or where it happened."""

PUBLIC_PLACE = Expression(
    "市役所|役場|県庁|区役所|庁舎|公民館|図書館|避難(?:所|指示|情報|してください)|会館|居場所|崖|世帯"
    "|病院|駅|空港|店舗|当店|本店|窓口|会場|"
    "recovery cent|shelter|library|town hall|city hall|boil|community cent|open (?:daily|from|to)|main st|clinic|station|terminal|"
    "residents|grounds|showground|entry via|fairground|racecourse"
)
"""A house that is open to the public, or a part of a town that is warned."""

HIDING = Expression("(?:みんな|社員|全員|スタッフ|従業員|職員|私たち)[^。]{0,6}(?:避難して|寝て|います)")
"""Our own people are there."""

TRADING = Expression("営業|開店|開館|売り場|売場|診療|外来|お買い物|reopen|opens?(?![a-z])|pick-?up|shopping|customers")
HAPPENED = Expression(
    "出火|火元|火災|けが|倒れ|荷物|不審|異臭|漏れ|落下|崩|侵入|fire|smoke|injured|suspicious|parcel|package|bag|leak|intruder"
)
"""A sentence about a shop's hours, and what happens at a place."""

NEAR = 14
"""Characters around a floor within which a word says that the public goes there."""


@detector
def exact_places(reading: Reading, context: Background) -> Iterator[Hit]:
    """Floors, rooms, street addresses, coordinates and where people gather: who reads them finds a person, or the way in."""
    for pattern in (FLOOR, ROOM, ADDRESS, GATHERED):
        for found in reading.find(pattern):
            if not reading.is_public(found.start, found.end) and not (pattern is FLOOR and _open_to_all(found)):
                ours = OURS.search(sentence(found)) is not None
                public = not ours and PUBLIC_PLACE.search(found.match.string) is not None
                public = public or (pattern is ADDRESS and authority(found.match.string))
                yield Hit("exact-place", found.start, found.end, advice_if(public) or unless_ours(ours, context))


def _open_to_all(found: Found) -> bool:
    start, end = found.match.span()
    if HIDING.search(found.match.string, max(0, start - NEAR), end + NEAR):
        return False
    if OPEN_TO_ALL.search(found.match.string, max(0, start - NEAR), end + NEAR):
        return True
    said = sentence(found)
    return TRADING.search(said) is not None and HAPPENED.search(said) is None
