"""`[duty]` and `[[shift]]`: the rota as people write it, and each mistake with its mend."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crisis.catalogue.config import load
from crisis.errors import Mistake
from crisis.model.duty import Duty, Shift
from crisis.model.settings import Settings

DESK = '[desk]\nname = "D"\n'
SHIFT = DESK + '[[shift]]\nwho = "tanaka"\nfrom = "09:00"\nto = "18:00"\n'


def read(folder: Path, text: str) -> Settings:
    (folder / "crisis.toml").write_text(text, "utf-8")
    return load(folder)


def test_without_a_rota_nothing_is_asked(tmp_path: Path) -> None:
    settings = read(tmp_path, DESK)
    assert (settings.duty, settings.answer_within) == (Duty(), timedelta(hours=1))


def test_a_rota_as_people_write_it(tmp_path: Path) -> None:
    text = (
        DESK.rstrip() + '\nanswer_within = "30m"\n'
        '[[shift]]\nwho = ["tanaka", "suzuki"]\non = ["weekdays", "sat", 2026-12-30]\nfrom = 09:00:00\nto = "24:00"\n'
        'zone = "Europe/London"\n[duty]\nholidays = "none"\ndays_off = [2026-12-29]\nremind = "1h"\n'
    )
    settings = read(tmp_path, text)
    (shift,) = settings.duty.shifts
    assert shift == Shift(
        ("tanaka", "suzuki"), time(9), time(0), ("weekdays", "sat", "2026-12-30"), ZoneInfo("Europe/London")
    )
    assert settings.answer_within == timedelta(minutes=30)
    assert settings.duty.holidays is None
    assert settings.duty.days_off == (date(2026, 12, 29),)
    assert settings.duty.remind == timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SHIFT.replace('"tanaka"', "[]"), 'number 1, key "who": names nobody'),
        (SHIFT.replace('"09:00"', '"9"'), 'key "from": no time of the day; write one such as "09:00"'),
        (SHIFT.replace('"18:00"', '"24:30"'), 'key "to": no time of the day'),
        (SHIFT + 'on = ["workdays"]\n', 'key "on": no day; write "weekdays"'),
        (SHIFT + 'on = ["2026-02-30"]\n', 'key "on": no day'),
        (SHIFT + 'zone = "Tokyo"\n', 'key "zone": not a known time zone'),
        (SHIFT.replace('to = "18:00"\n', ""), 'key "to": missing'),
        (DESK + '[duty]\nholidays = "Japan"\n', 'key "holidays": no country'),
        (DESK + '[duty]\nholidays = "XX"\n', 'key "holidays": no country'),
        (DESK + "[duty]\nremind = 30\n", 'key "remind": not a span of time'),
    ],
)
def test_a_mistake_names_its_place_and_mend(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(Mistake) as mistake:
        read(tmp_path, text)
    assert said in str(mistake.value)
