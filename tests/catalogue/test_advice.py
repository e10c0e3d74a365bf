"""Do and don't: what ships is whole in both languages, and a desk's own card takes its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis.catalogue import runbooks
from crisis.catalogue.advice import advice
from crisis.errors import Mistake
from crisis.shipped import shipped


def test_there_is_a_card_for_always_and_for_every_shipped_kind() -> None:
    kinds = {runbooks.load(path).kind for path in shipped("runbooks").glob("*.yaml")}
    cards = advice(None)
    assert cards[0].id == "always"
    assert kinds <= {card.id for card in cards}
    for card in cards:
        assert all(set(line) == {"ja", "en"} for line in (card.names, *card.do, *card.dont))
        assert 2 <= len(card.do) <= 6
        assert 2 <= len(card.dont) <= 6


def test_a_desk_has_cards_of_its_own(tmp_path: Path) -> None:
    own = '[fire]\nnames = { ja = "火事" }\ndo = [{ ja = "119" }]\n\n[flood]\nnames = { ja = "水害" }\n'
    (tmp_path / "advice.toml").write_text(own, "utf-8")
    cards = {card.id: card for card in advice(tmp_path)}
    assert cards["fire"].do == ({"ja": "119"},)
    assert list(cards)[-1] == "flood"


@pytest.mark.parametrize("wrong", ['do = ["119"]', "do = 3", "do = [{ ja = 3 }]", "dos = []", "do = [{}]"])
def test_a_mistake_in_it_names_the_file_and_the_key(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "advice.toml").write_text(f'[fire]\nnames = {{ ja = "火事" }}\n{wrong}\n', "utf-8")
    with pytest.raises(Mistake, match=r"advice\.toml.*fire"):
        advice(tmp_path)
