"""An instrument as Akoma Ntoso 3.0 (OASIS LegalDocML, akomantoso30.xsd).

The eIds are those of the tree. 编 part, 分编 subpart, 章 chapter, 节 section, 条 article, 款 paragraph; 项 and 目 are items of a
blockList, which is what the schema has for an enumeration with a lead-in. What the header note and the closing articles tell
stands in `lifecycle`; a reference to another provision is a `ref`, a range an `rref`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from lawtrack.formats.flow import citations_by_holder, laid_cells, linked, rows_apart
from lawtrack.formats.packages import legal_xml
from lawtrack.law import HEADING_LEVELS, EventKind, Level, TableRows, history

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from lawtrack.drafts import Table
    from lawtrack.formats.layout import Layout
    from lawtrack.law import Block, Citation, Instrument, Provision

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
UNKNOWN_DATE: Final = "0001-01-01"
"""The schema demands a date where the text may name none; this one is what Akoma Ntoso tools use for that."""
_EVENTS: Final = {
    EventKind.ADOPTED: ("generation", "通过"),
    EventKind.APPROVED: ("generation", "批准"),
    EventKind.PROMULGATED: ("generation", "公布"),
    EventKind.IN_FORCE: ("generation", "施行"),
    EventKind.AMENDED: ("amendment", "修正"),
    EventKind.REVISED: ("amendment", "修订"),
    EventKind.REPEALED: ("repeal", "废止"),
}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def akn_bytes(doc: Instrument, layout: Layout | None = None) -> bytes:
    r"""The XML, the same bytes each time; merged cells as in `layout.tables`.

    >>> from lawtrack.law import parse
    >>> xml = akn_bytes(parse("某市控烟条例\n第一条　为了健康。")).decode()
    >>> '<article eId="art_1"><num>第一条</num><paragraph eId="art_1__para_1">' in xml
    True
    """
    root = etree.Element(
        f"{{{NAMESPACE}}}akomaNtoso",
        nsmap={None: NAMESPACE},  # type: ignore[dict-item]  # the stubs do not know the default namespace
    )
    act = _add(root, "act", name="act")
    writer = _Writer(doc, layout.tables if layout else ())
    writer.meta(act, "")
    writer.front(act)
    body = _add(act, "body")
    for node in doc.body:
        writer.provision(body, node)
    if not doc.body:
        _add(_add(_add(body, "hcontainer", eId="hcontainer_1", name="empty"), "content"), "p")
    writer.back(act)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


class _Writer:
    """Writes the parts of one instrument."""

    def __init__(self, doc: Instrument, tables: tuple[Table, ...] = ()) -> None:
        self._doc = doc
        self._tables = tables
        self._rows = TableRows(doc)
        self._events = [
            event for event in history(doc) if event.kind in _EVENTS and _DAY.fullmatch(event.date)
        ]
        self._citations = citations_by_holder(doc)
        self._begins = doc.body[0].start if doc.body else len(doc.text)

    def meta(self, parent: _Element, component: str) -> None:
        """Identification, events and references; `component` ("/annex_1") names an attachment."""
        meta = _add(parent, "meta")
        first = next((event for event in self._events if event.kind is EventKind.ADOPTED), None)
        made = first.date if first else UNKNOWN_DATE
        uri = f"/akn/cn/act/{made if first else 'nn'}/{_slug(self._doc.title)}"
        identification = _add(meta, "identification", source="#lawtrack")
        for level, at in (("Work", uri), ("Expression", f"{uri}/zho@"), ("Manifestation", f"{uri}/zho@.xml")):
            part = _add(identification, f"FRBR{level}")
            _add(part, "FRBRthis", value=f"{at}/!{component or 'main'}")
            _add(part, "FRBRuri", value=at)
            if level == "Work" and self._doc.title:
                _add(part, "FRBRalias", value=legal_xml(self._doc.title), name="title")
            _add(part, "FRBRdate", date=made, name="adoption" if first else "unknown")
            _add(part, "FRBRauthor", href="#body")
            if level == "Work":
                _add(part, "FRBRcountry", value="cn")
            elif level == "Expression":
                _add(part, "FRBRlanguage", language="zho")
        if component:
            return
        if self._events:
            self._lifecycle(meta)
        self._references(meta, legal_xml(first.body) if first else "")

    def _references(self, meta: _Element, body: str) -> None:
        references = _add(meta, "references", source="#lawtrack")
        for key, shown in (("lawtrack", "lawtrack"), ("body", body)):
            href = f"/akn/ontology/organization/{_slug(shown)}"
            _add(references, "TLCOrganization", eId=key, href=href, showAs=shown or "未知")
        for kind in dict.fromkeys(event.kind for event in self._events):
            _add(
                references,
                "TLCEvent",
                eId=str(kind),
                href=f"/akn/ontology/event/{kind}",
                showAs=_EVENTS[kind][1],
            )

    def _lifecycle(self, meta: _Element) -> None:
        lifecycle = _add(meta, "lifecycle", source="#lawtrack")
        for at, event in enumerate(self._events, 1):
            _add(lifecycle, "eventRef", eId=f"evt_{at}", date=event.date, source="#lawtrack",
                 type=_EVENTS[event.kind][0], refersTo=f"#{event.kind}")  # fmt: skip

    def front(self, act: _Element) -> None:
        """Title, header note, contents and preamble."""
        blocks = [block for block in self._doc.blocks if block.start < self._begins]
        last = blocks.pop() if blocks and blocks[-1].kind == "preamble" else None
        if blocks:
            preface = _add(act, "preface")
            for at, block in enumerate(blocks, 1):
                if block.kind == "title":
                    _add(_add(_add(preface, "longTitle"), "p"), "docTitle").text = legal_xml(self._doc.title)
                else:
                    _flow(
                        _add(preface, "container", eId=f"preface__container_{at}", name=block.kind),
                        self._rows.lines(block),
                    )
        if last:
            _flow(_add(act, "preamble"), self._rows.lines(last), self._tables)

    def back(self, act: _Element) -> None:
        """Signature and annexes."""
        after = [block for block in self._doc.blocks if block.start > self._begins]
        tails, annexes = [b for b in after if b.kind != "annex"], [b for b in after if b.kind == "annex"]
        if tails:
            _flow(
                _add(act, "conclusions"),
                [line for block in tails for line in self._rows.lines(block)],
                self._tables,
            )
        if annexes:
            attachments = _add(act, "attachments")
            for at, block in enumerate(annexes, 1):
                self._annex(_add(attachments, "attachment", eId=f"att_{at}"), block, at)

    def _annex(self, attachment: _Element, block: Block, at: int) -> None:
        document = _add(attachment, "doc", name="annex")
        self.meta(document, f"annex_{at}")
        _flow(_add(document, "mainBody"), self._rows.lines(block), self._tables)

    def provision(self, parent: _Element, node: Provision) -> None:
        """A provision of the hierarchy, down to the paragraph."""
        element = _add(parent, str(node.level), eId=node.eid)
        if node.level in HEADING_LEVELS or node.level is Level.ARTICLE:
            _text(element, "num", node.label)
            _text(element, "heading", node.heading)
            for child in node.children:
                self.provision(element, child)
            if not node.children:
                _add(_add(element, "content"), "p")
            return
        content = _add(element, "content")
        if node.children:
            self._list(content, node)
        else:
            self._words(content, node)

    def _list(self, parent: _Element, node: Provision) -> None:
        """A lead-in and its items, each of which may have points; where all of them are rows, a table."""
        rows = [self._rows.below(child) for child in node.children]
        if all(rows):
            self._words(parent, node)
            _flow(parent, [row for child in rows for row in child], self._tables)
            return
        block = _add(parent, "blockList", eId=f"{node.eid}__list_1")
        self._inline(_add(block, "listIntroduction"), node)
        for child in node.children:
            item = _add(block, "item", eId=child.eid)
            if not self._rows.of(child).startswith("\t"):  # a number in a later cell is said there
                _text(item, "num", child.label)
            if child.children:
                self._list(item, child)
            else:
                self._words(item, child)

    def _words(self, parent: _Element, node: Provision) -> None:
        if row := self._rows.of(node):
            _flow(parent, [row if row.startswith("\t") else row.replace(node.label, "", 1)], self._tables)
        elif "\t" in node.lead:
            _flow(parent, [node.lead], self._tables)
        else:
            self._inline(_add(parent, "p"), node)

    def _inline(self, element: _Element, node: Provision) -> None:
        """A provision's own words, with its references as elements."""
        last: _Element | None = None
        for words, cited in linked(node, self._citations.get(node.eid, ())):
            if cited is not None:
                last = _reference(element, cited)
                last.text = legal_xml(words)
            elif last is None:
                element.text = legal_xml(words)
            else:
                last.tail = legal_xml(words)


