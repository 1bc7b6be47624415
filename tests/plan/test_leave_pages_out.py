"""What a web page shows around a plan becomes no project, and nothing of it that names a text is lost without a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.formats import read_published
from tests.plan.pages import random_page

if TYPE_CHECKING:
    from pathlib import Path

HEAD: dict[str, Any] = {"year": 2025, "title": "计划", "jurisdiction": "某市"}


@pytest.mark.parametrize("seeds", [range(at, at + 60) for at in range(0, 240, 60)], ids=str)
def test_every_page(seeds: range, tmp_path: Path) -> None:
    for seed in seeds:
        page = random_page(seed)
        file = tmp_path / f"{seed}.html"
        file.write_bytes(page.data)
        found = read_published(file, **HEAD)
        said = [(item.title, item.action) for item in found.plan.items]
        assert said == [(one.title, one.action) for one in page.told], (seed, page.data.decode())
        told = "\n".join(left.words for left in found.leftovers)
        for link in page.links:
            title = re.search("《(.+?)》", link)
            assert (title[1] if title else link) in told, (seed, link, page.data.decode())
