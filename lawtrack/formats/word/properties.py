"""The properties of an Office document: who made it and when, and from which versions it comes.

The last are read back, so that a file that was out of the house is recognised when it returns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from lawtrack.formats.packages import legal_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    from lawtrack.formats.layout import Layout
    from lawtrack.formats.packages import Package

_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_TERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The id that all properties of users carry ([MS-OLEPS] 3.1.6)."""
PREFIX: Final = "lawtrack-"
"""What our own properties' names begin with."""


def core(title: str, layout: Layout) -> _Element:
    """docProps/core.xml: title, author, the versions, the day; what is not known is left out."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    )
    who = layout.author or layout.origin.author or layout.office.unit
    for namespace, name, value in (
        (_DC, "title", title),
        (_DC, "subject", "　".join(layout.origin.stages)),
        (_DC, "creator", who),
        (_CORE, "lastModifiedBy", who),
        (_DC, "language", "zh-CN"),
    ):
        if value:
            etree.SubElement(root, f"{{{namespace}}}{name}").text = legal_xml(value)
    for name in ("created", "modified") if layout.moment else ():
        made = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        made.text = legal_xml(layout.moment)
    return root


def extended(layout: Layout) -> _Element:
    """docProps/app.xml: the office."""
    root = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap={None: _EXTENDED})  # type: ignore[dict-item]  # as below
    if layout.office.unit:
        etree.SubElement(root, f"{{{_EXTENDED}}}Company").text = legal_xml(layout.office.unit)
    return root


def source_of(layout: Layout) -> dict[str, str]:
    """What a document carries of its source, by the names of its properties; empty where nothing is known.

    >>> from lawtrack.formats.layout import Layout, Origin
    >>> source_of(Layout(origin=Origin(kind="comparison", draft="clean-air", versions=("1a2b", "3c4d"))))
    {'lawtrack-kind': 'comparison', 'lawtrack-draft': 'clean-air', 'lawtrack-versions': '1a2b 3c4d'}
    """
    origin = layout.origin
    told = {
        "kind": origin.kind,
        "draft": origin.draft,
        "versions": " ".join(origin.versions),
        "seen": origin.seen,
    }
    return {f"{PREFIX}{name}": value for name, value in told.items() if value}


def own(layout: Layout) -> _Element | None:
    """docProps/custom.xml with the document's source; None where it has none."""
    told = source_of(layout)
    if not told:
        return None
    names = {None: _CUSTOM, "vt": _TYPES}
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=names)  # type: ignore[arg-type]  # the stubs forget None
    for number, (name, value) in enumerate(told.items(), 2):
        made = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid=str(number), name=name)
        etree.SubElement(made, f"{{{_TYPES}}}lpwstr").text = legal_xml(value)
    return root


def source_in(package: Package) -> dict[str, str]:
    """What a Word file or a workbook says of its source, by the names in `source_of`; {} for one from elsewhere."""
    part = package.related("", "custom-properties")
    if part is None:
        return {}
    named = ((made.get("name", ""), "".join(map(str, made.itertext()))) for made in package.xml(part))
    return {name: value.strip() for name, value in named if name.startswith(PREFIX)}
