"""A 征求意见表 goes out, is filled in by others, and comes back: by its version, through LibreOffice, empty, or with comments."""

from __future__ import annotations

import io
import random
import re
import zipfile
from copy import deepcopy

import docx
import pytest
from docx.table import _Cell

from lawtrack.drafts import Author
from lawtrack.errors import UnusableInput
from lawtrack.formats import Dossier, Layout, origin_of, read_data, read_opinions_data
from lawtrack.formats.procedure.files import document_docx
from lawtrack.formats.word.office import convert, soffice
from lawtrack.opinions import Usual
from lawtrack.store import Workspace

LI = Author("李娜", "li@example.cn")
DUTIES = [f"第{n}项工作由第{n}个部门负责办理，并公开结果。" for n in "一二三四五六七八九十"]
LABELS = [f"第{n}条" for n in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一")]


def text(duties):
    return "某市示例条例（草案）\n" + "".join(f"{a}　{b}\n" for a, b in zip(LABELS, duties, strict=False))


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """A workspace, the form that went out on its first version, and a second version in which the articles are renumbered."""
    workspace = Workspace.create(tmp_path_factory.mktemp("forms"), author=LI)
    first = workspace.import_version("d", text(DUTIES), stage="一审", date="2020-07-30", author=LI)
    layout = Layout(origin=origin_of("solicitation", (first,)))
    form = document_docx("solicitation", Dossier(workspace.instrument(first), first, layout=layout))
    workspace.import_version(
        "d",
        text([*DUTIES[:2], "新设的职责由市人民政府确定。", *DUTIES[2:]]),
        stage="二审",
        date="2020-08-28",
        author=LI,
    )
    return workspace, form, first


def filled(form, unit, *said, comment=""):
    """The form with a unit's name in its line and opinions (clause, opinion, reason) in its rows."""
    file = docx.Document(io.BytesIO(form))
    line = next(one for one in file.paragraphs if "反馈单位" in one.text)
    line.runs[0].text = line.text.replace("反馈单位：", f"反馈单位：{unit}")
    for row in file.tables[0].rows:
        for clause, opinion, reason in said:
            if row.cells[1].text == clause:
                row.cells[3].text, row.cells[4].text = opinion, reason
    if comment:
        run = file.tables[0].rows[3].cells[2].paragraphs[0].runs[0]
        file.add_comment(run, comment, author="张三")
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


FINANCE = (("第三条", "建议写明经费保障。", "没有经费难以落实。"), ("第七条", "删去“并公开结果”。", ""))
POLICE = (("第三条", "建议明确由公安机关牵头。", "职责需要明确。"), ("第十条", "建议增加一款。", ""))


def told(intake):
    return [(one.clause, one.text, one.grounds, one.source, one.on) for one in intake.received]


def expected(said, unit, version):
    return [(*one, unit, version.sha) for one in said]


def test_two_departments_answer_and_a_renumbered_draft_follows_them(asked):
    workspace, form, first = asked
    opinions = workspace.opinions("d")
    for unit, said in (("市财政局", FINANCE), ("市公安局", POLICE)):
        intake = read_opinions_data(filled(form, unit, *said), "回.docx")
        assert told(intake) == expected(said, unit, first)
        assert intake.leftovers == ()
        opinions.take(intake, Usual(), author=LI)
    rows = opinions.follow(workspace.version("d").sha).rows
    assert {(one.opinion.source, one.opinion.anchor.label, one.label_now) for one in rows} == {
        ("市财政局", "第三条", "第四条"),
        ("市财政局", "第七条", "第八条"),
        ("市公安局", "第三条", "第四条"),
        ("市公安局", "第十条", "第十一条"),
    }


@pytest.mark.office
@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_a_form_that_libreoffice_saved_as_its_own_kind_is_known_by_its_version(asked):
    _, form, first = asked
    odt = convert(filled(form, "市财政局", *FINANCE), ".docx", "a.docx", to="odt")
    assert told(read_opinions_data(odt, "回.odt")) == expected(FINANCE, "市财政局", first)


ANNEXED = text(DUTIES) + "附件：\n收费表\n事项\t下限\t上限\n登记\t10元\t20元\n"


def rewritten(form, words, *, column=2, label="第四条"):
    """The form with `words` written into a row's cell, and one opinion beside another row."""
    file = docx.Document(io.BytesIO(filled(form, "市财政局", FINANCE[0])))
    row = next(row for row in file.tables[0].rows if row.cells[1].text == label)
    row.cells[column].text = words
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


WRITTEN_IN = [
    f"{label}　{words}"
    for label, duty in list(zip(LABELS, DUTIES, strict=False))[3:9]
    for words in (
        duty.replace("公开", "及时公开"),
        duty.replace("，并公开结果", ""),
        duty[:-1] + "，每年一次。",
        "本条删去。",
        duty + "\n逾期的，予以通报。",
    )
]


@pytest.mark.parametrize("words", [*WRITTEN_IN, ""])
def test_words_written_into_the_column_of_the_text_are_told(asked, words):
    workspace, form, _ = asked
    label = words.split("　")[0] or "第四条"
    intake = read_opinions_data(rewritten(form, words, label=label), "回.docx")
    assert len(intake.received) == 1
    draft = Workspace.open(workspace.root).opinions("d")
    (left,) = draft.take(intake, Usual(), author=LI).leftovers
    assert left.words.startswith(f"{label}：")
    assert "条文内容" in left.why
    assert "一审" in left.why
    assert "增：" in left.words or "删：" in left.words


def test_a_form_whose_text_nobody_touched_tells_nothing(asked):
    workspace, form, _ = asked
    taken = workspace.opinions("d").take(
        read_opinions_data(filled(form, "市审计局", *FINANCE), "回.docx"), Usual(), author=LI
    )
    assert taken.leftovers == ()


def test_a_clause_that_somebody_added_to_the_form_is_told(asked):
    workspace, form, _ = asked
    file = docx.Document(io.BytesIO(filled(form, "市财政局", FINANCE[0])))
    cells = file.tables[0].add_row().cells
    cells[1].text, cells[2].text = "第九十条", "第九十条　新设一条。"
    stream = io.BytesIO()
    file.save(stream)
    taken = workspace.opinions("d").take(read_opinions_data(stream.getvalue(), "回.docx"), Usual(), author=LI)
    assert [one.words for one in taken.leftovers] == ["第九十条 第九十条　新设一条。"]


def test_an_annex_has_a_row_and_its_opinions_follow_it(tmp_path):
    workspace = Workspace.create(tmp_path, author=LI)
    first = workspace.import_version("d", ANNEXED, stage="一审", date="2020-07-30", author=LI)
    layout = Layout(origin=origin_of("solicitation", (first,)))
    form = document_docx("solicitation", Dossier(workspace.instrument(first), first, layout=layout))
    intake = read_opinions_data(filled(form, "市财政局", ("附件", "建议降低上限。", "")), "回.docx")
    book = workspace.opinions("d")
    taken = book.take(intake, Usual(), author=LI)
    assert (taken.leftovers, taken.loose) == ((), ())
    for new, fate in (
        (ANNEXED, "unchanged"),
        (ANNEXED.replace("20元", "15元"), "amended"),
        (text(DUTIES), "deleted"),
    ):
        later = new.replace("负责办理", f"办理（{fate}）")
        version = workspace.import_version("d", later, stage="二审", date="2020-08-28", author=LI)
        (row,) = workspace.opinions("d").follow(version.sha).rows
        assert (row.opinion.anchor.label, row.fate) == ("附件", fate)


def without_properties(data):
    """What a program that does not know them leaves: the file without its own properties."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name != "docProps/custom.xml":
                part = old.read(name)
                new.writestr(name, re.sub(rb"<(?:Override|Relationship)[^>]*custom\.xml[^>]*/>", b"", part))
    return stream.getvalue()


def test_a_form_without_its_properties_is_still_a_form(asked):
    _, form, _ = asked
    intake = read_opinions_data(without_properties(filled(form, "市财政局", *FINANCE)), "回.docx")
    assert [one[:4] for one in told(intake)] == [(*one, "市财政局") for one in FINANCE]
    assert intake.leftovers == ()
    with pytest.raises(UnusableInput) as refusal:
        read_opinions_data(without_properties(form), "空.docx")
    assert refusal.value.code == "opinions.empty-form"


@pytest.mark.parametrize("unit", ["", "市财政局"])
def test_an_empty_form_is_neither_opinions_nor_a_text(asked, unit):
    _, form, _ = asked
    data = filled(form, unit) if unit else form
    with pytest.raises(UnusableInput) as refusal:
        read_opinions_data(data, "空.docx")
    assert refusal.value.code == "opinions.empty-form"
    assert "空.docx" in str(refusal.value)
    with pytest.raises(UnusableInput) as refusal:
        read_data(data, "空.docx")
    assert refusal.value.code == "formats.opinions-table"
    assert "第一条" in read_data(data, "空.docx", as_shown=True).text


def test_a_comment_in_a_form_is_told_and_not_passed_over(asked):
    _, form, _ = asked
    intake = read_opinions_data(filled(form, "", *FINANCE, comment="这一条建议再研究。"), "回.docx")
    assert [one.words for one in intake.leftovers] == ["批注（张三）：这一条建议再研究。"]
    assert len(intake.received) == 2


def test_a_text_whose_annex_asks_for_an_opinion_is_still_a_text():
    file = docx.Document()
    for line in ("某市办法", "第一条　为了审批，制定本办法。", "附件：审批表"):
        file.add_paragraph(line)
    table = file.add_table(2, 3)
    for cell, words in zip(table.rows[0].cells, ("条款", "意见", "理由"), strict=True):
        cell.text = words
    stream = io.BytesIO()
    file.save(stream)
    assert "第一条" in read_data(stream.getvalue(), "a.docx").text


@pytest.mark.parametrize("seed", range(12))
def test_columns_in_any_order_and_rows_that_were_added_are_read(seed, asked):
    """Whoever fills in a form moves its columns, takes out 序号, adds a row for a second opinion on a clause."""
    workspace, form, first = asked
    chance = random.Random(seed)
    file = docx.Document(io.BytesIO(filled(form, "某局", (LABELS[1], "建议细化。", "便于执行。"))))
    rows = [row._tr for row in file.tables[0].rows if len(row._tr.tc_lst) == 5]
    order = chance.sample(range(5), 5)
    kept = [at for at in order if at or seed % 3]
    for row in rows:
        cells = list(row.tc_lst)
        for cell in cells:
            row.remove(cell)
        row.extend(cells[at] for at in kept)
    more = deepcopy(rows[2])
    rows[2].addnext(more)
    said = ["", LABELS[1], "", "另建议明确时限。", ""]
    for at, cell in zip(kept, more.tc_lst, strict=True):
        _Cell(cell, file.tables[0]).text = said[at]
    stream = io.BytesIO()
    file.save(stream)
    intake = read_opinions_data(stream.getvalue(), "表.docx")
    assert [(one.clause, one.text, one.grounds, one.on, one.source) for one in intake.received] == [
        (LABELS[1], "建议细化。", "便于执行。", first.sha, "某局"),
        (LABELS[1], "另建议明确时限。", "", first.sha, "某局"),
    ]
    assert intake.leftovers == ()
    shown = {one.clause: one.words for one in intake.shown if one.clause}
    doc = workspace.instrument(first)
    assert shown == {article.label: article.text for article in doc.articles}
