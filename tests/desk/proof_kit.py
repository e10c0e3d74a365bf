"""What the tests of bundles do to them: read what is wrong, change a member, bend a byte."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from crisis.desk.record.proof import check
from crisis.errors import VerificationFailed

Document = dict[str, Any]

UNBOUND = {"format", "subject", "salts", "consistency"}
"""Members that are no evidence; the format and the subject have tamperings of their own."""


def told(data: bytes, **more: Any) -> list[str]:
    """What is wrong with a bundle."""
    try:
        return [problem.what for problem in check(data, **more).problems]
    except VerificationFailed as fault:
        return [str(fault)]


def with_change(data: bytes, change: Callable[[Document], object]) -> bytes:
    """The bundle with something in it changed."""
    document = json.loads(data)
    change(document)
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def the_release(document: Document) -> Document:
    """Its first release."""
    return document["releases"][0]  # type: ignore[no-any-return]


def the_approval(document: Document) -> Document:
    """The first approval of its first release."""
    return the_release(document)["approvals"][0]  # type: ignore[no-any-return]


def the_entry(document: Document, kind: str) -> Document:
    """Its first entry of a kind."""
    return next(one for one in document["entries"] if f'"kind":"{kind}"' in one["entry"])


def without(document: Document, kind: str) -> None:
    """Leave out every entry of a kind."""
    document["entries"] = [one for one in document["entries"] if f'"kind":"{kind}"' not in one["entry"]]


def flipped(data: bytes, chance: random.Random) -> bytes:
    """The bundle with one byte of its evidence changed: in a text, statement, signature, leaf, node, key or checkpoint."""
    document = json.loads(data)
    value = chance.choice(list(_evidence({k: v for k, v in document.items() if k not in UNBOUND})))
    written = json.dumps(value, ensure_ascii=False).encode()
    place = data.index(written) + chance.randrange(len(written))
    return data[:place] + bytes([data[place] ^ chance.randrange(1, 256)]) + data[place + 1 :]


def _evidence(value: Any) -> Iterator[str]:
    """Every text in it that is long enough to be found again."""
    if isinstance(value, str) and len(value) > 20:
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _evidence(one)
    elif isinstance(value, list):
        for one in value:
            yield from _evidence(one)
