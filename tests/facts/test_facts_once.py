"""A notice is read once for all that ask within one desk, and never in the place of another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from facts_desk import AREAS, DESK, OFFICE, RECEIVED, notice

from crisis.facts import extract
from crisis.facts.once import One
from crisis.model.fact import Facts

CLOSED = notice("拠点：仙台事業所\n状況：閉鎖\n時点：15:20")


def test_the_same_question_has_one_answer() -> None:
    assert extract(CLOSED, OFFICE, DESK, RECEIVED, AREAS) is extract(replace(CLOSED), OFFICE, DESK, RECEIVED, AREAS)


def test_whatever_differs_is_read_anew() -> None:
    """Another text, type, desk, hour or gazetteer: each of them decides what a notice says."""
    first = extract(CLOSED, OFFICE, DESK, RECEIVED, AREAS)
    others: list[Facts] = [
        extract(notice("拠点：仙台事業所\n状況：再開\n時点：15:20"), OFFICE, DESK, RECEIVED, AREAS),
        extract(CLOSED, replace(OFFICE, id="other"), DESK, RECEIVED, AREAS),
        extract(CLOSED, OFFICE, replace(DESK, sites=()), RECEIVED, AREAS),
        extract(CLOSED, OFFICE, DESK, RECEIVED - timedelta(days=1), AREAS),
    ]
    assert all(other != first for other in others)
    assert extract(CLOSED, OFFICE, DESK, RECEIVED, replace(AREAS)) is not first


def test_a_key_is_of_the_very_thing() -> None:
    """What says the same may be changed in the next moment; what a key holds lives, so that its identity is nobody else's."""
    assert One(DESK) == One(DESK)
    assert One(DESK) != One(replace(DESK))
    assert One(DESK) != DESK
    assert hash(One(DESK)) == hash(One(DESK))
