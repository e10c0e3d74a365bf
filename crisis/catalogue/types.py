"""Reads notice types from folders: `<folder>/<type-id>/type.toml` and one `<language>.j2` beside it per language.

The format, whole. A key that is not listed here is a mistake.

`type.toml`:
    names       language → what the type is called, `{ ja = "拠点の状況", en = "Office status" }`. Required.
    use         names of fields to take from `shared.toml`, `["as_of", "next_update"]`.
    ends_with   time or period fields past the earliest of which a post is no longer true.
    about       fields that say what a notice speaks of (default: its site, service and area): a later notice of the same
                department with the same ones takes the earlier one's place.
    changes     fields whose change makes a later post say 【変更】, the chief one first; its old value is named and cancelled.
    [signals]   phrase → weight (1 to 9): phrases of a title or text that mark a notice as of this type.
    [fields.X]  one table per field, X in lower case with underscores; the required ones come first, then as declared:
        kind      term | time | period | site | service | area | link | phone | number | free | text. Required.
        label     public | derived | internal. Required. Templates see public and derived fields alone.
        aliases   labels under which notices give it, any language; compared folded. A label belongs to one public field;
                  where an internal field shares it, the line stays inside.
        also      further labels, beside the aliases of a shared field.
        required  true: without this fact nothing is posted.
        question  language → what `crisis say` asks; a field without one is not asked.
        closed_in  kinds of incident in which it stays inside.
        safest_first  terms in the order of caution: of two departments that differ, the earlier term may go.
        about     site | service: a sentence gives the term only where it says it of such a place as a whole.
        topic     true: what a sentence is about, whatever becomes of it (「展示会の中止」).
        after     phrases below which sentences give it (「届かない方は」); elsewhere they do not.
        prose     of a time or period: what sentences say around it, `{}` in its place (「{}に復旧」).
        beside    the same, in a sentence that states the type's required term.
        starts, ends   of a period: labels under which notices give one end alone.
        sole, people   true, of a time: the one date that is spoken of; of a site: only what speaks of its people gives it.
        why       why an internal field stays inside; required there, and only there. No content, only the reason.
        [fields.X.terms.ID]   the vocabulary of a `term`:
            matches   phrases of a notice that mean it, any language; a phrase means one term of its field only.
            prose     phrases that state it in the middle of a sentence; `…` stands for anything in its clause.
            blocks    phrases that contain a match and do not mean it.
            implied_by  fields whose facts together say it, where nothing else does.
            joins     terms beside which it is true: two of them at once mean this one.
            needs, without, today   fields without which it says nothing; that mean nothing beside it; that are the day itself.
            says      language → our words for it; public and derived terms need one per language of the posts, and no two
                      terms of a field say the same.
What a type takes with `use` and declares as well is the shared field with the declared keys over its own, term by term.

`shared.toml`, beside the type folders: `[fields.X]` as above, for several types. A later folder's fields win.

`<language>.j2` (BCP 47: `ja`, `en`, `ja-x-plain`): Jinja2 blocks, the ladder from long to short; `crisis.drafting` says
what they may contain. A type without any has no posts of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from crisis.canon import digest
from crisis.catalogue.tables import Table, is_language, nearest, read_utf8
from crisis.errors import Mistake
from crisis.model.fact import Kind, Label
from crisis.model.notice_type import Field, NoticeType, Term
from crisis.shipped import shipped

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TYPE_ID = re.compile(r"[a-z][a-z0-9-]*")
_RESERVED = ("organisation", "occasion")
_TERM_TIES = ("implied_by", "joins", "needs", "without", "today")
_SENTENCES = ("after", "prose", "beside", "starts", "ends")
_FLAGS = ("topic", "sole", "people")
_OF_A_FIELD = "kind label aliases also required question why terms safest_first about closed_in"
_FIELD_KEYS = (*_OF_A_FIELD.split(), *_FLAGS, *_SENTENCES)

Shared = dict[str, Mapping[str, Any]]


def load_types(*folders: Path) -> dict[str, NoticeType]:
    """Type id → notice type, of all folders; a type of a later folder replaces an earlier one whole.

    A folder that does not exist counts as empty. The templates of a desk's own folders are checked here; those that ship
    are checked by the tests, so that nobody waits for it in an emergency. Raises `Mistake`.
    """
    types: dict[str, NoticeType] = {}
    shared: Shared = {}
    for folder in folders:
        shared |= _read_shared(folder / "shared.toml")
        for home in _type_folders(folder):
            types[home.name] = load_type(home, shared)
            if folder != shipped("templates"):
                _check_posts(types[home.name], home)
    return types


def load_type(home: Path, shared: Mapping[str, Mapping[str, Any]]) -> NoticeType:
    """The notice type of one folder, with the shared fields that it may use. Raises `Mistake`."""
    table = Table.read(home / "type.toml").only("names", "use", "ends_with", "about", "changes", "signals", "fields")
    posts = _read_posts(home)
    declared = (_field(name, part, tuple(posts)) for name, part in _field_tables(table, shared).items())
    fields = tuple(sorted(declared, key=lambda field: not field.required))
    _check_aliases(fields, table)
    return NoticeType(
        id=home.name,
        names=table.names("names", required=True),
        fields=fields,
        signals=_signals(table.table("signals")),
        posts=posts,
        version=_version(home, table, shared),
        ends_with=_ends_with(table, fields),
        about=_fields_of(table, "about", fields) if "about" in table.data else None,
        changes=_fields_of(table, "changes", fields),
    )


def _type_folders(folder: Path) -> list[Path]:
    """The type folders of a folder, by name."""
    if not folder.is_dir():
        return []
    homes = sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith((".", "_")))
    for home in homes:
        if not _TYPE_ID.fullmatch(home.name):
            raise Mistake(
                "type-name",
                "{folder}: {name} is no name of a notice type.",
                "Rename the folder: lower case and hyphens, such as office-status.",
                folder=folder,
                name=home.name,
            )
    return homes


def _read_shared(path: Path) -> Shared:
    if not path.is_file():
        return {}
    return {name: part.data for name, part in Table.read(path).only("fields").tables("fields").items()}


def _read_posts(home: Path) -> dict[str, str]:
    """Language → template source. A template whose name is no language would never be used, so it is a mistake."""
    posts = {}
    for path in sorted(home.glob("*.j2"), key=lambda p: (not p.stem.startswith("ja"), p.stem)):
        if not is_language(path.stem):
            raise Mistake(
                "template-language",
                "{file}: {name} is no language.",
                "Name it after its language: ja.j2, en.j2, ja-x-plain.j2.",
                file=path,
                name=path.stem,
            )
        posts[path.stem] = read_utf8(path)
    return posts


def _field_tables(table: Table, shared: Mapping[str, Mapping[str, Any]]) -> dict[str, Table]:
    """The type's own fields in their order, then those it uses; a declared key wins over the shared one."""
    own = table.tables("fields")
    for name in table.texts("use"):
        if name not in shared:
            what = f"shared.toml has no field {name!r}{nearest(name, shared)}"
            raise table.mistake("use", what, "one of: " + ", ".join(sorted(shared)))
        own[name] = own.get(name, Table(table.path, f"fields.{name}", {})).under(shared[name])
    return own


