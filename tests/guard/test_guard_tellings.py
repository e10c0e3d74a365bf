"""Words that say nothing alone tell something together, within one sentence and unless a word excuses them."""

from __future__ import annotations

import pytest

from crisis.guard import GuardContext, inspect
from crisis.guard.lexicon import core_lexicon
from crisis.guard.telling_words.forms import verbs
from crisis.guard.tellings import TELLINGS
from crisis.model.finding import Severity
from crisis.model.settings import Links

ALONE = GuardContext()
AT_A_DESK = GuardContext(links=Links(), spoken=("北浜製作所",))


def stopped(text: str, context: GuardContext = ALONE) -> set[str]:
    return {finding.code for finding in inspect(text, context) if finding.stops}


TOLD = {
    "plan": (
        "常務は明日の便で那覇から戻ります。",
        "取締役会は今夜臨時に開かれます。",
        "三島の工場は来春に閉鎖する方向で検討しています。",
        "当店は廃業し、更地にします。",
        "The vice president is stranded in Oslo.",
        "Our subsidiary will be merged by March.",
        "原料は残り3日分です。",
    ),
    "vendor": ("清掃会社が配線を切断しました。", "鋼板を供給する会社が浸水しました。", "The haulier lost the goods."),
    "customer": (
        "市役所には当社のシステムを納めています。",
        "Shipments to Airbus are late.",
        "取引している数社に影響が出ます。",
    ),
    "finance": ("冬のボーナスは半額です。", "犯人は支払いを要求しています。", "The insurer won't cover it."),
    "legal": (
        "安全弁の点検を怠っていました。",
        "法務からは何も言うなと指示が出ています。",
        "遺族と示談を進めています。",
        "顧客リストが盗まれることは絶対にありません。",
        "当社の安全管理に不備がありました。",
    ),
    "rumour": ("掲示板では倒産すると言われています。", "Some blog claims our shop is burning."),
    "speculation": ("おそらく漏電が原因です。", "It will probably be fixed by five.", "With any luck we open at noon."),
    "exact-place": ("書庫の棚の裏から煙が出ました。", "Smoke came from behind the stairwell."),
    "access-secret": (
        "勝手口の鍵は植木鉢の下です。",
        "The spare key hangs in the drawer.",
        "The gate code is four two four two.",
    ),
    "infra-part": ("待機系のディスクが故障しました。", "An old server was still in use.", "オラクルが壊れました。"),
    "security-posture": ("夜は社屋に誰もいません。", "発電機はあと2時間で止まります。"),
    "health": ("総務の係長が手術を受けます。", "Our receptionist has epilepsy."),
    "small-count": ("経理の課で2名が欠勤です。", "Two kitchen workers slipped."),
    "denial": ("社員は全員無事です。",),
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in TOLD.items() for text in texts])
def test_words_tell_together(code: str, text: str) -> None:
    assert code in stopped(text)
    assert code in stopped(text, AT_A_DESK)


def test_every_part_is_a_class_of_words() -> None:
    classes = set(core_lexicon().phrases)
    assert {name for telling in TELLINGS for name in (*telling.parts, *telling.unless)} <= classes


def test_every_kind_of_telling_has_a_case() -> None:
    assert {telling.code for telling in TELLINGS} <= {*TOLD, "classification"}


@pytest.mark.parametrize(
    "text", ["常務の談話です。明日の便は欠航します。", "The vice president spoke.\nFlights to Oslo are cancelled."]
)
def test_words_of_two_sentences_tell_nothing(text: str) -> None:
    assert "plan" not in stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "市内の工場跡地は、来年度に公園へ移転する計画です。",
        "暗証番号に生年月日を使うのは避けてください。",
        "発熱のある方は受診の前に保健所へ電話してください。",
        "県内で2名が搬送されました（消防本部によると）。",
        "お一人様2名までご入場いただけます。",
        "大雨警報は解除されました。",
    ],
)
def test_what_the_public_is_told_passes(text: str) -> None:
    assert stopped(text) == set()


def test_words_that_are_public_by_construction_take_no_part() -> None:
    text = "北浜製作所のデータが遅れています。"
    assert "customer" in stopped(text, GuardContext(links=Links()))
    assert "customer" not in stopped(text, AT_A_DESK)


def test_words_alone_hold_and_never_block() -> None:
    texts = [text for texts in TOLD.values() for text in texts]
    assert all(f.severity is not Severity.BLOCK for text in texts for f in inspect(text, ALONE))


def test_verbs_stand_in_all_their_forms() -> None:
    assert verbs("try") == ("try", "tries", "trying", "tried")
    assert verbs("stop*") == ("stop", "stops", "stopping", "stopped")
    assert verbs("fly/flew/flown") == ("fly", "flies", "flying", "flew", "flown")
    assert verbs("pass by") == ("pass by", "passes by", "passing by", "passed by")
