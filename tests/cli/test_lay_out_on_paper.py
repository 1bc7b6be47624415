"""What `diff` and `compare` put on paper: the options of both, the office's settings, small amendments, PDF."""

from __future__ import annotations

import html
import io
import shutil
import sys
import zipfile
from contextlib import chdir
from pathlib import Path

import click
import docx
import pytest
from lxml import etree

from lawtrack.cli import main
from lawtrack.cli.drafts import diff
from lawtrack.cli.root import lawtrack
from lawtrack.cli.texts import compare
from lawtrack.errors import UnusableInput
from lawtrack.formats import Layout
from lawtrack.formats.pdf.page_ends import lines_alone
from lawtrack.formats.pdf.printed_rows import printed_rows
from lawtrack.formats.pdf.printing import PrintingWarning, print_pages, word_table
from lawtrack.formats.word.office import soffice

ROOT = Path(__file__).resolve().parents[2]
LONG = "某市示例条例\n" + "".join(f"第{at}条　第{at}项工作由第{at}个部门负责办理。\n" for at in range(1, 41))
TORN = "某市示例条例\n" + "".join(
    f"第{at}条　{'办事机构应当自收到材料之日起三日内答复，并说明理由。' * (at % 5 + 2)}\n"
    for at in range(1, 31)
)
AMENDED = LONG.replace("第7个部门负责办理", "第7个部门督促改正")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A workspace with two versions of a draft in which one article changed."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch, chdir(folder):
        patch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
        (folder / "gitconfig").write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
        assert main(["init", "."]) == 0
        for name, text, stage, day in (
            ("a", LONG, "一审", "2020-07-30"),
            ("b", AMENDED, "二审", "2020-08-28"),
        ):
            Path(f"{name}.txt").write_text(text, encoding="utf-8")
            assert main(["import", f"{name}.txt", "--draft", "draft", "--stage", stage, "--date", day]) == 0
    return folder


@pytest.fixture
def here(made, tmp_path, monkeypatch):
    """A copy of that workspace, in which the test works."""
    folder = tmp_path / "here"
    shutil.copytree(made, folder)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
    monkeypatch.setenv("LAWTRACK_LANG", "zh")
    monkeypatch.chdir(folder)
    return folder


def part(path, name):
    return zipfile.ZipFile(io.BytesIO(path.read_bytes())).read(name).decode()


def words(path):
    return "\n".join(cell.text for row in docx.Document(str(path)).tables[0].rows for cell in row.cells)


def test_diff_names_the_columns_by_stage_and_day(here):
    assert main(["diff", "draft", "一审", "二审", "-o", "表.docx", "--all"]) == 0
    head = part(here / "表.docx", "word/document.xml")
    assert "一审 2020年7月30日" in head
    assert "2020-07-30" not in head


def test_a_small_amendment_is_printed_without_the_rest_and_says_so(here, capsys):
    assert main(["diff", "draft", "一审", "二审", "-o", "表.docx"]) == 0
    assert "--all" in capsys.readouterr().err
    assert "第9项工作" not in words(here / "表.docx")
    assert main(["diff", "draft", "一审", "二审", "-o", "表.docx", "--all"]) == 0
    assert "--all" not in capsys.readouterr().err
    assert "第9项工作" in words(here / "表.docx")


def test_diff_writes_tracked_changes_signed_by_the_version(here):
    assert main(["diff", "draft", "一审", "二审", "-o", "修订.docx", "--tracked"]) == 0
    xml = part(here / "修订.docx", "word/document.xml")
    assert 'w:author="李娜"' in xml
    assert 'w:date="2020-08-28T00:00:00Z"' in xml


def test_the_office_has_its_mark_and_its_fonts_on_every_page(here):
    (here / "layout.yaml").write_text(
        "mark: 内部资料\nfonts:\n  仿宋_GB2312: 华文仿宋\nmarks: frame\n", encoding="utf-8"
    )
    assert main(["diff", "draft", "一审", "二审", "-o", "表.docx"]) == 0
    assert "内部资料" in part(here / "表.docx", "word/header1.xml")
    assert "华文仿宋" in part(here / "表.docx", "word/styles.xml")
    assert "仿宋_GB2312" not in part(here / "表.docx", "word/styles.xml")
    assert "w:bdr" in part(here / "表.docx", "word/document.xml")


