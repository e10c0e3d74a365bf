"""The offline kit: what has to be at hand, and nothing that may not be."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from desk_scene import Scene

from crisis.desk.kit.contents import blanked
from crisis.desk.kit.writing import refresh, write
from crisis.errors import Mistake
from crisis.model.settings import Account, KitSettings
from crisis.wiring.calm import preclear


@pytest.fixture
def agreed(scene: Scene) -> Scene:
    """A desk with numbers of people, and what ships pre-cleared."""
    preclear(scene.desk, ("drafter", "approver"))
    kit = KitSettings(phones={"approver": "090-0000-0011"})
    return configured(scene, kit=kit)


def configured(scene: Scene, kit: KitSettings) -> Scene:
    settings = replace(scene.desk.settings, kit=kit)
    return replace(scene, desk=replace(scene.desk, kit=replace(scene.desk.kit, settings=settings)))


def pages(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.html")}


def test_it_has_the_texts_with_blanks_the_numbers_and_the_owners_in_both_languages(
    agreed: Scene, tmp_path: Path
) -> None:
    assert write(agreed.desk, tmp_path / "kit")
    made = pages(tmp_path / "kit")
    assert made.keys() == {"index.html", "index.en.html", "sheet.ja.html", "sheet.en.html"}
    for page in made.values():
        assert "090-0000-0011" in page
        assert "__:__" in page
        assert "［　　　］" in page
        texts = re.findall(r'<p class="text".*?</p>', page, re.S)
        assert texts
        assert not [text for text in texts if re.search(r"\d:\d\d", text)], "a time of an example is left"
        assert not re.search(r'(?:src|href)="(?!index|sheet|tel:)', page), "it needs nothing else"


def test_no_secret_of_the_desk_is_in_it(agreed: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRISIS_CANARY_ACCESS_TOKEN", "canary-token-4711")
    account = Account("m", "mastodon", handle="@a", credentials="env:CRISIS_CANARY", api_base="https://canary.example")
    at = agreed.with_accounts(*agreed.desk.settings.accounts, account)
    write(at.desk, folder := tmp_path / "kit")
    keys = [at.desk.signing_key(person).decode() for person in ("drafter", "approver")]
    secrets = ["canary-token-4711", "CRISIS_CANARY", "canary.example", "PRIVATE KEY", *keys]
    whole = "".join(path.read_text("utf-8") for path in folder.iterdir())
    assert [secret for secret in secrets if secret in whole] == []


def test_it_is_written_anew_only_when_something_in_it_has_changed(agreed: Scene, tmp_path: Path) -> None:
    at = configured(agreed, kit=replace(agreed.desk.settings.kit, folder=tmp_path))
    refresh(at.desk)
    before = pages(tmp_path)
    at.later(minutes=30)
    refresh(at.desk)
    assert pages(tmp_path) == before
    more = configured(at, kit=replace(at.desk.settings.kit, phones={"approver": "090-0000-0012"}))
    refresh(more.desk)
    assert "090-0000-0012" in pages(tmp_path)["index.html"]
    assert not list(tmp_path.glob(".*.new"))


def test_without_a_folder_the_daemon_writes_none_and_a_bad_one_is_a_mistake(agreed: Scene, tmp_path: Path) -> None:
    refresh(agreed.desk)
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(Mistake, match=r"The kit cannot be written to .*--out"):
        write(agreed.desk, tmp_path / "file" / "kit")


def test_what_was_revoked_is_in_it_no_more(agreed: Scene, tmp_path: Path) -> None:
    from crisis.desk.clearance import preclearing

    for standing in preclearing.standings(agreed.desk):
        preclearing.revoke(agreed.desk, standing.made.id, by="drafter", reason="x")
    write(agreed.desk, tmp_path)
    assert "crisis preclear TYPE" in pages(tmp_path)["index.en.html"]


def test_blanks_leave_telephone_numbers_alone(agreed: Scene) -> None:
    text = "0120-000-111 へ。10月9日(金)15:20現在 次回10日9:00"
    assert blanked(agreed.desk, text, "ja") == "0120-000-111 へ。［　/　］__:__現在 次回［　/　］__:__"
    assert blanked(agreed.desk, "As of 15:20 JST, Fri 9 Oct.", "en") == "As of __:__ JST, ［　/　］."


def test_a_page_that_is_lost_or_of_other_words_is_written_again(agreed: Scene, tmp_path: Path) -> None:
    write(agreed.desk, folder := tmp_path / "kit")
    assert not write(agreed.desk, folder)
    (folder / "sheet.ja.html").unlink()
    assert write(agreed.desk, folder)
    assert (folder / "sheet.ja.html").is_file()
    state = folder / "kit.txt"
    state.write_text("0" * 64 + state.read_text("utf-8")[64:], "utf-8")
    assert write(agreed.desk, folder), "what another version wrote is not kept"
