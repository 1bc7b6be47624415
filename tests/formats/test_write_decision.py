"""An amending decision as a file, and the files that stand beside it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from lawtrack.amend import apply, read, write
from lawtrack.errors import UnusableInput
from lawtrack.formats import read_data, read_text, write_decision
from lawtrack.formats.flow import TITLE_LINE, title_lines
from lawtrack.formats.instruments.decision_files import WRITERS, to_docx, to_markdown
from lawtrack.formats.instruments.decision_lines import decision_lines

if TYPE_CHECKING:
    from pathlib import Path

BASE = """某市控烟条例
（2010年5月1日某市人民代表大会常务委员会第三次会议通过）
第一条　为了市民健康，制定本条例。
第二条　下列场所禁止吸烟：
（一）学校；
（二）医院。
第三条　公园可以设置吸烟区。
第四条　违反第三条规定的，由城市管理部门予以警告。
"""
NEW = """某市控烟条例
（2010年5月1日某市人民代表大会常务委员会第三次会议通过）
第一条　为了市民健康，制定本条例。
第二条　下列场所禁止吸烟：
（一）学校；
（二）电梯；
（三）医院。
第三条　车站可以设置“吸烟区”，并设置标识。
车站的经营者应当劝阻吸烟的人。
第四条　公园内全面禁止吸烟。
第五条　违反第三条规定的，由城市管理部门予以警告。
"""
DECISION = """某市人民政府关于修改《某市控烟条例》的决定
（2024年5月1日某市人民政府第十次常务会议通过）
某市人民政府决定对《某市控烟条例》作如下修改：
一、将第三条改为两条，作为第三条、第四条，修改为：“第三条　车站禁止吸烟。
“第四条　公园禁止吸烟：
“（一）游乐场；
“（二）动物园。”
二、删去第四条。
本决定自公布之日起施行。
《某市控烟条例》根据本决定作相应修改并对条文顺序作相应调整，重新公布。
某市人民政府
2024年5月1日
"""


def lines_without_blanks(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.filterwarnings("ignore::lawtrack.amend.WritingWarning")
@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_a_decision_is_read_back_from_its_file_and_does_the_same(tmp_path: Path, suffix: str):
    decision = write(BASE, NEW, body="某市人民代表大会常务委员会", adopted="2024年5月1日")
    found = read_text(write_decision(decision, tmp_path / f"修改决定{suffix}"))
    title, _, rest = decision.partition("\n")
    on_paper = f"{title_lines(title)}\n{rest}" if suffix == ".docx" else decision
    assert lines_without_blanks(found.text) == lines_without_blanks(on_paper)
    assert read(found.text).title == title
    assert found.warnings == ()
    done = apply(BASE, found.text)
    assert (done.text, done.complete) == (apply(BASE, decision).text, True)


def test_rows_in_the_new_text_of_a_decision_are_a_table_on_paper():
    """The quotation marks stay in the first cells; what is read back is the same decision."""
    rows = ["“序号\t事项\t金额", "“1\t登记\t20元", "“2\t占用场地\t免费”"]
    text = "\n".join(["关于修改《某市收费条例》的决定", "一、将附件修改为：“附件：", "“收费表", *rows]) + "\n"
    data = to_docx(text)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    assert (body.count("<w:tbl>"), body.count("<w:tr>")) == (1, len(rows))
    assert lines_without_blanks(read_data(data, "a.docx").text) == lines_without_blanks(text)


@pytest.mark.parametrize("body", ["", "某市人民代表大会常务委员会"])
@pytest.mark.parametrize("mark", ["", "（草案）", "（修订草案修改稿）"])
@pytest.mark.parametrize("length", range(4, 17))
def test_a_long_title_breaks_where_its_sense_does(body: str, mark: str, length: int):
    """No bracket is torn, 的决定 never stands alone, and what was broken is the same title."""
    title = f"{body}关于修改《某市{'甲' * length}条例{mark}》的决定"
    lines = title_lines(title).split("\n")
    assert "".join(lines) == title
    name = f"《某市{'甲' * length}条例"
    piece = max(len(name), len(f"{mark}》的决定")) if mark else len(f"{name}》的决定")
    assert max(map(len, lines)) <= max(TITLE_LINE, piece)
    assert all(line.startswith(("关于", "《", "（")) for line in lines[1:])
    told = decision_lines("\n".join([*lines, "一、删去第三条。"]))
    assert told[0].words == title


def test_each_line_has_the_style_in_which_decisions_are_printed():
    assert [(line.style, line.label) for line in decision_lines(DECISION)] == [
        ("LawTitle", ""),
        ("LawNote", ""),
        ("LawBody", ""),
        ("LawBody", "一、"),
        ("LawBody", "“第四条"),
        ("LawBody", ""),
        ("LawBody", ""),
        ("LawBody", "二、"),
        ("LawBody", ""),
        ("LawBody", ""),
        ("LawSignature", ""),
        ("LawSignature", ""),
    ]


def test_a_wrapped_title_and_a_wrapped_note_are_kept_together():
    text = DECISION.replace("政府关于", "政府\n关于", 1).replace("（2024年5月1日某", "（2024年5月1日\n某", 1)
    lines = decision_lines(text)
    assert lines[0].words == "某市人民政府关于修改《某市控烟条例》的决定"
    assert [line.style for line in lines[1:4]] == ["LawNote", "LawNote", "LawBody"]


@pytest.mark.parametrize("text", ["", "\n　\n", "第三条", "一、删去第三条。", "“", "（没有结束的括号\n甲"])
def test_what_is_no_decision_is_printed_as_it_stands(text: str):
    printed = [line.label + line.words for line in decision_lines(text)]
    assert printed == [line.strip("　") for line in lines_without_blanks(text)]
    assert to_docx(text)[:2] == b"PK"


def test_the_same_decision_gives_the_same_bytes():
    assert to_docx(DECISION) == to_docx(DECISION)


def test_words_cannot_become_markup():
    nasty = [
        "# 甲",
        "- 乙",
        "**丙**",
        "[丁](x)",
        "<!-- 戊 -->",
        "| 己 | 庚 |",
        "<script>辛</script>",
        "`壬`",
        "\\癸",
        "---",
    ]
    text = "关于修改《某市控烟条例》的决定\n" + "\n".join(nasty)
    read = read_data(to_markdown(text), "a.md").text
    assert lines_without_blanks(read) == text.splitlines()
    document = zipfile.ZipFile(io.BytesIO(to_docx(text))).read("word/document.xml").decode()
    assert "<script>" not in document
    assert "&lt;script&gt;" in document


def test_an_ending_that_nobody_writes_is_refused(tmp_path: Path):
    with pytest.raises(UnusableInput, match=re.escape(".docx .md .txt")):
        write_decision(DECISION, tmp_path / "修改决定.odp")


@pytest.mark.corpus
@pytest.mark.parametrize(("write_bytes", "name"), [(to_docx, "a.docx"), (to_markdown, "a.md")])
def test_official_decisions_do_the_same_after_the_way_through_a_file(corpus, write_bytes, name: str):
    for triple in sorted((corpus / "amend").iterdir()):
        base, decision = (
            (triple / f"{part}.txt").read_text(encoding="utf-8") for part in ("old", "decision")
        )
        wanted, found = apply(base, decision), apply(base, read_data(write_bytes(decision), name).text)
        assert (found.text, found.complete) == (wanted.text, wanted.complete), triple.name
