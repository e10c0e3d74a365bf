"""Help that fits the screen: a line of Japanese is twice as wide as it is long, which click does not know."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from crisis.cli.words import _, language

COLUMNS = 78
_ROW = re.compile(r"(?P<term>\s*\S.*?\s{2,})(?P<told>\S.*)|(?P<margin>\s*)(?P<text>\S.*)")


def folded(text: str, columns: int = COLUMNS) -> str:
    """The same help with every line that is too wide folded, under its own column."""
    return "\n".join(line for row in text.split("\n") for line in _fold(row, columns))


def _fold(row: str, columns: int) -> list[str]:
    from crisis.text.japanese import display_width, wrap

    parts = _ROW.fullmatch(row)
    if parts is None or display_width(row) <= columns:
        return [row]
    first, told = parts["term"] or parts["margin"], parts["told"] or parts["text"]
    width = display_width(first)
    lines = wrap(told, columns - width)
    return [first + lines[0], *(" " * width + line for line in lines[1:])]


def _in_japanese(told: str) -> str:
    """A whole help text with the words that click puts in itself, folded."""
    words = {
        "Usage: ": _("Usage: "),
        "Arguments:": _("Arguments:"),
        "Options:": _("Options:"),
        "Commands:": _("Commands:"),
        "Show this message and exit.": _("Show this message and exit."),
        "Install completion for the current shell.": _("Install completion for the current shell."),
        "[required]": _("[required]"),
        "[env var:": _("[env var:"),
    }
    for english, japanese in words.items():
        told = told.replace(english, japanese)
    return folded(told)


class Command(TyperCommand):
    """A command whose help fits."""

    def get_help(self, ctx: Any) -> str:
        """The help, folded where it is Japanese."""
        told = super().get_help(ctx)
        return _in_japanese(told) if language() == "ja" else told


class Group(TyperGroup):
    """A group of commands whose help fits."""

    def get_help(self, ctx: Any) -> str:
        """The help, folded where it is Japanese."""
        told = super().get_help(ctx)
        return _in_japanese(told) if language() == "ja" else told
