"""What may not go out is taken out by whole sentences, in one step."""

from __future__ import annotations

import pytest
from desk_scene import Scene

from crisis.desk.clearance import clearing
from crisis.desk.drafts import saving, taking_out
from crisis.errors import Refused
from crisis.guard import GuardContext, inspect
from crisis.model.records import Review

SECRET = "パスワードは Abcd1234! です。"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("閉鎖します。暗証番号は4821です。15:20現在", "閉鎖します。15:20現在"),
        ("Closed. The door code is 4821. Next update 16:30.", "Closed. Next update 16:30."),
        ("閉鎖します\n連絡は 090-1234-5678 へ\n15:20現在", "閉鎖します\n15:20現在"),
        ("090-1234-5678", ""),
        ("閉鎖します。15:20現在", "閉鎖します。15:20現在"),
    ],
)
def test_whole_sentences_go(text: str, left: str) -> None:
    assert taking_out.without(text, [f for f in inspect(text, GuardContext()) if f.stops]) == left


def test_the_rest_can_be_cleared_by_another(scene: Scene) -> None:
    (post,) = scene.posts()
    saving.edit(scene.desk, post.id, SECRET + post.text, by="drafter")
    assert taking_out.take_out(scene.desk, post.id, by="drafter").text == post.text
    assert clearing.clear(scene.desk, [post.id], scene.signer("approver"))[0].review is Review.CLEARED


def test_nothing_to_take_out_and_nothing_left_are_said(scene: Scene) -> None:
    (post,) = scene.posts()
    with pytest.raises(Refused) as refused:
        taking_out.take_out(scene.desk, post.id, by="drafter")
    assert refused.value.code == "nothing-to-take-out"
    saving.edit(scene.desk, post.id, SECRET, by="drafter")
    with pytest.raises(Refused) as refused:
        taking_out.take_out(scene.desk, post.id, by="drafter")
    assert refused.value.code == "nothing-left"
