"""Checkers of single values in crisis.toml.

Each takes a value and where it stands, and gives what the model wants or says in one sentence what is wrong and what to
write instead. A value that may be a secret is never repeated.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from crisis.errors import Mistake


@dataclass(frozen=True, slots=True)
class At:
    """Where a value stands: `table` as a person reads it (`[[account]] x-main`), the key, and the desk's folder."""

    folder: Path
    table: str
    key: str = ""

    def on(self, key: str) -> At:
        """The same table at a key."""
        return replace(self, key=key)

    @property
    def place(self) -> str:
        """The beginning of each sentence: file, table and key."""
        return f'crisis.toml, {self.table}, key "{self.key}"' if self.key else f"crisis.toml, {self.table}"


Check = Callable[[Any, At], Any]

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
HOST = re.compile(r"(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")
COUNTRY_FOR_LANGUAGE = {"jp": "ja", "cn": "zh", "kr": "ko"}
"""Country codes that people write for a language; none of the three is a language of ISO 639-1."""


def wrong(at: At, sentence: str, /, **details: Any) -> Mistake:
    """The mistake at that place; `sentence` begins with `{place}`."""
    return Mistake("configuration", sentence, place=at.place, **details)


def guess(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)), None)


def line(value: Any, at: At) -> str:
    """Words on one line, stripped."""
    if not isinstance(value, str) or not value.strip() or not value.strip().isprintable():
        raise wrong(at, '{place}: not words on one line; write text in quotation marks, such as "Sendai Office".')
    return value.strip()


def flag(value: Any, at: At) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise wrong(at, "{place}: not a yes or no; write true or false, without quotation marks.")
    return value


def days(value: Any, at: At) -> int:
    """A whole number of days, one at least."""
    if type(value) is not int or value < 1:
        raise wrong(at, "{place}: not a number of days; write a whole number, as 400.")
    return value


def characters(value: Any, at: At) -> int:
    """A whole number of characters, one at least."""
    if type(value) is not int or value < 1:
        raise wrong(at, "{place}: not a number of characters; write a whole number, as 1000.")
    return value


def date(value: Any, at: At) -> datetime.date:
    """A day, as TOML writes it."""
    if type(value) is not datetime.date:
        raise wrong(at, "{place}: not a date; write one without quotation marks, as 2026-12-31.")
    return value


def identifier(value: Any, at: At) -> str:
    """An id: ASCII letters, digits, `.`, `_` and `-`."""
    if not isinstance(value, str) or not IDENTIFIER.fullmatch(value):
        raise wrong(at, '{place}: not an id; write ASCII letters, digits, "-", "_" or ".", such as "x-main".')
    return value


def listed(check: Check) -> Check:
    """A list of which each value passes `check`, none twice."""

    def several(value: Any, at: At) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise wrong(at, '{place}: not a list; write [ ] around the values, such as ["…", "…"].')
        values = tuple(check(item, at) for item in value)
        twice = next((item for item in values if values.count(item) > 1), None)
        if twice is not None:
            raise wrong(at, "{place}: {value} stands there twice; write it once.", value=f'"{twice}"')
        return values

    return several


def language(value: Any, at: At) -> str:
    """A language tag by its form (BCP 47)."""
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise wrong(
            at, '{place}: not a language tag (BCP 47); write one such as "ja", "en" or "ja-x-plain" for plain Japanese.'
        )
    if value in COUNTRY_FOR_LANGUAGE:
        meant = COUNTRY_FOR_LANGUAGE[value]
        raise wrong(at, '{place}: "{value}" is a country, not a language; write "{meant}".', value=value, meant=meant)
    return value


def languages(value: Any, at: At) -> tuple[str, ...]:
    """At least one language."""
    found: tuple[str, ...] = listed(language)(value, at)
    if not found:
        raise wrong(at, '{place}: names no language; write at least one, such as ["ja", "en"], or leave the key out.')
    return found


def names(value: Any, at: At) -> Mapping[str, str]:
    """A name in one language or several."""
    if not isinstance(value, dict) or not value:
        raise wrong(at, "{place}: not names by language; write {example}.", example='{ ja = "…", en = "…" }')
    return {language(tag, at): line(name, at) for tag, name in value.items()}


def zone(value: Any, at: At) -> ZoneInfo:
    """An IANA time zone."""
    try:
        return ZoneInfo(value)
    except (KeyError, ValueError, TypeError, AttributeError, OSError):
        raise wrong(at, '{place}: not a known time zone; write an IANA name such as "Asia/Tokyo".') from None


