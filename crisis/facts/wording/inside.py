"""What of a notice is for colleagues alone: from which line on, and which label says so of itself.

A mark such as 社外秘 or "for staff only" in the heading of a notice is one of the whole sheet: the desk decides what of it is
public. Below the first line that tells anything, it divides what may be told from what may not.
"""

from __future__ import annotations

import re

from crisis.facts.wording.sentences import without_times
from crisis.model.notice import Entry, Notice
from crisis.text.folding import folded
from crisis.text.late import late

_LINE = late(r"line (\d+)")
_INSIDE_LABEL = late(
    r"[(\[<【](?:社内|内部|社外秘|非公開|internal|private|staff)[)\]>】]|^internal\b|社内(?:用|向け|メモ|備考)|(?<!\w)internal$"
)
_STOP = late(r"[。！？]|[.!?](?=\s)")
_SHEET = 2  # written lines that are a heading whatever they say
# Lines of a heading that tell nothing: who writes to whom, of what, under which number.
_HEADING = late(
    r"(?:件名|題名?|表題|標題|宛先?|宛て|発信者?|発信元|発信日時?|差出人|作成者?|作成日|担当|日付|文書番号|区分|取り?扱い?|"
    r"subject|title|re|to|from|cc|date|sent|issued|by|ref|author|classification)\s*[:=].*|"
    r"[^。]{0,40}(?:各位|皆さん|皆様|皆さま|みなさん|みなさま|様|御中|殿)(?:へ|、|,)?|(?:dear|hi|hello|to|attn|all)\b[^.]{0,40}[,:]?|"
    r"[^、。]{0,30}(?:部|課|室|係|本部|事務局|委員会|チーム|グループ|センター|社|店|所|場|より|から)(?:長|発)?(?:\s+[^\s、。]{1,8}){0,2}|"
    r"[^、。]{0,16}第?[\d-]+(?:号|報)|[\W\d]*"
)
_NAME_WORDS = frozenset({"of", "and", "for", "the", "to", "at", "in", "no"})
# A labelled line for colleagues, among others (「社内限り：…」), is of itself alone.
_IS_LABEL = late(r"[\W_]*[^\s:=([]{1,16}(?: \w{1,16})?\s*[:=]")
_LABELLED = late(r"[^\s:=]{1,16}(?: \w{1,16}){0,2}\s*[:=]")
_LEADS = late(r"^[\W_]*(?:以下|ここから|こっから|この下|追記|補足|追伸|別記|ps\b|p\.s\.|note|everything below)?[^\w]*")
_MARK_ALONE = 16  # letters beside a mark of what is internal, in a line that is no more than the mark
_BELOW = late(r"以下|ここから|こっから|この下|下記|↓|\b(?:below|following|rest of|remainder)\b|:\s*$")
_INSIDE = late(
    r"(?:社内|部内|課内|所内|室内|店内|内部|本部内|管理職|管理者|部長|課長|所長|支社長|役員|幹部|社員|所員|職員|従業員|"
    r"関係者|担当者|職制|リーダー|班長|"
    r"人事|労務|総務|広報|情シス|対策本部|対策室|チーム|事務局)(?:の?(?:方|皆さん|皆様))?(?:各位)?(?:のみ|限り|限定|"
    r"用(?!意|件|語)|専用|だけ(?=[)】\]:]|で|に)|"
    r"止まり|留め|(?:向け|用)?(?:の)?(?:メモ|連絡事項|補足|申し送り))|"
    r"[(【\[<※*](?:社内|内部|本部内|所内|部内)[)】\]>:]|※(?:社内|内部|本部内|所内|部内)|"
    r"社内向け|社内連絡(?!先)|社外秘|部外秘|厳秘|転載禁止|取り?扱い?注意|以下.{0,6}(?:内部|メモ|社内)|"
    r"(?:ここから|こっから|以下は?|この下は?)(?:先は?|下は?)?(?:社内|関係者|外に|社外)|"
    r"(?:外|社外)(?:に|へ)(?:は)?(?:出さ|漏らさ|言わ|教え|出し)|社外への?(?:言及|開示|口外)|社外秘|口外(?:しない|厳禁|"
    r"無用|禁止)|他言(?:しない|無用)|"
    r"\b(?:hr|managers?|staff|team|internal|leads?|wardens?|hosts?|supervisors?|response team|incident team|employees?|crew|"
    r"directors?|board)(?: (?:team|channel|use|eyes|staff|circulation|distribution))*[ -]only\b|"
    r"\bnot (?:for|to be) (?:circulation|release|publication|sharing|shared|the public|said|quoted|passed on|published|outside)|"
    r"\b(?:do not|don't|pls don't|please don't|never) (?:forward|share|circulate|quote|advertise|pass (?:it |this |"
    r"that )?on|hand (?:it|that|them|this) out|"
    r"mention|repeat|tell press|tell the press)|"
    r"\bfor (?:floor wardens|hosts|managers|supervisors|the incident team|the response team)\b|"
    r"\binternal (?:only|use|parts?|matters?|notes?|timeline|comments?|details?|remarks?|"
    r"information|section)\b|\bprivileged\b|\bconfidential\b|"
    r"\bstaff only|\boff the record"
)