def _field(name: str, table: Table, languages: tuple[str, ...]) -> Field:
    table.only(*_FIELD_KEYS)
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise table.mistake(
            name, "no name for a field", f"lower case with underscores, and not {' or '.join(_RESERVED)}"
        )
    field = Field(
        name=name,
        kind=table.choice("kind", Kind),
        label=table.choice("label", Label),
        aliases=(*table.texts("aliases"), *table.texts("also")),
        required=table.flag("required"),
        terms=tuple(_term(term_id, part) for term_id, part in table.tables("terms").items()),
        why=table.text("why", ""),
        question=table.names("question"),
        safest_first=table.texts("safest_first"),
        about=table.choice("about", Kind) if "about" in table.data else None,
        topic=table.flag("topic"),
        after=table.texts("after"),
        prose=table.texts("prose"),
        beside=table.texts("beside"),
        starts=table.texts("starts"),
        ends=table.texts("ends"),
        sole=table.flag("sole"),
        people=table.flag("people"),
        closed_in=table.texts("closed_in"),
    )
    _check_label(field, table)
    _check_terms(field, table, languages)
    return field


def _term(term_id: str, table: Table) -> Term:
    table.only("matches", "says", "blocks", "prose", *_TERM_TIES)
    if not table.texts("matches"):
        raise table.mistake("matches", "missing", 'matches = ["…"], the phrases that mean it')
    ties = (table.texts(key) for key in ("blocks", "prose", *_TERM_TIES))
    return Term(term_id, table.texts("matches"), table.names("says"), *ties)


