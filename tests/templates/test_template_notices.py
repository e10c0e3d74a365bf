"""Realistic notices in Japanese and English: recognised as their type, and their public facts found in the shipped vocabularies."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from template_kit import DESK, TOKYO, TYPES

from crisis import facts, intake
from crisis.drafting import compose
from crisis.model.fact import Facts
from crisis.model.post import Occasion
from crisis.model.settings import GuardSettings, Links, Settings

RECEIVED = datetime(2026, 10, 9, 15, 30, tzinfo=TOKYO)
SETTINGS: Settings = replace(
    DESK,
    links=Links(public=("https://www.kitahama.example/",)),
    guard=GuardSettings(public_contacts=("0120-000-111",)),
)

NOTICES = [
    ("safety-check", "安否確認への回答のお願い", """
対象：全社員（1,240名）
きっかけ：地震
発生：10月9日 14:46ごろ
返信方法：安否確認メールに返信
届かない場合：安否サイトに登録
回答率：38%（未回答 768名）
負傷者：2名
次回：10月9日 16:30
""", {"reason": "earthquake", "reply_path": "mail", "other_path": "site"}, {"reply_rate", "injured"}),
    ("safety-check", "Safety check: please reply", """
What happened: earthquake
Reply: reply to the mail
If it has not arrived: use the safety site
Deadline: 9 Oct 2026 18:00
Replied: 412 of 1240
Subject: [ANPI] Please answer
""", {"reply_path": "mail", "other_path": "site", "deadline": "2026-10-09T18:00+09:00"}, {"reply_rate", "mail_details"}),
    ("office-status", "仙台事業所 臨時閉鎖について", """
拠点：仙台事業所
状況：閉鎖
理由：停電のため（3階天井が落下、負傷者2名）
被害：3階天井の一部が落下
警備：夜間無人
""", {"site": "sendai", "status": "closed", "reason": "power-cut"}, {"damage", "security"}),
    ("office-status", "仙台事業所の営業について", """
拠点：仙台事業所
状況：一部閉鎖
理由：工事
""", {"site": "sendai", "status": "limited", "reason": "works"}, set()),
    ("office-status", "Office status", """
Site: Sendai Office
Status: reopened
Reopens: 13 Oct 2026 09:00
Damage: ceiling on the 3rd floor
""", {"site": "sendai", "status": "open", "reopens": "2026-10-13T09:00+09:00"}, {"damage"}),
    ("work-instruction", "10月13日の勤務について", """
対象地域：首都圏
勤務形態：在宅勤務
対象日：10月13日
理由：台風
例外：個別に連絡した者を除く
必須要員：運用課 5名
""", {"area": "site:sendai", "mode": "work-from-home", "date": "2026-10-13/2026-10-13", "reason": "typhoon",
      "exceptions": "told-separately"}, {"essential_staff"}),
    ("work-instruction", "早期退社の指示", """
対象地域：首都圏
指示：終業を早め帰宅
対象日：10月9日
終業：15:30
変更前：17:00
運休開始：18:00
情報源：JR東日本
宿泊：新橋のホテルを確保
""", {"mode": "early-leave", "leave_at": "2026-10-09T15:30+09:00", "replaced_time": "2026-10-09T17:00+09:00",
      "trains_stop_at": "2026-10-09T18:00+09:00", "source": "jr"}, {"pay"}),
    ("work-instruction", "Working arrangements for Tuesday", """
Area: Tokyo area
Mode: stand by at home
Applies on: 13 October 2026
Reason: typhoon
Hotels: booked for 12
""", {"mode": "stand-by-at-home", "reason": "typhoon", "date": "2026-10-13/2026-10-13"}, {"pay"}),
    ("service-status", "【障害】きたはまクラウド", """
サービス：きたはまクラウド
症状：ログインできない
発生日時：10月9日 14:40ごろ
原因：DBサーバ db03 のディスク故障
復旧見込み：18時ごろ
影響件数：約3,200社
ベンダー：あおば電算
""", {"service": "cloud", "symptom": "login", "started_at": "2026-10-09T14:40+09:00"},
     {"cause_detail", "restore_estimate", "figures", "vendor"}),
    ("service-status", "Service status: Kitahama Cloud", """
Service: Kitahama Cloud
Symptom: restored
Restored at: 9 Oct 2026 15:10
Root cause: bad deploy 4.2.1
Hosts: db03.intra.kitahama.example
""", {"service": "cloud", "symptom": "restored", "restored_at": "2026-10-09T15:10+09:00"}, {"cause_detail", "hosts"}),
    ("security-advisory", "不審なメールへの注意喚起", """
