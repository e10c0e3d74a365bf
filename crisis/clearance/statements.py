"""The statement of a release as bytes: what every approval signs and the sender reads again.

RFC 8785 JSON with `format` "crisis.release/2". A text stands in it exactly as it would go out, code point for code point.
Statements of the format "crisis.release/1", which lack `after_stop`, are read for ever and no longer made.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final, TypeVar

from crisis.canon import canonical, timestamp
from crisis.errors import Mistake, VerificationFailed
from crisis.model.release import Accepted, AfterStop, StatedPost, Statement, Target
from crisis.model.settings import Mode

FORMAT: Final = "crisis.release/2"
FIRST: Final = "crisis.release/1"

_TIME: Final = "%Y-%m-%dT%H:%M:%S.%fZ"
_WHERE_GIVEN: Final = frozenset({"awaits"})
"""Members that stand only where they say something, so that older statements keep their bytes."""
_MEMBERS: Final = frozenset({"format", *Statement.__dataclass_fields__}) - _WHERE_GIVEN
_SINCE_FIRST: Final = frozenset({"after_stop", *_WHERE_GIVEN})
_MEMBERS_OF: Final = {FORMAT: _MEMBERS, FIRST: _MEMBERS - _SINCE_FIRST}

T = TypeVar("T")


def encode(statement: Statement) -> bytes:
    """The canonical bytes of a statement.

    Raises Mistake `statement-unfit` where a text cannot be written as UTF-8 (a lone surrogate), a post stands twice or there
    is none, and ValueError for a time without a zone.
    """
    value = _value(statement)
    try:
        data = canonical(value)
    except ValueError:
        raise _unfit() from None
    if not _fit(statement):
        raise _unfit()
    return data


@lru_cache(maxsize=256)
def decode(data: bytes) -> Statement:
    """The statement of canonical bytes: the inverse of `encode`, and nothing that `encode` would not have written.

    Raises VerificationFailed `statement-malformed` (not this format, a member too many, missing or of another type) or
    `statement-not-canonical` (the same content in other bytes).
    """
    try:
        statement = _statement(json.loads(data.decode("utf-8")))
    except (ValueError, TypeError, RecursionError):
        raise VerificationFailed(
            "statement-malformed",
            "This is not the statement of a release, or it was damaged.",
            "Ask for it again, or clear the posts again.",
        ) from None
    if not _fit(statement) or canonical(_value(statement)) != data:
        raise VerificationFailed(
            "statement-not-canonical",
            "The statement was written or changed by something else than this program.",
            "Clear the posts again.",
        )
    return statement


def _fit(statement: Statement) -> bool:
    """Whether each of its posts, at least one, can be told from the others, and its format can say all of it."""
    names = [post.post for post in statement.posts]
    says_all = (
        statement.awaits is None or statement.after_stop is not None
    )  # the first format cannot say what it awaits
    return bool(names) and len(set(names)) == len(names) and says_all


def _unfit() -> Mistake:
    return Mistake(
        "statement-unfit",
        "These posts cannot be put into one release: there is none, one stands twice, or a text holds a broken character.",
        "Look at the posts again and choose each of them once.",
    )


def _value(s: Statement) -> dict[str, Any]:
    """The JSON value: without the members that its format does not know."""
    if s.after_stop is None:
        return {name: member for name, member in _whole(s, FIRST).items() if name not in _SINCE_FIRST}
    return _whole(s, FORMAT)


def _whole(s: Statement, name: str) -> dict[str, Any]:
    return {
        "format": name,
        "release": s.release,
        "mode": s.mode.value,
        "origin": s.origin,
        "nonce": s.nonce,
        "created_at": timestamp(s.created_at),
        "created_by": s.created_by,
        "notice_type": s.notice_type,
        "incident": s.incident,
        "notices": [{"id": notice, "digest": digest} for notice, digest in s.notices],
        "released": list(s.released),
        "withheld": list(s.withheld),
        "accepted": [_members(accepted) for accepted in s.accepted],
        "posts": [_stated(post) for post in s.posts],
        "not_before": timestamp(s.not_before),
        "not_after": timestamp(s.not_after),
        "provenance": dict(s.provenance),
        "after_stop": s.after_stop,
        **({"awaits": s.awaits} if s.awaits is not None else {}),
    }


def _stated(post: StatedPost) -> dict[str, Any]:
    """A post; `fallbacks` stands there only where there are any, so that older statements keep their bytes."""
    value = {**_members(post), "target": _members(post.target)}
    fallbacks = [_members(target) for target in value.pop("fallbacks")]
    return {**value, "fallbacks": fallbacks} if fallbacks else value


def _members(value: Accepted | StatedPost | Target) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def _statement(value: Any) -> Statement:
    if not isinstance(value, dict) or value.get("format") not in _MEMBERS_OF:
        raise ValueError("another format")
    given = _WHERE_GIVEN & set(value)
    v = _object(value, _MEMBERS_OF[value["format"]] | given)
    return Statement(
        release=_text(v["release"]),
        mode=Mode(v["mode"]),
        origin=_text(v["origin"]),
        nonce=_text(v["nonce"]),
        created_at=_time(v["created_at"]),
        created_by=_text(v["created_by"]),
        notice_type=_text(v["notice_type"]),
        incident=_text_or_none(v["incident"]),
        notices=_each(v["notices"], _notice),
        released=_each(v["released"], _text),
        withheld=_each(v["withheld"], _text),
        accepted=_each(v["accepted"], _accepted),
        posts=_each(v["posts"], _post),
        not_before=_time(v["not_before"]),
        not_after=_time(v["not_after"]),
        provenance=_texts(v["provenance"]),
        after_stop=AfterStop(v["after_stop"]) if "after_stop" in v else None,
        awaits=_text(v["awaits"]) if "awaits" in v else None,
    )


def _notice(value: Any) -> tuple[str, str]:
    v = _object(value, {"id", "digest"})
    return _text(v["id"]), _text(v["digest"])


def _accepted(value: Any) -> Accepted:
    v = _object(value, Accepted.__dataclass_fields__)
    return Accepted(**{name: _text(member) for name, member in v.items()})


def _post(value: Any) -> StatedPost:
    v = _object({"fallbacks": [], **value}, StatedPost.__dataclass_fields__)
    target, fallbacks = _target(v.pop("target")), _each(v.pop("fallbacks"), _target)
    return StatedPost(target=target, fallbacks=fallbacks, **{name: _text(member) for name, member in v.items()})


def _target(value: Any) -> Target:
    v = _object(value, Target.__dataclass_fields__)
    return Target(
        account=_text(v["account"]),
        platform=_text(v["platform"]),
        handle=_text_or_none(v["handle"]),
        api_base=_text_or_none(v["api_base"]),
        url=_text_or_none(v["url"]),
    )


def _object(value: Any, members: Any) -> dict[str, Any]:
    """A JSON object with exactly these members."""
    if not isinstance(value, dict) or set(value) != set(members):
        raise TypeError("not the members of this format")
    return dict(value)


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError("not an object")
    return {name: _text(member) for name, member in value.items()}


def _each(value: Any, read: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(value, list):
        raise TypeError("not an array")
    return tuple(read(member) for member in value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a string")
    value.encode("utf-8")
    return value


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _time(value: Any) -> datetime:
    return datetime.strptime(_text(value), _TIME).replace(tzinfo=UTC)
