"""The `[guard]` table of `crisis.toml`: the desk's lists, and how strict its guard is. It may be stricter than what ships, and
looser for advice alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crisis.catalogue import checks
from crisis.catalogue.checks import At, Check, guess, listed, wrong
from crisis.model.finding import Severity
from crisis.model.settings import Mode

OFF = "off"
WORDS = (OFF, Severity.ADVISE.value, Severity.HOLD.value, Severity.BLOCK.value)
"""From the loosest to the strictest."""


def severities(value: Any, at: At) -> Mapping[Mode, Mapping[str, Severity | None]]:
    """Mode → code → severity, None for advice that nobody wants. A table named after a mode goes over the rest in that mode."""
    if not isinstance(value, dict):
        raise wrong(at, '{place}: not a table; write [guard.severity] and below it lines such as no-time = "hold".')
    modes = {mode.value for mode in Mode}
    both = _table({code: word for code, word in value.items() if code not in modes}, at)
    return {mode: {**both, **_mode(value.get(mode.value, {}), at, mode)} for mode in Mode}


def _mode(value: Any, at: At, mode: Mode) -> dict[str, Severity | None]:
    if not isinstance(value, dict):
        raise wrong(
            at.on(mode.value), "{place}: not a table; write [guard.severity.{mode}] above its lines.", mode=mode.value
        )
    return _table(value, at)


def _table(table: Mapping[str, Any], at: At) -> dict[str, Severity | None]:
    return {code: _severity(code, word, At(at.folder, "[guard.severity]", code)) for code, word in table.items()}


def _severity(code: str, word: Any, at: At) -> Severity | None:
    """One severity; never looser than what ships, save for advice on the wording."""
    from crisis.guard.codes import CODES

    if code not in CODES:
        meant = guess(code, CODES)
        if meant:
            raise wrong(at, '{place}: not a code of the guard; did you mean "{meant}"?', meant=meant)
        raise wrong(at, "{place}: not a code of the guard; write one that crisis scan has shown.")
    if word not in WORDS:
        raise wrong(at, '{place}: not a severity; write "advise", "hold" or "block".')
    shipped = CODES[code].severity.value
    if WORDS.index(word) < WORDS.index(shipped) and (CODES[code].leak or shipped != Severity.ADVISE.value):
        raise wrong(
            at, '{place}: looser than what ships; write "{shipped}" or stricter, or take it out.', shipped=shipped
        )
    return None if word == OFF else Severity(word)


GUARD: Mapping[str, Check] = {
    "protected": listed(checks.existing_file),
    "public_contacts": listed(checks.line),
    "severity": severities,
}
