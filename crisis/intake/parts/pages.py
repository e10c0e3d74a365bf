"""HTML to lines and entries: what a reader sees of the page's content, without navigation, scripts and hidden parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from crisis.intake.parts.grids import filled_rows, hidden
from crisis.intake.parts.labels import BLANKS, entries_in
from crisis.intake.parts.lines import Line, hush_quotes, text_of
from crisis.intake.parts.tables import Cell, row_text, table_entries
from crisis.intake.parts.xml import clean
from crisis.model.notice import Entry


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNSEEN = _words(
    "script style noscript template head svg iframe object embed video audio canvas map select datalist button input"
    " textarea rt rp del s strike colgroup math"
)
_CHROME_TAGS = frozenset({"nav", "header", "footer", "aside"})
_CHROME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"})
_CHROME = _words(
    "nav navi navigation gnav gnavi globalnav global-nav lnav localnav navbar menu sidemenu side-menu sidebar side-bar"
    " breadcrumb breadcrumbs topicpath topic-path pankuzu footer globalfooter global-footer site-footer page-footer header"
    " globalheader global-header site-header page-header skip skiplink skip-link pagetop page-top cookie cookie-banner"
    " side sidenav side-nav sidenavi side-navi sidebox side-box left-menu right-menu widget widgets"
    " older archive archives backnumber back-number related related-links recent recent-posts ticker history past-news ranking"
)
_CHROME_HOLDERS = frozenset({"div", "ul", "ol", "section", "td", "p", "span"})
_BLOCKS = _words(
    "html body p div section article main header footer aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre form"
    " fieldset legend figure figcaption address hr center details summary caption tr td th tbody thead tfoot table"
)
_APART = _words("p ul ol dl h1 h2 h3 h4 h5 h6 blockquote pre table hr section article")
_HEADS = _words("h1 h2 h3 h4 h5 h6 dt caption summary legend")
_CONTENT = _words("table h1 h2 h3 h4 h5 h6 dl nav main article")
_BOLD = frozenset({"b", "strong", "label"})
_LABELS = _words("label term key field-label item-label field-name item-name caption-label")
_PORTAL = re.compile(r"ポータル|イントラ|社内報|社内サイト|intranet|portal|staff ?net", re.IGNORECASE)
_SPACE = re.compile("[ \t\n\r\f]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_VAGUE = _words("こちら ここ 詳細 詳細はこちら リンク link here details more")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: its title, lines, and entries."""

    title: str
    lines: tuple[Line, ...]
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        """The lines as text."""
        return text_of(self.lines)


def read_page(html: str, *, quotes: bool = False) -> Page:
    """Read a page or a fragment of HTML. `quotes`: it is mail, so older messages below are quiet.

    Nothing is fetched and no entity is resolved. Raises `RecursionError` where it is nested beyond reason.
    """
    root = _parsed(html)
    if root is None:
        return Page("", (), ())
    content = _content(root)
    reading = _Reading(chrome=False)
    reading.walk(content)
    if not reading.lines:
        reading = _Reading(chrome=True)
        reading.walk(root)
    lines = hush_quotes(reading.lines) if quotes else tuple(reading.lines)
    return Page(_title(root, reading), lines, entries_in(lines) + tuple(reading.rows))


def _parsed(html: str) -> Any:
    from lxml import etree
    from lxml.html import HTMLParser

    source = clean(_DECLARATION.sub("", html)).strip()
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode(), parser)
    except etree.LxmlError:
        return None
    if any("depth" in error.message.lower() for error in parser.error_log):
        raise RecursionError
    return root


def _content(root: Any) -> Any:
    """The page's one main part where it has one."""
    mains = root.xpath("//main|//*[@role='main']") or root.xpath("//article")
    return mains[0] if len(mains) == 1 and "".join(mains[0].itertext()).strip() else root


def _title(root: Any, reading: _Reading) -> str:
    """The content's first h1, else <title> where that is not only the portal's name, else its first heading or line."""
    stated = next(("".join(t.itertext()) for t in root.iter("title")), "")
    stated = "" if reading.heading and _PORTAL.search(stated) else stated
    first = next((line.text for line in reading.lines if line.text.strip(BLANKS)), "")
    return _SPACE.sub(" ", reading.h1 or stated or reading.heading or first).strip(BLANKS)[:120]


