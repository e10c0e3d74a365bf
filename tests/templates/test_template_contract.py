"""Every shipped template, found by itself, for facts over its whole vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from template_kit import DESK, LADDERS, MODELS, PHONE, TYPES, facts_of, public, spread, values_of

from crisis.drafting import check_template
from crisis.drafting.ladder import climb_down
from crisis.drafting.speech import Desk, context
from crisis.model.fact import Kind, Label, Value
from crisis.model.post import Occasion
from crisis.text.lengths import measure

THREE = {
    "safety-check", "office-status", "work-instruction", "service-status", "security-advisory", "holding", "no-change",
    "all-clear", "correction",
}  # fmt: skip
FORBIDDEN = (
    "努めてまいります",
    "本日",
    "至急",
    "念のため",
    "全員無事",
    "安全です",
    "複数名",
    "一部の",
    "as soon as possible",
    "soon",
)
ACCIDENT = ("障害", "故障", "メンテナンス", "outage", "failure", "malfunction", "maintenance")
SHORTEST = {"ja": 120, "en": 120, "ja-x-plain": 200}
OCCASIONS = (Occasion(), Occasion(number=3), Occasion(number=9, final=True))

each_ladder = pytest.mark.parametrize(("type_id", "language"), LADDERS, ids=str)
each_type = pytest.mark.parametrize("type_id", sorted(TYPES))


def ladder(
    type_id: str, language: str, values: Mapping[str, Value], occasion: Occasion = OCCASIONS[1]
) -> tuple[str, ...]:
    """The texts for those facts, long to short."""
    notice_type = TYPES[type_id]
    world = context(facts_of(notice_type, values), notice_type, Desk(DESK), occasion, language)
    return tuple(climb_down(notice_type, language, world))


def texts(type_id: str, language: str) -> Iterator[tuple[dict[str, Value], tuple[str, ...]]]:
    """Ladders over the whole vocabulary, on every kind of occasion."""
    for number, values in enumerate(spread(TYPES[type_id])):
        yield values, ladder(type_id, language, values, OCCASIONS[number % len(OCCASIONS)])


@each_ladder
def test_is_a_ladder_of_public_facts(type_id: str, language: str) -> None:
    check_template(TYPES[type_id], language, f"{type_id}/{language}.j2")


@each_type
def test_speaks_all_three_languages(type_id: str) -> None:
    assert set(TYPES[type_id].posts) == {"ja", "en", "ja-x-plain"}


@each_ladder
def test_variants_strictly_shorten(type_id: str, language: str) -> None:
    for values, variants in texts(type_id, language):
        lengths = [measure(text, "x").length for text in variants]
        assert len(variants) >= (3 if type_id in THREE else 2)
        assert all(longer > shorter for longer, shorter in pairwise(lengths)), (values, variants)


@each_ladder
def test_shortest_fits_every_platform(type_id: str, language: str) -> None:
    for values, variants in texts(type_id, language):
        assert all(measure(variants[-1], platform).valid for platform in ("x", "mastodon", "bluesky")), (
            values,
            variants,
        )


@pytest.mark.parametrize(("type_id", "language"), [pair for pair in LADDERS if pair[0] in MODELS])
def test_model_facts_fit_as_the_model_posts_do(type_id: str, language: str) -> None:
    variants = ladder(type_id, language, MODELS[type_id])
    fit = [text for text in variants if measure(text, "x").valid]
    assert measure(variants[-1], "x").length <= SHORTEST[language], variants[-1]
    assert len(fit) >= 2 if type_id in THREE else fit


@each_type
def test_model_facts_exist(type_id: str) -> None:
    required = {field.name for field in TYPES[type_id].fields if field.required}
    assert required <= set(MODELS[type_id])


@each_ladder
def test_says_the_as_of_time_and_the_promise_in_every_variant(type_id: str, language: str) -> None:
    for text in ladder(type_id, language, MODELS[type_id]):
        clock = str(
            context(facts_of(TYPES[type_id], MODELS[type_id]), TYPES[type_id], Desk(DESK), Occasion(), language)[
                "as_of"
            ]
        )
        assert clock in text
    for text in ladder(type_id, language, {**MODELS[type_id]}):
        assert ("next_update" not in MODELS[type_id]) or "16:30" in text or "18:00" in text or "16:00" in text


@each_ladder
def test_reads_as_a_person_would_write_it(type_id: str, language: str) -> None:
    for values, variants in texts(type_id, language):
        for text in variants:
            slip = re.search(
                r"  | \n|\n |\n\n|。。|、。|、、|は、は|\.\.|,\.| [.,;:]|\( | \)|None|\{|\}|^[、。.,]", text
            )
            assert slip is None, (values, slip, text)
            assert text == text.strip()


@each_ladder
def test_no_word_that_we_do_not_say(type_id: str, language: str) -> None:
    words = (*FORBIDDEN, *(ACCIDENT if type_id in ("security-advisory", "holding") else ()))
    for values, variants in texts(type_id, language):
        for text in variants:
            assert not [word for word in words if word in text.casefold()], (values, text)
            assert text.count("申し訳ありません") <= 1
            assert "@" not in text


@each_ladder
def test_listed_url_ends_the_longest_variant(type_id: str, language: str) -> None:
    url = "https://www.kitahama.example/"
    long = ladder(type_id, language, {**MODELS[type_id], "link": url})[0]
    assert long.endswith(f"\n{url}")


@each_type
@pytest.mark.parametrize("rung", [0, -1], ids=["longest", "shortest"])
def test_languages_carry_the_same_times_numbers_and_links(type_id: str, rung: int) -> None:
    for values in spread(TYPES[type_id]):
        seen = {language: _figures(ladder(type_id, language, values)[rung]) for language in TYPES[type_id].posts}
        assert len(set(map(frozenset, seen.values()))) == 1, (values, seen)


def _figures(text: str) -> set[str]:
    bare = text.replace(PHONE, " PHONE ")
    return set(re.findall(r"\d{1,2}:\d\d|https?://\S+|PHONE", bare))


@each_ladder
def test_every_stated_public_fact_changes_the_longest_variant(type_id: str, language: str) -> None:
    """A public fact that no post would ever say is a line of a notice that is lost."""
    notice_type = TYPES[type_id]
    for field in public(notice_type):
        with_it = [v for v in spread(notice_type) if field.name in v]
        said = any(
            ladder(type_id, language, values)
            != ladder(type_id, language, {k: v for k, v in values.items() if k != field.name})
            for values in with_it
            if not field.required
        )
        assert field.required or said, field.name


@each_ladder
def test_no_internal_field_reaches_the_template(type_id: str, language: str) -> None:
    notice_type = TYPES[type_id]
    world = context(facts_of(notice_type, MODELS[type_id]), notice_type, Desk(DESK), Occasion(), language)
    internal = {field.name for field in notice_type.fields if field.label is Label.INTERNAL}
    assert internal
    assert not internal & set(world)
    assert set(world) == {field.name for field in public(notice_type)} | {"organisation", "occasion"}


@each_ladder
def test_terms_of_a_field_stay_apart_in_the_text(type_id: str, language: str) -> None:
    """Two values never make the same longest post: wages hang on the difference between modes."""
    notice_type = TYPES[type_id]
    full = next(spread(notice_type))
    for field in notice_type.fields:
        if field.kind is Kind.TERM and field.label is not Label.INTERNAL:
            said = {value: ladder(type_id, language, {**full, field.name: value}) for value in values_of(field)}
            if field.required:
                for one, other in combinations(said, 2):
                    assert said[one][0] != said[other][0], (field.name, one, other)
            words = [term.says[language] for term in field.terms]
            assert len(set(words)) == len(words)


def test_work_modes_are_different_words_in_every_variant() -> None:
    notice_type = TYPES["work-instruction"]
    mode = notice_type.field_named("mode")
    assert mode is not None
    bare = {name: MODELS["work-instruction"][name] for name in ("as_of", "date")}
    for language in notice_type.posts:
        shortest = [ladder("work-instruction", language, {**bare, "mode": term.id})[-1] for term in mode.terms]
        assert len(set(shortest)) == len(mode.terms) == 8


@pytest.mark.parametrize(("term", "ja", "en"), [
    ("work-from-home", "在宅勤務", "work from home"),
    ("stand-by-at-home", "自宅待機", "stand by at home"),
    ("closed-for-the-day", "臨時休業", "closed for the day"),
    ("do-not-come-in", "出社を見合わせ", "do not come in"),
])  # fmt: skip
def test_work_modes_are_said_by_their_names(term: str, ja: str, en: str) -> None:
    values = {**{name: MODELS["work-instruction"][name] for name in ("as_of", "date")}, "mode": term}
    assert all(ja in text for text in ladder("work-instruction", "ja", values))
    assert all(en in text for text in ladder("work-instruction", "en", values))


@each_type
def test_asks_at_most_six_questions_the_required_first(type_id: str) -> None:
    asked = [field for field in TYPES[type_id].fields if field.question]
    assert 1 <= len(asked) <= 6
    assert [field.required for field in asked] == sorted((field.required for field in asked), reverse=True)
    assert all({"ja", "en"} <= set(field.question) for field in asked)
    required = {field.name for field in TYPES[type_id].fields if field.required and field.name != "as_of"}
    assert required <= {field.name for field in asked}


@each_type
def test_is_recognisable_and_bounded(type_id: str) -> None:
    notice_type = TYPES[type_id]
    assert len(notice_type.signals) >= 5
    assert all(field.aliases for field in notice_type.fields)
    assert any("ぁ" <= c <= "龠" for phrase, _ in notice_type.signals for c in phrase)
    assert any(phrase.isascii() for phrase, _ in notice_type.signals)


@each_type
@settings(max_examples=25, deadline=None, derandomize=True)
@given(data=st.data())
def test_any_combination_of_facts_makes_posts(type_id: str, data: st.DataObject) -> None:
    notice_type = TYPES[type_id]
    values = {
        field.name: value
        for field in public(notice_type)
        if (
            value := data.draw(
                st.sampled_from(values_of(field)) if field.required else st.none() | st.sampled_from(values_of(field))
            )
        )
    }
    for language in notice_type.posts:
        variants = ladder(type_id, language, values, data.draw(st.sampled_from(OCCASIONS)))
        lengths = [measure(text, "x").length for text in variants]
        assert all(longer > shorter for longer, shorter in pairwise(lengths)), variants
        assert measure(variants[-1], "x").valid, variants[-1]


@each_type
def test_a_reader_of_any_language_learns_the_same_facts(type_id: str) -> None:
    """Reading each fact of the model post back from its longest text (which values would have made these very words?) gives
    the same answer in every language, and only what the notice said or, in a term, one that is said alike everywhere."""
    model = MODELS[type_id]
    for field in public(TYPES[type_id]):
        if field.name in model:
            learned = {language: _read_back(type_id, language, field.name) for language in TYPES[type_id].posts}
            assert len(set(learned.values())) == 1, (field.name, learned)
            assert model[field.name] in next(iter(learned.values()))


def _read_back(type_id: str, language: str, name: str) -> frozenset[Value | None]:
    """The values of one fact, its absence among them, with which the longest text is word for word the model's."""
    model = MODELS[type_id]
    field = next(field for field in public(TYPES[type_id]) if field.name == name)
    told = ladder(type_id, language, model)[0]
    others: list[Value | None] = [*values_of(field), model[name], *([] if field.required else [None])]
    return frozenset(value for value in others if ladder(type_id, language, _with(model, name, value))[0] == told)


def _with(values: Mapping[str, Value], name: str, value: Value | None) -> dict[str, Value]:
    kept = {key: each for key, each in values.items() if key != name}
    return kept if value is None else {**kept, name: value}
