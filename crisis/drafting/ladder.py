"""Templates as ladders: the top-level blocks of a Jinja2 source, long to short, each compiled on its own, once per process.

A template holds blocks and nothing else but comments, `{% set %}` and `{% macro %}` at its top, which every block may use.
It can include, import or extend nothing, knows no global and few filters, and names only public and derived fields,
`organisation` and `occasion`. Line ends of the source mean nothing (in Japanese not even a blank); `⏎` is a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from crisis.drafting.speech import BREAK, spoken_fields
from crisis.errors import Mistake
from crisis.model.notice_type import NoticeType

if TYPE_CHECKING:
    from jinja2 import Template, TemplateSyntaxError, nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_FILTERS = ("lower", "upper", "replace")
_UNSPACED = ("ja", "zh", "th")
_CLOSING, _CLOSED = ".,:;。、", "。、】"
"""What no blank stands before, and after."""

_BLANKS = re.compile(r"[ \t]+")


def climb_down(notice_type: NoticeType, language: str, world: Mapping[str, Any]) -> Iterator[str]:
    """The texts of the ladder, long to short, each made when it is asked for: mostly the first one fits.

    Raises `Mistake` for a template that cannot be compiled or rendered.
    """
    from jinja2 import TemplateError

    source, where = notice_type.posts[language], f"templates/{notice_type.id}/{language}.j2"
    for number in range(len(_rungs(source, where))):
        try:
            text = _compiled(source, where, number).render(world)
        except (TemplateError, LookupError, TypeError) as error:
            what = str(error).rstrip(".")
            raise Mistake(
                "template-fails", "{file}: {what}.", "Correct the template.", file=where, what=what
            ) from error
        yield tidy(text, language)


def check_template(notice_type: NoticeType, language: str, file: str) -> None:
    """Raises `Mistake`, with file and line, where a template is no ladder or asks for what templates are not given."""
    from jinja2 import meta

    source = notice_type.posts[language]
    _check_shape(_parsed(source, file), file)
    for number, rung in enumerate(_rungs(source, file)):
        _compiled(source, file, number)
        for name in sorted(meta.find_undeclared_variables(rung)):
            _check_name(name, rung, notice_type, file)


def _check_shape(tree: nodes.Template, file: str) -> None:
    """Blocks, each of its own name, and nothing that would never be posted or comes from elsewhere."""
    from jinja2 import nodes

    for foreign in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        raise _mistake(file, foreign.lineno, "a template stands alone", "Leave include, import and extends out.")
    blocks = {node.name: node for node in tree.body if isinstance(node, nodes.Block)}
    if not blocks:
        raise _mistake(file, 1, "no block", "Write one block per variant, the longest first.")
    for block in tree.find_all(nodes.Block):
        if block is not blocks.get(block.name):
            raise _mistake(
                file, block.lineno, f"block {block.name!r} is there twice or inside another", "Name it anew."
            )
    for node in tree.body:
        if isinstance(node, nodes.Output) and not _is_blank(node):
            raise _mistake(file, node.lineno, "text outside every block is never posted", "Put it into a block.")


def tidy(text: str, language: str) -> str:
    """The rendered text without the template's own layout: line ends join, blanks collapse, `⏎` breaks the line, once."""
    joint = "" if language in _UNSPACED else " "
    joined = ""
    for line in filter(None, map(_trimmed, text.split("\n"))):
        joined += line if not joined or line[0] in _CLOSING or joined[-1] in _CLOSED else joint + line
    if "  " in joined or "\t" in joined:
        joined = _BLANKS.sub(" ", joined)
    return "\n".join(filter(None, map(str.strip, joined.split(BREAK))))


def _trimmed(line: str) -> str:
    return line.lstrip().rstrip(" \t")


@lru_cache(maxsize=512)
def _compiled(source: str, file: str, number: int) -> Template:
    """One rung as a template. The source is the key, so that a changed template is never answered with an old one."""
    from jinja2 import TemplateSyntaxError

    try:
        return _environment().from_string(_rungs(source, file)[number])
    except TemplateSyntaxError as error:
        raise _not_jinja(file, error) from error


@lru_cache(maxsize=256)
def _rungs(source: str, file: str) -> tuple[nodes.Template, ...]:
    """One tree per block, each with what stands at the top."""
    from jinja2 import nodes

    tree = _parsed(source, file)
    top = [node for node in tree.body if isinstance(node, nodes.Assign | nodes.AssignBlock | nodes.Macro)]
    blocks = [node for node in tree.body if isinstance(node, nodes.Block)]
    rungs = tuple(nodes.Template([*top, *block.body], lineno=1) for block in blocks)
    for rung in rungs:
        rung.set_environment(_environment())
    return rungs


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    """No loader, no globals, few filters (none that is random), undefined is an error, an unstated field is never printed."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS} | {"capitalize": _capitalize}
    return environment


def _capitalize(words: str) -> str:
    """The first letter large, the others as they are: Jinja's own would write Jr for JR."""
    return words[:1].upper() + words[1:]


def _parsed(source: str, file: str) -> nodes.Template:
    from jinja2 import TemplateSyntaxError

    try:
        return _environment().parse(source)
    except TemplateSyntaxError as error:
        raise _not_jinja(file, error) from error


def _is_blank(node: nodes.Output) -> bool:
    from jinja2 import nodes

    return all(isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes)


def _check_name(name: str, tree: nodes.Template, notice_type: NoticeType, file: str) -> None:
    """A template asks only for what it is given."""
    from jinja2 import nodes

    known = [*(field.name for field in spoken_fields(notice_type)), "organisation", "occasion"]
    if name in known:
        return
    line = min(node.lineno for node in tree.find_all(nodes.Name) if node.name == name)
    field = notice_type.field_named(name)
    what = f"{name} is internal and never given to a template" if field else f"nothing is called {name}"
    raise _mistake(file, line, what, f"Use one of: {', '.join(known)}.")


def _not_jinja(file: str, error: TemplateSyntaxError) -> Mistake:
    return _mistake(file, error.lineno, (error.message or "syntax").rstrip("."), "Correct that line.")


def _mistake(file: str, line: int, what: str, mend: str) -> Mistake:
    return Mistake("bad-template", "{file}, line {line}: {what}.", "{mend}", file=file, line=line, what=what, mend=mend)
