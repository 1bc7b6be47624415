"""The clean copy in Word: the same tree comes back, the same bytes each time, nothing runs out of its element."""

import io
import zipfile

import pytest

from lawtrack.formats import read_data, write_instrument
from lawtrack.formats.instruments.docx import docx_bytes, lines_of
from lawtrack.law import parse, render
from tests.strategies import stretches

LAW = """某市示例条例
（2020年8月28日某市人民代表大会常务委员会通过）
目　录
第一章　总　则
第二章　附　则
第一章　总　则
第一条〖目的〗为了保护环境，根据<有关法律> & 法规，制定本条例。
第二条　市人民政府应当“统筹”下列工作：
（一）制定规划；
1．编制；
2．公布；
（二）组织实施。
前款规定的期限为2020年1月1日至2020年12月31日。
第二章　附　则
第三条　本条例自2020年10月1日起施行。
附件：收费表
序号\t事项\t金额
1\t登记\t10元
2\t\t20元
"""


def tree(doc):
    nodes = [(n.eid, n.level, n.label, n.heading, n.lead) for n in doc.provisions]
    return doc.title, nodes, stretches(doc)


def test_the_copy_reads_back_as_the_same_tree():
    doc = parse(LAW)
    found = read_data(docx_bytes(doc), "a.docx")

    assert tree(parse(found.text)) == tree(doc)
    assert found.warnings == ()


def test_the_copy_says_what_the_canonical_text_says():
    plain = [line.lstrip("# ") for line in render(parse(LAW)).splitlines() if line]

    assert [line.label + line.words for line in lines_of(parse(LAW))] == plain


def test_the_same_text_gives_the_same_bytes(tmp_path):
    first, second = (
        write_instrument(parse(LAW), tmp_path / name).read_bytes() for name in ("a.docx", "b.docx")
    )

    assert first == second


def test_the_layout_is_that_of_official_documents():
    with zipfile.ZipFile(io.BytesIO(docx_bytes(parse(LAW)))) as archive:
        styles, document, footer = (
            archive.read(f"word/{part}.xml").decode() for part in ("styles", "document", "footer1")
        )

    for font in ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"):
        assert f'w:eastAsia="{font}"' in styles
    assert 'w:line="560" w:lineRule="exact"' in styles
    assert 'w:firstLineChars="200" w:firstLine="640"' in styles
    assert "<w:tblHeader/>" in document
    assert "PAGE" in footer


def test_python_docx_opens_the_copy():
    from docx import Document

    opened = Document(io.BytesIO(docx_bytes(parse(LAW))))

    assert opened.core_properties.title == "某市示例条例"
    assert opened.paragraphs[0].text == "某市示例条例"
    assert opened.tables[0].cell(1, 2).text == "10元"


def test_characters_that_xml_cannot_hold_are_left_out():
    doc = parse("条例\x00\n第一条　甲\x0b\ud800乙。\n")

    assert "甲" in read_data(docx_bytes(doc), "a.docx").text


@pytest.mark.parametrize("text", ["", "\n", "第一条", "只有一段话。", "第一条\n（一）甲"])
def test_any_text_can_be_written(text):
    assert docx_bytes(parse(text)).startswith(b"PK")


@pytest.mark.corpus
def test_real_texts_survive_word(corpus):
    differing = []
    for path in sorted((corpus / "single").glob("*.txt")):
        doc = parse(path.read_text(encoding="utf-8"))
        if tree(parse(read_data(docx_bytes(doc), "a.docx").text)) != tree(doc):
            differing.append(path.name)

    assert differing == []
