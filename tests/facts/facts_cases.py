"""Notices made to be hard, with the facts that a careful reader takes from them and the doubts that they leave.

A case: (name, title, text, facts, doubts). Facts leave out `as_of` where it is the time of receipt. A fact that is absent here
must not be read; `doubts` maps a field to the code of the finding that holds.
"""

from __future__ import annotations

Case = tuple[str, str, str, dict[str, str | int], dict[str, str]]

SENDAI = "拠点：仙台事業所\n"
CLOSED = "拠点：仙台事業所\n状況：閉鎖\n"
SHUT: dict[str, str | int] = {"site": "sendai", "status": "closed"}
MISSING = "missing-fact"
UNKNOWN = "not-understood"
TWICE = "contradictory"

LABELLED: tuple[Case, ...] = (
    # Vocabulary: the term alone, never the notice's words.
    ("reason with internal brackets", "", CLOSED + "理由：停電のため(3階天井が落下、負傷者2名)", {**SHUT, "reason": "power-cut"}, {}),
    ("reason with full-width brackets", "", CLOSED + "理由：地震による（震度６弱、エレベーター停止）",
     {**SHUT, "reason": "earthquake"}, {}),
    ("planned is not sudden", "", CLOSED + "理由：計画停電のため", {**SHUT, "reason": "planned-power-cut"}, {}),
    ("two reasons", "", CLOSED + "理由：地震および停電", SHUT, {"reason": TWICE}),
    ("reason outside the vocabulary", "", CLOSED + "理由：天井の落下により2名が負傷", SHUT, {"reason": UNKNOWN}),
    ("reason said to be unlikely", "", CLOSED + "理由：停電の可能性", SHUT, {"reason": UNKNOWN}),
    ("half-width kana in a label", "", "ｷｮﾃﾝ：仙台事業所\n拠点：仙台事業所\n状況：閉鎖", SHUT, {}),
    # Negation.
    ("not closed", "", SENDAI + "状況：閉鎖していません", {"site": "sendai"}, {"status": UNKNOWN}),
    ("closing is undone", "", SENDAI + "状況：閉鎖を解除", {"site": "sendai", "status": "open"}, {}),
    ("not closed, but open", "", SENDAI + "状況：閉鎖していません。通常どおりです", {"site": "sendai", "status": "open"}, {}),
    ("does not close", "", SENDAI + "状況：休業はいたしません", {"site": "sendai"}, {"status": UNKNOWN}),
    ("has not reopened", "", SENDAI + "状況：再開しておりません", {"site": "sendai"}, {"status": UNKNOWN}),
    ("reopening undecided", "", SENDAI + "状況：再開は未定", {"site": "sendai"}, {"status": UNKNOWN}),
    ("might close", "", SENDAI + "状況：閉鎖を検討中", {"site": "sendai"}, {"status": UNKNOWN}),
    ("only if", "", SENDAI + "状況：震度5強以上の場合は閉鎖", {"site": "sendai"}, {"status": UNKNOWN}),
    ("was closed", "", SENDAI + "状況：午前中は閉鎖していた", {"site": "sendai"}, {"status": UNKNOWN}),
    ("closing called off", "", SENDAI + "状況：閉鎖は中止", {"site": "sendai"}, {"status": UNKNOWN}),
    ("English not closed", "", "Site: Sendai Office\nStatus: not closed", {"site": "sendai"}, {"status": UNKNOWN}),
    ("English no longer closed", "", "Site: Sendai Office\nStatus: no longer closed",
     {"site": "sendai"}, {"status": UNKNOWN}),
    ("English may be closed", "", "Site: Sendai Office\nStatus: may be closed tomorrow",
     {"site": "sendai"}, {"status": UNKNOWN}),
    ("English isn't open yet", "", "Site: Sendai Office\nStatus: isn’t open",
     {"site": "sendai"}, {"status": UNKNOWN}),
    ("English closed", "", "Site: SENDAI OFFICE\nStatus: CLOSED until further notice", SHUT, {}),
    ("shut is not shutdown", "", "Site: Sendai Office\nStatus: shutdown procedure done",
     {"site": "sendai"}, {"status": UNKNOWN}),
    ("partly is not wholly", "", SENDAI + "状況：一部閉鎖", {"site": "sendai", "status": "limited"}, {}),
    ("an aside takes it back", "", SENDAI + "状況：閉鎖（14時に解除）", {"site": "sendai"}, {"status": TWICE}),
    ("an aside explains it", "", SENDAI + "状況：閉鎖（警備員2名が常駐）", SHUT, {}),
    ("closed then open", "", SENDAI + "状況：閉鎖、のち通常どおり", {"site": "sendai"}, {"status": TWICE}),
    ("closed in two scripts", "", SENDAI + "状況：閉鎖 / Closed", SHUT, {}),
    # Two values for one field.
    ("two statuses", "", CLOSED + "営業状況：通常どおり", {"site": "sendai"}, {"status": TWICE}),
    ("the same twice", "", CLOSED + "status: closed", SHUT, {}),
    ("two sites", "", CLOSED + "事業所：東京本社", {"status": "closed"}, {"site": TWICE}),
    ("two sites in one line", "", "拠点：仙台事業所、東京本社\n状況：閉鎖", {"status": "closed"}, {"site": UNKNOWN}),
    ("all but one", "", "拠点：仙台事業所を除く全拠点\n状況：閉鎖", {"status": "closed"}, {"site": UNKNOWN}),
    ("only a part", "", "拠点：仙台事業所（3階のみ）\n状況：閉鎖", {"status": "closed"}, {"site": UNKNOWN}),
    # Places.
    ("site by id", "", "拠点：Sendai\n状況：閉鎖", SHUT, {}),
    ("unknown site", "", "拠点：山形営業所\n状況：閉鎖", {"status": "closed"}, {"site": UNKNOWN}),
    ("longest name wins", "", "拠点：東京本社アネックス\n状況：閉鎖", {"site": "annex", "status": "closed"}, {}),
    ("another place beside it", "", "拠点：新仙台事業所\n状況：閉鎖", {"status": "closed"}, {"site": UNKNOWN}),
    ("organisation before it", "", "拠点：北浜電機仙台事業所 3階\n状況：閉鎖", SHUT, {}),
    ("full-width English name", "", "拠点：Ｓｅｎｄａｉ　Ｏｆｆｉｃｅ\n状況：閉鎖", SHUT, {}),
    ("area", "", CLOSED + "対象地域：首都圏の事業所", {**SHUT, "area": "jp-capital"}, {}),
    ("two areas", "", CLOSED + "対象地域：首都圏と東北", SHUT, {"area": UNKNOWN}),
    ("Tokyo is not Kyoto", "", CLOSED + "対象地域：東京都", {**SHUT, "area": "jp-13"}, {}),
    ("area of the desk", "", CLOSED + "対象地域：宮城県仙台市", {**SHUT, "area": "site:sendai"}, {}),
    ("a company in the area's name", "", CLOSED + "対象地域：東北電力の管内", SHUT, {"area": UNKNOWN}),
    ("service", "", CLOSED + "サービス：きたはまクラウド", {**SHUT, "service": "cloud"}, {}),
    ("planned only", "", SENDAI + "状況：閉鎖（予定）", {"site": "sendai"}, {"status": TWICE}),
    ("unconfirmed", "", SENDAI + "状況：閉鎖（未確認）", {"site": "sendai"}, {"status": TWICE}),
    ("hearsay", "", SENDAI + "状況：閉鎖とのこと", {"site": "sendai"}, {"status": UNKNOWN}),
    ("part of it usable", "", SENDAI + "状況：通常どおり（正面玄関のみ利用可）", {"site": "sendai"}, {"status": TWICE}),
    ("was, and is again", "", SENDAI + "状況：閉鎖していたが再開", {"site": "sendai", "status": "open"}, {}),
    ("English was, and is again", "", "Site: Sendai Office\nStatus: Was closed. Now open as usual.",
     {"site": "sendai", "status": "open"}, {}),
    ("English expects to", "", "Site: Sendai Office\nStatus: We expect to be closed tomorrow", {"site": "sendai"}, {"status": UNKNOWN}),
    ("two states in one line", "", SENDAI + "状況：本日は終日閉鎖、明日は通常どおり", {"site": "sendai"}, {"status": TWICE}),
    # Labels.
    ("spaced-out label", "", CLOSED + "期　　間　：　令和8年10月9日（金）〜10月12日（月）",
     {**SHUT, "period": "2026-10-09/2026-10-12"}, {}),
    ("a site as the label", "", "仙台事業所：閉鎖", SHUT, {}),
    ("two sites as labels", "", "仙台事業所：閉鎖\nロンドン支社：通常どおり", {}, {"site": TWICE, "status": TWICE}),
    ("numbered and bulleted", "", "１．拠点：仙台事業所\n（２）状況：閉鎖\n■理由：台風", {**SHUT, "reason": "typhoon"}, {}),
    ("bracketed labels", "", "【拠点】：仙台事業所\n[状況]：閉鎖", SHUT, {}),
    ("qualified label", "", "拠点：仙台事業所\n状況（仙台）：閉鎖", SHUT, {}),
    ("an internal label in brackets", "", CLOSED + "状況（被害）：通常どおり", SHUT, {}),
    ("an internal label is not its part", "", CLOSED + "被害状況：再開困難", SHUT, {}),
    ("unknown labels are nothing", "", CLOSED + "備考：再開は10月13日、東京本社も閉鎖", SHUT, {}),
    ("nothing to say", "", CLOSED + "理由：なし\n次回：－\nURL：", SHUT, {}),
    # Times.
    ("as of and next", "", CLOSED + "現在：９日（金）１５：２０\n次回：16:30",
     {**SHUT, "as_of": "2026-10-09T15:20+09:00", "next_update": "2026-10-09T16:30+09:00"}, {}),
    ("date that is not", "", CLOSED + "再開：2月30日 9:00", SHUT, {"reopens": "impossible-date"}),
    ("weekday that is not", "", CLOSED + "再開：10月13日（月） 9:00", SHUT, {"reopens": "weekday-mismatch"}),
    ("zone that is several", "", CLOSED + "再開：13 Oct 09:00 CST", SHUT, {"reopens": "ambiguous-time"}),
    ("undecided", "", CLOSED + "再開：未定", SHUT, {"reopens": "undecided"}),
    ("next day by the clock", "", CLOSED + "日時：10月9日 22:00\n次回：07:00",
     {**SHUT, "as_of": "2026-10-09T22:00+09:00", "next_update": "2026-10-10T07:00+09:00"}, {}),
    ("as of by the foremost label", "", CLOSED + "発信日時：10月9日 15:25\n現在：10月9日 15:20",
     {**SHUT, "as_of": "2026-10-09T15:20+09:00"}, {}),
    ("date and time agree", "", CLOSED + "再開：10月13日\n再開日時：10月13日(火) 9:00",
     {**SHUT, "reopens": "2026-10-13T09:00+09:00"}, {}),
    ("date and time differ", "", CLOSED + "再開：10月14日\n再開日時：10月13日(火) 9:00", SHUT, {"reopens": TWICE}),
    ("period", "", CLOSED + "期間：10月9日(金)〜12日(月)", {**SHUT, "period": "2026-10-09/2026-10-12"}, {}),
    ("a start that is over", "", "拠点：仙台事業所\n状況：閉鎖解除\n再開：9:00",
     {"site": "sendai", "status": "open"}, {"reopens": "ambiguous-time"}),
    ("a clock time on which day", "", CLOSED + "期間：10月14日〜16日\n再開：17:00",
     {**SHUT, "period": "2026-10-14/2026-10-16"}, {"reopens": "ambiguous-time"}),
    ("coming Monday", "", CLOSED + "次回：月曜 9:00", {**SHUT, "next_update": "2026-10-12T09:00+09:00"}, {}),
    ("a source's own time", "", CLOSED + "再開：10月10日18:00から（JR・15:00発表）", {**SHUT, "reopens": "2026-10-10T18:00+09:00"}, {}),
    # Addresses, numbers, words.
    ("listed link", "", CLOSED + "URL：https://www.kitahama.example/A?x=1",
     {**SHUT, "link": "https://www.kitahama.example/A?x=1"}, {}),
    ("internal link", "", CLOSED + "URL：https://portal.intra.kitahama.example/a", SHUT, {}),
    ("open redirect", "", CLOSED + "URL：https://www.kitahama.example/go?u=https://evil.example/", SHUT, {}),
    ("listed and internal link", "", CLOSED + "URL：https://www.kitahama.example/ (社内 https://10.0.0.1/)",
     {**SHUT, "link": "https://www.kitahama.example/"}, {}),
    ("listed number in full width", "", CLOSED + "電話：０１２０－０００－１１１", {**SHUT, "contact": "0120-000-111"}, {}),
    ("listed number with its country", "", CLOSED + "contact: +81 120-000-111",
     {**SHUT, "contact": "0120-000-111"}, {}),
    ("two numbers side by side", "", CLOSED + "電話：0120-000-111 03-0000-0000", {**SHUT, "contact": "0120-000-111"}, {}),
    ("unlisted number", "", CLOSED + "電話：内線 7-4412、090-0000-4412", SHUT, {}),
    ("a number", "", CLOSED + "対象人数：１，２００名", {**SHUT, "people": 1200}, {}),
    ("not a number", "", CLOSED + "対象人数：約100名、うち派遣20名", SHUT, {"people": UNKNOWN}),
    ("free words", "", CLOSED + "お知らせ文：ご不便をおかけします", {**SHUT, "words": "ご不便をおかけします"}, {"words": "free-text"}),
    # Required.
    ("nothing there", "", "備考：なし", {}, {"site": MISSING, "status": MISSING}),
)  # fmt: skip
