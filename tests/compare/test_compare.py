"""`compare`: undone to the character (law 2), renumbering told from change (law 4), the drafter's edits recovered."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.compare import compare, remark
from lawtrack.errors import UnusableInput
from lawtrack.law import parse
from tests.compare.revisions import KINDS, revise
from tests.strategies import EDITS, edit, edited, instruments, messy_texts

OLD = "\n".join([
    "某市停车条例",
    "第一章　总则",
    "第一条　为了规范停车秩序，制定本条例。",
    "第二条　停车场经营者应当在七日内报告停业情况。",
    "第三条　禁止占用消防通道停车。",
    "第四条　违反本条例第三条规定的，处五十元以上二百元以下罚款。",
])  # fmt: skip


def sides(ops):
    return (
        "".join(text for op, text in ops if op != "insert"),
        "".join(text for op, text in ops if op != "delete"),
    )


def check_undone(rows, olds, news):
    assert sorted(label for row in rows for label in row["old"]) == sorted(olds)
    assert sorted(label for row in rows for label in row["new"]) == sorted(news)
    for row in rows:
        assert sides(row["ops"]) == (row["old_text"], row["new_text"])


@given(messy_texts() | instruments(), messy_texts() | instruments())
def test_a_comparison_of_any_two_texts_can_be_undone(old, new):
    found = compare(old, new).to_dict()
    labels = [[article.label for article in parse(text).articles] for text in (old, new)]
    check_undone(found["rows"], *labels)
    for row in found["other"]:
        assert sides(row["ops"]) == (row["old_text"], row["new_text"])


@given(edited())
def test_parts_of_a_row_cover_its_paragraphs_once(case):
    for row in compare(case.old, case.new).rows:
        for part in row.parts:
            assert sides(part.ops) == (part.old_text, part.new_text)
        if row.parts and row.parts[0].level == "paragraph":
            olds = [child.text for node in row.old_provisions for child in node.children]
            found = [line for part in row.parts for line in part.old_text.split("\n") if line]
            assert sorted(found) == sorted(line for text in olds for line in text.split("\n"))


@given(messy_texts() | instruments())
def test_a_text_compared_with_itself_is_unchanged(text):
    found = compare(text, text)
    assert all(row.kind == "unchanged" and not row.renumbered and not row.moved for row in found.rows)
    assert all(row.kind == "unchanged" for row in found.other)


@given(instruments())
def test_an_article_put_first_renumbers_the_others_and_changes_none(text):
    doc = parse(text)
    head = text[: doc.articles[0].start]
    body = "\n".join(f"第{k}条　{article.words}" for k, article in enumerate(doc.articles, 2))
    found = compare(text, f"{head}第1条　树木认养人可以为所认养的树木命名。\n{body}")
    assert [row.kind for row in found.rows] == ["added"] + ["unchanged"] * len(doc.articles)
    assert all(row.renumbered for row in found.rows[1:])


def test_a_word_changed_in_an_article_is_shown_as_that_word():
    found = compare(OLD, OLD.replace("七日", "五日"))
    (row,) = [row for row in found.rows if row.changed]
    assert row.old == row.new == ("第二条",)
    assert [op for op in row.ops if op[0] != "equal"] == [("delete", "七"), ("insert", "五")]


def test_width_quotes_and_spaces_are_not_a_change():
    found = compare(OLD, OLD.replace("，", ",").replace("第三条　", "第三条 "))
    assert found.summary["unchanged"] == 4


def test_a_moved_article_keeps_its_identity():
    lines = OLD.split("\n")
    new = "\n".join([*lines[:2], lines[5].replace("第四条", "第一条", 1), *lines[2:5]])
    found = compare(OLD, new)
    first = found.rows[0]
    assert (first.old, first.kind, first.moved) == (("第四条",), "unchanged", True)
    assert found.summary["moved"] == 1


def test_chapters_are_compared_by_name():
    new = OLD.replace("第一章　总则", "第一章　总　则\n第一条　本市优先发展公共交通。\n第二章　停车管理", 1)
    headings = [row for row in compare(OLD, new).other if row.level == "chapter"]
    assert [(row.kind, row.old, row.new) for row in headings] == [
        ("unchanged", ("第一章",), ("第一章",)),
        ("added", (), ("第二章",)),
    ]


def test_a_deletion_stands_where_the_article_stood():
    lines = OLD.split("\n")
    found = compare(OLD, "\n".join([*lines[:3], *lines[4:]]))
    assert [row.old for row in found.rows] == [("第一条",), ("第二条",), ("第三条",), ("第四条",)]
    assert found.rows[1].kind == "deleted"


def recovered(case) -> Counter:
    rows = {(row.kind, row.moved, row.old, row.new) for row in compare(case.old, case.new).rows}
    kinds = {"insert": "added", "delete": "deleted", "reword": "amended", "split": "split", "merge": "merged"}
    found: Counter[Any] = Counter()
    for name, old, new in case.script:
        row = ("unchanged", True, old, new) if name == "move" else (kinds[name], False, old, new)
        found[name, row in rows] += 1
    return found


def test_the_edits_of_a_drafter_are_recovered():
    """The rate for each kind of edit, over the same 400 made-up revisions each time."""
    total: Counter = Counter()
    for seed in range(400):
        rng = random.Random(seed)
        total += recovered(edit(rng, rng.randint(8, 40), EDITS, rng.randint(1, 4)))
    rates = {name: total[name, True] / (total[name, True] + total[name, False]) for name in EDITS}
    assert all(rate >= 0.97 for rate in rates.values()), rates


def fits(rows, name, old, new) -> bool:
    """Is there the row that a thorough edit should give?"""
    found = [row for row in rows if (row.old, row.new) == (old, new)]
    return any(row.kind == KINDS[name] and (row.moved or not name.startswith("move")) for row in found)


@pytest.mark.parametrize(("low", "high", "edits"), [(12, 40, (2, 6)), (30, 60, (8, 20))])
def test_the_edits_of_a_thorough_revision_are_recovered(low, high, edits):
    """The rate for each kind where edits meet, articles move with rewording, merge from afar and split in three."""
    total: Counter = Counter()
    for seed in range(200):
        rng = random.Random(seed)
        case = revise(rng, rng.randint(low, high), rng.randint(*edits))
        rows = compare(case.old, case.new).rows
        total.update((name, fits(rows, name, old, new)) for name, old, new in case.script)
    rates = {name: total[name, True] / (total[name, True] + total[name, False]) for name in KINDS}
    assert all(rate >= 0.97 for rate in rates.values()), rates


@given(
    st.lists(st.sampled_from(["甲方应当付款。", "乙方应当交货。", "双方应当保密。"]), max_size=6),
    st.randoms(),
)
def test_repeated_words_are_paired_once_each(words, rng):
    olds, news = list(words), list(words)
    rng.shuffle(news)
    texts = ["\n".join(f"第{k}条　{line}" for k, line in enumerate(side, 1)) for side in (olds, news)]
    found = compare(*texts)
    assert all(row.kind == "unchanged" for row in found.rows)


def test_a_row_that_only_its_place_holds_says_so_and_asks_for_little_trust():
    old = (
        "第一条　为了规范集市管理，制定本条例。\n第二条　摊主受伤由经营者的过错造成的，由经营者承担责任。\n"
        "第三条　第三人造成摊主受伤的，由第三人承担责任。\n第四条　当事人均无过错的，可以由当事人适当分担损失。\n"
        "第五条　本条例自2025年1月1日起施行。"
    )
    new = (
        "第一条　为了规范集市管理，制定本条例。\n第二条　摊主受伤的责任人依照《中华人民共和国民法典》的规定，承担相应责任。\n"
        "第三条　本条例自2025年1月1日起施行。"
    )
    row = compare(old, new).rows[1]
    assert row.kind == "merged"
    assert row.in_place
    assert row.to_dict()["in_place"]
    assert "按所在位置对应" in remark(row)
    kinds = [row.kind for row in compare(old, new, trust=0.97).rows]
    assert "merged" not in kinds
    assert kinds[0] == kinds[-1] == "unchanged"


def test_a_row_that_little_speaks_for_says_so() -> None:
    """Written anew throughout: the first article is plain, others have a phrase in common and no more."""
    old = (
        "第一条　为了保护古树，制定本办法。\n第二条　园林部门应当每年巡查古树，发现枯枝及时修剪。\n"
        "第三条　游客不得攀折古树枝条，不得在树干上刻字。\n第四条　古树实行挂牌保护，牌子上写明树龄和品种。\n"
        "第五条　建设单位施工应当避让古树，设置围栏。\n第六条　认养人可以为古树命名，认养期限为三年。\n"
        "第七条　古树死亡的，应当查明原因后注销档案。\n第八条　移植古树应当经专家论证，报市人民政府同意。"
    )
    new = (
        "第一条　为了传承乡愁记忆，维护树木遗产，制定本办法。\n第二条　养护单位每季度查看一次，枯枝应当修剪干净并留存影像。\n"
        "第三条　任何人不得折枝、刻字、悬挂重物。\n第四条　树龄超过百年的，挂设二维码标牌，扫码可知品种来历。\n"
        "第五条　工程选线应当绕行，确实不能绕行的设置防护围栏。\n第六条　鼓励企业捐款，捐款的企业可以在入口处署名三年。\n"
        "第七条　树木枯亡的，拍照留存并从名录中删去。\n第八条　确需迁移的，组织专家论证并公示三十日。\n"
        "第九条　夜间照明不得影响树木生长。"
    )
    first, *others = (row for row in compare(old, new).rows if row.old and row.new)
    assert not first.doubtful
    doubtful = [row for row in others if row.doubtful]
    assert len(doubtful) >= 2
    for row in doubtful:
        assert row.to_dict()["doubtful"]
        assert "对应存疑" in remark(row)
    assert not any(row.doubtful for row in compare(old, new, trust=0.9).rows)


@pytest.mark.parametrize("trust", [0, 1, -0.5, float("nan")])
def test_a_trust_that_is_no_share_is_refused(trust: float):
    with pytest.raises(UnusableInput, match="trust"):
        compare("第一条　甲。", "第一条　甲。", trust=trust)
