"""A table that went out as Word comes back with tracked changes and comments of two people, of which some were decided."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lawtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from docx.table import _Cell

OLD = (
    "某市戏楼保护条例\n第一条　为了保护戏楼，制定本条例。\n第二条　戏楼由文物部门登记。\n"
    "第三条　禁止在戏楼内生火。\n第四条　本条例自2010年1月1日起施行。\n"
)
NEW = (
    "某市戏楼保护条例\n第一条　为了加强戏楼保护，制定本条例。\n第二条　戏楼由文物部门登记。\n"
    "第三条　禁止在戏楼内生火、住宿。\n第四条　本条例自2026年1月1日起施行。\n"
)


def _run(words: str, tag: str = "w:t") -> Any:
    run, text = OxmlElement("w:r"), OxmlElement(tag)
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run


def _change(kind: str, words: str, who: str, number: int) -> Any:
    """A tracked insertion (w:ins) or deletion (w:del) by somebody."""
    change = OxmlElement(kind)
    for name, value in (("id", str(number)), ("author", who), ("date", "2025-09-01T08:00:00Z")):
        change.set(qn(f"w:{name}"), value)
    change.append(_run(words, "w:delText" if kind == "w:del" else "w:t"))
    return change


def _edit(cell: _Cell, before: str, after: str, who: str, number: int) -> None:
    """`who` strikes `before` and writes `after` with changes tracked, in the paragraph of the cell that says it."""
    paragraph = next(one for one in cell.paragraphs if before in one.text)
    head, _, tail = paragraph.text.partition(before)
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)
    pieces = [
        _run(head),
        _change("w:del", before, who, number),
        _change("w:ins", after, who, number + 1),
        _run(tail),
    ]
    for piece in pieces:
        paragraph._p.append(piece)


def _decide(document: Any, who: str, *, accept: bool) -> None:
    """What Word does with all changes of one person when they are accepted, or rejected."""
    for kind, stays in (("w:ins", accept), ("w:del", not accept)):
        for change in list(document.element.body.iter(qn(kind))):
            if change.get(qn("w:author")) != who:
                continue
            for run in change if stays else ():
                for text in run.iter(qn("w:delText")):
                    text.tag = qn("w:t")
                change.addprevious(copy.deepcopy(run))
            change.getparent().remove(change)


def _cell(document: Any, words: str) -> _Cell:
    """The cell of the new column that says the words."""
    cells = [row.cells[1] for table in document.tables for row in table.rows if len(row.cells) > 1]
    return next(cell for cell in cells if words in cell.text)


@pytest.mark.filterwarnings("always::UserWarning")
@pytest.mark.parametrize("second", ["open", "accepted", "rejected"])
def test_two_people_edit_and_one_is_accepted(
    tmp_path: Path, second: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    table, place = tmp_path / "对照表.docx", str(tmp_path / "w")
    draft = ["--draft", "stage", "-C", place]
    assert main(["init", place]) == 0
    first = ["import", str(tmp_path / "old.txt"), *draft, "--stage", "一审", "--date", "2025-01-01"]
    assert main(first) == 0
    assert (
        main(["compare", str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), "-o", str(table), "--all"])
        == 0
    )
    document = docx.Document(str(table))
    _edit(_cell(document, "文物部门"), "文物部门", "文物主管部门", "甲处", 901)
    _edit(_cell(document, "生火"), "生火、住宿", "用火、留宿", "乙处", 905)
    third = next(one for one in _cell(document, "施行").paragraphs if "施行" in one.text)
    document.add_comment(third.runs, text="施行日期请再核", author="乙处", initials="乙")
    _decide(document, "甲处", accept=True)
    if second != "open":
        _decide(document, "乙处", accept=second == "accepted")
    document.save(str(table))
    capsys.readouterr()
    back = ["--lang", "zh", "import", str(table), "--column", "new", *draft, "--stage", "二审"]
    assert main([*back, "--date", "2025-09-02"]) == 0
    told = capsys.readouterr()
    assert main(["show", "stage@二审", "-C", place]) == 0
    shown = "".join(capsys.readouterr().out.split())
    assert "戏楼由文物主管部门登记。" in shown
    assert ("禁止在戏楼内生火、住宿。" if second == "rejected" else "禁止在戏楼内用火、留宿。") in shown
    assert "第四条本条例自2026年1月1日起施行。" in shown
    assert "施行日期请再核" not in shown
    assert ("修订标记" in told.err) == (second == "open")
    assert "1 条批注" in told.err
    assert main(["log", "stage", "-C", place]) == 0
    logged = capsys.readouterr().out
    assert "乙处" in logged
    assert "施行日期请再核" in logged
