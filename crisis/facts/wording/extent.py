"""Whether a notice speaks of some of our products only: which they are stays inside, that they are not all is said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crisis.facts.wording.passages import Passage
from crisis.model.notice import Entry
from crisis.text.folding import folded
from crisis.text.late import late

EXTENT, SOME = "extent", "some"
_ALL = late(
    r"(?:全|すべて|全て|各種|当社)の?(?:製品|商品|品目|機種)?(?:群)?|(?:製品|商品)(?:全般|全体|一般)?|全品(?:目)?|(?:all|"
    r"every|our)(?: of)?(?: our)?(?: products?| goods| items?| lines?| families)?|products?|goods"
)
_OF = late(
    r"([^\s、。,・はがをにへも()（）「」]{2,20})の(?:(?:一部の?)?(?:生産|製造|出荷|供給|配送|発送|納品|お届け|受注|"
    r"ご?注文|納期|入荷|修理))"
)
# What is no product before 「の出荷」: ourselves, places, times, whom it is for.
_NO_PRODUCT = late(
    r".*(?:当社|弊社|製品|商品|品目|機種|全品|各種|工場|事業所|支社|支店|営業所|本社|センター|倉庫|拠点|地方|地域|全国|"
    r"国内|海外|方面|県|道|府|都|市|宛て?|向け|"
    r"日|時|分|月|年|今後|以降|本日|明日|現在|通常|お客様|お客さま|下記|以下|次|その他|新規|ご予約済み|一部)|"
    r".*(?:ため|影響|遅れ|再開|停止|見込み?)"
)
_SOME_PRODUCTS = late(r"一部(?:の)?(?:製品|商品|品目|機種)|\bsome (?:of our )?(?:products?|goods|items|models|lines)\b")
_OF_LATIN = late(
    r"\b(?:production|manufacturing|shipping|shipments?|deliver(?:y|ies)|supply|supplies|dispatch(?:es)?|orders?|repairs?) (?:of|for) "
    r"(?!all\b|our\b|products?\b|goods\b|orders?\b|the (?:plant|office)|any\b|every|those|these|customers?|to\b|from\b|"
    r"in\b|at\b|[a-z]+ (?:plant|office|branch))([a-z][a-z -]{2,30})"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Where it stands that only some products are meant."""

    where: str


def some_products(entries: Iterable[Entry], passages: Iterable[Passage], places: Iterable[str]) -> Told | None:
    """Where a notice names products of ours, as against all of them: in `entries`, which are labelled as products, or in its
    sentences. `places` are names that are none, folded."""
    named = tuple(places)
    for entry in entries:
        value = folded(entry.value).strip(" 。.")
        if value and not _ALL().fullmatch(value):
            return Told(entry.where)
    for passage in passages:
        if _SOME_PRODUCTS().search(passage.text) or any(
            _is_product(name, named) for name in _OF().findall(passage.text)
        ):
            return Told(passage.where)
        if any(not name.strip().endswith(named) for name in _OF_LATIN().findall(passage.text)):
            return Told(passage.where)
    return None


def _is_product(name: str, places: tuple[str, ...]) -> bool:
    said = re.split(r"(?:による|により|向けの|宛の|での|からの|ため)", name)[-1].removesuffix("から")
    return bool(said) and not _NO_PRODUCT().fullmatch(said) and not said.endswith(places)
