"""A poll of a 500-item Atom feed beside one parse of it by lxml; and how long the first intake takes."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from desk_scene import make_scene
from figures import Row, paired
from lxml import etree
from places.feed import atom, entry

from crisis.desk.desk import Desk
from crisis.desk.notices.looks import Looks
from crisis.desk.notices.polling import poll
from crisis.model.ports import Fetched, Look
from crisis.model.settings import SourceSettings

ITEMS, NEW, ROUNDS = 500, 3, 15
TEXT = """拠点：仙台事業所
状況：閉鎖
理由：地震のため（3階の天井が落下、負傷者2名）
時点：10月9日 15:{minute:02}
次回：16:30

各位
総務部です。本日14時46分ごろの地震により、仙台事業所の建物に被害が出ています。建物の安全を確認するまで、
事業所を閉鎖します。社内にいる方は、各階の誘導員の指示に従い、落ち着いて行動してください。外出中の方と、
これから出社する予定の方は、事業所に近づかず、上長に電話かメールで状況を知らせてください。出張中の方の
宿泊は、各部の庶務担当が手配します。お客様からの問い合わせは、広報部に回してください。個別に答えないでください。
次の連絡は16時30分です。連絡が取れない場合は、総務部の当番（内線1100）まで。記事番号 {number}
"""
PORTAL = SourceSettings("portal", "feed", url="https://portal.example/feed", every=1.0)


class Portal:
    """A feed that is always answered with what it holds now."""

    kind = "feed"
    raw = b""

    def look(self, memory: object) -> Look:
        return Look((Fetched("portal", "portal", self.raw, form="feed"),), {})


def feed(items: int) -> bytes:
    """The newest first, as feeds go."""
    entries = (entry(f"urn:{n}", TEXT.format(minute=n % 60, number=n)) for n in reversed(range(items)))
    return atom(*entries)


def spent(call: Callable[[], object]) -> float:
    """The processor's seconds of a call, all threads together: a look runs on one of its own, for which a busy machine makes
    it wait."""
    begun = time.process_time()
    call()
    return time.process_time() - begun


def asked(desk: Desk, portal: Portal, raw: bytes) -> Callable[[], float]:
    """One whole poll of the feed: looked at, told apart from what is known, taken in, remembered."""

    def ask() -> float:
        portal.raw = raw
        later = replace(desk, looks=Looks())  # its pace is over
        return spent(lambda: poll(later))

    return ask


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        portal = Portal()
        desk = make_scene(Path(folder)).desk
        settings = replace(desk.settings, sources=(PORTAL,))
        desk = replace(desk, kit=replace(desk.kit, settings=settings), source=lambda _: lambda: portal)
        raw = feed(ITEMS)
        first = asked(desk, portal, raw)()
        again = asked(desk, portal, raw)
        times = paired(again, lambda: spent(lambda: etree.fromstring(raw)), ROUNDS)
        yield Row(f"poll of a {ITEMS}-item feed, none new : lxml", times.ratio, 2.0, aside=times.aside)
        grown = [asked(desk, portal, feed(ITEMS + NEW * time))() for time in range(1, ROUNDS)]
        yield Row(
            f"the same, {NEW} new", statistics.median(grown) * 1000, None, "ms", aside="kept, with their transaction"
        )
        yield Row(f"first intake of {ITEMS} items", first, 5.0, "s", aside="of the processor")
