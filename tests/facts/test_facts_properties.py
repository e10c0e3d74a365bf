"""Whatever stays inside leaves no trace: not in the facts, not in what is withheld, not in a doubt."""

from __future__ import annotations

from facts_desk import OFFICE, facts, plain
from hypothesis import given
from hypothesis import strategies as st

from crisis.model.fact import Label
from crisis.model.notice_type import Field

PUBLIC = "拠点：仙台事業所\n状況：閉鎖\n理由：停電\n次回：16:30"
INTERNAL = ("被害", "被害状況", "負傷者", "damage", "injured", "被害（状況）", "【負傷者】")
NO_FIELD = ("備考", "社内メモ", "担当", "所見", "remarks")
NASTY = (
    "再開しました", "東京本社も閉鎖", "10月13日 9:00に再開", "https://www.kitahama.example/", "0120-000-111", "closed", "台風のため",
    "状況は通常どおり", "{{ site }}", "次回18:00",
)  # fmt: skip
inside = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40),
    st.builds("{}{}".format, st.sampled_from(NASTY), st.text(alphabet="あア漢3階名(),。 ", max_size=12)),
)


def written(lines: list[tuple[str, str]], below: list[str]) -> str:
    return "\n".join((PUBLIC, *(f"{label}：{value}" for label, value in lines), *below))


lines = st.lists(st.tuples(st.sampled_from(INTERNAL + NO_FIELD), inside), min_size=2, max_size=5)


@given(st.data(), lines)
def test_notices_that_differ_only_inside_give_the_same_facts(data: st.DataObject, first: list[tuple[str, str]]) -> None:
    second = [(label, data.draw(inside)) for label, _ in first]
    assert facts(written(first, [])).facts == facts(written(second, [])).facts


@given(st.lists(inside, min_size=1, max_size=4), st.lists(inside, min_size=1, max_size=4))
def test_what_stands_below_a_mark_is_not_read(first: list[str], second: list[str]) -> None:
    mark = "\n以下は社内限り\n"
    assert facts(PUBLIC + mark + "\n".join(first)).facts == facts(PUBLIC + mark + "\n".join(second)).facts


@given(
    lines, st.integers(10**9, 10**10), st.sampled_from([f for f in OFFICE.fields if f.name not in {"words", "people"}])
)
def test_a_secret_never_shows(lines: list[tuple[str, str]], number: int, field: Field) -> None:
    secret = f"機密{number}号"
    inner = [(label, value + secret) for label, value in lines]
    text = written(inner, [f"{field.aliases[0]}：{secret}", f"理由：停電のため({secret})"])
    assert secret not in repr(facts(text))
    assert str(number) not in repr(facts(text))


@given(inside)
def test_what_a_bracket_adds_changes_nothing_but_may_hold(detail: str) -> None:
    detail = detail.translate(dict.fromkeys(map(ord, "()（）[]［］<>＜＞⁽⁾₍₎﹙﹚︵︶⑴⑵⑶⒜"), None))
    found = plain(facts(f"拠点：仙台事業所\n状況：閉鎖\n理由：停電のため({detail})"))
    assert found.get("reason") in {"power-cut", None}


@given(st.dictionaries(st.sampled_from([f.aliases[0] for f in OFFICE.fields]), inside, max_size=8))
def test_an_internal_field_is_withheld_by_name_and_reason_alone(values: dict[str, str]) -> None:
    found = facts("\n".join(f"{label}：{value}" for label, value in values.items()))
    internal = {f.name: f.why for f in OFFICE.fields if f.label is Label.INTERNAL}
    assert not internal.keys() & {fact.name for fact in found.facts}
    assert all(item.why == internal[item.name] for item in found.withheld if item.name in internal)
    assert all(fact.label is not Label.INTERNAL for fact in found.facts)


@given(st.text(max_size=200), st.text(max_size=60))
def test_no_notice_makes_it_fall_over(text: str, title: str) -> None:
    facts(text, title)
