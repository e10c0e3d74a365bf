"""Which posts a notice gets: accounts, languages, the ladder, and what cannot be drafted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis.drafting import compose
from crisis.errors import Mistake
from crisis.model.fact import Fact, Facts, Kind, Label
from crisis.model.finding import Severity
from crisis.model.moment import Moment
from crisis.model.notice_type import Field, NoticeType, Term
from crisis.model.post import DraftPost, Occasion
from crisis.model.settings import Account, Mode, Settings, Site
from crisis.text.lengths import measure

NOW = Moment(datetime(2026, 10, 9, 15, 20, tzinfo=ZoneInfo("Asia/Tokyo")))
JA = """
{% block long %}
{{ occasion.mark }}{{ organisation }} {{ site }}は、{{ status }}。
{% if note %}{{ note }}。{% endif %}
⏎{{ as_of.stamp }}現在
{% endblock %}
{% block short %}{{ organisation }}：{{ site }}は{{ status }}。{{ as_of.brief }}現在{% endblock %}
"""
EN = "{% block only %}{{ organisation }} {{ site }} {{ status }}. {{ note or '' }} {{ as_of.brief }}{% endblock %}"
TYPE = NoticeType(
    "office-status",
    {"en": "Office status"},
    (
        Field("site", Kind.SITE, Label.PUBLIC, required=True),
        Field("status", Kind.TERM, Label.PUBLIC, required=True, terms=(
            Term("closed", ("閉鎖",), {"ja": "閉鎖しています", "en": "is closed"}),
        )),
        Field("as_of", Kind.TIME, Label.PUBLIC),
        Field("note", Kind.FREE, Label.PUBLIC),
        Field("damage", Kind.TEXT, Label.INTERNAL, why="it invites burglary"),
    ),
    posts={"ja": JA, "en": EN},
)  # fmt: skip
DESK = Settings(
    "desk",
    organisation={"ja": "北浜電機", "en": "Kitahama Denki"},
    sites=(Site("sendai", {"ja": "仙台事業所", "en": "Sendai Office"}),),
)
X = Account("x-main", "x", languages=("ja",))
PAGE = Account("page", "page")


def facts(note: str | None = None, *more: Fact) -> Facts:
    told = (
        Fact("site", Kind.SITE, "sendai", Label.PUBLIC, "line 1"),
        Fact("status", Kind.TERM, "closed", Label.PUBLIC, "line 2"),
        Fact("as_of", Kind.TIME, NOW, Label.PUBLIC, "line 3"),
    )
    noted = (Fact("note", Kind.FREE, note, Label.PUBLIC, "line 4"),) if note is not None else ()
    return Facts("office-status", (*told, *noted, *more))


def desk(*accounts: Account, languages: tuple[str, ...] = ("ja", "en")) -> Settings:
    return replace(DESK, accounts=accounts, languages=languages)


def only(posts: tuple[DraftPost, ...]) -> DraftPost:
    (post,) = posts
    return post


def test_one_post_per_account_and_language() -> None:
    posts, findings = compose(facts(), TYPE, desk(X, PAGE), Occasion())
    assert [(post.language, post.account, post.platform) for post in posts] == [
        ("ja", "x-main", "x"),
        ("ja", "page", "page"),
        ("en", "page", "page"),
    ]
    assert not findings


def test_text_is_exact() -> None:
    post = compose(facts(), TYPE, desk(X), Occasion(number=2))[0][0]
    assert post.text == "【第2報】北浜電機 仙台事業所は、閉鎖しています。\n10月9日(金)15:20現在"
    assert (post.variant, post.length, post.limit) == (1, measure(post.text, "x").length, 280)


def test_purpose_of_an_account_counts() -> None:
    elsewhere = replace(X, purpose=("safety-check",))
    posts, _ = compose(facts(), TYPE, desk(elsewhere, PAGE), Occasion())
    assert {post.account for post in posts} == {"page"}


def test_language_without_account_is_shown_for_the_strictest_platform() -> None:
    posts, findings = compose(facts(), TYPE, desk(X), Occasion())
    shown = posts[1]
    assert (shown.language, shown.account, shown.platform, shown.limit) == ("en", None, "x", 280)
    assert [(f.code, f.severity, f.post) for f in findings] == [("no-account", Severity.ADVISE, 1)]


def test_language_that_the_type_cannot_speak_is_said() -> None:
    posts, findings = compose(facts(), TYPE, desk(PAGE, languages=("ja", "fr")), Occasion())
    assert [post.language for post in posts] == ["ja"]
    assert [f.code for f in findings] == ["no-template"]
    assert "templates/office-status/fr.j2" in str(findings[0].mend)


def test_account_may_speak_a_language_that_the_desk_does_not() -> None:
    posts, _ = compose(facts(), TYPE, desk(X, replace(PAGE, languages=("en",)), languages=("ja",)), Occasion())
    assert [(post.language, post.account) for post in posts] == [("ja", "x-main"), ("en", "page")]


def test_longest_variant_that_fits_wins_and_no_fact_is_cut() -> None:
    long_note = "念" * 120
    posts, findings = compose(facts(long_note), TYPE, desk(X, PAGE, languages=("ja",)), Occasion())
    assert [(post.account, post.variant) for post in posts] == [("x-main", 2), ("page", 1)]
    assert "念" not in posts[0].text
    assert long_note in posts[1].text
    assert not findings


def test_what_does_not_fit_is_held_and_names_the_longest_field_without_its_value() -> None:
    posts, findings = compose(
        facts("w" * 300), TYPE, desk(replace(X, languages=("en",)), languages=("en",)), Occasion()
    )
    assert not posts
    (finding,) = findings
    assert (finding.code, finding.severity) == ("does-not-fit", Severity.HOLD)
    assert "note" in str(finding.mend)
    assert "www" not in str(finding.mend)


def test_without_a_required_fact_there_is_no_post() -> None:
    lacking = Facts("office-status", tuple(fact for fact in facts().facts if fact.name != "status"))
    assert compose(lacking, TYPE, desk(X), Occasion()) == ((), ())


def test_type_without_posts_says_nothing() -> None:
    assert compose(facts(), replace(TYPE, posts={}), desk(X), Occasion()) == ((), ())


@pytest.mark.parametrize(
    ("language", "prefix", "suffix"), [("ja", "【訓練】", " 【訓練】"), ("en", "[EXERCISE] ", " [EXERCISE]")]
)
def test_exercise_is_labelled_on_both_sides_and_counted(language: str, prefix: str, suffix: str) -> None:
    where = desk(replace(X, languages=(language,)), languages=(language,))
    actual = only(compose(facts(), TYPE, where, Occasion())[0])
    exercise = only(compose(facts(), TYPE, where, Occasion(mode=Mode.EXERCISE))[0])
    assert exercise.text == f"{prefix}{actual.text}{suffix}"
    assert exercise.length == measure(exercise.text, "x").length > actual.length


def test_exercise_labels_push_a_text_down_the_ladder() -> None:
    note = next(
        "念" * n for n in range(140) if compose(facts("念" * (n + 1)), TYPE, desk(X), Occasion())[0][0].variant == 2
    )
    assert compose(facts(note), TYPE, desk(X), Occasion())[0][0].variant == 1
    assert compose(facts(note), TYPE, desk(X), Occasion(mode=Mode.EXERCISE))[0][0].variant == 2


def test_template_syntax_in_a_value_stays_literal() -> None:
    hostile = "{{ 7*7 }} {% block x %} ⏎ {# #} {{ organisation.__class__ }}"
    text = compose(facts(hostile), TYPE, desk(PAGE), Occasion())[0][0].text
    assert "{{ 7*7 }} {% block x %} {# #} {{ organisation.__class__ }}" in text
    assert text.count("\n") == 1


@given(note=st.text(max_size=60))
def test_any_value_stays_one_line_of_printable_text(note: str) -> None:
    text = compose(facts(f"a{note}b"), TYPE, desk(PAGE, languages=("ja",)), Occasion())[0][0].text
    assert text.count("\n") == 1
    assert all(char == "\n" or char.isprintable() for char in text)


@given(damage=st.text(), label=st.sampled_from([Label.INTERNAL]))
def test_internal_fact_changes_nothing(damage: str, label: Label) -> None:
    """Even one that was handed over by mistake: the renderer is not given it."""
    slipped = Fact("damage", Kind.TEXT, damage, label, "line 9")
    mislabelled = Fact("note", Kind.FREE, damage, label, "line 9")
    assert compose(facts(None, slipped, mislabelled), TYPE, desk(PAGE), Occasion()) == compose(
        facts(), TYPE, desk(PAGE), Occasion()
    )


def test_unstated_field_is_never_printed() -> None:
    careless = replace(TYPE, posts={"ja": "{% block a %}{{ note }}{% endblock %}"})
    with pytest.raises(Mistake, match=r"templates/office-status/ja\.j2: note is not always given"):
        compose(facts(), careless, desk(X, languages=("ja",)), Occasion())


def test_value_that_nothing_names_is_held_and_not_repeated() -> None:
    posts, (finding,) = compose(facts(), TYPE, replace(desk(X), sites=()), Occasion())
    assert not posts
    assert (finding.code, finding.severity) == ("unnamed", Severity.HOLD)
    assert "site" in str(finding.mend)
    assert "sendai" not in str(finding.mend)


def test_speaks_of_ourselves_where_no_organisation_is_named() -> None:
    text = compose(facts(), TYPE, replace(desk(PAGE), organisation={}), Occasion())[0][0].text
    assert text.startswith("当社 仙台事業所は")


def test_areas_speak_from_the_gazetteer_and_from_the_desk() -> None:
    spoken = replace(
        TYPE,
        fields=(Field("area", Kind.AREA, Label.PUBLIC),),
        posts={"ja": "{% block a %}{{ area }}{% endblock %}"},
    )
    home = replace(desk(PAGE, languages=("ja",)), sites=(Site("sendai", {"ja": "仙台"}, {"ja": "宮城県"}),))
    for area, words in (("tohoku", "東北"), ("site:sendai", "宮城県")):
        told = Facts("office-status", (Fact("area", Kind.AREA, area, Label.PUBLIC, "line 1"),))
        assert only(compose(told, spoken, home, Occasion(), {"tohoku": {"ja": "東北"}})[0]).text == words
