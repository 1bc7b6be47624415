"""Tables copied out of a page cell by cell, and rows with pipes behind their cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lawtrack.formats import read_opinions_text, tables_in_text

HEADS = ["序号", "单位", "意见", "是否采纳", "备注"]
WORDS = st.sampled_from(
    ["甲局", "删去第三条", "是", "2022年8月", "建议改为“甲”。", "10", "无", "第二条：（一）乙；"]
)


@given(
    st.integers(3, 5).flatmap(
        lambda n: st.lists(st.lists(WORDS, min_size=n - 1, max_size=n - 1), min_size=1, max_size=6)
    ),
    st.sampled_from(["", " |", "|"]),
    st.booleans(),
)
def test_every_cell_is_in_its_column(cells: list[list[str]], mark: str, apart: bool) -> None:
    rows = [HEADS[: len(cells[0]) + 1], *([str(n), *row] for n, row in enumerate(cells, 1))]
    gap = "\n\n" if apart and not mark else "\n"
    found = tables_in_text("公示如下：\n" + gap.join(cell + mark for row in rows for cell in row) + "\n")
    assert [list(row) for row in found.tables[0].rows] == rows
    assert [line for line in found.lines if line] == ["公示如下："]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=5))
def test_no_word_of_a_row_that_does_not_fit_is_lost(cells: list[list[str]]) -> None:
    rows = [HEADS[:4], *([str(n), *row] for n, row in enumerate(cells, 1))]
    lines = [cell for row in rows for cell in row]
    found = tables_in_text("\n".join(lines))
    kept = [cell for table in found.tables for row in table.rows for cell in row]
    assert sorted([*kept, *(line for line in found.lines if line)]) == sorted(lines)
    assert all(len(row) == 4 for table in found.tables for row in table.rows)


def test_a_list_that_counts_is_no_table() -> None:
    for text in (
        "序号\n1\n2\n",
        "编号\n说明\n1\n甲\n",
        "一、序号\n1.甲\n2.乙\n",
        "序号\n单位。\n意见\n1\n甲\n乙\n",
    ):
        assert tables_in_text(text).tables == ()


def test_rows_with_pipes_behind_their_cells() -> None:
    table = tables_in_text("序号 | 名称 | 时限 |\n1 | 停车办法 | 8月 |\n").tables[0]
    assert table.rows == (("序号", "名称", "时限"), ("1", "停车办法", "8月"))


def test_opinions_pasted_cell_by_cell() -> None:
    text = "结果如下：\n序号 |\n反馈人 |\n意见内容 |\n是否采纳 |\n采纳理由 |\n1 |\n朱某 |\n第二条太窄 |\n否 |\n另行规定。 |\n"
    (one,) = read_opinions_text(text).received
    assert (one.source, one.clause, one.result, one.text) == ("朱某", "第二条", "否", "第二条太窄")