def url(value: Any, at: At) -> str:
    """An http or https address with a host and without a user name."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(value if isinstance(value, str) else "")
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        good = False
    if not good or re.search(r"[\s\x00-\x1f]", value):
        raise wrong(at, '{place}: not a web address; write a whole one such as "https://www.kitahama.example/".')
    return str(value)


def prefix(value: Any, at: At) -> str:
    """Origin and path prefix: an address without query and fragment."""
    if re.search(r"[?#]", url(value, at)):
        raise wrong(at, '{place}: an address here is origin and path only; leave out "?" and "#" and what follows.')
    return str(value)


def base(value: Any, at: At) -> str:
    """The address of an API: https, or this machine itself."""
    from urllib.parse import urlsplit

    parts = urlsplit(prefix(value, at))
    if parts.scheme != "https" and not _is_loopback(parts.hostname or ""):
        raise wrong(at, "{place}: keys would travel unencrypted; write an https address, or http on 127.0.0.1 only.")
    return str(value)


def _is_loopback(host: str) -> bool:
    """Whether the host is this machine."""
    from ipaddress import ip_address

    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def inside(value: Any, at: At) -> str:
    """An internal host, `*.` with its domain, an address or a network."""
    if isinstance(value, str) and re.fullmatch(r"[0-9.]+|.*[:/].*", value):
        return _network(value, at)
    if not isinstance(value, str) or not HOST.fullmatch(value):
        raise wrong(
            at, '{place}: neither a host nor a network; write one such as "*.intra.kitahama.example" or "10.0.0.0/8".'
        )
    return value.lower()


def _network(value: str, at: At) -> str:
    """An IP network in CIDR form; bits of a host in it are dropped. A single address stands for itself."""
    from ipaddress import ip_network

    try:
        network = str(ip_network(value, strict=False))
    except ValueError:
        raise wrong(
            at, '{place}: "{value}" is no network; write address/bits, such as "10.0.0.0/8".', value=value
        ) from None
    return network if "/" in value else value


def credentials(value: Any, at: At) -> str:
    """A reference to credentials; a file's path becomes absolute. The value is never repeated: it may be the secret."""
    scheme, _, rest = value.partition(":") if isinstance(value, str) else ("", "", "")
    if scheme == "file" and rest.strip():
        return f"file:{at.folder / rest}"
    if (scheme == "env" and VARIABLE.fullmatch(rest)) or (scheme == "keyring" and rest.strip()):
        return str(value)
    raise wrong(
        at,
        "{place}: says where the keys are, never the keys themselves; "
        'write "env:PREFIX", "file:PATH" or "keyring:NAME", or leave it out to post by hand.',
    )


def secret(value: Any, at: At) -> str:
    """A reference to one secret; a file's path becomes absolute. The value is never repeated: it may be the secret."""
    scheme, _, rest = value.partition(":") if isinstance(value, str) else ("", "", "")
    if scheme == "file" and rest.strip() and not rest.startswith("//"):
        return f"file:{at.folder / rest}"
    if scheme == "env" and VARIABLE.fullmatch(rest):
        return str(value)
    raise wrong(
        at,
        '{place}: says where the address is, never the address itself; write "env:NAME" or "file:PATH" (a file, mode 0600).',
    )


def database(value: Any, at: At) -> str:
    """An SQLite file, its path made absolute, or a PostgreSQL server. Never repeated: it may hold a password."""
    text = value if isinstance(value, str) else ""
    if text.startswith("sqlite:///") and len(text) > len("sqlite:///"):
        return f"sqlite:///{at.folder / text.removeprefix('sqlite:///')}"
    if re.match(r"postgresql(\+\w+)?://.", text):
        return text
    raise wrong(at, '{place}: not a database address; write "sqlite:///crisis.db" or "postgresql://…".')


def existing_file(value: Any, at: At) -> Path:
    """A file that is there, as an absolute path."""
    path = at.folder / line(value, at)
    if not path.is_file():
        raise wrong(at, "{place}: there is no file {path}; make it, or take the name out of the list.", path=path)
    return path


def command(value: Any, at: At) -> tuple[str, ...]:
    """A command and its arguments; a command with a path is found from the desk."""
    if not isinstance(value, list) or not value or not all(isinstance(word, str) and word for word in value):
        raise wrong(
            at, '{place}: not a command; write a list of words such as ["rsync", "-a", "public/", "www:/srv/"].'
        )
    first = str(at.folder / value[0]) if "/" in value[0] else value[0]
    return (first, *value[1:])
