"""Minutes of a meeting: what was decided is news; when people met, who came and what they discussed is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crisis.facts.matching import tidy
from crisis.model.notice import Entry, Notice
from crisis.text.folding import folded
from crisis.text.late import late

_HEAD = 8  # written lines among which minutes say that they are such
_CALLED = late(
    r"議事(?:録|メモ|要旨)|(?:会議|打ち?合わ?せ|ミーティング|対策本部|連絡会|定例)(?:の)?(?:メモ|記録|要旨|ノート|議事)|"
    r"\bminutes\b|\bmeeting notes?\b|\bnotes? (?:of|from) (?:the |our )?(?:\w+ )?(?:meeting|call)\b"
)
_CAME = late(
    r"(?:出席|参加|列席|欠席)(?:者|メンバー)?|(?:in attendance|attendees|present|participants|apologies|absent)"
)
_DECIDED = late(
    r"(?:本日の)?(?:決まったこと|決定(?:事項|内容)?|合意(?:事項)?|結論|まとめ)|(?:what we )?(?:agreed|decided|decisions?|"
    r"resolved|resolutions?|conclusions?|outcomes?)"
    r"(?: items?| points?)?"
)
_ELSE = late(
    r"(?:主な)?(?:議論|検討(?:事項|中)?|未決(?:事項)?|保留(?:事項)?|未定|意見|質疑|報告(?:事項)?|共有(?:事項)?|経過|宿題|課題|アクション(?:アイテム)?|todo|"
    r"確認事項|その他|次回(?:予定|会議)?|備考|メモ|記録)|"
    r"(?:discussed|discussion|actions?|action items?|open (?:points|issues|items)|any other business|aob|next steps|"
    r"parking lot|notes|reported|updates?)"
    r"(?:[,:;(].*)?"
)
_HEADING = late(r"\s*(?:#{1,6} |[■◆●▼【])")
_SPAN = late(r"(?<=\d)\s*[-~〜～–]\s*(?=\d).*$")
_LINE = late(r"line (\d+)")


def is_minutes(notice: Notice) -> bool:
    """Whether a notice is minutes: its head calls it so and says who came."""
    head = [notice.title, *[line for line in notice.text.split("\n") if line.strip()][:_HEAD]]
    came = any(_CAME().match(_plain(line)) for line in head)
    return came and any(_CALLED().search(folded(line)) for line in head)


def decided(notice: Notice) -> Notice:
    """The notice that minutes make: their title and what was decided, each on its line; of their labelled lines the one that
    says when they met, as when it was written. Any other notice is itself."""
    if not is_minutes(notice):
        return notice
    kept = frozenset(_decided_lines(notice.text))
    lines = [line if at in kept else "" for at, line in enumerate(notice.text.split("\n"), 1)]
    return replace(notice, text="\n".join(lines), entries=tuple(_entries(notice.entries, kept)))


def _decided_lines(text: str) -> Iterator[int]:
    """The numbers of the lines below a heading of what was decided, up to the next heading."""
    within = False
    for number, line in enumerate(text.split("\n"), 1):
        plain = _plain(line)
        if _DECIDED().fullmatch(plain):
            within = True
        elif _ELSE().fullmatch(plain) or _HEADING().match(line):
            within = False
        elif within:
            yield number


def _entries(entries: tuple[Entry, ...], kept: frozenset[int]) -> Iterator[Entry]:
    for entry in entries:
        found = _LINE().fullmatch(entry.where)
        if tidy(entry.label) in ("日時", "日付", "date", "when", "開催日時"):
            yield replace(entry, label="as of", value=_SPAN().sub("", entry.value))
        elif found and int(found[1]) in kept and "\n" not in entry.value:
            yield entry


def _plain(line: str) -> str:
    """A line folded, without its bullets, numbers and brackets."""
    return re.sub(r"^[\W_]*(?:\d{1,2}[.)]\s*)?|[\s:>\])】]+$", "", folded(line).strip())
