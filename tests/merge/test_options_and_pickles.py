"""Results are data, and go from process to process; an option that does not exist is told with those that do."""

from __future__ import annotations

import pickle
from typing import Any, cast

import pytest

from lawtrack.compare import compare, concordance, followed, statistics
from lawtrack.errors import UnusableInput
from lawtrack.merge import DEPTHS, merge

BASE = "第一条　公园禁止吸烟。\n第二条　违反第一条的，予以警告。"
OURS = BASE.replace("公园", "公园和学校")
THEIRS = BASE.replace("公园", "湖边")


def again(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


def test_a_merge_from_another_process_can_still_be_decided():
    found = again(merge(BASE, OURS, THEIRS))
    assert found == merge(BASE, OURS, THEIRS)
    (conflict,) = found.conflicts
    assert again(found.resolve({conflict.id: "theirs"})).text == THEIRS


def test_comparisons_and_concordances_pickle():
    found = compare(BASE, OURS)
    for value in (found, statistics(found), followed(found), concordance([BASE, OURS, THEIRS])):
        assert again(value) == value
    assert again(found).to_dict() == found.to_dict()


@pytest.mark.parametrize("depth", ["word", "", "WORDS", None])
def test_another_depth_is_refused_with_those_that_there_are(depth: Any):
    with pytest.raises(UnusableInput) as told:
        merge(BASE, OURS, THEIRS, depth=cast("Any", depth))
    assert all(known in told.value.message(lang) for known in DEPTHS for lang in ("zh", "en"))
