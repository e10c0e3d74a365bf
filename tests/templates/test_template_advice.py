"""The guard has no advice for a shipped template whose facts are complete."""

from __future__ import annotations

from datetime import datetime

import pytest
from template_kit import DESK, LADDERS, MODELS, PHONE, TOKYO, TYPES, facts_of

from crisis.drafting.ladder import climb_down
from crisis.drafting.speech import Desk, context
from crisis.guard import GuardContext, inspect
from crisis.model.post import Occasion
from crisis.model.settings import Links

KITAHAMA = GuardContext(
    organisation=DESK.organisation,
    public_contacts=(PHONE,),
    links=Links(public=("https://www.kitahama.example/",)),
    names=(DESK.sites[0].names, DESK.services[0].names),
    now=datetime(2026, 10, 9, 15, 20, tzinfo=TOKYO),
)
WITHOUT_NEXT = {"relief", "event-change", "contact-change", "correction", "no-change"}
"""Types whose posts may promise nothing: they tell a change that stands."""


@pytest.mark.parametrize(("type_id", "language"), LADDERS, ids=str)
def test_the_longest_text_of_a_template_is_not_nagged_at(type_id: str, language: str) -> None:
    notice_type = TYPES[type_id]
    occasion = Occasion(number=2, final=type_id == "all-clear")
    world = context(facts_of(notice_type, MODELS[type_id]), notice_type, Desk(DESK), occasion, language)
    text = next(iter(climb_down(notice_type, language, world)))
    allowed = {"no-next-update"} if type_id in WITHOUT_NEXT else set()
    allowed |= {"no-guidance"} if type_id == "relief" else set()  # it tells what we do ourselves
    assert {finding.code for finding in inspect(text, KITAHAMA)} - allowed == set(), text
