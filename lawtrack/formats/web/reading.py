"""A web page as the lines that its reader sees: blocks and line breaks end a line, list numbers are written out.

Nothing of the page runs and nothing is fetched. Scripts, styles, forms, navigation and what is hidden are left out.
"""

from __future__ import annotations

import email
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from lawtrack.errors import UnusableInput
from lawtrack.formats.scripts import in_script
from lawtrack.formats.text.charsets import decode
from lawtrack.formats.word.number_formats import format_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_HTML_PART: Final = re.compile(
    rb"^content-type:[ \t]*text/html.*?\r?\n\r?\n", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
_LOOKS_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h[1-6]|ol|ul|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_CHARSETS: Final = {
    "utf-8": "utf-8", "utf8": "utf-8", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
    # Pages that say gb2312 mean its superset: GB18030 reads every one of them.
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "gb18030": "gb18030",
}  # fmt: skip
"""Declarations that are believed; any other is left to the rules of `charsets`."""
_UNSAID: Final = re.compile(r"\A\s*<\?xml[^>]*\?>|<!--.*?-->", re.DOTALL)
"""What is taken out before the parser reads; its line breaks stay, so that a line keeps its number."""
_SILENT: Final = frozenset(
    {"script", "style", "head", "title", "noscript", "template", "nav", "iframe", "object", "svg", "math", "canvas",
     "form", "button", "select", "textarea", "input", "audio", "video", "del", "rt", "rp"}
)  # fmt: skip
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
     "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section",
     "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LIST_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:[^;]*?([\w-]+)", re.IGNORECASE)
_LIST_FORMS: Final = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero",
    "cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting", "trad-chinese-informal": "chineseCounting",
    "cjk-decimal": "ideographDigital", "none": "none",
}  # fmt: skip
_CHINESE_FORMS: Final = frozenset({"chineseCounting", "ideographDigital"})
_ARTICLE: Final = re.compile(r"\s*第[〇零一二三四五六七八九十百千]+[条章]")
_WHITE: Final = re.compile(r"[ \t\r\n\f]+")


def looks_html(text: str) -> bool:
    """Does the text begin as a web page does?

    >>> looks_html("<!DOCTYPE html><p>第一条"), looks_html("第一条 <p>")
    (True, False)
    """
    return _LOOKS_HTML.match(text[:5000]) is not None


def web_archive(data: bytes) -> bytes:
    """The page in a web archive (.mht, which Word and browsers save, often under the name .doc); b"" where it has none."""
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    return b""


def archive_lines(data: bytes) -> list[int]:
    """For each line of the page in a web archive the line of the archive (from 1) at which it begins.

    [] where the page is kept as base64 and has no lines there: then its own are counted.
    """
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            way = str(part.get("content-transfer-encoding", "")).strip().lower()
            head = _HTML_PART.search(data)
            return (
                _lines_of_part(data[head.end() :], data.count(b"\n", 0, head.end()) + 1, way) if head else []
            )
    return []


def _lines_of_part(raw: bytes, first: int, way: str) -> list[int]:
    """The line of the file of each line of a part; a soft end of a line (=) ends none, =0A ends one within a line."""
    if way == "base64":
        return []
    quoted = way == "quoted-printable"
    lines = [first]
    for at, line in enumerate(raw.split(b"\n"), first):
        if quoted:
            lines += [at] * len(re.findall(rb"=0A", line, re.IGNORECASE))
        if not (quoted and line.rstrip(b"\r").endswith(b"=")):
            lines.append(at + 1)
    return lines


def read_html(data: bytes, name: str) -> list[str]:
    """The lines of a web page; rows of a table have a tab between their cells.

    Raises UnusableInput for a page whose bytes fit neither the declared encoding nor any other.

    >>> read_html("<ol><li>登记<li>公告</ol>".encode(), "a.html")
    ['1. 登记', '2. 公告']
    """
    return page_lines(page_tree(data, name))


def read_placed(data: bytes, name: str) -> tuple[list[str], list[int]]:
    r"""The lines of a web page, and for each the line of the file (from 1) at which it begins. Raises as `read_html`.

    >>> read_placed("<p>甲\n<p>\n乙<br>丙".encode(), "a.html")
    (['甲', '乙', '丙'], [1, 3, 3])
    """
    page = _Page()
    page.read(page_tree(data, name))
    return page.lines, page.places


def page_tree(data: bytes, name: str) -> _Element:
    """The tree of a web page, read without fetching anything. Raises UnusableInput as `read_html` does."""
    declared = _CHARSET.search(data[:4096])
    charset = _CHARSETS.get(declared[1].decode("ascii").lower()) if declared else None
    text = _UNSAID.sub(lambda hidden: "\n" * hidden[0].count("\n"), decode(data, name, charset))
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text, parser) if text.strip() else None
    except (etree.LxmlError, ValueError) as problem:
        raise UnusableInput("formats.damaged", name=name) from problem
    if root is None:
        raise UnusableInput("formats.empty", name=name)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # The parser drops what is nested deeper than 2,048 elements; a text with holes is worse than none.
        raise UnusableInput("formats.damaged", name=name)
    return root