def _check_label(field: Field, table: Table) -> None:
    """Internal fields say why they stay; words that nobody parses never leave."""
    internal = field.label is Label.INTERNAL
    if field.kind is Kind.TEXT and not internal:
        raise table.mistake("label", "a field of kind text is internal", 'label = "internal", or kind = "free"')
    if internal != bool(field.why):
        raise table.mistake(
            "why",
            "an internal field must say why it stays" if internal else "only internal fields stay inside",
            'why = "…"' if internal else 'label = "internal", or leave why out',
        )
    if internal and field.required:
        raise table.mistake("required", "an internal fact is never needed for a post", "required = false")


def _check_terms(field: Field, table: Table, languages: tuple[str, ...]) -> None:
    """A vocabulary where there must be one, said in every language, each phrase and each word meaning one term."""
    known = [term.id for term in field.terms]
    for key, terms in (("safest_first", field.safest_first), *((f"terms.{t.id}.joins", t.joins) for t in field.terms)):
        if strange := next((term for term in terms if term not in known), None):
            raise table.mistake(key, f"no term {strange!r}{nearest(strange, known)}", "one of: " + ", ".join(known))
    if (field.kind is Kind.TERM) != bool(field.terms):
        raise table.mistake("terms", "terms belong to kind term, and to nothing else", f"[{table.name}.terms.ID]")
    if field.label is Label.INTERNAL:
        return
    for term in field.terms:
        if missing := [language for language in languages if language not in term.says]:
            raise table.mistake(
                f"terms.{term.id}", f"says nothing in {', '.join(missing)}", 'says = { ja = "…", en = "…" }'
            )
    for one, other in combinations(field.terms, 2):
        if clash := _shared_words(one.matches, other.matches) or _shared_words(one.says.values(), other.says.values()):
            raise table.mistake(
                f"terms.{one.id}", f"{clash!r} is also in terms.{other.id}", "each phrase in one term only"
            )


def _check_aliases(fields: tuple[Field, ...], table: Table) -> None:
    """A label gives one public field; that an internal one shares it is a safeguard, since then the line stays inside."""
    for one, other in combinations((field for field in fields if field.label is not Label.INTERNAL), 2):
        if clash := _shared_words(one.aliases, other.aliases):
            what = f"{clash!r} is also an alias of {other.name}"
            raise table.mistake(f"fields.{one.name}.aliases", what, "each label under one public field only")


def _shared_words(one: Iterable[str], other: Iterable[str]) -> str:
    both = {word.casefold() for word in one} & {word.casefold() for word in other}
    return min(both, default="")


def _signals(table: Table) -> tuple[tuple[str, int], ...]:
    for phrase, weight in table.data.items():
        if not isinstance(weight, int) or isinstance(weight, bool) or not 1 <= weight <= 9:
            raise table.mistake(phrase, "a weight is a whole number from 1 to 9", f'"{phrase}" = 2')
    return tuple(table.data.items())


def _ends_with(table: Table, fields: tuple[Field, ...]) -> tuple[str, ...]:
    times = [field.name for field in fields if field.kind in (Kind.TIME, Kind.PERIOD)]
    for name in table.texts("ends_with"):
        if name not in times:
            raise table.mistake(
                "ends_with", f"{name!r} is no time field{nearest(name, times)}", "one of: " + ", ".join(times)
            )
    return table.texts("ends_with")


def _fields_of(table: Table, key: str, fields: tuple[Field, ...]) -> tuple[str, ...]:
    """Fields that a post may say, by name."""
    spoken = [field.name for field in fields if field.label is not Label.INTERNAL]
    for name in table.texts(key):
        if name not in spoken:
            raise table.mistake(
                key, f"{name!r} is no field that posts say{nearest(name, spoken)}", "one of: " + ", ".join(spoken)
            )
    return table.texts(key)


def _version(home: Path, table: Table, shared: Mapping[str, Mapping[str, Any]]) -> str:
    """The digest of what is read of the folder and of the shared fields that it uses: the same version, the same posts."""
    files = [home / "type.toml", *sorted(home.glob("*.j2"))]
    lines = [f"{path.name} {digest(path.read_bytes())}" for path in files]
    lines += [f"use {name} {digest(repr(shared[name]).encode())}" for name in table.texts("use")]
    return digest("\n".join(lines).encode())


def _check_posts(notice_type: NoticeType, home: Path) -> None:
    from crisis.drafting import check_template

    for language in notice_type.posts:
        check_template(notice_type, language, str(home / f"{language}.j2"))
