"""Rows of tables keep their empty cells: read, saved, written and read again, the same grid."""

from __future__ import annotations

import io
import random

import docx
import pytest
from openpyxl import load_workbook

from lawtrack.compare import compare, concordance
from lawtrack.formats import read_data
from lawtrack.formats.akn.writing import akn_bytes
from lawtrack.formats.comparison.xlsx import comparison_xlsx, concordance_xlsx
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.instruments.html import to_html
from lawtrack.law import parse, render
from lawtrack.merge import merge

WORDS = "登记 变更 注销 场地 展览 停车 检测 查验 公告 补发 十元 二十元 三百元 1 12".split()
NUMBERS = ("（一）", "（二）", "2.", "13.", "三、", "①")
FRONT = ("某市收费条例", "第一条　为了规范收费，制定本条例。")
INNER = ((*FRONT, "第二条　收费标准如下："), ("第三条　本条例自公布之日起施行。",))
ANNEXED = ((*FRONT, "第二条　收费按照附件执行。", "附件：", "收费表"), ())
WHERE = pytest.mark.parametrize("around", [INNER, ANNEXED], ids=["body", "annex"])
SEEDS = pytest.mark.parametrize("seed", range(20))


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


def edited(
    rows: list[list[str]], dice: random.Random, words: str, far: int | None = None
) -> tuple[list[list[str]], int]:
    """The table with other words in one cell of a row at least two from row `far`, and which row; -1 where there is none."""
    free = [at for at in range(1, len(rows)) if far is None or abs(at - far) > 1]
    if not free:
        return rows, -1
    at = dice.choice(free)
    row = list(rows[at])
    row[dice.randrange(len(row))] = words
    return [*rows[:at], row, *rows[at + 1 :]], at


def text_of(around, rows) -> str:
    return "\n".join([*around[0], *lines(rows), *around[1]])


@WHERE
@pytest.mark.parametrize("seed", [*range(20), 255, 277])
def test_cells_that_two_people_edited_stay_in_their_columns_in_the_merged_text(around, seed):
    """In 255 and 277 a row without a number has the words of one with a number."""
    rows, dice = grid(seed), random.Random(seed)
    ours, mine = edited(rows, dice, "已改")
    theirs, other = edited(rows, dice, "另改", far=mine)
    both = [theirs[at] if at == other else row for at, row in enumerate(ours)]
    merged = merge(text_of(around, rows), text_of(around, ours), text_of(around, theirs))
    assert not merged.conflicts
    assert cells(merged.text, rows) == both


@WHERE
@SEEDS
def test_cells_stay_in_their_columns_in_workbooks_and_come_back(around, seed):
    rows = grid(seed)
    new, _ = edited(rows, random.Random(seed), "已改")
    old_text, new_text = text_of(around, rows), text_of(around, new)
    shown = comparison_xlsx(compare(old_text, new_text))
    for which, table in (("old", rows), ("new", new)):
        assert told(read_data(shown, "a.xlsx", column=which).text, rows) == told(text_of(around, table), rows)
    threads = concordance_xlsx(concordance([old_text, new_text, old_text]))
    columns = list(zip(*load_workbook(io.BytesIO(threads)).worksheets[0].values, strict=True))[2:]
    for column, table in zip(columns, (rows, new, rows), strict=True):
        said = "\n".join(str(words or "") for words in column[1:])
        assert told(said, rows) == told(text_of(around, table), rows)


def told(text: str, rows: list[list[str]]) -> list[list[str]]:
    """The cells of the rows in a text; the last row of a clause has lost the empty ones at its end, and shifts nothing."""
    width = len(rows[0])
    begin = text.index(rows[0][0])
    said = [line.split("\t") for line in text[begin:].splitlines() if line.strip()][: len(rows)]
    return [[*row, *[""] * (width - len(row))] for row in said]
