"""The contract of every source: whatever stands in `crisis/sources/` is put through this by itself."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

import pytest
from places.stage import CANARY, Stage, StageModule

from crisis import sources
from crisis.model.ports import Look, Source, SourceFailed


@pytest.fixture(params=sources.kinds())
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    """The place of each kind; a kind without one is not finished."""
    module = cast("StageModule", import_module(f"places.{request.param}"))
    with module.stage(tmp_path) as made:
        yield made


def said(look: Look) -> bytes:
    return b"".join(fetched.raw for fetched in look.found)


def handed_back(look: Look) -> dict[str, object]:
    """The memory as the desk keeps it."""
    return dict(json.loads(json.dumps(look.memory)))


def test_a_source_keeps_the_port(stage: Stage) -> None:
    source = sources.build(stage.tap())
    assert isinstance(source, Source)
    assert source.kind == stage.settings.kind


def test_everything_is_found_once_and_what_is_new_after_it(stage: Stage) -> None:
    source = sources.build(stage.tap())
    stage.put("仙台事業所を閉鎖します。")
    first = source.look({})
    assert "仙台事業所を閉鎖します。".encode() in said(first)
    assert not first.failed
    assert source.look(handed_back(first)).found == ()
    stage.put("the London office reopens")
    second = source.look(handed_back(first))
    assert b"the London office reopens" in said(second)
    assert source.look(handed_back(second)).found == ()


def test_a_memory_that_was_lost_finds_the_same_again(stage: Stage) -> None:
    source = sources.build(stage.tap())
    stage.put("one")
    assert source.look({}).found == source.look({}).found != ()


def test_identities_are_distinct(stage: Stage) -> None:
    for text in ("one", "two", "three"):
        stage.put(text)
    found = sources.build(stage.tap()).look({}).found
    assert len({fetched.identity for fetched in found}) == len(found)


def test_a_look_changes_nothing_there(stage: Stage) -> None:
    stage.put("one")
    before = stage.state()
    sources.build(stage.tap()).look({})
    assert stage.state() == before


def test_a_place_that_fails_is_said_in_words_without_a_secret(stage: Stage) -> None:
    stage.put("one")
    source = sources.build(stage.tap())
    memory = handed_back(source.look({}))
    stage.spoil()
    with pytest.raises(SourceFailed) as caught:
        source.look(memory)
    told = "".join(traceback.format_exception(caught.value))
    assert stage.settings.id in str(caught.value.reason)
    assert CANARY not in told
    assert CANARY not in repr(caught.value.reason.details)


def test_no_name_shows_a_secret(stage: Stage) -> None:
    stage.put("one")
    look = sources.build(stage.tap()).look({})
    assert CANARY not in "".join(fetched.name for fetched in look.found)
