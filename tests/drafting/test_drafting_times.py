"""Times as posts say them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from crisis.drafting.times import Named, speak_moment, speak_period
from crisis.model.moment import Moment, Period

TOKYO = ZoneInfo("Asia/Tokyo")
FRIDAY = date(2026, 10, 9)


def at(
    month: int, day: int, hour: int | None = None, minute: int = 0, *, about: bool = False, year: int = 2026
) -> Moment:
    return Moment(datetime(year, month, day, hour or 0, minute, tzinfo=TOKYO), hour is not None, about)


ABOUT = "10月9日(金)14:46ごろ"
NEW_YEAR = "2027年1月4日(月)9:00"
FORMS = [
    (at(10, 9, 15, 20), "ja", "15:20", "10月9日(金)15:20", "15:20", "10月9日(金)15:20", "9日15:20"),
    (at(10, 9, 14, 46, about=True), "ja", "14:46ごろ", ABOUT, "14:46ごろ", ABOUT, "9日14:46ごろ"),
    (at(10, 13, 9), "ja", "10月13日(火)9:00", "10月13日(火)9:00", "13日(火)9:00", "10月13日(火)9:00", "13日9:00"),
    (at(11, 2), "ja", "11月2日(月)", "11月2日(月)", "11月2日(月)", "11月2日(月)", "2日"),
    (at(1, 4, 9, year=2027), "ja", NEW_YEAR, NEW_YEAR, NEW_YEAR, NEW_YEAR, "4日9:00"),
    (at(10, 9, 15, 20), "en", "15:20", "15:20 on Fri 9 Oct", "15:20", "15:20 JST, Fri 9 Oct", "15:20 JST 9 Oct"),
    (at(10, 9, 14, 46, about=True), "en",
     "about 14:46", "about 14:46 on Fri 9 Oct", "about 14:46", "about 14:46 JST, Fri 9 Oct", "about 14:46 JST 9 Oct"),
    (at(10, 13, 9), "en", "9:00 on Tue 13 Oct", "9:00 on Tue 13 Oct", "9:00 Tue 13 Oct", "9:00 JST, Tue 13 Oct", "9:00 JST 13 Oct"),
    (at(1, 4, year=2027), "en", "Mon 4 Jan 2027", "Mon 4 Jan 2027", "Mon 4 Jan 2027", "Mon 4 Jan 2027", "4 Jan 2027"),
    (at(10, 9, 15, 20), "ja-x-plain", "15:20", "10月9日 15:20", "15:20", "9日 15:20", "9日15:20"),
    (at(10, 13, 9), "ja-x-plain", "10月13日 9:00", "10月13日 9:00", "13日9:00", "13日 9:00", "13日9:00"),
    (at(10, 13, 9), "fr", "2026-10-13 9:00", "2026-10-13 9:00", "2026-10-13 9:00", "2026-10-13 9:00 JST", "2026-10-13 9:00 JST"),
]  # fmt: skip


@pytest.mark.parametrize(("moment", "language", "words", "full", "terse", "stamp", "brief"), FORMS)
def test_forms(moment: Moment, language: str, words: str, full: str, terse: str, stamp: str, brief: str) -> None:
    spoken = speak_moment(moment, language, TOKYO, FRIDAY)
    assert (str(spoken), spoken.full, spoken.terse, spoken.stamp, spoken.brief) == (words, full, terse, stamp, brief)


def test_english_puts_the_right_preposition_before_it() -> None:
    assert speak_moment(at(10, 9, 16, 30), "en", TOKYO, FRIDAY).at == "at 16:30"
    assert speak_moment(at(10, 13, 9), "en", TOKYO, FRIDAY).at == "at 9:00 on Tue 13 Oct"
    assert speak_moment(at(10, 13), "en", TOKYO, FRIDAY).at == "on Tue 13 Oct"


def test_other_zones_are_said_on_the_desks_clocks() -> None:
    moment = Moment(datetime(2026, 10, 9, 6, 20, tzinfo=UTC))
    assert speak_moment(moment, "ja", TOKYO, FRIDAY).stamp == "10月9日(金)15:20"
    assert speak_moment(moment, "en", ZoneInfo("Europe/London"), FRIDAY).stamp == "7:20 BST, Fri 9 Oct"
    assert "UTC+04" in speak_moment(moment, "en", ZoneInfo("Asia/Dubai"), FRIDAY).stamp


def test_a_date_stays_the_date_that_was_stated() -> None:
    moment = Moment(datetime(2026, 10, 9, tzinfo=TOKYO), has_time=False)
    assert str(speak_moment(moment, "en", ZoneInfo("America/New_York"), None)) == "Fri 9 Oct"


def test_midnight_is_said_with_its_date() -> None:
    assert str(speak_moment(at(10, 10, 0, 30), "ja", TOKYO, FRIDAY)) == "10月10日(土)0:30"


def test_without_an_as_of_time_nothing_is_left_out() -> None:
    assert str(speak_moment(at(10, 9, 15, 20), "ja", TOKYO, None)) == "10月9日(金)15:20"


PERIODS = [
    (Period(at(10, 13), at(10, 16)), "10月13日(火)から16日(金)まで", "from Tue 13 Oct to Fri 16 Oct", "10月13日から 16日まで"),
    (Period(at(10, 30), at(11, 2)), "10月30日(金)から11月2日(月)まで", "from Fri 30 Oct to Mon 2 Nov", "10月30日から 11月2日まで"),
    (Period(at(10, 9, 16), at(10, 9, 18)), "16:00から18:00まで", "from 16:00 to 18:00", "16:00から 18:00まで"),
    (Period(at(10, 13, 9), at(10, 13, 17)),
     "10月13日(火)9:00から17:00まで", "from 9:00 on Tue 13 Oct to 17:00", "10月13日 9:00から 17:00まで"),
    (Period(at(10, 13), at(10, 13)), "10月13日(火)", "on Tue 13 Oct", "10月13日"),
    (Period(at(10, 13, 9), None), "10月13日(火)9:00から", "from 9:00 on Tue 13 Oct", "10月13日 9:00から"),
    (Period(None, at(10, 16)), "10月16日(金)まで", "until Fri 16 Oct", "10月16日まで"),
]  # fmt: skip


@pytest.mark.parametrize(("period", "ja", "en", "plain"), PERIODS)
def test_periods(period: Period, ja: str, en: str, plain: str) -> None:
    said = {language: str(speak_period(period, language, TOKYO, FRIDAY)) for language in ("ja", "en", "ja-x-plain")}
    assert said == {"ja": ja, "en": en, "ja-x-plain": plain}


LONDON = ZoneInfo("Europe/London")
SPAN = Period(at(10, 9, 22), at(10, 13, 18))


@pytest.mark.parametrize(("language", "moment", "brief", "period"), [
    ("ja", "現地時間10月13日(火)10:00", "現地時間13日10:00", "現地時間14:00から13日(火)10:00まで"),
    ("en", "10:00 local time on Tue 13 Oct", "10:00 local time 13 Oct", "from 14:00 local time to 10:00 local time on Tue 13 Oct"),
    ("ja-x-plain", "現地(げんち)の 時間(じかん)で 10月13日 10:00", "現地(げんち)の 時間(じかん)で 13日10:00",
     "現地(げんち)の 時間(じかん)で 14:00から 13日10:00まで"),
    ("fr", "2026-10-13 10:00+01:00", "2026-10-13 10:00 BST", "from 14:00+01:00 to 2026-10-13 10:00+01:00"),
])  # fmt: skip
def test_a_named_local_clock(language: str, moment: str, brief: str, period: str) -> None:
    spoken = speak_moment(SPAN.end or at(1, 1), language, LONDON, FRIDAY, Named.LOCAL)
    assert (str(spoken), spoken.brief) == (moment, brief)
    assert str(speak_period(SPAN, language, LONDON, FRIDAY, Named.LOCAL)) == period


def test_the_desks_clock_is_named_by_its_zone() -> None:
    assert str(speak_moment(at(10, 9, 16, 30), "ja", TOKYO, FRIDAY, Named.DESK)) == "日本時間16:30"
    assert str(speak_moment(at(10, 9, 16, 30), "en", TOKYO, FRIDAY, Named.DESK)) == "16:30 JST"
    assert str(speak_moment(at(10, 9, 16, 30), "ja", LONDON, FRIDAY, Named.DESK)) == "BST 8:30"


def test_a_date_names_no_clock() -> None:
    assert (
        str(speak_period(Period(at(10, 13), at(10, 16)), "ja", LONDON, FRIDAY, Named.LOCAL))
        == "10月13日(火)から16日(金)まで"
    )
