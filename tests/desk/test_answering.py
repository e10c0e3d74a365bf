"""Approved answers: every class passes the guard in both languages, says no untimed promise, and a desk's own go over them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from desk_scene import Scene

from crisis.catalogue.answers import approved_answers
from crisis.desk.duty.answering import answer_named, answers, filled
from crisis.desk.outbox.sending import tick
from crisis.errors import Mistake


def in_folder(scene: Scene, folder: Path, text: str) -> Scene:
    (folder / "answers.toml").write_text(text, "utf-8")
    settings = replace(scene.desk.settings, folder=folder)
    return replace(scene, desk=replace(scene.desk, kit=replace(scene.desk.kit, settings=settings)))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("promised", [True, False])
def test_what_ships_passes_the_guard_and_names_a_time_or_none(scene: Scene, language: str, promised: bool) -> None:
    if promised:
        scene.cleared("16:30")
        tick(scene.desk)
    told = answers(scene.desk, language)
    assert {"rumour", "people", "cause", "attack", "data", "when", "money", "others"} == {each.id for each in told}
    assert {each.id: [f.code for f in each.findings] for each in told if each.findings} == {}
    assert all(each.says.strip() and "{" not in each.says for each in told)
    assert any("16:30" in each.says for each in told) is promised


def test_a_rumour_gets_neither_yes_nor_no(scene: Scene) -> None:
    assert "neither confirm nor deny" in answer_named(scene.desk, "rumour", "en").says
    assert "本当とも違うとも" in answer_named(scene.desk, "rumour", "ja").says


def test_without_a_time_its_sentence_is_left_out() -> None:
    assert filled("We do not guess. We report next at {next}.", None) == "We do not guess."
    assert filled("推測は申し上げません。次は{next}です。", None) == "推測は申し上げません。"


def test_a_desks_own_words_go_over_what_ships_and_are_guarded(scene: Scene, tmp_path: Path) -> None:
    own = '[rumour]\nasks = { en = "Rumours?" }\nsays = { en = "We do not comment on rumours." }\n'
    leak = '[vpn]\nasks = { en = "How?" }\nsays = { en = "They came in over 10.1.2.3 with the password hunter2." }\n'
    scene = in_folder(scene, tmp_path, own + leak)
    assert answer_named(scene.desk, "rumour", "en").says == "We do not comment on rumours."
    assert answer_named(scene.desk, "cause", "en").findings == ()
    assert answer_named(scene.desk, "vpn", "en").findings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[x]\nasks = { en = "?" }\nsays = { en = "at {time}" }\n', "no slot {time}"),
        ('[x]\nsays = { en = "a" }\n', "asks: missing"),
        ('[x]\nasks = { en = "?" }\nsay = { en = "a" }\n', "unknown key"),
        ("[x\n", "answers.toml"),
    ],
)
def test_a_mistake_names_its_file(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "answers.toml").write_text(text, "utf-8")
    with pytest.raises(Mistake) as mistake:
        approved_answers(tmp_path)
    assert said in str(mistake.value)
