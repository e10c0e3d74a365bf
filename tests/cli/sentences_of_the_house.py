"""Every English sentence of the house that a person may read, found in the code and in the shipped types."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from inspect import cleandoc

from absence import ROOT

from crisis.duty.tasks import Kind
from crisis.model.delivery import State
from crisis.model.duty import Ending
from crisis.model.preclearance import Force
from crisis.model.progress import Standing
from crisis.model.records import Review
from crisis.model.settings import Mode
from crisis.model.speaking import Lapsed

CRISIS = ROOT / "crisis"
PHRASES = frozenset({"_", "say", "phrase"})
"""Functions of the command line that speak the language of the run."""

ERRORS = frozenset({"CrisisError", "Mistake", "Refused", "Held", "VerificationFailed", "_failed"})
TABLES = (
    "crisis/catalogue/account_tables",
    "crisis/catalogue/c",
    "crisis/catalogue/daemon_table",
    "crisis/catalogue/guard_table",
    "crisis/catalogue/kit_table",
    "crisis/catalogue/platforms",
    "crisis/catalogue/duty_table",
    "crisis/catalogue/policy_table",
    "crisis/catalogue/source_tables",
)
BESIDE: dict[str, str | tuple[str, ...]] = {
    "wrong": TABLES,
    "_refused": "crisis/clearance/precleared",
    "_again": "crisis/desk/drafts/wording",
    "need_valid": "crisis/clearance/",
    "hold": "crisis/intake/",
    "advise": "crisis/intake/",
    "say": "crisis/intake/",
}
"""Functions of one room that make an error or a finding of a template, their second argument; the beginning of their files."""

RUNBOOKS = "crisis/catalogue/runbooks/"
"""Where `wrong` is given a sentence and its mend."""

CONSTANT = "a constant of its module, collected there"
STATE = "a state, collected from its enumeration"
PASSED_ON = "the literal of a caller, which is collected there"
TYPES = "collected from the shipped types"
NOT_LITERAL = {
    "sentence": PASSED_ON,
    "mend": PASSED_ON,
    "template": PASSED_ON,
    "text": PASSED_ON,
    "sentence.template": PASSED_ON,
    "_(sentence.template)": PASSED_ON,
    "_MENDS[code].template": PASSED_ON,
    "cleandoc(function.__doc__ or '')": "a command's docstring, collected where the command is added",
    "NO_POSTS": CONSTANT,
    "RIGHT if finding.start is None else OR_TAKE_OUT": CONSTANT,
    "_NO_POST[hazard.status, hazard.action is Action.CANCEL]": CONSTANT,
    "each.template": "a failure that is kept as a sentence, literal where it was made",
    "said['says']": "read back from the database, literal when it was written",
    "data['template']": "read back from the database, literal when it was written",
    "review.value": STATE,
    "item.standing.value": STATE,
    "taken.standing.value": STATE,
    "post.state": STATE,
    "d.state.value": STATE,
    "settled.state.value": STATE,
    "standing.force.value": STATE,
    "one.force.value": STATE,
    "promise.ending.value": STATE,
    "speaking.lapsed.value": STATE,
    "task.kind.value": STATE,
    "kind.value": STATE,
    "state.value": STATE,
    "state": STATE,
    "value": "a word of the program among a sentence's details",
    "withheld.why": TYPES,
    "withheld.name": TYPES,
    "w.name": TYPES,
    "name": TYPES,
    "str(refusal)": "intake's refusal with its details, as it was told",
    "why": "a refusal out of the document that the demo has read",
    "notice['refused']": "a refusal out of the document that the demo has read",
}
"""Expressions that stand for a sentence without being one, and why that will do."""


def literal(node: ast.expr) -> str | None:
    """The string that an expression is, None for any other."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def called(node: ast.AST) -> str | None:
    """The name of the function that a node calls."""
    if not isinstance(node, ast.Call):
        return None
    function = node.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", None)


def arguments(call: ast.Call, file: str) -> list[ast.expr]:
    """The arguments of a call that are templates."""
    name = called(call)
    if name in BESIDE and file.startswith(BESIDE[name]):
        return call.args[1:2]
    if name == "wrong" and file.startswith(RUNBOOKS):
        return call.args[:2]
    if name == "Sentence" or (name in PHRASES and file.startswith("crisis/cli/") and isinstance(call.func, ast.Name)):
        return call.args[:1]
    if name in ERRORS and isinstance(call.func, ast.Name) and any(literal(argument) for argument in call.args[:2]):
        return call.args[1:3]
    return []


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the house with its path from the root."""
    for path in sorted(CRISIS.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def calls() -> Iterator[tuple[str, ast.expr]]:
    """Every expression that is a template, with its file."""
    for name, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from ((name, argument) for argument in arguments(node, name))


def constants() -> set[str]:
    """Sentences that have a name: strings at the top of a module with a detail to fill and a full stop."""
    found = {
        text
        for _, tree in trees()
        for node in tree.body
        if isinstance(node, ast.Assign) and (text := literal(node.value))
    }
    return {text for text in found if re.search(r"\{\w+\}", text) and text.endswith(".")}


def in_code() -> set[str]:
    """The literal templates of the code."""
    return constants() | {text for _, argument in calls() if (text := literal(argument))}


def not_literal() -> dict[str, str]:
    """Expressions that are no literal where a template stands, each with a file."""
    return {ast.unparse(argument): name for name, argument in calls() if literal(argument) is None}


def help_texts() -> set[str]:
    """The docstrings of the commands: each function that `command` adds, and the callback of the whole."""
    found = set()
    for name, tree in trees():
        if not name.startswith("crisis/cli/"):
            continue
        functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node.func) == "command":
                added = node.args[0]
                if isinstance(added, ast.Name) and added.id in functions:
                    found.add(ast.get_docstring(functions[added.id]) or "")
            elif isinstance(node, ast.FunctionDef) and any(called(d) == "command" for d in node.decorator_list):
                found.add(ast.get_docstring(node) or "")
    return {cleandoc(text) for text in found}


def in_types() -> set[str]:
    """What the shipped types say to people: their fields' names, and why an internal one stays inside."""
    found: set[str] = set()
    for path in sorted((ROOT / "templates").rglob("*.toml")):
        for name, field in tomllib.loads(path.read_text("utf-8")).get("fields", {}).items():
            found |= {name, field.get("why", name)}
    return found


def states() -> set[str]:
    """States as scripts know them, which people read in their own language."""
    kinds: tuple[type[StrEnum], ...] = (State, Review, Mode, Force, Standing, Ending, Kind, Lapsed)
    return {member.value for kind in kinds for member in kind}


def every() -> set[str]:
    """Everything that wants a translation."""
    return in_code() | help_texts() | in_types() | states()
