"""What is wrong with how a command was typed, in the person's language: one sentence, and how it is typed."""

from __future__ import annotations

from typing import Any

from typer._click import exceptions as click

from crisis.errors import Mistake


def mistake(error: click.ClickException) -> Mistake:
    """The sentence and the mend of an error of usage."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "crisis"
    how, named = f"{path} -h", {"path": path}
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(sorted(error.possibilities or ())) or how
        return Mistake(
            "usage", "{path} has no option {option}.", "Write: {near}", option=error.option_name, near=near, **named
        )
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return Mistake("usage", "{what} is missing.", "How it is typed: {how}", what=_called(error.param), how=how)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return Mistake(
            "usage",
            "{what} cannot be that: {why}",
            "How it is typed: {how}",
            what=_called(error.param),
            why=error.message,
            how=how,
        )
    if context is not None and error.message.startswith("No such command"):
        name = error.message.split("'")[1]
        return Mistake("usage", "{path} has no command {name}.", "What there is: {how}", name=name, how=how, **named)
    return Mistake("usage", "This cannot be understood: {why}", "How it is typed: {how}", why=error.message, how=how)


def _called(parameter: Any) -> str:
    """What the help calls an argument or an option."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.human_readable_name)