def _add(parent: _Element, tag: str, **attributes: str) -> _Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)


def _text(parent: _Element, tag: str, words: str) -> None:
    if words:
        _add(parent, tag).text = legal_xml(words)


def _reference(parent: _Element, cited: Citation) -> _Element:
    if cited.instrument:
        return _add(parent, "ref", href=f"/akn/cn/act/{_slug(cited.instrument)}")
    if len(cited.targets) > 1:
        return _add(parent, "rref", **{"from": f"#{cited.targets[0]}", "upTo": f"#{cited.targets[-1]}"})
    return _add(parent, "ref", href=f"#{cited.targets[0]}")


def _flow(parent: _Element, lines: Iterable[str], tables: Iterable[Table] = ()) -> None:
    """Lines as paragraphs, rows of cells as tables."""
    for tabbed, group in rows_apart(lines, tables):
        if tabbed:
            table = _add(parent, "table")
            for cells in laid_cells(group, tables):
                row = _add(table, "tr")
                for words, spans in cells:
                    _add(_add(row, "td", **spans), "p").text = legal_xml(words)
        else:
            for line in group:
                _add(parent, "p").text = legal_xml(line)


def _slug(title: str) -> str:
    """A title as a segment of an IRI: letters, digits and hanzi stay, the rest becomes "-"; "nn" where nothing is left."""
    return re.sub(r"\W+", "-", title).strip("-") or "nn"
