"""Which steps of a runbook are due, by the clock, by what came in, and by what has been told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crisis.model.hazard import Area, Grade, Peril, Threshold
from crisis.model.progress import ReplyFigures, Standing, StepTaken
from crisis.model.runbook import Cadence, HazardTrigger, NoticeTrigger, Phase, RepliesTrigger, Runbook, Step, Trigger
from crisis.runbook.agenda import IncidentState, Item, Told, agenda, next_steps, steps_due
from crisis.runbook.signs import HazardCame, NoticeCame, Sign

OPENED = datetime(2026, 10, 9, 6, 0, tzinfo=UTC)


def span(minutes: float) -> timedelta:
    return timedelta(minutes=minutes)


def at(minutes: float) -> datetime:
    return OPENED + span(minutes)


def step(name: str = "ack", begin: float = 5, **more: object) -> Step:
    return replace(Step(name, span(begin), "holding", "desk"), **more)  # type: ignore[arg-type]


def book(*steps: Step, gap: float = 0) -> Runbook:
    phase = Phase("all", {"en": "All"}, span(0), steps)
    return Runbook("quake", {"en": "Quake"}, OPENED, span(60), (phase,), cadence=Cadence(gap=span(gap)))


STATE = IncidentState(OPENED, OPENED)


def item(one: Step, now: float, state: IncidentState = STATE, gap: float = 0) -> Item:
    (found,) = agenda(book(one, gap=gap), state, at(now))
    return found


def standing(one: Step, now: float, state: IncidentState = STATE, gap: float = 0) -> Standing:
    return item(one, now, state, gap).standing


def test_the_clock_brings_a_step_and_makes_it_late() -> None:
    one = step(by=span(15))
    found = [standing(one, now) for now in (4, 5, 15, 15.1)]
    assert found == [Standing.AHEAD, Standing.DUE, Standing.DUE, Standing.LATE]


def test_times_before_t_count_back_from_what_is_to_come() -> None:
    state = replace(STATE, begins=at(48 * 60))
    one = step(begin=-24 * 60)
    assert standing(one, 0, state) is Standing.AHEAD
    assert item(one, 0, state).at == at(24 * 60)
    assert standing(one, 24 * 60, state) is Standing.DUE


def test_what_was_to_be_before_the_opening_is_due_at_once_with_its_time_to_do_it() -> None:
    found = item(step(begin=-60, by=span(-50)), 0)
    assert (found.standing, found.at, found.by) == (Standing.DUE, OPENED, at(10))


def test_what_is_of_no_use_any_more_has_passed_and_is_never_late() -> None:
    one = step(begin=-48 * 60, by=span(-47 * 60), until=span(-24 * 60))
    assert standing(one, 0) is Standing.PASSED
    later = step(by=span(10), until=span(60))
    assert [standing(later, now) for now in (20, 60)] == [Standing.LATE, Standing.PASSED]


def test_a_post_that_is_out_does_its_step_whoever_began_it() -> None:
    told = Told("holding", {"what": "fire"})
    assert standing(step(), 6, replace(STATE, told=[told])) is Standing.BEGUN
    assert standing(step(), 6, replace(STATE, told=[replace(told, out_at=at(6))])) is Standing.DONE


def test_only_a_post_that_tells_what_the_step_wants_told_does_it() -> None:
    out = replace(STATE, told=[Told("holding", {"what": "fire"}, at(6))])
    assert standing(step(tells={"what": ("fire", "gas")}), 6, out) is Standing.DONE
    assert standing(step(tells={"what": ("any",)}), 6, out) is Standing.DONE
    assert standing(step(tells={"what": ("flood",)}), 6, out) is Standing.DUE
    assert standing(step(tells={"where": ("any",)}), 6, out) is Standing.DUE
    assert standing(step(type="all-clear"), 6, out) is Standing.DUE
    begun = replace(STATE, told=[Told("health", {}, at(6), step="ack")])
    assert standing(step(tells={"what": ("flood",)}), 6, begun) is Standing.DONE


def test_what_is_begun_and_not_out_in_time_is_late() -> None:
    begun = replace(STATE, told=[Told("holding", {})])
    assert standing(step(by=span(15)), 16, begun) is Standing.LATE


def test_people_say_what_became_of_a_step() -> None:
    for said in (Standing.DONE, Standing.SKIPPED):
        state = replace(STATE, taken={"ack": StepTaken("I", "ack", said, at(1), "tanaka")})
        assert standing(step(by=span(1)), 60, state) is said
    begun = replace(STATE, taken={"ack": StepTaken("I", "ack", Standing.BEGUN, at(1), "tanaka", "N")})
    assert standing(step(), 60, begun) is Standing.DUE, "begun is seen from the posts"


def test_what_people_do_is_done_by_no_post() -> None:
    assert standing(step(type=""), 6, replace(STATE, told=[Told("", {}, at(6))])) is Standing.DUE


def test_two_posts_keep_their_distance_unless_one_is_late() -> None:
    out = replace(STATE, told=[Told("office-status", {}, at(4))])
    assert [standing(step(), now, out, gap=10) for now in (6, 14)] == [Standing.AHEAD, Standing.DUE]
    assert standing(step(by=span(6)), 7, out, gap=10) is Standing.LATE
    assert standing(step(type=""), 6, out, gap=10) is Standing.DUE, "what nobody posts waits for none"


# Triggers


def called(trigger: Trigger, *signs: Sign, now: float = 30) -> Standing:
    return standing(step(when=(trigger,)), now, replace(STATE, signs=signs))


def replies(minutes: float, asked: int, replied: int, bounced: int = 0) -> ReplyFigures:
    return ReplyFigures(f"F-{minutes}", "I", at(minutes), "tanaka", asked, replied, bounced)


def test_a_step_waits_for_its_trigger() -> None:
    trigger = NoticeTrigger("building", {"what": ("fire",)})
    assert called(trigger) is Standing.WAITING
    assert called(trigger, NoticeCame("N", at(1), "building", {"what": "water"})) is Standing.WAITING
    assert called(trigger, NoticeCame("N", at(1), "health", {"what": "fire"})) is Standing.WAITING
    assert called(trigger, NoticeCame("N", at(1), "building", {"what": "fire"})) is Standing.DUE


def test_a_step_that_was_called_late_has_its_time_from_then() -> None:
    one = step(by=span(15), when=(NoticeTrigger("building"),))
    found = item(one, 40, replace(STATE, signs=(NoticeCame("N", at(30), "building"),)))
    assert (found.standing, found.at, found.by) == (Standing.DUE, at(30), at(40))
    assert found.because == NoticeCame("N", at(30), "building")


def test_a_telegram_calls_from_its_level_on_at_the_sites_named() -> None:
    def tsunami(grade: Grade, site: str = "port") -> HazardCame:
        return HazardCame("N", at(1), Peril.TSUNAMI, {site: (Area("coast", grade=grade),)})

    trigger = HazardTrigger(Peril.TSUNAMI, Threshold(grade=Grade.SEVERE))
    assert called(trigger, tsunami(Grade.MODERATE)) is Standing.WAITING
    assert called(trigger, tsunami(Grade.SEVERE)) is Standing.DUE
    assert called(replace(trigger, sites=("office",)), tsunami(Grade.SEVERE)) is Standing.WAITING
    assert called(replace(trigger, peril=Peril.FLOOD), tsunami(Grade.SEVERE)) is Standing.WAITING


def test_too_few_replies_call_and_only_as_the_newest_figures_tell() -> None:
    few = RepliesTrigger(replied_below=50)
    assert called(few, replies(10, 100, 49)) is Standing.DUE
    assert called(few, replies(10, 100, 50)) is Standing.WAITING
    assert called(few, replies(10, 100, 10), replies(20, 100, 60)) is Standing.WAITING
    state = replace(STATE, signs=(replies(8, 100, 60), replies(10, 100, 10), replies(20, 100, 20)))
    assert item(step(when=(few,)), 30, state).at == at(10), "since the figures have been so"


def test_a_flood_of_bounces_calls() -> None:
    flood = RepliesTrigger(bounced_above=20)
    assert called(flood, replies(10, 1000, 900, 200)) is Standing.WAITING
    assert called(flood, replies(10, 1000, 900, 201)) is Standing.DUE
    assert called(flood, replies(10, 0, 0, 0)) is Standing.WAITING


# All together


def test_what_is_late_comes_first_then_by_time() -> None:
    steps = (step("b", 20), step("a", 10), step("late", 15, by=span(16)), step("far", 90), step("near", 60))
    assert [each.step.id for each in steps_due(book(*steps), STATE, at(30))] == ["late", "a", "b"]
    assert [each.step.id for each in next_steps(book(*steps), STATE, at(30))] == ["near", "far"]


@given(
    begin=st.integers(-3000, 3000),
    by=st.none() | st.integers(0, 600),
    until=st.none() | st.integers(0, 3000),
    earlier=st.integers(0, 6000),
    more=st.integers(0, 6000),
)
def test_a_step_never_goes_back(begin: int, by: int | None, until: int | None, earlier: int, more: int) -> None:
    """While nothing happens, time alone takes a step from ahead to due, late and passed, and never the other way."""
    one = step(
        begin=begin,
        by=None if by is None else span(begin + by),
        until=None if until is None else span(begin + until),
    )
    order = [Standing.AHEAD, Standing.DUE, Standing.LATE, Standing.PASSED]
    before, after = (order.index(standing(one, now)) for now in (earlier, earlier + more))
    assert before <= after
