"""A field that a record of a round does not have is told with its line and those that there are."""

from __future__ import annotations

import pytest

from lawtrack.drafts import read_round, read_suggestion
from lawtrack.errors import InvalidRecord

FILE = "drafts/park/rounds/first/s-1.yaml"


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("clause: 第三条\ntext: 公园全天开放。\nreasen: 便民\n", 3, "reasen"),
        ("clause: 第三条\nid: s-2\n", 2, "id"),
        ("clause: 第三条\nthread:\n- by: 某某\n  text: 同意\n  dat: 2024-03-01\n", 5, "dat"),
    ],
)
def test_a_suggestion(text: str, line: int, field: str) -> None:
    with pytest.raises(InvalidRecord, match=rf"第 {line} 行.*{field}：没有这个字段"):
        read_suggestion(FILE, text)


def test_a_round() -> None:
    with pytest.raises(InvalidRecord, match=r"第 2 行，字段 deu：没有这个字段.*question, due"):
        read_round("park", "first", "question: 第三章怎样修改？\ndeu: 2024-03-31\n")


def test_what_belongs_there_is_read() -> None:
    text = "clause: 第三条\nthread:\n- by: 某某\n  text: 同意\n  date: '2024-03-01'\n"
    assert read_suggestion(FILE, text).thread[0].by == "某某"