種類：なりすましメール
お願い：添付を開かないでください
確認日時：10月9日 14:40
攻撃者：不明（LockBit を名乗る）
""", {"kind": "fake-mail", "action": "do-not-open", "confirmed_at": "2026-10-09T14:40+09:00"}, {"demand"}),
    ("security-advisory", "Security advisory", """
Kind: phishing
Action: do not open links
Detected at: 7 Oct 2026 02:14
Attack path: VPN appliance CVE-2026-10234
""", {"kind": "fake-mail", "action": "do-not-open"}, {"started_at", "indicators"}),
    ("holding", "第一報（確認中のお知らせ）", """
事象：ランサムウェア
確認時刻：10月9日 14:40ごろ
検知：10月7日 02:14
身代金：あり
次回：10月9日 16:30
""", {"what": "cyber", "confirmed_at": "2026-10-09T14:40+09:00", "next_update": "2026-10-09T16:30+09:00"},
     {"started_at", "demand"}),
    ("no-change", "続報（変わりなし）", """
拠点：仙台事業所
次回：10月9日 18:00
""", {"site": "sendai", "next_update": "2026-10-09T18:00+09:00"}, set()),
    ("all-clear", "All clear: Sendai", """
Site: Sendai Office
Done: building inspection
Confirmed by: fire service
As usual from: 13 Oct 2026 09:00
""", {"site": "sendai", "done": "building-check", "confirmed_by": "fire-service"}, set()),
    ("correction", "お詫びと訂正", """
訂正対象：10月9日 15:20
誤りの箇所：時刻
正しい時刻：10月9日 16:30
誤：17:30
""", {"posted_at": "2026-10-09T15:20+09:00", "wrong": "time", "right_time": "2026-10-09T16:30+09:00"}, {"wrong_text"}),
    ("contact-change", "お問い合わせ窓口の変更（電話不通）", """
臨時電話：0120-000-111
状況：不通
変更前：022-000-0000
""", {"contact": "0120-000-111", "state": "down"}, {"old_contact"}),
    ("relief", "被災地支援について", """
支援内容：義援金
寄付先：日本赤十字社
金額：1,000万円（取締役会 10月12日）
""", {"kind": "money", "recipient": "japanese-red-cross"}, {"amount"}),
    ("health", "感染者の発生について", """
拠点：仙台事業所
内容：新型コロナウイルス感染症
人数：1名
年代：40代
性別：男性
部署：経理課
対応：消毒済み
保健所：相談済み
階：3階
""", {"site": "sendai", "what": "infection", "measure": "disinfected", "health_office": "consulting"},
     {"cases", "person", "floor"}),
    ("building", "仙台事業所で火災", """
拠点：仙台事業所
事象：火災
発生：10月9日 14:50ごろ
関係機関：消防
お願い：来訪しないでください
集合場所：正面駐車場
負傷者：1名
""", {"site": "sendai", "what": "fire", "authority": "fire-service", "action": "do-not-visit"}, {"assembly", "injured"}),
    ("event-change", "セミナー開催中止のお知らせ", """
対象：セミナー
変更内容：中止
開催日：10月13日 14:00
理由：地震
参加者：158名
""", {"item": "seminar", "change": "cancelled", "old_date": "2026-10-13T14:00+09:00", "reason": "earthquake"}, {"guests"}),
    ("supply", "出荷停止について", """
