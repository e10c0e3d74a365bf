"""[[source]] in crisis.toml: what each kind reads, and each mistake in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crisis import sources
from crisis.catalogue import config, source_tables
from crisis.errors import Mistake
from crisis.model.settings import Settings
from crisis.shipped import shipped

Write = Callable[[str], Settings]
DESK = '[desk]\nname = "d"\n'
FEED = '[[source]]\nid = "portal"\nkind = "feed"\nurl = "https://portal.example/a"\n'
IMAP = '[[source]]\nid = "mail"\nkind = "imap"\nhost = "imap.example"\ncredentials = "env:MAIL"\n'


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def load(text: str) -> Settings:
        (tmp_path / "crisis.toml").write_text(DESK + text, "utf-8")
        return config.load(tmp_path)

    return load


def test_reads_every_kind(write: Write, tmp_path: Path) -> None:
    folder = '[[source]]\nid = "in"\nkind = "folder"\npath = "inbox"\nevery = 5\ntype = "office-status"\n'
    feed, inbox, mail = write(FEED + "private = true\n" + folder + IMAP + 'port = 1993\nmailbox = "緊急"\n').sources
    assert (feed.url, feed.private, feed.every, feed.credentials) == ("https://portal.example/a", True, 60.0, None)
    assert (inbox.path, inbox.every, inbox.type) == (tmp_path / "inbox", 5.0, "office-status")
    assert (mail.host, mail.port, mail.mailbox, mail.tls, mail.credentials) == (
        "imap.example",
        1993,
        "緊急",
        True,
        "env:MAIL",
    )


def test_no_sources_is_none(write: Write) -> None:
    assert write("").sources == ()


def test_the_example_that_ships_works_when_its_marks_are_taken_off(write: Write) -> None:
    text = (shipped("data") / "desk" / "crisis.toml").read_text("utf-8")
    lines = text[text.index("# [[source]]") : text.index("# Who is told")].splitlines()
    read = write("\n".join(line.removeprefix("# ") for line in lines)).sources
    assert {source.kind for source in read} == set(sources.kinds())


MISTAKES = {
    'kind = "fed"\n': ("kind", "feed"),
    'url = "ftp://x/"\n': ("url", "web address"),
    'url = "https://me:secret@x.example/"\n': ("url", "web address"),
    "every = 0\n": ("every", "seconds"),
    "every = true\n": ("every", "seconds"),
    'every = "60"\n': ("every", "seconds"),
    "every = nan\n": ("every", "seconds"),
    'private = "yes"\n': ("private", "true or false"),
    'path = "x"\n': ("path", "take it out"),
    "intervall = 5\n": ("intervall", "not a known key"),
    'credentials = "hunter2"\n': ("credentials", "never the keys"),
}


@pytest.mark.parametrize("line", MISTAKES)
def test_a_mistake_names_its_place_and_its_mend(write: Write, line: str) -> None:
    key, says = MISTAKES[line]
    kept = [each for each in FEED.splitlines(keepends=True) if each.split(" ")[0] != key]
    with pytest.raises(Mistake) as caught:
        write("".join(kept) + line)
    assert f'crisis.toml, [[source]] portal, key "{key}"' in str(caught.value)
    assert says in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(("kind", "needed"), [(k, n) for k, keys in source_tables.NEEDED.items() for n in keys])
def test_what_a_kind_needs(write: Write, kind: str, needed: str) -> None:
    others = [key for key in source_tables.NEEDED[kind] if key != needed]
    stated = "".join(f'{key} = "env:X"\n' if key == "credentials" else f'{key} = "x.example"\n' for key in others)
    with pytest.raises(Mistake, match=f'"{needed}": missing'):
        write(f'[[source]]\nid = "s"\nkind = "{kind}"\n{stated}')


def test_a_password_never_travels_unencrypted(write: Write) -> None:
    with pytest.raises(Mistake, match="unencrypted"):
        write(IMAP + "tls = false\n")
    assert not write(IMAP.replace("imap.example", "127.0.0.1") + "tls = false\n").sources[0].tls


@pytest.mark.parametrize("host", ["https://x", "a b", "-x", "", "me@x", "x:993"])
def test_a_host_is_a_host_alone(write: Write, host: str) -> None:
    with pytest.raises(Mistake, match="not a host"):
        write(IMAP.replace("imap.example", host))


def test_the_table_knows_every_kind_that_ships() -> None:
    assert set(source_tables.NEEDED) == set(source_tables.POSSIBLE) == set(sources.kinds())
