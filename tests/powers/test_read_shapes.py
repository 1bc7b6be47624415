"""One list in any shape is one list: the same items, no change between two shapes, and what does not agree is told."""

from __future__ import annotations

import random

import pytest

from lawtrack.formats import PowersList
from lawtrack.powers import grounds, read_rows
from tests.powers.shapes import BODIES, KINDS, items, rows_of, shape, written


def named(basis: str) -> list[str]:
    return [f"《{ground.title}》{ground.label}" for ground in grounds(basis)]


@pytest.mark.parametrize("seed", range(60))
def test_two_shapes_of_one_list_are_one_list(seed, tmp_path):
    chance = random.Random(seed)
    every = items(chance)
    lists = []
    for n in range(2):
        way = shape(chance)
        path = written(
            rows_of(every, way, chance), tmp_path / f"{n}.csv", chance.choice(("gb18030", "utf-8-sig"))
        )
        found = PowersList.read(path)
        told = [(one.name, one.kind, one.body, named(one.basis)) for one in found.items]
        assert told == [(one.name, one.kind, one.body, list(one.basis)) for one in every]
        if "code" in way.columns:
            assert [one.code for one in found.items] == [one.code for one in every]
        assert {doubt.code for doubt in found.doubts} <= {"powers.filled-down"}
        lists.append(found)
    assert set(lists[1].compare(lists[0]).summary.values()) <= {0, len(every)}
    kinds = {"added", "cancelled", "renamed", "transferred", "basis", "kind-changed", "merged", "split"}
    assert not kinds & {change.kind for change in lists[1].compare(lists[0]).changes}


@pytest.mark.parametrize("ways", ["sheets", "titles", "kinds"])
@pytest.mark.parametrize("seed", range(4))
def test_sheets_and_word_tables_say_whose_and_of_which_kind_they_are(seed, ways, tmp_path):
    from docx import Document
    from openpyxl import Workbook

    chance = random.Random(seed)
    every = items(chance)
    book, doc = Workbook(), Document()
    del book[book.sheetnames[0]]
    groups = list(KINDS) if ways == "kinds" else list(BODIES)
    for name in groups:
        own = [one for one in every if name in (one.kind, one.body)]
        rows = [["序号", "事项名称", "编码", "类别" if ways != "kinds" else "部门"]]
        rows += [
            [str(n), one.name, one.code, one.kind if ways != "kinds" else one.body]
            for n, one in enumerate(own, 1)
        ]
        sheet = book.create_sheet(name if ways != "titles" else f"表{len(book.worksheets)}")
        doc.add_paragraph(f"{name}权责清单" if ways == "titles" else f"一、{name}")
        table = doc.add_table(rows=len(rows), cols=4)
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, words in zip(cells.cells, row, strict=True):
                cell.text = words
        for row in [[f"{name}权责清单"], *rows] if ways == "titles" else rows:
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    doc.save(tmp_path / "a.docx")
    for file in ("a.xlsx", "a.docx"):
        found = PowersList.read(tmp_path / file)
        assert {(one.name, one.kind, one.body) for one in found.items} == {
            (one.name, one.kind, one.body) for one in every
        }


@pytest.mark.parametrize("words", [("合计", "{}项"), ("共计{}项", ""), ("总 计：{}项", ""), ("合计", "{}")])
@pytest.mark.parametrize("more", [0, 2])
def test_a_sum_that_does_not_agree_is_told(words, more):
    rows = [["序号", "事项名称"], *([str(n), f"{NAME}登记"] for n, NAME in enumerate("甲乙丙", 1))]
    total = [one.format(3 + more) for one in words]
    found, doubts, _ = read_rows([[*rows, total]])
    assert len(found) == 3
    assert [doubt.code for doubt in doubts] == (["powers.count-differs"] if more else [])


@pytest.mark.parametrize("group", ["一、行政许可（共{}项）", "许可类：{}项", "行政许可（{}）"])
@pytest.mark.parametrize("more", [0, 1])
def test_a_group_that_counts_otherwise_is_told(group, more):
    rows = [
        ["序号", "事项名称", "依据"],
        [group.format(2 + more), "", ""],
        ["1", "甲登记", ""],
        ["2", "乙登记", ""],
    ]
    found, doubts, _ = read_rows([[*rows, ["二、行政处罚", "", ""], ["3", "丙处罚", ""]]])
    assert [one.kind for one in found] == ["行政许可", "行政许可", "行政处罚"]
    assert [doubt.code for doubt in doubts] == (["powers.count-differs"] if more else [])


