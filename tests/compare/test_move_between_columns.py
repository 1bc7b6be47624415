"""A value of a table that stands in another column is told and marked, in annexes, paragraphs and texts of any size."""

from __future__ import annotations

import random
from contextlib import chdir
from itertools import permutations

import docx
import pytest

from lawtrack.cli import main
from lawtrack.compare import compare, concordance, marked, remark, word_ops

VALUES = "10元 20元 五日 十日 市公安局 县城管局 免费 1 2 3 登记 变更 注销".split()
SEEDS = range(60)
WHERE = {
    "annex": "某市收费条例\n第一条　按照附件收费。\n附件：\n收费表\n{}\n",
    "article": "某市收费条例\n第一条　按照下表收费：\n{}\n第二条　本条例自公布之日起施行。\n",
    "only": "某市收费条例\n第一条　收费表：\n{}\n",
}


def rows_of(seed: int) -> list[list[str]]:
    """A table of which each row has an empty cell beside a full one."""
    dice = random.Random(seed)
    wide = dice.randint(3, 6)
    rows = [[f"栏目{column}" for column in range(wide)]]
    for _ in range(dice.randint(1, 6)):
        row = [dice.choice(VALUES) if dice.random() < 0.6 else "" for _ in range(wide)]
        at = dice.randrange(wide - 1)
        row[at : at + 2] = dice.sample([dice.choice(VALUES), ""], 2)
        row[0 if at else -1] = dice.choice(VALUES)
        rows.append(row)
    return rows


def moved(rows: list[list[str]], seed: int) -> tuple[list[list[str]], str]:
    """The table with one value pushed into the empty cell beside it, and the value."""
    dice = random.Random(seed)
    places = [
        (at, one, other)
        for at, row in enumerate(rows)
        for one, other in permutations(range(len(row)), 2)
        if abs(one - other) == 1 and row[one] and not row[other]
    ]
    at, one, other = dice.choice(places)
    changed = [list(row) for row in rows]
    changed[at][other], changed[at][one] = changed[at][one], ""
    return changed, rows[at][one]


def lines(rows: list[list[str]], gap: str = "\t") -> str:
    return "\n".join(gap.join(row).rstrip() for row in rows)


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_value_in_another_column_is_an_amendment(seed, where):
    rows = rows_of(seed)
    changed, value = moved(rows, seed)
    old, new = WHERE[where].format(lines(rows)), WHERE[where].format(lines(changed))
    comparison = compare(old, new)
    amended = [row for row in (*comparison.rows, *comparison.other) if row.changed]
    assert [row.kind for row in amended] == ["amended"]
    (row,) = amended
    assert "".join(words for op, words in row.ops if op != "insert") == row.old_text
    assert "".join(words for op, words in row.ops if op != "delete") == row.new_text
    for side, text in zip(marked(row), (row.old_text, row.new_text), strict=True):
        assert "".join(piece.words for piece in side) == text
        assert any(value in piece.words for piece in side if piece.changed)
    assert "栏" in remark(row)
    assert concordance([old, new]).threads[-1 if where == "annex" else 1].changed


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_that_one_text_has_with_spaces_say_the_same(seed):
    rows = rows_of(seed)
    old = WHERE["article"].format(lines(rows))
    for new in (old.replace("\t", "　"), old.replace("\t", " "), old.replace("第一条　", "第一条\t")):
        comparison = compare(old, new)
        assert not [row for row in (*comparison.rows, *comparison.other) if row.changed]
        assert not [
            piece for row in comparison.rows for side in marked(row) for piece in side if piece.changed
        ]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_stays_in_another_column(seed):
    dice = random.Random(seed)
    old, new = rows_of(seed), moved(moved(rows_of(seed), seed)[0], seed + 1)[0]
    new[dice.randrange(len(new))][-1] = "另行规定"
    ops = word_ops(lines(old), lines(new))
    at = {"delete": 0, "insert": 0}
    for op, words in ops:
        if op == "equal":
            for text, start in ((lines(old), at["delete"]), (lines(new), at["insert"])):
                assert text[start : start + len(words)] == words
            columns = [
                text[text.rfind("\n", 0, start) + 1 : start].count("\t")
                for text, start in ((lines(old), at["delete"]), (lines(new), at["insert"]))
            ]
            assert columns[0] == columns[1] or words.startswith("\n")
        for side in at:
            at[side] += len(words) if op in ("equal", side) else 0


@pytest.mark.filterwarnings("always")
def test_versions_of_a_draft_tell_it_of_the_first_column_too(tmp_path, capsys):
    rows = [["类别", "事项", "金额"], ["甲", "登记", ""], ["乙", "变更", "10元"]]
    (tmp_path / "gitconfig").write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
    with chdir(tmp_path), pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
        main(["init", "."])
        for stage, row in (("一审", rows[1]), ("二审", ["", "甲", "登记"])):
            file = docx.Document()
            for line in ("某市收费条例", "第一条　按照附件收费。", "附件：", "收费表"):
                file.add_paragraph(line)
            table = file.add_table(3, 3)
            for cells, words in zip(table.rows, (rows[0], row, rows[2]), strict=True):
                for cell, said in zip(cells.cells, words, strict=True):
                    cell.text = said
            file.save(f"{stage}.docx")
            main(["import", f"{stage}.docx", "--draft", "fees", "--stage", stage, "--date", "2020-01-01"])
        capsys.readouterr()
        assert main(["diff", "fees", "一审", "二审", "--exit-code"]) == 1
        assert "登记" in capsys.readouterr().out
