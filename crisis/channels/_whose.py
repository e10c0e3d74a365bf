"""Whose credentials an account has: a post under another name than the cleared one is nobody's to make."""

from __future__ import annotations

from crisis.sentence import Sentence


def of_another(handle: str | None, name: str) -> Sentence | None:
    """What is wrong where credentials belong to `name` and the account is to be `handle`; None where they are the same, by
    their names on their own server, or the account says none."""
    if handle is None or _local(handle) == _local(name):
        return None
    return Sentence(
        "The credentials are those of @{name}, not of {handle}: check them, or the handle.", name=name, handle=handle
    )


def _local(handle: str) -> str:
    return handle.lstrip("@").partition("@")[0].casefold()
