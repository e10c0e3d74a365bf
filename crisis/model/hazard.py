"""What a hazard telegram says: one message of a meteorological or civil authority, typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Peril(StrEnum):
    """What threatens."""

    EARTHQUAKE = "earthquake"
    TSUNAMI = "tsunami"
    VOLCANO = "volcano"
    TYPHOON = "typhoon"
    FLOOD = "flood"
    WEATHER = "weather"
    FIRE = "fire"
    OTHER = "other"


class Status(StrEnum):
    """Whether a telegram is meant. `exercise` is 訓練 and Exercise; `test` is 試験, Test and whatever else asks nobody to
    act (CAP's System and Draft). Only `actual` is."""

    ACTUAL = "actual"
    EXERCISE = "exercise"
    TEST = "test"


class Action(StrEnum):
    """What a telegram does in its series: 発表 and Alert issue, Update updates, 訂正 corrects, 取消 and Cancel withdraw."""

    ISSUE = "issue"
    UPDATE = "update"
    CORRECT = "correct"
    CANCEL = "cancel"


class Grade(IntEnum):
    """How bad, on CAP's scale of severity (CAP 1.2, 3.2.2), with `NONE` for what is over (解除, AllClear)."""

    NONE = 0
    MINOR = 1
    MODERATE = 2
    SEVERE = 3
    EXTREME = 4


class Intensity(IntEnum):
    """Seismic intensity on the Japan Meteorological Agency's scale, in its ten steps: 5- is 5弱, 5+ is 5強."""

    ZERO = 0
    ONE = 1
    TWO = 2
    THREE = 3
    FOUR = 4
    FIVE_LOWER = 5
    FIVE_UPPER = 6
    SIX_LOWER = 7
    SIX_UPPER = 8
    SEVEN = 9

    @property
    def code(self) -> str:
        """As telegrams write it: `6-`."""
        return ("0", "1", "2", "3", "4", "5-", "5+", "6-", "6+", "7")[self]

    @property
    def spoken(self) -> str:
        """As Japanese says it: `6弱`."""
        return self.code.replace("-", "弱").replace("+", "強")


@dataclass(frozen=True, slots=True)
class Area:
    """An area that a telegram names, with its level there.

    `codes` are (scheme, value) pairs as the telegram gives them; `level` is the level in its own words (`震度6弱`, `津波警報`,
    `Severe`). `grade` is None where no level is stated (CAP's Unknown). `intensity` is set for shaking alone; where its
    `grade` is None the intensity is 5- or more and nobody knows how much more (震度５弱以上未入電).
    """

    name: str
    codes: tuple[tuple[str, str], ...] = ()
    level: str = ""
    grade: Grade | None = None
    intensity: Intensity | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which level a telegram concerns a site: shaking by its intensity, all else by its grade."""

    intensity: Intensity = Intensity.SIX_LOWER
    grade: Grade = Grade.SEVERE

    def reached(self, area: Area) -> bool:
        """Whether an area's level is as much. A level that nobody states is: a person looks rather than nobody."""
        if area.grade is None:
            return True
        if area.intensity is not None:
            return area.intensity >= self.intensity
        return area.grade >= max(self.grade, Grade.MINOR)


@dataclass(frozen=True, slots=True)
class Hazard:
    """One telegram. Times are aware.

    `form` is `jma` or `cap`. `title` names the message, `event` what happens in its own words, `headline` is its sentence
    for people. `source` is who issued it; `series` is what messages of one source about the same have in common besides
    their ids (JMA: title, office and status; CAP: sender and status). `ids` are the names that this one goes by in its
    series (JMA: its EventIDs, CAP: `sender,identifier,sent`) and `replaces` the names that it takes the place of.
    `issued_at` is the time that it states to people, `sent_at` the time by which later ones supersede earlier ones: JMA
    writes the first in Japan's time to the minute and the second in UTC to the second; CAP has one. `expires` is None
    where it states no end.
    """

    form: str
    kind: Peril
    status: Status
    action: Action
    issued_at: datetime
    sent_at: datetime
    title: str
    event: str
    source: str
    series: str
    ids: tuple[str, ...]
    replaces: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    headline: str = ""
    expires: datetime | None = None

    @property
    def event_id(self) -> str:
        """The first of its ids; empty where the authority gives none."""
        return self.ids[0] if self.ids else ""

    @property
    def over(self) -> bool:
        """Whether it withdraws, or only says of every area that it names that nothing threatens there any more."""
        return self.action is Action.CANCEL or (
            bool(self.areas) and all(area.grade is Grade.NONE for area in self.areas)
        )
