"""What a warning needs to be acted on: who speaks, what is so, where, as of when, what to do, when we speak next.

Mileti & Sorensen (1990) and the Warning Lexicon (Sutton, Olson & Waugh 2024): source, hazard and impact, location, time,
guidance. The next update is CERC's: people wait calmly for a stated time. Advice alone, and none where the post is the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crisis.guard.context import Background
from crisis.guard.expressions import Expression
from crisis.guard.patterns import Pattern
from crisis.guard.reading import Reading
from crisis.guard.registry import Hit, detector
from crisis.text.folding import folded

READ = 4_000
"""Characters in which the parts are looked for: what stands behind them, nobody reads in time."""

CLOCK = r"(?<!\d)(?:[01]?\d|2[0-4])(?::[0-5]\d(?!\d)|時)|(?<![a-z0-9])\d{1,2}\s?[ap]\.?m(?![a-z])|正午|noon|midnight"
TIME = Pattern(rf"{CLOCK}|(?<!\d)[0-2]\d[0-5]\d (?:hrs|jst|utc|gmt)")
AS_OF = Pattern(
    rf"as of|現在|時点|のお知らせ|の お知|(?:{CLOCK})[^。.\d]{{0,8}}(?:jst|utc|gmt|次回|つぎ|next)"
    r"|(?<!\d)\d{1,2}:\d\d(?:\s?(?:jst|utc|gmt))?(?:,?\s\d{1,2}\s[a-z]{3,9})?\.?\s*(?:https?://\S{1,300}\s*|[#\[【][^\s]{1,40}\s*)?$"
    r"|(?:posted|updated|issued|correct|最終更新|更新)[^。.\n]{0,20}\d"
)
FINAL = Pattern(
    r"最終報|【おわり|終わります|おわりです|(?<![a-z])final(?![a-z])|last update|no further updates"
    r"|通常どおり|通常通り|いつもと\s?おなじ|いつもと\s?同|再開し|再開いた|復旧し|復旧いた|解消し|解除し|おわりました|終わりました"
    r"|as usual|as normal|resumed|restored|resolved|reopened|have ended|has ended|is over|lifted|訂正|correction|なおしました"
)
NEXT = Pattern(
    rf"(?:次回|次報|次の|つぎ|next|again|update|report|write|post|news)[^。\n]{{0,40}}?(?:{CLOCK}|\d{{1,2}}日|\d{{1,2}}/\d{{1,2}})"
    rf"|(?:{CLOCK})[^。\n]{{0,24}}(?:お知らせ|知らせます|しらせます|また|改めて|発表|更新|報告)|next[^.\n]{{0,20}}\d{{3,4}}"
    r"|(?:every|毎時|1時間ごと|一時間ごと)"
)
HAPPENS = Pattern(
    r"地震|余震|津波|台風|大雨|豪雨|大雪|積雪|雪|暴風|強風|洪水|浸水|冠水|土砂|雷|熱中症|噴火|火災|火事|停電|断水|漏れ|障害|異常|不具合|問題|事故"
    r"|故障|不審|不正|感染|食中毒|事案|状況|影響|安否|避難|警報|注意報|指示|運休|運転|見合わせ|遅れ|欠航|混雑|規制|通行止"
    r"|閉鎖|閉館|休業|休館|休校|休診|休止|停止|中止|延期|変更|変わり|かわり|取り消|できません|使えません|入れません|はいれません|しまって|止ま|とまり|終業"
    r"|点検|調べ|しらべ|確認|再開|復旧|通常|回復|解消|開きます|ひらき|おなじ|同じ|支援|寄付|義援|受け付け|回収|交換|訂正|誤り|なお|同\(|番号|窓口|つながり|電話"
    r"|じしん|もんだい|攻撃|でんしゃ|へんじ|返事|かえって|帰\(?|かえり|止\(と|願い|お願|おねがい|前\(|物\(|物を"
    r"|earthquake|aftershock|tsunami|typhoon|hurricane|storm|rain|snow|ice|wind|flood|landslide|lightning|heat|eruption|fire|smoke"
    r"|power cut|power|outage|water|leak|gas|problem|issue|incident|error|fault|delay|disrupt|suspicious|phishing|attack|access"
    r"|infect|illness|warning|watch|advisory|order|emergency|clos|open|cancel|postpon|suspend|stop|run|delay|chang|cannot|can't"
    r"|unavailable|unable|down|degraded|evacuat|shelter|missing|check|safety|investigat|restor|resum|resolv|reopen|normal|donat"
    r"|support|recall|return|replace|correct|wrong|relief|shipping|deliver|order|event|phone|line|work"
)
GUIDES = Pattern(
    r"お願|ください|下さい|お願い|おねがい|しないで|控え|避け|ましょう|必要はありません|お使い|使えます|お越し|お電話|ご覧|ご利用|お問い合わせ|問い合わせ|へ連絡|帰宅|出社|在宅|待機"
    r"|登録を|確認を|注意|警戒|禁止|無料|窓口|受け付け|申し訳|すみません|調査中|確認中|調べて|しらべて|確認して|分かっていません|わかりません"
    r"|please|do not|don't|never|must|should|can |may |call|reply|register|stay|avoid|report|wait|follow|keep|move|evacuate|shelter|contact"
    r"|boil|leave|use |go |come |take |put |turn|look|check|visit|see |be |remain|expect|allow|listen|prepare|open |track"
    r"|investigat|not yet know|not known|unknown|looking into|sorry|apologi"
)
PLACE = Pattern(
    r"[都道府県市区町村郡島](?:[^民]|$)|地方|地域|地区|方面|全国|県内|市内|区内|町内|沿岸|[川山港線駅道橋号]|事業所|営業所|本社|支社|支店|工場|倉庫|店舗|店|ビル|館|園|院|校|大学|学部|空港|会場|拠点"
    r"|キャンパス|センター|ホテル|ホーム|建物|施設|窓口|サービス|クラウド|サイト|システム|アプリ|ネット|回線|メール|製品|商品|便|電車|列車|バス"
    r"|皆さ|みなさ|皆様|みなさま|の方|かた|人へ|社員|お客|学生|児童|生徒|住民|市民|患者|利用者|お住まい|いる方|ここ|そちら|まわり|人\(|ひと|会社"
    r"|office|building|plant|factory|branch|store|shop|site|station|line|route|road|street|bridge|river|coast|county|city|town|village|ward"
    r"|district|area|region|prefecture|state|campus|school|university|college|hospital|clinic|airport|port|park|centre|center|hall|zone"
    r"|north|south|east|west|service|cloud|app|website|system|platform|network|api|server|portal|mail|product|flight|train|bus"
    r"|everyone|everybody|all who|all staff|staff|customer|student|resident|visitor"
    r"|guest|patient|passenger|traveller|traveler|user|public|people|you|our"
)
OURS = Expression(
    r"当社|弊社|当行|当院|当館|当店|当校|本学|当局|わたしたち|(?<![a-z])(?:we|our|us)(?![a-z])|訂正|【なお|correction"
)


@detector
def missing_parts(reading: Reading, context: Background) -> Iterator[Hit]:
    """What a reader needs and the text does not say."""
    text = reading.folded.text[:READ]
    if not text.strip():
        return
    final = _has(FINAL, text)
    if context.organisation and context.has_desk and not _speaks(text, context):
        yield Hit("no-source")
    if not _has(HAPPENS, text):
        yield Hit("no-hazard")
    if not _has(PLACE, text) and not _named(text, context):
        yield Hit("no-place")
    if not _has(TIME, text):
        yield Hit("no-time")
    elif not _has(AS_OF, text):
        yield Hit("no-as-of")
    if not final and not _has(GUIDES, text):
        yield Hit("no-guidance")
    if not final and not _has(NEXT, text):
        yield Hit("no-next-update")


def _has(pattern: Pattern, text: str) -> bool:
    return pattern.search(text) is not None


def _speaks(text: str, context: Background) -> bool:
    """Whether the text says who speaks: the organisation, one of its sites or services, or we."""
    ours = (*context.organisation.values(), context.organisation.get("en", "").split(" ")[0])
    return _any_in(ours, text) or _named(text, context) or OURS.search(text) is not None


def _named(text: str, context: Background) -> bool:
    return _any_in((name for names in context.names for name in names.values()), text)


def _any_in(words: Iterator[str] | tuple[str, ...], text: str) -> bool:
    """Whether the text holds one of the names, with its furigana or without."""
    bare = re.sub(r"[( )]|(?<=\()[ぁ-んー]{1,20}(?=\))", "", text)
    for word in filter(None, words):
        name = folded(word)
        if name in text or re.sub(r"[( )]|(?<=\()[ぁ-んー]{1,20}(?=\))", "", name) in bare:
            return True
    return False
