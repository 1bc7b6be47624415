"""How tables lay is kept beside the text: exact in every document, through merges, hand edits and old workspaces."""

from __future__ import annotations

import random

import pytest

from lawtrack.cli import main
from lawtrack.compare import compare
from lawtrack.drafts import Author, Table, read_table, table_path, tables_folder, write_table
from lawtrack.errors import InvalidRecord
from lawtrack.formats import Layout, read_data, read_tables_data
from lawtrack.formats.grids import Cell, Grid
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.law import parse
from lawtrack.store import Workspace
from tests.formats.test_keep_tables import made, near, shape

SEEDS = range(5)
LI = Author("李娜", "li@example.cn")
WORDS = [
    "登记",
    "",
    "每100m²",
    "他说：“可以”",
    "- 甲",
    "# 乙",
    "null",
    "100",
    "甲\n乙",
    "{a: b}",
    "\x85\u2028",
    "'",
    "~",
]


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("LAWTRACK_LANG", "zh")
    return Workspace.create(tmp_path / "space", author=LI)


def brought(workspace, seed, change="", stage="一审", day="2020-07-30"):
    """A Word file with a table, imported."""
    read = read_data(made(seed, change), "a.docx")
    version = workspace.import_version(
        "fees", read.text, stage=stage, date=day, author=LI, tables=read.tables
    )
    return version, read


def copied(workspace, version):
    """The table in the Word copy that is made from the workspace."""
    layout = Layout(tables=workspace.tables(version))
    return read_tables_data(docx_bytes(workspace.instrument(version), layout), "b.docx").tables[0]


@pytest.mark.parametrize("seed", range(60))
def test_a_table_comes_back_from_its_file(seed):
    dice = random.Random(seed)
    grid, wide = Grid(), dice.randint(1, 5)
    for _ in range(dice.randint(1, 6)):
        grid.add(
            [Cell(dice.choice(WORDS), dice.choice((1, 1, 2)), dice.choice((1, 1, 2, 3))) for _ in range(wide)]
        )
    table = grid.table(widths=[dice.randint(1, 9000) for _ in range(len(max(grid.rows, key=len)))])
    assert read_table(write_table(table), "tables/1.yaml") == table
    assert write_table(read_table(write_table(table), "t.yaml")) == write_table(table)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_copy_from_the_workspace_has_the_table_of_the_file_that_was_imported(workspace, seed):
    version, read = brought(workspace, seed)
    assert near(shape(copied(workspace, version)), shape(read.tables[0]))
    assert workspace.verify() == ()


def test_the_text_is_the_same_with_and_without_tables(workspace):
    version, read = brought(workspace, 3)
    bare = workspace.import_version("bare", read.text, stage="一审", date="2020-07-30", author=LI)
    assert workspace.text(version) == workspace.text(bare)
    assert workspace.tables(bare) == ()


@pytest.mark.parametrize("seed", range(12))
def test_a_row_that_was_edited_by_hand_stays_over_its_columns(seed):
    read = read_data(made(seed), "a.docx")
    before = read.tables[0]
    for at in range(len(before.rows)):
        row = before.line(at)
        if "\t" not in row and not 0 < at < len(before.rows) - 1:
            continue  # the words of one cell at the end: nothing says that they are a row
        first, tab, _ = row.rpartition("\t")
        text = read.text.replace(row, f"{first}{tab}已调整")
        after = read_tables_data(docx_bytes(parse(text), Layout(tables=read.tables)), "b.docx").tables[0]
        assert "已调整" in after.rows[at]
        assert near(([], *shape(after)[1:]), ([], *shape(before)[1:]))


def test_a_new_file_takes_the_place_of_the_old_table_and_restoring_brings_it_back(workspace):
    first, old = brought(workspace, 5)
    wider = read_data(made(5), "a.docx").tables[0]
    wider = Table(
        wider.name,
        wider.rows,
        wider.spread,
        wider.below,
        tuple(100 * (at + 1) for at in range(len(wider.widths))),
    )
    changed = old.text.replace("为了收费", "为了规范收费")
    second = workspace.import_version(
        "fees", changed, stage="二审", date="2020-08-28", author=LI, tables=(wider,)
    )
    assert workspace.tables(second) == (wider,)
    back = workspace.restore("fees", first.sha, author=LI)
    assert workspace.tables(back) == workspace.tables(first)
    assert workspace.tables(second) == (wider,)


