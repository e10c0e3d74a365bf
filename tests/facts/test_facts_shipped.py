"""The types that ship: what is internal to them changes neither the type nor a fact."""

from __future__ import annotations

from functools import cache

import pytest
from facts_desk import DESK, RECEIVED, notice
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis.catalogue.gazetteer import shipped_gazetteer
from crisis.catalogue.types import load_types
from crisis.facts import extract, recognise
from crisis.model.fact import Fact, Label
from crisis.model.notice_type import NoticeType
from crisis.shipped import shipped

PUBLIC = {
    "office-status": ("仙台事業所の閉鎖について", "拠点：仙台事業所\n状況：閉鎖\n理由：停電のため\n次回：16:30"),
    "safety-check": ("安否確認のお願い", "理由：地震\n返信方法：会社からのメールに返信\n次回：16:30"),
    "holding": ("第一報（確認中のお知らせ）", "事象：不正アクセス\n確認時刻：14:40\n次回：16:30"),
    "no-change": ("続報（状況に変わりなし）", "拠点：仙台事業所\n次回：16:30"),
}
NASTY = (
    "再開しました。", "東京本社も閉鎖", "安否確認", "最終報", "変わりなし", "第一報", "サービス障害", "10月13日 9:00に再開", "https://www.kitahama.example/",
    "0120-000-111", "closed", "台風のため", "在宅勤務", "負傷者2名", "{{ site }}", "次回18:00", "不正アクセス", "訂正",
)  # fmt: skip


@cache
def types() -> dict[str, NoticeType]:
    return load_types(shipped("templates"))


def read(type_id: str, inside: list[tuple[str, str]]) -> tuple[str | None, tuple[Fact, ...]]:
    title, public = PUBLIC[type_id]
    written = notice("\n".join((public, *(f"{label}：{value}" for label, value in inside))), title)
    found = recognise(written, types()).type
    return found, extract(written, types()[type_id], DESK, RECEIVED, shipped_gazetteer()).facts


values = st.lists(st.sampled_from(NASTY), min_size=1, max_size=3).map("".join)


@pytest.mark.parametrize("type_id", sorted(PUBLIC))
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_internal_to_a_type_leaves_no_trace(data: st.DataObject, type_id: str) -> None:
    internal = [f for f in types()[type_id].fields if f.label is Label.INTERNAL]
    labels = data.draw(
        st.lists(st.sampled_from([alias for f in internal for alias in f.aliases]), min_size=1, max_size=4)
    )
    first = [(label, data.draw(values)) for label in labels]
    second = [(label, data.draw(values)) for label in labels]
    assert read(type_id, first) == read(type_id, second)
    assert read(type_id, first)[0] == type_id


@pytest.mark.parametrize("type_id", sorted(PUBLIC))
def test_a_plain_notice_of_the_type_gives_what_it_requires(type_id: str) -> None:
    _, facts = read(type_id, [])
    required = {f.name for f in types()[type_id].fields if f.required}
    assert required <= {fact.name for fact in facts}


def test_every_term_that_ships_is_understood_by_its_own_phrases() -> None:
    from crisis.facts.unclear import Unclear
    from crisis.facts.vocabulary import term_of

    misread = []
    for notice_type in types().values():
        for field in notice_type.fields:
            for term in field.terms:
                for phrase in term.matches:
                    try:
                        meant = term_of(phrase.replace("…", "x"), field.terms, narrow=field.required)
                    except Unclear as unclear:
                        meant = unclear.code
                    if meant != term.id:
                        misread.append((notice_type.id, field.name, term.id, phrase, meant))
    assert not misread