def test_diff_can_what_compare_can():
    """Both take the same options, but for what chooses the texts: files and their instruments, a workspace."""
    chosen = {"old", "new", "title", "slug", "place"}
    told = [
        {
            (each.name, tuple(each.opts), each.type.name, each.default)
            for each in command.params
            if each.name not in chosen
        }
        for command in (compare, diff)
    ]
    assert told[0] == told[1]
    assert len(told[0]) >= 11


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--changed-only"], False), (["--all"], True), (["--marks", "frame", "--all"], True), (["--noise"], False),
        (["--trust", "0.9", "--all"], True), (["--name", "旧", "--name", "新"], False),
        (["--columns", "现行,草案", "--all"], True), (["--tracked"], True),
    ],
)  # fmt: skip
def test_an_option_does_the_same_to_two_files_and_to_two_versions(here, options, kept):
    named = ["--name", "旧", "--name", "新"] if "--name" not in options else []
    for ending in ("docx", "xlsx") if "--tracked" not in options else ("docx",):
        paths = here / f"f.{ending}", here / f"v.{ending}"
        assert main(["compare", "a.txt", "b.txt", "-o", paths[0].name, *options, *named]) == 0
        assert main(["diff", "draft", "一审", "二审", "-o", paths[1].name, *options, *named]) == 0
        texts = [_strings(path) for path in paths]
        assert texts[0] == texts[1]
        if ending == "docx":
            assert ("第九项工作" in texts[0] or "第9项工作" in texts[0]) is kept


def _strings(path):
    """The words of a file's body, without what tells the source."""
    name = "word/document.xml" if path.suffix == ".docx" else "xl/worksheets/sheet1.xml"
    words = etree.fromstring(part(path, name).encode()).iterfind(".//{*}t")
    return "\n".join(one.text or "" for one in words)


OTHERS = {
    "parse": ["parse", "b.txt", "-o", "x.docx"],
    "concordance": ["concordance", "a.txt", "b.txt", "-o", "x.docx"],
    "decision": ["amend", "write", "a.txt", "b.txt", "-o", "x.docx"],
    "merge": ["merge", "a.txt", "a.txt", "b.txt", "-o", "x.docx"],
    "duties": ["duties", "b.txt", "-o", "x.docx"],
    "opinions": ["opinion", "export", "draft", "-o", "x.docx"],
    "form": ["document", "征求意见表", "draft", "-o", "x.docx"],
    "plan": ["plan", "status", "--plan", "plans/2020.yaml", "--as-of", "2020-09-01", "-o", "x.docx"],
    "sheet": ["plan", "status", "--plan", "plans/2020.yaml", "--as-of", "2020-09-01", "-o", "x.xlsx"],
}


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("named", [False, True])
def test_every_command_honours_the_layout_of_the_workspace_or_the_file_that_is_named(here, kind, named):
    (here / "plans").mkdir(exist_ok=True)
    (here / "plans" / "2020.yaml").write_bytes((ROOT / "plans" / "2020.yaml").read_bytes())
    (here / "layout.yaml").write_text("mark: 工作区的标记\n", encoding="utf-8")
    (here / "other.yaml").write_text("mark: 另一个标记\nfonts: {仿宋_GB2312: 某仿宋}\n", encoding="utf-8")
    command = OTHERS[kind]
    assert main([*command, *(["--layout", "other.yaml"] if named and kind != "decision" else [])]) in (0, 1)
    file = here / command[-1]
    words = "".join(
        zipfile.ZipFile(file).read(name).decode()
        for name in zipfile.ZipFile(file).namelist()
        if name.endswith(".xml")
    )
    words = html.unescape(words)
    takes = named and kind != "decision"  # --layout of `amend write` is that of a package
    assert ("另一个标记" in words, "工作区的标记" in words) == (takes, not takes)
    assert kind == "sheet" or ("某仿宋" in words) is takes


def test_whatever_writes_a_file_takes_a_layout():
    for path, command in _commands(lawtrack, ()):
        writes = any(
            "-o" in one.opts and ".docx" in (getattr(one, "help", "") or "") for one in command.params
        )
        assert not writes or any("--layout" in one.opts for one in command.params), path


def _commands(command, path):
    yield path, command
    for name in command.list_commands(click.Context(command)) if isinstance(command, click.Group) else ():
        yield from _commands(command.get_command(click.Context(command), name), (*path, name))


