"""`crisis source list|check`: what is configured, what answers, and mistakes that speak of the source."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_kit import Office

INBOX = '\n[[source]]\nid = "inbox"\nkind = "folder"\npath = "inbox"\n'
PORTAL = '\n[[source]]\nid = "portal"\nkind = "feed"\nurl = "http://127.0.0.1:9/f?key=geheim"\ncredentials = "file:portal.toml"\n'


def add(office: Office, tables: str) -> Path:
    config = office.folder / "crisis.toml"
    config.write_text(config.read_text("utf-8") + tables, "utf-8")
    return office.folder


def test_a_folder_answers_and_nothing_is_taken_in(office: Office) -> None:
    folder = add(office, INBOX) / "inbox"
    folder.mkdir()
    (folder / "n.txt").write_text("拠点：仙台事業所\n状況：閉鎖\n", "utf-8")
    before = office.json("notice", "list")
    (source,) = office.json("source", "check")["sources"]
    assert (source["source"], source["ok"]) == ("inbox", True)
    assert office.json("notice", "list") == before
    assert [s["source"] for s in office.json("source", "list")["sources"]] == ["inbox"]


@pytest.mark.parametrize("content", [None, "not toml at all ["])
def test_a_mistake_in_its_credentials_speaks_of_the_source_and_shows_no_key(
    office: Office, content: str | None
) -> None:
    folder = add(office, PORTAL)
    if content is not None:
        (folder / "portal.toml").write_text(content, "utf-8")
        (folder / "portal.toml").chmod(0o600)
    (source,) = office.json("source", "check", code=6)["sources"]
    assert "source portal" in source["problem"].lower()
    assert "account" not in source["problem"]
    assert "geheim" not in str(source)
