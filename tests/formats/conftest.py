"""Word files made by hand, so that a test shows the very XML that it is about."""

from __future__ import annotations

import io
import subprocess
import zipfile

import pytest

from lawtrack.formats.word.office import soffice
from tests.formats import kinds

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)


def _relations(parts):
    rows = (
        f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(parts)
    )
    return RELS.format("".join(rows))


def _types(parts):
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
    rows = [
        ("document.xml", main.format("document.main")),
        *((f"{kind}.xml", main.format(kind)) for kind in parts),
    ]
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, kind in rows)
        + "</Types>"
    )


@pytest.fixture
def word_file():
    """A function from the XML of the body (and of other parts) to the bytes of a .docx."""

    def build(body, **parts):
        files = {
            "[Content_Types].xml": _types(parts),
            "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
            "word/document.xml": f"<w:document {W} {MORE}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": _relations([(kind, f"{kind}.xml") for kind in parts]),
            **{f"word/{kind}.xml": f"<w:{kind} {W} {MORE}>{xml}</w:{kind}>" for kind, xml in parts.items()},
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return stream.getvalue()

    return build


@pytest.fixture
def p():
    """A function from words (and numbering) to the XML of a paragraph."""

    def paragraph(words="", num=None, depth=None, style=None, mark="", inner=None):
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        if num is not None or depth is not None:
            at = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
            properties += f'<w:numPr>{at}{"" if num is None else f"""<w:numId w:val="{num}"/>"""}</w:numPr>'
        properties += f"<w:rPr>{mark}</w:rPr>" if mark else ""
        return f"<w:p><w:pPr>{properties}</w:pPr>{inner or f'<w:r><w:t>{words}</w:t></w:r>'}</w:p>"

    return paragraph


@pytest.fixture
def levels():
    """A function from (format, frame, extra XML) of each depth to the levels of an abstract list."""

    def build(*rows):
        return "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{frame}"/>{"".join(more)}</w:lvl>'
            for i, (form, frame, *more) in enumerate(rows)
        )

    return build


collect_ignore = ["accept_all.py"]  # run by the Python of LibreOffice, which alone has its modules


def _write_every_file(folder):
    """Into `made`, and the workspace of which commands make them beside it."""
    (folder / "made").mkdir()
    (folder / "office").mkdir()
    for name, data in (kinds.written_kinds() | kinds.commanded_kinds(folder / "office")).items():
        (folder / "made" / name).write_bytes(data)


@pytest.fixture(scope="session")
def every_file(once):
    """The bytes of every kind of document that somebody reads, by their names: Word files, workbooks, pages, Markdown."""
    return {
        path.name: path.read_bytes()
        for path in sorted((once("every-file", _write_every_file) / "made").iterdir())
    }


@pytest.fixture(scope="session")
def every_kind(every_file):
    """The Word files and workbooks among them."""
    return {name: data for name, data in every_file.items() if name.endswith((".docx", ".xlsx"))}


@pytest.fixture(scope="session")
def every_print(every_kind, tmp_path_factory):
    """The PDF of each of them, by the same names; LibreOffice starts once for all, which is most of its time."""
    room = tmp_path_factory.mktemp("print")
    for name, data in every_kind.items():
        (room / name).mkdir()
        (room / name / f"{name.replace('.', '-')}.{name[-4:]}").write_bytes(data)
    command = [
        str(soffice()),
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(room / 'profile').as_uri()}",
    ]
    command += [
        "--convert-to",
        "pdf",
        "--outdir",
        str(room / "out"),
        *(str(next((room / name).iterdir())) for name in every_kind),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {name: (room / "out" / f"{name.replace('.', '-')}.pdf").read_bytes() for name in every_kind}
