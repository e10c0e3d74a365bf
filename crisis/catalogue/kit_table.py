"""The `[kit]` table of `crisis.toml`: where the offline kit lies, and the telephone numbers of people."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from crisis.catalogue import checks
from crisis.catalogue.checks import At, Check, wrong


def folder(value: Any, at: At) -> Path:
    """A folder, from the desk's on."""
    return (at.folder / Path(checks.line(value, at)).expanduser()).absolute()


def phones(value: Any, at: At) -> Mapping[str, str]:
    """Person → telephone number."""
    if not isinstance(value, dict):
        raise wrong(at, '{place}: not people and numbers; write tanaka = "090-0000-0000" under [kit.phones].')
    return MappingProxyType({str(name): checks.line(number, at.on(str(name))) for name, number in value.items()})


KIT: Final[Mapping[str, Check]] = MappingProxyType({"folder": folder, "phones": phones})