def test_of_two_columns_with_one_heading_the_second_is_kept_too():
    found, _, _ = read_rows(
        [[["事项名称", "依据", "依据"], ["甲登记", "《某法》第一条", "《某条例》第二条"]]]
    )
    assert (found[0].basis, found[0].more) == ("《某法》第一条", (("依据（2）", "《某条例》第二条"),))


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (
            "《某法》（2018年修订）\n第三条　应当登记。\n第五条　应当年检。",
            ["《某法》第三条", "《某法》第五条"],
        ),
        ("《某法》规定：第三条　应当登记。", ["《某法》第三条"]),
        ("《某法》第十条：“……”、第四十五条：“违反第十条的，处罚”", ["《某法》第十条", "《某法》第四十五条"]),
        ("《某法》第三条:应当登记。第五条:应当年检。", ["《某法》第三条", "《某法》第五条"]),
        ("《某法》第三条：违反本法第十条规定的，处罚款。", ["《某法》第三条"]),
        ("某国某法第三条、某条例（试行）第五条第二款", ["《某国某法》第三条", "《某条例》第五条第二款"]),
        ("依照有关规定办理", []),
        (
            "《某法》第三条：“……的，依照《某条例》第八条处罚。”\n《某办法》第一条",
            ["《某法》第三条", "《某办法》第一条"],
        ),
        ("“《某法》第三条”", ["《某法》第三条"]),
        ("《某法》第三条：“……的，依照《某条例》第八条处罚。", ["《某法》第三条", "《某条例》第八条"]),
    ],
)
def test_every_article_of_a_cell_is_a_ground(basis, expected):
    assert named(basis) == expected


@pytest.mark.parametrize("number", ["一", "（一）", "二、", ""])
@pytest.mark.parametrize("kind", ["行政许可", "处罚类", "其它行政权力"])
def test_a_numbered_row_that_only_says_a_kind_is_no_power(number, kind):
    rows = [["序号", "事项名称", "依据"], [number, kind, ""], ["1", "甲登记", "《某法》第一条"]]
    found, doubts, _ = read_rows([rows])
    assert [(one.name, one.kind) for one in found] == [("甲登记", spelled(kind))]
    assert not doubts


def spelled(kind: str) -> str:
    return next(
        usual for usual, ways in KINDS.items() if kind in (usual, *ways) or kind.removesuffix("类") in usual
    )


def test_a_table_without_a_head_goes_on_with_the_one_before():
    head = ["序号", "事项名称", "类型"]
    first, second = (
        [head, ["一、某市甲局", "", ""], ["1", "甲登记", "确认"]],
        [["2", "乙登记", "确认"], ["3", "丙登记", "许可"]],
    )
    found, doubts, _ = read_rows([first, second])
    assert [(one.name, one.body) for one in found] == [
        ("甲登记", "某市甲局"),
        ("乙登记", "某市甲局"),
        ("丙登记", "某市甲局"),
    ]
    assert not doubts
    _, doubts, _ = read_rows([first, [["2", "乙登记"]]])
    assert [doubt.code for doubt in doubts] == ["powers.before-heads"]


@pytest.mark.parametrize("heading", ["权力种类", "属性", "事项性质", "类型说明"])
def test_a_column_that_says_kinds_is_known_by_what_it_says(heading):
    cells = ["一、行政许可（共2项）", "一、行政许可（共2项）", "二、处罚类（共1项）", "其他权力"]
    rows = [["序号", "权力名称", heading], *([str(n), f"{n}号事项", cell] for n, cell in enumerate(cells))]
    found, _, _ = read_rows([rows])
    assert [one.kind for one in found] == ["行政许可", "行政许可", "行政处罚", "其他职权"]
    found, _, _ = read_rows([[*rows, ["5", "5号事项", "只跑一次"]]])
    kept = heading == "权力种类"
    assert [one.kind for one in found][-1:] == (["只跑一次"] if kept else [""])
