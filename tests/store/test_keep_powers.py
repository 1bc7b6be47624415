"""A list of powers in git: each day for which it was taken in is a version, whatever changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.drafts import Author
from lawtrack.powers import Power, PowersData
from lawtrack.store import PowersLists, Workspace

if TYPE_CHECKING:
    from pathlib import Path

AUTHOR = Author("王小明", "wang@example.cn")
ITEM = Power("临时占用古桥桥面的许可", kind="行政许可")


def test_a_list_that_stood_unchanged_is_a_version_of_the_later_day(tmp_path: Path) -> None:
    lists = PowersLists(Workspace.create(tmp_path / "工作区", author=AUTHOR).repository)
    for day in ("2019-06-30", "2020-06-30"):
        assert lists.save("city", PowersData((ITEM,)), date=day, author=AUTHOR)
    assert lists.save("city", PowersData((ITEM,)), date="2020-06-30", author=AUTHOR) is None
    assert lists.save("other", PowersData((ITEM,)), date="2020-06-30", author=AUTHOR)
    assert [one.date for one in lists.versions("city")] == ["2019-06-30", "2020-06-30"]
    assert [lists.read("city", one.date).items for one in lists.versions("city")] == [(ITEM,), (ITEM,)]