拠点：仙台事業所
対象業務：出荷
状況：停止
理由：停電
在庫：4日分
得意先：あおば薬品
業績影響：確認中
""", {"site": "sendai", "flow": "shipping", "status": "stopped", "reason": "power-cut"},
     {"stock", "customer_effect", "forecast"}),
]  # fmt: skip


def read(title: str, body: str) -> tuple[str | None, Facts | None]:
    (notice,) = intake.read(f"{title}\n{body}".encode(), "notice.txt")
    found = facts.recognise(notice, TYPES).type
    return found, facts.extract(notice, TYPES[found], SETTINGS, RECEIVED) if found else None


@pytest.mark.parametrize(
    ("type_id", "title", "body", "expected", "withheld"), NOTICES, ids=[f"{n[0]}-{n[1]}" for n in NOTICES]
)
def test_notice_becomes_its_posts(
    type_id: str, title: str, body: str, expected: dict[str, str], withheld: set[str]
) -> None:
    found, stated = read(title, body)
    assert found == type_id
    assert stated is not None
    plain = {fact.name: fact.plain() for fact in stated.facts}
    assert {name: plain.get(name) for name in expected} == expected
    assert withheld <= {one.name for one in stated.withheld}
    assert not stated.doubts, [str(doubt.mend) for doubt in stated.doubts]
    posts, _ = compose(stated, TYPES[type_id], SETTINGS, Occasion())
    assert {post.language for post in posts} == {"ja", "en", "ja-x-plain"}


def test_every_type_has_a_notice() -> None:
    assert {notice[0] for notice in NOTICES} == set(TYPES)


TITLES = [
    ("safety-check", "【緊急】安否確認の実施について"),
    ("safety-check", "安否確認システムへの回答をお願いします"),
    ("safety-check", "Please confirm your safety"),
    ("safety-check", "Safety confirmation request"),
    ("office-status", "仙台事業所の休館について"),
    ("office-status", "本社ビル臨時閉館のお知らせ"),
    ("office-status", "大阪支社 営業再開のお知らせ"),
    ("office-status", "仙台事業所の閉鎖について"),
    ("office-status", "London office closed on Thursday"),
    ("office-status", "Sendai Office reopening"),
    ("office-status", "営業時間の短縮について"),
    ("office-status", "停電による仙台事業所の休業"),
    ("work-instruction", "台風15号接近に伴う出社の取り扱いについて"),
    ("work-instruction", "明日の出勤について"),
    ("work-instruction", "10月13日（火）在宅勤務のお願い"),
    ("work-instruction", "計画運休に伴う勤務の取り扱い"),
    ("work-instruction", "Work from home on Tuesday"),
    ("work-instruction", "Early leave today"),
    ("work-instruction", "帰宅困難に備えた社内待機について"),
    ("service-status", "きたはまクラウド ログイン障害の発生について"),
    ("service-status", "【復旧】きたはまクラウド"),
    ("service-status", "Kitahama Cloud outage"),
    ("service-status", "サービスがつながりにくい状況について"),
    ("service-status", "Service restored: Kitahama Cloud"),
    ("security-advisory", "当社を装った不審メールにご注意ください"),
    ("security-advisory", "当社社員を名乗る偽アカウントについて"),
    ("security-advisory", "Phishing mails in our name"),
    ("holding", "第一報：システム異常について（調査中）"),
    ("holding", "Holding statement"),
    ("no-change", "続報：状況に変更なし"),
    ("no-change", "No change at Sendai"),
    ("all-clear", "【最終報】対策本部を解散しました"),
    ("all-clear", "All clear"),
    ("correction", "【訂正】仙台事業所の再開時刻"),
    ("correction", "Correction: time of reopening"),
    ("contact-change", "コールセンター電話番号の変更について"),
    ("contact-change", "臨時窓口のご案内"),
    ("contact-change", "Temporary number for customers"),
    ("relief", "能登半島地震 義援金について"),
    ("relief", "Disaster relief: donation"),
    ("health", "社員の新型コロナウイルス感染について"),
    ("health", "食中毒の疑いについて"),
    ("health", "Employee tested positive"),
    ("building", "本社ビル火災の発生について"),
    ("building", "不審物の発見について"),
    ("building", "Fire at Sendai plant"),
    ("building", "漏水による影響について"),
    ("event-change", "展示会の開催中止について"),
    ("event-change", "セミナー延期のお知らせ"),
    ("event-change", "配送遅延・配達日の変更について"),
    ("event-change", "Open day postponed"),
    ("supply", "郡山工場の生産停止について"),
    ("supply", "出荷再開のお知らせ"),
    ("supply", "Production suspended at Koriyama"),
]


@pytest.mark.parametrize(("type_id", "title"), TITLES)
def test_title_alone_tells_the_type(type_id: str, title: str) -> None:
    found, _ = read(title, "\n各位\n標記の件、下記のとおりです。\n")
    assert found == type_id


@pytest.mark.parametrize("title", [
    "来週の食堂メニュー", "【極秘】経営企画室メモ", "健康診断のご案内", "社内報10月号", "Team lunch on Friday",
    "会議室予約システムの操作方法",
    "年末調整の書類提出について", "新入社員研修の資料", "Minutes of the weekly meeting", "駐車場の利用申請",
])  # fmt: skip
def test_what_is_no_emergency_has_no_type(title: str) -> None:
    found, _ = read(title, "\n各位\n標記の件、下記のとおりです。\n")
    assert found is None
