"""Regulations and government rules side by side: each project has its own kind, and what nothing says is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.plan import read_list, read_prose, read_table, read_text
from tests.plan.mixtures import random_mixed_list, random_mixed_prose, random_mixed_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.plan import Item
    from tests.plan.mixtures import Member

HEAD: dict[str, Any] = {"year": 2025, "title": "计划", "jurisdiction": "某市"}
SEEDS = [range(at, at + 100) for at in range(0, 300, 100)]
RULE, REGULATION = "government-rule", "local-regulation"


def _holds(items: Sequence[Item], told: Sequence[Member], source: object) -> None:
    assert [(item.title, item.action) for item in items] == [(one.title, one.action) for one in told], source
    for item, one in zip(items, told, strict=True):
        doubted = "未写明是法规还是规章" in (item.note or "")
        assert doubted == (one.kind == "open"), (one, source)
        assert item.instrument == (RULE if one.kind == "rule" else REGULATION), (one, source)


@pytest.mark.parametrize("seeds", SEEDS, ids=str)
def test_every_mixture(seeds: range) -> None:
    for seed in seeds:
        prose = random_mixed_prose(seed)
        _holds(read_text(prose.text, **HEAD).plan.items, prose.told, prose)
        listed = random_mixed_list(seed)
        _holds(read_text(listed.text, **HEAD).plan.items, listed.told, listed)
        table = random_mixed_table(seed)
        _holds(read_table(table.rows, **HEAD).plan.items, table.told, table)


@pytest.mark.parametrize("seeds", SEEDS, ids=str)
def test_every_table_without_heads(seeds: range) -> None:
    """Each row says its kind, or the first of several does."""
    for seed in seeds:
        table = random_mixed_table(seed)
        if table.ways in {"column", "once"} and len(table.rows) > 2:
            _holds(read_table(table.rows[1:], **HEAD).plan.items, table.told, table)


def test_a_column_behind_the_titles_speaks_of_its_row_alone() -> None:
    rows = [["名称", "法规或规章", "方式"], ["某市茶摊规定", "规章", "制定"], ["某市水车规定", "", "修订"]]
    items = read_table(rows, **HEAD).plan.items
    assert ["未写明是法规还是规章" in (item.note or "") for item in items] == [False, True]


def test_a_row_of_a_page_with_a_link_and_a_date_is_no_project() -> None:
    rows = [["序号", "名称"], ["1", "某市茶摊条例（制定）"], ["某市水车条例", "2025-01-02"]]
    found = read_table(rows, **HEAD)
    assert [item.title for item in found.plan.items] == ["某市茶摊条例"]
    assert [left.words for left in found.leftovers] == ["某市水车条例 2025-01-02"]


def test_a_rule_may_not_be_called_an_ordinance() -> None:
    found = read_list("二、政府规章项目\n1.某市水车条例（制定）\n", **HEAD)
    assert found.plan.items[0].instrument == REGULATION
    assert any("请核对" in left.words for left in found.leftovers)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("按照2025年规章制定计划，将制定《某市水车办法》。", RULE),
        ("某市人大常委会2025年将修订《某市水车办法》。", REGULATION),
        ("制定《某市水车条例》和政府规章《某市茶摊办法》。", RULE),
        ("修订政府规章《某市碑刻办法》，废止《某市茶摊办法》。", None),
        ("安排法规、规章项目2件：制定《某市茶摊办法》。", None),
        ("市政府将提请市人大常委会审议《某市茶摊办法》。", REGULATION),
        ("制定《某市茶摊办法》。", None),
    ],
)
def test_the_words_that_are_nearest_speak(words: str, kind: str | None) -> None:
    item = read_prose(words, **HEAD).plan.items[-1]
    doubted = "未写明是法规还是规章" in (item.note or "")
    assert (None if doubted else item.instrument) == kind


RULES, OPEN = "规", "?"
FIELD = (
    (
        "记者从市司法局获悉，今年市政府规章立法计划已经确定。制定《某市浮桥办法》，修订《某市茶摊办法》；提请市人大常委会审议《某市水车条例》。",
        "规规法",
    ),
    (
        "市人大常委会审议法规2件，其中继续审议1件：《某市浮桥规定》；初次审议1件：《某市石阶规定》。市政府安排规章1件：《某市船闸办法》。",
        "法法规",
    ),
    ("一是加强民生立法。制定《某市浮桥条例》。二是加强政府规章建设。制定《某市茶摊办法》。", "法规"),
    ("完成《某市浮桥办法》（政府规章）、《某市碑刻规定》（地方性法规）的制定。", "规法"),
    ("地方性法规：\n制定《某市浮桥规定》\n政府规章：\n制定《某市茶摊办法》\n废止《某市水车规定》", "法规规"),
    ("安排立法项目3件：法规类项目《某市浮桥规定》，规章类项目《某市茶摊办法》《某市水车规定》。", "法规规"),
    ("修改好《某市碑刻办法》等规章，及时废止《某市茶摊规定》等不适应的法规规章。", "规?"),
    (
        "政府规章项目共2件。分别为：\n1.某市浮桥办法\n2.某市碑刻规定\n地方性法规项目共1件。为：\n3.某市水车规定",
        "规规法",
    ),
    ("对《某市浮桥办法》《某市碑刻规定》2部政府规章和《某市茶摊规定》1部地方性法规进行修改。", "规规法"),
    ("政府规章为制定《某市茶摊办法》，修订《某市石阶办法》。", "规规"),
    ("《某市浮桥办法》1件规章由市水务局起草；《某市茶摊规定》由市城管局起草，提请市人大常委会二审。", "规法"),
    ("将《某市浮桥规定》由政府规章上升为地方性法规。制定《某市碑刻规定》。", "?"),
    ("制定《某市浮桥规定》；对《某市茶摊办法》等政府规章进行清理。", "?"),
    ("制定《某市浮桥规定》《某市碑刻办法》，前者为地方性法规，后者为政府规章。", "??"),
    ("市人大常委会、市政府联合召开会议。今年，修订《某市浮桥办法》。", "?"),
)
"""The words of a plan, and for each project: a regulation, a rule, or nobody can tell."""


@pytest.mark.parametrize(("words", "kinds"), FIELD)
def test_words_of_the_field(words: str, kinds: str) -> None:
    found = read_text(words, **HEAD)
    said = [
        OPEN if "未写明是法规还是规章" in (item.note or "") else RULES if item.instrument == RULE else "法"
        for item in found.plan.items
    ]
    assert "".join(said) == kinds
    assert not any("原文说" in left.words for left in found.leftovers if "等" not in left.words)
