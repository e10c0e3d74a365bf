"""What the guard takes for our own words, and what for the notice's."""

from __future__ import annotations

from desk_scene import Scene

from crisis.desk.drafts import saving
from crisis.desk.drafts.safer import safe_word
from crisis.desk.duty.incidents import open_incident

SAFETY = """件名：安否確認メールへの回答のお願い
対象者：北浜電機で働くすべての方（派遣の方を含みます）
返信方法：会社からの安否確認メールに返信してください
メールが届かない場合：安否サイトに直接登録してください
発信日時：10月9日 15:18
次回更新：{next}
備考：回答の催促は各部門の責任者から電話で行う予定です
"""


def test_words_of_a_template_are_copied_from_nobody(scene: Scene) -> None:
    (post,) = scene.posts(SAFETY)
    assert "会社からの安否確認メールに返信してください" in post.text
    assert [f.code for f in post.findings if f.stops] == []


def test_words_of_the_notice_that_no_template_says_are_copied(scene: Scene) -> None:
    (post,) = scene.posts(SAFETY)
    edited = saving.edit(
        scene.desk, post.id, post.text + "\n回答の催促は各部門の責任者から電話で行う予定です。", by="drafter"
    )
    assert "copied" in [f.code for f in edited.findings if f.stops]


OUTAGE = """件名：きたはまクラウドの障害
サービス：きたはまクラウド
症状：ログインできない
発生：10月9日 14:20
時点：10月9日 15:18
次回：{next}
"""


def test_in_an_attack_nothing_tells_since_when(scene: Scene) -> None:
    open_incident(scene.desk, "cyber", {"ja": "システムの異常"}, by="drafter")
    (post,) = scene.posts(OUTAGE)
    assert "ログインできません" in post.text
    assert "14:20" not in post.text


def test_elsewhere_since_when_is_told(scene: Scene) -> None:
    (post,) = scene.posts(OUTAGE)
    assert "14:20" in post.text


def test_where_nothing_may_be_posted_the_holding_post_is_filled(scene: Scene) -> None:
    open_incident(scene.desk, "cyber", {"ja": "システムの異常"}, by="drafter")
    safe = safe_word(scene.desk, ["service-status"])
    assert safe is not None
    assert safe.command.startswith("crisis say holding --answer what=cyber --answer next_update=")
    assert "異常を確認しました" in safe.text
    assert "障害" not in safe.text


def test_what_has_happened_is_never_guessed(scene: Scene) -> None:
    assert safe_word(scene.desk, [None]) is None
    safe = safe_word(scene.desk, [None, "service-status"])
    assert safe is not None
    assert "what=outage" in safe.command