def test_a_wrong_layout_file_is_told_with_its_line(here, capsys):
    (here / "layout.yaml").write_text("mark: 内部资料\npaper: A5\n", encoding="utf-8")
    assert main(["diff", "draft", "一审", "二审", "-o", "表.docx"]) == 2
    told = capsys.readouterr().err
    assert "layout.yaml 第 2 行" in told
    assert "A3" in told


def test_the_file_knows_the_versions_that_it_was_made_from(here):
    assert main(["diff", "draft", "一审", "二审", "-o", "表.docx"]) == 0
    told = part(here / "表.docx", "docProps/custom.xml")
    assert "lawtrack-versions" in told
    assert "lawtrack-draft" in told


@pytest.mark.office
@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_what_has_a_word_file_has_a_pdf_without_a_line_alone(here, monkeypatch):
    """Where a row would be torn with one line left behind, the page ends elsewhere; without pypdfium2 that is told."""
    Path("c.txt").write_text(TORN, encoding="utf-8")
    Path("d.txt").write_text(TORN.replace("三日", "五日"), encoding="utf-8")
    command = ["compare", "c.txt", "d.txt", "--all", "-o"]
    assert main([*command, "表.docx"]) == main([*command, "表.pdf"]) == 0
    table = word_table(Path("表.docx").read_bytes())
    assert table is not None
    printed = printed_rows(Path("表.pdf").read_bytes(), table)
    assert printed is not None
    assert len({part.page for parts in printed for part in parts}) > 2
    assert lines_alone(table, printed) == 0
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setattr("lawtrack.formats.pdf.printing.convert", lambda *_told, **_more: b"%PDF-1.7")
    with pytest.warns(PrintingWarning, match=r"lawtrack\[pdf\]"):
        print_pages(Path("表.docx").read_bytes(), "表.pdf")


def test_a_pdf_without_libreoffice_says_what_to_do(here, capsys, monkeypatch):
    monkeypatch.setattr("lawtrack.formats.word.office.soffice", lambda: None)
    assert main(["compare", "a.txt", "b.txt", "-o", "表.pdf"]) != 0
    assert "LibreOffice" in capsys.readouterr().err


def test_the_columns_of_the_table_are_ones_own(here, capsys):
    asked = "上位法依据,现行,草案,修改理由"
    assert main(["diff", "draft", "一审", "二审", "-o", "表.docx", "--columns", asked]) == 0
    rows = [[cell.text for cell in row.cells] for row in docx.Document(str(here / "表.docx")).tables[0].rows]
    assert rows[0] == ["上位法依据", "现行\n一审 2020年7月30日", "草案\n二审 2020年8月28日", "修改理由"]
    assert any((row[0] == row[3] == "" and row[1].startswith("第七条")) or "第7条" in row[1] for row in rows)
    assert main(["diff", "draft", "一审", "二审", "-o", "表.docx", "--columns", "现行,预算"]) == 2
    assert "上位法依据" in capsys.readouterr().err


def test_the_values_of_a_layout_are_checked():
    for wrong in ({"marks": "color"}, {"columns": ("budget",)}):
        with pytest.raises(UnusableInput) as refusal:
            Layout(**wrong)
        assert refusal.value.code == "formats.no-value"
        assert "print" in str(refusal.value) or "basis" in str(refusal.value)


@pytest.mark.parametrize("told", [[], ["listed"], ["running"]])
def test_a_decision_is_laid_out_as_the_file_says_which_layout_names(told, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("ours.yaml").write_text("mark: 内部资料\n", encoding="utf-8")
    Path("a.txt").write_text("某市条例\n第一条　公园开放。\n第二条　公园免费。\n", encoding="utf-8")
    Path("b.txt").write_text("某市条例\n第一条　公园全天开放。\n第二条　公园免费。\n", encoding="utf-8")
    options = [word for value in ("ours.yaml", *told) for word in ("--layout", value)]
    assert main(["amend", "write", "a.txt", "b.txt", "-o", "d.docx", *options]) == 0
    with zipfile.ZipFile("d.docx") as package:
        heads = [package.read(name).decode() for name in package.namelist() if "header" in name]
    assert any("内部资料" in head for head in heads)
    assert main(["amend", "write", "a.txt", "b.txt", "--layout", "none.yaml"]) == 2
