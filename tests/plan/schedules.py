"""Projects with their units and times in the many ways in which lists and tables print them, in every kind of file."""

from __future__ import annotations

import csv
import io
import random
from html import escape
from typing import Final, NamedTuple

from docx import Document
from openpyxl import Workbook

from lawtrack.law import to_chinese

AIMS: Final = "浮桥 碑刻 茶摊 水车 石阶 船闸 苗圃 马道 谷场 窑口 凉亭 井台 书院 戏楼 药圃 盐道".split()
UNITS: Final = (
    "市水务局",
    "市文化和旅游局",
    "市住房城乡建设局",
    "市科协",
    "市残联",
    "团市委",
    "市委社会工作部",
    "市机关事务管理局",
    "市供销合作社联合社",
    "市公共资源交易中心",
    "市妇联",
    "市大数据发展管理局、市司法局",
)
VERBS: Final = {"制定": "enact", "修订": "revise", "修改": "amend", "废止": "repeal"}
BEHIND: Final = (
    "（{v}），由{u}起草，{m}月提请审议",
    "（{v}），{u}起草，拟于{c}月提请审议",
    "（{v}），{u}，拟于{c}月提请审议",
    "（{v}）（起草单位：{u}；完成时间：{m}月）",
    "（{v}；{u}起草；{m}月底前提请审议）",
    "（{v}）　{u}　{m}月",
    "（{v}）　　{u}　　{c}月",
    "（{v}），责任单位：{u}，提请审议时间：{c}月",
    "（{v}，{u}，{m}月）",
    "（{v}，{u}牵头起草，计划{m}月份提请市人大常委会审议）",
    "（{v}，由{u}负责起草，{c}月底前报送市司法局审查）",
    "（{v}）（{u}起草，{c}月一审）",
    "（{v}；起草单位：{u}；审议时间：{c}月）",
    "（{v}）——{u}，{c}月",
    "（{v}），起草单位为{u}，于{m}月提请审议",
    "（{v}，牵头单位：{u}，上会时间：{m}月下旬）",
    "（{v}）。起草单位：{u}。提请审议时间：{c}月。",
    "（{v}），{u}，{c}月",
)
BELOW: Final = (
    ("起草单位：{u}", "提请审议时间：{c}月"),
    ("起草单位：{u}；提请时间：{m}月",),
    ("责任单位：{u}", "完成时限：{m}月底前"),
    ("牵头单位：{u}　完成时间：{c}月",),
)
HEADS: Final = (
    (("序号",), ("项目名称",), ("立法形式",), ("起草单位",), ("提请审议时间",)),
    (("序号",), ("法规名称",), ("类别",), ("责任单位",), ("完成时间",)),
    (("编号",), ("项目",), ("制定/修改/废止",), ("牵头起草单位",), ("拟审议月份",)),
    (("序号",), ("项目",), ("形式",), ("单位", "起草"), ("时间", "提请")),
    (("序号",), ("名称",), ("类型",), ("责任分工", "起草单位"), ("进度安排", "一审")),
    (("序号",), ("名称",), ("类型",), ("单位", "牵头"), ("审议安排", "初审")),
)
TIMES: Final = ("{m}月", "{c}月", "{m}月份", "{c}月底前", "2025年{m}月", "{c}月上旬", "{m}月底")


class Scheduled(NamedTuple):
    """A project with its unit and the month of its time."""

    title: str
    action: str
    unit: str
    month: int


class Schedule(NamedTuple):
    """The bytes of a file and its ending, its projects, the ways that were drawn."""

    data: bytes
    suffix: str
    told: list[Scheduled]
    ways: str


def random_schedule(seed: int) -> Schedule:
    """A plan with units and times in a list or a table, as one of the files in which they come."""
    rng = random.Random(f"schedule {seed}")
    told = [
        Scheduled(f"某市{aim}条例", rng.choice(list(VERBS)), rng.choice(UNITS), rng.randint(1, 12))
        for aim in rng.sample(AIMS, rng.randint(2, 6))
    ]
    title = "某市人大常委会2025年度立法计划"
    if rng.random() < 0.5:
        lines, ways = _lines(rng, told, title)
        suffix = rng.choice((".txt", ".html", ".docx", ".md"))
        data = _text_file(suffix, lines)
    else:
        rows, ways = _rows(rng, told)
        suffix = rng.choice((".csv", ".html", ".docx", ".xlsx"))
        data = _table_file(suffix, title, rows)
    return Schedule(data, suffix, [one._replace(action=VERBS[one.action]) for one in told], ways)


def _lines(rng: random.Random, told: list[Scheduled], title: str) -> tuple[list[str], str]:
    behind, marks = rng.choice(BEHIND), rng.choice(("《{t}》", "{t}"))
    below = rng.choice(BELOW) if rng.random() < 0.25 else ()
    if below:
        behind = "（{v}）"
    number = rng.choice(("{n}.", "{n}、", "（{n}）"))
    lines = [title, "一、审议项目"]
    for at, one in enumerate(told, 1):
        said = {"v": one.action, "u": one.unit, "m": one.month, "c": to_chinese(one.month), "t": one.title}
        lines.append(f"{number}{marks}{behind}".format(n=at, **said))
        lines += [words.format(**said) for words in below]
    return lines, f"{behind} {below}"


def _rows(rng: random.Random, told: list[Scheduled]) -> tuple[list[list[str]], str]:
    heads, when = rng.choice(HEADS), rng.choice(TIMES)
    deep = max(map(len, heads))
    rows = [[head[min(row, len(head) - 1)] for head in heads] for row in range(deep)]
    for at, one in enumerate(told, 1):
        time = when.format(m=one.month, c=to_chinese(one.month))
        rows.append([str(at), one.title, one.action, one.unit, time])
    return rows, f"{heads} {when}"


def _text_file(suffix: str, lines: list[str]) -> bytes:
    if suffix == ".docx":
        document = Document()
        for line in lines:
            document.add_paragraph(line)
        return _saved(document)
    if suffix == ".html":
        return f"<html><body>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</body></html>".encode()
    return ("\n\n" if suffix == ".md" else "\n").join(lines).encode()


def _table_file(suffix: str, title: str, rows: list[list[str]]) -> bytes:
    if suffix == ".csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        return out.getvalue().encode()
    if suffix == ".html":
        cells = "".join(f"<tr>{''.join(f'<td>{escape(word)}</td>' for word in row)}</tr>" for row in rows)
        return f"<html><body><h1>{title}</h1><table>{cells}</table></body></html>".encode()
    if suffix == ".docx":
        document = Document()
        document.add_paragraph(title)
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, word in zip(table.add_row().cells, row, strict=True):
                cell.text = word
        return _saved(document)
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return _saved(book)


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined] # both libraries write so
    return out.getvalue()
