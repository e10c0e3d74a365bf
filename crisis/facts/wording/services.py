"""What a sentence says of a service, in the words of those who use it: 「画面が表示されない」, "users cannot sign in".

A service has no car park: what is said of its screens, its log-in or its users is said of the service. A sentence that is
about anything else (a printer, another system) is not known to these patterns, and so states nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crisis.facts.vocabulary import Hit, hits_of
from crisis.facts.wording.sentences import blanked, products, without_causes, without_times
from crisis.model.notice_type import Term
from crisis.text.late import late

RESTORED, MAINTENANCE, CALLED_OFF = "restored", "maintenance", "maintenance-cancelled"
# Words that a sentence about a service may hold beside its name, its times and what is wrong with it.
_AROUND = late(
    r"(?:[ぁ-ん\s、:/|・「」()【】\[\]<>!★◆■●▼※~_*#-]|画面|表示|ページ|サイト|ウェブ|アプリ|サービス|システム|機能|全機能|全面|全体|すべて|全て|"
    r"ログイン|サインイン|認証|接続|通信|アクセス|応答|レスポンス|動作|処理|検索|操作|閲覧|送信|受信|登録|更新|一部|利用|お客様|お客さま|皆様|皆さま|"
    r"利用者|ユーザー|ユーザ|方|環境|状態|事象|状況|現象|不具合|障害|問題|件|影響|全国|各地|現在|引き続き|依然|断続的|一時的|大変|非常|著|極端|複数|多数|"
    r"ファイル|帳票|データ|一覧|履歴|資料|画像|添付|印刷|出力|ダウンロード|アップロード|保存|作成|入力|設定|管理|トップ|注文|予約|申込|電話|窓口|回線|発生|確認|緊急|重要|定期|計画|臨時|予定|"
    r"全サービス|全|各|速報|至急|お知|第\d+報|続報|最終報|当社|弊社|本日|時点|"
    r"\d+(?:%|割|件)|web|https?|(?:inc|p\d|sev)[- ]?\d+|"
    r"(?<![a-z])(?:the|a|an|our|we|it|its|is|are|be|been|being|has|have|had|and|or|in|on|of|to|with|that|this|for|from|between|at|as|by|all|some|"
    r"many|"
    r"several|most|users?|customers?|clients?|people|visitors?|anyone|everyone|pages?|screens?|files?|reports?|"
    r"documents?|uploads?|downloads?|exports?|attachments?|dashboards?|invoices?|data|site|"
    r"website|web|portal|app|apps|mobile|log-?in|"
    r"log-?ins|sign-?in|access|service|services|system|platform|"
    r"functions?|features?|response|responses|response times?|performance|requests|"
    r"see|seeing|seen|sees|show|shows|showing|get|gets|getting|experience|experiencing|experiences|report|reports|"
    r"reported|reporting|suffering|"
    r"aware|there|issues?|problems?|incident|disruption|status|update|alert|notice|now|currently|still|also|again|very|really|quite|much|"
    r"intermittently|temporarily|fully|completely|partially|running|loading|responding|working|today|you|your|may|"
    r"might|who|using|use|trying|"
    r"try|please note|hi all|hi|hello|dear all|all|team|colleagues|sorry|but|so|which|support|phone|phones|line|lines|calls?|queue|since|"
    r"will|during|tonight|tomorrow|briefly|unplanned|planned|scheduled|emergency|urgent|take|taking|down|major|minor|partial|ongoing|new|high|public|"
    r"external|p\d|investigating|identified)(?![a-z]))*[.,;]?\s*"
)
_LINK = late(
    r"\s*(?:times?|responses?|performance|speeds?|errors?|issues?|problems?|incident|loading|pages?)*\s*(?:to|into|"
    r"with|on|of|for|in|at|from|using)?\s+(?:the\s+)?"
)
_MENTIONED = late(
    r"(?:後|前|時の|時は|時に|際|次第|作業|予定|見込|目標|目途|めど|まで|対応マニュアル|訓練|報告書|手順|対策|履歴|率|の(?:原因|場合|可能性|おそれ|有無|件数|影響|為|ため|問い合わせ))"
)
_THEREFORE = late(
    r"(?:作業)?(?:の|を?(?:行う|実施する)|実施の)(?:ため|為)"
)  # what is done for maintenance is maintenance
_SOMETIMES = late(r"[くいるな]*(?:場合|こと|ことも)が?(?:あり|ござい|ある)")
_CLAIM = late(
    r"「[^」]*」(?:など)?(?:との|という)(?:投稿|書き込み|声|噂|うわさ|情報|報道|指摘|問い合わせ|お問い合わせ|連絡|話)|"
    r"\b(?:posts?|rumou?rs?|claims?|reports) (?:on social media )?(?:saying |claiming )?that [^.;]*? (?=are (?:not true|false|wrong))"
)
_CALLED_OFF = late(r"中止|延期|取りやめ|見送|キャンセル|\b(?:cancel\w*|postpone\w*|called off)\b")
_STILL = late(r"引き続き|依然|まだ|ただし|一方|ものの|\b(?:still|but|however|although|though|partly|partially)\b")


@dataclass(frozen=True, slots=True)
class About:
    """The listed services by name (id → names), and whether the notice is about one alone, so that a sentence may leave it
    out."""

    names: Mapping[str, Sequence[str]]
    alone: bool


def stated(text: str, terms: Sequence[Term], about: About) -> list[Hit]:
    """The terms that folded text states of a service that it names (or leaves out, where there is but one), and those that it
    denies."""
    text = _CLAIM().sub(lambda claim: " " * len(claim[0]), text)
    spans = [span[:2] for span in products(text, about.names)]
    if not spans and not about.alone:
        return []
    hits = [_softened(text, hit) for hit in hits_of(text, terms)]
    said = [hit for hit in _as_it_stands(text, hits) if hit.denied or _is_said(text, hit, hits, spans)]
    if _CALLED_OFF().search(text):
        said = [replace(hit, term=CALLED_OFF) if hit.term == MAINTENANCE else hit for hit in said]
    if _STILL().search(text) and {hit.term for hit in said} <= {RESTORED}:
        return [replace(hit, denied=True) for hit in said]  # something is not, in words that are not known here
    return said


def _softened(text: str, hit: Hit) -> Hit:
    """「つながりにくい場合があります」 says so of a service: that is how one speaks of what comes and goes."""
    return replace(hit, denied=False) if hit.denied and _SOMETIMES().match(text, hit.end) else hit


def _as_it_stands(text: str, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits, less what a sentence tells of the past: what was wrong before it says that all is restored."""
    restored = [hit for hit in hits if hit.term == RESTORED and not hit.denied]
    over = bool(restored) and not _STILL().search(text)
    headed = over and not re.search(r"\w", text[: restored[0].start])
    for hit in hits:
        if hit.term == RESTORED or not over or not (headed or hit.end <= restored[-1].start):
            yield hit


def _is_said(text: str, hit: Hit, hits: Iterable[Hit], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing but the service stands around a term in its sentence."""
    if _MENTIONED().match(text, hit.end) and not (hit.term == MAINTENANCE and _THEREFORE().match(text, hit.end)):
        return False
    plain = blanked(text, hits)
    before = [end for _, end in spans if end <= hit.start]
    after = [start for start, _ in spans if start >= hit.end]
    if (
        not before
        and after
        and not _LINK().fullmatch(plain[hit.end : after[0]])
        and not _around(plain[hit.end : after[0]])
    ):
        return False
    return _around(plain[max(before, default=0) : hit.start])


def _around(text: str) -> bool:
    plain = without_times(text)
    return any(_AROUND().fullmatch(words.strip()) for words in (plain, without_causes(plain)))
