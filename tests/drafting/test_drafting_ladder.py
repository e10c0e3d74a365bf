"""What a template may be, and what is refused with file and line."""

from __future__ import annotations

import sys
from subprocess import run

import pytest

from crisis.drafting import check_template
from crisis.drafting.ladder import climb_down, tidy
from crisis.errors import Mistake
from crisis.model.fact import Kind, Label
from crisis.model.notice_type import Field, NoticeType

FIELDS = (
    Field("site", Kind.SITE, Label.PUBLIC),
    Field("damage", Kind.TEXT, Label.INTERNAL, why="it invites burglary"),
)


def made(source: str) -> NoticeType:
    return NoticeType("office-status", {"en": "Office"}, FIELDS, posts={"ja": source, "en": source})


WRONG = [
    ("{% block a %}{{ site }{% endblock %}", "line 1: unexpected '}'"),
    ("{% block a %}\n\n{{ damage }}{% endblock %}", "line 3: damage is internal and never given to a template"),
    ("{% block a %}\n{{ sight }}{% endblock %}", "line 2: nothing is called sight"),
    ("{% block a %}{% include 'x' %}{% endblock %}", "line 1: a template stands alone"),
    ("{% block a %}{% from 'x' import y %}{% endblock %}", "line 1: a template stands alone"),
    ("{% extends 'x' %}", "line 1: a template stands alone"),
    ("{{ site }}", "line 1: no block"),
    ("{% block a %}x{% endblock %}\n\nlost words", "text outside every block is never posted"),
    ("{% block a %}{{ site | random }}{% endblock %}", "line 1: No filter named 'random'"),
    ("{% block a %}{{ range(9) }}{% endblock %}", "line 1: nothing is called range"),
    ("{% block a %}x{% endblock %}{% block a %}y{% endblock %}", "line 1: block 'a' is there twice or inside another"),
]


@pytest.mark.parametrize(("source", "says"), WRONG)
def test_mistake_names_file_and_line(source: str, says: str) -> None:
    with pytest.raises(Mistake) as caught:
        check_template(made(source), "ja", "templates/office-status/ja.j2")
    assert str(caught.value).startswith("templates/office-status/ja.j2, line ")
    assert says in str(caught.value)
    assert caught.value.exit_code == 2
    assert str(caught.value.mend)


def test_what_stands_at_the_top_serves_every_rung() -> None:
    top = "{% set place = site %}{% macro said() %}{{ place }}!{% endmacro %}"
    source = top + "{% block a %}at {{ said() }}{% endblock %}{% block b %}{{ said() }}{% endblock %}"
    check_template(made(source), "ja", "x")
    assert tuple(climb_down(made(source), "ja", {"site": "here"})) == ("at here!", "here!")


def test_capitalize_leaves_other_letters_alone() -> None:
    assert (
        next(climb_down(made("{% block a %}{{ site | capitalize }}{% endblock %}"), "en", {"site": "on JR"})) == "On JR"
    )


@pytest.mark.parametrize("attack", [
    "{{ ''.__class__.__mro__ }}",
    "{{ site.__init__.__globals__ }}",
    "{{ occasion.__class__.__bases__ }}",
    "{{ '{0.__class__}'.format(site) }}",
    "{{ self.__dict__ }}",
])  # fmt: skip
def test_sandbox_holds(attack: str) -> None:
    with pytest.raises(Mistake, match=r"is unsafe|undefined|no attribute"):
        next(climb_down(made("{% block a %}" + attack + "{% endblock %}"), "ja", {"site": "s", "occasion": "o"}))


LAYOUT = [
    ("ja", "  北浜電機\n   仙台は\n、閉鎖。\n\n⏎ 15:20現在  次回16:30 ⏎⏎\n⏎https://a.example\n", "北浜電機仙台は、閉鎖。\n15:20現在 次回16:30\nhttps://a.example"),
    ("en", "Sendai\n  is closed\n .  As of 15:20.\n⏎\nhttps://a.example", "Sendai is closed. As of 15:20.\nhttps://a.example"),
    ("ja-x-plain", "仙台は\n しまっています。\n 来ないでください。\n⏎", "仙台は しまっています。来ないでください。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "rendered", "posted"), LAYOUT)
def test_layout_of_the_source_never_surprises(language: str, rendered: str, posted: str) -> None:
    assert tidy(rendered, language) == posted
    assert tidy(posted.replace("\n", "⏎"), language) == posted


def test_drafting_imports_jinja_only_to_render() -> None:
    code = "import crisis.drafting, crisis.catalogue.types, sys; sys.exit('jinja2' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0
