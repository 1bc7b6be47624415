"""Word is the judge and is not here: every kind of document against the schemas that Open XML is published with."""

from __future__ import annotations

import io
import zipfile

import pytest
from openxml_audit import OpenXmlValidator

from tests.formats.kinds import every_kind

OPTIONAL = "relationships/theme"
"""A theme is no part that a document must have (ECMA-376 part 1, 11.3 and 14.2.7)."""


@pytest.fixture(scope="module")
def kinds():
    return every_kind()


def faults(data, folder):
    path = folder / "a.docx"
    path.write_bytes(data)
    found = OpenXmlValidator().validate(path)
    return [str(error) for error in found.errors if OPTIONAL not in str(error).replace("\n", "")]


@pytest.mark.parametrize(
    "kind", ["copy", "comparison", "concordance", "wide", "tracked", "decision", "merge", "plan"]
)
def test_every_kind_keeps_to_the_schemas(kind, kinds, tmp_path):
    assert faults(kinds[kind], tmp_path) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"<w:jc ", b"<w:jcc "), (b"<w:tblHeader/>", b"<w:cantSplit/><w:tblHeader/><w:b/>")],
)
def test_the_judge_sees_faults(before, after, kinds, tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(kinds["comparison"])) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(before, after) if name == "word/document.xml" else data)
    assert faults(out.getvalue(), tmp_path) != []


@pytest.mark.parametrize("kind", ["copy", "comparison", "concordance", "decision", "merge", "plan"])
def test_a_second_reader_sees_every_character(kind, kinds):
    import mammoth

    from lawtrack.formats.packages import Package
    from lawtrack.formats.word.elements import W

    seen = mammoth.extract_raw_text(io.BytesIO(kinds[kind])).value
    body = Package(kinds[kind], "a.docx").xml("word/document.xml")
    assert "".join(seen.split()) == "".join("".join(node.text or "" for node in body.iter(f"{W}t")).split())
