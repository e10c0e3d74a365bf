"""Pairs of notices that differ only in what is internal, and what is posted of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from random import Random

from crisis import drafting, facts, intake
from crisis.desk.drafts.kit import Kit
from crisis.model.fact import Kind, Label
from crisis.model.notice_type import Field, NoticeType
from crisis.model.post import Occasion
from crisis.shipped import shipped
from crisis.wiring.kit import kit_of

NOW = datetime.fromisoformat("2026-10-09T15:20:00+09:00")
INSIDE = (
    "佐伯 真理子（総務部）",
    "3階の天井が落下し2名が負傷、10月12日まで閉鎖",
    "server fs03.intra.kitahama.example (10.24.8.17), CVE-2026-10234",
    "大阪支社は通常どおり、次回は17:45",
    "https://meet.intra.kitahama.example/j/8841?pwd=ruri",
    "{{ organisation }} {% raw %}",
    "社外秘 プロジェクト瑠璃 1,200万円",
    "090-0000-4412 / 内線7-4412",
    "誤って配信しました。全員無事です。",
    "closed, open, limited, power cut",
    "",
)


@cache
def kit() -> Kit:
    return kit_of(shipped("data") / "sample")


def _time(random: Random) -> str:
    at = NOW + timedelta(minutes=5 * random.randrange(1, 600))
    return random.choice(
        (f"{at.month}月{at.day}日 {at:%H:%M}", f"{at:%Y-%m-%d %H:%M}", f"{at.month}/{at.day} {at.hour}時{at:%M}分")
    )


def _public(random: Random, field: Field) -> str | None:
    settings = kit().settings
    if field.kind is Kind.TERM:
        return random.choice(random.choice(field.terms).matches)
    if field.kind is Kind.TIME:
        return _time(random)
    if field.kind is Kind.PERIOD:
        return f"{_time(random)}まで"
    if field.kind is Kind.SITE:
        return random.choice(settings.sites).names["ja"]
    if field.kind is Kind.SERVICE:
        return random.choice(settings.services).names["ja"]
    return {
        Kind.AREA: "宮城県",
        Kind.LINK: "https://www.kitahama.example/notices/",
        Kind.PHONE: "0120-000-111",
        Kind.NUMBER: str(random.randrange(1, 90)),
    }.get(field.kind)


def _lines(random: Random, fields: Sequence[Field]) -> list[tuple[str, str]]:
    told = [(f, _public(random, f)) for f in fields if f.required or random.random() < 0.6]
    return [(f.aliases[0] if f.aliases else f.name, value) for f, value in told if value]


def _notice(title: str, lines: Sequence[tuple[str, str]]) -> bytes:
    return "\n".join([f"種別：{title}", *(f"{label}：{value}" for label, value in lines)]).encode()


def _pair(random: Random, notice_type: NoticeType) -> tuple[bytes, bytes]:
    """One notice twice: the same public lines in the same order, other internal ones between them."""
    public = [f for f in notice_type.fields if f.label is Label.PUBLIC]
    inside = [f for f in notice_type.fields if f.label is Label.INTERNAL and f.aliases]
    lines = _lines(random, public)

    def with_internal() -> bytes:
        mixed = list(lines)
        for field in random.sample(inside, min(len(inside), random.randrange(0, 5))):
            mixed.insert(random.randrange(len(mixed) + 1), (random.choice(field.aliases), random.choice(INSIDE)))
        return _notice(notice_type.id, mixed)

    return with_internal(), with_internal()


def _rendered(raw: bytes, notice_type: NoticeType) -> tuple[str, ...]:
    (notice,) = intake.read(raw, "n.txt")
    areas = kit().areas
    extracted = facts.extract(notice, notice_type, kit().settings, NOW, areas)
    posts, _findings = drafting.compose(
        extracted, notice_type, kit().settings, Occasion(), areas.names if areas else None
    )
    return tuple(post.text for post in posts)


@dataclass(frozen=True)
class Compared:
    """How many pairs were made, how many of them made posts, and the pairs that differ in a byte."""

    pairs: int
    said: int
    differing: tuple[tuple[str, str], ...]


def compare(pairs: int, seed: str) -> Compared:
    """That many pairs over all types; the same for the same seed."""
    random = Random(seed)
    types = [t for t in kit().types.values() if t.posts]
    said, differing = 0, []
    for number in range(pairs):
        notice_type = types[number % len(types)]
        one, other = _pair(random, notice_type)
        first, second = _rendered(one, notice_type), _rendered(other, notice_type)
        said += bool(first)
        if first != second:
            differing.append((one.decode(), other.decode()))
    return Compared(pairs, said, tuple(differing))
