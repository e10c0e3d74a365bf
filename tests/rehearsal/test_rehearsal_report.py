"""The report: one file that stands alone, says what happened, and gives nothing away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
import rehearsal_kit
from lxml import html

from crisis.rehearsal.improving import items
from crisis.rehearsal.report import render
from crisis.rehearsal.stage import Played, Sitting
from crisis.rehearsal.timeline import LINE, TALLEST, Mark, timeline
from crisis.rehearsal.words import WORDS

LANGUAGES = ("ja", "en")


def page(played: Played, language: str = "en") -> html.HtmlElement:
    return html.document_fromstring(render(played, rehearsal_kit.kit().settings, language))


def text(played: Played, language: str = "en") -> str:
    return " ".join(page(played, language).body.text_content().split())


def leaking(played: Played) -> Played:
    first, *rest = played.recorded
    return replace(played, recorded=(replace(first, text="【訓練】未回答者は千葉 悠斗さんほか"), *rest))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_alone(language: str) -> None:
    """Nothing to fetch, nothing to run; the policy in it says so to the browser too."""
    document = page(rehearsal_kit.played(), language)
    assert document.xpath("//script | //iframe | //object | //img | //video | //form | //base") == []
    assert [element.get("href") for element in document.xpath("//link")] == ["data:,"]
    assert document.xpath("//*[@src] | //@*[starts-with(name(), 'on')]") == []
    assert all(link.startswith("#I") for link in document.xpath("//a/@href"))
    style = document.xpath("string(//style)")
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in document.xpath("string(//meta[@http-equiv]/@content)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_well_formed_for_everybody(language: str) -> None:
    document = page(rehearsal_kit.played(), language)
    assert document.get("lang") == language
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(document.xpath("//section/@aria-labelledby | //svg/@aria-labelledby")) <= set(ids)
    assert {link.removeprefix("#") for link in document.xpath("//a/@href")} <= set(ids)
    assert len(document.xpath("//h1")) == 1
    assert all(cell.get("scope") for cell in document.xpath("//th"))
    assert document.xpath("//svg/@role") == ["img"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_unmistakably_that_it_is_an_exercise(language: str) -> None:
    document = page(rehearsal_kit.played(), language)
    first = document.xpath("//header/*[1]")[0].text_content()
    assert "【訓練】" in first
    assert "EXERCISE" in first
    assert "【訓練】" in document.xpath("string(//title)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_never_prints_what_a_trap_planted(language: str) -> None:
    """Not even where it leaked: the report is passed around."""
    for played in (rehearsal_kit.played(), leaking(rehearsal_kit.played())):
        said = render(played, rehearsal_kit.kit().settings, language)
        planted = {word for inject in played.runbook.injects for word in inject.must_not}
        assert {word for word in planted if word in said} == set()


def test_a_leak_is_named_by_its_inject_and_the_post_withheld() -> None:
    said = text(leaking(rehearsal_kit.played()))
    assert "1 of 17 traps leaked" in said
    assert "Objectives missed: 2" in said
    assert WORDS["en"]["withheld"] in said
    assert "The trap in I2 leaked" in said


def test_posts_stand_as_they_went_out() -> None:
    played = rehearsal_kit.played()
    shown = {quote.text for quote in page(played).xpath("//blockquote")}
    assert shown == {one.text for one in played.recorded}
    assert {quote.get("lang") for quote in page(played).xpath("//blockquote")} == {"ja", "en"}


def test_what_a_desk_writes_is_shown_and_never_run() -> None:
    played = rehearsal_kit.played()
    hostile = "<script>alert(1)</script>&amp;"
    first, *rest = played.recorded
    named = replace(played.runbook, names={"en": hostile})
    said = render(
        replace(played, runbook=named, recorded=(replace(first, text=hostile), *rest)),
        replace(rehearsal_kit.kit().settings, organisation={"en": hostile}),
        "en",
    )
    assert "<script" not in said
    assert said.count("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;") == 4


def test_what_went_wrong_is_in_words() -> None:
    played = rehearsal_kit.played()
    updates = {post for work in played.told for each in work.outcomes for post in each.posts if work.id == "no-change"}
    bad = replace(
        played,
        recorded=tuple(one for one in played.recorded if one.post not in updates),
        arrivals=tuple(work for work in played.arrivals if work.id != "I3"),
    )
    said = text(bad)
    assert "1 of 8 promised updates broken" in said
    assert "not reached not as expected" in said.replace("✕ ", "")
    assert "I3 did not end as expected" in said


def test_a_rehearsal_in_which_nothing_went_out_has_a_report_too() -> None:
    silent = replace(rehearsal_kit.played(), recorded=(), arrivals=(), told=())
    for language in LANGUAGES:
        assert WORDS[language]["nothing"] in text(silent, language)


def test_near_misses_and_items_are_told_with_owner_and_due_date() -> None:
    """The outage's platforms fail by plan; people who play have days on the calendar, simulated ones have none."""
    played = rehearsal_kit.played_of("outage", 1)
    said = text(played).replace("✓ ", "")
    assert "Answers of x-main that were lost: 1. Nothing went out twice." in said
    assert "Practise posting by hand while x-main is down" in said
    assert "Duty deskwithin 30 days" in said
    assert "simulated players" in said
    sat = replace(played, sitting=Sitting(("鈴木", "tanaka"), date(2026, 11, 20)))
    assert "Duty desk2026-12-20" in text(sat)
    assert "played on 2026-11-20 · Took part: 鈴木, tanaka" in text(sat)


