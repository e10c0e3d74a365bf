"""Whole notices as offices write them, with the type and the public facts that a careful reader takes from each.

A case: (name, text, type, one mapping for each place that it tells of). A fact that is absent must not be read. None for the
type: nothing of it is ours to post. They are read at the sample desk at `READ_AT`.
"""

from __future__ import annotations

from datetime import datetime

WholeCase = tuple[str, str, str | None, tuple[dict[str, str], ...]]

READ_AT = datetime.fromisoformat("2026-11-25T17:10:00+09:00")  # a Wednesday

WHOLE: tuple[WholeCase, ...] = (
    ("a page for any phone", "To everyone at Osaka Office: please answer the safety-check mail by 18:00 today. If you have not received "
     "it, register on the safety site (opens on any phone).", "safety-check",
     ({"site": "osaka", "reply_path": "mail", "deadline": "2026-11-25T18:00+09:00", "other_path": "site"},)),
    ("a canteen is not the office", "大阪支社の社員食堂で食中毒の疑いがあり、食堂を閉めています。保健所に相談中です。", "health",
     ({"site": "osaka", "what": "suspected-food-poisoning", "health_office": "consulting"},)),
    ("a cause that is foretold, with a number", "札幌営業所は、大雪の予報のため11月26日を休業とします。", "office-status",
     ({"site": "sapporo", "status": "closed", "period": "2026-11-26/2026-11-26", "reason": "heavy-snow"},)),
    ("local time, of one place of ours", "札幌営業所は、現地時間11月26日18時から閉鎖します。", "office-status",
     ({"site": "sapporo", "status": "closed", "period": "2026-11-26T18:00+09:00/.."},)),
    ("the employees of a place", "台風のため、札幌営業所の社員は26日15時に退社してください。", "work-instruction",
     ({"site": "sapporo", "mode": "early-leave", "date": "2026-11-26/2026-11-26", "leave_at": "2026-11-26T15:00+09:00",
       "reason": "typhoon"},)),
    ("by when to leave", "Leaving early\nAll staff should leave by 18:00 today because of the typhoon.", "work-instruction",
     ({"mode": "early-leave", "date": "2026-11-25/2026-11-25", "leave_at": "2026-11-25T18:00+09:00",
       "reason": "typhoon", "who": "all-staff"},)),
    ("a fire that is out", "本日16時40分頃、札幌営業所で小火がありましたが、すぐに消し止められました。", "building",
     ({"site": "sapporo", "what": "fire", "state": "over", "happened_at": "2026-11-25T16:40+09:00"},)),
    ("whether it opens", "Sapporo Branch remains closed. We will tell you by 20:00 whether it opens tomorrow.", "office-status",
     ({"site": "sapporo", "status": "closed", "next_update": "2026-11-25T20:00+09:00"},)),
    ("maintenance beside a service that works", "きたはまクラウドは11月28日(土) 22:00から11月29日(日) 6:00まで、"
     "定期メンテナンスのため停止します。\n"
     "きたはまサポートは通常どおり利用できます。", "service-status",
     ({"service": "cloud", "symptom": "maintenance", "period": "2026-11-28T22:00+09:00/2026-11-29T06:00+09:00"},)),
    ("one site sent home, another not meant", "明日の勤務について\n11/26(木)は大雪の予報です。"
     "大阪支社の方は12時で終業とし、帰宅してください。札幌営業所は対象外です。",
     "work-instruction", ({"site": "osaka", "mode": "early-leave", "date": "2026-11-26/2026-11-26",
      "leave_at": "2026-11-26T12:00+09:00"},)),
    ("until, in brackets in the title", "仙台事業所の閉鎖（11月27日まで）について\n"
     "11月24日の火災の影響で仙台事業所を閉鎖しています。", "office-status",
     ({"site": "sendai", "status": "closed", "reason": "fire", "period": "../2026-11-27"},)),
    ("a deadline that is moved", "安否確認の回答期限を本日18時から20時に延長します。"
     "仙台事業所の方はメールに返信してください。", "safety-check",
     ({"site": "sendai", "reply_path": "mail", "deadline": "2026-11-25T20:00+09:00"},)),
    ("opens again tomorrow", "Because of the heat, the Osaka Office will close at 18:00 today, 25 November. It opens "
     "again tomorrow at 09:00.",
     "office-status", ({"site": "osaka", "status": "closed", "period": "2026-11-25T18:00+09:00/..",
      "reopens": "2026-11-26T09:00+09:00"},)),
    ("letters set wide apart", "記\n１．対象拠点　　大阪支社\n２．措　　置　　臨時休業\n"
     "３．期　　間　　１１月２６日（木）〜１１月２７日（金）\n以上", "office-status",
     ({"site": "osaka", "status": "closed", "period": "2026-11-26/2026-11-27"},)),
    ("a day ahead of its hours", "Osaka Office will be closed on Saturday 28 November from 9:00 to 12:00.", "office-status",
     ({"site": "osaka", "status": "closed", "period": "2026-11-28T09:00+09:00/2026-11-28T12:00+09:00"},)),
    ("hours between, and their day", "Maintenance\nKitahama Cloud will be unavailable between 02:00 and 06:00 on Sunday 29 November.",
     "service-status",
     ({"service": "cloud", "symptom": "maintenance", "period": "2026-11-29T02:00+09:00/2026-11-29T06:00+09:00"},)),
    ("an address in brackets, and a day without on",
     "Sapporo Branch (N3 W4 Street) is closed Thursday 26 November 2026 because of heavy snow.", "office-status",
     ({"site": "sapporo", "status": "closed", "period": "2026-11-26/2026-11-26", "reason": "heavy-snow"},)),
    ("a fire next door, and what people are to do",
     "札幌営業所です。隣の建物で火事があり、消防の指示で閉めました。お客様は来所しないでください。", "building",
     ({"site": "sapporo", "what": "fire-nearby", "authority": "fire-service", "action": "do-not-visit"},)),
    ("steps, of which one ends in a time",
     "Safety check\n\nTo everyone at Sapporo Branch.\n1. There was an earthquake.\n2. Please answer the safety-check SMS by 18:00 JST.\n"
     "3. No SMS? Call 0120-000-111.", "safety-check",
     ({"site": "sapporo", "reply_path": "sms", "deadline": "2026-11-25T18:00+09:00", "other_path": "phone",
       "contact": "0120-000-111"},)),
    ("asked of two sites alone", "人事課\n11月25日 16:40\n大阪支社・札幌営業所にお勤めの皆さまへ\n地震がありました。"
     "安否確認メールに記載のURLから、本日20時までに"
     "ご回答ください。\n次のお知らせは18時を予定しています。", "safety-check",
     ({"site": "osaka", "reply_path": "mail", "reason": "earthquake", "deadline": "2026-11-25T20:00+09:00",
       "next_update": "2026-11-25T18:00+09:00"},
      {"site": "sapporo", "reply_path": "mail", "reason": "earthquake", "deadline": "2026-11-25T20:00+09:00",
       "next_update": "2026-11-25T18:00+09:00"})),
    ("asked of one site, labelled", "SAFETY CHECK\nFor: staff based at Tokyo Head Office only\nPlease: answer the safety-check mail\n"
     "No mail: safety site\nBy: 19:00 today", "safety-check",
     ({"site": "tokyo", "reply_path": "mail", "other_path": "site", "deadline": "2026-11-25T19:00+09:00"},)),
    ("a mark of the whole sheet, beside what stands below", "Sapporo Branch closed\nPlease see the status of the Sapporo branch "
     "below. For staff only, do not forward.\nSite: Sapporo Branch\nStatus: Closed\nReason: power cut\n"
     "Reopens: 27 November 09:00", "office-status",
     ({"site": "sapporo", "status": "closed", "reason": "power-cut", "reopens": "2026-11-27T09:00+09:00"},)),
    ("a mark of the whole sheet in its heading", "総務部より\n札幌営業所各位\n2026年11月25日\n【社外秘】\n"
     "札幌営業所は、停電のため11月26日は終日閉鎖します。\n"
     "再開は27日9時です。\nここから社内限り\n大阪支社も閉鎖します。", "office-status",
     ({"site": "sapporo", "status": "closed", "reason": "power-cut", "period": "2026-11-26/2026-11-26",
       "reopens": "2026-11-27T09:00+09:00"},)),
    ("two days joined, and the day after", "暴風雪のため、札幌営業所は本日11月25日（水）と26日（木）を休業します。"
     "27日（金）8時から平常どおり。", "office-status",
     ({"site": "sapporo", "status": "closed", "reason": "heavy-snow", "period": "2026-11-25/2026-11-26",
       "reopens": "2026-11-27T08:00+09:00"},)),
    ("a text message to answer", "Please answer the check-in text you got by 19:00 today. If you did not get one, call 0120-000-111.\n"
     "This safety check is for everyone at Osaka Office.", "safety-check",
     ({"site": "osaka", "reply_path": "sms", "deadline": "2026-11-25T19:00+09:00", "contact": "0120-000-111", "other_path": "phone"},)),
    ("an alarm that is no fire", "Osaka Office\nA fire alarm went off at Osaka Office. The fire brigade is on "
     "site. Visitors should stay away "
     "from the building.\nNext update at 19:30.", "building",
     ({"site": "osaka", "what": "fire-alarm", "action": "keep-away", "authority": "fire-service",
       "next_update": "2026-11-25T19:30+09:00"},)),
    ("what does not work, beside what does", "Kitahama Cloud log-ins failing\nSince 14:40 customers cannot "
     "sign in to Kitahama Cloud. Orders by phone work "
     "as usual.", "service-status", ({"service": "cloud", "symptom": "login", "started_at": "2026-11-25T14:40+09:00"},)),
    ("asked of everybody", "安否確認の実施\n対象：全社員（派遣の方を含む）\n方法：安否確認メールに返信", "safety-check",
     ({"reply_path": "mail"},)),
    ("a reporter's call", "取材電話の記録\n11/25 "
     "14:30　東都テレビ報道局より入電\n大阪支社が停電で閉鎖中との情報があるが事実か、との質問。",
     None, ()),
    ("a caller's word in English", "Press line log, 25 Nov\nThe caller says Sendai Office is closed and asks why.", None, ()),
    ("a decision in the plain form", "郡山工場　従業員各位\n　断水のため、下記の通り郡山工場を閉鎖することとしたので通知する。"
     "\n　　記\n１　期間　１１月２６日（木）８時から"
     "１１月２７日（金）終日まで\n２　その他　期間中は来所しないこと。", "office-status",
     ({"site": "koriyama", "status": "closed", "reason": "water-cut", "period": "2026-11-26T08:00+09:00/2026-11-27"},)),
    ("what was decided, not when they met", "# 札幌営業所 雪害対策会議 議事メモ\n日時：2026年11月25日（水）10:00～10:30\n出席："
     "所長、総務 西田\n## 決定事項\n"
     "- 札幌営業所は11月26日（木）を終日閉鎖とする。大雪のため。\n## 検討中\n- 大阪支社の閉鎖（未定）", "office-status",
     ({"as_of": "2026-11-25T10:00+09:00", "site": "sapporo", "status": "closed", "reason": "heavy-snow",
       "period": "2026-11-26/2026-11-26"},)),
    ("a mode and who cannot", "件名：11/26（木）仙台事業所の働き方\n勤務：在宅勤務とします。仙台事業所には来ないでください。"
     "\n対象日：11月26日（木）\n事由：断水\n"
     "※在宅勤務ができない方は部門長に申し出てください。", "work-instruction",
     ({"site": "sendai", "mode": "work-from-home", "date": "2026-11-26/2026-11-26", "reason": "water-cut"},)),
    ("two days in lines cut by a margin", "All colleagues at Koriyama Plant,\n\nBecause of the power cut, please work from "
     "home on Thursday 26 "
     "November and\nFriday 27 November. If working from home is not possible for you, speak to\nyour supervisor.\n\nThe night "
     "shift is not "
     "affected.", "work-instruction",
     ({"site": "koriyama", "mode": "work-from-home", "date": "2026-11-26/2026-11-27", "reason": "power-cut",
     "exceptions": "night-shift"},)),
    ("not before that hour", "11月26日（木）は札幌営業所の始業を10時30分とします。雪のためです。"
     "10時30分より前には出社しないでください。", "work-instruction",
     ({"site": "sapporo", "mode": "late-start", "date": "2026-11-26/2026-11-26", "start_at": "2026-11-26T10:30+09:00"},)),
    ("as usual only on the next day", "大阪支社の本日25日（水）の終業は18時とします。18時になったら帰宅してください。"
     "\n明日26日（木）は通常勤務とします。",
     "work-instruction",
     ({"site": "osaka", "mode": "early-leave", "date": "2026-11-25/2026-11-25", "leave_at": "2026-11-25T18:00+09:00"},)),
    ("days and a state under one label", "雪害への対応\n記\n1. 対象拠点　札幌営業所、大阪支社\n"
     "2. 措置　11月26日（木）～27日（金） 臨時休業とします。\n以上", "office-status",
     ({"site": "sapporo", "status": "closed", "period": "2026-11-26/2026-11-27"},
      {"site": "osaka", "status": "closed", "period": "2026-11-26/2026-11-27"})),
    ("for the people of two sites alone", "対象：札幌営業所・大阪支社の社員\n勤務日：11月26日（木）\n勤務：在宅勤務", "work-instruction",
     ({"site": "sapporo", "mode": "work-from-home", "date": "2026-11-26/2026-11-26"},
      {"site": "osaka", "mode": "work-from-home", "date": "2026-11-26/2026-11-26"})),
    ("for a region", "対象：首都圏の事業所に勤務する社員\n勤務日：11月26日（木）\n勤務：在宅勤務", "work-instruction",
     ({"area": "jp-capital", "mode": "work-from-home", "date": "2026-11-26/2026-11-26"},)),
    ("for everybody", "対象：国内全拠点の社員各位（派遣社員をふくみます）\n勤務日：11月26日（木）\n勤務：在宅勤務", "work-instruction",
     ({"mode": "work-from-home", "date": "2026-11-26/2026-11-26"},)),
    ("what closes, under what it applies to", "Office closure\nApplies to: Sapporo Branch\nStatus: closed", "office-status",
     ({"site": "sapporo", "status": "closed"},)),
    ("a safety system, and a deadline in a sentence", "安否確認のお願い\n安否確認システムから回答してください。"
     "回答期限は、本日20時です。",
     "safety-check", ({"reply_path": "system", "deadline": "2026-11-25T20:00+09:00"},)),
    ("a day of the matter under 日付", "対象者：東京本社に勤務する方\n日付：11月26日（木）　終日\n勤務：在宅勤務", "work-instruction",
     ({"site": "tokyo", "mode": "work-from-home", "date": "2026-11-26/2026-11-26"},)),
    ("rows below a day", "件名："
     "大雪に伴う各拠点の対応\n\n拠点\t11/26(木)\t備考\n札幌営業所\t終日閉鎖\t当番3名\n大阪支社\t通常どおり\t\n", "office-status",
     ({"site": "sapporo", "status": "closed", "period": "2026-11-26/2026-11-26", "reason": "heavy-snow"},
      {"site": "osaka", "status": "open", "period": "2026-11-26/2026-11-26", "reason": "heavy-snow"})),
    ("closed, then closed, then open", "札幌営業所は11月26日（木）16時に閉館します。27日（金）・28日（土）は終日閉館です。"
     "30日（月）は9時に開館します。",
     "office-status",
     ({"site": "sapporo", "status": "closed", "period": "2026-11-26T16:00+09:00/2026-11-28", "reopens": "2026-11-30T09:00+09:00"},)),
    ("closed until one day, open on another", "Osaka Office is closed for repairs from Thursday 26 November through Friday 27 "
     "November and "
     "reopens on Monday 30 November at 9:00 am.", "office-status",
     ({"site": "osaka", "status": "closed", "period": "2026-11-26/2026-11-27", "reopens": "2026-11-30T09:00+09:00"},)),
    ("below a mark for colleagues", "11月27日の郡山工場の見学会は中止します。地震のためです。\n\n--- ここから下は外に出さない "
     "---\n通路の修理は12月2日の予定。次回：18時に連絡。",
     "event-change",
     ({"item": "tour", "change": "cancelled", "old_date": "2026-11-27", "site": "koriyama", "reason": "earthquake",},)),
    ("a wording under its label", "掲載日時：2026/11/25 15:00\nお客様向け文面："
     "札幌営業所は大雪のため11月25日（水）から11月27日（金）まで臨時休業いたします。\n備考（社内）：大阪支社も検討中",
     "office-status",
     ({"as_of": "2026-11-25T15:00+09:00", "site": "sapporo", "status": "closed", "period": "2026-11-25/2026-11-27",
     "reason": "heavy-snow"},)),
    ("some products, somewhere", "物流管理部　2026年11月25日 9:30\n豪雨による道路の通行止めのため、"
     "九州向けの変圧器の出荷を11月25日（水）から停止しています。\n"
     "四国および本州向けは通常どおりです。次回は26日（木）9時半にお伝えします。", "supply",
     ({"as_of": "2026-11-25T09:30+09:00", "flow": "shipping", "status": "stopped", "extent": "some", "area": "jp-kyushu",
       "period": "2026-11-25/..", "reason": "heavy-rain", "next_update": "2026-11-26T09:30+09:00"},)),
    ("all products", "停電のため、郡山工場の生産を停止しています。", "supply",
     ({"site": "koriyama", "flow": "production", "status": "stopped", "reason": "power-cut"},)),
    ("a time put right", "訂正とお詫び\n11月25日9時30分にお送りした札幌営業所の案内で、開始時刻を「10時」と記載しましたが、"
     "正しくは「9時」です。", "correction",
     ({"site": "sapporo", "wrong": "time", "right_time": "2026-11-25T09:00+09:00"},)),
    ("put right in English", "Correction: our post of 25 November, 9:30 am\nWe wrote that Osaka Office opens at 10:00 on "
     "Thursday 26 November. "
     "This was incorrect. It opens at 9:00 on Thursday 26 November.", "correction",
     ({"site": "osaka", "wrong": "time", "posted_at": "2026-11-25T09:30+09:00", "right_time": "2026-11-26T09:00+09:00"},)),
    ("an event with its hours", "工場見学の延期\n延期前：11月28日（土） 13:00～15:00\n延期後：12月5日（土） "
     "13:00～15:00\n会場：郡山工場", "event-change",
     ({"item": "tour", "change": "postponed", "old_date": "2026-11-28T13:00+09:00", "new_date": "2026-12-05T13:00+09:00"},)),
    ("a label that is the matter", "義援金：日本赤十字社を通じて台風の被災地に寄付します。", "relief",
     ({"kind": "money", "recipient": "japanese-red-cross", "reason": "typhoon"},)),
    ("another country's Red Cross", "We are donating money to the British Red Cross after the floods.", "relief",
     ({"kind": "money", "recipient": "red-cross"},)),
    ("nothing has changed", "郡山工場の火災について、10時のお知らせから変わったことはありません。次回は19時にお知らせします。",
     "no-change",
     ({"site": "koriyama", "next_update": "2026-11-25T19:00+09:00"},)),
    ("both languages on a line", "【安否確認 / SAFETY CHECK】\n・安否確認メールに返信してください / Please reply to the "
     "safety-check mail\n・本日20:00まで / by 20:00 today\n"
     "・次の連絡 next notice: 19:00", "safety-check",
     ({"reply_path": "mail", "deadline": "2026-11-25T20:00+09:00", "next_update": "2026-11-25T19:00+09:00"},)),
    ("numbered below 記, the day under 日付", "令和8年11月25日\n社員各位\n　　大雪に伴う11月26日の勤務について\n　　記\n"
     "１．対　象　　東京本社および郡山工場に勤務する社員\n２．日　付　　令和8年11月26日（木）\n"
     "３．取扱い　　終日、在宅勤務とする。\n　　以上",
     "work-instruction",
     ({"site": "tokyo", "mode": "work-from-home", "date": "2026-11-26/2026-11-26", "reason": "heavy-snow"},
      {"site": "koriyama", "mode": "work-from-home", "date": "2026-11-26/2026-11-26", "reason": "heavy-snow"})),
    ("a day that is off anyway, and as usual after it", "札幌営業所の休業について\n\n拠点：札幌営業所\n状況：臨時休業\n"
     "期間：11月26日（木）終日　※11月27日はもともと休業日\n再開：11月30日（月）8:45 から平常どおり", "office-status",
     ({"site": "sapporo", "status": "closed", "period": "2026-11-26/2026-11-26", "reopens": "2026-11-30T08:45+09:00"},)),
    ("when more is said, beside the mode", "HR news\nWho: Osaka Office, all employees\nWhen: Thursday 26 November 2026, whole day\n"
     "What: Stand by at home. A decision about Friday 27 November will follow at 18:00.\nWhy: no railway service\n"
     "Contractors: talk to vendor management", "work-instruction",
     ({"site": "osaka", "mode": "stand-by-at-home", "date": "2026-11-26/2026-11-26", "reason": "transport", "who": "all-staff"},)),
    ("cancelled, where a new date would stand", "Event: Open Day at Koriyama Plant\nWas: Saturday 28 November 2026, 10:00-15:00\n"
     "Now: cancelled, will not be held at a later date\nReason: extreme heat", "event-change",
     ({"item": "event", "change": "cancelled", "old_date": "2026-11-28T10:00+09:00", "site": "koriyama", "reason": "heat"},)),
    ("whom to call instead", "Kitahama Cloud log-ins failing\nCustomers cannot sign in to Kitahama Cloud. They get a "
     "blank page. Orders by "
     "phone to Kitahama Support (0120-000-111) work as usual.", "service-status",
     ({"service": "cloud", "symptom": "login", "contact": "0120-000-111"},)),
    ("a corrected day", "Our post says Sapporo Branch reopens on Thursday 26 November at 9:00. That is wrong. It reopens on Friday 27 "
     "November at 9:00. On Thursday 26 November it stays closed all day.", "correction",
     ({"site": "sapporo", "wrong": "date", "right_time": "2026-11-27T09:00+09:00"},)),
    ("closed from an hour on", "# Koriyama Plant: short day\n\nOn **Friday 27 November 2026** the Koriyama Plant closes at "
     "**13:00** because of planned works. It opens again on Monday 30 November 2026 at 8:30.", "office-status",
     ({"site": "koriyama", "status": "closed", "period": "2026-11-27T13:00+09:00/..",
       "reopens": "2026-11-30T08:30+09:00", "reason": "works"},)),
    ("an event by its name, to another day's hours", "11月28日（土）に郡山工場で予定していた「くらしの省エネ展2026」は、"
     "12月5日（土）10時～16時に延期します。", "event-change",
     ({"item": "exhibition", "change": "postponed", "old_date": "2026-11-28", "new_date": "2026-12-05T10:00+09:00",
       "site": "koriyama"},)),
    ("what one of ours is said to have seen", "【第一報】11月25日（水）16:50\n"
     "16時40分ごろから、きたはまクラウドの表示がおかしいという申告が続いています。"
     "原因は調査中です。次の報告は18時に行います。\n見慣れない操作があるらしい。", "holding",
     ({"what": "systems", "service": "cloud", "next_update": "2026-11-25T18:00+09:00"},)),
    ("all else as usual, in a row of its own", "| 製品 | 地域 | 対象業務 | 状況 |\n|---|---|---|---|\n| KCシリーズ | "
     "全国 | 出荷 | 停止 |\n"
     "| その他の製品 | 全国 | 出荷 | 通常どおり |", "supply",
     ({"extent": "some", "area": "jp", "flow": "shipping", "status": "stopped"},)),
    ("advice for what may come, beside what has", "11月25日、当社の一部のサーバーへの不正アクセスを確認しました。"
     "当社の名前をかたる不審なメールが届いても、リンクを開かないでください。", "security-advisory",
     ({"kind": "access", "action": "do-not-open", "confirmed_at": "2026-11-25"},)),
    ("a table of two columns in plain text", "大雪の対応\n\n| 項目 | 札幌営業所 |\n|---|---|\n| 期間 | 11月26日（木）終日 |\n"
     "| 状況 | 臨時休業 |", "office-status", ({"site": "sapporo", "status": "closed", "period": "2026-11-26/2026-11-26"},)),
    ("as it was before", "Kitahama Cloud has worked normally since 14:20. Customers can sign in again.", "service-status",
     ({"service": "cloud", "symptom": "restored"},)),
)  # fmt: skip

