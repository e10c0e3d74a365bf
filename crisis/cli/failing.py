"""How an error reaches a person, and a script."""

from __future__ import annotations

from crisis.cli import output, words
from crisis.errors import CrisisError


def fail(error: CrisisError, *, as_json: bool) -> int:
    """Say an error: the sentence and the mend on standard error, a document on standard output where scripts asked. The exit code."""
    output.line(words.whole(error), "bold red", err=True)
    if as_json:
        output.emit({"error": {"code": error.code, "sentence": str(error.sentence), "mend": str(error.mend)}})
    return error.exit_code
