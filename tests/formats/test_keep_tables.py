"""Tables stay tables: widths, cells merged either way, raised digits, from a Word file into every kind that has them."""

from __future__ import annotations

import io
import random

import docx
import pytest
from docx.shared import Twips

from lawtrack.cli import main
from lawtrack.compare import compare
from lawtrack.formats import Layout, read_data, read_tables_data
from lawtrack.formats.akn.writing import akn_bytes
from lawtrack.formats.comparison.docx import comparison_docx
from lawtrack.formats.comparison.tracked import tracked_docx
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.instruments.html import to_html
from lawtrack.formats.packages import Package
from lawtrack.formats.procedure.marked_text import marked_text_docx
from lawtrack.formats.word.elements import W
from lawtrack.law import parse

LINES = ("某市收费条例", "第一条　为了收费，制定本条例。", "第二条　收费按照附件执行。", "附件：", "收费表")
WORDS = "登记 变更 注销 场地 展览 停车 检测 查验 公告 补发".split()
SEEDS = range(16)


def made(seed: int, change: str = "") -> bytes:
    """A Word file with a table in its annex: columns of any width, cells merged across and down, some of them empty."""
    dice = random.Random(seed)
    rows, columns = dice.randint(2, 6), dice.randint(2, 5)
    file = docx.Document()
    for line in LINES:
        file.add_paragraph(line)
    table = file.add_table(rows, columns)
    table.autofit = False
    for column in table.columns:
        column.width = Twips(dice.randrange(600, 4000, 10))
    for at in range(rows):
        for column in range(columns):
            full = at == 0 or column == columns - 1 or dice.random() < 0.8
            table.cell(at, column).text = f"{dice.choice(WORDS)}{at}之{column}" if full else ""
    if change:
        table.cell(rows - 1, columns - 1).text = change
    taken: set[tuple[int, int]] = set()
    for _ in range(dice.randint(0, 3)):
        _merge(table, dice, rows, columns - 1, taken)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _merge(table, dice, rows, columns, taken):
    """Merge a free rectangle; the last column stays apart, so that each row has a cell of its own."""
    top, left = dice.randrange(rows), dice.randrange(columns)
    bottom, right = min(top + dice.randrange(3), rows - 1), min(left + dice.randrange(3), columns - 1)
    places = {(at, column) for at in range(top, bottom + 1) for column in range(left, right + 1)}
    if not places & taken:
        taken |= places
        words = table.cell(top, left).text
        for place in places:
            table.cell(*place).text = ""
        table.cell(top, left).merge(table.cell(bottom, right)).text = words


def shape(table):
    """What stands where, what is one with what, and how wide the columns are in hundredths of the table."""
    rows = [[" ".join(words.split()) for words in row] for row in table.rows]
    shares = [round(100 * width / sum(table.widths)) for width in table.widths]
    return rows, table.spread, table.below, shares


def near(one, other):
    """Are both the same, but for a hundredth of the width?"""
    return one[:3] == other[:3] and all(abs(a - b) <= 1 for a, b in zip(one[3], other[3], strict=True))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_copy_in_word_has_the_tables_of_its_file(seed):
    data = made(seed)
    read = read_data(data, "a.docx")
    (before,) = read_tables_data(data, "a.docx").tables
    assert before.widths
    copy = docx_bytes(parse(read.text), Layout(tables=read.tables))
    (after,) = read_tables_data(copy, "b.docx").tables
    assert near(shape(after), shape(before))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_page_and_akoma_ntoso_have_the_merged_cells(seed):
    data = made(seed)
    read = read_data(data, "a.docx")
    layout, (before,) = Layout(tables=read.tables), read.tables
    (page,) = read_tables_data(to_html(parse(read.text), layout), "a.html").tables
    assert shape(page)[:3] == shape(before)[:3]
    xml = akn_bytes(parse(read.text), layout).decode().replace("<akomaNtoso", "<html><body><akomaNtoso")
    assert (
        shape(read_tables_data(xml.split("?>", 1)[1].encode(), "a.html").tables[0])[1:3] == shape(before)[1:3]
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("write", [tracked_docx, marked_text_docx])
def test_the_changed_row_stands_over_the_columns_of_the_others(seed, write):
    read, new = read_data(made(seed), "a.docx"), read_data(made(seed, "已调整"), "b.docx")
    data = write(compare(read.text, new.text), Layout(tables=(*read.tables, *new.tables)))
    tables = read_tables_data(data, "c.docx").tables
    assert near((*shape(tables[0])[:0], [], 0, 0, shape(tables[0])[3]), ([], 0, 0, shape(new.tables[0])[3]))
    if write is tracked_docx:
        assert [row[-1] for row in shape(tables[0])[0]] == [row[-1] for row in shape(new.tables[0])[0]]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_table_in_a_cell_of_the_comparison_has_its_merged_cells_and_widths(seed):
    read = read_data(made(seed), "a.docx")
    old = read.text.replace("为了收费", "为了规范收费")
    data = comparison_docx(compare(old, read.text), Layout(tables=read.tables))
    body = Package(data, "c.docx").xml("word/document.xml")
    inner = [table for table in body.iter(f"{W}tbl") if next(table.iterancestors(f"{W}tc"), None) is not None]
    (before,) = read.tables
    for table in inner:
        widths = [int(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        shares = [round(100 * width / sum(widths)) for width in widths]
        assert all(abs(a - b) <= 1 for a, b in zip(shares, shape(before)[3], strict=True))
        merged = sum(1 for mark in table.iter(f"{W}vMerge") if mark.get(f"{W}val") == "continue")
        below = {place for place in before.below if place not in before.spread}
        assert merged == len(below)
    assert inner


def test_a_raised_digit_stays_one_in_word_and_in_a_page(tmp_path):
    file = docx.Document()
    paragraph = file.add_paragraph("第一条　每100m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run("排放CO")
    paragraph.add_run("2").font.subscript = True
    paragraph.add_run("不超过十克")
    paragraph.add_run("注").font.superscript = True
    stream = io.BytesIO()
    file.save(stream)
    assert read_data(stream.getvalue(), "a.docx").text == "第一条　每100m²排放CO₂不超过十克注"
    page = "<p>第一条　每100m<sup>2</sup>排放CO<sub>2</sub>。</p>".encode()
    assert read_data(page, "a.html").text == "第一条　每100m²排放CO₂。"


@pytest.mark.filterwarnings("always")
def test_the_command_keeps_the_table_and_says_where_plain_text_does_not(tmp_path, capsys):
    file = tmp_path / "a.docx"
    seed = next(seed for seed in SEEDS if read_data(made(seed), "a.docx").warnings)
    file.write_bytes(made(seed))
    assert main(["parse", str(file), "-o", str(tmp_path / "b.docx")]) == 0
    assert "合并" in capsys.readouterr().err
    (before,) = read_tables_data(file.read_bytes(), "a.docx").tables
    (after,) = read_tables_data((tmp_path / "b.docx").read_bytes(), "b.docx").tables
    assert near(shape(after), shape(before))
