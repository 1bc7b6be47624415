"""The documents of the procedure: out from what is recorded, filled in by others, and back by version and clause."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import docx
import pytest

from lawtrack.cli import main
from lawtrack.formats import DOCUMENTS, read_data, read_opinions
from lawtrack.formats.procedure.templates import filled_template
from tests.texts import FIRST, SECOND


def settle_in(folder, monkeypatch):
    """Somebody at work in the folder."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
    monkeypatch.setenv("LAWTRACK_LANG", "zh")
    monkeypatch.chdir(folder)


def two_versions(folder):
    """A workspace with two versions of a draft."""
    (folder / "gitconfig").write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        settle_in(folder, patch)
        assert main(["init", "."]) == 0
        for name, text, stage, day in (
            ("a", FIRST, "一审", "2020-07-30"),
            ("b", SECOND, "二审", "2020-08-28"),
        ):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            meeting = f"某市第十四届人大常委会第{'三十' if name == 'b' else '二十九'}次会议"
            told = ["--draft", "smoke", "--stage", stage, "--date", day, "--meeting", meeting]
            assert main(["import", f"{name}.txt", *told]) == 0


@pytest.fixture
def here(tmp_path, monkeypatch, once):
    """A copy of what `two_versions` makes."""
    settle_in(shutil.copytree(once("two-versions", two_versions), tmp_path, dirs_exist_ok=True), monkeypatch)
    return tmp_path


def words(path):
    return read_data(path.read_bytes(), path.name, as_shown=True).text


def part(path, name):
    return zipfile.ZipFile(io.BytesIO(path.read_bytes())).read(name).decode()


@pytest.mark.parametrize("kind", [*DOCUMENTS, *DOCUMENTS.values()])
def test_every_kind_is_written_by_either_name_and_the_same_each_time(here, kind):
    for name in ("a.docx", "b.docx"):
        assert main(["document", kind, "smoke", "-o", name]) == 0
    assert (here / "a.docx").read_bytes() == (here / "b.docx").read_bytes()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_no_machine_text_is_printed(here, kind):
    assert main(["document", kind, "smoke", "-o", "a.docx"]) == 0
    told = words(here / "a.docx")
    assert not re.search(r"[0-9a-f]{7,}|\d{4}-\d\d|art_\d|lawtrack|None|\bsmoke\b", told)


def test_a_kind_that_there_is_not_is_told_with_those_that_there_are(here, capsys):
    assert main(["document", "说明书", "smoke", "-o", "a.docx"]) == 2
    assert "征求意见表" in capsys.readouterr().err


@pytest.mark.parametrize(("kind", "column"), [("征求意见表", 3), ("审议意见表", 3)])
def test_a_form_goes_out_is_filled_in_and_comes_back_on_its_version(here, kind, column, capsys):
    assert main(["document", kind, "smoke", "--to", "一审", "-o", "表.docx"]) == 0
    form = docx.Document(str(here / "表.docx"))
    table = form.tables[0]
    row = next(row for row in table.rows if row.cells[1].text == "第二条")
    row.cells[column].text = "建议明确由哪个部门负责。"
    row.cells[column + 1].text = "避免职责不清"
    form.save(str(here / "回.docx"))
    found = read_opinions(here / "回.docx", "某区人民政府")
    assert [(one.clause, one.text, one.grounds, one.source) for one in found.received] == [
        ("第二条", "建议明确由哪个部门负责。", "避免职责不清", "某区人民政府")
    ]
    assert found.leftovers == ()
    capsys.readouterr()
    assert main(["opinion", "import", "smoke", "回.docx", "--source", "某区人民政府"]) == 0
    assert main(["opinion", "list", "smoke", "--json"]) == 0
    told = capsys.readouterr().out
    assert '"art_2"' in told or "第二条" in told
    assert "first-reading" in told  # the version that the form asked about, not the last one


def test_the_marked_text_has_both_texts_and_says_what_moved(here):
    assert main(["document", "花脸稿", "smoke", "-o", "a.docx"]) == 0
    told = words(here / "a.docx")
    assert "本市室内公共场所禁止吸烟" in told
    assert "w:shd" in part(here / "a.docx", "word/document.xml")


def test_the_report_has_what_is_known_and_marks_the_rest(here):
    assert main(["document", "审议结果的报告", "smoke", "-o", "a.docx"]) == 0
    told = words(here / "a.docx")
    assert "第二十九次会议对《某市控制吸烟条例》进行了一审" in told
    assert "新增一条" in told
    assert "【待写" in told
    assert main(["document", "草案说明", "smoke", "-o", "b.docx"]) == 0
    assert "第一章总则（第一条至第五条）" in words(here / "b.docx")


def test_nothing_is_guessed_for_the_filing(here):
    assert main(["document", "备案报告", "smoke", "-o", "a.docx"]) == 0
    told = words(here / "a.docx")
    assert "【批准日期】" in told
    assert "自2020年12月1日起施行" in told


def template(path, *lines):
    made = docx.Document()
    for line in lines:
        paragraph = made.add_paragraph()
        for piece in line:
            paragraph.add_run(piece).bold = True
    made.save(str(path))


