"""A rehearsal asks for no page: what links answer is recorded in the runbook."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import rehearsal_kit

from crisis.catalogue import runbooks
from crisis.errors import Mistake
from crisis.model.link import LinkStatus
from crisis.model.runbook import Inject
from crisis.rehearsal.run import play

PAGE = "https://www.kitahama.example/saigai"
NOTICE = """件名：事業所の閉鎖について
発信部署：総務部
拠点：{{ sites[1].ja }}
状況：閉鎖
理由：地震
時点：{{ day() }} {{ hm() }}
次回更新：{{ hm(60) }}
詳細：%s
"""


@pytest.mark.parametrize(
    ("answers", "held"),
    [
        ({PAGE: LinkStatus.GONE}, True),
        ({PAGE: LinkStatus.LOGIN}, True),
        ({PAGE: LinkStatus.UNCHECKED}, False),
        ({}, False),
    ],
)
def test_a_recorded_answer_decides(
    answers: dict[str, LinkStatus], held: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(*_: object, **__: object) -> None:
        raise AssertionError("a rehearsal asked the network")

    monkeypatch.setattr(socket, "getaddrinfo", asked)
    inject = Inject("I1", timedelta(minutes=5), {"en": "closed"}, "closed.txt", "published", payload=NOTICE % PAGE)
    runbook = replace(
        rehearsal_kit.earthquake(), injects=(inject,), phases=(), links=answers, lasts=timedelta(minutes=60)
    )
    played = play(runbook, rehearsal_kit.kit(), 1, tmp_path)
    (work,) = played.arrivals
    assert (work.seen == "held") is held
    assert any(PAGE in one.text for one in played.recorded) is not held


def test_the_runbook_says_what_its_links_answer(tmp_path: Path) -> None:
    whole = (Path(__file__).parents[2] / "runbooks" / "earthquake.yaml").read_text("utf-8")
    path = tmp_path / "earthquake.yaml"
    path.write_text(whole.replace("links:\n", f"links:\n  {PAGE}: gone\n", 1), "utf-8")
    assert runbooks.load(path).links[PAGE] is LinkStatus.GONE
    path.write_text(whole.replace("links:\n", f"links:\n  {PAGE}: perhaps\n", 1), "utf-8")
    with pytest.raises(Mistake, match="open, gone, login, unchecked"):
        runbooks.load(path)
