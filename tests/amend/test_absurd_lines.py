"""A line nobody would write takes no longer than its length allows."""

from __future__ import annotations

import time

from lawtrack.amend.reading.wrapping import is_row_of_table


def test_a_word_without_end_is_looked_through_once():
    began = time.process_time()
    assert not is_row_of_table("甲" * 200_000)
    assert is_row_of_table("一类区 " + "甲" * 200_000 + " 二元")
    assert time.process_time() - began < 2  # minutes, when each of its characters was tried