# What must stop for a person: (name, text).
HELD: tuple[tuple[str, str], ...] = (
    (
        "for the people of a place that is not said",
        "当事務所は、停電のため11月26日は閉鎖します。26日は全員在宅勤務です。",
    ),
    ("an alarm that was false", "札幌営業所で16時に火災報知器が鳴りましたが、誤作動でした。"),
    (
        "on whose clocks, for people abroad",
        "Dear colleagues in London\nOffice: Sendai Office\nStatus: closed\nReopens: 27 November 9:00",
    ),
    ("half a day under one label", "拠点：大阪支社\n状況：11月26日（木） 午後休業"),
    ("some days as usual", "拠点：大阪支社\n状況：11月26日は休業、27日は通常どおり"),
    ("for a department alone", "対象：製造部\n勤務日：11月26日（木）\n勤務：在宅勤務"),
    ("for a department of a site", "対象：大阪支社の製造部\n勤務日：11月26日（木）\n勤務：在宅勤務"),
    ("for some of all", "対象：全社員のうち管理職\n勤務日：11月26日（木）\n勤務：在宅勤務"),
    ("for all but one site", "For: everyone except Osaka Office\nDate: 26 November\nMode: work from home"),
    (
        "clocks of three cities",
        "To: London, New York and Singapore staff\nKitahama Cloud maintenance overran. Kitahama Cloud has been "
        "unavailable since about 6:00 and we expect it back at 8:00 tomorrow morning.",
    ),
    (
        "a room of it closed, and it as usual",
        "大阪支社からのお知らせ\n消毒のため、大阪支社1階の展示室を11月26日と27日の2日間閉館します。"
        "28日10時から通常どおり開館します。",
    ),
    (
        "as usual, and no leave yet",
        "東京本社の火災報知の件\n東京本社の件は終了です。全館通常どおりです。\n"
        "ただし消防の再入館の許可は、まだ正式には出ていません。",
    ),
    (
        "one of two, and nobody says which",
        "Reopening after the typhoon. Sendai Office and Koriyama Plant reopen on Thursday 26 November, one at "
        "10:00 and the other at 13:00. Until then both stay closed.",
    ),
    ("a place that nobody knows", "KKの臨時休業\n設備点検のため、KK を11月27日（金）に臨時休業とします。"),
    ("a number that stays", "種別：連絡先の変更\n電話：0120-000-111（変更ありません）\n変わるもの：メールアドレス"),
    (
        "hours put right",
        "【訂正】受付時間の訂正\nきたはまサポートの受付時間に誤りがありました。正しくは9時から18時です。",
    ),
    (
        "only the wrong day is plain",
        "Correction: our notice says the Osaka Office reopens on Friday 27 November. It reopens on Monday 30 "
        "November, not Friday 27 November.",
    ),
    (
        "hours of no day",
        "見学会の件\n11月28日（土）に予定していた郡山工場の見学会について。開催時間を10時～16時に変更します。",
    ),
    ("all of two sites", "大雪の件\n\n対象者：東京本社、大阪支社の全社員\n対象日：11月26日（木）\n勤務形態：在宅勤務"),
    (
        "decided for another day",
        "札幌営業所の件\n\n拠点：札幌営業所\n状況：閉鎖。12月5日からとの決定をお知らせします。",
    ),
    ("next door", "札幌営業所です。隣の建物で火災がありました。"),
    ("a part in brackets", "Sapporo Branch (2nd floor) is closed Thursday 26 November 2026 because of heavy snow."),
    ("a part in brackets, in Japanese", "札幌営業所（２階）は、大雪のため11月26日は終日閉鎖します。"),
    (
        "what is slow, beside what works",
        "Kitahama Cloud: users in Osaka see timeouts since 13:20 today. Phone support is working normally.",
    ),
    (
        "one of two at one hour",
        "Tokyo Head Office and Osaka Office both close early tomorrow, one at 15:00 and one at 16:00.",
    ),
    ("across the road", "当社ビルの向かいの建物で火災がありました。仙台事業所は営業しています。"),
    (
        "some come all the same",
        "People at Tokyo Head Office work from home on Thursday 26 November. Only the reception team comes in.",
    ),
    ("a restart is no stop", "種別：供給\n対象業務：出荷\n状況：停止\n再開日：12月5日"),
    ("a wish", "仙台事業所を閉鎖したい。"),
    ("a question", "仙台事業所ですが、明日も閉めたほうがいいでしょうか？断水が続くようなら閉鎖でよいかと思います。"),
    ("two areas in one breath", "大雪のため、北海道および東北向けの出荷に遅れが出ています。"),
    ("for some, and nobody says where", "安否確認メールに返信してください。営業部員のみが対象です。"),
    (
        "a day to come under a title",
        "Sapporo Branch closed for cleaning\nThe branch is closed for disinfection on Saturday.",
    ),
    (
        "a building of a plant",
        "郡山工場第2工場棟は、設備故障のため11月26日から27日まで操業を停止します。第1工場棟は通常どおりです。",
    ),
    ("addressed to some", "経理部・人事部の皆さんへ\n11月26日は大阪支社の空調停止のため、在宅勤務としてください。"),
    (
        "another group is told later",
        "Because of snow, staff at the Sapporo Branch should leave at 18:30 today. Night shift will be told by 18:00.",
    ),
    (
        "closed during that time",
        "大阪支社各位\n明日11月26日は8:30〜12:00の間、全館停電します。この間、入館はできません。",
    ),
    (
        "as usual, but for the reception",
        "大阪支社の来客受付は11月26日(木)15時で終了します。社員の出入りは通常どおりです。",
    ),
    (
        "a number from a day on",
        "お問い合わせ先電話番号の変更\n11月30日(月)から、きたはまサポートの番号が 0120-000-111 に変わります。",
    ),
    ("what will resume", "Koriyama Plant resumes shipping on Monday 30 November if the road is open."),
)