def test_a_table_that_left_the_text_leaves_the_folder(workspace):
    version, read = brought(workspace, 5)
    text = "\n".join(
        line for line in workspace.text(version).split("\n") if line.strip() not in read.tables[0].lines
    )
    saved = workspace.save("fees", text, stage="二审", date="2020-08-28", author=LI)
    assert workspace.tables(saved) == ()
    assert not list((workspace.root / tables_folder("fees")).glob("*"))


def test_two_branches_with_other_tables_are_merged_by_git_without_a_conflict(workspace):
    brought(workspace, 5)
    run = workspace.repository.run
    trunk = run("rev-parse", "HEAD").decode().strip()
    brought(workspace, 5, "甲方改", "二审", "2020-08-01")
    mine = run("rev-parse", "HEAD").decode().strip()
    run("checkout", "-q", "-b", "other", trunk)
    read = read_data(made(5), "a.docx")
    text = read.text.replace("为了收费", "为了规范收费")
    table = Table(
        "",
        read.tables[0].rows,
        read.tables[0].spread,
        read.tables[0].below,
        tuple(range(1, len(read.tables[0].widths) + 1)),
    )
    theirs = workspace.import_version(
        "fees", text, stage="三审", date="2020-08-02", author=LI, tables=(table,)
    )
    run("branch", "-q", "first", mine)
    merged, done, _ = workspace.merge("fees", theirs.sha, "first", author=LI)
    assert done.complete
    assert merged is not None
    shown = copied(workspace, merged)
    assert shown.rows[-1][-1] == "甲方改"
    assert shape(shown)[1:3] == shape(read.tables[0])[1:3]


def test_a_broken_file_is_named_and_keeps_nobody_from_saving(workspace):
    version, _ = brought(workspace, 5)
    (path,) = (workspace.root / tables_folder("fees")).glob("*")
    workspace.commit_files({tables_folder("fees") + path.name: b"rows: 3\n"}, "x\n", author=LI)
    text = workspace.text(version).replace("为了收费", "为了规范收费")
    saved = workspace.save("fees", text, stage="二审", date="2020-08-28", author=LI)
    with pytest.raises(InvalidRecord, match=path.name):
        workspace.tables(saved)


@pytest.mark.filterwarnings("always")
def test_commands_keep_the_shape_from_import_to_paper(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").write_bytes(made(5))
    (tmp_path / "b.docx").write_bytes(made(5, "已调整"))
    assert main(["init", "."]) == 0
    for name, stage, day in (("a", "一审", "2020-07-30"), ("b", "二审", "2020-08-28")):
        assert main(["import", f"{name}.docx", "--draft", "fees", "--stage", stage, "--date", day]) == 0
    assert main(["diff", "fees", "一审", "二审", "-o", "t.docx", "--tracked"]) == 0
    assert main(["parse", "drafts/fees/text.md", "-o", "c.docx"]) == 0
    before = read_tables_data((tmp_path / "b.docx").read_bytes(), "b.docx").tables[0]
    for name in ("t", "c"):
        after = read_tables_data((tmp_path / f"{name}.docx").read_bytes(), "x.docx").tables[0]
        assert near(shape(after), shape(before))


def test_what_is_compared_does_not_depend_on_the_tables(workspace):
    first, _ = brought(workspace, 5)
    second, _ = brought(workspace, 5, "已调整", "二审", "2020-08-28")
    rows = compare(*map(workspace.instrument, (first, second))).to_dict()
    again = compare(*(workspace.text(one) for one in (first, second))).to_dict()
    assert rows == again
    assert all(table_path("fees", table).endswith(".yaml") for table in workspace.tables(second))