def page_lines(root: _Element) -> list[str]:
    """The lines of a page, or of a part of one."""
    return _Page().read(root)


@dataclass(slots=True)
class _List:
    """An `ol` being read: the number of its next item and the step."""

    form: str
    next: int
    step: int


@dataclass(slots=True)
class _Page:
    """One pass over the tree by events, so that no depth of nesting can exhaust the stack."""

    lines: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    at: int = 1  # the line of the file that is being read
    begun: int = 0  # the one at which the words began
    words: list[str] = field(default_factory=list)
    lists: list[_List | None] = field(default_factory=list)
    cells: list[list[tuple[int, int]]] = field(default_factory=list)
    in_table: bool = (
        False  # below a row with several cells that say something: one that says one thing is a row too
    )

    def read(self, root: _Element) -> list[str]:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            silent = _silent(element)
            if event == "start" and silent:
                walk.skip_subtree()
            elif event == "start":
                self._start(element)
            elif not silent:
                self._end(element)
            if event == "end" and element is not root:
                self._hear(element.tail)
        self._break()
        return self.lines

    def _hear(self, text: str | None) -> None:
        if text:
            if not self.begun and (said := text.lstrip()):
                self.begun = self.at + text.count("\n", 0, len(text) - len(said))
            self.at += text.count("\n")
            self.words.append(_WHITE.sub(" ", text))

    def _break(self) -> None:
        line = "".join(self.words).replace("\u00a0", " ").strip()
        self.words.clear()
        if line:
            self.lines.append(line)
            self.places.append(self.begun or self.at)
        self.begun = 0

    def _start(self, element: _Element) -> None:
        tag = element.tag
        if tag in _BLOCKS or tag == "br":
            self._break()
        line: Any = element.sourceline  # its stubs give no type
        self.at = max(self.at, line or 0)
        if tag in {"ol", "ul"}:
            self.lists.append(_ordered(element) if tag == "ol" else None)
        elif tag == "li" and self.lists:
            self.words.append(_item_label(self.lists[-1], element))
        elif tag == "tr":
            self.cells.append([])
        elif tag in {"td", "th"} and self.cells:
            self.cells[-1].append((len(self.lines), len(self.lines)))
        before = element.getprevious() if tag == "a" and self.words else None
        if before is not None and before.tag == "a" and not (before.tail or "").strip():
            self.words.append(" ")  # two links side by side are two names of a menu
        script = {"sup": "super", "sub": "sub"}.get(str(tag), "")
        self._hear(in_script(element.text, script) if script and element.text else element.text)

    def _end(self, element: _Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._break()
        if tag in {"ol", "ul"} and self.lists:
            self.lists.pop()
        elif tag in {"td", "th"} and self.cells and self.cells[-1]:
            start, _ = self.cells[-1].pop()
            self.cells[-1].append((start, len(self.lines)))
        elif tag == "tr" and self.cells:
            self._row(self.cells.pop())
        elif tag == "table":
            self.in_table = False

    def _row(self, spans: list[tuple[int, int]]) -> None:
        """Put the cells of a row on one line, unless the table only lays out the page."""
        texts = [self.lines[start:end] for start, end in spans]
        filled = [text for text in texts if text]
        few = 1 if self.in_table and len(texts) > 1 else 2
        if len(filled) < few or any(len(text) > 8 or any(map(_ARTICLE.match, text)) for text in filled):
            return
        self.in_table = True
        del self.lines[spans[0][0] :], self.places[spans[0][0] + 1 :]
        self.lines.append("\t".join(" ".join(text).replace("\t", " ") for text in texts))


def _silent(element: _Element) -> bool:
    return (
        element.tag in _SILENT
        or "hidden" in element.attrib
        or _HIDDEN.search(element.get("style", "")) is not None
    )


def _ordered(element: _Element) -> _List:
    style = _LIST_STYLE.search(element.get("style", ""))
    form = _LIST_FORMS.get(style[1] if style else element.get("type", "1"), "decimal")
    step = -1 if "reversed" in element.attrib else 1
    first = len(element.findall("li")) if step < 0 else 1
    return _List(form, _integer(element.get("start"), first), step)


def _item_label(items: _List | None, element: _Element) -> str:
    if items is None or items.form == "none":
        return ""
    number = _integer(element.get("value"), items.next)
    items.next = number + items.step
    return format_number(number, items.form) + ("、" if items.form in _CHINESE_FORMS else ". ")


def _integer(text: str | None, fallback: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text.strip()) else fallback
