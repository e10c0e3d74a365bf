"""The page's own words in the languages of posts, and how it writes times. Posts speak for themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from crisis.model.names import PLAIN_JAPANESE

AUTONYMS = {"ja": "日本語", "en": "English", PLAIN_JAPANESE: "やさしい日本語"}

_JA = {
    "site": "{organisation}からのお知らせ",
    "skip": "本文へ移動",
    "languages": "言語",
    "now": "いまお知らせしていること",
    "none": "現在お知らせしていることはありません。",
    "none_more": "新しいお知らせは、このページに載せます。",
    "latest": "最新",
    "updates": "これまでのお知らせ",
    "known": "いまお伝えできること",
    "unknown": "まだ分かっていないこと",
    "next": "次のお知らせ",
    "next_at": "次は {time} にお知らせします。",
    "next_late": "{time} にお知らせする予定でした。まだ新しいお知らせはありません。",
    "timeline": "経過（新しい順）",
    "above": "上に全文があります",
    "all": "すべて見る（{count}件）",
    "one": "くわしく見る",
    "closed": "終了",
    "closed_at": "この件のお知らせは {time} に終了しました。",
    "closed_section": "終了したお知らせ",
    "other": "そのほかのお知らせ",
    "earlier": "以前のお知らせ（{count}件）",
    "as_of": "{time} 現在のページです。",
    "reload": "最新の状態にする",
    "corrected": "このお知らせは訂正されました。{link}",
    "mended": "訂正あり",
    "correction": "訂正を読む（{time}）",
    "replaced": "このあと新しくなりました：{link}",
    "replacement": "{time} のお知らせ",
    "corrects": "{link}を訂正するものです。",
    "corrected_post": "前のお知らせ（{time}）",
    "newer": "ほかの言語に、より新しいお知らせがあります：{link}",
    "only": "このお知らせは、まだ日本語になっていません。",
    "post": "お知らせ",
    "plain": "原文（テキスト）",
    "data": "データ（JSON）",
    "incident_feed": "この件のフィード（Atom）",
    "home": "お知らせの一覧",
    "feed": "フィード（Atom）",
    "proof": "このページの記録を確かめる",
    "proof_more": "お知らせの記録を、この時点で要約し署名したものです。保存しておけば、あとで記録が書き換えられていないか確かめられます。",
}
_EN = {
    "site": "Updates from {organisation}",
    "skip": "Skip to content",
    "languages": "Language",
    "now": "Happening now",
    "none": "There is no current incident.",
    "none_more": "New announcements will appear on this page.",
    "latest": "Latest",
    "updates": "Updates so far",
    "known": "What we can say now",
    "unknown": "What is not known yet",
    "next": "Next update",
    "next_at": "Our next update comes at {time}.",
    "next_late": "An update was due at {time}. There is no newer one yet.",
    "timeline": "Timeline (newest first)",
    "above": "in full above",
    "all": "See all {count} updates",
    "one": "Open this update",
    "closed": "Ended",
    "closed_at": "Updates on this matter ended at {time}.",
    "closed_section": "Ended",
    "other": "Other announcements",
    "earlier": "Earlier announcements ({count})",
    "as_of": "This page is as of {time}.",
    "reload": "Reload for the latest",
    "corrected": "This post has been corrected. {link}",
    "mended": "Corrected",
    "correction": "Read the correction ({time})",
    "replaced": "Replaced since: {link}",
    "replacement": "the post of {time}",
    "corrects": "This corrects {link}.",
    "corrected_post": "the earlier post ({time})",
    "newer": "There is a newer post in another language: {link}",
    "only": "Not available in English yet.",
    "post": "Announcement",
    "plain": "Exact text",
    "data": "Data (JSON)",
    "incident_feed": "Feed of this matter (Atom)",
    "home": "All announcements",
    "feed": "Feed (Atom)",
    "proof": "Check the record behind this page",
    "proof_more": "A signed summary of our record of announcements. Keep it, and you can tell later whether the record was changed.",
}
_PLAIN = _JA | {
    "site": "{organisation}の お知(し)らせ",
    "skip": "お知(し)らせを 読(よ)む",
    "languages": "ことば",
    "now": "いまの お知(し)らせ",
    "none": "いま お知(し)らせは ありません。",
    "none_more": "新(あたら)しい お知(し)らせは ここに 書(か)きます。",
    "latest": "いちばん 新(あたら)しい",
    "updates": "いままでの お知(し)らせ",
    "known": "いま 言(い)える こと",
    "unknown": "まだ わからない こと",
    "next": "つぎの お知(し)らせ",
    "next_at": "つぎは {time}に 知(し)らせます。",
    "next_late": "{time}に 知(し)らせる 予定(よてい)でした。まだ 新(あたら)しい お知(し)らせは ありません。",
    "timeline": "いままでの こと（新(あたら)しい ものが 上(うえ)）",
    "above": "上(うえ)に ぜんぶ あります",
    "all": "ぜんぶ 見(み)る（{count}）",
    "one": "もっと 見(み)る",
    "closed": "おわり",
    "closed_at": "この お知(し)らせは {time}に おわりました。",
    "closed_section": "おわった お知(し)らせ",
    "other": "ほかの お知(し)らせ",
    "earlier": "まえの お知(し)らせ（{count}）",
    "as_of": "この ページは {time}の ものです。",
    "reload": "新(あたら)しく する",
    "corrected": "この お知(し)らせは まちがいが ありました。{link}",
    "mended": "直(なお)しました",
    "correction": "正(ただ)しい お知(し)らせを 読(よ)む（{time}）",
    "replaced": "あとで 新(あたら)しく なりました：{link}",
    "replacement": "{time}の お知(し)らせ",
    "corrects": "{link}を 直(なお)しました。",
    "corrected_post": "まえの お知(し)らせ（{time}）",
    "newer": "ほかの ことばに もっと 新(あたら)しい お知(し)らせが あります：{link}",
    "only": "やさしい日本語(にほんご)は まだ ありません。",
    "post": "お知(し)らせ",
    "home": "ぜんぶの お知(し)らせ",
    "proof": "記録(きろく)を たしかめる",
    "proof_more": "お知(し)らせの 記録(きろく)の しるしです。とっておくと、あとで 記録(きろく)が 変(か)わって いないか わかります。",
}
_WORDS = {"ja": _JA, "en": _EN, PLAIN_JAPANESE: _PLAIN}
_WEEKDAYS_JA = "月火水木金土日"


def words(language: str) -> Mapping[str, str]:
    """The page's words in a language: exactly, else in its primary language, else in English."""
    return MappingProxyType(_WORDS.get(language) or _WORDS.get(language.split("-", maxsplit=1)[0]) or _EN)


def spoken(language: str) -> str:
    """The language in which `words` answers, for a `lang` attribute."""
    return language if language in _WORDS or language.split("-", maxsplit=1)[0] in _WORDS else "en"


def autonym(language: str) -> str:
    """The language's name in itself; its tag where we do not know it."""
    return AUTONYMS.get(language, language)


def written(at: datetime, now: datetime, language: str) -> str:
    """A time in the page's zone as its readers write it: 10月9日(金)15:20; "15:20 JST, Fri 9 Oct". Both times are in that
    zone; the year stands only where it is not this year."""
    year = at.year != now.year
    if spoken(language).startswith("ja"):
        return f"{f'{at.year}年' if year else ''}{at.month}月{at.day}日({_WEEKDAYS_JA[at.weekday()]}) {at:%H:%M}"
    return f"{at:%H:%M %Z, %a} {at.day} {at:%b}{f' {at.year}' if year else ''}"
