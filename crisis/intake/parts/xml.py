"""XML that nobody vouches for: what its root is without parsing it, and parsing that fetches and expands nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crisis.intake.parts import refusals
from crisis.intake.parts.charset import Decoded, decode
from crisis.model.finding import Finding

_PROLOG = re.compile(r"\s+|\ufeff|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^\[>]|\[.*?\]\s*(?=>))*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<([A-Za-z_!][\w.-]*)(?::([A-Za-z_][\w.-]*))?")
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
_REFERENCE = r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?"
_HEAD = 20_000


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document; `broken_from` is the first line (as `sourceline` counts) where it is not well-formed."""

    root: Any
    decoded: Decoded
    broken_from: int | None

    @property
    def defects(self) -> tuple[Finding, ...]:
        """What was wrong with its characters."""
        return self.decoded.defects


def clean(text: str) -> str:
    """The text without characters that no XML may hold, written out or as a reference: parsers stumble over them."""
    return re.sub(_REFERENCE, _referred, re.sub(_CONTROL, "", text))


def _referred(found: re.Match[str]) -> str:
    point = int(found[1], 16) if found[1] else int(found[2])
    fit = point in (9, 10, 13) or 0x20 <= point < 0xD800 or 0xE000 <= point < 0xFFFE or 0x10000 <= point < 0x110000
    return found[0] if fit else "\ufffd"


def root_of(raw: bytes) -> str:
    """The local name of the first element, found without parsing; empty where the bytes do not begin as XML or HTML."""
    if b"<" not in raw[:200]:
        return ""
    text = _after_prolog(_head(raw))
    doctype = _DOCTYPE.match(text)
    found = _TAG.match(_after_prolog(text[doctype.end() :]) if doctype else text)
    return (found[2] or found[1]) if found else ""


def declares_xml(raw: bytes) -> bool:
    """Whether it begins with an XML declaration, in any charset."""
    return _head(raw).lstrip().startswith("<?xml")


def parse(raw: bytes, name: str) -> Document:
    """The document, as far as it is well-formed. Raises `Refused` (`xml-entities`, `binary-notice`, `broken-xml`)."""
    declared = _ENCODING.match(raw)
    decoded = decode(raw, declared[1].decode("ascii") if declared else None)
    if decoded.binary:
        raise refusals.binary(name)
    prolog = _after_prolog(decoded.text)
    if prolog[:9].upper() == "<!DOCTYPE":
        raise refusals.xml_entities(name)
    return _parsed(decoded, name)


def local(node: Any) -> str:
    """An element's name without its namespace or undeclared prefix; empty for what is no element."""
    return re.split("[}:]", node.tag)[-1] if isinstance(node.tag, str) else ""


def said(node: Any) -> str:
    """All text in an element, stripped; empty for None."""
    return "".join(node.itertext()).strip() if node is not None else ""


def leaves(root: Any) -> Iterator[tuple[str, str]]:
    """Name and text of every element that holds text and no element, in document order."""
    for node in root.iter():
        if local(node) and not len(node) and said(node):
            yield local(node), said(node)


def _parsed(decoded: Decoded, name: str) -> Document:
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    source = _DECLARATION.sub("", clean(decoded.text)).lstrip("\ufeff \n\t")
    try:
        root = etree.fromstring(source.encode(), parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise refusals.broken_xml(name)
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusals.xml_entities(name)
    errors = [error.line for error in parser.error_log if error.domain_name != "NAMESPACE"]
    return Document(root, decoded, min(errors) if errors else None)


def _head(raw: bytes) -> str:
    return decode(raw[: _HEAD - _HEAD % 4]).text


def _after_prolog(text: str) -> str:
    at = 0
    while found := _PROLOG.match(text, at):
        at = found.end()
    return text[at:]
