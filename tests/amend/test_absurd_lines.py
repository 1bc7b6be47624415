"""A line nobody would write takes no longer than its length allows."""

from __future__ import annotations

import time

import pytest

from lawtrack.amend import apply, read, write
from lawtrack.amend.reading.wrapping import is_row_of_table
from lawtrack.law import article_label, to_chinese, to_int


def test_a_word_without_end_is_looked_through_once():
    began = time.process_time()
    assert not is_row_of_table("甲" * 200_000)
    assert is_row_of_table("一类区 " + "甲" * 200_000 + " 二元")
    assert time.process_time() - began < 2  # minutes, when each of its characters was tried


@pytest.mark.parametrize(
    "words", ["第三节", "第8节", "第三条、", "本条例第三条和", "总则第一条", "改为", "附件1"]
)
def test_places_without_end_are_no_instruction(words: str):
    read("将第一条中的“甲”修改为“乙”。")  # the grammar is compiled
    began = time.process_time()
    done = read(f"将{words * 20_000}修改为“乙”。")
    assert [one.fault and one.fault.code for one in done.instructions] == ["amend.too-long"]
    assert time.process_time() - began < 2  # an hour, when every place began the rest of them anew


def test_a_long_list_of_places_is_read():
    labels = [article_label((at, 0)) for at in range(1, 201)]
    done = read(f"将{'、'.join(labels)}中的“甲”修改为“乙”。")
    assert [one.at.article for one in done.instructions[0].operations] == [(at, 0) for at in range(1, 201)]
    assert not done.instructions[0].problem


@pytest.mark.parametrize("words", ["〇", "十百千", "１", "二"])
def test_a_number_without_end_is_looked_through_once(words: str):
    read("关于修改部分法规的决定\n一、将第一条中的“甲”修改为“乙”。")
    began = time.process_time()
    read(f"关于修改等{words * (60_000 // len(words))}的决定\n一、删去第二条。")
    assert time.process_time() - began < 2  # ten times as long, when each digit began the rest of them anew


@pytest.mark.filterwarnings("ignore::lawtrack.amend.WritingWarning")  # above 9,999 the whole text is given
@pytest.mark.parametrize("number", [9_999, 10_000, 728_905])
def test_numbers_that_no_law_has_are_written_and_read_back(number: int):
    label = to_chinese(number)
    articles = "".join(f"{article_label((at, 0))}　单位应当做好第{at}方面的工作。\n" for at in range(1, 9))
    old, new = (f"某市条例\n第{label}章　{name}\n{articles}" for name in ("总则", "附则"))
    assert to_int(label) == number
    assert "附则" in apply(old, write(old, new)).text