def inside_label(label: str) -> bool:
    """Whether a label says that what it labels is for colleagues (「原因（社内）」)."""
    return _INSIDE_LABEL().search(folded(label)) is not None or _INSIDE().search(folded(label)) is not None


def inside_from(notice: Notice) -> int | None:
    """The number of the line from which on a notice is for colleagues alone; None where it never says so."""
    lines = [folded(line).strip() for line in notice.text.split("\n")]
    told = {int(n) for e in notice.entries if "\n" not in e.value for n in _LINE().findall(e.where)}
    written, heading = 0, True
    for number, (line, raw) in enumerate(zip(lines, notice.text.split("\n"), strict=True), 1):
        written += bool(line)
        below = next((each for each in lines[number:] if each), "")
        one_line = (number in told and not line.endswith(":")) or (line.endswith(":") and _LABELLED().match(below))
        marked = _begins_inside(line) and not (one_line and _IS_LABEL().match(line))
        if marked and written > 1 and (not heading or _says_below(line)):
            return number
        heading = heading and (marked or written < _SHEET or _is_heading(line, raw.strip(), notice))
    return None


def _is_heading(line: str, raw: str, notice: Notice) -> bool:
    """Whether a line tells nothing of the matter but its title: who writes, to whom, when."""
    if line == folded(notice.title).strip() or _HEADING().fullmatch(without_times(line).strip(" ,()")):
        return True
    words = re.findall(r"[A-Za-z']+", raw)
    return raw.isascii() and not raw.endswith((".", "!")) and all(w[0].isupper() or w in _NAME_WORDS for w in words)


def marks_the_sheet(entry: Entry, notice: Notice) -> bool:
    """Whether a heading is such a mark of the whole notice: what stands below it is no value of it."""
    found = _LINE().fullmatch(entry.where)
    if found is None or not says_inside(folded(entry.label)):
        return False
    number, begins = int(found[1]), inside_from(notice)
    below = folded(entry.value.split("\n")[0]).strip() not in folded(notice.text.split("\n")[number - 1])
    return below and (begins is None or number < begins)


def says_inside(text: str) -> bool:
    """Whether folded text marks anything as for colleagues."""
    return _INSIDE().search(text) is not None


def _says_below(line: str) -> bool:
    """Whether one sentence marks what follows it. "See below. For staff only." is two: the mark is one of the whole sheet."""
    said = _STOP().split(line)
    return any(_BELOW().search(each) and _INSIDE().search(each) for each in said)


def _begins_inside(text: str) -> bool:
    """Whether all that follows a line is for colleagues: it begins with a mark that says so (「【管理職限り】」, "[HR only] 61 of
    …"), says so of what is below, or says nothing else. A mark within a sentence is of that line alone."""
    mark = _INSIDE().search(text)
    if mark is None:
        return False
    lead = _LEADS().match(text)
    leads = (
        lead is not None and mark.start() <= lead.end() and not text[: mark.start()].strip(" ・*•-–—:>")[:1].isalnum()
    )
    headed = leads and (
        (lead is not None and bool(lead[0].strip(" ・*•-"))) or text[mark.end() :][:1] in (":", "", ")", "]", "】")
    )
    alone = len(text) - len(mark[0]) <= _MARK_ALONE and ":" not in text[: mark.start()]
    return headed or alone or _BELOW().search(text) is not None