@dataclass
class _Reading:
    """Walks a page once and gathers lines, rows and headings. `chrome` keeps navigation, where a page is nothing else."""

    chrome: bool
    lines: list[Line] = field(default_factory=list)
    rows: list[Entry] = field(default_factory=list)
    h1: str = ""
    heading: str = ""
    tables: int = 0
    _pieces: list[tuple[str, bool]] = field(default_factory=list)
    _prefix: str = ""
    _quiet: int = 0
    _lists: int = 0
    _apart: bool = False

    def walk(self, node: Any) -> None:
        """Read one element, its text and all below it."""
        tag = node.tag
        if not isinstance(tag, str) or self._dropped(node, tag):
            return
        if tag == "table":
            self._table(node)
        elif tag == "br":
            self._end()
        elif tag == "pre":
            self._preformatted(node)
        elif tag in _BLOCKS:
            self._block(node, tag)
        else:
            labels = bool(_tokens(node) & _LABELS)
            self._inside(node, bold=tag in _BOLD or labels)
            self._pieces.append((" " if labels else "", False))
            self._address(node, tag)

    def _inside(self, node: Any, *, bold: bool = False) -> None:
        self._pieces.append((node.text or "", bold))
        for child in node:
            if bold and isinstance(child.tag, str) and child.tag not in _BLOCKS and child.tag != "br":
                self._pieces.append(("".join(child.itertext()), True))
            else:
                self.walk(child)
            self._pieces.append((child.tail or "", bold))

    def _address(self, node: Any, tag: str) -> None:
        """A link that only says こちら says its address too."""
        href = (node.get("href") or "").strip() if tag == "a" else ""
        if (
            href.lower().startswith(("http://", "https://"))
            and "".join(node.itertext()).strip(BLANKS).lower() in _VAGUE
        ):
            self._pieces.append((f" {href}", False))

    def _block(self, node: Any, tag: str) -> None:
        self._end()
        lists = tag in ("ul", "ol")
        apart = tag in _APART and not (lists and self._lists)
        self._apart = self._apart or apart
        self._lists += lists
        quoted = tag == "blockquote" or "gmail_quote" in _tokens(node)
        self._quiet += quoted
        if tag == "li":
            self._prefix = "\u3000\u3000" * (self._lists - 1) + "・"
        before = len(self.lines)
        self._inside(node)
        self._end(head=tag in _HEADS or bool(_tokens(node) & _LABELS))
        self._quiet -= quoted
        self._lists -= lists
        self._prefix = ""
        self._apart = self._apart or apart
        if tag in _HEADS - {"dt"} and len(self.lines) > before:
            self._remember(tag, self.lines[-1].text)

    def _remember(self, tag: str, text: str) -> None:
        self.heading = self.heading or text
        if tag == "h1":
            self.h1 = self.h1 or text

    def _preformatted(self, node: Any) -> None:
        self._end()
        for text in "".join(node.itertext()).strip("\n").split("\n"):
            self._line(text.rstrip(), head=False, bare=None)
        self._apart = True

    def _end(self, *, head: bool = False) -> None:
        """End the line that is being read."""
        pieces, self._pieces = self._pieces, []
        text = _SPACE.sub(" ", "".join(piece for piece, _ in pieces)).strip(" ")
        if not text.strip(BLANKS):
            return
        lead, rest = _led(pieces)
        bare = f"{lead}\t{rest}" if lead and rest else None
        self._line(self._prefix + text, head=head or bool(lead and not rest), bare=bare)
        if self._prefix:
            self._prefix = "\u3000\u3000" * max(1, self._lists)

    def _line(self, text: str, *, head: bool, bare: str | None) -> None:
        if self._apart and self.lines:
            self.lines.append(Line(""))
        self._apart = False
        self.lines.append(Line(text, head=head, quiet=self._quiet > 0, bare=bare))

    def _table(self, node: Any) -> None:
        """Rows that hold tables or headings, or one cell alone, are layout, read as blocks; the others are rows of data."""
        self._end()
        self._apart = True
        grid: list[tuple[Cell, ...]] = []
        for row in filled_rows(node):
            if len(row) < 2 or any(_holds_content(cell) for cell, _ in row):
                grid = self._grid(grid)
                for cell, spread in row:
                    self._block(cell, "td") if not spread else None
            else:
                grid.append(tuple(Cell(self._cell(cell), cell.tag == "th") for cell, _ in row))
        self._grid(grid)
        self._apart = True

    def _grid(self, grid: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
        if grid:
            self.tables += 1
            if self._apart and self.lines:
                self.lines.append(Line(""))
            for row in grid:
                self.lines.append(Line(row_text(row), quiet=True))
            if not self._quiet:
                self.rows.extend(table_entries(grid, self.tables))
        return []

    def _cell(self, cell: Any) -> str:
        inner = _Reading(self.chrome)
        inner._block(cell, "td")
        return "\n".join(line.text for line in inner.lines if line.text)

    def _dropped(self, node: Any, tag: str) -> bool:
        return tag in _UNSEEN or hidden(node) or (not self.chrome and _is_chrome(node, tag))


def _led(pieces: list[tuple[str, bool]]) -> tuple[str, str]:
    """What a line leads with in bold, and the rest, where a gap and no separator stands between them."""
    count = next((at for at, (text, bold) in enumerate(pieces) if text.strip() and not bold), len(pieces))
    while count and not pieces[count - 1][0].strip():
        count -= 1
    lead = _SPACE.sub(" ", "".join(text for text, _ in pieces[:count])).strip()
    rest = _SPACE.sub(" ", "".join(text for text, _ in pieces[count:]))
    if not lead or not rest.strip():
        return lead, ""
    return (lead, rest.strip()) if rest[0] in " \u3000\u00a0" and rest.strip()[0] not in ":：=＝" else ("", "")


def _tokens(node: Any) -> frozenset[str]:
    return frozenset(f"{node.get('class') or ''} {node.get('id') or ''}".lower().split())


def _holds_content(cell: Any) -> bool:
    """Whether a cell is a place for a page's parts rather than a value."""
    return any(inner.tag in _CONTENT for inner in cell.iterdescendants())


def _is_chrome(node: Any, tag: str) -> bool:
    if tag in _CHROME_TAGS:
        return tag == "nav" or not any(above.tag in ("main", "article") for above in node.iterancestors())
    return (node.get("role") or "").lower() in _CHROME_ROLES or (
        tag in _CHROME_HOLDERS and bool(_tokens(node) & _CHROME)
    )
