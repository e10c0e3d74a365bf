"""Every case of twitter-text's conformance suites that decides length."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import yaml

from crisis.text.lengths import measure, weighted_length
from crisis.text.links import find_links


def cases(folder: Path, suite: str, name: str) -> list[dict[str, Any]]:
    loaded = yaml.safe_load((folder / "twitter-text" / f"{suite}.yml").read_text("utf-8"))
    found: list[dict[str, Any]] = loaded["tests"][name]
    return found


def test_weights_with_emoji(shared_data: Path) -> None:
    checked = cases(shared_data, "validate", "WeightedTweetsWithDiscountedEmojiCounterTest")
    checked += cases(shared_data, "validate", "UnicodeDirectionalMarkerCounterTest")
    assert len(checked) == 22 + 2
    for case in checked:
        found = measure(case["text"], "x")
        expected = case["expected"]
        assert (found.length, found.valid) == (expected["weightedLength"], expected["valid"]), case["description"]


def test_weights_without_emoji(shared_data: Path) -> None:
    checked = cases(shared_data, "validate", "WeightedTweetsCounterTest")
    assert len(checked) == 20
    for case in checked:
        found = weighted_length(unicodedata.normalize("NFC", case["text"]), emoji=False)
        assert found == case["expected"]["weightedLength"], case["description"]


def test_urls(shared_data: Path) -> None:
    for name in ("urls", "tco_urls_with_params"):
        for case in cases(shared_data, "extract", name):
            assert [link.url for link in find_links(case["text"])] == case["expected"], case["description"]


def test_places_of_urls(shared_data: Path) -> None:
    for name in ("urls_with_indices", "urls_with_directional_markers"):
        for case in cases(shared_data, "extract", name):
            found = [{"url": link.url, "indices": [link.start, link.end]} for link in find_links(case["text"])]
            assert found == case["expected"], case["description"]


def test_every_top_level_domain(shared_data: Path) -> None:
    loaded = yaml.safe_load((shared_data / "twitter-text" / "tlds.yml").read_text("utf-8"))["tests"]
    for case in [*loaded["country"], *loaded["generic"]]:
        assert [link.url for link in find_links(case["text"])] == case["expected"], case["description"]
