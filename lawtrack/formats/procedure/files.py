"""A document of the procedure as a file: .docx, or .pdf where LibreOffice prints it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.layout import checked
from lawtrack.formats.procedure.dossier import fields_of
from lawtrack.formats.writing import write_in_format
from lawtrack.messages import translate, use_language

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from lawtrack.formats.procedure.dossier import Dossier

DOCUMENTS: Final = {
    "explanation": "草案说明",
    "changes": "修改情况的汇报",
    "review": "审议结果的报告",
    "filing": "备案报告",
    "solicitation": "征求意见表",
    "deliberation": "审议意见表",
    "marked-text": "花脸稿",
}
"""Kind → what it is called; either names it."""
WITH_OPINIONS: Final = frozenset({"changes", "review"})
"""Kinds that say what became of opinions; following a thousand of them takes longer than writing the document."""
_FORMS: Final = frozenset({"solicitation", "deliberation"})
WRITERS: Final = {".docx": "procedure.files:document_docx"}
"""Ending → the function that gives the bytes, for `write_in_format`."""


def kind_of_document(name: str) -> str:
    """The kind that a name in either language means. Raises UnusableInput, which lists them, for any other.

    >>> kind_of_document("征求意见表"), kind_of_document("review")
    ('solicitation', 'review')
    """
    ids = {called: kind for kind, called in DOCUMENTS.items()}
    kind = ids.get(name, name)
    checked(translate("formats.document-kind"), kind, (*DOCUMENTS, *ids))
    return kind


def write_document(
    kind: str, dossier: Dossier, path: str | PathLike[str], template: str | PathLike[str] | None = None
) -> Path:
    r"""Put the document of that kind at `path`, whole or not at all; the path written.

    `template` is an office's own .docx with fields, in place of ours. Raises UnusableInput for a kind, an ending or a
    field that there is not, NotSaved where the system refuses, MissingTool for a PDF without LibreOffice.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.formats import DOCUMENTS, Dossier, write_document
    >>> from lawtrack.law import parse
    >>> version = Version("park", "first-reading", "", "", None, Author("王", "w@x.cn"), "3f2a", "", "")
    >>> dossier = Dossier(parse("某市公园条例\n第一条　公园开放。"), version, versions=(version,))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_document("explanation", dossier, Path(folder, "说明.docx")).name
    '说明.docx'
    """
    known = kind_of_document(kind)
    with use_language("zh"):  # a document of the procedure is in the language of the instrument
        return write_in_format(path, WRITERS, known, dossier, template)


def document_docx(kind: str, dossier: Dossier, template: str | PathLike[str] | None = None) -> bytes:
    """The bytes of the document, the same each time."""
    layout = replace(dossier.layout, origin=replace(dossier.layout.origin, kind=kind))
    dossier = replace(dossier, layout=layout)
    if template is not None:
        from lawtrack.formats.procedure.templates import filled_template

        return filled_template(template, fields_of(dossier))
    if kind in _FORMS:
        from lawtrack.formats.procedure.forms import form_docx

        return form_docx(dossier, kind)
    if kind == "marked-text":
        from lawtrack.formats.procedure.marked_text import marked_text_docx

        if dossier.comparison is None:
            raise UnusableInput("formats.two-versions")
        return marked_text_docx(dossier.comparison, dossier.layout)
    from lawtrack.formats.procedure.skeletons import skeleton_docx

    return skeleton_docx(dossier, kind)
