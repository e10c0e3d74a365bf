"""Names of persons: found by what stands beside them, and not where a place, a role or an organisation stands."""

from __future__ import annotations

import pytest

from crisis.guard import GuardContext, inspect
from crisis.model.settings import Links

DESK = GuardContext(links=Links())
CODES = {"pii-name", "roster"}


def named(text: str) -> list[str]:
    return [text[slice(f.start, f.end)] for f in inspect(text, DESK) if f.code in CODES]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("連絡のついた岸本由紀夫氏は無事です。", "岸本由紀夫氏"),
        ("現場の大河内から写真が届きました。", "大河内"),
        ("けが人は塚原健太と分かりました。", "塚原健太"),
        ("経理課の桑田まで連絡してください。", "桑田"),
        ("こばやしさんが着きました。", "こばやしさん"),
        ("長谷\n川美穂と確認しました。", "長谷\n川美穂"),
        ("待機は土屋、今泉、若月です。", "土屋、今泉、若月"),
        ("出社：木戸（経理）、矢島（総務）", "木戸（経理）、矢島"),
        ("9日 西本、10日 竹下が当番です。", "西本、10日 竹下"),
        ("Our site lead Amara Diallo and her team are there.", "Amara Diallo"),
        ("Ask Nishida at the gate.", "Nishida"),
        ("Tell &#75;&#101;&#110;&#106;&#105; Moriyama.", "&#75;&#101;&#110;&#106;&#105; Moriyama"),
        ("On duty: Okubo, Tsukada and Inoue.", "Okubo, Tsukada and Inoue"),
        ("No reply yet from Haddad, Kowalski, Osei.", "Haddad, Kowalski, Osei"),
        ("Thanks to Rebecca Thornton for the night shift.", "Rebecca Thornton"),
    ],
)
def test_a_person_is_found(text: str, name: str) -> None:
    assert any(name in found or found in name for found in named(text))


@pytest.mark.parametrize(
    "text",
    [
        "市長の佐々木です。落ち着いて行動してください。",
        "停電しているのは、中野区、目黒区、品川区です。",
        "千葉、福島、石川の3県で断水しています。",
        "松本平では大雨に注意してください。",
        "自衛隊さん、消防団さん、ありがとうございます。",
        "長野市と松本市の一部が停電しています。",
        "三浦出張所・松原出張所・黒木小学校を開設しました。",
        "Governor Ellen Marsh has declared an emergency.",
        "Trains run from Ueno, Nakano and Meguro.",
        "Storm Amy hits the coast tonight.",
        "Victoria Station and Albert Bridge are closed.",
        "Thank you to the St John Ambulance crews.",
    ],
)
def test_places_roles_and_public_figures_pass(text: str) -> None:
    assert named(text) == []
