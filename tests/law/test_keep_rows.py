"""Rows of tables keep their empty cells: read, saved, written and read again, the same grid."""

from __future__ import annotations

import io
import random

import docx
import pytest

from lawtrack.formats import read_data
from lawtrack.formats.akn.writing import akn_bytes
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.instruments.html import to_html
from lawtrack.law import parse, render

WORDS = "登记 变更 注销 场地 展览 停车 检测 查验 公告 补发 十元 二十元 三百元 1 12".split()
NUMBERS = ("（一）", "（二）", "2.", "13.", "三、", "①")
FRONT = ("某市收费条例", "第一条　为了规范收费，制定本条例。")
INNER = ((*FRONT, "第二条　收费标准如下："), ("第三条　本条例自公布之日起施行。",))
ANNEXED = ((*FRONT, "第二条　收费按照附件执行。", "附件：", "收费表"), ())
WHERE = pytest.mark.parametrize("around", [INNER, ANNEXED], ids=["body", "annex"])
SEEDS = pytest.mark.parametrize("seed", range(30))


def grid(seed: int) -> list[list[str]]:
    """A table with empty cells anywhere and numbers before some rows: its head is full, no row is empty or comes twice."""
    dice = random.Random(seed)
    width = dice.randint(2, 5)
    rows = [[f"{dice.choice(WORDS[:10])}{at}栏" for at in range(width)]]
    while len(rows) < dice.randint(3, 9):
        row = [dice.choice(WORDS) if dice.random() < 0.5 else "" for _ in range(width)]
        if dice.random() < 0.2 and any(row[1:]):
            row[0] = dice.choice(NUMBERS)
        if any(row) and row not in rows:
            rows.append(row)
    return rows


def lines(rows: list[list[str]]) -> list[str]:
    return ["\t".join(row) for row in rows]


def cells(text: str, rows: list[list[str]]) -> list[list[str]]:
    """The rows in a text, as wide as the table."""
    width = len(rows[0])
    said = [line.split("\t") for line in text.splitlines() if "\t" in line]
    return [[*row, *[""] * (width - len(row))] for row in said]


def in_word(around, rows) -> bytes:
    file = docx.Document()
    for line in around[0]:
        file.add_paragraph(line)
    table = file.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    for line in around[1]:
        file.add_paragraph(line)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def saved(text: str) -> str:
    once = render(parse(text))
    assert render(parse(once)) == once
    return once


@WHERE
@SEEDS
def test_a_grid_stays_through_text(around, seed):
    rows = grid(seed)
    text = "\n".join([*around[0], *lines(rows), *around[1]])
    assert cells(saved(text), rows) == rows


@WHERE
@SEEDS
def test_a_grid_of_word_stays_through_the_saved_text_and_every_copy(around, seed):
    rows = grid(seed)
    read = read_data(in_word(around, rows), "a.docx")
    doc = parse(saved(read.text))
    assert cells(doc.text, rows) == rows
    for data, name in ((docx_bytes(doc), "b.docx"), (to_html(doc), "b.html"), (akn_bytes(doc), "b.xml")):
        again = saved(read_data(data, name).text)
        assert cells(again, rows) == rows, name
