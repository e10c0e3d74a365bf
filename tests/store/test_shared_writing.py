"""Write transactions that threads share: one commit for all who wait, and a fault concerns nobody else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desk_scene import NOW, Scene, make_scene
from sqlalchemy import event

from crisis.model.records import LedgerEntry, Stop
from crisis.store.unit import Writing


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = make_scene(tmp_path)
    yield made
    made.desk.store.close()


def stop(number: int) -> Stop:
    return Stop(f"S-{number}", None, NOW, "drafter")


def kept(number: int) -> Callable[[Writing], int]:
    """Sets a stop, and gives its number."""

    def act(unit: Writing) -> int:
        unit.add(stop(number))
        unit.record("check-failed", delivery=f"K-{number}", post="P-1", code="x")
        if number == 7:
            raise ValueError("seven")
        return number

    return act


def together(scene: Scene, numbers: range) -> dict[int, object]:
    """What each of so many threads hears, which all wait while somebody else writes."""
    heard: dict[int, object] = {}

    def work(number: int) -> None:
        try:
            heard[number] = scene.desk.store.together(NOW, kept(number))
        except ValueError as fault:
            heard[number] = str(fault)

    threads = [threading.Thread(target=work, args=[number]) for number in numbers]
    with scene.desk.store.writing(NOW):
        for thread in threads:
            thread.start()
        while len(scene.desk.store._shared._waiting) < len(threads):
            threading.Event().wait(0.005)
    for thread in threads:
        thread.join()
    return heard


def test_threads_that_wait_are_written_with_one_commit(scene: Scene) -> None:
    commits: list[object] = []
    before = len(entries(scene))

    @event.listens_for(scene.desk.store.engine, "commit")
    def counted(connection: object) -> None:
        commits.append(connection)

    assert together(scene, range(6)) == {number: number for number in range(6)}
    assert len(commits) == 2, "the one that they waited for, and their own"
    assert len(entries(scene)) == before + 6


def test_a_fault_of_one_undoes_no_other(scene: Scene) -> None:
    before = len(entries(scene))
    assert together(scene, range(5, 9)) == {5: 5, 6: 6, 7: "seven", 8: 8}
    with scene.desk.store.reading() as unit:
        assert {each.id for each in unit.find(Stop)} == {"S-5", "S-6", "S-8"}
    assert [entry.seq for entry in entries(scene)] == list(range(before + 3))


def test_what_one_alone_raises_comes_back_to_it(scene: Scene) -> None:
    with pytest.raises(ValueError, match="seven"):
        scene.desk.store.together(NOW, kept(7))
    assert scene.desk.store.together(NOW, kept(8)) == 8


def test_a_transaction_reads_what_it_has_written(scene: Scene) -> None:
    one = stop(1)
    with scene.desk.store.writing(NOW) as unit:
        assert unit.get(Stop, "S-1") is None
        unit.add(one)
        assert unit.find(Stop, id=["S-1", "S-2"]) == [one]
        unit.put(replace(one, set_by="approver"))
        assert unit.need(Stop, "S-1").set_by == "approver"
        size = unit.ledger_size()
        assert unit.record("check-failed", delivery="K-1", post="P-1", code="x") == size
        assert unit.find(LedgerEntry)[-1].seq == size
        assert unit.ledger.committed() == size
        assert unit.count(LedgerEntry) == unit.ledger_size() == size + 1


@pytest.mark.parametrize("many", [1, 12, 13, 2000])
def test_several_values_are_asked_for_whatever_their_number(scene: Scene, many: int) -> None:
    with scene.desk.store.writing(NOW) as unit:
        for number in range(3):
            unit.add(stop(number))
        assert len(unit.find(Stop, id=[f"S-{number}" for number in range(many)])) == min(many, 3)
        assert unit.count(Stop, id={f"S-{number}" for number in range(many)}, set_by="drafter") == min(many, 3)


def entries(scene: Scene) -> list[LedgerEntry]:
    with scene.desk.store.reading() as unit:
        return unit.find(LedgerEntry)
