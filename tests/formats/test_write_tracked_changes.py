"""The new text over the old with Word's tracked changes: accepted it is the new text, rejected the old."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings

from lawtrack.compare import compare
from lawtrack.formats import Layout, read_data
from lawtrack.formats.comparison.tracked import tracked_docx
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.packages import safe_xml
from lawtrack.formats.word.office import convert, soffice
from lawtrack.law import parse
from tests.strategies import edited, messy_texts

Tracked = Literal["accepted", "rejected"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STAGES = Path(__file__).resolve().parents[2] / "drafts" / "patriotic-health" / "stages"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(STAGES.glob("*.md"))]
SHORT = "某市控烟条例\n第一章　总则\n第一条　公园内禁止吸烟。\n第二条　学校内禁止吸烟，违者予以警告。"


TABLE = SHORT + "\n附件\n收费表\n序号\t事项\t金额\n1\t登记\t10元\n2\t变更\t5元\n3\t注销\t免费\n"
GONE = {True: ("del", "moveFrom"), False: ("ins", "moveTo")}


def resolved(data, *, accept):
    """What Word leaves: runs and paragraph ends of the other side are gone, such a paragraph runs on into the next."""
    body = safe_xml(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"), "x").find(f"{W}body")
    drop = {W + tag for tag in GONE[accept]}
    lines, line = [], ""
    for paragraph in body.iter(f"{W}p"):
        row = paragraph.getparent().getparent() if paragraph.getparent().tag == f"{W}tc" else None
        if row is not None and any(row.find(f"{W}trPr/{tag}") is not None for tag in drop):
            continue
        for run in paragraph.iter(f"{W}r"):
            if run.getparent().tag not in drop:
                line += "".join(node.text or "" for node in run.iter(f"{W}t", f"{W}delText"))
        gone = any(paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None for tag in drop)
        before_table = paragraph.getnext() is not None and paragraph.getnext().tag == f"{W}tbl"
        if not gone or (before_table and line):
            lines.append(line)
            line = ""
    assert line == "", "the last paragraph's end is never tracked"
    return without_empty_end(lines)


def without_empty_end(lines):
    """A table that goes at the end leaves the paragraph that Word wants behind every table."""
    return lines[:-1] if lines[1:] and not lines[-1] else lines


def printed(text):
    data = docx_bytes(parse(text))
    body = safe_xml(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"), "x").find(f"{W}body")
    lines = ["".join(node.text or "" for node in line.iter(f"{W}t")) for line in body.iter(f"{W}p")]
    return without_empty_end(lines or [""])  # Word has no document without a paragraph


def both_ways(old, new):
    data = tracked_docx(compare(old, new))
    assert resolved(data, accept=True) == printed(new)
    assert resolved(data, accept=False) == printed(old)
    return data


CASES = {
    "the same": (SHORT, SHORT),
    "one more at the end": (SHORT, SHORT + "\n第三条　本条例自公布之日起施行。"),
    "one less at the end": (SHORT + "\n第三条　本条例自公布之日起施行。", SHORT),
    "all other words": ("第一条　甲乙丙丁。", "某市条例\n第一条　子丑寅卯。"),
    "a last paragraph that turns": ("第一条　甲乙丙丁。\n戊己庚辛。", "第一条　甲乙丙丁。\n子丑寅卯。\n辰巳午未。"),
    "moved": (SHORT, "某市控烟条例\n第一章　总则\n第一条　学校内禁止吸烟，违者予以警告。\n第二条　公园内禁止吸烟。"),
    "chapters": (SHORT, SHORT.replace("第二条", "第二章　管理\n第二条") + "\n附件\n场所名录"),
    "moved and amended": (
        SHORT + "\n第三条　医院内禁止吸烟，违者予以警告，可以并处罚款。\n第四条　车站内禁止吸烟。",
        ("某市控烟条例\n第一章　总则\n第一条　医院内禁止吸烟，违者处以警告，可以并处罚款。\n第二条　公园内禁止吸烟。\n"
        "第三条　学校内禁止吸烟，违者予以警告。\n第四条　车站内禁止吸烟。"),
    ),
    "a table": (TABLE, TABLE.replace("10元", "20元").replace("3\t注销\t免费\n", "")),
    "a table that comes": (SHORT, TABLE), "a table that goes": (TABLE, SHORT),
    "a table between texts": (
        SHORT + "\n收费如下：\n甲\t1\n乙\t2\n第三条　以上。", SHORT + "\n收费如下：\n乙\t2\t3\n第三条　以上。",
    ),
    "rows that become lines": (TABLE, TABLE.replace("\t", "，")),
    "marks of XML": ("第一条　甲<&>\"乙。", "第一条　甲<&>\"丙]]>。"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_accepted_is_the_new_text_and_rejected_the_old(case):
    both_ways(*CASES[case])


@pytest.mark.parametrize(("old", "new"), [(0, 1), (1, 2), (0, 2), (2, 0)])
def test_the_sample_both_ways_and_as_our_own_reader_reads_it(old, new):
    data = both_ways(TEXTS[old], TEXTS[new])
    readings: tuple[tuple[str, Tracked], ...] = ((TEXTS[new], "accepted"), (TEXTS[old], "rejected"))
    for text, tracked in readings:
        clean = read_data(docx_bytes(parse(text)), "a.docx").text
        assert read_data(data, "a.docx", tracked=tracked).text == clean


@given(edited())
@settings(max_examples=15, deadline=None)
def test_any_edit_both_ways(pair):
    both_ways(pair.old, pair.new)


@given(messy_texts(), messy_texts())
@settings(max_examples=30, deadline=None)
def test_whatever_a_converter_left_behind_both_ways(old, new):
    both_ways(old, new)


def test_what_only_got_another_number_is_not_struck_through():
    new = SHORT.replace("第二条", "第二条　医院内禁止吸烟。\n第三条")
    body = safe_xml(
        zipfile.ZipFile(io.BytesIO(tracked_docx(compare(SHORT, new)))).read("word/document.xml"), "x"
    )
    deleted = ["".join(node.text or "" for node in run.iter(f"{W}delText")) for run in body.iter(f"{W}del")]
    assert [words for words in deleted if words] == ["二"]


def test_changes_are_signed_and_numbered():
    data = tracked_docx(
        compare(SHORT, SHORT.replace("公园", "医院")), Layout(author='法工委"<', date="2020-08-28T00:00:00Z")
    )
    body = safe_xml(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"), "x")
    changes = list(body.iter(f"{W}ins", f"{W}del"))
    assert {change.get(f"{W}author") for change in changes} == {'法工委"<'}
    assert {change.get(f"{W}date") for change in changes} == {"2020-08-28T00:00:00Z"}
    assert len({change.get(f"{W}id") for change in changes}) == len(changes)


def test_the_bytes_are_the_same_each_time():
    assert tracked_docx(compare(*TEXTS[:2])) == tracked_docx(compare(*TEXTS[:2]))


@pytest.mark.corpus
def test_every_pair_of_the_corpus_both_ways(corpus):
    for folder in sorted((corpus / "pairs").iterdir())[
        ::2
    ]:  # every other one; the writers' tests read all of them
        old, new = (next(folder.glob(f"{side}*")).read_text(encoding="utf-8") for side in ("old", "new"))
        data = tracked_docx(compare(old, new))
        readings: tuple[tuple[str, Tracked], ...] = ((new, "accepted"), (old, "rejected"))
        for text, tracked in readings:
            clean = read_data(docx_bytes(parse(text)), "a.docx").text
            assert read_data(data, "a.docx", tracked=tracked).text == clean, folder.name


@pytest.mark.office
@pytest.mark.skipif(soffice() is None, reason="LibreOffice is not installed")
def test_libreoffice_understands_the_changes():
    data = tracked_docx(compare(TEXTS[0], TEXTS[2]))
    again = convert(data, ".docx", "a.docx")
    for tracked in ("accepted", "rejected"):
        ours, theirs = (read_data(file, "a.docx", tracked=tracked).text.split() for file in (data, again))
        assert theirs == ours
