"""Whatever bytes come in, the reader reads them or says UnusableInput, soon."""

import io
import random
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawtrack.errors import UnusableInput
from lawtrack.formats import read_data
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.law import parse

LAW = "某市示例条例\n第一章　总则\n第一条　为了保护环境，制定本条例。\n第二条　下列行为：\n（一）甲\t乙；\n（二）丙。\n"
HEADS = (
    b"",
    b"PK\x03\x04",
    b"<html>",
    b"<?xml version='1.0'?>",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
)


def survives(data, name):
    """Read the bytes, letting nothing but UnusableInput pass; the refusal, whose sentence is complete, or None."""
    try:
        read_data(data, name)
    except UnusableInput as refusal:
        return refusal.message("zh") + refusal.message("en")
    return None


@settings(max_examples=150)  # one that looks like an old Word file starts LibreOffice
@given(
    st.sampled_from(HEADS),
    st.binary(max_size=400),
    st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a"]),
)
def test_random_bytes(head, body, name):
    survives(head + body, name)


@settings(max_examples=100)
@given(
    st.text(alphabet="<>/&;#![]()*|`\\-_= \n\tab第一条ol li td tr div p=\"'", max_size=300),
    st.sampled_from(["a.md", "a.html"]),
)
def test_random_marks(text, name):
    survives((("<html>" if name == "a.html" else "") + text).encode(), name)


@pytest.fixture(scope="module")
def good():
    return docx_bytes(parse(LAW))


def test_a_word_file_cut_off_anywhere(good):
    for end in range(0, len(good) - 1, 97):
        with pytest.raises(UnusableInput):
            read_data(good[:end], "a.docx")


def test_a_word_file_with_flipped_bytes(good):
    rng = random.Random(2020)
    for _ in range(200):
        data = bytearray(good)
        for _ in range(rng.randint(1, 8)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        survives(bytes(data), "a.docx")


@settings(max_examples=60, deadline=4000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_a_word_file_whose_xml_was_shuffled(good, seed):
    rng = random.Random(seed)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            xml = old.read(part).decode()
            if part in ("word/document.xml", "word/styles.xml"):
                pieces = xml.split("<w:")
                body = pieces[2:]
                for _ in range(3):
                    i, j = rng.randrange(len(body)), rng.randrange(len(body))
                    body[i], body[j] = body[j], body[i]
                xml = "<w:".join([*pieces[:2], *body])
                xml = xml.replace(
                    'w:val="', rng.choice(['w:val="', 'w:val="-', 'w:val="99999999999', 'w:x="'])
                )
            new.writestr(part, xml)
    survives(out.getvalue(), "a.docx")


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 50_000,
        "[" * 50_000,
        "**a" * 30_000,
        "|" * 50_000,
        "-" * 100_000 + "x",
        "<html>" + "<a" * 40_000,
        "> " * 50_000,
    ],
)
def test_no_text_takes_long(text):
    for name in ("a.md", "a.html"):
        survives(text.encode(), name)
