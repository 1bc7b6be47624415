"""The search for garbage waits for a comparison, and a comparison leaves none behind."""

from __future__ import annotations

import gc
import random

import pytest

from lawtrack.compare import compare
from lawtrack.compare.garbage import collector_paused
from tests.strategies import EDITS, edit


def test_a_comparison_makes_no_cycle() -> None:
    case = edit(random.Random(7), 30, EDITS, 6)
    compare(case.old, case.new).to_dict()
    gc.collect()
    gc.disable()
    try:
        compare(case.old, case.new).to_dict()
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_collector_is_as_it_was() -> None:
    def fail() -> None:
        with collector_paused():
            raise EOFError

    with pytest.raises(EOFError):
        fail()
    assert gc.isenabled()
    gc.disable()
    try:
        compare("第一条　甲。", "第一条　乙。")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_two_pauses_end_with_a_collector() -> None:
    with collector_paused():
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