def with_footnote(path, words):
    """Give a Word file a part of footnotes with one of these words, as Word does."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).decode("latin-1") for name in package.namelist()}
    kind = "officeDocument/2006/relationships/footnotes"
    space = "http://schemas.openxmlformats.org"
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
    notes = f'<w:footnotes xmlns:w="{space}/wordprocessingml/2006/main">{note}</w:footnotes>'
    parts["word/footnotes.xml"] = notes.encode().decode("latin-1")
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    added = {
        "[Content_Types].xml": f'<Override PartName="/word/footnotes.xml" ContentType="{part}"/></Types>',
        "word/_rels/document.xml.rels": f'<Relationship Id="n" Type="{space}/{kind}" Target="footnotes.xml"/></Relationships>',
    }
    for name, more in added.items():
        parts[name] = parts[name].replace("</" + more.rpartition("</")[2], more)
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data.encode("latin-1"))


def test_the_offices_own_template_is_filled_even_where_word_cut_a_field_into_runs(here):
    template(
        here / "模板.docx",
        ["关于《{{名", "称}}》的报告"],
        ["共{{条数}}条，", "{{批准日期}}批准"],
        ["保持原样"],
    )
    assert main(["document", "备案报告", "smoke", "-o", "a.docx", "--template", "模板.docx"]) == 0
    made = docx.Document(str(here / "a.docx"))
    assert [paragraph.text for paragraph in made.paragraphs] == [
        "关于《某市控制吸烟条例》的报告", "共五条，【批准日期】批准", "保持原样",
    ]  # fmt: skip
    assert all(run.bold for paragraph in made.paragraphs for run in paragraph.runs if run.text)


def test_a_template_that_asks_for_what_there_is_not_is_refused(here, capsys):
    template(here / "模板.docx", ["{{市长}}"])
    assert main(["document", "备案报告", "smoke", "-o", "a.docx", "--template", "模板.docx"]) == 2
    told = capsys.readouterr().err
    assert "市长" in told
    assert "条数" in told
    assert not (here / "a.docx").exists()


def test_the_workspace_names_its_templates_once(here):
    (here / "模板").mkdir()
    template(here / "模板" / "备案报告.docx", ["本机关格式：{{名称}}"])
    (here / "layout.yaml").write_text("templates: 模板\n", encoding="utf-8")
    assert main(["document", "filing", "smoke", "-o", "a.docx"]) == 0
    assert words(here / "a.docx").startswith("本机关格式：某市控制吸烟条例")


@pytest.mark.parametrize(
    ("kind", "end"),
    [
        ("草案说明", "的说明"),
        ("修改情况的汇报", "修改情况的汇报"),
        ("审议结果的报告", "审议结果的报告"),
        ("备案报告", "备案的报告"),
    ],
)
def test_a_long_title_breaks_where_its_sense_does(here, kind, end):
    assert main(["document", kind, "smoke", "-o", "a.docx"]) == 0
    title = docx.Document("a.docx").paragraphs[0].text
    assert title.endswith(end)
    first, _, second = title.partition("\n")
    assert (first == "关于" and second.startswith("《")) or second == end or len(title) <= 20
    assert "\n" not in docx.Document("a.docx").core_properties.title


def test_the_table_of_opinions_has_the_title_of_the_version_that_it_is_about(here):
    for stage, title in (("一审稿", "某市甲条例（草案）"), ("二审稿", "某市甲乙条例（草案修改稿）")):
        Path(f"{stage}.txt").write_text(f"{title}\n第一条　为了卫生，制定本条例。\n", encoding="utf-8")
        assert (
            main(["import", f"{stage}.txt", "--draft", "other", "--stage", stage, "--date", "2020-01-01"])
            == 0
        )
        if stage == "一审稿":
            assert (
                main(["opinion", "add", "other", "建议写明目的。", "--clause", "第一条", "--source", "某局"])
                == 0
            )
        assert main(["opinion", "export", "other", "-o", "表.docx"]) == 0
        assert title in docx.Document("表.docx").paragraphs[0].text


def test_fields_in_tables_heads_and_feet_are_filled_and_lines_stay_in_order(here):
    made = docx.Document()
    made.sections[0].header.paragraphs[0].add_run("{{名").font.bold = True
    made.sections[0].header.paragraphs[0].add_run("称}}（{{条数}}条）")
    made.sections[0].footer.paragraphs[0].text = "{{稿次}}"
    made.add_table(1, 1).cell(0, 0).text = "前{{章节结构}}后{{提示}}末"
    made.save("模板.docx")
    with_footnote(Path("模板.docx"), "注：{{章节结构}}；{{名称}}")
    assert main(["document", "备案报告", "smoke", "-o", "a.docx", "--template", "模板.docx"]) == 0
    filled = docx.Document("a.docx")
    note = zipfile.ZipFile("a.docx").read("word/footnotes.xml").decode()
    assert "；某市控制吸烟条例</w:t>" in note
    assert "{" not in note
    assert filled.sections[0].header.paragraphs[0].text == "某市控制吸烟条例（五条）"
    assert filled.sections[0].footer.paragraphs[0].text not in ("", "{{稿次}}")
    told = [paragraph.text for paragraph in filled.tables[0].cell(0, 0).paragraphs]
    assert told[0].startswith("前")
    assert told[-1].endswith("末")
    assert "后" in "".join(told)
    assert not any("\n" in line or "{" in line for line in told)
    fields = {"章节结构": "一\n二\n三", "提示": "四\n五", "名称": "甲", "条数": "五", "稿次": "乙"}
    filled = docx.Document(io.BytesIO(filled_template("模板.docx", fields)))
    told = [paragraph.text for paragraph in filled.tables[0].cell(0, 0).paragraphs]
    assert told == ["前一", "二", "三后四", "五末"]


@pytest.mark.parametrize("words", ["{{名称}", "{名称}}", "｛｛名称｝｝", "共{{条数}}条，{{名称"])
def test_a_field_without_its_braces_is_not_printed(here, words, capsys):
    template(here / "模板.docx", [words])
    assert main(["document", "备案报告", "smoke", "-o", "a.docx", "--template", "模板.docx"]) == 2
    assert "名称" in capsys.readouterr().err
    assert not (here / "a.docx").exists()
