"""By command line alone: a 征求意见表 goes out, two units fill it in as one does in Word, it comes back, a report follows."""

from __future__ import annotations

from contextlib import chdir

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lawtrack.cli import main

DRAFT = (
    "某市公园条例（草案）\n第一章　总则\n第一条　为了保护公园，制定本条例。\n第二条　公园免费开放。\n第二章　管理\n"
    "第三条　公园管理机构负责日常管理。\n第四条　禁止在公园内焚烧树叶。\n附件：\n时间表\n季节\t开门\t关门\n夏季\t五时\t二十二时\n"
)


def run(*words):
    return main(list(words))


def tracked(cell, words, author):
    """Words added in a cell while Word tracked changes, a mark at the end of its paragraph and all."""
    mark = OxmlElement("w:ins")
    mark.set(qn("w:id"), "900")
    mark.set(qn("w:author"), author)
    mark.set(qn("w:date"), "2020-08-01T09:00:00Z")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    mark.append(run)
    cell.paragraphs[0]._p.append(mark)


def fill(name, unit, opinions, changed=None):
    file = docx.Document("征求意见表.docx")
    line = next(one for one in file.paragraphs if "反馈单位" in one.text)
    line.runs[0].text = line.text.replace("反馈单位：", f"反馈单位：{unit}")
    for row in file.tables[0].rows:
        if row.cells[1].text in opinions:
            row.cells[3].text, row.cells[4].text = opinions[row.cells[1].text]
        if changed and row.cells[1].text == changed[0]:
            tracked(row.cells[2], changed[1], unit)
    file.save(name)


@pytest.mark.filterwarnings("always")
def test_a_form_goes_out_is_filled_in_and_comes_back(tmp_path, capsys, monkeypatch):
    (tmp_path / "gitconfig").write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("LAWTRACK_LANG", "zh")
    with chdir(tmp_path):
        assert run("init", ".") == 0
        (tmp_path / "一审.txt").write_text(DRAFT, encoding="utf-8")
        (tmp_path / "二审.txt").write_text(DRAFT.replace("焚烧树叶", "焚烧树叶和垃圾"), encoding="utf-8")
        assert run("import", "一审.txt", "--draft", "park", "--stage", "一审", "--date", "2020-07-30") == 0
        assert run("document", "征求意见表", "park", "-o", "征求意见表.docx") == 0
        assert run("import", "二审.txt", "--draft", "park", "--stage", "二审", "--date", "2020-08-28") == 0
        fill(
            "财政.docx",
            "市财政局",
            {"第二条": ("建议写明经费。", "免费开放需要保障。"), "附件": ("建议写冬季。", "")},
        )
        fill("公安.docx", "市公安局", {"第四条": ("建议增加处罚。", "")}, ("第三条", "公安机关予以配合。"))
        fill("空.docx", "市审计局", {})
        capsys.readouterr()
        assert run("opinion", "import", "park", "财政.docx") == 0
        said = capsys.readouterr()
        assert "2" in said.out
        assert not said.err.strip()
        assert run("opinion", "import", "park", "公安.docx") == 0
        said = capsys.readouterr()
        assert "第三条：" in said.err
        assert "公安机关予以配合。" in said.err
        assert "一审" in said.err
        assert run("opinion", "import", "park", "空.docx") == 2
        assert "没有填写" in capsys.readouterr().err
        assert run("opinion", "import", "park", "财政.docx") == 0  # twice the same file: nothing twice
        assert "新增 0 条" in capsys.readouterr().out
        assert run("opinion", "export", "park", "-o", "采纳情况表.docx") == 0
        table = docx.Document("采纳情况表.docx").tables[0]
        words = ["　".join(cell.text for cell in row.cells) for row in table.rows]
        for clause, unit in (("第二条", "市财政局"), ("第四条", "市公安局"), ("附件", "市财政局")):
            assert sum(clause in row and unit in row for row in words) == 1