def test_questions_and_near_misses_name_nobody() -> None:
    sat = replace(rehearsal_kit.played_of("outage", 1), sitting=Sitting(("Suzuki Hanako",), date(2026, 11, 20)))
    for heading in ("near", "questions", "improvements"):
        assert "Suzuki" not in page(sat).xpath(f"string(//section[@aria-labelledby='{heading}'])")


def test_one_that_was_ended_early_says_so_and_blames_nobody_for_the_rest() -> None:
    played = rehearsal_kit.played()
    early = replace(played, stopped=True, arrivals=played.arrivals[:5], ended=played.arrivals[4].done)
    assert re.search(r"Ended early at 15:2\d, T\+0:\d\d from the start\. 5 of 15 injects were reached", text(early))
    assert "did not end as expected" not in text(early)
    assert "Ended early" not in text(played)
    assert [item.id for item in items(early) if item.cause == "unreached"] == []
    assert len([item for item in items(replace(early, stopped=False)) if item.cause == "unreached"]) == 10


def test_a_leak_and_a_broken_promise_become_items_of_the_lead_and_the_duty_desk() -> None:
    leaked = next(item for item in items(leaking(rehearsal_kit.played())) if item.cause == "leak")
    assert (leaked.id, leaked.role, leaked.days) == ("leak:I2", "CL", 7)
    assert leaked.says.told("ja") == "I2のわな（ROSTER）を、承認の前に止める。守る語や検出の規則を足す。"


@pytest.mark.parametrize("name", rehearsal_kit.RUNBOOKS)
def test_why_something_stopped_is_in_words(name: str) -> None:
    played = rehearsal_kit.played_of(name, 1)
    codes = {code for work in played.arrivals for each in work.outcomes for code in each.codes}
    assert {code for code in codes if f"why_{code}" not in WORDS["en"]} == set()


@pytest.mark.parametrize("name", rehearsal_kit.RUNBOOKS)
def test_the_picture_of_every_runbook_fits_a_page(name: str) -> None:
    """Also that of three days: quiet time is cut, and the picture says where."""
    line = timeline(rehearsal_kit.played_of(name, 1), rehearsal_kit.kit().settings.zone)
    assert line.height <= TALLEST + LINE
    assert line.cut or rehearsal_kit.runbook(name).lasts <= timedelta(hours=6)
    lanes = (line.notices, line.clearances, line.posts, line.promises)
    assert all(0 < mark.y <= mark.label_y < line.height for lane in lanes for mark in lane)
    assert all(below[0] > above[0] for above, below in pairwise(line.grid))


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["ja"].keys() == WORDS["en"].keys()
    for key in WORDS["en"]:
        fields = [set(re.findall(r"\{(\w+)\}", WORDS[language][key])) for language in LANGUAGES]
        assert fields[0] == fields[1], key


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_picture_shows_everything_inside_its_frame_and_legibly(seed: int) -> None:
    played = rehearsal_kit.played(seed)
    line = timeline(played, rehearsal_kit.kit().settings.zone)
    works = sorted((*played.arrivals, *played.told), key=lambda work: work.done)
    assert [mark.label for mark in line.notices] == [work.id for work in works]
    (ack,) = [mark for mark in line.notices if mark.label == "ack"]
    assert ack.y < ack.end, "it stands there from when it was made, not from its clearance"
    assert sum(int(mark.label) for mark in line.posts) == len(played.recorded)
    assert {mark.kind for mark in line.promises} == {"kept"}
    assert line.grid[0][1] == "14:46"
    for lane in (line.notices, line.posts, line.promises):
        assert all(0 < mark.y <= mark.end < line.height for mark in lane)
        assert all(later.label_y - one.label_y >= LINE for one, later in pairwise(lane))


def test_labels_of_one_moment_stand_under_each_other() -> None:
    played = rehearsal_kit.played()
    moment = played.started + timedelta(minutes=30)
    together = replace(
        played, arrivals=tuple(replace(work, at=moment, done=moment) for work in played.arrivals), told=()
    )
    marks: tuple[Mark, ...] = timeline(together, rehearsal_kit.kit().settings.zone).notices
    assert len({mark.end for mark in marks}) == 1
    assert len({mark.label_y for mark in marks}) == len(marks)
