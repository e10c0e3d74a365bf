"""One table of a TOML file, read key by key; every mistake names the file, the table, the key, what is wrong and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeVar

import tomli

from crisis.errors import Mistake
from crisis.model.names import Names

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_Choice = TypeVar("_Choice", bound=StrEnum)


def is_language(code: str) -> bool:
    """Whether it looks like a BCP 47 language (`ja`, `en`, `ja-x-plain`)."""
    return _LANGUAGE.fullmatch(code) is not None


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint ` (did you mean …?)` at the nearest known word, or nothing."""
    import difflib

    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" (did you mean {close[0]!r}?)" if close else ""


def read_utf8(path: Path) -> str:
    """The text of a file, without a byte order mark. Raises `Mistake` for another encoding or an unreadable file."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Mistake("file-encoding", "{file} is not UTF-8.", "Save it as UTF-8.", file=path) from error
    except OSError as error:
        what = error.strerror
        raise Mistake(
            "unreadable", "{file} cannot be read: {what}.", "Check the file.", file=path, what=what
        ) from error


@dataclass(frozen=True, slots=True)
class Table:
    """A table and where it stands. `name` is its dotted name, empty for the file's top."""

    path: Path
    name: str
    data: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path) -> Self:
        """The top table of a file. Raises `Mistake` for a syntax error (with its line), wrong encoding or an unreadable file."""
        text = read_utf8(path)
        try:
            return cls(path, "", tomli.loads(text))
        except tomli.TOMLDecodeError as error:
            what = str(error).replace("end of document", f"line {text.count(chr(10)) + 1}, the end of the file")
            raise Mistake("toml-syntax", "{file}: {what}.", "Correct that line.", file=path, what=what) from error

    def mistake(self, key: str, what: str, write: str) -> Mistake:
        """The error for a key: what is wrong with it and what to write instead."""
        return Mistake(
            "bad-key",
            "{file}, {table}: {key}: {what}.",
            "Write {write}.",
            file=self.path,
            table=f"[{self.name}]" if self.name else "top level",
            key=key,
            what=what,
            write=write,
        )

    def only(self, *known: str) -> Self:
        """The same table, after refusing keys that nobody reads."""
        for key in self.data:
            if key not in known:
                raise self.mistake(key, f"unknown key{nearest(key, known)}", "one of: " + ", ".join(known))
        return self

    def text(self, key: str, default: str | None = None) -> str:
        """A string; without a default it must be there."""
        value = self.data.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.mistake(key, "missing" if value is None else "not a text", f'{key} = "…"')
        return value

    def flag(self, key: str) -> bool:
        """A boolean, false where absent."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self.mistake(key, "neither true nor false", f"{key} = true")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of non-empty strings, empty where absent."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.mistake(key, "not a list of texts", f'{key} = ["…", "…"]')
        return tuple(value)

    def choice(self, key: str, choices: type[_Choice]) -> _Choice:
        """One of an enumeration's words."""
        value = self.text(key)
        try:
            return choices(value)
        except ValueError:
            known = [str(choice) for choice in choices]
            raise self.mistake(key, f"unknown word {value!r}{nearest(value, known)}", " | ".join(known)) from None

    def names(self, key: str, *, required: bool = False) -> Names:
        """A table of language → words."""
        value = self.data.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(v, str) and v.strip() for v in value.values()):
            raise self.mistake(key, "not a table of language and words", f'{key} = {{ ja = "…", en = "…" }}')
        for language in value:
            if not is_language(language):
                raise self.mistake(key, f"{language!r} is no language", 'a BCP 47 code such as ja, en or "ja-x-plain"')
        if required and not value:
            raise self.mistake(key, "missing", f'{key} = {{ ja = "…", en = "…" }}')
        return dict(value)

    def table(self, key: str) -> Table:
        """The table of that key, empty where absent."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.mistake(key, "not a table", f"[{self._inner(key)}]")
        return Table(self.path, self._inner(key), value)

    def tables(self, key: str) -> dict[str, Table]:
        """The named tables under a key, in the order of the file."""
        group = self.table(key)
        return {name: group.table(name) for name in group.data}

    def under(self, base: Mapping[str, Any]) -> Table:
        """This table laid over another: its keys win, and `terms` are joined term by term."""
        merged = {**base, **self.data}
        if isinstance(base.get("terms"), dict) and isinstance(self.data.get("terms"), dict):
            merged["terms"] = {**base["terms"], **self.data["terms"]}
        return Table(self.path, self.name, merged)

    def _inner(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key
