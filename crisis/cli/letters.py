"""A signature by somebody who is not here: what is to be signed goes out as a file or on the screen, a few lines come back.

Whatever is signed in this way (a clearance, a countersignature, a decision about the desk) goes and comes as here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crisis.cli import output
from crisis.cli.options import read, unlocked
from crisis.cli.words import say
from crisis.errors import Mistake

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from crisis.clearance import keys


def hand_over(text: str, path: Path, about: Mapping[str, Any], command: str, *, as_json: bool) -> None:
    """Write what is to be signed (`-`: on the screen); `about` names it in the JSON document, `command` takes in what comes back."""
    printed = str(path) == "-"
    if not printed:
        path.write_text(text, "utf-8")
    elif not as_json:
        output.line(text)
    if as_json:
        output.emit({**about, "file": None if printed else str(path), "text": text})
    output.note(say("Send it. What comes back: {command} --import FILE (or - to type it in)", command=command))


def own_key(key: Path | None) -> Path:
    """The key's file. Raises `Mistake` where none is named: no desk is at hand that has one."""
    if key is None:
        raise Mistake("no-key-file", "With which key?", "Add --key FILE: your private key.")
    return key


def signing(person: str, key: Path) -> tuple[Ed25519PrivateKey | keys.Holder, datetime]:
    """The key that signs, unlocked, and the time to the second."""
    from crisis.wiring.system import SystemClock

    return unlocked(person, read(key), key).private(), SystemClock().now().replace(microsecond=0)


def hand_back(text: str, out: Path | None, person: str, name: str, command: str, *, as_json: bool) -> None:
    """Give back the lines that say so; `name` is theirs in the JSON document, `command` takes them in."""
    if out is not None:
        out.write_text(text, "utf-8")
    if as_json:
        output.emit({"person": person, "file": None if out is None else str(out), name: text})
    elif out is None:
        output.line(text.rstrip())
    output.note(
        say(
            "Send these lines back, in a text message too, or read them aloud. There: {command} --import -",
            command=command,
        )
    )
