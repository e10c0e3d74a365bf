"""`[guard.severity]`: stricter than what ships, looser for advice alone, and a mistake is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis.catalogue import config
from crisis.errors import Mistake
from crisis.model.finding import Severity
from crisis.model.settings import Mode


def severities(folder: Path, lines: str) -> dict[Mode, dict[str, Severity | None]]:
    (folder / "crisis.toml").write_text(f'[desk]\nname = "Test"\n\n[guard.severity]\n{lines}\n', "utf-8")
    return {mode: dict(table) for mode, table in config.load(folder).guard.severity.items()}


def test_a_desk_may_be_stricter_and_silence_advice(tmp_path: Path) -> None:
    read = severities(tmp_path, 'no-time = "hold"\npii-name = "block"\nhashtags = "off"')
    assert read[Mode.ACTUAL] == {"no-time": Severity.HOLD, "pii-name": Severity.BLOCK, "hashtags": None}
    assert read[Mode.EXERCISE] == read[Mode.ACTUAL]


def test_a_mode_has_its_own(tmp_path: Path) -> None:
    read = severities(tmp_path, 'no-time = "hold"\n[guard.severity.exercise]\nno-time = "block"')
    assert (read[Mode.ACTUAL]["no-time"], read[Mode.EXERCISE]["no-time"]) == (Severity.HOLD, Severity.BLOCK)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('pii-name = "advise"', 'key "pii-name": looser than what ships; write "hold" or stricter'),
        ('access-secret = "hold"', 'looser than what ships; write "block"'),
        ('unchecked-link = "never"', "not a severity"),
        ('pii-nam = "block"', 'did you mean "pii-name"'),
        ('zzz = "block"', "not a code of the guard"),
        ("no-time = true", "not a severity"),
        ('actual = "hold"', "write [guard.severity.actual]"),
    ],
)
def test_a_mistake_names_the_key_and_the_mend(tmp_path: Path, line: str, says: str) -> None:
    with pytest.raises(Mistake) as mistake:
        severities(tmp_path, line)
    assert says in str(mistake.value)
    assert str(mistake.value).startswith("crisis.toml, [guard")


def test_no_table_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "crisis.toml").write_text('[desk]\nname = "Test"\n[guard]\nseverity = "hold"\n')
    with pytest.raises(Mistake, match="not a table"):
        config.load(tmp_path)
